import type { ExtractionPreset } from "./constants.ts";

/** What each {@link ExtractionPreset} stands for. */
export const EXTRACTION_PRESETS: {
  readonly [P in ExtractionPreset]: {
    readonly batch_size: number;
    readonly batch_interval: number;
  };
} = {
  quick_chat: { batch_size: 5, batch_interval: 3 },
  standard: { batch_size: 10, batch_interval: 5 },
  long_form: { batch_size: 25, batch_interval: 10 },
  high_volume: { batch_size: 15, batch_interval: 8 },
};

/** Names of config keys of earlier and later releases, each with the name it stands for. */
export const CONFIG_KEY_ALIASES: {
  readonly [Model in ConfigModelName]: Readonly<Record<string, string>>;
} = {
  Config: {
    extraction_window_size: "batch_size",
    window_size: "batch_size",
    extraction_window_stride: "batch_interval",
    stride_size: "batch_interval",
    playbook_configs: "user_playbook_extractor_configs",
    agent_feedback_configs: "user_playbook_extractor_configs",
  },
  ProfileExtractorConfig: {
    profile_content_definition_prompt: "extraction_definition_prompt",
    extraction_window_size_override: "batch_size_override",
    window_size_override: "batch_size_override",
    extraction_window_stride_override: "batch_interval_override",
    stride_size_override: "batch_interval_override",
  },
  UserPlaybookExtractorConfig: {
    feedback_definition_prompt: "extraction_definition_prompt",
    playbook_definition_prompt: "extraction_definition_prompt",
    feedback_aggregator_config: "aggregation_config",
    playbook_aggregator_config: "aggregation_config",
    playbook_name: "extractor_name",
    feedback_name: "extractor_name",
    extraction_window_size_override: "batch_size_override",
    window_size_override: "batch_size_override",
    extraction_window_stride_override: "batch_interval_override",
    stride_size_override: "batch_interval_override",
  },
  AgentSuccessConfig: {
    extraction_window_size_override: "batch_size_override",
    window_size_override: "batch_size_override",
    extraction_window_stride_override: "batch_interval_override",
    stride_size_override: "batch_interval_override",
  },
  PlaybookAggregatorConfig: {
    min_feedback_threshold: "min_cluster_size",
    refresh_count: "reaggregation_trigger_count",
    similarity_threshold: "clustering_similarity",
  },
};

/** Parts of the configuration that have key aliases. */
export type ConfigModelName =
  | "Config"
  | "ProfileExtractorConfig"
  | "UserPlaybookExtractorConfig"
  | "AgentSuccessConfig"
  | "PlaybookAggregatorConfig";
