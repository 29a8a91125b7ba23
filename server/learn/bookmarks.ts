import type { BookmarkRow } from "./records.ts";

/**
 * Turns this close to the newest processed one are remembered by id, so that a turn that another
 * process stores a little late is still found new, in seconds.
 */
const LATE_TURN_SEC = 60;

/** What a bookmark looks at. */
export interface DatedTurn {
  /** Id of the turn. */
  readonly interaction_id: number;
  /** When it was stored, Unix seconds. */
  readonly created_at: number;
}

/** Tells which turns an extractor has not processed. */
export function isNewSince(bookmark: BookmarkRow | null): (turn: DatedTurn) => boolean {
  if (bookmark === null) return () => true;
  const processed = new Set(bookmark.processed_ids);
  return (turn) => turn.created_at >= bookmark.watermark_sec && !processed.has(turn.interaction_id);
}

/** The bookmark after more turns were processed. */
export function advanceBookmark(
  before: BookmarkRow | null,
  processed: readonly DatedTurn[],
  timeOf: (interactionId: number) => number | null,
): BookmarkRow {
  let newest = before === null ? 0 : before.watermark_sec + LATE_TURN_SEC;
  for (const { created_at } of processed) newest = Math.max(newest, created_at);
  const watermark = newest - LATE_TURN_SEC;
  const kept = new Set<number>();
  for (const id of before?.processed_ids ?? []) {
    if ((timeOf(id) ?? -Infinity) >= watermark) kept.add(id);
  }
  for (const turn of processed) {
    if (turn.created_at >= watermark) kept.add(turn.interaction_id);
  }
  return { watermark_sec: watermark, processed_ids: [...kept].sort((a, b) => a - b) };
}

/** Whether two bookmarks say the same. */
export function isSameBookmark(a: BookmarkRow | null, b: BookmarkRow | null): boolean {
  if (a === null || b === null) return a === b;
  return a.watermark_sec === b.watermark_sec &&
    a.processed_ids.length === b.processed_ids.length &&
    a.processed_ids.every((id, n) => id === b.processed_ids[n]);
}
