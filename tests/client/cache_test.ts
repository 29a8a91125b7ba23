import { assert, assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { AnswerCache } from "../../client/cache.ts";
import { ReflexioClient, type ReflexioClientOptions } from "../../mod.ts";
import { FULL_ANSWER, type Scripted, scriptedFetch, type SeenRequest } from "./scripted_fetch.ts";

/** A client whose answers are numbered in `msg`. */
function numbered(
  options: ReflexioClientOptions = {},
  script: (index: number) => Scripted | Promise<Scripted> = (index) => ({
    ...FULL_ANSWER,
    msg: `${index}`,
  }),
): { client: ReflexioClient; seen: SeenRequest[] } {
  const { fetch, seen } = scriptedFetch((_, index) => script(index));
  const client = new ReflexioClient({
    urlEndpoint: "http://host",
    maxRetries: 0,
    fetch,
    ...options,
  });
  return { client, seen };
}

/** Runs `act` with a clock that `advance` moves. */
async function withClock(act: (advance: (ms: number) => void) => Promise<void>): Promise<void> {
  const real = performance.now;
  let nowMs = 0;
  performance.now = () => nowMs;
  try {
    await act((ms) => nowMs += ms);
  } finally {
    performance.now = real;
  }
}

Deno.test("AnswerCache gives back what was kept, and nothing for another key (C-001, C-002)", () => {
  const cache = new AnswerCache({});
  cache.set("a", { value: 1 });
  assertEquals(cache.get("a"), { value: 1 });
  assertEquals(cache.get("b"), undefined);
});

Deno.test("AnswerCache forgets after its time to live (C-004)", () =>
  withClock((advance) => {
    const cache = new AnswerCache({ ttlMs: 1_000 });
    cache.set("a", 1);
    advance(1_000);
    assertEquals(cache.get("a"), 1);
    advance(100);
    assertEquals(cache.get("a"), undefined);
    return Promise.resolve();
  }));

Deno.test("AnswerCache holds 500 answers, the one unused for longest makes room (D-15)", () => {
  const cache = new AnswerCache({});
  for (let index = 0; index < 500; index++) cache.set(`${index}`, index);
  cache.get("0");
  cache.set("new", 1);
  assertEquals([cache.get("0"), cache.get("1"), cache.get("2")], [0, undefined, 2]);
});

Deno.test("ten writers and readers at once each read back their own answer (C-007)", async () => {
  const cache = new AnswerCache({});
  await Promise.all(Array.from({ length: 10 }, async (_, index) => {
    cache.set(`${index}`, { index });
    await Promise.resolve();
    assertEquals(cache.get(`${index}`), { index });
  }));
});

Deno.test("getProfiles() twice with an equal request is one request (C-008, C-009, C-016)", async () => {
  const { client, seen } = numbered();
  const request = { user_id: "u", start_time: null, end_time: null };
  const first = await client.getProfiles({ request });
  const second = await client.getProfiles({ request });
  assertEquals(first, second);
  assertEquals(seen.length, 1);
});

Deno.test("forceRefresh asks the server and keeps the fresh answer (C-010, W-20)", async () => {
  const { client, seen } = numbered();
  await client.getProfiles({ userId: "u" });
  assertEquals((await client.getProfiles({ userId: "u", forceRefresh: true })).msg, "1");
  assertEquals((await client.getProfiles({ userId: "u" })).msg, "1");
  assertEquals(seen.length, 2);
});

Deno.test("every argument is part of the key (C-003, C-005, C-006, C-011)", async () => {
  const { client, seen } = numbered();
  const calls = [
    { userId: "a" },
    { userId: "b" },
    { userId: "a", topK: 5 },
    { userId: "a", startTime: "2026-01-01" },
    { userId: "a", startTime: "2026-01-02" },
    { userId: "a", endTime: new Date(1) },
    { userId: "a", statusFilter: [] },
    { userId: "a", statusFilter: [null] },
    { userId: "a", headers: { "x-org": "other" } },
  ] as const;
  for (const call of [...calls, ...calls]) await client.getProfiles(call);
  assertEquals(seen.length, calls.length);
});

Deno.test("options, defaults spelled out and a record share one answer", async () => {
  const { client, seen } = numbered();
  await client.getProfiles({ userId: " u " });
  await client.getProfiles({ userId: "u", topK: 30, statusFilter: null });
  await client.getProfiles({ request: { user_id: "u" } });
  assertEquals(seen.length, 1);
});

Deno.test("getAgentPlaybooks() is kept too (C-012, C-013, C-014)", async () => {
  const { client, seen } = numbered();
  const request = { limit: 10 };
  assertEquals(
    await client.getAgentPlaybooks({ request }),
    await client.getAgentPlaybooks({ request }),
  );
  assertEquals(seen.length, 1);
  await client.getAgentPlaybooks({ request, forceRefresh: true });
  assertEquals(seen.length, 2);
  await client.getAgentPlaybooks();
  await client.getAgentPlaybooks();
  assertEquals(seen.length, 3);
});

Deno.test("the agent version is part of the key (W-21, D-04)", async () => {
  const { client, seen } = numbered();
  const first = await client.getAgentPlaybooks({ agentVersion: "v1" });
  const second = await client.getAgentPlaybooks({ agentVersion: "v2" });
  assertEquals([first.msg, second.msg], ["0", "1"]);
  assertEquals(seen.length, 2);
});

Deno.test("an answer is asked for again when its time is over (C-015)", () =>
  withClock(async (advance) => {
    const { client, seen } = numbered({ cache: { ttlMs: 1_000 } });
    await client.getProfiles({ userId: "u" });
    await client.getProfiles({ userId: "u" });
    assertEquals(seen.length, 1);
    advance(1_100);
    await client.getProfiles({ userId: "u" });
    assertEquals(seen.length, 2);
  }));

Deno.test("an answer is kept for ten minutes when nothing else is said", () =>
  withClock(async (advance) => {
    const { client, seen } = numbered();
    await client.getProfiles({ userId: "u" });
    advance(600_000);
    await client.getProfiles({ userId: "u" });
    advance(1);
    await client.getProfiles({ userId: "u" });
    assertEquals(seen.length, 2);
  }));

Deno.test("success false is not kept (D-05)", async () => {
  const { client, seen } = numbered({}, () => ({ ...FULL_ANSWER, success: false }));
  await client.getProfiles({ userId: "u" });
  await client.getProfiles({ userId: "u" });
  assertEquals(seen.length, 2);
});

Deno.test("a failure is not kept", async () => {
  const { client, seen } = numbered(
    {},
    (index) => index === 0 ? new TypeError("reset") : FULL_ANSWER,
  );
  await assertRejects(() => client.getProfiles({ userId: "u" }));
  await client.getProfiles({ userId: "u" });
  assertEquals(seen.length, 2);
});

Deno.test("callers get copies of their own (D-14)", async () => {
  const { client } = numbered();
  const first = await client.getProfiles({ userId: "u" }) as { msg?: string };
  first.msg = "mine";
  const second = await client.getProfiles({ userId: "u" });
  assert(first !== second);
  assertEquals(second.msg, "0");
});

Deno.test("writes leave kept answers alone, and clients share nothing (W-22)", async () => {
  const { client, seen } = numbered();
  await client.getProfiles({ userId: "u" });
  await client.publishInteraction({ userId: "u", interactions: [{}] });
  await client.deleteAllProfiles();
  assertEquals((await client.getProfiles({ userId: "u" })).msg, "0");
  assertEquals(seen.length, 3);
  const other = numbered();
  await other.client.getProfiles({ userId: "u" });
  assertEquals(other.seen.length, 1);
});

Deno.test("cache: false and clearCache() do without kept answers", async () => {
  const off = numbered({ cache: false });
  await off.client.getProfiles({ userId: "u" });
  await off.client.getProfiles({ userId: "u" });
  assertEquals(off.seen.length, 2);
  const { client, seen } = numbered();
  await client.getProfiles({ userId: "u" });
  await client.getAgentPlaybooks();
  client.clearCache("getProfiles");
  await client.getAgentPlaybooks();
  await client.getProfiles({ userId: "u" });
  assertEquals(seen.length, 3);
  client.clearCache();
  await client.getAgentPlaybooks();
  assertEquals(seen.length, 4);
});

Deno.test("another key forgets kept answers", async () => {
  const { client, seen } = numbered();
  await client.getProfiles({ userId: "u" });
  client.apiKey = "other";
  await client.getProfiles({ userId: "u" });
  assertEquals(seen.length, 2);
});

Deno.test("equal reads in progress are one request with an answer for each", async () => {
  const { client, seen } = numbered();
  const [first, second] = await Promise.all([
    client.getProfiles({ userId: "u" }),
    client.getProfiles({ userId: "u" }),
  ]);
  assertEquals(first, second);
  assert(first !== second);
  assertEquals(seen.length, 1);
});

Deno.test("who gives up on a shared read does not take it from the others", async () => {
  const gate = Promise.withResolvers<void>();
  const { client, seen } = numbered({}, async () => {
    await gate.promise;
    return FULL_ANSWER;
  });
  const controller = new AbortController();
  const impatient = client.getProfiles({ userId: "u", signal: controller.signal });
  const patient = client.getProfiles({ userId: "u" });
  const reason = new Error("enough");
  controller.abort(reason);
  assertStrictEquals(await impatient.catch((error) => error), reason);
  gate.resolve();
  assertEquals((await patient).success, true);
  assertEquals(seen.length, 1);
});

Deno.test("a read that everybody gave up on is cancelled", async () => {
  let cancelled = 0;
  const fetch = ((_url: string, init: RequestInit) =>
    new Promise((_, reject) => {
      init.signal?.addEventListener("abort", () => {
        cancelled++;
        reject(init.signal?.reason);
      });
    })) as typeof globalThis.fetch;
  const client = new ReflexioClient({ urlEndpoint: "http://host", fetch });
  const controller = new AbortController();
  const calls = [1, 2].map(() => client.getProfiles({ userId: "u", signal: controller.signal }));
  controller.abort("all of us");
  assertEquals(
    await Promise.all(calls.map((call) => call.catch((e) => e))),
    Array(2).fill("all of us"),
  );
  assertEquals(cancelled, 1);
});

Deno.test("an older read does not replace the answer of a forced one", async () => {
  const gate = Promise.withResolvers<void>();
  const { client } = numbered({}, async (index) => {
    if (index === 0) await gate.promise;
    return { ...FULL_ANSWER, msg: `${index}` };
  });
  const old = client.getProfiles({ userId: "u" });
  assertEquals((await client.getProfiles({ userId: "u", forceRefresh: true })).msg, "1");
  gate.resolve();
  assertEquals((await old).msg, "0");
  assertEquals((await client.getProfiles({ userId: "u" })).msg, "1");
});
