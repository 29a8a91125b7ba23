import { assert, assertEquals, assertRejects } from "@std/assert";
import { makeProfile } from "../../tests/support/rows.ts";
import { CONFIG, openStore, type OrgStore, plainKind, type Store, StoreError } from "./mod.ts";

const NOTE = plainKind<readonly [string], number>("note", { kept: true });

/** Whether this runtime can tell who is alone on a file; Deno 2.5 cannot, and always reads. */
const KNOWS_ALONE = "tryLock" in Deno.FsFile.prototype;

/** Reads of the database so far. */
function reads(store: Store): number {
  const { get, list } = store.metrics().operations;
  return (get?.count ?? 0) + (list?.count ?? 0);
}

function put(org: OrgStore, profile_id: string): Promise<unknown> {
  return org.write((tx) => tx.put("profile", makeProfile({ profile_id, content: profile_id })));
}

async function idsOf(org: OrgStore): Promise<string[]> {
  return (await org.view("profile")).ids().toSorted();
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A process that opens a store, says so and stays. */
async function startHolder(url: string): Promise<Deno.ChildProcess> {
  const program = `
    import { openStore } from ${JSON.stringify(new URL("./mod.ts", import.meta.url).href)};
    const store = await openStore({ url: ${JSON.stringify(url)} });
    await store.org("acme").write((tx) => tx.set({ name: "mark", scope: "org", encoding: "json" }, [], 1));
    console.log("open");
    setInterval(() => {}, 60_000);
  `;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--unstable-kv", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const input = child.stdin.getWriter();
  await input.write(new TextEncoder().encode(program));
  await input.close();
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    if (text.includes("open")) break;
  }
  return child;
}

for (const kind of ["memory", "file"] as const) {
  const ignore = kind === "file" && !KNOWS_ALONE;
  const name = `alone on a ${kind} database, own writes and kept rows are seen without reading`;
  Deno.test(name, { ignore }, () =>
    inFolder(async (folder) => {
      await using store = await openStore({
        url: kind === "memory" ? ":memory:" : `${folder}/a.db`,
      });
      const org = store.org("acme");
      await put(org, "a");
      assertEquals(await idsOf(org), ["a"]);
      assertEquals(await org.read(NOTE, ["n"]), null);
      const before = reads(store);
      for (let n = 0; n < 5; n++) {
        assertEquals(await idsOf(org), ["a"]);
        assertEquals(await org.read(NOTE, ["n"]), null);
      }
      assertEquals(reads(store), before);
      await put(org, "b");
      const written = reads(store);
      assertEquals(await idsOf(org), ["a", "b"]);
      assertEquals(reads(store), written);
      await org.write((tx) => tx.set(NOTE, ["n"], 7));
      assertEquals(await org.read(NOTE, ["n"]), 7);
      await org.write((tx) => tx.remove(NOTE, ["n"]));
      assertEquals(await org.read(NOTE, ["n"]), null);
    }));
}

Deno.test("a second store on a file is waited for, and each sees the other's writes at once", () =>
  inFolder(async (folder) => {
    await using first = await openStore({ url: `${folder}/a.db` });
    const one = first.org("acme");
    await put(one, "before");
    assertEquals(await idsOf(one), ["before"]);
    assertEquals(await one.read(NOTE, ["n"]), null);
    await using second = await openStore({ url: `${folder}/a.db` });
    const two = second.org("acme");
    const known = ["before"];
    for (let n = 0; n < 20; n++) {
      await put(n % 2 === 0 ? two : one, `p${n}`);
      await two.write((tx) => tx.set(NOTE, ["n"], n));
      known.push(`p${n}`);
      assertEquals(await idsOf(n % 2 === 0 ? one : two), known.toSorted());
      assertEquals(await one.read(NOTE, ["n"]), n);
    }
    const config = JSON.parse(JSON.stringify({ note: "by the second" }));
    await two.write((tx) => tx.set(CONFIG, [], config));
    assertEquals(await one.read(CONFIG, []), config);
  }));

Deno.test("writes that run while a second store comes are all seen by it, and its own by the first", () =>
  inFolder(async (folder) => {
    await using first = await openStore({ url: `${folder}/a.db` });
    const one = first.org("acme");
    await idsOf(one);
    let isJoined = false;
    const expected: string[] = [];
    const writing = (async () => {
      for (let n = 0; !isJoined || n < 10; n++) {
        await put(one, `one${n}`);
        expected.push(`one${n}`);
        assertEquals(await idsOf(one), expected.toSorted());
      }
    })();
    await using second = await openStore({ url: `${folder}/a.db` });
    isJoined = true;
    await writing;
    const two = second.org("acme");
    await put(two, "two");
    assertEquals(await idsOf(one), [...expected, "two"].toSorted());
    assertEquals(await idsOf(two), [...expected, "two"].toSorted());
  }));

Deno.test("a process that was killed leaves nobody waiting, and nobody else on the database", () =>
  inFolder(async (folder) => {
    const holder = await startHolder(`${folder}/a.db`);
    holder.kill("SIGKILL");
    await holder.status;
    await using store = await openStore({ url: `${folder}/a.db` });
    const org = store.org("acme");
    await idsOf(org);
    const before = reads(store);
    await idsOf(org);
    if (KNOWS_ALONE) assertEquals(reads(store), before);
  }));

const STOPPED = "a process that was stopped while alone is named as the reason, and joined later";
Deno.test(STOPPED, { ignore: !KNOWS_ALONE }, () =>
  inFolder(async (folder) => {
    const holder = await startHolder(`${folder}/a.db`);
    holder.kill("SIGSTOP");
    const error = await assertRejects(
      () => openStore({ url: `${folder}/a.db`, deadlineMs: 60 }),
      StoreError,
    );
    assertEquals(error.kind, "unavailable");
    assert(error.message.includes("does not answer"));
    holder.kill("SIGCONT");
    await using store = await openStore({ url: `${folder}/a.db` });
    await put(store.org("acme"), "a");
    assertEquals(await idsOf(store.org("acme")), ["a"]);
    holder.kill("SIGKILL");
    await holder.status;
  }));

Deno.test("without a place for locks nobody counts as alone, and all works", () =>
  inFolder(async (folder) => {
    // A folder of that name cannot be opened as a file.
    await Deno.mkdir(`${folder}/a.db-gate`);
    await using first = await openStore({ url: `${folder}/a.db` });
    await using second = await openStore({ url: `${folder}/a.db` });
    await put(first.org("acme"), "a");
    assertEquals(await idsOf(second.org("acme")), ["a"]);
    await put(second.org("acme"), "b");
    assertEquals(await idsOf(first.org("acme")), ["a", "b"]);
  }));
