/**
 * Vectors for texts without a model: word vectors for meaning, hashed stems and letter groups for
 * names, other languages and spelling.
 *
 * @module
 */
import { analyze, type Token } from "./analyze.ts";
import { STOP_WORDS } from "./stop_words.ts";
import { addWordVector, rowOfStem, WORD_DIMENSIONS, wordWeight } from "./word_vectors.ts";

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

function addHashed(feature: string, weight: number, sum: Float32Array): void {
  const value = hash(feature, 0);
  const at = WORD_DIMENSIONS + (value >>> 1) % HASHED_DIMENSIONS;
  sum[at] = (sum[at] ?? 0) + (value & 1 ? weight : -weight);
}

function addLetters(term: string, weight: number, sum: Float32Array): void {
  const framed = `^${term}$`;
  for (const length of GROUP_LENGTHS) {
    for (let i = 0; i + length <= framed.length; i++) {
      addHashed(framed.slice(i, i + length), weight, sum);
    }
  }
}

/** Scales a part to the given length and adds it to the vector. */
function addPart(part: Float32Array, share: number, vector: Float32Array): void {
  let square = 0;
  for (let i = 0; i < part.length; i++) square += (part[i] ?? 0) ** 2;
  if (square === 0) return;
  const factor = share / Math.sqrt(square);
  for (let i = 0; i < part.length; i++) vector[i] = (vector[i] ?? 0) + factor * (part[i] ?? 0);
}

/** Tokens that carry meaning: no stop words, unless there is nothing else. */
function tellingTokens(text: string): readonly Token[] {
  const tokens = analyze(text).slice(0, MAX_TOKENS);
  const telling = tokens.filter((token) =>
    token.kind !== "accented" && !STOP_WORDS.has(token.term)
  );
  return telling.length > 0 ? telling : tokens;
}

/**
 * A vector for a text, the same for the same text on every machine.
 *
 * Texts near in meaning have a high cosine when their words are English and listed; otherwise
 * shared stems and letters count.
 *
 * @returns {@link EMBEDDING_DIMENSIONS} numbers of length 1; zeros for a text without words.
 */
export function embedText(text: string): Float32Array {
  const meaning = new Float32Array(EMBEDDING_DIMENSIONS);
  const stems = new Float32Array(EMBEDDING_DIMENSIONS);
  const letters = new Float32Array(EMBEDDING_DIMENSIONS);
  for (const token of tellingTokens(text)) {
    const row = token.kind === "whole" ? -1 : rowOfStem(token.stem);
    const weight = row < 0 ? 1 : wordWeight(row);
    if (row >= 0) addWordVector(row, weight, meaning);
    addHashed(token.stem, weight, stems);
    addLetters(token.term, weight, letters);
  }
  const vector = new Float32Array(EMBEDDING_DIMENSIONS);
  addPart(meaning, MEANING_SHARE, vector);
  addPart(stems, STEM_SHARE, vector);
  addPart(letters, LETTER_SHARE, vector);
  const result = new Float32Array(EMBEDDING_DIMENSIONS);
  addPart(vector, 1, result);
  return result;
}
