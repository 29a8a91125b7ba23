/**
 * Room before the kernel for what it must know of every row of a list, and for what it finds out.
 *
 * @module
 */
import { VECTOR_MEMORY } from "./vector_memory.ts";

/** Steps of the scale on which scores are told apart. */
export const SCORE_BINS = 1_024;

/** Rows that the first room is for. */
const FIRST_ROWS = 1_024;

/** Bytes of each array a row, largest numbers first so that all are aligned. */
const BYTES = {
  words: 8,
  cosines: 8,
  fused: 8,
  rows: 4,
  out: 4,
  best: 4,
  passing: 1,
} as const;

/** Addresses of the arrays, each by slot. */
export type RowPlaces = Readonly<Record<keyof typeof BYTES, number>> & {
  /** Address of room for counts. */
  readonly counts: number;
  /** How many slots there is room for. */
  readonly capacity: number;
  /** How many counts there is room for. */
  readonly bins: number;
};

const BYTES_A_ROW = Object.values(BYTES).reduce((sum, bytes) => sum + bytes, 0);

let places: RowPlaces | undefined;

/**
 * Room for so many slots and counts. All searches share it: none waits, so none meets another.
 *
 * @param bins How many counts are needed.
 */
export function placesFor(slots: number, bins: number = SCORE_BINS): RowPlaces {
  if (places !== undefined && places.capacity >= slots && places.bins >= bins) return places;
  if (places !== undefined) {
    VECTOR_MEMORY.release(places.words, places.capacity * BYTES_A_ROW);
    VECTOR_MEMORY.release(places.counts, places.bins * 4);
  }
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(slots, FIRST_ROWS, places?.capacity ?? 0)));
  const countRoom = Math.max(bins, places?.bins ?? 0);
  let next = VECTOR_MEMORY.allocate(capacity * BYTES_A_ROW);
  const addresses: Record<keyof typeof BYTES, number> = { ...BYTES };
  for (const name of Object.keys(BYTES) as (keyof typeof BYTES)[]) {
    addresses[name] = next;
    next += capacity * BYTES[name];
  }
  const counts = VECTOR_MEMORY.allocate(countRoom * 4);
  return places = { ...addresses, counts, capacity, bins: countRoom };
}

/** Copies numbers of the first `count` slots to an address; 0 for those that are missing. */
export function placeNumbers(
  numbers: Float64Array | Uint32Array | Int32Array | Uint8Array,
  count: number,
  address: number,
): void {
  const { BYTES_PER_ELEMENT } = numbers;
  const bytes = new Uint8Array(
    numbers.buffer,
    numbers.byteOffset,
    Math.min(numbers.length, count) * BYTES_PER_ELEMENT,
  );
  const place = new Uint8Array(VECTOR_MEMORY.buffer, address, count * BYTES_PER_ELEMENT);
  place.set(bytes);
  place.fill(0, bytes.length);
}
