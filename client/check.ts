import { EMBEDDING_DIMENSIONS } from "./contract/constants.ts";
import type { ReflexioIssue } from "./errors.ts";

/**
 * Reads one value: gives it back, normalised and with defaults, or adds to `issues` what is wrong.
 * `undefined` means that the value was not given.
 */
export type Check = (value: unknown, path: string, issues: ReflexioIssue[]) => unknown;

/** One check for each field of `T`. */
export type Model<T> = { readonly [K in keyof T]-?: Check };

/** Adds an issue; its result is the value of a refused field. */
export function refuse(
  issues: ReflexioIssue[],
  path: string,
  message: string,
  code: ReflexioIssue["code"] = "invalid",
): undefined {
  issues.push({ path, code, message });
  return undefined;
}

/** What a value is; of texts only the start, of objects nothing that is in them. */
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  return typeof value === "object" && value ? "an object" : String(value);
}

/** A check by predicate. */
export function plain(test: (value: unknown) => boolean, wish: string): Check {
  return (value, path, issues) => {
    if (test(value)) return value;
    return value === undefined
      ? refuse(issues, path, "is missing", "missing")
      : refuse(issues, path, `is ${show(value)}, must be ${wish}`);
  };
}

/** Any text. */
export const text: Check = plain((value) => typeof value === "string", "a string");

/** True or false. */
export const flag: Check = plain((value) => typeof value === "boolean", "a boolean");

/** Any finite number. */
export const number: Check = plain(Number.isFinite, "a number");

/** Any whole number. */
export const whole: Check = atLeast(-Infinity, "a whole number");

/** A whole number of at least 1. */
export const positive: Check = atLeast(1);

/** A whole number of at least 0. */
export const natural: Check = atLeast(0);

/** A number from 0 to 1. */
export const fraction: Check = plain(
  (value) => typeof value === "number" && value >= 0 && value <= 1,
  "a number from 0 to 1",
);

/** A free-form object. */
export const map: Check = plain(isRecord, "an object");

/** Anything at all. */
export const anything: Check = (value) => value;

/** A text that is trimmed and then not empty. */
export const id: Check = (value, path, issues) => {
  const given = text(value, path, issues) as string | undefined;
  const trimmed = given && trim(given);
  return trimmed === "" ? refuse(issues, path, "is empty") : trimmed;
};

/** White space as the server trims it: Unicode's, plus the four separators, without U+FEFF. */
// deno-lint-ignore no-control-regex
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** The text without white space at its ends. */
function trim(given: string): string {
  let [start, end] = [0, given.length];
  while (start < end && SPACE.test(given.charAt(start))) start++;
  while (start < end && SPACE.test(given.charAt(end - 1))) end--;
  return given.slice(start, end);
}

/** No numbers, or as many as an embedding has. */
export const embedding: Check = or(
  plain(
    (value) =>
      Array.isArray(value) && value.every(Number.isFinite) &&
      [0, EMBEDDING_DIMENSIONS].includes(value.length),
    `a list of ${EMBEDDING_DIMENSIONS} numbers`,
  ),
  [],
);

/** A point in time: a `Date`, which becomes a text, a date text, or Unix seconds. */
export const time: Check = (value, path, issues) => {
  const isDate = value instanceof Date;
  const ms = isDate || typeof value === "string" ? +new Date(value) : value;
  if (!Number.isFinite(ms)) return refuse(issues, path, "must be a Date or an ISO 8601 text");
  return isDate ? value.toISOString() : value;
};

/** A whole number of at least `least`. */
function atLeast(least: number, wish = `a whole number of at least ${least}`): Check {
  return plain((value) => Number.isSafeInteger(value) && value as number >= least, wish);
}

/** One of the members of an object. */
export function oneOf(members: Readonly<Record<string, unknown>>): Check {
  const values = Object.values(members);
  return plain((value) => values.includes(value), values.join(" or "));
}

/** A value with a default; a function is called for a fresh one. Lists are copied. */
export function or(check: Check, fallback: unknown): Check {
  return (value, path, issues) => {
    if (value !== undefined) return check(value, path, issues);
    if (typeof fallback === "function") return fallback();
    return Array.isArray(fallback) ? [...fallback] : fallback;
  };
}

/** A value that may be null, and is `fallback` when not given. */
export function nullable(check: Check, fallback: unknown = null): Check {
  const filled = or(check, fallback);
  return (value, path, issues) => value === null ? null : filled(value, path, issues);
}

/** A list of at least `minLength` items that pass `item`. */
export function list(item: Check, minLength = 0): Check {
  const isList = plain(Array.isArray, "a list");
  return (value, path, issues) => {
    const items = isList(value, path, issues) as unknown[] | undefined;
    if (items && items.length < minLength) return refuse(issues, path, "is empty");
    return items?.map((each, index) => item(each, `${path}[${index}]`, issues));
  };
}

/**
 * An object of known fields; others are dropped, or kept when `keepsUnknown`. Its model is made when
 * the first value is checked, so that importing costs nothing.
 */
export function record(
  model: () => Readonly<Record<string, Check>>,
  keepsUnknown = false,
): Check {
  let fields: [string, Check][] | undefined;
  return (value, path, issues) => {
    if (!isRecord(value)) return map(value, path, issues);
    fields ??= Object.entries(model());
    const out: Record<string, unknown> = keepsUnknown ? { ...value } : {};
    const prefix = path && `${path}.`;
    for (const [name, check] of fields) out[name] = check(value[name], prefix + name, issues);
    return out;
  };
}

/** A record with a rule over several fields, asked only when each field passed by itself. */
export function ruled(
  check: Check,
  rule: (value: Record<string, unknown>, path: string, issues: ReflexioIssue[]) => void,
): Check {
  return (value, path, issues) => {
    const before = issues.length;
    const out = check(value, path, issues);
    if (issues.length === before) rule(out as Record<string, unknown>, path, issues);
    return out;
  };
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An address; null when the text is none. */
export function toUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
