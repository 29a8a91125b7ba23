import type { ExtractionPreset } from "./types/mod.ts";

/** Version of the agent where neither the caller nor the server names one. */
export const DEFAULT_AGENT_VERSION = "agent-v0";

/** Expiry of a profile that never expires: 2100-01-01, Unix seconds, UTC. */
export const NEVER_EXPIRES_TIMESTAMP = 4_102_444_800;

/** Numbers in an embedding. */
export const EMBEDDING_DIMENSIONS = 512;

/** Turns per window where the config says nothing. */
export const DEFAULT_BATCH_SIZE = 10;

/** New turns that start learning where the config says nothing. */
export const DEFAULT_BATCH_INTERVAL = 5;

/** Org of every call on a server without keys. */
export const DEFAULT_ORG_ID = "self-host-org";

/** Most records of one list; a larger size counts as this one. */
export const MAX_LIST_SIZE = 10_000;

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

/** Heading lines of the three sections of a context text, by the list they show. */
export const CONTEXT_HEADINGS: {
  readonly agent_playbooks: "**Behavioral Guidelines:**";
  readonly user_playbooks: "**User Playbooks:**";
  readonly profiles: "**User Context:**";
} = {
  agent_playbooks: "**Behavioral Guidelines:**",
  user_playbooks: "**User Playbooks:**",
  profiles: "**User Context:**",
};

/** First line of a system message that carries a context text; the adapters put it there. */
export const CONTEXT_MARKER =
  "Learned by Reflexio from earlier conversations (background knowledge, not a request):";

/**
 * Whether `text` holds a context text of this system: the marker, or a section heading on a line of
 * its own that is followed by a bullet.
 *
 * @param text Any text, such as one turn of a conversation.
 */
export function isContextText(text: string): boolean {
  return text.includes(CONTEXT_MARKER) ||
    Object.values(CONTEXT_HEADINGS).some((heading) =>
      text.startsWith(`${heading}\n- `) || text.includes(`\n${heading}\n- `)
    );
}
