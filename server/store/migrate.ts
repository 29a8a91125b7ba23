import { createHash, type Hash } from "node:crypto";
import { Driver, type Mutation, mutationBytes } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import { keyBytes, keyText, MIGRATION_KEY, SEALED_KEY, STORE_TABLE, TABLE } from "./keys.ts";
import { MAX_COMMIT_BYTES, MAX_COMMIT_KEY_BYTES, MAX_MUTATIONS } from "./limits.ts";
import { Counters } from "./_metrics.ts";
import { openDatabase, openStore, toLabel } from "./open.ts";
import type { ValueCipher } from "./types.ts";

/** How far a migration is. */
export interface MigrationProgress {
  /** What is being done. */
  readonly phase: "copy" | "verify";
  /** Pass over the data, from 1; more than one when the source changed meanwhile. */
  readonly round: number;
  /** Keys of the source seen in this pass. */
  readonly keys: number;
  /** Keys written or removed in the target in this pass. */
  readonly changed: number;
}

/** Options of {@link migrate}. */
export interface MigrateOptions {
  /** Where the data are: path or URL. */
  readonly from: string;
  /** Where they go: path or URL of a database that is empty or was begun by an earlier run. */
  readonly to: string;
  /**
   * Opens sealed values of the source (they are copied as they are).
   * @default none
   */
  readonly cipher?: ValueCipher | null;
  /**
   * Told about every 1,000 keys and at the end of each pass, and waited for.
   * @default nothing
   */
  readonly onProgress?: (progress: MigrationProgress) => void | Promise<void>;
  /** Ends it between two commits; a later run goes on where this one was. */
  readonly signal?: AbortSignal;
}

/** What a migration did and how it was verified. */
export interface MigrationReport {
  /** Orgs in the target. */
  readonly orgs: number;
  /** Keys in source and target, compared one by one. */
  readonly keys: number;
  /** Bytes of their values. */
  readonly bytes: number;
  /** Keys by table. */
  readonly tables: Readonly<Record<string, number>>;
  /** SHA-256 over all keys and values of the source, 64 hex digits. */
  readonly sourceSha256: string;
  /** The same over the target. */
  readonly targetSha256: string;
  /** Keys that this run wrote or removed; the others were there from an earlier run. */
  readonly changed: number;
}

/**
 * What is copied. The change log and saved states are left behind: they speak of commits of the old
 * database, and both are made anew. Markers of orgs come last.
 */
const TABLES: readonly string[] = [
  TABLE.entity,
  TABLE.vector,
  TABLE.chunk,
  TABLE.plain,
  TABLE.counter,
  TABLE.quarantine,
  STORE_TABLE,
  TABLE.org,
];

/** Passes before a source that keeps changing is given up. */
const MAX_ROUNDS = 4;

/** Keys between two words of progress. */
const PROGRESS_KEYS = 1_000;

/** Sorts behind every text. */
const END = "\uffff\uffff";

/** Sums of one side. */
class Side {
  keys = 0;
  bytes = 0;
  readonly tables: Record<string, number> = {};
  readonly #hash: Hash = createHash("sha256");

  add({ key, value }: Deno.KvEntry<unknown>): void {
    this.keys++;
    const table = String(key[0]);
    this.tables[table] = (this.tables[table] ?? 0) + 1;
    const bytes = value instanceof Uint8Array ? value : null;
    this.bytes += bytes?.length ?? 8;
    this.#hash.update(`${keyText(key)} ${bytes?.length ?? String(value)}\n`);
    if (bytes !== null) this.#hash.update(bytes);
  }

  digest(): string {
    return this.#hash.digest("hex");
  }
}

/** Mutations of the target, committed when a commit is full. */
class Writer {
  readonly #driver: Driver;
  #batch: Mutation[] = [];
  #bytes = 0;
  #keyBytes = 0;
  changed = 0;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  async add(mutation: Mutation): Promise<void> {
    const bytes = mutationBytes(mutation);
    const ofKey = keyBytes(mutation.key);
    const isFull = this.#batch.length >= MAX_MUTATIONS || this.#bytes + bytes > MAX_COMMIT_BYTES ||
      this.#keyBytes + ofKey > MAX_COMMIT_KEY_BYTES;
    if (isFull) await this.flush();
    this.#batch.push(mutation);
    this.#bytes += bytes;
    this.#keyBytes += ofKey;
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    await this.#driver.commit(this.#batch);
    this.changed += this.#batch.length;
    this.#batch = [];
    this.#bytes = 0;
    this.#keyBytes = 0;
  }
}

/** A range read one entry at a time. */
class Cursor {
  readonly #entries: AsyncIterator<Deno.KvEntry<unknown>>;
  current: Deno.KvEntry<unknown> | null = null;

  constructor(driver: Driver, table: string) {
    this.#entries = driver.list({ prefix: [table] });
  }

  async next(): Promise<void> {
    const { done, value } = await this.#entries.next();
    this.current = done ? null : value;
  }
}

/** The order of two keys as the database sorts them: bytes of UTF-8 texts, then numbers. */
function compareKeys(a: Deno.KvKey, b: Deno.KvKey): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    if (typeof x === "number" && typeof y === "number") return x - y;
    if (typeof x === "string" && typeof y === "string") return compareTexts(x, y);
    return typeof x === "string" ? -1 : 1;
  }
  return a.length - b.length;
}

/** The order of two texts by code points, which is that of their UTF-8 bytes. */
function compareTexts(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (i > 0 && /[\udc00-\udfff]/.test(a[i] ?? b[i] ?? "")) i--;
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}

/** Whether two stored values are equal. */
function isEqual(a: unknown, b: unknown): boolean {
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A value as a mutation takes it. */
function toMutation({ key, value }: Deno.KvEntry<unknown>): Mutation {
  if (typeof value === "number") return { key, value };
  if (value instanceof Uint8Array) return { key, value: value.slice() };
  throw new StoreError("corrupt", `Cannot migrate ${keyText(key)}: it is no value of a store`);
}

/** One pass: makes the target equal to the source, or only compares. */
class Pass {
  readonly source: Side = new Side();
  readonly target: Side = new Side();
  readonly #from: Driver;
  readonly #to: Driver;
  readonly #writer: Writer;
  readonly #options: MigrateOptions;
  readonly #round: number;

  constructor(from: Driver, to: Driver, options: MigrateOptions, round: number) {
    this.#from = from;
    this.#to = to;
    this.#writer = new Writer(to);
    this.#options = options;
    this.#round = round;
  }

  /** Walks everything; gives the number of keys that differed. */
  async run(phase: MigrationProgress["phase"]): Promise<number> {
    let differing = 0;
    for (const table of TABLES) differing += await this.#walk(table, phase);
    await this.#writer.flush();
    await this.#tell(phase, differing);
    return differing;
  }

  async #tell(phase: MigrationProgress["phase"], changed: number): Promise<void> {
    const { keys } = this.source;
    await this.#options.onProgress?.({ phase, round: this.#round, keys, changed });
  }

  async #walk(table: string, phase: MigrationProgress["phase"]): Promise<number> {
    const from = new Cursor(this.#from, table);
    const to = new Cursor(this.#to, table);
    await Promise.all([from.next(), to.next()]);
    let differing = 0;
    while (from.current !== null || to.current !== null) {
      this.#options.signal?.throwIfAborted();
      const wanted = from.current;
      const there = to.current;
      const order = wanted === null ? 1 : there === null ? -1 : compareKeys(wanted.key, there.key);
      const isSame = order === 0 && isEqual(wanted?.value, there?.value);
      if (!isSame) {
        differing++;
        if (phase === "copy") {
          if (order > 0 && there !== null) await this.#writer.add({ key: there.key });
          else if (wanted !== null) await this.#writer.add(toMutation(wanted));
        }
      }
      if (order <= 0 && wanted !== null) await this.#step(from, this.source, phase, differing);
      if (order >= 0 && there !== null) await this.#step(to, this.target, null, differing);
    }
    return differing;
  }

  async #step(
    cursor: Cursor,
    side: Side,
    told: MigrationProgress["phase"] | null,
    differing: number,
  ): Promise<void> {
    if (cursor.current !== null) side.add(cursor.current);
    if (told !== null && side.keys % PROGRESS_KEYS === 0) await this.#tell(told, differing);
    await cursor.next();
  }

  /** Keys written so far. */
  get changed(): number {
    return this.#writer.changed;
  }
}

/** Applies units of work that a stopped process left half done, so that rows are what they mean. */
async function settle(url: string, cipher: ValueCipher | null): Promise<void> {
  await using store = await openStore(cipher === null ? { url } : { url, cipher });
  for (const name of await store.orgs()) await store.org(name).write(() => {});
}

/** Opens a database without preparing it as a store. */
async function openRaw(url: string): Promise<Driver> {
  const kv = await openDatabase(url, toLabel(url), { url });
  return new Driver({ kv, random: Math.random, deadlineMs: 10_000, counters: new Counters() });
}

/** Refuses a target that holds anything else; marks it so that no server opens it half filled. */
async function claim(to: Driver, label: string, source: string): Promise<void> {
  const { value } = await to.get(MIGRATION_KEY);
  const begun = value instanceof Uint8Array ? new TextDecoder().decode(value) : null;
  if (begun !== null && begun !== source) {
    throw new StoreError(
      "schema",
      `Cannot migrate to ${label}: it is being filled from ${begun}; finish that or name another`,
    );
  }
  if (begun !== null) return;
  for await (const entry of to.list({ start: [""], end: [END] }, { limit: 10 })) {
    if (entry.key[0] === "m") continue;
    throw new StoreError("schema", `Cannot migrate to ${label}: it is not empty; name another`);
  }
  await to.commit([{ key: MIGRATION_KEY, value: new TextEncoder().encode(source) }]);
}

/** Copies until a pass finds nothing more to do and a verifying pass agrees. */
async function copyAll(
  from: Driver,
  to: Driver,
  options: MigrateOptions,
): Promise<MigrationReport> {
  let changed = 0;
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const copy = new Pass(from, to, options, round);
    await copy.run("copy");
    changed += copy.changed;
    const check = new Pass(from, to, options, round);
    if (await check.run("verify") > 0) continue;
    const { keys, bytes, tables } = check.source;
    return {
      orgs: tables[TABLE.org] ?? 0,
      keys,
      bytes,
      tables,
      sourceSha256: check.source.digest(),
      targetSha256: check.target.digest(),
      changed,
    };
  }
  throw new StoreError(
    "conflict",
    `Cannot migrate: the source still changed in pass ${MAX_ROUNDS}; stop its servers and run again`,
  );
}

/**
 * Copies all orgs from one database to another: from a file to a KV Connect server, or back. It can
 * be ended at any time; run again, it writes only what is missing. Both sides are compared key by
 * key at the end, and until then no server opens the target.
 *
 * @throws {StoreError} `schema` if the target holds other data; `conflict` if the source keeps
 * changing; whatever opening, reading and writing throw.
 */
export async function migrate(options: MigrateOptions): Promise<MigrationReport> {
  const source = toLabel(options.from);
  const label = toLabel(options.to);
  if (source === label) {
    throw new StoreError("schema", `Cannot migrate ${source} to itself: name another target`);
  }
  await settle(options.from, options.cipher ?? null);
  const from = await openRaw(options.from);
  try {
    const to = await openRaw(options.to);
    try {
      await claim(to, label, source);
      const report = await copyAll(from, to, options);
      const sealed = await from.get(SEALED_KEY);
      const mutations: Mutation[] = [{ key: MIGRATION_KEY }];
      if (sealed.versionstamp !== null) mutations.push(toMutation(sealed));
      await to.commit(mutations);
      return report;
    } finally {
      to.close();
    }
  } finally {
    from.close();
  }
}
