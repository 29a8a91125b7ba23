/**
 * Sketches of vectors: one bit a dimension. In how many bits two of them differ tells the angle between
 * the vectors, roughly, at an eighth of the cost of bytes.
 *
 * @module
 */

import type { VectorInput } from "./types.ts";
import { VECTOR_MEMORY } from "./vector_memory.ts";

/** Seed of the signs that a vector is mixed with. */
const SEED = 0x9e3779b9;

/** Bytes of a sketch come in multiples of this. */
const BYTE_STEP = 16;

/** Sketches of queries, by the array that was given; how one is made follows from its length alone. */
const sketchesOfQueries = new WeakMap<VectorInput, Uint8Array>();

/** Rows that the first memory of sketches holds. */
const FIRST_ROWS = 1_024;

/** The sketches of the rows of a vector store, one after another. */
export class Sketches {
  /** Bytes of a sketch: a bit a dimension, their number rounded up to a power of two. */
  readonly bytes: number;
  readonly #signs: Float32Array;
  readonly #mixed: Float32Array;
  #base = 0;
  #rows = 0;

  /** @param dimensions Length of the vectors. */
  constructor(dimensions: number) {
    const bits = Math.max(BYTE_STEP * 8, 2 ** Math.ceil(Math.log2(dimensions)));
    this.bytes = bits / 8;
    this.#mixed = new Float32Array(bits);
    let state = SEED;
    this.#signs = Float32Array.from({ length: bits }, () => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5 | 0;
      return state & 0x10000 ? 1 : -1;
    });
  }

  /** Address of the first sketch in the vector memory; moves when sketches are added. */
  get base(): number {
    return this.#base;
  }

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.#rows * this.bytes;
  }

  /** Keeps the sketch of a row. */
  set(row: number, vector: ArrayLike<number>): void {
    if (row >= this.#rows) this.#grow(row + 1);
    this.write(vector, this.#base + row * this.bytes);
  }

  /** The sketch of a row; a view that later calls may overwrite. */
  rawOf(row: number): Uint8Array {
    return new Uint8Array(VECTOR_MEMORY.buffer, this.#base + row * this.bytes, this.bytes);
  }

  /** Keeps a sketch for a row as {@link rawOf} gave it. */
  setRaw(row: number, sketch: Uint8Array): void {
    if (row >= this.#rows) this.#grow(row + 1);
    this.rawOf(row).set(sketch);
  }

  /** Keeps the sketches of the first rows, one after another. */
  fill(sketches: Uint8Array): void {
    this.#grow(Math.ceil(sketches.length / this.bytes));
    new Uint8Array(VECTOR_MEMORY.buffer).set(sketches, this.#base);
  }

  /** Gives all memory back. */
  release(): void {
    if (this.#rows > 0) VECTOR_MEMORY.release(this.#base, this.memoryBytes);
    this.#rows = 0;
  }

  #grow(rows: number): void {
    const grown = Math.max(FIRST_ROWS, 2 ** Math.ceil(Math.log2(rows)));
    const base = VECTOR_MEMORY.allocate(grown * this.bytes);
    const memory = new Uint8Array(VECTOR_MEMORY.buffer);
    memory.copyWithin(base, this.#base, this.#base + this.memoryBytes);
    this.release();
    this.#base = base;
    this.#rows = grown;
  }

  /** Writes the sketch of a query, made once an array: one query is asked of several indexes. */
  writeQuery(query: VectorInput, address: number): void {
    const place = new Uint8Array(VECTOR_MEMORY.buffer, address, this.bytes);
    const known = sketchesOfQueries.get(query);
    if (known !== undefined) return place.set(known);
    this.write(query, address);
    sketchesOfQueries.set(query, place.slice());
  }

  /** Writes the sketch of a vector, the signs of its numbers after mixing them all, to an address. */
  write(vector: ArrayLike<number>, address: number): void {
    const mixed = this.#mixed.fill(0);
    for (let i = 0; i < vector.length; i++) mixed[i] = (vector[i] ?? 0) * (this.#signs[i] ?? 1);
    mixEvenly(mixed);
    const sketch = new Uint32Array(VECTOR_MEMORY.buffer, address, this.bytes / 4);
    for (let word = 0, at = 0; word < sketch.length; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) if ((mixed[at] ?? 0) > 0) bits |= 1 << bit;
      sketch[word] = bits;
    }
  }
}

/** The Walsh-Hadamard transform, in place, without its scale. */
function mixEvenly(numbers: Float32Array): void {
  for (let half = 1; half < numbers.length; half *= 2) {
    for (let start = 0; start < numbers.length; start += 2 * half) {
      for (let i = start; i < start + half; i++) {
        const a = numbers[i] ?? 0;
        const b = numbers[i + half] ?? 0;
        numbers[i] = a + b;
        numbers[i + half] = a - b;
      }
    }
  }
}
