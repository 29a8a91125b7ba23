import { encodeValue } from "./codec.ts";
import type { Check, Mutation } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import type { IdLeases } from "./_ids.ts";
import { type IdOf, KINDS, type KindSpec, type ListedKind, type RowOf } from "./kinds.ts";
import { chunkKey, entityKey, keyText, plainKey, storeKey, vectorKey } from "./keys.ts";
import { MAX_INLINE_BYTES } from "./limits.ts";
import type { PlainKey, PlainKind, PlainRef, SetOptions } from "./plain.ts";
import type { Reader, ReadRow } from "./_reader.ts";
import type { PlainChange, PutOptions, Tx } from "./types.ts";
import { type StagedRow, type Unit, weigh } from "./_unit.ts";

/** What a transaction needs of its org. */
export interface TxHost {
  /** The org. */
  readonly org: string;
  /** Reads rows. */
  readonly reader: Reader;
  /** Knows fresh ids. */
  readonly ids: IdLeases;
  /** The row of a listed kind when the value is one, null otherwise (and counted as unreadable). */
  readonly toRow: <K extends ListedKind>(spec: KindSpec<K>, read: ReadRow) => RowOf<K> | null;
  /** Clock, Unix milliseconds. */
  readonly now: () => number;
}

/** A staged write of one row and what its older value may have left in parts. */
interface StagedWrite {
  readonly key: Deno.KvKey;
  readonly head: Uint8Array<ArrayBuffer> | undefined;
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  readonly value: unknown;
  /** Whether the older value may be in parts that nobody has counted yet. */
  readonly mayHaveParts: boolean;
}

/** One attempt of a unit of work: reads are checked, writes are kept until it is sealed. */
export class StagedTx implements Tx {
  readonly org: string;
  readonly nowSec: number;
  readonly #host: TxHost;
  readonly #reads: Map<string, ReadRow> = new Map();
  readonly #writes: Map<string, StagedWrite> = new Map();
  readonly #rows: Map<string, StagedRow> = new Map();
  readonly #notes: PlainChange[] = [];
  readonly #callbacks: ((versionstamp: string) => void)[] = [];

  constructor(host: TxHost) {
    this.#host = host;
    this.org = host.org;
    this.nowSec = host.now() / 1_000;
  }

  async get<K extends ListedKind>(kind: K, id: IdOf<K>): Promise<RowOf<K> | null> {
    return (await this.getMany(kind, [id]))[0] ?? null;
  }

  async getMany<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
  ): Promise<(RowOf<K> | null)[]> {
    const spec: KindSpec<K> = KINDS[kind];
    const keys = ids.map((id) => entityKey(this.org, spec.code, id));
    await this.#load(keys);
    return keys.map((key): RowOf<K> | null => {
      const text = keyText(key);
      const staged = this.#writes.get(text);
      // What is staged under an entity key of this kind was put as a row of this kind.
      if (staged !== undefined) return staged.value as RowOf<K> | null;
      const read = this.#reads.get(text);
      return read === undefined ? null : this.#host.toRow(spec, read);
    });
  }

  put<K extends ListedKind>(kind: K, row: RowOf<K>, options: PutOptions = {}): void {
    const spec: KindSpec<K> = KINDS[kind];
    const id = spec.idOf(row);
    const isNew = options.isNew === true || this.#host.ids.isFresh(spec.code, id);
    const encoded = encodeValue(row, "json", this.#host.reader.cipher);
    this.#stage({
      key: entityKey(this.org, spec.code, id),
      head: encoded.head,
      chunks: encoded.chunks,
      value: row,
      mayHaveParts: !isNew,
    });
    let vector = options.vector;
    if (vector === undefined && isNew) vector = null;
    if (vector !== undefined && !(isNew && vector === null)) {
      this.#stageVector(spec, id, vector);
    }
    this.#note({ kind, code: spec.code, id, row, vector, bytes: encoded.bytes });
  }

  delete<K extends ListedKind>(kind: K, id: IdOf<K>): void {
    const spec: KindSpec<K> = KINDS[kind];
    this.#stage({
      key: entityKey(this.org, spec.code, id),
      head: undefined,
      chunks: [],
      value: null,
      mayHaveParts: true,
    });
    if (spec.hasVector) this.#stageVector(spec, id, null);
    this.#note({ kind, code: spec.code, id, row: null, vector: null, bytes: 0 });
  }

  putVector<K extends ListedKind>(
    kind: K,
    id: IdOf<K>,
    vector: Uint8Array<ArrayBuffer> | null,
  ): void {
    const spec: KindSpec<K> = KINDS[kind];
    this.#stageVector(spec, id, vector);
    this.#note({ kind, code: spec.code, id, row: undefined, vector, bytes: 0 });
  }

  #stageVector<K extends ListedKind>(
    spec: KindSpec<K>,
    id: IdOf<K>,
    vector: Uint8Array<ArrayBuffer> | null,
  ): void {
    if (!spec.hasVector) {
      throw new StoreError("schema", `Cannot store a vector: ${spec.kind} has none`);
    }
    const head = vector === null
      ? undefined
      : encodeValue(vector, "bytes", this.#host.reader.cipher).head;
    if (vector !== null && vector.length >= MAX_INLINE_BYTES) {
      throw new StoreError("too_large", "Cannot store a vector: it is over 60,000 bytes");
    }
    const key = vectorKey(this.org, spec.code, id);
    this.#stage({ key, head, chunks: [], value: vector, mayHaveParts: false });
  }

  /** A later change of the same row joins the earlier one. */
  #note(row: StagedRow): void {
    const text = `${row.code}:${row.id}`;
    const before = this.#rows.get(text);
    if (before === undefined) {
      this.#rows.set(text, row);
      return;
    }
    this.#rows.set(text, {
      ...row,
      row: row.row === undefined ? before.row : row.row,
      vector: row.vector === undefined ? before.vector : row.vector,
      bytes: row.row === undefined ? before.bytes : row.bytes,
    });
  }

  async read<K extends PlainKey, V>(kind: PlainKind<K, V>, key: K): Promise<V | null> {
    return (await this.readMany(kind, [key]))[0] ?? null;
  }

  async readMany<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    keys: readonly K[],
  ): Promise<(V | null)[]> {
    const full = keys.map((key) => this.#plainKey(kind, key));
    await this.#load(full);
    return full.map((key): V | null => {
      const text = keyText(key);
      const staged = this.#writes.get(text);
      const value = staged === undefined ? this.#reads.get(text)?.value : staged.value;
      // Keys of a plain kind hold only values that were set through the kind.
      return value === undefined ? null : value as V | null;
    });
  }

  async prefetch(rows: readonly PlainRef[]): Promise<void> {
    await this.#load(rows.map(({ kind, key }) => this.#plainKey(kind, key)));
  }

  set<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    key: K,
    value: V,
    { isNew = false }: SetOptions = {},
  ): void {
    const encoded = encodeValue(value, kind.encoding, this.#host.reader.cipher);
    if (encoded.chunks.length > 0 && !kind.isLarge) {
      throw new StoreError("too_large", `Cannot store ${kind.name}: it is over 60,000 bytes`);
    }
    this.#stage({
      key: this.#plainKey(kind, key),
      head: encoded.head,
      chunks: encoded.chunks,
      value,
      mayHaveParts: kind.isLarge && !isNew,
    });
    if (kind.notify) this.#notes.push({ kind: kind.name, key, value });
  }

  remove<K extends PlainKey, V>(kind: PlainKind<K, V>, key: K): void {
    this.#stage({
      key: this.#plainKey(kind, key),
      head: undefined,
      chunks: [],
      value: null,
      mayHaveParts: kind.isLarge,
    });
    if (kind.notify) this.#notes.push({ kind: kind.name, key, value: null });
  }

  afterCommit(callback: (versionstamp: string) => void): void {
    this.#callbacks.push(callback);
  }

  #plainKey(kind: PlainRef["kind"], key: PlainKey): Deno.KvKey {
    return kind.scope === "org" ? plainKey(this.org, kind.name, key) : storeKey(kind.name, key);
  }

  #stage(write: StagedWrite): void {
    const text = keyText(write.key);
    const isFirst = !this.#writes.has(text);
    const read = this.#reads.get(text);
    const mayHaveParts = isFirst
      ? write.mayHaveParts && read === undefined
      : this.#writes.get(text)?.mayHaveParts ?? false;
    this.#writes.set(text, { ...write, mayHaveParts });
  }

  /** Reads keys that were neither read nor written yet; each read is checked at the commit. */
  async #load(keys: readonly Deno.KvKey[]): Promise<void> {
    const missing = keys.filter((key) => {
      const text = keyText(key);
      return !this.#reads.has(text) && !this.#writes.has(text);
    });
    if (missing.length === 0) return;
    const rows = await this.#host.reader.many(missing);
    for (const [n, row] of rows.entries()) {
      const key = missing[n];
      if (key !== undefined) this.#reads.set(keyText(key), row);
    }
  }

  /** Runs what waits for the commit. */
  committed(versionstamp: string): void {
    for (const callback of this.#callbacks) callback(versionstamp);
  }

  /** The unit to commit, null when nothing is staged. */
  async seal(): Promise<Unit | null> {
    if (this.#writes.size === 0) return null;
    const olderParts = await this.#countOlderParts();
    const mutations: Mutation[] = [];
    for (const [text, { key, head, chunks }] of this.#writes) {
      mutations.push(head === undefined ? { key } : { key, value: head });
      for (const [n, value] of chunks.entries()) mutations.push({ key: chunkKey(key, n), value });
      const older = this.#reads.get(text)?.chunks ?? olderParts.get(text) ?? 0;
      for (let n = chunks.length; n < older; n++) mutations.push({ key: chunkKey(key, n) });
    }
    const checks: Check[] = [...this.#reads.values()].map(({ key, versionstamp }) => ({
      key,
      versionstamp,
    }));
    const rows = [...this.#rows.values()];
    return {
      org: this.org,
      mutations,
      checks,
      rows,
      notes: this.#notes,
      weight: weigh(mutations, rows),
      touched: new Set([...this.#reads.keys(), ...this.#writes.keys()]),
    };
  }

  /** Parts of values that are replaced or removed without having been read. */
  async #countOlderParts(): Promise<Map<string, number>> {
    const unseen = [...this.#writes.values()].filter((write) => write.mayHaveParts);
    const counts = new Map<string, number>();
    if (unseen.length === 0) return counts;
    const heads = await this.#host.reader.chunkCounts(unseen.map((write) => write.key));
    for (const [n, count] of heads.entries()) {
      const write = unseen[n];
      if (write !== undefined && count > 0) counts.set(keyText(write.key), count);
    }
    return counts;
  }
}
