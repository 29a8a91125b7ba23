const NONE: readonly never[] = [];

/**
 * All matches of a global pattern. Most texts have none, which is found out without the copy of the
 * pattern that `matchAll()` makes.
 */
export function matchesOf(pattern: RegExp, text: string): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? NONE : text.matchAll(pattern);
}
