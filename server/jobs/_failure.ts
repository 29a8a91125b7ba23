import { StoreError } from "../store/mod.ts";
import { JobFailure } from "./errors.ts";
import type { JobFailureKind, JobRow } from "./types.ts";

/** Pauses after the first, second, … failure, milliseconds; the last one repeats. */
const BACKOFF_MS: readonly number[] = [5_000, 30_000, 120_000, 600_000, 3_600_000];

/** Share by which pauses vary, so that jobs that failed together do not return together. */
const JITTER = 0.2;

/** How long a blocked job waits for a changed configuration before it tries anyway, milliseconds. */
const BLOCKED_MS = 3_600_000;

/** Failures after which a job is given up. */
const MAX_ATTEMPTS = 8;

/** Equal deterministic failures in a row after which a job is given up. */
const MAX_SAME_ERRORS = 3;

/** Longest error message that is kept, characters. */
const MAX_MESSAGE = 500;

/** What became of a run. */
export interface RunFailure {
  /** What kind. */
  readonly kind: JobFailureKind;
  /** Message for operators and waiting callers. */
  readonly message: string;
  /** How long the other side asked to wait, null when it did not. */
  readonly retryAfterMs: number | null;
}

/** Reads what a handler threw. An unknown error is a bug: the same input will fail again. */
export function toRunFailure(cause: unknown): RunFailure {
  if (cause instanceof JobFailure) {
    const { kind, retryAfterMs } = cause;
    return { kind, message: cause.message.slice(0, MAX_MESSAGE), retryAfterMs };
  }
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const message = text.slice(0, MAX_MESSAGE);
  const isRetryable = cause instanceof StoreError && cause.isRetryable;
  return { kind: isRetryable ? "retryable" : "deterministic", message, retryAfterMs: null };
}

/** What else decides about a job after a failed run. */
export interface AfterFailureOptions {
  /** Clock, Unix milliseconds. */
  readonly nowMs: number;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
  /** Whether the configuration changed since the run began. */
  readonly isOutdated: boolean;
}

/** The job after a failed run. */
export function afterFailure(
  job: JobRow,
  failure: RunFailure,
  options: AfterFailureOptions,
): JobRow {
  const { kind, message, retryAfterMs } = failure;
  if (kind === "blocked" && options.isOutdated) {
    // What it would wait for has come already.
    return { ...job, state: "waiting", last_error: message, due_at_ms: options.nowMs };
  }
  if (kind === "blocked") {
    const due_at_ms = options.nowMs + (retryAfterMs ?? BLOCKED_MS);
    return { ...job, state: "blocked", last_error: message, due_at_ms };
  }
  const attempts = job.attempts + 1;
  const isSame = kind === "deterministic" && job.last_error === message;
  const same_errors = kind === "deterministic" ? (isSame ? job.same_errors + 1 : 1) : 0;
  const isPoisoned = attempts >= MAX_ATTEMPTS || same_errors >= MAX_SAME_ERRORS;
  const pause = BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length) - 1] ?? 0;
  const waitMs = retryAfterMs ?? pause * (1 - JITTER + 2 * JITTER * options.random());
  return {
    ...job,
    state: isPoisoned ? "poisoned" : "waiting",
    attempts,
    same_errors,
    last_error: message,
    due_at_ms: Math.round(options.nowMs + waitMs),
  };
}

/** Crashes in a row after which the jobs of a run are given up. */
export const MAX_CRASHES = 20;

/** The job after its runs ended too often together with their process. */
export function afterCrashes(job: JobRow): JobRow {
  return {
    ...job,
    state: "poisoned",
    last_error: `The process ended during the run ${MAX_CRASHES} times in a row`,
  };
}
