/** Length of a window. */
const WINDOW_MS = 60_000;

/** Most windows kept; beyond it the oldest are forgotten. */
const MAX_WINDOWS = 10_000;

/** A client's calls to one endpoint since the first of them. */
interface Window {
  count: number;
  readonly endsAtMs: number;
}

/** Counts calls in fixed windows of a minute that start with a client's first call. */
export class RateLimiter {
  /** By start, oldest first, so that ended windows are at the front. */
  readonly #windows = new Map<string, Window>();

  /**
   * Counts a call.
   *
   * @param key Client and endpoint.
   * @param limit Calls allowed in a window.
   * @param nowMs Monotonic clock, milliseconds.
   * @returns Null when the call is within the limit, else milliseconds until it would be.
   */
  take(key: string, limit: number, nowMs: number): number | null {
    const window = this.#windows.get(key);
    if (window === undefined || window.endsAtMs <= nowMs) {
      this.#windows.delete(key);
      this.#makeRoom(nowMs);
      this.#windows.set(key, { count: 1, endsAtMs: nowMs + WINDOW_MS });
      return null;
    }
    if (window.count >= limit) return window.endsAtMs - nowMs;
    window.count++;
    return null;
  }

  /** Drops ended windows, and the oldest one when too many are still open. */
  #makeRoom(nowMs: number): void {
    for (const [key, window] of this.#windows) {
      if (window.endsAtMs > nowMs && this.#windows.size < MAX_WINDOWS) return;
      this.#windows.delete(key);
    }
  }
}

/** Options of {@link clientAddress}. */
export interface ClientAddressOptions {
  /** Address of the peer, null when unknown. */
  readonly peer: string | null;
  /** Value of `X-Forwarded-For`, null when absent. */
  readonly forwardedFor: string | null;
  /** Addresses of proxies whose word counts. */
  readonly trustedProxies: ReadonlySet<string>;
}

/** Address that a call is counted under. */
export function clientAddress(
  { peer, forwardedFor, trustedProxies }: ClientAddressOptions,
): string {
  const nearest = peer ?? "127.0.0.1";
  if (forwardedFor === null || !trustedProxies.has(nearest)) return nearest;
  const hops = forwardedFor.split(",").map((hop) => hop.trim()).filter((hop) => hop !== "");
  return hops.findLast((hop) => !trustedProxies.has(hop)) ?? hops[0] ?? nearest;
}
