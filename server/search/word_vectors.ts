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

/** Most cached lists of neighbours; the cache starts afresh when full. */
const MAX_CACHED_NEIGHBOURS = 20_000;

/** Neighbours kept for a word. */
const MAX_NEIGHBOURS = 48;

/** The table, unpacked. */
interface WordTable {
  /** Stems, most frequent first. */
  readonly stems: readonly string[];
  /** The commonest word of each stem. */
  readonly words: readonly string[];
  readonly rowOfStem: ReadonlyMap<string, number>;
  /** Address of row 0 in the vector memory; rows follow each other. */
  readonly address: number;
  /** Factor from bytes to numbers, by row. */
  readonly scales: Float32Array;
  /** 1 / length of the bytes, by row. */
  readonly inverseLengths: Float32Array;
}

/** A word near in meaning to another. */
export interface NearWord {
  /** Its stem. */
  readonly stem: string;
  /** The commonest word of that stem. */
  readonly word: string;
  /** Cosine between the two. */
  readonly cosine: number;
}

let table: WordTable | undefined;

const neighbourCache = new Map<string, readonly NearWord[]>();

/** Bytes 2n + 1 in [-15, 15] from numbers n of four bits each, the higher half first. */
function widen(packed: Uint8Array): Int8Array {
  const numbers = new Int8Array(packed.length * 2);
  for (let i = 0; i < packed.length; i++) {
    const pair = packed[i] ?? 0;
    numbers[2 * i] = 2 * (pair >> 4) - 15;
    numbers[2 * i + 1] = 2 * (pair & 15) - 15;
  }
  return numbers;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(base64);
}

function unpack(): WordTable {
  const stems = TABLE.stems.split(" ");
  const words = TABLE.forms.split(",").map((form, row) => form || (stems[row] ?? ""));
  const rows = widen(bytesOf(TABLE.vectors));
  const address = VECTOR_MEMORY.allocate(rows.length);
  new Int8Array(VECTOR_MEMORY.buffer, address, rows.length).set(rows);
  const inverseLengths = new Float32Array(words.length);
  for (let row = 0; row < words.length; row++) {
    let square = 0;
    for (let i = row * WORD_DIMENSIONS; i < (row + 1) * WORD_DIMENSIONS; i++) {
      square += (rows[i] ?? 0) ** 2;
    }
    inverseLengths[row] = square > 0 ? 1 / Math.sqrt(square) : 0;
  }
  return {
    stems,
    words,
    rowOfStem: new Map(stems.map((stem, row) => [stem, row])),
    address,
    scales: new Float32Array(new Float16Array(bytesOf(TABLE.scales).buffer)),
    inverseLengths,
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

/** Adds `weight` times the vector of a row to the first numbers of `sum`. */
export function addWordVector(row: number, weight: number, sum: Float32Array): void {
  const { address, scales } = loaded();
  const start = address + row * WORD_DIMENSIONS;
  const bytes = new Int8Array(VECTOR_MEMORY.buffer, start, WORD_DIMENSIONS);
  const factor = weight * (scales[row] ?? 0);
  for (let i = 0; i < WORD_DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + factor * (bytes[i] ?? 0);
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
  const { stems, words, inverseLengths } = loaded();
  const dots = dotsWithAll(row);
  const own = inverseLengths[row] ?? 0;
  const cosines = Float32Array.from(dots, (dot, i) => dot * own * (inverseLengths[i] ?? 0));
  cosines[row] = -1;
  const floor = cosines.slice().sort().at(-MAX_NEIGHBOURS) ?? 0;
  const found: NearWord[] = [];
  for (let i = 0; i < cosines.length; i++) {
    const cosine = cosines[i] ?? 0;
    if (cosine >= floor) found.push({ stem: stems[i] ?? "", word: words[i] ?? "", cosine });
  }
  return found.sort((a, b) => b.cosine - a.cosine || (a.word < b.word ? -1 : 1));
}

/** Dot products of one row's bytes with those of all rows. */
function dotsWithAll(row: number): Int32Array {
  const { words, address } = loaded();
  const query = VECTOR_MEMORY.allocate(WORD_DIMENSIONS * 2);
  const addresses = VECTOR_MEMORY.allocate(words.length * 4);
  const results = VECTOR_MEMORY.allocate(words.length * 4);
  const { buffer } = VECTOR_MEMORY;
  new Int16Array(buffer, query, WORD_DIMENSIONS).set(
    new Int8Array(buffer, address + row * WORD_DIMENSIONS, WORD_DIMENSIONS),
  );
  const places = new Uint32Array(buffer, addresses, words.length);
  for (let i = 0; i < words.length; i++) places[i] = address + i * WORD_DIMENSIONS;
  VECTOR_MEMORY.kernel.dotsI8(query, addresses, words.length, WORD_DIMENSIONS, results);
  const dots = new Int32Array(buffer, results, words.length).slice();
  VECTOR_MEMORY.release(query, WORD_DIMENSIONS * 2);
  VECTOR_MEMORY.release(addresses, words.length * 4);
  VECTOR_MEMORY.release(results, words.length * 4);
  return dots;
}
