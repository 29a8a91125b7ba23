/**
 * From stored turns to what is learnt: gates, windows, commits; aggregation of rules over
 * users; judging of sessions. What understands language is a `Learner`.
 *
 * @module
 */
export type * from "./learner.ts";
export type { AnyExtractor, LearnConfig, RunMode } from "./extractors.ts";
export { aggregationOf, DEFAULT_AGGREGATION } from "./extractors.ts";
export { aggregate } from "./aggregation.ts";
export type {
  AggregationContext,
  AggregationOutcome,
  AggregationRequest,
} from "./aggregation_types.ts";
export {
  evaluateSession,
  type EvaluationContext,
  type EvaluationOutcome,
  samplingDraw,
  type SessionRef,
} from "./evaluation.ts";
export { expiresAtSec } from "./expiry.ts";
export { LearningFailure } from "./learning_failure.ts";
export { learn } from "./pipeline.ts";
export { PLAYBOOK_SERVICE, withRecords } from "./playbook_service.ts";
export { PROFILE_SERVICE } from "./profile_service.ts";
export { withoutOwnTurns } from "./own_lines.ts";
export * from "./records.ts";
export {
  addOutcome,
  type FollowUps,
  type ItemScope,
  type LearnContext,
  type LearnOutcome,
  NO_OUTCOME,
  type RowCounts,
  type RunRequest,
  type SimilarSearch,
} from "./run.ts";
export { ALL_TURNS, type TurnFilter, type TurnRef, UserTurns } from "./user_turns.ts";
export { WindowCache } from "./window_cache.ts";
