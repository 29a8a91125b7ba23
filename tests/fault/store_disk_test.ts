import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { openStore, StoreError } from "../../server/store/mod.ts";
import { faultyKv } from "../support/faulty_kv.ts";
import { makeProfile } from "../support/rows.ts";

/** Writes rows until the store refuses, then prints how many it was told are durable and why. */
const CHILD = `
import { openStore } from "${new URL("../../server/store/mod.ts", import.meta.url).href}";
import { makeProfile } from "${new URL("../support/rows.ts", import.meta.url).href}";
const store = await openStore({ url: Deno.args[0], deadlineMs: 500 });
const org = store.org("acme");
let written = 0;
try {
  for (;; written++) {
    const row = makeProfile({ profile_id: "p" + written, content: "x".repeat(20000) });
    await org.write((tx) => tx.put("profile", row, { isNew: true }));
  }
} catch (cause) {
  console.log(JSON.stringify({ written, kind: cause.kind, lastError: store.health().lastWriteError }));
}
await store.close();
`;

Deno.test({
  name: "a disk that takes no more refuses the write and keeps what was acknowledged",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const url = `${folder}/a.db`;
    await Deno.writeTextFile(`${folder}/child.ts`, CHILD);
    // A limit on the size of files fails as a full disk does: the write itself is refused.
    const limited = `trap '' XFSZ; ulimit -f 4000; exec "$0" run -A --no-check --unstable-kv "$@"`;
    const { stdout } = await new Deno.Command("sh", {
      args: ["-c", limited, Deno.execPath(), `${folder}/child.ts`, url],
      stderr: "inherit",
    }).output();
    const said = JSON.parse(new TextDecoder().decode(stdout));
    assertEquals(said.kind, "full");
    assertStringIncludes(said.lastError, "disk");
    assert(said.written > 0);
    {
      await using store = await openStore({ url });
      const org = store.org("acme");
      const view = await org.view("profile");
      assert(view.size >= said.written);
      assertEquals((await view.rows(view.ids())).length, view.size);
      assertEquals((await store.checkOrg("acme")).problems, []);
      await org.write((tx) => tx.put("profile", makeProfile({ profile_id: "after" })));
    }
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test("a full disk is told to every writer of a group, and writing goes on when there is space", async () => {
  let isFull = true;
  const kv = faultyKv(await Deno.openKv(":memory:"), {
    before: () => {
      if (isFull) throw new TypeError("database or disk is full");
    },
  });
  await assertRejects(() => openStore({ url: ":memory:", kv }), StoreError, "disk is full");
  isFull = false;
  const again = faultyKv(await Deno.openKv(":memory:"), {
    before: () => {
      if (isFull) throw new TypeError("database or disk is full");
    },
  });
  await using store = await openStore({ url: ":memory:", kv: again });
  const org = store.org("acme");
  const put = (n: number) =>
    org.write((tx) => tx.put("profile", makeProfile({ profile_id: `p${n}` }), { isNew: true }));
  isFull = true;
  const results = await Promise.allSettled([1, 2, 3].map(put));
  const errors = results.flatMap((result) =>
    result.status === "rejected" && result.reason instanceof StoreError ? [result.reason] : []
  );
  assertEquals(errors.map(({ kind, isRetryable }) => [kind, isRetryable]), [
    ["full", true],
    ["full", true],
    ["full", true],
  ]);
  assertEquals((await org.view("profile")).size, 0);
  isFull = false;
  await Promise.all([1, 2, 3].map(put));
  assertEquals((await org.view("profile")).size, 3);
  assertEquals(store.health().lastWriteError, null);
});

Deno.test("a locked database is tried again, and refused as busy after the deadline", async () => {
  let locked = 2;
  const kv = faultyKv(await Deno.openKv(":memory:"), {
    before: () => {
      if (locked-- > 0) throw new TypeError("database is locked");
    },
  });
  await using store = await openStore({ url: ":memory:", kv, deadlineMs: 200 });
  const org = store.org("acme");
  locked = 5;
  await org.write((tx) => tx.put("profile", makeProfile()));
  assert(store.health().lockRetries >= 7);
  locked = Infinity;
  const error = await assertRejects(
    () => org.write((tx) => tx.put("profile", makeProfile({ profile_id: "no" }))),
    StoreError,
  );
  assertEquals(error.kind, "busy");
  locked = 0;
  assertEquals((await org.view("profile")).ids(), ["profile"]);
});
