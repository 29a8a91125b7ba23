/**
 * Which turns stand next to each other in a talk.
 *
 * @module
 */
import type { Columns } from "./columns.ts";
import type { SlotOrder } from "./top_slots.ts";
import type { ConversationColumns } from "./types.ts";

/** Neighbours of turns; sorted lazily, a talk at a time. */
export class Conversations {
  readonly #names: ConversationColumns;
  readonly #columns: Columns;
  readonly #byId: SlotOrder;
  readonly #turnsOfTalk = new Map<number, number[]>();
  readonly #unsorted = new Set<number>();

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
    if (turns.length === 0) this.#turnsOfTalk.delete(talk);
  }

  /** The turns right before and right after a slot's, where there are. */
  neighboursOf(slot: number): number[] {
    const talk = this.#columns.codeAt(this.#names.group, slot);
    const turns = this.#turnsOfTalk.get(talk) ?? [];
    if (this.#unsorted.delete(talk)) turns.sort(this.#inOrder);
    const at = this.#placeOf(slot, turns);
    return [turns[at - 1], turns[at + 1]].filter((turn) => turn !== undefined);
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
