import { isLocked, StoreError, toStoreError } from "./errors.ts";
import { keyBytes } from "./keys.ts";
import type { KeptEntries } from "./_kept_entries.ts";
import { MAX_KEYS_PER_READ, SCAN_BATCH } from "./limits.ts";
import type { Counters } from "./_metrics.ts";

/** One change of one key; without a value the key is removed. */
export interface Mutation {
  /** The key. */
  readonly key: Deno.KvKey;
  /** Bytes, or a number for counters and flags; absent to remove. */
  readonly value?: Uint8Array<ArrayBuffer> | number;
}

/** A condition of a commit: the key still has this stamp (null: is still missing). */
export interface Check {
  /** The key. */
  readonly key: Deno.KvKey;
  /** Its stamp when it was read. */
  readonly versionstamp: string | null;
}

/** Longest pause between two tries against a locked database, milliseconds. */
const MAX_PAUSE_MS = 40;

/** Bytes of a mutation as the database counts them. */
export function mutationBytes(mutation: Mutation): number {
  const { value } = mutation;
  return 2 * keyBytes(mutation.key) + 24 + (value instanceof Uint8Array ? value.length : 16);
}

/** Waits, or rejects with the reason of the signal. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end, { once: true });
  });
}

/** What the driver is made of. */
export interface DriverOptions {
  /** The open database. */
  readonly kv: Deno.Kv;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
  /** How long a commit may be tried against a locked database. */
  readonly deadlineMs: number;
  /** Where durations and retries are counted. */
  readonly counters: Counters;
  /** Entries that need not be read again. @default none */
  readonly kept?: KeptEntries;
}

/** The portable subset of Deno KV with retries, counters and errors that say what to do. */
export class Driver {
  readonly #kv: Deno.Kv;
  readonly #random: () => number;
  readonly deadlineMs: number;
  readonly counters: Counters;
  readonly #kept: KeptEntries | null;
  lastWriteError: string | null = null;
  #isClosed = false;

  constructor(options: DriverOptions) {
    this.#kv = options.kv;
    this.#random = options.random;
    this.deadlineMs = options.deadlineMs;
    this.counters = options.counters;
    this.#kept = options.kept ?? null;
  }

  /** One entry. */
  async get(key: Deno.KvKey): Promise<Deno.KvEntryMaybe<unknown>> {
    const [entry] = await this.getMany([key]);
    return entry ?? { key, value: null, versionstamp: null };
  }

  /** Entries in the order of keys; any number. */
  async getMany(keys: readonly Deno.KvKey[]): Promise<Deno.KvEntryMaybe<unknown>[]> {
    if (keys.length === 0) return [];
    const read = (missing: readonly Deno.KvKey[]) => this.#getAll(missing);
    return this.#kept === null ? await read(keys) : await this.#kept.many(keys, read);
  }

  async #getAll(keys: readonly Deno.KvKey[]): Promise<Deno.KvEntryMaybe<unknown>[]> {
    if (keys.length <= MAX_KEYS_PER_READ) return await this.#getBatch(keys);
    const batches: Promise<Deno.KvEntryMaybe<unknown>[]>[] = [];
    for (let at = 0; at < keys.length; at += MAX_KEYS_PER_READ) {
      batches.push(this.#getBatch(keys.slice(at, at + MAX_KEYS_PER_READ)));
    }
    return (await Promise.all(batches)).flat();
  }

  #getBatch(keys: readonly Deno.KvKey[]): Promise<Deno.KvEntryMaybe<unknown>[]> {
    return this.counters.time(
      "get",
      () => this.#read(() => this.#kv.getMany<unknown[]>([...keys])),
    );
  }

  /** Entries of a range; `batchSize` of them are fetched at once. */
  async *list(
    selector: Deno.KvListSelector,
    options: { limit?: number; reverse?: boolean; batchSize?: number } = {},
  ): AsyncGenerator<Deno.KvEntry<unknown>> {
    const startedMs = performance.now();
    const batchSize = options.batchSize ?? Math.min(options.limit ?? SCAN_BATCH, SCAN_BATCH);
    try {
      yield* this.#kv.list<unknown>(selector, { ...options, batchSize });
    } catch (cause) {
      throw toStoreError("read", cause);
    } finally {
      this.counters.note("list", performance.now() - startedMs);
    }
  }

  async #read<T>(work: () => Promise<T>): Promise<T> {
    const untilMs = performance.now() + this.deadlineMs;
    for (let attempt = 1;; attempt++) {
      try {
        return await work();
      } catch (cause) {
        if (!isLocked(cause) || performance.now() >= untilMs) throw toStoreError("read", cause);
        await pause(this.jitterMs(attempt));
      }
    }
  }

  /** A key part that becomes the stamp of the commit. */
  commitStamp(): symbol {
    return this.#kv.commitVersionstamp();
  }

  /** A pause that grows with the attempts and differs between writers. */
  jitterMs(attempt: number): number {
    return 1 + this.#random() * Math.min(2 ** attempt, MAX_PAUSE_MS);
  }

  /**
   * Commits, again while the database is locked.
   *
   * @returns The stamp, or null when a check failed.
   */
  async commit(
    mutations: readonly Mutation[],
    checks: readonly Check[] = [],
    deadlineMs: number = this.deadlineMs,
  ): Promise<string | null> {
    const untilMs = performance.now() + deadlineMs;
    for (let attempt = 1;; attempt++) {
      if (this.#isClosed) throw new StoreError("closed", "Cannot write: the store was closed");
      try {
        const result = await this.counters.time("commit", () => this.#once(mutations, checks));
        this.counters.commits++;
        this.lastWriteError = null;
        if (result.ok) this.#kept?.noteCommit(mutations, result.versionstamp);
        else this.#kept?.forget(checks.map(({ key }) => key));
        return result.ok ? result.versionstamp : null;
      } catch (cause) {
        this.#kept?.noteCommit(mutations, null);
        if (!isLocked(cause) || performance.now() >= untilMs) {
          const error = toStoreError("write", cause);
          this.lastWriteError = error.message;
          throw error;
        }
        this.counters.lockRetries++;
        await pause(this.jitterMs(attempt));
      }
    }
  }

  #once(
    mutations: readonly Mutation[],
    checks: readonly Check[],
  ): Promise<Deno.KvCommitResult | Deno.KvCommitError> {
    const atomic = this.#kv.atomic();
    if (checks.length > 0) atomic.check(...checks);
    for (const { key, value } of mutations) {
      if (value === undefined) atomic.delete(key);
      else atomic.set(key, value);
    }
    return atomic.commit();
  }

  /** Closes the database. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#kv.close();
  }
}
