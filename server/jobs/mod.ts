/**
 * Durable background work: jobs are staged inside somebody's commit, claimed under a lease, run at
 * least once and ended together with their effects exactly once.
 *
 * @module
 */
export type * from "./types.ts";
export { JobAborted, type JobAbortReason, JobFailure } from "./errors.ts";
export { SYSTEM_CLOCK } from "./clock.ts";
export { stageJob } from "./stage.ts";
export { waitForJobs } from "./wait.ts";
export {
  cancelJob,
  listJobs,
  releaseBlockedJobs,
  removeAllJobs,
  retryJob,
  stageCancel,
  stageRemoveJobs,
} from "./operators.ts";
export * from "./operations.ts";
export { JobRunner } from "./runner.ts";
