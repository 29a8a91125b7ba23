import type {
  AgentPlaybook,
  AgentSuccessEvaluationResult,
  Complete,
  Config,
  Interaction,
  OperationStatusInfo,
  PlaybookAggregationChangeLog,
  ProfileChangeLog,
  Request,
  UserPlaybook,
  UserProfile,
} from "../../client/contract/mod.ts";

/** A stored turn: every field of the entity but the image bytes and the vector. */
export type InteractionRow = Omit<Complete<Interaction>, "embedding" | "image_encoding">;

/** A stored request (one publish). */
export type RequestRow = Complete<Request>;

/** A stored profile; its vector is kept apart. */
export type ProfileRow = Omit<Complete<UserProfile>, "embedding">;

/** A stored user playbook; its vector is kept apart. */
export type UserPlaybookRow = Omit<Complete<UserPlaybook>, "embedding">;

/** A stored agent playbook; its vector is kept apart. */
export type AgentPlaybookRow = Omit<Complete<AgentPlaybook>, "embedding">;

/** A stored verdict on a session. */
export type EvaluationRow = Omit<Complete<AgentSuccessEvaluationResult>, "embedding">;

/** A stored entry of the profile change log. */
export type ProfileChangeLogRow = Complete<ProfileChangeLog>;

/** A stored entry of the aggregation change log. */
export type AggregationChangeLogRow = Complete<PlaybookAggregationChangeLog>;

/** A stored progress record of a manual run, rerun or aggregation. */
export type OperationRow = Complete<OperationStatusInfo>;

/** A stored configuration: the complete config and the fields that a caller set explicitly. */
export interface ConfigRow {
  /** The whole configuration, secrets included. */
  readonly config: Complete<Config>;
  /** Top-level keys that came in by `set_config`. */
  readonly explicit: readonly string[];
}
