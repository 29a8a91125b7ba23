import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { SearchMode, UserPlaybook, UserProfile } from "../../client/contract/mod.ts";
import { parseApiKeys } from "../../server/mod.ts";
import { openApi, type TestApi } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { publish } from "../support/turns.ts";

const MODES: readonly SearchMode[] = ["fts", "vector", "hybrid"];

/** A profile to add. */
function profile(
  profile_id: string,
  content: string,
  more: Partial<UserProfile> = {},
): UserProfile {
  return {
    profile_id,
    user_id: "ana",
    content,
    last_modified_timestamp: 1_700_000_000,
    generated_from_request_id: "r",
    ...more,
  };
}

/** A user playbook to add. */
function playbook(
  trigger: string,
  content: string,
  more: Partial<UserPlaybook> = {},
): UserPlaybook {
  return { agent_version: "v1", request_id: "r", user_id: "ana", trigger, content, ...more };
}

/** Ids of the profiles found. */
async function profileIds(
  api: TestApi,
  query: string | null,
  more: Record<string, unknown> = {},
): Promise<string[]> {
  const answer = await api.call("search_profiles", { user_id: "ana", query, ...more });
  return answer.user_profiles.map((one) => one.profile_id);
}

/** Contents of the user playbooks found. */
async function found(api: TestApi, query: string, more: Record<string, unknown> = {}) {
  const answer = await api.call("search_user_playbooks", { query, ...more });
  return answer.user_playbooks.map((one) => one.content);
}

Deno.test("R-114 R-034 all three modes find without a key and without a network", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", {
    user_profiles: [
      profile("tea", "Drinks green tea in the morning"),
      profile("car", "Drives an old red car"),
    ],
  });
  for (const search_mode of MODES) {
    assertEquals((await profileIds(api, "green tea", { search_mode }))[0], "tea");
  }
});

Deno.test("R-024 R-025 R-028 R-029 words are joined by OR, stems meet, capital operators hold", async () => {
  await using api = await openApi();
  await api.call("add_user_playbook", {
    user_playbooks: [
      playbook("Looking at errors", "Read the logging errors first"),
      playbook("Asked about refunds", "Check the order number"),
    ],
  });
  const search_mode = "fts";
  assertEquals(await found(api, "logged error", { search_mode }), [
    "Read the logging errors first",
  ]);
  assertEquals((await found(api, "errors refunds", { search_mode })).length, 2);
  assertEquals((await found(api, "errors AND refunds", { search_mode })).length, 0);
  assertEquals(await found(api, "refunds NOT errors", { search_mode }), ["Check the order number"]);
  for (const odd of ["", "   ", "?!", '"(', "'", "AND", "OR OR", "NEAR"]) {
    const answer = await api.call("search_user_playbooks", { query: odd, search_mode });
    assertEquals(answer.success, true);
  }
});

Deno.test("R-026 R-027 the last word is a prefix, punctuation alone finds nothing", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", { user_profiles: [profile("a", "Wants a refund")] });
  assertEquals(await profileIds(api, "refun", { search_mode: "fts" }), ["a"]);
  assertEquals(await profileIds(api, "?!", { search_mode: "fts" }), []);
});

Deno.test("R-030 R-031 playbook searches obey user and version, triggers are searched", async () => {
  await using api = await openApi();
  await api.call("add_user_playbook", {
    user_playbooks: [
      playbook("Booking a ferry", "one"),
      playbook("Booking a ferry", "two", { user_id: "bo" }),
      playbook("Booking a ferry", "three", { agent_version: "v2" }),
    ],
  });
  assertEquals(
    (await found(api, "ferry", { user_id: "ana" })).sort(),
    ["one", "three"],
  );
  assertEquals(await found(api, "ferry", { user_id: "ana", agent_version: "v1" }), ["one"]);
  await api.call("add_agent_playbook", {
    agent_playbooks: ["v1", "v2"].map((agent_version) => ({
      agent_version,
      trigger: "Booking a ferry",
      content: agent_version,
    })),
  });
  const agents = await api.call("search_agent_playbooks", { query: "ferry", agent_version: "v2" });
  assertEquals(agents.agent_playbooks.map((one) => one.content), ["v2"]);
});

Deno.test("R-032 a profile search without a query obeys the time window and gives the newest first", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", {
    user_profiles: [1, 2, 3, 4].map((n) =>
      profile(`p${n}`, `fact ${n}`, { last_modified_timestamp: 1_700_000_000 + n })
    ),
  });
  const window = { start_time: 1_700_000_002, end_time: 1_700_000_003 };
  assertEquals(await profileIds(api, null, window), ["p3", "p2"]);
  assertEquals(await profileIds(api, null, { top_k: 1 }), ["p4"]);
});

Deno.test("R-037 R-102 R-115 old rows are found however many newer ones there are", async () => {
  await using api = await openApi();
  await api.call("add_user_playbook", {
    user_playbooks: [
      playbook("Asked about ticket zx-4471", "old exact"),
      ...Array.from({ length: 1_200 }, (_, n) => playbook(`Small talk ${n}`, `newer ${n}`)),
    ],
  });
  for (const search_mode of ["hybrid", "fts"]) {
    const top = (await found(api, "zx-4471", { search_mode })).slice(0, 3);
    assert(top.includes("old exact"), `${search_mode}: ${top}`);
  }
  await api.call("add_user_profile", {
    user_profiles: [
      profile("old", "Adores felines and kittens", { last_modified_timestamp: 1_600_000_000 }),
      ...Array.from({ length: 300 }, (_, n) =>
        profile(`n${n}`, `Order ${n} was shipped`, {
          last_modified_timestamp: 1_700_000_000 + n,
        })),
    ],
  });
  assertEquals((await profileIds(api, "likes cats", { threshold: 0 }))[0], "old");
});

Deno.test("R-101 orgs never see each other's rows in any list, search or statistic", async () => {
  const apiKeys = await parseApiKeys("one:key-of-one,two:key-of-two");
  await using api = await openApi({ learner: new ScriptedLearner(), apiKeys });
  const as = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });
  const one = as("key-of-one");
  const two = as("key-of-two");
  await api.call("publish_interaction", {
    user_id: "ana",
    session_id: "s",
    interaction_data_list: [{ content: "fact city=Oslo" }, { content: "rule mail => be brief" }],
  }, { ...one, query: { wait_for_response: true } });
  const counts = async (org: typeof one) => ({
    turns: (await api.call("get_all_interactions", undefined, org)).interactions.length,
    requests: (await api.call("get_requests", {}, org)).sessions.length,
    profiles: (await api.call("get_all_profiles", undefined, org)).user_profiles.length,
    playbooks: (await api.call("get_user_playbooks", {}, org)).user_playbooks.length,
    log: (await api.call("profile_change_log", undefined, org)).profile_change_logs.length,
    search: (await api.call("search", { query: "Oslo brief", user_id: "ana" }, org))
      .user_playbooks.length,
    profileSearch: (await api.call("search_profiles", { user_id: "ana", query: "city" }, org))
      .user_profiles.length,
    turnSearch: Math.min(
      1,
      (await api.call("search_interactions", { user_id: "ana", query: "city" }, org))
        .interactions.length,
    ),
    stats: (await api.call("get_dashboard_stats", {}, org)).stats?.current_period
      .total_interactions,
  });
  assertEquals(await counts(one), {
    turns: 2,
    requests: 1,
    profiles: 1,
    playbooks: 1,
    log: 1,
    search: 1,
    profileSearch: 1,
    turnSearch: 1,
    stats: 2,
  });
  assertEquals(new Set(Object.values(await counts(two))), new Set([0]));
  const deleted = await api.call("delete_all_interactions", undefined, two);
  assertEquals(deleted.deleted_count, 0);
  assertEquals((await counts(one)).turns, 2);
});

Deno.test("R-103 H-238 an edited playbook is found by its new words and not by its old ones", async () => {
  await using api = await openApi();
  await api.call("add_user_playbook", {
    user_playbooks: [playbook("Ordering breakfast", "Suggest porridge")],
  });
  await api.call("add_agent_playbook", {
    agent_playbooks: [{ agent_version: "v1", trigger: "Ordering lunch", content: "Suggest soup" }],
  });
  await found(api, "porridge");
  const { user_playbooks } = await api.call("get_user_playbooks", {});
  await api.call("update_user_playbook", {
    user_playbook_id: user_playbooks[0]?.user_playbook_id ?? 0,
    trigger: "Ordering dinner",
    content: "Suggest trout",
  });
  await api.call("update_agent_playbook", { agent_playbook_id: 1, content: "Suggest salad" });
  const search_mode = "fts";
  assertEquals(await found(api, "porridge", { search_mode }), []);
  assertEquals(await found(api, "trout", { search_mode }), ["Suggest trout"]);
  assertEquals(await found(api, "dinner", { search_mode: "vector" }), ["Suggest trout"]);
  const agents = await api.call("search_agent_playbooks", { query: "salad", search_mode });
  assertEquals(agents.agent_playbooks.map((one) => one.content), ["Suggest salad"]);
});

Deno.test("R-104 H-179 interaction search: times, top_k, most_recent_k and vector mode hold", async () => {
  let nowMs = 1_800_000_000_000;
  await using api = await openApi({ learner: new ScriptedLearner(), now: () => nowMs });
  for (let n = 1; n <= 6; n++) {
    nowMs += 10_000;
    await publish(api, "ana", [`The ferry leaves at ${n}`]);
  }
  const contents = async (more: Record<string, unknown>) =>
    (await api.call("search_interactions", { user_id: "ana", ...more })).interactions
      .map((turn) => turn.content.at(-1));
  assertEquals(await contents({}), []);
  assertEquals(await contents({ top_k: 3 }), []);
  assertEquals(await contents({ most_recent_k: 3 }), ["4", "5", "6"]);
  assertEquals((await contents({ query: "ferry", top_k: 3 })).length, 3);
  assertEquals(await contents({ query: "ferry", top_k: 6, most_recent_k: 2 }), ["5", "6"]);
  const window = { start_time: 1_800_000_020, end_time: 1_800_000_030 };
  assertEquals((await contents({ query: "ferry", ...window })).sort(), ["2", "3"]);
  assertEquals((await contents({ query: "boats", search_mode: "vector" })).length > 0, true);
  assertEquals(await contents({ query: "ferry", request_id: "none" }), []);
});

Deno.test("R-105 all profile filters act before the cut", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", {
    user_profiles: [
      profile("wanted", "tea", {
        generated_from_request_id: "special",
        custom_features: { Place: "Kitchen" },
        extractor_names: ["x", "y"],
        source: "Mail",
      }),
      ...Array.from({ length: 30 }, (_, n) => profile(`n${n}`, "tea tea", { source: "chat" })),
    ],
  });
  for (
    const filter of [
      { generated_from_request_id: "special" },
      { custom_feature: "kitchen" },
      { extractor_name: "y" },
      { source: "mail" },
    ]
  ) {
    for (const query of ["tea", null]) {
      assertEquals(await profileIds(api, query, { top_k: 3, ...filter }), ["wanted"]);
    }
  }
});

Deno.test("R-108 H-181 unified search hides archived and pending playbooks and honours the mode", async () => {
  await using api = await openApi();
  await api.call("add_user_playbook", {
    user_playbooks: [
      playbook("Booking a ferry", "current"),
      playbook("Booking a ferry", "pending", { status: "pending" }),
      playbook("Booking a ferry", "archived", { status: "archived" }),
    ],
  });
  const answer = await api.call("search", { query: "ferry" });
  assertEquals(answer.user_playbooks.map((one) => one.content), ["current"]);
  assertEquals([answer.profiles, answer.agent_playbooks], [[], []]);
  assertEquals("msg" in answer, false);
  assertEquals((await found(api, "ferry")).length, 3);
  const byWords = await api.call("search", { query: "boat", search_mode: "fts" });
  assertEquals(byWords.user_playbooks, []);
  const byMeaning = await api.call("search", { query: "boat", search_mode: "vector" });
  assertEquals(byMeaning.user_playbooks.length, 1);
});

Deno.test("R-048 blank unified queries are refused", async () => {
  await using api = await openApi();
  for (const query of ["", "   "]) {
    assertEquals((await api.send("POST", "/api/search", { query })).status, 422);
  }
});

Deno.test("R-050 R-042 reformulated_query is set when changed, from the history, absent otherwise", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await api.call("add_user_playbook", { user_playbooks: [playbook("Booking a ferry", "one")] });
  const history = [{ role: "user", content: "the ferry" }];
  const rewritten = await api.call("search", {
    query: "it",
    enable_reformulation: true,
    conversation_history: history,
  });
  assertEquals(rewritten.reformulated_query, "the ferry");
  assertEquals(rewritten.user_playbooks.length, 1);
  const same = await api.call("search", { query: "ferry", enable_reformulation: true });
  assertEquals("reformulated_query" in same, false);
  const off = await api.call("search", { query: "it", conversation_history: history });
  assertEquals("reformulated_query" in off, false);
  const unsafe = await api.call("search", { query: "mad", enable_reformulation: true });
  assertEquals("reformulated_query" in unsafe, false);
});

Deno.test("R-109 H-171 expired profiles are hidden everywhere, also in search", async () => {
  await using api = await openApi({ now: () => 1_800_000_000_000 });
  await api.call("add_user_profile", {
    user_profiles: [
      profile("dead", "tea", { expiration_timestamp: 1_799_999_999 }),
      profile("alive", "tea", { expiration_timestamp: 1_800_000_000 }),
    ],
  });
  const all = await api.call("get_all_profiles");
  const own = await api.call("get_profiles", { user_id: "ana", status_filter: [] });
  assertEquals(all.user_profiles.map((one) => one.profile_id), ["alive"]);
  assertEquals(own.user_profiles.map((one) => one.profile_id), ["alive"]);
  assertEquals(await profileIds(api, "tea"), ["alive"]);
});

Deno.test("R-111 accents and other scripts find their documents", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", {
    user_profiles: [
      profile("fr", "Habite près du café Müller"),
      profile("zh", "在杭州工作"),
      profile("ru", "Живёт в Казани"),
    ],
  });
  assertEquals(await profileIds(api, "cafe muller", { search_mode: "fts" }), ["fr"]);
  assertEquals(await profileIds(api, "杭州", { search_mode: "fts" }), ["zh"]);
  assertEquals(await profileIds(api, "Казани", { search_mode: "fts" }), ["ru"]);
});

Deno.test("R-112 a higher threshold drops vector hits, never hits by words", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", {
    user_profiles: [
      profile("word", "Has a kayak"),
      profile("near", "Enjoys paddling a canoe on lakes"),
      profile("far", "Pays by invoice at the end of the month"),
    ],
  });
  const search_mode = "vector";
  const loose = await profileIds(api, "kayak", { threshold: 0, search_mode });
  const usual = await profileIds(api, "kayak", { search_mode });
  assertEquals(loose.slice(0, 2), ["word", "near"]);
  assertEquals(usual, ["word", "near"]);
  assertEquals(await profileIds(api, "kayak", { threshold: 1, search_mode }), ["word"]);
  assert((await profileIds(api, "kayak", { threshold: 1 })).includes("word"));
  assertEquals((await profileIds(api, "kayak"))[0], "word");
});

Deno.test("R-086 H-180 searches answer with counts of what they return", async () => {
  await using api = await openApi();
  await api.call("add_user_profile", { user_profiles: [profile("a", "tea")] });
  const answer = await api.call("search_profiles", { user_id: "ana", query: "tea" });
  assertStringIncludes(answer.msg ?? "", "Found 1 matching profile(s)");
});

Deno.test("document expansion adds terms in the background when the config asks for it", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await api.call("set_config", { storage_config: null, enable_document_expansion: true });
  await api.call("add_user_profile", { user_profiles: [profile("a", "Drinks tea")] });
  await api.reflexio.drain();
  assertEquals(await profileIds(api, "chai", { search_mode: "fts" }), ["a"]);
  const { user_profiles } = await api.call("get_profiles", { user_id: "ana" });
  assertEquals("expanded_terms" in (user_profiles[0] ?? {}), false);
});
