import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  FAKE_KEY,
  type FakeModel,
  type FakeProviders,
  type FakeReply,
  startFakeProviders,
} from "../../tests/support/fake_providers.ts";
import { fakeTimeRuntime } from "../../tests/support/llm_runtime.ts";
import {
  type AnswerSchema,
  type ChatModel,
  type ChatRequest,
  createChatModel,
  LlmError,
  type LlmRuntime,
  resolveChatTarget,
} from "./mod.ts";

const MODELS = {
  openai: "gpt-4.1-mini",
  anthropic: "claude-sonnet-4-6",
  gemini: "gemini/gemini-2.5-flash",
};

const SCHEMA: AnswerSchema = {
  name: "mood",
  schema: {
    type: "object",
    properties: {
      mood: { type: "string", enum: ["good", "bad"] },
      reason: { type: "string", description: "Why" },
      turns: { type: "array", items: { type: "integer" } },
    },
    required: ["mood"],
  },
};

const REQUEST: ChatRequest = {
  system: "You judge moods.",
  messages: [{ role: "user", parts: [{ type: "text", text: "PRIVATE: I won the race" }] }],
  schema: SCHEMA,
};

function modelOf(fake: FakeProviders, name: string, runtime: LlmRuntime): ChatModel {
  const target = resolveChatTarget("generation", {
    env: fake.env,
    llmConfig: { generation_model_name: name },
  });
  if (target === null) throw new Error("no target");
  return createChatModel(target, runtime);
}

/** Replies in order; the last one stays. */
function script(...replies: FakeReply[]): FakeModel {
  let next = 0;
  return () => replies[Math.min(next++, replies.length - 1)] ?? { kind: "hang" };
}

const GOOD: FakeReply = { kind: "json", value: { mood: "good", reason: "won" } };

for (const [wire, name] of Object.entries(MODELS)) {
  Deno.test(`complete() gives value and usage from ${wire} (7.4)`, async () => {
    await using fake = startFakeProviders(() => GOOD);
    const { runtime } = fakeTimeRuntime();
    const answer = await modelOf(fake, name, runtime).complete(REQUEST);
    assertEquals(answer.json, { mood: "good", reason: "won" });
    assertEquals(answer.requestId, "req_fake");
    assertEquals(answer.usage, {
      inputTokens: 120,
      outputTokens: 30,
      cachedInputTokens: 20,
      costUsd: null,
    });
    const [question] = fake.questions;
    assertStringIncludes(question?.system ?? "", "You judge moods.");
    assertStringIncludes(question?.prompt ?? "", "I won the race");
  });

  Deno.test(`S-148 S-149 ${wire}: 401 is final and says so without key or prompt (S-164)`, async () => {
    await using fake = startFakeProviders(() => ({ kind: "status", status: 401, code: "denied" }));
    const { runtime, pausesMs } = fakeTimeRuntime();
    const error = await assertRejects(
      () => modelOf(fake, name, runtime).complete(REQUEST),
      LlmError,
      "API call failed: ",
    );
    assertEquals([error.status, error.retryable, fake.questions.length], [401, false, 1]);
    assertEquals(pausesMs, []);
    const shown = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
    assert(!shown.includes(FAKE_KEY) && !shown.includes("PRIVATE"));
  });

  Deno.test(`S-148 ${wire}: 429 is tried again after Retry-After`, async () => {
    const busy: FakeReply = {
      kind: "status",
      status: 429,
      code: "rate_limit_error",
      headers: { "retry-after": "7" },
    };
    await using fake = startFakeProviders(script(busy, GOOD));
    const { runtime, pausesMs } = fakeTimeRuntime();
    assertEquals((await modelOf(fake, name, runtime).complete(REQUEST)).json, GOOD.value);
    assertEquals(pausesMs, [7_000]);
  });

  Deno.test(`S-146 S-149 ${wire}: 500 and 529 are tried three times with growing pauses`, async () => {
    const down = (status: number): FakeReply => ({ kind: "status", status });
    await using fake = startFakeProviders(script(down(500), down(529), down(503)));
    const { runtime, pausesMs } = fakeTimeRuntime();
    const error = await assertRejects(
      () => modelOf(fake, name, runtime).complete(REQUEST),
      LlmError,
      "API call failed after 3 retries: ",
    );
    assertEquals([error.status, error.retryable], [503, true]);
    assertEquals(pausesMs, [1_000, 2_000]);
  });

  Deno.test(`complete() tells truncation and refusal of ${wire} from answers`, async () => {
    await using fake = startFakeProviders(() => ({ kind: "truncated", text: '{"mood":"go' }));
    const { runtime } = fakeTimeRuntime();
    const model = modelOf(fake, name, runtime);
    const cut = await assertRejects(() => model.complete(REQUEST), LlmError);
    assertEquals([cut.code, cut.retryable], ["truncated", false]);
    fake.setModel(() => ({ kind: "refusal" }));
    const refused = await assertRejects(() => model.complete(REQUEST), LlmError);
    assert(refused.code === "refusal" || refused.code === "prompt_blocked");
    assertEquals([refused.retryable, fake.questions.length], [false, 2]);
  });

  Deno.test(`S-161 ${wire}: fenced and Python-like answers are read`, async () => {
    const text = "Sure!\n```json\n{'mood': 'good', 'turns': [1, 2,], 'reason': None}\n```";
    await using fake = startFakeProviders(() => ({ kind: "text", text }));
    const { runtime } = fakeTimeRuntime();
    const { json } = await modelOf(fake, name, runtime).complete(REQUEST);
    assertEquals(json, { mood: "good", turns: [1, 2], reason: null });
  });

  Deno.test(`complete() tries again after a broken body of ${wire}`, async () => {
    await using fake = startFakeProviders(script({ kind: "malformed" }, { kind: "reset" }, GOOD));
    const { runtime, pausesMs } = fakeTimeRuntime();
    assertEquals((await modelOf(fake, name, runtime).complete(REQUEST)).json, GOOD.value);
    assertEquals(pausesMs.length, 2);
  });

  Deno.test(`complete() refuses redirects of ${wire}`, async () => {
    await using fake = startFakeProviders(() => ({
      kind: "redirect",
      location: "http://169.254.169.254/",
    }));
    const { runtime } = fakeTimeRuntime();
    const error = await assertRejects(
      () => modelOf(fake, name, runtime).complete(REQUEST),
      LlmError,
    );
    assertEquals([error.code, error.status, error.retryable], ["redirect_refused", 307, false]);
  });
}

Deno.test("complete() ends an attempt at its time limit and reports a timeout", async () => {
  await using fake = startFakeProviders(() => ({ kind: "hang" }));
  const { runtime } = fakeTimeRuntime({ limitMs: 60_000, timesOut: true });
  const error = await assertRejects(
    () =>
      modelOf(fake, MODELS.openai, runtime)
        .complete({ ...REQUEST, timeoutMs: 60_000, maxAttempts: 2 }),
    LlmError,
    "after 2 retries",
  );
  assertEquals([error.code, error.status, error.retryable], ["timeout", null, true]);
});

Deno.test("complete() throws the caller's own reason when aborted", async () => {
  const gate = Promise.withResolvers<void>();
  await using fake = startFakeProviders(() => {
    gate.resolve();
    return { kind: "hang" };
  });
  const { runtime } = fakeTimeRuntime();
  const caller = new AbortController();
  const call = modelOf(fake, MODELS.openai, runtime)
    .complete({ ...REQUEST, signal: caller.signal });
  await gate.promise;
  caller.abort(new RangeError("lease lost"));
  await assertRejects(() => call, RangeError, "lease lost");
});

Deno.test("complete() stays within its budget of time", async () => {
  await using fake = startFakeProviders(() => ({ kind: "status", status: 503 }));
  const { runtime, pausesMs } = fakeTimeRuntime({ limitMs: 1_400 });
  await assertRejects(
    () =>
      modelOf(fake, MODELS.openai, runtime)
        .complete({ ...REQUEST, budgetMs: 2_500, maxAttempts: 9, timeoutMs: 9_000 }),
    LlmError,
    "after 2 retries",
  );
  assertEquals(pausesMs, [1_000]);
});

Deno.test("S-148 a 429 for a spent quota is final", async () => {
  await using fake = startFakeProviders(() => ({
    kind: "status",
    status: 429,
    code: "insufficient_quota",
  }));
  const { runtime } = fakeTimeRuntime();
  const error = await assertRejects(
    () => modelOf(fake, MODELS.openai, runtime).complete(REQUEST),
    LlmError,
  );
  assertEquals([error.code, error.retryable], ["insufficient_quota", false]);
});

Deno.test("S-147 temperature is 1 for gpt-5, 0 with a seed, 0.7 otherwise", async () => {
  await using fake = startFakeProviders(() => GOOD);
  const { runtime } = fakeTimeRuntime();
  await modelOf(fake, "gpt-5-mini", runtime).complete({ ...REQUEST, seed: 4 });
  await modelOf(fake, MODELS.openai, runtime).complete({ ...REQUEST, seed: 4 });
  await modelOf(fake, MODELS.openai, runtime).complete(REQUEST);
  await modelOf(fake, "gemini/gemini-3-flash-preview", runtime).complete(REQUEST);
  const bodies = fake.questions.map((question) => question.body);
  assertEquals(bodies.slice(0, 3).map((body) => [body["temperature"], body["seed"]]), [
    [1, 4],
    [0, 4],
    [0.7, undefined],
  ]);
  assertEquals(bodies[3]?.["generationConfig"] instanceof Object, true);
  assertStringIncludes(JSON.stringify(bodies[3]), '"temperature":1');
});

Deno.test("S-160 the system text goes to Anthropic as a cached block", async () => {
  await using fake = startFakeProviders(() => GOOD);
  const { runtime } = fakeTimeRuntime();
  await modelOf(fake, MODELS.anthropic, runtime).complete(REQUEST);
  assertEquals(fake.questions[0]?.body["system"], [
    { type: "text", text: "You judge moods.", cache_control: { type: "ephemeral" } },
  ]);
});

Deno.test("complete() falls back to json_object and remembers it for the endpoint (7.4)", async () => {
  await using fake = startFakeProviders(({ body }) => {
    const format = JSON.stringify(body["response_format"] ?? "");
    return format.includes("json_schema")
      ? { kind: "status", status: 400, code: "bad", message: "response_format is not supported" }
      : GOOD;
  });
  const { runtime, pausesMs } = fakeTimeRuntime();
  const model = modelOf(fake, MODELS.openai, runtime);
  assertEquals((await model.complete(REQUEST)).json, GOOD.value);
  assertEquals((await model.complete(REQUEST)).json, GOOD.value);
  assertEquals([fake.questions.length, pausesMs.length], [3, 0]);
  assertEquals(fake.questions[2]?.body["response_format"], { type: "json_object" });
  assertStringIncludes(fake.questions[2]?.system ?? "", '"mood"');
});

Deno.test("complete() leaves out a parameter that the model does not take", async () => {
  await using fake = startFakeProviders(({ body }) =>
    "temperature" in body
      ? { kind: "status", status: 400, message: "Unsupported value: 'temperature'" }
      : GOOD
  );
  const { runtime } = fakeTimeRuntime();
  assertEquals(
    (await modelOf(fake, MODELS.openai, runtime).complete(REQUEST)).json,
    GOOD.value,
  );
});

Deno.test("complete() shows images to every provider in its form (S-159)", async () => {
  await using fake = startFakeProviders(() => GOOD);
  const { runtime } = fakeTimeRuntime();
  const messages: ChatRequest["messages"] = [{
    role: "user",
    parts: [
      { type: "text", text: "look" },
      { type: "image", source: { kind: "base64", mediaType: "image/png", data: "iVBORw==" } },
    ],
  }];
  for (const name of Object.values(MODELS)) {
    await modelOf(fake, name, runtime).complete({ ...REQUEST, messages });
  }
  assertEquals(fake.questions.map((question) => question.imageCount), [1, 1, 1]);
  const bodies = fake.questions.map((question) => JSON.stringify(question.body));
  assertStringIncludes(bodies[0] ?? "", '"url":"data:image/png;base64,iVBORw=="');
  assertStringIncludes(bodies[1] ?? "", '"media_type":"image/png","data":"iVBORw=="');
  assertStringIncludes(bodies[2] ?? "", '"inlineData":{"mimeType":"image/png","data":"iVBORw=="}');
});

Deno.test("H-214 complete() does not have a provider fetch an address that is refused", async () => {
  await using fake = startFakeProviders(() => GOOD);
  const { runtime } = fakeTimeRuntime({ refusedHosts: ["169.254.169.254"] });
  const image = (url: string) => ({
    type: "image" as const,
    source: { kind: "url" as const, url },
  });
  const parts = [image("http://2852039166/x.png"), image("https://images.example/a.png")];
  await modelOf(fake, MODELS.openai, runtime)
    .complete({ ...REQUEST, messages: [{ role: "user", parts }] });
  assertEquals(fake.questions[0]?.imageCount, 1);
  assertStringIncludes(fake.questions[0]?.prompt ?? "", "could not be shown");
});

Deno.test("a circuit opens after five outages, refuses calls, and closes by a probe", async () => {
  await using fake = startFakeProviders(() => ({ kind: "status", status: 500 }));
  const { runtime, advance } = fakeTimeRuntime();
  const model = modelOf(fake, MODELS.openai, runtime);
  const once = { ...REQUEST, maxAttempts: 1 };
  for (let i = 0; i < 5; i++) await assertRejects(() => model.complete(once), LlmError);
  const refused = await assertRejects(() => model.complete(once), LlmError);
  assertEquals([refused.code, refused.retryAfterMs, fake.questions.length], [
    "circuit_open",
    30_000,
    5,
  ]);
  advance(30_000);
  fake.setModel(() => GOOD);
  assertEquals((await model.complete(once)).json, GOOD.value);
  assertEquals((await model.complete(once)).json, GOOD.value);
});

Deno.test("complete() asks again whether the address may be contacted", async () => {
  await using fake = startFakeProviders(() => GOOD);
  const { runtime } = fakeTimeRuntime({ refusedHosts: ["127.0.0.1"] });
  const error = await assertRejects(
    () => modelOf(fake, MODELS.openai, runtime).complete(REQUEST),
    LlmError,
  );
  assertEquals([error.code, fake.questions.length], ["address_refused", 0]);
});

Deno.test("a port without a server is reported as connection_refused", async () => {
  const fake = startFakeProviders(() => GOOD);
  await fake[Symbol.asyncDispose]();
  const { runtime } = fakeTimeRuntime();
  const error = await assertRejects(
    () => modelOf(fake, MODELS.openai, runtime).complete({ ...REQUEST, maxAttempts: 1 }),
    LlmError,
  );
  assertEquals([error.code, error.retryable], ["connection_refused", true]);
});

Deno.test("Azure is called by deployment, version and api-key (7.4)", async () => {
  await using fake = startFakeProviders(() => GOOD);
  const { runtime } = fakeTimeRuntime();
  const target = resolveChatTarget("generation", {
    env: {},
    apiKeyConfig: {
      openai: {
        azure_config: { api_key: FAKE_KEY, endpoint: `${fake.url}/`, deployment_name: "my chat" },
      },
    },
  });
  if (target === null) throw new Error("no target");
  await createChatModel(target, runtime).complete(REQUEST);
  assertEquals(
    fake.questions[0]?.path,
    "/openai/deployments/my%20chat/chat/completions?api-version=2024-02-15-preview",
  );
});

Deno.test("the meter counts calls and tokens, and charges only where the provider states them", async () => {
  await using fake = startFakeProviders(script({ kind: "status", status: 500 }, GOOD));
  const { runtime } = fakeTimeRuntime();
  await modelOf(fake, "gpt-5-mini", runtime).complete(REQUEST);
  runtime.meter.addCall("openrouter", "openrouter/some/model", {
    inputTokens: 10,
    outputTokens: 5,
    cachedInputTokens: 0,
    costUsd: 0.25,
  });
  const [first, second] = runtime.meter.totals();
  assertEquals([first?.calls, first?.failures, first?.inputTokens], [1, 1, 120]);
  assertEquals([first?.costUsd, second?.costUsd], [0, 0.25]);
});
