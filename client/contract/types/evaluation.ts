import type { RegularVsShadow } from "../constants.ts";

/** Stored verdict on one session. Domain model, not on the wire. */
export interface AgentSuccessEvaluationResult {
  /** Id of the verdict; 0: not stored yet. Default: `0`. */
  readonly result_id?: number;
  /** Version of the agent. */
  readonly agent_version: string;
  /** The session. */
  readonly session_id: string;
  /** Whether the session ended well. */
  readonly is_success: boolean;
  /** Kind of failure, empty on success. Default: `null`. */
  readonly failure_type?: string | null;
  /** Why it failed, empty on success. Default: `null`. */
  readonly failure_reason?: string | null;
  /** Name of the criterion. Default: `null`. */
  readonly evaluation_name?: string | null;
  /** When it was judged. Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** Comparison with the shadow answers; null when there were none. Default: `null`. */
  readonly regular_vs_shadow?: RegularVsShadow | null;
  /** Corrections made in the session. Default: `0`. */
  readonly number_of_correction_per_session?: number;
  /** User turns until it was solved; null when unknown. Default: `null`. */
  readonly user_turns_to_resolution?: number | null;
  /** Whether the person was handed over to a human. Default: `false`. */
  readonly is_escalated?: boolean;
  /** Ignored: the server makes vectors itself. Empty or 512 numbers. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** Verdict as returned. */
export interface EvaluationResultView {
  /** Id of the verdict; 0: not stored yet. */
  readonly result_id: number;
  /** Version of the agent. */
  readonly agent_version: string;
  /** The session. */
  readonly session_id: string;
  /** Whether the session ended well. */
  readonly is_success: boolean;
  /** Kind of failure, empty on success. Default: `null`. */
  readonly failure_type?: string | null;
  /** Why it failed, empty on success. Default: `null`. */
  readonly failure_reason?: string | null;
  /** Name of the criterion. Default: `null`. */
  readonly evaluation_name?: string | null;
  /** When it was judged. Unix seconds, UTC. */
  readonly created_at: number;
  /** Comparison with the shadow answers; null when there were none. Default: `null`. */
  readonly regular_vs_shadow?: RegularVsShadow | null;
  /** Corrections made in the session. */
  readonly number_of_correction_per_session: number;
  /** User turns until it was solved; null when unknown. Default: `null`. */
  readonly user_turns_to_resolution?: number | null;
  /** Whether the person was handed over to a human. */
  readonly is_escalated: boolean;
}

/** Which verdicts to list. All filters are optional. */
export interface GetAgentSuccessEvaluationResultsRequest {
  /** Most records to return; null: 100. Default: `100`. */
  readonly limit?: number | null;
  /** Only verdicts on this version; empty text is compared too. Default: `null`. */
  readonly agent_version?: string | null;
}

/** Verdicts. */
export interface GetEvaluationResultsViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Verdicts, newest first. */
  readonly agent_success_evaluation_results: readonly EvaluationResultView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}
