import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { TABLE } from "../../server/store/keys.ts";
import { KINDS } from "../../server/store/kinds.ts";
import { faultyKv } from "../support/faulty_kv.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { GatedLearner } from "./gated_learner.ts";
import { agentPlaybook, lesson, PLAYBOOKS, profile, teach, userPlaybook } from "./seed.ts";

/** One turn of a user. */
const say = (content: string) => [{ role: "user", content }];

/** Texts of the profiles of a user. */
async function profilesOf(api: ApiServer, user_id: string): Promise<string[]> {
  const { user_profiles } = await api.ask("get_profiles", { user_id });
  return user_profiles.map(({ content }) => content).toSorted();
}

Deno.test("S-043 S-075 S-097 a save that fails shows, leaves nothing behind and is made good", async () => {
  let fails = false;
  const learner = new GatedLearner();
  const real = await Deno.openKv(":memory:");
  const savesProfiles = ([table, , kind]: Deno.KvKey) =>
    table === TABLE.entity && kind === KINDS.profile.code;
  const database = faultyKv(real, {
    before: (keys) => {
      if (fails && keys.some(savesProfiles)) throw new Error("database or disk is full");
    },
  });
  await using api = await startApi({ database, learner });
  await teach(api, "ada", { turns: say("I live in Bergen.") });
  fails = true;
  const { success, warnings } = await teach(api, "ada", {
    turns: say("I moved, I live in Porto now. From now on always answer in one sentence."),
  });
  fails = false;
  assertEquals([success, warnings.length], [true, 1]);
  assertMatch(warnings[0] ?? "", /^profile_generation failed: /);
  assertEquals(await profilesOf(api, "ada"), ["Lives in Bergen"]);
  const { profile_change_logs } = await api.ask("profile_change_log", null);
  assertEquals(profile_change_logs.length, 1, "rows and their log go together");
  assertEquals((await api.ask("get_user_playbooks", {})).user_playbooks.length, 1);
  api.advance(60);
  await api.drain();
  assertEquals(await profilesOf(api, "ada"), ["Lives in Porto"]);
  assertEquals((await api.ask("get_user_playbooks", {})).user_playbooks.length, 1);
});

Deno.test("S-062 S-063 S-064 what was learnt expires by its lifetime, infinity never", async () => {
  await using api = await startApi();
  await teach(api, "ada", {
    turns: [...say("My name is Priya."), ...say("I'm staying in Graz for the next two days.")],
  });
  const { user_profiles } = await api.ask("get_profiles", { user_id: "ada" });
  const name = user_profiles.find(({ content }) => content.includes("Priya"));
  assertEquals(name?.profile_time_to_live, "infinity");
  assertEquals(name?.expiration_timestamp, 4_102_444_800);
  assert(user_profiles.some(({ content }) => content.includes("Graz")));
  api.advance(40 * 86_400);
  assertEquals((await profilesOf(api, "ada")).length, 1);
  const all = await api.ask("get_all_profiles", null, {});
  assertEquals(all.user_profiles.length, 1, "expired ones are hidden there too");
});

Deno.test("S-068 candidates for comparing are embedded with the configured model", async () => {
  const models: string[] = [];
  await using provider = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const { model, input } = await request.json() as { model: string; input: string[] };
      models.push(model);
      const embedding = Array.from({ length: 512 }, (_, i) => i === 0 ? 1 : 0);
      return Response.json({ data: input.map((_, index) => ({ index, embedding })) });
    },
  );
  const settings: Readonly<Record<string, string>> = {
    OPENAI_API_KEY: "sk-marked",
    OPENAI_BASE_URL: `http://127.0.0.1:${provider.addr.port}/v1`,
    REFLEXIO_LEARNER: "embedded",
  };
  await using api = await startApi({ env: (name) => settings[name] });
  await api.ask("set_config", {
    storage_config: null,
    llm_config: { embedding_model_name: "my-embedder" },
  });
  await teach(api, "ada", { turns: say("I live in Bergen.") });
  await teach(api, "ada", { turns: say("I moved to Porto.") });
  await api.drain();
  assert(models.length > 0);
  assertEquals(new Set(models), new Set(["my-embedder"]));
});

Deno.test("S-087 S-169 a recipe needs a confirmation and has the form of a correction", async () => {
  await using api = await startApi();
  const answer = { role: "assistant", content: "I grouped the bugs by module." };
  await teach(api, "ada", { turns: [...say("List the open bugs."), answer] });
  assertEquals((await api.ask("get_user_playbooks", {})).user_playbooks, []);
  await teach(api, "bea", {
    turns: [
      ...say("List the open bugs."),
      answer,
      ...say("By module is exactly right, keep that for bug lists."),
    ],
  });
  const [recipe] = (await api.ask("get_user_playbooks", { user_id: "bea" })).user_playbooks;
  assertStringIncludes(`${recipe?.content}`.toLowerCase(), "module");
  assert((recipe?.trigger ?? "") !== "");
});

Deno.test("S-168 profiles hold no rules of the agent, playbooks one rule each", async () => {
  await using api = await startApi();
  await teach(api, "ada");
  assertEquals(await profilesOf(api, "ada"), ["Lives in Bergen"]);
  const { user_playbooks } = await api.ask("get_user_playbooks", { user_id: "ada" });
  assertEquals(user_playbooks.length, 1);
  assertEquals(user_playbooks[0]?.content.includes("Bergen"), false);
});

Deno.test("S-086 a playbook names the turns that it was learnt from", async () => {
  await using api = await startApi();
  await teach(api, "ada");
  const [rule] = (await api.ask("get_user_playbooks", { user_id: "ada" })).user_playbooks;
  const { interactions } = await api.ask("get_interactions", { user_id: "ada" });
  const said = interactions.filter(({ interaction_id }) =>
    rule?.source_interaction_ids.includes(interaction_id)
  );
  assert(said.some(({ content }) => content.includes("always deploy to eu-north-1")));
  assert(said.length < interactions.length);
});

Deno.test("S-106 S-110 S-111 S-114 S-119 two wordings of one rule become one, another rule none", async () => {
  await using api = await startApi();
  await api.ask("add_user_playbook", {
    user_playbooks: [
      userPlaybook({ trigger: "When deploying a service", content: "Deploy to eu-north-1" }),
      userPlaybook({
        user_id: "bea",
        trigger: "When a service is deployed",
        content: "Always deploy to eu-north-1",
      }),
      userPlaybook({ user_id: "cleo", trigger: "Writing to a bank", content: "Sign every letter" }),
      userPlaybook({
        user_id: "dora",
        trigger: "When deploying a service",
        content: "Deploy to eu-north-1",
        status: "archived",
      }),
    ],
  });
  await api.ask("run_playbook_aggregation", { playbook_name: PLAYBOOKS, agent_version: "v1" });
  const { agent_playbooks } = await api.ask("get_agent_playbooks", {});
  assertEquals(agent_playbooks.length, 1);
  const [made] = agent_playbooks;
  assertStringIncludes(made?.content ?? "", "eu-north-1");
  assertMatch(made?.rationale ?? "", /^Seen in 2 rules of 2 users/);
  assertEquals(made?.playbook_status, "pending");
});

Deno.test("S-123 S-124 a rejected rule stays rejected, an approved one survives, at every rebuild", async () => {
  await using api = await startApi();
  const body = { playbook_name: PLAYBOOKS, agent_version: "v1" };
  await api.ask("add_user_playbook", {
    user_playbooks: [userPlaybook({}), userPlaybook({ user_id: "bea" })],
  });
  await api.ask("add_agent_playbook", {
    agent_playbooks: [agentPlaybook({ playbook_status: "approved", content: "Be kind" })],
  });
  await api.ask("run_playbook_aggregation", body);
  const made = (await api.ask("get_agent_playbooks", { playbook_status_filter: "pending" }))
    .agent_playbooks;
  const agent_playbook_id = made[0]?.agent_playbook_id ?? 0;
  await api.ask("update_agent_playbook_status", { agent_playbook_id, playbook_status: "rejected" });
  await api.ask("run_playbook_aggregation", body);
  const { agent_playbooks } = await api.ask("get_agent_playbooks", {});
  const states = agent_playbooks.map(({ playbook_status }) => playbook_status).toSorted();
  assertEquals(states, ["approved", "rejected"]);
});

Deno.test("S-155 MOCK_LLM_RESPONSE has no effect", async () => {
  const env = (name: string) => name === "MOCK_LLM_RESPONSE" ? "true" : undefined;
  await using api = await startApi({ env });
  await teach(api, "ada", { turns: say("What is the tallest tree?") });
  assertEquals(await profilesOf(api, "ada"), []);
  assertEquals((await api.ask("get_user_playbooks", {})).user_playbooks, []);
});

Deno.test("S-156 S-206 S-074 each step of a model is one request with the org's model", async () => {
  const asked: { readonly model: string; readonly tools?: unknown }[] = [];
  await using provider = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      asked.push(await request.json());
      const isOfPlaybooks = JSON.stringify(asked.at(-1)).includes('\\"playbooks\\"') ||
        JSON.stringify(asked.at(-1)).includes('"playbooks"');
      const content = isOfPlaybooks ? '{"playbooks":[]}' : '{"profiles":[]}';
      return Response.json({
        choices: [{ message: { role: "assistant", content }, finish_reason: "stop" }],
      });
    },
  );
  await using api = await startApi();
  await api.ask("set_config", {
    storage_config: null,
    skip_should_run_check: true,
    api_key_config: {
      custom_endpoint: {
        model: "my-model",
        api_key: "sk-marked",
        api_base: `http://127.0.0.1:${provider.addr.port}/v1`,
      },
    },
  });
  const { warnings } = await teach(api, "ada", { turns: lesson("eu-north-1") });
  assertEquals(warnings, []);
  assertEquals(asked.map(({ model }) => model), ["my-model", "my-model"]);
  assertEquals(asked.some(({ tools }) => tools !== undefined), false);
});

Deno.test("S-067 R-071 REFLEXIO_DEDUPLICATE=off keeps what is already known, by default it is one", async () => {
  const count = async (env: (name: string) => string | undefined) => {
    await using api = await startApi({ env });
    await teach(api, "ada", { turns: say("I live in Bergen.") });
    await teach(api, "ada", { turns: say("I live in Bergen.") });
    return (await profilesOf(api, "ada")).length;
  };
  assertEquals(await count(() => undefined), 1);
});

Deno.test("H-254 S-047 a rerun of a user who is being learnt from covers the user's turns", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  learner.hold();
  const body = { user_id: "ada", interaction_data_list: lesson("eu-north-1") };
  await api.ask("publish_interaction", body);
  await learner.reached;
  await api.ask("rerun_profile_generation", {});
  learner.release();
  await api.drain();
  const { operation_status } = await api.ask("get_operation_status", null, {});
  assertEquals(operation_status?.stats["total_interactions_processed"], 5);
  const { user_profiles } = await api.ask("get_all_profiles", null, { status_filter: "pending" });
  assertEquals(user_profiles.map(({ content }) => content), ["Lives in Bergen"]);
  assertEquals(await profilesOf(api, "ada"), ["Lives in Bergen"]);
});

Deno.test("S-037 S-035 two users who publish at once both get playbooks", async () => {
  await using api = await startApi();
  await Promise.all([teach(api, "ada"), teach(api, "bea")]);
  for (const user_id of ["ada", "bea"]) {
    assertEquals((await api.ask("get_user_playbooks", { user_id })).user_playbooks.length, 1);
  }
});

Deno.test("S-038 S-178 quick publishes of one user are few runs and name the newest request", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  learner.hold();
  const ids: string[] = [];
  for (let i = 0; i < 10; i++) {
    const content = i === 9 ? "I live in Bergen." : `turn ${i}`;
    const body = { user_id: "ada", interaction_data_list: say(content) };
    ids.push((await api.ask("publish_interaction", body)).request_id ?? "");
    if (i === 0) await learner.reached;
  }
  learner.release();
  await api.drain();
  assert(learner.profileWindows.length <= 3);
  const fresh = learner.profileWindows.flat().filter((text) => text.startsWith("+"));
  assertEquals(fresh.length, 10);
  const [learnt] = (await api.ask("get_profiles", { user_id: "ada" })).user_profiles;
  assertEquals(learnt?.generated_from_request_id, ids[9]);
});

Deno.test("S-205 S-204 out of the box two turns are learnt from and two users make a rule of the agent", async () => {
  await using api = await startApi();
  await teach(api, "ada", { turns: say("From now on always answer in one sentence.") });
  await teach(api, "bea", { turns: say("From now on, always answer in one sentence.") });
  await api.drain();
  const { agent_playbooks } = await api.ask("get_agent_playbooks", {});
  assertEquals(agent_playbooks.length, 1);
});

Deno.test("S-105 a min_cluster_size below 2 switches aggregation off", async () => {
  await using api = await startApi();
  await api.ask("set_config", {
    storage_config: null,
    user_playbook_extractor_configs: [{
      extractor_name: PLAYBOOKS,
      extraction_definition_prompt: "Rules",
      aggregation_config: { min_cluster_size: 1 },
    }],
  });
  await teach(api, "ada");
  await teach(api, "bea");
  await api.drain();
  assertEquals((await api.ask("get_agent_playbooks", {})).agent_playbooks, []);
});

Deno.test("R-075 searches and edits answer lists and words, without a body they are 422", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", { user_profiles: [profile({ profile_id: "p" })] });
  await teach(api, "ada");
  const { user_profiles } = await api.ask("search_profiles", { user_id: "ada", query: "tea" });
  const { interactions } = await api.ask("search_interactions", {
    user_id: "ada",
    query: "deploy",
  });
  assert(user_profiles.length > 0 && interactions.length > 0);
  for (const path of ["search_profiles", "search_interactions"]) {
    assertEquals((await api.send("POST", `/api/${path}`)).status, 422);
  }
  const edit = { user_id: "ada", profile_id: "p", content: "x" };
  assertEquals((await api.ask("update_user_profile", edit)).success, true);
  const lacking = await api.send("PUT", "/api/update_user_profile", { body: { content: "x" } });
  assertEquals(lacking.status, 422);
});
