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
