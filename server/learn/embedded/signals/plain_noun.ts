/**
 * A stretch of a request without names, numbers and pointers, for the situation of a rule.
 *
 * @module
 */

import { LANGUAGES } from "../lexicon/people.ts";
import { DAYS, FUNCTION_WORDS, OUTPUTS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { NUMBER_WORDS } from "../rules/classes.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import type { Sentence } from "../types.ts";

/** `last week`, `this weekend`: when, and no part of what is asked. */
const TIME_NOUN =
  /^(?:week|weekend|month|year|quarter|season|term|morning|afternoon|evening|night|time|summer|winter|spring|autumn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

const ASKING = wordSet(
  "what which who how where when why is are was were does do did can could should will would has have i you we it there me my the a an this that these those 's much many long far any please your tell let know find if whether our now today tomorrow",
);
const SPECIFIC = wordSet(
  "this that these those my our the your last next first second today tomorrow yesterday tonight",
);

/** Content words of a stretch without names, numbers, dates and pointers. */
export function generalNoun(
  sentence: Sentence,
  from: number,
  to: number,
  maxWords: number,
): string {
  const out: string[] = [];
  const opening = sentence.tokens[from]?.fold ?? "";
  const isQuestion = ASKING.has(opening) &&
    !/^(?:a|an|the|my|our|your|me|us|this|that|these|those|please)$/.test(opening);
  for (let at = from; at < to && out.length < maxWords; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind === "punct" && /^[.!?;:]$/.test(token.text)) break;
    // `by two hours`, `for 30 days`: an amount of the moment goes with its noun.
    if (
      token.kind === "number" || NUMBER_WORDS.has(token.fold) && !/^(?:one|first)$/.test(token.fold)
    ) {
      const unit = sentence.tokens[at + 1];
      if (
        /^(?:by|for|in|within|of|to|at|from|with)$/.test(out.at(-1) ?? "") &&
        unit?.kind === "word" &&
        /^(?:minutes?|hours?|days?|weeks?|months?|years?|percent|euros?|dollars?|km|kilometres|metres|miles|kilos?|grams|people)$/
          .test(unit.fold)
      ) {
        out.pop();
        at++;
      }
      // `a 40 kg goat`
      if (
        token.kind === "number" &&
        (UNIT_WORDS.has(unit?.fold ?? "") ||
          /^(?:kg|g|cm|mm|m|l|ml|year|month|week|day|minute|hour)$/.test(unit?.fold ?? "")) &&
        sentence.tokens[at + 2]?.kind === "word" &&
        !FUNCTION_WORDS.has(sentence.tokens[at + 2]?.fold ?? "")
      ) at++;
      // `put clause 9 into Dutch`: any one of its kind.
      if (
        out.length === 1 && token.kind === "number" && !FUNCTION_WORDS.has(out[0] ?? "") &&
        !/^(?:between|around|before|after|under|over|above|below|within|until|than|since)$/.test(
          out[0] ?? "",
        ) && /^[a-z]{3,}[^s\W]$/.test(out[0] ?? "")
      ) {
        out.unshift(/^[aeiou]/.test(out[0] ?? "") ? "an" : "a");
      }
      if (token.kind === "number") continue;
      if (out.length > 0 && sentence.tokens[at]?.fold !== token.fold) continue;
      // `my mistake in game four`: which one is a detail of the moment.
      const next = sentence.tokens[at + 1];
      const isName = /^[a-z]{3,}$/.test(out.at(-1) ?? "") && !FUNCTION_WORDS.has(out.at(-1) ?? "");
      if (isName && (next?.kind !== "word" || FUNCTION_WORDS.has(next.fold))) continue;
    }
    if (token.kind !== "word") continue;
    if (
      out.length > 0 &&
      (token.fold === "as" && !isQuestion ||
        token.fold === "'s" && sentence.tokens[at - 1]?.capital === true)
    ) break;
    if (
      /^(?:for|to)$/.test(token.fold) && /^(?:me|us)$/.test(sentence.tokens[at + 1]?.fold ?? "")
    ) {
      at++;
      continue;
    }
    if (/^(?:a|an|the|my|our)$/.test(token.fold)) {
      const article = articleAt(sentence, at, to);
      if (article !== "") out.push(article);
      continue;
    }
    if (isQuestion && ASKING.has(token.fold)) continue;
    if (SPECIFIC.has(token.fold)) {
      // `summarise this article`: any one of its kind.
      if (/^(?:this|that)$/.test(token.fold) && out.length === 0) {
        const article = articleAt(sentence, at, to) === ""
          ? ""
          : sentence.tokens[at + 1]?.fold ?? "";
        if (article !== "" && !TIME_NOUN.test(article)) {
          out.push(/^[aeiou]/.test(article) ? "an" : "a");
        }
      }
      if (
        /^(?:this|last|next)$/.test(token.fold) &&
        TIME_NOUN.test(sentence.tokens[at + 1]?.fold ?? "")
      ) {
        at++;
      }
      continue;
    }
    // `rename getUsr to getUser`: names of code.
    if (/[a-z][A-Z]|\w_\w|\w\(\)/.test(token.text)) continue;
    const last = out.at(-1) ?? "";
    if (token.fold === "'s" && last !== "" && sentence.tokens[at - 1]?.fold === last) {
      out[out.length - 1] = `${last}'s`;
      continue;
    }
    // `today's photo`: whose, was left out.
    if (token.fold === "'s" && (last === "" || SPECIFIC.has(sentence.tokens[at - 1]?.fold ?? ""))) {
      continue;
    }
    if (
      token.capital && LANGUAGES.has(token.fold) && /^(?:into|to|in|from)$/.test(last) ||
      token.capital && DAYS.has(token.fold) && /^an?$/.test(last)
    ) {
      out.push(token.text);
      continue;
    }
    if (token.capital && at > 0 && !OUTPUTS.has(token.fold) && !/^[A-Z]{2,5}$/.test(token.text)) {
      continue;
    }
    if (
      /^(?:please|thanks|also|and|but|with|from|for|of|in|on|at|to|about|by)$/.test(token.fold) &&
      (out.length === 0 || nextIsDropped(sentence, at, to))
    ) continue;
    out.push(token.fold === "i" ? "the user" : token.fold === "me" ? "the user" : token.fold);
  }
  while (out.length > 0 && FUNCTION_WORDS.has(out.at(-1) ?? "")) out.pop();
  if (isQuestion) dropAskedVerb(sentence, from, to, out);
  return out.join(" ");
}

/** `what did the tests show`, `how warm is the greenhouse`: the verb and the measure belong to the question. */
function dropAskedVerb(sentence: Sentence, from: number, to: number, out: string[]): void {
  const folds = sentence.tokens.slice(from, to).map((token) => token.fold);
  const last = out.at(-1) ?? "";
  if (
    out.length > 2 && folds.some((word) => /^(?:do|does|did)$/.test(word)) &&
    baseForm(last) === last && !OUTPUTS.has(last)
  ) {
    out.pop();
  }
  if (
    folds[0] === "how" && /^(?:is|are|was|were)$/.test(folds[2] ?? "") && out[0] === folds[1] &&
    out.length > 1
  ) out.shift();
  while (out.length > 0 && FUNCTION_WORDS.has(out.at(-1) ?? "")) out.pop();
}

/** The article of a single thing that is named behind it; plurals and what is dropped need none. */
function articleAt(sentence: Sentence, at: number, to: number): string {
  const next = sentence.tokens[at + 1];
  if (
    next === undefined || at + 1 >= to || next.kind !== "word" || SPECIFIC.has(next.fold) ||
    FUNCTION_WORDS.has(next.fold) || NUMBER_WORDS.has(next.fold) ||
    next.capital && !(DAYS.has(next.fold) && /^an?$/.test(sentence.tokens[at]?.fold ?? "")) &&
      !/^[A-Z]{2,5}$/.test(next.text)
  ) return "";
  let last = at + 1;
  while (
    last + 1 < to && sentence.tokens[last + 1]?.kind === "word" &&
    !FUNCTION_WORDS.has(sentence.tokens[last + 1]?.fold ?? "") && last - at < 3
  ) last++;
  const plural = /[^su]s$/.test(sentence.tokens[last]?.fold ?? "");
  const fold = sentence.tokens[at]?.fold ?? "";
  if (plural && !/^an?$/.test(fold)) return "";
  return fold === "my" || fold === "our" ? "the user's" : fold;
}

function nextIsDropped(sentence: Sentence, at: number, to: number): boolean {
  for (let index = at + 1; index < to; index++) {
    const token = sentence.tokens[index];
    if (token === undefined || token.kind === "punct") return true;
    // `an order for 3 laptops`: the number goes, the thing stays.
    if (token.kind === "number" && /^[a-z]+[^s]s$/.test(sentence.tokens[index + 1]?.text ?? "")) {
      continue;
    }
    if (SPECIFIC.has(token.fold) || /^(?:a|an)$/.test(token.fold)) continue;
    // `of the Halvorsen atlas`: the name goes, the thing stays.
    const next = sentence.tokens[index + 1];
    if (
      token.capital && index > at + 1 && index + 1 < to && next?.kind === "word" &&
      !next.capital && !FUNCTION_WORDS.has(next.fold) && /^[a-z]{3,}$/.test(next.fold)
    ) continue;
    return token.kind !== "word" ||
      token.capital && !OUTPUTS.has(token.fold) && !/^[A-Z]{2,5}$/.test(token.text);
  }
  return true;
}
