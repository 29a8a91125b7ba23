import { REQUEST_TIMEOUT_MS, WAITING_REQUEST_TIMEOUT_MS } from "../../client/contract/mod.ts";
import { booleanInText } from "../validate/mod.ts";

/** Time limits of a request. */
export interface TimeLimits {
  /**
   * For ordinary calls, milliseconds.
   * @default 60_000
   */
  readonly requestMs: number;
  /**
   * For calls that wait for learning, milliseconds.
   * @default 600_000
   */
  readonly waitingMs: number;
}

/** The limits of the contract. */
export const DEFAULT_TIME_LIMITS: TimeLimits = {
  requestMs: REQUEST_TIMEOUT_MS,
  waitingMs: WAITING_REQUEST_TIMEOUT_MS,
};

/** The limit of a request by its query: waiting calls are given longer. */
export function timeLimitMs(query: string, limits: TimeLimits): number {
  if (!query.includes("wait_for_response")) return limits.requestMs;
  const word = new URLSearchParams(query).getAll("wait_for_response").at(-1) ?? "";
  return booleanInText(word) === true ? limits.waitingMs : limits.requestMs;
}

/** Stands for work that took too long. */
export const TIMED_OUT: unique symbol = Symbol("timed out");

/** Work that somebody waits for. */
interface Waiting {
  /** When the time is up, by the steady clock. */
  readonly endsAtMs: number;
  readonly giveUp: () => void;
}

/** Work with the same limit: what came first ends first, so that one timer does for all. */
class Queue {
  readonly #limitMs: number;
  readonly #lingers: boolean;
  readonly #waiting: Set<Waiting> = new Set();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(limitMs: number, lingers: boolean) {
    this.#limitMs = limitMs;
    this.#lingers = lingers;
  }

  enter(giveUp: () => void): Waiting {
    const waiting = { endsAtMs: performance.now() + this.#limitMs, giveUp };
    this.#waiting.add(waiting);
    if (this.#timer === null) this.#wake(this.#limitMs);
    return waiting;
  }

  leave(waiting: Waiting): void {
    this.#waiting.delete(waiting);
    if (this.#waiting.size === 0 && !this.#lingers) this.end();
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #wake(afterMs: number): void {
    const timer = setTimeout(() => this.#giveUpLate(), afterMs);
    // A process that has nothing else to do need not wait for it.
    if (this.#lingers) Deno.unrefTimer(timer);
    this.#timer = timer;
  }

  #giveUpLate(): void {
    this.#timer = null;
    const nowMs = performance.now();
    for (const waiting of this.#waiting) {
      if (waiting.endsAtMs > nowMs) {
        return this.#wake(waiting.endsAtMs - nowMs);
      }
      this.#waiting.delete(waiting);
      waiting.giveUp();
    }
  }
}

/** Options of {@link Patience}. */
export interface PatienceOptions {
  /**
   * Whether a timer is kept when nobody waits, for the next one; starting and stopping one for each
   * request takes longer than all the rest. Whoever wants that calls `end`.
   * @default false
   */
  readonly lingers?: boolean;
}

/** Waits for work only so long. */
export class Patience {
  readonly #lingers: boolean;
  /** By limit, of which there are two. */
  readonly #queues = new Map<number, Queue>();

  constructor({ lingers = false }: PatienceOptions = {}) {
    this.#lingers = lingers;
  }

  /**
   * Waits for work, at most so long. The work itself goes on.
   *
   * @param work What to wait for.
   * @param limitMs Most time, milliseconds.
   */
  within<T>(work: Promise<T>, limitMs: number): Promise<T | typeof TIMED_OUT> {
    let queue = this.#queues.get(limitMs);
    if (queue === undefined) this.#queues.set(limitMs, queue = new Queue(limitMs, this.#lingers));
    const { promise, resolve, reject } = Promise.withResolvers<T | typeof TIMED_OUT>();
    const waiting = queue.enter(() => resolve(TIMED_OUT));
    work.then((value) => {
      queue.leave(waiting);
      resolve(value);
    }, (error) => {
      queue.leave(waiting);
      reject(error);
    });
    return promise;
  }

  /** Stops the timers; who still waits does so without a limit. */
  end(): void {
    for (const queue of this.#queues.values()) queue.end();
  }
}
