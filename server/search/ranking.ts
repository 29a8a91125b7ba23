/**
 * Putting the text list and the vector list together.
 *
 * @module
 */

/** How much the reasons of a rank count. */
export interface RankingOptions {
  /**
   * The words of the query, by the share of its rarity that a document covers.
   * @default 1
   */
  readonly text: number;
  /**
   * Power to which that share is raised: above 1, a document that covers little of the query is taken
   * for noise, one that covers it all keeps its score.
   * @default 1.5
   */
  readonly coverage: number;
  /**
   * The cosine with the query.
   * @default 1.2
   */
  readonly vector: number;
  /**
   * Words standing together and in the form typed.
   * @default 0.15
   */
  readonly closeness: number;
  /**
   * What is left of the score of a text that repeats a better one.
   * @default 0.85
   */
  readonly duplicate: number;
}

/** The weights found best on labelled data. */
export const DEFAULT_RANKING: RankingOptions = {
  text: 1,
  coverage: 1.5,
  vector: 1.2,
  closeness: 0.15,
  duplicate: 0.85,
};

/** Share of common words from which two texts count as the same. */
const DUPLICATE_OVERLAP = 0.9;

/** Distinct numbers of a list, ascending. */
export function distinct(forms: Uint32Array): Uint32Array {
  const sorted = forms.slice().sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0;
  }
  return sorted.subarray(0, kept);
}

/** Whether two ascending lists of distinct words are nearly the same. */
export function isNearDuplicate(a: Uint32Array, b: Uint32Array): boolean {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter === 0 || shorter < DUPLICATE_OVERLAP * longer) return false;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common >= DUPLICATE_OVERLAP * (a.length + b.length - common);
}
