import { assert, assertEquals, assertRejects } from "@std/assert";
import { makeInteraction, makeProfile, makeRequest } from "../../tests/support/rows.ts";
import {
  createCipher,
  migrate,
  openStore,
  parseEncryptionKeys,
  plainKind,
  type Store,
  StoreError,
} from "./mod.ts";

const SHARED = plainKind<readonly [number, string], string>("shared", { scope: "store" });
const KEY = "one:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

/** Orgs whose names and ids are sorted differently by UTF-16 units and by bytes. */
const ORGS = ["acme", "zoë", "\u{1f600} org", "\uff21 org"];

/** Fills a store with several orgs. */
async function fill(store: Store): Promise<void> {
  for (const name of ORGS) {
    const org = store.org(name);
    const ids = await org.nextIds("interaction", 3);
    await org.write((tx) => {
      tx.put("request", makeRequest());
      for (const id of ids) {
        const vector = Uint8Array.of(1, 2, id);
        tx.put("interaction", makeInteraction({ interaction_id: id }), { vector });
      }
      tx.put("profile", makeProfile({ profile_id: "long", content: "ø".repeat(90_000) }));
      tx.set(SHARED, [1, name], name);
      for (const id of ["a", "\u{1f600}", "\uff21", "é", "z"]) {
        tx.put("profile", makeProfile({ profile_id: id }));
      }
    });
  }
}

/** Runs `work` with two paths in a folder of its own. */
async function withPaths(work: (from: string, to: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(`${folder}/from.db`, `${folder}/to.db`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("migrate() copies every org with rows, parts, vectors, ids and shared rows", () =>
  withPaths(async (from, to) => {
    {
      await using store = await openStore({ url: from });
      await fill(store);
    }
    const report = await migrate({ from, to });
    assertEquals(report.orgs, 4);
    assertEquals(report.sourceSha256, report.targetSha256);
    assertEquals(report.changed, report.keys);
    await using store = await openStore({ url: to });
    assertEquals((await store.orgs()).toSorted(), ORGS.toSorted());
    for (const name of ORGS) {
      const org = store.org(name);
      assertEquals((await org.view("profile")).size, 6);
      assertEquals((await org.get("profile", "long"))?.content.length, 90_000);
      assertEquals((await org.get("interaction", 2))?.interaction_id, 2);
      assertEquals(await org.nextId("interaction"), 4);
      await org.write((tx) => tx.put("profile", makeProfile({ profile_id: "later" })));
      assertEquals((await org.view("profile")).size, 7);
      assertEquals((await store.checkOrg(name)).problems, []);
    }
    const shared = await Array.fromAsync(store.list(SHARED), (row) => row.value);
    assertEquals(shared.toSorted(), ORGS.toSorted());
  }));

Deno.test("migrate() goes on after being ended, and until then nobody opens the target", () =>
  withPaths(async (from, to) => {
    {
      await using store = await openStore({ url: from });
      await fill(store);
      await store.org("acme").write((tx) => {
        for (let n = 0; n < 3_000; n++) {
          tx.put("profile", makeProfile({ profile_id: `p${n}` }), { isNew: true });
        }
      });
    }
    const ending = new AbortController();
    const onProgress = ({ keys }: { keys: number }) => {
      if (keys >= 2_000) ending.abort(new Error("ended"));
    };
    await assertRejects(
      () => migrate({ from, to, signal: ending.signal, onProgress }),
      Error,
      "ended",
    );
    await assertRejects(
      () => openStore({ url: to }),
      StoreError,
      "migration to it is not finished",
    );
    const other = await Deno.makeTempFile();
    await Deno.remove(other);
    await assertRejects(() => migrate({ from: other, to }), StoreError, "being filled from");
    await Deno.remove(other);
    const report = await migrate({ from, to });
    assert(report.changed < report.keys, "an ended run is not repeated");
    assertEquals(report.sourceSha256, report.targetSha256);
    await using store = await openStore({ url: to });
    assertEquals((await store.org("acme").view("profile")).size, 3_006);
  }));

Deno.test("migrate() takes along what was written and removed while it ran", () =>
  withPaths(async (from, to) => {
    await using store = await openStore({ url: from });
    await fill(store);
    const org = store.org("acme");
    let isWritten = false;
    const report = await migrate({
      from,
      to,
      onProgress: async ({ phase }) => {
        if (phase !== "copy" || isWritten) return;
        isWritten = true;
        await org.write((tx) => {
          tx.delete("profile", "a");
          tx.put("profile", makeProfile({ profile_id: "new" }));
        });
      },
    });
    assertEquals(report.sourceSha256, report.targetSha256);
    await using after = await openStore({ url: to });
    const ids = (await after.org("acme").view("profile")).ids();
    assert(ids.includes("new") && !ids.includes("a"));
  }));

Deno.test("migrate() refuses a target with data, and copies sealed values as they are", () =>
  withPaths(async (from, to) => {
    const cipher = createCipher(parseEncryptionKeys(KEY));
    if (cipher === null) throw new Error("No key");
    {
      await using store = await openStore({ url: from, cipher });
      await fill(store);
    }
    await assertRejects(() => migrate({ from, to: from }), StoreError, "to itself");
    await assertRejects(() => migrate({ from, to }), StoreError, "set REFLEXIO_ENCRYPTION_KEYS");
    await migrate({ from, to, cipher });
    await assertRejects(() => openStore({ url: to }), StoreError, "sealed");
    {
      await using store = await openStore({ url: to, cipher });
      assertEquals((await store.org("zoë").get("profile", "é"))?.profile_id, "é");
    }
    await assertRejects(() => migrate({ from, to, cipher }), StoreError, "is not empty");
  }));
