/** Failures in a row that open the circuit. */
const OPENING_FAILURES = 5;

/** First pause, milliseconds; doubled by each failed probe. */
const FIRST_PAUSE_MS = 30_000;

/** Longest pause, milliseconds. */
const MAX_PAUSE_MS = 300_000;

/**
 * Spares an endpoint that is down: after five failures in a row calls are refused for a while, then
 * one call probes it. Only outages count (no answer, timeout, status 5xx); refusals by a living
 * server do not.
 */
export class CircuitBreaker {
  readonly #now: () => number;
  #failures = 0;
  #pauseMs = 0;
  #openUntilMs = 0;
  #isProbing = false;

  /** `now` gives milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Asks for leave to call: 0 when granted, else the milliseconds to wait. */
  enter(): number {
    if (this.#failures < OPENING_FAILURES) return 0;
    const waitMs = this.#openUntilMs - this.#now();
    if (waitMs > 0) return waitMs;
    if (this.#isProbing) return this.#pauseMs;
    this.#isProbing = true;
    return 0;
  }

  /** The endpoint answered, be it with a refusal. */
  recordAnswer(): void {
    this.#failures = 0;
    this.#pauseMs = 0;
    this.#isProbing = false;
  }

  /** The endpoint did not answer, or said that it is down. */
  recordOutage(): void {
    this.#failures += 1;
    this.#isProbing = false;
    // Calls that were under way when it opened say nothing new.
    if (this.#failures < OPENING_FAILURES || this.#now() < this.#openUntilMs) return;
    this.#pauseMs = Math.min(Math.max(this.#pauseMs * 2, FIRST_PAUSE_MS), MAX_PAUSE_MS);
    this.#openUntilMs = this.#now() + this.#pauseMs;
  }

  /** The caller gave up; nothing was learnt about the endpoint. */
  recordAbort(): void {
    this.#isProbing = false;
  }
}
