import { assertEquals } from "@std/assert";
import type { ValidationIssue } from "../../../client/contract/mod.ts";
import type { EndpointName } from "../../../client/contract/mod.ts";
import { EXAMPLE_BODIES } from "../examples.ts";
import { validateCall } from "../validate_call.ts";

const OPTIONS = {
  maxDepth: 64,
  maxValues: 1_000_000,
  nowSec: 1_767_225_600,
  blocksPrivateUrls: false,
};

/** Validates a JSON body: what comes through, or the types of the violations with their fields. */
function check(name: EndpointName, body: unknown): Record<string, unknown> | string[] {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const outcome = validateCall(
    { name, query: "", body: bytes, contentType: "application/json" },
    OPTIONS,
  );
  if (outcome.kind === "valid") return outcome.body as Record<string, unknown>;
  const issues: readonly ValidationIssue[] = outcome.kind === "invalid" ? outcome.issues : [];
  return issues.map(({ type, loc }) => [type, ...loc.slice(1)].join(" "));
}

/** The value of one field that comes through. */
function field(name: EndpointName, body: unknown, key: string): unknown {
  const value = check(name, body);
  return Array.isArray(value) ? value : value[key];
}

Deno.test("H-140 H-111 H-113 publish: a turn may be empty, texts are kept, times are the server's", () => {
  const body = check("publish_interaction", {
    user_id: " u ",
    session_id: " s ",
    interaction_data_list: [{}, { created_at: "7", role: "", tools_used: [{ tool_name: "" }] }],
  });
  assertEquals((body as Record<string, unknown>).user_id, "u");
  assertEquals((body as Record<string, unknown>).session_id, " s ");
  const [first, second] = (body as { interaction_data_list: Record<string, unknown>[] })
    .interaction_data_list;
  assertEquals([first?.created_at, first?.role, first?.user_action], [
    1_767_225_600,
    "User",
    "none",
  ]);
  assertEquals([second?.created_at, second?.role], [7, ""]);
  assertEquals(second?.tools_used, [{ tool_name: "", tool_data: {} }]);
  assertEquals(check("publish_interaction", { user_id: "u", interaction_data_list: [] }), [
    "too_short interaction_data_list",
  ]);
});

Deno.test("H-107 H-114 H-115 publish: content rules are not checks of the model", () => {
  const turns = Array.from({ length: 2_000 }, () => ({
    user_action: "click",
    interacted_image_url: "https://a.b/c.png",
    image_encoding: "not base64!",
  }));
  const body = check("publish_interaction", { user_id: "u", interaction_data_list: turns });
  assertEquals(Array.isArray(body), false);
});

Deno.test("fields of newer clients are taken over as sent", () => {
  const learnings = [{ kind: "profile", learning_id: "p", extra: null }];
  const turn = {
    retrieved_learnings: learnings,
    citations: [{ real_id: "1" }],
    metadata: { a: 1 },
  };
  const body = check("publish_interaction", {
    user_id: "u",
    interaction_data_list: [turn],
    metadata: { b: null },
    evaluation_only: true,
  }) as Record<string, unknown>;
  const [first] = body.interaction_data_list as Record<string, unknown>[];
  assertEquals([first?.retrieved_learnings, first?.citations, first?.metadata], [
    learnings,
    [{ real_id: "1" }],
    { a: 1 },
  ]);
  assertEquals([body.metadata, body.evaluation_only], [{ b: null }, true]);
});

Deno.test("H-141 H-142 H-143 H-144 searches", () => {
  assertEquals(check("search_interactions", { user_id: "u", top_k: 0, most_recent_k: -1 }), [
    "greater_than top_k",
    "greater_than most_recent_k",
  ]);
  assertEquals(field("search_interactions", { user_id: "u", query: "" }, "query"), "");
  assertEquals(check("search_profiles", { user_id: "\t", threshold: 1.1 }), [
    "value_error user_id",
    "less_than_equal threshold",
  ]);
  assertEquals(field("search_profiles", { user_id: "u", top_k: null }, "top_k"), null);
  assertEquals(field("search_user_playbooks", {}, "top_k"), 10);
  assertEquals(check("search_agent_playbooks", { playbook_status_filter: ["pending"] }), [
    "enum playbook_status_filter",
  ]);
  assertEquals(check("search_agent_playbooks", { search_mode: null }), ["enum search_mode"]);
  assertEquals(
    check("search", { query: " ", conversation_history: [{ role: "", content: " " }] }),
    [
      "value_error query",
      "value_error conversation_history 0 role",
      "value_error conversation_history 0 content",
    ],
  );
});

Deno.test("H-145 H-146 H-147 H-148 lists and statistics", () => {
  assertEquals(check("get_profiles", { user_id: "u", top_k: 0 }), ["greater_than top_k"]);
  assertEquals(field("get_requests", { offset: null }, "offset"), null);
  assertEquals(check("get_requests", { offset: -1 }), ["greater_than_equal offset"]);
  assertEquals(check("get_requests", { start_time: 2, end_time: 2 }), ["value_error"]);
  assertEquals(check("get_agent_playbooks", { limit: 0 }), ["greater_than limit"]);
  assertEquals(field("get_user_playbooks", { limit: 20_000 }, "limit"), 10_000);
  assertEquals(check("get_dashboard_stats", { days_back: 0 }), ["greater_than days_back"]);
  assertEquals(field("get_dashboard_stats", {}, "days_back"), 30);
});

Deno.test("H-149 H-150 updates", () => {
  assertEquals(field("update_user_profile", { user_id: " ", profile_id: "" }, "user_id"), " ");
  assertEquals(check("update_user_profile", { user_id: "u" }), ["missing profile_id"]);
  assertEquals(check("update_user_playbook", { user_playbook_id: 0, blocking_issue: {} }), [
    "greater_than user_playbook_id",
    "missing blocking_issue kind",
    "missing blocking_issue details",
  ]);
  const issue = { kind: "missing_tool", details: "" };
  const body = { agent_playbook_id: 1, content: "", blocking_issue: issue };
  assertEquals(field("update_agent_playbook", body, "blocking_issue"), issue);
  assertEquals(check("update_agent_playbook_status", { agent_playbook_id: 1 }), [
    "missing playbook_status",
  ]);
});

Deno.test("H-151 H-152 H-153 H-154 H-155 deletes", () => {
  assertEquals(field("delete_profile", { user_id: "u" }, "search_query"), "");
  assertEquals(check("delete_interaction", { user_id: " ", interaction_id: -1 }), [
    "value_error user_id",
    "greater_than interaction_id",
  ]);
  assertEquals(field("delete_request", { request_id: " r " }, "request_id"), "r");
  assertEquals(check("delete_session", { session_id: "" }), ["value_error session_id"]);
  assertEquals(check("delete_user_playbook", { user_playbook_id: 0 }), [
    "greater_than user_playbook_id",
  ]);
  assertEquals(check("delete_requests_by_ids", { request_ids: [] }), ["too_short request_ids"]);
  const ids = [0, -1, 1, 1];
  assertEquals(
    field("delete_agent_playbooks_by_ids", { agent_playbook_ids: ids }, "agent_playbook_ids"),
    ids,
  );
});

Deno.test("H-156 H-157 H-158 H-190 adds", () => {
  const profile = EXAMPLE_BODIES.add_user_profile.user_profiles[0];
  const add = (part: unknown) => check("add_user_profile", { user_profiles: [profile, part] });
  assertEquals(add({ ...profile, content: "" }), ["value_error"]);
  assertEquals(Array.isArray(add({ ...profile, content: " ", profile_id: "" })), false);
  assertEquals(add({}).length, 5);
  assertEquals(add({ ...profile, last_modified_timestamp: -1 }), [
    "greater_than_equal user_profiles 1 last_modified_timestamp",
  ]);
  assertEquals(add({ ...profile, expiration_timestamp: 253_402_300_800 }), [
    "less_than_equal user_profiles 1 expiration_timestamp",
  ]);
  assertEquals(add({ ...profile, last_modified_timestamp: "2026-01-01" }), [
    "int_parsing user_profiles 1 last_modified_timestamp",
  ]);
  const playbook = { agent_version: "", request_id: "" };
  assertEquals(check("add_user_playbook", { user_playbooks: [playbook] }), ["value_error"]);
  const triggered = { user_playbooks: [{ ...playbook, trigger: "t" }] };
  assertEquals(Array.isArray(check("add_user_playbook", triggered)), false);
  assertEquals(check("add_agent_playbook", { agent_playbooks: [{}] }), [
    "missing agent_playbooks 0 agent_version",
    "missing agent_playbooks 0 content",
  ]);
  const empty = { agent_playbooks: [{ agent_version: "", content: "" }] };
  assertEquals(Array.isArray(check("add_agent_playbook", empty)), false);
});

Deno.test("H-159 H-160 H-161 H-162 H-163 runs", () => {
  assertEquals(check("run_playbook_aggregation", { playbook_name: " ", agent_version: null }), [
    "string_type agent_version",
    "value_error playbook_name",
  ]);
  assertEquals(field("manual_playbook_generation", {}, "agent_version"), "");
  assertEquals(check("rerun_playbook_generation", { start_time: 5, end_time: 4 }), ["value_error"]);
  assertEquals(field("rerun_profile_generation", { extractor_names: ["x"] }, "extractor_names"), [
    "x",
  ]);
  assertEquals(check("upgrade_all_profiles", { only_affected_users: null }), [
    "bool_type only_affected_users",
  ]);
  assertEquals(field("upgrade_all_user_playbooks", {}, "archive_current"), true);
  assertEquals(field("cancel_operation", { service_name: "" }, "service_name"), "");
});
