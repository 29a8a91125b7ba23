import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { makeInteraction, makeProfile } from "../../tests/support/rows.ts";
import { openStore, plainKind, StoreError } from "./mod.ts";

const NOTE = plainKind<readonly [string], string>("note");

Deno.test("unreadable rows are left out, counted, logged by key and set aside by repair", async () => {
  const kv = await Deno.openKv(":memory:");
  const lines: string[] = [];
  await using store = await openStore({
    url: ":memory:",
    kv,
    log: (_level, message) => lines.push(message),
  });
  const org = store.org("acme");
  await org.write((tx) => {
    for (const id of ["a", "b", "c", "d", "e", "f"]) {
      tx.put("profile", makeProfile({ profile_id: id, content: "PRIVATE" }));
    }
    tx.put("profile", makeProfile({ profile_id: "long", content: "y".repeat(130_000) }));
    tx.set(NOTE, ["n"], "PRIVATE");
    tx.set(NOTE, ["ok"], "fine");
  });
  const bytes = new TextEncoder();
  await kv.set(["e", "acme", "pr", "a"], bytes.encode('{"profile_id":"a", PRIVATE'));
  await kv.set(["e", "acme", "pr", "b"], bytes.encode('{"profile_id":"x"}'));
  await kv.set(["e", "acme", "pr", "c"], "not bytes PRIVATE");
  await kv.set(["e", "acme", "pr", "d"], new Uint8Array([1, 2, 3]));
  await kv.delete(["b", "acme", "e", "pr", "long", 1]);
  await kv.set(["p", "acme", "note", "n"], new Uint8Array([0xff, 0xfe]));
  const view = await org.view("profile");
  assertEquals(view.ids(), ["e", "f"]);
  assertEquals(await org.get("profile", "a"), null);
  assertEquals(await org.read(NOTE, ["n"]), null);
  assertEquals(store.health().corruptRows, 6);
  assert(store.health().corruptKeys.includes("e/acme/pr/a"));
  assert(lines.length >= 6 && lines.every((line) => !line.includes("PRIVATE")));

  const report = await store.checkOrg("acme");
  assertEquals(report.problems.map(({ kind }) => kind).sort(), [
    "broken_chunks",
    "broken_chunks",
    "corrupt_row",
    "corrupt_row",
    "corrupt_row",
    "corrupt_row",
  ]);
  assert(report.problems.every(({ repaired }) => !repaired));
  const repaired = await store.checkOrg("acme", { repair: true });
  assert(repaired.problems.every((problem) => problem.repaired));
  assertEquals((await store.checkOrg("acme")).problems, []);
  assertEquals(store.health().corruptRows, 0);
  assert((await store.checkOrg("acme")).quarantined >= 6);
  assertEquals((await org.view("profile")).ids(), ["e", "f"]);
});

Deno.test("checkOrg() finds and repairs orphans, a missing marker and ids that would come twice", async () => {
  const kv = await Deno.openKv(":memory:");
  await using store = await openStore({ url: ":memory:", kv });
  const org = store.org("acme");
  await org.write((tx) => tx.put("interaction", makeInteraction({ interaction_id: 900 })));
  await kv.set(["v", "acme", "in", 5], new Uint8Array(8));
  await kv.set(["b", "acme", "e", "in", 900, 0], new Uint8Array(8));
  await kv.delete(["o", "acme"]);
  await kv.set(["w", "acme", "lost"], new TextEncoder().encode('{"owner":"x","started_at_ms":1}'));
  const kinds = async (repair: boolean) =>
    (await store.checkOrg("acme", { repair })).problems.map(({ kind }) => kind).sort();
  const expected = [
    "abandoned_redo",
    "id_behind",
    "missing_marker",
    "orphan_chunk",
    "orphan_vector",
  ];
  assertEquals(await kinds(false), expected);
  assertEquals(await kinds(true), expected);
  assertEquals(await kinds(false), []);
  assert(await org.nextId("interaction") > 900);
});

Deno.test("a damaged redo log does not stop the org and is told", async () => {
  const kv = await Deno.openKv(":memory:");
  await using store = await openStore({ url: ":memory:", kv });
  const bytes = new TextEncoder();
  await kv.set(["w", "acme"], bytes.encode('{"id":"x","parts":2}'));
  await kv.set(["w", "acme", "x", 0], bytes.encode("half"));
  const org = store.org("acme");
  await org.write((tx) => tx.put("profile", makeProfile()));
  assertEquals((await org.view("profile")).size, 1);
  assertEquals(store.health().corruptKeys, ["w/acme"]);
});

Deno.test("openStore() says what is wrong with a file it cannot use", async () => {
  const folder = await Deno.makeTempDir();
  const open = (url: string) => assertRejects(() => openStore({ url }), StoreError);
  await Deno.writeTextFile(`${folder}/text.db`, "this is no database, only text\n".repeat(200));
  const damaged = await open(`${folder}/text.db`);
  assertEquals(damaged.kind, "corrupt");
  assertStringIncludes(damaged.message, "not a database");
  await Deno.writeTextFile(`${folder}/file`, "");
  assertEquals((await open(`${folder}/file/sub/a.db`)).kind, "unavailable");
  {
    const kv = await Deno.openKv(`${folder}/new.db`);
    await kv.set(["m"], 99);
    kv.close();
  }
  const newer = await open(`${folder}/new.db`);
  assertEquals(newer.kind, "schema");
  assertStringIncludes(newer.message, "use a newer program");
  {
    await using store = await openStore({ url: `${folder}/deep/er/a.db` });
    assertEquals(await store.orgs(), []);
  }
  await Deno.remove(folder, { recursive: true });
});
