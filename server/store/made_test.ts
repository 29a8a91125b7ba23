import { assert, assertEquals } from "@std/assert";
import { makeProfile } from "../../tests/support/rows.ts";
import { openStore, type ProfileRow, type Store } from "./mod.ts";

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

/** Reads of the database so far. */
function readsOf(store: Store): number {
  return store.metrics().operations.get?.count ?? 0;
}

Deno.test("getMany() of a store that is alone reads a row once, and gives what was committed last", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const a = makeProfile({ profile_id: "a", content: "first a" });
  const b = makeProfile({ profile_id: "b", content: "first b" });
  await org.write((tx) => {
    tx.put("profile", a);
    tx.put("profile", b);
  });
  const contents = async () => {
    const rows = await org.getMany("profile", ["a", "missing", "b"]);
    const made = await org.made("profile", ["a", "missing", "b"], (row) => row.content);
    assertEquals(made, rows.flatMap((row) => row === null ? [] : [row.content]));
    return rows.map((row) => row?.content ?? null);
  };
  assertEquals(await contents(), ["first a", null, "first b"]);
  const before = readsOf(store);
  await org.getMany("profile", ["a", "b"]);
  assertEquals(readsOf(store), before);
  await org.write((tx) => tx.put("profile", { ...a, content: "second a" }));
  assertEquals(await contents(), ["second a", null, "first b"]);
  await org.write((tx) => tx.delete("profile", "b"));
  assertEquals(await contents(), ["second a", null, null]);
  await store.deleteOrg("acme");
  assertEquals(await contents(), [null, null, null]);
});

Deno.test("getMany() gives what a unit of many commits wrote, before it and after it", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const ids = Array.from({ length: 1_500 }, (_, n) => `${n}`);
  const write = (content: string) =>
    org.write((tx) => {
      for (const id of ids) tx.put("profile", makeProfile({ profile_id: id, content }));
    });
  const some = ["0", "700", "1499"];
  const contents = async () => (await org.getMany("profile", some)).map((row) => row?.content);
  await write("first");
  assertEquals(await contents(), ["first", "first", "first"]);
  let isDone = false;
  const writing = write("second").then(() => isDone = true);
  while (!isDone) {
    await contents();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await writing;
  assertEquals(await contents(), ["second", "second", "second"]);
});

Deno.test("getMany() reads what another store on the file wrote", async () => {
  const directory = await Deno.makeTempDir();
  try {
    const url = `${directory}/shared.db`;
    await using first = await openStore({ url });
    const row = makeProfile({ profile_id: "a", content: "first" });
    await first.org("acme").write((tx) => tx.put("profile", row));
    const content = async () => (await first.org("acme").getMany("profile", ["a"]))[0]?.content;
    assertEquals(await content(), "first");
    await using second = await openStore({ url });
    await second.org("acme").write((tx) => tx.put("profile", { ...row, content: "second" }));
    assertEquals(await content(), "second");
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
