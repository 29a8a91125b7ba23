import type { RequestOf } from "../../client/contract/mod.ts";
import type { ApiServer, AskName } from "./api_server.ts";
import { agentPlaybook, JUDGING, PLAYBOOKS, profile, teach, userPlaybook } from "./seed.ts";

/** A call that is refused: what is sent, and where the answer says the fault is. */
export interface Refusal {
  /** Query parameters. */
  readonly query?: Readonly<Record<string, string>>;
  /** The body. */
  readonly body?: unknown;
  /** Type of the first violation. */
  readonly type: string;
  /** Place of the first violation. */
  readonly loc: readonly (string | number)[];
}

/** What is tried with one endpoint. */
export interface EndpointCase {
  /** Rules that the calls show. */
  readonly rules: string;
  /** A call that works and what must be true of its answer. */
  readonly good: (api: ApiServer) => Promise<unknown>;
  /** A call that is refused with 422; null where nothing can be wrong with one. */
  readonly refused: Refusal | null;
}

/** The refusal of an empty object for lack of one field. */
function lacking(field: string): Refusal {
  return { body: {}, type: "missing", loc: ["body", field] };
}

/** The refusal of a body that is no object. */
const NO_OBJECT: Refusal = { body: [], type: "model_attributes_type", loc: ["body"] };

/** The refusal of a number that must be above zero. */
function notPositive(field: string, body: object = {}): Refusal {
  return { body: { ...body, [field]: 0 }, type: "greater_than", loc: ["body", field] };
}

/** An empty list where one item is the least. */
function tooShort(field: string): Refusal {
  return { body: { [field]: [] }, type: "too_short", loc: ["body", field] };
}

/** Fails unless a fact holds. */
function holds(fact: boolean, what: string): void {
  if (!fact) throw new Error(`Not so: ${what}`);
}

/** A call that must answer `success: true`. */
function succeeds<N extends AskName>(name: N, body: RequestOf<N>) {
  return async (api: ApiServer) => {
    const answer = await api.ask(name, body);
    holds((answer as { readonly success?: boolean }).success === true, `${name} succeeds`);
  };
}

/** A call whose list must hold something, so that its items meet the schema too. */
function lists<N extends AskName>(name: N, key: string, body: RequestOf<N>) {
  return async (api: ApiServer) => {
    const answer = await api.ask(name, body) as unknown as Readonly<Record<string, unknown>>;
    const items = answer[key];
    holds(Array.isArray(items) && items.length > 0, `${name} lists something`);
  };
}

/** Fills a server with every kind of row. */
export async function seedAll(api: ApiServer): Promise<void> {
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "deploy-42", version: "v1", source: "chat" });
  await teach(api, "bea", { version: "v1" });
  const features = { shelf: 3, note: null };
  await api.ask("add_user_profile", {
    user_profiles: [profile({ profile_id: "tea", custom_features: features, source: null })],
  });
  const blocking_issue = { kind: "missing_tool", details: "No access to the ledger" } as const;
  await api.ask("add_user_playbook", {
    user_playbooks: [userPlaybook({ rationale: "They match them by it", blocking_issue })],
  });
  await api.ask("add_agent_playbook", { agent_playbooks: [agentPlaybook({})] });
  api.advance(700);
  await api.drain();
}

/** Adds an archived profile and gives the moves something to do. */
async function addWithStatus(api: ApiServer, status: "pending" | "archived"): Promise<void> {
  await api.ask("add_user_profile", {
    user_profiles: [profile({ profile_id: `profile-${status}`, status })],
  });
  await api.ask("add_user_playbook", { user_playbooks: [userPlaybook({ status })] });
}

/** Every endpoint that answers JSON; a missing one does not compile. Reads come first. */
export const ENDPOINT_CASES: { readonly [N in AskName]: EndpointCase } = {
  root: { rules: "H-010 R-073", good: (api) => api.ask("root", null), refused: null },
  health: { rules: "H-010 R-073", good: (api) => api.ask("health", null), refused: null },
  meta_version: { rules: "H-010", good: (api) => api.ask("meta_version", null), refused: null },
  whoami: { rules: "H-270 R-076", good: succeeds("whoami", null), refused: null },
  my_config: { rules: "H-213 R-077", good: (api) => api.ask("my_config", null), refused: null },
  publish_interaction: {
    rules: "H-103 H-105 H-140",
    good: async (api) => {
      const { request_id } = await teach(api, "cleo");
      holds(typeof request_id === "string", "a publish that was waited for names its request");
    },
    refused: {
      query: { wait_for_response: "maybe" },
      body: { user_id: "ada", interaction_data_list: [{}] },
      type: "bool_parsing",
      loc: ["query", "wait_for_response"],
    },
  },
  search_interactions: {
    rules: "H-141 H-179",
    good: lists("search_interactions", "interactions", { user_id: "ada", query: "deploy" }),
    refused: lacking("user_id"),
  },
  get_interactions: {
    rules: "H-145 H-168 H-262",
    good: lists("get_interactions", "interactions", { user_id: "ada" }),
    refused: { body: { user_id: " " }, type: "value_error", loc: ["body", "user_id"] },
  },
  get_all_interactions: {
    rules: "H-169 H-183",
    good: lists("get_all_interactions", "interactions", null),
    refused: { query: { limit: "0" }, type: "greater_than", loc: ["query", "limit"] },
  },
  get_requests: {
    rules: "H-146 H-170 H-265",
    good: lists("get_requests", "sessions", {}),
    refused: { body: { offset: -1 }, type: "greater_than_equal", loc: ["body", "offset"] },
  },
  search_profiles: {
    rules: "H-142 H-178",
    good: lists("search_profiles", "user_profiles", { user_id: "ada", query: "tea" }),
    refused: {
      body: { user_id: "ada", threshold: 1.5 },
      type: "less_than_equal",
      loc: ["body", "threshold"],
    },
  },
  get_profiles: {
    rules: "H-145 H-171 H-262 H-263",
    good: lists("get_profiles", "user_profiles", { user_id: "ada" }),
    refused: notPositive("top_k", { user_id: "ada" }),
  },
  get_all_profiles: {
    rules: "H-172 H-183",
    good: lists("get_all_profiles", "user_profiles", null),
    refused: { query: { limit: "x" }, type: "int_parsing", loc: ["query", "limit"] },
  },
  get_profile_statistics: {
    rules: "H-269",
    good: succeeds("get_profile_statistics", null),
    refused: null,
  },
  profile_change_log: {
    rules: "H-176 H-263",
    good: lists("profile_change_log", "profile_change_logs", null),
    refused: null,
  },
  search_user_playbooks: {
    rules: "H-143 H-180",
    good: lists("search_user_playbooks", "user_playbooks", { query: "invoice" }),
    refused: { body: { top_k: "many" }, type: "int_parsing", loc: ["body", "top_k"] },
  },
  get_user_playbooks: {
    rules: "H-147 H-173 H-262",
    good: lists("get_user_playbooks", "user_playbooks", {}),
    refused: {
      body: { status_filter: "pending" },
      type: "list_type",
      loc: ["body", "status_filter"],
    },
  },
  search_agent_playbooks: {
    rules: "H-143 H-180",
    good: lists("search_agent_playbooks", "agent_playbooks", { query: "deploy" }),
    refused: {
      body: { playbook_status_filter: "new" },
      type: "enum",
      loc: ["body", "playbook_status_filter"],
    },
  },
  get_agent_playbooks: {
    rules: "H-147 H-174 H-262",
    good: lists("get_agent_playbooks", "agent_playbooks", {}),
    refused: notPositive("limit"),
  },
  playbook_aggregation_change_logs: {
    rules: "H-177 H-263 S-128",
    good: async (api) => {
      const query = { playbook_name: PLAYBOOKS, agent_version: "v1" };
      const { change_logs } = await api.ask("playbook_aggregation_change_logs", null, query);
      holds(change_logs.length > 0, "an aggregation was logged");
    },
    refused: {
      query: { agent_version: "v1" },
      type: "missing",
      loc: ["query", "playbook_name"],
    },
  },
  search: {
    rules: "H-144 H-181",
    good: lists("search", "agent_playbooks", { query: "deploy the service", user_id: "ada" }),
    refused: { body: { query: "\t" }, type: "value_error", loc: ["body", "query"] },
  },
  get_agent_success_evaluation_results: {
    rules: "H-147 H-175 S-143",
    good: lists(
      "get_agent_success_evaluation_results",
      "agent_success_evaluation_results",
      {},
    ),
    refused: notPositive("limit"),
  },
  get_dashboard_stats: {
    rules: "H-148 H-268 R-054",
    good: succeeds("get_dashboard_stats", {}),
    refused: notPositive("days_back"),
  },
  get_config: { rules: "H-200 H-201", good: (api) => api.ask("get_config", null), refused: null },
  get_operation_status: {
    rules: "H-094 H-248",
    good: (api) => api.ask("get_operation_status", null, {}),
    refused: null,
  },
  set_config: {
    rules: "H-202 H-203 R-066",
    good: succeeds("set_config", JUDGING),
    refused: lacking("storage_config"),
  },
  add_user_profile: {
    rules: "H-121 H-156",
    good: succeeds("add_user_profile", { user_profiles: [profile({ profile_id: "more" })] }),
    refused: tooShort("user_profiles"),
  },
  update_user_profile: {
    rules: "H-149 H-237",
    good: succeeds("update_user_profile", {
      user_id: "ada",
      profile_id: "tea",
      content: "Likes green tea",
    }),
    refused: lacking("user_id"),
  },
  add_user_playbook: {
    rules: "H-121 H-157",
    good: succeeds("add_user_playbook", { user_playbooks: [userPlaybook({})] }),
    refused: {
      body: { user_playbooks: [{ agent_version: "v1", request_id: "r" }] },
      type: "value_error",
      loc: ["body"],
    },
  },
  update_user_playbook: {
    rules: "H-150 H-233",
    good: succeeds("update_user_playbook", { user_playbook_id: 1, rationale: "For the auditors" }),
    refused: notPositive("user_playbook_id"),
  },
  add_agent_playbook: {
    rules: "H-121 H-158 S-129",
    good: succeeds("add_agent_playbook", { agent_playbooks: [agentPlaybook({})] }),
    refused: tooShort("agent_playbooks"),
  },
  update_agent_playbook: {
    rules: "H-150 H-233",
    good: succeeds("update_agent_playbook", { agent_playbook_id: 1, rationale: "It matters" }),
    refused: {
      body: { agent_playbook_id: 1, blocking_issue: { kind: "bored", details: "" } },
      type: "enum",
      loc: ["body", "blocking_issue", "kind"],
    },
  },
  update_agent_playbook_status: {
    rules: "H-150 H-236",
    good: succeeds("update_agent_playbook_status", {
      agent_playbook_id: 1,
      playbook_status: "approved",
    }),
    refused: {
      body: { agent_playbook_id: 1, playbook_status: "APPROVED" },
      type: "enum",
      loc: ["body", "playbook_status"],
    },
  },
  upgrade_all_profiles: {
    rules: "H-162 H-239",
    good: async (api) => {
      await addWithStatus(api, "pending");
      const { profiles_promoted } = await api.ask("upgrade_all_profiles", {});
      holds(profiles_promoted === 1, "the pending profile was promoted");
    },
    refused: {
      body: { only_affected_users: null },
      type: "bool_type",
      loc: ["body", "only_affected_users"],
    },
  },
  downgrade_all_profiles: {
    rules: "H-162 H-239",
    good: async (api) => {
      await addWithStatus(api, "archived");
      const { profiles_restored } = await api.ask("downgrade_all_profiles", {});
      holds((profiles_restored ?? 0) > 0, "archived profiles were restored");
    },
    refused: NO_OBJECT,
  },
  upgrade_all_user_playbooks: {
    rules: "H-162 H-239 S-099",
    good: async (api) => {
      await addWithStatus(api, "pending");
      const body = { agent_version: "v1", archive_current: false };
      const answer = await api.ask("upgrade_all_user_playbooks", body);
      holds((answer.user_playbooks_promoted ?? 0) > 0, "pending playbooks were promoted");
      holds(answer.user_playbooks_archived === 0, "current playbooks stayed");
    },
    refused: { body: { agent_version: 1 }, type: "string_type", loc: ["body", "agent_version"] },
  },
  downgrade_all_user_playbooks: {
    rules: "H-162 H-239 S-099",
    good: async (api) => {
      await addWithStatus(api, "archived");
      const answer = await api.ask("downgrade_all_user_playbooks", { agent_version: "v1" });
      holds((answer.user_playbooks_restored ?? 0) > 0, "archived playbooks were restored");
    },
    refused: NO_OBJECT,
  },
  rerun_profile_generation: {
    rules: "H-161 H-243",
    good: async (api) => {
      const { operation_id } = await api.ask("rerun_profile_generation", { user_id: "ada" });
      holds(operation_id === "rerun_profile_generation", "the operation has its name");
      await api.drain();
    },
    refused: {
      body: { start_time: "2026-01-02", end_time: "2026-01-02" },
      type: "value_error",
      loc: ["body"],
    },
  },
  rerun_playbook_generation: {
    rules: "H-160 H-244",
    good: async (api) => {
      const { operation_id } = await api.ask("rerun_playbook_generation", { agent_version: "v1" });
      holds(operation_id === "rerun_playbook_generation", "the operation has its name");
      await api.drain();
    },
    refused: {
      body: { start_time: "soon" },
      type: "datetime_from_date_parsing",
      loc: ["body", "start_time"],
    },
  },
  manual_profile_generation: {
    rules: "H-161 H-245 S-055",
    good: succeeds("manual_profile_generation", { user_id: "ada" }),
    refused: {
      body: { extractor_names: "all" },
      type: "list_type",
      loc: ["body", "extractor_names"],
    },
  },
  manual_playbook_generation: {
    rules: "H-160 H-246",
    good: succeeds("manual_playbook_generation", { agent_version: "v1" }),
    refused: { body: { agent_version: null }, type: "string_type", loc: ["body", "agent_version"] },
  },
  run_playbook_aggregation: {
    rules: "H-159 H-247 S-109",
    good: succeeds("run_playbook_aggregation", { playbook_name: PLAYBOOKS, agent_version: "v1" }),
    refused: lacking("playbook_name"),
  },
  cancel_operation: {
    rules: "H-163 H-256 R-057",
    good: succeeds("cancel_operation", {}),
    refused: { body: { service_name: 1 }, type: "string_type", loc: ["body", "service_name"] },
  },
  delete_interaction: {
    rules: "H-152 H-221",
    good: succeeds("delete_interaction", { user_id: "ada", interaction_id: 1 }),
    refused: notPositive("interaction_id", { user_id: "ada" }),
  },
  delete_request: {
    rules: "H-153 H-222",
    good: succeeds("delete_request", { request_id: "none such" }),
    refused: lacking("request_id"),
  },
  delete_session: {
    rules: "H-153 H-223",
    good: async (api) => {
      const answer = await api.ask("delete_session", { session_id: "deploy-42" });
      holds(answer.deleted_requests_count === 1, "the session's request was counted");
    },
    refused: { body: { session_id: "" }, type: "value_error", loc: ["body", "session_id"] },
  },
  delete_requests_by_ids: {
    rules: "H-155 H-224",
    good: succeeds("delete_requests_by_ids", { request_ids: ["", "", "none"] }),
    refused: tooShort("request_ids"),
  },
  delete_profile: {
    rules: "H-151 H-226",
    good: succeeds("delete_profile", { user_id: "ada", profile_id: "tea" }),
    refused: lacking("user_id"),
  },
  delete_profiles_by_ids: {
    rules: "H-155 H-227 R-113",
    good: async (api) => {
      const body = { profile_ids: ["more", "more", "none"] };
      const { deleted_count } = await api.ask("delete_profiles_by_ids", body);
      holds(deleted_count === 1, "one profile was deleted");
    },
    refused: tooShort("profile_ids"),
  },
  delete_user_playbook: {
    rules: "H-154 H-229",
    good: succeeds("delete_user_playbook", { user_playbook_id: 1 }),
    refused: notPositive("user_playbook_id"),
  },
  delete_user_playbooks_by_ids: {
    rules: "H-155 H-229 R-113",
    good: async (api) => {
      const body = { user_playbook_ids: [2, 2, 0, -5, 9_999] };
      const { deleted_count } = await api.ask("delete_user_playbooks_by_ids", body);
      holds(deleted_count === 1, "one user playbook was deleted");
    },
    refused: tooShort("user_playbook_ids"),
  },
  delete_agent_playbook: {
    rules: "H-154 H-230",
    good: succeeds("delete_agent_playbook", { agent_playbook_id: 1 }),
    refused: lacking("agent_playbook_id"),
  },
  delete_agent_playbooks_by_ids: {
    rules: "H-155 H-230 R-113",
    good: async (api) => {
      await api.ask("add_agent_playbook", { agent_playbooks: [agentPlaybook({})] });
      const { agent_playbooks } = await api.ask("get_agent_playbooks", { limit: 1 });
      const id = agent_playbooks[0]?.agent_playbook_id ?? 0;
      const body = { agent_playbook_ids: [id, id, 9_999] };
      const { deleted_count } = await api.ask("delete_agent_playbooks_by_ids", body);
      holds(deleted_count === 1, "one agent playbook was deleted");
    },
    refused: tooShort("agent_playbook_ids"),
  },
  delete_all_interactions: {
    rules: "H-225",
    good: succeeds("delete_all_interactions", null),
    refused: null,
  },
  delete_all_profiles: {
    rules: "H-228",
    good: succeeds("delete_all_profiles", null),
    refused: null,
  },
  delete_all_user_playbooks: {
    rules: "H-231",
    good: succeeds("delete_all_user_playbooks", null),
    refused: null,
  },
  delete_all_agent_playbooks: {
    rules: "H-231",
    good: succeeds("delete_all_agent_playbooks", null),
    refused: null,
  },
  delete_all_playbooks: {
    rules: "H-231",
    good: succeeds("delete_all_playbooks", null),
    refused: null,
  },
};
