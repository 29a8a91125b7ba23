/**
 * Turns findings into the candidates of the learner interface.
 *
 * @module
 */

import type { ExplainRecord, PlaybookCandidate, ProfileCandidate } from "../../learner.ts";
import type {
  Declined,
  FindingBase,
  PlaybookFinding,
  ProfileFinding,
  ReadTurn,
  RetractionFinding,
} from "../types.ts";
import { rulesVersion } from "../rules/version.ts";
import type { Stem } from "../text/stem.ts";
import { foldedValue } from "./items.ts";

/** Most items of a window (S-963). */
export const MAX_PROFILES = 16;
/** Most playbooks of a window (S-963). */
export const MAX_PLAYBOOKS = 8;

const DAY_SEC = 86_400;

function record(finding: FindingBase): ExplainRecord {
  return {
    rule_id: finding.ruleId,
    rules_version: rulesVersion(),
    outcome: "added",
    reason: null,
    spans: finding.spans,
    verdicts: {
      mood: finding.mood,
      scope: finding.scope,
      owner: finding.owner,
      polarity: finding.negative ? "-" : "+",
      language: finding.lang,
    },
    slot: null,
    key: null,
    value: null,
    confidence: { base: finding.base, adjust: finding.adjust, final: finding.confidence },
    interaction_ids: finding.interactionIds,
    replaced_ids: [],
    merged_into: null,
    ttl_from: null,
  };
}

/** A candidate that no extractor has put its name on yet. */
export type Unnamed<Candidate> = Omit<Candidate, "extractorName">;

/** A profile candidate of a fact. */
export function profileCandidate(
  finding: ProfileFinding,
  stem: Stem,
): Unnamed<ProfileCandidate> {
  const base = record(finding);
  return {
    intent: "learn",
    content: finding.content,
    timeToLive: finding.life.ttl,
    expiresAtSec: null,
    customFeatures: null,
    evidenceIds: finding.interactionIds,
    explain: {
      ...base,
      verdicts: { ...base.verdicts, change: finding.change ? "yes" : "no" },
      slot: finding.slot,
      key: finding.key,
      value: foldedValue(finding.value, stem),
      ttl_from: finding.life.from === "default"
        ? "default"
        : `${finding.life.from}: ${finding.life.words}`,
    },
  };
}

/** A retraction as a profile candidate. */
export function profileRetraction(finding: RetractionFinding): Unnamed<ProfileCandidate> {
  return {
    intent: "retract",
    content: "",
    timeToLive: "infinity",
    expiresAtSec: null,
    customFeatures: null,
    evidenceIds: finding.interactionIds,
    explain: retractionRecord(finding),
  };
}

/** A retraction as a playbook candidate. */
export function playbookRetraction(finding: RetractionFinding): Unnamed<PlaybookCandidate> {
  return {
    intent: "retract",
    trigger: null,
    content: "",
    rationale: null,
    blockingIssue: null,
    evidenceIds: finding.interactionIds,
    expiresAtSec: null,
    explain: retractionRecord(finding),
  };
}

function retractionRecord(finding: RetractionFinding): ExplainRecord {
  const base = record(finding);
  return {
    ...base,
    outcome: "retracted",
    verdicts: { ...base.verdicts, explicit: finding.explicit ? "yes" : "no" },
    slot: finding.slot === "" ? null : finding.slot,
    value: finding.words.join(" "),
  };
}

/** A playbook candidate of a rule. */
export function playbookCandidate(
  finding: PlaybookFinding,
  limitDays: number | null,
  nowSec: number,
): Unnamed<PlaybookCandidate> {
  const base = record(finding);
  return {
    intent: "learn",
    trigger: finding.trigger,
    content: finding.content,
    rationale: finding.rationale,
    blockingIssue: finding.blockingIssue,
    evidenceIds: finding.interactionIds,
    expiresAtSec: limitDays === null ? null : nowSec + limitDays * DAY_SEC,
    explain: {
      ...base,
      verdicts: {
        ...base.verdicts,
        change: finding.change ? "yes" : "no",
        repeated: finding.repeated ? "yes" : "no",
        ...(finding.ends === undefined || finding.ends.length === 0
          ? {}
          : { ends: finding.ends.join(" ") }),
        ...(finding.limit === undefined ? {} : {
          limit_from: finding.limit.from ?? "",
          limit_to: finding.limit.to,
          limit_alone: finding.limit.alone ? "yes" : "no",
        }),
      },
      slot: finding.frame === "" ? null : finding.frame,
      key: finding.trigger,
      value: finding.content.toLowerCase(),
      ttl_from: limitDays === null ? null : `cue: ${finding.scope}`,
    },
  };
}

/** Explain record of something declined; offsets only, never its text. */
export function declinedRecord(declined: Declined, window: readonly ReadTurn[]): ExplainRecord {
  return {
    rule_id: declined.ruleId,
    rules_version: rulesVersion(),
    outcome: "declined",
    reason: declined.reason,
    spans: declined.spans,
    verdicts: { mood: declined.mood, language: declined.lang },
    slot: declined.slot === "" ? null : declined.slot,
    key: null,
    value: null,
    confidence: { base: 0, adjust: [], final: 0 },
    interaction_ids: [window[declined.turn]?.turn.interactionId ?? 0],
    replaced_ids: [],
    merged_into: null,
    ttl_from: null,
  };
}

/** The first `limit` findings by confidence, in their own order; the rest is declined as `limit`. */
export function withinLimit<Finding extends FindingBase>(
  findings: readonly Finding[],
  limit: number,
): { kept: Finding[]; dropped: Finding[] } {
  const ranked = findings.toSorted((a, b) =>
    b.confidence - a.confidence || a.turn - b.turn || a.offset - b.offset
  );
  const keep = new Set(ranked.slice(0, limit));
  return {
    kept: findings.filter((entry) => keep.has(entry)),
    dropped: findings.filter((entry) => !keep.has(entry)),
  };
}
