import { assert, assertEquals } from "@std/assert";
import { serve } from "../../server/mod.ts";
import { seeded } from "../bench/measure.ts";
import { learntState, postJson, waitForJobs } from "../support/learnt_state.ts";
import { startServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/api.ts";

/** `REFLEXIO_FAULT_FULL=1`: 200 conversations through 20 kills; else a fifth of that. */
const FULL = Deno.env.get("REFLEXIO_FAULT_FULL") === "1";
const CONVERSATIONS = FULL ? 200 : 40;
const KILLS = FULL ? 20 : 4;

/** Publishes conversations to a server that stores but does not learn yet. */
async function publishAll(kv: string): Promise<void> {
  const file = new URL("../fault/data/conversations.jsonl", import.meta.url);
  const lines = (await Deno.readTextFile(file)).trim().split("\n").slice(0, CONVERSATIONS);
  await using server = serve({ port: 0, kv, runsJobs: false });
  await server.ready;
  for (const line of lines) {
    await postJson(server.url, "/api/publish_interaction", JSON.parse(line));
  }
}

/** Learns to the end and gives what was learnt, and how long it took. */
async function learnAll(kv: string): Promise<{ state: readonly string[]; ms: number }> {
  await using server = await startServerProcess({ kv });
  const startedMs = performance.now();
  await waitForJobs(server.url);
  return { ms: performance.now() - startedMs, state: await learntState(server.url) };
}

/** Starts a server, kills it after `delayMs`; gives whether work was left at that moment. */
async function learnAndKill(kv: string, delayMs: number): Promise<void> {
  const server = await startServerProcess({ kv });
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await server.stop("SIGKILL");
}

/** Jobs that are left in a file, read by a server that runs none. */
async function jobsLeft(kv: string): Promise<number> {
  await using server = serve({ port: 0, kv, runsJobs: false });
  await server.ready;
  const response = await fetch(`${server.url}/api/jobs?limit=1000`);
  const { jobs } = await response.json() as { jobs: readonly { kind: string }[] };
  return jobs.filter((job) => job.kind !== "session_evaluation").length;
}

Deno.test("S-033 S-180 S-181 learning through repeated SIGKILL ends as an undisturbed run, item by item", async () => {
  const seed = Number(Deno.env.get("REFLEXIO_SEED") ?? 20261125);
  const random = seeded(seed);
  await using folder = await temporaryFolder();
  const [calm, killed] = [`${folder.path}/calm/a.db`, `${folder.path}/killed/a.db`];
  await Deno.mkdir(`${folder.path}/calm`);
  await Deno.mkdir(`${folder.path}/killed`);
  await publishAll(calm);
  for await (const { name } of Deno.readDir(`${folder.path}/calm`)) {
    await Deno.copyFile(`${folder.path}/calm/${name}`, `${folder.path}/killed/${name}`);
  }
  const expected = await learnAll(calm);
  assert(expected.state.length > CONVERSATIONS / 4, "too little is learnt to tell anything");
  let disturbed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // Each life is a share of the calm run, so that the kills are spread over the work.
    await learnAndKill(killed, random() * 2 * expected.ms / (KILLS + 1));
    if (await jobsLeft(killed) > 0) disturbed++;
  }
  assert(disturbed >= KILLS / 2, `only ${disturbed} of ${KILLS} kills met work, seed ${seed}`);
  assertEquals((await learnAll(killed)).state, expected.state, `seed ${seed}`);
});
