/**
 * Sixteen clients mix every endpoint for half a minute (seeded), then the store is checked. Prints
 * figures; ends with 1 when an answer was 5xx or the check found something.
 *
 * Usage: `deno task load` (options: `--seconds 30`, `--clients 16`, `--seed 1`).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { seeded } from "../bench/measure.ts";
import { startServerProcess } from "../support/server_process.ts";
import { drawEndpoint, type LoadName, requestOf } from "./calls.ts";

/** What was seen of one endpoint. */
interface Seen {
  readonly ms: number[];
  readonly statuses: Map<number, number>;
}

/** Calls until `untilMs` and notes time and status of each answer. */
async function client(url: string, random: () => number, options: {
  readonly untilMs: number;
  readonly seen: Map<LoadName, Seen>;
  readonly failures: string[];
}): Promise<void> {
  while (performance.now() < options.untilMs) {
    const endpoint = drawEndpoint(random);
    const { path, init } = requestOf(endpoint, random);
    const startedMs = performance.now();
    const response = await fetch(url + path, init);
    const text = await response.text();
    const row: Seen = options.seen.get(endpoint) ?? { ms: [], statuses: new Map() };
    options.seen.set(endpoint, row);
    row.ms.push(performance.now() - startedMs);
    row.statuses.set(response.status, (row.statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500) options.failures.push(`${path} ${response.status} ${text}`);
  }
}

/** The 99th percentile. */
function p99(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? NaN;
}

/** Endpoints that only read. */
const READS =
  /^(root|health|meta|whoami|my_config|get_|search|profile_change|playbook_aggregation_)/;

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      seconds: { type: "string", default: "30" },
      clients: { type: "string", default: "16" },
      seed: { type: "string", default: "1" },
    },
  });
  // deno-lint-ignore no-console
  const print = console.log;
  const directory = await Deno.makeTempDir({ prefix: "reflexio-load-" });
  const seen = new Map<LoadName, Seen>();
  const failures: string[] = [];
  let report: Record<string, unknown> = {};
  try {
    await using server = await startServerProcess({ kv: `${directory}/load.db` });
    const untilMs = performance.now() + Number(values.seconds) * 1000;
    const clients = Array.from(
      { length: Number(values.clients) },
      (_, i) =>
        client(server.url, seeded(Number(values.seed) * 1000 + i), { untilMs, seen, failures }),
    );
    await Promise.all(clients);
    const response = await fetch(`${server.url}/api/kv_check`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    report = await response.json() as Record<string, unknown>;
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
  for (const [endpoint, { ms, statuses }] of [...seen].sort()) {
    const counts = [...statuses].map(([status, count]) => `${status}: ${count}`).join(", ");
    print(`${endpoint.padEnd(40)} p99 ${p99(ms).toFixed(1).padStart(8)} ms   ${counts}`);
  }
  const reads = [...seen].filter(([endpoint]) => READS.test(endpoint)).flatMap(([, row]) => row.ms);
  const total = [...seen.values()].reduce((sum, row) => sum + row.ms.length, 0);
  print(
    `\n${total} calls, seed ${values.seed}; p99 of ${reads.length} reads ${
      p99(reads).toFixed(1)
    } ms`,
  );
  print(`5xx: ${failures.length}; endpoints called: ${seen.size}`);
  print(`kv check: ${JSON.stringify(report)}`);
  for (const failure of failures.slice(0, 10)) print(failure);
  Deno.exit(failures.length === 0 ? 0 : 1);
}
