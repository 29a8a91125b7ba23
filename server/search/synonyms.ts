/**
 * Words of one meaning and abbreviations, for rewriting queries and expanding documents without a
 * model.
 *
 * @module
 */
import { stemOf } from "./analyze.ts";
import { foldAccents, normalise } from "./fold.ts";
import { nearWords } from "./word_vectors.ts";

/** Least cosine of two words that may be used for each other. */
const SYNONYM_FLOOR = 0.64;

/** Words that are near only to others of their list, none of which may be used for another. */
const SIBLINGS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december spring summer autumn winter north south east west
  left right red blue green yellow black white brown pink purple orange grey one two three four five
  six seven eight nine ten hundred thousand million first second third cheap expensive high low big
  small hot cold good bad before after always never`.trim().split(/\s+/).map(stemOf),
);

/** Most synonyms of one word. */
const MAX_SYNONYMS = 3;

/** Words between which abbreviations are looked for: as many as the abbreviation has letters, and two. */
const SPARE_WORDS = 2;

/** An abbreviation and what it stands for. */
export interface Abbreviation {
  /** The abbreviation as written, such as `CI`. */
  readonly short: string;
  /** What it stands for, such as `continuous integration`. */
  readonly long: string;
}

/**
 * Words that may be used for an English word, nearest first.
 *
 * Strict: two words must be among each other's nearest, and other forms of the word itself do not
 * count. Most words have none.
 *
 * @param term One word in any case.
 */
export function synonymsOf(term: string): string[] {
  const stem = stemOf(foldAccents(normalise(term)));
  if (SIBLINGS.has(stem)) return [];
  return nearWords(stem)
    .filter((near) => near.cosine >= SYNONYM_FLOOR && isOtherWord(stem, near.stem))
    .filter((near) => nearWords(near.stem).slice(0, 2 * MAX_SYNONYMS).some((n) => n.stem === stem))
    .slice(0, MAX_SYNONYMS)
    .map((near) => near.word);
}

/** Whether neither stem starts with the other: "pregnant" and "pregnancy" are one word here. */
function isOtherWord(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length, 5);
  return a.slice(0, shared) !== b.slice(0, shared);
}

/**
 * Abbreviations that a text explains: `continuous integration (CI)` or `CI (continuous integration)`.
 * The words' first letters must spell the abbreviation.
 */
export function abbreviationsIn(text: string): Abbreviation[] {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/\(\s*([A-Z][A-Z0-9]{1,7})s?\s*\)/g)) {
    const short = match[1] ?? "";
    const before = text.slice(0, match.index).match(/[\p{L}\p{N}]+/gu) ?? [];
    const long = spelledBy(short, before.slice(-short.length - SPARE_WORDS), "end");
    if (long) found.set(short, long);
  }
  for (const match of text.matchAll(/\b([A-Z][A-Z0-9]{1,7})\s*\(([^()]{3,80})\)/g)) {
    const short = match[1] ?? "";
    const long = spelledBy(short, match[2]?.match(/[\p{L}\p{N}]+/gu) ?? [], "all");
    if (long) found.set(short, long);
  }
  return [...found].map(([short, long]) => ({ short, long }));
}

/** The words, up to the last or all of them, whose first letters spell an abbreviation. */
function spelledBy(
  short: string,
  words: readonly string[],
  part: "end" | "all",
): string | undefined {
  const starts = part === "all" ? [0] : words.map((_, i) => i).reverse();
  for (const start of starts) {
    const candidate = words.slice(start);
    const initials = candidate.map((word) => word.charAt(0).toUpperCase()).join("");
    const telling = candidate.filter((word) => !/^(?:of|the|and|for|to|in|on|a)$/i.test(word));
    const tellingInitials = telling.map((word) => word.charAt(0).toUpperCase()).join("");
    if (initials === short || tellingInitials === short) return candidate.join(" ").toLowerCase();
  }
  return undefined;
}
