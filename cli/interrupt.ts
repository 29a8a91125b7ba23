/** Ctrl-C of one run. */
export class Interrupt {
  readonly #controller = new AbortController();
  #isTaken = false;
  #isHeard = false;
  readonly #leave: () => void;

  /** @param leave Ends the process with 130. */
  constructor(leave: () => void) {
    this.#leave = leave;
  }

  /** Starts to listen. */
  listen(): void {
    const onSignal = () => this.fire();
    Deno.addSignalListener("SIGINT", onSignal);
    // Windows knows SIGINT and SIGBREAK only.
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", onSignal);
  }

  /** Whether the run was interrupted. */
  get isHeard(): boolean {
    return this.#isHeard;
  }

  /**
   * Makes the command responsible for the first Ctrl-C, which aborts the signal returned; a second
   * one ends the process at once.
   */
  take(): AbortSignal {
    this.#isTaken = true;
    return this.#controller.signal;
  }

  /** Gives the responsibility back: the next Ctrl-C ends the process. */
  release(): void {
    this.#isTaken = false;
  }

  /** A Ctrl-C. */
  fire(): void {
    if (!this.#isTaken || this.#isHeard) return this.#leave();
    this.#isHeard = true;
    this.#controller.abort(new DOMException("Interrupted", "AbortError"));
  }
}

/** Waits; ends early, without an error, when the signal aborts. */
export function pauseMs(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}
