/** One decoded row, between the one kept before it and the one kept after it. */
interface CachedRow {
  readonly shelf: Map<string | number, CachedRow>;
  readonly id: string | number;
  versionstamp: string;
  readonly row: unknown;
  bytes: number;
  /** Whether it was used since it was kept or last spared. */
  isUsed: boolean;
  /** What `maker` made of the row; undefined: nothing yet. */
  made: unknown;
  maker: unknown;
  older: CachedRow | null;
  newer: CachedRow | null;
}

/** Memory a cached row costs beside its encoded bytes. */
const OVERHEAD_BYTES = 120;

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

  /** The row when it is cached in exactly this version. */
  get(id: string | number, versionstamp: string): unknown {
    return this.#find(id, versionstamp)?.row;
  }

  /** What `maker` makes of a row that is cached in exactly this version; made once, then kept with the row. */
  made<T>(id: string | number, versionstamp: string, maker: (row: unknown) => T): T | undefined {
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

  #find(id: string | number, versionstamp: string): CachedRow | undefined {
    const found = this.#rows.get(id);
    if (found === undefined || found.versionstamp !== versionstamp) {
      this.#cache.misses++;
      return undefined;
    }
    this.#cache.hits++;
    // The text that is asked with next time: one and the same is compared without being read.
    found.versionstamp = versionstamp;
    found.isUsed = true;
    return found;
  }

  /** Keeps a row; older ones go when there is no room. */
  set(id: string | number, versionstamp: string, row: unknown, encodedBytes: number): void {
    const bytes = encodedBytes + OVERHEAD_BYTES;
    this.delete(id);
    if (!this.#cache.admits(bytes)) return;
    const shelf = this.#rows;
    const cached: CachedRow = {
      shelf,
      id,
      versionstamp,
      row,
      bytes,
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
  setIfRoom(id: string | number, versionstamp: string, row: unknown, encodedBytes: number): void {
    if (this.#cache.hasRoomFor(encodedBytes)) this.set(id, versionstamp, row, encodedBytes);
  }

  /** Drops a row. */
  delete(id: string | number): void {
    const found = this.#rows.get(id);
    if (found === undefined) return;
    this.#rows.delete(id);
    this.#cache.remove(found);
  }
}
