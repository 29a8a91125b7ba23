import type { RowCache, Shelf } from "./_cache.ts";
import type { Driver } from "./_driver.ts";
import { type IdOf, KINDS, type KindSpec, type ListedKind, type RowOf } from "./kinds.ts";
import { entityKey, toPart } from "./keys.ts";
import type { Reader, ReadRow } from "./_reader.ts";

/** Rows of listed kinds of one org, through the cache. */
export class RowSource {
  readonly #org: string;
  readonly #driver: Driver;
  readonly #reader: Reader;
  readonly #cache: RowCache;
  /** Cached rows, by the code of their kind. */
  readonly #shelves = new Map<string, Shelf>();

  constructor(org: string, driver: Driver, reader: Reader, cache: RowCache) {
    this.#org = org;
    this.#driver = driver;
    this.#reader = reader;
    this.#cache = cache;
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
    const spec: KindSpec<K> = KINDS[kind];
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
      rows.push(cached ?? this.keep(spec, id, await this.#reader.decode(entry)));
    }
    return rows;
  }

  /** Rows in the versions a view knows, from the cache or else as the database has them. */
  async viewed<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
    stamps: readonly (string | undefined)[],
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
    const fetched = await this.fetch(kind, missing.map((item) => item.id));
    for (const [n, item] of missing.entries()) rows[item.at] = fetched[n] ?? null;
    return rows;
  }

  /** What `make` makes of rows as {@link viewed} gives them, without the missing ones. */
  async made<K extends ListedKind, T>(
    kind: K,
    ids: readonly IdOf<K>[],
    { stamps, make }: {
      readonly stamps: readonly (string | undefined)[];
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
      : await this.fetch(kind, missing.map((item) => item.id));
    for (const [n, { at }] of missing.entries()) {
      const row = fetched[n];
      if (row !== undefined && row !== null) made[at] = make(row);
    }
    return made.filter((one): one is T => one !== undefined);
  }

  /** A cached row in exactly this version. */
  cached<K extends ListedKind>(spec: KindSpec<K>, id: IdOf<K>, versionstamp: string): unknown {
    return this.#shelf(spec.code).get(id, versionstamp);
  }

  /** Checks a row that was read and keeps it; only when there is room while many are read. */
  keep<K extends ListedKind>(
    spec: KindSpec<K>,
    id: IdOf<K> | null,
    read: ReadRow,
    options: { readonly onlyIfRoom?: boolean } = {},
  ): RowOf<K> | null {
    const row = this.toRow(spec, read);
    if (row === null || read.versionstamp === null) return null;
    const shelf = this.#shelf(spec.code);
    const key = id ?? spec.idOf(row);
    if (options.onlyIfRoom) {
      if (!spec.isLog) shelf.setIfRoom(key, read.versionstamp, row, read.bytes);
    } else shelf.set(key, read.versionstamp, row, read.bytes);
    return row;
  }

  /** Keeps a row that was just committed. */
  keepOwn(
    code: string,
    id: string | number,
    versionstamp: string,
    row: unknown,
    bytes: number,
  ): void {
    this.#shelf(code).set(id, versionstamp, row, bytes);
  }

  /** Drops a row. */
  drop(code: string, id: string | number): void {
    this.#shelf(code).delete(id);
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
