/**
 * Edit distance for spelling mistakes.
 *
 * @module
 */

/** Rows of the table that a distance is read from; reused, as a call never waits. */
let rows: readonly [Uint16Array, Uint16Array, Uint16Array] = [
  new Uint16Array(80),
  new Uint16Array(80),
  new Uint16Array(80),
];

/**
 * Damerau-Levenshtein distance in which two neighbours swapped count as one edit.
 *
 * @param limit Largest distance of interest.
 * @returns The distance, or `limit + 1` when it is larger.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  if (b.length >= rows[0].length) {
    const size = b.length * 2;
    rows = [new Uint16Array(size), new Uint16Array(size), new Uint16Array(size)];
  }
  let [twoBack, previous, current] = rows;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const least = fillRow(a, b, i, limit, twoBack, previous, current);
    if (least > limit) return tooFar;
    [twoBack, previous, current] = [previous, current, twoBack];
  }
  return Math.min(previous[b.length] ?? tooFar, tooFar);
}

/** Fills row `i` as far as the limit lets it matter; gives its least value. */
function fillRow(
  a: string,
  b: string,
  i: number,
  limit: number,
  twoBack: Uint16Array,
  previous: Uint16Array,
  current: Uint16Array,
): number {
  const from = Math.max(1, i - limit);
  const to = Math.min(b.length, i + limit);
  const letter = a.charCodeAt(i - 1);
  const letterBefore = a.charCodeAt(i - 2);
  let least = current[from - 1] = from === 1 ? i : limit + 1;
  for (let j = from; j <= to; j++) {
    const same = letter === b.charCodeAt(j - 1);
    let cost = (previous[j - 1] ?? 0) + (same ? 0 : 1);
    if (j < i + limit) cost = Math.min(cost, (previous[j] ?? 0) + 1);
    cost = Math.min(cost, (current[j - 1] ?? 0) + 1);
    const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) &&
      letterBefore === b.charCodeAt(j - 1);
    if (swapped) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
    current[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
