import { REQUEST_TIMEOUT_MS, WAITING_REQUEST_TIMEOUT_MS } from "../../client/contract/mod.ts";
import { booleanInText } from "../validate/mod.ts";

/** Time limits of a request. */
export interface TimeLimits {
  /**
   * For ordinary calls, milliseconds.
   * @default 60_000
   */
  readonly requestMs: number;
  /**
   * For calls that wait for learning, milliseconds.
   * @default 600_000
   */
  readonly waitingMs: number;
}

/** The limits of the contract. */
export const DEFAULT_TIME_LIMITS: TimeLimits = {
  requestMs: REQUEST_TIMEOUT_MS,
  waitingMs: WAITING_REQUEST_TIMEOUT_MS,
};

/** The limit of a request by its query: waiting calls are given longer. */
export function timeLimitMs(query: string, limits: TimeLimits): number {
  if (!query.includes("wait_for_response")) return limits.requestMs;
  const word = new URLSearchParams(query).getAll("wait_for_response").at(-1) ?? "";
  return booleanInText(word) === true ? limits.waitingMs : limits.requestMs;
}

/** Stands for work that took too long. */
export const TIMED_OUT: unique symbol = Symbol("timed out");

/**
 * Waits for work, at most so long. The work itself goes on.
 *
 * @param work What to wait for.
 * @param limitMs Most time, milliseconds.
 */
export async function withTimeLimit<T>(
  work: Promise<T>,
  limitMs: number,
): Promise<T | typeof TIMED_OUT> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<typeof TIMED_OUT>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
