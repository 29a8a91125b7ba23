/**
 * Durable background work: jobs are staged inside somebody's commit, claimed under a lease, run at
 * least once and ended together with their effects exactly once.
 *
 * @module
 */
export type * from "./types.ts";
export { JobAborted, type JobAbortReason, JobFailure } from "./errors.ts";
