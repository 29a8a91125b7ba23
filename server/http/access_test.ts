import { assertEquals, assertThrows } from "@std/assert";
import { ENDPOINTS } from "../../client/contract/mod.ts";
import type { ServiceName } from "../services/handlers.ts";
import { apiKeyAccess, mayCall, openAccess, roleNeeded } from "./access.ts";

/** SHA-256 of a text as hexadecimal digits. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** Asks with an `Authorization` header. */
function ask(authorization: string): Request {
  return new Request("http://x/api/whoami", { headers: { Authorization: authorization } });
}

Deno.test("apiKeyAccess() finds the caller of each key and keeps no key", async () => {
  const keys = await Promise.all(["one", "two", "three"].map(async (key) => ({
    org: `org-${key}`,
    sha256: await sha256(key),
    role: key === "one" ? "admin" as const : "read" as const,
  })));
  const authenticate = apiKeyAccess(keys);
  const first = await authenticate(ask("Bearer one"));
  assertEquals(first instanceof Response ? null : [first.org, first.canReadSecrets], [
    "org-one",
    true,
  ]);
  const third = await authenticate(ask("bearer three"));
  assertEquals(third instanceof Response ? null : [third.org, third.canReadSecrets], [
    "org-three",
    false,
  ]);
  const unknown = await authenticate(ask("Bearer four"));
  assertEquals(unknown instanceof Response && unknown.status, 401);
  assertEquals(unknown instanceof Response && (await unknown.text()).includes("four"), false);
});

Deno.test("apiKeyAccess() throws on a hash that is none", () => {
  assertThrows(
    () => apiKeyAccess([{ org: "o", sha256: "abc", role: "read" }]),
    TypeError,
    "64 hexadecimal digits",
  );
});

Deno.test("openAccess() gives everybody the org and the right it was told", () => {
  const caller = openAccess({ org: "o", canReadSecrets: true })(new Request("http://x/"));
  assertEquals(caller, { org: "o", keyId: null, role: "admin", canReadSecrets: true });
});

Deno.test("H-007 roles: read looks, write changes, admin also sees and sets secrets", () => {
  const names = Object.values(ENDPOINTS).filter(({ path }) => path.startsWith("/api/"))
    .map(({ name }) => name as ServiceName);
  const readers = names.filter((name) => mayCall("read", name));
  assertEquals(
    readers.every((name) => !/^(add|delete|update|upgrade|set|publish|run)/.test(name)),
    true,
  );
  assertEquals(readers.includes("search") && readers.includes("get_config"), true);
  assertEquals(names.filter((name) => !mayCall("write", name)), ["my_config", "set_config"]);
  assertEquals(names.every((name) => mayCall("admin", name)), true);
  assertEquals(roleNeeded("delete_all_profiles"), "write");
});
