import {
  anything,
  type Check,
  flag,
  list,
  map,
  type Model,
  nullable,
  number,
  or,
  record,
  text,
} from "../check.ts";
import type { AgentPlaybookView } from "../contract/types/agent_playbook.ts";
import type { ProfileChangeLogView } from "../contract/types/change_log.ts";
import type { EvaluationResultView } from "../contract/types/evaluation.ts";
import type { InteractionView, Request } from "../contract/types/interaction.ts";
import type { OperationStatusInfo } from "../contract/types/operation.ts";
import type { UserPlaybookView } from "../contract/types/playbook.ts";
import type { ProfileView } from "../contract/types/profile.ts";
import {
  blank,
  count,
  createdAt,
  emptyMap,
  playbookHead,
  profileTail,
  turnHead,
} from "./fields.ts";

const optionalText: Check = nullable(text);

const seenIssue: Check = nullable(record({ kind: text, details: text }, true));

const profileModel: Model<ProfileView> = {
  profile_id: text,
  user_id: text,
  content: text,
  last_modified_timestamp: number,
  generated_from_request_id: text,
  profile_time_to_live: or(text, "infinity"),
  ...profileTail,
  source: optionalText,
  status: optionalText,
};

const userPlaybookModel: Model<UserPlaybookView> = {
  user_playbook_id: count,
  user_id: optionalText,
  request_id: text,
  ...playbookHead,
  content: blank,
  blocking_issue: seenIssue,
  status: optionalText,
  source: optionalText,
  source_interaction_ids: or(list(number), []),
};

const agentPlaybookModel: Model<AgentPlaybookView> = {
  agent_playbook_id: count,
  ...playbookHead,
  content: text,
  blocking_issue: seenIssue,
  playbook_status: or(text, "pending"),
  playbook_metadata: blank,
  status: optionalText,
};

const turnViewModel: Model<InteractionView> = {
  ...turnHead,
  interaction_id: count,
  user_id: text,
  request_id: text,
  user_action: or(text, "none"),
  interacted_image_url: blank,
  tools_used: or(list(record({ tool_name: text, tool_data: emptyMap }, true)), []),
  retrieved_learnings: nullable(list(map)),
  citations: nullable(list(map)),
  metadata: nullable(map),
};

const requestModel: Model<Request> = {
  request_id: text,
  user_id: text,
  created_at: createdAt,
  source: blank,
  agent_version: blank,
  session_id: optionalText,
  metadata: nullable(map),
  evaluation_only: nullable(flag),
};

const evaluationModel: Model<EvaluationResultView> = {
  result_id: count,
  agent_version: text,
  session_id: text,
  is_success: flag,
  failure_type: optionalText,
  failure_reason: optionalText,
  evaluation_name: optionalText,
  created_at: createdAt,
  regular_vs_shadow: optionalText,
  number_of_correction_per_session: count,
  user_turns_to_resolution: nullable(number),
  is_escalated: or(flag, false),
};

const operationModel: Model<OperationStatusInfo> = {
  service_name: text,
  status: text,
  started_at: number,
  completed_at: nullable(number),
  total_users: count,
  processed_users: count,
  failed_users: count,
  current_user_id: optionalText,
  processed_user_ids: or(list(text), []),
  failed_user_ids: or(list(anything), []),
  request_params: emptyMap,
  stats: emptyMap,
  error_message: optionalText,
  progress_percentage: count,
};

const turns: Check = list(record(turnViewModel, true));
const profiles: Check = list(record(profileModel, true));
const publish: Check = record({ request: record(requestModel, true), interactions: turns }, true);

const changeModel: Model<ProfileChangeLogView> = {
  id: number,
  user_id: text,
  request_id: text,
  created_at: createdAt,
  added_profiles: profiles,
  removed_profiles: profiles,
  mentioned_profiles: profiles,
};

/** What answers hold: lists of records, and the state of a run. */
export const views: {
  readonly turns: Check;
  readonly profiles: Check;
  readonly userPlaybooks: Check;
  readonly agentPlaybooks: Check;
  readonly sessions: Check;
  readonly evaluations: Check;
  readonly profileChanges: Check;
  readonly operation: Check;
} = {
  turns,
  profiles,
  userPlaybooks: list(record(userPlaybookModel, true)),
  agentPlaybooks: list(record(agentPlaybookModel, true)),
  sessions: list(record({ session_id: text, requests: list(publish) }, true)),
  evaluations: list(record(evaluationModel, true)),
  profileChanges: list(record(changeModel, true)),
  operation: nullable(record(operationModel, true)),
};
