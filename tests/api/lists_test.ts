import { assert, assertEquals } from "@std/assert";
import type { ApiServer } from "./api_server.ts";
import { startApi } from "./api_server.ts";
import { agentPlaybook, JUDGING, profile, teach, userPlaybook } from "./seed.ts";

/** Publishes one turn a second, in one session for each name. */
async function publishTurns(
  api: ApiServer,
  turns: readonly { readonly user: string; readonly session?: string; readonly source?: string }[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, { user, session, source }] of turns.entries()) {
    const answer = await api.ask("publish_interaction", {
      user_id: user,
      interaction_data_list: [{ content: `turn ${i}, part 1` }, { content: `turn ${i}, part 2` }],
      ...session === undefined ? {} : { session_id: session },
      ...source === undefined ? {} : { source },
    });
    ids.push(answer.request_id ?? "");
    api.advance(10);
  }
  return ids;
}

/** ISO text of Unix seconds. */
const iso = (sec: number) => new Date(sec * 1_000).toISOString();

Deno.test("H-168 H-185 H-199 R-010 turns of a user: newest first, sized, between two times", async () => {
  await using api = await startApi({ runsJobs: false });
  const startSec = api.nowSec();
  await publishTurns(api, [{ user: "ada" }, { user: "ada" }, { user: "bea" }]);
  const { interactions, msg } = await api.ask("get_interactions", { user_id: "ada" });
  assertEquals(interactions.map(({ interaction_id }) => interaction_id), [3, 4, 1, 2]);
  assertEquals(msg, "Found 4 interaction(s)");
  const first = await api.ask("get_interactions", { user_id: "ada", top_k: 1 });
  assertEquals(first.interactions.map(({ interaction_id }) => interaction_id), [3]);
  const [, , oldest] = interactions;
  const at = oldest?.created_at ?? 0;
  const bounds = { start_time: iso(startSec), end_time: iso(at + 0.9) };
  const early = await api.ask("get_interactions", { user_id: "ada", ...bounds });
  assertEquals(early.interactions.map(({ interaction_id }) => interaction_id), [1, 2]);
  const late = await api.ask("get_interactions", { user_id: "ada", start_time: iso(at + 0.9) });
  assertEquals(late.interactions.length, 4);
  assertEquals((await api.ask("get_interactions", { user_id: "zoe" })).interactions, []);
});

Deno.test("H-169 H-185 R-010 turns of all users: newest first, ties by falling id", async () => {
  await using api = await startApi({ runsJobs: false });
  await publishTurns(api, [{ user: "ada" }, { user: "bea" }]);
  const { interactions } = await api.ask("get_all_interactions", null, {});
  assertEquals(interactions.map(({ interaction_id }) => interaction_id), [4, 3, 2, 1]);
  const two = await api.ask("get_all_interactions", null, { limit: 2 });
  assertEquals(two.interactions.map(({ interaction_id }) => interaction_id), [4, 3]);
});

Deno.test("H-170 H-184 H-187 R-013 R-015 R-053 requests come by session, paged by request", async () => {
  await using api = await startApi({ runsJobs: false });
  const ids = await publishTurns(api, [
    { user: "ada", session: "s1", source: "web" },
    { user: "bea" },
    { user: "ada", session: "s2" },
    { user: "ada", session: "s1" },
    { user: "cleo" },
  ]);
  const all = await api.ask("get_requests", {});
  assertEquals(all.msg, "Found 5 request(s) in 3 session(s)");
  assertEquals(all.has_more, false);
  assertEquals(all.sessions.map(({ session_id }) => session_id), ["", "s1", "s2"]);
  const requestIds = all.sessions.map(({ requests }) =>
    requests.map(({ request }) => request.request_id)
  );
  assertEquals(requestIds, [[ids[4], ids[1]], [ids[3], ids[0]], [ids[2]]]);
  const turns = all.sessions[1]?.requests[1]?.interactions.map(({ content }) => content);
  assertEquals(turns, ["turn 0, part 1", "turn 0, part 2"]);
  const page = await api.ask("get_requests", { top_k: 2, offset: 1 });
  assertEquals(page.sessions.map(({ session_id }) => session_id), ["s1", "s2"]);
  assertEquals(page.has_more, true);
  const last = await api.ask("get_requests", { top_k: 5 });
  assertEquals(last.has_more, true, "the last page is exactly full");
  const beyond = await api.ask("get_requests", { top_k: 5, offset: 5 });
  assertEquals([beyond.sessions, beyond.has_more], [[], false]);
  const one = await api.ask("get_requests", { request_id: ids[0] ?? "", user_id: "" });
  assertEquals(one.sessions[0]?.requests[0]?.request.source, "web");
  assertEquals((await api.ask("get_requests", { request_id: "unknown" })).sessions, []);
});

Deno.test("R-016 all requests of a user's session are returned", async () => {
  await using api = await startApi({ runsJobs: false });
  await publishTurns(api, [
    { user: "ada", session: "s" },
    { user: "bea", session: "s" },
    { user: "ada", session: "s" },
    { user: "ada", session: "t" },
  ]);
  const { sessions } = await api.ask("get_requests", { user_id: "ada", session_id: "s" });
  assertEquals(sessions.map(({ session_id }) => session_id), ["s"]);
  assertEquals(sessions[0]?.requests.map(({ request }) => request.user_id), ["ada", "ada"]);
});

Deno.test("H-171 R-001 R-002 profiles of a user: current and alive unless asked otherwise", async () => {
  await using api = await startApi();
  const now = api.nowSec();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "old", last_modified_timestamp: now - 100 }),
      profile({ profile_id: "new", last_modified_timestamp: now - 50 }),
      profile({ profile_id: "pending", status: "pending", last_modified_timestamp: now }),
      profile({ profile_id: "archived", status: "archived", last_modified_timestamp: now }),
      profile({ profile_id: "dead", expiration_timestamp: now - 1 }),
      profile({ profile_id: "theirs", user_id: "bea" }),
    ],
  });
  const ids = async (body: object) =>
    (await api.ask("get_profiles", { user_id: "ada", ...body })).user_profiles
      .map(({ profile_id }) => profile_id);
  assertEquals(await ids({}), ["new", "old"]);
  assertEquals(await ids({ status_filter: ["pending"] }), ["pending"]);
  assertEquals(await ids({ status_filter: [null, "archived"] }), ["archived", "new", "old"]);
  assertEquals((await ids({ status_filter: [] })).length, 4);
  assertEquals(await ids({ top_k: 1 }), ["new"]);
  assertEquals(await ids({ start_time: iso(now - 60) }), ["new"]);
  assertEquals(await ids({ user_id: "zoe" }), []);
});

Deno.test("H-172 R-003 R-004 R-109 profiles of all users, alive ones only, up to a limit", async () => {
  await using api = await startApi();
  const now = api.nowSec();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "a", last_modified_timestamp: now - 3 }),
      profile({ profile_id: "b", user_id: "bea", last_modified_timestamp: now - 2 }),
      profile({ profile_id: "dead", expiration_timestamp: now - 1 }),
      profile({ profile_id: "p", status: "pending" }),
    ],
  });
  const ids = async (query: { limit?: number; status_filter?: "pending" | "current" }) =>
    (await api.ask("get_all_profiles", null, query)).user_profiles
      .map(({ profile_id }) => profile_id);
  assertEquals(await ids({}), ["b", "a"]);
  assertEquals(await ids({ limit: 1 }), ["b"]);
  assertEquals(await ids({ status_filter: "pending" }), ["p"]);
  const odd = await api.send("GET", "/api/get_all_profiles?status_filter=whatever");
  const expected = await api.send("GET", "/api/get_all_profiles?status_filter=current");
  assertEquals(odd.body, expected.body);
});

Deno.test("H-173 H-186 R-017 R-018 R-020 user playbooks: every status, by user, name and version", async () => {
  await using api = await startApi();
  const blocking_issue = { kind: "missing_tool", details: "No ledger" } as const;
  await api.ask("add_user_playbook", {
    user_playbooks: [
      userPlaybook({ created_at: 1_000, rationale: "why", blocking_issue }),
      userPlaybook({ created_at: 3_000, status: "pending", playbook_name: "other" }),
      userPlaybook({ created_at: 2_000, status: "archived", agent_version: "v2", trigger: null }),
      userPlaybook({ created_at: 4_000, user_id: "bea" }),
    ],
  });
  const ids = async (body: object) =>
    (await api.ask("get_user_playbooks", body)).user_playbooks
      .map(({ user_playbook_id }) => user_playbook_id);
  assertEquals(await ids({}), [4, 2, 3, 1]);
  assertEquals(await ids({ limit: null }), [4, 2, 3, 1]);
  assertEquals(await ids({ limit: 2 }), [4, 2]);
  assertEquals(await ids({ user_id: "ada" }), [2, 3, 1]);
  assertEquals(await ids({ user_id: "" }), []);
  assertEquals(await ids({ playbook_name: "other" }), [2]);
  assertEquals(await ids({ playbook_name: "" }), [4, 2, 3, 1]);
  assertEquals(await ids({ agent_version: "v2" }), [3]);
  assertEquals(await ids({ status_filter: ["archived"] }), [3]);
  const { user_playbooks } = await api.ask("get_user_playbooks", {});
  const full = user_playbooks.find(({ user_playbook_id }) => user_playbook_id === 1);
  assertEquals([full?.rationale, full?.blocking_issue], ["why", blocking_issue]);
  const bare = user_playbooks.find(({ user_playbook_id }) => user_playbook_id === 3);
  assertEquals("trigger" in (bare ?? {}) || "rationale" in (bare ?? {}), false);
});

Deno.test("H-174 R-019 R-020 agent playbooks: current ones, by review state", async () => {
  await using api = await startApi();
  await api.ask("add_agent_playbook", {
    agent_playbooks: [
      agentPlaybook({ rationale: "because" }),
      agentPlaybook({ playbook_status: "approved", playbook_name: "other" }),
      agentPlaybook({ playbook_status: "rejected", agent_version: "v2" }),
    ],
  });
  const ids = async (body: object) =>
    (await api.ask("get_agent_playbooks", body)).agent_playbooks
      .map(({ agent_playbook_id }) => agent_playbook_id);
  assertEquals(await ids({}), [3, 2, 1]);
  assertEquals(await ids({ playbook_status_filter: "approved" }), [2]);
  assertEquals(await ids({ playbook_name: "other" }), [2]);
  assertEquals(await ids({ agent_version: "v2" }), [3]);
  assertEquals(await ids({ status_filter: ["archived"] }), []);
  const { agent_playbooks } = await api.ask("get_agent_playbooks", {});
  assertEquals(agent_playbooks.at(-1)?.rationale, "because");
});

Deno.test("H-175 R-052 verdicts: newest first, by version, up to a limit", async () => {
  await using api = await startApi();
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "s1", version: "v1" });
  api.advance(5);
  await teach(api, "bea", { session: "s2", version: "v2" });
  api.advance(700);
  await api.drain();
  const all = await api.ask("get_agent_success_evaluation_results", {});
  const sessions = all.agent_success_evaluation_results.map(({ session_id }) => session_id);
  assertEquals(sessions.toSorted(), ["s1", "s2"]);
  assertEquals(all.msg, "Found 2 evaluation result(s)");
  const one = await api.ask("get_agent_success_evaluation_results", { agent_version: "v2" });
  assertEquals(one.agent_success_evaluation_results.map(({ session_id }) => session_id), ["s2"]);
  const few = await api.ask("get_agent_success_evaluation_results", { limit: 1 });
  assertEquals(few.agent_success_evaluation_results.length, 1);
});

Deno.test("H-176 R-021 S-077 S-057 the profile change log: newest first, one entry a run", async () => {
  await using api = await startApi();
  await teach(api, "ada", { turns: [{ role: "user", content: "I live in Bergen." }] });
  api.advance(5);
  await teach(api, "ada", {
    turns: [{ role: "user", content: "I moved to Porto. I live in Porto." }],
  });
  const { profile_change_logs } = await api.ask("profile_change_log", null);
  assertEquals(profile_change_logs.length, 2);
  const [newest, oldest] = profile_change_logs;
  assert((newest?.created_at ?? 0) > (oldest?.created_at ?? 0));
  assertEquals(oldest?.added_profiles.map(({ content }) => content), ["Lives in Bergen"]);
  assertEquals(newest?.removed_profiles.map(({ content }) => content), ["Lives in Bergen"]);
  assertEquals(newest?.added_profiles.map(({ content }) => content), ["Lives in Porto"]);
  assertEquals(newest?.mentioned_profiles, []);
});

Deno.test("S-078 work by hand is no entry of the profile change log", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", { user_profiles: [profile({ profile_id: "p" })] });
  await api.ask("update_user_profile", { user_id: "ada", profile_id: "p", content: "Likes tea" });
  await api.ask("delete_profile", { user_id: "ada", profile_id: "p" });
  assertEquals((await api.ask("profile_change_log", null)).profile_change_logs, []);
});

Deno.test("H-177 S-128 the aggregation change log is read by name and version", async () => {
  await using api = await startApi();
  await teach(api, "ada", { version: "v1" });
  await teach(api, "bea", { version: "v1" });
  await api.drain();
  const read = async (playbook_name: string, agent_version: string) =>
    (await api.ask("playbook_aggregation_change_logs", null, { playbook_name, agent_version }))
      .change_logs;
  const logs = await read("default_playbook_extractor", "v1");
  assertEquals(logs.length, 1);
  assertEquals(logs[0]?.added_agent_playbooks.length, 1);
  assertEquals(await read("default_playbook_extractor", "v2"), []);
  assertEquals(await read("", "v1"), []);
});

Deno.test("H-189 times of a rerun are shown as they were sent", async () => {
  await using api = await startApi();
  await teach(api, "ada");
  const start_time = "2026-01-01T10:00:00+02:00";
  await api.ask("rerun_profile_generation", { start_time });
  await api.drain();
  const { operation_status } = await api.ask("get_operation_status", null, {});
  assertEquals(operation_status?.request_params, {
    user_id: null,
    start_time,
    end_time: null,
    source: null,
    extractor_names: null,
  });
});
