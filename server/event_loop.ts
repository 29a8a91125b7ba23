import { setImmediate } from "node:timers";

/** Waits until the event loop has gone round once: requests that came in are served. */
export function nextRound(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => resolve()));
}
