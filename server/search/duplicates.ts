/**
 * Telling texts that say the same.
 *
 * @module
 */

/** Share of common words from which two texts count as the same. */
const OVERLAP = 0.9;

/** Share of both texts' words together that may be in one of them only: with an overlap o, 1 - 2o / (1 + o). */
const MISSES = 1 - 2 * OVERLAP / (1 + OVERLAP);

/** The words of a text, to be compared with those of others. */
export class WordSet {
  readonly #forms: Uint32Array;
  /** A bit for each word; texts with the same words have the same bits. */
  readonly #bits: number;
  #distinct: Uint32Array | undefined;

  /** @param forms Numbers of the words, in any order, repeats included; not changed. */
  constructor(forms: Uint32Array) {
    this.#forms = forms;
    let bits = 0;
    for (let i = 0; i < forms.length; i++) {
      bits |= 1 << (Math.imul(forms[i] ?? 0, 0x9e3779b1) >>> 27);
    }
    this.#bits = bits;
  }

  /** Distinct words, ascending. */
  get #words(): Uint32Array {
    return this.#distinct ??= distinct(this.#forms);
  }

  /** Whether another text has nearly the same words. */
  isNearDuplicateOf(other: WordSet): boolean {
    // Each bit that differs is at least one word that the other lacks.
    const allowed = allowedMisses(this.#forms.length + other.#forms.length);
    if (countBits(this.#bits ^ other.#bits) > allowed) return false;
    return areNearlyTheSame(this.#words, other.#words);
  }
}

/** Words that may be in one of two texts only, by the number of words of both. */
function allowedMisses(words: number): number {
  return Math.floor(words * MISSES + 1e-9);
}

function countBits(value: number): number {
  const pairs = value - (value >>> 1 & 0x55555555);
  const fours = (pairs & 0x33333333) + (pairs >>> 2 & 0x33333333);
  return Math.imul(fours + (fours >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Distinct numbers of a list, ascending. */
function distinct(forms: Uint32Array): Uint32Array {
  const sorted = forms.slice().sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0;
  }
  return sorted.subarray(0, kept);
}

/** Whether two ascending lists of distinct words are nearly the same. */
function areNearlyTheSame(a: Uint32Array, b: Uint32Array): boolean {
  const total = a.length + b.length;
  let allowed = allowedMisses(total);
  if (total === 0 || Math.abs(a.length - b.length) > allowed) return false;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    if (x !== y && --allowed < 0) return false;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return true;
}
