import {
  type AgentSuccessConfig,
  type Config,
  CONFIG_KEY_ALIASES,
  type DeduplicationConfig,
  DEFAULT_BATCH_INTERVAL,
  DEFAULT_BATCH_SIZE,
  EXTRACTION_PRESETS,
  ExtractionPreset,
  type LLMConfig,
  type PlaybookAggregatorConfig,
  type ProfileExtractorConfig,
  type SetConfigResponse,
  StorageConfigTest,
  type ToolUseConfig,
  type UserPlaybookExtractorConfig,
} from "../../../client/contract/mod.ts";
import { list, nullable } from "../containers.ts";
import { boolean, integer, number, oneOfIntegers } from "../numbers.ts";
import { object, optional, required } from "../object.ts";
import { INVALID, named, type Schema } from "../schema.ts";
import { nonEmptyText, oneOf, promptText, text } from "../text.ts";
import { apiKeyConfig } from "./api_key_config.ts";
import { storageConfig } from "./storage_config.ts";

const deduplicationConfig = object<DeduplicationConfig>("DeduplicationConfig", {
  search_threshold: optional(number({ atLeast: 0, atMost: 1 }), 0.4),
  search_top_k: optional(integer({ atLeast: 1 }), 5),
});

const playbookAggregatorConfig = object<PlaybookAggregatorConfig>("PlaybookAggregatorConfig", {
  min_cluster_size: optional(integer({ atLeast: 1 }), 2),
  reaggregation_trigger_count: optional(integer({ atLeast: 1 }), 2),
  clustering_similarity: optional(number({ atLeast: 0, atMost: 1 }), 0.5),
  direction_overlap_threshold: optional(number({ atLeast: 0, atMost: 1 }), 0.6),
}, { aliases: CONFIG_KEY_ALIASES.PlaybookAggregatorConfig });

const override = nullable(integer({ above: 0 }));

const profileExtractorConfig = object<ProfileExtractorConfig>("ProfileExtractorConfig", {
  extractor_name: required(nonEmptyText),
  extraction_definition_prompt: required(promptText),
  context_prompt: optional(nullable(text), null),
  metadata_definition_prompt: optional(nullable(text), null),
  should_extract_profile_prompt_override: optional(nullable(text), null),
  request_sources_enabled: optional(nullable(list(text)), null),
  manual_trigger: optional(boolean, false),
  batch_size_override: optional(override, null),
  batch_interval_override: optional(override, null),
}, { aliases: CONFIG_KEY_ALIASES.ProfileExtractorConfig });

const userPlaybookExtractorConfig = object<UserPlaybookExtractorConfig>(
  "UserPlaybookExtractorConfig",
  {
    extractor_name: required(nonEmptyText),
    extraction_definition_prompt: required(promptText),
    context_prompt: optional(nullable(text), null),
    metadata_definition_prompt: optional(nullable(text), null),
    aggregation_config: optional(nullable(playbookAggregatorConfig), null),
    deduplication_config: optional(nullable(deduplicationConfig), null),
    request_sources_enabled: optional(nullable(list(text)), null),
    batch_size_override: optional(override, null),
    batch_interval_override: optional(override, null),
  },
  { aliases: CONFIG_KEY_ALIASES.UserPlaybookExtractorConfig },
);

const agentSuccessConfig = object<AgentSuccessConfig>("AgentSuccessConfig", {
  evaluation_name: required(nonEmptyText),
  success_definition_prompt: required(promptText),
  metadata_definition_prompt: optional(nullable(text), null),
  sampling_rate: optional(number({ atLeast: 0, atMost: 1 }), 1),
  batch_size_override: optional(override, null),
  batch_interval_override: optional(override, null),
}, { aliases: CONFIG_KEY_ALIASES.AgentSuccessConfig });

const toolUseConfig = object<ToolUseConfig>("ToolUseConfig", {
  tool_name: required(nonEmptyText),
  tool_description: required(nonEmptyText),
});

const llmConfig = object<LLMConfig>("LLMConfig", {
  should_run_model_name: optional(nullable(text), null),
  generation_model_name: optional(nullable(text), null),
  embedding_model_name: optional(nullable(text), null),
  pre_retrieval_model_name: optional(nullable(text), null),
});

const extractionPreset = named("ExtractionPreset", oneOf(Object.values(ExtractionPreset)));

/** A list of extractors; an empty one counts as null, which services replace by the default. */
function extractors<Out>(item: Schema<Out>): Schema<readonly Out[] | null> {
  const items = nullable(list(item));
  return {
    ...items,
    parse: (input, run) => {
      const value = items.parse(input, run);
      return value !== INVALID && value?.length === 0 ? null : value;
    },
  };
}

/** Numbers of the config for which null counts as absent and which a preset may fill in. */
const BATCH_KEYS = ["batch_size", "batch_interval"] as const;

/** Drops null batch numbers and fills absent ones in from the preset. */
function applyPreset(
  input: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const absent = BATCH_KEYS.filter((key) => input[key] === undefined || input[key] === null);
  if (absent.length === 0) return input;
  const preset = Object.values(ExtractionPreset).find((name) => name === input.extraction_preset);
  const filled: Record<string, unknown> = { ...input };
  for (const key of absent) {
    if (preset === undefined) delete filled[key];
    else filled[key] = EXTRACTION_PRESETS[preset][key];
  }
  return filled;
}

/** The whole configuration of an org. */
export const config = object<Config>("Config", {
  storage_config: required(nullable(storageConfig)),
  storage_config_test: optional(
    nullable(named("StorageConfigTest", oneOfIntegers(Object.values(StorageConfigTest)))),
    0,
  ),
  agent_context_prompt: optional(nullable(text), null),
  tool_can_use: optional(nullable(list(toolUseConfig)), null),
  profile_extractor_configs: optional(extractors(profileExtractorConfig), null),
  user_playbook_extractor_configs: optional(extractors(userPlaybookExtractorConfig), null),
  agent_success_configs: optional(nullable(list(agentSuccessConfig)), null),
  extraction_preset: optional(nullable(extractionPreset), null),
  batch_size: optional(integer({ above: 0 }), DEFAULT_BATCH_SIZE),
  batch_interval: optional(integer({ above: 0 }), DEFAULT_BATCH_INTERVAL),
  api_key_config: optional(nullable(apiKeyConfig), null),
  llm_config: optional(nullable(llmConfig), null),
  skip_should_run_check: optional(boolean, false),
  enable_document_expansion: optional(boolean, false),
}, {
  aliases: CONFIG_KEY_ALIASES.Config,
  prepare: applyPreset,
  check: ({ batch_size, batch_interval }) =>
    batch_interval > batch_size ? "batch_interval must be <= batch_size" : null,
});

/** Answer to replacing the configuration. */
export const setConfigResponse = object<SetConfigResponse>("SetConfigResponse", {
  success: required(boolean),
  msg: optional(nullable(text), null),
});
