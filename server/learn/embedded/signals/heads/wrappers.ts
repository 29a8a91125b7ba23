/**
 * Words around an instruction that add nothing to it: `make sure to`, `may I ask you to`.
 *
 * @module
 */

import type { Sentence } from "../../types.ts";

const ASSURANCES = [
  "see to it that",
  "see that",
  "make sure that",
  "make sure",
  "ensure that",
  "ensure",
  "be sure that",
].map((phrase) => phrase.split(" "));

/** Token behind `see to it that` before a whole sentence, or `at` when there is none. */
export function assuranceAt(sentence: Sentence, at: number): number {
  const words = ASSURANCES.find((phrase) =>
    phrase.every((word, step) => sentence.tokens[at + step]?.fold === word)
  );
  const next = sentence.tokens[at + (words?.length ?? 0)]?.fold ?? "";
  return words === undefined || /^(?:to|you|it|that|this|of|not|never)$/.test(next)
    ? at
    : at + words.length;
}

/** `I wonder if I might trouble you to …`. */
const ASKED_KINDLY = ["may", "might", "can", "could"].flatMap((word) =>
  ["ask", "trouble", "bother"].flatMap((verb) => [
    `${word} i ${verb} you to`,
    `i wonder if i ${word} ${verb} you to`,
    `i was wondering if i ${word} ${verb} you to`,
  ])
);

const WRAPPERS = [
  ...ASKED_KINDLY,
  "make it a habit to",
  "make it a rule to",
  "make a point of",
  "get into the habit of",
  "be so kind as to",
  "be so kind and",
  "be a dear and",
  "be so good as to",
  "be sure to",
  "make sure to",
  "make sure you",
  "make sure that you",
  "see to it that you",
  "try to",
  "it is important to",
  "it is important that you",
  "it is better to",
  "if you might",
  "if you could just",
  "if you could please",
  "if you could",
  "if you would",
  "if you can please",
  "the rule is to",
  "i expect you to",
  "your job is to",
  "the idea is to",
  "what i want is for you to",
  "what i would like is for you to",
  "what i need is for you to",
  "let's agree that you",
  "let us agree that you",
  "let's agree to",
  "let's make it a rule to",
  "i would like us to",
  "all you need to do is",
  "all you have to do is",
  "do you think you could",
  "do you think you can",
  "do you suppose you could",
  "do you reckon you could",
  "any chance you could",
  "is there any chance you could",
  "is there a chance you could",
  "is there a way you could",
  "any way you could",
  "may i suggest that you",
  "might i suggest that you",
  "can i suggest that you",
  "may i suggest you",
  "might i suggest you",
  "i suggest that you",
  "i suggest you",
  "i would suggest that you",
  "i would suggest you",
  "i must ask you to",
  "i would ask you to",
  "let me ask you to",
  "make it standard to",
  "make it standard practice to",
  "make it your habit to",
].map((phrase) => phrase.split(" "));

const WRAPPERS_BY_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  WRAPPERS,
  (phrase) => phrase[0] ?? "",
);

/** Token behind a wrapper around an instruction, or `at` when there is none. */
export function wrapperEnd(sentence: Sentence, at: number): number {
  const wrapper = WRAPPERS_BY_WORD.get(sentence.tokens[at]?.fold ?? "")?.find((phrase) =>
    phrase.every((word, step) => sentence.tokens[at + step]?.fold === word)
  );
  return wrapper === undefined ? at : at + wrapper.length;
}
