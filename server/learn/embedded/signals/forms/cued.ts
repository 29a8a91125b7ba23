/**
 * Which readers of forms a sentence is shown to: those whose words it has.
 *
 * @module
 */

import type { Draft, Input, Reader } from "./form.ts";
import { isReaction } from "./reaction.ts";

/** A reader and the words without which it finds nothing. */
export interface CuedReader {
  readonly read: Reader;
  /** Groups of words; the sentence has at least one of each. {@link NUMERAL} stands for any digits. */
  readonly cues: readonly ReadonlySet<string>[];
  /** Whether it reads reactions only. */
  readonly reacts: boolean;
}

/** Stands for any digits among cues. */
export const NUMERAL = "#";

/** A reader of any turn of the user's. */
export function saying(read: Reader, ...cues: readonly string[]): CuedReader {
  return { read, cues: cues.map((group) => new Set(group.split(" "))), reacts: false };
}

/** A reader of reactions to an answer. */
export function reacting(read: Reader, ...cues: readonly string[]): CuedReader {
  return { ...saying(read, ...cues), reacts: true };
}

/** Bits of a number that mark readers. */
const BITS = 32;

/** Readers in order, filed by their words: most sentences have the words of few. */
export class CuedReaders {
  readonly #readers: readonly CuedReader[];
  /** Numbers of {@link BITS} readers each, for one group. */
  readonly #width: number;
  /** Readers that lack a group, marked in it. */
  readonly #unasked: Int32Array;
  /** Readers that a word is a cue of, marked group by group. */
  readonly #marks: ReadonlyMap<string, Int32Array>;
  /** Readers whose words the text at hand has, marked group by group. */
  readonly #found: Int32Array;

  /** @param readers The readers; the first that finds something has the say. */
  constructor(readers: readonly CuedReader[]) {
    this.#readers = readers;
    this.#width = Math.ceil(readers.length / BITS);
    const groups = Math.max(1, ...readers.map(({ cues }) => cues.length));
    const marks = new Map<string, Int32Array>();
    this.#unasked = new Int32Array(groups * this.#width);
    for (const [at, { cues }] of readers.entries()) {
      for (let group = 0; group < groups; group++) {
        for (const word of cues[group] ?? []) {
          const marked = marks.get(word) ?? new Int32Array(groups * this.#width);
          marks.set(word, marked);
          this.#mark(marked, group, at);
        }
        if (cues[group] === undefined) this.#mark(this.#unasked, group, at);
      }
    }
    this.#marks = marks;
    this.#found = new Int32Array(this.#unasked.length);
  }

  /** What the first reader that finds something makes of a sentence, or null. */
  read(input: Input): Draft {
    this.#find(input.text);
    let isAnswered: boolean | undefined;
    for (let part = 0; part < this.#width; part++) {
      for (let bits = this.#asked(part); bits !== 0; bits &= bits - 1) {
        const form = this.#readers[part * BITS + BITS - 1 - Math.clz32(bits & -bits)];
        if (form?.reacts) isAnswered ??= isReaction(input);
        const draft = form === undefined || form.reacts && !isAnswered ? null : form.read(input);
        if (draft !== null) return draft;
      }
    }
    return null;
  }

  /** Marks the readers whose words a text has. */
  #find(text: string): void {
    const found = this.#found;
    found.set(this.#unasked);
    for (const word of wordsOf(text)) {
      const marked = this.#marks.get(word);
      if (marked === undefined) continue;
      for (let i = 0; i < found.length; i++) found[i] = (found[i] ?? 0) | (marked[i] ?? 0);
    }
  }

  /** Those of {@link BITS} readers that have a word of each group. */
  #asked(part: number): number {
    let asked = -1;
    for (let i = part; i < this.#found.length; i += this.#width) asked &= this.#found[i] ?? 0;
    return asked;
  }

  #mark(marks: Int32Array, group: number, reader: number): void {
    const at = group * this.#width + (reader >> 5);
    marks[at] = (marks[at] ?? 0) | 1 << (reader & 31);
  }
}

const [SMALL_A, SMALL_Z] = [97, 122];

/** Whether a word is small letters of ASCII alone. */
function isPlainWord(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < SMALL_A || code > SMALL_Z) return false;
  }
  return true;
}

/** Words of a folded text, its stops and pauses, and the parts of what is joined: `24-hour` is `#` and `hour`. */
export function wordsOf(text: string): string[] {
  const words = text.split(" ");
  for (let at = 0, count = words.length; at < count; at++) {
    const word = words[at] ?? "";
    if (isPlainWord(word)) continue;
    for (const part of word.split(/[^a-z\d]+/)) {
      if (part !== "") words.push(/\d/.test(part) ? NUMERAL : part);
    }
  }
  return words;
}
