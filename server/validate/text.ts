import {
  INVALID,
  type Invalid,
  refuse,
  refuseValue,
  type Run,
  scalar,
  type Schema,
} from "./schema.ts";

/**
 * Whether a UTF-16 unit is white space here: Unicode's White_Space and U+001C to U+001F. Differs
 * from `String.prototype.trim`, which also takes U+FEFF and misses U+001C to U+001F and U+0085.
 */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13) || unit >= 0x1c;
  if (unit < 0x85) return false;
  return unit === 0x85 || unit === 0xa0 || unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000;
}

/** `text` without outer white space. */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Checks that `input` is a text that can be written as UTF-8. */
function parseText(input: unknown, run: Run): string | Invalid {
  if (typeof input !== "string") {
    return refuse(run, "string_type", { msg: "Input should be a valid string", input });
  }
  if (!input.isWellFormed()) {
    const msg = "Input should be a valid string, unable to parse raw data as a unicode string";
    return refuse(run, "string_unicode", { msg, input });
  }
  return input;
}

/** The trimmed text, refused when nothing is left of it. */
function parseNonEmpty(text: string, run: Run, input: unknown): string | Invalid {
  const trimmed = trimText(text);
  return trimmed === "" ? refuseValue(run, "must not be empty or blank", input) : trimmed;
}

/** Any text, kept as sent. */
export const text: Schema<string> = scalar({ type: "string" }, parseText);

/** How the documentation shows texts that must hold a visible character. */
const NON_EMPTY_JSON = { type: "string", minLength: 1, pattern: "\\S", "x-trim": true };

/** A text that is trimmed and must not be empty then. */
export const nonEmptyText: Schema<string> = scalar(NON_EMPTY_JSON, (input, run) => {
  const value = parseText(input, run);
  return value === INVALID ? INVALID : parseNonEmpty(value, run, input);
});

// deno-lint-ignore no-control-regex
const CONTROL_CHARACTERS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A {@link nonEmptyText} without control characters; tab and line ends stay. */
export const promptText: Schema<string> = scalar(
  { ...NON_EMPTY_JSON, "x-strip-control-chars": true },
  (input, run) => {
    const value = parseText(input, run);
    return value === INVALID
      ? INVALID
      : parseNonEmpty(value.replace(CONTROL_CHARACTERS, ""), run, input);
  },
);

/** Words as a sentence: `'a', 'b' or 'c'`. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/** One of a few words, case-sensitive and untrimmed. */
export function oneOf<Word extends string>(values: readonly Word[]): Schema<Word> {
  const expected = joinWords(values.map((value) => `'${value}'`));
  const said = { msg: `Input should be ${expected}`, ctx: { expected } };
  const known = new Map<unknown, Word>(values.map((value) => [value, value]));
  return scalar(
    { type: "string", enum: values },
    (input, run) => known.get(input) ?? refuse(run, "enum", { ...said, input }),
  );
}

/** One fixed word. */
export function constant<Word extends string>(word: Word): Schema<Word> {
  const expected = `'${word}'`;
  return scalar(
    { type: "string", const: word },
    (input, run) =>
      input === word ? word : refuse(run, "literal_error", {
        msg: `Input should be ${expected}`,
        input,
        ctx: { expected },
      }),
  );
}
