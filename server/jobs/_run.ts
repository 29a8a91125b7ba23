import type { OrgStore, PlainRef, Tx } from "../store/mod.ts";
import { JobAborted, type JobAbortReason } from "./errors.ts";
import { afterCrashes, afterFailure, MAX_CRASHES, toRunFailure } from "./_failure.ts";
import type { Liveness } from "./_liveness.ts";
import { MAX_READY_PER_SCOPE, type ReadyScope } from "./_ready.ts";
import {
  isDue,
  JOB,
  type JobKey,
  jobKey,
  LEASE,
  LEASE_MS,
  type LeaseRow,
  scopeText,
} from "./_rows.ts";
import { putJob, removeJob } from "./stage.ts";
import type { JobClock, JobCommitOptions, JobRow, JobRun } from "./types.ts";

/** What a run needs. */
export interface RunOptions {
  /** The org. */
  readonly org: OrgStore;
  /** Name of this process. */
  readonly instanceId: string;
  /** Tells whether other leases hold. */
  readonly liveness: Liveness;
  /** Time. */
  readonly clock: JobClock;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
}

/** What claiming a scope gave. */
export type Claim =
  | { readonly state: "claimed"; readonly run: ClaimedRun }
  | { readonly state: "held" | "nothing_due" | "given_up"; readonly jobs: number };

/** A scope whose lease is ours; its jobs are still to be confirmed. */
interface TakenScope {
  readonly state: "taken";
  readonly scope: ReadyScope;
  readonly lease: LeaseRow;
  readonly jobs: readonly JobRow[];
}

/** What the commit of a claim gave. */
type Taken = Exclude<Claim, { readonly state: "claimed" }> | TakenScope;

/** The jobs that are known to wait. */
async function knownJobs({ kind, scope, ids }: ReadyScope, org: OrgStore): Promise<JobRow[]> {
  const rows = await org.readMany(JOB, [...ids].map((id): JobKey => [kind, scope, id]));
  return rows.filter((row) => row !== null);
}

/** All jobs of a scope. */
async function allJobs({ kind, scope }: ReadyScope, org: OrgStore): Promise<JobRow[]> {
  const rows: JobRow[] = [];
  for await (const { value } of org.list(JOB, { prefix: [kind, scope] })) rows.push(value);
  return rows;
}

/** Those that may start, oldest first. */
function dueOf(jobs: readonly JobRow[], nowMs: number): JobRow[] {
  return jobs.filter((job) => job.state !== "poisoned" && isDue(job, nowMs))
    .sort((a, b) => a.created_at_ms - b.created_at_ms || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_READY_PER_SCOPE);
}

/**
 * Takes the leases of scopes for their due jobs, all in one commit. The jobs are read again once the
 * leases are ours: another worker may have ended them, and given its lease back, between our look and
 * our commit.
 *
 * @returns What became of each scope, in their order.
 */
export async function claimAll(
  scopes: readonly ReadyScope[],
  options: RunOptions,
): Promise<Claim[]> {
  const { org } = options;
  const { result } = await org.write(async (tx) => {
    const taken: Taken[] = [];
    for (const scope of scopes) taken.push(await take(tx, scope, options));
    return taken;
  });
  return await Promise.all(
    result.map((taken) => taken.state === "taken" ? confirm(taken, options) : taken),
  );
}

/** A run of the jobs that are still there; without any the lease is given back. */
async function confirm(taken: TakenScope, options: RunOptions): Promise<Claim> {
  const { org } = options;
  const { kind, scope } = taken.scope;
  const rows = await org.readMany(JOB, taken.jobs.map(jobKey));
  const jobs = rows.flatMap((row, n) =>
    row !== null && row.revision === taken.jobs[n]?.revision ? [row] : []
  );
  if (jobs.length > 0) {
    return { state: "claimed", run: new ClaimedRun(options, taken, jobs) };
  }
  await org.write(async (tx) => {
    const lease = await tx.read(LEASE, [kind, scope]);
    if (lease?.run === taken.lease.run) tx.remove(LEASE, [kind, scope]);
  });
  return { state: "nothing_due", jobs: 0 };
}

/** Stages the lease. */
async function take(tx: Tx, ready: ReadyScope, options: RunOptions): Promise<Taken> {
  const { kind, scope } = ready;
  const { instanceId, liveness, clock } = options;
  const before = await tx.read(LEASE, [kind, scope]);
  const isOwn = before?.owner === instanceId;
  if (before !== null && !isOwn && liveness.isHeld(scopeText(tx.org, kind, scope), before)) {
    return { state: "held", jobs: 0 };
  }
  // What ended a process before may be any job of the scope: they are counted together.
  const isLeft = before !== null && !isOwn;
  const known = isLeft ? await allJobs(ready, options.org) : await knownJobs(ready, options.org);
  const jobs = dueOf(known, clock.nowMs());
  if (jobs.length === 0) {
    if (before !== null) tx.remove(LEASE, [kind, scope]);
    return { state: "nothing_due", jobs: 0 };
  }
  const crashes = before === null || isOwn ? 0 : before.crashes + 1;
  if (crashes >= MAX_CRASHES) {
    for (const job of jobs) putJob(tx, job, afterCrashes(job));
    tx.remove(LEASE, [kind, scope]);
    return { state: "given_up", jobs: jobs.length };
  }
  const lease: LeaseRow = {
    owner: instanceId,
    run: crypto.randomUUID(),
    host: liveness.host,
    pid: liveness.pid,
    until_ms: clock.nowMs() + LEASE_MS,
    crashes,
    job_ids: jobs.map((job) => job.id),
    progress: null,
  };
  tx.set(LEASE, [kind, scope], lease);
  return { state: "taken", scope: ready, lease, jobs };
}

/** A run under way: its jobs, its lease, and what a handler may do. */
export class ClaimedRun implements JobRun {
  readonly org: OrgStore;
  readonly kind: string;
  readonly scope: string;
  readonly jobs: readonly JobRow[];
  readonly #options: RunOptions;
  readonly #run: string;
  readonly #abort: AbortController = new AbortController();
  readonly #open: Map<string, JobRow>;
  #progress: unknown = null;
  #isOver = false;
  #isCancelled = false;

  constructor(options: RunOptions, { scope, lease }: TakenScope, jobs: readonly JobRow[]) {
    this.#options = options;
    this.org = options.org;
    this.kind = scope.kind;
    this.scope = scope.scope;
    this.jobs = jobs;
    this.#run = lease.run;
    this.#open = new Map(jobs.map((job) => [job.id, job]));
    this.#isCancelled = jobs.some((job) => job.cancel_requested);
    if (this.#isCancelled) this.abort("cancelled");
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  progress(value: unknown): void {
    this.#progress = value;
  }

  /** Tells the handler to stop; gives the reason of the signal. */
  abort(reason: JobAbortReason): unknown {
    if (reason === "cancelled") this.#isCancelled = true;
    if (!this.#abort.signal.aborted) this.#abort.abort(new JobAborted(reason));
    return this.signal.reason;
  }

  /** Whether the run has the job. */
  has(jobId: string): boolean {
    return this.#open.has(jobId);
  }

  async commit<T>(
    stage: (tx: Tx) => T | Promise<T>,
    options: JobCommitOptions = {},
  ): Promise<T> {
    const ends = (options.ends ?? [...this.#open.values()]).filter((job) => this.#open.has(job.id));
    const isLast = ends.length === this.#open.size;
    const reads: PlainRef[] = [
      { kind: LEASE, key: [this.kind, this.scope] },
      ...options.reads ?? [],
      ...ends.map((job) => ({ kind: JOB, key: jobKey(job) })),
    ];
    const { result } = await this.org.write(async (tx) => {
      await tx.prefetch(reads);
      await this.#requireLease(tx);
      const value = await stage(tx);
      await this.#endJobs(tx, ends);
      if (isLast) tx.remove(LEASE, [this.kind, this.scope]);
      return value;
    });
    for (const job of ends) this.#open.delete(job.id);
    if (isLast) this.#isOver = true;
    return result;
  }

  /** Reads the lease, so that the commit fails when somebody else took it. */
  async #requireLease(tx: Tx): Promise<LeaseRow> {
    const lease = this.#isOver ? null : await tx.read(LEASE, [this.kind, this.scope]);
    if (lease?.run === this.#run) return lease;
    this.abort("lease_lost");
    throw new JobAborted("lease_lost");
  }

  /**
   * Ends jobs that are still as the run was given them; one staged again meanwhile stays. A job
   * that somebody removed (with its user, say) takes the effects of the run with it.
   */
  async #endJobs(tx: Tx, jobs: readonly JobRow[]): Promise<void> {
    const rows = await tx.readMany(JOB, jobs.map(jobKey));
    for (const [n, row] of rows.entries()) {
      if (row === null) {
        this.abort("lease_lost");
        throw new JobAborted("lease_lost");
      }
      if (row.revision === jobs[n]?.revision) removeJob(tx, row);
    }
  }

  /** Renews the lease and looks for wishes to cancel; called by the runner's heartbeat. */
  async renew(): Promise<void> {
    if (this.#isOver) return;
    const { clock } = this.#options;
    await this.org.write(async (tx) => {
      const lease = await this.#requireLease(tx);
      tx.set(LEASE, [this.kind, this.scope], {
        ...lease,
        until_ms: clock.nowMs() + LEASE_MS,
        progress: this.#progress,
      });
    });
    const rows = await this.org.readMany(JOB, [...this.#open.values()].map(jobKey));
    if (rows.some((row) => row?.cancel_requested)) this.abort("cancelled");
  }

  /** Ends what no commit of the handler ended. */
  async succeed(): Promise<void> {
    if (!this.#isOver) await this.commit(() => {});
  }

  /**
   * Puts away a run whose handler threw: gives the jobs back when it was told to stop, removes them
   * when that was a wish to cancel, else lets them wait or gives them up.
   *
   * @returns Jobs given up.
   */
  async fail(cause: unknown): Promise<{ readonly poisoned: number; readonly counts: boolean }> {
    const aborted: unknown = this.signal.reason;
    const reason = aborted instanceof JobAborted ? aborted.reason : null;
    if (reason === "lease_lost" || this.#isOver) return { poisoned: 0, counts: reason === null };
    const failure = toRunFailure(cause);
    const { clock, random } = this.#options;
    const { result } = await this.org.write(async (tx) => {
      const { is_outdated: isOutdated = false } = await this.#requireLease(tx);
      let poisoned = 0;
      const open = [...this.#open.values()];
      const rows = await tx.readMany(JOB, open.map(jobKey));
      for (const [n, row] of rows.entries()) {
        if (row === null || row.revision !== open[n]?.revision) continue;
        if (row.cancel_requested) removeJob(tx, row);
        else if (reason === null) {
          const after = afterFailure(row, failure, { nowMs: clock.nowMs(), random, isOutdated });
          putJob(tx, row, after);
          if (after.state === "poisoned") poisoned++;
        }
      }
      tx.remove(LEASE, [this.kind, this.scope]);
      return poisoned;
    });
    this.#isOver = true;
    return { poisoned: result, counts: reason === null };
  }
}
