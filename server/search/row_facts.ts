/**
 * What the kernel must know of every row of an index, kept before it from search to search, and the
 * scores of all rows in one go.
 *
 * @module
 */
import type { RowScoring } from "./fusion.ts";
import { placeNumbers, placesFor, SCORE_BINS } from "./row_memory.ts";
import type { SlotScores } from "./slot_scores.ts";
import { VECTOR_MEMORY } from "./vector_memory.ts";

/** Slots that the first room is for. */
const FIRST_SLOTS = 64;

/** Bytes of each array a slot, largest numbers first so that all are aligned. */
const BYTES_A_SLOT = 3 * 8 + 2 * 4;

/** What is known of slots, each array by slot; missing at the end is 0. */
export interface KnownOfSlots {
  /** Number of the slot's vector plus 1, 0 for none. */
  readonly rows: Uint32Array;
  /** 1 / length of the vector. */
  readonly inverses: Float64Array;
  /** Sum of its numbers. */
  readonly sums: Int32Array;
}

/** What a search brings to {@link RowFacts.score}. */
export interface RowsToScore {
  /** 1 for each slot in play. */
  readonly passing: Uint8Array;
  /** Address of the dot products with the query, by number of vector. */
  readonly dots: number;
  /** 1 / length of the query. */
  readonly inverse: number;
  /** How lists count. */
  readonly scoring: RowScoring;
  /** How many of the best are wanted. */
  readonly wanted: number;
}

/** Slots with a score; views that the next search overwrites. */
export interface ScoredSlots {
  /** All of them. */
  readonly slots: Uint32Array;
  /** Those of them that can be among the best. */
  readonly best: Uint32Array;
}

/** The facts of one index, placed when they are first needed and after each change. */
export class RowFacts {
  #at = 0;
  #capacity = 0;
  #isCurrent = false;

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.#capacity * BYTES_A_SLOT;
  }

  /** Something has changed: all must be placed anew. */
  forget(): void {
    this.#isCurrent = false;
  }

  /** Gives the memory back. */
  release(): void {
    if (this.#capacity > 0) VECTOR_MEMORY.release(this.#at, this.memoryBytes);
    this.#capacity = 0;
    this.#isCurrent = false;
  }

  /**
   * Cosines and fused scores of all slots that pass.
   *
   * @param scores `broad` is what words score; receives the rest.
   */
  score(known: KnownOfSlots, search: RowsToScore, scores: SlotScores): ScoredSlots {
    const { passing, dots, inverse, scoring, wanted } = search;
    const { centred } = scoring;
    const count = passing.length;
    const facts = this.#place(known, count, centred);
    const at = placesFor(count + 1);
    placeNumbers(passing, count + 1, at.passing);
    placeNumbers(scores.broad, count, at.words);
    const scale = (SCORE_BINS - 1) / scoring.highest;
    const { kernel, buffer } = VECTOR_MEMORY;
    const found = kernel.scoreRows(
      count,
      at.passing,
      facts.rows,
      dots,
      facts.sums,
      facts.inverses,
      facts.commonDots,
      facts.commonInverses,
      at.words,
      at.cosines,
      at.fused,
      at.out,
      at.counts,
      SCORE_BINS,
      scoring.flags,
      inverse,
      scoring.minCosine,
      centred?.offset ?? 0,
      centred?.inverse ?? 0,
      scoring.vectorWeight,
      scoring.textWeight,
      scoring.totalRarity,
      scale,
    );
    scores.cosines.set(new Float64Array(buffer, at.cosines, count));
    scores.fused.set(new Float64Array(buffer, at.fused, count));
    const best = kernel.shortlist(count, at.fused, wanted, at.counts, SCORE_BINS, scale, at.best);
    return {
      slots: new Uint32Array(buffer, at.out, found),
      best: new Uint32Array(buffer, at.best, best),
    };
  }

  /** Addresses of the facts of so many slots and one more. */
  #place(
    { rows, inverses, sums }: KnownOfSlots,
    count: number,
    centred: RowScoring["centred"],
  ): Record<"inverses" | "commonDots" | "commonInverses" | "rows" | "sums", number> {
    if (count >= this.#capacity) {
      this.release();
      this.#capacity = 2 ** Math.ceil(Math.log2(Math.max(count + 1, FIRST_SLOTS)));
      this.#at = VECTOR_MEMORY.allocate(this.memoryBytes);
    }
    const capacity = this.#capacity;
    const at = {
      inverses: this.#at,
      commonDots: this.#at + capacity * 8,
      commonInverses: this.#at + capacity * 16,
      rows: this.#at + capacity * 24,
      sums: this.#at + capacity * 28,
    };
    if (this.#isCurrent) return at;
    placeNumbers(rows, capacity, at.rows);
    placeNumbers(inverses, capacity, at.inverses);
    placeNumbers(sums, capacity, at.sums);
    if (centred) {
      placeNumbers(centred.dots, capacity, at.commonDots);
      placeNumbers(centred.inverses, capacity, at.commonInverses);
    }
    this.#isCurrent = true;
    return at;
  }
}
