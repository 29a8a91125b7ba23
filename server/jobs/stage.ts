import type { Tx } from "../store/mod.ts";
import { DUE, dueKey, JOB, jobKey, toRef } from "./_rows.ts";
import type { JobRef, JobRow, NewJob } from "./types.ts";

/**
 * Stages a job inside somebody's unit of work: it exists exactly when that unit is committed, and
 * is started at once in this process. Staging an id that is there replaces the job.
 */
export async function stageJob(tx: Tx, job: NewJob): Promise<JobRef> {
  const nowMs = Math.round(tx.nowSec * 1_000);
  const row: JobRow = {
    org: tx.org,
    kind: job.kind,
    scope: job.scope,
    id: job.id ?? crypto.randomUUID(),
    payload: job.payload,
    state: "waiting",
    due_at_ms: job.dueAtMs ?? nowMs,
    attempts: 0,
    same_errors: 0,
    last_error: null,
    cancel_requested: false,
    created_at_ms: nowMs,
    revision: crypto.randomUUID(),
  };
  const mayHaveOtherTime = job.id !== undefined && job.isTimedById !== true;
  const before = mayHaveOtherTime ? await tx.read(JOB, jobKey(row)) : null;
  putJob(tx, before, row);
  return toRef(row);
}

/** Stages a job's row and keeps the due index with it; `before` is the row that was read. */
export function putJob(tx: Tx, before: JobRow | null, after: JobRow): void {
  if (before !== null) tx.remove(DUE, dueKey(before));
  tx.set(JOB, jobKey(after), after);
  if (after.state !== "poisoned") tx.set(DUE, dueKey(after), toRef(after));
}

/** Stages the end of a job. */
export function removeJob(tx: Tx, job: JobRow): void {
  tx.remove(JOB, jobKey(job));
  tx.remove(DUE, dueKey(job));
}
