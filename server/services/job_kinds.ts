import type { LearningService } from "../learn/records.ts";

/** Learns from the turns of a user; the scope is the user. */
export type LearningJobKind = LearningService;

/** The services that learn. */
export const LEARNING_SERVICES: readonly LearningService[] = [
  "profile_generation",
  "playbook_generation",
];

/** Aggregates user playbooks; the scope is name and version as JSON. */
export const AGGREGATION_JOB = "playbook_aggregation";

/** Judges a session; the scope is user and session as JSON. */
export const EVALUATION_JOB = "session_evaluation";

/** Learns anew or by hand over many users; the scope is the service. */
export const BATCH_JOB = "batch";

/** Archives a temporary playbook; the scope is its id. */
export const ARCHIVE_JOB = "archive_item";

/** Drops old turns and records; the scope is `org`. */
export const RETENTION_JOB = "retention";

/** What a learning job of a publish has to know. */
export interface LearningPayload {
  /** The publish. */
  readonly request_id: string;
  /** Its source, null when none. */
  readonly source: string | null;
  /** Its agent version. */
  readonly agent_version: string;
  /** Whether the interval gate is skipped. */
  readonly force: boolean;
  /** Whether no aggregation follows. */
  readonly skip_aggregation: boolean;
  /** Whether somebody waits for the result. */
  readonly is_awaited: boolean;
  /** The observed work that led to it, absent when nobody observes. */
  readonly trace?: string;
}

/** What an aggregation job has to know. */
export interface AggregationPayload {
  /** Name of the extractor. */
  readonly playbook_name: string;
  /** Version of the agent. */
  readonly agent_version: string;
  /** Whether everything is rebuilt. */
  readonly rerun: boolean;
  /** Whether somebody waits for the result. */
  readonly is_awaited: boolean;
}

/** What an evaluation job has to know. */
export interface EvaluationPayload {
  /** The user. */
  readonly user_id: string;
  /** The session. */
  readonly session_id: string;
}

/** What a manual run or a rerun has to know. */
export interface BatchPayload {
  /** Which service. */
  readonly service: LearningService;
  /** Manual runs make current items, reruns pending ones. */
  readonly mode: "manual" | "rerun";
  /** Only this user, null: all. */
  readonly user_id: string | null;
  /** Earliest time, Unix seconds; null: none. */
  readonly from_sec: number | null;
  /** Latest time, Unix seconds; null: none. */
  readonly to_sec: number | null;
  /** Only this source, null: all. */
  readonly source: string | null;
  /** Version of the agent; playbooks are learnt from its turns only. */
  readonly agent_version: string;
  /** Only these extractors; empty: all. */
  readonly names: readonly string[];
  /** Request id given to what is learnt. */
  readonly request_id: string;
}

/** Scope that keeps runs of a name and version apart. */
export function pairScope(a: string, b: string): string {
  return JSON.stringify([a, b]);
}

/** Name of what is aggregated together, for the pace of it. */
export function paceKey(org: string, scope: string): string {
  return pairScope(org, scope);
}
