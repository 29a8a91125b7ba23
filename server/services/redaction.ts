import type { Handlers } from "./handlers.ts";
import { aroundStoring } from "./storing.ts";

/** A kind of personal text that redaction recognises. */
export type RedactionKind = "email" | "phone" | "card" | "iban" | "secret" | "own";

/** What is replaced before a text is stored. */
export interface RedactionRules {
  /** Further patterns, each matched globally; a match becomes `[own]`. */
  readonly ownPatterns: readonly RegExp[];
}

/** Formats of tokens whose issuers document them: prefix, alphabet and least length. */
const SECRET =
  /\b(?:sk-(?:ant-|proj-)?[\w-]{20,}|rflx-[\w-]{16,}|gh[pousr]_\w{30,}|github_pat_\w{30,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|glpat-[\w-]{20,}|npm_\w{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,})/g;

/** A private key in PEM, whole. */
const PEM =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Local part and domain of an address; both bounded, so the scan stays linear. */
const EMAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

/** Country code, two check digits and 11 to 30 letters and digits, in groups or in one. */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;

/** 13 to 19 digits in groups, the lengths of ISO/IEC 7812 numbers. */
const CARD = /\b\d(?:[ -]?\d){12,18}\b/g;

/** International numbers with `+`, and national ones with a leading zero and separators. */
const PHONE = /(?:\+\d{1,3}[\s./-]?|\b0)(?:\(?\d{1,4}\)?[\s./-]?){2,5}\d{2,4}\b/g;

/** Whether digits pass the Luhn check (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Whether an IBAN passes its check (ISO 7064, modulus 97-10). */
export function passesIbanCheck(iban: string): boolean {
  const compact = iban.replaceAll(" ", "");
  if (compact.length < 15 || compact.length > 34) return false;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    for (const digit of String(parseInt(character, 36))) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder === 1;
}

/** Number of decimal digits in a text. */
function digitCount(text: string): number {
  return text.replace(/\D/g, "").length;
}

/**
 * Replaces personal texts by their kind in brackets, such as `[email]`. Card numbers must pass the
 * Luhn check and IBANs theirs, so order numbers and part numbers stay.
 *
 * @param text Any text.
 * @param rules Own patterns beside the built-in ones.
 * @returns The text with every match replaced.
 */
export function redactText(text: string, rules: RedactionRules = { ownPatterns: [] }): string {
  let result = text.replace(PEM, "[secret]").replace(SECRET, "[secret]").replace(EMAIL, "[email]");
  result = result.replace(IBAN, (match) => passesIbanCheck(match) ? "[iban]" : match);
  result = result.replace(CARD, (match) => passesLuhn(match.replace(/\D/g, "")) ? "[card]" : match);
  result = result.replace(PHONE, (match) => {
    const digits = digitCount(match);
    return digits >= 8 && digits <= 15 ? "[phone]" : match;
  });
  for (const pattern of rules.ownPatterns) result = result.replace(pattern, "[own]");
  return result;
}

/** Fields that name something and are kept as they are, also when they look like an address. */
const NAMES: ReadonlySet<string> = new Set([
  "agent_version",
  "evaluation_name",
  "extractor_name",
  "extractor_names",
  "generated_from_request_id",
  "image_encoding",
  "interacted_image_url",
  "kind",
  "playbook_name",
  "playbook_status",
  "profile_id",
  "profile_time_to_live",
  "regular_vs_shadow",
  "request_id",
  "role",
  "run_mode",
  "session_id",
  "source",
  "status",
  "tool_name",
  "user_action",
  "user_id",
]);

/** Fields whose value is a caller's own map; nothing in it is a name of ours. */
const FREE: ReadonlySet<string> = new Set(["custom_features", "metadata", "tool_data"]);

/**
 * Replaces personal texts everywhere in a value but in the fields that name something.
 *
 * @param value What a caller sent: JSON.
 * @returns A copy with every match replaced.
 */
export function redactValue<T>(value: T, rules: RedactionRules, isFree = false): T {
  // A text stays a text, a list a list, and an object keeps its keys.
  if (typeof value === "string") return redactText(value, rules) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown) => redactValue(item, rules, isFree)) as T;
  }
  const entries = Object.entries(value).map(([key, part]: [string, unknown]) => [
    key,
    !isFree && NAMES.has(key) ? part : redactValue(part, rules, isFree || FREE.has(key)),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Verbs that replace personal texts before they store anything. */
export function withRedaction(handlers: Handlers, rules: RedactionRules | null): Handlers {
  if (rules === null) return handlers;
  return aroundStoring(
    handlers,
    (call, verb) => verb({ ...call, body: redactValue(call.body, rules) }),
  );
}

/**
 * Own patterns from the environment: one regular expression a line or separated by `;;`.
 *
 * @throws {SyntaxError} If one is not a regular expression; the message names its position, not its text.
 */
export function parseOwnPatterns(text: string): RegExp[] {
  return text.split(/\n|;;/).map((part) => part.trim()).filter((part) => part !== "").map(
    (part, i) => {
      try {
        return new RegExp(part, "gu");
      } catch (cause) {
        throw new SyntaxError(
          `Cannot read redaction pattern ${i + 1}: it is not a regular expression`,
          { cause },
        );
      }
    },
  );
}
