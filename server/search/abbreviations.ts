/**
 * Abbreviations that the documents of an index explain themselves: "continuous integration (CI)" or
 * "CI (continuous integration)".
 *
 * @module
 */
import { tokensWithoutPlaces } from "./analyze.ts";
import type { PartReader, PartWriter } from "./snapshot_parts.ts";
import { STOP_WORDS } from "./stop_words.ts";

/** An abbreviation and what it stands for. */
export interface Abbreviation {
  /** Stem of the short form. */
  readonly short: string;
  /** Stems of the words of the long form, stop words left out, with blanks between. */
  readonly long: string;
}

/** Most words of a long form that count. */
const MAX_LONG_WORDS = 8;

/** A short form: capitals, perhaps with small letters and digits between. */
const SHORT = "\\p{Lu}[\\p{Lu}\\p{Ll}\\p{N}]{1,7}";

/** A bracket that holds a short form. */
const SHORT_IN_BRACKETS = new RegExp(`\\((${SHORT})\\)`, "gu");

/** How far before a bracket its long form is looked for, in UTF-16 units. */
const MAX_LONG_LENGTH = 120;

/** A short form and a bracket after it. */
const LONG_IN_BRACKETS = new RegExp(
  `(?<![\\p{L}\\p{N}])(${SHORT})\\s?\\(([^()\\n]{3,120})\\)`,
  "gu",
);

const WORD = /[\p{L}\p{N}]+/gu;

/** The abbreviations that a text explains, each once. */
export function abbreviationsIn(text: string): Abbreviation[] {
  if (!text.includes("(")) return [];
  const found = new Map<string, Abbreviation>();
  const offer = (short: string | undefined, words: readonly string[] | undefined) => {
    const pair = short && words ? pairOf(short, words) : undefined;
    if (pair) found.set(`${pair.short} ${pair.long}`, pair);
  };
  for (const { 1: short = "", index } of text.matchAll(SHORT_IN_BRACKETS)) {
    const before = text.slice(Math.max(0, index - MAX_LONG_LENGTH), index);
    offer(short, lastWordsFor(short, /[^()\n]*$/.exec(before)?.[0].match(WORD) ?? []));
  }
  for (const [, short = "", inside = ""] of text.matchAll(LONG_IN_BRACKETS)) {
    const words: string[] = inside.match(WORD) ?? [];
    if (lastWordsFor(short, words)?.length === words.length) offer(short, words);
  }
  return [...found.values()];
}

/**
 * The last words of a text whose initials are the letters of a short form; stop words between them may
 * be passed over, but not at the start.
 */
function lastWordsFor(short: string, words: readonly string[]): readonly string[] | undefined {
  const letters = [...short.toLowerCase()];
  let at = words.length;
  while (letters.length > 0) {
    const word = words[--at]?.toLowerCase();
    if (word === undefined || words.length - at > MAX_LONG_WORDS) return undefined;
    if (word.startsWith(letters.at(-1) ?? "")) letters.pop();
    else if (!STOP_WORDS.has(word)) return undefined;
  }
  return words.slice(at);
}

function pairOf(short: string, words: readonly string[]): Abbreviation | undefined {
  if (short.replace(/[^\p{Lu}]/gu, "").length < 2) return undefined;
  const [token, ...others] = tokensWithoutPlaces(short.toLowerCase());
  if (token === undefined || others.length > 0) return undefined;
  const stems = tokensWithoutPlaces(words.join(" "))
    .filter(({ term, kind }) => kind === "word" && !STOP_WORDS.has(term))
    .map(({ stem }) => stem);
  return stems.length < 2 ? undefined : { short: token.stem, long: stems.join(" ") };
}

/** Counts by the other form. */
type Counts = Map<string, number>;

/** The abbreviations of an index: those that some document explains. */
export class Abbreviations {
  readonly #pairsOfSlot = new Map<number, readonly Abbreviation[]>();
  readonly #longsOfShort = new Map<string, Counts>();
  readonly #shortsOfLong = new Map<string, Counts>();

  /** Estimate of the memory held, in bytes. */
  get memoryBytes(): number {
    return this.#pairsOfSlot.size * 200 + this.#longsOfShort.size * 300;
  }

  /** Whether there are none. */
  get isEmpty(): boolean {
    return this.#pairsOfSlot.size === 0;
  }

  /** What the document of a slot explains. */
  of(slot: number): readonly Abbreviation[] {
    return this.#pairsOfSlot.get(slot) ?? [];
  }

  /** Takes in what the document of a new slot explains. */
  add(slot: number, pairs: readonly Abbreviation[]): void {
    if (pairs.length === 0) return;
    this.#pairsOfSlot.set(slot, pairs);
    for (const pair of pairs) this.#count(pair, 1);
  }

  /** Forgets what the document of a slot explained. */
  remove(slot: number): void {
    for (const pair of this.of(slot)) this.#count(pair, -1);
    this.#pairsOfSlot.delete(slot);
  }

  /** Stems of the long form of a short one: that of most documents, then the first by the alphabet. */
  longOf(short: string): readonly string[] | undefined {
    return mostCounted(this.#longsOfShort.get(short))?.split(" ");
  }

  /** The short form of a long one, chosen in the same way. */
  shortOf(long: readonly string[]): string | undefined {
    return mostCounted(this.#shortsOfLong.get(long.join(" ")));
  }

  /** Adds everything to a snapshot. */
  write(parts: PartWriter): void {
    parts.addJson([...this.#pairsOfSlot]);
  }

  /** Takes everything from a snapshot; there must be none yet. */
  read(parts: PartReader): void {
    for (const [slot, pairs] of parts.nextJson() as [number, Abbreviation[]][]) {
      this.add(slot, pairs);
    }
  }

  #count({ short, long }: Abbreviation, change: 1 | -1): void {
    countIn(this.#longsOfShort, short, long, change);
    countIn(this.#shortsOfLong, long, short, change);
  }
}

function countIn(counts: Map<string, Counts>, form: string, other: string, change: number): void {
  const others = counts.get(form) ?? new Map<string, number>();
  const count = (others.get(other) ?? 0) + change;
  if (count > 0) others.set(other, count);
  else others.delete(other);
  if (others.size > 0) counts.set(form, others);
  else counts.delete(form);
}

function mostCounted(counts: Counts | undefined): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [form, count] of counts ?? []) {
    if (count < most || (count === most && best !== undefined && best < form)) continue;
    best = form;
    most = count;
  }
  return best;
}
