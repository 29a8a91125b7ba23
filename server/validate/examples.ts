import type { EndpointName, RequestOf } from "../../client/contract/mod.ts";

/** A body that works, for every endpoint that takes one. */
export const EXAMPLE_BODIES: {
  readonly [N in EndpointName as RequestOf<N> extends null ? never : N]: RequestOf<N>;
} = {
  publish_interaction: {
    user_id: "ada",
    session_id: "deploy-42",
    source: "chat",
    interaction_data_list: [
      { role: "user", content: "Deploy the service, please. We run in eu-north-1." },
      { role: "assistant", content: "Deployed to us-east-1." },
      { role: "user", content: "No, always deploy to eu-north-1, our data must stay in the EU." },
    ],
  },
  search_interactions: { user_id: "ada", query: "deploy region", top_k: 5 },
  get_interactions: { user_id: "ada", top_k: 30 },
  get_requests: { user_id: "ada", top_k: 30, offset: 0 },
  delete_interaction: { user_id: "ada", interaction_id: 1 },
  delete_request: { request_id: "5f0c9d3e-1b7a-4f6e-9c59-2f4f2f0b8a11" },
  delete_session: { session_id: "deploy-42" },
  delete_requests_by_ids: { request_ids: ["5f0c9d3e-1b7a-4f6e-9c59-2f4f2f0b8a11"] },
  add_user_profile: {
    user_profiles: [{
      profile_id: "ada-region",
      user_id: "ada",
      content: "Deploys to eu-north-1",
      last_modified_timestamp: 1_767_225_600,
      generated_from_request_id: "by-hand",
    }],
  },
  search_profiles: { user_id: "ada", query: "where does she deploy", top_k: 5 },
  get_profiles: { user_id: "ada" },
  update_user_profile: {
    user_id: "ada",
    profile_id: "ada-region",
    content: "Deploys to eu-north-1 only",
  },
  delete_profile: { user_id: "ada", profile_id: "ada-region" },
  delete_profiles_by_ids: { profile_ids: ["ada-region"] },
  upgrade_all_profiles: { only_affected_users: true },
  downgrade_all_profiles: { only_affected_users: true },
  add_user_playbook: {
    user_playbooks: [{
      user_id: "ada",
      agent_version: "agent-v0",
      request_id: "by-hand",
      trigger: "When a service is deployed",
      content: "Deploy to eu-north-1.",
    }],
  },
  search_user_playbooks: { query: "deploying a service", user_id: "ada" },
  get_user_playbooks: { user_id: "ada", limit: 20 },
  update_user_playbook: { user_playbook_id: 1, content: "Deploy to eu-north-1 and say so." },
  delete_user_playbook: { user_playbook_id: 1 },
  delete_user_playbooks_by_ids: { user_playbook_ids: [1, 2] },
  upgrade_all_user_playbooks: { agent_version: "agent-v0" },
  downgrade_all_user_playbooks: { agent_version: "agent-v0" },
  add_agent_playbook: {
    agent_playbooks: [{
      agent_version: "agent-v0",
      trigger: "When a service is deployed",
      content: "Ask for the region unless it is known.",
    }],
  },
  search_agent_playbooks: { query: "deploying a service" },
  get_agent_playbooks: { agent_version: "agent-v0", limit: 20 },
  update_agent_playbook: { agent_playbook_id: 1, content: "Ask for the region first." },
  update_agent_playbook_status: { agent_playbook_id: 1, playbook_status: "approved" },
  delete_agent_playbook: { agent_playbook_id: 1 },
  delete_agent_playbooks_by_ids: { agent_playbook_ids: [1, 2] },
  search: { query: "where should I deploy", user_id: "ada", top_k: 5 },
  get_agent_success_evaluation_results: { limit: 20 },
  get_dashboard_stats: { days_back: 30 },
  set_config: { storage_config: null, extraction_preset: "standard" },
  rerun_profile_generation: { user_id: "ada", start_time: "2026-01-01", end_time: "2026-02-01" },
  rerun_playbook_generation: { agent_version: "agent-v0", start_time: "2026-01-01" },
  manual_profile_generation: { user_id: "ada" },
  manual_playbook_generation: { agent_version: "agent-v0" },
  run_playbook_aggregation: {
    agent_version: "agent-v0",
    playbook_name: "default_playbook_extractor",
  },
  cancel_operation: { service_name: "profile_generation" },
};
