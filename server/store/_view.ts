import type { IdOf, KindSpec, ListedKind, MetaOf, RowOf } from "./kinds.ts";
import { type Entry, entryOrder, Ordered } from "./_ordered.ts";
import type { KindView, SelectOptions } from "./types.ts";

/** Fetches rows; `stamps` are the versions the view knows, for the cache. */
export type FetchRows<K extends ListedKind> = (
  ids: readonly IdOf<K>[],
  stamps: readonly (string | undefined)[],
) => Promise<(RowOf<K> | null)[]>;

/** Changes from which on a view is sorted anew rather than patched. */
const REBUILD_FROM = 1_000;

/** What a commit made of a row, as far as a view needs to know. */
export interface ViewChange<K extends ListedKind> {
  /** The row. */
  readonly id: IdOf<K>;
  /** What is kept of it, null when it was removed. */
  readonly meta: MetaOf<K> | null;
  /** Stamp of the commit. */
  readonly versionstamp: string;
}

/** The rows of a kind in memory: by id, in order, and in order by owner. */
export class MemoryView<K extends ListedKind> implements KindView<K> {
  readonly #spec: KindSpec<K>;
  readonly #fetch: FetchRows<K>;
  readonly #byId: Map<IdOf<K>, Entry<K>> = new Map();
  readonly #byUser: Map<string, Ordered<K>> = new Map();
  readonly #all: Ordered<K>;
  readonly #order: (a: Entry<K>, b: Entry<K>) => number;

  constructor(spec: KindSpec<K>, fetch: FetchRows<K>) {
    this.#spec = spec;
    this.#fetch = fetch;
    this.#order = entryOrder(spec);
    this.#all = new Ordered(this.#order);
  }

  get size(): number {
    return this.#byId.size;
  }

  meta(id: IdOf<K>): MetaOf<K> | undefined {
    return this.#byId.get(id)?.meta;
  }

  /** Stamp of a row's last commit, undefined when missing. */
  versionstamp(id: IdOf<K>): string | undefined {
    return this.#byId.get(id)?.versionstamp;
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
    return this.#fetch(ids, ids.map((id) => this.versionstamp(id)));
  }

  async rows(ids: readonly IdOf<K>[]): Promise<RowOf<K>[]> {
    return (await this.getMany(ids)).filter((row): row is RowOf<K> => row !== null);
  }

  /** Takes all rows anew. */
  load(changes: readonly ViewChange<K>[]): void {
    this.#byId.clear();
    this.#rebuild(changes);
  }

  /** Applies changes, older states of a row than the known one are left out. */
  apply(changes: readonly ViewChange<K>[]): void {
    if (changes.length >= REBUILD_FROM) this.#rebuild(changes);
    else for (const change of changes) this.#applyOne(change);
  }

  #applyOne(change: ViewChange<K>): void {
    const known = this.#byId.get(change.id);
    if (known !== undefined) {
      if (known.versionstamp >= change.versionstamp) return;
      this.#byId.delete(change.id);
      this.#all.remove(known);
      this.#unlistForUser(known);
    }
    const entry = this.#toEntry(change);
    if (entry === null) return;
    this.#byId.set(entry.id, entry);
    this.#all.insert(entry);
    const user = this.#spec.userOf(entry.meta);
    if (user !== null) this.#listOf(user).insert(entry);
  }

  #toEntry({ id, meta, versionstamp }: ViewChange<K>): Entry<K> | null {
    if (meta === null) return null;
    return { id, meta, timeSec: this.#spec.timeOf(meta), versionstamp };
  }

  #unlistForUser(entry: Entry<K>): void {
    const user = this.#spec.userOf(entry.meta);
    const list = user === null ? undefined : this.#byUser.get(user);
    if (user === null || list === undefined) return;
    list.remove(entry);
    if (list.items.length === 0) this.#byUser.delete(user);
  }

  #listOf(user: string): Ordered<K> {
    let list = this.#byUser.get(user);
    if (list === undefined) {
      list = new Ordered(this.#order);
      this.#byUser.set(user, list);
    }
    return list;
  }

  #rebuild(changes: readonly ViewChange<K>[]): void {
    for (const change of changes) {
      const known = this.#byId.get(change.id);
      if (known !== undefined && known.versionstamp >= change.versionstamp) continue;
      const entry = this.#toEntry(change);
      if (entry === null) this.#byId.delete(change.id);
      else this.#byId.set(change.id, entry);
    }
    this.#all.load([...this.#byId.values()]);
    this.#byUser.clear();
    for (const entry of this.#all.items) {
      const user = this.#spec.userOf(entry.meta);
      if (user !== null) this.#listOf(user).items.push(entry);
    }
  }
}
