import { isRecord } from "./check.ts";
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
  bound: Readonly<Record<string, unknown>>,
): ReadArguments {
  const issues: ReflexioIssue[] = [];
  const given = options ?? {};
  if (!isRecord(given)) {
    throw new ReflexioValidationError(method, [
      { path: "options", code: "type", message: "must be one object with named options" },
    ]);
  }
  const isWhole = row.takesRequest && given["request"] != null;
  const names = new Map<string, string>();
  const raw = isWhole ? given["request"] : namedFields(row, given, bound, names, issues);
  const fields = row.input?.(raw, "", issues) as Record<string, unknown> | undefined;
  for (const name of ["timeoutMs", "pollIntervalMs", "maxWaitMs"]) {
    const value = given[name];
    if (value !== undefined && !(typeof value === "number" && value > 0)) {
      issues.push({ path: name, code: "range", message: "must be a number of ms above 0" });
    }
  }
  if (issues.length > 0) {
    throw new ReflexioValidationError(method, isWhole ? issues : issues.map(toOptionPath(names)));
  }
  return { fields, steering: given };
}

/** Gathers the fields among the options, by wire name; notes how each was called. */
function namedFields(
  row: MethodRow,
  options: Readonly<Record<string, unknown>>,
  bound: Readonly<Record<string, unknown>>,
  names: Map<string, string>,
  issues: ReflexioIssue[],
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(bound)) {
    if (row.fields.includes(toSnake(name)) && value != null) out[toSnake(name)] = value;
  }
  for (const [name, wireName] of Object.entries(row.renamed)) names.set(wireName, name);
  for (const [name, value] of Object.entries(options)) {
    if (STEERING.has(name)) continue;
    const wireName = row.renamed[name] ?? toSnake(name);
    const isKnown = row.fields.includes(wireName) && (name === toCamel(wireName) ||
      name in row.renamed);
    if (!isKnown) issues.push(unknownOption(row, name));
    else if (value != null) out[wireName] = value;
  }
  return out;
}

/** Says that an option does not exist, and which one may have been meant. */
function unknownOption(row: MethodRow, name: string): ReflexioIssue {
  const camel = toCamel(name);
  const hint = camel !== name && row.fields.includes(toSnake(camel)) ? `, use ${camel}` : "";
  return { path: name, code: "unknown", message: `is not an option of this method${hint}` };
}

/** Turns the path of an issue from wire names into what the caller wrote. */
function toOptionPath(names: ReadonlyMap<string, string>): (issue: ReflexioIssue) => ReflexioIssue {
  return (issue) => {
    if (issue.code === "unknown") return issue;
    const [, head = "", rest = ""] = /^(\w+)(.*)$/.exec(issue.path) ?? [];
    return { ...issue, path: (names.get(head) ?? toCamel(head)) + rest };
  };
}

/** `mostRecentK` to `most_recent_k`. */
function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `most_recent_k` to `mostRecentK`. */
function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
