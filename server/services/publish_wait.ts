import { type JobOutcome, type JobRef, waitForJobs } from "../jobs/mod.ts";
import { JOB_RESULT, type JobResultRow } from "../learn/records.ts";
import type { OrgStore } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";

/** Longest wait for learning, milliseconds; below the limit of the request itself. */
const LEARNING_WAIT_MS = 590_000;

/** What a publish led to. */
export interface LearningResult {
  /** Profiles added and changed. */
  readonly profiles: { readonly added: number; readonly updated: number };
  /** User playbooks added and changed. */
  readonly playbooks: { readonly added: number; readonly updated: number };
  /** One text for each service that failed or took too long. */
  readonly warnings: readonly string[];
}

/** Thrown to end the waiting. */
class WaitedTooLong extends Error {}

/** Waits for jobs; null when it takes too long. */
export async function waitAtMost(
  { store }: ServiceDeps,
  jobs: readonly JobRef[],
  limitMs: number,
): Promise<readonly JobOutcome[] | null> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new WaitedTooLong()), limitMs);
  try {
    return await waitForJobs(store, jobs, { signal: limit.signal });
  } catch (error) {
    if (error instanceof WaitedTooLong) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Takes the result of a job that was waited for, null when it left none. */
export async function takeResult(org: OrgStore, job: JobRef): Promise<JobResultRow | null> {
  const result = await org.read(JOB_RESULT, [job.id]);
  if (result !== null) await org.write((tx) => tx.remove(JOB_RESULT, [job.id]));
  return result;
}

/** Waits for the learning jobs of a publish, and for the aggregation that they set off. */
export async function awaitLearning(
  deps: ServiceDeps,
  org: OrgStore,
  jobs: readonly JobRef[],
): Promise<LearningResult> {
  const waited = await Promise.all(jobs.map((job) => awaitJob(deps, org, job)));
  const nothing = { added: 0, updated: 0 };
  const countsOf = (kind: string) => waited.find(({ job }) => job.kind === kind)?.result ?? nothing;
  const followUps = waited.flatMap(({ result }) => result?.follow_ups ?? []);
  // What aggregation does is not part of the answer; a failure of it is its own job's.
  if (followUps.length > 0) await waitAtMost(deps, followUps, LEARNING_WAIT_MS);
  return {
    profiles: countsOf("profile_generation"),
    playbooks: countsOf("playbook_generation"),
    warnings: waited.flatMap(({ warning }) => warning ?? []),
  };
}

/** Why a job failed; names the user to the caller, who knows the user, where logs do not. */
function whyOf({ ref, error }: JobOutcome): string {
  return (error ?? "").replace(/^All extractors failed for \w+/, `$& identifier=${ref.scope}`);
}

/** Waits for one job. */
async function awaitJob(deps: ServiceDeps, org: OrgStore, job: JobRef) {
  const outcomes = await waitAtMost(deps, [job], LEARNING_WAIT_MS);
  const outcome = outcomes?.[0];
  if (outcome === undefined) {
    return { job, result: null, warning: `${job.kind} timed out after 600s` };
  }
  const result = await takeResult(org, job);
  const warning = outcome.state === "finished" ? null : `${job.kind} failed: ${whyOf(outcome)}`;
  return { job, result, warning };
}
