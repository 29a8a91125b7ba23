import { assert, assertEquals } from "@std/assert";
import { ThreadedLearner } from "../../server/learn/embedded/threaded_learner.ts";
import { stem } from "../../server/search/mod.ts";
import { startServerProcess } from "../support/server_process.ts";

const MODULE = new URL("../../server/learner_worker.ts", import.meta.url);

/** A thread as Linux shows it. */
interface Thread {
  readonly title: string;
  readonly nice: number;
}

/** The threads of a process by number; the niceness is field 19 of `stat`, counted behind the name. */
async function threadsOf(process: number): Promise<Map<string, Thread>> {
  const found = new Map<string, Thread>();
  for await (const { name } of Deno.readDir(`/proc/${process}/task`)) {
    const stat = await Deno.readTextFile(`/proc/${process}/task/${name}/stat`).catch(() => "");
    const end = stat.lastIndexOf(")");
    const title = stat.slice(stat.indexOf("(") + 1, end);
    found.set(name, { title, nice: Number(stat.slice(end + 2).split(" ")[16]) });
  }
  return found;
}

Deno.test({
  name: "the thread of the learner gives way to the others, which keep their priority",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const before = await threadsOf(Deno.pid);
    const learner = await ThreadedLearner.open({ module: MODULE, stem });
    const after = await threadsOf(Deno.pid);
    learner.close();
    const changed = [...after].filter(([thread, { nice }]) =>
      nice !== (before.get(thread)?.nice ?? nice)
    );
    assertEquals(changed, []);
    // Threads of learners that were closed a moment ago may still be there.
    const own = after.get(`${Deno.pid}`)?.nice ?? 0;
    const lowered = [...after].filter(([thread, { nice }]) => !before.has(thread) && nice > own);
    assertEquals(lowered.length, 1);
  },
});

Deno.test({
  name:
    "in a server that is a process of its own the thread that answers goes before those that store",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      await using server = await startServerProcess({ kv: `${folder}/a.db` });
      const threads = await threadsOf(server.pid);
      const own = threads.get(`${server.pid}`)?.nice ?? 0;
      const nicenessOf = (title: RegExp) =>
        [...threads.values()].filter((one) => title.test(one.title)).map(({ nice }) => nice);
      const storing = nicenessOf(/^sw-/);
      const helping = nicenessOf(/^V8 /);
      assert(storing.length > 0 && helping.length > 0);
      assert(helping.every((nice) => nice > own), "the engine's helpers come behind");
      assert(storing.every((nice) => nice > Math.max(...helping)), "and what stores behind them");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
