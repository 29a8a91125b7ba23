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

/** Whether the arrays hold what a search left behind, because it failed half-way. */
let isDirty = true;

/** Cleared scores for so many slots; valid until the next call. */
export function clearedScores(slots: number): SlotScores {
  if (arrays.fused.length < slots) {
    arrays = reserve(Math.ceil(slots * 1.5));
    isDirty = true;
  }
  if (isDirty) clearAll();
  isDirty = true;
  return {
    broad: arrays.broad.subarray(0, slots),
    exact: arrays.exact.subarray(0, slots),
    matched: arrays.matched.subarray(0, slots),
    cosines: arrays.cosines.subarray(0, slots),
    fused: arrays.fused.subarray(0, slots),
  };
}

function clearAll(): void {
  arrays.broad.fill(0);
  arrays.exact.fill(0);
  arrays.matched.fill(0);
  arrays.cosines.fill(NaN);
  arrays.fused.fill(NaN);
}

/** Above this share of all slots it is faster to clear all than to clear one by one. */
const FEW = 0.2;

/**
 * Clears what a search has written, which in a large index is often much less than all.
 *
 * @param scored Slots with a text score.
 * @param candidates Slots with a cosine or a fused score.
 */
export function forgetScores(
  scores: SlotScores,
  scored: Uint32Array,
  candidates: Uint32Array,
): void {
  const { broad, exact, matched, cosines, fused } = scores;
  if (scored.length > FEW * broad.length) {
    broad.fill(0);
    exact.fill(0);
    matched.fill(0);
  } else {
    for (let i = 0; i < scored.length; i++) {
      const slot = scored[i] ?? 0;
      broad[slot] = 0;
      exact[slot] = 0;
      matched[slot] = 0;
    }
  }
  if (candidates.length > FEW * cosines.length) {
    cosines.fill(NaN);
    fused.fill(NaN);
  } else {
    for (let i = 0; i < candidates.length; i++) {
      const slot = candidates[i] ?? 0;
      cosines[slot] = NaN;
      fused[slot] = NaN;
    }
  }
  isDirty = false;
}
