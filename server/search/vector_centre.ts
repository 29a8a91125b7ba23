/**
 * What the vectors of an index have in common, and cosines without it.
 *
 * @module
 */
import { withRoom } from "./growable.ts";
import type { PartReader, PartWriter } from "./snapshot_parts.ts";
import type { VectorInput } from "./types.ts";

/** Steps of 1 in which numbers are summed up: sums of integers are the same in any order. */
const STEPS = 1 << 20;

/** Vectors for which half of the common part is believed; of fewer the mean says little. */
const HALF_BELIEVED = 100;

/** What is taken out of the cosines of an index at a time. */
interface CommonPart {
  /** Which state of the index it is of, and how much of the mean; numbers are not used again. */
  readonly id: number;
  /** How much of the mean is taken away, 0 to 1. */
  readonly strength: number;
  /** The part of the mean that is taken away. */
  readonly vector: Float64Array;
  /** Square of its length. */
  readonly square: number;
}

/** Sum of the vectors of an index, each brought to length 1, and how near each is to it. */
export class VectorCentre {
  readonly #sums: Float64Array;
  /** Dot product of a slot's vector, brought to length 1, with the common part. */
  #dots: Float64Array = new Float64Array(16);
  /** 1 / length of what is left of a slot's vector without the common part. */
  #inverses: Float64Array = new Float64Array(16);
  /** Number of the common part for which both were computed. */
  #partOfSlot: Uint32Array = new Uint32Array(16);
  #part: CommonPart | undefined;
  #lastId = 0;
  /** Number of the common part that is known of every slot. */
  #completeId = 0;

  /** @param dimensions Length of the vectors. */
  constructor(dimensions: number) {
    this.#sums = new Float64Array(dimensions);
  }

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.#sums.byteLength + this.#dots.byteLength * 2 + this.#partOfSlot.byteLength;
  }

  /**
   * Takes a vector in (1) or out (-1).
   *
   * @param inverse 1 / its length.
   */
  count(vector: ArrayLike<number>, inverse: number, change: 1 | -1): void {
    const sums = this.#sums;
    const factor = inverse * STEPS;
    for (let i = 0; i < sums.length; i++) {
      sums[i] = (sums[i] ?? 0) + change * Math.round((vector[i] ?? 0) * factor);
    }
    this.#part = undefined;
  }

  /** What so many vectors share, of which the part `strength` is taken away; not to be changed. */
  commonPart(count: number, strength: number): CommonPart {
    if (this.#part?.strength === strength) return this.#part;
    const share = strength * count / (count + HALF_BELIEVED);
    const factor = share / (STEPS * Math.max(count, 1));
    const vector = this.#sums.map((sum) => sum * factor);
    const square = vector.reduce((sum, value) => sum + value * value, 0);
    return this.#part = { id: ++this.#lastId, strength, vector, square };
  }

  /**
   * Those of some slots of which it is not known how near they are to the common part.
   *
   * @param slots A function that lists them: they are all there are, and those unknown will be learnt.
   */
  unknownOf(slots: Uint32Array | (() => Uint32Array), { id }: CommonPart): number[] {
    if (this.#completeId === id) return [];
    const asked = typeof slots === "function" ? slots() : slots;
    if (typeof slots === "function") this.#completeId = id;
    const parts = this.#partOfSlot;
    const unknown: number[] = [];
    for (let i = 0; i < asked.length; i++) {
      const slot = asked[i] ?? 0;
      if (parts[slot] !== id) unknown.push(slot);
    }
    return unknown;
  }

  /**
   * Notes how near slots are to the common part.
   *
   * @param cosines Writes the cosine of each slot with a vector, by slot.
   */
  learn(
    slots: readonly number[],
    { id, vector, square }: CommonPart,
    cosines: (vector: Float64Array, slots: readonly number[], out: Float64Array) => void,
  ): void {
    const room = slots.reduce((most, slot) => Math.max(most, slot), 0) + 1;
    this.#dots = withRoom(this.#dots, room);
    this.#inverses = withRoom(this.#inverses, room);
    this.#partOfSlot = withRoom(this.#partOfSlot, room);
    cosines(vector, slots, this.#dots);
    const length = Math.sqrt(square);
    for (const slot of slots) {
      const dot = length * (this.#dots[slot] ?? 0);
      this.#dots[slot] = dot;
      this.#inverses[slot] = inverseRoot(1 - 2 * dot + square);
      this.#partOfSlot[slot] = id;
    }
  }

  /** Cosines of a query without the common part, for slots that are known. */
  cosinesOf(query: VectorInput, part: CommonPart): CentredCosines {
    return new CentredCosines(query, part, this.#dots, this.#inverses);
  }

  /** Adds the sums to a snapshot. */
  write(parts: PartWriter): void {
    parts.add(this.#sums.slice());
  }

  /** Takes the sums from a snapshot. */
  read(parts: PartReader): void {
    this.#sums.set(parts.nextFloat64());
    this.#part = undefined;
  }
}

/** 1 / the root of a square; 0 for next to nothing, which has no direction. */
function inverseRoot(square: number): number {
  return square > 1e-9 ? 1 / Math.sqrt(square) : 0;
}

/** What cosines of one query are without the part that all vectors of an index share. */
export class CentredCosines {
  /** How near slots are to the common part, by slot. */
  readonly dots: Float64Array;
  /** 1 / length of what is left of them, by slot. */
  readonly inverses: Float64Array;
  /** What is added to a cosine beside the slot's own part. */
  readonly offset: number;
  /** 1 / length of what is left of the query. */
  readonly inverse: number;

  /**
   * @param query The vector of the query.
   * @param part The common part.
   * @param dots How near slots are to it, by slot.
   * @param inverses 1 / length of what is left of them, by slot.
   */
  constructor(
    query: VectorInput,
    { vector, square }: CommonPart,
    dots: Float64Array,
    inverses: Float64Array,
  ) {
    this.dots = dots;
    this.inverses = inverses;
    let dot = 0;
    let ofQuery = 0;
    for (let i = 0; i < query.length; i++) {
      const asked = query[i] ?? 0;
      dot += (vector[i] ?? 0) * asked;
      ofQuery += asked * asked;
    }
    const common = ofQuery > 0 ? dot / Math.sqrt(ofQuery) : 0;
    this.offset = square - common;
    this.inverse = inverseRoot(1 - 2 * common + square);
  }

  /** The cosine of a slot without the common part. */
  of(cosine: number, slot: number): number {
    return (cosine - (this.dots[slot] ?? 0) + this.offset) * (this.inverses[slot] ?? 0) *
      this.inverse;
  }
}
