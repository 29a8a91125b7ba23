import type { IdOf, KindSpec, ListedKind, MetaOf, RowOf } from "./kinds.ts";
import { type Entry, entryOrder, Ordered } from "./_ordered.ts";
import type { AnyChange, Change, KindView, SelectOptions } from "./types.ts";

/** Where a view's rows come from; `stamps` are the versions the view knows, for the cache. */
export interface ViewedRows {
  /** Rows in the order of ids, null for missing ones. */
  viewed<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
    stamps: readonly (string | null | undefined)[],
  ): Promise<(RowOf<K> | null)[]>;
  /** What is made of rows, without the missing ones. */
  made<K extends ListedKind, T>(
    kind: K,
    ids: readonly IdOf<K>[],
    given: {
      readonly stamps: readonly (string | null | undefined)[];
      readonly make: (row: RowOf<K>) => T;
    },
  ): Promise<T[]>;
}

/** Changes from which on a view is sorted anew rather than patched. */
const REBUILD_FROM = 1_000;

/** What a view is made of. */
export interface MemoryViewOptions<K extends ListedKind> {
  /** The kind. */
  readonly spec: KindSpec<K>;
  /** Where the rows come from. */
  readonly source: ViewedRows;
  /** Makes equal texts share memory. */
  readonly intern: (text: string) => string;
}

/** The rows of a kind in memory: by id, in order, and in order by owner. */
export class MemoryView<K extends ListedKind> implements KindView<K> {
  readonly #spec: KindSpec<K>;
  readonly #source: ViewedRows;
  readonly #intern: (text: string) => string;
  readonly #byId: Map<IdOf<K>, Entry<K>> = new Map();
  readonly #byUser: Map<string, Ordered<K>> = new Map();
  readonly #all: Ordered<K>;
  readonly #order: (a: Entry<K>, b: Entry<K>) => number;

  constructor(options: MemoryViewOptions<K>) {
    this.#spec = options.spec;
    this.#source = options.source;
    this.#intern = options.intern;
    this.#order = entryOrder(options.spec);
    this.#all = new Ordered(this.#order);
  }

  get size(): number {
    return this.#byId.size;
  }

  meta(id: IdOf<K>): MetaOf<K> | undefined {
    return this.#byId.get(id)?.meta;
  }

  /** Stamp of a row's last commit, undefined when missing. */
  versionstamp(id: string | number): string | undefined {
    // An id of another type is simply not found.
    return this.#byId.get(id as IdOf<K>)?.versionstamp;
  }

  ids(): IdOf<K>[] {
    return this.#all.items.map((entry) => entry.id);
  }

  idsOfUser(user: string): IdOf<K>[] {
    return this.#byUser.get(user)?.items.map((entry) => entry.id) ?? [];
  }

  users(): string[] {
    return [...this.#byUser.keys()];
  }

  select(options: SelectOptions<K> = {}): IdOf<K>[] {
    return this.#walk(options).map((entry) => entry.id);
  }

  selectMetas(options: SelectOptions<K> = {}): MetaOf<K>[] {
    return this.#walk(options).map((entry) => entry.meta);
  }

  count(options: SelectOptions<K> = {}): number {
    return this.#walk(options).length;
  }

  #walk(options: SelectOptions<K>): Entry<K>[] {
    const { user, where, order = "newest", limit = Infinity, offset = 0 } = options;
    const list = user === undefined ? this.#all : this.#byUser.get(user);
    if (list === undefined || limit <= 0) return [];
    const [from, to] = list.range(options.fromSec, options.toSec);
    const found: Entry<K>[] = [];
    let skip = offset;
    for (let n = 0; n < to - from && found.length < limit; n++) {
      const entry = list.items[order === "newest" ? to - 1 - n : from + n];
      if (entry === undefined || (where !== undefined && !where(entry.meta))) continue;
      if (skip > 0) skip--;
      else found.push(entry);
    }
    return found;
  }

  async get(id: IdOf<K>): Promise<RowOf<K> | null> {
    return (await this.getMany([id]))[0] ?? null;
  }

  getMany(ids: readonly IdOf<K>[]): Promise<(RowOf<K> | null)[]> {
    return this.#source.viewed(this.#spec.kind, ids, ids.map((id) => this.versionstamp(id)));
  }

  async rows(ids: readonly IdOf<K>[]): Promise<RowOf<K>[]> {
    return (await this.getMany(ids)).filter((row): row is RowOf<K> => row !== null);
  }

  made<T>(ids: readonly IdOf<K>[], make: (row: RowOf<K>) => T): Promise<T[]> {
    const stamps = ids.map((id) => this.versionstamp(id));
    return this.#source.made(this.#spec.kind, ids, { stamps, make });
  }

  /** The entry of a row. */
  entry(row: RowOf<K>, versionstamp: string): Entry<K> {
    const meta = this.#spec.project(row, this.#intern);
    return {
      id: this.#spec.idOf(meta),
      meta,
      timeSec: this.#spec.timeOf(meta),
      // Rows of one commit have the same.
      versionstamp: this.#intern(versionstamp),
    };
  }

  /** Takes all rows anew. */
  load(entries: Entry<K>[]): void {
    this.#byId.clear();
    for (const entry of entries) this.#byId.set(entry.id, entry);
    this.#sortAnew();
  }

  /** Applies the changes that are of its kind; states of a row older than the known one are left out. */
  apply(changes: readonly AnyChange[]): void {
    const concerned = changes.filter((change): change is Extract<AnyChange, Change<K>> =>
      change.kind === this.#spec.kind
    );
    const isBulk = concerned.length >= REBUILD_FROM;
    for (const { id, row, versionstamp } of concerned) {
      const known = this.#byId.get(id);
      if (known !== undefined && known.versionstamp >= versionstamp) continue;
      const entry = row === null ? null : this.entry(row, versionstamp);
      if (known !== undefined) this.#take(known, isBulk);
      if (entry !== null) this.#put(entry, isBulk);
    }
    if (isBulk) this.#sortAnew();
  }

  #take(entry: Entry<K>, isBulk: boolean): void {
    this.#byId.delete(entry.id);
    if (isBulk) return;
    this.#all.remove(entry);
    const user = this.#spec.userOf(entry.meta);
    const list = user === null ? undefined : this.#byUser.get(user);
    if (user === null || list === undefined) return;
    list.remove(entry);
    if (list.items.length === 0) this.#byUser.delete(user);
  }

  #put(entry: Entry<K>, isBulk: boolean): void {
    this.#byId.set(entry.id, entry);
    if (isBulk) return;
    this.#all.insert(entry);
    const user = this.#spec.userOf(entry.meta);
    if (user !== null) this.#listOf(user).insert(entry);
  }

  #listOf(user: string): Ordered<K> {
    let list = this.#byUser.get(user);
    if (list === undefined) {
      list = new Ordered(this.#order);
      this.#byUser.set(user, list);
    }
    return list;
  }

  #sortAnew(): void {
    this.#all.load([...this.#byId.values()]);
    this.#byUser.clear();
    for (const entry of this.#all.items) {
      const user = this.#spec.userOf(entry.meta);
      if (user !== null) this.#listOf(user).items.push(entry);
    }
  }
}
