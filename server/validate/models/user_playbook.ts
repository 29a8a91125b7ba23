import {
  type AddUserPlaybookRequest,
  type AddUserPlaybookResponse,
  type BlockingIssue,
  BlockingIssueKind,
  type DeleteUserPlaybookRequest,
  type DeleteUserPlaybookResponse,
  type DeleteUserPlaybooksByIdsRequest,
  type DowngradeUserPlaybooksRequest,
  type DowngradeUserPlaybooksResponse,
  type GetUserPlaybooksRequest,
  type GetUserPlaybooksViewResponse,
  type SearchUserPlaybookRequest,
  type SearchUserPlaybooksViewResponse,
  type UpdateUserPlaybookRequest,
  type UpdateUserPlaybookResponse,
  type UpgradeUserPlaybooksRequest,
  type UpgradeUserPlaybooksResponse,
  type UserPlaybook,
  type UserPlaybookView,
} from "../../../client/contract/mod.ts";
import { ignoredVector, list, nullable } from "../containers.ts";
import { keptText } from "../kept_text.ts";
import { boolean, integer, number } from "../numbers.ts";
import { object, optional, optionalNow, required, sent } from "../object.ts";
import { named } from "../schema.ts";
import { oneOf, text } from "../text.ts";
import { endsAfterStart, timeBound } from "../time_bound.ts";
import { listSize, positiveId, recordTime, searchMode, status, statusFilter } from "./common.ts";

const blockingIssueKind = named("BlockingIssueKind", oneOf(Object.values(BlockingIssueKind)));

/** What kept the agent from doing what was asked. */
export const blockingIssue = object<BlockingIssue>("BlockingIssue", {
  kind: required(blockingIssueKind),
  details: required(text),
});

/** A whole user playbook. */
export const userPlaybook = object<UserPlaybook>("UserPlaybook", {
  user_playbook_id: optional(integer(), 0),
  user_id: optional(nullable(text), null),
  agent_version: required(text),
  request_id: required(text),
  playbook_name: optional(text, ""),
  created_at: optionalNow(recordTime),
  content: optional(text, ""),
  trigger: optional(nullable(text), null),
  rationale: optional(nullable(text), null),
  blocking_issue: optional(nullable(blockingIssue), null),
  status: optional(status, null),
  source: optional(nullable(text), null),
  source_interaction_ids: optional(list(integer()), []),
  expanded_terms: optional(nullable(text), null),
  embedding: optional(ignoredVector, []),
});

/** A user playbook as it is returned. */
export const userPlaybookView = object<UserPlaybookView>("UserPlaybookView", {
  user_playbook_id: sent(integer(), 0),
  user_id: optional(nullable(text), null),
  agent_version: required(text),
  request_id: required(text),
  playbook_name: sent(text, ""),
  created_at: required(integer()),
  content: sent(text, ""),
  trigger: optional(nullable(text), null),
  rationale: optional(nullable(text), null),
  blocking_issue: optional(nullable(blockingIssue), null),
  status: optional(status, null),
  source: optional(nullable(text), null),
  source_interaction_ids: sent(list(integer()), []),
});

/** The same in answers to searches, which give the same one out again and again. */
export const foundUserPlaybookView = keptText(userPlaybookView);

/** Body of adding user playbooks. */
export const addUserPlaybookRequest = object<AddUserPlaybookRequest>("AddUserPlaybookRequest", {
  user_playbooks: required(list(userPlaybook, { min: 1 })),
}, {
  check: ({ user_playbooks }) => {
    const index = user_playbooks.findIndex(({ content, trigger }) => !content && !trigger);
    return index < 0 ? null : `user_playbooks[${index}] needs content or trigger`;
  },
});

/** Answer to adding user playbooks. */
export const addUserPlaybookResponse = object<AddUserPlaybookResponse>("AddUserPlaybookResponse", {
  success: required(boolean),
  message: optional(nullable(text), null),
  added_count: sent(integer(), 0),
});

/** Body of a list of user playbooks. */
export const getUserPlaybooksRequest = object<GetUserPlaybooksRequest>("GetUserPlaybooksRequest", {
  limit: optional(nullable(listSize), 100),
  user_id: optional(nullable(text), null),
  playbook_name: optional(nullable(text), null),
  agent_version: optional(nullable(text), null),
  status_filter: optional(nullable(statusFilter), null),
});

/** Answer with user playbooks. */
export const getUserPlaybooksViewResponse = object<GetUserPlaybooksViewResponse>(
  "GetUserPlaybooksViewResponse",
  {
    success: required(boolean),
    user_playbooks: required(list(userPlaybookView)),
    msg: optional(nullable(text), null),
  },
);

/** Body of a search for user playbooks. */
export const searchUserPlaybookRequest = object<SearchUserPlaybookRequest>(
  "SearchUserPlaybookRequest",
  {
    query: optional(nullable(text), null),
    user_id: optional(nullable(text), null),
    agent_version: optional(nullable(text), null),
    playbook_name: optional(nullable(text), null),
    start_time: optional(nullable(timeBound), null),
    end_time: optional(nullable(timeBound), null),
    status_filter: optional(nullable(statusFilter), null),
    top_k: optional(nullable(listSize), 10),
    threshold: optional(nullable(number({ atLeast: 0, atMost: 1 })), 0.4),
    enable_reformulation: optional(nullable(boolean), false),
    search_mode: optional(searchMode, "hybrid"),
  },
  { check: endsAfterStart },
);

/** Answer with the user playbooks found. */
export const searchUserPlaybooksViewResponse = object<SearchUserPlaybooksViewResponse>(
  "SearchUserPlaybooksViewResponse",
  {
    success: required(boolean),
    user_playbooks: required(list(foundUserPlaybookView)),
    msg: optional(nullable(text), null),
  },
);

/** Body of changing a user playbook. */
export const updateUserPlaybookRequest = object<UpdateUserPlaybookRequest>(
  "UpdateUserPlaybookRequest",
  {
    user_playbook_id: required(positiveId),
    playbook_name: optional(nullable(text), null),
    content: optional(nullable(text), null),
    trigger: optional(nullable(text), null),
    rationale: optional(nullable(text), null),
    blocking_issue: optional(nullable(blockingIssue), null),
  },
);

/** Answer to changing a user playbook. */
export const updateUserPlaybookResponse = object<UpdateUserPlaybookResponse>(
  "UpdateUserPlaybookResponse",
  { success: required(boolean), msg: optional(nullable(text), null) },
);

/** Body of deleting one user playbook. */
export const deleteUserPlaybookRequest = object<DeleteUserPlaybookRequest>(
  "DeleteUserPlaybookRequest",
  { user_playbook_id: required(positiveId) },
);

/** Answer to deleting one user playbook. */
export const deleteUserPlaybookResponse = object<DeleteUserPlaybookResponse>(
  "DeleteUserPlaybookResponse",
  { success: required(boolean), message: sent(text, "") },
);

/** Body of deleting several user playbooks. */
export const deleteUserPlaybooksByIdsRequest = object<DeleteUserPlaybooksByIdsRequest>(
  "DeleteUserPlaybooksByIdsRequest",
  { user_playbook_ids: required(list(integer(), { min: 1 })) },
);

/** Body of promoting pending user playbooks. */
export const upgradeUserPlaybooksRequest = object<UpgradeUserPlaybooksRequest>(
  "UpgradeUserPlaybooksRequest",
  {
    agent_version: optional(nullable(text), null),
    playbook_name: optional(nullable(text), null),
    archive_current: optional(boolean, true),
  },
);

/** Answer to promoting pending user playbooks. */
export const upgradeUserPlaybooksResponse = object<UpgradeUserPlaybooksResponse>(
  "UpgradeUserPlaybooksResponse",
  {
    success: required(boolean),
    user_playbooks_deleted: sent(integer(), 0),
    user_playbooks_archived: sent(integer(), 0),
    user_playbooks_promoted: sent(integer(), 0),
    message: sent(text, ""),
  },
);

/** Body of bringing archived user playbooks back. */
export const downgradeUserPlaybooksRequest = object<DowngradeUserPlaybooksRequest>(
  "DowngradeUserPlaybooksRequest",
  {
    agent_version: optional(nullable(text), null),
    playbook_name: optional(nullable(text), null),
  },
);

/** Answer to bringing archived user playbooks back. */
export const downgradeUserPlaybooksResponse = object<DowngradeUserPlaybooksResponse>(
  "DowngradeUserPlaybooksResponse",
  {
    success: required(boolean),
    user_playbooks_demoted: sent(integer(), 0),
    user_playbooks_restored: sent(integer(), 0),
    message: sent(text, ""),
  },
);
