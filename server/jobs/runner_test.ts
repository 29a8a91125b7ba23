import { assert, assertEquals, assertRejects } from "@std/assert";
import { gate, leftovers, setUp, stage, turn } from "../../tests/support/job_runner.ts";
import { makeProfile } from "../../tests/support/rows.ts";
import type { Store } from "../store/mod.ts";
import {
  cancelJob,
  JobAborted,
  JobFailure,
  type JobRun,
  JobRunner,
  listJobs,
  releaseBlockedJobs,
  removeAllJobs,
  retryJob,
  stageJob,
  waitForJobs,
} from "./mod.ts";

Deno.test("a job runs as soon as the commit that staged it, and its end is one commit with its effects", async () => {
  await using t = await setUp({
    learn: async (run) => {
      const [job] = run.jobs;
      await run.commit((tx) =>
        tx.put("profile", makeProfile({ content: String(job?.payload) }), { isNew: true })
      );
    },
  });
  t.runner.start();
  const ref = await stage(t.org, { payload: "tea" });
  assertEquals(await waitForJobs(t.store, [ref]), [{ ref, state: "finished", error: null }]);
  assertEquals((await t.org.get("profile", "profile"))?.content, "tea");
  await t.runner.drain();
  assertEquals(await leftovers(t.store), []);
  assertEquals(t.runner.stats().succeeded, 1);
});

Deno.test("jobs of one scope that wait are one run, oldest first, and other scopes run beside it", async () => {
  const runs: string[][] = [];
  const first = gate();
  await using t = await setUp({
    learn: async (run) => {
      runs.push([run.scope, ...run.jobs.map((job) => String(job.payload))]);
      if (runs.length === 1) await first.opened;
    },
  });
  t.runner.start();
  const refs = [await stage(t.org, { payload: 1 })];
  while (runs.length === 0) await turn();
  for (const payload of [2, 3, 4]) {
    t.clock.advance(1);
    refs.push(await stage(t.org, { payload }));
  }
  const other = await stage(t.org, { scope: "ben", payload: 5 });
  await waitForJobs(t.store, [other]);
  first.open();
  await waitForJobs(t.store, refs);
  assertEquals(runs, [["anna", "1"], ["ben", "5"], ["anna", "2", "3", "4"]]);
});

Deno.test("a job that falls due while another of its scope runs starts when that one ends", async () => {
  const first = gate();
  const second = gate();
  const runs: unknown[] = [];
  await using t = await setUp({
    learn: async (run) => {
      runs.push(run.jobs.map((job) => job.payload));
      await (runs.length === 1 ? first.opened : second.open());
    },
  });
  t.runner.start();
  await stage(t.org, { payload: "now" });
  while (runs.length === 0) await turn();
  await stage(t.org, { payload: "later", dueAtMs: t.clock.nowMs() + 10 });
  t.clock.advance(10);
  for (let n = 0; n < 20; n++) await turn();
  first.open();
  await second.opened;
  assertEquals(runs, [["now"], ["later"]]);
});

/** A runner whose looks into the due index read at once and end when they are told to. */
function setUpLooks(t: Awaited<ReturnType<typeof setUp>>, learn: (run: JobRun) => void) {
  const looks: (() => void)[] = [];
  const store = new Proxy(t.store, {
    get: (target, name) => {
      if (name === "list") {
        return async function* (...given: Parameters<Store["list"]>) {
          const rows = await Array.fromAsync(target.list(...given));
          await new Promise<void>((resolve) => looks.push(resolve));
          yield* rows;
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const handlers = { learn: (run: JobRun) => Promise.resolve(learn(run)) };
  const runner = new JobRunner({ store, handlers, clock: t.clock });
  const awaitLook = async () => {
    while (looks.length === 0) await turn();
  };
  const answerLook = async () => {
    await awaitLook();
    looks.shift()?.();
  };
  const start = async () => {
    runner.start();
    // At the start it also looks ahead, in case the clock has gone back.
    await answerLook();
    await answerLook();
    await turn();
  };
  return { runner, start, awaitLook, answerLook };
}

Deno.test("a job that falls due while a look is under way is found by the next one", async () => {
  const learnt = gate();
  await using t = await setUp({});
  const { runner, start, awaitLook, answerLook } = setUpLooks(t, learnt.open);
  await start();
  t.clock.advance(5_000);
  await awaitLook();
  await stage(t.org, { dueAtMs: t.clock.nowMs() + 5_010 });
  t.clock.advance(5_010);
  await answerLook();
  await answerLook();
  await learnt.opened;
  await runner.close();
});

Deno.test("a job of this process that is due soon starts at its time without a look", async () => {
  const learnt: string[] = [];
  await using t = await setUp({});
  const { runner, start } = setUpLooks(t, (run) => learnt.push(run.scope));
  await start();
  const dueAtMs = t.clock.nowMs() + 10;
  const stageFor = (scope: string, laterMs: number) =>
    stage(t.org, { scope, dueAtMs: dueAtMs + laterMs });
  const refs = [
    await stageFor("third", 5),
    await stageFor("first", 0),
    await stageFor("second", 0),
  ];
  t.clock.advance(9);
  for (let n = 0; n < 20; n++) await turn();
  assertEquals(learnt, []);
  t.clock.advance(1);
  await waitForJobs(t.store, refs.slice(1));
  assertEquals(learnt, ["first", "second"]);
  t.clock.advance(5);
  await waitForJobs(t.store, refs);
  await runner.close();
});

Deno.test("an id that tells the time is staged by many at once without conflict, and anew while it runs", async () => {
  const [started, goOn] = [gate(), gate()];
  const runs: number[] = [];
  await using t = await setUp({
    learn: async ({ jobs }) => {
      runs.push(jobs.length);
      started.open();
      if (runs.length === 1) await goOn.opened;
    },
  });
  const dueAtMs = t.clock.nowMs() + 10;
  const stageBeat = () => stage(t.org, { id: "beat", dueAtMs, isTimedById: true });
  let attempts = 0;
  const [ref] = await Promise.all(Array.from({ length: 8 }, () =>
    t.org.write((tx) => {
      attempts++;
      return stageJob(tx, {
        kind: "learn",
        scope: "anna",
        payload: null,
        id: "beat",
        dueAtMs,
        isTimedById: true,
      });
    })));
  assertEquals(attempts, 8);
  t.runner.start();
  t.clock.advance(10);
  await started.opened;
  await stageBeat();
  goOn.open();
  await t.runner.drain();
  assertEquals(runs, [1, 1]);
  assertEquals(await leftovers(t.store), []);
  assertEquals(ref?.result.id, "beat");
});

Deno.test("no more runs than allowed work at once", async () => {
  let working = 0;
  let most = 0;
  const pair = gate();
  await using t = await setUp({
    learn: async () => {
      most = Math.max(most, ++working);
      if (working === 2) pair.open();
      await pair.opened;
      await turn();
      working--;
    },
  }, { concurrency: 2 });
  t.runner.start();
  const refs = await Promise.all(
    Array.from({ length: 9 }, (_, n) => stage(t.org, { scope: `user ${n}` })),
  );
  await waitForJobs(t.store, refs);
  assertEquals(most, 2);
});

Deno.test("a failed run waits longer each time and is given up after eight failures", async () => {
  let runs = 0;
  await using t = await setUp({
    learn: () => {
      throw new JobFailure(`overloaded ${++runs}`, { kind: "retryable" });
    },
  });
  t.runner.start();
  const ref = await stage(t.org);
  const waits: number[] = [];
  for (let n = 1; n <= 8; n++) {
    await t.runner.drain();
    const [job] = await listJobs(t.org, { nowMs: t.clock.nowMs() });
    assertEquals(job?.attempts, n);
    assertEquals(job?.last_error, `overloaded ${n}`);
    waits.push((job?.due_at_ms ?? 0) - t.clock.nowMs());
    if (n < 8) t.clock.advance(waits.at(-1) ?? 0);
  }
  assertEquals(waits.slice(0, 7).map((ms) => ms / 1_000), [5, 30, 120, 600, 3_600, 3_600, 3_600]);
  const [outcome] = await waitForJobs(t.store, [ref]);
  assertEquals(outcome, { ref, state: "poisoned", error: "overloaded 8" });
  assertEquals((await listJobs(t.org, { state: "poisoned" })).length, 1);
  t.clock.advance(10_000_000);
  await t.runner.drain();
  assertEquals(runs, 8);
});

Deno.test("the same bug three times gives a job up, and by hand it starts anew", async () => {
  let isBroken = true;
  await using t = await setUp({
    learn: () => {
      if (isBroken) throw new TypeError("x is undefined");
      return Promise.resolve();
    },
  });
  t.runner.start();
  const ref = await stage(t.org);
  const [first] = await waitForJobs(t.store, [ref]);
  assertEquals(first?.state, "retrying");
  for (let n = 0; n < 2; n++) {
    await t.runner.drain();
    t.clock.advance(3_600_000);
  }
  await t.runner.drain();
  assertEquals((await waitForJobs(t.store, [ref]))[0]?.state, "poisoned");
  isBroken = false;
  assert(await retryJob(t.org, ref));
  await waitForJobs(t.store, [ref]);
  await t.runner.drain();
  assertEquals(await leftovers(t.store), []);
  assertEquals(await retryJob(t.org, ref), false);
});

Deno.test("the wish of the other side to wait wins over the back-off", async () => {
  await using t = await setUp({
    learn: () => {
      throw new JobFailure("slow down", { kind: "retryable", retryAfterMs: 77_000 });
    },
  });
  t.runner.start();
  await stage(t.org);
  await t.runner.drain();
  const [job] = await listJobs(t.org);
  assertEquals((job?.due_at_ms ?? 0) - t.clock.nowMs(), 77_000);
});

Deno.test("a blocked job waits for a changed configuration", async () => {
  let isRefused = true;
  await using t = await setUp({
    learn: () => {
      if (isRefused) throw new JobFailure("key refused", { kind: "blocked" });
      return Promise.resolve();
    },
  });
  t.runner.start();
  const ref = await stage(t.org);
  assertEquals((await waitForJobs(t.store, [ref]))[0]?.state, "blocked");
  await t.runner.drain();
  isRefused = false;
  assertEquals(await releaseBlockedJobs(t.org), 1);
  assertEquals((await waitForJobs(t.store, [ref]))[0]?.state, "finished");
});

Deno.test("a run that began before the configuration changed does not block after it", async () => {
  const began = gate();
  const mayFail = gate();
  let runs = 0;
  await using t = await setUp({
    learn: async () => {
      if (++runs > 1) return;
      began.open();
      await mayFail.opened;
      throw new JobFailure("key refused", { kind: "blocked" });
    },
  });
  t.runner.start();
  const ref = await stage(t.org);
  await began.opened;
  assertEquals(await releaseBlockedJobs(t.org), 0);
  mayFail.open();
  assertEquals((await waitForJobs(t.store, [ref]))[0]?.state, "retrying");
  await t.runner.drain();
  assertEquals([runs, await listJobs(t.org), await leftovers(t.store)], [2, [], []]);
});

Deno.test("a job of a later time waits for it, and staging its id again moves it", async () => {
  const runs: number[] = [];
  await using t = await setUp({
    evaluate: (run) => {
      runs.push(t.clock.nowMs());
      assertEquals(run.jobs.length, 1);
      return Promise.resolve();
    },
  });
  t.runner.start();
  const startMs = t.clock.nowMs();
  const job = { kind: "evaluate", scope: "s", id: "s" };
  await stage(t.org, { ...job, dueAtMs: startMs + 600_000 });
  t.clock.advance(300_000);
  await stage(t.org, { ...job, dueAtMs: t.clock.nowMs() + 600_000 });
  t.clock.advance(500_000);
  await t.runner.drain();
  assertEquals(runs, []);
  t.clock.advance(100_000);
  await t.runner.drain();
  assertEquals(runs, [startMs + 900_000]);
  assertEquals(await leftovers(t.store), []);
});

Deno.test("a job staged again while it runs is run again", async () => {
  const started = gate();
  const release = gate();
  const payloads: unknown[] = [];
  await using t = await setUp({
    learn: async (run) => {
      payloads.push(run.jobs[0]?.payload);
      started.open();
      if (payloads.length === 1) await release.opened;
    },
  });
  t.runner.start();
  await stage(t.org, { id: "one", payload: "old" });
  await started.opened;
  const ref = await stage(t.org, { id: "one", payload: "new" });
  release.open();
  await waitForJobs(t.store, [ref]);
  assertEquals(payloads, ["old", "new"]);
});

Deno.test("cancelling removes what waits and tells what works", async () => {
  const started = gate();
  let reason: unknown = null;
  await using t = await setUp({
    learn: async (run) => {
      started.open();
      await new Promise<void>((resolve) => run.signal.addEventListener("abort", () => resolve()));
      reason = run.signal.reason;
      assert(run.isCancelled);
      run.signal.throwIfAborted();
    },
  });
  t.runner.start();
  const later = await stage(t.org, { scope: "ben", dueAtMs: t.clock.nowMs() + 1_000 });
  assertEquals(await cancelJob(t.org, later), "removed");
  const ref = await stage(t.org);
  await started.opened;
  assertEquals(await cancelJob(t.org, ref), "told");
  assertEquals((await waitForJobs(t.store, [ref]))[0]?.state, "finished");
  assert(reason instanceof JobAborted && reason.reason === "cancelled");
  assertEquals(await cancelJob(t.org, ref), "missing");
  await t.runner.drain();
  assertEquals(await leftovers(t.store), []);
});

Deno.test("intermediate commits keep the lease and end only what they name", async () => {
  const seen: number[] = [];
  await using t = await setUp({
    learn: async (run) => {
      for (const job of run.jobs) {
        await run.commit((tx) => {
          tx.put("profile", makeProfile({ profile_id: job.id }), { isNew: true });
        }, { ends: [job] });
        seen.push((await t.org.view("profile")).size);
      }
    },
  });
  for (let n = 0; n < 3; n++) await stage(t.org);
  t.runner.start();
  await t.runner.drain();
  assertEquals(seen, [1, 2, 3]);
  assertEquals(await leftovers(t.store), []);
});

Deno.test("many jobs of a scope end in one commit", async () => {
  let most = 0;
  await using t = await setUp({
    learn: (run) => {
      most = Math.max(most, run.jobs.length);
      return Promise.resolve();
    },
  });
  await t.org.write(async (tx) => {
    for (let n = 0; n < 120; n++) {
      await stageJob(tx, { kind: "learn", scope: "anna", payload: n });
    }
  });
  t.runner.start();
  await t.runner.drain();
  assertEquals(most, 120);
  assertEquals(await leftovers(t.store), []);
});

Deno.test("waitForJobs() ends with the reason of its signal, and sees other processes by looking", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    await using waiter = await setUp({}, { url });
    await using worker = await setUp({ learn: () => Promise.resolve() }, { url });
    const ref = await stage(waiter.org);
    const stop = new AbortController();
    const waiting = waitForJobs(waiter.store, [ref], { signal: stop.signal, pollMs: 5 });
    stop.abort(new RangeError("enough"));
    await assertRejects(() => waiting, RangeError, "enough");
    worker.runner.start();
    const [outcome] = await waitForJobs(waiter.store, [ref], { pollMs: 5 });
    assertEquals(outcome?.state, "finished");
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("entries of the due index without their job are swept, and an org's jobs go with it", async () => {
  await using t = await setUp({ learn: () => Promise.resolve() });
  await stage(t.org, { dueAtMs: t.clock.nowMs() + 5 });
  await stage(t.org, { scope: "ben", dueAtMs: t.clock.nowMs() + 5 });
  await removeAllJobs(t.store.org("acme"));
  assertEquals(await leftovers(t.store), []);
  await stage(t.org, { dueAtMs: t.clock.nowMs() + 5 });
  await t.store.deleteOrg("acme");
  t.runner.start();
  t.clock.advance(10);
  await t.runner.drain();
  assertEquals(await t.store.orgs(), []);
  assertEquals(t.runner.stats(), { running: 0, ready: 0, succeeded: 0, failed: 0, poisoned: 0 });
});
