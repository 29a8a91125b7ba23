import { isRecord, refuse } from "./check.ts";
import { type ReflexioIssue, ReflexioValidationError } from "./errors.ts";
import type { MethodRow } from "./methods/row.ts";
import type { CallOptions, PollOptions, WaitUntil } from "./options.ts";

/** Options that steer a call and are not part of what is sent. */
export interface SteeringOptions extends CallOptions, PollOptions {
  /** Whether to wait for the server. */
  readonly waitForResponse?: boolean | undefined;
  /** Hands over background work. */
  readonly waitUntil?: WaitUntil | undefined;
  /** Whether to ask the server in spite of a kept answer. */
  readonly forceRefresh?: boolean | undefined;
  /** Key of a publish. */
  readonly idempotencyKey?: string | null | undefined;
}

const STEERING: ReadonlySet<string> = new Set([
  "signal",
  "timeoutMs",
  "headers",
  "pollIntervalMs",
  "maxWaitMs",
  "onProgress",
  "waitForResponse",
  "waitUntil",
  "forceRefresh",
  "idempotencyKey",
  "request",
]);

/** The fields to send and the options that steer the call. */
export interface ReadArguments {
  /** Fields with defaults; undefined when the method has none. */
  readonly fields: Record<string, unknown> | undefined;
  /** How to call. */
  readonly steering: SteeringOptions;
}

/**
 * Reads the single argument of a method: options in camel case, or a whole request record, which
 * then counts alone.
 *
 * @param method Name of the method, for errors.
 * @param bound Options to use where the argument has none of its own.
 * @throws {ReflexioValidationError} Naming everything that is wrong.
 */
export function readArguments(
  method: string,
  row: MethodRow,
  options: unknown,
  bound: object,
): ReadArguments {
  const issues: ReflexioIssue[] = [];
  const given = isRecord(options) ? options : {};
  if (options != null && options !== given) refuse(issues, "options", "must be an object");
  const isWhole = row.takesRequest && given["request"] != null;
  const raw = isWhole ? given["request"] : namedFields(row, given, bound, issues);
  const fields = row.input?.(raw, "", issues) as Record<string, unknown> | undefined;
  for (const name of ["timeoutMs", "pollIntervalMs", "maxWaitMs"]) {
    const value = given[name];
    if (value !== undefined && !(typeof value === "number" && value > 0)) {
      refuse(issues, name, "must be a number above 0");
    }
  }
  if (issues.length > 0) {
    throw new ReflexioValidationError(
      method,
      isWhole ? issues : issues.map((issue) => inOptions(row, issue)),
    );
  }
  return { fields, steering: given };
}

/** Gathers the fields among the options, by wire name. */
function namedFields(
  row: MethodRow,
  options: Readonly<Record<string, unknown>>,
  bound: object,
  issues: ReflexioIssue[],
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(bound)) {
    const field = row.options[name];
    if (field) out[field] = value;
  }
  for (const [name, value] of Object.entries(options)) {
    if (STEERING.has(name)) continue;
    const field = row.options[name];
    if (!field) refuse(issues, name, "is not an option of this method", "unknown");
    else if (value != null) out[field] = value;
  }
  return out;
}

/** An issue whose path says what the caller wrote instead of the name on the wire. */
function inOptions(row: MethodRow, issue: ReflexioIssue): ReflexioIssue {
  if (issue.code === "unknown") return issue;
  const path = issue.path.replace(
    /^\w+/,
    (head) => Object.entries(row.options).find(([, field]) => field === head)?.[0] ?? head,
  );
  return { ...issue, path };
}
