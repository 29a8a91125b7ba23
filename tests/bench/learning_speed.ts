/**
 * Speed of learning in a real server, a process of its own: time of a window, many conversations
 * beside searches, and how soon a publish is found.
 *
 * @module
 */

import { EmbeddedLearner } from "../../server/learn/embedded/mod.ts";
import type { Learner } from "../../server/learn/learner.ts";
import { serve } from "../../server/mod.ts";
import { startServerProcess } from "../support/server_process.ts";
import { measure, printTiming, timingOf } from "./measure.ts";

/** Conversations that are published. */
const CONVERSATIONS = 1_000;

/** How many come in a second where they come at a steady rate: all of them are learnt within 10 s. */
const STEADY_PER_SECOND = 105;

/** Users they belong to. */
const USERS = 250;

/** What people say; three of these and the answers between them make a conversation. */
const SAYINGS: readonly string[] = [
  "I live in Bergen and work as a nurse.",
  "Could you shorten the second paragraph a little?",
  "From now on, always put the ticket number in commit messages.",
  "What is the cheapest way from Porto to Faro?",
  "I'm allergic to peanuts, so please keep that in mind.",
  "No, that is the wrong file. I meant the one from March.",
  "Thanks, that helps a lot!",
  "Never book a flight before nine in the morning.",
  "We have two cats and a very old dog.",
  "My neighbour wants to know whether the shop opens on Sunday.",
  "If it rains tomorrow, should we move the party inside?",
  "You should have checked the calendar before booking the meeting.",
];

/** Turn texts of one conversation, the user's and the agent's by turns. */
function conversation(n: number, turns: number): { role: string; content: string }[] {
  return Array.from(
    { length: turns },
    (_, turn) =>
      turn % 2 === 1
        ? { role: "Assistant", content: `Done, see item ${n}-${turn} of the list.` }
        : {
          role: "User",
          content: `${SAYINGS[(n * 5 + turn * 7) % SAYINGS.length] ?? ""} (${n})`,
        },
  );
}

/** Sends JSON and reads the answer to its end. */
async function post(url: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`);
  return JSON.parse(text);
}

/** Kinds of the jobs that learn from conversations; what becomes of it starts at the full second. */
const LEARNING = ["profile_generation", "playbook_generation"];

/** Waits until no job is left; one row is enough to tell, and costs the server next to nothing. */
async function jobsDone(url: string, kind?: string): Promise<void> {
  const query = new URLSearchParams({ limit: "1", ...(kind === undefined ? {} : { kind }) });
  for (;;) {
    const { jobs } = await (await fetch(`${url}/api/jobs?${query}`)).json() as {
      jobs: readonly unknown[];
    };
    if (jobs.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Windows that a server has read before its time is taken: its code is compiled by then. */
const WARM_WINDOWS = 400;
/** Windows whose time is taken. */
const WINDOWS = 600;
/** Windows of a server that has just started, told for comparison. */
const COLD_WINDOWS = 100;

/** The embedded learner with the time of each window it read. */
function timedLearner(samplesMs: number[]): Learner {
  const learner = new EmbeddedLearner();
  return new Proxy(learner, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        const startedMs = performance.now();
        try {
          return await value.apply(target, given);
        } finally {
          if (name === "extractProfiles") samplesMs.push(performance.now() - startedMs);
        }
      };
    },
  });
}

/** A window of 10 turns, measured inside the server. */
async function benchWindow(): Promise<void> {
  const samplesMs: number[] = [];
  await using server = serve({ port: 0, learner: timedLearner(samplesMs) });
  for (let n = 0; n < WARM_WINDOWS + WINDOWS; n++) {
    await post(server.url, "/api/publish_interaction?wait_for_response=true", {
      user_id: `window-${n}`,
      interaction_data_list: conversation(n, 10),
    });
  }
  printTiming("first windows after the start", timingOf(samplesMs.slice(0, COLD_WINDOWS)), "none");
  printTiming(
    "window of 10 turns, in the server",
    timingOf(samplesMs.slice(WARM_WINDOWS)),
    "p50 <= 2 ms",
  );
}

/** Searches one after another, in a thread of its own, until `stop` gives the times. */
async function startSearching(url: string): Promise<{ readonly stop: () => Promise<number[]> }> {
  const worker = new Worker(new URL("search_probe.ts", import.meta.url), { type: "module" });
  const { port1, port2 } = new MessageChannel();
  const answer = () =>
    new Promise<unknown>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
    });
  worker.postMessage(null, [port2]);
  const ready = answer();
  port1.postMessage(url);
  await ready;
  return {
    stop: async () => {
      const samplesMs = answer();
      port1.postMessage(null);
      const given = await samplesMs as number[];
      port1.close();
      worker.terminate();
      return given;
    },
  };
}

/** A server that has been in use: it has learnt and searched before. */
async function warmUp(url: string): Promise<void> {
  for (let n = 0; n < 40; n++) {
    await post(url, "/api/publish_interaction?wait_for_response=true", {
      user_id: `early-${n}`,
      interaction_data_list: conversation(n, 6),
    });
    await post(url, "/api/search", { query: "warm" });
  }
}

/**
 * Publishes many conversations.
 *
 * @param perSecond How many come in a second; null: as fast as they are taken.
 */
async function publishMany(url: string, perSecond: number | null): Promise<void> {
  const startedMs = performance.now();
  let next = 0;
  const client = async () => {
    for (let n = next++; n < CONVERSATIONS; n = next++) {
      const dueMs = perSecond === null ? 0 : startedMs + n * 1_000 / perSecond;
      const waitMs = dueMs - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      await post(url, "/api/publish_interaction", {
        user_id: `user-${n % USERS}`,
        interaction_data_list: conversation(n, 6),
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
}

/** 1,000 conversations learnt while somebody searches. */
async function benchMany(name: string, perSecond: number | null): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "reflexio-bench-" });
  try {
    await using server = await startServerProcess({ kv: `${folder}/bench.db` });
    await warmUp(server.url);
    const searching = await startSearching(server.url);
    const startedMs = performance.now();
    await publishMany(server.url, perSecond);
    const publishedMs = performance.now() - startedMs;
    for (const kind of LEARNING) await jobsDone(server.url, kind);
    const learntMs = performance.now() - startedMs;
    await jobsDone(server.url);
    const aggregatedMs = performance.now() - startedMs;
    const sorted = (await searching.stop()).toSorted((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? NaN;
    const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
    // deno-lint-ignore no-console
    console.log(
      `${CONVERSATIONS} conversations ${name}: published in ${seconds(publishedMs)}, ` +
        `learnt in ${seconds(learntMs)} (goal <= 10 s), aggregated in ${seconds(aggregatedMs)}`,
    );
    printTiming("search meanwhile", timingOf(sorted), `p99 <= 5 ms, is ${p99.toFixed(2)} ms`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** From sending a publish to finding what it taught. */
async function benchFresh(): Promise<void> {
  await using server = await startServerProcess({ kv: ":memory:" });
  const timing = await measure(async (run) => {
    const user_id = `fresh-${run}`;
    await post(server.url, "/api/publish_interaction", {
      user_id,
      interaction_data_list: [{ role: "User", content: "I live in Bergen." }],
    });
    for (;;) {
      const found = await post(server.url, "/api/search_profiles", {
        user_id,
        query: "Bergen",
      });
      if (JSON.stringify(found).includes("Lives in Bergen")) return;
    }
  }, { count: 200 });
  printTiming("publish until the learnt item is found", timing, "p50 <= 50 ms");
}

if (import.meta.main) {
  await benchWindow();
  await benchFresh();
  await benchMany(`at ${STEADY_PER_SECOND} a second`, STEADY_PER_SECOND);
  await benchMany("at once", null);
}
