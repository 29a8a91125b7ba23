import { ReflexioConnectionError, ReflexioHTTPError, ReflexioTimeoutError } from "./errors.ts";

/** How often a call may be sent again: never, as one that is safe to repeat, or as a keyed publish. */
export type RepeatRule = "never" | "safe" | "keyed";

/** Statuses after which a repeat can help. */
const RETRYABLE_STATUSES = [408, 429, 502, 503, 504];

/** Longest pause a server's `Retry-After` can ask for before the call gives up instead. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** Longest pause of our own. */
const MAX_BACKOFF_MS = 8_000;

/**
 * Whether a failed call may be sent again.
 *
 * A keyed publish is not repeated after a timeout or a 504: its work goes on, and a server that does
 * not know the key would store it twice.
 */
export function mayRepeat(rule: RepeatRule, error: unknown): boolean {
  const status = error instanceof ReflexioHTTPError ? error.status : 0;
  const mayGoOn = status === 504 || error instanceof ReflexioTimeoutError;
  return rule !== "never" && !(mayGoOn && rule === "keyed") &&
    (RETRYABLE_STATUSES.includes(status) || error instanceof ReflexioTimeoutError ||
      error instanceof ReflexioConnectionError);
}

/**
 * Pause before the next attempt in milliseconds: what the server asked for, else one that doubles
 * with each attempt and is shortened at random by up to a quarter, so that clients spread out.
 *
 * @param attempt Attempts already made, at least 1.
 * @param baseMs First pause.
 * @param error What went wrong.
 */
export function retryPauseMs(attempt: number, baseMs: number, error: unknown): number {
  const wishMs = error instanceof ReflexioHTTPError ? error.retryAfterMs : null;
  return wishMs ?? Math.min(baseMs * 2 ** (attempt - 1), MAX_BACKOFF_MS) * (1 - Math.random() / 4);
}

/** Reads `Retry-After`, in seconds or as a date, as milliseconds from now; null when unusable. */
export function parseRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** Waits for `work`, or rejects with the signal's reason as soon as it aborts. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/** Waits `ms` milliseconds; rejects with the signal's reason when it aborts first. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const elapsed = new Promise<void>((resolve) => timer = setTimeout(resolve, ms));
  return untilAborted(elapsed, signal).finally(() => clearTimeout(timer));
}
