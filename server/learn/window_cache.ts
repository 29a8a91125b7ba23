import type { LearnTurn } from "./learner.ts";

/** How long a window is kept, seconds: both services read it one right after the other. */
const KEPT_SEC = 10;

/** Most windows kept. */
const MAX_WINDOWS = 64;

/** A window that was read. */
interface KeptWindow {
  readonly atSec: number;
  readonly turns: Promise<readonly LearnTurn[]>;
}

/**
 * Gives both services that learn from one window the very same list of turns, so that a learner can
 * keep what it has found out about it. Stored turns never change.
 */
export class WindowCache {
  readonly #windows = new Map<string, KeptWindow>();

  /**
   * The turns of a window.
   *
   * @param key Names org, turns and which of them are new.
   * @param nowSec Clock, Unix seconds.
   * @param read Reads the turns when they are not kept.
   */
  take(
    key: string,
    nowSec: number,
    read: () => Promise<readonly LearnTurn[]>,
  ): Promise<readonly LearnTurn[]> {
    const kept = this.#windows.get(key);
    if (kept !== undefined && nowSec - kept.atSec < KEPT_SEC) return kept.turns;
    const turns = read();
    this.#windows.set(key, { atSec: nowSec, turns });
    turns.catch(() => this.#windows.delete(key));
    for (const [oldest, window] of this.#windows) {
      const isOver = nowSec - window.atSec >= KEPT_SEC || this.#windows.size > MAX_WINDOWS;
      if (!isOver) break;
      this.#windows.delete(oldest);
    }
    return turns;
  }
}
