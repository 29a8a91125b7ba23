import type { OrgStore, Tx } from "../store/mod.ts";
import { DUE, dueKey, JOB, jobKey, LEASE, type LeaseRow, scopeText } from "./_rows.ts";
import { putJob, removeJob } from "./stage.ts";
import type { JobInfo, JobRef, JobRow, ListJobsOptions } from "./types.ts";

/** Jobs that are fetched at once. */
const LISTED_AT_ONCE = 100;

/** The lease of a scope while it has not run out. */
async function leaseOf(org: OrgStore, job: JobRef, nowMs: number): Promise<LeaseRow | null> {
  const lease = await org.read(LEASE, [job.kind, job.scope]);
  return lease !== null && lease.until_ms > nowMs ? lease : null;
}

/** Jobs of an org with their state, for operators. */
export async function listJobs(
  org: OrgStore,
  options: ListJobsOptions = {},
): Promise<JobInfo[]> {
  const { kind, scope, state, limit = 100, nowMs = Date.now() } = options;
  const prefix = kind === undefined ? [] : scope === undefined ? [kind] : [kind, scope];
  const leases = new Map<string, LeaseRow | null>();
  const found: JobInfo[] = [];
  const batchSize = Math.min(Math.max(limit, 1), LISTED_AT_ONCE);
  for await (const { value: job } of org.list(JOB, { prefix, batchSize })) {
    if (state !== undefined && job.state !== state) continue;
    const text = scopeText(job.org, job.kind, job.scope);
    const lease = leases.get(text) ?? await leaseOf(org, job, nowMs);
    leases.set(text, lease);
    const running = lease?.job_ids.includes(job.id) ?? false;
    found.push({ ...job, running, progress: running ? lease?.progress ?? null : null });
    if (found.length >= limit) break;
  }
  return found;
}

/**
 * Stages the cancelling of a job: one that waits is removed, one in work is told to stop.
 *
 * @returns `removed`, `told`, or `missing`.
 */
export async function stageCancel(
  tx: Tx,
  ref: JobRef,
): Promise<"removed" | "told" | "missing"> {
  const job = await tx.read(JOB, jobKey(ref));
  if (job === null) return "missing";
  const lease = await tx.read(LEASE, [ref.kind, ref.scope]);
  if (lease?.job_ids.includes(ref.id)) {
    putJob(tx, job, { ...job, cancel_requested: true });
    return "told";
  }
  removeJob(tx, job);
  return "removed";
}

/** Cancels a job; see {@link stageCancel}. */
export async function cancelJob(
  org: OrgStore,
  ref: JobRef,
): Promise<"removed" | "told" | "missing"> {
  return (await org.write((tx) => stageCancel(tx, ref))).result;
}

/** Lets a job start anew now, whatever became of it. Returns false when there is none. */
export async function retryJob(org: OrgStore, ref: JobRef): Promise<boolean> {
  const { result } = await org.write(async (tx) => {
    const job = await tx.read(JOB, jobKey(ref));
    if (job === null) return false;
    putJob(tx, job, toFresh(job, tx.nowSec));
    return true;
  });
  return result;
}

/** A job as if it had never failed, due now. */
function toFresh(job: JobRow, nowSec: number): JobRow {
  return {
    ...job,
    state: "waiting",
    attempts: 0,
    same_errors: 0,
    last_error: null,
    due_at_ms: Math.round(nowSec * 1_000),
  };
}

/**
 * Lets jobs that wait for a changed configuration start now, and those at once that turn out to need
 * one in a run which began before. Called after the change. Returns how many started.
 */
export async function releaseBlockedJobs(org: OrgStore): Promise<number> {
  // Runs come first: one that fails meanwhile is marked by then, or its jobs are among the blocked.
  for await (const { key } of org.list(LEASE)) {
    await org.write(async (tx) => {
      const lease = await tx.read(LEASE, key);
      if (lease !== null) tx.set(LEASE, key, { ...lease, is_outdated: true });
    });
  }
  let released = 0;
  for await (const { value: job } of org.list(JOB)) {
    if (job.state !== "blocked") continue;
    const { result } = await org.write(async (tx) => {
      const now = await tx.read(JOB, jobKey(job));
      if (now?.state !== "blocked") return false;
      putJob(tx, now, toFresh(now, tx.nowSec));
      return true;
    });
    if (result) released++;
  }
  return released;
}

/**
 * Stages the end of jobs and of the leases of their scopes: a run of them that is under way commits
 * nothing more.
 */
export async function stageRemoveJobs(tx: Tx, jobs: readonly JobRef[]): Promise<number> {
  let removed = 0;
  for (const ref of jobs) {
    const job = await tx.read(JOB, jobKey(ref));
    tx.remove(LEASE, [ref.kind, ref.scope]);
    if (job === null) continue;
    removeJob(tx, job);
    removed++;
  }
  return removed;
}

/** Removes all jobs of an org, due index included; for removing the org itself. */
export async function removeAllJobs(org: OrgStore): Promise<void> {
  for await (const { value: job } of org.list(JOB)) {
    await org.write((tx) => {
      tx.remove(JOB, jobKey(job));
      tx.remove(DUE, dueKey(job));
    });
  }
}
