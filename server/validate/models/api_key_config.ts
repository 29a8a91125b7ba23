import type {
  AnthropicConfig,
  APIKeyConfig,
  AzureOpenAIConfig,
  CustomEndpointConfig,
  DashScopeConfig,
  DeepSeekConfig,
  GeminiConfig,
  MiniMaxConfig,
  MoonshotConfig,
  OpenAIConfig,
  OpenRouterConfig,
  XAIConfig,
  ZAIConfig,
} from "../../../client/contract/mod.ts";
import { nullable } from "../containers.ts";
import { object, optional, required } from "../object.ts";
import { INVALID, scalar, type Schema } from "../schema.ts";
import { nonEmptyText, text, trimText } from "../text.ts";
import { serviceUrl } from "../url.ts";

const customEndpointConfig = object<CustomEndpointConfig>("CustomEndpointConfig", {
  model: required(nonEmptyText),
  api_key: required(nonEmptyText),
  api_base: required(serviceUrl),
});

const azureOpenAiConfig = object<AzureOpenAIConfig>("AzureOpenAIConfig", {
  api_key: required(nonEmptyText),
  endpoint: required(serviceUrl),
  api_version: optional(text, "2024-02-15-preview"),
  deployment_name: optional(nullable(text), null),
});

/** A key that counts as none when it is blank; otherwise it is kept as sent. */
const blankableKey: Schema<string | null> = scalar<string | null>(
  { type: ["string", "null"] },
  (input, run) => {
    if (input === null) return null;
    const value = text.parse(input, run);
    return value !== INVALID && trimText(value) === "" ? null : value;
  },
);

const openAiConfig = object<OpenAIConfig>("OpenAIConfig", {
  api_key: optional(blankableKey, null),
  azure_config: optional(nullable(azureOpenAiConfig), null),
}, {
  check: ({ api_key, azure_config }) =>
    api_key === null && azure_config === null ? "needs api_key or azure_config" : null,
});

const dashScopeConfig = object<DashScopeConfig>("DashScopeConfig", {
  api_key: required(nonEmptyText),
  api_base: optional(nullable(text), null),
});

/** The one field of a provider that needs nothing else. */
const keyOnly = { api_key: required(nonEmptyText) };

/** Provider keys of an org. */
export const apiKeyConfig = object<APIKeyConfig>("APIKeyConfig", {
  custom_endpoint: optional(nullable(customEndpointConfig), null),
  openai: optional(nullable(openAiConfig), null),
  anthropic: optional(nullable(object<AnthropicConfig>("AnthropicConfig", keyOnly)), null),
  openrouter: optional(nullable(object<OpenRouterConfig>("OpenRouterConfig", keyOnly)), null),
  gemini: optional(nullable(object<GeminiConfig>("GeminiConfig", keyOnly)), null),
  minimax: optional(nullable(object<MiniMaxConfig>("MiniMaxConfig", keyOnly)), null),
  deepseek: optional(nullable(object<DeepSeekConfig>("DeepSeekConfig", keyOnly)), null),
  dashscope: optional(nullable(dashScopeConfig), null),
  zai: optional(nullable(object<ZAIConfig>("ZAIConfig", keyOnly)), null),
  moonshot: optional(nullable(object<MoonshotConfig>("MoonshotConfig", keyOnly)), null),
  xai: optional(nullable(object<XAIConfig>("XAIConfig", keyOnly)), null),
});
