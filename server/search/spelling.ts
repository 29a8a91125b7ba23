/**
 * Finding the words of an index that a query word may have been meant to be.
 *
 * @module
 */
import { editDistance } from "./edit_distance.ts";
import type { Lexicon } from "./lexicon.ts";
import { PostingLists } from "./posting_lists.ts";

/** Shortest word whose spelling is mended. */
const MIN_LENGTH = 4;

/** Shortest word that may be two edits away. */
const MIN_LENGTH_FOR_TWO = 5;

/** Most words one word may stand for. */
const MAX_CANDIDATES = 8;

/** A word of the index near to a query word. */
export interface NearSpelling {
  /** Number of the word form. */
  readonly formId: number;
  /** Edits between the two. */
  readonly distance: number;
}

/** Most words whose spelling is compared in full. */
const MAX_COMPARED = 256;

/** Edits allowed for a word. A digit changed makes another number or code, never the same. */
function allowedEdits(word: string): number {
  if (word.length < MIN_LENGTH || /\p{N}/u.test(word)) return 0;
  return word.length < MIN_LENGTH_FOR_TWO ? 1 : 2;
}

/** Pairs of neighbouring characters, with the borders of the word. */
function* pairsOf(word: string): Generator<string> {
  for (let i = 0; i <= word.length; i++) {
    yield (word.charAt(i - 1) || "^") + (word.charAt(i) || "$");
  }
}

/** Character pairs of the word forms of a lexicon; follows the lexicon as it grows. */
export class SpellingIndex {
  readonly #lexicon: Lexicon;
  readonly #pairIds = new Map<string, number>();
  readonly #forms = new PostingLists();
  #known = 0;
  #hits: Uint8Array = new Uint8Array(0);

  /** @param lexicon Where the words are. */
  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Estimate of the memory held, in bytes. */
  get memoryBytes(): number {
    return this.#forms.memoryBytes + this.#pairIds.size * 60 + this.#hits.length;
  }

  /** The live words nearest in spelling, nearest first, then most used, then by the alphabet. */
  near(word: string): NearSpelling[] {
    const limit = allowedEdits(word);
    if (limit === 0) return [];
    this.#catchUp();
    const found: NearSpelling[] = [];
    for (const formId of this.#candidates(word, limit)) {
      const form = this.#lexicon.formAt(formId);
      const distance = editDistance(word, form, limit);
      if (distance <= limit && distance < form.length - 1) found.push({ formId, distance });
    }
    return found.sort((a, b) => this.#compare(a, b)).slice(0, MAX_CANDIDATES);
  }

  /** Numbers of the live words that start with a text of at least two characters. */
  startingWith(start: string): number[] {
    this.#catchUp();
    const lists = [...pairsOf(start)].slice(0, -1).map((pair) => this.#pairIds.get(pair) ?? -1);
    if (lists.includes(-1)) return [];
    const shortest = lists.reduce((a, b) =>
      this.#forms.lengthOf(b) < this.#forms.lengthOf(a) ? b : a
    );
    const from = this.#forms.startOf(shortest);
    const forms = this.#forms.pool.subarray(from, from + this.#forms.lengthOf(shortest));
    return [...forms].filter((formId) =>
      this.#lexicon.documentsOfForm(formId) > 0 && this.#lexicon.formAt(formId).startsWith(start)
    );
  }

  #compare(a: NearSpelling, b: NearSpelling): number {
    const used = this.#lexicon.documentsOfForm(b.formId) - this.#lexicon.documentsOfForm(a.formId);
    if (a.distance !== b.distance) return a.distance - b.distance;
    return used || (this.#lexicon.formAt(a.formId) < this.#lexicon.formAt(b.formId) ? -1 : 1);
  }

  /** Live words of about the length that share enough pairs: one edit breaks at most three. */
  #candidates(word: string, limit: number): number[] {
    const pairs = new Set(pairsOf(word));
    const needed = Math.max(1, pairs.size - 3 * limit);
    if (this.#hits.length < this.#known) this.#hits = new Uint8Array(this.#known * 2);
    const seen: number[] = [];
    for (const pair of pairs) this.#countHits(pair, seen);
    const bySharedPairs: number[][] = [];
    for (const formId of seen) {
      const shared = this.#hits[formId] ?? 0;
      this.#hits[formId] = 0;
      if (shared < needed || this.#lexicon.documentsOfForm(formId) === 0) continue;
      if (Math.abs(this.#lexicon.formAt(formId).length - word.length) > limit) continue;
      (bySharedPairs[shared] ??= []).push(formId);
    }
    return this.#mostAlike(bySharedPairs);
  }

  /** The words that share most pairs; the bound never splits those that share equally many. */
  #mostAlike(bySharedPairs: readonly (readonly number[] | undefined)[]): number[] {
    const kept: number[] = [];
    for (let shared = bySharedPairs.length - 1; shared > 0; shared--) {
      if (kept.length >= MAX_COMPARED) break;
      kept.push(...bySharedPairs[shared] ?? []);
    }
    return kept;
  }

  #countHits(pair: string, seen: number[]): void {
    const list = this.#pairIds.get(pair);
    if (list === undefined) return;
    const start = this.#forms.startOf(list);
    const end = start + this.#forms.lengthOf(list);
    for (let i = start; i < end; i++) {
      const formId = this.#forms.pool[i] ?? 0;
      if (this.#hits[formId] === 0) seen.push(formId);
      this.#hits[formId] = (this.#hits[formId] ?? 0) + 1;
    }
  }

  /** Takes in the words that are new since the last call. */
  #catchUp(): void {
    for (; this.#known < this.#lexicon.formCount; this.#known++) {
      const form = this.#lexicon.formAt(this.#known);
      if (form.length < MIN_LENGTH - 1) continue;
      for (const pair of new Set(pairsOf(form))) {
        const list = this.#pairIds.get(pair) ?? this.#pairIds.size;
        this.#pairIds.set(pair, list);
        this.#forms.push(list, this.#known);
      }
    }
  }
}
