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
  if (rule === "never") return false;
  if (error instanceof ReflexioConnectionError) return true;
  if (error instanceof ReflexioTimeoutError) return rule === "safe";
  return error instanceof ReflexioHTTPError && RETRYABLE_STATUSES.includes(error.status) &&
    (rule === "safe" || error.status !== 504);
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

/** Waits; rejects with the signal's reason when it aborts first. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
