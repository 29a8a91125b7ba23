/**
 * The words of a value, as its checkers read them.
 *
 * @module
 */

import type { Token } from "../types.ts";
import type { ValueRange } from "./shapes.ts";

/** Tokens of a value. */
export function tokensOf(value: ValueRange): readonly Token[] {
  return value.sentence.tokens.slice(value.from, value.to);
}

/** Folded words of a value, one blank between them. */
export function textOf(value: ValueRange): string {
  return tokensOf(value).map((token) => token.fold).join(" ");
}

/** Text of a value without blanks, for Chinese and Japanese. */
export function joined(value: ValueRange): string {
  return tokensOf(value).map((token) => token.text).join("");
}

/** Folded words behind a value, up to six. */
export function after(value: ValueRange): string {
  return value.sentence.tokens.slice(value.to, value.to + 6).map((token) => token.fold).join(" ");
}

/** Tokens of a value that hold its first `chars` characters: a Latin word or a number is one token. */
export function tokensIn(value: ValueRange, chars: number): number {
  let seen = 0;
  let count = 0;
  for (const token of tokensOf(value)) {
    if (seen >= chars) break;
    seen += token.text.length;
    count++;
  }
  return count;
}
