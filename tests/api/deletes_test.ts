import { assertEquals, assertStringIncludes } from "@std/assert";
import { type ApiServer, startApi } from "./api_server.ts";
import { agentPlaybook, profile, teach, userPlaybook } from "./seed.ts";

/** Publishes one turn; gives the request's id. */
async function publish(api: ApiServer, user_id: string, session_id?: string): Promise<string> {
  const { request_id } = await api.ask("publish_interaction", {
    user_id,
    interaction_data_list: [{ content: "Deploy it" }],
    ...session_id === undefined ? {} : { session_id },
  });
  return request_id ?? "";
}

/** Numbers of rows as the lists show them. */
async function counts(api: ApiServer) {
  const every = { status_filter: [] };
  return {
    turns: (await api.ask("get_all_interactions", null, {})).interactions.length,
    requests: (await api.ask("get_requests", {})).sessions
      .reduce((sum, { requests }) => sum + requests.length, 0),
    profiles: (await api.ask("get_all_profiles", null, {})).user_profiles.length,
    userPlaybooks: (await api.ask("get_user_playbooks", every)).user_playbooks.length,
    agentPlaybooks: (await api.ask("get_agent_playbooks", every)).agent_playbooks.length,
  };
}

Deno.test("H-221 R-011 a turn is deleted when user and id match, its request stays", async () => {
  await using api = await startApi({ runsJobs: false });
  await publish(api, "ada");
  await api.ask("delete_interaction", { user_id: "bea", interaction_id: 1 });
  assertEquals((await counts(api)).turns, 1);
  await api.ask("delete_interaction", { user_id: "ada", interaction_id: 1 });
  const { turns, requests } = await counts(api);
  assertEquals([turns, requests], [0, 1]);
});

Deno.test("H-222 H-224 R-014 a request takes its turns along and spares what was learnt", async () => {
  await using api = await startApi();
  const { request_id } = await teach(api, "ada");
  const other = await publish(api, "bea");
  const learnt = await counts(api);
  const body = { request_id: request_id ?? "" };
  assertEquals((await api.ask("delete_request", body)).success, true);
  const after = await counts(api);
  assertEquals([after.turns, after.requests], [1, 1]);
  assertEquals([after.profiles, after.userPlaybooks], [learnt.profiles, learnt.userPlaybooks]);
  const ids = { request_ids: [other, other, "unknown"] };
  assertEquals((await api.ask("delete_requests_by_ids", ids)).deleted_count, 1);
  assertEquals((await counts(api)).requests, 0);
});

Deno.test("H-223 a session goes with the requests of every user", async () => {
  await using api = await startApi({ runsJobs: false });
  await publish(api, "ada", "s");
  await publish(api, "bea", "s");
  await publish(api, "ada", "t");
  const answer = await api.ask("delete_session", { session_id: "s" });
  assertEquals(answer.deleted_requests_count, 2);
  assertEquals((await counts(api)).requests, 1);
  const none = await api.ask("delete_session", { session_id: "s" });
  assertEquals([none.success, none.deleted_requests_count], [true, 0]);
});

Deno.test("H-225 R-014 all turns and requests go, what was learnt and its log stay", async () => {
  await using api = await startApi();
  await teach(api, "ada", { session: "s" });
  await teach(api, "bea");
  const before = await counts(api);
  assertEquals((await api.ask("delete_all_interactions", null)).deleted_count, before.turns);
  const after = await counts(api);
  assertEquals(after, { ...before, turns: 0, requests: 0 });
  assertEquals((await api.ask("profile_change_log", null)).profile_change_logs.length, 2);
  // The bookmarks stay too: a further publish learns from its own turns.
  const { success } = await teach(api, "ada", {
    turns: [{ role: "user", content: "I live in Porto." }],
  });
  assertEquals(success, true);
});

Deno.test("H-226 H-088 R-005 R-106 a profile is deleted by user and id only", async () => {
  await using api = await startApi();
  const content = "Collects zithers";
  await api.ask("add_user_profile", { user_profiles: [profile({ profile_id: "p", content })] });
  const wrong = await api.ask("delete_profile", { user_id: "bea", profile_id: "p" });
  assertEquals(wrong.success, true);
  const find = async () =>
    (await api.ask("search_profiles", { user_id: "ada", query: "zither" })).user_profiles.length;
  assertEquals([(await counts(api)).profiles, await find()], [1, 1]);
  const byQuery = await api.ask("delete_profile", {
    user_id: "ada",
    profile_id: "",
    search_query: "zithers",
  });
  assertEquals(byQuery.success, false);
  const nothing = await api.ask("delete_profile", { user_id: "ada", profile_id: "" });
  assertEquals(nothing.success, false);
  assertStringIncludes(nothing.message ?? "", "profile_id");
  assertEquals((await counts(api)).profiles, 1);
  await api.ask("delete_profile", { user_id: "ada", profile_id: "p" });
  assertEquals([(await counts(api)).profiles, await find()], [0, 0]);
});

Deno.test("H-227 H-228 R-007 R-008 R-009 R-113 profiles by ids and all of them, with true numbers", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "a" }),
      profile({ profile_id: "b", user_id: "bea" }),
      profile({ profile_id: "c", status: "pending" }),
      profile({ profile_id: "d", status: "archived", user_id: "bea" }),
    ],
  });
  const { deleted_count } = await api.ask("delete_profiles_by_ids", {
    profile_ids: ["b", "b", ""],
  });
  assertEquals(deleted_count, 1);
  const left = (await api.ask("get_profiles", { user_id: "ada" })).user_profiles.length;
  assertEquals(left, 1, "the profiles of another user stay");
  assertEquals((await api.ask("delete_all_profiles", null)).deleted_count, 3);
  const { current_count, pending_count, archived_count } = await api.ask(
    "get_profile_statistics",
    null,
  );
  assertEquals([current_count, pending_count, archived_count], [0, 0, 0]);
});

Deno.test("H-229 H-101 R-017 R-018 R-113 user playbooks go alone, what was made from them stays", async () => {
  await using api = await startApi();
  await teach(api, "ada");
  await teach(api, "bea");
  await api.drain();
  const before = await counts(api);
  const { user_playbooks } = await api.ask("get_user_playbooks", {});
  const [first, ...rest] = user_playbooks.map(({ user_playbook_id }) => user_playbook_id);
  await api.ask("delete_user_playbook", { user_playbook_id: first ?? 0 });
  assertEquals(
    (await api.ask("delete_user_playbook", { user_playbook_id: first ?? 0 })).success,
    true,
  );
  const body = { user_playbook_ids: [...rest, ...rest, 9_999] };
  const { deleted_count } = await api.ask("delete_user_playbooks_by_ids", body);
  assertEquals(deleted_count, rest.length);
  assertEquals(await counts(api), { ...before, userPlaybooks: 0 });
});

Deno.test("H-230 R-019 R-113 agent playbooks go, approved ones too, with the true number", async () => {
  await using api = await startApi();
  await api.ask("add_agent_playbook", {
    agent_playbooks: [agentPlaybook({ playbook_status: "approved" }), agentPlaybook({})],
  });
  await api.ask("delete_agent_playbook", { agent_playbook_id: 1 });
  const body = { agent_playbook_ids: [2, 2, 1] };
  assertEquals((await api.ask("delete_agent_playbooks_by_ids", body)).deleted_count, 1);
  assertEquals((await counts(api)).agentPlaybooks, 0);
});

Deno.test("H-231 R-017 R-019 all playbooks of one kind, of the other, of both", async () => {
  await using api = await startApi();
  const add = async () => {
    await api.ask("add_user_playbook", { user_playbooks: [userPlaybook({}), userPlaybook({})] });
    await api.ask("add_agent_playbook", { agent_playbooks: [agentPlaybook({})] });
  };
  await add();
  assertEquals((await api.ask("delete_all_user_playbooks", null)).deleted_count, 2);
  assertEquals((await counts(api)).agentPlaybooks, 1);
  assertEquals((await api.ask("delete_all_agent_playbooks", null)).deleted_count, 1);
  await add();
  assertEquals((await api.ask("delete_all_playbooks", null)).deleted_count, 3);
  const { userPlaybooks, agentPlaybooks } = await counts(api);
  assertEquals([userPlaybooks, agentPlaybooks], [0, 0]);
});

Deno.test("H-101 deleting what is not there is success, on every path", async () => {
  await using api = await startApi();
  const answers = [
    await api.ask("delete_interaction", { user_id: "x", interaction_id: 1 }),
    await api.ask("delete_request", { request_id: "x" }),
    await api.ask("delete_session", { session_id: "x" }),
    await api.ask("delete_requests_by_ids", { request_ids: ["x"] }),
    await api.ask("delete_all_interactions", null),
    await api.ask("delete_profile", { user_id: "x", profile_id: "x" }),
    await api.ask("delete_profiles_by_ids", { profile_ids: ["x"] }),
    await api.ask("delete_all_profiles", null),
    await api.ask("delete_user_playbook", { user_playbook_id: 1 }),
    await api.ask("delete_user_playbooks_by_ids", { user_playbook_ids: [1] }),
    await api.ask("delete_all_user_playbooks", null),
    await api.ask("delete_agent_playbook", { agent_playbook_id: 1 }),
    await api.ask("delete_agent_playbooks_by_ids", { agent_playbook_ids: [1] }),
    await api.ask("delete_all_agent_playbooks", null),
    await api.ask("delete_all_playbooks", null),
  ];
  assertEquals(new Set(answers.map(({ success }) => success)), new Set([true]));
  const said = answers.flatMap((answer) => "message" in answer ? [answer.message] : []);
  assertEquals(said.filter((message) => message.startsWith("There is no ")).length, 5);
});
