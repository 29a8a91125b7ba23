/**
 * The situation of a rule by the thing that is worked on.
 *
 * @module
 */

import { LANGUAGES } from "../lexicon/people.ts";
import { CURRENCIES, DAYS } from "../lexicon/things.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import { textOf } from "../rules/values.ts";
import type { Sentence } from "../types.ts";

/** Verbs whose preposition belongs to them (`ask for the weight`). */
const OWN_PREPOSITION =
  /^(?:ask|look|search|check|wait|account|allow|apologise|apologize|log|sign|rely|insist|focus|stick|charge|bill)$/;

/** What one measures by in a kitchen or a sickroom, and kinds of letters. */
const MEASURES =
  /^(?:foot|time|board|paper|hold|average|request|demand|purpose|credit|schedule|track|teaspoons|tablespoons|spoons|cups|drops|handfuls|slices|person|capitals|caps|bold|italics|lowercase|uppercase)$/;

/** `in the makefiles` → `When working on the makefiles`. */
export function placeIn(sentence: Sentence, from: number, to: number, verb: string): string {
  for (let at = from; at < to - 1; at++) {
    if (!/^(?:in|for|on)$/.test(sentence.tokens[at]?.fold ?? "")) continue;
    const end = Math.min(to, at + 5);
    const head = sentence.tokens[at + 1];
    if (
      head === undefined || LANGUAGES.has(head.fold) || MEASURES.test(head.fold) ||
      MEASURES.test(sentence.tokens[at + 2]?.fold ?? "") ||
      /^(?:this|that|it|case|order|time|one|future|general|full|short|detail|me|us|\d)/.test(
        head.fold,
      ) || head.kind === "number" || (at === from || verb === "ask") && OWN_PREPOSITION.test(verb)
    ) continue;
    let stop = at + 1;
    while (
      stop < end && sentence.tokens[stop]?.kind === "word" &&
      !/^(?:without|and|or|with|in|to|so|not|from|that|which|at|i|we)$/.test(
        sentence.tokens[stop]?.fold ?? "",
      )
    ) stop++;
    const named = sentence.tokens.slice(at + 1, stop).map((token) => token.fold);
    if (named.some((word) => CURRENCIES.has(word) || DAYS.has(word) || UNIT_WORDS.has(word))) {
      continue;
    }
    const text = textOf(sentence, at + 1, stop, { person: "rule" });
    // `in the language of the customer`: the phrase goes on, and says how, not where.
    if (head.fold === "language" || sentence.folds[at + 2] === "language") continue;
    if (text.length > 2) return `When working on ${text.replace(/^(?:all|every|each|any) /i, "")}`;
  }
  return "";
}
