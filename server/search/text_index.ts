/**
 * The data structure of the text side: which document has which words, how often and in which order.
 * Scoring is elsewhere.
 *
 * @module
 */
import type { Token } from "./analyze.ts";
import { withRoom } from "./growable.ts";
import { Lexicon } from "./lexicon.ts";
import { PostingLists } from "./posting_lists.ts";
import type { PartReader, PartWriter } from "./snapshot_parts.ts";

/** Slots an index can number: a posting keeps 24 bits of slot and 8 bits of frequency. */
export const MAX_SLOTS = 1 << 24;

/** Greatest frequency a posting can hold. */
const MAX_FREQUENCY = 255;

/**
 * Inverted and forward index over the fields of documents in numbered slots. A slot is filled once;
 * emptying it leaves its postings behind as garbage until the index is built anew.
 */
export class TextIndex {
  /** Word forms and stems. */
  readonly lexicon: Lexicon = new Lexicon();
  /** Field names in the order of their numbers. */
  readonly fieldNames: readonly string[];
  readonly #lists = new PostingLists();
  readonly #fieldLengths: Uint32Array[];
  readonly #totalLengths: number[];
  #forward: Uint32Array = new Uint32Array(256);
  #forwardUsed = 0;
  #forwardStart: Uint32Array = new Uint32Array(16);

  /** @param fieldNames Names of the fields, in a fixed order. */
  constructor(fieldNames: readonly string[]) {
    this.fieldNames = fieldNames;
    this.#fieldLengths = fieldNames.map(() => new Uint32Array(16));
    this.#totalLengths = fieldNames.map(() => 0);
  }

  /** Estimate of the memory held, in bytes. */
  get memoryBytes(): number {
    return this.lexicon.memoryBytes + this.#lists.memoryBytes + this.#forward.byteLength +
      this.#forwardStart.byteLength * (1 + this.fieldNames.length);
  }

  /** The posting lists; list number = stem number * fields + field number. */
  get lists(): PostingLists {
    return this.#lists;
  }

  /** Words in a field of a slot. */
  lengthOf(field: number, slot: number): number {
    return this.#fieldLengths[field]?.[slot] ?? 0;
  }

  /** Lengths of a field by slot. */
  lengthsOf(field: number): Uint32Array {
    return this.#fieldLengths[field] ?? new Uint32Array(0);
  }

  /** Words in a field over all documents. */
  totalLengthOf(field: number): number {
    return this.#totalLengths[field] ?? 0;
  }

  /**
   * The word forms of all slots, as numbers of the lexicon; those of a slot, field after field, begin
   * at {@link startOf} and are {@link wordsIn} many. For loops that can't wait for a view of each.
   */
  get forms(): Uint32Array {
    return this.#forward;
  }

  /** Where the word forms of a slot begin in {@link forms}. */
  startOf(slot: number): number {
    return this.#forwardStart[slot] ?? 0;
  }

  /** How many words a slot has in all fields. */
  wordsIn(slot: number): number {
    let words = 0;
    for (let field = 0; field < this.#fieldLengths.length; field++) {
      words += this.lengthOf(field, slot);
    }
    return words;
  }

  /** The word forms of a slot, field after field, as numbers of the lexicon. */
  formsOf(slot: number): Uint32Array {
    const start = this.startOf(slot);
    return this.#forward.subarray(start, start + this.wordsIn(slot));
  }

  /** The word forms of one field of a slot. */
  formsOfField(slot: number, field: number): Uint32Array {
    let start = this.#forwardStart[slot] ?? 0;
    for (let before = 0; before < field; before++) start += this.lengthOf(before, slot);
    return this.#forward.subarray(start, start + this.lengthOf(field, slot));
  }

  /** Files the tokens of a new slot. */
  add(slot: number, tokensOfField: readonly (readonly Token[])[]): void {
    this.addForms(slot, tokensOfField.map((tokens) => this.#formsOfTokens(tokens)));
  }

  #formsOfTokens(tokens: readonly Token[]): Uint32Array {
    const forms = new Uint32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token) forms[i] = this.lexicon.intern(token.term, token.stem);
    }
    return forms;
  }

  /** Files a new slot whose words are already numbers of the lexicon, by field. */
  addForms(slot: number, formsOfField: readonly Uint32Array[]): void {
    this.#makeRoom(slot, formsOfField.reduce((sum, forms) => sum + forms.length, 0));
    this.#forwardStart[slot] = this.#forwardUsed;
    for (const [field, forms] of formsOfField.entries()) {
      this.#forward.set(forms, this.#forwardUsed);
      this.#forwardUsed += forms.length;
      const lengths = this.#fieldLengths[field];
      if (lengths) lengths[slot] = forms.length;
      this.#totalLengths[field] = this.totalLengthOf(field) + forms.length;
      this.#post(slot, field, forms);
    }
    this.#count(slot, 1);
  }

  /** Takes the words of a slot out of all counts. */
  remove(slot: number): void {
    this.#count(slot, -1);
    for (let field = 0; field < this.fieldNames.length; field++) {
      this.#totalLengths[field] = this.totalLengthOf(field) - this.lengthOf(field, slot);
    }
  }

  /** Adds everything, of so many slots, to a snapshot. */
  write(parts: PartWriter, slots: number): void {
    this.lexicon.write(parts);
    this.#lists.write(parts);
    parts.addJson([this.#totalLengths, this.#forwardUsed]);
    parts.add(this.#forward.slice(0, this.#forwardUsed));
    parts.add(this.#forwardStart.slice(0, slots));
    for (const lengths of this.#fieldLengths) parts.add(lengths.slice(0, slots));
  }

  /** Takes everything from a snapshot; the index must be empty. */
  read(parts: PartReader): void {
    this.lexicon.read(parts);
    this.#lists.read(parts);
    const [totals, used] = parts.nextJson() as [number[], number];
    for (const [field, total] of totals.entries()) this.#totalLengths[field] = total;
    this.#forwardUsed = used;
    this.#forward = parts.nextUint32();
    this.#forwardStart = parts.nextUint32();
    for (const field of this.#fieldLengths.keys()) this.#fieldLengths[field] = parts.nextUint32();
  }

  #makeRoom(slot: number, words: number): void {
    this.#forward = withRoom(this.#forward, this.#forwardUsed + words);
    this.#forwardStart = withRoom(this.#forwardStart, slot + 1);
    for (const [field, lengths] of this.#fieldLengths.entries()) {
      this.#fieldLengths[field] = withRoom(lengths, slot + 1);
    }
  }

  #post(slot: number, field: number, forms: Uint32Array): void {
    const stems = new Uint32Array(forms.length);
    for (let i = 0; i < forms.length; i++) stems[i] = this.lexicon.stemIdOf(forms[i] ?? 0);
    stems.sort();
    for (let i = 0; i < stems.length;) {
      const stem = stems[i] ?? 0;
      let frequency = 0;
      while (i < stems.length && stems[i] === stem) {
        frequency++;
        i++;
      }
      const packed = slot * 256 + Math.min(frequency, MAX_FREQUENCY);
      this.#lists.push(stem * this.fieldNames.length + field, packed);
    }
  }

  /** Counts the distinct forms and stems of a slot up or down. */
  #count(slot: number, change: 1 | -1): void {
    const forms = this.formsOf(slot).slice().sort();
    const stems = new Uint32Array(forms.length);
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] ?? 0;
      stems[i] = this.lexicon.stemIdOf(form);
      if (i === 0 || form !== forms[i - 1]) this.lexicon.countForm(form, change);
    }
    stems.sort();
    for (let i = 0; i < stems.length; i++) {
      if (i === 0 || stems[i] !== stems[i - 1]) this.lexicon.countStem(stems[i] ?? 0, change);
    }
  }
}
