import { assert, assertEquals } from "@std/assert";
import { parseApiKeys } from "../../server/mod.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { agentPlaybook, profile, teach, userPlaybook } from "./seed.ts";

/** Ids of the profiles that a search of ada's finds. */
async function findProfiles(api: ApiServer, body: object): Promise<string[]> {
  const { user_profiles } = await api.ask("search_profiles", { user_id: "ada", ...body });
  return user_profiles.map(({ profile_id }) => profile_id);
}

/** Ids of the user playbooks that a search finds. */
async function findPlaybooks(api: ApiServer, body: object): Promise<number[]> {
  const { user_playbooks } = await api.ask("search_user_playbooks", body);
  return user_playbooks.map(({ user_playbook_id }) => user_playbook_id);
}

/** Texts of the turns that a search of ada's finds. */
async function findTurns(api: ApiServer, body: object): Promise<string[]> {
  const { interactions } = await api.ask("search_interactions", { user_id: "ada", ...body });
  return interactions.map(({ content }) => content);
}

/** ISO text of Unix seconds. */
const iso = (sec: number) => new Date(sec * 1_000).toISOString();

Deno.test("R-101 orgs never see each other's rows, in no list, search or statistic", async () => {
  const apiKeys = await parseApiKeys("one:key-one-12345678,two:key-two-12345678");
  await using api = await startApi({ apiKeys });
  const as = (key: string) => ({ authorization: `Bearer ${key}` });
  const one = as("key-one-12345678");
  const two = as("key-two-12345678");
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    api.send("POST", `/api/${path}`, { body, headers });
  const turns = [{ role: "user", content: "I live in Bergen. Always mention zithers." }];
  const body = { user_id: "ada", session_id: "s", interaction_data_list: turns };
  await post("publish_interaction?wait_for_response=true", body, one);
  await post("add_user_profile", { user_profiles: [profile({ profile_id: "p" })] }, one);
  await post("add_user_playbook", { user_playbooks: [userPlaybook({})] }, one);
  await post("add_agent_playbook", { agent_playbooks: [agentPlaybook({})] }, one);
  await post("rerun_profile_generation", {}, one);
  await api.drain();
  const reads: [string, string, unknown][] = [
    ["POST", "search", { query: "Bergen zithers invoice deploy", user_id: "ada" }],
    ["POST", "search_profiles", { user_id: "ada" }],
    ["POST", "search_interactions", { user_id: "ada", query: "Bergen" }],
    ["POST", "search_user_playbooks", {}],
    ["POST", "search_agent_playbooks", {}],
    ["POST", "get_interactions", { user_id: "ada" }],
    ["POST", "get_requests", {}],
    ["POST", "get_profiles", { user_id: "ada" }],
    ["POST", "get_user_playbooks", {}],
    ["POST", "get_agent_playbooks", {}],
    ["POST", "get_dashboard_stats", {}],
    ["GET", "get_all_interactions", undefined],
    ["GET", "get_all_profiles", undefined],
    ["GET", "profile_change_log", undefined],
    ["GET", "get_profile_statistics", undefined],
    ["GET", "get_operation_status", undefined],
  ];
  const emptyOf = new Set<string>();
  for (const [method, path, sent] of reads) {
    const options = sent === undefined ? {} : { body: sent };
    const theirs = await api.send(method, `/api/${path}`, { ...options, headers: two });
    const own = await api.send(method, `/api/${path}`, { ...options, headers: one });
    const text = JSON.stringify(theirs.body);
    assert(JSON.stringify(own.body) !== text, `${path} shows the owner something`);
    for (const mark of ["Bergen", "zither", "ada", "invoice"]) {
      assertEquals(text.includes(mark), false, `${path} shows ${mark}`);
    }
    emptyOf.add(path);
  }
  assertEquals(emptyOf.size, reads.length);
  await api.send("DELETE", "/api/delete_all_profiles", { headers: two });
  const left = await api.send("GET", "/api/get_all_profiles", { headers: one });
  assert((left.body as { user_profiles: unknown[] }).user_profiles.length > 0);
});

Deno.test("R-102 R-037 R-115 an old row is found by meaning or by a rare word under a thousand newer ones", async () => {
  await using api = await startApi();
  const old = [
    userPlaybook({
      created_at: 10,
      trigger: "Serial QX-7741 is named",
      content: "Replace the pump",
    }),
    userPlaybook({
      created_at: 11,
      trigger: "The customer wants their money back",
      content: "Send them the refund form",
    }),
  ];
  const newer = Array.from({ length: 1_000 }, (_, i) =>
    userPlaybook({
      created_at: 1_000 + i,
      trigger: `When asked about garden topic ${i}`,
      content: `Answer with chapter ${i} of the garden book`,
    }));
  await api.ask("add_user_playbook", { user_playbooks: [...old, ...newer] });
  const rare = await findPlaybooks(api, { query: "QX-7741 garden", top_k: 10 });
  assert(rare.slice(0, 3).includes(1));
  const meant = await findPlaybooks(api, { query: "refunding a customer", top_k: 5 });
  assertEquals(meant[0], 2);
});

Deno.test("H-179 R-104 turns are searched between two times, top_k counts, vectors work", async () => {
  await using api = await startApi({ runsJobs: false });
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    times.push(api.nowSec());
    const content = `The pump ${i} is leaking`;
    await api.ask("publish_interaction", {
      user_id: "ada",
      interaction_data_list: [{ content }],
    });
    api.advance(100);
  }
  assertEquals((await findTurns(api, { query: "pump", top_k: 3 })).length, 3);
  const from = iso((times[4] ?? 0) - 5);
  const late = await findTurns(api, { query: "leaking pump", start_time: from });
  assertEquals(late.toSorted(), ["The pump 4 is leaking", "The pump 5 is leaking"]);
  const early = await findTurns(api, { query: "leaking pump", end_time: from });
  assertEquals(early.length, 4);
  const near = await findTurns(api, { query: "pumps leak", search_mode: "vector", top_k: 2 });
  assertEquals(near.length, 2);
  assertEquals(await findTurns(api, {}), []);
  const recent = ["The pump 4 is leaking", "The pump 5 is leaking"];
  assertEquals(await findTurns(api, { most_recent_k: 2 }), recent);
  const both = await findTurns(api, { query: "pump", top_k: 6, most_recent_k: 2 });
  assertEquals(both, recent);
});

Deno.test("H-178 R-105 R-032 every filter of a profile search comes before the cut", async () => {
  await using api = await startApi();
  const now = api.nowSec();
  const many = Array.from(
    { length: 30 },
    (_, i) =>
      profile({ profile_id: `x-${i}`, content: "Likes strong tea", last_modified_timestamp: now }),
  );
  const wanted = {
    ...profile({
      profile_id: "wanted",
      content: "Drinks tea now and then, mostly on rainy Sundays in autumn",
      custom_features: { shelf: "Top" },
      source: "Web",
      generated_from_request_id: "request-7",
      extractor_names: ["taste"],
    }),
    last_modified_timestamp: now - 1_000,
  };
  await api.ask("add_user_profile", { user_profiles: [...many, wanted] });
  const filters = [
    { generated_from_request_id: "request-7" },
    { custom_feature: "tOP" },
    { source: "wEB" },
    { extractor_name: "taste" },
    { end_time: iso(now - 500) },
  ];
  for (const filter of filters) {
    const found = await findProfiles(api, { query: "strong tea", top_k: 2, ...filter });
    assertEquals(found, ["wanted"], JSON.stringify(filter));
    assertEquals(await findProfiles(api, { top_k: 2, ...filter }), ["wanted"]);
  }
  assertEquals((await findProfiles(api, { query: "strong tea" })).length, 10);
});

Deno.test("H-180 playbook searches show every status unless asked, newest first without a query", async () => {
  await using api = await startApi();
  await api.ask("add_user_playbook", {
    user_playbooks: [
      userPlaybook({ created_at: 1_000 }),
      userPlaybook({ created_at: 3_000, status: "pending" }),
      userPlaybook({ created_at: 2_000, status: "archived", user_id: "bea", agent_version: "v2" }),
    ],
  });
  assertEquals(await findPlaybooks(api, {}), [2, 3, 1]);
  assertEquals((await findPlaybooks(api, { query: "invoice" })).toSorted(), [1, 2, 3]);
  assertEquals(await findPlaybooks(api, { query: "invoice", status_filter: [null] }), [1]);
  assertEquals(await findPlaybooks(api, { query: "invoice", user_id: "bea" }), [3]);
  assertEquals(await findPlaybooks(api, { query: "invoice", agent_version: "v2" }), [3]);
  assertEquals(await findPlaybooks(api, { top_k: 1 }), [2]);
  await api.ask("add_agent_playbook", {
    agent_playbooks: [agentPlaybook({ playbook_status: "approved" }), agentPlaybook({})],
  });
  const approved = await api.ask("search_agent_playbooks", {
    query: "deploy",
    playbook_status_filter: "approved",
  });
  assertEquals(approved.agent_playbooks.map((item) => item.agent_playbook_id), [1]);
});

Deno.test("H-181 R-108 unified search honours its mode and hides archived and pending playbooks", async () => {
  await using api = await startApi();
  await api.ask("add_user_playbook", {
    user_playbooks: [
      userPlaybook({}),
      userPlaybook({ status: "pending" }),
      userPlaybook({ status: "archived" }),
    ],
  });
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "p", content: "Pays each invoice late" }),
      profile({ profile_id: "q", content: "Collects zithers" }),
      profile({ profile_id: "r", user_id: "bea", content: "Pays each invoice early" }),
    ],
  });
  const ask = async (body: object) => {
    const answer = await api.ask("search", { query: "invoice", ...body });
    return [
      answer.profiles.map(({ profile_id }) => profile_id),
      answer.user_playbooks.map(({ user_playbook_id }) => user_playbook_id),
    ];
  };
  assertEquals(await ask({ user_id: "ada", search_mode: "fts" }), [["p"], [1]]);
  assertEquals(await ask({ search_mode: "fts" }), [[], [1]]);
  const byMeaning = await ask({ user_id: "ada", search_mode: "vector", threshold: 0 });
  assertEquals(byMeaning[0]?.[0], "p");
  assert((byMeaning[0]?.length ?? 0) > 1, "meaning alone ranks every row");
  const missing = await ask({ query: "zzyzx", user_id: "ada", search_mode: "fts" });
  assertEquals(missing, [[], []]);
});

Deno.test("R-048 R-050 R-046 a blank query is refused, a rewritten one is told", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [profile({ profile_id: "p", content: "Deploys with kubernetes" })],
  });
  for (const query of ["", "  "]) {
    assertEquals((await api.send("POST", "/api/search", { body: { query } })).status, 422);
  }
  const plain = await api.ask("search", { query: "kubernetes", user_id: "ada" });
  assertEquals("reformulated_query" in plain, false);
  const same = await api.ask("search", {
    query: "kubernetes",
    user_id: "ada",
    enable_reformulation: true,
  });
  assertEquals("reformulated_query" in same, false, "nothing was to be changed");
  assertEquals(same.profiles.map(({ profile_id }) => profile_id), ["p"]);
  const asked = await api.ask("search", {
    query: "and how do I deploy it to k8s?",
    user_id: "ada",
    enable_reformulation: true,
    conversation_history: [{ role: "user", content: "We run kubernetes" }],
  });
  assertEquals(asked.profiles.map(({ profile_id }) => profile_id), ["p"]);
  assertEquals(typeof asked.reformulated_query, "string");
});

Deno.test("R-049 R-035 a search goes on by words when no vector can be had", async () => {
  await using provider = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => Response.json({ error: { message: "no such key" } }, { status: 401 }),
  );
  const settings: Readonly<Record<string, string>> = {
    OPENAI_API_KEY: "sk-marked",
    OPENAI_BASE_URL: `http://127.0.0.1:${provider.addr.port}/v1`,
    REFLEXIO_LEARNER: "embedded",
  };
  await using api = await startApi({ env: (name) => settings[name] });
  await api.ask("add_user_profile", { user_profiles: [profile({ profile_id: "p" })] });
  const { success, profiles } = await api.ask("search", { query: "tea", user_id: "ada" });
  assertEquals([success, profiles.length], [true, 1]);
  for (const search_mode of ["hybrid", "vector"] as const) {
    assertEquals(await findProfiles(api, { query: "tea", search_mode }), ["p"]);
  }
});

Deno.test("R-110 R-022 rows of one second keep their order, whatever is asked", async () => {
  await using api = await startApi();
  const at = 1_767_225_600;
  const user_playbooks = Array.from({ length: 8 }, () => userPlaybook({ created_at: at }));
  await api.ask("add_user_playbook", { user_playbooks });
  const expected = [8, 7, 6, 5, 4, 3, 2, 1];
  assertEquals(await findPlaybooks(api, {}), expected);
  const { user_playbooks: listed } = await api.ask("get_user_playbooks", {});
  assertEquals(listed.map(({ user_playbook_id }) => user_playbook_id), expected);
});

Deno.test("R-111 R-028 accents, other scripts and inflected words find their documents", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "fr", content: "Préfère le café crème" }),
      profile({ profile_id: "zh", content: "在杭州工作，不吃香菜" }),
      profile({ profile_id: "ru", content: "Живёт в Новосибирске" }),
      profile({ profile_id: "en", content: "Reads the logging errors every day" }),
    ],
  });
  const first = async (query: string) => (await findProfiles(api, { query }))[0];
  assertEquals(await first("cafe creme"), "fr");
  assertEquals(await first("café"), "fr");
  assertEquals(await first("香菜"), "zh");
  assertEquals(await first("Новосибирск"), "ru");
  assertEquals(await first("logged error"), "en");
});

Deno.test("R-112 a threshold cuts what is only near in meaning, never what has the words", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "word", content: "Collects zithers" }),
      profile({ profile_id: "far", content: "Collecting zither strings and paying rent" }),
    ],
  });
  const strict = await findProfiles(api, { query: "collects zithers", threshold: 1 });
  assertEquals(strict, ["word", "far"]);
  const exact = { query: "Collects zithers", threshold: 1, search_mode: "vector" };
  assertEquals(await findProfiles(api, exact), ["word"]);
  const all = await findProfiles(api, { query: "zithers", threshold: 0, search_mode: "vector" });
  assertEquals(all, ["word", "far"]);
  const none = { query: "stringed instruments", threshold: 1, search_mode: "vector" };
  assertEquals(await findProfiles(api, none), []);
});

Deno.test("R-114 R-051 start, publish and search need no key, no network and no configuration", async () => {
  await using api = await startApi();
  const answer = await teach(api, "ada");
  assertEquals(answer.warnings, []);
  const found = await api.ask("search", { query: "which region to deploy to", user_id: "ada" });
  assert(found.user_playbooks.length > 0);
  assertEquals((await api.ask("whoami", null)).storage_configured, true);
});

Deno.test("R-107 R-060 runs of one scope never overlap, also across restarts", async () => {
  await using api = await startApi();
  await Promise.all(
    Array.from(
      { length: 12 },
      (_, i) =>
        teach(api, "ada", { turns: [{ role: "user", content: `My dog is called Rex${i}.` }] }),
    ),
  );
  const logs = (await api.ask("profile_change_log", null)).profile_change_logs;
  const ids = logs.flatMap(({ added_profiles }) => added_profiles.map((item) => item.profile_id));
  assertEquals(new Set(ids).size, ids.length);
  const report = await api.send("POST", "/api/kv_check", { body: {} });
  assertEquals((report.body as { problems: unknown[] }).problems, []);
});
