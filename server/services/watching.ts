import type { StoreMetrics } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import type { MetricFamily, MetricSample } from "./handlers.ts";

/** How long the database may take to answer before the server counts as not ready, milliseconds. */
const PROBE_MS = 2_000;

/** A family with one sample and no labels. */
function single(
  name: string,
  type: MetricFamily["type"],
  help: string,
  value: number,
): MetricFamily {
  return { name, help, type, samples: [{ labels: {}, value }] };
}

/** Latencies of the database as histograms. */
function storeFamilies(metrics: StoreMetrics): MetricFamily[] {
  const samples: MetricSample[] = [];
  for (const [operation, { buckets, count, totalMs }] of Object.entries(metrics.operations)) {
    let sum = 0;
    for (const [n, bound] of metrics.bucketsMs.entries()) {
      sum += buckets[n] ?? 0;
      const labels = { operation, le: `${bound / 1_000}` };
      samples.push({ suffix: "_bucket", labels, value: sum });
    }
    samples.push(
      { suffix: "_bucket", labels: { operation, le: "+Inf" }, value: count },
      { suffix: "_sum", labels: { operation }, value: totalMs / 1_000 },
      { suffix: "_count", labels: { operation }, value: count },
    );
  }
  return [
    {
      name: "reflexio_store_operation_duration_seconds",
      help: "Time of operations of the database",
      type: "histogram",
      samples,
    },
    {
      name: "reflexio_store_operation_errors_total",
      help: "Operations of the database that failed",
      type: "counter",
      samples: Object.entries(metrics.operations).map(([operation, { errors }]) => ({
        labels: { operation },
        value: errors,
      })),
    },
    single("reflexio_store_units_total", "counter", "Units of work committed", metrics.units),
    single("reflexio_store_commits_total", "counter", "Commits they took", metrics.commits),
    single("reflexio_store_conflicts_total", "counter", "Lost races", metrics.conflicts),
    single("reflexio_store_cache_bytes", "gauge", "Encoded rows in memory", metrics.cacheBytes),
    single("reflexio_store_cache_hits_total", "counter", "Rows from the cache", metrics.cacheHits),
    single("reflexio_store_cache_misses_total", "counter", "Rows read", metrics.cacheMisses),
  ];
}

/** What background work of this process did and does. */
function jobFamilies({ runner }: ServiceDeps): MetricFamily[] {
  const stats = runner()?.stats();
  if (stats === undefined) return [];
  const outcomes = { succeeded: stats.succeeded, failed: stats.failed };
  return [
    single("reflexio_jobs_running", "gauge", "Runs in work", stats.running),
    single("reflexio_jobs_ready", "gauge", "Scopes that wait for a free place", stats.ready),
    {
      name: "reflexio_job_runs_total",
      help: "Runs that ended, by outcome",
      type: "counter",
      samples: Object.entries(outcomes).map(([outcome, value]) => ({ labels: { outcome }, value })),
    },
    single("reflexio_jobs_poisoned_total", "counter", "Jobs given up", stats.poisoned),
  ];
}

/** Use of models by provider and model. */
function modelFamilies({ llm }: ServiceDeps): MetricFamily[] {
  const totals = llm.meter.totals();
  const samples = totals.flatMap(({ provider, model, calls, failures }): MetricSample[] => [
    { labels: { provider, model, outcome: "answered" }, value: calls - failures },
    { labels: { provider, model, outcome: "failed" }, value: failures },
  ]);
  const tokens = totals.flatMap(({ provider, model, inputTokens, outputTokens }) => [
    { labels: { provider, model, direction: "input" }, value: inputTokens },
    { labels: { provider, model, direction: "output" }, value: outputTokens },
  ]);
  return [
    {
      name: "reflexio_model_calls_total",
      help: "Calls of language models",
      type: "counter",
      samples,
    },
    {
      name: "reflexio_model_tokens_total",
      help: "Tokens of language models",
      type: "counter",
      samples: tokens,
    },
  ];
}

/** Everything measured in this process but its requests. No label holds an org or a user. */
export function serverMetrics(deps: ServiceDeps): MetricFamily[] {
  const { store, indexes } = deps;
  const health = store.health();
  const index = indexes.stats();
  return [
    ...storeFamilies(store.metrics()),
    single(
      "reflexio_store_lock_retries_total",
      "counter",
      "Commits sent again",
      health.lockRetries,
    ),
    single("reflexio_store_corrupt_rows", "gauge", "Unreadable rows met", health.corruptRows),
    ...jobFamilies(deps),
    ...modelFamilies(deps),
    single("reflexio_search_indexed_orgs", "gauge", "Orgs with an index in memory", index.orgs),
    single("reflexio_search_index_bytes", "gauge", "Memory of search indexes", index.memoryBytes),
  ];
}

/** Whether the database is read and written now; the reason when it is not. */
export async function probeServer(
  { store }: ServiceDeps,
): Promise<{ readonly isReady: boolean; readonly reason: string | null }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database has not answered for 2 s")), PROBE_MS);
  });
  try {
    await Promise.race([store.probe(PROBE_MS), silence]);
    return { isReady: true, reason: null };
  } catch (error) {
    return { isReady: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
