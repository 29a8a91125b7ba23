import type { Driver, Mutation } from "./_driver.ts";
import { TABLE } from "./keys.ts";
import { ABANDONED_REDO_MS, MAX_COMMIT_BYTES, MAX_INLINE_BYTES } from "./limits.ts";
import type { Snapshot, ValueCipher } from "./types.ts";

/** What the head row of a saved state tells. */
interface SnapshotHead {
  /** Name of its parts: when it was begun (Unix milliseconds), and a random part. */
  readonly version: string;
  /** Number of its parts. */
  readonly parts: number;
  /** Bytes of all parts. */
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
    const stored = new Uint8Array(head.bytes);
    let at = 0;
    let parts = 0;
    for await (const { value } of driver.list({ prefix: [...this.#key(name), head.version] })) {
      if (!(value instanceof Uint8Array) || at + value.length > stored.length) return null;
      stored.set(value, at);
      at += value.length;
      parts++;
    }
    if (parts !== head.parts || at !== head.bytes) return null;
    try {
      const bytes = cipher === null ? stored : cipher.open(stored);
      return { bytes, position: head.position };
    } catch {
      // Sealed with another key: as good as none, it is only a shortcut.
      return null;
    }
  }

  /** Saves a state and removes older ones. */
  async write(name: string, snapshot: Snapshot): Promise<void> {
    const { driver, cipher, now } = this.#options;
    const key = this.#key(name);
    const stored = cipher === null ? snapshot.bytes : cipher.seal(snapshot.bytes);
    const version = `${Math.trunc(now())}-${crypto.randomUUID()}`;
    const parts = Math.ceil(stored.length / MAX_INLINE_BYTES);
    for (let first = 0; first < parts; first += PARTS_PER_COMMIT) {
      const batch: Mutation[] = [];
      for (let n = first; n < Math.min(first + PARTS_PER_COMMIT, parts); n++) {
        const value = stored.slice(n * MAX_INLINE_BYTES, (n + 1) * MAX_INLINE_BYTES);
        batch.push({ key: [...key, version, n], value });
      }
      await driver.commit(batch);
    }
    const older = toHead((await driver.get(key)).value);
    const head: SnapshotHead = {
      version,
      parts,
      bytes: stored.length,
      position: snapshot.position,
    };
    const value = new TextEncoder().encode(JSON.stringify(head));
    await driver.commit([{ key, value }]);
    await this.#sweep(key, version, older?.version ?? null);
  }

  /** Removes every saved state, complete or not. */
  async removeAll(): Promise<void> {
    const { driver, org } = this.#options;
    let batch: Mutation[] = [];
    for await (const { key } of driver.list({ prefix: [TABLE.snapshot, org] })) {
      batch.push({ key });
      if (batch.length < 500) continue;
      await driver.commit(batch);
      batch = [];
    }
    if (batch.length > 0) await driver.commit(batch);
  }

  /** Removes the parts of the replaced state and of states that were never completed. */
  async #sweep(key: Deno.KvKey, current: string, older: string | null): Promise<void> {
    const { driver, now } = this.#options;
    let batch: Mutation[] = [];
    for await (const entry of driver.list({ prefix: key })) {
      const version = String(entry.key[3]);
      const isAbandoned = now() - Number(version.split("-")[0]) > ABANDONED_REDO_MS;
      if (version === current || (version !== older && !isAbandoned)) continue;
      batch.push({ key: entry.key });
      if (batch.length === 500) {
        await driver.commit(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await driver.commit(batch);
  }
}
