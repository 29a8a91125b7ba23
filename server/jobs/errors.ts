import type { JobFailureKind, JobFailureOptions } from "./types.ts";

/** Thrown by handlers to say what becomes of the jobs of a failed run. */
export class JobFailure extends Error {
  /** Name for logs. */
  override readonly name = "JobFailure";
  /** What kind of failure. */
  readonly kind: JobFailureKind;
  /** How long the other side asked to wait, milliseconds; null when it did not. */
  readonly retryAfterMs: number | null;

  /** `message` is shown to operators and waiting callers: no secrets, no user text. */
  constructor(message: string, options: JobFailureOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = options.kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Why a run was told to stop. */
export type JobAbortReason = "lease_lost" | "cancelled" | "stopping";

/** Reason of a run's abort signal. */
export class JobAborted extends Error {
  /** Name for logs. */
  override readonly name = "JobAborted";
  /** Why. */
  readonly reason: JobAbortReason;

  /** Makes the reason. */
  constructor(reason: JobAbortReason) {
    super(`The run was stopped: ${reason.replace("_", " ")}`);
    this.reason = reason;
  }
}
