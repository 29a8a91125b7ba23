import { RowCache } from "./_cache.ts";
import { OrgCheck } from "./_check.ts";
import { TextFinder } from "./_find.ts";
import { CommitQueue } from "./_commits.ts";
import { type Driver, type Mutation, pause } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import { OPENED_KEY, STORE_TABLE, storeKey, TABLE, utf8Bytes } from "./keys.ts";
import {
  DEFAULT_MAX_LOG_ENTRIES,
  DEFAULT_MAX_VIEW_ROWS,
  DEFAULT_ROW_CACHE_BYTES,
  MAX_ORG_BYTES,
} from "./limits.ts";
import type { Membership } from "./_membership.ts";
import type { Counters } from "./_metrics.ts";
import { OrgState } from "./_org.ts";
import type { PlainKey, PlainKind } from "./plain.ts";
import { listPlain } from "./_plain_rows.ts";
import { Reader } from "./_reader.ts";
import { RestingOrgs } from "./_resting.ts";
import type { CheckOrgOptions, OrgReport, StoreHealth, StoreMetrics } from "./report_types.ts";
import type {
  CommitEvent,
  ListOptions,
  OpenStoreOptions,
  OrgStore,
  PlainChange,
  PlainRow,
  Store,
} from "./types.ts";
import type { Unit } from "./_unit.ts";

/** Keys removed by one commit. */
const REMOVE_BATCH = 400;

/** How long a scan of everything works at a stretch, milliseconds. */
const SLICE_MS = 1;

/** The store over an open database. */
export class KvStore implements Store {
  readonly instanceId: string;
  readonly url: string;
  readonly #options: OpenStoreOptions;
  readonly #driver: Driver;
  readonly #counters: Counters;
  readonly #reader: Reader;
  readonly #cache: RowCache;
  readonly #queue: CommitQueue;
  readonly #membership: Membership;
  readonly #orgs: Map<string, OrgState> = new Map();
  readonly #resting: RestingOrgs;
  readonly #listeners: Set<(event: CommitEvent) => void> = new Set();
  #closing: Promise<void> | null = null;

  constructor(
    options: OpenStoreOptions,
    driver: Driver,
    label: string,
    membership: Membership,
  ) {
    this.#membership = membership;
    this.#options = options;
    this.#driver = driver;
    this.#counters = driver.counters;
    this.url = label;
    this.instanceId = options.instanceId ?? crypto.randomUUID();
    this.#reader = new Reader(driver, options.cipher ?? null, options.log ?? (() => {}));
    this.#cache = new RowCache(options.rowCacheBytes ?? DEFAULT_ROW_CACHE_BYTES);
    this.#resting = new RestingOrgs(
      options.maxViewRows ?? DEFAULT_MAX_VIEW_ROWS,
      options.now ?? Date.now,
    );
    this.#queue = new CommitQueue({
      driver,
      frame: (org) => this.#state(org).frame(),
      onCommitted: (unit, versionstamp) => this.#state(unit.org).committed(unit, versionstamp),
    });
  }

  org(name: string): OrgStore {
    return this.#state(name);
  }

  #state(name: string): OrgState {
    let org = this.#orgs.get(name);
    if (org === undefined) {
      if (name === "" || !name.isWellFormed() || utf8Bytes(name) > MAX_ORG_BYTES) {
        throw new StoreError("schema", "Cannot open org: its name must have 1 to 256 bytes");
      }
      org = new OrgState(name, {
        driver: this.#driver,
        reader: this.#reader,
        cache: this.#cache,
        queue: this.#queue,
        instanceId: this.instanceId,
        now: this.#options.now ?? Date.now,
        maxLogEntries: this.#options.maxLogEntries ?? DEFAULT_MAX_LOG_ENTRIES,
        log: this.#options.log ?? (() => {}),
        announce: (unit, versionstamp) => this.#announce(unit, versionstamp),
        isAlone: () => this.#membership.isAlone,
        onLoaded: (loaded) => this.#resting.noteLoaded(loaded),
      });
      this.#orgs.set(name, org);
    }
    return org;
  }

  #announce(unit: Unit, versionstamp: string): void {
    if (unit.notes.length === 0) return;
    const changes: readonly PlainChange[] = unit.notes;
    const event: CommitEvent = { org: unit.org, changes, versionstamp };
    for (const listener of this.#listeners) listener(event);
  }

  async orgs(): Promise<string[]> {
    const names: string[] = [];
    for await (const { key } of this.#driver.list({ prefix: [TABLE.org] })) {
      names.push(String(key[1]));
    }
    return names;
  }

  list<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    options: ListOptions = {},
  ): AsyncIterableIterator<PlainRow<K, V>> {
    return listPlain(this.#driver, this.#reader, kind, "", options);
  }

  async removeListed<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    row: PlainRow<K, V>,
  ): Promise<void> {
    const key = storeKey(kind.name, row.key);
    await this.#driver.commit([{ key }], [{ key, versionstamp: row.versionstamp }]);
  }

  async deleteOrg(name: string): Promise<number> {
    const org = this.#state(name);
    let removed = 0;
    let batch: Mutation[] = [];
    const flush = async () => {
      await this.#driver.commit(batch);
      removed += batch.length;
      batch = [];
    };
    try {
      for await (const { key } of this.dump(name)) {
        batch.push({ key });
        if (batch.length === REMOVE_BATCH) await flush();
      }
      if (batch.length > 0) await flush();
    } finally {
      org.forget();
    }
    return removed;
  }

  async *dump(name: string): AsyncGenerator<Deno.KvEntry<unknown>> {
    // The marker comes last, so that an interrupted removal is still listed among the orgs.
    const tables = Object.values(TABLE).filter((table) => table !== TABLE.org);
    for (const table of [...tables, TABLE.org]) {
      yield* this.#driver.list({ start: [table, name], end: [table, `${name}\0`] });
    }
  }

  async findText(name: string, text: string): Promise<Record<string, number>> {
    const finder = new TextFinder(this.#reader, text);
    const found: Record<string, number> = {};
    let sinceMs = performance.now();
    const look = async (entry: Deno.KvEntry<unknown>, label: string) => {
      if (performance.now() - sinceMs >= SLICE_MS) {
        // Whoever waits for an answer goes first.
        await pause(0);
        sinceMs = performance.now();
      }
      if (await finder.isIn(entry)) found[label] = (found[label] ?? 0) + 1;
    };
    for await (const entry of this.dump(name)) {
      await look(entry, entry.key.filter((_, n) => n === 0 || n === 2).join("/"));
    }
    for await (const entry of this.#driver.list({ prefix: [STORE_TABLE] })) {
      if (entry.key.includes(name)) await look(entry, entry.key.slice(0, 2).join("/"));
    }
    return found;
  }

  async checkOrg(name: string, options: CheckOrgOptions = {}): Promise<OrgReport> {
    const org = this.#state(name);
    const { repair = false } = options;
    const check = new OrgCheck({
      org: name,
      redo: org.redo,
      driver: this.#driver,
      reader: this.#reader,
      entries: () => this.dump(name),
      repair,
    });
    return await (repair ? org.whileChanging(() => check.run()) : check.run());
  }

  onCommit(listener: (event: CommitEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async probe(deadlineMs: number = this.#driver.deadlineMs): Promise<void> {
    const value = (this.#options.now ?? Date.now)();
    await this.#driver.commit([{ key: OPENED_KEY, value }], [], deadlineMs);
  }

  health(): StoreHealth {
    return {
      corruptRows: this.#reader.corruptRows,
      corruptKeys: this.#reader.corruptKeys,
      lockRetries: this.#counters.lockRetries,
      lastWriteError: this.#driver.lastWriteError,
    };
  }

  metrics(): StoreMetrics {
    return this.#counters.snapshot(this.#cache);
  }

  close(): Promise<void> {
    return this.#closing ??= this.#close();
  }

  async #close(): Promise<void> {
    await this.#queue.idle();
    for (const org of this.#orgs.values()) await org.close();
    this.#driver.close();
    this.#membership.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
