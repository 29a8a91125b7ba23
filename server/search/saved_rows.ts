/**
 * Rows of memory that are saved while the index they belong to goes on changing.
 *
 * @module
 */

/** Rows that make one piece. */
const ROWS_PER_PIECE = 64;

/** What a reader of rows needs. */
export interface SavedRowsOptions {
  /** The rows, in the order they are saved in. */
  readonly rows: Uint32Array;
  /** Bytes of a row. */
  readonly rowBytes: number;
  /** The bytes of a row as memory has them now. */
  readonly rawOf: (row: number) => Uint8Array;
  /** Called when nobody reads any more. */
  readonly onEnd: (saved: SavedRows) => void;
}

/** Rows as they are now: copied when they are read, or before they are given up. */
export class SavedRows {
  readonly #options: SavedRowsOptions;
  readonly #kept = new Map<number, Uint8Array>();

  /** @param options Which rows, and where they are. */
  constructor(options: SavedRowsOptions) {
    this.#options = options;
  }

  /** Bytes of all rows. */
  get length(): number {
    return this.#options.rows.length * this.#options.rowBytes;
  }

  /** Copies a row whose memory is about to be used for something else. */
  keep(row: number): void {
    if (!this.#kept.has(row)) this.#kept.set(row, this.#options.rawOf(row).slice());
  }

  /** Copies all rows: the memory is about to be given back. */
  keepAll(): void {
    for (const row of this.#options.rows) this.keep(row);
  }

  /** The bytes of the rows. */
  *pieces(): Generator<Uint8Array> {
    const { rows, rowBytes, rawOf } = this.#options;
    for (let first = 0; first < rows.length; first += ROWS_PER_PIECE) {
      const some = rows.subarray(first, first + ROWS_PER_PIECE);
      const piece = new Uint8Array(some.length * rowBytes);
      for (const [n, row] of some.entries()) {
        piece.set(this.#kept.get(row) ?? rawOf(row), n * rowBytes);
      }
      yield piece;
    }
  }

  /** Says that nobody reads any more. */
  end(): void {
    this.#options.onEnd(this);
  }
}
