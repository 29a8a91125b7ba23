import type { ProfileChangeLog } from "../../../client/contract/mod.ts";
import type {
  AggregationCluster,
  AggregationRecord,
  BookmarkRecord,
  Explanation,
  ExplanationConfidence,
  ExplanationRecord,
  ExplanationSpan,
  RecordSets,
  RequestRecord,
} from "../../../client/contract/types/records.ts";
import { list, map, nullable } from "../containers.ts";
import { boolean, integer, number } from "../numbers.ts";
import { object, optional, optionalNow, required, sent } from "../object.ts";
import { refuseValue, scalar, type Schema } from "../schema.ts";
import { oneOf, text } from "../text.ts";
import { agentPlaybook } from "./agent_playbook.ts";
import { playbookAggregationChangeLog } from "./change_log.ts";
import { recordTime } from "./common.ts";
import { config } from "./config.ts";
import { evaluationResultView } from "./evaluation.ts";
import { interactionView } from "./interaction.ts";
import { userProfile } from "./profile.ts";
import { userPlaybook } from "./user_playbook.ts";

const requestRecord = object<RequestRecord>("RequestRecord", {
  request_id: required(text),
  user_id: required(text),
  created_at: required(integer()),
  source: sent(text, ""),
  agent_version: sent(text, ""),
  session_id: optional(nullable(text), null),
  metadata: optional(nullable(map), null),
  evaluation_only: optional(nullable(boolean), null),
  interactions: required(list(interactionView)),
});

const profileChangeLog = object<ProfileChangeLog>("ProfileChangeLog", {
  id: required(integer()),
  user_id: required(text),
  request_id: required(text),
  created_at: optionalNow(recordTime),
  added_profiles: required(list(userProfile)),
  removed_profiles: required(list(userProfile)),
  mentioned_profiles: required(list(userProfile)),
});

const bookmark = object<BookmarkRecord>("BookmarkRecord", {
  service: required(oneOf(["profile_generation", "playbook_generation"])),
  user_id: required(text),
  extractor_name: required(text),
  source: required(text),
  watermark_sec: required(integer()),
  processed_ids: required(list(integer())),
});

/** An id of any kind. */
const anyId = scalar<string | number>(
  { anyOf: [{ type: "string" }, { type: "integer" }] },
  (input, run) =>
    typeof input === "string" || Number.isSafeInteger(input)
      ? input as string | number
      : refuseValue(run, "must be a text or a whole number", input),
);

const explanation = object<Explanation>("Explanation", {
  rule_id: required(text),
  rules_version: required(text),
  outcome: required(oneOf(["added", "merged", "replaced", "retracted", "declined"])),
  reason: required(nullable(text)),
  spans: required(list(object<ExplanationSpan>("ExplanationSpan", {
    interaction_id: required(integer()),
    start: required(integer()),
    end: required(integer()),
    part: required(oneOf(["cue", "value", "condition", "reason", "fault", "quote"])),
  }))),
  verdicts: required(map as Schema<Readonly<Record<string, string>>>),
  slot: required(nullable(text)),
  key: required(nullable(text)),
  value: required(nullable(text)),
  confidence: required(object<ExplanationConfidence>("ExplanationConfidence", {
    base: required(number()),
    adjust: required(list(object<ExplanationConfidence["adjust"][number]>("ExplanationPoints", {
      name: required(text),
      points: required(number()),
    }))),
    final: required(number()),
  })),
  interaction_ids: required(list(integer())),
  replaced_ids: required(list(anyId)),
  merged_into: required(nullable(anyId)),
  ttl_from: required(nullable(text)),
});

const explanationRecord = object<ExplanationRecord>("ExplanationRecord", {
  kind: required(oneOf(["profile", "user_playbook", "agent_playbook"])),
  id: required(anyId),
  explanation: required(explanation),
});

const aggregation = object<AggregationRecord>("AggregationRecord", {
  playbook_name: required(text),
  agent_version: required(text),
  last_user_playbook_id: required(integer()),
  clusters: required(nullable(list(object<AggregationCluster>("AggregationCluster", {
    fingerprint: required(text),
    user_playbook_ids: required(list(integer())),
    agent_playbook_id: required(nullable(integer())),
  })))),
});

/** Whole records of one or several kinds. */
export const recordSets = object<RecordSets>("RecordSets", {
  config: optional(nullable(config), null),
  explicit_config_keys: optional(list(text), []),
  requests: optional(list(requestRecord), []),
  interactions: optional(list(interactionView), []),
  profiles: optional(list(userProfile), []),
  user_playbooks: optional(list(userPlaybook), []),
  agent_playbooks: optional(list(agentPlaybook), []),
  evaluations: optional(list(evaluationResultView), []),
  profile_change_logs: optional(list(profileChangeLog), []),
  aggregation_change_logs: optional(list(playbookAggregationChangeLog), []),
  bookmarks: optional(list(bookmark), []),
  explanations: optional(list(explanationRecord), []),
  aggregations: optional(list(aggregation), []),
  replace: optional(boolean, false),
});
