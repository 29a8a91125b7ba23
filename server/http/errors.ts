import { ServiceError, type ServiceErrorKind } from "../services/errors.ts";
import { type Answer, json, refusal } from "./answer.ts";

/** The status of each kind of error. */
export const STATUS_OF_KIND: Readonly<Record<ServiceErrorKind, number>> = {
  invalid: 422,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  full: 507,
  busy: 503,
  unavailable: 503,
  timeout: 504,
  internal: 500,
};

/** Wait that a refused caller is told where the error names none, in milliseconds. */
const DEFAULT_RETRY_AFTER_MS = 1_000;

/** Value of `Retry-After`: whole seconds, at least one. */
export function retryAfter(waitMs: number): string {
  return String(Math.max(1, Math.ceil(waitMs / 1000)));
}

/** Answer to a fault of ours; the cause is in the log under the same id. */
export function internalError(correlationId: string): Answer {
  return json(500, { detail: "Internal Server Error", correlation_id: correlationId });
}

/** Options of {@link errorAnswer}. */
export interface ErrorAnswerOptions {
  /** Id of the request. */
  readonly correlationId: string;
  /**
   * Where the fields of the call are.
   * @default "body"
   */
  readonly place?: "body" | "query";
}

/** Answer to what a service threw. */
export function errorAnswer(
  error: unknown,
  { correlationId, place = "body" }: ErrorAnswerOptions,
): Answer {
  if (!(error instanceof ServiceError) || error.kind === "internal") {
    return internalError(correlationId);
  }
  const { kind, message, field, retryAfterMs } = error;
  const status = STATUS_OF_KIND[kind];
  switch (kind) {
    case "invalid": {
      const issue = {
        type: "value_error",
        loc: [place, ...field],
        msg: `Value error, ${message}`,
        input: null,
        ctx: { error: {} },
      };
      return json(status, { detail: [issue] });
    }
    case "unauthorized":
      return refusal(status, message, { "WWW-Authenticate": "Bearer" });
    case "busy":
    case "unavailable": {
      const headers = { "Retry-After": retryAfter(retryAfterMs ?? DEFAULT_RETRY_AFTER_MS) };
      return refusal(status, message, headers);
    }
    default:
      return refusal(status, message);
  }
}
