/**
 * What the signal steps share: match scopes, evidence, confidence.
 *
 * @module
 */

import type {
  Adjustment,
  Clause,
  Declined,
  DeclineReason,
  EvidenceSpan,
  Mood,
  ReadTurn,
  Sentence,
} from "../types.ts";
import type { MatchScope, StepBudget } from "../rules/pattern.ts";
import type { TurnCues } from "../rules/turn_cues.ts";
import type { Stem } from "../text/stem.ts";

/** What every detector is given. */
export interface Context {
  readonly window: readonly ReadTurn[];
  readonly nowSec: number;
  readonly stem: Stem;
  readonly budget: StepBudget;
  readonly declined: Declined[];
  /** Cues of the sentences of the turn that is read. */
  readonly cues: TurnCues;
}

/** Least confidence to learn a slot, 0–100. */
export function thresholdOf(slot: string): number {
  return /^(?:health|access|family)$/.test(slot) ? 76 : 72;
}

/** Match scope of a sentence. */
export function scopeFor(sentence: Sentence, budget: StepBudget): MatchScope {
  const at = (index: number) =>
    sentence.clauses.find((clause) => index >= clause.from && index < clause.to);
  return {
    tokens: sentence.tokens,
    clauseStart: (index) => at(index)?.from ?? 0,
    clauseEnd: (index) => at(index)?.to ?? sentence.tokens.length,
    budget,
  };
}

/** Clause that holds a token. */
export function clauseAt(
  sentence: Sentence,
  index: number,
): { clause: Clause; position: number } | null {
  const position = sentence.clauses.findIndex((clause) =>
    index >= clause.from && index < clause.to
  );
  const clause = sentence.clauses[position];
  return clause === undefined ? null : { clause, position };
}

/** Raw span of a token range. */
export function spanOf(
  read: ReadTurn,
  sentence: Sentence,
  range: { readonly from: number; readonly to: number },
  part: EvidenceSpan["part"],
): EvidenceSpan {
  const first = sentence.tokens[range.from];
  const last = sentence.tokens[Math.max(range.from, range.to - 1)];
  const start = read.toRaw(first?.start ?? sentence.start);
  const end = read.toRaw((last?.end ?? sentence.end) - 1) + 1;
  return { interaction_id: read.turn.interactionId, start, end: Math.max(start, end), part };
}

/** `Keeps none in the kitchen`, `Always reads them on the phone`: of what, was said before. */
const OPEN_FACT =
  /^(?:(?:always|never|usually|only|often|mostly|also|still|now) )*(?!gives\b|helps\b|tells\b|calls\b)[a-z]+s (?:them|those|these|none|any)\b(?! (?:[a-z]+s|of)\b)/i;

/** `Charges that to everybody`, `Goes every Sunday at 10`: what, and where, was said before. */
const OPEN_OBJECT =
  /^(?:charges|takes|puts|gives|sends|uses|keeps|does|says|wants|needs|has|likes|knows|makes) (?:that|this)(?: (?:to|for|with|on|in|at|every|each|too)\b|$)|^Goes (?:every|each|on|at) (?!.*\b(?:to|for|with)\b)/i;

/** `Its tiny`, `Is jokey with each other`, `Rents here`: of what, with whom and where is left open. */
const OPEN_END =
  /^Has difficulty with [\d.,]+$|^its? (?!(?:is|was|looks|seems|feels|takes|costs|hurts|bothers|helps)\b)|^(?:is|are|has|gets?)\b[^;]* (?:with|to|from|for|at) (?:each other|one another)$|^(?:always |only |also |still )?(?:rents|lives|works|stays|stands|sits|parks|shops) (?:in )?here(?:$|;)/i;

/** `Dislikes ten`, `Has diagnosis`, `Has never done this before`: of what, was said before. */
const OPEN_VALUE =
  /^(?:likes|loves|prefers|enjoys) (?:it|this|that) (?:much |far |way |a lot )?(?:better|more|best|most)\b(?! (?:when|if)\b)|^(?:dis)?likes (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)$|^has (?:a )?(?:diagnosis|condition|disease|problem|issue|operation|procedure)$|^does not (?:speak|understand|know) a (?:single )?word$|^has never \w+ (?:this|that|it|these|those)\b/i;

/** Whether an English fact says nothing without what stood before it. */
export function isOpenFact(content: string): boolean {
  return OPEN_FACT.test(content) || OPEN_OBJECT.test(content) || OPEN_END.test(content) ||
    OPEN_VALUE.test(content);
}

const HEDGES = /\b(?:kind of|i think|maybe|sort of|i guess|probably|i suppose|perhaps)\b/;

/** `Is grapefruit ok?` asks about a thing; `…, ok?` about what was said. */
const ASKS_WHETHER =
  /\b(?:is|are|be|sound|sounds) (?:(?!that|it|this|,)\S+ ){0,3}(?:right|ok|okay|correct)$/;

/** Adjustments that hold for every fact of a clause. */
export function commonAdjustments(
  read: ReadTurn,
  sentence: Sentence,
  clause: Clause,
): Adjustment[] {
  const out: Adjustment[] = [];
  const tokens = sentence.tokens.slice(clause.from, clause.to);
  const text = sentence.said;
  const own = tokens.map((token) => token.fold).join(" ");
  if (/\b(?:remember|keep in mind|for your notes|note that)\b/.test(text)) {
    out.push({ name: "remember", points: 10 });
  }
  if (tokens.some((token) => token.repaired)) out.push({ name: "typo", points: -5 });
  if (HEDGES.test(own)) out.push({ name: "hedge", points: -10 });
  if (read.hasLoneQuote) out.push({ name: "lone quote", points: -15 });
  if (
    sentence.terminator === "?" && /(?:right|is it not|ok|okay|yeah|correct)$/.test(text) &&
    !ASKS_WHETHER.test(text)
  ) {
    out.push({ name: "tag question", points: -20 });
  }
  if (read.text.length > 1500) out.push({ name: "long turn", points: -5 });
  return out;
}

/** Final confidence, 0–100. */
export function finalConfidence(base: number, adjust: readonly Adjustment[]): number {
  return Math.max(0, Math.min(100, adjust.reduce((sum, entry) => sum + entry.points, base)));
}

const REASONS: Readonly<Partial<Record<Mood, DeclineReason>>> = {
  question: "question",
  hypothetical: "hypothetical",
  reported: "reported",
  past: "past",
  ended: "past",
  wish: "wish",
  sarcasm: "sarcasm",
  third_person: "third_person",
  request: "one_off",
};

/** Decline reason of a silent mood. */
export function reasonOf(mood: Mood): DeclineReason {
  return REASONS[mood] ?? "one_off";
}
