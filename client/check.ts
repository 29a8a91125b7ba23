import type { ReflexioIssue } from "./errors.ts";

/**
 * Reads one value: gives it back, normalised and with defaults, or adds to `issues` what is wrong.
 * `undefined` means that the value was not given.
 */
export type Check = (value: unknown, path: string, issues: ReflexioIssue[]) => unknown;

/** One check for each field of `T`. */
export type Model<T> = { readonly [K in keyof T]-?: Check };

/** White space as the server trims it: Unicode's, plus the four separators, without U+FEFF. */
// deno-lint-ignore no-control-regex
const OUTER_SPACE = /^[\p{White_Space}\u001c-\u001f]+|[\p{White_Space}\u001c-\u001f]+$/gu;

/** Adds an issue; its result is the value of a refused field. */
export function refuse(
  issues: ReflexioIssue[],
  path: string,
  code: string,
  message: string,
): undefined {
  issues.push({ path, code, message });
  return undefined;
}

/** Says what a value is without saying what is in it. */
function kindOf(value: unknown): string {
  if (value === null || typeof value === "number" || typeof value === "boolean") return `${value}`;
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}

/** A check by predicate. */
function plain(test: (value: unknown) => boolean, wish: string, code = "type"): Check {
  return (value, path, issues) => {
    if (test(value)) return value;
    return value === undefined
      ? refuse(issues, path, "missing", "is missing")
      : refuse(issues, path, code, `is ${kindOf(value)}, must be ${wish}`);
  };
}

/** Any text. */
export const text: Check = plain((value) => typeof value === "string", "a string");

/** True or false. */
export const flag: Check = plain((value) => typeof value === "boolean", "a boolean");

/** Any finite number. */
export const number: Check = plain(Number.isFinite, "a finite number");

/** Any whole number. */
export const whole: Check = plain(Number.isSafeInteger, "a whole number");

/** A whole number of at least 1. */
export const positive: Check = plain(
  (value) => Number.isSafeInteger(value) && value as number > 0,
  "a whole number of at least 1",
  "range",
);

/** A whole number of at least 0. */
export const natural: Check = plain(
  (value) => Number.isSafeInteger(value) && value as number >= 0,
  "a whole number of at least 0",
  "range",
);

/** A number from 0 to 1. */
export const fraction: Check = plain(
  (value) => typeof value === "number" && value >= 0 && value <= 1,
  "a number from 0 to 1",
  "range",
);

/** A free-form object. */
export const map: Check = plain(isRecord, "an object");

/** Anything at all. */
export const anything: Check = (value) => value;

/** A text that is trimmed and then not empty. */
export const id: Check = (value, path, issues) => {
  if (typeof value !== "string") return text(value, path, issues);
  return value.replace(OUTER_SPACE, "") ||
    refuse(issues, path, "empty", "is empty, must hold a text");
};

/** Nothing, or exactly 512 numbers. */
export const embedding: Check = or((value, path, issues) => {
  const numbers = list(number)(value, path, issues) as unknown[] | undefined;
  return !numbers || numbers.length === 0 || numbers.length === 512 ? numbers : refuse(
    issues,
    path,
    "length",
    `has ${numbers.length} numbers, must have none or 512`,
  );
}, []);

/** A point in time: a `Date`, a number of Unix seconds, or a date text. Dates become ISO texts. */
export const time: Check = (value, path, issues) => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const date = value instanceof Date ? value : new Date(typeof value === "string" ? value : NaN);
  if (Number.isNaN(date.getTime()) && !(typeof value === "string" && /^-?\d+$/.test(value))) {
    return refuse(issues, path, "time", "is not a date, must be a Date or an ISO 8601 text");
  }
  return value instanceof Date ? value.toISOString() : value;
};

/** One of the given words. */
export function word(...words: readonly string[]): Check {
  return (value, path, issues) =>
    words.includes(value as string)
      ? value
      : value === undefined
      ? refuse(issues, path, "missing", "is missing")
      : refuse(
        issues,
        path,
        "word",
        `is ${typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : kindOf(value)}, ` +
          `must be ${words.map((each) => `"${each}"`).join(" or ")}`,
      );
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
  return (value, path, issues) => {
    if (!Array.isArray(value)) {
      return value === undefined
        ? refuse(issues, path, "missing", "is missing")
        : refuse(issues, path, "type", `is ${kindOf(value)}, must be a list`);
    }
    if (value.length < minLength) {
      return refuse(issues, path, "length", `is empty, must hold at least ${minLength} item`);
    }
    return value.map((each, index) => item(each, `${path}[${index}]`, issues));
  };
}

/** An object of known fields; others are dropped, or kept when `keepsUnknown`. */
export function record(
  model: Readonly<Record<string, Check>>,
  keepsUnknown = false,
): Check {
  const fields = Object.entries(model);
  return (value, path, issues) => {
    if (!isRecord(value)) return map(value, path || "value", issues);
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
