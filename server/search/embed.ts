/**
 * Vectors for texts without a model: word vectors for meaning, hashed stems and letter groups for
 * names, other languages and spelling.
 *
 * @module
 */
import { type Token, tokensWithoutPlaces } from "./analyze.ts";
import { STOP_WORDS } from "./stop_words.ts";
import { rowOfStem, sumOfWordVectors, WORD_DIMENSIONS, wordWeight } from "./word_vectors.ts";

/** Length of the vectors of {@link embedText}. */
export const EMBEDDING_DIMENSIONS = 512;

/**
 * Least cosine worth calling near among vectors of {@link embedText}: on labelled data it drops four
 * unrelated rows of five and no hit that was found. A provider's vectors need a floor of their own.
 */
export const EMBEDDED_MIN_COSINE = 0.12;

/** Shares of the three parts of a vector; their squares add up to the cosine. */
const MEANING_SHARE = Math.sqrt(0.8);
const STEM_SHARE = Math.sqrt(0.1);
const LETTER_SHARE = Math.sqrt(0.1);

/** Numbers that the hashed features share. */
const HASHED_DIMENSIONS = EMBEDDING_DIMENSIONS - WORD_DIMENSIONS;

/** Longest run of letters of a word that is taken as one feature. */
const GROUP_LENGTHS = [3, 4] as const;

/** Tokens of a text beyond which the rest adds nothing that matters to its mean. */
const MAX_TOKENS = 2_000;

function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

/** Place and sign of a hashed feature in one number: twice the place, plus 1 for a positive one. */
function featureOf(text: string): number {
  const value = hash(text, 0);
  return ((value >>> 1) % HASHED_DIMENSIONS) * 2 + (value & 1);
}

/** What one word adds to the vector of a text. */
interface WordFeatures {
  /** Row of its word vector; -1 when it has none. */
  readonly row: number;
  /** How much it says. */
  readonly weight: number;
  /** Feature of its stem. */
  readonly stem: number;
  /** Features of its groups of letters. */
  readonly letters: Uint16Array;
  /** Whether texts are better off without it while they have others. */
  readonly isSpare: boolean;
}

/** Features by token; tokens of words seen before are the same objects. */
const featuresOfToken = new WeakMap<Token, WordFeatures>();

function letterFeatures(term: string): Uint16Array {
  const framed = `^${term}$`;
  const features: number[] = [];
  for (const length of GROUP_LENGTHS) {
    for (let i = 0; i + length <= framed.length; i++) {
      features.push(featureOf(framed.slice(i, i + length)));
    }
  }
  return Uint16Array.from(features);
}

function featuresOf(token: Token): WordFeatures {
  const known = featuresOfToken.get(token);
  if (known !== undefined) return known;
  const row = token.kind === "whole" ? -1 : rowOfStem(token.stem);
  const features = {
    row,
    weight: row < 0 ? 1 : wordWeight(row),
    stem: featureOf(token.stem),
    letters: letterFeatures(token.term),
    isSpare: token.kind === "accented" || STOP_WORDS.has(token.term),
  };
  featuresOfToken.set(token, features);
  return features;
}

/** Features of the words that carry meaning: no stop words, unless there is nothing else. */
function tellingFeatures(text: string): readonly WordFeatures[] {
  const features = tokensWithoutPlaces(text).slice(0, MAX_TOKENS).map(featuresOf);
  const telling = features.filter(({ isSpare }) => !isSpare);
  return telling.length > 0 ? telling : features;
}

function addFeature(feature: number, weight: number, sum: Float32Array): void {
  const at = feature >> 1;
  sum[at] = (sum[at] ?? 0) + (feature & 1 ? weight : -weight);
}

/** What brings a part to the given length; 0 for zeros. */
function factorOf(part: Float32Array, share: number): number {
  let square = 0;
  for (let i = 0; i < part.length; i++) square += (part[i] ?? 0) * (part[i] ?? 0);
  return square === 0 ? 0 : share / Math.sqrt(square);
}

/** Sums of one text; a text is embedded without a pause, so none meets another. */
const stems = new Float32Array(HASHED_DIMENSIONS);
const letters = new Float32Array(HASHED_DIMENSIONS);

/**
 * A vector for a text, the same for the same text on every machine.
 *
 * Texts near in meaning have a high cosine when their words are English and listed; otherwise
 * shared stems and letters count.
 *
 * @param vector Receives the numbers, {@link EMBEDDING_DIMENSIONS} of them.
 * @returns The vector: numbers of length 1 together, zeros for a text without words.
 */
export function embedText(
  text: string,
  vector: Float32Array = new Float32Array(EMBEDDING_DIMENSIONS),
): Float32Array {
  stems.fill(0);
  letters.fill(0);
  const rows: number[] = [];
  const weights: number[] = [];
  for (const features of tellingFeatures(text)) {
    const { row, weight } = features;
    if (row >= 0) {
      rows.push(row);
      weights.push(weight);
    }
    addFeature(features.stem, weight, stems);
    for (let i = 0; i < features.letters.length; i++) {
      addFeature(features.letters[i] ?? 0, weight, letters);
    }
  }
  const meaning = sumOfWordVectors(rows, weights);
  const meaningFactor = factorOf(meaning, MEANING_SHARE);
  for (let i = 0; i < WORD_DIMENSIONS; i++) vector[i] = meaningFactor * (meaning[i] ?? 0);
  const stemFactor = factorOf(stems, STEM_SHARE);
  const letterFactor = factorOf(letters, LETTER_SHARE);
  for (let i = 0; i < HASHED_DIMENSIONS; i++) {
    vector[WORD_DIMENSIONS + i] = stemFactor * (stems[i] ?? 0) + letterFactor * (letters[i] ?? 0);
  }
  const factor = factorOf(vector, 1);
  for (let i = 0; i < vector.length; i++) vector[i] = factor * (vector[i] ?? 0);
  return vector;
}
