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

/** The mean of the vectors of an index. */
interface Mean {
  /** Which state of the index it is of. */
  readonly version: number;
  /** Its numbers. */
  readonly vector: Float64Array;
  /** Square of its length. */
  readonly square: number;
}

/** Sum of the vectors of an index, each brought to length 1, and how near each is to it. */
export class VectorCentre {
  readonly #sums: Float64Array;
  /** Dot product of a slot's vector, brought to length 1, with the mean. */
  #dots: Float64Array = new Float64Array(16);
  /** Version of the mean for which the product was computed. */
  #versionOfDot: Uint32Array = new Uint32Array(16);
  #version = 1;
  #mean: Mean | undefined;

  /** @param dimensions Length of the vectors. */
  constructor(dimensions: number) {
    this.#sums = new Float64Array(dimensions);
  }

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.#sums.byteLength + this.#dots.byteLength + this.#versionOfDot.byteLength;
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
    this.#version++;
  }

  /** The mean of so many vectors; not to be changed. */
  mean(count: number): Mean {
    if (this.#mean?.version === this.#version) return this.#mean;
    const factor = 1 / (STEPS * Math.max(count, 1));
    const vector = this.#sums.map((sum) => sum * factor);
    const square = vector.reduce((sum, value) => sum + value * value, 0);
    return this.#mean = { version: this.#version, vector, square };
  }

  /** Whether a slot's product is known for the present mean. */
  knows(slot: number): boolean {
    return this.#versionOfDot[slot] === this.#version;
  }

  /** Room for the products of slots with the present mean, which the caller fills in. */
  dotsToLearn(slots: readonly number[]): Float64Array {
    for (const slot of slots) {
      this.#dots = withRoom(this.#dots, slot + 1);
      this.#versionOfDot = withRoom(this.#versionOfDot, slot + 1);
      this.#versionOfDot[slot] = this.#version;
    }
    return this.#dots;
  }

  /** Products by slot; valid for slots that it {@link VectorCentre.knows}. */
  get dots(): Float64Array {
    return this.#dots;
  }

  /** Adds the sums to a snapshot. */
  write(parts: PartWriter): void {
    parts.add(this.#sums);
  }

  /** Takes the sums from a snapshot. */
  read(parts: PartReader): void {
    this.#sums.set(parts.nextFloat64());
    this.#version++;
  }
}

/** What cosines of one query are without the part that all vectors of an index share. */
export class CentredCosines {
  readonly #dots: Float64Array;
  readonly #share: number;
  readonly #ofQuery: number;
  readonly #square: number;
  readonly #queryLength: number;

  /**
   * @param query The vector of the query.
   * @param mean The mean of the index.
   * @param options `count` vectors have it; `strength`, 0 to 1, of it is taken away at most; `dots` of
   * the rows with it, by slot.
   */
  constructor(
    query: VectorInput,
    { vector, square }: Mean,
    options: { readonly count: number; readonly strength: number; readonly dots: Float64Array },
  ) {
    const { count, strength, dots } = options;
    this.#dots = dots;
    this.#share = strength * count / (count + HALF_BELIEVED);
    let dot = 0;
    let ofQuery = 0;
    for (let i = 0; i < query.length; i++) {
      const asked = query[i] ?? 0;
      dot += (vector[i] ?? 0) * asked;
      ofQuery += asked * asked;
    }
    this.#ofQuery = ofQuery > 0 ? this.#share * dot / Math.sqrt(ofQuery) : 0;
    this.#square = this.#share * this.#share * square;
    this.#queryLength = 1 - 2 * this.#ofQuery + this.#square;
  }

  /** The cosine of a slot without the common part. */
  of(cosine: number, slot: number): number {
    const ofRow = this.#share * (this.#dots[slot] ?? 0);
    const lengths = this.#queryLength * (1 - 2 * ofRow + this.#square);
    if (!(lengths > 1e-9)) return 0;
    return (cosine - ofRow - this.#ofQuery + this.#square) / Math.sqrt(lengths);
  }
}
