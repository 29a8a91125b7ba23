import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { serve } from "../../server/mod.ts";
import { openApi, temporaryFolder, until } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { said } from "../support/turns.ts";

/** The conversation of an engineer who says where they deploy and corrects the agent once. */
const CONVERSATION = [
  { role: "User", content: "We deploy to eu-west-1. Can you roll out the new build?" },
  { role: "Assistant", content: "Rolling out to us-east-1." },
  { role: "User", content: "No, not us-east-1. Always use eu-west-1 when you deploy." },
];

/** Sends JSON over TCP. */
async function post(url: string, path: string, body: unknown, method = "POST") {
  const response = await fetch(url + path, {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** What a server knows about the engineer. */
async function memoryOf(url: string) {
  const profiles = await post(url, "/api/get_profiles", { user_id: "eng" });
  const playbooks = await post(url, "/api/get_user_playbooks", { user_id: "eng" });
  const found = await post(url, "/api/search", {
    query: "which region do we deploy to",
    user_id: "eng",
  });
  return {
    profiles: profiles.body.user_profiles.map((one: { content: string }) => one.content),
    playbooks: playbooks.body.user_playbooks.map((one: { content: string }) => one.content),
    found: JSON.stringify(found.body),
  };
}

Deno.test("S-165 R-114 publish, learn, list, search, restart, configure and delete over TCP with a real file", async () => {
  await using folder = await temporaryFolder();
  const options = { port: 0, kv: `${folder.path}/memory.db` };
  let before;
  {
    await using server = serve(options);
    const published = await post(server.url, "/api/publish_interaction?wait_for_response=true", {
      user_id: "eng",
      session_id: "deploy",
      interaction_data_list: CONVERSATION,
    });
    assertEquals([published.status, published.body.success, published.body.warnings], [
      200,
      true,
      [],
    ]);
    assert(published.body.profiles_added >= 1 && published.body.playbooks_added >= 1);
    before = await memoryOf(server.url);
    assert(before.profiles.some((content: string) => content.includes("eu-west-1")));
    assert(before.playbooks.some((content: string) => content.includes("eu-west-1")));
    assertStringIncludes(before.found, "eu-west-1");
  }
  await using server = serve(options);
  assertEquals(await memoryOf(server.url), before);
  const config = await (await fetch(`${server.url}/api/get_config`)).json();
  const set = await post(server.url, "/api/set_config", {
    ...config,
    agent_context_prompt: "An agent that deploys",
  });
  assertEquals(set.body.success, true);
  for (const path of ["delete_all_profiles", "delete_all_playbooks", "delete_all_interactions"]) {
    const gone = await post(server.url, `/api/${path}`, {}, "DELETE");
    assertEquals([gone.status, gone.body.success], [200, true]);
  }
  const after = await memoryOf(server.url);
  assertEquals([after.profiles, after.playbooks], [[], []]);
  const check = await post(server.url, "/api/kv_check", {});
  assertEquals(check.body.problems, []);
  for (const kind of ["interaction", "request", "profile", "user_playbook", "explain"]) {
    assertEquals(check.body.rows[kind] ?? 0, 0, kind);
  }
});

Deno.test("a publish in the background is learnt from without another call", async () => {
  await using folder = await temporaryFolder();
  await using server = serve({ port: 0, kv: `${folder.path}/memory.db` });
  const { body } = await post(server.url, "/api/publish_interaction", {
    user_id: "eng",
    interaction_data_list: CONVERSATION,
  });
  assertStringIncludes(body.message, "queued");
  await until(async () => {
    const { profiles, playbooks } = await memoryOf(server.url);
    return profiles.length > 0 && playbooks.length > 0;
  });
});

Deno.test("H-057 a locked database is 503 with Retry-After and nothing is acknowledged", async () => {
  await using folder = await temporaryFolder();
  const kv = `${folder.path}/memory.db`;
  await using api = await openApi({ learner: new ScriptedLearner(), kv, lockWaitMs: 50 });
  const body = { user_id: "ana", interaction_data_list: said("hi") };
  assertEquals((await api.send("POST", "/api/publish_interaction", body)).status, 200);
  await api.reflexio.drain();
  const other = new DatabaseSync(kv);
  try {
    other.exec("BEGIN EXCLUSIVE");
    const refused = await api.send("POST", "/api/publish_interaction", body);
    assertEquals(refused.status, 503);
    assert(Number(refused.headers.get("Retry-After")) >= 1);
    assertStringIncludes((await refused.json()).detail, "Storage is busy");
    const soft = await api.call("add_user_playbook", {
      user_playbooks: [{ agent_version: "v1", request_id: "r", content: "c" }],
    });
    assertEquals([soft.success, soft.added_count], [false, 0]);
  } finally {
    other.exec("ROLLBACK");
    other.close();
  }
  assertEquals((await api.send("POST", "/api/publish_interaction", body)).status, 200);
  const { interactions } = await api.call("get_all_interactions");
  assertEquals(interactions.length, 2);
});
