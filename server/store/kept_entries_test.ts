import { assertEquals } from "@std/assert";
import { makeProfile } from "../../tests/support/rows.ts";
import { KeptEntries } from "./_kept_entries.ts";
import { plainKey } from "./keys.ts";
import { openStore, plainKind, type Store } from "./mod.ts";

const COUNTER = plainKind<readonly [string], number>("counter");
const NOTE = plainKind<readonly [number], string>("note");

/** Reads of the database so far. */
function reads(store: Store): number {
  return store.metrics().operations.get?.count ?? 0;
}

Deno.test("alone on a database, a plain row is read at most once, also a missing one", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await org.write((tx) => tx.set(COUNTER, ["written"], 1));
  assertEquals(await org.read(COUNTER, ["missing"]), null);
  const before = reads(store);
  assertEquals(await org.readMany(COUNTER, [["written"], ["missing"]]), [1, null]);
  await org.write(async (tx) => {
    tx.set(COUNTER, ["missing"], 1 + ((await tx.read(COUNTER, ["missing"])) ?? 0));
    tx.set(COUNTER, ["written"], 1 + ((await tx.read(COUNTER, ["written"])) ?? 0));
  });
  assertEquals(await org.readMany(COUNTER, [["written"], ["missing"]]), [2, 1]);
  await org.write((tx) => tx.remove(COUNTER, ["written"]));
  assertEquals(await org.read(COUNTER, ["written"]), null);
  assertEquals(reads(store), before);
});

Deno.test("alone on a database, rows of listed kinds are changed without being read", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await org.write((tx) => tx.put("profile", makeProfile({ profile_id: "p", content: "one" })));
  const before = reads(store);
  await org.write(async (tx) => {
    const row = await tx.get("profile", "p");
    if (row !== null) tx.put("profile", { ...row, content: `${row.content} two` });
  });
  assertEquals((await org.get("profile", "p"))?.content, "one two");
  await org.write((tx) => tx.delete("profile", "p"));
  assertEquals(await org.get("profile", "p"), null);
  assertEquals(reads(store), before);
});

Deno.test("many writers of few rows lose nothing, and another store sees it all", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/kv.db`;
  const names = ["a", "b", "c"];
  {
    await using store = await openStore({ url });
    const org = store.org("acme");
    await Promise.all(Array.from({ length: 12 }, async (_, writer) => {
      for (let n = 0; n < 20; n++) {
        const name = names[(writer + n) % names.length] ?? "a";
        await org.write(async (tx) => {
          tx.set(COUNTER, [name], ((await tx.read(COUNTER, [name])) ?? 0) + 1);
        });
      }
    }));
    assertEquals(await org.readMany(COUNTER, names.map((name) => [name])), [80, 80, 80]);
    // From here on neither is alone: each has to see what the other wrote.
    await using other = await openStore({ url });
    for (let n = 0; n < 5; n++) {
      for (const one of [store, other]) {
        await one.org("acme").write(async (tx) => {
          tx.set(COUNTER, ["a"], ((await tx.read(COUNTER, ["a"])) ?? 0) + 1);
        });
      }
    }
    assertEquals(await org.read(COUNTER, ["a"]), 90);
  }
  await using after = await openStore({ url });
  const rows = await after.org("acme").readMany(COUNTER, names.map((name) => [name]));
  assertEquals(rows, [90, 80, 80]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("kept entries are bounded: old ones are read again, new ones are not", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const text = "x".repeat(10_000);
  for (let n = 0; n < 1_000; n++) await org.write((tx) => tx.set(NOTE, [n], `${n}${text}`));
  const before = reads(store);
  assertEquals(await org.read(NOTE, [999]), `999${text}`);
  assertEquals(reads(store), before);
  assertEquals(await org.read(NOTE, [0]), `0${text}`);
  assertEquals(reads(store), before + 1);
});

Deno.test("KeptEntries does not keep what a commit overtook while it was read", async () => {
  const kept = new KeptEntries(() => true);
  const key = plainKey("acme", "note", [1]);
  const old = { key, value: new Uint8Array([1]), versionstamp: "1" };
  const readers = [Promise.withResolvers<typeof old[]>(), Promise.withResolvers<typeof old[]>()];
  const first = kept.many([key], () => readers[0]?.promise ?? Promise.resolve([]));
  const second = kept.many([key], () => readers[1]?.promise ?? Promise.resolve([]));
  // Nobody knows whether this commit took place.
  kept.noteCommit([{ key, value: new Uint8Array([2]) }], null);
  readers[0]?.resolve([old]);
  assertEquals((await first)[0]?.versionstamp, "1");
  readers[1]?.resolve([old]);
  assertEquals((await second)[0]?.versionstamp, "1");
  const fresh = { key, value: new Uint8Array([2]), versionstamp: "2" };
  assertEquals(await kept.many([key], () => Promise.resolve([fresh])), [fresh]);
  assertEquals(await kept.many([key], () => Promise.reject(new Error("read again"))), [fresh]);
});

Deno.test("KeptEntries asks again as soon as the process is not alone", async () => {
  let isAlone = true;
  const kept = new KeptEntries(() => isAlone);
  const key = plainKey("acme", "note", [1]);
  kept.noteCommit([{ key, value: new Uint8Array([1]) }], "1");
  const others = [{ key, value: new Uint8Array([2]), versionstamp: "2" }];
  const ask = async () => (await kept.many([key], () => Promise.resolve(others)))[0]?.versionstamp;
  assertEquals(await ask(), "1");
  isAlone = false;
  assertEquals(await ask(), "2");
  isAlone = true;
  assertEquals(await ask(), "2");
});
