import type { OrgStore, PlainRef, Store, StoreLog, Tx } from "../store/mod.ts";

/** Names one job. */
export interface JobRef {
  /** The org. */
  readonly org: string;
  /** What is to be done; names the handler. */
  readonly kind: string;
  /** What it is done to (a user, a session, a playbook name); runs of one scope never overlap. */
  readonly scope: string;
  /** Id inside the scope. */
  readonly id: string;
}

/** A job as it is staged. */
export interface NewJob {
  /** What is to be done; names the handler. */
  readonly kind: string;
  /** What it is done to. */
  readonly scope: string;
  /**
   * Id inside the scope; staging an id that is there replaces the job (a later due time).
   * @default a random UUID
   */
  readonly id?: string;
  /** What the handler has to know; JSON of at most about 50 KB. */
  readonly payload: unknown;
  /**
   * When it may start, Unix milliseconds.
   * @default at once
   */
  readonly dueAtMs?: number;
  /**
   * Whether all jobs of this id have the same time, so that one may take the place of another unseen:
   * those who stage it at the same moment do not get in each other's way.
   * @default false
   */
  readonly isTimedById?: boolean;
}

/** `waiting` for its time or a free worker, `blocked` until the org's configuration changes, or `poisoned`: given up. */
export type JobState = "waiting" | "blocked" | "poisoned";

/** A stored job. */
export interface JobRow extends JobRef {
  /** What the handler has to know. */
  readonly payload: unknown;
  /** Where it stands; whether it runs is told by its lease. */
  readonly state: JobState;
  /** When it may start, Unix milliseconds. */
  readonly due_at_ms: number;
  /** Runs that failed. */
  readonly attempts: number;
  /** Runs in a row that failed with the same error that repeating does not help. */
  readonly same_errors: number;
  /** Message of the last failure, null when none. */
  readonly last_error: string | null;
  /** Whether somebody asked to stop it. */
  readonly cancel_requested: boolean;
  /** When it was staged, Unix milliseconds. */
  readonly created_at_ms: number;
  /** Changes when a job of the same id is staged again; a run ends only what it was given. */
  readonly revision: string;
}

/** A job as operators see it. */
export interface JobInfo extends JobRow {
  /** Whether a living worker has it. */
  readonly running: boolean;
  /** What its run last said of its progress, null when nothing or not running. */
  readonly progress: unknown;
}

/** Why a run failed, which decides what becomes of its jobs. */
export type JobFailureKind =
  /** Trying again may help: back off. */
  | "retryable"
  /** The same input fails the same way: three times and it is poisoned. */
  | "deterministic"
  /** The configuration has to change first (a refused key): wait for that, or an hour. */
  | "blocked";

/** Options of {@link JobFailure}. */
export interface JobFailureOptions {
  /** What kind of failure. */
  readonly kind: JobFailureKind;
  /** How long the other side asked to wait, milliseconds; wins over the back-off. */
  readonly retryAfterMs?: number;
  /** What was thrown. */
  readonly cause?: unknown;
}

/** What a handler is given: all due jobs of one scope, as one run. */
export interface JobRun {
  /** The org. */
  readonly org: OrgStore;
  /** Kind of all its jobs. */
  readonly kind: string;
  /** Scope of all its jobs. */
  readonly scope: string;
  /** The jobs, oldest first, at least one. */
  readonly jobs: readonly JobRow[];
  /** Aborted with a {@link JobAborted} when the lease is lost, somebody cancels, or the server stops. */
  readonly signal: AbortSignal;
  /** Whether somebody asked to stop it. */
  readonly isCancelled: boolean;
  /** Notes progress (JSON, small); seen by operators with the next heartbeat. */
  progress(value: unknown): void;
  /**
   * Commits effects together with the end of jobs. Nothing is written when the lease was lost.
   *
   * @throws {JobAborted} `lease_lost` when another worker took the scope over.
   */
  commit<T>(stage: (tx: Tx) => T | Promise<T>, options?: JobCommitOptions): Promise<T>;
}

/** Options of `JobRun.commit`. */
export interface JobCommitOptions {
  /**
   * Jobs that end with this commit; none: an intermediate commit.
   * @default all jobs of the run
   */
  readonly ends?: readonly JobRow[];
  /**
   * Rows that the commit is going to read; they are read together with those of the jobs.
   * @default none
   */
  readonly reads?: readonly PlainRef[];
}

/** Does the work of a run. Jobs that no commit ended are ended when it returns. */
export type JobHandler = (run: JobRun) => Promise<void>;

/** Time for the runner; tests bring their own. */
export interface JobClock {
  /** Wall clock, Unix milliseconds. */
  nowMs(): number;
  /** Milliseconds since some moment, never going back. */
  monotonicMs(): number;
  /** Calls `callback` after `delayMs` without keeping the process alive. Returns its end. */
  schedule(delayMs: number, callback: () => void): () => void;
}

/** Options of `JobRunner`. */
export interface JobRunnerOptions {
  /** Where the jobs are. */
  readonly store: Store;
  /** What does the work, by kind. Jobs of other kinds are left to other processes. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /**
   * Most runs at once in this process.
   * @default 4
   */
  readonly concurrency?: number;
  /**
   * Most runs of one org at once in this process.
   * @default `concurrency`
   */
  readonly concurrencyPerOrg?: number;
  /**
   * Time.
   * @default the system's
   */
  readonly clock?: JobClock;
  /**
   * Random numbers in [0, 1), for jitter.
   * @default Math.random
   */
  readonly random?: () => number;
  /**
   * How often jobs of other processes are looked for, milliseconds.
   * @default 5_000
   */
  readonly pollMs?: number;
  /**
   * How long running jobs may take to end when the runner closes, milliseconds.
   * @default 10_000
   */
  readonly closeMs?: number;
  /**
   * Where events go: failures by kind and scope hash, never content.
   * @default nowhere
   */
  readonly log?: StoreLog;
}

/** How a job that was waited for stands. */
export interface JobOutcome {
  /** The job. */
  readonly ref: JobRef;
  /** `finished`: ended or cancelled; `retrying` or `blocked`: failed and waits; `poisoned`: given up. */
  readonly state: "finished" | "retrying" | "blocked" | "poisoned";
  /** Message of the failure, null when finished. */
  readonly error: string | null;
}

/** Options of `waitForJobs`. */
export interface WaitForJobsOptions {
  /** Ends the waiting; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
  /**
   * How often jobs that another process works on are looked at, milliseconds.
   * @default 100
   */
  readonly pollMs?: number;
}

/** Which jobs to list. */
export interface ListJobsOptions {
  /** Only this kind. */
  readonly kind?: string;
  /** Only this scope; needs `kind`. */
  readonly scope?: string;
  /** Only this state. */
  readonly state?: JobState;
  /**
   * Most jobs.
   * @default 100
   */
  readonly limit?: number;
  /**
   * Clock that leases are compared with, Unix milliseconds.
   * @default Date.now()
   */
  readonly nowMs?: number;
}

/** What a runner is doing. */
export interface JobRunnerStats {
  /** Runs in work. */
  readonly running: number;
  /** Scopes that are due and wait for a free place, as far as known. */
  readonly ready: number;
  /** Runs that ended well since the start. */
  readonly succeeded: number;
  /** Runs that failed since the start. */
  readonly failed: number;
  /** Jobs given up since the start. */
  readonly poisoned: number;
}
