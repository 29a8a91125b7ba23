/**
 * Static English word vectors: rows of a table that ships with the server, unpacked on first use.
 *
 * @module
 */
import TABLE from "./assets/word_vectors.json" with { type: "json" };
import { VECTOR_MEMORY } from "./vector_memory.ts";

/** Numbers a word vector has. */
export const WORD_DIMENSIONS: number = TABLE.dimensions;

/** Words more frequent than this share say less, by the usual smooth inverse frequency. */
const FREQUENCY_HALF = 1e-3;

/** First numbers of a row, which carry most of it: rows are turned to their principal axes. */
const LEADING_DIMENSIONS = 64;

/** How far below the floor the cosine of the leading numbers may be. */
const LEADING_SLACK = 0.1;

/** Least cosine of words that count as near. */
export const NEAR_WORD_FLOOR = 0.45;

/** Most cached lists of neighbours; the cache starts afresh when full. */
const MAX_CACHED_NEIGHBOURS = 20_000;

/** Neighbours kept for a word. */
const MAX_NEIGHBOURS = 48;

/** The table, unpacked. */
interface WordTable {
  /** Stems, most frequent first. */
  readonly stems: readonly string[];
  readonly rowOfStem: ReadonlyMap<string, number>;
  /** Address of row 0 in the vector memory; rows follow each other. */
  readonly address: number;
  /** Address of the leading numbers of row 0; kept together, as they are scanned as a whole. */
  readonly leadingAddress: number;
  /** Where the kernel finds the addresses of all leading rows and leaves its results. */
  readonly leadingScan: { readonly addresses: number; readonly results: number };
  /** 1 / length of the leading bytes, by row. */
  readonly inverseLeading: Float32Array;
  /** Length of the bytes, by row; 0 until it is first asked for. */
  readonly lengths: Float64Array;
  /** Factor from bytes to numbers, by row. */
  readonly scales: Float32Array;
}

/** A word near in meaning to another. */
export interface NearWord {
  /** Its stem. */
  readonly stem: string;
  /** Cosine between the two. */
  readonly cosine: number;
}

let table: WordTable | undefined;

const neighbourCache = new Map<string, readonly NearWord[]>();

/** Unpacks pairs of four-bit numbers n, the first in the higher half, to pairs of bytes 2n - 15. */
function widen(packed: Uint8Array, pairs: Uint16Array): void {
  const pairOfByte = new Uint16Array(256);
  const view = new DataView(pairOfByte.buffer);
  for (let byte = 0; byte < 256; byte++) {
    view.setInt8(2 * byte, 2 * (byte >> 4) - 15);
    view.setInt8(2 * byte + 1, 2 * (byte & 15) - 15);
  }
  for (let i = 0; i < packed.length; i++) pairs[i] = pairOfByte[packed[i] ?? 0] ?? 0;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(base64);
}

/** Copies the leading numbers of all rows to one place; gives its address and 1 / length a row. */
function placeLeading(address: number, count: number): { address: number; inverse: Float32Array } {
  const leadingAddress = VECTOR_MEMORY.allocate(count * LEADING_DIMENSIONS);
  const rows = new Int8Array(VECTOR_MEMORY.buffer, address, count * WORD_DIMENSIONS);
  const leading = new Int8Array(VECTOR_MEMORY.buffer, leadingAddress, count * LEADING_DIMENSIONS);
  const inverse = new Float32Array(count);
  for (let row = 0, to = 0; row < count; row++) {
    const from = row * WORD_DIMENSIONS;
    let square = 0;
    for (let i = from; i < from + LEADING_DIMENSIONS; i++) {
      const value = rows[i] ?? 0;
      leading[to++] = value;
      square += value * value;
    }
    inverse[row] = 1 / Math.sqrt(square);
  }
  return { address: leadingAddress, inverse };
}

/** Lists the addresses of all leading rows before the kernel, once and for all. */
function prepareScan(leadingAddress: number, count: number): WordTable["leadingScan"] {
  const addresses = VECTOR_MEMORY.allocate(count * 4);
  const results = VECTOR_MEMORY.allocate(count * 4);
  const places = new Uint32Array(VECTOR_MEMORY.buffer, addresses, count);
  for (let row = 0; row < count; row++) places[row] = leadingAddress + row * LEADING_DIMENSIONS;
  return { addresses, results };
}

function unpack(): WordTable {
  const stems = TABLE.stems.split(" ");
  const packed = bytesOf(TABLE.vectors);
  const address = VECTOR_MEMORY.allocate(packed.length * 2);
  widen(packed, new Uint16Array(VECTOR_MEMORY.buffer, address, packed.length));
  const leading = placeLeading(address, stems.length);
  return {
    stems,
    rowOfStem: new Map(stems.map((stem, row) => [stem, row])),
    address,
    scales: new Float32Array(new Float16Array(bytesOf(TABLE.scales).buffer)),
    leadingAddress: leading.address,
    leadingScan: prepareScan(leading.address, stems.length),
    inverseLeading: leading.inverse,
    lengths: new Float64Array(stems.length),
  };
}

function loaded(): WordTable {
  return table ??= unpack();
}

/** Row of a stem; -1 when it is not listed. */
export function rowOfStem(stem: string): number {
  return loaded().rowOfStem.get(stem) ?? -1;
}

/** How much a word says, from its frequency: near 0 for the commonest, near 1 for the rare. */
export function wordWeight(row: number): number {
  const probability = 0.1 / (row + 10);
  return FREQUENCY_HALF / (FREQUENCY_HALF + probability);
}

/** Memory before the kernel for the rows of one text; made when first needed. */
let weighing: { rows: number; addresses: number; weights: number; out: number } | undefined;

function placeForRows(rows: number): NonNullable<typeof weighing> {
  if (weighing !== undefined && weighing.rows >= rows) return weighing;
  if (weighing !== undefined) {
    VECTOR_MEMORY.release(weighing.addresses, weighing.rows * 4);
    VECTOR_MEMORY.release(weighing.weights, weighing.rows * 4);
  }
  const room = 2 ** Math.ceil(Math.log2(Math.max(rows, 256)));
  return weighing = {
    rows: room,
    addresses: VECTOR_MEMORY.allocate(room * 4),
    weights: VECTOR_MEMORY.allocate(room * 4),
    out: weighing?.out ?? VECTOR_MEMORY.allocate(WORD_DIMENSIONS * 4),
  };
}

/**
 * The sum of word vectors, each times its weight.
 *
 * @returns {@link WORD_DIMENSIONS} numbers; a view that the next call overwrites.
 */
export function sumOfWordVectors(
  rows: readonly number[],
  weights: readonly number[],
): Float32Array {
  const { address, scales } = loaded();
  const place = placeForRows(rows.length);
  const { buffer, kernel } = VECTOR_MEMORY;
  const addresses = new Uint32Array(buffer, place.addresses, rows.length);
  const factors = new Float32Array(buffer, place.weights, rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    addresses[i] = address + row * WORD_DIMENSIONS;
    factors[i] = (weights[i] ?? 0) * (scales[row] ?? 0);
  }
  const sum = new Float32Array(buffer, place.out, WORD_DIMENSIONS).fill(0);
  kernel.weighRows(place.weights, place.addresses, rows.length, WORD_DIMENSIONS, place.out);
  return sum;
}

/** The words nearest in meaning to a stem, nearest first, the stem itself left out. */
export function nearWords(stem: string): readonly NearWord[] {
  const cached = neighbourCache.get(stem);
  if (cached) return cached;
  const row = rowOfStem(stem);
  const found = row < 0 ? [] : nearestRows(row);
  if (neighbourCache.size >= MAX_CACHED_NEIGHBOURS) neighbourCache.clear();
  neighbourCache.set(stem, found);
  return found;
}

function nearestRows(row: number): NearWord[] {
  const { stems } = loaded();
  const likely = likelyRows(row);
  const dots = dotsWithRows(row, likely);
  const own = rowLength(row);
  const found: NearWord[] = [];
  for (const [place, i] of likely.entries()) {
    const cosine = (dots[place] ?? 0) / (own * rowLength(i));
    if (cosine < NEAR_WORD_FLOOR) continue;
    found.push({ stem: stems[i] ?? "", cosine });
  }
  found.sort((a, b) => b.cosine - a.cosine || (a.stem < b.stem ? -1 : 1));
  return found.slice(0, MAX_NEIGHBOURS);
}

/** Puts the first numbers of a row, widened to 16 bits, at a fresh address before the kernel. */
function placeQuery(start: number, dimensions: number): number {
  const query = VECTOR_MEMORY.allocate(dimensions * 2);
  const { buffer } = VECTOR_MEMORY;
  new Int16Array(buffer, query, dimensions).set(new Int8Array(buffer, start, dimensions));
  return query;
}

/** Rows whose leading numbers are about as near to a row's as near words must be. */
function likelyRows(row: number): number[] {
  const { stems, inverseLeading, leadingAddress, leadingScan } = loaded();
  const query = placeQuery(leadingAddress + row * LEADING_DIMENSIONS, LEADING_DIMENSIONS);
  const { addresses, results } = leadingScan;
  VECTOR_MEMORY.kernel.dotsI8(query, addresses, stems.length, LEADING_DIMENSIONS, results);
  VECTOR_MEMORY.release(query, LEADING_DIMENSIONS * 2);
  const dots = new Int32Array(VECTOR_MEMORY.buffer, results, stems.length);
  const bound = (NEAR_WORD_FLOOR - LEADING_SLACK) / (inverseLeading[row] ?? 1);
  const likely: number[] = [];
  for (let i = 0; i < dots.length; i++) {
    if ((dots[i] ?? 0) * (inverseLeading[i] ?? 0) >= bound && i !== row) likely.push(i);
  }
  return likely;
}

/** Length of a row's bytes as a vector; never 0, as no byte is. */
function rowLength(row: number): number {
  const { address, lengths } = loaded();
  const known = lengths[row] ?? 0;
  if (known > 0) return known;
  const start = address + row * WORD_DIMENSIONS;
  let square = 0;
  for (const value of new Int8Array(VECTOR_MEMORY.buffer, start, WORD_DIMENSIONS)) {
    square += value * value;
  }
  return lengths[row] = Math.sqrt(square);
}

/** Dot products of a row with some rows. */
function dotsWithRows(row: number, rows: readonly number[]): Int32Array {
  const { address } = loaded();
  const query = placeQuery(address + row * WORD_DIMENSIONS, WORD_DIMENSIONS);
  const addresses = VECTOR_MEMORY.allocate(rows.length * 4);
  const results = VECTOR_MEMORY.allocate(rows.length * 4);
  const places = new Uint32Array(VECTOR_MEMORY.buffer, addresses, rows.length);
  for (let i = 0; i < rows.length; i++) places[i] = address + (rows[i] ?? 0) * WORD_DIMENSIONS;
  VECTOR_MEMORY.kernel.dotsI8(query, addresses, rows.length, WORD_DIMENSIONS, results);
  const dots = new Int32Array(VECTOR_MEMORY.buffer, results, rows.length).slice();
  VECTOR_MEMORY.release(query, WORD_DIMENSIONS * 2);
  VECTOR_MEMORY.release(addresses, rows.length * 4);
  VECTOR_MEMORY.release(results, rows.length * 4);
  return dots;
}
