import { MAX_LIST_SIZE } from "../../client/contract/mod.ts";

/** A list size as it counts: null is the default, more than the most is the most. */
export function sizeOf(wanted: number | null, ifNull: number): number {
  return Math.min(wanted ?? ifNull, MAX_LIST_SIZE);
}

/** An optional text filter; empty text counts as absent. */
export function presentText(text: string | null): string | null {
  return text === null || text === "" ? null : text;
}

/** Whole seconds of a time bound, null when there is none. */
export function boundSec(bound: { readonly epochSec: number } | null): number | null {
  return bound === null ? null : Math.floor(bound.epochSec);
}
