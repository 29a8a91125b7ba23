import { LlmConfigError } from "./errors.ts";
import {
  AZURE_API_VERSION,
  baseUrlVariable,
  type KeyedProvider,
  keyVariable,
  OLLAMA_BASE_URL,
  PROVIDER_ORDER,
  PROVIDERS,
} from "./providers.ts";
import {
  type AzureOptions,
  type CustomEndpointOptions,
  filled,
  type LlmOptions,
} from "./settings.ts";
import type { ModelSettings } from "./settings.ts";
import type { ModelTarget } from "./target.ts";
import type { ModelRole } from "./types.ts";

/** Name of the org's model for a role; sessions are judged by the model that learns. */
const ROLE_OPTIONS: Readonly<Record<ModelRole, keyof LlmOptions>> = {
  generation: "generation_model_name",
  evaluation: "generation_model_name",
  should_run: "should_run_model_name",
  pre_retrieval: "pre_retrieval_model_name",
  embedding: "embedding_model_name",
};

const CUSTOM_PREFIX = "custom/";
const OLLAMA_PREFIX = "ollama/";
const AZURE_PREFIX = "azure/";

/** Key of a provider: the org's, else the environment's; null when there is none. */
function keyOf(provider: KeyedProvider, settings: ModelSettings): string | null {
  return filled(settings.apiKeyConfig?.[provider]?.api_key) ??
    filled(settings.env[keyVariable(provider)]);
}

/** Azure's settings when they are complete. */
function azureOf(settings: ModelSettings): AzureOptions | null {
  const azure = settings.apiKeyConfig?.openai?.azure_config ?? null;
  return azure !== null && filled(azure.api_key) !== null && filled(azure.endpoint) !== null
    ? azure
    : null;
}

/** The org's own server when its settings are complete. */
export function customEndpointOf(settings: ModelSettings): CustomEndpointOptions | null {
  const custom = settings.apiKeyConfig?.custom_endpoint ?? null;
  const isComplete = custom !== null && filled(custom.model) !== null &&
    filled(custom.api_key) !== null && filled(custom.api_base) !== null;
  return isComplete ? custom : null;
}

/** Providers that can be called, in the order of choice. */
export function availableProviders(settings: ModelSettings): KeyedProvider[] {
  return PROVIDER_ORDER.filter((provider) =>
    keyOf(provider, settings) !== null ||
    (provider === "openai" && azureOf(settings) !== null)
  );
}

/** Name that the org or the server gives the model of a role, null when neither does. */
function chosenName(role: ModelRole, settings: ModelSettings): string | null {
  return filled(settings.llmConfig?.[ROLE_OPTIONS[role]]) ?? filled(settings.siteModels?.[role]);
}

/** Name of the model that is called for a role, null when nothing can be called. */
function modelName(role: ModelRole, settings: ModelSettings): string | null {
  const chosen = chosenName(role, settings);
  if (chosen !== null) return chosen;
  // Who learns with a local model does not expect another role to send text away.
  const learning = chosenName("generation", settings);
  if (learning?.startsWith(OLLAMA_PREFIX)) return role === "embedding" ? null : learning;
  for (const provider of availableProviders(settings)) {
    const name = PROVIDERS[provider].defaults[role];
    if (name !== null) return name;
  }
  return null;
}

/**
 * The model that is called for completions of a role: the org's own server if it has one, else the
 * model named by the org, by the server, or the default of the first provider with a key.
 *
 * @returns The target, null when no model is configured at all.
 * @throws {LlmConfigError} If a model is named that cannot be called.
 */
export function resolveChatTarget(
  role: Exclude<ModelRole, "embedding">,
  settings: ModelSettings,
): ModelTarget | null {
  const custom = customEndpointOf(settings);
  if (custom !== null) return customTarget(custom, custom.model);
  const name = modelName(role, settings);
  return name === null ? null : targetOf(name, role, settings);
}

/**
 * The model that makes vectors. An org's own server takes part only when asked by the name
 * `custom/<model>`; `ollama/<model>` is a local one.
 *
 * @returns The target, null when there is none: then the built-in vectors serve.
 * @throws {LlmConfigError} If a model is named that cannot be called or makes no vectors.
 */
export function resolveEmbeddingTarget(settings: ModelSettings): ModelTarget | null {
  const name = modelName("embedding", settings);
  if (name === null) return null;
  const custom = customEndpointOf(settings);
  if (custom !== null && name.startsWith(CUSTOM_PREFIX)) {
    return { ...customTarget(custom, name.slice(CUSTOM_PREFIX.length)), name };
  }
  const target = targetOf(name, "embedding", settings);
  if (target.wire !== "anthropic") return target;
  throw new LlmConfigError(
    `Cannot make vectors with ${name}: anthropic has no embedding model, name one of openai or gemini`,
  );
}

function customTarget(custom: CustomEndpointOptions, model: string): ModelTarget {
  const base = withoutEndSlash(custom.api_base.trim()).replace(/\/chat\/completions$/, "");
  return {
    provider: "custom",
    wire: "openai",
    name: model,
    model: model.trim().replace(/^openai\//, ""),
    baseUrl: base,
    apiKey: custom.api_key?.trim() ?? "",
    apiVersion: "",
    structure: "json_schema",
  };
}

/** The target of a model name. */
function targetOf(name: string, role: ModelRole, settings: ModelSettings): ModelTarget {
  if (name.startsWith(OLLAMA_PREFIX)) return ollamaTarget(name, settings);
  const azure = azureOf(settings);
  if (name.startsWith(AZURE_PREFIX)) {
    if (azure !== null) return azureTarget(azure, name, role);
    throw new LlmConfigError(`Cannot call ${name}: set api_key_config.openai.azure_config`);
  }
  const provider = providerOf(name);
  const key = keyOf(provider, settings);
  if (key === null && provider === "openai" && azure !== null) {
    return azureTarget(azure, name, role);
  }
  if (key === null) {
    throw new LlmConfigError(
      `Cannot call ${name}: no key for ${provider}, set ${
        keyVariable(provider)
      } or api_key_config.${provider}`,
    );
  }
  const facts = PROVIDERS[provider];
  return {
    provider,
    wire: facts.wire,
    name,
    model: facts.prefix !== null && name.startsWith(facts.prefix)
      ? name.slice(facts.prefix.length)
      : name,
    baseUrl: baseUrlOf(provider, settings),
    apiKey: key,
    apiVersion: "",
    structure: facts.structure,
  };
}

/** Who runs a model of this name. */
function providerOf(name: string): KeyedProvider {
  const byPrefix = PROVIDER_ORDER.find((provider) => {
    const { prefix } = PROVIDERS[provider];
    return prefix !== null && name.startsWith(prefix);
  });
  if (byPrefix !== undefined) return byPrefix;
  return /claude|anthropic/.test(name) ? "anthropic" : "openai";
}

function baseUrlOf(provider: KeyedProvider, settings: ModelSettings): string {
  const ofOrg = provider === "dashscope"
    ? filled(settings.apiKeyConfig?.dashscope?.api_base)
    : null;
  const ofServer = filled(settings.env[baseUrlVariable(provider)]);
  return withoutEndSlash(ofOrg ?? ofServer ?? PROVIDERS[provider].baseUrl);
}

function ollamaTarget(name: string, settings: ModelSettings): ModelTarget {
  return {
    provider: "ollama",
    wire: "openai",
    name,
    model: name.slice(OLLAMA_PREFIX.length),
    baseUrl: withoutEndSlash(filled(settings.env[baseUrlVariable("ollama")]) ?? OLLAMA_BASE_URL),
    apiKey: "",
    apiVersion: "",
    structure: "json_schema",
  };
}

function azureTarget(azure: AzureOptions, name: string, role: ModelRole): ModelTarget {
  const model = name.replace(/^(?:azure|openai)\//, "");
  // The configured deployment is one for chat; vectors come from one named like their model.
  const deployment = role === "embedding" ? null : filled(azure.deployment_name);
  return {
    provider: "azure",
    wire: "azure",
    name,
    model: deployment ?? model,
    baseUrl: withoutEndSlash(azure.endpoint.trim()),
    apiKey: azure.api_key?.trim() ?? "",
    apiVersion: filled(azure.api_version) ?? AZURE_API_VERSION,
    structure: "json_schema",
  };
}

function withoutEndSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
