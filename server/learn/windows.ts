/** Part of a user's turns that an extractor reads at once. */
export interface Window<Turn> {
  /** Turns in order, new ones and context. */
  readonly turns: readonly Turn[];
  /** The new ones among them, in order. */
  readonly fresh: readonly Turn[];
}

/** How windows are cut. */
export interface WindowOptions<Turn> {
  /** Most turns of a window, at least 1. */
  readonly size: number;
  /** New turns that start a window where there is context enough; the rest is context. */
  readonly interval: number;
  /** Whether a turn was never processed. */
  readonly isNew: (turn: Turn) => boolean;
}

/**
 * The next window: it begins with the oldest new turn, led by up to `size - interval` turns of
 * context (by more where few new turns follow, so that the last window is the newest `size` turns).
 *
 * @returns Null when no turn is new.
 */
export function nextWindow<Turn>(
  turns: readonly Turn[],
  options: WindowOptions<Turn>,
): Window<Turn> | null {
  const { size, interval, isNew } = options;
  const first = turns.findIndex(isNew);
  if (first < 0) return null;
  const context = Math.max(0, size - Math.max(1, interval));
  const newest = Math.max(0, turns.length - size);
  const start = Math.max(0, Math.min(first - context, newest));
  const cut = turns.slice(start, start + size);
  return { turns: cut, fresh: cut.filter(isNew) };
}

/** The newest turns as a window in which every turn counts as new; null without turns. */
export function newestWindow<Turn>(turns: readonly Turn[], size: number): Window<Turn> | null {
  const cut = turns.slice(-size);
  return cut.length === 0 ? null : { turns: cut, fresh: cut };
}
