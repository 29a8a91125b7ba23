import { createLlmRuntime, type LlmRuntime } from "../../server/llm/mod.ts";

/** A runtime whose time passes only by waiting. */
export interface FakeTimeRuntime {
  /** To be given to models. */
  readonly runtime: LlmRuntime;
  /** Pauses waited out so far, milliseconds. */
  readonly pausesMs: readonly number[];
  /** Moves the clock. */
  advance(ms: number): void;
}

/** Options of {@link fakeTimeRuntime}. */
export interface FakeTimeRuntimeOptions {
  /** Timers of this length are limits of calls, which never fire. @default 120000 */
  readonly limitMs?: number;
  /** Whether limits of calls fire, at once. @default false */
  readonly timesOut?: boolean;
  /** Hosts that are refused. @default none */
  readonly refusedHosts?: readonly string[];
}

/** A runtime with real `fetch`, a clock that stands still, and pauses that end at once. */
export function fakeTimeRuntime(options: FakeTimeRuntimeOptions = {}): FakeTimeRuntime {
  const { limitMs = 120_000, timesOut = false, refusedHosts = [] } = options;
  const pausesMs: number[] = [];
  let nowMs = 1_700_000_000_000;
  const runtime = createLlmRuntime({
    refusedAddress: (host) => refusedHosts.includes(host) ? "refused by the test" : null,
    now: () => nowMs,
    random: () => 0.5,
    startTimer: (ms, fire) => {
      const isLimit = ms >= limitMs;
      if (isLimit && !timesOut) return () => {};
      let isStopped = false;
      queueMicrotask(() => {
        if (isStopped) return;
        nowMs += ms;
        if (!isLimit) pausesMs.push(ms);
        fire();
      });
      return () => isStopped = true;
    },
  });
  return { runtime, pausesMs, advance: (ms) => nowMs += ms };
}
