import { assert, assertEquals, assertRejects } from "@std/assert";
import { makeInteraction, makeProfile } from "../../tests/support/rows.ts";
import { type AnyChange, type Follower, type ListedKind, openStore } from "./mod.ts";

/** Mirrors contents and vectors by kind and id, and counts what it was told. */
class Mirror implements Follower {
  readonly rows: Map<string, string> = new Map();
  readonly calls = { reset: 0, hydrated: 0, applied: 0 };
  saved: string | null = null;

  restore(): Promise<string | null> {
    return Promise.resolve(this.saved);
  }

  reset(kind: ListedKind): void {
    this.calls.reset++;
    for (const key of this.rows.keys()) if (key.startsWith(`${kind}:`)) this.rows.delete(key);
  }

  hydrate(_kind: ListedKind, rows: readonly AnyChange[]): void {
    this.calls.hydrated += rows.length;
    for (const row of rows) this.#take(row);
  }

  apply(changes: readonly AnyChange[]): void {
    this.calls.applied += changes.length;
    for (const change of changes) this.#take(change);
  }

  #take(change: AnyChange): void {
    const key = `${change.kind}:${change.id}`;
    if (change.row === null) this.rows.delete(key);
    else if ("content" in change.row) {
      this.rows.set(key, `${change.row.content}/${change.vector?.join(",") ?? "none"}`);
    }
  }
}

Deno.test("a follower gets all rows first and every later change once", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await org.write((tx) => {
    tx.put("profile", makeProfile({ content: "a" }), { vector: new Uint8Array([1, 2]) });
    tx.put("interaction", makeInteraction({ content: "not wanted" }));
  });
  const mirror = new Mirror();
  const stop = org.follow(["profile"], mirror, { vectors: true });
  await org.catchUp();
  assertEquals(mirror.rows.size, 0, "nothing is read before a kind is named");
  await org.catchUp(["profile"]);
  assertEquals(mirror.rows.get("profile:profile"), "a/1,2");
  assertEquals(mirror.rows.size, 1);
  await org.write((tx) => tx.put("profile", makeProfile({ content: "b" })));
  await org.catchUp();
  assertEquals(mirror.rows.get("profile:profile"), "b/1,2", "an absent vector stays");
  await org.write((tx) => tx.putVector("profile", "profile", new Uint8Array([9])));
  await org.catchUp();
  assertEquals(mirror.rows.get("profile:profile"), "b/9");
  await org.write((tx) => tx.put("profile", makeProfile({ content: "c" }), { vector: null }));
  await org.catchUp();
  assertEquals(mirror.rows.get("profile:profile"), "c/none");
  await org.write((tx) => tx.delete("profile", "profile"));
  await org.catchUp(["profile"]);
  assertEquals(mirror.rows.size, 0);
  assertEquals(mirror.calls, { reset: 1, hydrated: 1, applied: 4 });
  stop();
  await org.write((tx) => tx.put("profile", makeProfile()));
  await org.catchUp(["profile"]);
  assertEquals(mirror.rows.size, 0);
});

Deno.test("a follower follows the commits of another store on the file", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    await using writer = await openStore({ url });
    await using reader = await openStore({ url });
    const mirror = new Mirror();
    reader.org("acme").follow(["profile"], mirror, { vectors: true });
    await reader.org("acme").catchUp(["profile"]);
    await writer.org("acme").write((tx) => {
      tx.put("profile", makeProfile({ content: "x" }), { vector: new Uint8Array([7]) });
    });
    await reader.org("acme").catchUp();
    assertEquals(mirror.rows.get("profile:profile"), "x/7");
    await writer.org("acme").write((tx) => tx.delete("profile", "profile"));
    await reader.org("acme").catchUp();
    assertEquals(mirror.rows.size, 0);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("catchUp() shows every commit acknowledged before the call, however many call at once", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const mirror = new Mirror();
  org.follow(["profile"], mirror);
  await org.catchUp(["profile"]);
  await Promise.all(Array.from({ length: 30 }, async (_, n) => {
    await org.write((tx) => tx.put("profile", makeProfile({ profile_id: `p${n}`, content: "x" })));
    await org.catchUp();
    assert(mirror.rows.has(`profile:p${n}`));
  }));
  assertEquals(mirror.calls.applied, 30);
});

Deno.test("a trimmed change log makes views and followers read anew", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    await using writer = await openStore({ url, maxLogEntries: 5 });
    await using reader = await openStore({ url });
    const mirror = new Mirror();
    reader.org("acme").follow(["profile"], mirror);
    await writer.org("acme").write((tx) => tx.put("profile", makeProfile({ profile_id: "first" })));
    await reader.org("acme").catchUp(["profile"]);
    for (let n = 0; n < 30; n++) {
      await writer.org("acme").write((tx) => {
        tx.put("profile", makeProfile({ profile_id: `p${n}` }));
        tx.delete("profile", n === 29 ? "first" : "none");
      });
    }
    await writer.close();
    await using counter = await openStore({ url });
    const entries = (await Array.fromAsync(counter.dump("acme"))).filter(({ key }) =>
      key[0] === "chg"
    );
    assert(entries.length < 20, "the log was trimmed");
    assertEquals((await reader.org("acme").view("profile")).size, 30);
    assertEquals(mirror.rows.size, 30);
    assert(!mirror.rows.has("profile:first"));
    assertEquals(mirror.calls.reset, 2);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a follower with a saved state only replays what changed since", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  let position = "";
  {
    await using store = await openStore({ url });
    const org = store.org("acme");
    await org.write((tx) => {
      for (const id of ["a", "b", "c"]) tx.put("profile", makeProfile({ profile_id: id }));
    });
    await org.view("profile");
    position = org.position;
    await org.write((tx) => tx.delete("profile", "b"));
    await org.write((tx) => tx.put("profile", makeProfile({ profile_id: "d", content: "d" })));
  }
  {
    await using store = await openStore({ url });
    const org = store.org("acme");
    const mirror = new Mirror();
    mirror.saved = position;
    for (const id of ["a", "b", "c"]) mirror.rows.set(`profile:${id}`, "saved");
    org.follow(["profile"], mirror);
    await org.catchUp(["profile"]);
    assertEquals([...mirror.rows.keys()].sort(), ["profile:a", "profile:c", "profile:d"]);
    assertEquals(mirror.calls, { reset: 0, hydrated: 0, applied: 2 });
    const stale = new Mirror();
    stale.saved = "00000000000000000001";
    org.follow(["profile"], stale);
    await org.catchUp(["profile"]);
    assertEquals(stale.calls, { reset: 1, hydrated: 3, applied: 0 });
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a follower that throws is told everything anew next time", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const mirror = new Mirror();
  let fails = true;
  org.follow(["profile"], {
    reset: (kind) => mirror.reset(kind),
    hydrate: (kind, rows) => mirror.hydrate(kind, rows),
    apply: (changes) => {
      if (fails) throw new RangeError("broken");
      mirror.apply(changes);
    },
  });
  await org.catchUp(["profile"]);
  await org.write((tx) => tx.put("profile", makeProfile()));
  await assertRejects(() => org.catchUp(["profile"]), RangeError, "broken");
  fails = false;
  await org.catchUp(["profile"]);
  assertEquals(mirror.rows.size, 1);
  assertEquals(mirror.calls.reset, 2);
});

Deno.test("more own commits than memory keeps are read from the log", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await org.view("profile");
  for (let part = 0; part < 30; part++) {
    await org.write((tx) => {
      for (let n = 0; n < 900; n++) {
        const id = `p${part * 900 + n}`;
        tx.put("profile", makeProfile({ profile_id: id, expanded_terms: null }), { isNew: true });
      }
    });
  }
  assertEquals((await org.view("profile")).size, 27_000);
});

/** A store with a clock, and the contents of an org's profiles as they are listed. */
async function openSmall() {
  const clock = { ms: Date.UTC(2026, 0, 1) };
  const store = await openStore({ url: ":memory:", maxViewRows: 3, now: () => clock.ms });
  const add = (org: string, id: string) =>
    store.org(org).write((tx) => tx.put("profile", makeProfile({ profile_id: id, content: id })));
  const list = async (org: string) => {
    const view = await store.org(org).view("profile");
    return (await view.rows(view.ids())).map(({ content }) => content).sort();
  };
  return { store, clock, add, list };
}

Deno.test("orgs that nobody uses let go of their rows when there are too many", async () => {
  const { store, clock, add, list } = await openSmall();
  await using _ = store;
  for (const org of ["old", "new"]) for (const id of ["a", "b"]) await add(org, id);
  const before = await store.org("old").view("profile");
  clock.ms += 61_000;
  assertEquals(await list("new"), ["a", "b"]);
  await store.org("old").catchUp();
  assertEquals(store.org("old").loadedView("profile"), null);
  assert(store.org("new").loadedView("profile") !== null, "the one in use stays");
  assertEquals(before.size, 2, "a view that was given out stays as it is");
  await add("old", "c");
  assertEquals(await list("old"), ["a", "b", "c"]);
  await add("old", "d");
  assertEquals(await list("old"), ["a", "b", "c", "d"]);
});

Deno.test("orgs in use and orgs that are followed keep their rows", async () => {
  const { store, clock, add, list } = await openSmall();
  await using _ = store;
  for (const org of ["followed", "idle", "used", "new"]) {
    for (const id of ["a", "b"]) await add(org, id);
  }
  const mirror = new Mirror();
  store.org("followed").follow(["profile"], mirror);
  await store.org("followed").catchUp(["profile"]);
  await list("followed");
  clock.ms += 2_000;
  await list("idle");
  clock.ms += 61_000;
  await list("used");
  clock.ms += 2_000;
  await list("new");
  await store.org("idle").catchUp();
  assertEquals(store.org("idle").loadedView("profile"), null);
  for (const org of ["followed", "used"]) {
    await store.org(org).catchUp();
    assert(store.org(org).loadedView("profile") !== null, org);
  }
  await add("followed", "c");
  await store.org("followed").catchUp();
  assertEquals(mirror.rows.size, 3);
});
