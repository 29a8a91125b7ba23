/**
 * What makes a clause an instruction, and the small words around its verb.
 *
 * @module
 */

import { FUNCTION_WORDS } from "../../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../../lexicon/verbs.ts";
import { wordSet } from "../../lexicon/words.ts";
import type { Sentence } from "../../types.ts";

/** Grammatical form in which an instruction came. */
export type InstructionForm =
  | "imperative"
  | "modal"
  | "polite"
  | "suggestion"
  | "want"
  | "norm"
  | "fragment";

/** A head: the words that make a clause an instruction. */
export interface Head {
  readonly form: InstructionForm;
  readonly negative: boolean;
  /** Base form of the verb, "" when the sentence names none. */
  readonly verb: string;
  /** First token of the instruction's own words. */
  readonly at: number;
  /** First token after the verb. */
  readonly body: number;
  /** `always` or `never` stood in the head. */
  readonly always: boolean;
}

const ADVERBS = wordSet(
  "always never please just ever kindly simply really only also then possibly perhaps maybe still at least immediately first generally usually rather instead consistently again",
);

/** The folded word at a place, or "". */
export function fold(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.fold ?? "";
}

/** Whether a folded word stands for the user, alone or with others. */
export function isUser(word: string): boolean {
  return word === "i" || word === "we";
}

/** Skips adverbs; tells whether `always` was among them. */
export function skipAdverbs(
  sentence: Sentence,
  at: number,
  to: number,
): { at: number; always: boolean; never: boolean } {
  let always = false;
  let never = false;
  while (at < to && ADVERBS.has(fold(sentence, at))) {
    if (fold(sentence, at) === "always") always = true;
    if (fold(sentence, at) === "never") never = true;
    at++;
  }
  return { at, always, never };
}

/** The word at a place when it can open an order. */
export function verbAt(sentence: Sentence, at: number): string | undefined {
  const word = fold(sentence, at);
  if (sentence.tokens[at]?.kind !== "word" || !isTaskVerb(word)) {
    return word === "be" || word === "have" || word === "do" || word === "get" ? word : undefined;
  }
  return word;
}

/** Behind `never`, a word before `my`, `our` or `the` is a verb even when the list lacks it. */
export function unknownVerbAt(sentence: Sentence, at: number): string | undefined {
  const token = sentence.tokens[at];
  const next = fold(sentence, at + 1);
  return token?.kind === "word" && !token.capital && !FUNCTION_WORDS.has(token.fold) &&
      /^(?:my|our|the|any|me|us)$/.test(next) &&
      !/(?:ing|ed|ly|s)$/.test(token.fold)
    ? token.fold
    : undefined;
}

/** Behind `do not`, any word with an object or a place is a verb (`do not panic in handlers`). */
export function bannedVerbAt(sentence: Sentence, at: number): string | undefined {
  const token = sentence.tokens[at];
  const next = fold(sentence, at + 1);
  if (token?.kind !== "word" || token.capital || FUNCTION_WORDS.has(token.fold)) return undefined;
  if (/(?:ing|ed|ly)$/.test(token.fold) || token.fold.length < 4) return undefined;
  return /^(?:a|an|the|any|my|our|your|in|on|with|me|us|people|it|them)$/.test(next) ||
      /[^s]s$/.test(next) ||
      token.fold.includes("-") && next !== ""
    ? token.fold
    : undefined;
}

/** Base form of the word at a place when it is a form of a verb. */
export function anyVerbAt(sentence: Sentence, at: number): string | undefined {
  return sentence.tokens[at]?.kind === "word" ? baseForm(fold(sentence, at)) : undefined;
}

/** `would rather do that in person`, `want to get into law school`: of the user, and no order. */
export function isOwnAim(sentence: Sentence, at: number): boolean {
  return fold(sentence, at) === "would" && fold(sentence, at + 1) === "rather" &&
      fold(sentence, at + 2) !== "you" ||
    fold(sentence, at) === "want" && fold(sentence, at + 1) === "to" &&
      !/^(?:know|see|hear|be|read|have|get)$/.test(fold(sentence, at + 2)) ||
    /^(?:want|need)$/.test(fold(sentence, at)) && fold(sentence, at + 1) === "to" &&
      /^(?:get|be) (?:into|to|in|through|ready|able|fit|done)$/.test(
        `${fold(sentence, at + 2)} ${fold(sentence, at + 3)}`,
      );
}

const ERRANDS = wordSet(
  "buy feed water call ring fetch collect lock walk phone pay bring take get close open turn switch pick post return book cancel",
);

/** `remember to feed the cat`, `remember to buy milk`: one thing, done once. */
export function isErrand(sentence: Sentence, at: number, to: number): boolean {
  const words = sentence.folds.slice(at + 1, to);
  const isOne = /^(?:the|my|our|your|a|an)$/.test(words[0] ?? "") &&
    !/[^s]s$/.test(words.at(-1) ?? "");
  return words.length <= 3 && (isOne || ERRANDS.has(fold(sentence, at))) &&
    !words.some((word) => /^(?:every|each|all|any|when|before|after)$/.test(word));
}
