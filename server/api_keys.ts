import type { ApiKey, Role } from "./http/mod.ts";

/** Roles of keys. */
const ROLES: readonly Role[] = ["read", "write", "admin"];

/** SHA-256 of a text, hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Keys from a text: `org:key` or `org:role:key`, comma-separated; without a role a key may do
 * everything. Only hashes are kept.
 *
 * @throws {SyntaxError} If an entry has another form; the message names its position, not its text.
 *
 * @example One key for reading, one for everything
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseApiKeys } from "@reflexio/client/server";
 *
 * const keys = await parseApiKeys("acme:read:k1,acme:k2");
 * assertEquals(keys.map(({ role }) => role), ["read", "admin"]);
 * ```
 */
export async function parseApiKeys(text: string): Promise<ApiKey[]> {
  const entries = text.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "");
  // All are read before the first is hashed: a refusal leaves no work behind.
  const read = entries.map((entry, n) => {
    const parts = entry.split(":");
    const [org = "", middle = "", ...rest] = parts;
    const role = parts.length > 2 ? ROLES.find((one) => one === middle) : undefined;
    const key = role === undefined ? parts.slice(1).join(":") : rest.join(":");
    if (org === "" || key === "" || /\s/.test(key)) {
      throw new SyntaxError(
        `Cannot read API key ${n + 1}: write it as org:key or org:role:key, without blanks`,
      );
    }
    return { org, key, role: role ?? "admin" } as const;
  });
  return await Promise.all(
    read.map(async ({ org, key, role }) => ({ org, sha256: await sha256(key), role })),
  );
}
