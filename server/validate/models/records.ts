import type { ProfileChangeLog } from "../../../client/contract/mod.ts";
import type {
  BookmarkRecord,
  RecordSets,
  RequestRecord,
} from "../../../client/contract/types/records.ts";
import { list, map, nullable } from "../containers.ts";
import { boolean, integer } from "../numbers.ts";
import { object, optional, optionalNow, required, sent } from "../object.ts";
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
  replace: optional(boolean, false),
});
