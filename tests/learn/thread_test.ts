import { assertEquals, assertRejects } from "@std/assert";
import type { Complete, Config } from "../../client/contract/mod.ts";
import { isContextText } from "../../client/contract/mod.ts";
import { EmbeddedLearner } from "../../server/learn/embedded/mod.ts";
import { ThreadedLearner } from "../../server/learn/embedded/threaded_learner.ts";
import type { LearnTurn } from "../../server/learn/mod.ts";
import { serve } from "../../server/mod.ts";
import { stem } from "../../server/search/mod.ts";
import { readCases } from "../bench/learning_bench.ts";
import { NOW_SEC, TestMemory } from "../support/learning_memory.ts";

const MODULE = new URL("../../server/learner_worker.ts", import.meta.url);

/** A learner in a thread that ends with the test. */
async function openThread(): Promise<ThreadedLearner & Disposable> {
  const learner = await ThreadedLearner.open({ module: MODULE, stem });
  return Object.assign(learner, { [Symbol.dispose]: () => learner.close() });
}

/** Every third dialogue of a labelled set. */
async function someDialogues() {
  const cases = await readCases(new URL("../bench/learning_blind_2.jsonl", import.meta.url));
  return cases.filter((_, n) => n % 3 === 0);
}

/** What a memory holds and declined after a dialogue. */
async function learntFrom(
  memory: TestMemory,
  { publishes }: Awaited<ReturnType<typeof someDialogues>>[number],
) {
  for (const turns of publishes) await memory.publish(turns);
  return [[...memory.profiles], [...memory.playbooks], memory.declined];
}

/** What an extractor is given beside its turns. */
function inputOf(turns: readonly LearnTurn[], signal: AbortSignal) {
  return {
    userId: "user",
    agentVersion: "v1",
    source: null,
    turns,
    config: {} as Complete<Config>,
    nowSec: NOW_SEC,
    signal,
    extractor: { extractor_name: "any" } as never,
    known: [],
    found: [],
  };
}

Deno.test("a learner in a thread learns and declines what one in this thread does", async () => {
  using threaded = await openThread();
  const here = new EmbeddedLearner({ stem, isOwnContext: isContextText });
  for (const dialogue of await someDialogues()) {
    assertEquals(
      await learntFrom(new TestMemory(threaded), dialogue),
      await learntFrom(new TestMemory(here), dialogue),
    );
  }
});

Deno.test("a learner in a thread explains, clusters and merges as one in this thread", async () => {
  using threaded = await openThread();
  const here = new EmbeddedLearner({ stem, isOwnContext: isContextText });
  const memory = new TestMemory(here);
  const said = ["Always put the ticket number in commit messages.", "Never use tabs in code."];
  for (let n = 0; n < 6; n++) await memory.publish([{ role: "user", content: said[n % 2] ?? "" }]);
  const turns = memory.turns.map((interaction) => ({ interaction, sessionId: null, isNew: true }));
  assertEquals(await threaded.explain(turns, NOW_SEC), here.explain(turns, NOW_SEC));
  const playbooks = [1, 2, 3].flatMap((user) =>
    [...memory.playbooks.values()].map(({ row, explain }, n) => ({
      row: { ...row, user_id: `u${user}`, user_playbook_id: user * 10 + n },
      explain,
    }))
  );
  const aggregation = { min_cluster_size: 2, clustering_similarity: 0.6 } as never;
  const signal = new AbortController().signal;
  const input = { playbooks, aggregation, signal, vectorOf: () => new Float32Array([1, 0]) };
  const clusters = await here.cluster(input);
  assertEquals(await threaded.cluster(input), clusters);
  const members = playbooks.filter(({ row }) =>
    clusters[0]?.memberIds.includes(row.user_playbook_id)
  );
  const merge = { members, existing: [], aggregation, config: {} as never, signal };
  assertEquals(await threaded.aggregate(merge), await here.aggregate(merge));
});

Deno.test("a window that was kept back by an abort is read when it is asked for again", async () => {
  using threaded = await openThread();
  const turns: LearnTurn[] = [];
  const reason = new Error("stopped");
  await assertRejects(
    () => threaded.extractProfiles(inputOf(turns, AbortSignal.abort(reason))),
    Error,
    "stopped",
  );
  const { signal } = new AbortController();
  assertEquals(await threaded.extractProfiles(inputOf(turns, signal)), {
    candidates: [],
    declined: [],
  });
});

Deno.test("a call that is aborted ends with the reason at once", async () => {
  using threaded = await openThread();
  const abort = new AbortController();
  const reading = threaded.extractPlaybooks(inputOf([], abort.signal));
  abort.abort(new Error("lease lost"));
  await assertRejects(() => reading, Error, "lease lost");
});

Deno.test("calls of a learner that was closed fail", async () => {
  const threaded = await openThread();
  const { signal } = new AbortController();
  const reading = threaded.extractProfiles(inputOf([], signal));
  threaded.close();
  threaded.close();
  await assertRejects(() => reading, Error, "closed");
  await assertRejects(() => threaded.extractProfiles(inputOf([], signal)), Error, "closed");
});

Deno.test({
  name: "a thread whose module is not there does not open",
  // The runtime closes the port of a worker that could not load some time after the failure.
  sanitizeResources: false,
  fn: async () => {
    const module = new URL("no_such_module.ts", import.meta.url);
    await assertRejects(() => ThreadedLearner.open({ module }), Error, "thread");
  },
});

/** Contents of the profiles after one publish that is waited for. */
async function profilesAfterPublish(said: string): Promise<unknown> {
  const lines: string[] = [];
  await using server = serve({
    port: 0,
    learnsInThread: true,
    log: (_level, line) => lines.push(line),
  });
  const headers = { "content-type": "application/json" };
  const post = async (path: string, body: unknown) => {
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    return await (await fetch(`${server.url}${path}`, request)).json();
  };
  await post("/api/publish_interaction?wait_for_response=true", {
    user_id: "ada",
    interaction_data_list: [{ role: "User", content: said }],
  });
  const { user_profiles } = await post("/api/get_profiles", { user_id: "ada" }) as {
    user_profiles: readonly { content: string }[];
  };
  return { learnt: user_profiles.map(({ content }) => content), lines };
}

Deno.test("a server that learns in a thread answers a publish with what it learnt", async () => {
  assertEquals(await profilesAfterPublish("I live in Bergen."), {
    learnt: ["Lives in Bergen"],
    lines: [],
  });
});

Deno.test({
  name: "a server that may not read its own modules learns without a thread, and says so",
  permissions: { net: true, read: false },
  fn: async () => {
    assertEquals(await profilesAfterPublish("I live in Bergen."), {
      learnt: ["Lives in Bergen"],
      lines: [
        "The embedded learner has no thread of its own: Reading the module of the thread is not allowed",
      ],
    });
  },
});

Deno.test("a server that closes while its thread is loading leaves nothing behind", async () => {
  const server = serve({ port: 0, learnsInThread: true });
  const { fetch: ask } = await server.ready;
  const publish = ask(
    new Request(`${server.url}/api/publish_interaction`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        user_id: "ada",
        interaction_data_list: [{ role: "User", content: "I live in Bergen." }],
      }),
    }),
  );
  await (await publish).body?.cancel();
  await server.close();
});
