/**
 * Rules told as facts: `release notes must be sober`, `nothing goes out before …`.
 *
 * @module
 */

import type { Sentence } from "../types.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import { wordSet } from "../lexicon/words.ts";
import type { Head } from "./imperative.ts";
import { skipLeads } from "./leads.ts";

function fold(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.fold ?? "";
}

const NORM_VERBS = wordSet(
  "must should shall need needs has have ought go goes get gets are is belong belongs require requires start starts end ends come comes stay stays",
);
const QUANTIFIERS = wordSet("any every each all no nothing nobody anything everything");

/** `release notes must be sober`, `any invoice above 5,000 goes to …`. */
export function normAt(sentence: Sentence, from: number, to: number): Head | null {
  const at = skipLeads(sentence, from, to);
  const limit = Math.min(to, at + 9);
  for (let index = at + 1; index < limit; index++) {
    const word = fold(sentence, index);
    if (!NORM_VERBS.has(word)) continue;
    const subject = sentence.tokens.slice(at, index);
    const last = subject.at(-1);
    const first = subject[0];
    if (first === undefined || last === undefined) return null;
    if (
      /^(?:i|we|you|he|she|it|they|this|that|these|those|there|my|the|your|what|who|which|his|her|our|a|an|here|one)$/
        .test(first.fold)
    ) return null;
    if (
      /^[A-Z]/.test(first.text) && at > 0 && first.capital && !QUANTIFIERS.has(first.fold) &&
      !sentence.shouting
    ) return null;
    if (
      /^(?:for|in|on|with|at|by|of|from|to|about|all|no)$/.test(first.fold) &&
      !isQuantified(subject)
    ) return null;
    if (
      /^(?:is|are|get|gets|stay|stays|start|starts|end|ends)$/.test(word) &&
      !isRuleLike(sentence, index + 1)
    ) return null;
    if (
      /^(?:nothing|nobody)$/.test(first.fold) &&
      !/\b(?:until|without|before|unless|except|but)\b/.test(
        sentence.tokens.slice(index).map((token) => token.fold).join(" "),
      )
    ) return null;
    if (/^(?:come|comes)$/.test(word) && !SOURCE.test(fold(sentence, index + 1))) return null;
    const strict = /^(?:must|should|shall|need|needs|has|have|ought)$/.test(word);
    if (/^(?:has|have)$/.test(word) && fold(sentence, index + 1) !== "to") continue;
    if (
      /^needs?$/.test(word) &&
      !/^(?:to|a|an|at|the|my|two|three|one|both)$/.test(fold(sentence, index + 1))
    ) continue;
    const plural = subject.some((token) => QUANTIFIERS.has(token.fold)) ||
      /[^s]s$/.test(last.fold) || subject.some((token) =>
        OUTPUTS.has(token.fold) && token.fold.endsWith("s")
      ) ||
      /^(?:of|in|for|above|over|under|below|from|to|with|about)$/.test(subject.at(-2)?.fold ?? "");
    if (!plural && !(strict && subject.some((token) => OUTPUTS.has(token.fold)))) return null;
    return {
      form: "norm",
      negative: false,
      verb: word,
      at,
      body: index,
      always: strict || /^(?:nothing|nobody)$/.test(first.fold),
    };
  }
  return null;
}

/** Where something comes from or goes to. */
const SOURCE = /^(?:from|to|in|on|into|with|before|after|first|through|via|by)$/;

function isQuantified(subject: readonly { readonly fold: string }[]): boolean {
  return /^(?:all|no)$/.test(subject[0]?.fold ?? "") && subject.length >= 2 &&
    !/^(?:i|we|you|is|the|of)$/.test(subject[1]?.fold ?? "");
}

/** After `is` or `get` only a participle, a number or a place makes a rule; an opinion does not. */
function isRuleLike(sentence: Sentence, at: number): boolean {
  const next = fold(sentence, at);
  const word = /^(?:always|never|only|not|to)$/.test(next) ? fold(sentence, at + 1) : next;
  if (next === "always" || next === "never" || next === "only") return true;
  return /(?:ed|en|wn)$/.test(word) && word.length > 4 &&
      !/^(?:broken|outdated|useless|needed|confused|interested|missed|expired|closed|failed|delayed|cancelled|listed|expected|tired|finished)$/
        .test(word) ||
    /^(?:in|on|to|at|from|one|two|three|four|five|six|under|with|before|after|without)$/.test(
        next,
      ) &&
      fold(sentence, at + 1) !== "the";
}
