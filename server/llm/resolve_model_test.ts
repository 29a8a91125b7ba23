import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  LlmConfigError,
  resolveChatTarget,
  resolveEmbeddingTarget,
  resolveLearnerKind,
} from "./mod.ts";
import type { ModelSettings } from "./mod.ts";
import { PROVIDER_ORDER, PROVIDERS } from "./providers.ts";

const CUSTOM = { model: "openai/qwen3", api_key: "k", api_base: "http://localhost:8000/v1/" };

function generation(settings: ModelSettings) {
  return resolveChatTarget("generation", settings);
}

Deno.test("R-070 without any key there is no model", () => {
  assertEquals(generation({ env: {} }), null);
  assertEquals(generation({ env: { OPENAI_API_KEY: "  " } }), null);
  assertEquals(resolveEmbeddingTarget({ env: { ANTHROPIC_API_KEY: "k" } }), null);
});

Deno.test("R-070 the first provider in the order with a key serves every role", () => {
  for (const [at, provider] of PROVIDER_ORDER.entries()) {
    const names = PROVIDER_ORDER.slice(at).map((later) => `${later.toUpperCase()}_API_KEY`);
    const env = Object.fromEntries(names.map((name) => [name, "key"]));
    const target = generation({ env });
    assertEquals(target?.provider, provider);
    assertEquals(target?.name, PROVIDERS[provider].defaults.generation);
    assertEquals(target?.baseUrl, PROVIDERS[provider].baseUrl);
  }
});

Deno.test("R-070 keys of the org count and go before those of the environment", () => {
  const target = generation({
    env: { ANTHROPIC_API_KEY: "from-env" },
    apiKeyConfig: { anthropic: { api_key: " from-org " } },
  });
  assertEquals(target?.apiKey, "from-org");
});

Deno.test("R-070 the org's model goes before the server's, that before the default", () => {
  const env = { OPENAI_API_KEY: "k" };
  const siteModels = { should_run: "gpt-4.1-nano" };
  const llmConfig = { should_run_model_name: "gpt-4o-mini" };
  const name = (settings: Partial<ModelSettings>) =>
    resolveChatTarget("should_run", { env, ...settings })?.name;
  assertEquals(name({ siteModels, llmConfig }), "gpt-4o-mini");
  assertEquals(name({ siteModels }), "gpt-4.1-nano");
  assertEquals(name({}), "gpt-5-nano");
});

Deno.test("R-070 vectors come from the next provider that makes them", () => {
  const env = { DEEPSEEK_API_KEY: "k", OPENAI_API_KEY: "k" };
  assertEquals(resolveEmbeddingTarget({ env })?.name, "text-embedding-3-small");
  assertEquals(resolveEmbeddingTarget({ env: { ...env, GEMINI_API_KEY: "k" } })?.wire, "gemini");
});

Deno.test("S-150 a complete custom endpoint serves every chat role but no vectors", () => {
  const settings = { env: { OPENAI_API_KEY: "k" }, apiKeyConfig: { custom_endpoint: CUSTOM } };
  for (const role of ["generation", "evaluation", "should_run", "pre_retrieval"] as const) {
    const target = resolveChatTarget(role, {
      ...settings,
      llmConfig: { generation_model_name: "claude-sonnet-4-6" },
    });
    assertEquals([target?.provider, target?.model, target?.baseUrl], [
      "custom",
      "qwen3",
      "http://localhost:8000/v1",
    ]);
  }
  assertEquals(resolveEmbeddingTarget(settings)?.provider, "openai");
  const incomplete = { custom_endpoint: { ...CUSTOM, api_key: " " } };
  assertEquals(generation({ ...settings, apiKeyConfig: incomplete })?.provider, "openai");
});

Deno.test("vectors come from the custom endpoint or a local server when named so", () => {
  const apiKeyConfig = { custom_endpoint: CUSTOM };
  const named = (name: string) =>
    resolveEmbeddingTarget({
      env: {},
      apiKeyConfig,
      llmConfig: { embedding_model_name: name },
    });
  assertEquals(named("custom/bge-m3")?.model, "bge-m3");
  assertEquals(named("ollama/nomic-embed-text")?.baseUrl, "http://127.0.0.1:11434/v1");
  assertThrows(() => named("claude-x"), LlmConfigError);
});

Deno.test("S-151 S-163 the prefix names the provider and is cut off", () => {
  const env = Object.fromEntries(
    PROVIDER_ORDER.map((provider) => [`${provider.toUpperCase()}_API_KEY`, provider]),
  );
  const cases = [
    ["openrouter/google/gemini-3-flash-preview", "openrouter", "google/gemini-3-flash-preview"],
    ["openrouter/anthropic/claude-sonnet-4.5", "openrouter", "anthropic/claude-sonnet-4.5"],
    ["gemini/gemini-2.5-pro", "gemini", "gemini-2.5-pro"],
    ["minimax/MiniMax-M2.7", "minimax", "MiniMax-M2.7"],
    ["deepseek/deepseek-chat", "deepseek", "deepseek-chat"],
    ["zai/glm-4-flash", "zai", "glm-4-flash"],
    ["moonshot/moonshot-v1-8k", "moonshot", "moonshot-v1-8k"],
    ["xai/grok-3-mini", "xai", "grok-3-mini"],
    ["dashscope/qwen-plus", "dashscope", "qwen-plus"],
    ["anthropic/claude-opus-4-5", "anthropic", "claude-opus-4-5"],
    ["claude-haiku-4-5-20251001", "anthropic", "claude-haiku-4-5-20251001"],
    ["openai/gpt-5-mini", "openai", "gpt-5-mini"],
    ["o4-mini", "openai", "o4-mini"],
  ];
  for (const [name = "", provider, model] of cases) {
    const target = generation({ env, llmConfig: { generation_model_name: name } });
    assertEquals([target?.provider, target?.model, target?.apiKey], [provider, model, provider]);
  }
});

Deno.test("S-151 a named model without a key is an error that names the variable", () => {
  const llmConfig = { generation_model_name: "xai/grok-3-mini" };
  assertThrows(() => generation({ env: {}, llmConfig }), LlmConfigError, "XAI_API_KEY");
  const azure = { generation_model_name: "azure/gpt-4.1" };
  assertThrows(() => generation({ env: {}, llmConfig: azure }), LlmConfigError, "azure_config");
});

Deno.test("dashscope takes another address from the org", () => {
  const dashscope = { api_key: "k", api_base: "https://dashscope.aliyuncs.com/compatible-mode/v1" };
  assertEquals(generation({ env: {}, apiKeyConfig: { dashscope } })?.baseUrl, dashscope.api_base);
});

Deno.test("roles without a model of their own follow a local model", () => {
  const settings: ModelSettings = {
    env: { OPENAI_API_KEY: "k" },
    llmConfig: { generation_model_name: "ollama/llama3.2" },
  };
  assertEquals(resolveChatTarget("should_run", settings)?.provider, "ollama");
  assertEquals(resolveEmbeddingTarget(settings), null);
});

Deno.test("S-165 the learner follows keys and REFLEXIO_LEARNER", () => {
  const kind = (env: ModelSettings["env"], apiKeyConfig: ModelSettings["apiKeyConfig"] = null) =>
    resolveLearnerKind({ env, apiKeyConfig }).kind;
  assertEquals(kind({}), "embedded");
  assertEquals(kind({ OPENAI_API_KEY: "k" }), "model");
  assertEquals(kind({}, { custom_endpoint: CUSTOM }), "model");
  assertEquals(kind({ OPENAI_API_KEY: "k", REFLEXIO_LEARNER: "Embedded" }), "embedded");
  assertThrows(() => kind({ REFLEXIO_LEARNER: "model" }), LlmConfigError, "OPENAI_API_KEY");
  assertThrows(() => kind({ REFLEXIO_LEARNER: "other" }), LlmConfigError, "embedded or model");
  const { reason } = resolveLearnerKind({ env: { OPENAI_API_KEY: "secret-key" } });
  assert(reason.includes("api.openai.com") && !reason.includes("secret-key"));
});
