import { assertEquals, assertRejects } from "@std/assert";
import type { LearnTurn } from "./learner.ts";
import { WindowCache } from "./window_cache.ts";

/** A new list of no turns. */
const read = (): Promise<readonly LearnTurn[]> => Promise.resolve([]);

Deno.test("take() gives the same list within seconds, a new one later or under another key", async () => {
  const cache = new WindowCache();
  const first = await cache.take("a", 100, read);
  assertEquals(await cache.take("a", 109, read) === first, true);
  assertEquals(await cache.take("b", 109, read) === first, false);
  assertEquals(await cache.take("a", 110, read) === first, false);
});

Deno.test("take() does not keep a reading that failed", async () => {
  const cache = new WindowCache();
  await assertRejects(() => cache.take("a", 1, () => Promise.reject(new Error("gone"))), Error);
  assertEquals(await cache.take("a", 1, read), []);
});

Deno.test("take() keeps a bounded number of windows", async () => {
  const cache = new WindowCache();
  const first = await cache.take("0", 1, read);
  for (let n = 1; n <= 64; n++) await cache.take(String(n), 1, read);
  assertEquals(await cache.take("0", 1, read) === first, false);
});
