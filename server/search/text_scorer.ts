/**
 * BM25F over the posting lists of a text index.
 *
 * @module
 */
import type { TextIndex } from "./text_index.ts";

/** Saturation of repeated words. */
const K1 = 1.2;

/** How much long fields are held back. */
const B = 0.75;

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
  /** The same for the words themselves only. */
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
  frequency: Float64Array = new Float64Array(0);
  best: Float64Array = new Float64Array(0);
  bestExact: Float64Array = new Float64Array(0);
  touched: Uint32Array = new Uint32Array(0);
  variantTouched: Uint32Array = new Uint32Array(0);
  scored: Uint32Array = new Uint32Array(0);

  reserve(slots: number): void {
    if (this.frequency.length >= slots) return;
    this.frequency = new Float64Array(slots);
    this.best = new Float64Array(slots);
    this.bestExact = new Float64Array(slots);
    this.touched = new Uint32Array(slots);
    this.variantTouched = new Uint32Array(slots);
    this.scored = new Uint32Array(slots);
  }
}

const scratch = new Scratch();

/** Scores the documents of one text index. */
export class TextScorer {
  readonly #index: TextIndex;
  readonly #weights: readonly number[];

  /**
   * @param index The words.
   * @param weights Weight of each field, in the order of the index's fields.
   */
  constructor(index: TextIndex, weights: readonly number[]) {
    this.#index = index;
    this.#weights = weights;
  }

  /**
   * Scores all slots that pass.
   *
   * @param concepts At most {@link MAX_CONCEPTS} words.
   * @param passing 1 for each slot in play.
   * @param documents How many documents the index has, for the mean length of fields.
   * @param scores Receives the scores.
   * @returns The slots that got one, in no order that means anything; valid until the next call.
   */
  score(
    concepts: readonly Concept[],
    passing: Uint8Array,
    documents: number,
    scores: TextScores,
  ): Uint32Array {
    scratch.reserve(passing.length);
    let found = 0;
    const norms = this.#weights.map((_, field) => this.#lengthNorm(field, documents));
    for (const [i, concept] of concepts.entries()) {
      found = this.#scoreConcept(concept, passing, norms, scores, 1 << i, found);
    }
    return scratch.scored.subarray(0, found);
  }

  /** Factor of a field's length in the norm. */
  #lengthNorm(field: number, documents: number): number {
    const mean = this.#index.totalLengthOf(field) / Math.max(documents, 1);
    return mean > 0 ? B / mean : 0;
  }

  #scoreConcept(
    concept: Concept,
    passing: Uint8Array,
    norms: readonly number[],
    scores: TextScores,
    bit: number,
    foundBefore: number,
  ): number {
    const { best, bestExact, touched } = scratch;
    let count = 0;
    for (const variant of concept.variants) {
      const found = this.#addFrequencies(variant.stemId, passing, norms);
      const scale = variant.weight * variant.rarity * (K1 + 1);
      for (let i = 0; i < found; i++) {
        const slot = scratch.variantTouched[i] ?? 0;
        const frequency = scratch.frequency[slot] ?? 0;
        scratch.frequency[slot] = 0;
        const value = scale * frequency / (K1 + frequency);
        if (best[slot] === 0) touched[count++] = slot;
        if (value > (best[slot] ?? 0)) best[slot] = value;
        if (variant.isLexical && value > (bestExact[slot] ?? 0)) bestExact[slot] = value;
      }
    }
    let found = foundBefore;
    const { broad } = scores;
    for (let i = 0; i < count; i++) {
      const slot = touched[i] ?? 0;
      const before = broad[slot] ?? 0;
      if (before === 0) scratch.scored[found++] = slot;
      broad[slot] = before + (best[slot] ?? 0);
      const exact = bestExact[slot] ?? 0;
      if (exact > 0) {
        scores.exact[slot] = (scores.exact[slot] ?? 0) + exact;
        scores.matched[slot] = (scores.matched[slot] ?? 0) | bit;
      }
      best[slot] = 0;
      bestExact[slot] = 0;
    }
    return found;
  }

  /** Weighted frequencies of a stem over all fields, in the scratch; gives how many slots have it. */
  #addFrequencies(stemId: number, passing: Uint8Array, norms: readonly number[]): number {
    const { lists } = this.#index;
    const { pool } = lists;
    const { frequency, variantTouched } = scratch;
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
        const length = lengths[slot] ?? 0;
        const gain = weight * (packed & 255) / (1 - B + norm * length);
        const before = frequency[slot] ?? 0;
        if (before === 0) variantTouched[count++] = slot;
        frequency[slot] = before + gain;
      }
    }
    return count;
  }
}
