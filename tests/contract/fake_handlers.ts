import type { ResponseOf } from "../../client/contract/mod.ts";
import type { Call, Handlers, ServiceName } from "../../server/services/handlers.ts";

/** Verbs that answer with the least that the contract allows, and remember how they were called. */
export interface FakeHandlers {
  /** The verbs. */
  readonly handlers: Handlers;
  /** Every call so far, with the name of its endpoint. */
  readonly calls: { readonly name: ServiceName; readonly call: Call }[];
}

/** The least answer of every endpoint. */
const ANSWERS: { readonly [N in ServiceName]: ResponseOf<N> } = {
  root: { service: "Reflexio API", docs: "/docs", health: "/health" },
  health: { status: "healthy" },
  meta_version: { server_version: "0.1.0", api_version: "v1", min_client_version: "0.1.0" },
  whoami: { success: true, org_id: "self-host-org", storage_configured: true, message: "" },
  my_config: { success: false, message: "my_config is disabled" },
  publish_interaction: { success: true, message: "Interaction queued", warnings: [] },
  search_interactions: { success: true, interactions: [] },
  get_interactions: { success: true, interactions: [] },
  get_all_interactions: { success: true, interactions: [] },
  get_requests: { success: true, sessions: [], has_more: false },
  delete_interaction: { success: true, message: "" },
  delete_request: { success: true, message: "" },
  delete_session: { success: true, message: "", deleted_requests_count: 0 },
  delete_requests_by_ids: { success: true, deleted_count: 0, message: "" },
  delete_all_interactions: { success: true, deleted_count: 0, message: "" },
  add_user_profile: { success: true, added_count: 0 },
  search_profiles: { success: true, user_profiles: [] },
  get_profiles: { success: true, user_profiles: [] },
  get_all_profiles: { success: true, user_profiles: [] },
  get_profile_statistics: {
    success: true,
    current_count: 0,
    pending_count: 0,
    archived_count: 0,
    expiring_soon_count: 0,
  },
  update_user_profile: { success: true },
  delete_profile: { success: true, message: "" },
  delete_profiles_by_ids: { success: true, deleted_count: 0, message: "" },
  delete_all_profiles: { success: true, deleted_count: 0, message: "" },
  profile_change_log: { success: true, profile_change_logs: [] },
  upgrade_all_profiles: {
    success: true,
    profiles_archived: 0,
    profiles_promoted: 0,
    profiles_deleted: 0,
    message: "",
  },
  downgrade_all_profiles: {
    success: true,
    profiles_demoted: 0,
    profiles_restored: 0,
    message: "",
  },
  add_user_playbook: { success: true, added_count: 0 },
  search_user_playbooks: { success: true, user_playbooks: [] },
  get_user_playbooks: { success: true, user_playbooks: [] },
  update_user_playbook: { success: true },
  delete_user_playbook: { success: true, message: "" },
  delete_user_playbooks_by_ids: { success: true, deleted_count: 0, message: "" },
  delete_all_user_playbooks: { success: true, deleted_count: 0, message: "" },
  upgrade_all_user_playbooks: {
    success: true,
    user_playbooks_deleted: 0,
    user_playbooks_archived: 0,
    user_playbooks_promoted: 0,
    message: "",
  },
  downgrade_all_user_playbooks: {
    success: true,
    user_playbooks_demoted: 0,
    user_playbooks_restored: 0,
    message: "",
  },
  add_agent_playbook: { success: true, added_count: 0 },
  search_agent_playbooks: { success: true, agent_playbooks: [] },
  get_agent_playbooks: { success: true, agent_playbooks: [] },
  update_agent_playbook: { success: true },
  update_agent_playbook_status: { success: true },
  delete_agent_playbook: { success: true, message: "" },
  delete_agent_playbooks_by_ids: { success: true, deleted_count: 0, message: "" },
  delete_all_agent_playbooks: { success: true, deleted_count: 0, message: "" },
  delete_all_playbooks: { success: true, deleted_count: 0, message: "" },
  playbook_aggregation_change_logs: { success: true, change_logs: [] },
  search: { success: true, profiles: [], agent_playbooks: [], user_playbooks: [] },
  get_agent_success_evaluation_results: { success: true, agent_success_evaluation_results: [] },
  get_dashboard_stats: { success: true },
  get_config: {
    storage_config: null,
    batch_size: 10,
    batch_interval: 5,
    skip_should_run_check: false,
    enable_document_expansion: false,
  },
  set_config: { success: true, msg: "Configuration set successfully" },
  rerun_profile_generation: { success: true, operation_id: "rerun_profile_generation" },
  rerun_playbook_generation: { success: true, operation_id: "rerun_playbook_generation" },
  manual_profile_generation: { success: true, profiles_generated: 0 },
  manual_playbook_generation: { success: true, playbooks_generated: 0 },
  run_playbook_aggregation: { success: true, message: "Skipped: too few user playbooks" },
  get_operation_status: { success: false, msg: "No operation found" },
  cancel_operation: { success: true, cancelled_services: [], msg: "No in-progress operation" },
};

/** Makes fake verbs; `overrides` replace single ones. */
export function makeFakeHandlers(overrides: Partial<Handlers> = {}): FakeHandlers {
  const calls: { readonly name: ServiceName; readonly call: Call }[] = [];
  const verbs = (Object.keys(ANSWERS) as ServiceName[]).map((name) => [
    name,
    (call: Call) => {
      calls.push({ name, call });
      const verb = overrides[name] as ((call: Call) => Promise<unknown>) | undefined;
      return verb === undefined ? Promise.resolve(ANSWERS[name]) : verb(call);
    },
  ]);
  return { handlers: Object.fromEntries(verbs) as Handlers, calls };
}
