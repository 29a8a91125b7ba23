import { assertEquals, assertRejects } from "@std/assert";
import { parseApiKeys } from "./api_keys.ts";

Deno.test("parseApiKeys() reads orgs, roles and keys and keeps only hashes", async () => {
  const keys = await parseApiKeys("acme:read:k1, acme:k2,other:k:with:colons");
  assertEquals(keys.map(({ org, role }) => [org, role]), [
    ["acme", "read"],
    ["acme", "admin"],
    ["other", "admin"],
  ]);
  assertEquals(keys.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)), true);
  assertEquals(await parseApiKeys(""), []);
});

Deno.test("parseApiKeys() names the place of an entry it cannot read, not its text", async () => {
  for (const text of ["acme", "acme:", ":key", "ok:key,acme:a b"]) {
    const error = await assertRejects(() => parseApiKeys(text), SyntaxError);
    assertEquals(error.message.includes("acme"), false);
  }
});
