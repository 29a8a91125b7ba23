/**
 * Dot products of one query with many rows, in WebAssembly with SIMD where the platform has it and in
 * plain JavaScript elsewhere; both give the very same numbers.
 *
 * @module
 */
import { KERNEL_BASE64, RELAXED_KERNEL_BASE64 } from "./kernel_bytes.ts";

/** Numbers of a row are padded with zeros to a multiple of this. */
export const DIMENSION_STEP = 16;

/**
 * Writes one dot product a row. All addresses are bytes in the kernel's memory.
 *
 * @param query Address of the query.
 * @param addresses Address of `count` row addresses.
 * @param count How many rows.
 * @param dimensions Numbers a row, a multiple of {@link DIMENSION_STEP}.
 * @param out Address of `count` results.
 */
export type DotProducts = (
  query: number,
  addresses: number,
  count: number,
  dimensions: number,
  out: number,
) => void;

/**
 * Scores all rows of a list and counts scores on a scale. Arrays are by slot unless told otherwise,
 * 64-bit floats where not. Two slots are looked at together: arrays have room for one more, which is
 * not in play and has no vector.
 *
 * @param count How many slots.
 * @param passing A byte a slot: 1 for those in play.
 * @param rows 32-bit integers: number of the slot's vector plus 1, 0 for none.
 * @param dots Dot products by number of vector, 32-bit integers, of a query moved up by
 * {@link U7_ZERO}.
 * @param sums Sums of the vector's numbers, 32-bit integers.
 * @param inverses 1 / length of the vector.
 * @param commonDots How near it is to what all share.
 * @param commonInverses 1 / length of what is left of it without that.
 * @param words What the words of the query score.
 * @param cosines Receives cosines; NaN below the least, for no vector and for slots not in play.
 * @param fused Receives scores; NaN for slots in no list.
 * @param out Receives the slots with a score, 32-bit integers.
 * @param counts Receives how many scores there are of each step of the scale, 32-bit integers.
 * @param bins How many steps there are, the last for all scores above as well.
 * @param flags Sum of 1: cosines without what all share; 2: the share of words is raised to 1.5.
 * @param inverse 1 / length of the query.
 * @param minCosine The least cosine.
 * @param offset Of the query, as {@link CentredCosines} has it.
 * @param commonInverse The same of its length.
 * @param vectorWeight How much cosines count.
 * @param textWeight How much words count.
 * @param rarity Rarity of the whole query.
 * @param scale Steps for each 1 of a score.
 * @returns How many slots have a score.
 */
export type RowScorer = (
  count: number,
  passing: number,
  rows: number,
  dots: number,
  sums: number,
  inverses: number,
  commonDots: number,
  commonInverses: number,
  words: number,
  cosines: number,
  fused: number,
  out: number,
  counts: number,
  bins: number,
  flags: number,
  inverse: number,
  minCosine: number,
  offset: number,
  commonInverse: number,
  vectorWeight: number,
  textWeight: number,
  rarity: number,
  scale: number,
) => number;

/** What stands for 0 in a query of naturals of 7 bits. */
export const U7_ZERO = 64;

/** Flags of a {@link RowScorer}. */
export const ROW_FLAGS = { centred: 1, raised: 2 } as const;

/**
 * Lists at least the `limit` slots with the highest scores, and those of the same step of the scale as
 * the last of them.
 *
 * @param count How many slots.
 * @param scores Scores by slot, 64-bit floats, NaN for none.
 * @param limit How many are wanted.
 * @param counts How many scores there are of each step, as {@link RowScorer} leaves them.
 * @param bins How many steps there are.
 * @param scale Steps for each 1 of a score.
 * @param out Receives the slots, 32-bit integers.
 * @returns How many there are.
 */
export type Shortlist = (
  count: number,
  scores: number,
  limit: number,
  counts: number,
  bins: number,
  scale: number,
  out: number,
) => number;

/**
 * Lists at least the `limit` slots whose sketches differ least from the query's, and those that differ
 * as much as the last of them.
 *
 * @param count How many slots.
 * @param passing A byte a slot: 1 for those in play.
 * @param rows Number of the slot's vector plus 1, 0 for none, 32-bit integers.
 * @param differing Bits that differ, by number of vector, 32-bit integers below `bins`.
 * @param limit How many are wanted.
 * @param counts Room for `bins` 32-bit integers.
 * @param bins How many bits can differ, plus 1.
 * @param out Receives the slots.
 * @returns How many there are.
 */
export type NearestRows = (
  count: number,
  passing: number,
  rows: number,
  differing: number,
  limit: number,
  counts: number,
  bins: number,
  out: number,
) => number;

/** The inner loops. */
export interface Kernel {
  /** Query of 16-bit integers, rows of 8-bit integers, results of 32-bit integers. */
  readonly dotsI8: DotProducts;
  /** Query of naturals of 7 bits, a byte each, rows of 8-bit integers, results of 32-bit integers. */
  readonly dotsU7: DotProducts;
  /** Query, rows and results of 32-bit floats. */
  readonly dotsF32: DotProducts;
  /**
   * Bits in which query and row differ; `dimensions` counts bytes, results are 32-bit integers. The
   * rows follow each other: in place of addresses stands that of the first row.
   */
  readonly differingBits: DotProducts;
  /**
   * The reverse: adds rows of 8-bit integers, each times its weight, to the `dimensions` 32-bit floats
   * at `out`; in place of a query stand the weights, `count` 32-bit floats.
   */
  readonly weighRows: DotProducts;
  /** Scores of all rows of a list. */
  readonly scoreRows: RowScorer;
  /** The slots that can be among the best. */
  readonly shortlist: Shortlist;
  /** The slots nearest by their sketches. */
  readonly nearestRows: NearestRows;
}

/** Names of the functions of a kernel. */
const FUNCTIONS = [
  "dotsI8",
  "dotsU7",
  "dotsF32",
  "differingBits",
  "weighRows",
  "scoreRows",
  "shortlist",
  "nearestRows",
] as const satisfies readonly (keyof Kernel)[];

/** Whether an object has the functions of a kernel. */
function isKernel(value: unknown): value is Kernel {
  if (typeof value !== "object" || value === null) return false;
  const functions = new Map<string, unknown>(Object.entries(value));
  return FUNCTIONS.every((name) => typeof functions.get(name) === "function");
}

/** The kernel in WebAssembly, or undefined where its instructions are unknown. */
export function createWasmKernel(memory: WebAssembly.Memory): Kernel | undefined {
  const bytes = [RELAXED_KERNEL_BASE64, KERNEL_BASE64]
    .map((base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
    .find((module) => WebAssembly.validate(module));
  if (bytes === undefined) return undefined;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const kernel: unknown = instance.exports;
  return isKernel(kernel) ? kernel : undefined;
}
