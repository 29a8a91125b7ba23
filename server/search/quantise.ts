/**
 * Vectors as integers: what is kept of them, and queries that are compared with that.
 *
 * @module
 */
import { U7_ZERO } from "./kernel.ts";
import type { VectorInput } from "./types.ts";

/** Greatest absolute value of a number that is kept. */
const MAX_INT8 = 127;

/** Greatest absolute value of a number of a query: with 7 bits, products add up twice as fast. */
const MAX_OF_QUERY = U7_ZERO - 1;

/** Factor that brings the largest number of a vector to `most`, or 0 for a vector of zeros. */
function factorTo(most: number, vector: VectorInput): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i] ?? 0));
  return largest > 0 && Number.isFinite(largest) ? most / largest : 0;
}

/** Writes a vector as integers of 8 bits. */
export function quantise(vector: VectorInput, into: Int8Array): void {
  const factor = factorTo(MAX_INT8, vector);
  if (factor === 0) return void into.fill(0);
  // Adding and taking away makes every number positive, so that cutting the fraction off rounds it.
  for (let i = 0; i < vector.length; i++) {
    into[i] = ((vector[i] ?? 0) * factor + MAX_INT8 + 1.5 | 0) - MAX_INT8 - 1;
  }
}

/** 1 / length of a row, 0 for a row of zeros. */
export function inverseLength(row: ArrayLike<number>): number {
  let square = 0;
  for (let i = 0; i < row.length; i++) square += (row[i] ?? 0) * (row[i] ?? 0);
  return square > 0 ? 1 / Math.sqrt(square) : 0;
}

/** A query as integers. */
export interface QuantisedQuery {
  /** Naturals of 7 bits; {@link U7_ZERO} stands for 0. */
  readonly numbers: Uint8Array;
  /** 1 / length of the integers. */
  readonly inverse: number;
}

/** Queries as integers, by the array that was given: one query is asked of several indexes. */
const quantisedQueries = new WeakMap<VectorInput, QuantisedQuery>();

/** A query as integers, made once an array. */
export function quantisedQuery(query: VectorInput): QuantisedQuery {
  const known = quantisedQueries.get(query);
  if (known !== undefined) return known;
  const factor = factorTo(MAX_OF_QUERY, query);
  const numbers = new Uint8Array(query.length);
  let square = 0;
  for (let i = 0; i < query.length; i++) {
    const number = (query[i] ?? 0) * factor + U7_ZERO + 0.5 | 0;
    numbers[i] = number;
    square += (number - U7_ZERO) ** 2;
  }
  const quantised = { numbers, inverse: square > 0 ? 1 / Math.sqrt(square) : 0 };
  quantisedQueries.set(query, quantised);
  return quantised;
}
