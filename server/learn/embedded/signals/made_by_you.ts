/**
 * `Every list you make for me`: an output named by the assistant's own doing, which makes a rule.
 *
 * @module
 */

import type { Sentence } from "../types.ts";
import { baseForm, gerund } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import { textOf } from "../rules/values.ts";
import { outputTrigger } from "./output_trigger.ts";

const ALL = wordSet("every each any all anything everything whatever");
const BETWEEN = wordSet("ever might will may then next that also always");
/** `anything you're unsure of`: nothing is made. */
const NO_MAKING = /^(?:have|be|am|are|is|do|can|could|want|like|need|know|see|must|should|would)$/;
/** What users do again and again: `every weight I give you`. */
const GIVES = wordSet("give send ask mention upload paste share forward dictate name hand");

/** Words between the quantifier and its `you` at most. */
const REACH = 7;

/** `every rota you write`, `anything I send you`; "" when the words name no such thing. */
export function madeByYou(folds: readonly string[]): string {
  for (let at = 0; at < folds.length; at++) {
    if (!ALL.has(folds[at] ?? "")) continue;
    for (let index = at + 1; index < Math.min(folds.length, at + REACH); index++) {
      const word = folds[index] ?? "";
      if (/^[,;:.!?]$/.test(word)) break;
      if (!/^(?:you|i|we)$/.test(word)) continue;
      const verb = folds[verbAfter(folds, index)] ?? "";
      const fits = word === "you"
        ? baseForm(verb) === verb && !NO_MAKING.test(verb)
        : GIVES.has(verb);
      if (fits) return `${folds[at] ?? ""} … ${word} ${verb}`;
      break;
    }
  }
  return plainPlural(folds);
}

/** `in the sermons you write`: a plural of the assistant's making behind a preposition. */
function plainPlural(folds: readonly string[]): string {
  const at = folds.indexOf("you");
  const verb = folds[verbAfter(folds, at)] ?? "";
  const opens =
    folds.slice(Math.max(0, at - 4), Math.max(0, at - 1)).some((word) =>
      /^(?:in|for|with|on)$/.test(word)
    ) || folds[0] === "the" && at <= 4 || at <= 2;
  return at > 0 && opens && /[^s]s$/.test(folds[at - 1] ?? "") && baseForm(verb) === verb &&
      /^(?:write|draft|make|give|send|prepare|produce|create|design|plan|build|post|translate|suggest|recommend)$/
        .test(verb)
    ? `${folds[at - 1] ?? ""} you ${verb}`
    : "";
}

function verbAfter(folds: readonly string[], subject: number): number {
  let at = subject + 1;
  while (BETWEEN.has(folds[at] ?? "")) at++;
  return at;
}

/** `all the scores you transpose for me` → `When transposing scores`; "" without such a phrase. */
export function madeTrigger(sentence: Sentence, from: number, to: number): string {
  const folds = sentence.folds;
  for (let at = from; at < to; at++) {
    if (folds[at] !== "you") continue;
    const verbAt = verbAfter(folds, at);
    const verb = folds[verbAt] ?? "";
    if (verbAt >= to || baseForm(verb) !== verb || NO_MAKING.test(verb)) continue;
    const start = nounStart(folds, from, at);
    if (start === null) continue;
    const text = textOf(sentence, start, at, { person: "rule" }).replace(/^(?:the|your) /i, "");
    if (GENERIC_DEED.test(verb) && OUTPUTS.has(folds[at - 1] ?? "")) return outputTrigger(text);
    const noun = isOne(folds, start) ? withArticle(text) : text;
    const rest = textOf(sentence, verbAt + 1, restEnd(folds, verbAt + 1, to), { person: "rule" })
      .replace(/^the user\b/, "").replace(/ ?\b(?:for|to) the user\b/, "");
    return `When ${gerund(verb)} ${noun} ${rest}`.replace(/\s+/g, " ").trim();
  }
  return "";
}

/** Deeds that say no more than that the output is made. */
const GENERIC_DEED = /^(?:write|send|make|give|draft|produce|prepare|create)$/;

function isOne(folds: readonly string[], start: number): boolean {
  return folds.slice(Math.max(0, start - 3), start).some((word) =>
    word === "every" || word === "each" || word === "any"
  );
}

function withArticle(noun: string): string {
  if (noun === "" || /[^s]s$/.test(noun)) return noun;
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** First token of the noun behind its quantifier; null when `you` follows none. */
function nounStart(folds: readonly string[], from: number, you: number): number | null {
  for (let at = you - 1; at >= Math.max(from, you - REACH); at--) {
    const word = folds[at] ?? "";
    if (!ALL.has(word)) continue;
    let start = at + 1;
    while (start < you && /^(?:of|the|my|our|future|new|single|that)$/.test(folds[start] ?? "")) {
      start++;
    }
    return start;
  }
  if (folds[from] === "the" && /[^s]s$/.test(folds[you - 1] ?? "")) return from + 1;
  // `maps you make for me`
  return you === from + 1 && /[^s]s$/.test(folds[from] ?? "") ? from : null;
}

function restEnd(folds: readonly string[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (
      /^(?:[,;:]|must|should|has|have|needs?|is|are|to|says?|shows?|in|with|and|or|as|by)$/
        .test(folds[at] ?? "") &&
      !/^(?:me|us|customers|guests|parents|clients)$/.test(folds[at + 1] ?? "")
    ) return at;
  }
  return to;
}
