/** One decoded row. */
interface CachedRow {
  readonly versionstamp: string;
  readonly row: unknown;
  readonly bytes: number;
}

/** Memory a cached row costs beside its encoded bytes. */
const OVERHEAD_BYTES = 120;

/** Share of the room from which on it is noted which rows are used. */
const CROWDED = 0.5;

/** Decoded rows of all orgs, least recently used first, bounded by their encoded bytes. */
export class RowCache {
  readonly #maxBytes: number;
  readonly #rows: Map<string, CachedRow> = new Map();
  bytes = 0;
  hits = 0;
  misses = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The row when it is cached in exactly this version. */
  get(key: string, versionstamp: string): unknown {
    const found = this.#rows.get(key);
    if (found === undefined || found.versionstamp !== versionstamp) {
      this.misses++;
      return undefined;
    }
    this.hits++;
    // While there is plenty of room, nobody asks which rows were used last.
    if (this.bytes > this.#maxBytes * CROWDED) {
      this.#rows.delete(key);
      this.#rows.set(key, found);
    }
    return found.row;
  }

  /** Keeps a row; drops the ones unused for longest when there is no room. */
  set(key: string, versionstamp: string, row: unknown, encodedBytes: number): void {
    const bytes = encodedBytes + OVERHEAD_BYTES;
    this.delete(key);
    if (bytes > this.#maxBytes / 8) return;
    this.#rows.set(key, { versionstamp, row, bytes });
    this.bytes += bytes;
    for (const oldest of this.#rows.keys()) {
      if (this.bytes <= this.#maxBytes) break;
      this.delete(oldest);
    }
  }

  /** Keeps a row only when nothing has to go for it (bulk reads must not push out hot rows). */
  setIfRoom(key: string, versionstamp: string, row: unknown, encodedBytes: number): void {
    if (this.bytes + encodedBytes + OVERHEAD_BYTES > this.#maxBytes) return;
    this.set(key, versionstamp, row, encodedBytes);
  }

  /** Drops a row. */
  delete(key: string): void {
    const found = this.#rows.get(key);
    if (found === undefined) return;
    this.#rows.delete(key);
    this.bytes -= found.bytes;
  }
}
