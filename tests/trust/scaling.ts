/**
 * Throughput of 1, 2 and 3 server processes on one file and on a `denokv` server, and what an org
 * costs on disk and in memory: the figures behind docs/scaling.md, as the tables that stand there.
 * Takes two to four minutes; the load of the machine is told along, as it decides what they are worth.
 *
 * Usage: `deno task scaling` (options: `--seconds 5`, `--clients 16`, `--publishes 3000`).
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

/** Longest wait for background work, milliseconds. */
const SETTLE_LIMIT_MS = 60_000;

/**
 * Waits until no background work is left.
 *
 * @throws {Error} If there still is some after a minute.
 */
async function settle(url: string): Promise<void> {
  for (const startedMs = performance.now();;) {
    if (performance.now() - startedMs > SETTLE_LIMIT_MS) {
      throw new Error("Cannot measure: the server still learns after a minute");
    }
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

/** The load of the machine over the last minute. */
function load(): string {
  return (Deno.loadavg()[0] ?? NaN).toFixed(1);
}

/** Rows as the table of docs/scaling.md. */
function throughputTable(rows: readonly Throughput[]): string {
  const cells = rows.filter(({ verb }) => verb === "publish").map((publish) => {
    const search = rows.find(({ verb, storage, processes }) =>
      verb === "search" && storage === publish.storage && processes === publish.processes
    );
    const measured = [publish, search].flatMap((row) =>
      row === undefined
        ? []
        : [row.perSecond.toLocaleString("en-US"), `${row.p50Ms} / ${row.p95Ms}`]
    );
    return `| ${[publish.storage, publish.processes, ...measured].join(" | ")} |`;
  });
  return [
    "| storage | processes | publishes/s | p50 / p95 ms | searches/s | p50 / p95 ms |",
    "| --- | --- | --- | --- | --- | --- |",
    ...cells,
  ].join("\n");
}

/** Costs of an org as the table of docs/scaling.md. */
function costTable(org: Awaited<ReturnType<typeof costOfOrg>>): string {
  const kbPerTurn = ((org.loadedMib ?? NaN) - (org.idleMib ?? NaN)) * 1_024 / org.turns;
  return [
    "| cost | figure |",
    "| --- | --- |",
    `| disk, a turn with everything that follows from it | ${org.bytesPerTurn} bytes |`,
    `| memory of an idle process | ${org.idleMib} MiB |`,
    `| memory after the first search of ${org.turns} turns | ${org.loadedMib} MiB, ` +
    `${kbPerTurn.toFixed(1)} KiB a turn |`,
    `| first search of a process over them | ${org.coldFirstSearchMs} ms |`,
  ].join("\n");
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
  // deno-lint-ignore no-console
  const print = console.log;
  const folder = await Deno.makeTempDir({ prefix: "reflexio-scaling-" });
  const before = load();
  const rows: Throughput[] = [];
  try {
    for (const processes of [1, 2, 3]) {
      rows.push(...await throughput("file", `${folder}/${processes}.db`, processes, options));
    }
    const program = findDenokv();
    if (program === null) print("No denokv program was found: its rows are left out.");
    for (const processes of program === null ? [] : [1, 2, 3]) {
      await using server = await startDenokv(program ?? "");
      rows.push(...await throughput("denokv", server.url, processes, options));
    }
    const org = await costOfOrg(`${folder}/org.db`, Number(values.publishes));
    print(throughputTable(rows), "\n");
    print(costTable(org), "\n");
    const cores = navigator.hardwareConcurrency;
    print(`Load before: ${before}, after: ${load()} (the run itself makes ${cores} or more).`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
