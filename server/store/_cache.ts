/** One decoded row, between the one used before it and the one used after it. */
interface CachedRow {
  readonly shelf: Map<string | number, CachedRow>;
  readonly id: string | number;
  readonly versionstamp: string;
  readonly row: unknown;
  readonly bytes: number;
  older: CachedRow | null;
  newer: CachedRow | null;
}

/** Memory a cached row costs beside its encoded bytes. */
const OVERHEAD_BYTES = 120;

/** Decoded rows of all orgs, bounded by their encoded bytes; the ones unused for longest go. */
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

  /** Counts a row in as the one used last. */
  add(cached: CachedRow): void {
    this.bytes += cached.bytes;
    this.#append(cached);
    while (this.bytes > this.#maxBytes && this.#oldest !== null) {
      const { shelf, id } = this.#oldest;
      this.remove(this.#oldest);
      shelf.delete(id);
    }
  }

  /** Takes a row out of the count; its shelf forgets it. */
  remove(cached: CachedRow): void {
    this.bytes -= cached.bytes;
    this.#unlink(cached);
  }

  /** Notes that a row was used. */
  use(cached: CachedRow): void {
    if (cached === this.#newest) return;
    this.#unlink(cached);
    this.#append(cached);
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
    const found = this.#rows.get(id);
    if (found === undefined || found.versionstamp !== versionstamp) {
      this.#cache.misses++;
      return undefined;
    }
    this.#cache.hits++;
    this.#cache.use(found);
    return found.row;
  }

  /** Keeps a row; drops the ones unused for longest when there is no room. */
  set(id: string | number, versionstamp: string, row: unknown, encodedBytes: number): void {
    const bytes = encodedBytes + OVERHEAD_BYTES;
    this.delete(id);
    if (!this.#cache.admits(bytes)) return;
    const shelf = this.#rows;
    const cached = { shelf, id, versionstamp, row, bytes, older: null, newer: null };
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
