import { type JobClock, SYSTEM_CLOCK } from "../jobs/mod.ts";

/** How long after an answer the next request is expected, milliseconds. */
const RECENT_MS = 100;

/** How long a window holds others up, milliseconds: one that takes longer waits for something. */
const HOLDING_MS = 50;

/**
 * Paces learning that computes here: one window after another while requests are answered, several at
 * once when nobody asks. It is a matter of pace alone: a window that takes long holds nobody up.
 */
export class LearningGate {
  readonly #most: number;
  readonly #clock: Pick<JobClock, "monotonicMs" | "schedule">;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;
  #answeredMs = -Infinity;

  /**
   * @param most Windows at once when nobody asks.
   * @param clock Time.
   */
  constructor(most: number, clock: Pick<JobClock, "monotonicMs" | "schedule"> = SYSTEM_CLOCK) {
    this.#most = most;
    this.#clock = clock;
  }

  /** Notes that a request was answered. */
  noteAnswer(): void {
    this.#answeredMs = this.#clock.monotonicMs();
  }

  /** Waits for a place, first come, first served; disposing of it gives it back. */
  async enter(): Promise<Disposable> {
    const admitted = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#admit();
    await admitted;
    let isHolding = true;
    const free = () => {
      if (!isHolding) return;
      isHolding = false;
      endHolding();
      this.#inside--;
      this.#admit();
    };
    const endHolding = this.#clock.schedule(HOLDING_MS, free);
    return { [Symbol.dispose]: free };
  }

  #hasRoom(): boolean {
    const isAnswering = this.#clock.monotonicMs() - this.#answeredMs < RECENT_MS;
    return this.#inside < (isAnswering ? 1 : this.#most);
  }

  /** Lets in who has waited longest, as long as there is room. */
  #admit(): void {
    while (this.#waiting.length > 0 && this.#hasRoom()) {
      this.#inside++;
      this.#waiting.shift()?.();
    }
  }
}

/** A place for what takes none: there is one for each that asks. */
export function enterFreely(): Promise<Disposable> {
  return Promise.resolve({ [Symbol.dispose]: () => {} });
}
