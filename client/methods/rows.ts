import {
  anything,
  flag,
  list,
  map,
  natural,
  nullable,
  oneOf,
  or,
  positive,
  record,
  text,
  whole,
} from "../check.ts";
import { DEFAULT_AGENT_VERSION, PlaybookStatus } from "../contract/constants.ts";
import { type CallEndpointName, callRouteOf } from "../contract/routes.ts";
import {
  agentPlaybooks,
  agentVersion,
  atMost,
  blank,
  blockingIssue,
  count,
  evaluations,
  givenMap,
  key,
  newAgentPlaybook,
  newProfile,
  newUserPlaybook,
  operation,
  optionalText,
  optionalTexts,
  optionalTime,
  profileChanges,
  profiles,
  reformulate,
  reviewFilter,
  searchMode,
  sessions,
  statusFilter,
  storage,
  threshold,
  turn,
  turns,
  userPlaybooks,
} from "./fields.ts";
import { row, success, toSnake, withMessage, withMsg } from "./row.ts";
import type { MethodName, MethodRow, RowDraft } from "./table.ts";

/** Row of a publish. */
function publishRow(): RowDraft {
  return row<"publish_interaction">({
    user_id: key,
    interaction_data_list: list(turn, 1),
    source: blank,
    agent_version: or(text, DEFAULT_AGENT_VERSION),
    session_id: optionalText,
    skip_aggregation: or(flag, false),
    force_extraction: or(flag, false),
    metadata: givenMap,
    evaluation_only: or(nullable(flag), undefined),
  }, {
    ...withMessage,
    warnings: or(list(text), []),
    request_id: optionalText,
    endpoint_url: optionalText,
    storage_type: optionalText,
    storage_label: optionalText,
    profiles_added: nullable(count),
    profiles_updated: nullable(count),
    playbooks_added: nullable(count),
    playbooks_updated: nullable(count),
  }, { endpoint: "publish_interaction" });
}

const turnsAnswer = { ...withMsg, interactions: turns };

/** Answer of every deletion of many. */
const bulkAnswer = { ...withMessage, deleted_count: count } as const;

const profilesAnswer = { ...withMsg, user_profiles: profiles };

const moveFields = {
  user_id: optionalText,
  profile_ids: optionalTexts,
  only_affected_users: or(flag, true),
};

/** Answer of an addition. */
const addAnswer = { ...success, message: optionalText, added_count: count } as const;

const userAnswer = { ...withMsg, user_playbooks: userPlaybooks };
const agentAnswer = { ...withMsg, agent_playbooks: agentPlaybooks };

const byVersion = { agent_version: optionalText, playbook_name: optionalText };

const searchFields = {
  query: optionalText,
  ...byVersion,
  start_time: optionalTime,
  end_time: optionalTime,
  status_filter: statusFilter,
  top_k: atMost(10),
  threshold: threshold(0.4),
  enable_reformulation: reformulate,
  search_mode: searchMode,
};

const listFields = { limit: atMost(100), ...byVersion, status_filter: statusFilter };

const changeFields = {
  playbook_name: optionalText,
  content: optionalText,
  trigger: optionalText,
  rationale: optionalText,
  blocking_issue: blockingIssue,
};

/** The row of every method, made when the method is first called: importing stays cheap. */
const rows: { readonly [M in MethodName]: () => RowDraft } = {
  // Turns, publishes and sessions.
  publishInteraction: publishRow,
  publishInteractionInBackground: () => ({ ...publishRow(), mode: "background" }),
  searchInteractions: () =>
    row<"search_interactions">(
      {
        user_id: key,
        request_id: optionalText,
        query: optionalText,
        start_time: optionalTime,
        end_time: optionalTime,
        top_k: atMost(null),
        most_recent_k: atMost(null),
        search_mode: searchMode,
      },
      turnsAnswer,
      { takesRequest: true },
    ),
  getInteractions: () =>
    row<"get_interactions">(
      { user_id: key, start_time: optionalTime, end_time: optionalTime, top_k: atMost(30) },
      turnsAnswer,
      { takesRequest: true },
    ),
  getAllInteractions: () => row<"get_all_interactions">({ limit: or(whole, 100) }, turnsAnswer),
  deleteInteraction: () =>
    row<"delete_interaction">(
      { user_id: key, interaction_id: positive },
      withMessage,
      { mode: "optional" },
    ),
  getRequests: () =>
    row<"get_requests">(
      {
        user_id: optionalText,
        request_id: optionalText,
        session_id: optionalText,
        start_time: optionalTime,
        end_time: optionalTime,
        top_k: atMost(30),
        offset: nullable(natural, 0),
      },
      { ...withMsg, sessions: sessions, has_more: or(flag, false) },
      { takesRequest: true },
    ),
  deleteRequest: () =>
    row<"delete_request">({ request_id: key }, withMessage, { mode: "optional" }),
  deleteSession: () =>
    row<"delete_session">({ session_id: key }, { ...withMessage, deleted_requests_count: count }, {
      mode: "optional",
    }),
  deleteRequestsByIds: () =>
    row<"delete_requests_by_ids">({ request_ids: list(text, 1) }, bulkAnswer),
  deleteAllInteractions: () => row<"delete_all_interactions">(null, bulkAnswer),

  // Profiles.
  searchProfiles: () =>
    row<"search_profiles">(
      {
        user_id: key,
        generated_from_request_id: optionalText,
        query: optionalText,
        start_time: optionalTime,
        end_time: optionalTime,
        top_k: atMost(10),
        source: optionalText,
        custom_feature: optionalText,
        extractor_name: optionalText,
        threshold: threshold(0.4),
        enable_reformulation: reformulate,
        search_mode: searchMode,
      },
      profilesAnswer,
      { takesRequest: true },
    ),
  getProfiles: () =>
    row<"get_profiles">(
      {
        user_id: key,
        start_time: optionalTime,
        end_time: optionalTime,
        top_k: atMost(30),
        status_filter: statusFilter,
      },
      profilesAnswer,
      { takesRequest: true, cached: true },
    ),
  getAllProfiles: () =>
    row<"get_all_profiles">(
      { limit: or(whole, 100), status_filter: or(text, undefined) },
      profilesAnswer,
    ),
  deleteProfile: () =>
    row<"delete_profile">(
      { user_id: key, profile_id: blank, search_query: blank },
      withMessage,
      { mode: "optional" },
    ),
  deleteProfilesByIds: () =>
    row<"delete_profiles_by_ids">({ profile_ids: list(text, 1) }, bulkAnswer),
  deleteAllProfiles: () => row<"delete_all_profiles">(null, bulkAnswer),
  getProfileChangeLog: () =>
    row<"profile_change_log">(null, { ...success, profile_change_logs: profileChanges }, {
      endpoint: "profile_change_log",
    }),
  addUserProfile: () => row<"add_user_profile">({ user_profiles: list(newProfile, 1) }, addAnswer),
  upgradeProfiles: () =>
    row<"upgrade_all_profiles">(moveFields, {
      ...withMessage,
      profiles_archived: count,
      profiles_promoted: count,
      profiles_deleted: count,
    }, { endpoint: "upgrade_all_profiles", unsafe: true }),
  downgradeProfiles: () =>
    row<"downgrade_all_profiles">(moveFields, {
      ...withMessage,
      profiles_demoted: count,
      profiles_restored: count,
    }, { endpoint: "downgrade_all_profiles", unsafe: true }),
  updateUserProfile: () =>
    row<"update_user_profile">({
      user_id: text,
      profile_id: text,
      content: optionalText,
      custom_features: nullable(map),
    }, withMsg),
  getProfileStatistics: () =>
    row<"get_profile_statistics">(null, {
      ...withMsg,
      current_count: count,
      pending_count: count,
      archived_count: count,
      expiring_soon_count: count,
    }),

  // User playbooks.
  searchUserPlaybooks: () =>
    row<"search_user_playbooks">(
      { ...searchFields, user_id: optionalText },
      userAnswer,
      { takesRequest: true },
    ),
  getUserPlaybooks: () =>
    row<"get_user_playbooks">({ ...listFields, user_id: optionalText }, userAnswer, {
      takesRequest: true,
    }),
  addUserPlaybook: () =>
    row<"add_user_playbook">(
      { user_playbooks: list(newUserPlaybook, 1) },
      addAnswer,
      { unsafe: true },
    ),
  updateUserPlaybook: () =>
    row<"update_user_playbook">(
      { user_playbook_id: positive, ...changeFields },
      withMsg,
    ),
  deleteUserPlaybook: () =>
    row<"delete_user_playbook">({ user_playbook_id: positive }, withMessage, { mode: "optional" }),
  deleteUserPlaybooksByIds: () =>
    row<"delete_user_playbooks_by_ids">({ user_playbook_ids: list(whole, 1) }, bulkAnswer),
  deleteAllUserPlaybooks: () => row<"delete_all_user_playbooks">(null, bulkAnswer),
  upgradeUserPlaybooks: () =>
    row<"upgrade_all_user_playbooks">({ ...byVersion, archive_current: or(flag, true) }, {
      ...withMessage,
      user_playbooks_deleted: count,
      user_playbooks_archived: count,
      user_playbooks_promoted: count,
    }, { endpoint: "upgrade_all_user_playbooks", unsafe: true }),
  downgradeUserPlaybooks: () =>
    row<"downgrade_all_user_playbooks">(byVersion, {
      ...withMessage,
      user_playbooks_demoted: count,
      user_playbooks_restored: count,
    }, { endpoint: "downgrade_all_user_playbooks", unsafe: true }),

  // Agent playbooks.
  searchAgentPlaybooks: () =>
    row<"search_agent_playbooks">(
      { ...searchFields, playbook_status_filter: reviewFilter },
      agentAnswer,
      { takesRequest: true },
    ),
  getAgentPlaybooks: () =>
    row<"get_agent_playbooks">(
      { ...listFields, playbook_status_filter: reviewFilter },
      agentAnswer,
      { takesRequest: true, cached: true },
    ),
  addAgentPlaybooks: () =>
    row<"add_agent_playbook">(
      { agent_playbooks: list(newAgentPlaybook, 1) },
      addAnswer,
      { endpoint: "add_agent_playbook", unsafe: true },
    ),
  updateAgentPlaybook: () =>
    row<"update_agent_playbook">({
      agent_playbook_id: positive,
      ...changeFields,
      playbook_status: reviewFilter,
    }, withMsg),
  updateAgentPlaybookStatus: () =>
    row<"update_agent_playbook_status">({
      agent_playbook_id: positive,
      playbook_status: oneOf(PlaybookStatus),
    }, withMsg),
  deleteAgentPlaybook: () =>
    row<"delete_agent_playbook">({ agent_playbook_id: positive }, withMessage, {
      mode: "optional",
    }),
  deleteAgentPlaybooksByIds: () =>
    row<"delete_agent_playbooks_by_ids">({ agent_playbook_ids: list(whole, 1) }, bulkAnswer),
  deleteAllAgentPlaybooks: () => row<"delete_all_agent_playbooks">(null, bulkAnswer),
  deleteAllPlaybooks: () => row<"delete_all_playbooks">(null, bulkAnswer),
  getPlaybookAggregationChangeLogs: () =>
    row<"playbook_aggregation_change_logs">(
      { playbook_name: text, agent_version: text },
      { ...success, change_logs: list(anything) },
      { endpoint: "playbook_aggregation_change_logs" },
    ),

  // Learning on demand.
  rerunProfileGeneration: () =>
    row<"rerun_profile_generation">(
      {
        user_id: optionalText,
        start_time: optionalTime,
        end_time: optionalTime,
        source: optionalText,
        extractor_names: optionalTexts,
      },
      { ...withMsg, profiles_generated: nullable(count) },
      { unsafe: true, mode: "rerun", takesRequest: true },
    ),
  rerunPlaybookGeneration: () =>
    row<"rerun_playbook_generation">(
      {
        agent_version: agentVersion,
        start_time: optionalTime,
        end_time: optionalTime,
        playbook_name: optionalText,
        source: optionalText,
      },
      { ...withMsg, playbooks_generated: nullable(count) },
      { unsafe: true, mode: "rerun", takesRequest: true },
    ),
  manualProfileGeneration: () =>
    row<"manual_profile_generation">(
      { user_id: optionalText, source: optionalText, extractor_names: optionalTexts },
      withMsg,
      { unsafe: true, mode: "background", takesRequest: true },
    ),
  manualPlaybookGeneration: () =>
    row<"manual_playbook_generation">(
      { agent_version: agentVersion, source: optionalText, playbook_name: optionalText },
      withMsg,
      { unsafe: true, mode: "background", takesRequest: true },
    ),
  runPlaybookAggregation: () =>
    row<"run_playbook_aggregation">(
      { agent_version: agentVersion, playbook_name: key },
      withMessage,
      { unsafe: true, mode: "optional", takesRequest: true },
    ),
  getOperationStatus: () =>
    row<"get_operation_status">({ service_name: or(text, "profile_generation") }, {
      ...withMsg,
      operation_status: operation,
    }),
  cancelOperation: () =>
    row<"cancel_operation">({ service_name: optionalText }, {
      ...withMsg,
      cancelled_services: or(list(text), []),
    }),

  // Search, evaluation, configuration, account and service.
  search: () =>
    row<"search">({
      query: key,
      top_k: atMost(5),
      threshold: threshold(0.3),
      agent_version: optionalText,
      playbook_name: optionalText,
      user_id: optionalText,
      enable_reformulation: reformulate,
      conversation_history: nullable(list(record(() => ({ role: key, content: key })))),
      search_mode: searchMode,
    }, {
      ...withMsg,
      profiles: or(profiles, []),
      agent_playbooks: or(agentPlaybooks, []),
      user_playbooks: or(userPlaybooks, []),
      reformulated_query: optionalText,
    }, { takesRequest: true }),
  getAgentSuccessEvaluationResults: () =>
    row<"get_agent_success_evaluation_results">(
      { limit: atMost(100), agent_version: optionalText },
      { ...withMsg, agent_success_evaluation_results: evaluations },
      { takesRequest: true },
    ),
  getConfig: () => row<"get_config">(null, { storage_config: nullable(map) }),
  setConfig: () => ({
    options: { config: "config" },
    input: record(() => ({ config: record(() => ({ storage_config: storage }), true) })),
    answer: map,
    wholeBody: "config",
  }),
  whoami: () =>
    row<"whoami">(null, {
      ...withMessage,
      org_id: text,
      storage_type: optionalText,
      storage_label: optionalText,
      storage_configured: or(flag, false),
    }),
  getMyConfig: () =>
    row<"my_config">(null, {
      ...withMessage,
      storage_config: nullable(map),
      storage_type: optionalText,
    }, { endpoint: "my_config" }),
  getDashboardStats: () =>
    row<"get_dashboard_stats">({ days_back: nullable(positive, 30) }, {
      ...withMsg,
      stats: nullable(map),
    }),
  health: () => row<"health">(null, { status: text }),
  serverVersion: () =>
    row<"meta_version">(null, {
      server_version: text,
      api_version: text,
      min_client_version: text,
    }, { endpoint: "meta_version" }),
};

/** The names of all methods. */
export const METHOD_NAMES: readonly MethodName[] = Object.keys(rows) as MethodName[];

/** Rows of the methods called so far. */
const made: { [M in MethodName]?: MethodRow } = {};

/** Everything about one method. It goes to the endpoint of its own name unless its row says otherwise. */
export function rowOf(name: MethodName): MethodRow {
  return made[name] ??= placed(name, rows[name]());
}

/** A row with its place. */
function placed(name: MethodName, draft: RowDraft): MethodRow {
  const { endpoint = toSnake(name) as CallEndpointName } = draft;
  return { ...draft, endpoint, route: callRouteOf(endpoint) };
}

/**
 * Gives `target` every method.
 *
 * @param invoke Called with the object, the method's name and its argument.
 */
export function installMethods<T extends object>(
  target: T,
  invoke: (self: T, name: MethodName, options: unknown) => unknown,
): void {
  const methods = METHOD_NAMES.map((name) => [
    name,
    function (this: T, options?: unknown): unknown {
      return invoke(this, name, options);
    },
  ]);
  Object.assign(target, Object.fromEntries(methods));
}
