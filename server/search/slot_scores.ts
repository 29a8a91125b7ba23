/**
 * What one search knows of every slot.
 *
 * @module
 */
import type { TextScores } from "./text_scorer.ts";

/** Scores by slot. */
export interface SlotScores extends TextScores {
  /** Cosine with the query; NaN where there is none. */
  readonly cosines: Float64Array;
  /** Fused score; NaN where a row is in no list. */
  readonly fused: Float64Array;
}

/** Arrays that all searches of the process share: a search never waits, so none meets another. */
let arrays = reserve(1024);

function reserve(slots: number): SlotScores {
  return {
    broad: new Float64Array(slots),
    exact: new Float64Array(slots),
    matched: new Uint32Array(slots),
    cosines: new Float64Array(slots),
    fused: new Float64Array(slots),
  };
}

/** Cleared scores for so many slots; valid until the next call. */
export function clearedScores(slots: number): SlotScores {
  if (arrays.fused.length < slots) arrays = reserve(Math.ceil(slots * 1.5));
  return {
    broad: arrays.broad.subarray(0, slots).fill(0),
    exact: arrays.exact.subarray(0, slots).fill(0),
    matched: arrays.matched.subarray(0, slots).fill(0),
    cosines: arrays.cosines.subarray(0, slots).fill(NaN),
    fused: arrays.fused.subarray(0, slots).fill(NaN),
  };
}
