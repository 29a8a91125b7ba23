import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  makeAgentPlaybook,
  makeEvaluation,
  makeInteraction,
  makeProfile,
  makeRequest,
  makeUserPlaybook,
} from "../../tests/support/rows.ts";
import { CONFIG, openStore, type OrgStore, plainKind, StoreError } from "./mod.ts";

const NOTE = plainKind<readonly [string], { readonly text: string }>("note");
const LARGE_NOTE = plainKind<readonly [string], { readonly text: string }>("large_note", {
  large: true,
});
const COUNTER = plainKind<readonly [string], number>("counter", { notify: true });
const SHARED = plainKind<readonly [number, string], string>("shared", { scope: "store" });

/** Writes profiles `p0`…, a second apart. */
async function putProfiles(org: OrgStore, count: number, user = "user"): Promise<void> {
  await org.write((tx) => {
    for (let n = 0; n < count; n++) {
      tx.put(
        "profile",
        makeProfile({ profile_id: `p${n}`, user_id: user, last_modified_timestamp: 1_000 + n }),
        { isNew: true },
      );
    }
  });
}

Deno.test("write() makes rows of every kind readable by key and by view", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const { versionstamp } = await org.write((tx) => {
    tx.put("interaction", makeInteraction());
    tx.put("request", makeRequest());
    tx.put("profile", makeProfile());
    tx.put("user_playbook", makeUserPlaybook());
    tx.put("agent_playbook", makeAgentPlaybook());
    tx.put("evaluation", makeEvaluation());
  });
  assertEquals(versionstamp?.length, 20);
  assertEquals(await org.get("interaction", 1), makeInteraction());
  assertEquals(await org.get("profile", "profile"), makeProfile());
  assertEquals(await org.get("profile", "nobody"), null);
  assertEquals((await org.view("request")).ids(), ["request"]);
  const playbooks = await org.view("user_playbook");
  assertEquals(playbooks.meta(1)?.playbook_name, "default_playbook_extractor");
  assertEquals(await playbooks.get(1), makeUserPlaybook());
  assertEquals(await store.orgs(), ["acme"]);
});

Deno.test("write() gives back the result and writes nothing when nothing is staged", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const done = await org.write(async (tx) => (await tx.get("profile", "x")) ?? "none");
  assertEquals(done, { result: "none", versionstamp: null });
  assertEquals(await store.orgs(), []);
});

Deno.test("write() stages again when a row it read has changed", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const add = () =>
    org.write(async (tx) => {
      const value = (await tx.read(COUNTER, ["n"])) ?? 0;
      tx.set(COUNTER, ["n"], value + 1);
    });
  await Promise.all(Array.from({ length: 40 }, add));
  assertEquals(await org.read(COUNTER, ["n"]), 40);
  const { conflicts, commits } = store.metrics();
  assert(conflicts > 0);
  // Losers are told without a commit of their own, so n writers do not cost n² commits.
  assert(commits < 300, `${commits} commits`);
});

Deno.test("write() throws conflict when it loses races past its deadline", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const error = await assertRejects(
    () =>
      org.write(async (tx) => {
        await tx.read(COUNTER, ["n"]);
        await org.write((other) => other.set(COUNTER, ["n"], Math.random()));
        tx.set(COUNTER, ["n"], 0);
      }, { deadlineMs: 0 }),
    StoreError,
  );
  assertEquals(error.kind, "conflict");
});

Deno.test("write() leaves nothing when the staging function throws", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await assertRejects(
    () =>
      org.write((tx) => {
        tx.put("profile", makeProfile());
        throw new Error("no");
      }),
    Error,
    "no",
  );
  assertEquals((await org.view("profile")).size, 0);
});

Deno.test("write() joins concurrent units into few commits, each with the stamp of its own", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const other = store.org("other");
  const before = store.metrics().commits;
  const results = await Promise.all(
    Array.from(
      { length: 50 },
      (_, n) =>
        (n % 2 === 0 ? org : other).write((tx) =>
          tx.put("profile", makeProfile({ profile_id: `p${n}` }), { isNew: true })
        ),
    ),
  );
  assert(store.metrics().commits - before <= 5);
  assert(results.every(({ versionstamp }) => versionstamp !== null));
  assertEquals((await org.view("profile")).size, 25);
  assertEquals((await other.view("profile")).size, 25);
});

Deno.test("write() of a group with one failing member commits the others", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const tooLarge = { text: "x".repeat(70_000) };
  const results = await Promise.allSettled([
    org.write((tx) => tx.set(NOTE, ["a"], { text: "a" })),
    org.write((tx) => tx.set(NOTE, ["b"], tooLarge)),
    org.write((tx) => tx.set(NOTE, ["c"], { text: "c" })),
  ]);
  assertEquals(results.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
  assertEquals(await org.readMany(NOTE, [["a"], ["b"], ["c"]]), [
    { text: "a" },
    null,
    { text: "c" },
  ]);
});

Deno.test("Tx reads what it staged itself", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await org.write((tx) => tx.put("profile", makeProfile({ content: "old" })));
  await org.write(async (tx) => {
    tx.put("profile", makeProfile({ content: "new" }));
    assertEquals((await tx.get("profile", "profile"))?.content, "new");
    tx.delete("profile", "profile");
    assertEquals(await tx.get("profile", "profile"), null);
    tx.set(NOTE, ["a"], { text: "a" });
    assertEquals(await tx.read(NOTE, ["a"]), { text: "a" });
    tx.remove(NOTE, ["a"]);
    assertEquals(await tx.read(NOTE, ["a"]), null);
  });
  assertEquals(await org.get("profile", "profile"), null);
});

Deno.test("Tx.afterCommit() runs once, for the attempt that was committed", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const stamps: string[] = [];
  let attempts = 0;
  const { versionstamp } = await org.write(async (tx) => {
    await tx.read(COUNTER, ["n"]);
    if (++attempts === 1) await org.write((other) => other.set(COUNTER, ["n"], 1));
    tx.set(COUNTER, ["n"], 2);
    tx.afterCommit((stamp) => stamps.push(stamp));
  });
  assertEquals(attempts, 2);
  assertEquals(stamps, [versionstamp ?? ""]);
});

Deno.test("onCommit() tells of notifying kinds only, after the commit", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const seen: unknown[] = [];
  const stop = store.onCommit(({ org: name, changes }) => seen.push([name, changes]));
  await org.write((tx) => {
    tx.set(NOTE, ["a"], { text: "quiet" });
    tx.set(COUNTER, ["n"], 5);
    tx.remove(COUNTER, ["m"]);
  });
  stop();
  await org.write((tx) => tx.set(COUNTER, ["n"], 6));
  assertEquals(seen, [["acme", [
    { kind: "counter", key: ["n"], value: 5 },
    { kind: "counter", key: ["m"], value: null },
  ]]]);
});

Deno.test("nextIds() gives rising ids that two stores on one database never share", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  const first = await openStore({ url });
  const second = await openStore({ url });
  const taken = await Promise.all(
    [first, second, first, second].map((store) => store.org("acme").nextIds("interaction", 130)),
  );
  for (const ids of taken) assertEquals(ids, [...ids].sort((a, b) => a - b));
  assertEquals(new Set(taken.flat()).size, 520);
  await first.close();
  await second.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("close() gives leased ids back and reserveIds() jumps over imported ones", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    await using store = await openStore({ url });
    assertEquals(await store.org("acme").nextIds("evaluation", 3), [1, 2, 3]);
  }
  {
    await using store = await openStore({ url });
    assertEquals(await store.org("acme").nextId("evaluation"), 4);
    await store.org("acme").reserveIds("evaluation", 500);
    assert(await store.org("acme").nextId("evaluation") > 500);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("view() selects by owner, time, condition, order, limit and offset", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await putProfiles(org, 10);
  await org.write((tx) =>
    tx.put("profile", makeProfile({ profile_id: "z", user_id: "other", status: "pending" }))
  );
  const view = await org.view("profile");
  assertEquals(view.size, 11);
  assertEquals(view.users().sort(), ["other", "user"]);
  assertEquals(view.idsOfUser("user").slice(0, 2), ["p0", "p1"]);
  assertEquals(view.select({ user: "user", limit: 3 }), ["p9", "p8", "p7"]);
  assertEquals(view.select({ order: "oldest", limit: 2, offset: 3 }), ["p3", "p4"]);
  assertEquals(view.select({ fromSec: 1_003, toSec: 1_005 }), ["p5", "p4", "p3"]);
  assertEquals(view.select({ where: (meta) => meta.status === "pending" }), ["z"]);
  assertEquals(view.count({ user: "nobody" }), 0);
  assertEquals(view.selectMetas({ limit: 1 })[0]?.profile_id, "z");
  assertEquals((await view.rows(["p1", "gone", "p0"])).map((row) => row.profile_id), ["p1", "p0"]);
  assertEquals((await view.getMany(["gone"]))[0], null);
});

Deno.test("view() breaks ties of one second by id, and of requests by commit", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  for (const id of ["b", "a", "c"]) {
    await org.write((tx) => tx.put("request", makeRequest({ request_id: id })));
    await org.write((tx) => tx.put("profile", makeProfile({ profile_id: id })));
  }
  assertEquals((await org.view("request")).select(), ["c", "a", "b"]);
  assertEquals((await org.view("profile")).select(), ["c", "b", "a"]);
});

Deno.test("view() follows updates, moves between owners and deletes", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await putProfiles(org, 3);
  assertEquals((await org.view("profile")).size, 3);
  await org.write((tx) => {
    tx.put("profile", makeProfile({ profile_id: "p0", user_id: "new", status: "archived" }));
    tx.delete("profile", "p1");
  });
  const view = await org.view("profile");
  assertEquals(view.select(), ["p0", "p2"]);
  assertEquals(view.idsOfUser("new"), ["p0"]);
  assertEquals(view.meta("p0")?.status, "archived");
  assertEquals(view.meta("p1"), undefined);
});

Deno.test("view() of one store sees what another store on the file acknowledged", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  const writer = await openStore({ url });
  const reader = await openStore({ url });
  await putProfiles(writer.org("acme"), 2);
  assertEquals((await reader.org("acme").view("profile")).size, 2);
  await writer.org("acme").write((tx) => {
    tx.delete("profile", "p0");
    tx.put("profile", makeProfile({ profile_id: "p1", content: "newer" }));
  });
  const view = await reader.org("acme").view("profile");
  assertEquals(view.ids(), ["p1"]);
  assertEquals((await view.get("p1"))?.content, "newer");
  await writer.close();
  await reader.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("bulk changes keep views, counts and rows right", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await putProfiles(org, 2_500);
  const view = await org.view("profile");
  await org.write(async (tx) => {
    const rows = await tx.getMany("profile", view.select());
    for (const row of rows) if (row !== null) tx.put("profile", { ...row, status: "archived" });
  });
  const after = await org.view("profile");
  assertEquals(after.count({ where: (meta) => meta.status === "archived" }), 2_500);
  await org.write((tx) => {
    for (const id of after.ids().slice(0, 2_400)) tx.delete("profile", id);
  });
  assertEquals((await org.view("profile")).size, 100);
  assertEquals((await store.checkOrg("acme")).problems, []);
});

Deno.test("long rows are stored in parts and leave none behind", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const long = "語".repeat(60_000);
  await org.write((tx) => tx.put("profile", makeProfile({ content: long })));
  assertEquals((await org.get("profile", "profile"))?.content, long);
  assertEquals((await (await org.view("profile")).get("profile"))?.content, long);
  await org.write((tx) => tx.put("profile", makeProfile({ content: "x".repeat(70_000) })));
  assertEquals((await store.checkOrg("acme")).problems, []);
  await org.write((tx) => tx.put("profile", makeProfile({ content: "short" })));
  await org.write((tx) => tx.set(LARGE_NOTE, ["a"], { text: long }));
  assertEquals((await org.read(LARGE_NOTE, ["a"]))?.text, long);
  await org.write((tx) => tx.remove(LARGE_NOTE, ["a"]));
  const report = await store.checkOrg("acme");
  assertEquals(report.problems, []);
  for await (const { key } of store.dump("acme")) assert(key[0] !== "b");
});

Deno.test("ids and keys of any length and script are kept apart", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  const ids = ["", "é", "e\u0301", "x".repeat(3_000), `${"x".repeat(3_000)}y`, "\ud800", "a/b\0c"];
  await org.write((tx) => {
    for (const id of ids) tx.put("profile", makeProfile({ profile_id: id, user_id: id }));
    for (const id of ids) tx.set(NOTE, [id], { text: id });
  });
  for (const id of ids) {
    assertEquals((await org.get("profile", id))?.profile_id, id);
    assertEquals((await org.read(NOTE, [id]))?.text, id);
  }
  const view = await org.view("profile");
  assertEquals(view.size, ids.length);
  for (const id of ids) assertEquals(view.idsOfUser(id), [id]);
});

Deno.test("list() pages plain rows by key within a prefix", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await org.write((tx) => {
    for (let n = 0; n < 5; n++) tx.set(SHARED, [n, "acme"], `row ${n}`);
    tx.set(NOTE, ["a"], { text: "a" });
  });
  const keys = async (options: Parameters<typeof store.list>[1]) => {
    const found: number[] = [];
    for await (const { key } of store.list(SHARED, options)) found.push(key[0]);
    return found;
  };
  assertEquals(await keys({}), [0, 1, 2, 3, 4]);
  assertEquals(await keys({ start: [2] }), [2, 3, 4]);
  assertEquals(await keys({ end: [2] }), [0, 1]);
  assertEquals(await keys({ start: [1], end: [3] }), [1, 2]);
  assertEquals(await keys({ limit: 2, reverse: true }), [4, 3]);
  assertEquals(await keys({ limit: 0 }), []);
  const notes = [];
  for await (const { value } of org.list(NOTE)) notes.push(value.text);
  assertEquals(notes, ["a"]);
});

Deno.test("orgs share nothing, and deleteOrg() leaves the others whole", async () => {
  await using store = await openStore({ url: ":memory:" });
  const [a, b] = [store.org("a"), store.org("a\0b")];
  await putProfiles(a, 3);
  await putProfiles(b, 2);
  await a.write((tx) => tx.set(NOTE, ["n"], { text: "a" }));
  assertEquals(await b.read(NOTE, ["n"]), null);
  assertEquals((await a.view("profile")).size, 3);
  assert(await store.deleteOrg("a") > 5);
  assertEquals(await store.orgs(), ["a\0b"]);
  assertEquals((await a.view("profile")).size, 0);
  assertEquals((await b.view("profile")).size, 2);
  assertEquals(await Array.fromAsync(store.dump("a")), []);
  await putProfiles(a, 1);
  assertEquals((await a.view("profile")).ids(), ["p0"]);
});

Deno.test("the configuration is a plain row of its own", async () => {
  await using store = await openStore({ url: ":memory:" });
  assertEquals(await store.org("acme").read(CONFIG, []), null);
});

Deno.test("org() refuses names that cannot be keys", async () => {
  await using store = await openStore({ url: ":memory:" });
  for (const name of ["", "\ud800", "x".repeat(300)]) {
    let kind = "none";
    try {
      store.org(name);
    } catch (cause) {
      if (cause instanceof StoreError) kind = cause.kind;
    }
    assertEquals(kind, "schema");
  }
});

Deno.test("snapshots are replaced as a whole and read back with their position", async () => {
  await using store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  assertEquals(await org.readSnapshot("index"), null);
  const bytes = crypto.getRandomValues(new Uint8Array(50_000));
  const big = new Uint8Array(1_000_000);
  for (let at = 0; at < big.length; at += bytes.length) big.set(bytes, at);
  await org.writeSnapshot("index", {
    pieces: [bytes, big.subarray(bytes.length)],
    position: "0001",
  });
  assertEquals(await org.readSnapshot("index"), { bytes: big, position: "0001" });
  await org.writeSnapshot("index", { pieces: [bytes], position: "0002" });
  assertEquals(await org.readSnapshot("index"), { bytes, position: "0002" });
  const parts = (await Array.fromAsync(store.dump("acme"))).filter(({ key }) => key[0] === "n");
  assertEquals(parts.length, 2);
});

Deno.test("a snapshot that was never completed is not read, and removed when it is old", async () => {
  let nowMs = 1_000;
  await using store = await openStore({ url: ":memory:", now: () => nowMs });
  const org = store.org("acme");
  const parts = async () =>
    (await Array.fromAsync(store.dump("acme"))).filter(({ key }) => key[0] === "n").length;
  const breaking = function* () {
    yield new Uint8Array(1_000_000);
    throw new RangeError("no more");
  };
  await assertRejects(
    () => org.writeSnapshot("index", { pieces: breaking(), position: "0001" }),
    RangeError,
  );
  assertEquals(await org.readSnapshot("index"), null);
  const begun = await parts();
  assert(begun > 0);
  const bytes = new Uint8Array([1, 2, 3]);
  await org.writeSnapshot("index", { pieces: [bytes], position: "0002" });
  assertEquals(await parts(), begun + 2);
  nowMs += 3_600_000;
  await org.writeSnapshot("index", { pieces: [bytes], position: "0003" });
  assertEquals(await parts(), 2);
  assertEquals(await org.readSnapshot("index"), { bytes, position: "0003" });
});

Deno.test("metrics() counts operations by latency", async () => {
  await using store = await openStore({ url: ":memory:" });
  await putProfiles(store.org("acme"), 1);
  const { operations, units, bucketsMs } = store.metrics();
  assertEquals(units, 1);
  const { count = 0, buckets = [] } = operations.commit ?? {};
  assert(count >= 2);
  assertEquals(buckets.length, bucketsMs.length + 1);
  assertEquals(buckets.reduce((sum, calls) => sum + calls, 0), count);
});

Deno.test("writes after close() are refused", async () => {
  const store = await openStore({ url: ":memory:" });
  const org = store.org("acme");
  await putProfiles(org, 1);
  await store.close();
  await store.close();
  const error = await assertRejects(() => putProfiles(org, 1), StoreError);
  assertEquals(error.kind, "closed");
});
