/**
 * Where a judged rule holds, and what of its turn only tells why.
 *
 * @module
 */

import { triggerText } from "../signals/condition_trigger.ts";
import { skipLeads } from "../signals/heads/leads.ts";
import { backCondition } from "../signals/instruction.ts";
import type { Sentence } from "../types.ts";
import { coreOf } from "./told_text.ts";
import type { Unit } from "./units.ts";

/** A rule without its condition, and the condition as a situation. */
export interface Placed {
  readonly trigger: string;
  /** Tokens of what is to be done. */
  readonly from: number;
  readonly to: number;
}

/** Words that are left of an order without its condition, fewest. */
const LEAST_ORDER = 2;

/** `Three exercises tops whenever you make me a routine`: the condition says where it holds. */
export function placedUnit(sentence: Sentence, unit: Unit): Placed | null {
  if (sentence.lang !== "en") return null;
  const core = coreOf(sentence, unit);
  const { to } = core;
  const from = skipLeads(sentence, core.from, to);
  if (/^(?:when|whenever|if)$/.test(sentence.tokens[from]?.fold ?? "")) {
    return placedFront(sentence, from, to);
  }
  const back = backCondition(sentence, from + LEAST_ORDER, to);
  if (
    back === null || !/^(?:when|whenever|if)$/.test(back.opener) ||
    isManners(sentence, back.from)
  ) return null;
  const isTimed = sentence.tokens[back.from - 1]?.fold === "time";
  let end = back.from - (isTimed ? 2 : 1);
  while (end > from && sentence.tokens[end - 1]?.kind === "punct") end--;
  // `do it when …`, `only if …` say nothing without it.
  if (
    end - from < LEAST_ORDER || /^(?:only|just|even|and|or|but|it|that)$/.test(
      sentence.tokens[end - 1]?.fold ?? "",
    )
  ) return null;
  const trigger = triggerText(sentence, back, back.opener);
  // `when I travel with it`, `when it is our fault`: the case only points.
  return /^When (?:it|they|this|that|he|she)\b| (?:it|them|there|him|her|this|that)$/.test(trigger)
    ? null
    : { trigger, from, to: end };
}

/** `If it is not asking too much`, `if you do not mind`: manners, no case. */
function isManners(sentence: Sentence, at: number): boolean {
  return /^(?:(?:it|that|this) (?:is|would|was|suits|does|fits)\b|you (?:do not|would|could|can|like|please|are so)\b|i may\b|possible\b)/
    .test(sentence.tokens.slice(at, at + 3).map(({ fold }) => fold).join(" "));
}

/** `When a refund is over 250 it has to go past Mirela`: a comma, or what takes the case up, ends it. */
function placedFront(sentence: Sentence, from: number, to: number): Placed | null {
  for (let at = from + 3; at < to - LEAST_ORDER; at++) {
    const token = sentence.tokens[at];
    const isBorder = token?.text === ",";
    const isTakenUp = /^(?:it|they)$/.test(token?.fold ?? "") &&
      /^(?:must|should|has|have|goes|go|needs?|gets?)$/.test(sentence.tokens[at + 1]?.fold ?? "");
    if (!isBorder && !isTakenUp) continue;
    return {
      trigger: isManners(sentence, from + 1)
        ? ""
        : triggerText(sentence, { from: from + 1, to: at }, "when"),
      from: isBorder ? at + 1 : at,
      to,
    };
  }
  return null;
}

/** How things are: a subject and what it is, has or can. */
const TELLS =
  /^(?!(?:no|not|never|only|always|please|use|do|make|keep|any|every|each|all|nothing|nobody|one)\b)(?:\S+ ){1,5}?(?:is|are|was|were|can|could|has|have|does|do|did|will|would|changes?|came|went)\b/;
/** What makes a duty, or a want, of it. */
const BINDS =
  /\b(?:must|should|shall|needs?|always|never|only|every|each|any|no|instead|please|wants?|prefers?|rather|like|belongs?|goes?|comes?|right|enough|to be|forbidden|allowed|banned|place|source|counts?|best|better|first)\b/;

/** `Customers can read that channel`: how things are, the ground of the order beside it. */
export function tellsWhy(sentence: Sentence, unit: Unit): boolean {
  if (sentence.lang !== "en") return false;
  const { from, to } = coreOf(sentence, unit);
  const said = sentence.tokens.slice(from, to).map(({ fold }) => fold).join(" ");
  return TELLS.test(said) && !BINDS.test(said);
}
