import type { TimeFilter } from "./common.ts";

/** State of a background operation. Terminal: completed, failed, cancelled. */
export type OperationStatus = "in_progress" | "completed" | "failed" | "cancelled";

/** The values of {@link OperationStatus} by name. */
export const OperationStatus: {
  readonly IN_PROGRESS: "in_progress";
  readonly COMPLETED: "completed";
  readonly FAILED: "failed";
  readonly CANCELLED: "cancelled";
} = {
  IN_PROGRESS: "in_progress",
  COMPLETED: "completed",
  FAILED: "failed",
  CANCELLED: "cancelled",
};

/** Progress of a rerun or manual run. One record per service and org; a new run overwrites it. */
export interface OperationStatusInfo {
  /** profile_generation or playbook_generation. */
  readonly service_name: string;
  /** `status`. */
  readonly status: OperationStatus;
  /** Unix seconds, UTC. */
  readonly started_at: number;
  /** Unix seconds, UTC. Default: `null`. */
  readonly completed_at?: number | null;
  /** `total_users`. */
  readonly total_users: number;
  /** `processed_users`. */
  readonly processed_users: number;
  /** `failed_users`. */
  readonly failed_users: number;
  /** Default: `null`. */
  readonly current_user_id?: string | null;
  /** `processed_user_ids`. */
  readonly processed_user_ids: readonly string[];
  /** Items {user_id, error}. */
  readonly failed_user_ids: readonly Readonly<Record<string, unknown>>[];
  /** Echo of the filters; nulls inside are kept; manual runs add mode=manual_regular. */
  readonly request_params: Readonly<Record<string, unknown>>;
  /** total_interactions_processed (in practice the number of users) and total_generated. */
  readonly stats: Readonly<Record<string, unknown>>;
  /** Default: `null`. */
  readonly error_message?: string | null;
  /** Successful users / total users × 100; 100 when completed. */
  readonly progress_percentage: number;
}

/** Model form of the query string of get_operation_status. */
export interface GetOperationStatusRequest {
  /** Default: `"profile_generation"`. */
  readonly service_name?: string;
}

/** success=false when the service never ran. */
export interface GetOperationStatusResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly operation_status?: OperationStatusInfo | null;
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** What to cancel. */
export interface CancelOperationRequest {
  /** Null or "": both profile_generation and playbook_generation. Default: `null`. */
  readonly service_name?: string | null;
}

/** success=true also when nothing was running. */
export interface CancelOperationResponse {
  /** `success`. */
  readonly success: boolean;
  /** `cancelled_services`. */
  readonly cancelled_services: readonly string[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Which rules to aggregate. */
export interface RunPlaybookAggregationRequest {
  /** "" becomes agent-v0; null is refused. Default: `"agent-v0"`. */
  readonly agent_version?: string;
  /** Name of a user playbook extractor. */
  readonly playbook_name: string;
}

/** Outcome in words only. */
export interface RunPlaybookAggregationResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
}

/** All filters optional; an empty body object is valid. */
export interface RerunProfileGenerationRequest {
  /** Null: every user with matching requests. Default: `null`. */
  readonly user_id?: string | null;
  /** Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly source?: string | null;
  /** Null or empty: all extractors. Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
}

/** Acknowledgement. */
export interface RerunProfileGenerationResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
  /** Never in the acknowledgement. Default: `null`. */
  readonly profiles_generated?: number | null;
  /** A constant, not a handle. */
  readonly operation_id: "rerun_profile_generation";
}

/** All optional. */
export interface RerunPlaybookGenerationRequest {
  /** "" becomes agent-v0; null is refused. Default: `"agent-v0"`. */
  readonly agent_version?: string;
  /** Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly playbook_name?: string | null;
  /** Default: `null`. */
  readonly source?: string | null;
}

/** Acknowledgement. */
export interface RerunPlaybookGenerationResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
  /** Never in the acknowledgement. Default: `null`. */
  readonly playbooks_generated?: number | null;
  /** A constant, not a handle. */
  readonly operation_id: "rerun_playbook_generation";
}

/** All optional. */
export interface ManualProfileGenerationRequest {
  /** Null: all users. Default: `null`. */
  readonly user_id?: string | null;
  /** Default: `null`. */
  readonly source?: string | null;
  /** Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
}

/** Result of a run that was waited for. */
export interface ManualProfileGenerationResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
  /** All current profiles of the user afterwards, not only new ones. Default: `null`. */
  readonly profiles_generated?: number | null;
}

/** All optional. */
export interface ManualPlaybookGenerationRequest {
  /** "" becomes agent-v0; null is refused. Default: `"agent-v0"`. */
  readonly agent_version?: string;
  /** Default: `null`. */
  readonly source?: string | null;
  /** Used for the count in the answer. Default: `null`. */
  readonly playbook_name?: string | null;
}

/** Result of a run that was waited for. */
export interface ManualPlaybookGenerationResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
  /** All current user playbooks of the version (and name) afterwards, at most 10000. Default: `null`. */
  readonly playbooks_generated?: number | null;
}
