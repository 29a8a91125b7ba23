import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { startApi } from "./api_server.ts";
import { lesson, teach } from "./seed.ts";

/** Form of a request id. */
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

Deno.test("H-104 H-083 H-110 S-007 R-074 a queued publish names its request and is stored by then", async () => {
  await using api = await startApi({ runsJobs: false });
  const body = { user_id: "ada", interaction_data_list: lesson("eu-north-1") };
  const answer = await api.ask("publish_interaction", body);
  assertEquals({ ...answer, request_id: "" }, {
    success: true,
    message: "Interaction queued for processing",
    warnings: [],
    request_id: "",
  });
  assertMatch(answer.request_id ?? "", UUID_V4);
  const { interactions } = await api.ask("get_interactions", { user_id: "ada" });
  assertEquals(interactions.map((turn) => turn.interaction_id), [1, 2, 3, 4, 5]);
  assert(interactions.every((turn) => turn.request_id === answer.request_id));
});

Deno.test("H-105 H-102 S-006 S-007 R-074 a publish that is waited for counts what it added", async () => {
  await using api = await startApi();
  await teach(api, "bea");
  const answer = await teach(api, "ada");
  assertEquals(answer.message, "Interaction published successfully");
  assertEquals(answer.warnings, []);
  assertEquals(answer.storage_type, "kv");
  const { user_profiles } = await api.ask("get_profiles", { user_id: "ada" });
  const { user_playbooks } = await api.ask("get_user_playbooks", { user_id: "ada" });
  assert(user_profiles.length > 0 && user_playbooks.length > 0);
  assertEquals(answer.profiles_added, user_profiles.length);
  assertEquals(answer.playbooks_added, user_playbooks.length);
  const { request_id } = answer;
  assert(user_profiles.every((item) => item.generated_from_request_id === request_id));
});

Deno.test("H-118 S-006 counts of a publish do not hold what another one added meanwhile", async () => {
  await using api = await startApi();
  const answers = await Promise.all(["ada", "bea", "cleo"].map((user) => teach(api, user)));
  const each = answers.map(({ profiles_added }) => profiles_added ?? 0);
  const { current_count } = await api.ask("get_profile_statistics", null);
  assertEquals(each.reduce((sum, count) => sum + count, 0), current_count);
  assertEquals(new Set(each).size, 1);
});

Deno.test("H-106 H-107 H-082 turns that cannot be stored refuse the whole publish in both forms", async () => {
  await using api = await startApi();
  const refused = [
    [{ content: "fine" }, { user_action: "click" as const }],
    [{ interacted_image_url: "https://images.example/a.png", image_encoding: "QUJD" }],
  ];
  for (const interaction_data_list of refused) {
    for (const wait_for_response of [false, true]) {
      const body = { user_id: "ada", interaction_data_list };
      const answer = await api.ask("publish_interaction", body, { wait_for_response });
      assertEquals(answer.success, false);
      assertStringIncludes(answer.message, "Cannot store turn");
    }
  }
  assertEquals((await api.ask("get_requests", {})).sessions, []);
  const empty = await api.ask("publish_interaction", {
    user_id: "ada",
    interaction_data_list: [{}],
  });
  assertEquals(empty.success, true);
});

Deno.test("H-108 H-109 a publish stores its turns whether or not vectors can be had", async () => {
  await using provider = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => Response.json({ error: { message: "no such key" } }, { status: 401 }),
  );
  const base = `http://127.0.0.1:${provider.addr.port}/v1`;
  const settings: Readonly<Record<string, string>> = {
    OPENAI_API_KEY: "sk-marked",
    OPENAI_BASE_URL: base,
    REFLEXIO_LEARNER: "embedded",
  };
  await using api = await startApi({ env: (name) => settings[name] });
  const body = { user_id: "ada", interaction_data_list: [{ content: "Deploy it to Bergen" }] };
  assertEquals((await api.ask("publish_interaction", body)).success, true);
  const { interactions } = await api.ask("search_interactions", {
    user_id: "ada",
    query: "bergen",
  });
  assertEquals(interactions.length, 1);
});

Deno.test("H-111 H-188 S-002 R-110 turns of a publish share the server's time and keep their order", async () => {
  await using api = await startApi({ runsJobs: false });
  const before = api.nowSec();
  const turns = ["one", "two", "three"].map((content) => ({ content, created_at: 1_000 }));
  await api.ask("publish_interaction", { user_id: "ada", interaction_data_list: turns });
  const { interactions } = await api.ask("get_interactions", { user_id: "ada" });
  assertEquals(interactions.map(({ content }) => content), ["one", "two", "three"]);
  const times = new Set(interactions.map(({ created_at }) => created_at));
  assertEquals(times.size, 1);
  const [time = 0] = times;
  assert(time >= before && time <= api.nowSec() && Number.isInteger(time));
});

Deno.test("H-112 H-113 H-114 S-005 texts are kept byte for byte, versions are filled in", async () => {
  const env = (name: string) => name === "REFLEXIO_AGENT_VERSION" ? "agent-7" : undefined;
  await using api = await startApi({ runsJobs: false, env });
  const turn = {
    role: "",
    content: " \t kept é̈ \u0000 ",
    tools_used: [{ tool_name: "", tool_data: { deep: [null, 1.5] } }],
  };
  const publish = (given: object) =>
    api.ask("publish_interaction", {
      user_id: "  ada ",
      interaction_data_list: [{ ...turn, image_encoding: "not base64" }],
      ...given,
    });
  await publish({ source: " web ", session_id: " ", agent_version: "v 1" });
  await publish({ session_id: "" });
  const { sessions } = await api.ask("get_requests", { user_id: "ada" });
  const [unnamed, blank] = sessions;
  assertEquals([unnamed?.session_id, blank?.session_id], ["", " "]);
  const first = blank?.requests[0];
  assertEquals([first?.request.source, first?.request.agent_version], [" web ", "v 1"]);
  assertEquals(unnamed?.requests[0]?.request.agent_version, "agent-7");
  assertEquals("session_id" in (unnamed?.requests[0]?.request ?? {}), false);
  const stored = first?.interactions[0];
  assertEquals([stored?.role, stored?.content], ["", turn.content]);
  assertEquals(stored?.tools_used, turn.tools_used);
  assertEquals(stored?.user_id, "ada");
});

Deno.test("S-005 without a variable the agent version is agent-v0", async () => {
  await using api = await startApi({ runsJobs: false });
  await api.ask("publish_interaction", { user_id: "ada", interaction_data_list: [{}] });
  const { sessions } = await api.ask("get_requests", {});
  assertEquals(sessions[0]?.requests[0]?.request.agent_version, "agent-v0");
});

Deno.test("H-115 a publish of a thousand turns is stored whole", async () => {
  await using api = await startApi({ runsJobs: false });
  const turns = Array.from({ length: 1_000 }, (_, i) => ({ content: `turn ${i} `.repeat(20) }));
  await api.ask("publish_interaction", { user_id: "ada", interaction_data_list: turns });
  const { interactions } = await api.ask("get_interactions", { user_id: "ada", top_k: null });
  assertEquals(interactions.map(({ content }) => content), turns.map(({ content }) => content));
});

Deno.test("H-116 S-101 force_extraction learns at once, skip_aggregation makes no agent playbooks", async () => {
  await using api = await startApi();
  // A batch_interval that was set holds back learning.
  await api.ask("set_config", { storage_config: null, batch_size: 20, batch_interval: 10 });
  const body = { user_id: "ada", interaction_data_list: lesson("eu-north-1") };
  const wait = { wait_for_response: true };
  const held = await api.ask("publish_interaction", body, wait);
  assertEquals([held.profiles_added, held.playbooks_added], [0, 0]);
  const skips = { force_extraction: true, skip_aggregation: true };
  const forced = await api.ask("publish_interaction", { ...body, ...skips }, wait);
  assert((forced.playbooks_added ?? 0) > 0);
  const other = { ...body, user_id: "bea", ...skips };
  await api.ask("publish_interaction", other, wait);
  await api.drain();
  assertEquals((await api.ask("get_agent_playbooks", {})).agent_playbooks, []);
  const last = { ...body, user_id: "cleo", force_extraction: true };
  await api.ask("publish_interaction", last, wait);
  await api.drain();
  assertEquals((await api.ask("get_agent_playbooks", {})).agent_playbooks.length, 1);
});

Deno.test("H-119 S-036 S-039 two publishes of one user at once are both learnt from and waited for", async () => {
  await using api = await startApi();
  const say = (content: string) => teach(api, "ada", { turns: [{ role: "user", content }] });
  await Promise.all([say("I live in Bergen."), say("I'm allergic to peanuts.")]);
  const { user_profiles } = await api.ask("get_profiles", { user_id: "ada" });
  const texts = user_profiles.map(({ content }) => content).join("; ");
  assertStringIncludes(texts, "Bergen");
  assertStringIncludes(texts.toLowerCase(), "peanut");
});

Deno.test("H-120 S-001 equal publishes store twice, with one idempotency key once", async () => {
  await using api = await startApi({ runsJobs: false });
  const body = { user_id: "ada", interaction_data_list: [{ content: "once" }] };
  const plain = [
    await api.ask("publish_interaction", body),
    await api.ask("publish_interaction", body),
  ];
  assert(plain[0]?.request_id !== plain[1]?.request_id);
  const headers = { "idempotency-key": "k-1" };
  const path = "/api/publish_interaction";
  const keyed = [
    await api.send("POST", path, { body, headers }),
    await api.send("POST", path, { body, headers }),
  ];
  assertEquals(keyed[0]?.body, keyed[1]?.body);
  const other = { ...body, user_id: "bea" };
  assertEquals((await api.send("POST", path, { body: other, headers })).status, 409);
  assertEquals((await api.ask("get_requests", {})).sessions[0]?.requests.length, 3);
});

Deno.test("H-048 H-042 S-177 a queued publish is learnt from after a restart", async () => {
  const options = { runsJobs: false };
  await using api = await startApi(options);
  const body = { user_id: "ada", interaction_data_list: lesson("eu-north-1") };
  await api.ask("publish_interaction", body);
  assertEquals((await api.ask("get_profiles", { user_id: "ada" })).user_profiles, []);
  options.runsJobs = true;
  await api.restart();
  await api.drain();
  assert((await api.ask("get_profiles", { user_id: "ada" })).user_profiles.length > 0);
});

Deno.test("H-047 quick publishes of a user are kept in the order in which they were answered", async () => {
  await using api = await startApi({ runsJobs: false });
  for (let i = 0; i < 10; i++) {
    const body = { user_id: "ada", interaction_data_list: [{ content: `turn ${i}` }] };
    await api.ask("publish_interaction", body);
  }
  const { interactions } = await api.ask("get_interactions", { user_id: "ada" });
  const byId = interactions.toSorted((a, b) => a.interaction_id - b.interaction_id);
  assertEquals(
    byId.map(({ content }) => content),
    Array.from({ length: 10 }, (_, i) => `turn ${i}`),
  );
});

Deno.test("S-005 a source travels from the publish to what is learnt", async () => {
  await using api = await startApi();
  await teach(api, "ada", { source: "chat" });
  await teach(api, "bea");
  const of = async (user_id: string) =>
    (await api.ask("get_profiles", { user_id })).user_profiles.map(({ source }) => source);
  assertEquals(new Set(await of("ada")), new Set(["chat"]));
  assertEquals(new Set(await of("bea")), new Set([""]));
});
