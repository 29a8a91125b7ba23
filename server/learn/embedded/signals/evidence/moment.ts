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
    input.standing === "" && (answersWithNone(found, input) || isMomentary(found));
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

/** `The baby's asleep, so keep it short`, `no jargon, it's for the parents`: for the one case at hand. */
export const FOR_NOW =
  /(?:(?<!\b(?:when|whenever|if|while|until|once|because) (?:\S+ ){1,3})(?<=^|\s)(?:is|are|am|'s) (?:asleep|sleeping|waiting|boarding|driving|late|running late|in (?:a|the) (?:hurry|rush|meeting|queue|car|tunnel)|on (?:the|a) (?:phone|train|bus|tram|plane|move|go|way)|about to (?:leave|board|start|go|begin))|battery is|(?:is|are) (?:nearly|almost) (?:dead|empty|flat))\b|, ?(?:because |since |as )?(?:it|this|that) is (?:only |just )?for (?:the|my|our|a|an) [\w'-]+(?: [\w'-]+)?$/;

/** `Now put them in brackets`: one more step with what was just made. */
export const NEXT_STEP =
  /^(?:(?:ok|okay|great|good|thanks|thank you|and|perfect)(?: ?, ?| )?)*(?:now|then) (?:please )?[a-z]+ (?:it|them|that|this|these|those)\b/;

/** Whether what is told beside the order says that it is of the moment. */
function isMomentary({ sentence, instruction }: Found): boolean {
  return instruction.condition === null &&
    (FOR_NOW.test(sentence.said) || NEXT_STEP.test(sentence.said));
}
