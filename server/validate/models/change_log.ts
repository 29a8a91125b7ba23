import type {
  AgentPlaybookSnapshot,
  AgentPlaybookUpdateEntry,
  PlaybookAggregationChangeLog,
  PlaybookAggregationChangeLogResponse,
  ProfileChangeLogView,
  ProfileChangeLogViewResponse,
} from "../../../client/contract/mod.ts";
import { list, nullable } from "../containers.ts";
import { boolean, integer } from "../numbers.ts";
import { object, optional, required, sent } from "../object.ts";
import { oneOf, text } from "../text.ts";
import { playbookStatus } from "./agent_playbook.ts";
import { profileView } from "./profile.ts";
import { blockingIssue } from "./user_playbook.ts";

const profileChangeLogView = object<ProfileChangeLogView>("ProfileChangeLogView", {
  id: required(integer()),
  user_id: required(text),
  request_id: required(text),
  created_at: required(integer()),
  added_profiles: required(list(profileView)),
  removed_profiles: required(list(profileView)),
  mentioned_profiles: required(list(profileView)),
});

/** Answer with change records of profiles. */
export const profileChangeLogViewResponse = object<ProfileChangeLogViewResponse>(
  "ProfileChangeLogViewResponse",
  { success: required(boolean), profile_change_logs: required(list(profileChangeLogView)) },
);

const agentPlaybookSnapshot = object<AgentPlaybookSnapshot>("AgentPlaybookSnapshot", {
  agent_playbook_id: sent(integer(), 0),
  playbook_name: sent(text, ""),
  agent_version: sent(text, ""),
  content: sent(text, ""),
  trigger: optional(nullable(text), null),
  rationale: optional(nullable(text), null),
  blocking_issue: optional(nullable(blockingIssue), null),
  playbook_status: sent(playbookStatus, "pending"),
  playbook_metadata: sent(text, ""),
});

const agentPlaybookUpdateEntry = object<AgentPlaybookUpdateEntry>("AgentPlaybookUpdateEntry", {
  before: required(agentPlaybookSnapshot),
  after: required(agentPlaybookSnapshot),
});

/** A change record of aggregation. */
export const playbookAggregationChangeLog = object<PlaybookAggregationChangeLog>(
  "PlaybookAggregationChangeLog",
  {
    id: sent(integer(), 0),
    created_at: required(integer()),
    playbook_name: required(text),
    agent_version: required(text),
    run_mode: required(oneOf(["full_archive", "incremental"])),
    added_agent_playbooks: sent(list(agentPlaybookSnapshot), []),
    removed_agent_playbooks: sent(list(agentPlaybookSnapshot), []),
    updated_agent_playbooks: sent(list(agentPlaybookUpdateEntry), []),
  },
);

/** Answer with change records of aggregation. */
export const playbookAggregationChangeLogResponse = object<PlaybookAggregationChangeLogResponse>(
  "PlaybookAggregationChangeLogResponse",
  { success: required(boolean), change_logs: required(list(playbookAggregationChangeLog)) },
);
