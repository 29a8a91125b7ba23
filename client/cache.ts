import { untilAborted } from "./retry.ts";

/** How answers are kept. */
export interface CacheOptions {
  /**
   * How long an answer is kept, in milliseconds.
   *
   * @default 600_000
   */
  readonly ttlMs?: number;
  /**
   * Most answers kept; the one unused for longest makes room.
   *
   * @default 500
   */
  readonly maxEntries?: number;
}

/** One kept answer. */
interface Entry {
  readonly value: unknown;
  readonly storedAtMs: number;
}

/** A read on its way, shared by everybody who asks the same meanwhile. */
interface Flight {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** Keeps answers for a while, each caller getting a copy, and joins equal reads in progress. */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>();
  readonly #flights = new Map<string, Flight>();
  readonly #ttlMs: number;
  readonly #maxEntries: number;

  /** @param options How answers are kept. */
  constructor({ ttlMs = 600_000, maxEntries = 500 }: CacheOptions) {
    this.#ttlMs = ttlMs;
    this.#maxEntries = maxEntries;
  }

  /** A copy of the kept answer, undefined when there is none that is fresh. */
  get(key: string): unknown {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (performance.now() - entry.storedAtMs > this.#ttlMs) return undefined;
    this.#entries.set(key, entry);
    return structuredClone(entry.value);
  }

  /** Keeps a copy of an answer, unless it says that it is none: `success: false`. */
  set(key: string, value: unknown): void {
    if ((value as { readonly success?: unknown } | null)?.success === false) return;
    this.#entries.delete(key);
    this.#entries.set(key, { value: structuredClone(value), storedAtMs: performance.now() });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries) break;
      this.#entries.delete(oldest);
    }
  }

  /** Forgets the answers whose key begins with `prefix`; reads in progress will not store. */
  clear(prefix = ""): void {
    for (const map of [this.#entries, this.#flights]) {
      for (const key of map.keys()) {
        if (key.startsWith(prefix)) map.delete(key);
      }
    }
  }

  /**
   * Reads from the server and keeps the answer. An equal read that is in progress began earlier, so it
   * does not store any more.
   */
  async load(key: string, read: () => Promise<unknown>): Promise<unknown> {
    this.#flights.delete(key);
    const value = await read();
    this.set(key, value);
    return value;
  }

  /** Like {@link load}, but joins an equal read that is in progress. */
  async share(
    key: string,
    read: (signal: AbortSignal) => Promise<unknown>,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const flight = this.#flights.get(key) ?? this.#start(key, read);
    flight.waiting++;
    try {
      return structuredClone(await untilAborted(flight.answer, signal));
    } finally {
      if (--flight.waiting === 0) {
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
        flight.controller.abort();
      }
    }
  }

  #start(key: string, read: (signal: AbortSignal) => Promise<unknown>): Flight {
    const controller = new AbortController();
    const answer = read(controller.signal).then((value) => {
      if (this.#flights.get(key) === flight) this.set(key, value);
      return value;
    });
    const flight: Flight = { answer, controller, waiting: 0 };
    // Everybody may have left before it fails; that is no unhandled rejection.
    answer.catch(() => {});
    this.#flights.set(key, flight);
    return flight;
  }
}
