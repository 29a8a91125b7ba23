/**
 * The best few of many slots, without sorting them all.
 *
 * @module
 */

/** Orders two slots: negative when the first is better. */
export type SlotOrder = (a: number, b: number) => number;

/** Keeps the slots with the highest scores of those offered to it. */
export class TopSlots {
  readonly #limit: number;
  readonly #scores: Float64Array;
  readonly #byId: SlotOrder;
  /** A heap with the worst slot kept at its root. */
  readonly #heap: Uint32Array;
  #count = 0;
  /** Score of the root once the heap is full; nothing below it gets in. */
  #threshold = -Infinity;

  /**
   * @param limit How many to keep, at least 1.
   * @param scores Score by slot; slots whose score is NaN are never kept.
   * @param byId Order of slots with equal scores.
   */
  constructor(limit: number, scores: Float64Array, byId: SlotOrder) {
    this.#limit = limit;
    this.#scores = scores;
    this.#byId = byId;
    this.#heap = new Uint32Array(Math.min(limit, scores.length));
  }

  /** Takes those of some slots that are among the best. */
  offerAll(slots: Uint32Array): void {
    const scores = this.#scores;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      if ((scores[slot] ?? NaN) >= this.#threshold) this.offer(slot);
    }
  }

  /** Takes a slot if it is among the best so far. */
  offer(slot: number): void {
    if (!((this.#scores[slot] ?? NaN) >= this.#threshold)) return;
    const heap = this.#heap;
    if (this.#count < heap.length) {
      heap[this.#count++] = slot;
      this.#rise(this.#count - 1);
    } else if (this.#isWorse(heap[0] ?? 0, slot)) {
      heap[0] = slot;
      this.#sink();
    }
    if (this.#count === this.#limit) this.#threshold = this.#scores[heap[0] ?? 0] ?? -Infinity;
  }

  /** The slots kept, best first. */
  sorted(): number[] {
    const kept: number[] = [];
    for (let i = 0; i < this.#count; i++) kept.push(this.#heap[i] ?? 0);
    return sortSlots(kept, this.#scores, this.#byId);
  }

  /** Whether slot `a` ranks behind slot `b`. */
  #isWorse(a: number, b: number): boolean {
    const x = this.#scores[a] ?? 0;
    const y = this.#scores[b] ?? 0;
    return x === y ? this.#byId(a, b) > 0 : x < y;
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const slot = heap[from] ?? 0;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(slot, heap[parent] ?? 0)) break;
      heap[at] = heap[parent] ?? 0;
      at = parent;
    }
    heap[at] = slot;
  }

  #sink(): void {
    const heap = this.#heap;
    const slot = heap[0] ?? 0;
    let at = 0;
    for (let left = 1; left < this.#count; left = 2 * at + 1) {
      const right = left + 1;
      const isRightWorse = right < this.#count && this.#isWorse(heap[right] ?? 0, heap[left] ?? 0);
      const worse = isRightWorse ? right : left;
      if (!this.#isWorse(heap[worse] ?? 0, slot)) break;
      heap[at] = heap[worse] ?? 0;
      at = worse;
    }
    heap[at] = slot;
  }
}

/** Order by score, highest first, then by id. */
export function byScore(scores: Float64Array, byId: SlotOrder): SlotOrder {
  return (a, b) => {
    const x = scores[a] ?? 0;
    const y = scores[b] ?? 0;
    return x === y ? byId(a, b) : y - x;
  };
}

/** Most slots that are put in order one after another. */
const MAX_INSERTED = 64;

/** Puts slots in the order of {@link byScore}: fast for few of them, most of all when nearly in order. */
export function sortSlots(slots: number[], scores: Float64Array, byId: SlotOrder): number[] {
  if (slots.length > MAX_INSERTED) return slots.sort(byScore(scores, byId));
  for (let i = 1; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    const score = scores[slot] ?? 0;
    let at = i;
    while (at > 0) {
      const before = slots[at - 1] ?? 0;
      const other = scores[before] ?? 0;
      if (other > score || other === score && byId(before, slot) <= 0) break;
      slots[at--] = before;
    }
    slots[at] = slot;
  }
  return slots;
}

/** Steps of the scale on which {@link atLeastBest} sorts scores. */
const STEPS = 1_024;

/**
 * At least the `limit` slots with the highest scores: as many more as can't be told apart cheaply,
 * never fewer than all when there are no more than `limit`.
 *
 * @param scores Score by slot, 0 or more.
 * @param slots The slots to choose from.
 * @param highest The highest score.
 */
export function atLeastBest(
  scores: Float64Array,
  { slots, highest, limit }: {
    readonly slots: Uint32Array;
    readonly highest: number;
    readonly limit: number;
  },
): Uint32Array {
  if (slots.length <= limit) return slots;
  const scale = highest > 0 ? (STEPS - 1) / highest : 0;
  const counts = new Uint32Array(STEPS);
  for (let i = 0; i < slots.length; i++) {
    const step = (scores[slots[i] ?? 0] ?? 0) * scale | 0;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = STEPS;
  for (let found = 0; least > 0 && found < limit;) found += counts[--least] ?? 0;
  const kept = new Uint32Array(slots.length);
  let count = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    if (((scores[slot] ?? 0) * scale | 0) >= least) kept[count++] = slot;
  }
  return kept.subarray(0, count);
}
