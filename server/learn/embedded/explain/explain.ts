/**
 * A dry run that shows what the learner reads: every sentence, its mood, and the rules that fired or
 * declined.
 *
 * @module
 */

import type { ExplainedRule, ExplainedTurn } from "../../explained_turn.ts";
import type { ReadableTurn } from "../turns.ts";
import type { Findings } from "../analysis/extract.ts";
import type { Declined, EvidenceSpan } from "../types.ts";

/** Builds the account of a dry run. */
export function explainWindow(findings: Findings, turns: readonly ReadableTurn[]): ExplainedTurn[] {
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
