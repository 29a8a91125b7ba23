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
  /** Number of the read that brought it; a slower, older read must not replace it. */
  readonly ticket: number;
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
  #tickets = 0;

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

  /** Keeps a copy of an answer. */
  set(key: string, value: unknown, ticket: number = ++this.#tickets): void {
    if ((this.#entries.get(key)?.ticket ?? 0) > ticket) return;
    this.#entries.delete(key);
    this.#entries.set(key, {
      value: structuredClone(value),
      storedAtMs: performance.now(),
      ticket,
    });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries) break;
      this.#entries.delete(oldest);
    }
  }

  /** Forgets the answers whose key begins with `prefix`; reads in progress are kept from storing. */
  clear(prefix = ""): void {
    for (const key of this.#entries.keys()) {
      if (key.startsWith(prefix)) this.#entries.delete(key);
    }
    for (const key of this.#flights.keys()) {
      if (key.startsWith(prefix)) this.#flights.delete(key);
    }
  }

  /** Reads from the server and keeps the answer if `keeps` says so. */
  async load(
    key: string,
    read: () => Promise<unknown>,
    keeps: (value: unknown) => boolean,
    isWanted: () => boolean = () => true,
  ): Promise<unknown> {
    const ticket = ++this.#tickets;
    const value = await read();
    if (keeps(value) && isWanted()) this.set(key, value, ticket);
    return value;
  }

  /** Like {@link load}, but joins an equal read that is in progress. */
  async share(
    key: string,
    read: (signal: AbortSignal) => Promise<unknown>,
    keeps: (value: unknown) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    signal?.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, read, keeps);
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

  #start(
    key: string,
    read: (signal: AbortSignal) => Promise<unknown>,
    keeps: (value: unknown) => boolean,
  ): Flight {
    const controller = new AbortController();
    const isWanted = () => this.#flights.get(key) === flight;
    const answer = this.load(key, () => read(controller.signal), keeps, isWanted);
    const flight: Flight = { answer, controller, waiting: 0 };
    // Everybody may have left before it fails; that is no unhandled rejection.
    answer.catch(() => {});
    this.#flights.set(key, flight);
    return flight;
  }
}

/** Waits for `work` until the signal aborts. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
