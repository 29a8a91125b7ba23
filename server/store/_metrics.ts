import type { OperationMetrics, StoreMetrics } from "./report_types.ts";

/** Upper bounds of the latency buckets, milliseconds. */
const BUCKETS_MS: readonly number[] = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 1_000];

/** Running sums of one operation. */
class OperationCounter {
  count = 0;
  errors = 0;
  totalMs = 0;
  maxMs = 0;
  readonly buckets: number[] = Array.from({ length: BUCKETS_MS.length + 1 }, () => 0);

  add(ms: number, isError: boolean): void {
    this.count++;
    if (isError) this.errors++;
    this.totalMs += ms;
    if (ms > this.maxMs) this.maxMs = ms;
    const found = BUCKETS_MS.findIndex((bound) => ms <= bound);
    const index = found < 0 ? BUCKETS_MS.length : found;
    this.buckets[index] = (this.buckets[index] ?? 0) + 1;
  }

  snapshot(): OperationMetrics {
    const { count, errors, totalMs, maxMs } = this;
    return { count, errors, totalMs, maxMs, buckets: [...this.buckets] };
  }
}

/** Names of timed operations. */
export type OperationName = "get" | "list" | "commit" | "catch_up" | "hydrate";

/** Counters of a store. */
export class Counters {
  units = 0;
  commits = 0;
  conflicts = 0;
  lockRetries = 0;
  readonly #operations: Record<OperationName, OperationCounter> = {
    get: new OperationCounter(),
    list: new OperationCounter(),
    commit: new OperationCounter(),
    catch_up: new OperationCounter(),
    hydrate: new OperationCounter(),
  };

  /** Times `work` under a name. */
  async time<T>(name: OperationName, work: () => Promise<T>): Promise<T> {
    const startedMs = performance.now();
    let isError = true;
    try {
      const result = await work();
      isError = false;
      return result;
    } finally {
      this.#operations[name].add(performance.now() - startedMs, isError);
    }
  }

  /** Notes a duration that was measured elsewhere. */
  note(name: OperationName, ms: number): void {
    this.#operations[name].add(ms, false);
  }

  /** The counters as they stand. */
  snapshot(cache: { hits: number; misses: number; bytes: number }): StoreMetrics {
    return {
      bucketsMs: BUCKETS_MS,
      operations: Object.fromEntries(
        Object.entries(this.#operations).map(([name, counter]) => [name, counter.snapshot()]),
      ),
      units: this.units,
      commits: this.commits,
      conflicts: this.conflicts,
      cacheHits: cache.hits,
      cacheMisses: cache.misses,
      cacheBytes: cache.bytes,
    };
  }
}
