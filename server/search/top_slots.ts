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
  readonly #order: SlotOrder;
  /** A heap with the worst slot kept at its root. */
  readonly #heap: number[] = [];
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
    this.#order = byScore(scores, byId);
  }

  /** Takes a slot if it is among the best so far. */
  offer(slot: number): void {
    if (!((this.#scores[slot] ?? NaN) >= this.#threshold)) return;
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(slot);
      this.#rise(heap.length - 1);
    } else if (this.#order(slot, heap[0] ?? 0) < 0) {
      heap[0] = slot;
      this.#sink();
    }
    if (heap.length === this.#limit) this.#threshold = this.#scores[heap[0] ?? 0] ?? -Infinity;
  }

  /** The slots kept, best first. */
  sorted(): number[] {
    return [...this.#heap].sort(this.#order);
  }

  #swap(i: number, j: number): void {
    const kept = this.#heap[i] ?? 0;
    this.#heap[i] = this.#heap[j] ?? 0;
    this.#heap[j] = kept;
  }

  #isWorse(i: number, j: number): boolean {
    return this.#order(this.#heap[i] ?? 0, this.#heap[j] ?? 0) > 0;
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0;;) {
      const left = 2 * at + 1;
      if (left >= this.#heap.length) return;
      const right = left + 1;
      const worse = right < this.#heap.length && this.#isWorse(right, left) ? right : left;
      if (!this.#isWorse(worse, at)) return;
      this.#swap(at, worse);
      at = worse;
    }
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

/** Steps of the scale on which {@link atLeastBest} sorts scores. */
const STEPS = 1_024;

/**
 * At least the `limit` slots with the highest scores: as many more as can't be told apart cheaply,
 * never fewer than all when there are no more than `limit`.
 *
 * @param scores Score by slot, 0 or more.
 * @param slots The slots to choose from.
 */
export function atLeastBest(scores: Float64Array, slots: Uint32Array, limit: number): Uint32Array {
  if (slots.length <= limit) return slots;
  let highest = 0;
  for (let i = 0; i < slots.length; i++) highest = Math.max(highest, scores[slots[i] ?? 0] ?? 0);
  const scale = highest > 0 ? (STEPS - 1) / highest : 0;
  const counts = new Uint32Array(STEPS);
  for (let i = 0; i < slots.length; i++) {
    const step = Math.floor((scores[slots[i] ?? 0] ?? 0) * scale);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = STEPS;
  for (let found = 0; least > 0 && found < limit;) found += counts[--least] ?? 0;
  const kept = new Uint32Array(slots.length);
  let count = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    if (Math.floor((scores[slot] ?? 0) * scale) >= least) kept[count++] = slot;
  }
  return kept.subarray(0, count);
}
