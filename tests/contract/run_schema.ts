import type { ValidationIssue } from "../../client/contract/mod.ts";
import { INVALID, type Schema, startRun } from "../../server/validate/schema.ts";

/** What a schema made of an input. */
export interface SchemaOutcome<Out> {
  /** The value; undefined when it was refused. */
  readonly value: Out | undefined;
  /** Types of the violations, in order. */
  readonly types: readonly string[];
  /** The violations. */
  readonly issues: readonly ValidationIssue[];
}

/** Options of {@link runSchema}. */
export interface RunSchemaOptions {
  /**
   * Whether private addresses are refused.
   * @default false
   */
  readonly blocksPrivateUrls?: boolean;
}

/** Runs one schema over one input, at a fixed time. */
export function runSchema<Out>(
  schema: Schema<Out>,
  input: unknown,
  { blocksPrivateUrls = false }: RunSchemaOptions = {},
): SchemaOutcome<Out> {
  const run = startRun({ nowSec: 1_767_225_600, blocksPrivateUrls });
  const value = schema.parse(input, run);
  const { issues } = run;
  const types = issues.map(({ type }) => type);
  return { value: value === INVALID ? undefined : value, types, issues };
}
