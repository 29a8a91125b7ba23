import { assert, assertEquals } from "@std/assert";
import { createReflexio, type Reflexio } from "../../server/mod.ts";
import { type CommitFaults, faultyKv } from "../support/faulty_kv.ts";

const HOUR_MS = 3_600_000;

/** Status and body of a call. */
async function call(reflexio: Reflexio, path: string, body?: unknown) {
  const response = await reflexio.fetch(
    new Request(`http://localhost${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "Content-Type": "application/json" },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    }),
  );
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function publish(reflexio: Reflexio, user_id: string, content: string, isAwaited = false) {
  return call(reflexio, `/api/publish_interaction?wait_for_response=${isAwaited}`, {
    user_id,
    interaction_data_list: [{ role: "User", content }],
  });
}

async function profiles(reflexio: Reflexio, user_id: string): Promise<string[]> {
  const { body } = await call(reflexio, "/api/get_profiles", { user_id });
  return body.user_profiles.map(({ content }: { content: string }) => content);
}

Deno.test("a clock that goes back under a server loses nothing and holds nothing up", async () => {
  const clock = { nowMs: Date.now() };
  await using reflexio = await createReflexio({ now: () => clock.nowMs });
  await publish(reflexio, "ana", "I live in Bergen.", true);
  clock.nowMs -= HOUR_MS;
  const { body } = await publish(reflexio, "ana", "I work as a nurse.", true);
  assertEquals(body.profiles_added, 1);
  assertEquals((await profiles(reflexio, "ana")).length, 2);
  const turns = await call(reflexio, "/api/get_interactions", { user_id: "ana" });
  const ids = turns.body.interactions.map((one: { interaction_id: number }) => one.interaction_id);
  assertEquals(new Set(ids).size, 2);
  const found = await call(reflexio, "/api/search_profiles", { user_id: "ana", query: "nurse" });
  assertEquals(found.body.user_profiles.length, 1);
});

Deno.test("turns that come after a restart with an earlier clock are learnt from too", async () => {
  const folder = await Deno.makeTempDir();
  const kv = `${folder}/kv.db`;
  const nowMs = Date.now();
  {
    await using before = await createReflexio({ kv, now: () => nowMs });
    await publish(before, "ana", "I live in Bergen.", true);
  }
  await using after = await createReflexio({ kv, now: () => nowMs - 24 * HOUR_MS });
  assertEquals((await publish(after, "ana", "I work as a nurse.", true)).body.profiles_added, 1);
  assertEquals((await publish(after, "ben", "I have a dog.", true)).body.profiles_added, 1);
  await after.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("work that was queued before the clock went back is done by the next process at once", async () => {
  const folder = await Deno.makeTempDir();
  const kv = `${folder}/kv.db`;
  const nowMs = Date.now();
  {
    await using before = await createReflexio({ kv, runsJobs: false, now: () => nowMs });
    await publish(before, "ana", "I live in Bergen.");
  }
  await using after = await createReflexio({ kv, now: () => nowMs - HOUR_MS });
  await after.drain();
  assertEquals((await profiles(after, "ana")).length, 1);
  await after.close();
  await Deno.remove(folder, { recursive: true });
});

/** A server in memory whose commits can be hurt. */
async function openFaulty(): Promise<
  { reflexio: Reflexio; faults: { before?: CommitFaults["before"] } }
> {
  const faults: { before?: CommitFaults["before"] } = {};
  const database = faultyKv(await Deno.openKv(":memory:"), {
    before: (keys) => faults.before?.(keys),
  });
  return { reflexio: await createReflexio({ database, lockWaitMs: 200 }), faults };
}

Deno.test("on a slow disk a publish is answered when it is durable, and many share a commit", async () => {
  const { reflexio, faults } = await openFaulty();
  await publish(reflexio, "warm", "Good morning.", true);
  await reflexio.drain();
  let commits = 0;
  const gate = Promise.withResolvers<void>();
  faults.before = () => {
    commits++;
    return gate.promise;
  };
  let answered = 0;
  const publishes = Array.from(
    { length: 20 },
    (_, n) =>
      publish(reflexio, `u${n}`, "I live in Bergen.").then(({ status }) => {
        answered++;
        return status;
      }),
  );
  const health = await call(reflexio, "/health");
  assertEquals([health.status, answered], [200, 0], "nothing is answered before it is durable");
  const read = await call(reflexio, "/api/get_interactions", { user_id: "warm" });
  assertEquals(read.body.interactions.length, 1, "reading goes on");
  gate.resolve();
  assertEquals(new Set(await Promise.all(publishes)), new Set([200]));
  assert(commits < 15, `${commits} commits`);
  await reflexio.drain();
  await reflexio.close();
});

Deno.test("a disk that has stopped makes the server unready, and ready again when it moves", async () => {
  const { reflexio, faults } = await openFaulty();
  assertEquals((await call(reflexio, "/ready")).status, 200);
  const gate = Promise.withResolvers<void>();
  faults.before = () => gate.promise;
  const { status, body } = await call(reflexio, "/ready");
  assertEquals([status, body.status], [503, "unavailable"]);
  gate.resolve();
  faults.before = undefined;
  assertEquals((await call(reflexio, "/ready")).status, 200);
  await reflexio.close();
});

Deno.test("a disk that may only be read refuses writes with a reason, and reading goes on", async () => {
  const { reflexio, faults } = await openFaulty();
  await publish(reflexio, "ana", "I live in Bergen.", true);
  await reflexio.drain();
  faults.before = () => {
    throw new TypeError("attempt to write a readonly database");
  };
  const refused = await publish(reflexio, "ana", "I work as a nurse.");
  assertEquals(refused.status, 503);
  assert(refused.body.detail.startsWith("Storage cannot be written"), refused.body.detail);
  assertEquals((await profiles(reflexio, "ana")).length, 1);
  const ready = await call(reflexio, "/ready");
  assertEquals(ready.status, 503);
  faults.before = undefined;
  assertEquals((await publish(reflexio, "ana", "I work as a nurse.", true)).status, 200);
  await reflexio.close();
});
