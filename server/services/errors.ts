/** What went wrong, as a service says it. HTTP maps each kind to one status. */
export type ServiceErrorKind =
  | "invalid"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "full"
  | "busy"
  | "unavailable"
  | "timeout"
  | "internal";

/** Options of {@link ServiceError}. */
export interface ServiceErrorOptions {
  /** What caused it; logged under the correlation id, never sent. */
  readonly cause?: unknown;
  /**
   * Path of the offending field inside the body, for `invalid`.
   * @default [] (the body as a whole)
   */
  readonly field?: readonly (string | number)[];
  /** Milliseconds after which the same call may succeed, for `busy` and `unavailable`. */
  readonly retryAfterMs?: number;
}

/**
 * A refusal or failure that the caller of the API may read. The message says state, then remedy; it
 * holds no secret, no file path and no text of a user. Every other thrown value is a fault of ours
 * and is answered as 500 without its message.
 */
export class ServiceError extends Error {
  /** Name for logs. */
  override readonly name = "ServiceError";
  /** What went wrong. */
  readonly kind: ServiceErrorKind;
  /** Path of the offending field inside the body; empty: the body as a whole. */
  readonly field: readonly (string | number)[];
  /** Milliseconds after which the same call may succeed, null when unknown. */
  readonly retryAfterMs: number | null;

  /** Makes an error of `kind` with a message for the caller. */
  constructor(kind: ServiceErrorKind, message: string, options: ServiceErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.field = options.field ?? [];
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
