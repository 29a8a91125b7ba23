/**
 * Patterns that are asked only where their words stand: most sentences have the words of few.
 *
 * @module
 */

import { words } from "../lexicon/words.ts";

/**
 * Words without which a pattern cannot match, one of each group: `is are + late behind`, none for a
 * pattern that is always asked; and the pattern.
 */
export type CuedPattern = readonly [cues: string, pattern: RegExp];

/** A group of words of a pattern. */
interface Group {
  readonly pattern: number;
  readonly bit: number;
}

const NONE: readonly Group[] = [];

/** Patterns in order, filed by their words. */
export class CuedPatterns {
  readonly #patterns: readonly RegExp[];
  readonly #byWord: ReadonlyMap<string, readonly Group[]>;
  /** Bits of the groups of each pattern. */
  readonly #needed: Uint8Array;
  /** Those of them that the text at hand has a word of. */
  readonly #found: Uint8Array;

  /** @param patterns The patterns; the first that matches is the answer. */
  constructor(patterns: readonly CuedPattern[]) {
    const byWord = new Map<string, Group[]>();
    this.#patterns = patterns.map(([, pattern]) => pattern);
    this.#needed = new Uint8Array(patterns.length);
    this.#found = new Uint8Array(patterns.length);
    for (const [at, [cues]] of patterns.entries()) {
      for (const [group, text] of cues.split("+").entries()) {
        for (const word of words(text)) {
          const bit = 1 << group;
          this.#needed[at] = (this.#needed[at] ?? 0) | bit;
          byWord.set(word, [...byWord.get(word) ?? NONE, { pattern: at, bit }]);
        }
      }
    }
    this.#byWord = byWord;
  }

  /**
   * The first match of the first pattern that has one, or null.
   *
   * @param text Where to look.
   * @param said The words of the text.
   */
  exec(text: string, said: readonly string[]): RegExpExecArray | null {
    const found = this.#found.fill(0);
    for (const word of said) {
      for (const { pattern, bit } of this.#byWord.get(word) ?? NONE) {
        found[pattern] = (found[pattern] ?? 0) | bit;
      }
    }
    for (let at = 0; at < found.length; at++) {
      if (found[at] !== this.#needed[at]) continue;
      const match = this.#patterns[at]?.exec(text) ?? null;
      if (match !== null) return match;
    }
    return null;
  }
}
