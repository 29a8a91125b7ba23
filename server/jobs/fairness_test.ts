import { assert, assertEquals } from "@std/assert";
import { openStore, type Store } from "../store/mod.ts";
import { JobRunner, stageJob } from "./mod.ts";
import { MAX_READY_PER_ORG, MAX_READY_PER_SCOPE, ReadyScopes } from "./_ready.ts";

/** Stages jobs of an org, each of a scope of its own, in commits that fit. */
async function flood(store: Store, org: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 100) {
    await store.org(org).write(async (tx) => {
      for (let k = n; k < Math.min(count, n + 100); k++) {
        await stageJob(tx, { kind: "learn", scope: `s${k}`, payload: null });
      }
    });
  }
}

/** Waits until a condition holds that other work brings about. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

Deno.test("a flood of one org keeps a place free, and others start at once", async () => {
  await using store = await openStore({ url: ":memory:" });
  const started: string[] = [];
  const gate = Promise.withResolvers<void>();
  const runner = new JobRunner({
    store,
    concurrency: 4,
    concurrencyPerOrg: 3,
    handlers: {
      learn: async (run) => {
        started.push(run.org.name);
        await gate.promise;
      },
    },
  });
  runner.start();
  await flood(store, "flood", 40);
  await until(() => started.length === 3);
  await flood(store, "quiet", 1);
  await until(() => started.length === 4);
  assertEquals(started, ["flood", "flood", "flood", "quiet"]);
  assertEquals(runner.stats().running, 4);
  gate.resolve();
  await runner.drain();
  assertEquals(runner.stats().succeeded, 41);
  await runner.close();
});

Deno.test("orgs take turns where a place becomes free", async () => {
  await using store = await openStore({ url: ":memory:" });
  const order: string[] = [];
  const runner = new JobRunner({
    store,
    concurrency: 1,
    handlers: { learn: (run) => Promise.resolve(void order.push(run.org.name)) },
  });
  // Staged before the start, so that all of them wait when the first place is given away.
  await flood(store, "a", 30);
  await flood(store, "b", 3);
  await flood(store, "c", 2);
  runner.start();
  await runner.drain();
  assertEquals(order.slice(0, 8), ["a", "b", "c", "a", "b", "c", "a", "b"]);
  assertEquals(order.length, 35);
  await runner.close();
});

Deno.test("a flood larger than what is kept ready is done to its end, and others are seen behind it", async () => {
  await using store = await openStore({ url: ":memory:" });
  const size = MAX_READY_PER_ORG * 2 + 50;
  await flood(store, "flood", size);
  await flood(store, "late", 2);
  const order: string[] = [];
  const runner = new JobRunner({
    store,
    concurrency: 2,
    // Only room that becomes free, never the clock, may bring in the rest.
    pollMs: 3_600_000,
    handlers: { learn: (run) => Promise.resolve(void order.push(run.org.name)) },
  });
  runner.start();
  await until(() => order.length === size + 2);
  assert(order.lastIndexOf("late") < 10, `the last of two came as number ${order.indexOf("late")}`);
  await runner.close();
});

Deno.test("ReadyScopes keeps a scope once, bounds each org and gives turns", () => {
  const ready = new ReadyScopes();
  const job = (org: string, n: number) => ({ org, kind: "learn", scope: `s${n}`, id: "j" });
  const scope = (org: string, n: number) => ({
    org,
    kind: "learn",
    scope: `s${n}`,
    ids: new Set(["j"]),
  });
  for (let n = 0; n < MAX_READY_PER_ORG + 5; n++) ready.add(job("a", n));
  ready.add(job("a", 0));
  ready.add(job("b", 0));
  assertEquals(ready.size, MAX_READY_PER_ORG + 1);
  assertEquals([ready.has(job("a", 3)), ready.has(job("b", 3))], [true, false]);
  const may = { org: () => true, scope: (text: string) => !text.includes("s0") };
  assertEquals(ready.take(may), scope("a", 1));
  assertEquals(ready.take({ ...may, org: (org) => org === "b" }), null);
  assertEquals(ready.take({ org: () => true, scope: () => true }), scope("b", 0));
  assertEquals(ready.hasRoomAgain(scope("a", 1)), false);
  for (let n = 0; n < MAX_READY_PER_ORG / 2; n++) {
    ready.take({ org: () => true, scope: () => true });
  }
  const [first, second] = [scope("a", 2), scope("a", 3)];
  assertEquals([ready.hasRoomAgain(first), ready.hasRoomAgain(second)], [true, false]);
  ready.clear();
  assertEquals(ready.size, 0);
});

Deno.test("ReadyScopes keeps the jobs of a scope together, so many of them and no more", () => {
  const ready = new ReadyScopes();
  const job = (n: number) => ({ org: "a", kind: "learn", scope: "s", id: `j${n}` });
  for (let n = 0; n <= MAX_READY_PER_SCOPE; n++) ready.add(job(n));
  assertEquals(ready.size, 1);
  assertEquals([0, MAX_READY_PER_SCOPE].map((n) => ready.has(job(n))), [true, false]);
  // A scope that is not taken has no room again, however many others are.
  ready.add({ ...job(0), scope: "other" });
  const other = ready.take({ org: () => true, scope: (text) => text.includes("other") });
  if (other === null) throw new Error("the other scope waits");
  assertEquals(ready.hasRoomAgain(other), false);
  const taken = ready.take({ org: () => true, scope: () => true });
  if (taken === null) throw new Error("the scope waits");
  assertEquals(taken.ids.size, MAX_READY_PER_SCOPE);
  assert(ready.hasRoomAgain(taken), "the job that was turned away has to be looked for");
  assertEquals(ready.hasRoomAgain(taken), false);
  assertEquals(ready.has(job(0)), false);
});

Deno.test("more jobs of one scope than a run takes are all done, without waiting for a look", async () => {
  await using store = await openStore({ url: ":memory:" });
  const done = new Set<string>();
  const runner = new JobRunner({
    store,
    pollMs: 3_600_000,
    handlers: { learn: ({ jobs }) => Promise.resolve(jobs.forEach(({ id }) => done.add(id))) },
  });
  const count = 2 * MAX_READY_PER_SCOPE + 50;
  for (let n = 0; n < count; n += 50) {
    await store.org("a").write(async (tx) => {
      for (let k = n; k < n + 50; k++) {
        await stageJob(tx, { kind: "learn", scope: "s", id: `j${k}`, payload: null });
      }
    });
  }
  runner.start();
  await until(() => done.size === count);
  await runner.close();
});
