import {
  type Complete,
  type Config,
  DEFAULT_BATCH_INTERVAL,
  DEFAULT_BATCH_SIZE,
  type ProfileExtractorConfig,
  type UserPlaybookExtractorConfig,
} from "../../client/contract/mod.ts";
import { CONFIG, type ConfigRow, type OrgStore } from "../store/mod.ts";

/** The profile extractor of an org that configured none. */
export const DEFAULT_PROFILE_EXTRACTOR: Complete<ProfileExtractorConfig> = {
  extractor_name: "default_profile_extractor",
  extraction_definition_prompt:
    "Lasting facts about the user and the user's surroundings: name, role, place, family, tastes, " +
    "constraints, and facts about the systems, data and tools the user works with. " +
    "No rules for the agent, and nothing that only matters to the task at hand.",
  context_prompt: null,
  metadata_definition_prompt: null,
  should_extract_profile_prompt_override: null,
  request_sources_enabled: null,
  manual_trigger: false,
  batch_size_override: null,
  batch_interval_override: null,
};

/** The playbook extractor of an org that configured none. */
export const DEFAULT_PLAYBOOK_EXTRACTOR: Complete<UserPlaybookExtractorConfig> = {
  extractor_name: "default_playbook_extractor",
  extraction_definition_prompt:
    "Rules that make the agent better next time: what the user corrected or asked for as a standing " +
    "wish, what worked and was confirmed, and what kept the agent from doing what was asked.",
  context_prompt: null,
  metadata_definition_prompt: null,
  aggregation_config: null,
  deduplication_config: null,
  request_sources_enabled: null,
  batch_size_override: null,
  batch_interval_override: null,
};

/** The configuration of an org that set none. */
export const DEFAULT_CONFIG: Complete<Config> = {
  storage_config: { db_path: null },
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

/** The configuration with its default extractors in place of missing ones. */
export function withDefaultExtractors(config: Complete<Config>): Complete<Config> {
  const { profile_extractor_configs: profiles, user_playbook_extractor_configs: playbooks } =
    config;
  return {
    ...config,
    profile_extractor_configs: profiles?.length ? profiles : [DEFAULT_PROFILE_EXTRACTOR],
    user_playbook_extractor_configs: playbooks?.length ? playbooks : [DEFAULT_PLAYBOOK_EXTRACTOR],
  };
}

/** Configuration of an org that stored none. */
const DEFAULT_ROW: ConfigRow = { config: DEFAULT_CONFIG, explicit: [] };

/** Completed configurations by the stored one, which the store keeps from call to call. */
const completed = new WeakMap<ConfigRow, ConfigRow>();

/** The stored configuration with the defaults of keys that a later version added. */
function complete(row: ConfigRow): ConfigRow {
  const config = withDefaultExtractors({ ...DEFAULT_CONFIG, ...row.config });
  return { config, explicit: row.explicit };
}

/** The stored configuration of an org, else the defaults; the same object while it is kept in memory. */
export async function readConfig(org: OrgStore): Promise<ConfigRow> {
  const row = await org.read(CONFIG, []);
  if (row === null) return DEFAULT_ROW;
  const known = completed.get(row) ?? complete(row);
  completed.set(row, known);
  return known;
}
