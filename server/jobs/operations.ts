import {
  type OperationRow,
  type OrgStore,
  type PlainKind,
  plainKind,
  type Tx,
} from "../store/mod.ts";
import { JOB, jobKey } from "./_rows.ts";
import { stageCancel } from "./operators.ts";
import type { JobRef } from "./types.ts";

/** A progress record with the job that does the work. */
export interface OperationRecord {
  /** What callers see. */
  readonly info: OperationRow;
  /** The job. */
  readonly job: JobRef;
}

/** Progress records, one a service; the newest run overwrites the older. */
export const OPERATION: PlainKind<readonly [service: string], OperationRecord> = plainKind(
  "operation",
  { large: true },
);

/** Options of starting an operation. */
export interface StartOperationOptions {
  /** Name of the service, such as `profile_generation`. */
  readonly service: string;
  /** The job that does the work, staged in the same unit. */
  readonly job: JobRef;
  /** Users it will go through. */
  readonly totalUsers: number;
  /** Echo of the filters. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a run got done since the last record. */
export interface OperationProgress {
  /** User in work now, null when none. */
  readonly currentUserId?: string | null;
  /** User that was finished. */
  readonly processedUserId?: string;
  /** User that failed, with the error. */
  readonly failed?: { readonly userId: string; readonly error: string };
  /** Sums to add to the statistics, by name. */
  readonly stats?: Readonly<Record<string, number>>;
  /** Users it will go through, when that is only known now. */
  readonly totalUsers?: number;
}

/** Share of the users done, 0 to 100. */
function percentage(processed: number, total: number): number {
  return total === 0 ? 0 : Math.min(100, (processed / total) * 100);
}

/** Message of a record whose work was lost. */
const LOST_MESSAGE = "Auto-recovered: the work ended without a result; start it again";

/**
 * The record with its true state: one in progress whose job is gone or was given up has failed.
 * A job that waits to be taken up again after a crash is still in progress.
 */
function withTrueState(
  record: OperationRecord,
  job: { readonly state: string; readonly last_error: string | null } | null,
  nowSec: number,
): OperationRecord {
  if (record.info.status !== "in_progress") return record;
  if (job !== null && job.state !== "poisoned") return record;
  const info: OperationRow = {
    ...record.info,
    status: "failed",
    completed_at: Math.floor(nowSec),
    current_user_id: null,
    error_message: job?.last_error ?? LOST_MESSAGE,
  };
  return { ...record, info };
}

/** Reads a record and settles it in the unit when its work was lost. */
async function readTrue(tx: Tx, service: string): Promise<OperationRecord | null> {
  const record = await tx.read(OPERATION, [service]);
  if (record === null || record.info.status !== "in_progress") return record;
  const settled = withTrueState(record, await tx.read(JOB, jobKey(record.job)), tx.nowSec);
  if (settled !== record) tx.set(OPERATION, [service], settled);
  return settled;
}

/**
 * Stages the record of a new operation.
 *
 * @returns False when one of the service is in progress; then nothing is staged.
 */
export async function startOperation(tx: Tx, options: StartOperationOptions): Promise<boolean> {
  const { service, job, totalUsers, params } = options;
  const before = await readTrue(tx, service);
  if (before?.info.status === "in_progress") return false;
  tx.set(OPERATION, [service], {
    job,
    info: {
      service_name: service,
      status: "in_progress",
      started_at: Math.floor(tx.nowSec),
      completed_at: null,
      total_users: totalUsers,
      processed_users: 0,
      failed_users: 0,
      current_user_id: null,
      processed_user_ids: [],
      failed_user_ids: [],
      request_params: params,
      stats: { total_interactions_processed: 0, total_generated: 0 },
      error_message: null,
      progress_percentage: 0,
    },
  });
  return true;
}

/** The record when it is in progress and belongs to the job, else null. */
async function ownRecord(tx: Tx, service: string, job: JobRef): Promise<OperationRecord | null> {
  const record = await tx.read(OPERATION, [service]);
  const isOwn = record?.job.id === job.id && record.info.status === "in_progress";
  return isOwn ? record : null;
}

/** Adds sums to statistics. */
function addStats(
  stats: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, number>>,
): Record<string, unknown> {
  const sums: Record<string, unknown> = { ...stats };
  for (const [name, value] of Object.entries(more)) {
    const before = sums[name];
    sums[name] = (typeof before === "number" ? before : 0) + value;
  }
  return sums;
}

/** Stages progress; nothing when a newer operation has taken the record over. */
export async function advanceOperation(
  tx: Tx,
  service: string,
  job: JobRef,
  progress: OperationProgress,
): Promise<void> {
  const record = await ownRecord(tx, service, job);
  if (record === null) return;
  const { info } = record;
  const done = progress.processedUserId === undefined
    ? info.processed_user_ids
    : [...info.processed_user_ids, progress.processedUserId];
  const failed = progress.failed === undefined ? info.failed_user_ids : [
    ...info.failed_user_ids,
    { user_id: progress.failed.userId, error: progress.failed.error },
  ];
  const total = progress.totalUsers ?? info.total_users;
  const next: OperationRow = {
    ...info,
    total_users: total,
    current_user_id: progress.currentUserId === undefined
      ? info.current_user_id
      : progress.currentUserId,
    processed_user_ids: done,
    processed_users: done.length,
    failed_user_ids: failed,
    failed_users: failed.length,
    stats: addStats(info.stats, progress.stats ?? {}),
    progress_percentage: percentage(done.length, total),
  };
  tx.set(OPERATION, [service], { ...record, info: next });
}

/** How an operation ended. */
export interface FinishOperationOptions {
  /** Last word of its state. */
  readonly status: "completed" | "failed" | "cancelled";
  /**
   * Why it failed.
   * @default null
   */
  readonly error?: string | null;
}

/** Stages the end; nothing when a newer operation has taken the record over. */
export async function finishOperation(
  tx: Tx,
  service: string,
  job: JobRef,
  options: FinishOperationOptions,
): Promise<void> {
  const record = await ownRecord(tx, service, job);
  if (record === null) return;
  const info: OperationRow = {
    ...record.info,
    status: options.status,
    completed_at: Math.floor(tx.nowSec),
    current_user_id: null,
    error_message: options.error ?? null,
    progress_percentage: options.status === "completed" ? 100 : record.info.progress_percentage,
  };
  tx.set(OPERATION, [service], { ...record, info });
}

/** The record of a service with its true state, null when it never ran. */
export async function readOperation(
  org: OrgStore,
  service: string,
): Promise<OperationRecord | null> {
  const record = await org.read(OPERATION, [service]);
  if (record === null || record.info.status !== "in_progress") return record;
  return (await org.write((tx) => readTrue(tx, service))).result;
}

/**
 * Cancels the operation of a service: one that waits ends at once, one in work ends after the user
 * it is at.
 *
 * @returns Whether one was in progress.
 */
export async function cancelOperation(org: OrgStore, service: string): Promise<boolean> {
  const { result } = await org.write(async (tx) => {
    const record = await readTrue(tx, service);
    if (record?.info.status !== "in_progress") return false;
    if (await stageCancel(tx, record.job) === "removed") {
      await finishOperation(tx, service, record.job, { status: "cancelled" });
    }
    return true;
  });
  return result;
}
