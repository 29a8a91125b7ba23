import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { createReflexio, type Reflexio, type ReflexioOptions } from "../../server/mod.ts";
import { parseStorageLimits } from "../../server/services/storage_limit.ts";

/** Status and body of a call. */
async function call(reflexio: Reflexio, path: string, body?: unknown, key = "key-of-acme") {
  const method = body === undefined
    ? "GET"
    : path.startsWith("/api/delete_all_")
    ? "DELETE"
    : "POST";
  const response = await reflexio.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    }),
  );
  return { status: response.status, body: await response.json() };
}

async function keyOf(org: string) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`key-of-${org}`));
  return { org, sha256: new Uint8Array(digest).toHex(), role: "admin" as const };
}

/** A server with a limit of one megabyte for acme and none for beta. */
async function open(options: ReflexioOptions = {}): Promise<Reflexio> {
  const apiKeys = await Promise.all(["acme", "beta", "gamma"].map(keyOf));
  const env = (name: string) => name === "REFLEXIO_ORG_STORAGE_MB" ? "0.5, acme:1, beta:off" : "";
  return await createReflexio({ env, apiKeys, runsJobs: false, ...options });
}

const publish = (reflexio: Reflexio, user_id: string, kilobytes = 100, key?: string) =>
  call(reflexio, "/api/publish_interaction", {
    user_id,
    interaction_data_list: [{ role: "User", content: "x".repeat(kilobytes * 1_024) }],
  }, key);

async function used(reflexio: Reflexio): Promise<number> {
  return (await call(reflexio, "/api/status")).body.storage.used_bytes;
}

Deno.test("an org over its storage is told so with 507; it reads, and what it deletes makes room", async () => {
  const folder = await Deno.makeTempDir();
  const kv = `${folder}/kv.db`;
  {
    await using reflexio = await open({ kv });
    let stored = 0;
    let answer = await publish(reflexio, "u0");
    for (; answer.status === 200; stored++) answer = await publish(reflexio, `u${stored + 1}`);
    assertEquals([stored, answer.status], [10, 507]);
    assertStringIncludes(answer.body.detail, "1.0 of 1.0 MB are used; delete something");
    for (
      const [path, body] of [
        ["/api/add_user_profile", {
          user_profiles: [{
            user_id: "u1",
            profile_id: "p",
            content: "x".repeat(60_000),
            last_modified_timestamp: 1,
            generated_from_request_id: "r",
          }],
        }],
        ["/api/import_records", {
          agent_playbooks: [{ agent_version: "v", content: "x".repeat(60_000) }],
        }],
      ] as const
    ) {
      const refused = await call(reflexio, path, body);
      assertEquals(refused.status, 507, refused.body.detail);
    }
    const read = await call(reflexio, "/api/get_interactions", { user_id: "u3" });
    assertEquals(read.body.interactions.length, 1);
    const other = await publish(reflexio, "u", 4_000, "key-of-beta");
    assertEquals(other.status, 200, "an org without a limit goes on");
    assertEquals((await publish(reflexio, "u", 600, "key-of-gamma")).status, 507);
  }
  await using reflexio = await open({ kv });
  assertEquals((await publish(reflexio, "more")).status, 507, "a restart forgets nothing");
  const before = await used(reflexio);
  const report = (await call(reflexio, "/api/kv_check", {})).body;
  assert(before > report.bytes * 0.8 && before < report.bytes * 1.1, `${before} ${report.bytes}`);
  await call(reflexio, "/api/forget_user", { user_id: "u3" });
  assert(await used(reflexio) < before - 100_000);
  assertEquals((await publish(reflexio, "again")).status, 200);
  assertEquals((await publish(reflexio, "again")).status, 507);
  await call(reflexio, "/api/delete_all_interactions", {});
  assertEquals((await publish(reflexio, "afresh", 900)).status, 200);
  await call(reflexio, "/api/delete_org", { org_id: "acme" });
  assertEquals((await publish(reflexio, "anew", 900)).status, 200);
  await reflexio.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("what another process writes counts, and callers at once share what is left", async () => {
  const folder = await Deno.makeTempDir();
  const kv = `${folder}/kv.db`;
  await using first = await open({ kv });
  await using second = await open({ kv });
  assertEquals((await publish(first, "a", 400)).status, 200);
  assertEquals((await publish(second, "b", 400)).status, 200);
  assertEquals((await publish(first, "c", 400)).status, 507);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => publish(second, `d${n}`, 50)),
  );
  const stored = answers.filter(({ status }) => status === 200).length;
  assert(stored <= 4, `${stored} of 8 fitted`);
  assert(await used(first) <= 1_048_576);
  await first.close();
  await second.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("parseStorageLimits() reads megabytes for all and for one org, and names what it cannot", () => {
  assertEquals(parseStorageLimits(""), { otherwise: null, byOrg: new Map() });
  assertEquals(parseStorageLimits("512, a:b:1.5, c:off"), {
    otherwise: 536_870_912,
    byOrg: new Map([["a:b", 1_572_864], ["c", null]]),
  });
  for (const text of ["0", "-1", "much", "acme:", "acme:x"]) {
    assertThrows(() => parseStorageLimits(text), RangeError, text);
  }
});
