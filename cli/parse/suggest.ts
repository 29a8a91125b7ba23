/**
 * The candidate that was probably meant, undefined when nothing is near.
 *
 * @param word What was typed.
 * @param candidates What would have been right.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestCost = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const cost = candidate.startsWith(typed) && typed.length >= 3 ? 1 : distance(typed, candidate);
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

/** Edits between two words; swapping two neighbours is one edit. */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [older, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
