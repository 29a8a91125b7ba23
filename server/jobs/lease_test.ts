import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakeClock } from "../../tests/support/fake_clock.ts";
import { gate, leftovers, setUp, stage, turn } from "../../tests/support/job_runner.ts";
import { makeProfile } from "../../tests/support/rows.ts";
import { openStore, type Store } from "../store/mod.ts";
import { JobAborted, JobRunner, listJobs, waitForJobs } from "./mod.ts";

Deno.test("S-034 S-179 a worker that lost its lease writes nothing", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    const started = gate();
    const release = gate();
    let lost: unknown = null;
    await using slow = await setUp({
      learn: async (run) => {
        started.open();
        await release.opened;
        const write = () => run.commit((tx) => tx.put("profile", makeProfile({ content: "slow" })));
        lost = await assertRejects(write, JobAborted);
        throw lost;
      },
    }, { url });
    slow.runner.start();
    await stage(slow.org);
    await started.opened;
    const clock = new FakeClock(slow.clock.nowMs() + 40_000);
    await using quick = await setUp({
      learn: (run) => run.commit((tx) => tx.put("profile", makeProfile({ content: "quick" }))),
    }, { url, clock });
    quick.runner.start();
    await quick.runner.drain();
    release.open();
    await slow.runner.drain();
    assert(lost instanceof JobAborted && lost.reason === "lease_lost");
    assertEquals((await slow.org.get("profile", "profile"))?.content, "quick");
    assertEquals(await leftovers(slow.store), []);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a heartbeat keeps the lease of a long run", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    const started = gate();
    const release = gate();
    let others = 0;
    await using long = await setUp({
      learn: async (run) => {
        run.progress({ done: 3 });
        started.open();
        await release.opened;
      },
    }, { url });
    await using other = await setUp({
      learn: () => {
        others++;
        return Promise.resolve();
      },
    }, { url, clock: long.clock });
    long.runner.start();
    await stage(long.org);
    await started.opened;
    for (let n = 0; n < 12; n++) {
      const before = (await leaseStamp(long.store)) ?? "";
      long.clock.advance(10_000);
      while (await leaseStamp(long.store) === before) await turn();
      other.runner.start();
      await other.runner.drain();
    }
    assertEquals(others, 0);
    const [job] = await listJobs(long.org, { nowMs: long.clock.nowMs() });
    assertEquals([job?.running, job?.progress], [true, { done: 3 }]);
    release.open();
    await long.runner.drain();
    assertEquals(await leftovers(long.store), []);
  }
  await Deno.remove(folder, { recursive: true });
});

/** Stamp of the only lease. */
async function leaseStamp(store: Store): Promise<string | undefined> {
  for await (const { key, versionstamp } of store.dump("acme")) {
    if (key[0] === "p" && key[2] === "lease") return versionstamp;
  }
}

Deno.test("close() hands unfinished work back, and the next runner takes it at once", async () => {
  const clock = new FakeClock();
  const store = await openStore({ url: ":memory:", now: () => clock.nowMs() });
  const started = gate();
  const first = new JobRunner({
    store,
    clock,
    handlers: {
      learn: async (run) => {
        started.open();
        await new Promise((resolve) => run.signal.addEventListener("abort", resolve));
        run.signal.throwIfAborted();
      },
    },
  });
  first.start();
  const ref = await stage(store.org("acme"));
  await started.opened;
  const closing = first.close();
  await turn();
  clock.advance(10_000);
  await closing;
  const [job] = await listJobs(store.org("acme"), { nowMs: clock.nowMs() });
  assertEquals([job?.attempts, job?.running], [0, false]);
  const second = new JobRunner({ store, clock, handlers: { learn: () => Promise.resolve() } });
  second.start();
  assertEquals((await waitForJobs(store, [ref]))[0]?.state, "finished");
  await second.close();
  await store.close();
});
