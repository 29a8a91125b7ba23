/**
 * Order of document ids, which breaks all ties.
 *
 * @module
 */
import type { DocumentId } from "./types.ts";

/** Orders ids: numbers before strings, numbers by value, strings by UTF-16 units. */
export function compareIds(a: DocumentId, b: DocumentId): number {
  if (typeof a === "number") return typeof b === "number" ? a - b : -1;
  if (typeof b === "number") return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
