/**
 * A dry run that shows what the learner reads: every sentence, its mood, and the rules that fired or
 * declined.
 *
 * @module
 */

import type { ExplainRecord, LearnTurn } from "../../learner.ts";
import type { Findings } from "../analysis/extract.ts";
import type { Declined, EvidenceSpan, Mood } from "../types.ts";

/** One clause of a sentence with the verdict on it. */
export interface ExplainedClause {
  readonly text: string;
  readonly mood: Mood;
  /** The words that decided the mood, empty for a plain statement. */
  readonly cue: string;
}

/** A rule that fired on a sentence, or was given up. */
export interface ExplainedRule {
  readonly rule_id: string;
  readonly outcome: "learnt" | "declined";
  /** For `declined`: why. */
  readonly reason: string | null;
  /** What would be stored, null when declined. */
  readonly content: string | null;
  /** Final confidence, null when declined. */
  readonly confidence: number | null;
}

/** One sentence of a user turn. */
export interface ExplainedSentence {
  readonly interaction_id: number;
  readonly text: string;
  readonly language: string;
  readonly clauses: readonly ExplainedClause[];
  readonly rules: readonly ExplainedRule[];
}

/** One turn: what was hidden from the rules, and its sentences. */
export interface ExplainedTurn {
  readonly interaction_id: number;
  readonly role: string;
  /** Kinds of stretches that no rule reads (`code`, `quote`, …) with their raw offsets. */
  readonly hidden: readonly {
    readonly kind: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly sentences: readonly ExplainedSentence[];
}

/** Builds the account of a dry run. */
export function explainWindow(findings: Findings, turns: readonly LearnTurn[]): ExplainedTurn[] {
  return findings.window.map((read, index) => ({
    interaction_id: read.turn.interactionId,
    role: turns[index]?.interaction.role ?? read.turn.speaker,
    hidden: read.masks.map((mask) => ({
      kind: mask.kind,
      start: read.toRaw(mask.start),
      end: read.toRaw(mask.end),
    })),
    sentences: read.turn.speaker !== "user" ? [] : read.sentences.map((sentence) => ({
      interaction_id: read.turn.interactionId,
      text: read.text.slice(sentence.start, sentence.end),
      language: sentence.lang,
      clauses: sentence.clauses.map((clause) => ({
        text: read.text.slice(
          sentence.tokens[clause.from]?.start ?? sentence.start,
          sentence.tokens[clause.to - 1]?.end ?? sentence.end,
        ),
        mood: clause.mood,
        cue: clause.moodCue,
      })),
      rules: rulesOn(findings, {
        from: read.toRaw(sentence.start),
        to: read.toRaw(sentence.end),
        turn: index,
      }),
    })),
  }));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly turn: number;
}

function rulesOn(findings: Findings, stretch: Stretch): ExplainedRule[] {
  const learnt = [...findings.profiles, ...findings.playbooks].filter((finding) =>
    isOn(finding.spans, finding.turn, stretch)
  )
    .map((finding) => ({
      rule_id: finding.ruleId,
      outcome: "learnt" as const,
      reason: null,
      content: finding.kind === "profile"
        ? finding.content
        : `${finding.trigger} → ${finding.content}`,
      confidence: finding.confidence,
    }));
  const back = findings.retractions.filter((finding) => isOn(finding.spans, finding.turn, stretch))
    .map((finding) => ({
      rule_id: finding.ruleId,
      outcome: "learnt" as const,
      reason: null,
      content: `Takes back: ${finding.words.join(" ")}`,
      confidence: finding.confidence,
    }));
  const declined = findings.declined.filter((entry: Declined) =>
    isOn(entry.spans, entry.turn, stretch)
  )
    .map((entry) => ({
      rule_id: entry.ruleId,
      outcome: "declined" as const,
      reason: entry.reason,
      content: null,
      confidence: null,
    }));
  const seen = new Set<string>();
  return [...learnt, ...back, ...declined].filter((rule) => {
    const key = `${rule.rule_id} ${rule.outcome} ${rule.content ?? rule.reason ?? ""}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

function isOn(spans: readonly EvidenceSpan[], turn: number, stretch: Stretch): boolean {
  return turn === stretch.turn &&
    spans.some((span) => span.start >= stretch.from && span.start < stretch.to);
}

/** A record as one readable line, for terminals and logs. */
export function describeRecord(record: ExplainRecord): string {
  const why = record.outcome === "declined"
    ? `declined: ${record.reason ?? "unknown"}`
    : record.outcome;
  const adjust = record.confidence.adjust.map(({ name, points }) =>
    `${name} ${points > 0 ? "+" : ""}${points}`
  ).join(", ");
  const sure = record.outcome === "declined"
    ? ""
    : `, confidence ${record.confidence.final} (${record.confidence.base}${
      adjust === "" ? "" : `, ${adjust}`
    })`;
  return `${record.rule_id}: ${why}${
    record.slot === null ? "" : `, slot ${record.slot}`
  }${sure}, turns ${record.interaction_ids.join(", ")}`;
}
