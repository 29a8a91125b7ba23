import { DEFAULT_ORG_ID } from "../../client/contract/mod.ts";
import type { ServiceName } from "../services/handlers.ts";

/** What a key may do: `read` looks, `write` also changes, `admin` also reads and sets secrets. */
export type Role = "read" | "write" | "admin";

/** Who is calling. */
export interface Caller {
  /** The tenant. */
  readonly org: string;
  /** Name of the key for rate limits, null without keys. */
  readonly keyId: string | null;
  /** What the caller may do. */
  readonly role: Role;
  /** Whether secrets are given back in clear. */
  readonly canReadSecrets: boolean;
}

/** Finds out who is calling, or answers in place of the endpoint. */
export type Authenticate = (request: Request) => Caller | Response | Promise<Caller | Response>;

/** Options of {@link openAccess}. */
export interface OpenAccessOptions {
  /**
   * The tenant of every call.
   * @default "self-host-org"
   */
  readonly org?: string;
  /**
   * Whether secrets are given back in clear.
   * @default false
   */
  readonly canReadSecrets?: boolean;
}

/** Lets everybody in; an `Authorization` header of any content is ignored. */
export function openAccess(options: OpenAccessOptions = {}): Authenticate {
  const { org = DEFAULT_ORG_ID, canReadSecrets = false } = options;
  const caller: Caller = { org, keyId: null, role: "admin", canReadSecrets };
  return () => caller;
}

/** A key that opens the API. The key itself is not kept, only its hash. */
export interface ApiKey {
  /** The tenant it belongs to. */
  readonly org: string;
  /** SHA-256 of the key, 64 hexadecimal digits. */
  readonly sha256: string;
  /** What it may do. */
  readonly role: Role;
}

/** A key ready for comparison. */
interface PreparedKey {
  readonly digest: Uint8Array;
  readonly caller: Caller;
}

/** Bytes of a hexadecimal text. */
function bytesOfHex(hex: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(hex)) {
    throw new TypeError("Cannot use API key: sha256 must be 64 hexadecimal digits");
  }
  return Uint8Array.from({ length: 32 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** The caller of the key with this digest; every key is compared to the end. */
function callerOf(keys: readonly PreparedKey[], digest: Uint8Array): Caller | null {
  let found: Caller | null = null;
  for (const key of keys) {
    let difference = 0;
    for (let i = 0; i < 32; i++) difference |= (key.digest[i] ?? 0) ^ (digest[i] ?? 0);
    if (difference === 0) found ??= key.caller;
  }
  return found;
}

/** Refusal of a call without a usable key. */
function unauthorized(detail: string): Response {
  return Response.json({ detail }, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
}

/**
 * Lets in who sends a known key as `Authorization: Bearer <key>`.
 *
 * @param keys Keys in use.
 * @throws {TypeError} If a hash is not 64 hexadecimal digits.
 */
export function apiKeyAccess(keys: readonly ApiKey[]): Authenticate {
  const prepared = keys.map(({ org, sha256, role }): PreparedKey => {
    const keyId = sha256.slice(0, 12).toLowerCase();
    const caller: Caller = { org, keyId, role, canReadSecrets: role === "admin" };
    return { digest: bytesOfHex(sha256), caller };
  });
  return async (request) => {
    const header = request.headers.get("Authorization");
    if (header === null) {
      return unauthorized("API key is missing: send it as Authorization: Bearer <key>");
    }
    const key = /^bearer ([^\s]+)$/i.exec(header)?.[1];
    if (key === undefined) {
      return unauthorized("Authorization cannot be read: send it as Authorization: Bearer <key>");
    }
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
    return callerOf(prepared, new Uint8Array(digest)) ??
      unauthorized("API key is unknown: check it, or ask for a new one");
  };
}

/** Endpoints that need the role `admin`. */
const ADMIN: ReadonlySet<ServiceName> = new Set(["my_config", "set_config"]);

/** Endpoints beside the lists and searches that only look. */
const LOOKING: ReadonlySet<ServiceName> = new Set<ServiceName>([
  "whoami",
  "profile_change_log",
  "playbook_aggregation_change_logs",
  "search",
]);

/** The least role that may call an endpoint. */
export function roleNeeded(name: ServiceName): Role {
  if (ADMIN.has(name)) return "admin";
  return LOOKING.has(name) || /^(get|search)_/.test(name) ? "read" : "write";
}

const RANK: Readonly<Record<Role, number>> = { read: 0, write: 1, admin: 2 };

/** Whether a role is enough where another is needed. */
export function hasRole(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}

/** Whether a role is enough for an endpoint. */
export function mayCall(role: Role, name: ServiceName): boolean {
  return hasRole(role, roleNeeded(name));
}
