import { JobAborted, JobFailure } from "../jobs/mod.ts";
import { LearningFailure } from "../learn/mod.ts";
import { failureKindOf, LlmError } from "../llm/mod.ts";
import { StoreError } from "../store/mod.ts";

/** What made a run fail, as the queue has to know it. */
export function toJobFailure(error: unknown): JobFailure {
  if (error instanceof JobFailure) return error;
  const cause = error instanceof LearningFailure ? error.cause : error;
  const message = error instanceof Error ? error.message : String(error);
  if (cause instanceof StoreError) {
    const kind = cause.isRetryable ? "retryable" : "deterministic";
    return new JobFailure(message, { kind, cause: error });
  }
  const retryAfterMs = cause instanceof LlmError ? cause.retryAfterMs : null;
  return new JobFailure(message, {
    kind: failureKindOf(cause) ?? "deterministic",
    cause: error,
    ...retryAfterMs === null ? {} : { retryAfterMs },
  });
}

/** Whether an error only says that a run was told to stop. */
export function isAborted(error: unknown): error is JobAborted {
  return error instanceof JobAborted;
}
