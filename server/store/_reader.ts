import { chunkHeader, decodeValue, joinChunks } from "./codec.ts";
import type { Driver } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import { chunkKey, keyLabel } from "./keys.ts";
import type { StoreLog, ValueCipher } from "./types.ts";

/** A row as it was read. */
export interface ReadRow {
  /** Its key. */
  readonly key: Deno.KvKey;
  /** Its stamp, null when it is missing. */
  readonly versionstamp: string | null;
  /** The decoded value; undefined when missing or unreadable. */
  readonly value: unknown;
  /** Bytes as encoded. */
  readonly bytes: number;
  /** Parts it is stored in beside its head. */
  readonly chunks: number;
}

/** Rereads of a row whose parts are being replaced before it counts as broken. */
const MAX_REREADS = 5;

/** Unreadable keys that are named in the health report. */
const MAX_NAMED = 20;

/** Reads and decodes rows; unreadable ones are left out, counted and logged by key. */
export class Reader {
  readonly #driver: Driver;
  readonly #log: StoreLog;
  readonly cipher: ValueCipher | null;
  readonly #corrupt: Set<string> = new Set();

  constructor(driver: Driver, cipher: ValueCipher | null, log: StoreLog) {
    this.#driver = driver;
    this.cipher = cipher;
    this.#log = log;
  }

  /** Rows in the order of keys. */
  async many(keys: readonly Deno.KvKey[]): Promise<ReadRow[]> {
    const entries = await this.#driver.getMany(keys);
    const rows: ReadRow[] = [];
    for (const entry of entries) {
      const row = this.decode(entry);
      rows.push(row instanceof Promise ? await row : row);
    }
    return rows;
  }

  /** One row. */
  async one(key: Deno.KvKey): Promise<ReadRow> {
    return await this.decode(await this.#driver.get(key));
  }

  /** Number of parts of each value, 0 when it is whole or missing; nothing is decoded. */
  async chunkCounts(keys: readonly Deno.KvKey[]): Promise<number[]> {
    return (await this.#driver.getMany(keys)).map(({ value }) => {
      try {
        return value instanceof Uint8Array ? chunkHeader(value)?.chunks ?? 0 : 0;
      } catch (cause) {
        if (cause instanceof TypeError || cause instanceof SyntaxError) return 0;
        throw cause;
      }
    });
  }

  /** Decodes an entry; only a value in parts has to wait. */
  decode(entry: Deno.KvEntryMaybe<unknown>): ReadRow | Promise<ReadRow> {
    const { key, versionstamp, value } = entry;
    if (versionstamp === null) {
      return { key, versionstamp, value: undefined, bytes: 0, chunks: 0 };
    }
    if (!(value instanceof Uint8Array)) return this.#unreadable(key, versionstamp, 0);
    try {
      if (chunkHeader(value) !== null) {
        return this.#decodeParts(entry).catch((cause: unknown) => {
          if (cause instanceof StoreError) throw cause;
          return this.#unreadable(key, versionstamp, 0);
        });
      }
      const decoded = decodeValue(value, this.cipher);
      if (this.#corrupt.size > 0) this.#corrupt.delete(keyLabel(key));
      return { key, versionstamp, value: decoded, bytes: value.length, chunks: 0 };
    } catch {
      return this.#unreadable(key, versionstamp, value.length);
    }
  }

  async #decodeParts(first: Deno.KvEntryMaybe<unknown>): Promise<ReadRow> {
    let entry = first;
    for (let attempt = 0; attempt < MAX_REREADS; attempt++) {
      const { key, value, versionstamp } = entry;
      if (!(value instanceof Uint8Array) || versionstamp === null) break;
      const header = chunkHeader(value);
      if (header === null) return await this.decode(entry);
      const keys = Array.from({ length: header.chunks }, (_, n) => chunkKey(key, n));
      const parts = (await this.#driver.getMany(keys)).map((part) =>
        part.value instanceof Uint8Array ? part.value : null
      );
      const body = joinChunks(header, parts);
      if (body !== null) {
        const { chunks, bytes } = header;
        return { key, versionstamp, value: decodeValue(body, this.cipher), bytes, chunks };
      }
      const again = await this.#driver.get(key);
      if (again.versionstamp === versionstamp) break;
      entry = again;
    }
    if (entry.versionstamp === null) return await this.decode(entry);
    return this.#unreadable(entry.key, entry.versionstamp, 0);
  }

  #unreadable(key: Deno.KvKey, versionstamp: string, bytes: number): ReadRow {
    this.noteCorrupt(key);
    return { key, versionstamp, value: undefined, bytes, chunks: 0 };
  }

  /** Counts and logs an unreadable row, once. */
  noteCorrupt(key: Deno.KvKey): void {
    const label = keyLabel(key);
    if (this.#corrupt.has(label)) return;
    this.#corrupt.add(label);
    this.#log("warn", `Row ${label} cannot be read and is left out; run the check with repair`);
  }

  /** Takes a row off the list of unreadable ones. */
  forgetCorrupt(key: Deno.KvKey): void {
    this.#corrupt.delete(keyLabel(key));
  }

  /** Unreadable rows met so far. */
  get corruptRows(): number {
    return this.#corrupt.size;
  }

  /** The first of them. */
  get corruptKeys(): string[] {
    return [...this.#corrupt].slice(0, MAX_NAMED);
  }
}
