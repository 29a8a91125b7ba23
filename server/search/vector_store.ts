/**
 * The vectors of one index, by document slot.
 *
 * @module
 */
import { withRoom } from "./growable.ts";
import { DIMENSION_STEP } from "./kernel.ts";
import type { VectorInput, VectorStorage } from "./types.ts";
import { VECTOR_MEMORY } from "./vector_memory.ts";

/** Rows that get their memory together. */
const ROWS_PER_BLOCK = 64;

/** Greatest absolute value of a quantised number. */
const MAX_INT8 = 127;

/** Scratch memory of a search: query, row addresses, results. Shared, as a search never waits. */
const scratch = { addresses: 0, results: 0, rows: 0, query: 0, queryBytes: 0 };

function reserveScratch(rows: number, queryBytes: number): void {
  if (rows > scratch.rows) {
    if (scratch.rows > 0) {
      VECTOR_MEMORY.release(scratch.addresses, scratch.rows * 4);
      VECTOR_MEMORY.release(scratch.results, scratch.rows * 4);
    }
    scratch.rows = 1 << Math.ceil(Math.log2(Math.max(rows, 1024)));
    scratch.addresses = VECTOR_MEMORY.allocate(scratch.rows * 4);
    scratch.results = VECTOR_MEMORY.allocate(scratch.rows * 4);
  }
  if (queryBytes > scratch.queryBytes) {
    if (scratch.queryBytes > 0) VECTOR_MEMORY.release(scratch.query, scratch.queryBytes);
    scratch.queryBytes = queryBytes;
    scratch.query = VECTOR_MEMORY.allocate(queryBytes);
  }
}

/** Factor that brings the largest number of a vector to 127, or 0 for a vector of zeros. */
function int8Factor(vector: VectorInput): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i] ?? 0));
  return largest > 0 && Number.isFinite(largest) ? MAX_INT8 / largest : 0;
}

function quantise(vector: VectorInput, into: Int8Array | Int16Array): void {
  const factor = int8Factor(vector);
  for (let i = 0; i < vector.length; i++) into[i] = Math.round((vector[i] ?? 0) * factor);
}

/** 1 / length of a row, 0 for a row of zeros. */
function inverseLength(row: ArrayLike<number>): number {
  let square = 0;
  for (let i = 0; i < row.length; i++) square += (row[i] ?? 0) * (row[i] ?? 0);
  return square > 0 ? 1 / Math.sqrt(square) : 0;
}

/** Vectors of numbered slots, quantised to bytes or as 32-bit floats. */
export class VectorStore {
  readonly #dimensions: number;
  readonly #stride: number;
  readonly #storage: VectorStorage;
  readonly #blocks: number[] = [];
  readonly #freeRows: number[] = [];
  #addresses: Uint32Array = new Uint32Array(16);
  #inverseLengths: Float64Array = new Float64Array(16);
  #count = 0;

  /**
   * @param dimensions Length of the vectors.
   * @param storage How numbers are kept.
   */
  constructor(dimensions: number, storage: VectorStorage) {
    this.#dimensions = dimensions;
    this.#stride = Math.ceil(dimensions / DIMENSION_STEP) * DIMENSION_STEP;
    this.#storage = storage;
  }

  /** How many slots have a vector. */
  get count(): number {
    return this.#count;
  }

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.#blocks.length * this.#blockBytes + this.#addresses.byteLength * 3;
  }

  get #rowBytes(): number {
    return this.#stride * (this.#storage === "int8" ? 1 : 4);
  }

  get #blockBytes(): number {
    return this.#rowBytes * ROWS_PER_BLOCK;
  }

  /** Whether a slot has a vector. */
  has(slot: number): boolean {
    return (this.#addresses[slot] ?? 0) > 0;
  }

  /**
   * Keeps a vector. A vector of zeros means nothing and is not kept.
   *
   * @throws {RangeError} If its length is not that of the index.
   */
  set(slot: number, vector: VectorInput): void {
    this.checkLength(vector);
    this.remove(slot);
    const address = this.#takeRow();
    const row = this.#rowAt(address);
    if (row instanceof Int8Array) quantise(vector, row);
    else row.set(vector);
    this.#keep(slot, address, row);
  }

  /** Keeps a vector that is already in the form of the store, as {@link rawOf} gives it. */
  setRaw(slot: number, bytes: Uint8Array): void {
    const address = this.#takeRow();
    new Uint8Array(VECTOR_MEMORY.buffer, address, this.#rowBytes).set(bytes);
    this.#keep(slot, address, this.#rowAt(address));
  }

  /** The bytes of a slot's vector; a view that later calls may overwrite. */
  rawOf(slot: number): Uint8Array {
    return new Uint8Array(VECTOR_MEMORY.buffer, this.#addresses[slot] ?? 0, this.#rowBytes);
  }

  /** Forgets the vector of a slot. */
  remove(slot: number): void {
    const address = this.#addresses[slot] ?? 0;
    if (address === 0) return;
    this.#freeRows.push(address);
    this.#addresses[slot] = 0;
    this.#count--;
  }

  /** Gives all memory back; the store must not be used again. */
  release(): void {
    for (const block of this.#blocks) VECTOR_MEMORY.release(block, this.#blockBytes);
    this.#blocks.length = 0;
  }

  /**
   * Refuses a vector of another length.
   *
   * @throws {RangeError} If the length is not that of the index.
   */
  checkLength(vector: VectorInput): void {
    if (vector.length !== this.#dimensions) {
      throw new RangeError(
        `Cannot use a vector of ${vector.length} numbers: this index takes ${this.#dimensions}`,
      );
    }
  }

  /**
   * Cosines of a query with the slots that pass.
   *
   * @param passing 1 for each slot wanted.
   * @param cosines Receives the cosine by slot; slots without a vector are left as they are.
   */
  cosines(query: VectorInput, passing: Uint8Array, cosines: Float64Array): void {
    this.checkLength(query);
    reserveScratch(this.#count, this.#stride * 4);
    const slots = this.#gather(passing);
    const inverse = this.#placeQuery(query);
    const { kernel } = VECTOR_MEMORY;
    const dots = this.#storage === "int8" ? kernel.dotsI8 : kernel.dotsF32;
    dots(scratch.query, scratch.addresses, slots.length, this.#stride, scratch.results);
    const Results = this.#storage === "int8" ? Int32Array : Float32Array;
    const results = new Results(VECTOR_MEMORY.buffer, scratch.results, slots.length);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      const value = (results[i] ?? 0) * inverse * (this.#inverseLengths[slot] ?? 0);
      cosines[slot] = Math.max(-1, Math.min(1, value));
    }
  }

  /** Lists the slots that pass and have a vector, and puts their addresses before the kernel. */
  #gather(passing: Uint8Array): Uint32Array {
    const addresses = new Uint32Array(VECTOR_MEMORY.buffer, scratch.addresses, this.#count);
    const slots = new Uint32Array(this.#count);
    let found = 0;
    for (let slot = 0; slot < passing.length; slot++) {
      const address = this.#addresses[slot] ?? 0;
      if (address === 0 || passing[slot] === 0) continue;
      addresses[found] = address;
      slots[found++] = slot;
    }
    return slots.subarray(0, found);
  }

  /** Puts the query before the kernel and gives 1 / its length. */
  #placeQuery(query: VectorInput): number {
    const Place = this.#storage === "int8" ? Int16Array : Float32Array;
    const place = new Place(VECTOR_MEMORY.buffer, scratch.query, this.#stride);
    place.fill(0);
    if (place instanceof Int16Array) quantise(query, place);
    else place.set(query);
    return inverseLength(place);
  }

  #rowAt(address: number): Int8Array | Float32Array {
    const Row = this.#storage === "int8" ? Int8Array : Float32Array;
    return new Row(VECTOR_MEMORY.buffer, address, this.#stride);
  }

  #keep(slot: number, address: number, row: Int8Array | Float32Array): void {
    const inverse = inverseLength(row);
    if (!(inverse > 0 && Number.isFinite(inverse))) {
      this.#freeRows.push(address);
      return;
    }
    this.#addresses = withRoom(this.#addresses, slot + 1);
    this.#inverseLengths = withRoom(this.#inverseLengths, slot + 1);
    this.#addresses[slot] = address;
    this.#inverseLengths[slot] = inverse;
    this.#count++;
  }

  #takeRow(): number {
    const free = this.#freeRows.pop();
    if (free !== undefined) return free;
    const block = VECTOR_MEMORY.allocate(this.#blockBytes);
    this.#blocks.push(block);
    for (let i = ROWS_PER_BLOCK - 1; i > 0; i--) this.#freeRows.push(block + i * this.#rowBytes);
    return block;
  }
}
