import { assertEquals } from "@std/assert";
import { openStore, type OrgStore } from "../store/mod.ts";
import {
  advanceOperation,
  cancelJob,
  cancelOperation,
  finishOperation,
  type JobRef,
  JobRunner,
  listJobs,
  readOperation,
  stageJob,
  startOperation,
  waitForJobs,
} from "./mod.ts";

const SERVICE = "profile_generation";

/** Starts an operation with its job; gives the job, null when one is in progress. */
async function start(org: OrgStore, dueAtMs?: number): Promise<JobRef | null> {
  const { result } = await org.write(async (tx) => {
    const job = await stageJob(tx, {
      kind: "batch",
      scope: SERVICE,
      payload: { users: ["a", "b", "c"] },
      ...dueAtMs === undefined ? {} : { dueAtMs },
    });
    const isNew = await startOperation(tx, {
      service: SERVICE,
      job,
      totalUsers: 3,
      params: { source: null },
    });
    return isNew ? job : null;
  });
  return result;
}

Deno.test("R-059 an operation is in progress from the commit that staged it, and tells each step", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  assertEquals(await readOperation(org, SERVICE), null);
  await using runner = new JobRunner({
    store,
    handlers: {
      batch: async (run) => {
        const [job] = run.jobs;
        if (job === undefined) return;
        for (const userId of ["a", "b"]) {
          await run.commit((tx) =>
            advanceOperation(tx, SERVICE, job, {
              processedUserId: userId,
              currentUserId: userId,
              stats: { total_generated: 2 },
            }), { ends: [] });
        }
        await run.commit(
          (tx) => advanceOperation(tx, SERVICE, job, { failed: { userId: "c", error: "no" } }),
          {
            ends: [],
          },
        );
        await run.commit((tx) => finishOperation(tx, SERVICE, job, { status: "completed" }));
      },
    },
  });
  const job = await start(org);
  const before = (await readOperation(org, SERVICE))?.info;
  assertEquals([before?.status, before?.progress_percentage], ["in_progress", 0]);
  runner.start();
  await waitForJobs(store, job === null ? [] : [job]);
  const info = (await readOperation(org, SERVICE))?.info;
  assertEquals(info?.status, "completed");
  assertEquals(info?.processed_user_ids, ["a", "b"]);
  assertEquals(info?.failed_user_ids, [{ user_id: "c", error: "no" }]);
  assertEquals(info?.stats, { total_interactions_processed: 0, total_generated: 4 });
  assertEquals(info?.progress_percentage, 100);
});

Deno.test("a second operation of a service is refused while one is in progress, not after", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const first = await start(org);
  assertEquals(await start(org), null);
  await org.write(async (tx) => {
    if (first !== null) await finishOperation(tx, SERVICE, first, { status: "failed", error: "x" });
  });
  assertEquals(await start(org) === null, false);
});

Deno.test("R-056 an operation whose job is gone has failed; one whose job waits is still in progress", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const job = await start(org, Date.now() + 60_000);
  assertEquals((await readOperation(org, SERVICE))?.info.status, "in_progress");
  // The job ends without telling its operation, as lost work does.
  if (job !== null) await cancelJob(org, job);
  const info = (await readOperation(org, SERVICE))?.info;
  assertEquals(info?.status, "failed");
  assertEquals(info?.error_message?.startsWith("Auto-recovered"), true);
});

Deno.test("cancelOperation() ends one that waits and leaves newer records alone", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  assertEquals(await cancelOperation(org, SERVICE), false);
  const old = await start(org, Date.now() + 60_000);
  assertEquals(await cancelOperation(org, SERVICE), true);
  assertEquals((await readOperation(org, SERVICE))?.info.status, "cancelled");
  assertEquals(await listJobs(org), []);
  await start(org, Date.now() + 60_000);
  await org.write(async (tx) => {
    if (old !== null) await finishOperation(tx, SERVICE, old, { status: "completed" });
  });
  assertEquals((await readOperation(org, SERVICE))?.info.status, "in_progress");
});
