import type { Driver, Mutation } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import { TABLE } from "./keys.ts";
import { ABANDONED_REDO_MS, MAX_COMMIT_BYTES, MAX_INLINE_BYTES } from "./limits.ts";
import type { NewSnapshot, Snapshot, ValueCipher } from "./types.ts";

/** What the head row of a saved state tells. */
interface SnapshotHead {
  /** Name of its parts: when it was begun (Unix milliseconds), and a random part. */
  readonly version: string;
  /** Number of its parts. */
  readonly parts: number;
  /** Bytes of all parts, before they were sealed. */
  readonly bytes: number;
  /** Log position it was saved at. */
  readonly position: string;
}

/** What saved states of an org need. */
export interface SnapshotOptions {
  /** The org. */
  readonly org: string;
  /** The database. */
  readonly driver: Driver;
  /** Seals them, null when values are not sealed. */
  readonly cipher: ValueCipher | null;
  /** Clock, Unix milliseconds. */
  readonly now: () => number;
}

/** Parts removed by one commit. */
const MAX_REMOVED = 500;

/** Parts read at once: rows of their size are large. */
const PARTS_PER_READ = 32;

/** Parts written by one commit. */
const PARTS_PER_COMMIT = Math.floor(MAX_COMMIT_BYTES / (MAX_INLINE_BYTES + 1_000));

/** Reads a head row. */
function toHead(value: unknown): SnapshotHead | null {
  if (!(value instanceof Uint8Array)) return null;
  const parsed: unknown = JSON.parse(new TextDecoder().decode(value));
  if (typeof parsed !== "object" || parsed === null) return null;
  if (!("version" in parsed && "parts" in parsed && "bytes" in parsed && "position" in parsed)) {
    return null;
  }
  const { version, parts, bytes, position } = parsed;
  if (typeof version !== "string" || typeof position !== "string") return null;
  if (typeof parts !== "number" || typeof bytes !== "number") return null;
  return { version, parts, bytes, position };
}

/**
 * The bytes of pieces, in as many blocks at a time as one commit takes. The blocks are filled again
 * when the next ones are asked for, so that saving a large state leaves little to collect.
 */
function* inBlocks(pieces: Iterable<Uint8Array>): Generator<Uint8Array<ArrayBuffer>[]> {
  const blocks = Array.from({ length: PARTS_PER_COMMIT }, () => new Uint8Array(MAX_INLINE_BYTES));
  let filled = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const room = MAX_INLINE_BYTES - filled % MAX_INLINE_BYTES;
      const taken = piece.subarray(at, at + room);
      blocks[Math.floor(filled / MAX_INLINE_BYTES)]?.set(taken, filled % MAX_INLINE_BYTES);
      at += taken.length;
      filled += taken.length;
      if (filled < PARTS_PER_COMMIT * MAX_INLINE_BYTES) continue;
      yield blocks;
      filled = 0;
    }
  }
  const rest = blocks.slice(0, Math.ceil(filled / MAX_INLINE_BYTES));
  const last = rest.pop();
  if (last === undefined) return;
  yield [...rest, last.subarray(0, filled - rest.length * MAX_INLINE_BYTES)];
}

/** Saved states of followers: parts in commits of their own, then the head, which is the switch. */
export class Snapshots {
  readonly #options: SnapshotOptions;

  constructor(options: SnapshotOptions) {
    this.#options = options;
  }

  #key(name: string): Deno.KvKey {
    return [TABLE.snapshot, this.#options.org, name];
  }

  /** The newest complete state, null when there is none or a part is missing. */
  async read(name: string): Promise<Snapshot | null> {
    const { driver, cipher } = this.#options;
    const head = toHead((await driver.get(this.#key(name))).value);
    if (head === null) return null;
    const bytes = new Uint8Array(head.bytes);
    let at = 0;
    let parts = 0;
    try {
      const prefix = [...this.#key(name), head.version];
      for await (const { value } of driver.list({ prefix }, { batchSize: PARTS_PER_READ })) {
        if (!(value instanceof Uint8Array)) return null;
        const part = cipher === null ? value : cipher.open(value.slice());
        if (at + part.length > bytes.length) return null;
        bytes.set(part, at);
        at += part.length;
        parts++;
      }
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      // Sealed with another key: as good as none, it is only a shortcut.
      return null;
    }
    return parts === head.parts && at === head.bytes ? { bytes, position: head.position } : null;
  }

  /** Saves a state and removes older ones; its first piece is taken before anything is awaited. */
  async write(name: string, { pieces, position }: NewSnapshot): Promise<void> {
    const { driver, now } = this.#options;
    const key = this.#key(name);
    const version = `${Math.trunc(now())}-${crypto.randomUUID()}`;
    let parts = 0;
    let bytes = 0;
    for (const blocks of inBlocks(pieces)) {
      const batch = blocks.map((block) => this.#toPart([...key, version, parts++], block));
      for (const block of blocks) bytes += block.length;
      await driver.commit(batch);
    }
    const older = toHead((await driver.get(key)).value);
    const head: SnapshotHead = { version, parts, bytes, position };
    const value = new TextEncoder().encode(JSON.stringify(head));
    await driver.commit([{ key, value }]);
    await this.#sweep(key, version, older);
  }

  #toPart(key: Deno.KvKey, block: Uint8Array<ArrayBuffer>): Mutation {
    const { cipher } = this.#options;
    return { key, value: cipher === null ? block : cipher.seal(block) };
  }

  /** Removes every saved state, complete or not. */
  async removeAll(): Promise<void> {
    const { driver, org } = this.#options;
    await this.#remove(driver.list(
      { prefix: [TABLE.snapshot, org] },
      { batchSize: PARTS_PER_READ },
    ));
  }

  /** Removes the parts of the replaced state and of states that were never completed. */
  async #sweep(key: Deno.KvKey, current: string, older: SnapshotHead | null): Promise<void> {
    if (older !== null) {
      await this.#remove(
        Array.from({ length: older.parts }, (_, n) => ({ key: [...key, older.version, n] })),
      );
    }
    // The state just saved is passed over: to list its keys would be to read it.
    await this.#remove(this.#abandoned({ prefix: key, end: [...key, current] }));
    await this.#remove(this.#abandoned({ prefix: key, start: [...key, `${current}\0`] }));
  }

  /** Parts of states in a range that were begun long ago. */
  async *#abandoned(range: Deno.KvListSelector): AsyncGenerator<{ readonly key: Deno.KvKey }> {
    const { driver, now } = this.#options;
    for await (const { key } of driver.list(range, { batchSize: PARTS_PER_READ })) {
      const begunMs = Number(String(key[3]).split("-")[0]);
      if (now() - begunMs > ABANDONED_REDO_MS) yield { key };
    }
  }

  async #remove(
    entries: Iterable<{ readonly key: Deno.KvKey }> | AsyncIterable<{ readonly key: Deno.KvKey }>,
  ): Promise<void> {
    const { driver } = this.#options;
    let batch: Mutation[] = [];
    for await (const { key } of entries) {
      batch.push({ key });
      if (batch.length < MAX_REMOVED) continue;
      await driver.commit(batch);
      batch = [];
    }
    if (batch.length > 0) await driver.commit(batch);
  }
}
