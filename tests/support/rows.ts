import type {
  AgentPlaybookRow,
  EvaluationRow,
  InteractionRow,
  ProfileRow,
  RequestRow,
  UserPlaybookRow,
} from "../../server/store/mod.ts";

/** A moment in 2026 that tests count from, Unix seconds. */
export const BASE_SEC = 1_780_000_000;

/** A complete turn. */
export function makeInteraction(given: Partial<InteractionRow> = {}): InteractionRow {
  return {
    interaction_id: 1,
    user_id: "user",
    request_id: "request",
    created_at: BASE_SEC,
    role: "User",
    content: "I deploy to the region in the north and would like to keep it that way.",
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
  };
}

/** A complete request. */
export function makeRequest(given: Partial<RequestRow> = {}): RequestRow {
  return {
    request_id: "request",
    user_id: "user",
    created_at: BASE_SEC,
    source: "",
    agent_version: "agent-v0",
    session_id: null,
    metadata: null,
    evaluation_only: null,
    ...given,
  };
}

/** A complete profile. */
export function makeProfile(given: Partial<ProfileRow> = {}): ProfileRow {
  return {
    profile_id: "profile",
    user_id: "user",
    content: "Deploys to the region in the north",
    last_modified_timestamp: BASE_SEC,
    generated_from_request_id: "request",
    profile_time_to_live: "infinity",
    expiration_timestamp: 4_102_444_800,
    custom_features: null,
    source: "",
    status: null,
    extractor_names: ["default_profile_extractor"],
    expanded_terms: null,
    ...given,
  };
}

/** A complete user playbook. */
export function makeUserPlaybook(given: Partial<UserPlaybookRow> = {}): UserPlaybookRow {
  return {
    user_playbook_id: 1,
    user_id: "user",
    agent_version: "agent-v0",
    request_id: "request",
    playbook_name: "default_playbook_extractor",
    created_at: BASE_SEC,
    content: "Ask for the region before deploying",
    trigger: "When asked to deploy",
    rationale: null,
    blocking_issue: null,
    status: null,
    source: "",
    source_interaction_ids: [],
    expanded_terms: null,
    ...given,
  };
}

/** A complete agent playbook. */
export function makeAgentPlaybook(given: Partial<AgentPlaybookRow> = {}): AgentPlaybookRow {
  return {
    agent_playbook_id: 1,
    playbook_name: "default_playbook_extractor",
    agent_version: "agent-v0",
    created_at: BASE_SEC,
    content: "Ask for the region before deploying",
    trigger: "When asked to deploy",
    rationale: null,
    blocking_issue: null,
    playbook_status: "pending",
    playbook_metadata: "",
    expanded_terms: null,
    status: null,
    ...given,
  };
}

/** A complete verdict. */
export function makeEvaluation(given: Partial<EvaluationRow> = {}): EvaluationRow {
  return {
    result_id: 1,
    agent_version: "agent-v0",
    session_id: "session",
    is_success: true,
    failure_type: "",
    failure_reason: "",
    evaluation_name: null,
    created_at: BASE_SEC,
    regular_vs_shadow: null,
    number_of_correction_per_session: 0,
    user_turns_to_resolution: null,
    is_escalated: false,
    ...given,
  };
}
