/**
 * An instruction where it stands, and whether its clause may speak at all.
 *
 * @module
 */

import type { Clause, Sentence } from "../types.ts";
import type { Instruction } from "./instruction.ts";

/** An instruction and its sentence. */
export interface Found {
  readonly instruction: Instruction;
  readonly sentence: Sentence;
  readonly index: number;
}

/** `If you were me, would you …?` */
const IN_MY_PLACE = /\bif (?:you were (?:me|us|in|a|an|the)|i were|we were)\b|\bin my place\b/;

const ASKS_BACK = /, ?(?:right|correct|true|yes|no|or not|is that (?:right|correct|true|so))$/;

/** Suppositions, reports and real questions give no rule; polite questions do. */
export function isSilent(sentence: Sentence, instruction: Instruction): boolean {
  const clause = clauseOf(sentence, instruction.head.at);
  if (clause === undefined) return false;
  if (IN_MY_PLACE.test(sentence.said)) return true;
  // `Never let the sauce boil, right?` asks whether it is so.
  if (
    sentence.terminator === "?" && instruction.head.form === "imperative" &&
    ASKS_BACK.test(sentence.said)
  ) return true;
  const suggested = /^(?:perhaps|maybe|possibly) you (?:could|might|can)\b/.test(
    sentence.tokens.slice(clause.from, clause.from + 3).map((token) => token.fold).join(" "),
  );
  const polite = suggested || instruction.head.form === "polite" ||
    instruction.head.form === "suggestion";
  if (clause.mood === "question") return !polite;
  if (clause.mood === "wish") return !polite;
  return clause.mood === "hypothetical" && !polite || clause.mood === "reported" ||
    clause.mood === "sarcasm" && sentence.clauses.length === 1;
}

function clauseOf(sentence: Sentence, at: number): Clause | undefined {
  return sentence.clauses.find((clause) => at >= clause.from && at < clause.to);
}
