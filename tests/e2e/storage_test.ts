import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { UserProfile } from "../../client/contract/mod.ts";
import { openApi, temporaryFolder } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { publish, said } from "../support/turns.ts";

const LEARNER = () => new ScriptedLearner();

/** A profile to add. */
function profile(user_id: string, profile_id: string, more: Partial<UserProfile> = {}) {
  return {
    user_id,
    profile_id,
    content: `content of ${profile_id}`,
    last_modified_timestamp: 1_700_000_000,
    generated_from_request_id: "r",
    ...more,
  };
}

Deno.test("R-001 R-002 R-003 R-004 profiles are read back by user, over users, within a limit", async () => {
  await using api = await openApi();
  const added = await api.call("add_user_profile", {
    user_profiles: [profile("ana", "a1"), profile("ana", "a2"), profile("bo", "b1")],
  });
  assertEquals([added.success, added.added_count], [true, 3]);
  assertStringIncludes(added.message ?? "", "3");
  const own = await api.call("get_profiles", { user_id: "ana" });
  assertEquals(own.user_profiles.map((one) => [one.profile_id, one.content]), [
    ["a2", "content of a2"],
    ["a1", "content of a1"],
  ]);
  assertEquals((await api.call("get_profiles", { user_id: "nobody" })).user_profiles, []);
  assertEquals((await api.call("get_all_profiles")).user_profiles.length, 3);
  const two = await api.call("get_all_profiles", undefined, { query: { limit: 2 } });
  assertEquals([two.user_profiles.length, two.msg], [2, "Found 2 profile(s)"]);
});

Deno.test("R-005 R-106 H-226 a profile is deleted only with its own user", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", { user_profiles: [profile("ana", "a1")] });
  const wrong = await api.call("delete_profile", { user_id: "bo", profile_id: "a1" });
  assertEquals(wrong.success, true);
  const found = await api.call("search_profiles", { user_id: "ana", query: "content" });
  assertEquals(found.user_profiles.length, 1);
  const byQuery = await api.call("delete_profile", { user_id: "ana", search_query: "content" });
  assertEquals(byQuery.success, false);
  const neither = await api.call("delete_profile", { user_id: "ana" });
  assertEquals(neither.success, false);
  await api.call("delete_profile", { user_id: "ana", profile_id: "a1" });
  assertEquals((await api.call("get_profiles", { user_id: "ana" })).user_profiles, []);
  const again = await api.call("delete_profile", { user_id: "ana", profile_id: "a1" });
  assertEquals(again.success, true);
});

Deno.test("R-006 H-232 H-235 H-237 an update changes what is sent, keeps the rest, and finds by both ids", async () => {
  await using api = await openApi({ now: () => 1_800_000_000_000 });
  await api.call("add_user_profile", {
    user_profiles: [
      profile("ana", "a1", { custom_features: { a: 1 } }),
      profile("ana", "old", { expiration_timestamp: 1_700_000_000 }),
      profile("ana", "archived", { status: "archived" }),
    ],
  });
  const only = await api.call("update_user_profile", { user_id: "ana", profile_id: "a1" });
  assertEquals(only.success, true);
  await api.call("update_user_profile", { user_id: "ana", profile_id: "a1", content: "" });
  const read = async () => (await api.call("get_profiles", { user_id: "ana" })).user_profiles;
  const [after] = await read();
  assertEquals([after?.content, after?.custom_features, after?.last_modified_timestamp], [
    "",
    { a: 1 },
    1_800_000_000,
  ]);
  await api.call("update_user_profile", {
    user_id: "ana",
    profile_id: "a1",
    custom_features: {},
  });
  assertEquals((await read())[0]?.custom_features, {});
  for (
    const [user_id, profile_id] of [["bo", "a1"], ["ana", "old"], ["ana", "archived"]] as const
  ) {
    const refused = await api.call("update_user_profile", { user_id, profile_id, content: "x" });
    assertEquals(refused.success, false);
    assertStringIncludes(refused.msg ?? "", "not found");
    assertStringIncludes(refused.msg ?? "", profile_id);
    assertStringIncludes(refused.msg ?? "", user_id);
  }
  assertEquals((await read()).length, 1);
});

Deno.test("R-007 R-008 R-009 R-113 H-227 H-228 bulk deletes tell what was there", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", {
    user_profiles: [profile("ana", "a1"), profile("ana", "a2"), profile("bo", "b1")],
  });
  const some = await api.call("delete_profiles_by_ids", { profile_ids: ["a1", "a1", "none"] });
  assertEquals([some.success, some.deleted_count], [true, 1]);
  assertEquals((await api.call("get_profile_statistics")).current_count, 2);
  const all = await api.call("delete_all_profiles");
  assertEquals(all.deleted_count, 2);
  assertEquals((await api.call("get_profile_statistics")).current_count, 0);
});

Deno.test("S-066 S-081 H-121 added profiles are stored as sent, a lifetime gives the end, ids replace", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", {
    user_profiles: [
      profile("ana", "day", { profile_time_to_live: "one_day" }),
      profile("ana", "own", {
        profile_time_to_live: "one_day",
        expiration_timestamp: 1_900_000_000,
      }),
    ],
  });
  const read = async (user_id: string) =>
    (await api.call("search_profiles", { user_id, query: "content" })).user_profiles;
  const ends = Object.fromEntries(
    (await api.call("get_all_profiles")).user_profiles.map((one) => [
      one.profile_id,
      one.expiration_timestamp,
    ]),
  );
  assertEquals(ends, { own: 1_900_000_000 });
  await api.call("add_user_profile", {
    user_profiles: [
      profile("bo", "own", { content: "content of another" }),
      profile("bo", "own", { content: "content at last" }),
    ],
  });
  assertEquals(await read("ana"), []);
  assertEquals((await read("bo")).map((one) => one.content), ["content at last"]);
  assertEquals((await api.call("profile_change_log")).profile_change_logs, []);
});

Deno.test("R-010 R-011 R-012 turns are read back, counted, and deleted one by one or all", async () => {
  await using api = await openApi({ learner: LEARNER() });
  await publish(api, "ana", ["one", "two", "three"]);
  await publish(api, "bo", ["four"]);
  const all = await api.call("get_all_interactions");
  assertEquals(all.interactions.map((turn) => turn.content), ["four", "three", "two", "one"]);
  const one = all.interactions.at(-1)?.interaction_id ?? 0;
  await api.call("delete_interaction", { user_id: "bo", interaction_id: one });
  assertEquals((await api.call("get_all_interactions")).interactions.length, 4);
  await api.call("delete_interaction", { user_id: "ana", interaction_id: one });
  const left = await api.call("get_interactions", { user_id: "ana" });
  assertEquals(left.interactions.map((turn) => turn.content), ["two", "three"]);
  const gone = await api.call("delete_all_interactions");
  assertEquals(gone.deleted_count, 3);
  assertEquals((await api.call("get_requests", {})).sessions, []);
});

Deno.test("R-012 R-5 retention drops the oldest turns and requests that lost all of them", async () => {
  const env: Readonly<Record<string, string>> = {
    INTERACTION_CLEANUP_THRESHOLD: "5",
    INTERACTION_CLEANUP_DELETE_COUNT: "2",
  };
  let nowMs = 1_800_000_000_000;
  await using api = await openApi({
    learner: LEARNER(),
    env: (name) => env[name],
    now: () => nowMs,
  });
  for (const texts of [["one", "two"], ["three"], ["four", "five"]]) {
    nowMs += 5_000;
    await publish(api, "ana", texts);
  }
  await api.reflexio.drain();
  const { interactions } = await api.call("get_all_interactions");
  assertEquals(interactions.map((turn) => turn.content), ["five", "four", "three"]);
  const { sessions } = await api.call("get_requests", {});
  assertEquals(sessions[0]?.requests.length, 2);
});

Deno.test("R-013 R-015 R-016 R-053 H-170 H-184 requests come grouped by session, paged by request", async () => {
  let nowMs = 1_800_000_000_000;
  await using api = await openApi({ learner: LEARNER(), now: () => nowMs });
  const sessions = ["s1", null, "s2", "s1", null];
  for (const [n, session_id] of sessions.entries()) {
    nowMs += 1_000;
    await publish(api, n % 2 === 0 ? "ana" : "bo", [`turn ${n}`, "b"], {
      session_id,
      source: "chat",
    });
  }
  const page = await api.call("get_requests", {});
  assertEquals(page.sessions.map((one) => [one.session_id, one.requests.length]), [
    ["", 2],
    ["s1", 2],
    ["s2", 1],
  ]);
  assertEquals(page.has_more, false);
  assertEquals(page.msg, "Found 5 request(s) in 3 session(s)");
  const newest = page.sessions[1]?.requests[0];
  assertEquals(newest?.interactions.map((turn) => turn.content), ["turn 3", "b"]);
  assertEquals([newest?.request.user_id, newest?.request.source], ["bo", "chat"]);
  const full = await api.call("get_requests", { top_k: 2 });
  assertEquals([full.has_more, full.sessions.map((one) => one.session_id)], [true, ["", "s1"]]);
  const rest = await api.call("get_requests", { top_k: 2, offset: 4 });
  assertEquals([rest.has_more, rest.sessions.length], [false, 1]);
  const own = await api.call("get_requests", { user_id: "bo", session_id: "s1" });
  assertEquals(own.sessions.map((one) => one.requests.length), [1]);
  const window = await api.call("get_requests", {
    start_time: 1_800_000_002,
    end_time: 1_800_000_003,
  });
  assertEquals(window.msg, "Found 2 request(s) in 2 session(s)");
  const past = await api.call("get_requests", { offset: 100 });
  assertEquals([past.sessions, past.has_more], [[], false]);
});

Deno.test("R-014 H-101 H-222 H-223 H-224 requests and sessions go with their turns, what was learnt stays", async () => {
  await using api = await openApi({ learner: LEARNER() });
  const first = await publish(api, "ana", ["fact city=Oslo"], { session_id: "s" });
  await publish(api, "bo", ["two"], { session_id: "s" });
  const third = await publish(api, "ana", ["three"], { session_id: "t" });
  const fourth = await publish(api, "ana", ["four"]);
  await api.call("delete_request", { request_id: first.request_id ?? "" });
  const count = async () => (await api.call("get_all_interactions")).interactions.length;
  assertEquals(await count(), 3);
  assertEquals((await api.call("get_profiles", { user_id: "ana" })).user_profiles.length, 1);
  const session = await api.call("delete_session", { session_id: "s" });
  assertEquals([session.success, session.deleted_requests_count, await count()], [true, 1, 2]);
  const none = await api.call("delete_session", { session_id: "none" });
  assertEquals([none.success, none.deleted_requests_count], [true, 0]);
  const ids = [third.request_id ?? "", fourth.request_id ?? "", "none"];
  const both = await api.call("delete_requests_by_ids", { request_ids: ids });
  assertEquals([both.deleted_count, await count()], [2, 0]);
});

Deno.test("R-017 R-018 R-019 R-020 playbooks of both kinds survive a round trip and go one by one or all", async () => {
  await using api = await openApi();
  const full = {
    agent_version: "v1",
    playbook_name: "n1",
    trigger: "t",
    content: "c",
    rationale: "r",
    blocking_issue: { kind: "policy_restriction", details: "d" },
  } as const;
  const bare = { agent_version: "v1", content: "c" };
  await api.call("add_user_playbook", {
    user_playbooks: [{ ...full, request_id: "q", user_id: "ana" }, {
      ...bare,
      request_id: "q",
      playbook_name: "n2",
    }],
  });
  const listed = await api.call("get_user_playbooks", { playbook_name: "n1" });
  assertEquals(listed.user_playbooks.map(({ created_at: _, ...one }) => one), [{
    ...full,
    user_playbook_id: 1,
    user_id: "ana",
    request_id: "q",
    source_interaction_ids: [],
  }]);
  const second = await api.call("get_user_playbooks", { playbook_name: "n2" });
  assertEquals(Object.keys(second.user_playbooks[0] ?? {}).includes("trigger"), false);
  await api.call("delete_user_playbook", { user_playbook_id: 1 });
  const left = await api.call("delete_user_playbooks_by_ids", { user_playbook_ids: [1, 2, 2, 9] });
  assertEquals(left.deleted_count, 1);
  await api.call("add_agent_playbook", { agent_playbooks: [full, bare] });
  const agents = await api.call("get_agent_playbooks", { playbook_name: "n1" });
  assertEquals(agents.agent_playbooks[0]?.blocking_issue, full.blocking_issue);
  assertEquals(agents.agent_playbooks.length, 1);
  await api.call("add_user_playbook", { user_playbooks: [{ ...full, request_id: "q" }] });
  assertEquals((await api.call("delete_all_playbooks")).deleted_count, 3);
  assertEquals((await api.call("get_agent_playbooks", {})).agent_playbooks, []);
});

Deno.test("H-165 H-173 H-174 status filters: null members, empty lists, absent ones", async () => {
  await using api = await openApi();
  await api.call("add_user_playbook", {
    user_playbooks: [null, "pending", "archived"].map((status) => ({
      agent_version: "v1",
      request_id: "q",
      content: String(status),
      status: status as null | "pending" | "archived",
    })),
  });
  const contents = async (status_filter?: (null | "pending" | "archived")[]) =>
    (await api.call("get_user_playbooks", status_filter === undefined ? {} : { status_filter }))
      .user_playbooks.map((one) => one.content).sort();
  assertEquals(await contents(), ["archived", "null", "pending"]);
  assertEquals(await contents([]), ["archived", "null", "pending"]);
  assertEquals(await contents([null]), ["null"]);
  assertEquals(await contents([null, "archived"]), ["archived", "null"]);
});

Deno.test("R-110 H-168 H-185 equal seconds never reorder turns", async () => {
  await using api = await openApi({ learner: LEARNER(), now: () => 1_800_000_000_000 });
  await publish(api, "ana", ["1", "2", "3"]);
  await publish(api, "ana", ["4", "5", "6"]);
  const { interactions } = await api.call("get_interactions", { user_id: "ana", top_k: 4 });
  assertEquals(interactions.map((turn) => turn.content), ["1", "2", "3", "4"]);
  const all = await api.call("get_all_interactions", undefined, { query: { limit: 2 } });
  assertEquals(all.interactions.map((turn) => turn.content), ["6", "5"]);
});

Deno.test("H-106 H-107 H-082 content checks refuse a publish in both forms and store nothing", async () => {
  await using api = await openApi({ learner: LEARNER() });
  for (
    const turn of [
      { user_action: "click" as const },
      { interacted_image_url: "https://example.org/a.png", image_encoding: "AAAA" },
    ]
  ) {
    for (const wait_for_response of [true, false]) {
      const answer = await api.call("publish_interaction", {
        user_id: "ana",
        interaction_data_list: [{ content: "fine" }, turn],
      }, { query: { wait_for_response } });
      assertEquals(answer.success, false);
      assertStringIncludes(answer.message, "turn 1");
    }
  }
  assertEquals((await api.call("get_all_interactions")).interactions, []);
  const empty = await api.call("publish_interaction", {
    user_id: "ana",
    interaction_data_list: [{}],
  });
  assertEquals(empty.success, true);
});

Deno.test("H-111 H-112 H-113 H-114 what newer clients send is kept and given back, image bytes are not", async () => {
  await using api = await openApi({ learner: LEARNER(), now: () => 1_800_000_000_000 });
  await api.call("publish_interaction", {
    user_id: " ana ",
    source: " x ",
    session_id: "",
    metadata: { trace: null },
    interaction_data_list: [{
      created_at: 5,
      role: "",
      content: "café 🎉",
      image_encoding: "AAAA",
      tools_used: [{ tool_name: "", tool_data: { a: null } }],
      retrieved_learnings: [{ kind: "profile", learning_id: "p" }],
      citations: [{ real_id: 3 }],
      metadata: { n: 1 },
    }],
  }, { query: { wait_for_response: true } });
  const { sessions } = await api.call("get_requests", { user_id: "ana" });
  const stored = sessions[0]?.requests[0];
  assertEquals(sessions[0]?.session_id, "");
  assertEquals([stored?.request.source, stored?.request.metadata], [" x ", { trace: null }]);
  const turn = stored?.interactions[0];
  assertEquals([turn?.created_at, turn?.role, turn?.content], [1_800_000_000, "", "café 🎉"]);
  assertEquals(turn?.tools_used, [{ tool_name: "", tool_data: { a: null } }]);
  assertEquals(turn?.retrieved_learnings, [{ kind: "profile", learning_id: "p" }]);
  assertEquals([turn?.citations, turn?.metadata], [[{ real_id: 3 }], { n: 1 }]);
  assertEquals("image_encoding" in (turn ?? {}), false);
});

Deno.test("R-062 H-048 everything is there after a restart", async () => {
  await using folder = await temporaryFolder();
  const options = { learner: LEARNER(), kv: `${folder.path}/data/x.db` };
  await using api = await openApi(options);
  await publish(api, "ana", ["fact city=Oslo", "rule mail => be brief"], { session_id: "s" });
  await api.call("set_config", { storage_config: null, agent_context_prompt: "kept" });
  await api.restart();
  assertEquals((await api.call("get_config")).agent_context_prompt, "kept");
  const search = await api.call("search", { query: "Oslo brief", user_id: "ana" });
  assertEquals([search.profiles.length, search.user_playbooks.length], [1, 1]);
  const third = await publish(api, "ana", ["another"]);
  assert(third.request_id);
  const { interactions } = await api.call("get_all_interactions");
  assertEquals(new Set(interactions.map((turn) => turn.interaction_id)).size, 3);
});

Deno.test("redaction replaces personal texts before they are stored", async () => {
  const env = (name: string) => name === "REFLEXIO_REDACT" ? "on" : undefined;
  await using api = await openApi({ learner: LEARNER(), env });
  await api.call("publish_interaction", {
    user_id: "ana",
    interaction_data_list: said("Write to ana@example.org"),
  }, { query: { wait_for_response: true } });
  const { interactions } = await api.call("get_all_interactions");
  assertEquals(interactions[0]?.content, "Write to [email]");
});

Deno.test("R-054 H-268 H-269 statistics count by period", async () => {
  let nowMs = 1_800_000_000_000;
  await using api = await openApi({ learner: LEARNER(), now: () => nowMs });
  await publish(api, "ana", ["fact city=Oslo", "rule mail => be brief"]);
  nowMs += 40 * 86_400_000;
  await publish(api, "ana", ["fact pet=cat"]);
  const { stats } = await api.call("get_dashboard_stats", {});
  assertEquals(stats?.current_period, {
    total_profiles: 1,
    total_interactions: 1,
    total_playbooks: 0,
    success_rate: 0,
  });
  assertEquals(stats?.previous_period.total_interactions, 2);
  assertEquals(stats?.interactions_time_series.map((point) => point.value), [1]);
});
