import { assertEquals } from "@std/assert";
import { openStore, plainKind, type Store } from "./mod.ts";

const NOTE = plainKind<readonly [string], { readonly text: string }>("note");
const LARGE_NOTE = plainKind<readonly [string], { readonly text: string }>("large_note", {
  large: true,
});
const COUNTER = plainKind<readonly [string], number>("counter");

/** Reads of the database so far. */
function readsOf(store: Store): number {
  return store.metrics().operations.get?.count ?? 0;
}

Deno.test("prefetch() reads rows of several kinds at once, and they are checked as any", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/kv.db`;
  await using store = await openStore({ url });
  // A store that is not alone has to read what it did not just write.
  await using _other = await openStore({ url });
  const org = store.org("acme");
  await org.write((tx) => {
    tx.set(NOTE, ["a"], { text: "one" });
    tx.set(COUNTER, ["n"], 1);
  });
  const rows = [{ kind: NOTE, key: ["a"] }, { kind: COUNTER, key: ["n"] }];
  const before = readsOf(store);
  await org.write(async (tx) => {
    await tx.prefetch(rows);
    assertEquals(await tx.read(NOTE, ["a"]), { text: "one" });
    assertEquals(await tx.read(COUNTER, ["n"]), 1);
  });
  assertEquals(readsOf(store) - before, 1);
  const seen: (number | null)[] = [];
  await org.write(async (tx) => {
    await tx.prefetch(rows);
    if (seen.length === 0) await org.write((other) => other.set(COUNTER, ["n"], 2));
    seen.push(await tx.read(COUNTER, ["n"]));
    tx.set(NOTE, ["b"], { text: "two" });
  });
  assertEquals(seen, [1, 2]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("set() of a new row of a large kind reads nothing", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await org.write((tx) => tx.set(LARGE_NOTE, ["first"], { text: "x".repeat(100_000) }));
  const before = readsOf(store);
  await org.write((tx) => tx.set(LARGE_NOTE, ["second"], { text: "y" }, { isNew: true }));
  assertEquals(readsOf(store), before);
  await org.write((tx) => tx.set(LARGE_NOTE, ["first"], { text: "z" }));
  assertEquals(await org.read(LARGE_NOTE, ["first"]), { text: "z" });
});
