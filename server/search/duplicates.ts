/**
 * Telling texts that say the same.
 *
 * @module
 */

/** Share of common words from which two texts count as the same. */
const OVERLAP = 0.9;

/** Lists up to this long are sorted here, which is faster than a call of the platform's sort. */
const MAX_SORTED_HERE = 64;

function sortedBySteps(numbers: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] ?? 0;
    let at = i;
    for (; at > 0 && (sorted[at - 1] ?? 0) > value; at--) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = value;
  }
  return sorted;
}

/** Distinct numbers of a list, ascending. */
export function distinct(forms: Uint32Array): Uint32Array {
  const sorted = forms.length > MAX_SORTED_HERE ? forms.slice().sort() : sortedBySteps(forms);
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0;
  }
  return sorted.subarray(0, kept);
}

/** Whether two ascending lists of distinct words are nearly the same. */
export function isNearDuplicate(a: Uint32Array, b: Uint32Array): boolean {
  const total = a.length + b.length;
  // With an overlap o, the common words are o / (1 + o) of both lengths together.
  let allowedMisses = Math.floor(total * (1 - 2 * OVERLAP / (1 + OVERLAP)) + 1e-9);
  if (total === 0 || Math.abs(a.length - b.length) > allowedMisses) return false;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    if (x !== y && --allowedMisses < 0) return false;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return true;
}
