import type { OperationStatus } from "../constants.ts";
import type { LearningService, TimeFilter } from "./common.ts";

/** Progress of a rerun or manual run. One record per service and org; a new run overwrites it. */
export interface OperationStatusInfo {
  /** profile_generation or playbook_generation. */
  readonly service_name: LearningService;
  /** State of the run. */
  readonly status: OperationStatus;
  /** When the run started. Unix seconds, UTC. */
  readonly started_at: number;
  /** When the run ended; null while it runs. Unix seconds, UTC. Default: `null`. */
  readonly completed_at?: number | null;
  /** Users to process. */
  readonly total_users: number;
  /** Users done. */
  readonly processed_users: number;
  /** Users that failed. */
  readonly failed_users: number;
  /** User being processed; null when none. Default: `null`. */
  readonly current_user_id?: string | null;
  /** Users done, in order. */
  readonly processed_user_ids: readonly string[];
  /** Items `{user_id, error}`. */
  readonly failed_user_ids: readonly Readonly<Record<string, unknown>>[];
  /** Echo of the filters; nulls inside are kept; manual runs add mode=manual_regular. */
  readonly request_params: Readonly<Record<string, unknown>>;
  /** `total_interactions_processed` and `total_generated`. */
  readonly stats: Readonly<Record<string, unknown>>;
  /** Why the run failed. Default: `null`. */
  readonly error_message?: string | null;
  /** Successful users / total users × 100; 100 when completed. */
  readonly progress_percentage: number;
}

/** Model form of the query string of get_operation_status. */
export interface GetOperationStatusRequest {
  /** `profile_generation` or `playbook_generation`. Default: `"profile_generation"`. */
  readonly service_name?: LearningService;
}

/** Progress of a run; success is false when the service never ran. */
export interface GetOperationStatusResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Progress of the run. Default: `null`. */
  readonly operation_status?: OperationStatusInfo | null;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** What to cancel. */
export interface CancelOperationRequest {
  /** `profile_generation` or `playbook_generation`; null or empty: both. Default: `null`. */
  readonly service_name?: LearningService | null;
}

/** Outcome of cancelling; success also when nothing ran. */
export interface CancelOperationResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Services whose run was asked to stop. */
  readonly cancelled_services: readonly string[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** Which rules to aggregate. */
export interface RunPlaybookAggregationRequest {
  /** Version of the agent; empty: the default version of the server. Default: `"agent-v0"`. */
  readonly agent_version?: string;
  /** Name of a user playbook extractor. */
  readonly playbook_name: string;
}

/** Outcome in words only. */
export interface RunPlaybookAggregationResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. */
  readonly message: string;
}

/**
 * Which conversations to relearn profiles from. All filters are optional; an empty object is
 * valid.
 */
export interface RerunProfileGenerationRequest {
  /** Only this person; null: everybody with matching requests. Default: `null`. */
  readonly user_id?: string | null;
  /** Earliest time, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Only turns of this source. Default: `null`. */
  readonly source?: string | null;
  /** Only these extractors; null or empty: all. Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
}

/** Acknowledgement. */
export interface RerunProfileGenerationResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
  /** Not sent: the run has only started. Default: `null`. */
  readonly profiles_generated?: number | null;
  /** A constant, not a handle. */
  readonly operation_id: "rerun_profile_generation";
}

/** Which conversations to relearn user playbooks from. All filters are optional. */
export interface RerunPlaybookGenerationRequest {
  /** Version of the agent; empty: the default version of the server. Default: `"agent-v0"`. */
  readonly agent_version?: string;
  /** Earliest time, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Only the extractor of this name. Default: `null`. */
  readonly playbook_name?: string | null;
  /** Only turns of this source. Default: `null`. */
  readonly source?: string | null;
}

/** Acknowledgement. */
export interface RerunPlaybookGenerationResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
  /** Not sent: the run has only started. Default: `null`. */
  readonly playbooks_generated?: number | null;
  /** A constant, not a handle. */
  readonly operation_id: "rerun_playbook_generation";
}

/** Which profiles to learn now. All filters are optional. */
export interface ManualProfileGenerationRequest {
  /** Only this person; null: everybody. Default: `null`. */
  readonly user_id?: string | null;
  /** Only turns of this source. Default: `null`. */
  readonly source?: string | null;
  /** Only these extractors; null or empty: all. Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
}

/** Result of a run that was waited for. */
export interface ManualProfileGenerationResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
  /** Profiles that this run made. Default: `null`. */
  readonly profiles_generated?: number | null;
}

/** Which user playbooks to learn now. All filters are optional. */
export interface ManualPlaybookGenerationRequest {
  /** Version of the agent; empty: the default version of the server. Default: `"agent-v0"`. */
  readonly agent_version?: string;
  /** Only turns of this source. Default: `null`. */
  readonly source?: string | null;
  /** Only the extractor of this name. Default: `null`. */
  readonly playbook_name?: string | null;
}

/** Result of a run that was waited for. */
export interface ManualPlaybookGenerationResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
  /** User playbooks that this run made. Default: `null`. */
  readonly playbooks_generated?: number | null;
}
