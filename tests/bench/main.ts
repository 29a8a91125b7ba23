/**
 * Speed over real TCP: a server in its own process, a client in this one. Prints medians and 95th
 * percentiles beside the goals; nothing is asserted.
 *
 * Usage: `deno task bench` (options: `--sizes 1000,10000`, `--samples 400`).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { peakResidentMib, residentMib, startServerProcess } from "../support/server_process.ts";
import { corpusOf, queriesOf } from "./corpus.ts";
import { HttpConnection } from "./http_connection.ts";
import { measure, printTiming, timingOf } from "./measure.ts";

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: {
    sizes: { type: "string", default: "1000,10000" },
    samples: { type: "string", default: "400" },
  },
});
const SAMPLES = Number(values.samples);

/** Searches before those that count. */
const WARM_UP = 60;

/** Clients that ask at once, searches they ask for in all, and those before that do not count. */
const CLIENTS = 16;
const CLIENT_SEARCHES = 4_000;
const CLIENT_WARM_UP = 1_000;

// deno-lint-ignore no-console
const print = console.log;

/** Sends JSON and gives the parsed answer; anything but 200 is an error. */
async function post(url: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** Cold and warm starts: process start to the first answer, and memory at rest. */
async function benchStart(directory: string): Promise<void> {
  const samples: number[] = [];
  let restMib: number | null = null;
  for (let run = 0; run < 11; run++) {
    await using server = await startServerProcess({ kv: `${directory}/start.db` });
    if (run > 0) samples.push(server.startMs);
    restMib = await residentMib(server.pid);
  }
  printTiming("process start to first /health (warm)", timingOf(samples), "≤ 200 ms");
  print(
    `${"resident memory at rest".padEnd(52)} ${restMib ?? "unknown"} MiB${
      " ".repeat(34)
    }goal ≤ 80 MiB`,
  );
}

/** A publish of six turns, acknowledged after its commit. */
async function benchPublish(directory: string): Promise<void> {
  await using server = await startServerProcess({ kv: `${directory}/publish.db` });
  const publish = (run: number) =>
    post(server.url, "/api/publish_interaction", {
      user_id: `user-${run % 50}`,
      session_id: `session-${run}`,
      agent_version: "v1",
      source: "bench",
      interaction_data_list: queriesOf(6, run).map((content, turn) => ({
        role: turn % 2 === 0 ? "user" : "assistant",
        content,
      })),
    });
  const paced = await measure(publish, { count: SAMPLES, pauseMs: 12 });
  printTiming("publish of 6 turns, acknowledged, about 70 a second", paced, "p50 ≤ 3 ms");
  const backToBack = await measure(publish, { count: SAMPLES });
  printTiming("the same back to back, learning the ones before", backToBack, "none");
}

/** What a client asks with. */
type Ask = (path: string, body: unknown) => Promise<unknown>;

/** Searches that many clients ask for at once, each waiting for its answer before it asks again. */
async function benchClients(
  title: string,
  { clients, queries }: { readonly clients: readonly Ask[]; readonly queries: readonly string[] },
  goal: string,
): Promise<void> {
  let run = 0;
  const searchUntil = (end: number) =>
    Promise.all(clients.map(async (ask) => {
      while (run < end) {
        await ask("/api/search", { query: queries[run++ % queries.length], user_id: "bench" });
      }
    }));
  await searchUntil(CLIENT_WARM_UP);
  const startedMs = performance.now();
  await searchUntil(CLIENT_WARM_UP + CLIENT_SEARCHES);
  const perSec = CLIENT_SEARCHES / (performance.now() - startedMs) * 1_000;
  print(`${title.padEnd(52)} ${`${perSec.toFixed(0)} a second`.padEnd(46)} goal ${goal}`);
}

/** Searches of many clients in one process: each on a connection of its own, or through `fetch`. */
async function benchManyClients(
  url: string,
  { first, second, few }: Readonly<Record<"first" | "second" | "few", readonly string[]>>,
): Promise<void> {
  const connections: HttpConnection[] = [];
  try {
    for (let n = 0; n < CLIENTS; n++) connections.push(await HttpConnection.open(url));
    const plain = connections.map((each): Ask => (path, body) => each.post(path, body));
    const fetching = plain.map((): Ask => (path, body) => post(url, path, body));
    const title = `${CLIENTS} clients, ${CLIENT_SEARCHES.toLocaleString("en")}`;
    await benchClients(
      `${title} different searches`,
      { clients: plain, queries: first },
      "≥ 2,000",
    );
    await benchClients(
      `${title} others through fetch()`,
      { clients: fetching, queries: second },
      "none",
    );
    await benchClients(
      `${title} searches, ${few.length} queries in turn`,
      { clients: plain, queries: few },
      "none",
    );
  } finally {
    for (const connection of connections) connection[Symbol.dispose]();
  }
}

/** The search right after a row was added; it must find the row. */
async function benchReadYourWrites(url: string, size: number): Promise<void> {
  const samples: number[] = [];
  for (let run = 0; run < 50; run++) {
    const word = `written${size}x${run}`;
    await post(url, "/api/add_user_profile", {
      user_profiles: [{
        profile_id: word,
        user_id: "bench",
        content: `Owns a ${word}`,
        last_modified_timestamp: 1_760_000_000,
        generated_from_request_id: "bench",
      }],
    });
    const startedMs = performance.now();
    const answer = await post(url, "/api/search", { query: word, user_id: "bench" });
    samples.push(performance.now() - startedMs);
    const [first] = answer.profiles as { profile_id: string }[];
    if (first?.profile_id !== word) throw new Error(`${word} was added and is not found`);
  }
  printTiming("search that finds the row added before it", timingOf(samples), "p50 ≤ 5 ms");
}

/** Memory of a server process now and at most so far. */
async function printMemory(when: string, pid: number): Promise<void> {
  const [now, most] = [await residentMib(pid), await peakResidentMib(pid)];
  const figures = `${now ?? "unknown"} MiB, at most ${most ?? "unknown"} MiB so far`;
  print(`${`memory ${when}`.padEnd(52)} ${figures.padEnd(46)} goal ≤ 1,024 MiB with 3 × 100,000`);
}

/** Unified search over `size` rows of each kind, and how long a fresh process needs to hydrate. */
async function benchSearch(directory: string, size: number): Promise<void> {
  const kv = `${directory}/search-${size}.db`;
  const corpus = corpusOf(size);
  {
    await using server = await startServerProcess({ kv });
    for (let at = 0; at < size; at += 500) {
      const part = <T>(rows: readonly T[]) => rows.slice(at, at + 500);
      await post(server.url, "/api/add_user_profile", { user_profiles: part(corpus.profiles) });
      await post(server.url, "/api/add_user_playbook", {
        user_playbooks: part(corpus.userPlaybooks),
      });
      await post(server.url, "/api/add_agent_playbook", {
        agent_playbooks: part(corpus.agentPlaybooks),
      });
    }
    // Each query is asked once: the server keeps answers while nothing changes.
    const alone = SAMPLES + WARM_UP;
    const together = CLIENT_WARM_UP + CLIENT_SEARCHES;
    const queries = queriesOf(alone + 2 * together);
    let next = 0;
    const search = () =>
      post(server.url, "/api/search", { query: queries[next++], user_id: "bench" });
    const timing = await measure(search, { count: SAMPLES, warmUp: WARM_UP });
    printTiming(
      `unified search over 3 × ${size.toLocaleString("en")} rows`,
      timing,
      size <= 1000 ? "p50 ≤ 1.5 ms, p95 ≤ 3 ms" : size <= 10_000 ? "p50 ≤ 4 ms" : "p50 ≤ 15 ms",
    );
    if (size <= 1000) {
      await benchManyClients(server.url, {
        first: queries.slice(alone, alone + together),
        second: queries.slice(alone + together),
        few: queries.slice(0, 400),
      });
    }
    await benchReadYourWrites(server.url, size);
    // A large index is saved in the background after its first search, which takes memory, too.
    await new Promise((resolve) => setTimeout(resolve, size / 5));
    await printMemory(`with 3 × ${size.toLocaleString("en")} rows added and saved`, server.pid);
  }
  await using server = await startServerProcess({ kv });
  const startedMs = performance.now();
  await post(server.url, "/api/search", { query: "refund ticket", user_id: "bench" });
  const tookMs = performance.now() - startedMs;
  printTiming(
    `first search after a start, ${(3 * size).toLocaleString("en")} rows hydrated`,
    timingOf([tookMs]),
    size <= 10_000 ? "≤ 1 s per 10,000 rows" : "≤ 3 s with a snapshot",
  );
  await printMemory("after a start and its first search", server.pid);
}

const directory = await Deno.makeTempDir({ prefix: "reflexio-bench-" });
try {
  print(
    `Deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores, ${Deno.build.os} ${Deno.build.arch}\n`,
  );
  await benchStart(directory);
  await benchPublish(directory);
  for (const size of values.sizes.split(",")) await benchSearch(directory, Number(size));
} finally {
  await Deno.remove(directory, { recursive: true });
}
