import type { IdOf, ListedKind, MetaOf, NumberedKind, RowOf } from "./kinds.ts";
import type { PlainKey, PlainKind, PlainRef, SetOptions } from "./plain.ts";
import type { CheckOrgOptions, OrgReport, StoreHealth, StoreMetrics } from "./report_types.ts";

/** Seals values before they are stored and opens them again (encryption at rest). */
export interface ValueCipher {
  /** Turns a value into what the disk may see; must be safe to call for equal values. */
  seal(plain: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /**
   * Turns it back.
   * @throws If the bytes were changed or the key is not the one they were sealed with.
   */
  open(sealed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

/** One line about something the store did or met; never carries content. */
export type StoreLog = (level: "warn" | "info", message: string) => void;

/** Options of `openStore`. */
export interface OpenStoreOptions {
  /** Path of the database file, `:memory:`, or the URL of a KV Connect server. */
  readonly url: string;
  /**
   * Clock, Unix milliseconds.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Random numbers in [0, 1), for jitter.
   * @default Math.random
   */
  readonly random?: () => number;
  /**
   * Name of this process among those that share the database.
   * @default a random UUID
   */
  readonly instanceId?: string;
  /**
   * Bound of the cache of decoded rows over all orgs, in bytes of encoded rows.
   * @default 33_554_432
   */
  readonly rowCacheBytes?: number;
  /**
   * Rows of all orgs that views hold before those of orgs that nobody asked for in the last minute
   * are let go; they are read anew when somebody does.
   * @default 1_000_000
   */
  readonly maxViewRows?: number;
  /**
   * How long opening and each write may be tried against a locked database, in milliseconds.
   * @default 10_000
   */
  readonly deadlineMs?: number;
  /**
   * Change-log entries kept an org; older ones are trimmed.
   * @default 10_000
   */
  readonly maxLogEntries?: number;
  /**
   * Seals values at rest.
   * @default none
   */
  readonly cipher?: ValueCipher;
  /**
   * Where warnings go.
   * @default nowhere
   */
  readonly log?: StoreLog;
  /** An open database to use in place of `url`; the store closes it. */
  readonly kv?: Deno.Kv;
}

/** A plain row touched by a commit of this process. */
export interface PlainChange {
  /** Name of the plain kind. */
  readonly kind: string;
  /** Key after the kind. */
  readonly key: PlainKey;
  /** What was written, null when removed. */
  readonly value: unknown;
}

/** Told after a commit of this process that touched plain kinds with `notify`. */
export interface CommitEvent {
  /** The org written to. */
  readonly org: string;
  /** The touched rows, in order of staging. */
  readonly changes: readonly PlainChange[];
  /** Stamp of the commit, 20 hex digits. */
  readonly versionstamp: string;
}

/** The durable state of all orgs. */
export interface Store extends AsyncDisposable {
  /** Name of this process among those that share the database. */
  readonly instanceId: string;
  /** What was opened: path, `:memory:` or URL without credentials. */
  readonly url: string;
  /** The store of one org; the same object each time. Nothing is written until the first write. */
  org(name: string): OrgStore;
  /** Names of all orgs that were ever written to, in order. */
  orgs(): Promise<string[]>;
  /** Rows of a store-wide plain kind, by rising key. */
  list<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    options?: ListOptions,
  ): AsyncIterableIterator<PlainRow<K, V>>;
  /** Removes a row of a store-wide plain kind unless it changed since it was listed. */
  removeListed<K extends PlainKey, V>(kind: PlainKind<K, V>, row: PlainRow<K, V>): Promise<void>;
  /** Removes everything of an org, marker included; safe to repeat. Returns keys removed. */
  deleteOrg(name: string): Promise<number>;
  /** Every key of an org with its stored bytes, for export and tests. */
  dump(name: string): AsyncIterableIterator<Deno.KvEntry<unknown>>;
  /**
   * Looks for a text in every key and value of an org, and in the rows of the whole store that name
   * the org. From 8 characters on it is found inside other texts, else only as a whole.
   *
   * @returns How many entries hold it, by table and kind, such as `p/bookmark`.
   */
  findText(name: string, text: string): Promise<Record<string, number>>;
  /** Walks all rows and indexes of an org, and repairs them when asked to. */
  checkOrg(name: string, options?: CheckOrgOptions): Promise<OrgReport>;
  /** Calls `listener` after commits of this process that touched notifying kinds. Returns its end. */
  onCommit(listener: (event: CommitEvent) => void): () => void;
  /**
   * Finds out whether the database takes a write: rewrites a row that belongs to no org.
   * @throws {StoreError} Why it does not, after at most `deadlineMs` of locked tries.
   */
  probe(deadlineMs?: number): Promise<void>;
  /** What is wrong with the data, as far as it was seen. */
  health(): StoreHealth;
  /** Counts and latencies of database operations since opening. */
  metrics(): StoreMetrics;
  /** Waits for running commits, gives leased ids back and closes the database. */
  close(): Promise<void>;
}

/** Options of a put. */
export interface PutOptions {
  /**
   * Vector kept beside the row: bytes to set it, null to remove it, absent to leave it.
   * @default absent
   */
  readonly vector?: Uint8Array<ArrayBuffer> | null;
  /**
   * Whether the caller vouches that no row has this id (a fresh UUID); saves a read. Ids handed out
   * by `nextId` are known to be new.
   * @default false
   */
  readonly isNew?: boolean;
}

/** One unit of work: everything staged becomes durable and visible together, or not at all. */
export interface Tx {
  /** The org written to. */
  readonly org: string;
  /** Clock of the attempt, Unix seconds with fraction. */
  readonly nowSec: number;
  /** The row, null when missing; the commit fails and is staged again if it changes meanwhile. */
  get<K extends ListedKind>(kind: K, id: IdOf<K>): Promise<RowOf<K> | null>;
  /** As `get` for many ids, in order; any number. */
  getMany<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
  ): Promise<(RowOf<K> | null)[]>;
  /** Inserts or replaces the row under the id it carries. */
  put<K extends ListedKind>(kind: K, row: RowOf<K>, options?: PutOptions): void;
  /** Removes the row and its vector; nothing happens when it is missing. */
  delete<K extends ListedKind>(kind: K, id: IdOf<K>): void;
  /** Sets or removes the vector of a row and tells followers, the row stays as it is. */
  putVector<K extends ListedKind>(
    kind: K,
    id: IdOf<K>,
    vector: Uint8Array<ArrayBuffer> | null,
  ): void;
  /** A plain row, null when missing; the commit fails and is staged again if it changes meanwhile. */
  read<K extends PlainKey, V>(kind: PlainKind<K, V>, key: K): Promise<V | null>;
  /** As `read` for many keys, in order; any number. */
  readMany<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    keys: readonly K[],
  ): Promise<(V | null)[]>;
  /** Reads plain rows of any kinds at once, so that reading each of them later costs nothing. */
  prefetch(rows: readonly PlainRef[]): Promise<void>;
  /** Inserts or replaces a plain row. */
  set<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    key: K,
    value: V,
    options?: SetOptions,
  ): void;
  /** Removes a plain row. */
  remove<K extends PlainKey, V>(kind: PlainKind<K, V>, key: K): void;
  /** Runs after the commit that made this attempt durable, never for a lost attempt. */
  afterCommit(callback: (versionstamp: string) => void): void;
}

/** Options of a write. */
export interface WriteOptions {
  /**
   * How long lost races and a locked database may be retried, in milliseconds.
   * @default the store's `deadlineMs`
   */
  readonly deadlineMs?: number;
  /** Ends the retrying; a commit that is under way is not taken back. */
  readonly signal?: AbortSignal;
}

/** What a write gives back. */
export interface WriteResult<T> {
  /** Result of the staging function of the attempt that was committed. */
  readonly result: T;
  /** Stamp of the commit, 20 hex digits; null when nothing was staged. */
  readonly versionstamp: string | null;
}

/** Which plain rows to list. */
export interface ListOptions {
  /**
   * First parts of the key that all rows share.
   * @default none
   */
  readonly prefix?: PlainKey;
  /** First key of the range, inclusive, whole (prefix included). */
  readonly start?: PlainKey;
  /** End of the range, exclusive, whole (prefix included). */
  readonly end?: PlainKey;
  /**
   * Most rows.
   * @default no limit
   */
  readonly limit?: number;
  /**
   * Whether keys fall.
   * @default false
   */
  readonly reverse?: boolean;
  /**
   * Rows fetched from the database at once.
   * @default `limit`, 100 at most
   */
  readonly batchSize?: number;
}

/** A plain row. */
export interface PlainRow<K extends PlainKey, V> {
  /** Key after the kind. Text parts over 512 bytes come back as their hash. */
  readonly key: K;
  /** The value. */
  readonly value: V;
  /** Stamp of its last commit, 20 hex digits. */
  readonly versionstamp: string;
}

/** State of one row after a commit. */
export interface Change<K extends ListedKind = ListedKind> {
  /** Kind of the row. */
  readonly kind: K;
  /** Its id. */
  readonly id: IdOf<K>;
  /** The row, null when it was removed. */
  readonly row: RowOf<K> | null;
  /** Its vector; null when it has none, was removed, or the follower did not ask for vectors. */
  readonly vector: Uint8Array<ArrayBuffer> | null;
  /** Stamp of its last commit, 20 hex digits; of the log entry when it was removed. */
  readonly versionstamp: string;
}

/** A change of any kind, told apart by `kind`. */
export type AnyChange = { [K in ListedKind]: Change<K> }[ListedKind];

/**
 * Something that mirrors rows, such as a search index. It is called inside the catch-up, one call
 * at a time, so that after `catchUp` it is never behind.
 */
export interface Follower {
  /**
   * Loads a saved state of a kind and tells the log position it was saved at, null when there is
   * none. Only asked before the first hydration; rows changed since are then applied.
   */
  restore?(kind: ListedKind): Promise<string | null>;
  /** Forgets everything of a kind; `hydrate` with all rows follows. */
  reset(kind: ListedKind): void;
  /** Takes a batch of rows while a kind is read for the first time. */
  hydrate(kind: ListedKind, rows: readonly AnyChange[]): void | Promise<void>;
  /** Takes changes in log order; a row may be told more than once with the same state. */
  apply(changes: readonly AnyChange[]): void | Promise<void>;
}

/** Options of following. */
export interface FollowOptions {
  /**
   * Whether changes carry vectors.
   * @default false
   */
  readonly vectors?: boolean;
}

/** Which rows of a view. */
export interface SelectOptions<K extends ListedKind> {
  /** Only rows of this owner. */
  readonly user?: string;
  /** Only rows whose time is at least this, Unix seconds. */
  readonly fromSec?: number;
  /** Only rows whose time is at most this, Unix seconds. */
  readonly toSec?: number;
  /** Only rows this says yes to. */
  readonly where?: (meta: MetaOf<K>) => boolean;
  /**
   * By time, ties by id (requests: by commit, then id).
   * @default "newest"
   */
  readonly order?: "newest" | "oldest";
  /**
   * Most rows.
   * @default no limit
   */
  readonly limit?: number;
  /**
   * Matching rows to skip.
   * @default 0
   */
  readonly offset?: number;
}

/**
 * The rows of one kind as memory knows them. Live: later catch-ups change it, but never between two
 * statements without `await`.
 */
export interface KindView<K extends ListedKind> {
  /** Rows known. */
  readonly size: number;
  /** What memory keeps of a row, undefined when missing. */
  meta(id: IdOf<K>): MetaOf<K> | undefined;
  /** All ids, oldest first. */
  ids(): IdOf<K>[];
  /** Ids of one owner, oldest first. */
  idsOfUser(user: string): IdOf<K>[];
  /** Owners that have rows, in no promised order. */
  users(): string[];
  /** Ids of matching rows in order. */
  select(options?: SelectOptions<K>): IdOf<K>[];
  /** Metas of matching rows in order. */
  selectMetas(options?: SelectOptions<K>): MetaOf<K>[];
  /** How many rows match. */
  count(options?: SelectOptions<K>): number;
  /** A row, from the cache when it is as new as the view; null when missing or unreadable. */
  get(id: IdOf<K>): Promise<RowOf<K> | null>;
  /** Rows in the order of ids, from the cache where they are as new as the view. */
  getMany(ids: readonly IdOf<K>[]): Promise<(RowOf<K> | null)[]>;
  /** As `getMany` without the missing and unreadable ones. */
  rows(ids: readonly IdOf<K>[]): Promise<RowOf<K>[]>;
  /**
   * What a function makes of `rows`. It is made once and kept in memory as long as its row is and no
   * other function is given; it counts there as much as the row.
   *
   * @param make Gives anything but undefined, the same for the same row.
   */
  made<T>(ids: readonly IdOf<K>[], make: (row: RowOf<K>) => T): Promise<T[]>;
}

/** A state of a follower that is to be saved. */
export interface NewSnapshot {
  /** Its bytes; asked for one after another while those before are being written. */
  readonly pieces: Iterable<Uint8Array>;
  /** Log position of the state. */
  readonly position: string;
}

/** A saved state of a follower. */
export interface Snapshot {
  /** The bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Log position it was saved at. */
  readonly position: string;
}

/** The state of one org. */
export interface OrgStore {
  /** Its name. */
  readonly name: string;
  /** Log position that views and followers have reached; empty before the first catch-up. */
  readonly position: string;
  /**
   * Stages a unit of work and commits it; staged again on a lost race. Nothing is visible before
   * the commit, everything after it, whatever its size.
   *
   * @throws {StoreError} `busy` or `conflict` after the deadline, `full`, `read_only`, `unavailable`.
   */
  write<T>(
    stage: (tx: Tx) => T | Promise<T>,
    options?: WriteOptions,
  ): Promise<WriteResult<T>>;
  /** A fresh id. */
  nextId(kind: NumberedKind): Promise<number>;
  /** `count` fresh ids, rising. */
  nextIds(kind: NumberedKind, count: number): Promise<number[]>;
  /** Makes sure that no id up to `lastId` is ever handed out (imports with ids of their own). */
  reserveIds(kind: NumberedKind, lastId: number): Promise<void>;
  /** A row as the database has it now; null when missing or unreadable. */
  get<K extends ListedKind>(kind: K, id: IdOf<K>): Promise<RowOf<K> | null>;
  /** Rows as the database has them now, in the order of ids. */
  getMany<K extends ListedKind>(kind: K, ids: readonly IdOf<K>[]): Promise<(RowOf<K> | null)[]>;
  /** What a function makes of `getMany` without the missing and unreadable ones; see `KindView.made`. */
  made<K extends ListedKind, T>(
    kind: K,
    ids: readonly IdOf<K>[],
    make: (row: RowOf<K>) => T,
  ): Promise<T[]>;
  /** A plain row, null when missing or unreadable. */
  read<K extends PlainKey, V>(kind: PlainKind<K, V>, key: K): Promise<V | null>;
  /** Plain rows in the order of keys, null where missing or unreadable. */
  readMany<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    keys: readonly K[],
  ): Promise<(V | null)[]>;
  /** Plain rows by key; unreadable ones are skipped and counted. */
  list<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    options?: ListOptions,
  ): AsyncIterableIterator<PlainRow<K, V>>;
  /** The caught-up view of a kind; reads all its rows the first time. */
  view<K extends ListedKind>(kind: K): Promise<KindView<K>>;
  /** The view of a kind when its rows were read before, as of the last catch-up; else null. */
  loadedView<K extends ListedKind>(kind: K): KindView<K> | null;
  /** Registers a follower of kinds; rows come with the next catch-up that names them. Returns its end. */
  follow(kinds: readonly ListedKind[], follower: Follower, options?: FollowOptions): () => void;
  /**
   * Brings views and followers up to every commit acknowledged before the call. Kinds named are
   * hydrated for their followers if they are not yet; without names only what is hydrated advances.
   */
  catchUp(kinds?: readonly ListedKind[]): Promise<void>;
  /** A saved state of a follower, null when there is none or it is damaged. */
  readSnapshot(name: string): Promise<Snapshot | null>;
  /** Saves a state of a follower with its log position; replaces the older one. */
  writeSnapshot(name: string, snapshot: NewSnapshot): Promise<void>;
  /** Removes all saved states: they may hold words of rows that are to leave no trace. */
  removeSnapshots(): Promise<void>;
}
