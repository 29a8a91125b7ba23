/**
 * What the readers of forms of wording share.
 *
 * @module
 */

import { LANGUAGES } from "../../lexicon/people.ts";
import { TOOLS } from "../../lexicon/things.ts";
import { textOf } from "../../rules/values.ts";
import type { ReadTurn, Sentence } from "../../types.ts";
import type { Context } from "../finding.ts";
import type { PlaybookDraft } from "../playbook_finding.ts";
import type { Pushback } from "../pushback.ts";
import { faultText } from "../rule_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";

/** Reads one form of complaint; null when it is another. */
export type Reader = (
  input: Input,
) => Omit<PlaybookDraft, "read" | "sentence" | "spans" | "scope"> | null;

/** A sentence with its words and the objections of the turn. */
export interface Input {
  readonly read: ReadTurn;
  readonly sentence: Sentence;
  readonly folds: readonly string[];
  readonly text: string;
  readonly pushbacks: readonly Pushback[];
  readonly context: Context;
}

/** Tidies blanks and stops and starts with a capital. */
export function capital(text: string): string {
  const tidy = text.replace(/\s*, (?:please|pls)(?=\s*,|$)/i, "").replace(
    /\s*, how (?:often|many times) .*$/,
    "",
  ).replace(/\s+/g, " ").replace(
    /\s+([,;:])/g,
    "$1",
  ).replace(/[\s,;:.]+$/, "")
    .trim();
  return tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

/** The objection as a rationale. */
export function objection(pushbacks: readonly Pushback[], sentence: Sentence): string | null {
  const fault = faultText(pushbacks, sentence);
  return fault === "" ? null : `The user objected: ${fault}`;
}

/** First token that ends a clause. */
export function clauseEnd(folds: readonly string[], from: number): number {
  for (let at = from; at < folds.length; at++) {
    if (
      /^[,;:\u2013\u2014-]$/.test(folds[at] ?? "") ||
      /^(?:because|since|otherwise)$/.test(folds[at] ?? "")
    ) return at;
  }
  return folds.length;
}

/** What a reader gives: a rule without its place in the turn, or null. */
export type Draft = ReturnType<Reader>;

/** Source of a pattern for the small words in front of a correction. */
export const LEAD =
  "^(?:(?:no|but|sorry|hey|ugh|and|well|please|wrong|hm|so|ok|oh|right|thanks)(?: ?[,!.] ?| )?)*";

/** Words that point at something or somebody, so that no kind is named. */
export const POINTS =
  /\b(?:i|we|you|he|she|it|they|this|that|these|those|there|here|who|what|which|one|ones|his|her|their|your)\b/;

/** A rule from a correction: it holds for what was asked before, and the objection is its reason. */
export function correctionOf(
  input: Input,
  content: string,
  more: Partial<NonNullable<Draft>> = {},
): NonNullable<Draft> {
  return {
    detector: "D4",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(content),
    rationale: objection(input.pushbacks, input.sentence),
    base: 80,
    adjust: [],
    ...more,
  };
}

/** {@link correctionOf} with the user's own reason, when it is one of three words or more. */
export function explainedOf(
  input: Input,
  content: string,
  more: { readonly trigger?: string; readonly why?: string; readonly isWhole?: boolean } = {},
): NonNullable<Draft> {
  const { why = "", trigger, isWhole = false } = more;
  return correctionOf(input, content, {
    ...(trigger === undefined ? {} : { trigger }),
    ...(isWhole ? { isWhole } : {}),
    ...(why.split(" ").length < 3 ? {} : { rationale: capital(why) }),
  });
}

/** Words that keep their capital where they open a sentence. */
function isProper(word: string): boolean {
  return LANGUAGES.has(word) || TOOLS.has(word) ||
    /^(?:celsius|fahrenheit|british|american)$/.test(word);
}

/** The user's own spelling of a stretch of folded words; the opening of a sentence in lower case. */
export function asWritten(input: Input, phrase: string): string {
  const words = phrase.trim().split(" ");
  const at = input.folds.findIndex((_, index) =>
    words.every((word, step) => input.folds[index + step] === word)
  );
  if (at < 0) return phrase;
  const text = textOf(input.sentence, at, at + words.length, { person: "rule" });
  // `Amazon`, which the answer named.
  const isNamed = input.context.window[input.read.index - 1]?.turn.content.includes(
    ` ${text.split(" ")[0] ?? ""}`,
  ) === true;
  return at === 0 && !/^[A-Z]{2}/.test(text) && !isProper(words[0] ?? "") && !isNamed
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
