/**
 * BM25F over the posting lists of a text index.
 *
 * @module
 */
import type { TextIndex } from "./text_index.ts";

/** Saturation of repeated words. */
const K1 = 1.2;

/** Words whose matches are told apart in {@link TextScores.matched}. */
export const MAX_CONCEPTS = 32;

/** One way in which a word of a query may stand in a document. */
export interface Variant {
  /** Number of the stem. */
  readonly stemId: number;
  /** How good a match of it is, 1 for the word itself. */
  readonly weight: number;
  /** Whether it is the word (or its spelling) and not merely near in meaning. */
  readonly isLexical: boolean;
  /** Rarity of the variant as counted for this word. */
  readonly rarity: number;
}

/** A word of a query with everything that may stand for it. */
export interface Concept {
  /** As typed. */
  readonly text: string;
  /** What it may stand as; the best one found in a document counts. */
  readonly variants: readonly Variant[];
  /** Rarity of the word, its share in the query. */
  readonly rarity: number;
}

/** Text scores by slot, filled by {@link TextScorer.score}; zeros before. */
export interface TextScores {
  /** Sum over words of the best match, with matches by meaning. */
  readonly broad: Float64Array;
  /** The same for the words themselves only; filled when asked for. */
  readonly exact: Float64Array;
  /** Bit i: word i itself was found. */
  readonly matched: Uint32Array;
}

/** Rarity of a word found in `found` of `all` documents; above 0, as in BM25. */
export function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** Scratch arrays, grown to the largest index; scores in them are zeros between queries. */
class Scratch {
  frequency: Float32Array = new Float32Array(0);
  best: Float32Array = new Float32Array(0);
  bestExact: Float32Array = new Float32Array(0);
  touched: Uint32Array = new Uint32Array(0);
  variantTouched: Uint32Array = new Uint32Array(0);
  scored: Uint32Array = new Uint32Array(0);

  reserve(slots: number): void {
    if (this.frequency.length >= slots) return;
    this.frequency = new Float32Array(slots);
    this.best = new Float32Array(slots);
    this.bestExact = new Float32Array(slots);
    this.touched = new Uint32Array(slots);
    this.variantTouched = new Uint32Array(slots);
    this.scored = new Uint32Array(slots);
  }
}

const scratch = new Scratch();

/** What scoring needs beside the words. */
export interface ScoreOptions {
  /** 1 for each slot in play. */
  readonly passing: Uint8Array;
  /** How many documents the index has, for the mean length of fields. */
  readonly documents: number;
  /** Whether the scores of the words themselves are wanted apart. */
  readonly wantsExact: boolean;
}

/** Scores the documents of one text index. */
export class TextScorer {
  readonly #index: TextIndex;
  readonly #weights: readonly number[];
  readonly #lengthNorm: number;

  /**
   * @param index The words.
   * @param weights Weight of each field, in the order of the index's fields.
   * @param lengthNorm How much long fields are held back, 0 to 1: the b of BM25.
   */
  constructor(index: TextIndex, weights: readonly number[], lengthNorm: number) {
    this.#index = index;
    this.#weights = weights;
    this.#lengthNorm = lengthNorm;
  }

  /**
   * Scores all slots that pass.
   *
   * @param concepts At most {@link MAX_CONCEPTS} words.
   * @param scores Receives the scores.
   * @returns The slots that got one, in no order that means anything; valid until the next call.
   */
  score(concepts: readonly Concept[], options: ScoreOptions, scores: TextScores): Uint32Array {
    const { passing, documents, wantsExact } = options;
    scratch.reserve(passing.length);
    const norms = this.#weights.map((_, field) => this.#normOf(field, documents));
    let found = 0;
    for (const [i, { variants }] of concepts.entries()) {
      let touched = 0;
      for (const variant of variants) {
        const count = this.#addFrequencies(variant.stemId, passing, norms);
        touched = keepBest(variant, count, touched);
        if (variant.isLexical) markMatched(scores.matched, 1 << i, count);
      }
      if (wantsExact) addExact(scores.exact, touched);
      found = addBest(scores.broad, touched, found);
    }
    return scratch.scored.subarray(0, found);
  }

  /** Factor of a field's length in the norm. */
  #normOf(field: number, documents: number): number {
    const mean = this.#index.totalLengthOf(field) / Math.max(documents, 1);
    return mean > 0 ? this.#lengthNorm / mean : 0;
  }

  /** Adds up the frequencies of a stem over the fields; gives how many slots have any. */
  #addFrequencies(stemId: number, passing: Uint8Array, norms: readonly number[]): number {
    const { lists } = this.#index;
    const { pool } = lists;
    const { frequency, variantTouched } = scratch;
    const least = 1 - this.#lengthNorm;
    let count = 0;
    for (let field = 0; field < norms.length; field++) {
      const list = stemId * norms.length + field;
      const weight = this.#weights[field] ?? 0;
      const norm = norms[field] ?? 0;
      const lengths = this.#index.lengthsOf(field);
      const start = lists.startOf(list);
      const end = start + lists.lengthOf(list);
      for (let i = start; i < end; i++) {
        const packed = pool[i] ?? 0;
        const slot = packed >>> 8;
        if (passing[slot] === 0) continue;
        const gain = weight * (packed & 255) / (least + norm * (lengths[slot] ?? 0));
        const before = frequency[slot] ?? 0;
        if (before === 0) variantTouched[count++] = slot;
        frequency[slot] = before + gain;
      }
    }
    return count;
  }
}

/** Turns the frequencies of a variant into scores and keeps those that beat the ones before. */
function keepBest({ weight, rarity, isLexical }: Variant, count: number, before: number): number {
  const { frequency, best, bestExact, touched, variantTouched } = scratch;
  const scale = weight * rarity * (K1 + 1);
  let found = before;
  for (let i = 0; i < count; i++) {
    const slot = variantTouched[i] ?? 0;
    const value = scale * (frequency[slot] ?? 0) / (K1 + (frequency[slot] ?? 0));
    frequency[slot] = 0;
    const kept = best[slot] ?? 0;
    if (kept === 0) touched[found++] = slot;
    if (value > kept) best[slot] = value;
    if (isLexical && value > (bestExact[slot] ?? 0)) bestExact[slot] = value;
  }
  return found;
}

/** Notes that a word was found in the slots last looked at. */
function markMatched(matched: Uint32Array, bit: number, count: number): void {
  const { variantTouched } = scratch;
  for (let i = 0; i < count; i++) {
    const slot = variantTouched[i] ?? 0;
    matched[slot] = (matched[slot] ?? 0) | bit;
  }
}

/** Adds what the word itself scored. */
function addExact(exact: Float64Array, count: number): void {
  const { bestExact, touched } = scratch;
  for (let i = 0; i < count; i++) {
    const slot = touched[i] ?? 0;
    exact[slot] = (exact[slot] ?? 0) + (bestExact[slot] ?? 0);
  }
}

/** Adds what the best variant of a word scored; gives how many slots have a score by now. */
function addBest(broad: Float64Array, count: number, foundBefore: number): number {
  const { best, bestExact, touched, scored } = scratch;
  let found = foundBefore;
  for (let i = 0; i < count; i++) {
    const slot = touched[i] ?? 0;
    const before = broad[slot] ?? 0;
    if (before === 0) scored[found++] = slot;
    broad[slot] = before + (best[slot] ?? 0);
    best[slot] = 0;
    bestExact[slot] = 0;
  }
  return found;
}
