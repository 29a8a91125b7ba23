import type { Complete, Config } from "../../client/contract/mod.ts";
import type {
  ExplainRecord,
  Known,
  LearnInput,
  LearnTurn,
  PlaybookCandidate,
  ProfileCandidate,
} from "../../server/learn/learner.ts";
import {
  DEFAULT_CONFIG,
  DEFAULT_PLAYBOOK_EXTRACTOR,
  DEFAULT_PROFILE_EXTRACTOR,
} from "../../server/services/org_config.ts";
import type { ProfileRow, UserPlaybookRow } from "../../server/store/rows.ts";

/** The moment of all inputs, Unix seconds. */
export const NOW_SEC = 1_760_000_000;

/** What a turn is made of; everything else has its default. */
export type TurnFields = Partial<LearnTurn["interaction"]> & {
  /** @default true */
  readonly isNew?: boolean;
  /** @default null */
  readonly sessionId?: string | null;
};

/** Turns with the ids 101, 102, … in one request. */
export function turnsOf(...fields: readonly TurnFields[]): LearnTurn[] {
  return fields.map(({ isNew = true, sessionId = null, ...given }, at) => ({
    isNew,
    sessionId,
    interaction: {
      interaction_id: 101 + at,
      user_id: "ada",
      request_id: "request-1",
      created_at: NOW_SEC - 100 + at,
      role: "User",
      content: "",
      user_action: "none",
      user_action_description: "",
      interacted_image_url: "",
      shadow_content: "",
      expert_content: "",
      tools_used: [],
      retrieved_learnings: null,
      citations: null,
      metadata: null,
      ...given,
    },
  }));
}

/** Input of a step over the given turns. */
export function learnInput(
  turns: readonly LearnTurn[],
  config: Partial<Complete<Config>> = {},
): LearnInput {
  return {
    userId: "ada",
    agentVersion: "agent-v0",
    source: "chat",
    turns,
    config: { ...DEFAULT_CONFIG, ...config },
    nowSec: NOW_SEC,
    signal: new AbortController().signal,
  };
}

/** The default extractors, under shorter names. */
export const PROFILE_EXTRACTOR = DEFAULT_PROFILE_EXTRACTOR;
/** See {@link PROFILE_EXTRACTOR}. */
export const PLAYBOOK_EXTRACTOR = DEFAULT_PLAYBOOK_EXTRACTOR;

/** A record as a learner would make it. */
export function explainOf(fields: Partial<ExplainRecord> = {}): ExplainRecord {
  return {
    rule_id: "prompt:test.v1",
    rules_version: "fake",
    outcome: "added",
    reason: null,
    spans: [],
    verdicts: {},
    slot: null,
    key: null,
    value: null,
    confidence: { base: 100, adjust: [], final: 100 },
    interaction_ids: [101],
    replaced_ids: [],
    merged_into: null,
    ttl_from: null,
    ...fields,
  };
}

/** A stored profile. */
export function knownProfile(
  fields: Partial<ProfileRow>,
  explain: ExplainRecord | null = explainOf(),
): Known<ProfileRow> {
  return {
    explain,
    row: {
      profile_id: "p1",
      user_id: "ada",
      content: "Lives in Bergen",
      last_modified_timestamp: NOW_SEC - 86_400,
      generated_from_request_id: "request-0",
      profile_time_to_live: "one_year",
      expiration_timestamp: NOW_SEC + 86_400,
      custom_features: null,
      source: "chat",
      status: null,
      extractor_names: ["default_profile_extractor"],
      expanded_terms: null,
      ...fields,
    },
  };
}

/** A stored user playbook. */
export function knownPlaybook(
  fields: Partial<UserPlaybookRow>,
  explain: ExplainRecord | null = explainOf(),
): Known<UserPlaybookRow> {
  return {
    explain,
    row: {
      user_playbook_id: 1,
      user_id: "ada",
      agent_version: "agent-v0",
      request_id: "request-0",
      playbook_name: "default_playbook_extractor",
      created_at: NOW_SEC - 86_400,
      content: "Use francs",
      trigger: "Quoting prices",
      rationale: null,
      blocking_issue: null,
      status: null,
      source: "chat",
      source_interaction_ids: [7],
      expanded_terms: null,
      ...fields,
    },
  };
}

/** A profile as an extractor proposes it. */
export function profileCandidate(fields: Partial<ProfileCandidate>): ProfileCandidate {
  return {
    intent: "learn",
    content: "Lives in Oslo",
    timeToLive: "one_year",
    expiresAtSec: null,
    customFeatures: null,
    extractorName: "default_profile_extractor",
    evidenceIds: [101],
    explain: explainOf(),
    ...fields,
  };
}

/** A playbook as an extractor proposes it. */
export function playbookCandidate(fields: Partial<PlaybookCandidate>): PlaybookCandidate {
  return {
    intent: "learn",
    trigger: "Quoting prices",
    content: "Use euros",
    rationale: null,
    blockingIssue: null,
    extractorName: "default_playbook_extractor",
    evidenceIds: [101],
    expiresAtSec: null,
    explain: explainOf(),
    ...fields,
  };
}
