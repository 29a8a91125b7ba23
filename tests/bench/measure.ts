/** Median, 95th percentile and count of a series of milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

/** Sorts the samples and reads the two percentiles. */
export function timingOf(samplesMs: readonly number[]): Timing {
  const sorted = [...samplesMs].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), count: sorted.length };
}

/** Times `work` `count` times after `warmUp` unmeasured runs, with untimed pauses between. */
export async function measure(
  work: (run: number) => Promise<unknown>,
  options: { readonly count: number; readonly warmUp?: number; readonly pauseMs?: number },
): Promise<Timing> {
  for (let run = 0; run < (options.warmUp ?? 20); run++) await work(run);
  const samples: number[] = [];
  for (let run = 0; run < options.count; run++) {
    const startedMs = performance.now();
    await work(run);
    samples.push(performance.now() - startedMs);
    if (options.pauseMs) await new Promise((resolve) => setTimeout(resolve, options.pauseMs));
  }
  return timingOf(samples);
}

/** Prints one aligned row: name, p50, p95, count and the goal. */
export function printTiming(name: string, timing: Timing, goal: string): void {
  const figure = (ms: number) => `${ms.toFixed(2)} ms`.padStart(11);
  // deno-lint-ignore no-console
  console.log(
    `${name.padEnd(52)} p50 ${figure(timing.p50)}  p95 ${figure(timing.p95)}  n=${
      String(timing.count).padEnd(5)
    } goal ${goal}`,
  );
}

/** A deterministic generator of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
