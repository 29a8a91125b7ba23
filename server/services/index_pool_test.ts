import { assertEquals } from "@std/assert";
import { openStore } from "../store/mod.ts";
import { IndexPool } from "./index_pool.ts";

Deno.test("R-078 of() gives the same indexes for an org, others for other orgs, new ones after a drop", async () => {
  await using store = await openStore({ url: ":memory:" });
  const pool = new IndexPool(store, { maxOrgs: 100, maxBytes: 2 ** 30 });
  const one = pool.of("one", null);
  assertEquals(pool.of("one", null) === one, true);
  assertEquals(pool.of("two", null) === one, false);
  assertEquals(pool.stats().orgs, 2);
  pool.drop("one");
  assertEquals(pool.peek("one"), null);
  assertEquals(pool.of("one", null) === one, false);
  pool.close();
  assertEquals(pool.stats().orgs, 0);
});

Deno.test("R-078 of() begins anew when the vectors come from another model", async () => {
  await using store = await openStore({ url: ":memory:" });
  const pool = new IndexPool(store, { maxOrgs: 100, maxBytes: 2 ** 30 });
  const before = pool.of("one", null);
  const after = pool.of("one", "model-a");
  assertEquals([after === before, after.modelName, pool.stats().orgs], [false, "model-a", 1]);
  pool.close();
});

Deno.test("of() drops the least recently used org", async () => {
  await using store = await openStore({ url: ":memory:" });
  const pool = new IndexPool(store, { maxOrgs: 2, maxBytes: 2 ** 30 });
  for (const org of ["one", "two", "one", "three"]) pool.of(org, null);
  assertEquals(["one", "two", "three"].map((org) => pool.peek(org) !== null), [true, false, true]);
  pool.close();
});

Deno.test("of() drops orgs above the memory limit, never the last one", async () => {
  await using store = await openStore({ url: ":memory:" });
  const pool = new IndexPool(store, { maxOrgs: 10, maxBytes: 1 });
  const first = pool.of("a", null);
  const index = await first.of("profile");
  assertEquals([pool.stats().orgs, first.holds("profile", index)], [1, true]);
  await pool.of("b", null).of("profile");
  assertEquals([pool.peek("a"), pool.stats().orgs], [null, 1]);
  // Who held on to the dropped one sees it, and gets the new one from the pool.
  assertEquals(first.holds("profile", await first.of("profile")), false);
  pool.close();
});
