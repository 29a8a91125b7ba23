import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { APIKeyConfig } from "../../client/contract/mod.ts";
import { openApi, type TestApi, until } from "../support/api.ts";
import { fakeLearningModel } from "../support/fake_learning_model.ts";
import {
  FAKE_KEY,
  type FakeQuestion,
  type FakeReply,
  startFakeProviders,
} from "../support/fake_providers.ts";
import { type TestTimers, testTimers } from "../support/test_timers.ts";
import { playbooksOf, profilesOf, publish } from "../support/turns.ts";

/** Longest time of one extractor, milliseconds. */
const EXTRACTOR_LIMIT_MS = 300_000;

/** Pauses between attempts are no time at all; the limit of an extractor passes when it is told to. */
function modelTimers(): TestTimers {
  return testTimers((ms) => {
    if (ms === EXTRACTOR_LIMIT_MS) return Infinity;
    return ms >= 700 && ms <= 5_000 ? ms / 200 : ms;
  });
}

/** What an org has to set to be served by each wire form. */
const KEYS: Readonly<Record<string, APIKeyConfig>> = {
  openai: { openai: { api_key: FAKE_KEY } },
  anthropic: { anthropic: { api_key: FAKE_KEY } },
  gemini: { gemini: { api_key: FAKE_KEY } },
};

/** Reads cities and rules off the turns, as a model would. */
const MODEL = fakeLearningModel({
  profiles: ({ prompt }) => {
    const city = /I live in (\w+)/.exec(prompt)?.[1];
    return city === undefined ? [] : [{ content: `Lives in ${city}`, time_to_live: "one_year" }];
  },
  playbooks: ({ prompt }) => {
    const rule = /Always use (\w+) for prices/.exec(prompt)?.[1];
    return rule === undefined ? [] : [{ trigger: "Quoting prices", content: `Use ${rule}` }];
  },
  playbook: { trigger: "Quoting prices", content: "Use kroner", rationale: "Agreed" },
  verdict: { is_success: false, failure_type: "wrong_answer", failure_reason: "Still in dollars" },
});

/** A server whose providers are all the fake; the keys come by `set_config`. */
async function openOverFake(model: (question: FakeQuestion) => FakeReply = MODEL) {
  const fake = startFakeProviders(model);
  const addresses = Object.entries(fake.env).filter(([name]) => name.endsWith("_BASE_URL"));
  const env = Object.fromEntries(addresses);
  const clock = { nowMs: Date.now() };
  const api = await openApi({ env: (name) => env[name], now: () => clock.nowMs });
  return {
    api,
    fake,
    clock,
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]();
      await fake[Symbol.asyncDispose]();
    },
  };
}

function configure(api: TestApi, api_key_config: APIKeyConfig | null) {
  return api.call("set_config", {
    storage_config: null,
    api_key_config,
    user_playbook_extractor_configs: [{
      extractor_name: "rules",
      extraction_definition_prompt: "rules of the user",
      aggregation_config: {},
    }],
    agent_success_configs: [{ evaluation_name: "overall", success_definition_prompt: "solved" }],
  });
}

/** A user who says where they live and what to use. */
function teach(api: TestApi, user: string, more: Record<string, unknown> = {}) {
  return publish(api, user, ["I live in Bergen.", "Always use kroner for prices."], {
    force_extraction: true,
    ...more,
  });
}

/** Which learner is in use. */
async function learnerOf(api: TestApi): Promise<string> {
  return (await (await api.send("GET", "/api/status")).json()).learner.kind;
}

/** Jobs that learn. */
async function learningJobs(api: TestApi) {
  const { jobs } = await (await api.send("GET", "/api/jobs?limit=100")).json();
  return (jobs as {
    kind: string;
    scope: string;
    id: string;
    state: string;
    last_error: string | null;
  }[])
    .filter(({ kind }) => kind.endsWith("_generation"));
}

for (const [wire, keys] of Object.entries(KEYS)) {
  Deno.test(`S-150 S-151 S-165 ${wire}: extraction, aggregation and evaluation by config alone`, async () => {
    await using over = await openOverFake();
    const { api, fake, clock } = over;
    await configure(api, keys);
    assertEquals((await teach(api, "ana", { session_id: "s1" })).warnings, []);
    await teach(api, "bo");
    assertEquals(await profilesOf(api, "ana"), ["Lives in Bergen"]);
    assertEquals(await playbooksOf(api), ["Use kroner", "Use kroner"]);
    const { agent_playbooks } = await api.call("get_agent_playbooks", { limit: 10 });
    assertEquals(agent_playbooks.map(({ content }) => content), ["Use kroner"]);
    clock.nowMs += 700_000;
    await api.reflexio.drain();
    const judged = await api.call("get_agent_success_evaluation_results", {});
    assertEquals(
      judged.agent_success_evaluation_results.map((row) => [row.is_success, row.failure_reason]),
      [[false, "Still in dollars"]],
    );
    assert(fake.questions.length > 0);
    assertEquals(fake.questions.filter((question) => question.wire !== wire), []);
  });
}

Deno.test("S-150 a custom endpoint serves every role", async () => {
  await using over = await openOverFake();
  const custom_endpoint = {
    model: "openai/house-model",
    api_key: FAKE_KEY,
    api_base: `${over.fake.url}/v1`,
  };
  await configure(over.api, { custom_endpoint });
  await teach(over.api, "ana");
  assertEquals(await profilesOf(over.api, "ana"), ["Lives in Bergen"]);
  const models = over.fake.questions.filter(({ task }) => task === "chat").map(({ model }) =>
    model
  );
  assertEquals([...new Set(models)], ["house-model"]);
});

Deno.test("S-165 S-204 S-206 an org goes from rules to a model and back without a restart", async () => {
  await using over = await openOverFake();
  const { api, fake } = over;
  await publish(api, "ana", ["I live in Oslo."]);
  assertEquals([await profilesOf(api, "ana"), fake.questions.length], [["Lives in Oslo"], 0]);
  await configure(api, KEYS["openai"] ?? null);
  await publish(api, "bo", ["I live in Rome."]);
  assertEquals(await profilesOf(api, "bo"), [], "the interval gate of a model holds");
  await teach(api, "cy");
  assertEquals(await profilesOf(api, "cy"), ["Lives in Bergen"]);
  await api.reflexio.drain();
  const asked = fake.questions.length;
  assert(asked > 0);
  await configure(api, null);
  await publish(api, "di", ["I live in Lima."]);
  assertEquals(await profilesOf(api, "di"), ["Lives in Lima"]);
  assertEquals(fake.questions.length, asked);
  assertEquals(await learnerOf(api), "embedded");
});

/** A failure, and how the jobs stand after it. */
interface FailureCase {
  readonly name: string;
  readonly reply: FakeReply;
  readonly state: "waiting" | "blocked";
  readonly says: string;
}

const FAILURES: readonly FailureCase[] = [
  {
    name: "401",
    reply: { kind: "status", status: 401, message: `Bad key ${FAKE_KEY}` },
    state: "blocked",
    says: "401",
  },
  {
    name: "429",
    reply: { kind: "status", status: 429, headers: { "retry-after": "1" } },
    state: "waiting",
    says: "429",
  },
  { name: "500", reply: { kind: "status", status: 500 }, state: "waiting", says: "500" },
  { name: "malformed page", reply: { kind: "malformed" }, state: "waiting", says: "" },
  {
    name: "answer without the agreed form",
    reply: { kind: "text", text: "I would say Bergen" },
    state: "waiting",
    says: "",
  },
  { name: "refusal", reply: { kind: "refusal" }, state: "waiting", says: "" },
  {
    name: "truncation",
    reply: { kind: "truncated", text: '{"profiles":[' },
    state: "waiting",
    says: "",
  },
  { name: "broken connection", reply: { kind: "reset" }, state: "waiting", says: "" },
  { name: "silence", reply: { kind: "hang" }, state: "waiting", says: "" },
];

type OverFake = Awaited<ReturnType<typeof openOverFake>>;

/** What a model that fails in this way leaves behind. */
async function fail(
  { api, fake, timers }: OverFake & { readonly timers: TestTimers },
  user: string,
  failure: FailureCase,
): Promise<void> {
  const { name, reply, state, says } = failure;
  const asked = Promise.withResolvers<void>();
  let extractions = 0;
  fake.setModel((question) => {
    if (question.answerFields.length === 0) return MODEL(question);
    if (++extractions === 2) asked.resolve();
    return reply;
  });
  const taught = teach(api, user);
  if (reply.kind === "hang") {
    await Promise.race([asked.promise, taught]);
    timers.fire(EXTRACTOR_LIMIT_MS);
  }
  const answer = await taught;
  assertEquals([answer.success, answer.warnings.length], [true, 2], name);
  const jobs = await learningJobs(api);
  assertEquals(jobs.map((job) => [job.scope, job.state]), [[user, state], [user, state]], name);
  for (const { last_error } of jobs) {
    const text = last_error ?? "";
    assertStringIncludes(text, says, name);
    assert(text !== "" && !text.includes(FAKE_KEY) && !text.includes("Bergen"), text);
  }
  assertEquals(await profilesOf(api, user), [], name);
}

/** A model that works again: a job that waits goes on by itself, a blocked one after `set_config`. */
async function recover(
  { api, fake, clock }: OverFake,
  user: string,
  { name, state, keys }: FailureCase & { readonly keys: APIKeyConfig | null },
): Promise<void> {
  fake.setModel(MODEL);
  clock.nowMs += 600_000;
  await api.reflexio.drain();
  if (state === "blocked") {
    assertEquals(await profilesOf(api, user), [], name);
    await configure(api, keys);
    await api.reflexio.drain();
  }
  assertEquals(
    [await learningJobs(api), await profilesOf(api, user)],
    [[], ["Lives in Bergen"]],
    name,
  );
}

for (const [wire, keys] of Object.entries(KEYS)) {
  Deno.test(`S-061 S-148 S-162 S-164 S-182 ${wire}: every failure is visible, loses nothing and is made good`, async () => {
    using timers = modelTimers();
    await using over = await openOverFake();
    await configure(over.api, keys);
    for (const failure of FAILURES) {
      const user = `user of ${failure.name}`;
      await fail({ ...over, timers }, user, failure);
      await recover(over, user, { ...failure, keys });
    }
  });
}

Deno.test("S-034 S-040 an extraction that takes too long changes nothing, a late answer is dropped", async () => {
  using timers = modelTimers();
  await using over = await openOverFake();
  const { api, fake } = over;
  await configure(api, KEYS["openai"] ?? null);
  const asked = Promise.withResolvers<void>();
  const late = Promise.withResolvers<FakeReply>();
  fake.setModel((question) => {
    if (question.answerFields[0] !== "profiles") return MODEL(question);
    asked.resolve();
    return late.promise;
  });
  const taught = teach(api, "ana");
  await Promise.race([asked.promise, taught]);
  const isAlone = ({ kind }: { readonly kind: string }) => kind === "profile_generation";
  await until(async () => (await learningJobs(api)).every(isAlone));
  timers.fire(EXTRACTOR_LIMIT_MS);
  const { warnings } = await taught;
  assertEquals(warnings.length, 1);
  assertStringIncludes(warnings[0] ?? "", "All extractors failed for profile_generation");
  late.resolve({
    kind: "json",
    value: { profiles: [{ content: "Lives in Bergen", time_to_live: "one_year" }] },
  });
  await api.reflexio.drain();
  assertEquals(await profilesOf(api, "ana"), []);
  assertEquals(
    (await learningJobs(api)).map(({ kind, state }) => [kind, state]),
    [["profile_generation", "waiting"]],
  );
});

Deno.test("S-070 S-208 a merged profile names every extractor that found it, now and before", async () => {
  const merge = (ids: readonly string[]) => ({
    item_ids: ids,
    merged_content: "Lives in Bergen, Norway",
    merged_time_to_live: "one_year",
    reasoning: "same",
  });
  await using over = await openOverFake(fakeLearningModel({
    profiles: [{ content: "Lives in Bergen", time_to_live: "one_year" }],
    groups: ({ prompt }) => [
      merge(["NEW-0", "NEW-1", "EXISTING-0"].filter((id) => prompt.includes(`${id}:`))),
    ],
  }));
  const { api } = over;
  const extractors = (...names: readonly string[]) =>
    api.call("set_config", {
      storage_config: null,
      api_key_config: KEYS["openai"] ?? null,
      profile_extractor_configs: names.map((extractor_name) => ({
        extractor_name,
        extraction_definition_prompt: "facts",
      })),
    });
  const names = async () => {
    const { user_profiles } = await api.call("get_all_profiles");
    return user_profiles.map((row) => [row.content, row.extractor_names]);
  };
  await extractors("places", "facts");
  await teach(api, "ana");
  assertEquals(await names(), [["Lives in Bergen, Norway", ["places", "facts"]]]);
  await extractors("people");
  await teach(api, "ana");
  assertEquals(await names(), [["Lives in Bergen, Norway", ["places", "facts", "people"]]]);
});
