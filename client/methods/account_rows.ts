import { type Check, flag, list, map, nullable, or, positive, record, text } from "../check.ts";
import type { AccountMethods } from "./account.ts";
import { atMost, count, filter, key, threshold } from "./fields.ts";
import type { GenerationMethods } from "./generation.ts";
import { row, type RowDraft, withMessage, withMsg } from "./row.ts";
import { views } from "./views.ts";

/** Rows of the methods about learning on demand. */
export const generationRows: { readonly [K in keyof GenerationMethods]: RowDraft } = {
  rerunProfileGeneration: row<"rerun_profile_generation">(
    {
      user_id: filter.text,
      start_time: filter.time,
      end_time: filter.time,
      source: filter.text,
      extractor_names: filter.texts,
    },
    { ...withMsg, profiles_generated: nullable(count) },
    {
      unsafe: true,
      mode: "rerun",
      takesRequest: true,
    },
  ),
  rerunPlaybookGeneration: row<"rerun_playbook_generation">(
    {
      agent_version: filter.version,
      start_time: filter.time,
      end_time: filter.time,
      playbook_name: filter.text,
      source: filter.text,
    },
    { ...withMsg, playbooks_generated: nullable(count) },
    {
      unsafe: true,
      mode: "rerun",
      takesRequest: true,
    },
  ),
  manualProfileGeneration: row<"manual_profile_generation">(
    {
      user_id: filter.text,
      source: filter.text,
      extractor_names: filter.texts,
    },
    withMsg,
    { unsafe: true, mode: "background", takesRequest: true },
  ),
  manualPlaybookGeneration: row<"manual_playbook_generation">(
    {
      agent_version: filter.version,
      source: filter.text,
      playbook_name: filter.text,
    },
    withMsg,
    { unsafe: true, mode: "background", takesRequest: true },
  ),
  runPlaybookAggregation: row<"run_playbook_aggregation">(
    {
      agent_version: filter.version,
      playbook_name: key,
    },
    withMessage,
    { unsafe: true, mode: "optional", takesRequest: true },
  ),
  getOperationStatus: row<"get_operation_status">({
    service_name: or(text, "profile_generation"),
  }, { ...withMsg, operation_status: views.operation }),
  cancelOperation: row<"cancel_operation">({ service_name: filter.text }, {
    ...withMsg,
    cancelled_services: or(list(text), []),
  }),
};

/** The storage settings: the key must be there, its value may be null. */
const storage: Check = (value, path, issues) => value === null ? null : map(value, path, issues);

/** Rows of the methods about search, evaluation, configuration, account and service. */
export const accountRows: { readonly [K in keyof AccountMethods]: RowDraft } = {
  search: row<"search">({
    query: key,
    top_k: atMost(5),
    threshold: threshold(0.3),
    agent_version: filter.text,
    playbook_name: filter.text,
    user_id: filter.text,
    enable_reformulation: filter.reformulate,
    conversation_history: nullable(list(record({ role: key, content: key }))),
    search_mode: filter.mode,
  }, {
    ...withMsg,
    profiles: or(views.profiles, []),
    agent_playbooks: or(views.agentPlaybooks, []),
    user_playbooks: or(views.userPlaybooks, []),
    reformulated_query: filter.text,
  }, { takesRequest: true }),
  getAgentSuccessEvaluationResults: row<"get_agent_success_evaluation_results">(
    {
      limit: atMost(100),
      agent_version: filter.text,
    },
    { ...withMsg, agent_success_evaluation_results: views.evaluations },
    {
      takesRequest: true,
    },
  ),
  getConfig: row<"get_config">(null, { storage_config: nullable(map) }),
  setConfig: {
    options: { config: "config" },
    input: record({ config: record({ storage_config: storage }, true) }),
    answer: map,
    wholeBody: "config",
  },
  whoami: row<"whoami">(null, {
    ...withMessage,
    org_id: text,
    storage_type: filter.text,
    storage_label: filter.text,
    storage_configured: or(flag, false),
  }),
  getMyConfig: row<"my_config">(null, {
    ...withMessage,
    storage_config: nullable(map),
    storage_type: filter.text,
  }, { endpoint: "my_config" }),
  getDashboardStats: row<"get_dashboard_stats">({ days_back: nullable(positive, 30) }, {
    ...withMsg,
    stats: nullable(map),
  }),
  health: row<"health">(null, { status: text }),
  serverVersion: row<"meta_version">(null, {
    server_version: text,
    api_version: text,
    min_client_version: text,
  }, { endpoint: "meta_version" }),
};
