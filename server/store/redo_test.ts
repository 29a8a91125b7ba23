import { assert, assertEquals } from "@std/assert";
import { faultyKv } from "../../tests/support/faulty_kv.ts";
import { makeProfile } from "../../tests/support/rows.ts";
import { openStore, type OrgStore, plainKind, type Store, StoreError } from "./mod.ts";

const NOTE = plainKind<readonly [string], number>("note");

/** Rows of the unit under test: more than one commit holds. */
const ROWS = 1_300;

/** A unit over one commit's limits that also depends on what it read. */
async function writeBig(org: OrgStore): Promise<void> {
  await org.write(async (tx) => {
    const round = (await tx.read(NOTE, ["round"])) ?? 0;
    tx.set(NOTE, ["round"], round + 1);
    for (let n = 0; n < ROWS; n++) {
      tx.put("profile", makeProfile({ profile_id: `p${n}`, content: `round ${round + 1}` }), {
        isNew: true,
      });
    }
  });
}

/** How many rows a fresh store sees of each content. */
async function countContents(store: Store): Promise<Record<string, number>> {
  const view = await store.org("acme").view("profile");
  const counts: Record<string, number> = {};
  for (const { content } of await view.rows(view.ids())) {
    counts[content] = (counts[content] ?? 0) + 1;
  }
  return counts;
}

Deno.test("write() over one commit's limits is one change to every reader", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    await using writer = await openStore({ url });
    await using reader = await openStore({ url });
    const org = writer.org("acme");
    await writeBig(org);
    assertEquals((await reader.org("acme").view("profile")).size, ROWS);
    let isDone = false;
    const writing = writeBig(org).finally(() => isDone = true);
    const sizes = new Set<number>();
    const deleting = org.write((tx) => tx.set(NOTE, ["beside"], 1));
    while (!isDone) {
      const view = await reader.org("acme").view("profile");
      const metas = view.selectMetas();
      sizes.add(metas.length);
    }
    await Promise.all([writing, deleting]);
    assertEquals([...sizes], [ROWS]);
    assertEquals(await countContents(reader), { "round 2": ROWS });
    await org.write((tx) => {
      for (let n = 0; n < ROWS; n++) tx.delete("profile", `p${n}`);
    });
    assertEquals((await reader.org("acme").view("profile")).size, 0);
    assertEquals((await writer.checkOrg("acme")).problems, []);
    for await (const { key } of writer.dump("acme")) assert(key[0] !== "w" || key.length === 2);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("write() over the limits loses a race as a whole and is staged again", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await Promise.all([writeBig(org), writeBig(org), writeBig(org)]);
  assertEquals(await org.read(NOTE, ["round"]), 3);
  assertEquals(await countContents(store), { "round 3": ROWS });
  assertEquals((await store.checkOrg("acme")).problems, []);
});

Deno.test("readers with many reads are checked as one and see no half-applied unit", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await writeBig(org);
  const ids = Array.from({ length: ROWS }, (_, n) => `p${n}`);
  const copy = org.write(async (tx) => {
    const rows = await tx.getMany("profile", ids);
    const contents = new Set(rows.map((row) => row?.content));
    tx.set(NOTE, ["kinds"], contents.size);
  });
  await Promise.all([writeBig(org), copy]);
  assertEquals(await org.read(NOTE, ["kinds"]), 1);
});

Deno.test("write() over the limits is all or nothing wherever its process ends", async () => {
  const folder = await Deno.makeTempDir();
  const outcomes: string[] = [];
  for (let step = 1; step < 40; step++) {
    const url = `${folder}/${step}.db`;
    await using witness = await openStore({ url });
    await writeBig(witness.org("acme"));
    await witness.org("acme").view("profile");
    let commits = -1;
    const isAfter = step % 2 === 1;
    const crash = () => {
      if (commits >= Math.ceil(step / 2)) throw new TypeError("process ended");
    };
    const kv = faultyKv(await Deno.openKv(url), {
      before: () => {
        if (isAfter && commits >= Math.ceil(step / 2)) crash();
        commits++;
        if (!isAfter) crash();
      },
      after: () => isAfter && crash(),
    });
    const victim = await openStore({ url, kv });
    const org = victim.org("acme");
    let acknowledged = true;
    try {
      await writeBig(org);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      acknowledged = false;
    }
    await victim.close();
    // Another process that had read before, then one that starts an hour later.
    const seen = await countContents(witness);
    await using store = await openStore({ url, now: () => Date.now() + 3_600_000 });
    const round = await store.org("acme").read(NOTE, ["round"]);
    assertEquals(seen, { [`round ${round}`]: ROWS }, `step ${step}`);
    assertEquals(await countContents(store), seen, `step ${step}`);
    if (acknowledged) assertEquals(round, 2);
    outcomes.push(`${round}${acknowledged}`);
    assertEquals((await store.checkOrg("acme")).problems, [], `step ${step}`);
    if (acknowledged) break;
  }
  assert(outcomes.includes("1false"), "some crashes leave the old state");
  assert(outcomes.includes("2false"), "some crashes leave the new state, though nobody was told");
  assertEquals(outcomes.at(-1), "2true");
  await Deno.remove(folder, { recursive: true });
});
