import type { ModelRole } from "./types.ts";

/** A provider that needs a key only. */
export interface KeyOptions {
  /** Access key; blank counts as none. */
  readonly api_key?: string | null;
}

/** Azure. */
export interface AzureOptions extends KeyOptions {
  /** Base address of the resource. */
  readonly endpoint: string;
  /** Version of the interface. @default "2024-02-15-preview" */
  readonly api_version?: string | null;
  /** Deployment for chat; null: the name of the model. */
  readonly deployment_name?: string | null;
}

/** A compatible server. */
export interface CustomEndpointOptions extends KeyOptions {
  /** Name of the model there. */
  readonly model: string;
  /** Base address. */
  readonly api_base: string;
}

/** Keys of an org by provider. */
export interface ApiKeyOptions {
  /** Server that takes over every completion. */
  readonly custom_endpoint?: CustomEndpointOptions | null;
  /** OpenAI, directly or by Azure. */
  readonly openai?: (KeyOptions & { readonly azure_config?: AzureOptions | null }) | null;
  /** Anthropic. */
  readonly anthropic?: KeyOptions | null;
  /** Gemini. */
  readonly gemini?: KeyOptions | null;
  /** OpenRouter. */
  readonly openrouter?: KeyOptions | null;
  /** DeepSeek. */
  readonly deepseek?: KeyOptions | null;
  /** MiniMax. */
  readonly minimax?: KeyOptions | null;
  /** DashScope, with another address for the mainland. */
  readonly dashscope?: (KeyOptions & { readonly api_base?: string | null }) | null;
  /** xAI. */
  readonly xai?: KeyOptions | null;
  /** Moonshot. */
  readonly moonshot?: KeyOptions | null;
  /** Z.ai. */
  readonly zai?: KeyOptions | null;
}

/** Model names of an org by role. */
export interface LlmOptions {
  /** Decides whether there is anything to learn. */
  readonly should_run_model_name?: string | null;
  /** Learns and judges. */
  readonly generation_model_name?: string | null;
  /** Makes vectors. */
  readonly embedding_model_name?: string | null;
  /** Rewrites queries. */
  readonly pre_retrieval_model_name?: string | null;
}

/** Everything that decides which model is called. */
export interface ModelSettings {
  /** Keys of the org. */
  readonly apiKeyConfig?: ApiKeyOptions | null;
  /** Models of the org. */
  readonly llmConfig?: LlmOptions | null;
  /**
   * Environment: `<PROVIDER>_API_KEY`, `<PROVIDER>_BASE_URL` (another address for a provider, such
   * as a gateway), `REFLEXIO_LEARNER`, `REFLEXIO_LLM_SEED`.
   */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Models of the server by role, used where the org names none. */
  readonly siteModels?: Readonly<Partial<Record<ModelRole, string>>>;
}

/** A text without blanks around it, null when nothing is left. */
export function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
