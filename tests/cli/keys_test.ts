import { assert, assertEquals } from "@std/assert";
import { createKey, keysFileAccess, serve } from "../../server/mod.ts";
import { Sandbox } from "./command_line.ts";

/** Whether the keys file lets a key in. */
async function opens(path: string, key: string): Promise<boolean> {
  const access = await keysFileAccess(path);
  const headers = { authorization: `Bearer ${key}` };
  return !(await access(new Request("http://localhost/", { headers })) instanceof Response);
}

Deno.test("keys are made, listed, rotated and revoked in the keys file; only once is one shown", async () => {
  await using box = await Sandbox.create();
  const path = `${box.home}/keys.json`;
  const env = { REFLEXIO_KEYS_FILE: path };
  const made = await box.run(["keys", "create", "--org", "acme", "--role", "read"], { env });
  assertEquals(made.code, 0, made.stderr);
  const key = made.stdout.trim();
  assert(await opens(path, key));
  const listed = await box.run(["keys", "list", "--json"], { env });
  const [{ id, org, role }] = JSON.parse(listed.stdout).data;
  assertEquals([org, role], ["acme", "read"]);
  assert(!listed.stdout.includes(key));
  const rotated = await box.run(["keys", "rotate", id], { env });
  const next = rotated.stdout.trim();
  assertEquals([await opens(path, key), await opens(path, next)], [false, true]);
  const revoked = await box.run(["keys", "revoke", next.slice(0, 12), "--yes"], { env });
  assertEquals(revoked.code, 0, revoked.stderr);
  assert(!await opens(path, next));
  assertEquals((await box.run(["keys", "revoke", id, "--yes"], { env })).code, 2);
});

Deno.test("whole records move with an admin key only; another key exports what lists give", async () => {
  await using box = await Sandbox.create();
  const path = `${box.home}/keys.json`;
  const { key: admin } = await createKey(path, { org: "acme", role: "admin" });
  const { key: write } = await createKey(path, { org: "acme", role: "write" });
  const authenticate = await keysFileAccess(path);
  await using server = serve({ port: 0, kv: ":memory:", authenticate });
  await server.ready;
  const status = async (key: string) => {
    const response = await fetch(`${server.url}/api/import_records`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: "{}",
    });
    await response.body?.cancel();
    return response.status;
  };
  assertEquals([await status(admin), await status(write), await status("x")], [200, 403, 401]);
  const env = { REFLEXIO_URL: server.url };
  const whole = await box.run(["export"], { env: { ...env, REFLEXIO_API_KEY: admin } });
  assertEquals([whole.code, whole.stderr.includes("admin")], [0, false]);
  const lists = await box.run(["export"], { env: { ...env, REFLEXIO_API_KEY: write } });
  assertEquals([lists.code, lists.stderr.includes("role admin")], [0, true]);
});
