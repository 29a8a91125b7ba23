import type { Driver } from "./_driver.ts";
import { FollowerState } from "./_follow.ts";
import { hydrateKind } from "./_hydrate.ts";
import { KINDS, LISTED_KINDS, type ListedKind } from "./kinds.ts";
import { headKey, logHead, type LogItem, readLog } from "./_log.ts";
import { MAX_SHARED_TEXTS, MAX_STASHED_CHANGES } from "./limits.ts";
import type { Reader } from "./_reader.ts";
import { type NamedRow, resolveChanges } from "./_resolve.ts";
import type { RowSource } from "./_rows.ts";
import type { AnyChange, Follower, FollowOptions } from "./types.ts";
import { type StagedRow, toLogEntry } from "./_unit.ts";
import { MemoryView } from "./_view.ts";

/** What the replica of an org needs. */
export interface ReplicaOptions {
  /** The org. */
  readonly org: string;
  /** The database. */
  readonly driver: Driver;
  /** Reads rows. */
  readonly reader: Reader;
  /** Rows through the cache. */
  readonly rows: RowSource;
  /** Applies a pending redo log. */
  readonly finishRedo: () => Promise<void>;
  /** Whether all commits are this process's own. */
  readonly isAlone: () => boolean;
}

/** A catch-up that has not begun; whoever arrives now may join it. */
interface QueuedRun {
  readonly views: Set<ListedKind>;
  readonly followed: Set<ListedKind>;
  readonly done: Promise<void>;
}

/** Kind by its code in keys. */
const KIND_BY_CODE: ReadonlyMap<string, ListedKind> = new Map(
  LISTED_KINDS.map((kind) => [KINDS[kind].code, kind]),
);

/**
 * The rows of one org as memory knows them: views and followers, brought up to date from the change
 * log, in log order, by one catch-up at a time.
 */
export class Replica {
  readonly #options: ReplicaOptions;
  readonly #views: Map<ListedKind, unknown> = new Map();
  readonly #hydrated: Set<ListedKind> = new Set();
  /** Kinds whose changes concern a view or a follower. */
  readonly #tracked: Set<ListedKind> = new Set();
  readonly #followers: Set<FollowerState> = new Set();
  readonly #stash: Map<string, Map<string, StagedRow>> = new Map();
  #stashed = 0;
  #position: string | null = null;
  #headStamp: string | null = null;
  #hasOwnNews = false;
  #mustReadLog = false;
  #queued: QueuedRun | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #texts: Map<string, string> = new Map();

  constructor(options: ReplicaOptions) {
    this.#options = options;
  }

  /** The view of a kind; empty before the kind is first read. */
  view<K extends ListedKind>(kind: K): MemoryView<K> {
    // Under a kind stands only the view that was made for it.
    const known = this.#views.get(kind) as MemoryView<K> | undefined;
    if (known !== undefined) return known;
    const view = this.#makeView(kind);
    this.#views.set(kind, view);
    return view;
  }

  #makeView<K extends ListedKind>(kind: K): MemoryView<K> {
    return new MemoryView<K>({
      spec: KINDS[kind],
      source: this.#options.rows,
      intern: (text) => this.#intern(text),
    });
  }

  /** Whether the view of a kind has its rows. */
  isHydrated(kind: ListedKind): boolean {
    return this.#hydrated.has(kind);
  }

  /** Log position that views and followers have reached. */
  get position(): string {
    return this.#position ?? "";
  }

  /** Registers a follower. */
  follow(kinds: readonly ListedKind[], follower: Follower, options: FollowOptions): () => void {
    const state = new FollowerState(follower, new Set(kinds), options.vectors ?? false);
    this.#followers.add(state);
    return () => this.#followers.delete(state);
  }

  /** Keeps what this process just committed, so that the next catch-up need not read it. */
  noteCommit(versionstamp: string, rows: readonly StagedRow[]): void {
    if (this.#tracked.size === 0 || rows.length === 0) return;
    this.#hasOwnNews = true;
    const stashed = this.#stash.get(versionstamp) ?? new Map<string, StagedRow>();
    for (const row of rows) stashed.set(`${row.kind}:${row.id}`, row);
    this.#stash.set(versionstamp, stashed);
    this.#stashed += rows.length;
    for (const [oldest, dropped] of this.#stash) {
      if (this.#stashed <= MAX_STASHED_CHANGES) break;
      this.#mustReadLog = true;
      this.#stash.delete(oldest);
      this.#stashed -= dropped.size;
    }
  }

  /** Takes note of a commit whose rows are not at hand: they have to be read. */
  noteUnkept(): void {
    this.#hasOwnNews = true;
    this.#mustReadLog = true;
  }

  /**
   * Brings everything up to date. Callers join only a catch-up that has not begun, so each sees
   * every commit that was acknowledged before its call.
   */
  catchUp(views: readonly ListedKind[], followed: readonly ListedKind[]): Promise<void> {
    const queued = this.#queued ?? this.#enqueue();
    for (const kind of views) queued.views.add(kind);
    for (const kind of followed) queued.followed.add(kind);
    return queued.done;
  }

  #enqueue(): QueuedRun {
    const wanted = { views: new Set<ListedKind>(), followed: new Set<ListedKind>() };
    const done = this.#running.then(() => {
      this.#queued = null;
      return this.#options.driver.counters.time(
        "catch_up",
        () => this.#run(wanted.views, wanted.followed),
      );
    });
    this.#running = done.catch(() => {});
    return this.#queued = { ...wanted, done };
  }

  async #run(views: Set<ListedKind>, followed: Set<ListedKind>): Promise<void> {
    if (this.#position !== null) await this.#advanceIfNews();
    const missing = LISTED_KINDS.filter((kind) => {
      if (views.has(kind) && !this.#hydrated.has(kind)) return true;
      return followed.has(kind) && [...this.#followers].some((f) => f.needs(kind));
    });
    if (missing.length === 0) return;
    const { driver, org, finishRedo } = this.#options;
    const head = this.#position ?? await logHead(driver, org);
    await finishRedo();
    for (const kind of missing) {
      const followers = followed.has(kind)
        ? [...this.#followers].filter((state) => state.needs(kind))
        : [];
      await this.#hydrate(kind, followers, { mayRestore: true, needsView: views.has(kind) });
    }
    this.#position ??= head;
    await this.#advance();
  }

  /** Asks for the head only when this process did not itself commit since. */
  async #advanceIfNews(): Promise<void> {
    if (this.#options.isAlone() && !this.#mustReadLog) {
      return this.#hasOwnNews ? await this.#applyOwn() : undefined;
    }
    if (this.#hasOwnNews) return await this.#advance();
    const { driver, org } = this.#options;
    const { versionstamp } = await driver.get(headKey(org));
    if (versionstamp === this.#headStamp) return;
    await this.#advance();
    this.#headStamp = versionstamp;
  }

  async #advance(): Promise<void> {
    const { driver, org, finishRedo } = this.#options;
    const finished = new Set<string>();
    this.#hasOwnNews = false;
    this.#mustReadLog = false;
    for (;;) {
      const { items, hasGap } = await readLog(driver, org, this.position);
      if (hasGap) {
        await this.#rehydrate();
        continue;
      }
      const redo = items.find(({ entry }) => "redo" in entry && !finished.has(entry.redo));
      if (redo !== undefined && "redo" in redo.entry) {
        // Its effects come as later entries; all of them are there once it is finished.
        await finishRedo();
        finished.add(redo.entry.redo);
        continue;
      }
      return await this.#apply(items);
    }
  }

  /** Applies what this process wrote, which it still has: the log needs no reading. */
  async #applyOwn(): Promise<void> {
    this.#hasOwnNews = false;
    const items = [...this.#stash].flatMap(([versionstamp, rows]) => {
      const entry = toLogEntry([...rows.values()]);
      return entry === null ? [] : [{ versionstamp, entry }];
    });
    try {
      await this.#apply(items);
    } catch (cause) {
      this.#hasOwnNews = true;
      throw cause;
    }
  }

  /** Reads everything anew: the log was trimmed past our position, or the org was removed. */
  async #rehydrate(): Promise<void> {
    const { driver, org, finishRedo } = this.#options;
    const head = await logHead(driver, org);
    await finishRedo();
    this.#texts = new Map();
    for (const kind of this.#tracked) {
      const followers = [...this.#followers].filter((state) => state.isReady(kind));
      await this.#hydrate(kind, followers, { mayRestore: false, needsView: true });
    }
    this.#position = head;
  }

  /** Reads a kind; followers that saved a state at a position still in the log only replay. */
  async #hydrate<K extends ListedKind>(
    kind: K,
    followers: readonly FollowerState[],
    options: { readonly mayRestore: boolean; readonly needsView: boolean },
  ): Promise<void> {
    const { driver, org } = this.#options;
    const fresh: FollowerState[] = [];
    const restored: { readonly state: FollowerState; readonly items: readonly LogItem[] }[] = [];
    for (const state of followers) {
      const from = options.mayRestore ? await state.restore(kind) : null;
      const since = from === null || from === "" ? null : await readLog(driver, org, from);
      if (since === null || since.hasGap) fresh.push(state);
      else restored.push({ state, items: since.items });
    }
    this.#tracked.add(kind);
    // Where nobody needs the rows they are not read: followers have what they saved.
    if (fresh.length > 0 || options.needsView) await this.#readAll(kind, fresh);
    for (const { state, items } of restored) {
      state.setReady(kind);
      const kinds = new Set<ListedKind>([kind]);
      await state.apply(await this.#resolve(items, kinds, state.wantsVectors));
    }
  }

  /** Reads all rows of a kind into its view and into followers that have nothing yet. */
  async #readAll<K extends ListedKind>(kind: K, fresh: readonly FollowerState[]): Promise<void> {
    const { driver } = this.#options;
    for (const state of fresh) state.reset(kind);
    const entries = await driver.counters.time("hydrate", () =>
      hydrateKind(kind, {
        ...this.#options,
        view: this.view(kind),
        wantsVectors: fresh.some((state) => state.wantsVectors),
        onBatch: async (batch) => {
          for (const state of fresh) await state.hydrate(kind, batch);
        },
      }));
    this.view(kind).load(entries);
    this.#hydrated.add(kind);
    for (const state of fresh) state.setReady(kind);
  }

  #intern(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    // Texts of removed rows would stay for ever; rows that are near in time share most.
    if (this.#texts.size >= MAX_SHARED_TEXTS) this.#texts.clear();
    this.#texts.set(text, text);
    return text;
  }

  /** The last state of each row that entries name, in log order. */
  #resolve(
    items: readonly LogItem[],
    kinds: ReadonlySet<ListedKind>,
    wantsVectors: boolean,
  ): Promise<AnyChange[]> {
    const latest = new Map<string, NamedRow>();
    const name = (row: NamedRow) => {
      const text = `${row.kind}:${row.id}`;
      latest.delete(text);
      latest.set(text, row);
    };
    for (const { versionstamp, entry } of items) {
      if ("redo" in entry) continue;
      const own = this.#stash.get(versionstamp);
      for (const [code, ids] of Object.entries(entry.rows)) {
        const kind = KIND_BY_CODE.get(code);
        if (kind === undefined || !kinds.has(kind)) continue;
        for (const id of ids) {
          const staged = own?.get(`${kind}:${id}`) ?? null;
          name({ kind, id, versionstamp, staged });
        }
      }
    }
    return resolveChanges({ ...this.#options, wantsVectors }, [...latest.values()]);
  }

  async #apply(items: readonly LogItem[]): Promise<void> {
    const last = items.at(-1);
    if (last === undefined) return;
    const wantsVectors = [...this.#followers].some((state) => state.wantsVectors);
    const changes = (await this.#resolve(items, this.#tracked, wantsVectors)).filter((change) => {
      const known = this.view(change.kind).versionstamp(change.id);
      return known === undefined || known <= change.versionstamp;
    });
    for (const kind of this.#hydrated) this.view(kind).apply(changes);
    for (const state of this.#followers) await state.apply(changes);
    for (const { versionstamp } of items) {
      this.#stashed -= this.#stash.get(versionstamp)?.size ?? 0;
      this.#stash.delete(versionstamp);
    }
    this.#position = last.versionstamp;
    if (this.#headStamp === null || this.#headStamp < last.versionstamp) {
      this.#headStamp = last.versionstamp;
    }
  }

  /** Whether somebody follows the rows. */
  get isFollowed(): boolean {
    return this.#followers.size > 0;
  }

  /** Rows in all views. */
  get size(): number {
    let rows = 0;
    for (const kind of this.#hydrated) rows += this.view(kind).size;
    return rows;
  }

  /**
   * Lets go of all rows, unless somebody follows them or waits for them; the next catch-up reads
   * anew. Views that were given out stay as they are.
   */
  rest(): Promise<void> {
    const resting = this.#running.then(() => {
      if (this.isFollowed || this.#queued !== null) return;
      this.#views.clear();
      this.#hydrated.clear();
      this.#tracked.clear();
      this.#stash.clear();
      this.#stashed = 0;
      this.#texts = new Map();
      this.#position = null;
      this.#headStamp = null;
      this.#hasOwnNews = false;
      this.#mustReadLog = false;
    });
    this.#running = resting;
    return resting;
  }

  /** Forgets all rows (the org was removed); the next catch-up reads anew. */
  forget(): void {
    this.#hasOwnNews = true;
    this.#mustReadLog = true;
    this.#stash.clear();
    this.#stashed = 0;
    this.#headStamp = null;
  }
}
