/**
 * Whether a turn reacts to an answer, and what was asked for before.
 *
 * @module
 */

import type { Input } from "./form.ts";

/** The one thing at hand, or only now: no rule. */
const AT_HAND =
  /\b(?:this (?:time|one|once)|today|tonight|tomorrow|yesterday|now|just once|for once|the (?:other|first|second|third|last|next) one)\b/;

/** Whether the turn answers something the assistant said, other than its question. */
export function isReaction(input: Input): boolean {
  const before = input.context.window[input.read.index - 1];
  return before?.turn.speaker === "assistant" && !/\?\s*$/.test(before.text.trim()) &&
    input.sentence.terminator !== "?" && !AT_HAND.test(input.text);
}

/** Whether the user had ordered something, and not asked. */
export function wasOrdered(input: Input): boolean {
  const request = input.context.window[input.read.index - 2]?.sentences.at(-1);
  return request !== undefined && request.terminator !== "?";
}

function sameWord(one: string, other: string): boolean {
  const stem = (word: string) => word.replace(/(?:es|s|ing|ed|e)$/, "");
  return one.length > 2 && stem(one).length > 1 && stem(one) === stem(other);
}

/** What is to be translated or corrected is hidden from the readers, but was asked for all the same. */
const TEXT_TASK =
  /^\s*(?:please |can you |could you )*(?:translate|proofread|correct|check|rewrite|shorten|summari[sz]e)\b/i;

/** Whether the request before the answer names one of the words. */
export function wasAskedFor(input: Input, words: readonly string[]): boolean {
  const request = input.context.window[input.read.index - 2];
  if (request === undefined) return false;
  return request.sentences.some((sentence) =>
    sentence.tokens.some((token) => words.some((word) => sameWord(word, token.fold)))
  ) || TEXT_TASK.test(request.text) &&
      words.some((word) =>
        word.length > 4 && request.text.toLowerCase().includes(word.replace(/s$/, ""))
      );
}

/** Whether the turn follows one of the assistant's. */
export function isAfterAnswer(input: Input): boolean {
  return input.context.window[input.read.index - 1]?.turn.speaker === "assistant";
}
