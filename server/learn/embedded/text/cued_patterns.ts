/**
 * Patterns that are asked only where their words stand.
 *
 * @module
 */

import { wordSet } from "../lexicon/words.ts";
import { type WordGate, WordGates } from "./word_gates.ts";

/**
 * Words without which a pattern cannot match, one of each group: `is are + late behind`, none for a
 * pattern that is always asked; and the pattern.
 */
export type CuedPattern = readonly [cues: string, pattern: RegExp];

function gateOf(cues: string): WordGate {
  return cues.trim() === "" ? [] : cues.split("+").map((group) => wordSet(group));
}

/** Patterns in order, filed by their words. */
export class CuedPatterns {
  readonly #patterns: readonly RegExp[];
  readonly #gates: WordGates;

  /** @param patterns The patterns; the first that matches is the answer. */
  constructor(patterns: readonly CuedPattern[]) {
    this.#patterns = patterns.map(([, pattern]) => pattern);
    this.#gates = new WordGates(patterns.map(([cues]) => gateOf(cues)));
  }

  /**
   * The first match of the first pattern that has one, or null.
   *
   * @param text Where to look.
   * @param said Its words, as gates know them.
   */
  exec(text: string, said: readonly string[]): RegExpExecArray | null {
    for (const at of this.#gates.open(said)) {
      const match = this.#patterns[at]?.exec(text) ?? null;
      if (match !== null) return match;
    }
    return null;
  }
}
