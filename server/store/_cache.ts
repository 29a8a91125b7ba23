/** One decoded row, between the one kept before it and the one kept after it. */
interface CachedRow {
  readonly shelf: Map<string | number, CachedRow>;
  readonly id: string | number;
  versionstamp: string;
  readonly row: unknown;
  bytes: number;
  /** Whether nothing newer has been committed, as far as this process alone can tell. */
  isLatest: boolean;
  /** Whether it was used since it was kept or last spared. */
  isUsed: boolean;
  /** What `maker` made of the row; undefined: nothing yet. */
  made: unknown;
  maker: unknown;
  older: CachedRow | null;
  newer: CachedRow | null;
}

/** A row that is to be kept. */
export interface NewRow {
  /** Stamp of its commit. */
  readonly versionstamp: string;
  /** The row. */
  readonly row: unknown;
  /** Its size as it is stored. */
  readonly encodedBytes: number;
  /** Whether this process, alone on the database, knows of nothing newer. */
  readonly isLatest: boolean;
}

/** Memory a cached row costs beside its encoded bytes. */
const OVERHEAD_BYTES = 160;

/**
 * Decoded rows of all orgs, bounded by their encoded bytes. The oldest ones go, but one that was used
 * meanwhile is spared once, which costs a use less than moving it to the front.
 */
export class RowCache {
  readonly #maxBytes: number;
  #oldest: CachedRow | null = null;
  #newest: CachedRow | null = null;
  bytes = 0;
  hits = 0;
  misses = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** A place for rows of one kind of one org. */
  shelf(): Shelf {
    return new Shelf(this);
  }

  /** Whether a row may be kept at all. */
  admits(bytes: number): boolean {
    return bytes <= this.#maxBytes / 8;
  }

  /** Whether a row can be kept without another one going. */
  hasRoomFor(encodedBytes: number): boolean {
    return this.bytes + encodedBytes + OVERHEAD_BYTES <= this.#maxBytes;
  }

  /** Counts a row in as the newest one. */
  add(cached: CachedRow): void {
    this.bytes += cached.bytes;
    this.#append(cached);
    this.#makeRoom();
  }

  /** Counts what was made of a row as much as the row. */
  grow(cached: CachedRow): void {
    this.bytes += cached.bytes;
    cached.bytes *= 2;
    this.#makeRoom();
  }

  #makeRoom(): void {
    while (this.bytes > this.#maxBytes && this.#oldest !== null) {
      const cached = this.#oldest;
      if (cached.isUsed) {
        cached.isUsed = false;
        this.#unlink(cached);
        this.#append(cached);
      } else {
        this.remove(cached);
        cached.shelf.delete(cached.id);
      }
    }
  }

  /** Takes a row out of the count; its shelf forgets it. */
  remove(cached: CachedRow): void {
    this.bytes -= cached.bytes;
    this.#unlink(cached);
  }

  #append(cached: CachedRow): void {
    cached.older = this.#newest;
    cached.newer = null;
    if (this.#newest === null) this.#oldest = cached;
    else this.#newest.newer = cached;
    this.#newest = cached;
  }

  #unlink({ older, newer }: CachedRow): void {
    if (older === null) this.#oldest = newer;
    else older.newer = newer;
    if (newer === null) this.#newest = older;
    else newer.older = older;
  }
}

/** The cached rows of one kind of one org, by id. */
export class Shelf {
  readonly #cache: RowCache;
  readonly #rows = new Map<string | number, CachedRow>();

  constructor(cache: RowCache) {
    this.#cache = cache;
  }

  /** The row when it is cached in exactly this version; null: in the latest one. */
  get(id: string | number, versionstamp: string | null): unknown {
    return this.#find(id, versionstamp)?.row;
  }

  /** What `maker` makes of a row that {@link get} gives; made once, then kept with the row. */
  made<T>(
    id: string | number,
    versionstamp: string | null,
    maker: (row: unknown) => T,
  ): T | undefined {
    const found = this.#find(id, versionstamp);
    if (found === undefined) return undefined;
    if (found.maker !== maker) {
      found.made = maker(found.row);
      if (found.maker === null) this.#cache.grow(found);
      found.maker = maker;
    }
    // The maker is the one that made it.
    return found.made as T;
  }

  #find(id: string | number, versionstamp: string | null): CachedRow | undefined {
    const found = this.#rows.get(id);
    if (found === undefined) this.#cache.misses++;
    else if (versionstamp === null ? found.isLatest : found.versionstamp === versionstamp) {
      this.#cache.hits++;
      // The text that is asked with next time: one and the same is compared without being read.
      if (versionstamp !== null) found.versionstamp = versionstamp;
      found.isUsed = true;
      return found;
    } else this.#cache.misses++;
    return undefined;
  }

  /** Keeps a row; older ones go when there is no room. */
  set(id: string | number, row: NewRow): void {
    const bytes = row.encodedBytes + OVERHEAD_BYTES;
    this.delete(id);
    if (!this.#cache.admits(bytes)) return;
    const shelf = this.#rows;
    const cached: CachedRow = {
      shelf,
      id,
      versionstamp: row.versionstamp,
      row: row.row,
      bytes,
      isLatest: row.isLatest,
      isUsed: false,
      made: undefined,
      maker: null,
      older: null,
      newer: null,
    };
    shelf.set(id, cached);
    this.#cache.add(cached);
  }

  /** Keeps a row only when nothing has to go for it (bulk reads must not push out hot rows). */
  setIfRoom(id: string | number, row: NewRow): void {
    if (this.#cache.hasRoomFor(row.encodedBytes)) this.set(id, row);
  }

  /** Notes that a row is the latest. */
  confirm(id: string | number): void {
    const found = this.#rows.get(id);
    if (found !== undefined) found.isLatest = true;
  }

  /** Drops all rows. */
  clear(): void {
    for (const cached of this.#rows.values()) this.#cache.remove(cached);
    this.#rows.clear();
  }

  /** Drops a row. */
  delete(id: string | number): void {
    const found = this.#rows.get(id);
    if (found === undefined) return;
    this.#rows.delete(id);
    this.#cache.remove(found);
  }
}
