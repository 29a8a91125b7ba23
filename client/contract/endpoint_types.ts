import type {
  AddAgentPlaybookRequest,
  AddAgentPlaybookResponse,
  AddUserPlaybookRequest,
  AddUserPlaybookResponse,
  AddUserProfileRequest,
  AddUserProfileResponse,
  BulkDeleteResponse,
  CancelOperationRequest,
  CancelOperationResponse,
  Config,
  DeleteAgentPlaybookRequest,
  DeleteAgentPlaybookResponse,
  DeleteAgentPlaybooksByIdsRequest,
  DeleteProfilesByIdsRequest,
  DeleteRequestRequest,
  DeleteRequestResponse,
  DeleteRequestsByIdsRequest,
  DeleteSessionRequest,
  DeleteSessionResponse,
  DeleteUserInteractionRequest,
  DeleteUserInteractionResponse,
  DeleteUserPlaybookRequest,
  DeleteUserPlaybookResponse,
  DeleteUserPlaybooksByIdsRequest,
  DeleteUserProfileRequest,
  DeleteUserProfileResponse,
  DowngradeProfilesRequest,
  DowngradeProfilesResponse,
  DowngradeUserPlaybooksRequest,
  DowngradeUserPlaybooksResponse,
  GetAgentPlaybooksRequest,
  GetAgentPlaybooksViewResponse,
  GetAgentSuccessEvaluationResultsRequest,
  GetDashboardStatsRequest,
  GetDashboardStatsResponse,
  GetEvaluationResultsViewResponse,
  GetInteractionsRequest,
  GetInteractionsViewResponse,
  GetOperationStatusResponse,
  GetProfileStatisticsResponse,
  GetProfilesViewResponse,
  GetRequestsRequest,
  GetRequestsViewResponse,
  GetUserPlaybooksRequest,
  GetUserPlaybooksViewResponse,
  GetUserProfilesRequest,
  HealthResponse,
  ManualPlaybookGenerationRequest,
  ManualPlaybookGenerationResponse,
  ManualProfileGenerationRequest,
  ManualProfileGenerationResponse,
  MyConfigResponse,
  PlaybookAggregationChangeLogResponse,
  ProfileChangeLogViewResponse,
  PublishUserInteractionRequest,
  PublishUserInteractionResponse,
  RerunPlaybookGenerationRequest,
  RerunPlaybookGenerationResponse,
  RerunProfileGenerationRequest,
  RerunProfileGenerationResponse,
  RunPlaybookAggregationRequest,
  RunPlaybookAggregationResponse,
  SearchAgentPlaybookRequest,
  SearchAgentPlaybooksViewResponse,
  SearchInteractionRequest,
  SearchInteractionsViewResponse,
  SearchProfilesViewResponse,
  SearchUserPlaybookRequest,
  SearchUserPlaybooksViewResponse,
  SearchUserProfileRequest,
  ServiceInfo,
  SetConfigResponse,
  UnifiedSearchRequest,
  UnifiedSearchViewResponse,
  UpdateAgentPlaybookRequest,
  UpdateAgentPlaybookResponse,
  UpdatePlaybookStatusRequest,
  UpdatePlaybookStatusResponse,
  UpdateUserPlaybookRequest,
  UpdateUserPlaybookResponse,
  UpdateUserProfileRequest,
  UpdateUserProfileResponse,
  UpgradeProfilesRequest,
  UpgradeProfilesResponse,
  UpgradeUserPlaybooksRequest,
  UpgradeUserPlaybooksResponse,
  VersionInfo,
  WhoamiResponse,
} from "./types/mod.ts";

/**
 * What each endpoint takes and gives: `request` is the JSON body (null: none), `query` the query
 * parameters (null: none), `response` the body of a 200 answer.
 */
export interface EndpointTypes {
  readonly root: { readonly request: null; readonly query: null; readonly response: ServiceInfo };
  readonly health: {
    readonly request: null;
    readonly query: null;
    readonly response: HealthResponse;
  };
  readonly meta_version: {
    readonly request: null;
    readonly query: null;
    readonly response: VersionInfo;
  };
  readonly whoami: {
    readonly request: null;
    readonly query: null;
    readonly response: WhoamiResponse;
  };
  readonly my_config: {
    readonly request: null;
    readonly query: null;
    readonly response: MyConfigResponse;
  };
  readonly publish_interaction: {
    readonly request: PublishUserInteractionRequest;
    readonly query: { readonly wait_for_response?: boolean };
    readonly response: PublishUserInteractionResponse;
  };
  readonly search_interactions: {
    readonly request: SearchInteractionRequest;
    readonly query: null;
    readonly response: SearchInteractionsViewResponse;
  };
  readonly get_interactions: {
    readonly request: GetInteractionsRequest;
    readonly query: null;
    readonly response: GetInteractionsViewResponse;
  };
  readonly get_all_interactions: {
    readonly request: null;
    readonly query: { readonly limit?: number };
    readonly response: GetInteractionsViewResponse;
  };
  readonly get_requests: {
    readonly request: GetRequestsRequest;
    readonly query: null;
    readonly response: GetRequestsViewResponse;
  };
  readonly delete_interaction: {
    readonly request: DeleteUserInteractionRequest;
    readonly query: null;
    readonly response: DeleteUserInteractionResponse;
  };
  readonly delete_request: {
    readonly request: DeleteRequestRequest;
    readonly query: null;
    readonly response: DeleteRequestResponse;
  };
  readonly delete_session: {
    readonly request: DeleteSessionRequest;
    readonly query: null;
    readonly response: DeleteSessionResponse;
  };
  readonly delete_requests_by_ids: {
    readonly request: DeleteRequestsByIdsRequest;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly delete_all_interactions: {
    readonly request: null;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly add_user_profile: {
    readonly request: AddUserProfileRequest;
    readonly query: null;
    readonly response: AddUserProfileResponse;
  };
  readonly search_profiles: {
    readonly request: SearchUserProfileRequest;
    readonly query: null;
    readonly response: SearchProfilesViewResponse;
  };
  readonly get_profiles: {
    readonly request: GetUserProfilesRequest;
    readonly query: null;
    readonly response: GetProfilesViewResponse;
  };
  readonly get_all_profiles: {
    readonly request: null;
    readonly query: {
      readonly limit?: number;
      readonly status_filter?: "current" | "pending" | "archived";
    };
    readonly response: GetProfilesViewResponse;
  };
  readonly get_profile_statistics: {
    readonly request: null;
    readonly query: null;
    readonly response: GetProfileStatisticsResponse;
  };
  readonly update_user_profile: {
    readonly request: UpdateUserProfileRequest;
    readonly query: null;
    readonly response: UpdateUserProfileResponse;
  };
  readonly delete_profile: {
    readonly request: DeleteUserProfileRequest;
    readonly query: null;
    readonly response: DeleteUserProfileResponse;
  };
  readonly delete_profiles_by_ids: {
    readonly request: DeleteProfilesByIdsRequest;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly delete_all_profiles: {
    readonly request: null;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly profile_change_log: {
    readonly request: null;
    readonly query: null;
    readonly response: ProfileChangeLogViewResponse;
  };
  readonly upgrade_all_profiles: {
    readonly request: UpgradeProfilesRequest;
    readonly query: null;
    readonly response: UpgradeProfilesResponse;
  };
  readonly downgrade_all_profiles: {
    readonly request: DowngradeProfilesRequest;
    readonly query: null;
    readonly response: DowngradeProfilesResponse;
  };
  readonly add_user_playbook: {
    readonly request: AddUserPlaybookRequest;
    readonly query: null;
    readonly response: AddUserPlaybookResponse;
  };
  readonly search_user_playbooks: {
    readonly request: SearchUserPlaybookRequest;
    readonly query: null;
    readonly response: SearchUserPlaybooksViewResponse;
  };
  readonly get_user_playbooks: {
    readonly request: GetUserPlaybooksRequest;
    readonly query: null;
    readonly response: GetUserPlaybooksViewResponse;
  };
  readonly update_user_playbook: {
    readonly request: UpdateUserPlaybookRequest;
    readonly query: null;
    readonly response: UpdateUserPlaybookResponse;
  };
  readonly delete_user_playbook: {
    readonly request: DeleteUserPlaybookRequest;
    readonly query: null;
    readonly response: DeleteUserPlaybookResponse;
  };
  readonly delete_user_playbooks_by_ids: {
    readonly request: DeleteUserPlaybooksByIdsRequest;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly delete_all_user_playbooks: {
    readonly request: null;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly upgrade_all_user_playbooks: {
    readonly request: UpgradeUserPlaybooksRequest;
    readonly query: null;
    readonly response: UpgradeUserPlaybooksResponse;
  };
  readonly downgrade_all_user_playbooks: {
    readonly request: DowngradeUserPlaybooksRequest;
    readonly query: null;
    readonly response: DowngradeUserPlaybooksResponse;
  };
  readonly add_agent_playbook: {
    readonly request: AddAgentPlaybookRequest;
    readonly query: null;
    readonly response: AddAgentPlaybookResponse;
  };
  readonly search_agent_playbooks: {
    readonly request: SearchAgentPlaybookRequest;
    readonly query: null;
    readonly response: SearchAgentPlaybooksViewResponse;
  };
  readonly get_agent_playbooks: {
    readonly request: GetAgentPlaybooksRequest;
    readonly query: null;
    readonly response: GetAgentPlaybooksViewResponse;
  };
  readonly update_agent_playbook: {
    readonly request: UpdateAgentPlaybookRequest;
    readonly query: null;
    readonly response: UpdateAgentPlaybookResponse;
  };
  readonly update_agent_playbook_status: {
    readonly request: UpdatePlaybookStatusRequest;
    readonly query: null;
    readonly response: UpdatePlaybookStatusResponse;
  };
  readonly delete_agent_playbook: {
    readonly request: DeleteAgentPlaybookRequest;
    readonly query: null;
    readonly response: DeleteAgentPlaybookResponse;
  };
  readonly delete_agent_playbooks_by_ids: {
    readonly request: DeleteAgentPlaybooksByIdsRequest;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly delete_all_agent_playbooks: {
    readonly request: null;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly delete_all_playbooks: {
    readonly request: null;
    readonly query: null;
    readonly response: BulkDeleteResponse;
  };
  readonly playbook_aggregation_change_logs: {
    readonly request: null;
    readonly query: { readonly playbook_name: string; readonly agent_version: string };
    readonly response: PlaybookAggregationChangeLogResponse;
  };
  readonly search: {
    readonly request: UnifiedSearchRequest;
    readonly query: null;
    readonly response: UnifiedSearchViewResponse;
  };
  readonly get_agent_success_evaluation_results: {
    readonly request: GetAgentSuccessEvaluationResultsRequest;
    readonly query: null;
    readonly response: GetEvaluationResultsViewResponse;
  };
  readonly get_dashboard_stats: {
    readonly request: GetDashboardStatsRequest;
    readonly query: null;
    readonly response: GetDashboardStatsResponse;
  };
  readonly get_config: { readonly request: null; readonly query: null; readonly response: Config };
  readonly set_config: {
    readonly request: Config;
    readonly query: null;
    readonly response: SetConfigResponse;
  };
  readonly rerun_profile_generation: {
    readonly request: RerunProfileGenerationRequest;
    readonly query: null;
    readonly response: RerunProfileGenerationResponse;
  };
  readonly rerun_playbook_generation: {
    readonly request: RerunPlaybookGenerationRequest;
    readonly query: null;
    readonly response: RerunPlaybookGenerationResponse;
  };
  readonly manual_profile_generation: {
    readonly request: ManualProfileGenerationRequest;
    readonly query: null;
    readonly response: ManualProfileGenerationResponse;
  };
  readonly manual_playbook_generation: {
    readonly request: ManualPlaybookGenerationRequest;
    readonly query: null;
    readonly response: ManualPlaybookGenerationResponse;
  };
  readonly run_playbook_aggregation: {
    readonly request: RunPlaybookAggregationRequest;
    readonly query: null;
    readonly response: RunPlaybookAggregationResponse;
  };
  readonly get_operation_status: {
    readonly request: null;
    readonly query: { readonly service_name?: string };
    readonly response: GetOperationStatusResponse;
  };
  readonly cancel_operation: {
    readonly request: CancelOperationRequest;
    readonly query: null;
    readonly response: CancelOperationResponse;
  };
  readonly openapi_json: {
    readonly request: null;
    readonly query: null;
    readonly response: Readonly<Record<string, unknown>>;
  };
  readonly docs: { readonly request: null; readonly query: null; readonly response: string };
  readonly docs_oauth2_redirect: {
    readonly request: null;
    readonly query: null;
    readonly response: string;
  };
  readonly redoc: { readonly request: null; readonly query: null; readonly response: string };
}

/** Name of an endpoint, equal to its `operationId` in `/openapi.json`. */
export type EndpointName = keyof EndpointTypes;

/** Body that endpoint `N` takes. */
export type RequestOf<N extends EndpointName> = EndpointTypes[N]["request"];

/** Query parameters that endpoint `N` takes. */
export type QueryOf<N extends EndpointName> = EndpointTypes[N]["query"];

/** Body of a 200 answer of endpoint `N`. */
export type ResponseOf<N extends EndpointName> = EndpointTypes[N]["response"];
