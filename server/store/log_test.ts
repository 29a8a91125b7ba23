import { assert, assertEquals } from "@std/assert";
import { makeProfile } from "../../tests/support/rows.ts";
import { openStore, type Store } from "./mod.ts";

/** Entries that are kept, and how many more there may be before the oldest go. */
const KEPT = 50;
const SLACK = 10;

async function entriesOf(store: Store): Promise<number> {
  let count = 0;
  for await (const { key } of store.dump("acme")) if (key[0] === "chg") count++;
  return count;
}

async function write(store: Store, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n++) {
    await store.org("acme").write((tx) =>
      tx.put("profile", makeProfile({ profile_id: `p${n}`, content: `row ${n}` }))
    );
  }
}

Deno.test("the change log of a lone store never shrinks below its bound, nor grows past the slack", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/kv.db`;
  {
    await using store = await openStore({ url, maxLogEntries: KEPT });
    await write(store, 0, KEPT);
    assertEquals(await entriesOf(store), KEPT);
    for (let round = 0; round < 8; round++) {
      await write(store, KEPT + round * 13, 13);
      // Whoever still trims is waited for by the next write that is due; closing waits as well.
      const count = await entriesOf(store);
      assert(count >= KEPT && count <= KEPT + 2 * SLACK, `${count} entries`);
    }
  }
  await using again = await openStore({ url, maxLogEntries: KEPT });
  // A store that has just been opened counts what it finds.
  await write(again, 1_000, 2 * SLACK);
  assertEquals((await again.org("acme").view("profile")).size, KEPT + 8 * 13 + 2 * SLACK);
  const count = await entriesOf(again);
  assert(count >= KEPT && count <= KEPT + 2 * SLACK, `${count} entries`);
  await again.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("the change log of two stores is bounded too, and each sees the rows of the other", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/kv.db`;
  const stores = [
    await openStore({ url, maxLogEntries: KEPT }),
    await openStore({ url, maxLogEntries: KEPT }),
  ];
  for (let round = 0; round < 10; round++) {
    for (const [n, store] of stores.entries()) await write(store, n * 1_000 + round * 10, 10);
  }
  for (const store of stores) {
    assertEquals((await store.org("acme").view("profile")).size, 200);
  }
  for (const store of stores) await store.close();
  await using after = await openStore({ url });
  const count = await entriesOf(after);
  assert(count >= KEPT - SLACK && count <= KEPT + 4 * SLACK, `${count} entries`);
  await after.close();
  await Deno.remove(folder, { recursive: true });
});
