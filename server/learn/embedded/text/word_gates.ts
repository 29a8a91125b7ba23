/**
 * What can be spared by one look at the words of a sentence: most sentences have the words of few
 * readers and patterns.
 *
 * @module
 */

/** Groups of words; a gate is open where a sentence has a word of each. */
export type WordGate = readonly ReadonlySet<string>[];

/** Stands for any digits among the words of a gate. */
export const NUMERAL = "#";

/** Bits of a number that mark gates. */
const BITS = 32;

/** Gates in order, filed by their words. */
export class WordGates {
  /** Numbers of {@link BITS} gates each, for one group. */
  readonly #width: number;
  /** Gates that lack a group, marked in it. */
  readonly #unasked: Int32Array;
  /** Gates that a word is of: where in {@link WordGates.#found}, and which bits, by turns. */
  readonly #marks: ReadonlyMap<string, Int32Array>;
  /** Gates that the sentence at hand has a word of, marked group by group. */
  readonly #found: Int32Array;

  /** @param gates The gates; one without groups is always open. */
  constructor(gates: readonly WordGate[]) {
    this.#width = Math.ceil(gates.length / BITS);
    const groups = Math.max(1, ...gates.map(({ length }) => length));
    const marks = new Map<string, Map<number, number>>();
    this.#unasked = new Int32Array(groups * this.#width);
    for (const [number, gate] of gates.entries()) {
      for (let group = 0; group < groups; group++) {
        const at = group * this.#width + (number >> 5);
        const bit = 1 << (number & 31);
        if (gate[group] === undefined) this.#unasked[at] = (this.#unasked[at] ?? 0) | bit;
        for (const word of gate[group] ?? []) {
          const marked = marks.get(word) ?? new Map<number, number>();
          marks.set(word, marked.set(at, (marked.get(at) ?? 0) | bit));
        }
      }
    }
    this.#marks = new Map(
      [...marks].map(([word, marked]) => [word, Int32Array.from([...marked].flat())]),
    );
    this.#found = new Int32Array(this.#unasked.length);
  }

  /** Positions of the open gates for the words of a sentence, see {@link gateWords}, rising. */
  open(words: readonly string[]): readonly number[] {
    this.#read(words);
    const positions: number[] = [];
    const found = this.#found;
    const width = this.#width;
    for (let part = 0; part < width; part++) {
      let open = -1;
      for (let i = part; i < found.length; i += width) open &= found[i] ?? 0;
      for (; open !== 0; open &= open - 1) {
        positions.push(part * BITS + BITS - 1 - Math.clz32(open & -open));
      }
    }
    return positions;
  }

  /** Marks the gates that the words are of. */
  #read(words: readonly string[]): void {
    const found = this.#found;
    found.set(this.#unasked);
    for (const word of words) {
      const marked = this.#marks.get(word);
      if (marked === undefined) continue;
      for (let i = 0; i < marked.length; i += 2) {
        const at = marked[i] ?? 0;
        found[at] = (found[at] ?? 0) | (marked[i + 1] ?? 0);
      }
    }
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

/**
 * Words of a folded text as gates know them, its stops and pauses, and the parts of what is joined:
 * `24-hour` is {@link NUMERAL} and `hour`.
 */
export function gateWords(text: string): string[] {
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
