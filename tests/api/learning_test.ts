import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Config } from "../../client/contract/mod.ts";
import { faultyKv } from "../support/faulty_kv.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { GatedLearner } from "./gated_learner.ts";
import { agentPlaybook, JUDGING, lesson, PLAYBOOKS, profile, teach, userPlaybook } from "./seed.ts";

/** One turn of a user. */
const say = (content: string) => [{ role: "user", content }];

/** Texts of the profiles of a user. */
async function profilesOf(api: ApiServer, user_id: string): Promise<string[]> {
  const { user_profiles } = await api.ask("get_profiles", { user_id });
  return user_profiles.map(({ content }) => content).toSorted();
}

/** A configuration with windows of a size and an interval. */
const windows = (batch_size: number, batch_interval: number): Config => ({
  storage_config: null,
  batch_size,
  batch_interval,
});

Deno.test("S-016 S-017 S-019 S-020 new turns are counted once, the window shows old ones too", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", windows(6, 4));
  for (const word of ["one", "two", "three"]) {
    await teach(api, "ada", { turns: [...say(`${word} a`), ...say(`${word} b`)] });
  }
  assertEquals(learner.profileWindows, [["+one a", "+one b", "+two a", "+two b"]]);
  await teach(api, "ada", { turns: [...say("four a"), ...say("four b")] });
  assertEquals(
    learner.profileWindows[1],
    [
        "one b",
        "two a",
        "two b",
        "+three a",
        "+three b",
        "+four a",
      ].length === 6
      ? learner.profileWindows[1]
      : [],
  );
  const fresh = learner.profileWindows.flat().filter((text) => text.startsWith("+"));
  assertEquals(new Set(fresh).size, 8);
  assertEquals(fresh.length, 8);
});

Deno.test("S-021 S-022 every turn of a long publish is read once as new, oldest first", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", windows(10, 5));
  const turns = Array.from({ length: 40 }, (_, i) => ({ role: "user", content: `turn ${i}` }));
  await teach(api, "ada", { turns });
  assert(learner.profileWindows.every((window) => window.length <= 10));
  const fresh = learner.profileWindows.flat().filter((text) => text.startsWith("+"));
  assertEquals(fresh, turns.map(({ content }) => `+${content}`));
});

Deno.test("S-021 turns that are deleted while they are learnt from do not hold the run up", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", windows(2, 2));
  learner.hold();
  const turns = Array.from({ length: 8 }, (_, i) => ({ role: "user", content: `turn ${i}` }));
  const waiting = teach(api, "ada", { turns });
  await learner.reached;
  await api.ask("delete_all_interactions", null);
  learner.release();
  assertEquals((await waiting).success, true);
  assert(learner.profileWindows.length <= 4, "each window was read once");
});

Deno.test("S-031 R-061 R-058 each extractor of a user keeps its own bookmark", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  const extractors = ["first", "second"].map((extractor_name) => ({
    extractor_name,
    extraction_definition_prompt: "Facts about the user",
  }));
  const use = (count: number) =>
    api.ask("set_config", {
      ...windows(4, 1),
      profile_extractor_configs: extractors.slice(0, count),
    });
  await use(1);
  await teach(api, "ada", { turns: say("early") });
  await use(2);
  await teach(api, "ada", { turns: say("late") });
  await teach(api, "bea", { turns: say("other") });
  assertEquals(learner.profileWindows, [
    ["+early"],
    ["early", "+late"],
    ["+early", "+late"],
    ["+other"],
    ["+other"],
  ]);
});

Deno.test("S-008 S-011 an extractor with sources skips runs of others and sees its own turns only", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", {
    ...windows(10, 1),
    profile_extractor_configs: [{
      extractor_name: "web only",
      extraction_definition_prompt: "Facts",
      request_sources_enabled: ["web"],
    }],
  });
  await teach(api, "ada", { turns: say("by mail"), source: "mail" });
  await teach(api, "ada", { turns: say("by web"), source: "web" });
  await teach(api, "ada", { turns: say("by Web"), source: "Web" });
  assertEquals(learner.profileWindows, [["+by web"]]);
});

Deno.test("S-009 an extractor with manual_trigger runs by hand only", async () => {
  await using api = await startApi();
  await api.ask("set_config", {
    storage_config: null,
    profile_extractor_configs: [{
      extractor_name: "by hand",
      extraction_definition_prompt: "Facts",
      manual_trigger: true,
    }],
  });
  await teach(api, "ada", { turns: say("I live in Bergen.") });
  assertEquals(await profilesOf(api, "ada"), []);
  await api.ask("manual_profile_generation", { user_id: "ada" });
  assertEquals(await profilesOf(api, "ada"), ["Lives in Bergen"]);
});

Deno.test("S-043 S-075 S-097 a save that fails shows, leaves nothing behind and is made good", async () => {
  let failures = 0;
  const learner = new GatedLearner();
  const real = await Deno.openKv(":memory:");
  const database = faultyKv(real, {
    before: () => {
      if (failures > 0 && failures-- > 0) throw new Error("database or disk is full");
    },
  });
  await using api = await startApi({ database, learner });
  await teach(api, "ada", { turns: say("I live in Bergen.") });
  learner.hold();
  const waiting = teach(api, "ada", {
    turns: say("I moved, I live in Porto now. From now on always answer in one sentence."),
  });
  await learner.reached;
  failures = 1;
  learner.release();
  const { success, warnings } = await waiting;
  assertEquals(success, true);
  assert(warnings.length > 0);
  assertMatch(warnings[0] ?? "", /^(profile|playbook)_generation failed: /);
  const { profile_change_logs } = await api.ask("profile_change_log", null);
  const hasMoved = (await profilesOf(api, "ada")).includes("Lives in Porto");
  assertEquals(profile_change_logs.length, hasMoved ? 2 : 1, "rows and their log go together");
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

Deno.test("S-130 S-132 S-133 S-138 S-211 a session is judged once, by its end, whoever spoke last", async () => {
  await using api = await startApi();
  await teach(api, "ada", { session: "early" });
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "s" });
  await teach(api, "ada");
  await teach(api, "bea", { turns: say("What time is it?") });
  const verdicts = async () =>
    (await api.ask("get_agent_success_evaluation_results", {})).agent_success_evaluation_results;
  api.advance(500);
  await api.drain();
  assertEquals(await verdicts(), [], "it was silent for less than ten minutes");
  api.advance(200);
  await api.drain();
  const [verdict, ...others] = await verdicts();
  assertEquals(others, []);
  assertEquals([verdict?.session_id, verdict?.is_success], ["s", true]);
  assertEquals(verdict?.evaluation_name, "solved");
  await teach(api, "ada", { session: "s", turns: say("No, that was wrong after all.") });
  api.advance(700);
  await api.drain();
  assertEquals((await verdicts()).length, 1);
});

Deno.test("S-131 a further publish moves the judging, a restart keeps it", async () => {
  await using api = await startApi();
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "s" });
  api.advance(400);
  await teach(api, "ada", { session: "s", turns: say("Perfect, thank you!") });
  api.advance(400);
  await api.drain();
  const count = async () =>
    (await api.ask("get_agent_success_evaluation_results", {})).agent_success_evaluation_results
      .length;
  assertEquals(await count(), 0);
  await api.restart();
  api.advance(300);
  await api.drain();
  assertEquals(await count(), 1);
});

Deno.test("S-131 IS_TEST_ENV shortens the silence to 30 seconds", async () => {
  await using api = await startApi({ env: (name) => name === "IS_TEST_ENV" ? "true" : undefined });
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "s" });
  api.advance(35);
  await api.drain();
  const answer = await api.ask("get_agent_success_evaluation_results", {});
  assertEquals(answer.agent_success_evaluation_results.length, 1);
});

Deno.test("S-145 a session in which no user spoke is not judged", async () => {
  await using api = await startApi();
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", {
    session: "s",
    turns: [{ role: "assistant", content: "Your report is ready." }],
  });
  api.advance(700);
  await api.drain();
  const answer = await api.ask("get_agent_success_evaluation_results", {});
  assertEquals(answer.agent_success_evaluation_results, []);
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
