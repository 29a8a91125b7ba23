/**
 * Vectors as integers: what is kept of them, and queries that are compared with that.
 *
 * @module
 */
import type { VectorInput } from "./types.ts";

/** Greatest absolute value of a quantised number. */
const MAX_INT8 = 127;

/** Factor that brings the largest number of a vector to 127, or 0 for a vector of zeros. */
function int8Factor(vector: VectorInput): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i] ?? 0));
  return largest > 0 && Number.isFinite(largest) ? MAX_INT8 / largest : 0;
}

/** Writes a vector as integers. */
export function quantise(vector: VectorInput, into: Int8Array | Int16Array): void {
  const factor = int8Factor(vector);
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
  readonly numbers: Int16Array;
  /** 1 / their length. */
  readonly inverse: number;
}

/** Queries as integers, by the array that was given: one query is asked of several indexes. */
const quantisedQueries = new WeakMap<VectorInput, QuantisedQuery>();

/** A query as integers, made once an array. */
export function quantisedQuery(query: VectorInput): QuantisedQuery {
  const known = quantisedQueries.get(query);
  if (known !== undefined) return known;
  const numbers = new Int16Array(query.length);
  quantise(query, numbers);
  const quantised = { numbers, inverse: inverseLength(numbers) };
  quantisedQueries.set(query, quantised);
  return quantised;
}
