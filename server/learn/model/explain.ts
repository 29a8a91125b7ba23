import type { EvidenceSpan, ExplainOutcome, ExplainRecord, LearnTurn } from "../learner.ts";
import type { CitedTurn } from "./answer_values.ts";
import { type Prompt, promptRuleId } from "./prompt.ts";

/** A model gives no degrees: what it names, it names. */
const CONFIDENCE: ExplainRecord["confidence"] = { base: 100, adjust: [], final: 100 };

/** Turns that an item rests on, and the places quoted from them. */
export interface Evidence {
  /** Ids of the turns, rising. */
  readonly interactionIds: readonly number[];
  /** Quoted places. */
  readonly spans: readonly EvidenceSpan[];
  /** Text of the turns. */
  readonly text: string;
}

/** Finds cited turns and quotes. Numbers count from 1; without any valid one `fallback` is taken. */
export function findEvidence(
  cited: readonly CitedTurn[],
  turns: readonly LearnTurn[],
  fallback: readonly LearnTurn[],
): Evidence {
  const found = cited.flatMap(({ turn, quote }) => {
    const cited = turns[turn - 1];
    return cited === undefined ? [] : [{ turn: cited, quote }];
  });
  const used = found.length === 0 ? fallback : found.map(({ turn }) => turn);
  const ids = new Set(used.map(({ interaction }) => interaction.interaction_id));
  return {
    interactionIds: [...ids].toSorted((a, b) => a - b),
    spans: found.flatMap(({ turn, quote }) => spanOf(turn, quote)),
    text: used.map(({ interaction }) => `${interaction.content}\n${interaction.expert_content}`)
      .join("\n"),
  };
}

function spanOf({ interaction }: LearnTurn, quote: string | null): EvidenceSpan[] {
  const start = quote === null ? -1 : interaction.content.indexOf(quote);
  if (quote === null || start < 0) return [];
  return [{
    interaction_id: interaction.interaction_id,
    start,
    end: start + quote.length,
    part: "quote",
  }];
}

/** What a record is made of. */
export interface RecordFacts {
  /** Prompt that found the item. */
  readonly prompt: Prompt;
  /** Name of the model. */
  readonly modelName: string;
  /** What became of it. */
  readonly outcome: ExplainOutcome;
  /** Reason of a refusal. */
  readonly reason?: string;
  /** What it rests on. */
  readonly evidence: Evidence;
  /** Where the lifetime comes from, null when it has none. */
  readonly ttlFrom: string | null;
}

/** The record of an item that a model found. */
export function explainRecord(facts: RecordFacts): ExplainRecord {
  return {
    rule_id: promptRuleId(facts.prompt),
    rules_version: facts.modelName,
    outcome: facts.outcome,
    reason: facts.reason ?? null,
    spans: facts.evidence.spans,
    verdicts: {},
    slot: null,
    key: null,
    value: null,
    confidence: CONFIDENCE,
    interaction_ids: facts.evidence.interactionIds,
    replaced_ids: [],
    merged_into: null,
    ttl_from: facts.ttlFrom,
  };
}
