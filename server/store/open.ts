import { Driver, type Mutation, pause } from "./_driver.ts";
import { isLocked, StoreError, toStoreError } from "./errors.ts";
import { MIGRATION_KEY, OPENED_KEY, SCHEMA_KEY, SEALED_KEY } from "./keys.ts";
import { KeptEntries } from "./_kept_entries.ts";
import { DEFAULT_DEADLINE_MS, SCHEMA_VERSION } from "./limits.ts";
import { Membership } from "./_membership.ts";
import { Counters } from "./_metrics.ts";
import { KvStore } from "./_store.ts";
import type { OpenStoreOptions, Store, ValueCipher } from "./types.ts";

/** Whether a URL names a KV Connect server. */
function isRemote(url: string): boolean {
  return /^https?:\/\//.test(url);
}

/** The URL as it may be shown: without user and password. */
export function toLabel(url: string): string {
  if (!isRemote(url)) return url;
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return shown.href;
}

/** Makes the folder of a database file. */
async function makeFolder(path: string): Promise<void> {
  const folder = path.replace(/[^/\\]*$/, "");
  if (folder === "") return;
  try {
    await Deno.mkdir(folder, { recursive: true });
  } catch (cause) {
    if (cause instanceof Deno.errors.AlreadyExists) return;
    throw new StoreError("unavailable", `Cannot create the folder of ${path}: check its parent`, {
      cause,
    });
  }
}

/** Opens the database, again while it is locked. */
export async function openDatabase(
  url: string,
  label: string,
  options: OpenStoreOptions,
): Promise<Deno.Kv> {
  if (typeof Deno.openKv !== "function") {
    throw new StoreError(
      "unsupported",
      "Cannot open the store: Deno.openKv is missing; start Deno with --unstable-kv",
    );
  }
  const isFile = url !== ":memory:" && !isRemote(url);
  if (isFile) await makeFolder(url);
  const { random = Math.random, deadlineMs = DEFAULT_DEADLINE_MS } = options;
  const untilMs = performance.now() + deadlineMs;
  for (;;) {
    try {
      return await Deno.openKv(url);
    } catch (cause) {
      if (!isLocked(cause) || performance.now() >= untilMs) {
        throw toStoreError(`open ${label}`, cause);
      }
      await pause(2 + random() * 20);
    }
  }
}

/** What is sealed under {@link SEALED_KEY}, so that a wrong key is found out before any row is read. */
const SEALED_WORD = new TextEncoder().encode("sealed");

/** Finds out whether the keys at hand are those of the database; gives the proof to store. */
async function proveCipher(
  driver: Driver,
  label: string,
  cipher: ValueCipher | null,
): Promise<Mutation[]> {
  const { value } = await driver.get(SEALED_KEY);
  if (cipher === null) {
    if (value === null) return [];
    throw new StoreError(
      "schema",
      `Cannot open ${label}: its values are sealed; set REFLEXIO_ENCRYPTION_KEYS`,
    );
  }
  if (value !== null) {
    try {
      cipher.open(value instanceof Uint8Array ? value.slice() : new Uint8Array());
    } catch (cause) {
      throw new StoreError(
        "schema",
        `Cannot open ${label}: its values are sealed with another key; ` +
          "add that key behind the others in REFLEXIO_ENCRYPTION_KEYS",
        { cause },
      );
    }
  }
  return [{ key: SEALED_KEY, value: cipher.seal(SEALED_WORD) }];
}

/** Reads the layout version, sets it in a new database, and finds out whether writing works. */
async function prepare(
  driver: Driver,
  label: string,
  nowMs: number,
  cipher: ValueCipher | null,
): Promise<void> {
  const schema = await driver.get(SCHEMA_KEY);
  const version = schema.value;
  if (version !== null && version !== SCHEMA_VERSION) {
    throw new StoreError(
      "schema",
      `Cannot open ${label}: its layout has version ${String(version)}, this program knows ` +
        `${SCHEMA_VERSION}; use a newer program`,
    );
  }
  if ((await driver.get(MIGRATION_KEY)).versionstamp !== null) {
    throw new StoreError(
      "schema",
      `Cannot open ${label}: a migration to it is not finished; run reflexio migrate again`,
    );
  }
  const mutations: Mutation[] = [{ key: OPENED_KEY, value: nowMs }];
  if (version === null) mutations.push({ key: SCHEMA_KEY, value: SCHEMA_VERSION });
  mutations.push(...await proveCipher(driver, label, cipher));
  await driver.commit(mutations);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}

/** Counts this process among those that use the database. */
async function joinMembers(options: OpenStoreOptions, label: string): Promise<Membership> {
  const { kv, url, deadlineMs = DEFAULT_DEADLINE_MS } = options;
  if (isRemote(url)) return Membership.fixed(false);
  if (url === ":memory:") return Membership.fixed(kv === undefined);
  // A handle that was given may be one of several on its database, which may be no file at all.
  const mayBeAlone = kv === undefined;
  if (mayBeAlone) await makeFolder(url);
  else if (!await isFile(url)) return Membership.fixed(false);
  const membership = await Membership.join(url, { deadlineMs, mayBeAlone });
  if (membership !== null) return membership;
  throw new StoreError(
    "unavailable",
    `Cannot open ${label}: another process uses it and does not answer; end that process`,
  );
}

/**
 * Opens the durable store: a file, memory, or a KV Connect server.
 *
 * @throws {StoreError} `unsupported` without `--unstable-kv`; `busy` when another program keeps the
 * file locked past the deadline; `read_only`, `corrupt`, `full` or `unavailable` for files that
 * cannot be used; `schema` when a newer program wrote it, or its values are sealed with a key that
 * is not at hand.
 *
 * @example A store in memory
 * ```ts ignore
 * await using store = await openStore({ url: ":memory:" });
 * const org = store.org("default");
 * await org.write((tx) => tx.put("request", row));
 * const requests = await org.view("request");
 * ```
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const label = toLabel(options.url);
  const membership = await joinMembers(options, label);
  const kv = options.kv ?? await openDatabase(options.url, label, options).catch((cause) => {
    membership.close();
    throw cause;
  });
  const driver = new Driver({
    kv,
    random: options.random ?? Math.random,
    deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
    counters: new Counters(),
    kept: new KeptEntries(() => membership.isAlone),
  });
  try {
    await prepare(driver, label, (options.now ?? Date.now)(), options.cipher ?? null);
  } catch (cause) {
    driver.close();
    membership.close();
    if (cause instanceof StoreError && cause.kind === "schema") throw cause;
    const error = cause instanceof StoreError && cause.cause !== undefined ? cause.cause : cause;
    throw toStoreError(`open ${label}`, error);
  }
  return new KvStore(options, driver, label, membership);
}
