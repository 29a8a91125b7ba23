/**
 * Which readers of forms a sentence is shown to: those whose words it has.
 *
 * @module
 */

import { gateWords, type WordGate, WordGates } from "../../text/word_gates.ts";
import type { Draft, Input, Reader } from "./form.ts";
import { isReaction } from "./reaction.ts";

/** A reader and the words without which it finds nothing. */
export interface CuedReader {
  readonly read: Reader;
  /** Its words. */
  readonly gate: WordGate;
  /** Whether it reads reactions only. */
  readonly reacts: boolean;
}

/** A reader of any turn of the user's, with the groups of its words. */
export function saying(read: Reader, ...cues: readonly string[]): CuedReader {
  return { read, gate: cues.map((group) => new Set(group.split(" "))), reacts: false };
}

/** A reader of reactions to an answer. */
export function reacting(read: Reader, ...cues: readonly string[]): CuedReader {
  return { ...saying(read, ...cues), reacts: true };
}

/** Readers in order, asked where their words stand. */
export class CuedReaders {
  readonly #readers: readonly CuedReader[];
  readonly #gates: WordGates;

  /** @param readers The readers; the first that finds something has the say. */
  constructor(readers: readonly CuedReader[]) {
    this.#readers = readers;
    this.#gates = new WordGates(readers.map(({ gate }) => gate));
  }

  /** What the first reader that finds something makes of a sentence, or null. */
  read(input: Input): Draft {
    let isAnswered: boolean | undefined;
    for (const at of this.#gates.open(gateWords(input.text))) {
      const form = this.#readers[at];
      if (form?.reacts) isAnswered ??= isReaction(input);
      const draft = form === undefined || form.reacts && !isAnswered ? null : form.read(input);
      if (draft !== null) return draft;
    }
    return null;
  }
}
