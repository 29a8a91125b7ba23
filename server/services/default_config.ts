import {
  type Complete,
  type Config,
  DEFAULT_BATCH_INTERVAL,
  DEFAULT_BATCH_SIZE,
  type ProfileExtractorConfig,
  type UserPlaybookExtractorConfig,
} from "../../client/contract/mod.ts";

/** The profile extractor of an org that named none. */
export const DEFAULT_PROFILE_EXTRACTOR: Complete<ProfileExtractorConfig> = {
  extractor_name: "default_profile_extractor",
  extraction_definition_prompt:
    "Lasting facts about the user and the setting they work in: name, role, place, preferences, " +
    "needs and limits, the data and metrics they care about, quirks of the tools they use. No rules " +
    "for the agent.",
  context_prompt: null,
  metadata_definition_prompt: null,
  should_extract_profile_prompt_override: null,
  request_sources_enabled: null,
  manual_trigger: false,
  batch_size_override: null,
  batch_interval_override: null,
};

/** The playbook extractor of an org that named none. */
export const DEFAULT_PLAYBOOK_EXTRACTOR: Complete<UserPlaybookExtractorConfig> = {
  extractor_name: "default_playbook_extractor",
  extraction_definition_prompt:
    "Rules for how the agent should act: what helped and should be repeated, what the user corrected " +
    "and how it should be done instead, and what kept the agent from finishing.",
  context_prompt: null,
  metadata_definition_prompt: null,
  aggregation_config: null,
  deduplication_config: null,
  request_sources_enabled: null,
  batch_size_override: null,
  batch_interval_override: null,
};

/** The configuration of an org that never set one. */
export const DEFAULT_CONFIG: Complete<Config> = {
  storage_config: null,
  storage_config_test: 0,
  agent_context_prompt: null,
  tool_can_use: null,
  profile_extractor_configs: [DEFAULT_PROFILE_EXTRACTOR],
  user_playbook_extractor_configs: [DEFAULT_PLAYBOOK_EXTRACTOR],
  agent_success_configs: null,
  extraction_preset: null,
  batch_size: DEFAULT_BATCH_SIZE,
  batch_interval: DEFAULT_BATCH_INTERVAL,
  api_key_config: null,
  llm_config: null,
  skip_should_run_check: false,
  enable_document_expansion: false,
};

/** A configuration whose extractor lists are never null or empty. */
export function withDefaultExtractors(config: Complete<Config>): Complete<Config> {
  return {
    ...config,
    profile_extractor_configs: config.profile_extractor_configs?.length
      ? config.profile_extractor_configs
      : DEFAULT_CONFIG.profile_extractor_configs,
    user_playbook_extractor_configs: config.user_playbook_extractor_configs?.length
      ? config.user_playbook_extractor_configs
      : DEFAULT_CONFIG.user_playbook_extractor_configs,
  };
}
