import {
  anything,
  type Check,
  embedding,
  flag,
  fraction,
  id,
  list,
  map,
  type Model,
  nullable,
  number,
  oneOf,
  or,
  plain,
  positive,
  record,
  refuse,
  ruled,
  text,
  time,
  toUrl,
  whole,
} from "../check.ts";
import {
  BlockingIssueKind,
  DEFAULT_AGENT_VERSION,
  NEVER_EXPIRES_TIMESTAMP,
  PlaybookStatus,
  ProfileTimeToLive,
  SearchMode,
  Status,
  UserActionType,
} from "../contract/constants.ts";
import type { AgentPlaybook, AgentPlaybookView } from "../contract/types/agent_playbook.ts";
import type { InteractionData, InteractionView, Request } from "../contract/types/interaction.ts";
import type { UserPlaybook, UserPlaybookView } from "../contract/types/playbook.ts";
import type { ProfileView, UserProfile } from "../contract/types/profile.ts";
import type { ProfileChangeLogView } from "../contract/types/change_log.ts";
import type { EvaluationResultView } from "../contract/types/evaluation.ts";
import type { OperationStatusInfo } from "../contract/types/operation.ts";

/** Now, in whole Unix seconds. */
function nowSec(): number {
  return Math.floor(Date.now() / 1000);
}

/** A text that may be null. */
export const optionalText: Check = nullable(text);
/** A point in time that may be null. */
export const optionalTime: Check = nullable(time);
/** A text, empty when left out. */
export const blank: Check = or(text, "");
/** A time of creation in Unix seconds, now when left out. */
export const createdAt: Check = or(whole, nowSec);
/** Texts that may be null. */
export const optionalTexts: Check = nullable(list(text));
const wholeOrZero: Check = or(whole, 0);

/** A free-form object, empty when left out. */
export const emptyMap: Check = or(map, () => ({}));

/** A free-form object that is sent only when given. */
export const givenMap: Check = or(nullable(map), undefined);
const givenMaps: Check = or(nullable(list(map)), undefined);

/** A state; the word `current` means null. */
const state: Check = (value, path, issues) =>
  value === "current" ? null : oneOf(Status)(value, path, issues);

/** How to rank. */
export const searchMode: Check = or(oneOf(SearchMode), "hybrid");

/** Whether the server may rewrite the query. */
export const reformulate: Check = nullable(flag, false);

/** States to find, null for those the server finds by itself. */
export const statusFilter: Check = nullable(list(state));

/** The state of a review. */
export const reviewFilter: Check = nullable(oneOf(PlaybookStatus));

/** An agent version with the default of the server; a blank one is refused by the server. */
export const agentVersion: Check = (value, path, issues) =>
  blank(value, path, issues) || (value ? undefined : DEFAULT_AGENT_VERSION);

/** Most items to return, null for no limit. */
export function atMost(count: number | null): Check {
  return nullable(positive, count);
}

/** Least similarity. */
export function threshold(value: number): Check {
  return nullable(fraction, value);
}

const optionalState: Check = or(state, null);

/** Fields that a turn has going in and coming out. */
function turnHead() {
  return {
    created_at: createdAt,
    role: or(text, "User"),
    content: blank,
    shadow_content: blank,
    expert_content: blank,
    user_action_description: blank,
  };
}

/** Hosts that give out cloud credentials. Never a picture's address. */
const METADATA_HOSTS = [
  "metadata.google.internal",
  "169.254.169.254",
  "[::ffff:a9fe:a9fe]",
  "[fd00:ec2::254]",
];

/** An image address: empty, or of scheme http, https or data, and never a metadata service. */
const imageUrl: Check = (value, path, issues) => {
  if (typeof value !== "string" || value === "") return text(value, path, issues);
  const url = toUrl(value);
  if (!url || !/^(?:https?|data):$/.test(url.protocol)) {
    return refuse(issues, path, "must be empty or an address of scheme http, https or data");
  }
  const host = url.hostname.replace(/\.$/, "");
  if (METADATA_HOSTS.includes(host)) {
    return refuse(issues, path, "names a metadata service");
  }
  return value;
};

function turnModel(): Model<InteractionData> {
  return {
    ...turnHead(),
    user_action: or(oneOf(UserActionType), "none"),
    interacted_image_url: or(imageUrl, ""),
    image_encoding: blank,
    tools_used: or(list(record(() => ({ tool_name: text, tool_data: emptyMap }))), []),
    retrieved_learnings: givenMaps,
    citations: givenMaps,
    metadata: givenMap,
  };
}

/** One turn to publish, with the two rules the server has for it. */
export const turn: Check = ruled(record(turnModel), (out, path, issues) => {
  if (out["user_action"] !== "none" && !out["user_action_description"]) {
    refuse(issues, `${path}.user_action_description`, "is empty, must describe the user_action");
  }
  if (out["interacted_image_url"] && out["image_encoding"]) {
    refuse(issues, `${path}.image_encoding`, "must be empty next to interacted_image_url");
  }
});

/** Why an agent could not do what was asked, as a caller gives it. */
export const blockingIssue: Check = nullable(
  record(() => ({ kind: oneOf(BlockingIssueKind), details: text })),
);

/** Fields that a profile has going in and coming out. */
function profileTail() {
  return {
    expiration_timestamp: or(whole, NEVER_EXPIRES_TIMESTAMP),
    custom_features: nullable(map),
    extractor_names: optionalTexts,
  };
}

function profileInput(): Model<UserProfile> {
  return {
    profile_id: or(text, () => `cli-${randomHex(12)}`),
    user_id: text,
    content: plain((value) => typeof value === "string" && value !== "", "a text, not empty"),
    last_modified_timestamp: createdAt,
    generated_from_request_id: or(text, "cli-manual"),
    profile_time_to_live: or(oneOf(ProfileTimeToLive), "infinity"),
    ...profileTail(),
    source: nullable(text, "cli-manual"),
    status: optionalState,
    expanded_terms: optionalText,
    embedding,
  };
}

/** A profile to add. */
export const newProfile: Check = record(profileInput);

/** Fields that a playbook has going in and coming out. */
function playbookHead() {
  return {
    playbook_name: blank,
    agent_version: text,
    created_at: createdAt,
    trigger: optionalText,
    rationale: optionalText,
  };
}

function userPlaybookInput(): Model<UserPlaybook> {
  return {
    user_playbook_id: wholeOrZero,
    user_id: optionalText,
    request_id: text,
    ...playbookHead(),
    content: blank,
    blocking_issue: blockingIssue,
    status: optionalState,
    source: optionalText,
    source_interaction_ids: or(list(whole), []),
    expanded_terms: optionalText,
    embedding,
  };
}

/** A user playbook to add. */
export const newUserPlaybook: Check = ruled(record(userPlaybookInput), (out, path, issues) => {
  if (!out["content"] && !out["trigger"]) {
    refuse(issues, `${path}.content`, "is empty, and so is trigger");
  }
});

function agentPlaybookInput(): Model<AgentPlaybook> {
  return {
    agent_playbook_id: wholeOrZero,
    ...playbookHead(),
    content: text,
    blocking_issue: blockingIssue,
    playbook_status: or(oneOf(PlaybookStatus), "pending"),
    playbook_metadata: blank,
    expanded_terms: optionalText,
    embedding,
    status: optionalState,
  };
}

/** An agent playbook to add. */
export const newAgentPlaybook: Check = record(agentPlaybookInput);

/** The storage settings of a configuration: the key must be there, its value may be null. */
export const storage: Check = (value, path, issues) =>
  value === null ? null : map(value, path, issues);

/** A count in an answer, 0 when left out. */
export const count: Check = or(number, 0);

/** An id that must not be blank. */
export const key: Check = id;

/** Random lower-case hex digits; works where `crypto.randomUUID` does not exist. */
export function randomHex(digits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(digits / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const seenIssue: Check = nullable(record(() => ({ kind: text, details: text }), true));

function profileModel(): Model<ProfileView> {
  return {
    profile_id: text,
    user_id: text,
    content: text,
    last_modified_timestamp: number,
    generated_from_request_id: text,
    profile_time_to_live: or(text, "infinity"),
    ...profileTail(),
    source: optionalText,
    status: optionalText,
  };
}

function userPlaybookModel(): Model<UserPlaybookView> {
  return {
    user_playbook_id: count,
    user_id: optionalText,
    request_id: text,
    ...playbookHead(),
    content: blank,
    blocking_issue: seenIssue,
    status: optionalText,
    source: optionalText,
    source_interaction_ids: or(list(number), []),
  };
}

function agentPlaybookModel(): Model<AgentPlaybookView> {
  return {
    agent_playbook_id: count,
    ...playbookHead(),
    content: text,
    blocking_issue: seenIssue,
    playbook_status: or(text, "pending"),
    playbook_metadata: blank,
    status: optionalText,
  };
}

function turnViewModel(): Model<InteractionView> {
  return {
    ...turnHead(),
    interaction_id: count,
    user_id: text,
    request_id: text,
    user_action: or(text, "none"),
    interacted_image_url: blank,
    tools_used: or(list(record(() => ({ tool_name: text, tool_data: emptyMap }), true)), []),
    retrieved_learnings: nullable(list(map)),
    citations: nullable(list(map)),
    metadata: nullable(map),
  };
}

function requestModel(): Model<Request> {
  return {
    request_id: text,
    user_id: text,
    created_at: createdAt,
    source: blank,
    agent_version: blank,
    session_id: optionalText,
    metadata: nullable(map),
    evaluation_only: nullable(flag),
  };
}

function evaluationModel(): Model<EvaluationResultView> {
  return {
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
}

function operationModel(): Model<OperationStatusInfo> {
  return {
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
}

/** Turns in an answer. */
export const turns: Check = list(record(turnViewModel, true));
/** Profiles in an answer. */
export const profiles: Check = list(record(profileModel, true));
const publish: Check = record(
  () => ({ request: record(requestModel, true), interactions: turns }),
  true,
);

function changeModel(): Model<ProfileChangeLogView> {
  return {
    id: number,
    user_id: text,
    request_id: text,
    created_at: createdAt,
    added_profiles: profiles,
    removed_profiles: profiles,
    mentioned_profiles: profiles,
  };
}

/** User playbooks in an answer. */
export const userPlaybooks: Check = list(record(userPlaybookModel, true));

/** Agent playbooks in an answer. */
export const agentPlaybooks: Check = list(record(agentPlaybookModel, true));

/** Sessions in an answer, each with its publishes. */
export const sessions: Check = list(
  record(() => ({ session_id: text, requests: list(publish) }), true),
);

/** Evaluations in an answer. */
export const evaluations: Check = list(record(evaluationModel, true));

/** Changes of profiles in an answer. */
export const profileChanges: Check = list(record(changeModel, true));

/** The state of a run in an answer. */
export const operation: Check = nullable(record(operationModel, true));
