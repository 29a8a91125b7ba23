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
import type { EndpointName } from "../contract/endpoint_types.ts";
import { routeOf } from "../contract/routes.ts";
import {
  atMost,
  blockingIssue,
  count,
  filter,
  givenMap,
  key,
  newAgentPlaybook,
  newProfile,
  newUserPlaybook,
  storage,
  threshold,
  turn,
  views,
} from "./fields.ts";
import { row, success, toSnake, withMessage, withMsg } from "./row.ts";
import type { MethodName, MethodRow, RowDraft } from "./table.ts";

/** Row of a publish: the one method with an option that is not named after its field. */
function publishRow(): RowDraft {
  const draft = row<"publish_interaction">({
    user_id: key,
    interaction_data_list: list(turn, 1),
    source: or(text, ""),
    agent_version: or(text, DEFAULT_AGENT_VERSION),
    session_id: filter.text,
    skip_aggregation: or(flag, false),
    force_extraction: or(flag, false),
    metadata: givenMap,
    evaluation_only: or(nullable(flag), undefined),
  }, {
    ...withMessage,
    warnings: or(list(text), []),
    request_id: filter.text,
    endpoint_url: filter.text,
    storage_type: filter.text,
    storage_label: filter.text,
    profiles_added: nullable(count),
    profiles_updated: nullable(count),
    playbooks_added: nullable(count),
    playbooks_updated: nullable(count),
  });

  const { interactionDataList: interactions = "", ...options } = draft.options;
  return { ...draft, options: { ...options, interactions } };
}

const turnsAnswer = { ...withMsg, interactions: views.turns };

/** Answer of every deletion of many. */
const bulkAnswer = { ...withMessage, deleted_count: count } as const;

const profilesAnswer = { ...withMsg, user_profiles: views.profiles };

const moveFields = {
  user_id: filter.text,
  profile_ids: filter.texts,
  only_affected_users: or(flag, true),
};

/** Answer of an addition. */
const addAnswer = { ...success, message: filter.text, added_count: count } as const;

const userAnswer = { ...withMsg, user_playbooks: views.userPlaybooks };
const agentAnswer = { ...withMsg, agent_playbooks: views.agentPlaybooks };

const searchFields = {
  query: filter.text,
  agent_version: filter.text,
  playbook_name: filter.text,
  start_time: filter.time,
  end_time: filter.time,
  status_filter: filter.status,
  top_k: atMost(10),
  threshold: threshold(0.4),
  enable_reformulation: filter.reformulate,
  search_mode: filter.mode,
};

const listFields = {
  limit: atMost(100),
  playbook_name: filter.text,
  agent_version: filter.text,
  status_filter: filter.status,
};

const changeFields = {
  playbook_name: filter.text,
  content: filter.text,
  trigger: filter.text,
  rationale: filter.text,
  blocking_issue: blockingIssue,
};

const byVersion = { agent_version: filter.text, playbook_name: filter.text };

/** The row of every method, made when the method is first called: importing stays cheap. */
const rows: { readonly [M in MethodName]: () => RowDraft } = {
  // Turns, publishes and sessions.
  publishInteraction: publishRow,
  publishInteractionInBackground: () => ({
    ...publishRow(),
    endpoint: "publish_interaction",
    mode: "background",
  }),
  searchInteractions: () =>
    row<"search_interactions">(
      {
        user_id: key,
        request_id: filter.text,
        query: filter.text,
        start_time: filter.time,
        end_time: filter.time,
        top_k: atMost(null),
        most_recent_k: atMost(null),
        search_mode: filter.mode,
      },
      turnsAnswer,
      { takesRequest: true },
    ),
  getInteractions: () =>
    row<"get_interactions">(
      { user_id: key, start_time: filter.time, end_time: filter.time, top_k: atMost(30) },
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
        user_id: filter.text,
        request_id: filter.text,
        session_id: filter.text,
        start_time: filter.time,
        end_time: filter.time,
        top_k: atMost(30),
        offset: nullable(natural, 0),
      },
      { ...withMsg, sessions: views.sessions, has_more: or(flag, false) },
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
        generated_from_request_id: filter.text,
        query: filter.text,
        start_time: filter.time,
        end_time: filter.time,
        top_k: atMost(10),
        source: filter.text,
        custom_feature: filter.text,
        extractor_name: filter.text,
        threshold: threshold(0.4),
        enable_reformulation: filter.reformulate,
        search_mode: filter.mode,
      },
      profilesAnswer,
      { takesRequest: true },
    ),
  getProfiles: () =>
    row<"get_profiles">(
      {
        user_id: key,
        start_time: filter.time,
        end_time: filter.time,
        top_k: atMost(30),
        status_filter: filter.status,
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
      { user_id: key, profile_id: or(text, ""), search_query: or(text, "") },
      withMessage,
      { mode: "optional" },
    ),
  deleteProfilesByIds: () =>
    row<"delete_profiles_by_ids">({ profile_ids: list(text, 1) }, bulkAnswer),
  deleteAllProfiles: () => row<"delete_all_profiles">(null, bulkAnswer),
  getProfileChangeLog: () =>
    row<"profile_change_log">(null, { ...success, profile_change_logs: views.profileChanges }, {
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
      content: filter.text,
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
      { ...searchFields, user_id: filter.text },
      userAnswer,
      { takesRequest: true },
    ),
  getUserPlaybooks: () =>
    row<"get_user_playbooks">({ ...listFields, user_id: filter.text }, userAnswer, {
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
      { ...searchFields, playbook_status_filter: filter.review },
      agentAnswer,
      { takesRequest: true },
    ),
  getAgentPlaybooks: () =>
    row<"get_agent_playbooks">(
      { ...listFields, playbook_status_filter: filter.review },
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
      playbook_status: filter.review,
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
        user_id: filter.text,
        start_time: filter.time,
        end_time: filter.time,
        source: filter.text,
        extractor_names: filter.texts,
      },
      { ...withMsg, profiles_generated: nullable(count) },
      { unsafe: true, mode: "rerun", takesRequest: true },
    ),
  rerunPlaybookGeneration: () =>
    row<"rerun_playbook_generation">(
      {
        agent_version: filter.version,
        start_time: filter.time,
        end_time: filter.time,
        playbook_name: filter.text,
        source: filter.text,
      },
      { ...withMsg, playbooks_generated: nullable(count) },
      { unsafe: true, mode: "rerun", takesRequest: true },
    ),
  manualProfileGeneration: () =>
    row<"manual_profile_generation">(
      { user_id: filter.text, source: filter.text, extractor_names: filter.texts },
      withMsg,
      { unsafe: true, mode: "background", takesRequest: true },
    ),
  manualPlaybookGeneration: () =>
    row<"manual_playbook_generation">(
      { agent_version: filter.version, source: filter.text, playbook_name: filter.text },
      withMsg,
      { unsafe: true, mode: "background", takesRequest: true },
    ),
  runPlaybookAggregation: () =>
    row<"run_playbook_aggregation">(
      { agent_version: filter.version, playbook_name: key },
      withMessage,
      { unsafe: true, mode: "optional", takesRequest: true },
    ),
  getOperationStatus: () =>
    row<"get_operation_status">({ service_name: or(text, "profile_generation") }, {
      ...withMsg,
      operation_status: views.operation,
    }),
  cancelOperation: () =>
    row<"cancel_operation">({ service_name: filter.text }, {
      ...withMsg,
      cancelled_services: or(list(text), []),
    }),

  // Search, evaluation, configuration, account and service.
  search: () =>
    row<"search">({
      query: key,
      top_k: atMost(5),
      threshold: threshold(0.3),
      agent_version: filter.text,
      playbook_name: filter.text,
      user_id: filter.text,
      enable_reformulation: filter.reformulate,
      conversation_history: nullable(list(record(() => ({ role: key, content: key })))),
      search_mode: filter.mode,
    }, {
      ...withMsg,
      profiles: or(views.profiles, []),
      agent_playbooks: or(views.agentPlaybooks, []),
      user_playbooks: or(views.userPlaybooks, []),
      reformulated_query: filter.text,
    }, { takesRequest: true }),
  getAgentSuccessEvaluationResults: () =>
    row<"get_agent_success_evaluation_results">(
      { limit: atMost(100), agent_version: filter.text },
      { ...withMsg, agent_success_evaluation_results: views.evaluations },
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
      storage_type: filter.text,
      storage_label: filter.text,
      storage_configured: or(flag, false),
    }),
  getMyConfig: () =>
    row<"my_config">(null, {
      ...withMessage,
      storage_config: nullable(map),
      storage_type: filter.text,
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
  const { endpoint = toSnake(name) as EndpointName } = draft;
  return { ...draft, endpoint, route: routeOf(endpoint) };
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
