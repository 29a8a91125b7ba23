import type { Flag, Positional } from "../command.ts";
import { usageError } from "../errors.ts";
import type { FlagValue } from "../input.ts";
import { suggest } from "./suggest.ts";

/**
 * Turns the text of a flag into its value.
 *
 * @throws {CliError} `usage` when the text does not fit the type.
 */
export function readFlagValue(flag: Flag, text: string): FlagValue {
  switch (flag.type) {
    case "int":
      return readNumber(flag.name, text, true);
    case "number":
      return readNumber(flag.name, text, false);
    case "word":
      return readWord(`--${flag.name}`, text, flag.words ?? []);
    case "words": {
      const words = text.split(",").map((word) => word.trim()).filter((word) => word !== "");
      return flag.words === undefined
        ? words
        : words.map((word) => readWord(`--${flag.name}`, word, flag.words ?? []));
    }
    default:
      return text;
  }
}

/** A number, whole when asked for. */
function readNumber(name: string, text: string, isWhole: boolean): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(value) || (isWhole && !Number.isSafeInteger(value))) {
    const wish = isWhole ? "a whole number" : "a number";
    throw usageError(`--${name} is ${JSON.stringify(text)}, must be ${wish}`);
  }
  return value;
}

/** One of the allowed words. */
function readWord(what: string, text: string, words: readonly string[]): string {
  if (words.includes(text)) return text;
  const near = suggest(text, words);
  throw usageError(
    `${what} is ${JSON.stringify(text)}, must be one of ${words.join(", ")}`,
    near === undefined ? undefined : `Did you mean ${near}?`,
  );
}

/** Checks a word that stands without a flag. */
export function readPositional(positional: Positional, text: string): string {
  return positional.words === undefined
    ? text
    : readWord(positional.name.toUpperCase(), text, positional.words);
}
