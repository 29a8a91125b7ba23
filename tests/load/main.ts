/**
 * Sixteen clients mix every endpoint for half a minute (seeded), then the store is checked. Prints
 * figures; ends with 1 when an answer was 5xx or the check found something. Times of the first
 * seconds, in which code is loaded and compiled, are not counted; their answers are.
 *
 * Usage: `deno task load` (options: `--seconds 30`, `--warm-up 2`, `--clients 16`, `--seed 1`).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { seeded } from "../bench/measure.ts";
import { startServerProcess } from "../support/server_process.ts";
import { drawEndpoint, LOAD_TABLE, type LoadName, requestOf } from "./calls.ts";

/** What was seen of one endpoint. */
interface Seen {
  readonly ms: number[];
  readonly statuses: Map<number, number>;
}

/** Calls until `untilMs` and notes time and status of each answer. */
async function client(url: string, random: () => number, options: {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly seen: Map<LoadName, Seen>;
  readonly failures: string[];
  readonly first: readonly LoadName[];
}): Promise<void> {
  for (let call = 0; performance.now() < options.untilMs; call++) {
    const endpoint = options.first[call] ?? drawEndpoint(random);
    const { path, init } = requestOf(endpoint, random);
    const startedMs = performance.now();
    const response = await fetch(url + path, init);
    const text = await response.text();
    const row: Seen = options.seen.get(endpoint) ?? { ms: [], statuses: new Map() };
    options.seen.set(endpoint, row);
    if (startedMs >= options.fromMs) row.ms.push(performance.now() - startedMs);
    row.statuses.set(response.status, (row.statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500) options.failures.push(`${path} ${response.status} ${text}`);
  }
}

/** A percentile, as a share from 0 to 1. */
function percentile(samples: readonly number[], share: number): string {
  const sorted = [...samples].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
}

/** What the check of the store said. */
interface CheckReport {
  readonly keys: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly problems: readonly unknown[];
}

/** Endpoints that only read. */
const READS =
  /^(root|health|meta|whoami|my_config|get_|search|profile_change|playbook_aggregation_)/;

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      seconds: { type: "string", default: "30" },
      "warm-up": { type: "string", default: "2" },
      clients: { type: "string", default: "16" },
      seed: { type: "string", default: "1" },
    },
  });
  // deno-lint-ignore no-console
  const print = console.log;
  const directory = await Deno.makeTempDir({ prefix: "reflexio-load-" });
  const seen = new Map<LoadName, Seen>();
  const failures: string[] = [];
  let report: CheckReport | null = null;
  try {
    await using server = await startServerProcess({ kv: `${directory}/load.db` });
    const fromMs = performance.now() + Number(values["warm-up"]) * 1000;
    const untilMs = fromMs + Number(values.seconds) * 1000;
    const clients = Array.from(
      { length: Number(values.clients) },
      (_, i) =>
        client(server.url, seeded(Number(values.seed) * 1000 + i), {
          fromMs,
          untilMs,
          seen,
          failures,
          // One client begins with every endpoint, so that rare ones are never left out.
          first: i === 0 ? Object.keys(LOAD_TABLE) as LoadName[] : [],
        }),
    );
    await Promise.all(clients);
    const response = await fetch(`${server.url}/api/kv_check`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    report = await response.json() as CheckReport;
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
  for (const [endpoint, { ms, statuses }] of [...seen].sort()) {
    const counts = [...statuses].map(([status, count]) => `${status}: ${count}`).join(", ");
    print(`${endpoint.padEnd(40)} p99 ${percentile(ms, 0.99).padStart(8)} ms   ${counts}`);
  }
  const reads = [...seen].filter(([endpoint]) => READS.test(endpoint)).flatMap(([, row]) => row.ms);
  const total = [...seen.values()].reduce((sum, row) => sum + row.ms.length, 0);
  const shares = [0.5, 0.9, 0.99].map((share) => percentile(reads, share));
  print(`\n${total} timed calls, seed ${values.seed}`);
  print(`${reads.length} reads: p50, p90, p99 ${shares.join(", ")} ms`);
  print(`5xx: ${failures.length}; endpoints called: ${seen.size}`);
  const problems = report?.problems.length ?? NaN;
  print(`kv check: ${problems} problems in ${report?.keys} keys ${JSON.stringify(report?.rows)}`);
  for (const failure of failures.slice(0, 10)) print(failure);
  Deno.exit(failures.length === 0 && problems === 0 ? 0 : 1);
}
