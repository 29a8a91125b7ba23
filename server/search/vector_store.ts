/**
 * The vectors of one index, by document slot.
 *
 * @module
 */
import { withRoom } from "./growable.ts";
import { DIMENSION_STEP, U7_ZERO } from "./kernel.ts";
import { Sketches } from "./sketch.ts";
import type { RowScoring } from "./fusion.ts";
import { inverseLength, quantise, quantisedQuery } from "./quantise.ts";
import { RowFacts, type ScoredSlots } from "./row_facts.ts";
import { placeNumbers, placesFor } from "./row_memory.ts";
import type { SlotScores } from "./slot_scores.ts";
import { SavedRows } from "./saved_rows.ts";
import type { PartReader, PartWriter } from "./snapshot_parts.ts";
import type { VectorInput, VectorStorage } from "./types.ts";
import { type CentredCosines, VectorCentre } from "./vector_centre.ts";
import { VECTOR_MEMORY } from "./vector_memory.ts";
import { VectorRows } from "./vector_rows.ts";

/** Share of all rows from which on it is faster to multiply all than to list those wanted. */
const MOST = 0.25;

/** The least of them for which that is worth the preparation. */
const LEAST_DENSE = 64;

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

function sumOf(numbers: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] ?? 0;
  return sum;
}

/** A cosine without what rounding put beyond its bounds. */
function withinOne(value: number): number {
  return value > 1 ? 1 : value < -1 ? -1 : value;
}

/** A vector as a store keeps it. */
export interface RawVector {
  /** Its numbers. */
  readonly vector: Uint8Array;
  /** Its sketch, where the store has made sketches. */
  readonly sketch?: Uint8Array;
}

/** Vectors of numbered slots, quantised to bytes or as 32-bit floats. */
export class VectorStore {
  readonly #dimensions: number;
  readonly #stride: number;
  readonly #storage: VectorStorage;
  /** Sketches by row, made when rough cosines are first asked for. */
  #sketches: Sketches | undefined;
  readonly #rows: VectorRows;
  /** Number of a slot's row plus 1; 0 for a slot without a vector. */
  #rowOfSlot: Uint32Array = new Uint32Array(16);
  #inverseLengths: Float64Array = new Float64Array(16);
  /** Sums of the numbers of vectors of bytes, by slot. */
  #sums: Int32Array = new Int32Array(16);
  /** Rows that somebody still reads to save them. */
  readonly #saved = new Set<SavedRows>();
  readonly #centre: VectorCentre;
  readonly #facts = new RowFacts();
  #count = 0;

  /**
   * @param dimensions Length of the vectors.
   * @param storage How numbers are kept.
   */
  constructor(dimensions: number, storage: VectorStorage) {
    this.#dimensions = dimensions;
    this.#stride = Math.ceil(dimensions / DIMENSION_STEP) * DIMENSION_STEP;
    this.#storage = storage;
    this.#rows = new VectorRows(this.rowBytes);
    this.#centre = new VectorCentre(dimensions);
  }

  /** How many slots have a vector. */
  get count(): number {
    return this.#count;
  }

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.#rows.memoryBytes +
      this.#rowOfSlot.byteLength * 4 +
      this.#centre.memoryBytes + this.#facts.memoryBytes + (this.#sketches?.memoryBytes ?? 0);
  }

  /** Bytes of one sketch; 0 while there are none. */
  get sketchBytes(): number {
    return this.#sketches?.bytes ?? 0;
  }

  /** Bytes of one vector. */
  get rowBytes(): number {
    return this.#stride * (this.#storage === "int8" ? 1 : 4);
  }

  /** Whether a slot has a vector. */
  has(slot: number): boolean {
    return (this.#rowOfSlot[slot] ?? 0) > 0;
  }

  /**
   * Keeps a vector for a slot that has none. A vector of zeros means nothing and is not kept.
   *
   * @throws {RangeError} If its length is not that of the index.
   */
  set(slot: number, vector: VectorInput): void {
    this.checkLength(vector);
    const row = this.#rows.take();
    const place = this.#vectorAt(row);
    if (place instanceof Int8Array) quantise(vector, place);
    else place.set(vector);
    this.#keep(slot, row);
  }

  /** A slot's vector in the form of the store; views that later calls may overwrite. */
  rawOf(slot: number): RawVector {
    const row = (this.#rowOfSlot[slot] ?? 0) - 1;
    const vector = this.#rawVector(row);
    const sketch = this.#sketches?.rawOf(row);
    return sketch ? { vector, sketch } : { vector };
  }

  /** Keeps a vector for a slot that has none, as {@link rawOf} gave it. */
  setRaw(slot: number, { vector, sketch }: RawVector): void {
    const row = this.#rows.take();
    this.#rawVector(row).set(vector);
    if (sketch) this.#sketches ??= this.#makeSketches();
    this.#keep(slot, row, sketch);
  }

  /** Adds the vectors of so many slots to a snapshot, in the order of the slots. */
  write(parts: PartWriter, slots: number): void {
    const rowOfSlot = new Uint32Array(slots);
    const inverseLengths = new Float64Array(slots);
    const rows = new Uint32Array(this.#count);
    let count = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (!this.has(slot)) continue;
      rows[count] = (this.#rowOfSlot[slot] ?? 0) - 1;
      rowOfSlot[slot] = ++count;
      inverseLengths[slot] = this.#inverseLengths[slot] ?? 0;
    }
    parts.add(rowOfSlot);
    parts.add(inverseLengths);
    parts.addLazily(this.#save(rows, this.rowBytes, (row) => this.#rawVector(row)));
    const sketches = this.#sketches;
    if (!sketches) parts.add(new Uint8Array(0));
    else parts.addLazily(this.#save(rows, sketches.bytes, (row) => sketches.rawOf(row)));
    this.#centre.write(parts);
  }

  /** Rows that are read bit by bit while this store goes on changing. */
  #save(rows: Uint32Array, rowBytes: number, rawOf: (row: number) => Uint8Array): SavedRows {
    const onEnd = (saved: SavedRows) => this.#saved.delete(saved);
    const saved = new SavedRows({ rows, rowBytes, rawOf, onEnd });
    this.#saved.add(saved);
    return saved;
  }

  #rawVector(row: number): Uint8Array {
    return new Uint8Array(VECTOR_MEMORY.buffer, this.#rows.addressOf(row), this.rowBytes);
  }

  /** Takes vectors from a snapshot; there must be none yet. */
  read(parts: PartReader): void {
    this.#rowOfSlot = parts.nextUint32();
    this.#inverseLengths = parts.nextFloat64();
    const vectors = parts.next();
    const sketches = parts.next();
    this.#centre.read(parts);
    this.#count = vectors.length / this.rowBytes;
    this.#rows.fill(vectors);
    this.#learnSums();
    if (sketches.length === 0) return;
    this.#sketches = new Sketches(this.#stride);
    this.#sketches.fill(sketches);
  }

  /** Sums of the numbers of all vectors: their products with ones. */
  #learnSums(): void {
    this.#sums = new Int32Array(this.#rowOfSlot.length);
    if (this.#storage !== "int8") return;
    const rowCount = this.#rows.count;
    reserveScratch(rowCount, this.#stride * 4);
    new Uint8Array(VECTOR_MEMORY.buffer, scratch.query, this.#stride).fill(1);
    const sums = this.#dots(this.#rows.table, rowCount);
    for (let slot = 0; slot < this.#rowOfSlot.length; slot++) {
      const row = this.#rowOfSlot[slot] ?? 0;
      if (row > 0) this.#sums[slot] = sums[row - 1] ?? 0;
    }
  }

  /** Forgets the vector of a slot. */
  remove(slot: number): void {
    const row = this.#rowOfSlot[slot] ?? 0;
    if (row === 0) return;
    this.#centre.count(this.#vectorAt(row - 1), this.#inverseLengths[slot] ?? 0, -1);
    for (const saved of this.#saved) saved.keep(row - 1);
    this.#rows.giveBack(row - 1);
    this.#rowOfSlot[slot] = 0;
    this.#facts.forget();
    this.#count--;
  }

  /** Gives all memory back; the store must not be used again. */
  release(): void {
    for (const saved of this.#saved) saved.keepAll();
    this.#rows.release();
    this.#facts.release();
    this.#sketches?.release();
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

  /** The slots that pass and have a vector. */
  slotsIn(passing: Uint8Array): Uint32Array {
    const slots = new Uint32Array(this.#count);
    const rows = this.#rowOfSlot;
    let found = 0;
    for (let slot = 0; slot < passing.length; slot++) {
      if (passing[slot] === 1 && (rows[slot] ?? 0) > 0) slots[found++] = slot;
    }
    return slots.subarray(0, found);
  }

  /** Whether so many of the slots pass that it is faster to multiply all rows than to list those. */
  isDense(passing: Uint8Array): boolean {
    if (this.#storage !== "int8") return false;
    let missing = Math.max(LEAST_DENSE, MOST * this.#rows.count);
    for (let slot = 0; slot < passing.length && missing > 0; slot++) missing -= passing[slot] ?? 0;
    return missing <= 0;
  }

  /**
   * Cosines and fused scores of all slots that pass, in one go.
   *
   * @param scores `broad` is what words score; receives the rest.
   * @param wanted How many of the best are wanted.
   */
  scoreAll(
    query: VectorInput,
    passing: Uint8Array,
    scores: SlotScores,
    scoring: RowScoring,
    wanted: number,
  ): ScoredSlots {
    this.checkLength(query);
    const rowCount = this.#rows.count;
    reserveScratch(rowCount, this.#stride * 4);
    const inverse = this.#placeQuery(query);
    this.#dots(this.#rows.table, rowCount);
    const known = { rows: this.#rowOfSlot, inverses: this.#inverseLengths, sums: this.#sums };
    const dots = scratch.results;
    return this.#facts.score(known, { passing, dots, inverse, scoring, wanted }, scores);
  }

  /**
   * Cosines of a query with some slots that have a vector.
   *
   * @param cosines Receives the cosine by slot.
   */
  cosines(query: VectorInput, slots: ArrayLike<number>, cosines: Float64Array): void {
    if (slots.length === 0) return;
    this.checkLength(query);
    reserveScratch(slots.length, this.#stride * 4);
    this.#placeAddresses(slots);
    const inverse = this.#placeQuery(query);
    const results = this.#dots(scratch.addresses, slots.length);
    const inverseLengths = this.#inverseLengths;
    const sums = this.#sums;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      const dot = (results[i] ?? 0) - U7_ZERO * (sums[slot] ?? 0);
      cosines[slot] = withinOne(dot * inverse * (inverseLengths[slot] ?? 0));
    }
  }

  /** Dot products of the query before the kernel with rows whose addresses are listed. */
  #dots(addresses: number, count: number): Int32Array | Float32Array {
    const { kernel, buffer } = VECTOR_MEMORY;
    const isInt8 = this.#storage === "int8";
    const dots = isInt8 ? kernel.dotsU7 : kernel.dotsF32;
    dots(scratch.query, addresses, count, this.#stride, scratch.results);
    const Results = isInt8 ? Int32Array : Float32Array;
    return new Results(buffer, scratch.results, count);
  }

  /**
   * Cosines of a query without the part that all vectors of the index share.
   *
   * @param slots Those that may be asked about, where they have a vector; undefined: all.
   * @param strength How much of the common part is taken away, 0 to 1.
   */
  centred(
    query: VectorInput,
    slots: Uint32Array | undefined,
    strength: number,
  ): CentredCosines {
    const centre = this.#centre;
    const part = centre.commonPart(this.#count, strength);
    const unknown = centre.unknownOf(slots ?? (() => this.#slots()), part)
      .filter((slot) => this.has(slot));
    if (unknown.length > 0) {
      this.#facts.forget();
      centre.learn(unknown, part, (vector, some, out) => this.cosines(vector, some, out));
    }
    return centre.cosinesOf(query, part);
  }

  /** All slots with a vector. */
  #slots(): Uint32Array {
    return this.slotsIn(new Uint8Array(this.#rowOfSlot.length).fill(1));
  }

  /** Whether more than `most` slots pass and have a vector. */
  hasMoreThan(most: number, passing: Uint8Array): boolean {
    if (this.#count <= most) return false;
    const rows = this.#rowOfSlot;
    let count = 0;
    for (let slot = 0; slot < passing.length && count <= most; slot++) {
      if (passing[slot] === 1 && (rows[slot] ?? 0) > 0) count++;
    }
    return count > most;
  }

  /**
   * The slots nearest to a query by their sketches alone, of those that pass: at least `limit` of them,
   * as many more as are equally near. Several times as fast as cosines, and rough.
   */
  nearest(query: VectorInput, passing: Uint8Array, limit: number): Uint32Array {
    this.checkLength(query);
    const sketches = this.#sketches ??= this.#makeSketches();
    const bins = sketches.bytes * 8 + 1;
    const count = passing.length;
    const at = placesFor(count, bins);
    this.#countDifferingBits(query, sketches);
    placeNumbers(passing, count, at.passing);
    placeNumbers(this.#rowOfSlot, count, at.rows);
    const { kernel, buffer } = VECTOR_MEMORY;
    const found = kernel.nearestRows(
      count,
      at.passing,
      at.rows,
      scratch.results,
      limit,
      at.counts,
      bins,
      at.out,
    );
    return new Uint32Array(buffer, at.out, found).slice();
  }

  /** Leaves in the results in how many bits the sketch of each row differs from a query's. */
  #countDifferingBits(query: VectorInput, sketches: Sketches): void {
    const rows = this.#rows.count;
    const { bytes } = sketches;
    reserveScratch(rows, Math.max(bytes, this.#stride * 4));
    sketches.writeQuery(query, scratch.query);
    const { base } = sketches;
    VECTOR_MEMORY.kernel.differingBits(scratch.query, base, rows, bytes, scratch.results);
  }

  #makeSketches(): Sketches {
    const sketches = new Sketches(this.#stride);
    for (const row of this.#rowOfSlot) {
      if (row > 0) sketches.set(row - 1, this.#vectorAt(row - 1));
    }
    return sketches;
  }

  #placeAddresses(slots: ArrayLike<number>): void {
    const addresses = new Uint32Array(VECTOR_MEMORY.buffer, scratch.addresses, slots.length);
    const rows = this.#rowOfSlot;
    for (let i = 0; i < slots.length; i++) {
      addresses[i] = this.#rows.addressOf((rows[slots[i] ?? 0] ?? 0) - 1);
    }
  }

  /** Puts the query before the kernel and gives 1 / its length. */
  #placeQuery(query: VectorInput): number {
    if (this.#storage === "int8") {
      const place = new Uint8Array(VECTOR_MEMORY.buffer, scratch.query, this.#stride).fill(0);
      const { numbers, inverse } = quantisedQuery(query);
      place.set(numbers);
      return inverse;
    }
    const place = new Float32Array(VECTOR_MEMORY.buffer, scratch.query, this.#stride).fill(0);
    place.set(query);
    return inverseLength(place);
  }

  #vectorAt(row: number): Int8Array | Float32Array {
    const Row = this.#storage === "int8" ? Int8Array : Float32Array;
    return new Row(VECTOR_MEMORY.buffer, this.#rows.addressOf(row), this.#stride);
  }

  /** Ties a filled row to a slot, unless it is all zeros. */
  #keep(slot: number, row: number, sketch?: Uint8Array): void {
    const vector = this.#vectorAt(row);
    const inverse = inverseLength(vector);
    if (!(inverse > 0 && Number.isFinite(inverse))) {
      this.#rows.giveBack(row);
      return;
    }
    if (sketch) this.#sketches?.setRaw(row, sketch);
    else this.#sketches?.set(row, vector);
    this.#rowOfSlot = withRoom(this.#rowOfSlot, slot + 1);
    this.#inverseLengths = withRoom(this.#inverseLengths, slot + 1);
    this.#sums = withRoom(this.#sums, slot + 1);
    this.#rowOfSlot[slot] = row + 1;
    this.#inverseLengths[slot] = inverse;
    if (vector instanceof Int8Array) this.#sums[slot] = sumOf(vector);
    this.#centre.count(vector, inverse, 1);
    this.#facts.forget();
    this.#count++;
  }
}
