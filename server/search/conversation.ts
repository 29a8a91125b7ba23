/**
 * Which turns stand next to each other in a talk.
 *
 * @module
 */
import { tokensWithoutPlaces } from "./analyze.ts";
import type { Columns } from "./columns.ts";
import { STOP_WORDS } from "./stop_words.ts";
import type { SlotOrder } from "./top_slots.ts";
import type { ConversationColumns } from "./types.ts";

/** The turns around one, as slots. */
export interface Surroundings {
  /** The turn right before. */
  readonly before: number | undefined;
  /** The turn right after. */
  readonly after: number | undefined;
  /** The turn after that. */
  readonly secondAfter: number | undefined;
}

/** Neighbours of turns; sorted lazily, a talk at a time. */
export class Conversations {
  readonly #names: ConversationColumns;
  readonly #columns: Columns;
  readonly #byId: SlotOrder;
  readonly #turnsOfTalk = new Map<number, number[]>();
  readonly #unsorted = new Set<number>();
  /** Numbers of the speakers whose names have a stem. */
  readonly #speakersOfStem = new Map<string, Set<number>>();
  readonly #knownSpeakers = new Set<number>();

  /**
   * @param names The columns that put turns in order.
   * @param columns Where they are.
   * @param byId Order of turns with the same place, greatest first.
   */
  constructor(names: ConversationColumns, columns: Columns, byId: SlotOrder) {
    this.#names = names;
    this.#columns = columns;
    this.#byId = byId;
  }

  /** Takes in the turn of a slot whose columns are set. */
  add(slot: number): void {
    this.#noteSpeaker(slot);
    const talk = this.#columns.codeAt(this.#names.group, slot);
    if (talk === 0) return;
    const turns = this.#turnsOfTalk.get(talk);
    if (turns) turns.push(slot);
    else this.#turnsOfTalk.set(talk, [slot]);
    this.#unsorted.add(talk);
  }

  /** Forgets the turn of a slot. */
  remove(slot: number): void {
    const talk = this.#columns.codeAt(this.#names.group, slot);
    const turns = this.#turnsOfTalk.get(talk);
    if (!turns) return;
    turns.splice(turns.indexOf(slot), 1);
    if (turns.length > 0) return;
    this.#turnsOfTalk.delete(talk);
    this.#unsorted.delete(talk);
  }

  /** The turns around a slot's, where there are. */
  around(slot: number): Surroundings {
    const talk = this.#columns.codeAt(this.#names.group, slot);
    const turns = this.#turnsOfTalk.get(talk) ?? [];
    if (this.#unsorted.delete(talk)) turns.sort(this.#inOrder);
    const at = this.#placeOf(slot, turns);
    return { before: turns[at - 1], after: turns[at + 1], secondAfter: turns[at + 2] };
  }

  /** The share of a slot's turn that asks, 0 to 1. */
  asks(slot: number): number {
    const { asks } = this.#names;
    return asks === undefined ? 0 : this.#columns.numberAt(asks, slot) ?? 0;
  }

  /** Number of who speaks a slot's turn, 0 for nobody known. */
  speakerAt(slot: number): number {
    const { speaker } = this.#names;
    return speaker === undefined ? 0 : this.#columns.codeAt(speaker, slot);
  }

  /**
   * Numbers of the speakers with a stem in their name who speak in some row.
   *
   * @param passing 1 for each row that counts.
   */
  speakersNamed(stem: string, passing: Uint8Array): number[] {
    const known = this.#speakersOfStem.get(stem);
    if (known === undefined) return [];
    const found = new Set<number>();
    for (let slot = 0; slot < passing.length && found.size < known.size; slot++) {
      if (passing[slot] === 1 && known.has(this.speakerAt(slot))) found.add(this.speakerAt(slot));
    }
    return [...found];
  }

  #noteSpeaker(slot: number): void {
    const code = this.speakerAt(slot);
    if (code === 0 || this.#knownSpeakers.has(code)) return;
    this.#knownSpeakers.add(code);
    const name = this.#columns.keywordAt(this.#names.speaker ?? "", slot);
    for (const { stem, term, kind } of tokensWithoutPlaces(name)) {
      if (kind === "accented" || term.length < 2 || STOP_WORDS.has(term)) continue;
      const speakers = this.#speakersOfStem.get(stem);
      if (speakers) speakers.add(code);
      else this.#speakersOfStem.set(stem, new Set([code]));
    }
  }

  #placeOf(slot: number, turns: readonly number[]): number {
    let low = 0;
    let high = turns.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#inOrder(turns[middle] ?? 0, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  readonly #inOrder: SlotOrder = (a, b) => {
    const x = this.#columns.numberAt(this.#names.order, a) ?? 0;
    const y = this.#columns.numberAt(this.#names.order, b) ?? 0;
    return x - y || this.#byId(b, a);
  };
}

/** Words, and the marks that end sentences; a mark inside a word or number ends nothing. */
const WORD_OR_END = /[\p{L}\p{N}]+(?:['’.,:][\p{L}\p{N}]+)*|[.!?…。！？؟]/gu;

/** Marks that end a question. */
const ASKING = /[?？؟]/;

/**
 * The share of a text's words that stand in questions, when it ends in one: 1 for a bare question, 0
 * for a text that ends otherwise, as what it asks is then not for the next turn to answer.
 */
export function questionShare(text: string): number {
  let words = 0;
  let asking = 0;
  let pending = 0;
  let endsInQuestion = false;
  for (const [part] of text.matchAll(WORD_OR_END)) {
    if (/[\p{L}\p{N}]/u.test(part)) {
      words++;
      pending++;
      endsInQuestion = false;
      continue;
    }
    if (ASKING.test(part)) {
      asking += pending;
      endsInQuestion = true;
    }
    pending = 0;
  }
  return endsInQuestion && words > 0 ? asking / words : 0;
}
