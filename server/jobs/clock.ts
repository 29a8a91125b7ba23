import type { JobClock } from "./types.ts";

/** The time of this machine. Its timers do not keep the process alive. */
export const SYSTEM_CLOCK: JobClock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    Deno.unrefTimer(timer);
    return () => clearTimeout(timer);
  },
};
