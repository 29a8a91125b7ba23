import { assert, assertEquals } from "@std/assert";
import { keysFileAccess } from "../../server/mod.ts";
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
