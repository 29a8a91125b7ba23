import {
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
  text,
  time,
  whole,
} from "../check.ts";
import { DEFAULT_AGENT_VERSION, NEVER_EXPIRES_TIMESTAMP } from "../contract/constants.ts";
import type { AgentPlaybook } from "../contract/types/agent_playbook.ts";
import { SearchMode, Status } from "../contract/types/common.ts";
import { type InteractionData, UserActionType } from "../contract/types/interaction.ts";
import {
  BlockingIssueKind,
  PlaybookStatus,
  type UserPlaybook,
} from "../contract/types/playbook.ts";
import { ProfileTimeToLive, type UserProfile } from "../contract/types/profile.ts";
import { imageUrl } from "../image_url.ts";

/** Now, in whole Unix seconds. */
function nowSec(): number {
  return Math.floor(Date.now() / 1000);
}

const optionalText: Check = nullable(text);
/** A text, empty when left out. */
export const blank: Check = or(text, "");
/** A time of creation in Unix seconds, now when left out. */
export const createdAt: Check = or(whole, nowSec);
const texts: Check = list(text);
const wholeOrZero: Check = or(whole, 0);

/** A free-form object, empty when left out. */
export const emptyMap: Check = or(map, () => ({}));

/** A free-form object that is sent only when given. */
export const givenMap: Check = or(nullable(map), undefined);
const givenMaps: Check = or(nullable(list(map)), undefined);

/** Fields shared by the filters of several requests. */
export const filter: {
  readonly text: Check;
  readonly time: Check;
  readonly mode: Check;
  readonly reformulate: Check;
  readonly status: Check;
  readonly review: Check;
  readonly version: Check;
  readonly texts: Check;
} = {
  text: optionalText,
  time: nullable(time),
  mode: or(oneOf(SearchMode), "hybrid"),
  reformulate: nullable(flag, false),
  status: nullable(list(state)),
  review: nullable(oneOf(PlaybookStatus)),
  version: (value, path, issues) =>
    or(text, "")(value, path, issues) || (value ? undefined : DEFAULT_AGENT_VERSION),
  texts: nullable(texts),
};

/** Most items to return, null for no limit. */
export function atMost(count: number | null): Check {
  return nullable(positive, count);
}

/** Least similarity. */
export function threshold(value: number): Check {
  return nullable(fraction, value);
}

/** A state; the word `current` and the text `None` of old clients mean null. */
function state(...[value, path, issues]: Parameters<Check>): unknown {
  return value === "current" ? null : oneOf(Status)(value, path, issues);
}

const optionalState: Check = or(state, null);

/** Fields that a turn has going in and coming out. */
export const turnHead = {
  created_at: createdAt,
  role: or(text, "User"),
  content: blank,
  shadow_content: blank,
  expert_content: blank,
  user_action_description: blank,
};

const turnModel: Model<InteractionData> = {
  ...turnHead,
  user_action: or(oneOf(UserActionType), "none"),
  interacted_image_url: or(imageUrl, ""),
  image_encoding: blank,
  tools_used: or(list(record({ tool_name: text, tool_data: emptyMap })), []),
  retrieved_learnings: givenMaps,
  citations: givenMaps,
  metadata: givenMap,
};

/** One turn to publish, with the two rules the server has for it. */
export const turn: Check = (value, path, issues) => {
  const out = record(turnModel)(value, path, issues) as Partial<InteractionData> | undefined;
  if (out?.user_action && out.user_action !== "none" && !out.user_action_description) {
    refuse(issues, `${path}.user_action_description`, "is empty, must describe the user_action");
  }
  if (out?.interacted_image_url && out.image_encoding) {
    refuse(issues, `${path}.image_encoding`, "must be empty next to interacted_image_url");
  }
  return out;
};

/** Why an agent could not do what was asked, as a caller gives it. */
export const blockingIssue: Check = nullable(
  record({
    kind: oneOf(BlockingIssueKind),
    details: text,
  }),
);

/** Fields that a profile has going in and coming out. */
export const profileTail = {
  expiration_timestamp: or(whole, NEVER_EXPIRES_TIMESTAMP),
  custom_features: nullable(map),
  extractor_names: nullable(texts),
};

const profileInput: Model<UserProfile> = {
  profile_id: or(text, () => `cli-${randomHex(12)}`),
  user_id: text,
  content: plain((value) => typeof value === "string" && value !== "", "a text, not empty"),
  last_modified_timestamp: createdAt,
  generated_from_request_id: or(text, "cli-manual"),
  profile_time_to_live: or(
    oneOf(ProfileTimeToLive),
    "infinity",
  ),
  ...profileTail,
  source: nullable(text, "cli-manual"),
  status: optionalState,
  expanded_terms: optionalText,
  embedding,
};

/** A profile to add. */
export const newProfile: Check = record(profileInput);

/** Fields that a playbook has going in and coming out. */
export const playbookHead = {
  playbook_name: blank,
  agent_version: text,
  created_at: createdAt,
  trigger: optionalText,
  rationale: optionalText,
};

const userPlaybookInput: Model<UserPlaybook> = {
  user_playbook_id: wholeOrZero,
  user_id: optionalText,
  request_id: text,
  ...playbookHead,
  content: blank,
  blocking_issue: blockingIssue,
  status: optionalState,
  source: optionalText,
  source_interaction_ids: or(list(whole), []),
  expanded_terms: optionalText,
  embedding,
};

/** A user playbook to add. */
export const newUserPlaybook: Check = (value, path, issues) => {
  const out = record(userPlaybookInput)(value, path, issues) as Partial<UserPlaybook> | undefined;
  if (out && out.content === "" && !out.trigger) {
    refuse(issues, `${path}.content`, "is empty, and so is trigger");
  }
  return out;
};

const agentPlaybookInput: Model<AgentPlaybook> = {
  agent_playbook_id: wholeOrZero,
  ...playbookHead,
  content: text,
  blocking_issue: blockingIssue,
  playbook_status: or(oneOf(PlaybookStatus), "pending"),
  playbook_metadata: blank,
  expanded_terms: optionalText,
  embedding,
  status: optionalState,
};

/** An agent playbook to add. */
export const newAgentPlaybook: Check = record(agentPlaybookInput);

/** A count in an answer, 0 when left out. */
export const count: Check = or(number, 0);

/** An id that must not be blank. */
export const key: Check = id;

/** Random lower-case hex digits; works where `crypto.randomUUID` does not exist. */
export function randomHex(digits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(digits / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
