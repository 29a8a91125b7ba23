import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Caller } from "./access.ts";
import {
  createKey,
  keysFileAccess,
  KeysFileError,
  listKeys,
  revokeKey,
  rotateKey,
} from "./keys_file.ts";

/** Runs `work` with the path of a keys file that does not exist yet. */
async function withFile(work: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(`${folder}/deep/keys.json`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Who a key belongs to, or the status of the refusal. */
async function callerOf(
  access: Awaited<ReturnType<typeof keysFileAccess>>,
  key: string,
): Promise<Caller | number> {
  const headers = { Authorization: `Bearer ${key}` };
  const caller = await access(new Request("http://localhost/", { headers }));
  return caller instanceof Response ? caller.status : caller;
}

Deno.test("createKey() gives the key once and keeps only its hash and its first characters", () =>
  withFile(async (path) => {
    assertEquals(await listKeys(path), []);
    const { key, stored } = await createKey(path, { org: "acme", note: "the shop" });
    assert(/^rflx-[\w-]{43}$/.test(key));
    assertEquals([stored.org, stored.role, stored.prefix], ["acme", "write", key.slice(0, 12)]);
    assertEquals(await listKeys(path), [stored]);
    assert(!(await Deno.readTextFile(path)).includes(key));
    if (Deno.build.os !== "windows") {
      assertEquals(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
    }
    const { role, org } = await callerOf(await keysFileAccess(path), key) as Caller;
    assertEquals([role, org], ["write", "acme"]);
  }));

Deno.test("createKey() of many processes at once loses none", () =>
  withFile(async (path) => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => createKey(path, { org: `org${n}`, role: "read" })),
    );
    const keys = await listKeys(path);
    assertEquals(new Set(keys.map((key) => key.org)).size, 20);
    assertEquals(new Set(keys.map((key) => key.id)).size, 20);
  }));

Deno.test("createKey() refuses orgs that a text of keys could not name", () =>
  withFile(async (path) => {
    for (const org of ["", "a b", "a:b", "a,b", "x".repeat(257)]) {
      await assertRejects(() => createKey(path, { org }), KeysFileError, "org must have");
    }
  }));

Deno.test("revokeKey() is noticed by a running server, by id and by prefix", () =>
  withFile(async (path) => {
    const first = await createKey(path, { org: "acme" });
    const second = await createKey(path, { org: "acme" });
    const access = await keysFileAccess(path, { checkEveryMs: 0 });
    assertEquals((await callerOf(access, first.key) as Caller).org, "acme");
    await revokeKey(path, first.stored.id);
    assertEquals(await callerOf(access, first.key), 401);
    await revokeKey(path, second.stored.prefix);
    assertEquals(await callerOf(access, second.key), 401);
    const third = await createKey(path, { org: "late" });
    assertEquals((await callerOf(access, third.key) as Caller).org, "late");
    await assertRejects(() => revokeKey(path, "nobody"), KeysFileError, "No key is named nobody");
  }));

Deno.test("rotateKey() gives a new key of the same rights and ends the old one", () =>
  withFile(async (path) => {
    const old = await createKey(path, { org: "acme", role: "admin", note: "n" });
    const next = await rotateKey(path, old.stored.id);
    assertEquals([next.stored.org, next.stored.role, next.stored.note], ["acme", "admin", "n"]);
    const access = await keysFileAccess(path, { checkEveryMs: 0 });
    assertEquals(await callerOf(access, old.key), 401);
    assertEquals((await callerOf(access, next.key) as Caller).canReadSecrets, true);
    const last = await rotateKey(path, next.stored.id, { graceSec: 3_600 });
    assertEquals((await callerOf(access, next.key) as Caller).org, "acme");
    assertEquals((await callerOf(access, last.key) as Caller).org, "acme");
  }));

Deno.test("keysFileAccess() refuses expired keys and keeps to what it knew when the file breaks", () =>
  withFile(async (path) => {
    const expired = await createKey(path, { org: "acme", expiresAtSec: 1 });
    const living = await createKey(path, { org: "acme" });
    const problems: string[] = [];
    const onProblem = (message: string) => void problems.push(message);
    const access = await keysFileAccess(path, { checkEveryMs: 0, onProblem });
    assertEquals(await callerOf(access, expired.key), 401);
    for (const text of ["{", "{}", `{"keys":[{"id":"x"}]}`]) {
      await Deno.writeTextFile(path, text);
      assertEquals((await callerOf(access, living.key) as Caller).org, "acme");
      await assertRejects(() => keysFileAccess(path), KeysFileError);
    }
    assertEquals(problems.length, 3);
    await Deno.remove(path);
    assertEquals(await callerOf(access, living.key), 401);
  }));
