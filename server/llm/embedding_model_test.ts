import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import {
  FAKE_KEY,
  type FakeModel,
  startFakeProviders,
} from "../../tests/support/fake_providers.ts";
import { fakeTimeRuntime } from "../../tests/support/llm_runtime.ts";
import { createEmbeddingModel, LlmError, resolveEmbeddingTarget } from "./mod.ts";
import type { EmbeddingModel, ModelSettings } from "./mod.ts";

const VECTORS: FakeModel = () => ({ kind: "vectors", length: 512 });

function embedder(settings: ModelSettings, runtime = fakeTimeRuntime().runtime): EmbeddingModel {
  const target = resolveEmbeddingTarget(settings);
  if (target === null) throw new Error("no target");
  return createEmbeddingModel(target, runtime);
}

function lengthOf(vector: Float32Array | undefined): number {
  return Math.sqrt((vector ?? new Float32Array()).reduce((sum, value) => sum + value * value, 0));
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return [...a ?? []].reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);
}

const NAMES = { openai: "text-embedding-3-small", gemini: "gemini/text-embedding-004" };

for (const [wire, name] of Object.entries(NAMES)) {
  Deno.test(`S-152 R-041 ${wire}: 512 numbers of length 1, in order, with the prefixes`, async () => {
    await using fake = startFakeProviders(VECTORS);
    const model = embedder({ env: fake.env, llmConfig: { embedding_model_name: name } });
    const [tea, boat] = await model.embed(["tea", "boat"], "document");
    const [query] = await model.embed(["boat"], "query");
    assertEquals([tea?.length, boat?.length], [512, 512]);
    assertAlmostEquals(lengthOf(tea), 1, 1e-6);
    assert(cosine(boat, query) > cosine(tea, query));
    const bodies = fake.questions.map((question) => JSON.stringify(question.body));
    assert(bodies[0]?.includes("search_document: boat") && bodies[0].includes("512"));
    assert(bodies[1]?.includes("search_query: boat"));
  });

  Deno.test(`S-148 ${wire}: a busy embedding endpoint is tried again`, async () => {
    let calls = 0;
    await using fake = startFakeProviders(() =>
      calls++ === 0
        ? { kind: "status", status: 429, code: "RATE" }
        : { kind: "vectors", length: 512 }
    );
    const model = embedder({ env: fake.env, llmConfig: { embedding_model_name: name } });
    assertEquals((await model.embed(["a"], "query")).length, 1);
  });
}

Deno.test("S-149 a final failure names one or many texts", async () => {
  await using fake = startFakeProviders(() => ({ kind: "status", status: 403 }));
  const model = embedder({ env: { ...fake.env, GEMINI_API_KEY: "" } });
  await assertRejects(() => model.embed(["a"], "query"), LlmError, "Embedding generation failed: ");
  await assertRejects(
    () => model.embed(["a", "b"], "query"),
    LlmError,
    "Batch embedding generation failed: ",
  );
});

Deno.test("S-153 a text of 100 kB is cut to 8,000 estimated tokens", async () => {
  await using fake = startFakeProviders(VECTORS);
  const model = embedder({ env: { ...fake.env, GEMINI_API_KEY: "" } });
  await model.embed(["word ".repeat(20_000), "漢".repeat(30_000)], "document");
  const input = fake.questions[0]?.body["input"];
  const sizes = Array.isArray(input)
    ? input.map((text) => new TextEncoder().encode(String(text)).length)
    : [];
  assertEquals(sizes.map((size) => size <= 24_000 && size > 23_900), [true, true]);
});

Deno.test("embed() splits long lists into several requests and keeps the order", async () => {
  await using fake = startFakeProviders(VECTORS);
  const model = embedder({ env: fake.env });
  const texts = Array.from({ length: 250 }, (_, i) => "ab".repeat(i + 1));
  const all = await model.embed(texts, "document");
  const [last] = await model.embed(texts.slice(-1), "document");
  assertEquals([all.length, fake.questions.length], [250, 4]);
  assertEquals(all.at(-1), last);
});

Deno.test("embed() cuts longer vectors and refuses shorter ones", async () => {
  await using fake = startFakeProviders(() => ({ kind: "vectors", length: 1_024 }));
  const settings = { env: { OLLAMA_BASE_URL: `${fake.url}/v1` } };
  const { runtime } = fakeTimeRuntime();
  const target = resolveEmbeddingTarget({
    ...settings,
    llmConfig: { embedding_model_name: "ollama/nomic-embed-text" },
  });
  if (target === null) throw new Error("no target");
  const model = createEmbeddingModel({ ...target, apiKey: FAKE_KEY }, runtime);
  const [vector] = await model.embed(["long"], "document");
  assertEquals(vector?.length, 512);
  fake.setModel(() => ({ kind: "vectors", length: 384 }));
  const error = await assertRejects(() => model.embed(["short"], "document"), LlmError);
  assertEquals([error.code, error.retryable], ["vector_too_short", false]);
});

Deno.test("embed() leaves out dimensions where the model does not take them", async () => {
  await using fake = startFakeProviders(({ body }) =>
    "dimensions" in body
      ? { kind: "status", status: 400, message: "This model does not support dimensions." }
      : { kind: "vectors", length: 1_536 }
  );
  const model = embedder({
    env: { ...fake.env, GEMINI_API_KEY: "" },
    llmConfig: { embedding_model_name: "text-embedding-ada-002" },
  });
  assertEquals((await model.embed(["a"], "query"))[0]?.length, 512);
});
