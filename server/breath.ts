/**
 * How long work on the answering thread makes room for requests.
 *
 * @module
 */

import { setImmediate } from "node:timers";

/** Longest piece of work without a pause, milliseconds. */
const SLICE_MS = 1;

/** Waits until the event loop has gone round once: requests that came in are served. */
export function nextRound(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => resolve()));
}

let lastTurn: Promise<void> = Promise.resolve();

/**
 * Gives leave to do one piece of work. Pieces that wait at the same time come one after another, with
 * a round of the event loop before each, so that many of them never add up to one long pause.
 */
export function takeTurn(): Promise<void> {
  return lastTurn = lastTurn.then(nextRound);
}

/** Cuts long work into slices: call {@link Breath.take} often, it pauses only when it is time to. */
export class Breath {
  #sinceMs = performance.now();

  /** Lets the event loop go round when the slice is over. */
  async take(): Promise<void> {
    if (!this.isDue()) return;
    await nextRound();
    this.#sinceMs = performance.now();
  }

  /** Whether the slice is over; for loops in which awaiting each time would cost too much. */
  isDue(): boolean {
    return performance.now() - this.#sinceMs >= SLICE_MS;
  }
}
