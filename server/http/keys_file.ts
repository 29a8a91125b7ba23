import { type ApiKey, apiKeyAccess, type Authenticate, type Role } from "./access.ts";

/** A key as the keys file holds it: everything but the key itself. */
export interface StoredKey {
  /** Name of the key in commands and logs, 8 hex digits. */
  readonly id: string;
  /** The tenant it belongs to. */
  readonly org: string;
  /** What it may do. */
  readonly role: Role;
  /** Its first 12 characters, to recognise it by. */
  readonly prefix: string;
  /** SHA-256 of the key, 64 hex digits. */
  readonly sha256: string;
  /** What it is for, in the words of who made it. */
  readonly note: string;
  /** When it was made, Unix seconds. */
  readonly created_at: number;
  /** When it ends, Unix seconds; null: never. */
  readonly expires_at: number | null;
}

/** A key that was just made. */
export interface CreatedKey {
  /** The key: shown once, kept nowhere. */
  readonly key: string;
  /** What is kept of it. */
  readonly stored: StoredKey;
}

/** Options of {@link createKey}. */
export interface CreateKeyOptions {
  /** The tenant: 1 to 256 bytes, without colon, comma or blank. */
  readonly org: string;
  /**
   * What the key may do.
   * @default "write"
   */
  readonly role?: Role;
  /**
   * What it is for.
   * @default ""
   */
  readonly note?: string;
  /**
   * When it ends, Unix seconds; null: never.
   * @default null
   */
  readonly expiresAtSec?: number | null;
}

/** Options of {@link rotateKey}. */
export interface RotateKeyOptions {
  /**
   * How long the old key still opens, seconds.
   * @default 0
   */
  readonly graceSec?: number;
}

/** Options of {@link keysFileAccess}. */
export interface KeysFileAccessOptions {
  /**
   * Keys that count beside those of the file.
   * @default []
   */
  readonly more?: readonly ApiKey[];
  /**
   * How often the file is looked at for changes, milliseconds.
   * @default 1_000
   */
  readonly checkEveryMs?: number;
  /**
   * Told when the file cannot be read; the keys known before stay in use.
   * @default nothing
   */
  readonly onProblem?: (message: string) => void;
}

/** A keys file that cannot be used; the message says why and never shows a key. */
export class KeysFileError extends Error {
  /** Name for logs. */
  override readonly name = "KeysFileError";
}

const ROLES: readonly string[] = ["read", "write", "admin"];

/** Random bytes of a key. */
const KEY_BYTES = 32;

/** Characters of a key that are kept. */
const PREFIX_LENGTH = 12;

/** Only its owner may read and write the file. */
const FILE_MODE = 0o600;

/** Bytes as hex digits. */
function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A random key: `rflx-` and 43 characters of base64url. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const text = btoa(String.fromCharCode(...bytes));
  return `rflx-${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The present second. */
function nowSec(): number {
  return Math.floor(Date.now() / 1_000);
}

/** Whether a parsed value is a stored key. */
function isStoredKey(value: unknown): value is StoredKey {
  if (typeof value !== "object" || value === null) return false;
  const key: Partial<Record<keyof StoredKey, unknown>> = value;
  return typeof key.id === "string" && typeof key.org === "string" && key.org !== "" &&
    typeof key.role === "string" && ROLES.includes(key.role) && typeof key.prefix === "string" &&
    typeof key.sha256 === "string" && /^[0-9a-f]{64}$/.test(key.sha256) &&
    typeof key.note === "string" && typeof key.created_at === "number" &&
    (key.expires_at === null || typeof key.expires_at === "number");
}

/** Reads the text of a keys file. */
function parseKeysFile(path: string, text: string): StoredKey[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new KeysFileError(`Cannot read ${path}: it is no JSON; restore it`, { cause });
  }
  const keys = typeof parsed === "object" && parsed !== null && "keys" in parsed
    ? parsed.keys
    : null;
  if (!Array.isArray(keys)) throw new KeysFileError(`Cannot read ${path}: it has no list "keys"`);
  return keys.map((key: unknown, n) => {
    if (isStoredKey(key)) return key;
    throw new KeysFileError(
      `Cannot read ${path}: key ${n + 1} is incomplete; remove or restore it`,
    );
  });
}

/**
 * The keys of a file, expired ones included; none when there is no file.
 *
 * @throws {KeysFileError} If the file cannot be understood.
 */
export async function listKeys(path: string): Promise<StoredKey[]> {
  try {
    return parseKeysFile(path, await Deno.readTextFile(path));
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return [];
    throw cause;
  }
}

/** Writes the file as a whole: a reader sees the old or the new one. */
async function writeKeys(path: string, keys: readonly StoredKey[]): Promise<void> {
  const next = `${path}.${crypto.randomUUID()}.tmp`;
  await Deno.writeTextFile(next, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: FILE_MODE });
  await Deno.rename(next, path);
}

/** Changes the file while no other process does. */
async function changeKeys<T>(
  path: string,
  change: (keys: readonly StoredKey[]) => Promise<{ keys: readonly StoredKey[]; result: T }>,
): Promise<T> {
  const folder = path.replace(/[^/\\]*$/, "");
  if (folder !== "") await Deno.mkdir(folder, { recursive: true });
  using turn = await Deno.open(`${path}.lock`, { create: true, write: true, mode: FILE_MODE });
  await turn.lock(true);
  const { keys, result } = await change(await listKeys(path));
  await writeKeys(path, keys);
  return result;
}

/** A new key for an org. */
async function makeKey(options: CreateKeyOptions): Promise<CreatedKey> {
  const { org, role = "write", note = "", expiresAtSec = null } = options;
  if (org === "" || /[\s:,]/.test(org) || new TextEncoder().encode(org).length > 256) {
    throw new KeysFileError(
      "Cannot create key: org must have 1 to 256 bytes, no blank, colon or comma",
    );
  }
  const key = randomKey();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return {
    key,
    stored: {
      id: toHex(crypto.getRandomValues(new Uint8Array(4))),
      org,
      role,
      prefix: key.slice(0, PREFIX_LENGTH),
      sha256: toHex(new Uint8Array(digest)),
      note,
      created_at: nowSec(),
      expires_at: expiresAtSec,
    },
  };
}

/** The one key that an id or a prefix names. */
function findKey(keys: readonly StoredKey[], name: string): StoredKey {
  const found = keys.filter((key) => key.id === name || key.prefix === name);
  const [key, second] = found;
  if (key === undefined) throw new KeysFileError(`No key is named ${name}: see the list of keys`);
  if (second !== undefined) throw new KeysFileError(`${name} names two keys: give the id`);
  return key;
}

/**
 * Makes a key and adds it to the file, which is made when it is missing.
 *
 * @returns The key itself, once, and what is kept of it.
 * @throws {KeysFileError} If the org cannot be used or the file cannot be understood.
 */
export async function createKey(path: string, options: CreateKeyOptions): Promise<CreatedKey> {
  return await changeKeys(path, async (keys) => {
    const created = await makeKey(options);
    return { keys: [...keys, created.stored], result: created };
  });
}

/**
 * Removes a key; running servers refuse it within a second or two.
 *
 * @param path The file.
 * @param name Id or prefix of the key.
 * @returns What was kept of it.
 * @throws {KeysFileError} If no key, or more than one, has the name.
 */
export async function revokeKey(path: string, name: string): Promise<StoredKey> {
  return await changeKeys(path, (keys) => {
    const gone = findKey(keys, name);
    return Promise.resolve({ keys: keys.filter((key) => key !== gone), result: gone });
  });
}

/**
 * Replaces a key by a new one of the same org, role and note.
 *
 * @param path The file.
 * @param name Id or prefix of the old key.
 * @throws {KeysFileError} If no key, or more than one, has the name.
 */
export async function rotateKey(
  path: string,
  name: string,
  { graceSec = 0 }: RotateKeyOptions = {},
): Promise<CreatedKey> {
  return await changeKeys(path, async (keys) => {
    const old = findKey(keys, name);
    const { org, role, note } = old;
    const created = await makeKey({ org, role, note, expiresAtSec: old.expires_at });
    const ending = {
      ...old,
      expires_at: Math.min(old.expires_at ?? Infinity, nowSec() + graceSec),
    };
    const others = keys.filter((key) => key !== old);
    const kept = graceSec > 0 ? [...others, ending] : others;
    return { keys: [...kept, created.stored], result: created };
  });
}

/** What the file looked like when it was read. */
interface FileState {
  readonly mark: string;
  readonly access: Authenticate;
  /** First moment at which a key ends, Unix seconds. */
  readonly endsAtSec: number;
}

/** Tells whether a file changed: another one took its place, or it was written to. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, mtime, size } = await Deno.stat(path);
    return `${ino} ${mtime?.getTime()} ${size}`;
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return "missing";
    throw cause;
  }
}

/**
 * Lets in who sends a key of the file as `Authorization: Bearer <key>`. The file is read again when
 * it changes, so keys are made and revoked without a restart.
 *
 * @throws {KeysFileError} Now, if the file cannot be understood.
 */
export async function keysFileAccess(
  path: string,
  options: KeysFileAccessOptions = {},
): Promise<Authenticate> {
  const { more = [], checkEveryMs = 1_000, onProblem = () => {} } = options;
  const load = async (): Promise<FileState> => {
    const mark = await markOf(path);
    const valid = (await listKeys(path)).filter((key) => (key.expires_at ?? Infinity) > nowSec());
    const ends = valid.map((key) => key.expires_at ?? Infinity);
    return { mark, access: apiKeyAccess([...more, ...valid]), endsAtSec: Math.min(...ends) };
  };
  let state = await load();
  let checkedMs = performance.now();
  const refresh = async () => {
    if (await markOf(path) !== state.mark || nowSec() >= state.endsAtSec) state = await load();
  };
  return async (request) => {
    if (performance.now() - checkedMs >= checkEveryMs) {
      checkedMs = performance.now();
      await refresh().catch((error: unknown) =>
        onProblem(error instanceof Error ? error.message : String(error))
      );
    }
    return await state.access(request);
  };
}
