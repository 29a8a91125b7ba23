/**
 * The bytes of an index and back: the arrays as they are, so that restoring is little more than
 * copying.
 *
 * @module
 */
import type { IndexState } from "./index_state.ts";
import { PartReader, PartWriter } from "./snapshot_parts.ts";
import type { DocumentId } from "./types.ts";

/**
 * The bytes of a state as it is now, in pieces; what changes later is not in them.
 *
 * @param state Must be without tombstones.
 * @param format What the reader must agree with.
 */
export function writeSnapshot(state: IndexState, format: string): Iterable<Uint8Array> {
  const parts = new PartWriter();
  parts.addJson(format);
  parts.addJson(state.ids);
  state.text.write(parts, state.ids.length);
  state.abbreviations.write(parts);
  state.columns.write(parts, state.ids.length);
  state.vectors.write(parts, state.ids.length);
  return parts.pieces();
}

/**
 * Fills an empty state from a snapshot.
 *
 * @throws {TypeError} If the bytes are no whole snapshot of this version and format.
 */
export function readSnapshot(bytes: Uint8Array, state: IndexState, format: string): void {
  const parts = new PartReader(bytes);
  if (parts.nextJson() !== format) {
    throw new TypeError("Cannot restore: the snapshot was taken with another schema");
  }
  const ids = parts.nextJson() as DocumentId[];
  state.text.read(parts);
  state.abbreviations.read(parts);
  state.columns.read(parts);
  state.vectors.read(parts);
  state.take(ids);
}
