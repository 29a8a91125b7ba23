/**
 * Rows of one size in the memory of vectors: who needs one takes it, and gives it back.
 *
 * @module
 */
import { NumberList } from "./growable.ts";
import { VECTOR_MEMORY } from "./vector_memory.ts";

/** Rows that get their memory together. */
const ROWS_PER_BLOCK = 64;

/** Numbered rows, and where they are. A row stays where it is. */
export class VectorRows {
  readonly #rowBytes: number;
  readonly #blocks: number[] = [];
  readonly #free = new NumberList();
  /** Where the kernel finds the addresses of all rows, with room for so many. */
  #table = { at: 0, rows: 0 };

  /** @param rowBytes Bytes of a row, a multiple of 16. */
  constructor(rowBytes: number) {
    this.#rowBytes = rowBytes;
  }

  /** How many rows there are, free ones included. */
  get count(): number {
    return this.#blocks.length * ROWS_PER_BLOCK;
  }

  /** Address of the addresses of all rows, 32-bit integers. */
  get table(): number {
    return this.#table.at;
  }

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.count * this.#rowBytes + this.#table.rows * 4;
  }

  get #blockBytes(): number {
    return this.#rowBytes * ROWS_PER_BLOCK;
  }

  /** Where a row is. */
  addressOf(row: number): number {
    const block = this.#blocks[Math.floor(row / ROWS_PER_BLOCK)] ?? 0;
    return block + (row % ROWS_PER_BLOCK) * this.#rowBytes;
  }

  /** A row that nobody has; the memory may move. */
  take(): number {
    if (this.#free.length === 0) {
      const first = this.count;
      this.#addBlock();
      for (let row = this.count - 1; row >= first; row--) this.#free.push(row);
    }
    return this.#free.pop();
  }

  /** Gives a row back. */
  giveBack(row: number): void {
    this.#free.push(row);
  }

  /** Takes rows 0, 1, 2 and so on with what they are to hold; there must be none yet. */
  fill(rows: Uint8Array): void {
    for (let at = 0; at < rows.length; at += this.#blockBytes) {
      const block = this.#addBlock();
      new Uint8Array(VECTOR_MEMORY.buffer).set(rows.subarray(at, at + this.#blockBytes), block);
    }
    for (let row = this.count - 1; row >= rows.length / this.#rowBytes; row--) this.#free.push(row);
  }

  /** Gives all memory back; no row must be used again. */
  release(): void {
    for (const block of this.#blocks) VECTOR_MEMORY.release(block, this.#blockBytes);
    this.#blocks.length = 0;
    if (this.#table.rows > 0) VECTOR_MEMORY.release(this.#table.at, this.#table.rows * 4);
    this.#table = { at: 0, rows: 0 };
  }

  /** Room for more rows, filed in the table of addresses; gives its address. */
  #addBlock(): number {
    const block = VECTOR_MEMORY.allocate(this.#blockBytes);
    this.#blocks.push(block);
    if (this.count > this.#table.rows) this.#growTable();
    const addresses = new Uint32Array(VECTOR_MEMORY.buffer, this.#table.at, this.count);
    for (let row = this.count - ROWS_PER_BLOCK; row < this.count; row++) {
      addresses[row] = this.addressOf(row);
    }
    return block;
  }

  #growTable(): void {
    const { at, rows } = this.#table;
    const room = Math.max(this.count, rows * 2);
    this.#table = { at: VECTOR_MEMORY.allocate(room * 4), rows: room };
    new Uint32Array(VECTOR_MEMORY.buffer, this.#table.at, rows)
      .set(new Uint32Array(VECTOR_MEMORY.buffer, at, rows));
    if (rows > 0) VECTOR_MEMORY.release(at, rows * 4);
  }
}
