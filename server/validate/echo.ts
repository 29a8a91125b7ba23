import type { ValidationIssue } from "../../client/contract/mod.ts";

/** Longest text that an answer repeats, in UTF-16 units. */
const MAX_TEXT = 200;

/** Most items of a list or keys of a map that an answer repeats. */
const MAX_ITEMS = 100;

/** Deepest level that an answer repeats. */
const MAX_LEVELS = 8;

/** Stands for a secret. */
const MASK = "***";

/** Names of fields whose value is a secret. */
const SECRET_NAME =
  /(^|_)(api_?key|key|secret|token|passw(or)?d|credentials?|authorization|db_url)s?$/i;

/** Whether a field of this name may hold a secret. */
export function isSecretName(name: unknown): boolean {
  return typeof name === "string" && SECRET_NAME.test(name);
}

/** A refused value as it may be sent back: texts cut, secrets masked, size bounded. */
function echoValue(value: unknown, isSecret: boolean, level: number): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "object") {
    if (level >= MAX_LEVELS) return Array.isArray(value) ? [] : {};
    if (Array.isArray(value)) {
      return value.slice(0, MAX_ITEMS).map((item) => echoValue(item, isSecret, level + 1));
    }
    const entries = Object.entries(value).slice(0, MAX_ITEMS);
    return Object.fromEntries(entries.map(([key, item]) => [
      key.slice(0, MAX_TEXT).toWellFormed(),
      echoValue(item, isSecretName(key), level + 1),
    ]));
  }
  if (isSecret) return MASK;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return typeof value === "string" ? value.slice(0, MAX_TEXT).toWellFormed() : value;
}

/** An issue as it may be sent. */
export function echoIssue(issue: ValidationIssue): ValidationIssue {
  const isSecret = issue.loc.some(isSecretName);
  return { ...issue, input: echoValue(issue.input, isSecret, 0) };
}
