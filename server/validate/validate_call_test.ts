import { assertEquals } from "@std/assert";
import { type EndpointName, ENDPOINTS, type ValidationIssue } from "../../client/contract/mod.ts";
import { EXAMPLE_BODIES } from "./examples.ts";
import { type RawCall, validateCall, type ValidatedCall, writeAnswer } from "./validate_call.ts";

const OPTIONS = {
  maxDepth: 64,
  maxValues: 1_000_000,
  nowSec: 1_767_225_600,
  blocksPrivateUrls: false,
};

/** Validates a call with a JSON body. */
function call(name: EndpointName, body: unknown, raw: Partial<RawCall> = {}): ValidatedCall {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return validateCall(
    { name, query: "", body: bytes, contentType: "application/json", ...raw },
    OPTIONS,
  );
}

/** The body that comes through. */
function bodyOf(name: EndpointName, body: unknown): Record<string, unknown> {
  const outcome = call(name, body);
  if (outcome.kind !== "valid") throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.body as Record<string, unknown>;
}

/** Types and places of the violations. */
function faults(outcome: ValidatedCall): [string, (string | number)[]][] {
  const issues: readonly ValidationIssue[] = outcome.kind === "invalid" ? outcome.issues : [];
  return issues.map(({ type, loc }) => [type, [...loc]]);
}

Deno.test("validateCall() takes every example body", () => {
  for (const [name, body] of Object.entries(EXAMPLE_BODIES)) {
    assertEquals(call(name as EndpointName, body).kind, "valid", name);
  }
});

Deno.test("H-068 an empty body and null are a missing body", () => {
  const missing = [["missing", ["body"]]];
  assertEquals(faults(call("search", null)) as unknown, missing);
  assertEquals(faults(call("search", null, { body: new Uint8Array() })) as unknown, missing);
});

Deno.test("H-069 H-129 lists, texts, numbers and booleans are no body", () => {
  for (const body of [[], "a", 1, true]) {
    assertEquals(faults(call("search", body)), [["model_attributes_type", ["body"]]]);
  }
  assertEquals(faults(call("update_user_playbook", { user_playbook_id: 1, blocking_issue: [] })), [
    ["model_attributes_type", ["body", "blocking_issue"]],
  ]);
});

Deno.test("H-071 a body without a JSON content type is not parsed", () => {
  const body = EXAMPLE_BODIES.search;
  for (const contentType of [null, "text/plain", "application/jsonp", "x/json"]) {
    assertEquals(faults(call("search", body, { contentType })), [["model_attributes_type", [
      "body",
    ]]]);
  }
  for (const contentType of ["Application/JSON; charset=utf-8", "application/vnd.api+json"]) {
    assertEquals(call("search", body, { contentType }).kind, "valid");
  }
  const secret = { storage_config: null, api_key_config: { anthropic: { api_key: "sk-1" } } };
  const refused = call("set_config", secret, { contentType: null });
  assertEquals(JSON.stringify(refused).includes("sk-1"), false);
});

Deno.test("H-073 unknown fields are ignored at any depth and names are case-sensitive", () => {
  const turn = { content: "a", CONTENT: "b", extra: { deep: [1] } };
  const body = bodyOf("publish_interaction", {
    user_id: "u",
    extra: 1,
    request_id: "mine",
    override_learning_stall: true,
    interaction_data_list: [turn],
  });
  assertEquals(Object.keys(body).includes("extra"), false);
  assertEquals(Object.keys(body).includes("request_id"), false);
  assertEquals((body.interaction_data_list as { content: string }[])[0]?.content, "a");
  assertEquals(faults(call("delete_request", { Request_Id: "a" })), [
    ["missing", ["body", "request_id"]],
  ]);
});

Deno.test("H-063 H-064 every violation is reported in field order", () => {
  const outcome = call("publish_interaction", {
    force_extraction: "maybe",
    interaction_data_list: [{ content: 1 }, { user_action: "jump", tools_used: [{}] }],
    user_id: " ",
  });
  assertEquals(faults(outcome), [
    ["value_error", ["body", "user_id"]],
    ["string_type", ["body", "interaction_data_list", 0, "content"]],
    ["enum", ["body", "interaction_data_list", 1, "user_action"]],
    ["missing", ["body", "interaction_data_list", 1, "tools_used", 0, "tool_name"]],
    ["bool_parsing", ["body", "force_extraction"]],
  ]);
});

Deno.test("H-066 rules over several fields wait for the single fields", () => {
  const times = { start_time: "2026-02-01", end_time: "2026-01-01" };
  assertEquals(faults(call("get_interactions", { user_id: "u", ...times })), [
    ["value_error", ["body"]],
  ]);
  assertEquals(faults(call("get_interactions", { user_id: "", ...times })), [
    ["value_error", ["body", "user_id"]],
  ]);
});

Deno.test("H-103 H-018 query parameters are coerced, the last of equal ones counts", () => {
  const body = EXAMPLE_BODIES.publish_interaction;
  const query = "wait_for_response=no&unknown=1&wait_for_response=ON";
  const outcome = call("publish_interaction", body, { query });
  assertEquals(outcome.kind === "valid" && outcome.query, { wait_for_response: true });
  assertEquals(faults(call("publish_interaction", body, { query: "wait_for_response=maybe" })), [
    ["bool_parsing", ["query", "wait_for_response"]],
  ]);
});

Deno.test("H-183 a limit in the query is at least 1 and at most 10,000", () => {
  const limit = (query: string) => call("get_all_interactions", null, { query });
  assertEquals(faults(limit("limit=0")), [["greater_than", ["query", "limit"]]]);
  assertEquals(faults(limit("limit=-5")), [["greater_than", ["query", "limit"]]]);
  assertEquals(faults(limit("limit=true")), [["int_parsing", ["query", "limit"]]]);
  const huge = limit(`limit=${"9".repeat(30)}`);
  assertEquals(huge.kind === "valid" && huge.query, { limit: 10_000 });
  const absent = limit("");
  assertEquals(absent.kind === "valid" && absent.query, { limit: 100 });
});

Deno.test("H-172 H-177 the query of lists: unknown status words, required filters", () => {
  const status = call("get_all_profiles", null, { query: "status_filter=Pending" });
  assertEquals(status.kind === "valid" && status.query, { limit: 100, status_filter: "current" });
  const outcome = call("playbook_aggregation_change_logs", null, { query: "agent_version=" });
  assertEquals(faults(outcome), [["missing", ["query", "playbook_name"]]]);
  assertEquals(outcome.kind === "invalid" && outcome.issues[0]?.input, null);
});

Deno.test("H-018 a body that nobody asked for is not looked at", () => {
  const body = new TextEncoder().encode("{broken");
  assertEquals(call("delete_all_profiles", null, { body }).kind, "valid");
});

Deno.test("H-165 H-166 H-167 R-079 status filters take null, words and the word None", () => {
  const filter = [null, "None", "pending", "archived", "archive_in_progress", "pending"];
  assertEquals(bodyOf("get_profiles", { user_id: "u", status_filter: filter }).status_filter, [
    null,
    null,
    "pending",
    "archived",
    "archive_in_progress",
    "pending",
  ]);
  assertEquals(bodyOf("get_profiles", { user_id: "u", status_filter: [] }).status_filter, []);
  assertEquals(faults(call("get_profiles", { user_id: "u", status_filter: "pending" })), [
    ["list_type", ["body", "status_filter"]],
  ]);
  const wrong = call("get_profiles", { user_id: "u", status_filter: ["current"] });
  assertEquals(wrong.kind === "invalid" && wrong.issues[0]?.ctx, {
    expected: "'None', 'archived', 'pending' or 'archive_in_progress'",
  });
  const profile = { ...EXAMPLE_BODIES.add_user_profile.user_profiles[0], status: "None" };
  const added = bodyOf("add_user_profile", { user_profiles: [profile] });
  assertEquals((added.user_profiles as { status: unknown }[])[0]?.status, null);
});

Deno.test("writeAnswer() keeps schema order, drops nulls and what is no part of the answer", () => {
  const row = {
    expanded_terms: "a, b",
    status: null,
    user_id: "u",
    profile_id: "p",
    content: "c",
    last_modified_timestamp: 1,
    generated_from_request_id: "r",
    profile_time_to_live: "infinity",
    expiration_timestamp: 2,
    custom_features: { a: null },
    source: "",
    embedding: [1],
  };
  const text = writeAnswer(
    "get_profiles",
    { msg: null, success: true, user_profiles: [row] },
    false,
  );
  assertEquals(
    text,
    '{"success":true,"user_profiles":[{"profile_id":"p","user_id":"u","content":"c",' +
      '"last_modified_timestamp":1,"generated_from_request_id":"r",' +
      '"profile_time_to_live":"infinity","expiration_timestamp":2,' +
      '"custom_features":{"a":null},"source":""}]}',
  );
});

Deno.test("H-262 H-263 H-264 H-266 answers hide internal fields and keep nulls where they must", () => {
  const profile = {
    profile_id: "p",
    user_id: "u",
    content: "",
    last_modified_timestamp: 0,
    generated_from_request_id: "r",
    profile_time_to_live: "infinity" as const,
    expiration_timestamp: 0,
  };
  const log = { id: 1, user_id: "u", request_id: "r", created_at: 1 };
  const entry = { ...log, added_profiles: [profile], removed_profiles: [], mentioned_profiles: [] };
  const answer = { success: true, profile_change_logs: [entry] };
  const written = JSON.parse(writeAnswer("profile_change_log", answer, true));
  assertEquals(written.profile_change_logs[0].added_profiles[0], {
    ...profile,
    custom_features: null,
    source: null,
    status: null,
    extractor_names: null,
  });
  const dropped = JSON.parse(writeAnswer("profile_change_log", answer, false));
  assertEquals(dropped.profile_change_logs[0].added_profiles[0], profile);
});

Deno.test("every endpoint of the table has schemas that fit its method", () => {
  for (const endpoint of Object.values(ENDPOINTS)) {
    const takesNothing = call(endpoint.name, null, { body: new Uint8Array() }).kind === "valid";
    const isGet = endpoint.method === "GET" && endpoint.name !== "playbook_aggregation_change_logs";
    assertEquals(takesNothing || !isGet, true, endpoint.name);
  }
});
