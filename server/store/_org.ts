import type { RowCache } from "./_cache.ts";
import type { CommitQueue, OrgFrame } from "./_commits.ts";
import { frameUnits } from "./_commits.ts";
import { type Driver, pause } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import { IdLeases } from "./_ids.ts";
import { type IdOf, KINDS, type ListedKind, type NumberedKind, type RowOf } from "./kinds.ts";
import { TABLE } from "./keys.ts";
import { KeptRows } from "./_kept.ts";
import { trimLog } from "./_log.ts";
import type { PlainKey, PlainKind } from "./plain.ts";
import { listPlain, readPlain } from "./_plain_rows.ts";
import type { Reader } from "./_reader.ts";
import { RedoLog } from "./_redo.ts";
import { Replica } from "./_replica.ts";
import { RowSource } from "./_rows.ts";
import { Snapshots } from "./_snapshots.ts";
import { StagedTx } from "./_tx.ts";
import type {
  Follower,
  FollowOptions,
  KindView,
  ListOptions,
  NewSnapshot,
  OrgStore,
  PlainRow,
  Snapshot,
  StoreLog,
  Tx,
  WriteOptions,
  WriteResult,
} from "./types.ts";
import { fitsOneCommit, isWide, type Unit } from "./_unit.ts";

/** What all orgs of a store share. */
export interface OrgContext {
  /** The database. */
  readonly driver: Driver;
  /** Reads rows. */
  readonly reader: Reader;
  /** Decoded rows. */
  readonly cache: RowCache;
  /** Commits. */
  readonly queue: CommitQueue;
  /** Name of this process. */
  readonly instanceId: string;
  /** Clock, Unix milliseconds. */
  readonly now: () => number;
  /** Change-log entries kept. */
  readonly maxLogEntries: number;
  /** Where warnings go. */
  readonly log: StoreLog;
  /** Tells listeners of a commit. */
  readonly announce: (unit: Unit, versionstamp: string) => void;
  /** Whether no other process uses the database. */
  readonly isAlone: () => boolean;
  /** Told that an org has rows in memory that it had not before. */
  readonly onLoaded: (org: OrgState) => void;
}

/** The state of one org. */
export class OrgState implements OrgStore {
  readonly name: string;
  readonly #context: OrgContext;
  readonly #ids: IdLeases;
  readonly #rows: RowSource;
  readonly #redo: RedoLog;
  readonly #replica: Replica;
  readonly #snapshots: Snapshots;
  readonly #kept: KeptRows;
  #recovering: Promise<void> | null = null;
  #hasMarker = false;
  #entriesSinceTrim = 0;
  /** Entries of the change log while this process is alone, null when it has not counted them. */
  #logEntries: number | null = null;
  #lastEntry = "";
  #trimming: Promise<void> | null = null;
  #usedAtMs = 0;

  constructor(name: string, context: OrgContext) {
    const { driver, reader, cache, queue, instanceId, now } = context;
    this.name = name;
    this.#context = context;
    this.#ids = new IdLeases(driver, name);
    this.#rows = new RowSource({ org: name, driver, reader, cache, isAlone: context.isAlone });
    this.#redo = new RedoLog({
      org: name,
      driver,
      queue,
      frame: () => this.frame(),
      instanceId,
      now,
      onDamage: (key) => reader.noteCorrupt(key),
      whileChanging: (work) => this.whileChanging(work),
    });
    this.#replica = new Replica({
      org: name,
      driver,
      reader,
      rows: this.#rows,
      finishRedo: () => this.#redo.finish(),
      isAlone: context.isAlone,
    });
    this.#kept = new KeptRows(context.isAlone);
    this.#snapshots = new Snapshots({ org: name, driver, cipher: reader.cipher, now });
  }

  get position(): string {
    return this.#replica.position;
  }

  /** Applies what a dead process left half done, once. */
  #ready(): Promise<void> {
    this.#recovering ??= this.#redo.recover().catch((cause) => {
      this.#recovering = null;
      throw cause;
    });
    return this.#recovering;
  }

  /** What a commit adds for this org. */
  frame(): OrgFrame {
    const marker = this.#hasMarker ? null : { key: [TABLE.org, this.name], value: 1 };
    return { gate: this.#redo.gate, marker };
  }

  async write<T>(
    stage: (tx: Tx) => T | Promise<T>,
    options: WriteOptions = {},
  ): Promise<WriteResult<T>> {
    await this.#ready();
    const { driver } = this.#context;
    const deadlineMs = options.deadlineMs ?? driver.deadlineMs;
    const untilMs = performance.now() + deadlineMs;
    for (let attempt = 1;; attempt++) {
      options.signal?.throwIfAborted();
      const tx = new StagedTx({
        org: this.name,
        reader: this.#context.reader,
        ids: this.#ids,
        toRow: (spec, read) => this.#rows.toRow(spec, read),
        now: this.#context.now,
      });
      const result = await stage(tx);
      const unit = await tx.seal();
      if (unit === null) return { result, versionstamp: null };
      const leftMs = Math.max(untilMs - performance.now(), 0);
      const versionstamp = await this.#commit(unit, leftMs);
      if (versionstamp !== null) {
        driver.counters.units++;
        tx.committed(versionstamp);
        return { result, versionstamp };
      }
      driver.counters.conflicts++;
      if (performance.now() >= untilMs) {
        throw new StoreError(
          "conflict",
          `Cannot write to ${this.name}: lost ${attempt} races in a row; try again`,
        );
      }
      await this.#redo.finish();
      if (attempt > 1) await pause(driver.jitterMs(attempt), options.signal);
    }
  }

  /** Commits a unit the way its size asks for; null when something it read has changed. */
  async #commit(unit: Unit, deadlineMs: number): Promise<string | null> {
    const { queue, driver } = this.#context;
    if (!fitsOneCommit(unit.weight)) {
      const versionstamp = await this.#redo.run(unit);
      if (versionstamp !== null) this.committed(unit, versionstamp, { keepRows: false });
      return versionstamp;
    }
    if (!isWide(unit)) return await queue.submit(unit, deadlineMs);
    return await queue.exclusive(async () => {
      const checks = await this.#redo.wideChecks(unit);
      if (checks === null) return null;
      const { mutations } = frameUnits(driver, [unit], () => this.frame());
      const versionstamp = await driver.commit(mutations, checks, deadlineMs);
      if (versionstamp !== null) this.committed(unit, versionstamp);
      return versionstamp;
    });
  }

  /** Takes note of a commit of this process; without `keepRows` its rows are read again. */
  committed(unit: Unit, versionstamp: string, options = { keepRows: true }): void {
    this.#hasMarker = true;
    for (const { kind, code, id, row, bytes } of unit.rows) {
      this.#ids.used(code, id);
      if (row === null || !options.keepRows || KINDS[kind].isLog) this.#rows.drop(code, id);
      else if (row !== undefined) this.#rows.keepOwn(code, id, { versionstamp, row, bytes });
    }
    if (options.keepRows) this.#replica.noteCommit(versionstamp, unit.rows);
    else this.#replica.noteUnkept();
    this.#kept.noteCommit(unit.mutations);
    this.#context.announce(unit, versionstamp);
    if (unit.rows.length > 0) this.#noteEntry(versionstamp);
  }

  /** Units that were committed together share an entry of the change log. */
  #noteEntry(versionstamp: string): void {
    if (versionstamp === this.#lastEntry) return;
    this.#lastEntry = versionstamp;
    this.#entriesSinceTrim++;
    if (this.#logEntries !== null) this.#logEntries++;
    const { maxLogEntries } = this.#context;
    const slack = Math.max(10, maxLogEntries / 10);
    const isDue = this.#knownEntries === null
      ? this.#entriesSinceTrim >= slack
      : this.#knownEntries >= maxLogEntries + slack;
    if (isDue) this.#trim(maxLogEntries);
  }

  /** Entries of the change log where nobody else can add any. */
  get #knownEntries(): number | null {
    return this.#context.isAlone() ? this.#logEntries : null;
  }

  /** Trims the change log in the background, one at a time. */
  #trim(maxLogEntries: number): void {
    if (this.#trimming !== null) return;
    this.#entriesSinceTrim = 0;
    const { driver, log } = this.#context;
    const count = this.#knownEntries;
    const noted = this.#logEntries ?? 0;
    this.#trimming = trimLog(driver, this.name, { maxEntries: maxLogEntries, count }).then(
      // Entries that came while others were counted may be among those: better one too few.
      (left) => {
        if (count === null) this.#logEntries = left;
        else if (this.#logEntries !== null) this.#logEntries += left - noted;
      },
      (cause) => {
        this.#logEntries = null;
        log("warn", `Change log of ${this.name} was not trimmed: ${String(cause)}`);
      },
    ).finally(() => this.#trimming = null);
  }

  async nextId(kind: NumberedKind): Promise<number> {
    const [id] = await this.#ids.take(kind, 1);
    if (id === undefined) throw new StoreError("unavailable", `Cannot lease an id of ${kind}`);
    return id;
  }

  nextIds(kind: NumberedKind, count: number): Promise<number[]> {
    return this.#ids.take(kind, count);
  }

  reserveIds(kind: NumberedKind, lastId: number): Promise<void> {
    return this.#ids.reserve(kind, lastId);
  }

  async get<K extends ListedKind>(kind: K, id: IdOf<K>): Promise<RowOf<K> | null> {
    return (await this.getMany(kind, [id]))[0] ?? null;
  }

  async getMany<K extends ListedKind>(
    kind: K,
    ids: readonly IdOf<K>[],
  ): Promise<(RowOf<K> | null)[]> {
    await this.#ready();
    return await this.#rows.fetch(kind, ids);
  }

  async made<K extends ListedKind, T>(
    kind: K,
    ids: readonly IdOf<K>[],
    make: (row: RowOf<K>) => T,
  ): Promise<T[]> {
    await this.#ready();
    return await this.#rows.madeOfLatest(kind, ids, make);
  }

  async read<K extends PlainKey, V>(kind: PlainKind<K, V>, key: K): Promise<V | null> {
    const read = async () => (await this.readMany(kind, [key]))[0] ?? null;
    return kind.isKept ? await this.#kept.read(kind, key, read) : await read();
  }

  async readMany<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    keys: readonly K[],
  ): Promise<(V | null)[]> {
    await this.#ready();
    return await readPlain(this.#context.reader, kind, this.name, keys);
  }

  async *list<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    options: ListOptions = {},
  ): AsyncGenerator<PlainRow<K, V>> {
    await this.#ready();
    yield* listPlain(this.#context.driver, this.#context.reader, kind, this.name, options);
  }

  async view<K extends ListedKind>(kind: K): Promise<KindView<K>> {
    await this.#ready();
    this.#usedAtMs = this.#context.now();
    const isNew = !this.#replica.isHydrated(kind);
    await this.#replica.catchUp([kind], []);
    if (isNew) this.#context.onLoaded(this);
    return this.#replica.view(kind);
  }

  loadedView<K extends ListedKind>(kind: K): KindView<K> | null {
    return this.#replica.isHydrated(kind) ? this.#replica.view(kind) : null;
  }

  follow(
    kinds: readonly ListedKind[],
    follower: Follower,
    options: FollowOptions = {},
  ): () => void {
    return this.#replica.follow(kinds, follower, options);
  }

  async catchUp(kinds: readonly ListedKind[] = []): Promise<void> {
    await this.#ready();
    this.#usedAtMs = this.#context.now();
    await this.#replica.catchUp([], kinds);
  }

  async readSnapshot(name: string): Promise<Snapshot | null> {
    return await this.#snapshots.read(name);
  }

  async writeSnapshot(name: string, snapshot: NewSnapshot): Promise<void> {
    await this.#snapshots.write(name, snapshot);
  }

  async removeSnapshots(): Promise<void> {
    await this.#snapshots.removeAll();
  }

  /** Applies pending redo logs and names abandoned ones. */
  get redo(): RedoLog {
    return this.#redo;
  }

  /** Rows in memory, when they were last asked for (Unix milliseconds), whether they are followed. */
  get viewed(): { readonly rows: number; readonly usedAtMs: number; readonly isFollowed: boolean } {
    const { size: rows, isFollowed } = this.#replica;
    return { rows, usedAtMs: this.#usedAtMs, isFollowed };
  }

  /** Lets go of rows in memory, where nobody follows them. */
  async rest(): Promise<void> {
    await this.#replica.rest();
  }

  /** Does work that changes rows without {@link committed} for each. */
  async whileChanging<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#rows.whileChanging(work);
    } finally {
      this.#replica.noteUnkept();
    }
  }

  /** Forgets what memory knows (the org was removed from the database). */
  forget(): void {
    this.#ids.forget();
    this.#redo.forget();
    this.#replica.forget();
    this.#rows.forget();
    this.#kept.forget();
    this.#hasMarker = false;
    this.#logEntries = null;
  }

  /** Waits for background work and gives ids back. */
  async close(): Promise<void> {
    await this.#trimming;
    await this.#ids.giveBack();
  }
}
