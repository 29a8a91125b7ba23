/** Outcome of comparing the delivered answer with the shadow answer. */
export type RegularVsShadow =
  | "regular_is_better"
  | "regular_is_slightly_better"
  | "shadow_is_better"
  | "shadow_is_slightly_better"
  | "tied";

/** The values of {@link RegularVsShadow} by name. */
export const RegularVsShadow: {
  readonly REGULAR_IS_BETTER: "regular_is_better";
  readonly REGULAR_IS_SLIGHTLY_BETTER: "regular_is_slightly_better";
  readonly SHADOW_IS_BETTER: "shadow_is_better";
  readonly SHADOW_IS_SLIGHTLY_BETTER: "shadow_is_slightly_better";
  readonly TIED: "tied";
} = {
  REGULAR_IS_BETTER: "regular_is_better",
  REGULAR_IS_SLIGHTLY_BETTER: "regular_is_slightly_better",
  SHADOW_IS_BETTER: "shadow_is_better",
  SHADOW_IS_SLIGHTLY_BETTER: "shadow_is_slightly_better",
  TIED: "tied",
};

/** Stored verdict on one session. Domain model, not on the wire. */
export interface AgentSuccessEvaluationResult {
  /** Default: `0`. */
  readonly result_id?: number;
  /** `agent_version`. */
  readonly agent_version: string;
  /** `session_id`. */
  readonly session_id: string;
  /** `is_success`. */
  readonly is_success: boolean;
  /** Default: `null`. */
  readonly failure_type?: string | null;
  /** Default: `null`. */
  readonly failure_reason?: string | null;
  /** Name of the agent_success_configs entry. Default: `null`. */
  readonly evaluation_name?: string | null;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** Default: `null`. */
  readonly regular_vs_shadow?: RegularVsShadow | null;
  /** Default: `0`. */
  readonly number_of_correction_per_session?: number;
  /** Default: `null`. */
  readonly user_turns_to_resolution?: number | null;
  /** Default: `false`. */
  readonly is_escalated?: boolean;
  /** Vector. Accepted on input but recomputed by the server; never returned. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** Verdict as returned. */
export interface EvaluationResultView {
  /** `result_id`. */
  readonly result_id: number;
  /** `agent_version`. */
  readonly agent_version: string;
  /** `session_id`. */
  readonly session_id: string;
  /** `is_success`. */
  readonly is_success: boolean;
  /** Default: `null`. */
  readonly failure_type?: string | null;
  /** Default: `null`. */
  readonly failure_reason?: string | null;
  /** Name of the agent_success_configs entry. Default: `null`. */
  readonly evaluation_name?: string | null;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** Default: `null`. */
  readonly regular_vs_shadow?: RegularVsShadow | null;
  /** `number_of_correction_per_session`. */
  readonly number_of_correction_per_session: number;
  /** Default: `null`. */
  readonly user_turns_to_resolution?: number | null;
  /** `is_escalated`. */
  readonly is_escalated: boolean;
}

/** All filters optional. */
export interface GetAgentSuccessEvaluationResultsRequest {
  /** Null = 100. Default: `100`. */
  readonly limit?: number | null;
  /** "" is compared literally. Default: `null`. */
  readonly agent_version?: string | null;
}

/** Verdicts. */
export interface GetEvaluationResultsViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `agent_success_evaluation_results`. */
  readonly agent_success_evaluation_results: readonly EvaluationResultView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}
