import type { ValidationIssue } from "../../client/contract/mod.ts";

/** Part of a JSON Schema document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Stands for a value that was refused; the reasons are among the issues of the run. */
export const INVALID: unique symbol = Symbol("invalid");

/** Type of {@link INVALID}. */
export type Invalid = typeof INVALID;

/** Most issues one answer reports; a body of a million wrong items stays readable. */
export const MAX_ISSUES = 1_000;

/** What the server decides about URLs. */
export interface UrlPolicy {
  /** Whether private, loopback and link-local addresses are refused in URLs. */
  readonly blocksPrivateUrls: boolean;
}

/** One pass over one input: what it may know, where it is, what it found. */
export interface Run {
  /** Server clock, Unix seconds. */
  readonly nowSec: number;
  /** What the server decides; asked about private addresses only when an address is met. */
  readonly policy: UrlPolicy;
  /** Place of the value under inspection. */
  readonly path: (string | number)[];
  /** Violations so far, in field order. */
  readonly issues: ValidationIssue[];
}

/** A schema whose output type does not matter: for walking, writing and documentation. */
export interface AnySchema {
  /** Checks and converts an input; reports to `run` and gives {@link INVALID} when refused. */
  parse(input: unknown, run: Run): unknown;
  /** Gives an answer its key order and drops its nulls; null: the value is sent as it is. */
  readonly write: ((value: unknown, keepsNulls: boolean) => unknown) | null;
  /** JSON text of what `write` gives, where a part of it is kept from answer to answer. */
  readonly text?: (value: unknown, keepsNulls: boolean) => string;
  /** How the documentation refers to it. */
  readonly json: JsonSchema;
  /** Its own entry in the documentation, null for inline schemas. */
  readonly component: Component | null;
  /** Schemas that it is made of. */
  readonly parts: readonly AnySchema[];
}

/** A named entry of the documentation. */
export interface Component {
  /** Name of the contract type. */
  readonly name: string;
  /** The full schema. */
  readonly json: JsonSchema;
}

/** A schema that produces exactly `Out`: neither a wider nor a narrower type fits. */
export interface Schema<Out> extends AnySchema {
  parse(input: unknown, run: Run): Out | Invalid;
  /** Never set; makes the type invariant in `Out`. */
  readonly exact?: (value: Out) => Out;
}

/** Starts a run. */
export function startRun(options: UrlPolicy & { readonly nowSec: number }): Run {
  return { nowSec: options.nowSec, policy: options, path: [], issues: [] };
}

/** Reports a violation at the present place. */
export function refuse(
  run: Run,
  type: string,
  said: { readonly msg: string; readonly input: unknown; readonly ctx?: JsonSchema },
): Invalid {
  if (run.issues.length < MAX_ISSUES) {
    const { msg, input, ctx } = said;
    const loc = [...run.path];
    run.issues.push(
      ctx === undefined ? { type, loc, msg, input } : { type, loc, msg, input, ctx },
    );
  }
  return INVALID;
}

/** Reports a violation of one of our own rules; `text` says what is wrong. */
export function refuseValue(run: Run, text: string, input: unknown): Invalid {
  return refuse(run, "value_error", { msg: `Value error, ${text}`, input, ctx: { error: {} } });
}

/** Makes a schema without parts. */
export function scalar<Out>(
  json: JsonSchema,
  parse: (input: unknown, run: Run) => Out | Invalid,
): Schema<Out> {
  return { parse, write: null, json, component: null, parts: [] };
}

/** Gives a schema its own entry in the documentation. */
export function named<Out>(name: string, schema: Schema<Out>): Schema<Out> {
  return {
    ...schema,
    json: { $ref: `#/components/schemas/${name}` },
    component: { name, json: schema.json },
  };
}
