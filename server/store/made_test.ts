import { assert, assertEquals } from "@std/assert";
import { makeProfile } from "../../tests/support/rows.ts";
import { openStore, type ProfileRow } from "./mod.ts";

/** A function that counts how often it is asked. */
function counting() {
  const counter = {
    count: 0,
    make: (row: ProfileRow) => {
      counter.count++;
      return { text: row.content };
    },
  };
  return counter;
}

Deno.test("made() makes something of a row once, and anew when the row changes", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const [a, b] = [
    makeProfile({ profile_id: "a", content: "a" }),
    makeProfile({ profile_id: "b", content: "b" }),
  ];
  await org.write((tx) => {
    tx.put("profile", a);
    tx.put("profile", b);
  });
  const { make } = counting();
  const view = await org.view("profile");
  const ids = [b.profile_id, "missing", a.profile_id];
  const first = await view.made(ids, make);
  assertEquals(first, [{ text: "b" }, { text: "a" }]);
  const second = await view.made(ids, make);
  assert(first.every((one, at) => one === second[at]));
  await org.write((tx) => tx.put("profile", { ...a, content: "c" }));
  const third = await (await org.view("profile")).made(ids, make);
  assertEquals(third, [{ text: "b" }, { text: "c" }]);
  assert(third[0] === first[0]);
  await org.write((tx) => tx.delete("profile", b.profile_id));
  assertEquals(await (await org.view("profile")).made(ids, make), [{ text: "c" }]);
  const other = await (await org.view("profile")).made(ids, (row) => row.content.length);
  assertEquals(other, [1]);
});

Deno.test("made() counts in memory as much as its row, and goes with it", async () => {
  await using store = await openStore({ url: ":memory:", rowCacheBytes: 20_000 });
  const org = store.org("acme");
  const rows = Array.from(
    { length: 40 },
    (_, n) => makeProfile({ profile_id: `${n}`, content: "x".repeat(500) }),
  );
  await org.write((tx) => {
    for (const row of rows) tx.put("profile", row);
  });
  const counter = counting();
  const view = await org.view("profile");
  const ids = rows.map((row) => row.profile_id);
  const hot = ids.slice(0, 4);
  // The first time they may have to be read, the second time what is made of them is kept.
  await view.made(hot, counter.make);
  await view.made(hot, counter.make);
  const before = store.metrics().cacheBytes;
  await view.made(hot, counter.make);
  assertEquals(store.metrics().cacheBytes, before);
  for (let round = 0; round < 3; round++) {
    for (const id of ids) {
      await view.made([id], counter.make);
      await view.made(hot, counter.make);
      assert(store.metrics().cacheBytes <= 20_000);
    }
  }
  const { count } = counter;
  await view.made(hot, counter.make);
  assertEquals(counter.count, count, "what is used between all others stays");
  assertEquals((await view.made(ids, counter.make)).length, 40);
});
