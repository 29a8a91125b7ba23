import { assertEquals, assertStringIncludes } from "@std/assert";
import { type FakeModel, startFakeProviders } from "../support/fake_providers.ts";
import { startApi } from "./api_server.ts";

/** Configures an embedding model whose vectors have this length; gives the answer and what is kept. */
async function configure(model: FakeModel) {
  await using fake = startFakeProviders(model);
  const env: Readonly<Record<string, string | undefined>> = { ...fake.env };
  await using api = await startApi({ env: (name) => env[name] });
  const answer = await api.ask("set_config", {
    storage_config: null,
    llm_config: { embedding_model_name: "text-embedding-3-small" },
  });
  const { llm_config: kept } = await api.ask("get_config", null);
  return { answer, kept: kept?.embedding_model_name ?? null };
}

Deno.test("set_config refuses an embedding model whose vectors are too short", async () => {
  const { answer, kept } = await configure(() => ({ kind: "vectors", length: 384 }));
  assertEquals([answer.success, kept], [false, null]);
  assertStringIncludes(`${answer.msg}`, "less than 512 numbers");
});

Deno.test("set_config takes an embedding model that fits, and one that cannot be asked now", async () => {
  const fitting = await configure(() => ({ kind: "vectors", length: 512 }));
  assertEquals([fitting.answer.success, fitting.kept], [true, "text-embedding-3-small"]);
  const silent = await configure(() => ({ kind: "status", status: 403 }));
  assertEquals([silent.answer.success, silent.kept], [true, "text-embedding-3-small"]);
});
