import {
  type AddAgentPlaybookRequest,
  type AddAgentPlaybookResponse,
  type AgentPlaybook,
  type AgentPlaybookView,
  type DeleteAgentPlaybookRequest,
  type DeleteAgentPlaybookResponse,
  type DeleteAgentPlaybooksByIdsRequest,
  type GetAgentPlaybooksRequest,
  type GetAgentPlaybooksViewResponse,
  PlaybookStatus,
  type SearchAgentPlaybookRequest,
  type SearchAgentPlaybooksViewResponse,
  type UpdateAgentPlaybookRequest,
  type UpdateAgentPlaybookResponse,
  type UpdatePlaybookStatusRequest,
  type UpdatePlaybookStatusResponse,
} from "../../../client/contract/mod.ts";
import { ignoredVector, list, nullable } from "../containers.ts";
import { keptText } from "../kept_text.ts";
import { boolean, integer, number } from "../numbers.ts";
import { object, optional, optionalNow, required, sent } from "../object.ts";
import { named } from "../schema.ts";
import { oneOf, text } from "../text.ts";
import { endsAfterStart, timeBound } from "../time_bound.ts";
import { listSize, positiveId, recordTime, searchMode, status, statusFilter } from "./common.ts";
import { blockingIssue } from "./user_playbook.ts";

/** Review state. */
export const playbookStatus = named("PlaybookStatus", oneOf(Object.values(PlaybookStatus)));

/** A whole agent playbook. */
export const agentPlaybook = object<AgentPlaybook>("AgentPlaybook", {
  agent_playbook_id: optional(integer(), 0),
  playbook_name: optional(text, ""),
  agent_version: required(text),
  created_at: optionalNow(recordTime),
  content: required(text),
  trigger: optional(nullable(text), null),
  rationale: optional(nullable(text), null),
  blocking_issue: optional(nullable(blockingIssue), null),
  playbook_status: optional(playbookStatus, "pending"),
  playbook_metadata: optional(text, ""),
  expanded_terms: optional(nullable(text), null),
  embedding: optional(ignoredVector, []),
  status: optional(status, null),
});

/** An agent playbook as it is returned. */
export const agentPlaybookView = object<AgentPlaybookView>("AgentPlaybookView", {
  agent_playbook_id: sent(integer(), 0),
  playbook_name: sent(text, ""),
  agent_version: required(text),
  created_at: required(integer()),
  content: required(text),
  trigger: optional(nullable(text), null),
  rationale: optional(nullable(text), null),
  blocking_issue: optional(nullable(blockingIssue), null),
  playbook_status: sent(playbookStatus, "pending"),
  playbook_metadata: sent(text, ""),
  status: optional(status, null),
});

/** The same in answers to searches, which give the same one out again and again. */
export const foundAgentPlaybookView = keptText(agentPlaybookView);

/** Body of adding agent playbooks. */
export const addAgentPlaybookRequest = object<AddAgentPlaybookRequest>("AddAgentPlaybookRequest", {
  agent_playbooks: required(list(agentPlaybook, { min: 1 })),
});

/** Answer to adding agent playbooks. */
export const addAgentPlaybookResponse = object<AddAgentPlaybookResponse>(
  "AddAgentPlaybookResponse",
  {
    success: required(boolean),
    message: optional(nullable(text), null),
    added_count: sent(integer(), 0),
  },
);

/** Body of a list of agent playbooks. */
export const getAgentPlaybooksRequest = object<GetAgentPlaybooksRequest>(
  "GetAgentPlaybooksRequest",
  {
    limit: optional(nullable(listSize), 100),
    playbook_name: optional(nullable(text), null),
    agent_version: optional(nullable(text), null),
    status_filter: optional(nullable(statusFilter), null),
    playbook_status_filter: optional(nullable(playbookStatus), null),
  },
);

/** Answer with agent playbooks. */
export const getAgentPlaybooksViewResponse = object<GetAgentPlaybooksViewResponse>(
  "GetAgentPlaybooksViewResponse",
  {
    success: required(boolean),
    agent_playbooks: required(list(agentPlaybookView)),
    msg: optional(nullable(text), null),
  },
);

/** Body of a search for agent playbooks. */
export const searchAgentPlaybookRequest = object<SearchAgentPlaybookRequest>(
  "SearchAgentPlaybookRequest",
  {
    query: optional(nullable(text), null),
    agent_version: optional(nullable(text), null),
    playbook_name: optional(nullable(text), null),
    start_time: optional(nullable(timeBound), null),
    end_time: optional(nullable(timeBound), null),
    status_filter: optional(nullable(statusFilter), null),
    playbook_status_filter: optional(nullable(playbookStatus), null),
    top_k: optional(nullable(listSize), 10),
    threshold: optional(nullable(number({ atLeast: 0, atMost: 1 })), 0.4),
    enable_reformulation: optional(nullable(boolean), false),
    search_mode: optional(searchMode, "hybrid"),
  },
  { check: endsAfterStart },
);

/** Answer with the agent playbooks found. */
export const searchAgentPlaybooksViewResponse = object<SearchAgentPlaybooksViewResponse>(
  "SearchAgentPlaybooksViewResponse",
  {
    success: required(boolean),
    agent_playbooks: required(list(foundAgentPlaybookView)),
    msg: optional(nullable(text), null),
  },
);

/** Body of changing an agent playbook. */
export const updateAgentPlaybookRequest = object<UpdateAgentPlaybookRequest>(
  "UpdateAgentPlaybookRequest",
  {
    agent_playbook_id: required(positiveId),
    playbook_name: optional(nullable(text), null),
    content: optional(nullable(text), null),
    trigger: optional(nullable(text), null),
    rationale: optional(nullable(text), null),
    blocking_issue: optional(nullable(blockingIssue), null),
    playbook_status: optional(nullable(playbookStatus), null),
  },
);

/** Answer to changing an agent playbook. */
export const updateAgentPlaybookResponse = object<UpdateAgentPlaybookResponse>(
  "UpdateAgentPlaybookResponse",
  { success: required(boolean), msg: optional(nullable(text), null) },
);

/** Body of a review decision. */
export const updatePlaybookStatusRequest = object<UpdatePlaybookStatusRequest>(
  "UpdatePlaybookStatusRequest",
  { agent_playbook_id: required(positiveId), playbook_status: required(playbookStatus) },
);

/** Answer to a review decision. */
export const updatePlaybookStatusResponse = object<UpdatePlaybookStatusResponse>(
  "UpdatePlaybookStatusResponse",
  { success: required(boolean), msg: optional(nullable(text), null) },
);

/** Body of deleting one agent playbook. */
export const deleteAgentPlaybookRequest = object<DeleteAgentPlaybookRequest>(
  "DeleteAgentPlaybookRequest",
  { agent_playbook_id: required(positiveId) },
);

/** Answer to deleting one agent playbook. */
export const deleteAgentPlaybookResponse = object<DeleteAgentPlaybookResponse>(
  "DeleteAgentPlaybookResponse",
  { success: required(boolean), message: sent(text, "") },
);

/** Body of deleting several agent playbooks. */
export const deleteAgentPlaybooksByIdsRequest = object<DeleteAgentPlaybooksByIdsRequest>(
  "DeleteAgentPlaybooksByIdsRequest",
  { agent_playbook_ids: required(list(integer(), { min: 1 })) },
);
