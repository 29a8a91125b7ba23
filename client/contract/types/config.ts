import type { ExtractionPreset, StorageConfigTest } from "../constants.ts";

/** Storage in one database file. */
export interface StorageConfigSQLite {
  /** Path of the file; null: the default place. Default: `null`. */
  readonly db_path?: string | null;
}

/** Storage in hosted Postgres; `set_config` answers `success: false`. */
export interface StorageConfigSupabase {
  /** Address of the service. */
  readonly url: string;
  /** Access key; a secret. */
  readonly key: string;
  /** Address of the database; a secret. */
  readonly db_url: string;
}

/** Storage in a folder of text files. */
export interface StorageConfigDisk {
  /** Folder. */
  readonly dir_path: string;
  /** Program that searches the folder. Default: `"qmd"`. */
  readonly qmd_binary?: string;
}

/**
 * No discriminator. A candidate must validate; the one with most of its fields present wins; ties
 * go to the first in this order.
 */
export type StorageConfig = StorageConfigSQLite | StorageConfigSupabase | StorageConfigDisk;

/** Access to OpenAI by Azure. */
export interface AzureOpenAIConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
  /** Address, http or https, given back in normal form. */
  readonly endpoint: string;
  /** Version of the interface. Default: `"2024-02-15-preview"`. */
  readonly api_version?: string;
  /** Name of the deployment. Default: `null`. */
  readonly deployment_name?: string | null;
}

/** Access to OpenAI: `api_key` or `azure_config` is needed. */
export interface OpenAIConfig {
  /** Access key; a secret, masked when read back. Blank counts as none. Default: `null`. */
  readonly api_key?: string | null;
  /** Access by Azure. Default: `null`. */
  readonly azure_config?: AzureOpenAIConfig | null;
}

/** Access to Anthropic. */
export interface AnthropicConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to OpenRouter. */
export interface OpenRouterConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to Gemini. */
export interface GeminiConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to MiniMax. */
export interface MiniMaxConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to DeepSeek. */
export interface DeepSeekConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to Z.ai. */
export interface ZAIConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to Moonshot. */
export interface MoonshotConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to xAI. */
export interface XAIConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
}

/** Access to DashScope. */
export interface DashScopeConfig {
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
  /** Address, not checked. Default: `null`. */
  readonly api_base?: string | null;
}

/** OpenAI-compatible server; wins over the other providers for completions, not for embeddings. */
export interface CustomEndpointConfig {
  /** Model name. */
  readonly model: string;
  /** Access key; a secret, masked when read back. */
  readonly api_key: string;
  /** Address, http or https, given back in normal form. */
  readonly api_base: string;
}

/** Provider keys of the org, all optional. */
export interface APIKeyConfig {
  /** OpenAI-compatible server of your own. Default: `null`. */
  readonly custom_endpoint?: CustomEndpointConfig | null;
  /** OpenAI. Default: `null`. */
  readonly openai?: OpenAIConfig | null;
  /** Anthropic. Default: `null`. */
  readonly anthropic?: AnthropicConfig | null;
  /** OpenRouter. Default: `null`. */
  readonly openrouter?: OpenRouterConfig | null;
  /** Gemini. Default: `null`. */
  readonly gemini?: GeminiConfig | null;
  /** MiniMax. Default: `null`. */
  readonly minimax?: MiniMaxConfig | null;
  /** DeepSeek. Default: `null`. */
  readonly deepseek?: DeepSeekConfig | null;
  /** DashScope. Default: `null`. */
  readonly dashscope?: DashScopeConfig | null;
  /** Z.ai. Default: `null`. */
  readonly zai?: ZAIConfig | null;
  /** Moonshot. Default: `null`. */
  readonly moonshot?: MoonshotConfig | null;
  /** xAI. Default: `null`. */
  readonly xai?: XAIConfig | null;
}

/** How known playbooks are looked up when merging. */
export interface DeduplicationConfig {
  /** Least similarity of a candidate, 0 to 1. Default: `0.4`. */
  readonly search_threshold?: number;
  /** Candidates looked at, at least 1. Default: `5`. */
  readonly search_top_k?: number;
}

/** How user playbooks become agent playbooks. */
export interface PlaybookAggregatorConfig {
  /** Least user playbooks in a cluster, at least 1; below 2 nothing is aggregated. Default: `2`. */
  readonly min_cluster_size?: number;
  /** New user playbooks that start an aggregation, at least 1. Default: `2`. */
  readonly reaggregation_trigger_count?: number;
  /** Least similarity inside a cluster, 0 to 1. Default: `0.5`. */
  readonly clustering_similarity?: number;
  /** Share of words that two rules of one direction have in common, 0 to 1. Default: `0.6`. */
  readonly direction_overlap_threshold?: number;
}

/** One profile extractor. */
export interface ProfileExtractorConfig {
  /** Name of the extractor, not empty. */
  readonly extractor_name: string;
  /** What to look for, not empty; control characters are removed. */
  readonly extraction_definition_prompt: string;
  /** Further context for the learner. Default: `null`. */
  readonly context_prompt?: string | null;
  /** Which features to fill in. Default: `null`. */
  readonly metadata_definition_prompt?: string | null;
  /** When a conversation is worth reading. Default: `null`. */
  readonly should_extract_profile_prompt_override?: string | null;
  /** Sources it reads; null or empty: every source. Default: `null`. */
  readonly request_sources_enabled?: readonly string[] | null;
  /** Run only in rerun and manual runs. Default: `false`. */
  readonly manual_trigger?: boolean;
  /** Turns per window of this extractor, above 0; null: as the config says. Default: `null`. */
  readonly batch_size_override?: number | null;
  /** New turns that start this extractor, above 0; null: as the config says. Default: `null`. */
  readonly batch_interval_override?: number | null;
}

/** One playbook extractor. */
export interface UserPlaybookExtractorConfig {
  /** Name of the extractor, not empty; becomes `playbook_name` of what it learns. */
  readonly extractor_name: string;
  /** What to look for, not empty; control characters are removed. */
  readonly extraction_definition_prompt: string;
  /** Further context for the learner. Default: `null`. */
  readonly context_prompt?: string | null;
  /** Which features to fill in. Default: `null`. */
  readonly metadata_definition_prompt?: string | null;
  /** How its playbooks become agent playbooks; null: not by themselves. Default: `null`. */
  readonly aggregation_config?: PlaybookAggregatorConfig | null;
  /** How known playbooks are looked up when merging. Default: `null`. */
  readonly deduplication_config?: DeduplicationConfig | null;
  /** Sources it reads; null or empty: every source. Default: `null`. */
  readonly request_sources_enabled?: readonly string[] | null;
  /** Turns per window of this extractor, above 0; null: as the config says. Default: `null`. */
  readonly batch_size_override?: number | null;
  /** New turns that start this extractor, above 0; null: as the config says. Default: `null`. */
  readonly batch_interval_override?: number | null;
}

/** Earlier name of {@link UserPlaybookExtractorConfig}. */
export type PlaybookConfig = UserPlaybookExtractorConfig;

/** One success criterion. */
export interface AgentSuccessConfig {
  /** Name of the criterion, not empty. */
  readonly evaluation_name: string;
  /** What counts as success, not empty; control characters are removed. */
  readonly success_definition_prompt: string;
  /** Which features to fill in. Default: `null`. */
  readonly metadata_definition_prompt?: string | null;
  /** Share of sessions that are judged, 0 to 1. Default: `1.0`. */
  readonly sampling_rate?: number;
  /** Turns per window of this extractor, above 0; null: as the config says. Default: `null`. */
  readonly batch_size_override?: number | null;
  /** New turns that start this extractor, above 0; null: as the config says. Default: `null`. */
  readonly batch_interval_override?: number | null;
}

/** A tool the agent has. */
export interface ToolUseConfig {
  /** Name of the tool. */
  readonly tool_name: string;
  /** What the tool does. */
  readonly tool_description: string;
}

/** Model names that override the server defaults. */
export interface LLMConfig {
  /** Model that decides whether there is anything to learn. Default: `null`. */
  readonly should_run_model_name?: string | null;
  /** Model that learns and judges. Default: `null`. */
  readonly generation_model_name?: string | null;
  /** Model that makes vectors. Default: `null`. */
  readonly embedding_model_name?: string | null;
  /** Model that rewrites queries. Default: `null`. */
  readonly pre_retrieval_model_name?: string | null;
}

/**
 * Whole configuration of an org. set_config replaces it entirely: an omitted key goes back to its
 * default.
 */
export interface Config {
  /** Where the data lives. The key is required; null keeps the present storage. */
  readonly storage_config: StorageConfig | null;
  /** Result of the last storage check, kept as sent. Default: `0`. */
  readonly storage_config_test?: StorageConfigTest | null;
  /** The setting in which the agent works. Default: `null`. */
  readonly agent_context_prompt?: string | null;
  /** Tools the agent has. Default: `null`. */
  readonly tool_can_use?: readonly ToolUseConfig[] | null;
  /** Profile extractors; null or empty: one named `default_profile_extractor`. */
  readonly profile_extractor_configs?: readonly ProfileExtractorConfig[] | null;
  /** Playbook extractors; null or empty: one named `default_playbook_extractor`. */
  readonly user_playbook_extractor_configs?: readonly UserPlaybookExtractorConfig[] | null;
  /** Success criteria; null: sessions are not judged. Default: `null`. */
  readonly agent_success_configs?: readonly AgentSuccessConfig[] | null;
  /**
   * Named pair of `batch_size` and `batch_interval`; fills in only what is not given. Default:
   * `null`.
   */
  readonly extraction_preset?: ExtractionPreset | null;
  /** Turns per window, above 0; null counts as absent. Default: `10`. */
  readonly batch_size?: number;
  /**
   * New turns that start learning, above 0, at most `batch_size`; null counts as absent. Default:
   * `5`.
   */
  readonly batch_interval?: number;
  /** Provider keys; masked when read back. Default: `null`. */
  readonly api_key_config?: APIKeyConfig | null;
  /** Models by role; null: the defaults of the provider. Default: `null`. */
  readonly llm_config?: LLMConfig | null;
  /** Learn without asking first whether there is anything to learn. Default: `false`. */
  readonly skip_should_run_check?: boolean;
  /** Add synonyms to the text index when a record is stored. Default: `false`. */
  readonly enable_document_expansion?: boolean;
}

/** Outcome with an optional text. */
export interface SetConfigResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}
