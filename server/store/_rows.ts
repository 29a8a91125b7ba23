import type { RowCache, Shelf } from "./_cache.ts";
import type { Driver } from "./_driver.ts";
import { type IdOf, KINDS, type KindSpec, type ListedKind, type RowOf } from "./kinds.ts";
import { entityKey, toPart } from "./keys.ts";
import type { Reader, ReadRow } from "./_reader.ts";

/** What a {@link RowSource} is made of. */
export interface RowSourceOptions {
  /** Name of the org. */
  readonly org: string;
  /** The database. */
  readonly driver: Driver;
  /** Decodes values. */
  readonly reader: Reader;
  /** Where decoded rows are kept. */
  readonly cache: RowCache;
  /** Whether no other process uses the database. */
  readonly isAlone: () => boolean;
}

/** Rows of listed kinds of one org, through the cache. */
export class RowSource {
  readonly #org: string;
  readonly #driver: Driver;
  readonly #reader: Reader;
  readonly #cache: RowCache;
  readonly #isAlone: () => boolean;
  /** Cached rows, by the code of their kind. */
  readonly #shelves = new Map<string, Shelf>();
  /** Rows that commits of this process changed. */
  #changes = 0;
  /** Works going on that change rows without a word about each. */
  #unseen = 0;

  constructor({ org, driver, reader, cache, isAlone }: RowSourceOptions) {
    this.#org = org;
    this.#driver = driver;
    this.#reader = reader;
    this.#cache = cache;
    this.#isAlone = isAlone;
  }

  /** Where rows of a kind are cached. */
  #shelf(code: string): Shelf {
    let shelf = this.#shelves.get(code);
    if (shelf === undefined) this.#shelves.set(code, shelf = this.#cache.shelf());
    return shelf;
  }

  /** The row when the value is one of its kind and stands under its own id, else null and counted. */
  toRow<K extends ListedKind>(spec: KindSpec<K>, read: ReadRow): RowOf<K> | null {
    if (read.versionstamp === null || read.value === undefined) return null;
    if (isRowOf(spec, read.value) && toPart(spec.idOf(read.value)) === read.key[3]) {
      return read.value;
    }
    this.#reader.noteCorrupt(read.key);
    return null;
  }

  /** Rows as the database has them now; unchanged ones are not decoded again. */
  async fetch<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
  ): Promise<(RowOf<K> | null)[]> {
    if (!this.#knowsLatest) return await this.#read(kind, ids);
    return await this.viewed(kind, ids, ids.map(() => null));
  }

  /** Reads rows from the database. */
  async #read<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
  ): Promise<(RowOf<K> | null)[]> {
    const spec: KindSpec<K> = KINDS[kind];
    const changes = this.#changes;
    const entries = await this.#driver.getMany(
      ids.map((id) => entityKey(this.#org, spec.code, id)),
    );
    const rows: (RowOf<K> | null)[] = [];
    for (const [n, entry] of entries.entries()) {
      const id = ids[n];
      if (id === undefined || entry.versionstamp === null) {
        rows.push(null);
        continue;
      }
      // The cache holds under a kind's code only rows of that kind.
      const cached = this.cached(spec, id, entry.versionstamp) as RowOf<K> | undefined;
      if (cached === undefined) {
        rows.push(this.keep(spec, id, await this.#reader.decode(entry), { changes }));
        continue;
      }
      if (this.#isLatest(changes)) this.#shelf(spec.code).confirm(id);
      rows.push(cached);
    }
    return rows;
  }

  /** Whether what was read since `changes` were counted is the latest there is. */
  #isLatest(changes: number | undefined): boolean {
    return changes === this.#changes && this.#knowsLatest;
  }

  /** Whether a row can only have changed by a commit of this process that was told of here. */
  get #knowsLatest(): boolean {
    return this.#unseen === 0 && this.#isAlone();
  }

  /** Does work that changes rows without a word about each; none is kept from before or meanwhile. */
  async whileChanging<T>(work: () => Promise<T>): Promise<T> {
    this.#unseen++;
    this.forget();
    try {
      return await work();
    } finally {
      this.#unseen--;
      this.forget();
    }
  }

  /** Rows in the versions a view knows (null: the latest), from the cache or else as the database has them. */
  async viewed<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
    stamps: readonly (string | null | undefined)[],
  ): Promise<(RowOf<K> | null)[]> {
    const spec: KindSpec<K> = KINDS[kind];
    const rows: (RowOf<K> | null)[] = [];
    const missing: { readonly at: number; readonly id: IdOf<K> }[] = [];
    for (const [at, id] of ids.entries()) {
      const stamp = stamps[at];
      const cached = stamp === undefined ? null : this.cached(spec, id, stamp);
      if (cached === undefined) missing.push({ at, id });
      rows.push((cached ?? null) as RowOf<K> | null);
    }
    if (missing.length === 0) return rows;
    const fetched = await this.#read(kind, missing.map((item) => item.id));
    for (const [n, item] of missing.entries()) rows[item.at] = fetched[n] ?? null;
    return rows;
  }

  /** What `make` makes of rows as {@link viewed} gives them, without the missing ones. */
  async made<K extends ListedKind, T>(
    kind: K,
    ids: readonly IdOf<K>[],
    { stamps, make }: {
      readonly stamps: readonly (string | null | undefined)[];
      readonly make: (row: RowOf<K>) => T;
    },
  ): Promise<T[]> {
    const shelf = this.#shelf(KINDS[kind].code);
    const made: (T | undefined)[] = [];
    const missing: { readonly at: number; readonly id: IdOf<K> }[] = [];
    for (const [at, id] of ids.entries()) {
      const stamp = stamps[at];
      if (stamp === undefined) continue;
      // The cache holds under a kind's code only rows of that kind.
      const known = shelf.made(id, stamp, make as (row: unknown) => T);
      if (known === undefined) missing.push({ at: made.length, id });
      made.push(known);
    }
    const fetched = missing.length === 0
      ? []
      : await this.#read(kind, missing.map((item) => item.id));
    for (const [n, { at }] of missing.entries()) {
      const row = fetched[n];
      if (row !== undefined && row !== null) made[at] = make(row);
    }
    return made.filter((one): one is T => one !== undefined);
  }

  /** What `make` makes of rows as {@link fetch} gives them, without the missing ones. */
  async madeOfLatest<K extends ListedKind, T>(
    kind: K,
    ids: readonly IdOf<K>[],
    make: (row: RowOf<K>) => T,
  ): Promise<T[]> {
    if (this.#knowsLatest) return await this.made(kind, ids, { stamps: ids.map(() => null), make });
    const rows = await this.#read(kind, ids);
    return rows.flatMap((row) => row === null ? [] : [make(row)]);
  }

  /** A cached row in exactly this version; null: the latest. */
  cached<K extends ListedKind>(
    spec: KindSpec<K>,
    id: IdOf<K>,
    versionstamp: string | null,
  ): unknown {
    return this.#shelf(spec.code).get(id, versionstamp);
  }

  /** Checks a row that was read and keeps it; only when there is room while many are read. */
  keep<K extends ListedKind>(
    spec: KindSpec<K>,
    id: IdOf<K> | null,
    read: ReadRow,
    options: { readonly onlyIfRoom?: boolean; readonly changes?: number } = {},
  ): RowOf<K> | null {
    const row = this.toRow(spec, read);
    if (row === null || read.versionstamp === null) return null;
    const shelf = this.#shelf(spec.code);
    const key = id ?? spec.idOf(row);
    const { versionstamp, bytes: encodedBytes } = read;
    const kept = { versionstamp, row, encodedBytes, isLatest: this.#isLatest(options.changes) };
    if (!options.onlyIfRoom) shelf.set(key, kept);
    else if (!spec.isLog) shelf.setIfRoom(key, kept);
    return row;
  }

  /** Keeps a row that was just committed. */
  keepOwn(
    code: string,
    id: string | number,
    { versionstamp, row, bytes: encodedBytes }: {
      readonly versionstamp: string;
      readonly row: unknown;
      readonly bytes: number;
    },
  ): void {
    this.#changes++;
    this.#shelf(code).set(id, { versionstamp, row, encodedBytes, isLatest: true });
  }

  /** Drops a row. */
  drop(code: string, id: string | number): void {
    this.#changes++;
    this.#shelf(code).delete(id);
  }

  /** Drops all rows. */
  forget(): void {
    this.#changes++;
    for (const shelf of this.#shelves.values()) shelf.clear();
  }
}

/** Whether a value has what every row of a kind must have: its id and its time. */
export function isRowOf<K extends ListedKind>(
  spec: KindSpec<K>,
  value: unknown,
): value is RowOf<K> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const row = value as RowOf<K>;
  const id: unknown = spec.idOf(row);
  if (spec.isNumbered ? !Number.isSafeInteger(id) : typeof id !== "string") return false;
  const user: unknown = spec.userOf(row);
  return Number.isFinite(spec.timeOf(row)) && (user === null || typeof user === "string");
}
