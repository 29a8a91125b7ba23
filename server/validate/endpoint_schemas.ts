import type {
  Complete,
  EndpointName,
  QueryOf,
  RequestOf,
  ResponseOf,
  Validated,
} from "../../client/contract/mod.ts";
import {
  addAgentPlaybookRequest,
  addAgentPlaybookResponse,
  deleteAgentPlaybookRequest,
  deleteAgentPlaybookResponse,
  deleteAgentPlaybooksByIdsRequest,
  getAgentPlaybooksRequest,
  getAgentPlaybooksViewResponse,
  searchAgentPlaybookRequest,
  searchAgentPlaybooksViewResponse,
  updateAgentPlaybookRequest,
  updateAgentPlaybookResponse,
  updatePlaybookStatusRequest,
  updatePlaybookStatusResponse,
} from "./models/agent_playbook.ts";
import {
  playbookAggregationChangeLogResponse,
  profileChangeLogViewResponse,
} from "./models/change_log.ts";
import { bulkDeleteResponse, listSize } from "./models/common.ts";
import { config, setConfigResponse } from "./models/config.ts";
import {
  getAgentSuccessEvaluationResultsRequest,
  getDashboardStatsRequest,
  getDashboardStatsResponse,
  getEvaluationResultsViewResponse,
  getProfileStatisticsResponse,
} from "./models/evaluation.ts";
import {
  deleteRequestRequest,
  deleteRequestResponse,
  deleteRequestsByIdsRequest,
  deleteSessionRequest,
  deleteSessionResponse,
  deleteUserInteractionRequest,
  deleteUserInteractionResponse,
  getInteractionsRequest,
  getInteractionsViewResponse,
  getRequestsRequest,
  getRequestsViewResponse,
  publishUserInteractionRequest,
  publishUserInteractionResponse,
  searchInteractionRequest,
  searchInteractionsViewResponse,
} from "./models/interaction.ts";
import {
  cancelOperationRequest,
  cancelOperationResponse,
  getOperationStatusResponse,
  manualPlaybookGenerationRequest,
  manualPlaybookGenerationResponse,
  manualProfileGenerationRequest,
  manualProfileGenerationResponse,
  rerunPlaybookGenerationRequest,
  rerunPlaybookGenerationResponse,
  rerunProfileGenerationRequest,
  rerunProfileGenerationResponse,
  runPlaybookAggregationRequest,
  runPlaybookAggregationResponse,
} from "./models/operation.ts";
import {
  addUserProfileRequest,
  addUserProfileResponse,
  deleteProfilesByIdsRequest,
  deleteUserProfileRequest,
  deleteUserProfileResponse,
  downgradeProfilesRequest,
  downgradeProfilesResponse,
  getProfilesViewResponse,
  getUserProfilesRequest,
  searchProfilesViewResponse,
  searchUserProfileRequest,
  updateUserProfileRequest,
  updateUserProfileResponse,
  upgradeProfilesRequest,
  upgradeProfilesResponse,
} from "./models/profile.ts";
import { unifiedSearchRequest, unifiedSearchViewResponse } from "./models/search.ts";
import {
  healthResponse,
  myConfigResponse,
  profileStatusWord,
  serviceInfo,
  versionInfo,
  whoamiResponse,
} from "./models/service.ts";
import {
  addUserPlaybookRequest,
  addUserPlaybookResponse,
  deleteUserPlaybookRequest,
  deleteUserPlaybookResponse,
  deleteUserPlaybooksByIdsRequest,
  downgradeUserPlaybooksRequest,
  downgradeUserPlaybooksResponse,
  getUserPlaybooksRequest,
  getUserPlaybooksViewResponse,
  searchUserPlaybookRequest,
  searchUserPlaybooksViewResponse,
  updateUserPlaybookRequest,
  updateUserPlaybookResponse,
  upgradeUserPlaybooksRequest,
  upgradeUserPlaybooksResponse,
} from "./models/user_playbook.ts";
import { boolean } from "./numbers.ts";
import { object, optional, required } from "./object.ts";
import type { Schema } from "./schema.ts";
import { text } from "./text.ts";

/** Schema of a part of a call, null where the endpoint has no such part. */
type PartSchema<T> = T extends null ? null : Schema<Validated<T>>;

/** Schemas of one endpoint. */
export interface EndpointSchema<N extends EndpointName> {
  /** The JSON body. */
  readonly request: PartSchema<RequestOf<N>>;
  /** The query parameters. */
  readonly query: PartSchema<QueryOf<N>>;
  /** The body of a 200 answer; null for documents that are not made from the schemas. */
  readonly response: ResponseOf<N> extends string ? null
    : string extends keyof ResponseOf<N> ? null
    : Schema<Complete<ResponseOf<N>>>;
}

const noInput = { request: null, query: null } as const;
const page = { request: null, query: null, response: null } as const;

/** Query parameters: an absent one has no enclosing value. */
const isQuery = { isQuery: true } as const;

/** What every endpoint takes and gives. */
export const ENDPOINT_SCHEMAS: { readonly [N in EndpointName]: EndpointSchema<N> } = {
  root: { ...noInput, response: serviceInfo },
  health: { ...noInput, response: healthResponse },
  meta_version: { ...noInput, response: versionInfo },
  whoami: { ...noInput, response: whoamiResponse },
  my_config: { ...noInput, response: myConfigResponse },
  publish_interaction: {
    request: publishUserInteractionRequest,
    query: object<NonNullable<QueryOf<"publish_interaction">>>(null, {
      wait_for_response: optional(boolean, false),
    }, isQuery),
    response: publishUserInteractionResponse,
  },
  search_interactions: {
    request: searchInteractionRequest,
    query: null,
    response: searchInteractionsViewResponse,
  },
  get_interactions: {
    request: getInteractionsRequest,
    query: null,
    response: getInteractionsViewResponse,
  },
  get_all_interactions: {
    request: null,
    query: object<NonNullable<QueryOf<"get_all_interactions">>>(null, {
      limit: optional(listSize, 100),
    }, isQuery),
    response: getInteractionsViewResponse,
  },
  get_requests: { request: getRequestsRequest, query: null, response: getRequestsViewResponse },
  delete_interaction: {
    request: deleteUserInteractionRequest,
    query: null,
    response: deleteUserInteractionResponse,
  },
  delete_request: { request: deleteRequestRequest, query: null, response: deleteRequestResponse },
  delete_session: { request: deleteSessionRequest, query: null, response: deleteSessionResponse },
  delete_requests_by_ids: {
    request: deleteRequestsByIdsRequest,
    query: null,
    response: bulkDeleteResponse,
  },
  delete_all_interactions: { ...noInput, response: bulkDeleteResponse },
  add_user_profile: {
    request: addUserProfileRequest,
    query: null,
    response: addUserProfileResponse,
  },
  search_profiles: {
    request: searchUserProfileRequest,
    query: null,
    response: searchProfilesViewResponse,
  },
  get_profiles: { request: getUserProfilesRequest, query: null, response: getProfilesViewResponse },
  get_all_profiles: {
    request: null,
    query: object<NonNullable<QueryOf<"get_all_profiles">>>(null, {
      limit: optional(listSize, 100),
      status_filter: optional(profileStatusWord, "current"),
    }, isQuery),
    response: getProfilesViewResponse,
  },
  get_profile_statistics: { ...noInput, response: getProfileStatisticsResponse },
  update_user_profile: {
    request: updateUserProfileRequest,
    query: null,
    response: updateUserProfileResponse,
  },
  delete_profile: {
    request: deleteUserProfileRequest,
    query: null,
    response: deleteUserProfileResponse,
  },
  delete_profiles_by_ids: {
    request: deleteProfilesByIdsRequest,
    query: null,
    response: bulkDeleteResponse,
  },
  delete_all_profiles: { ...noInput, response: bulkDeleteResponse },
  profile_change_log: { ...noInput, response: profileChangeLogViewResponse },
  upgrade_all_profiles: {
    request: upgradeProfilesRequest,
    query: null,
    response: upgradeProfilesResponse,
  },
  downgrade_all_profiles: {
    request: downgradeProfilesRequest,
    query: null,
    response: downgradeProfilesResponse,
  },
  add_user_playbook: {
    request: addUserPlaybookRequest,
    query: null,
    response: addUserPlaybookResponse,
  },
  search_user_playbooks: {
    request: searchUserPlaybookRequest,
    query: null,
    response: searchUserPlaybooksViewResponse,
  },
  get_user_playbooks: {
    request: getUserPlaybooksRequest,
    query: null,
    response: getUserPlaybooksViewResponse,
  },
  update_user_playbook: {
    request: updateUserPlaybookRequest,
    query: null,
    response: updateUserPlaybookResponse,
  },
  delete_user_playbook: {
    request: deleteUserPlaybookRequest,
    query: null,
    response: deleteUserPlaybookResponse,
  },
  delete_user_playbooks_by_ids: {
    request: deleteUserPlaybooksByIdsRequest,
    query: null,
    response: bulkDeleteResponse,
  },
  delete_all_user_playbooks: { ...noInput, response: bulkDeleteResponse },
  upgrade_all_user_playbooks: {
    request: upgradeUserPlaybooksRequest,
    query: null,
    response: upgradeUserPlaybooksResponse,
  },
  downgrade_all_user_playbooks: {
    request: downgradeUserPlaybooksRequest,
    query: null,
    response: downgradeUserPlaybooksResponse,
  },
  add_agent_playbook: {
    request: addAgentPlaybookRequest,
    query: null,
    response: addAgentPlaybookResponse,
  },
  search_agent_playbooks: {
    request: searchAgentPlaybookRequest,
    query: null,
    response: searchAgentPlaybooksViewResponse,
  },
  get_agent_playbooks: {
    request: getAgentPlaybooksRequest,
    query: null,
    response: getAgentPlaybooksViewResponse,
  },
  update_agent_playbook: {
    request: updateAgentPlaybookRequest,
    query: null,
    response: updateAgentPlaybookResponse,
  },
  update_agent_playbook_status: {
    request: updatePlaybookStatusRequest,
    query: null,
    response: updatePlaybookStatusResponse,
  },
  delete_agent_playbook: {
    request: deleteAgentPlaybookRequest,
    query: null,
    response: deleteAgentPlaybookResponse,
  },
  delete_agent_playbooks_by_ids: {
    request: deleteAgentPlaybooksByIdsRequest,
    query: null,
    response: bulkDeleteResponse,
  },
  delete_all_agent_playbooks: { ...noInput, response: bulkDeleteResponse },
  delete_all_playbooks: { ...noInput, response: bulkDeleteResponse },
  playbook_aggregation_change_logs: {
    request: null,
    query: object<NonNullable<QueryOf<"playbook_aggregation_change_logs">>>(null, {
      playbook_name: required(text),
      agent_version: required(text),
    }, isQuery),
    response: playbookAggregationChangeLogResponse,
  },
  search: { request: unifiedSearchRequest, query: null, response: unifiedSearchViewResponse },
  get_agent_success_evaluation_results: {
    request: getAgentSuccessEvaluationResultsRequest,
    query: null,
    response: getEvaluationResultsViewResponse,
  },
  get_dashboard_stats: {
    request: getDashboardStatsRequest,
    query: null,
    response: getDashboardStatsResponse,
  },
  get_config: { ...noInput, response: config },
  set_config: { request: config, query: null, response: setConfigResponse },
  rerun_profile_generation: {
    request: rerunProfileGenerationRequest,
    query: null,
    response: rerunProfileGenerationResponse,
  },
  rerun_playbook_generation: {
    request: rerunPlaybookGenerationRequest,
    query: null,
    response: rerunPlaybookGenerationResponse,
  },
  manual_profile_generation: {
    request: manualProfileGenerationRequest,
    query: null,
    response: manualProfileGenerationResponse,
  },
  manual_playbook_generation: {
    request: manualPlaybookGenerationRequest,
    query: null,
    response: manualPlaybookGenerationResponse,
  },
  run_playbook_aggregation: {
    request: runPlaybookAggregationRequest,
    query: null,
    response: runPlaybookAggregationResponse,
  },
  get_operation_status: {
    request: null,
    query: object<NonNullable<QueryOf<"get_operation_status">>>(null, {
      service_name: optional(text, "profile_generation"),
    }, isQuery),
    response: getOperationStatusResponse,
  },
  cancel_operation: {
    request: cancelOperationRequest,
    query: null,
    response: cancelOperationResponse,
  },
  openapi_json: page,
  docs: page,
  docs_oauth2_redirect: page,
  redoc: page,
};
