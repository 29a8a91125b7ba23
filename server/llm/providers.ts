import type { StructureMode } from "./endpoint_quirks.ts";
import type { WireKind } from "./target.ts";
import type { ModelRole, ProviderName } from "./types.ts";

/** Providers that are known by name and need a key. */
export type KeyedProvider = Exclude<ProviderName, "azure" | "custom" | "ollama">;

/** What is known of a provider. */
export interface ProviderFacts {
  /** Wire form. */
  readonly wire: WireKind;
  /** Address without a slash at its end. */
  readonly baseUrl: string;
  /** How it is first told the form of an answer. */
  readonly structure: StructureMode;
  /** Start of its model names, null when they have none. */
  readonly prefix: string | null;
  /** Model of each role where nobody names one; null: none for that role. */
  readonly defaults: Readonly<Record<ModelRole, string | null>>;
}

function defaults(
  large: string,
  small: string,
  embedding: string | null = null,
): ProviderFacts["defaults"] {
  return {
    generation: large,
    evaluation: large,
    should_run: small,
    pre_retrieval: small,
    embedding,
  };
}

/** A provider in OpenAI's likeness. */
function compatible(
  baseUrl: string,
  prefix: string,
  structure: StructureMode,
  models: readonly [large: string, small?: string],
): ProviderFacts {
  const [large, small = large] = models;
  return { wire: "openai", baseUrl, structure, prefix, defaults: defaults(large, small) };
}

/** All providers with a key, in the order in which one is chosen when several have one. */
export const PROVIDERS: Readonly<Record<KeyedProvider, ProviderFacts>> = {
  anthropic: {
    wire: "anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    structure: "json_schema",
    prefix: "anthropic/",
    defaults: defaults("claude-sonnet-4-6", "claude-haiku-4-5-20251001"),
  },
  gemini: {
    wire: "gemini",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta",
    structure: "json_schema",
    prefix: "gemini/",
    defaults: defaults(
      "gemini/gemini-3-flash-preview",
      "gemini/gemini-3-flash-preview",
      "gemini/text-embedding-004",
    ),
  },
  openrouter: compatible("https://openrouter.ai/api/v1", "openrouter/", "json_schema", [
    "openrouter/google/gemini-3-flash-preview",
  ]),
  deepseek: compatible("https://api.deepseek.com/v1", "deepseek/", "json_object", [
    "deepseek/deepseek-chat",
  ]),
  minimax: compatible("https://api.minimax.io/v1", "minimax/", "json_object", [
    "minimax/MiniMax-M2.7",
  ]),
  dashscope: compatible(
    "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
    "dashscope/",
    "json_object",
    ["dashscope/qwen-plus", "dashscope/qwen-turbo"],
  ),
  xai: compatible("https://api.x.ai/v1", "xai/", "json_schema", ["xai/grok-3-mini"]),
  moonshot: compatible("https://api.moonshot.ai/v1", "moonshot/", "json_object", [
    "moonshot/moonshot-v1-8k",
  ]),
  zai: compatible("https://api.z.ai/api/paas/v4", "zai/", "json_object", ["zai/glm-4-flash"]),
  openai: {
    wire: "openai",
    baseUrl: "https://api.openai.com/v1",
    structure: "json_schema",
    prefix: "openai/",
    defaults: defaults("gpt-5-mini", "gpt-5-nano", "text-embedding-3-small"),
  },
};

/** The providers in the order of choice. */
export const PROVIDER_ORDER: readonly KeyedProvider[] = [
  "anthropic",
  "gemini",
  "openrouter",
  "deepseek",
  "minimax",
  "dashscope",
  "xai",
  "moonshot",
  "zai",
  "openai",
];

/** Address of an Ollama server where `OLLAMA_BASE_URL` names none. */
export const OLLAMA_BASE_URL = "http://127.0.0.1:11434/v1";

/** Version of Azure's interface where the settings name none. */
export const AZURE_API_VERSION = "2024-02-15-preview";

/** Name of the variable that holds a provider's key. */
export function keyVariable(provider: KeyedProvider): string {
  return `${provider.toUpperCase()}_API_KEY`;
}

/** Name of the variable that gives a provider another address. */
export function baseUrlVariable(provider: KeyedProvider | "ollama"): string {
  return `${provider.toUpperCase()}_BASE_URL`;
}
