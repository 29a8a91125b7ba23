import { type PlainKind, plainKind } from "../store/mod.ts";
import type { JobRef, JobRow } from "./types.ts";

/** Key of a job: kind, scope, id. */
export type JobKey = readonly [kind: string, scope: string, id: string];

/** Who works on a scope. Its presence keeps others away while its owner lives. */
export interface LeaseRow {
  /** Instance that holds it. */
  readonly owner: string;
  /** Random name of the run; a commit of the run checks that it is still this one. */
  readonly run: string;
  /** Machine of the owner, null when unknown. */
  readonly host: string | null;
  /** Process of the owner on that machine. */
  readonly pid: number;
  /** When it ends unless renewed, Unix milliseconds. */
  readonly until_ms: number;
  /** Runs of these jobs in a row that ended with their process. */
  readonly crashes: number;
  /** Ids of the jobs in work. */
  readonly job_ids: readonly string[];
  /** What the run last said of its progress. */
  readonly progress: unknown;
  /** Whether the configuration changed since the run began: it may have read the older one. */
  readonly is_outdated?: boolean;
}

/** Key of an entry of the due index: due time, org, kind, scope, id. */
export type DueKey = readonly [
  dueAtMs: number,
  org: string,
  kind: string,
  scope: string,
  id: string,
];

/** Jobs. */
export const JOB: PlainKind<JobKey, JobRow> = plainKind("job", { notify: true });

/** Leases by kind and scope. */
export const LEASE: PlainKind<readonly [kind: string, scope: string], LeaseRow> = plainKind(
  "lease",
);

/** Jobs of all orgs that wait, by due time; the value names the job. */
export const DUE: PlainKind<DueKey, JobRef> = plainKind("due", { scope: "store" });

/** How long a lease holds without being renewed, milliseconds. */
export const LEASE_MS = 30_000;

/** How often a lease is renewed, milliseconds. */
export const HEARTBEAT_MS = 10_000;

/** Key of a job. */
export function jobKey(ref: JobRef): JobKey {
  return [ref.kind, ref.scope, ref.id];
}

/** Key of a job in the due index. */
export function dueKey(job: JobRow): DueKey {
  return [job.due_at_ms, job.org, job.kind, job.scope, job.id];
}

/** Whether a job was to start at once; its time then is only when it was staged. */
function isAtOnce({ due_at_ms, created_at_ms }: JobRow): boolean {
  return due_at_ms === created_at_ms;
}

/** Whether a job may start. One that was to start at once may, also when the clock went back since. */
export function isDue(job: JobRow, nowMs: number): boolean {
  return job.due_at_ms <= nowMs || isAtOnce(job);
}

/** The name of a job. */
export function toRef({ org, kind, scope, id }: JobRef): JobRef {
  return { org, kind, scope, id };
}

/** Text that names a scope of an org, for maps. */
export function scopeText(org: string, kind: string, scope: string): string {
  return JSON.stringify([org, kind, scope]);
}
