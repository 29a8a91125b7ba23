/**
 * Orders that only look like rules: they are about the text behind them, or give an answer back.
 *
 * @module
 */

import { lightStem } from "../../text/stem.ts";
import type { EvidenceInput } from "./evidence.ts";
import type { Found } from "../found.ts";

/** Verbs of working on a text that follows. */
const WORKS_ON =
  /^(?:label|classify|categori[sz]e|sort|tag|mark|annotate|rate|translate|summari[sz]e|explain|check|proofread|correct|fix|rewrite|rephrase|convert|count|review|compare|solve|answer|read|look|analy[sz]e)$/;

/** `Label each line as complaint or question: …`; `no rows`. */
export function isOfTheMoment(found: Found, input: EvidenceInput): boolean {
  return isAboveText(found) || isNotSoAfterAll(found) ||
    input.standing === "" && answersWithNone(found, input);
}

/** Whether what is to be worked on stands behind a colon. */
function isAboveText({ sentence, instruction }: Found): boolean {
  return sentence.tokens.at(-1)?.text === ":" && WORKS_ON.test(instruction.head.verb);
}

/** `no latex allergy after all`: what turned out not to be. */
function isNotSoAfterAll({ sentence, instruction }: Found): boolean {
  return instruction.head.negative && sentence.tokens.at(-1)?.fold !== "please" &&
    /(?:^| )no \S+(?: \S+)? after all(?: |$)/.test(sentence.said);
}

/** `no rows`, after `Either no row matches or …`: the answer's own words given back. */
function answersWithNone({ sentence }: Found, { context, read }: EvidenceInput): boolean {
  const [no, thing, next] = sentence.tokens;
  if (no?.fold !== "no" || thing === undefined || next !== undefined && next.kind !== "punct") {
    return false;
  }
  const before = context.window[read.index - 1];
  if (before?.turn.speaker !== "assistant") return false;
  return [...before.text.toLowerCase().matchAll(/\bno ([a-z]+)/g)].some(([, word = ""]) =>
    lightStem(word) === lightStem(thing.fold)
  );
}
