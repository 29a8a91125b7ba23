/** Named pair (batch_size, batch_interval): quick_chat (5, 3), standard (10, 5), long_form (25, 10), high_volume (15, 8). */
export type ExtractionPreset = "quick_chat" | "standard" | "long_form" | "high_volume";

/** The values of {@link ExtractionPreset} by name. */
export const ExtractionPreset: {
  readonly QUICK_CHAT: "quick_chat";
  readonly STANDARD: "standard";
  readonly LONG_FORM: "long_form";
  readonly HIGH_VOLUME: "high_volume";
} = {
  QUICK_CHAT: "quick_chat",
  STANDARD: "standard",
  LONG_FORM: "long_form",
  HIGH_VOLUME: "high_volume",
};

/** Result of the last storage check: 0 unknown, 1 incomplete, 2 failed, 3 succeeded. Value 2 makes whoami report storage_configured=false. */
export type StorageConfigTest = 0 | 1 | 2 | 3;

/** One database file. */
export interface StorageConfigSQLite {
  /** Null = server default path. Default: `null`. */
  readonly db_path?: string | null;
}

/** Hosted Postgres. The open server cannot use it: set_config answers success=false. */
export interface StorageConfigSupabase {
  /** `url`. */
  readonly url: string;
  /** `key`. */
  readonly key: string;
  /** `db_url`. */
  readonly db_url: string;
}

/** Folder of text files. */
export interface StorageConfigDisk {
  /** `dir_path`. */
  readonly dir_path: string;
  /** Default: `"qmd"`. */
  readonly qmd_binary?: string;
}

/** No discriminator. A candidate must validate; the one with most of its fields present wins; ties go to the first in this order. */
export type StorageConfig = StorageConfigSQLite | StorageConfigSupabase | StorageConfigDisk;

/** Azure access. */
export interface AzureOpenAIConfig {
  /** `api_key`. */
  readonly api_key: string;
  /** http or https; normalised (lower-case host, "/" added when the path is empty). */
  readonly endpoint: string;
  /** Default: `"2024-02-15-preview"`. */
  readonly api_version?: string;
  /** Default: `null`. */
  readonly deployment_name?: string | null;
}

/** api_key (blank counts as null) or azure_config is needed. */
export interface OpenAIConfig {
  /** Default: `null`. */
  readonly api_key?: string | null;
  /** Default: `null`. */
  readonly azure_config?: AzureOpenAIConfig | null;
}

/** Provider access. */
export interface AnthropicConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface OpenRouterConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface GeminiConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface MiniMaxConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface DeepSeekConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface ZAIConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface MoonshotConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface XAIConfig {
  /** `api_key`. */
  readonly api_key: string;
}

/** Provider access. */
export interface DashScopeConfig {
  /** `api_key`. */
  readonly api_key: string;
  /** Not URL-checked. Default: `null`. */
  readonly api_base?: string | null;
}

/** OpenAI-compatible server; wins over the other providers for completions, not for embeddings. */
export interface CustomEndpointConfig {
  /** `model`. */
  readonly model: string;
  /** `api_key`. */
  readonly api_key: string;
  /** http or https; normalised (lower-case host, "/" added when the path is empty). */
  readonly api_base: string;
}

/** Provider keys of the org. All optional. */
export interface APIKeyConfig {
  /** Default: `null`. */
  readonly custom_endpoint?: CustomEndpointConfig | null;
  /** Default: `null`. */
  readonly openai?: OpenAIConfig | null;
  /** Default: `null`. */
  readonly anthropic?: AnthropicConfig | null;
  /** Default: `null`. */
  readonly openrouter?: OpenRouterConfig | null;
  /** Default: `null`. */
  readonly gemini?: GeminiConfig | null;
  /** Default: `null`. */
  readonly minimax?: MiniMaxConfig | null;
  /** Default: `null`. */
  readonly deepseek?: DeepSeekConfig | null;
  /** Default: `null`. */
  readonly dashscope?: DashScopeConfig | null;
  /** Default: `null`. */
  readonly zai?: ZAIConfig | null;
  /** Default: `null`. */
  readonly moonshot?: MoonshotConfig | null;
  /** Default: `null`. */
  readonly xai?: XAIConfig | null;
}

/** How known playbooks are looked up when merging. */
export interface DeduplicationConfig {
  /** Default: `0.4`. */
  readonly search_threshold?: number;
  /** Default: `5`. */
  readonly search_top_k?: number;
}

/** How user playbooks become agent playbooks. */
export interface PlaybookAggregatorConfig {
  /** Default: `2`. */
  readonly min_cluster_size?: number;
  /** Default: `2`. */
  readonly reaggregation_trigger_count?: number;
  /** Default: `0.5`. */
  readonly clustering_similarity?: number;
  /** Default: `0.6`. */
  readonly direction_overlap_threshold?: number;
}

/** One profile extractor. */
export interface ProfileExtractorConfig {
  /** `extractor_name`. */
  readonly extractor_name: string;
  /** `extraction_definition_prompt`. */
  readonly extraction_definition_prompt: string;
  /** Default: `null`. */
  readonly context_prompt?: string | null;
  /** Default: `null`. */
  readonly metadata_definition_prompt?: string | null;
  /** Default: `null`. */
  readonly should_extract_profile_prompt_override?: string | null;
  /** Null or empty: every source. Default: `null`. */
  readonly request_sources_enabled?: readonly string[] | null;
  /** Run only in rerun and manual runs. Default: `false`. */
  readonly manual_trigger?: boolean;
  /** Default: `null`. */
  readonly batch_size_override?: number | null;
  /** Default: `null`. */
  readonly batch_interval_override?: number | null;
}

/** One playbook extractor. */
export interface UserPlaybookExtractorConfig {
  /** Becomes playbook_name of what it learns. */
  readonly extractor_name: string;
  /** `extraction_definition_prompt`. */
  readonly extraction_definition_prompt: string;
  /** Default: `null`. */
  readonly context_prompt?: string | null;
  /** Default: `null`. */
  readonly metadata_definition_prompt?: string | null;
  /** Null: never aggregated automatically. Default: `null`. */
  readonly aggregation_config?: PlaybookAggregatorConfig | null;
  /** Default: `null`. */
  readonly deduplication_config?: DeduplicationConfig | null;
  /** Default: `null`. */
  readonly request_sources_enabled?: readonly string[] | null;
  /** Default: `null`. */
  readonly batch_size_override?: number | null;
  /** Default: `null`. */
  readonly batch_interval_override?: number | null;
}

/** One success criterion. */
export interface AgentSuccessConfig {
  /** `evaluation_name`. */
  readonly evaluation_name: string;
  /** `success_definition_prompt`. */
  readonly success_definition_prompt: string;
  /** Default: `null`. */
  readonly metadata_definition_prompt?: string | null;
  /** Default: `1.0`. */
  readonly sampling_rate?: number;
  /** Default: `null`. */
  readonly batch_size_override?: number | null;
  /** Default: `null`. */
  readonly batch_interval_override?: number | null;
}

/** A tool the agent has. */
export interface ToolUseConfig {
  /** `tool_name`. */
  readonly tool_name: string;
  /** `tool_description`. */
  readonly tool_description: string;
}

/** Model names that override the server defaults. */
export interface LLMConfig {
  /** Default: `null`. */
  readonly should_run_model_name?: string | null;
  /** Default: `null`. */
  readonly generation_model_name?: string | null;
  /** Default: `null`. */
  readonly embedding_model_name?: string | null;
  /** Default: `null`. */
  readonly pre_retrieval_model_name?: string | null;
}

/** Whole configuration of an org. set_config replaces it entirely: an omitted key goes back to its default. */
export interface Config {
  /** Key required; null keeps the current storage. */
  readonly storage_config: StorageConfig | null;
  /** Default: `0`. */
  readonly storage_config_test?: StorageConfigTest | null;
  /** Default: `null`. */
  readonly agent_context_prompt?: string | null;
  /** Default: `null`. */
  readonly tool_can_use?: readonly ToolUseConfig[] | null;
  /** Null, empty or absent: replaced by the default list (one extractor named default_profile_extractor). Default: one extractor named default_profile_extractor with a prompt of the server's own wording. */
  readonly profile_extractor_configs?: readonly ProfileExtractorConfig[] | null;
  /** Null, empty or absent: replaced by the default list (one extractor named default_playbook_extractor). Default: one extractor named default_playbook_extractor with a prompt of the server's own wording. */
  readonly user_playbook_extractor_configs?: readonly UserPlaybookExtractorConfig[] | null;
  /** Default: `null`. */
  readonly agent_success_configs?: readonly AgentSuccessConfig[] | null;
  /** Default: `null`. */
  readonly extraction_preset?: ExtractionPreset | null;
  /** Turns per window. Null counts as absent. Default: `10`. */
  readonly batch_size?: number;
  /** New turns that trigger learning. Null counts as absent. Must not exceed batch_size. Default: `5`. */
  readonly batch_interval?: number;
  /** Returned in clear by get_config. Default: `null`. */
  readonly api_key_config?: APIKeyConfig | null;
  /** Default: `null`. */
  readonly llm_config?: LLMConfig | null;
  /** Default: `false`. */
  readonly skip_should_run_check?: boolean;
  /** Default: `false`. */
  readonly enable_document_expansion?: boolean;
}

/** Outcome with an optional text. */
export interface SetConfigResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
}
