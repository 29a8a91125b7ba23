/**
 * BM25F over the posting lists of a text index.
 *
 * @module
 */
import type { TextIndex } from "./text_index.ts";

/** Saturation of repeated words. */
const K1 = 1.2;

/** What a word can score at most, in units of its rarity. */
export const MAX_WORD_SCORE = K1 + 1;

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
  /** Bit i: word i itself was found; filled when asked for. */
  readonly matched: Uint32Array;
}

/** Rarity of a word found in `found` of `all` documents; above 0, as in BM25. */
export function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** Scratch arrays, grown to the largest index; numbers by slot in them are zeros between queries. */
class Scratch {
  /** Frequency by slot of a variant that stands in several fields. */
  frequency: Float32Array = new Float32Array(0);
  /** Best score by slot of the variants of a word. */
  best: Float32Array = new Float32Array(0);
  /** The same of the word itself. */
  bestExact: Float32Array = new Float32Array(0);
  /** Slots in which some variant of a word was found. */
  touched: Uint32Array = new Uint32Array(0);
  /** Slots in which a variant was found. */
  found: Uint32Array = new Uint32Array(0);
  /** What it scores in each of them. */
  values: Float32Array = new Float32Array(0);
  /** Slots with a score. */
  scored: Uint32Array = new Uint32Array(0);
  /** The highest score. */
  highest = 0;

  reserve(slots: number): void {
    if (this.frequency.length >= slots) return;
    this.frequency = new Float32Array(slots);
    this.best = new Float32Array(slots);
    this.bestExact = new Float32Array(slots);
    this.touched = new Uint32Array(slots);
    this.found = new Uint32Array(slots);
    this.values = new Float32Array(slots);
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
  /** Whether it is to be noted which words were found. */
  readonly wantsMatched: boolean;
}

/** The slots that words were found in. */
export interface FoundSlots {
  /** In no order that means anything; valid until the next search. */
  readonly scored: Uint32Array;
  /** The highest score of them. */
  readonly highest: number;
}

/** Scores the documents of one text index. */
export class TextScorer {
  readonly #index: TextIndex;
  readonly #weights: readonly number[];
  readonly #lengthNorm: number;
  /** Factor of a field's length in the norm, by field. */
  #norms: readonly number[] = [];
  #passing: Uint8Array = new Uint8Array(0);

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
   */
  score(concepts: readonly Concept[], options: ScoreOptions, scores: TextScores): FoundSlots {
    const { passing, documents, wantsExact, wantsMatched } = options;
    scratch.reserve(passing.length);
    scratch.highest = 0;
    this.#passing = passing;
    this.#norms = this.#weights.map((_, field) => this.#normOf(field, documents));
    let scored = 0;
    for (let i = 0; i < concepts.length; i++) {
      const variants = concepts[i]?.variants ?? [];
      const findEach = (variant: Variant) => {
        const count = this.#find(variant);
        if (wantsMatched && variant.isLexical) markMatched(scores.matched, 1 << i, count);
        return count;
      };
      const [first] = variants;
      if (first !== undefined && variants.length === 1 && !wantsExact) {
        scored = addOnly(scores.broad, findEach(first), scored);
        continue;
      }
      let touched = 0;
      for (const variant of variants) {
        const count = findEach(variant);
        touched = keepBest(count, touched);
        if (wantsExact && variant.isLexical) keepExact(count);
      }
      if (wantsExact) addExact(scores.exact, touched);
      scored = addBest(scores.broad, touched, scored);
    }
    return { scored: scratch.scored.subarray(0, scored), highest: scratch.highest };
  }

  #normOf(field: number, documents: number): number {
    const mean = this.#index.totalLengthOf(field) / Math.max(documents, 1);
    return mean > 0 ? this.#lengthNorm / mean : 0;
  }

  /** Finds the slots that have a variant, and what it scores there; gives how many they are. */
  #find({ stemId, weight, rarity }: Variant): number {
    const { lists, fieldNames: { length: fields } } = this.#index;
    const scale = weight * rarity * MAX_WORD_SCORE;
    let filled = 0;
    let only = 0;
    for (let field = 0; field < fields; field++) {
      if (lists.lengthOf(stemId * fields + field) === 0) continue;
      filled++;
      only = field;
    }
    if (filled <= 1) return this.#findInField(stemId, only, scale);
    let count = 0;
    for (let field = 0; field < fields; field++) count = this.#addFrequencies(stemId, field, count);
    saturate(scale, count);
    return count;
  }

  /** As {@link #find} for a variant that stands in one field only. */
  #findInField(stemId: number, field: number, scale: number): number {
    const { lists } = this.#index;
    const { pool } = lists;
    const { found, values } = scratch;
    const passing = this.#passing;
    const weight = this.#weights[field] ?? 0;
    const norm = this.#norms[field] ?? 0;
    const least = 1 - this.#lengthNorm;
    const lengths = this.#index.lengthsOf(field);
    const list = stemId * this.#weights.length + field;
    const start = lists.startOf(list);
    const end = start + lists.lengthOf(list);
    let count = 0;
    for (let i = start; i < end; i++) {
      const packed = pool[i] ?? 0;
      const slot = packed >>> 8;
      if (passing[slot] === 0) continue;
      // Rounded as frequencies over several fields are.
      const frequency = Math.fround(
        weight * (packed & 255) / (least + norm * (lengths[slot] ?? 0)),
      );
      found[count] = slot;
      values[count++] = scale * frequency / (K1 + frequency);
    }
    return count;
  }

  /** Adds the frequencies of a stem in a field to those in others; gives how many slots have any by now. */
  #addFrequencies(stemId: number, field: number, before: number): number {
    const { lists } = this.#index;
    const { pool } = lists;
    const { frequency, found } = scratch;
    const passing = this.#passing;
    const weight = this.#weights[field] ?? 0;
    const norm = this.#norms[field] ?? 0;
    const least = 1 - this.#lengthNorm;
    const lengths = this.#index.lengthsOf(field);
    const list = stemId * this.#weights.length + field;
    const start = lists.startOf(list);
    const end = start + lists.lengthOf(list);
    let count = before;
    for (let i = start; i < end; i++) {
      const packed = pool[i] ?? 0;
      const slot = packed >>> 8;
      if (passing[slot] === 0) continue;
      const gain = weight * (packed & 255) / (least + norm * (lengths[slot] ?? 0));
      const sum = frequency[slot] ?? 0;
      if (sum === 0) found[count++] = slot;
      frequency[slot] = sum + gain;
    }
    return count;
  }
}

/** Turns the frequencies of a variant into scores. */
function saturate(scale: number, count: number): void {
  const { frequency, found, values } = scratch;
  for (let i = 0; i < count; i++) {
    const slot = found[i] ?? 0;
    const sum = frequency[slot] ?? 0;
    frequency[slot] = 0;
    values[i] = scale * sum / (K1 + sum);
  }
}

/** Notes that a word was found in the slots last looked at. */
function markMatched(matched: Uint32Array, bit: number, count: number): void {
  const { found } = scratch;
  for (let i = 0; i < count; i++) {
    const slot = found[i] ?? 0;
    matched[slot] = (matched[slot] ?? 0) | bit;
  }
}

/** Adds what the only variant of a word scored; gives how many slots have a score by now. */
function addOnly(broad: Float64Array, count: number, scoredBefore: number): number {
  const { found, values, scored } = scratch;
  let { highest } = scratch;
  let all = scoredBefore;
  for (let i = 0; i < count; i++) {
    const slot = found[i] ?? 0;
    const before = broad[slot] ?? 0;
    if (before === 0) scored[all++] = slot;
    const sum = before + (values[i] ?? 0);
    broad[slot] = sum;
    if (sum > highest) highest = sum;
  }
  scratch.highest = highest;
  return all;
}

/** Keeps the scores of a variant that beat those of others; gives how many slots have any by now. */
function keepBest(count: number, touchedBefore: number): number {
  const { best, found, values, touched } = scratch;
  let all = touchedBefore;
  for (let i = 0; i < count; i++) {
    const slot = found[i] ?? 0;
    const value = values[i] ?? 0;
    const kept = best[slot] ?? 0;
    if (kept === 0) touched[all++] = slot;
    if (value > kept) best[slot] = value;
  }
  return all;
}

/** The same for a variant that is the word itself. */
function keepExact(count: number): void {
  const { bestExact, found, values } = scratch;
  for (let i = 0; i < count; i++) {
    const slot = found[i] ?? 0;
    const value = values[i] ?? 0;
    if (value > (bestExact[slot] ?? 0)) bestExact[slot] = value;
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
function addBest(broad: Float64Array, count: number, scoredBefore: number): number {
  const { best, bestExact, touched, scored } = scratch;
  let { highest } = scratch;
  let all = scoredBefore;
  for (let i = 0; i < count; i++) {
    const slot = touched[i] ?? 0;
    const before = broad[slot] ?? 0;
    if (before === 0) scored[all++] = slot;
    const sum = before + (best[slot] ?? 0);
    broad[slot] = sum;
    if (sum > highest) highest = sum;
    best[slot] = 0;
    bestExact[slot] = 0;
  }
  scratch.highest = highest;
  return all;
}
