import type { Mutation } from "./_driver.ts";
import { keyText, TABLE } from "./keys.ts";

/** Bound of what is kept, bytes of encoded values and {@link OVERHEAD_BYTES} for each entry. */
const MAX_BYTES = 6_291_456;

/** Memory an entry costs beside its value: its key, its place. */
const OVERHEAD_BYTES = 240;

/** Largest value that is kept, bytes. */
const MAX_VALUE_BYTES = 16_384;

/** An entry as the database has it; without a stamp it is missing. */
interface KeptEntry {
  readonly value: Uint8Array | null;
  readonly versionstamp: string | null;
}

/** What was read of a key: the bytes, or nothing. */
type Entry = Deno.KvEntryMaybe<unknown>;

/**
 * Small entries as the database has them, while this process is alone on it: every change goes
 * through here, so none has to be read again. Those that were not used for the longest time go.
 */
export class KeptEntries {
  readonly #isAlone: () => boolean;
  /** Entries by the text of their key; the ones used last stand last. */
  readonly #entries = new Map<string, KeptEntry>();
  /** Keys that are being read, with the number of readers. */
  readonly #readers = new Map<string, number>();
  /** Keys among them that were written meanwhile: what the readers get may be older. */
  readonly #spoilt = new Set<string>();
  #bytes = 0;

  /** @param isAlone Whether no other process can change the database. */
  constructor(isAlone: () => boolean) {
    this.#isAlone = isAlone;
  }

  /** The entries of keys, from memory or from `read`, which is asked about the others only. */
  async many(
    keys: readonly Deno.KvKey[],
    read: (missing: readonly Deno.KvKey[]) => Promise<Entry[]>,
  ): Promise<Entry[]> {
    if (!this.#isAlone()) {
      this.#forgetAll();
      return await read(keys);
    }
    const found = keys.map((key) => this.#find(key));
    const missing = keys.filter((_, n) => found[n] === null);
    if (missing.length === 0) return found.filter((entry) => entry !== null);
    const entries = await this.#readFirst(missing, read);
    let next = 0;
    return found.flatMap((entry) => entry ?? entries[next++] ?? []);
  }

  #find(key: Deno.KvKey): Entry | null {
    if (!isKeptTable(key)) return null;
    const name = keyText(key);
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    const { value, versionstamp } = entry;
    return versionstamp === null
      ? { key, value: null, versionstamp }
      : { key, value, versionstamp };
  }

  async #readFirst(
    keys: readonly Deno.KvKey[],
    read: (missing: readonly Deno.KvKey[]) => Promise<Entry[]>,
  ): Promise<Entry[]> {
    const names = keys.map((key) => isKeptTable(key) ? keyText(key) : null);
    for (const name of names) {
      if (name !== null) this.#readers.set(name, (this.#readers.get(name) ?? 0) + 1);
    }
    let entries: Entry[] = [];
    try {
      return entries = await read(keys);
    } finally {
      for (const [n, name] of names.entries()) {
        if (name !== null) this.#endRead(name, entries[n]);
      }
    }
  }

  #endRead(name: string, entry: Entry | undefined): void {
    const isFresh = !this.#spoilt.has(name);
    const left = (this.#readers.get(name) ?? 1) - 1;
    if (left > 0) this.#readers.set(name, left);
    else {
      this.#readers.delete(name);
      this.#spoilt.delete(name);
    }
    if (entry === undefined || !isFresh || !this.#isAlone()) return;
    const { value, versionstamp } = entry;
    if (versionstamp === null) this.#keep(name, { value: null, versionstamp });
    else if (value instanceof Uint8Array) this.#keep(name, { value, versionstamp });
  }

  /** Takes note of a commit of this process; without a stamp nobody knows whether it took place. */
  noteCommit(mutations: readonly Mutation[], versionstamp: string | null): void {
    if (!this.#isAlone()) {
      this.#forgetAll();
      return;
    }
    for (const { key, value } of mutations) {
      if (!isKeptTable(key)) continue;
      const name = keyText(key);
      if (this.#readers.has(name)) this.#spoilt.add(name);
      this.#drop(name);
      if (versionstamp === null) continue;
      if (value === undefined) this.#keep(name, { value: null, versionstamp: null });
      else if (typeof value !== "number") this.#keep(name, { value, versionstamp });
    }
  }

  /** Forgets keys, whose entries turned out to be others. */
  forget(keys: readonly Deno.KvKey[]): void {
    for (const key of keys) this.#drop(keyText(key));
  }

  #forgetAll(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #keep(name: string, entry: KeptEntry): void {
    this.#drop(name);
    if ((entry.value?.length ?? 0) > MAX_VALUE_BYTES) return;
    this.#entries.set(name, entry);
    this.#bytes += bytesOf(entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= MAX_BYTES) break;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    this.#entries.delete(name);
    this.#bytes -= bytesOf(entry);
  }
}

/** Rows of an org; ids, logs and vectors are kept elsewhere or not at all. */
function isKeptTable(key: Deno.KvKey): boolean {
  return key[0] === TABLE.plain || key[0] === TABLE.entity;
}

function bytesOf({ value }: KeptEntry): number {
  return OVERHEAD_BYTES + (value?.length ?? 0);
}
