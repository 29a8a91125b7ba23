/**
 * Bans in the form of a wish: `I never want to see X`, `I don't want X in reports`.
 *
 * @module
 */

import type { Sentence } from "../types.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import type { Head } from "./imperative.ts";

/** `I never want to see rounded balances`: a ban in the form of a wish. */
export function neverWantHead(sentence: Sentence, at: number): Head | null {
  const words = [0, 1, 2, 3, 4].map((step) => sentence.tokens[at + step]?.fold ?? "").join(" ");
  if (/^(?:i|we) do not want (?!to\b|you\b|it\b|that\b|this\b|the\b)/.test(words)) {
    const rest = sentence.tokens.slice(at + 4).map((token) => token.fold);
    const where = rest.findIndex((word) => /^(?:in|on|under|at)$/.test(word));
    return where > 0 && where < 5 &&
        rest.slice(where).some((word) => OUTPUTS.has(word) && /[^s]s$/.test(word))
      ? { form: "fragment", negative: true, verb: "use", at, body: at + 4, always: true }
      : null;
  }
  return /^(?:i|we) never want to (?:see|read|hear|get)$/.test(words)
    ? { form: "fragment", negative: true, verb: "show", at, body: at + 5, always: false }
    : null;
}
