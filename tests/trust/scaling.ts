/**
 * Throughput of 1, 2 and 3 server processes on one file and on a `denokv` server, and what an org
 * costs on disk and in memory: the figures behind docs/scaling.md.
 *
 * Usage: `deno run -A --unstable-kv tests/trust/scaling.ts` (options: `--seconds 5`,
 * `--clients 16`, `--publishes 3000`).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { seeded } from "../bench/measure.ts";
import { residentMib, type ServerProcess, startServerProcess } from "../support/server_process.ts";
import { findDenokv, startDenokv } from "./denokv_server.ts";

/** A row of the table. */
interface Throughput {
  readonly storage: string;
  readonly processes: number;
  readonly verb: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const SENTENCES = [
  "I live in Bergen and work as a nurse.",
  "Please always answer in metric units.",
  "How do I change the region of the deployment?",
  "Thanks, that works now.",
];

/** A value below which a share of the samples lies. */
function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? NaN) * 100) / 100;
}

/** Calls a server. */
async function post(url: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}

/** A publish of two turns. */
function publishOf(random: () => number) {
  const at = Math.floor(random() * SENTENCES.length);
  return {
    user_id: `user-${Math.floor(random() * 500)}`,
    interaction_data_list: [
      { role: "User", content: SENTENCES[at] },
      { role: "Assistant", content: "Understood, I will keep that in mind for the next time." },
    ],
  };
}

/** Clients that call as fast as they are answered. */
async function measure(
  urls: readonly string[],
  options: { readonly seconds: number; readonly clients: number },
  call: (url: string, random: () => number) => Promise<void>,
): Promise<{ readonly perSecond: number; readonly p50Ms: number; readonly p95Ms: number }> {
  const samples: number[] = [];
  const startedMs = performance.now();
  const untilMs = startedMs + options.seconds * 1_000;
  await Promise.all(Array.from({ length: options.clients }, async (_, n) => {
    const random = seeded(n + 1);
    const url = urls[n % urls.length] ?? "";
    while (performance.now() < untilMs) {
      const sentMs = performance.now();
      await call(url, random);
      samples.push(performance.now() - sentMs);
    }
  }));
  const seconds = (performance.now() - startedMs) / 1_000;
  samples.sort((a, b) => a - b);
  return {
    perSecond: Math.round(samples.length / seconds),
    p50Ms: quantile(samples, 0.5),
    p95Ms: quantile(samples, 0.95),
  };
}

/** Stops servers. */
async function stopAll(servers: readonly ServerProcess[]): Promise<void> {
  for (const server of servers) await server.stop();
}

/** Publishes and searches on some processes over one database. */
async function throughput(
  storage: string,
  kv: string,
  processes: number,
  options: { readonly seconds: number; readonly clients: number },
): Promise<Throughput[]> {
  const token = Deno.env.get("DENO_KV_ACCESS_TOKEN");
  const env = token === undefined ? {} : { DENO_KV_ACCESS_TOKEN: token };
  const servers = await Promise.all(
    Array.from({ length: processes }, () => startServerProcess({ kv, env })),
  );
  const urls = servers.map(({ url }) => url);
  const publish = await measure(
    urls,
    options,
    (url, random) => post(url, "/api/publish_interaction", publishOf(random)),
  );
  await settle(urls[0] ?? "");
  const search = await measure(urls, options, (url, random) =>
    post(url, "/api/search_profiles", {
      user_id: `user-${Math.floor(random() * 500)}`,
      query: "where does the person live",
    }));
  await stopAll(servers);
  return [
    { storage, processes, verb: "publish", ...publish },
    { storage, processes, verb: "search", ...search },
  ];
}

/** Waits until no background work is left. */
async function settle(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/api/jobs?limit=1`);
    const { jobs } = await response.json() as { jobs: readonly unknown[] };
    if (jobs.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Bytes on disk, memory and time to read an org anew. */
async function costOfOrg(kv: string, publishes: number) {
  const idle = await startServerProcess({ kv });
  const idleMib = await residentMib(idle.pid);
  let left = publishes;
  await Promise.all(Array.from({ length: 16 }, async (_, n) => {
    const random = seeded(n + 1);
    while (left-- > 0) await post(idle.url, "/api/publish_interaction", publishOf(random));
  }));
  await settle(idle.url);
  await idle.stop();
  const { size } = await Deno.stat(kv);
  const fresh = await startServerProcess({ kv });
  const startedMs = performance.now();
  await post(fresh.url, "/api/search_interactions", { user_id: "user-1", query: "nurse" });
  const coldMs = Math.round(performance.now() - startedMs);
  const loadedMib = await residentMib(fresh.pid);
  await fresh.stop();
  const turns = publishes * 2;
  return {
    turns,
    bytesPerTurn: Math.round(size / turns),
    idleMib,
    loadedMib,
    coldFirstSearchMs: coldMs,
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      seconds: { type: "string", default: "5" },
      clients: { type: "string", default: "16" },
      publishes: { type: "string", default: "3000" },
    },
  });
  const options = { seconds: Number(values.seconds), clients: Number(values.clients) };
  const folder = await Deno.makeTempDir({ prefix: "reflexio-scaling-" });
  const rows: Throughput[] = [];
  for (const processes of [1, 2, 3]) {
    rows.push(...await throughput("file", `${folder}/${processes}.db`, processes, options));
  }
  const program = findDenokv();
  for (const processes of program === null ? [] : [1, 2, 3]) {
    await using server = await startDenokv(program ?? "");
    rows.push(...await throughput("denokv", server.url, processes, options));
  }
  const org = await costOfOrg(`${folder}/org.db`, Number(values.publishes));
  await Deno.remove(folder, { recursive: true });
  // deno-lint-ignore no-console
  console.log(JSON.stringify({ throughput: rows, org }, null, 1));
}
