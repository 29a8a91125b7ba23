import {
  EMBEDDING_DIMENSIONS,
  embedText,
  type IndexStats,
  type SearchDocument,
  SearchIndex,
} from "../search/mod.ts";
import { StoreError } from "../store/mod.ts";
import type { AnyChange, Follower, IdOf, ListedKind, OrgStore, RowOf } from "../store/mod.ts";
import {
  INDEXED_KINDS,
  type IndexedKind,
  isSearched,
  type SearchedKind,
} from "./index_documents.ts";
import { unpackVector } from "./stored_vectors.ts";

/** Changes with the way texts are analysed and embedded; a saved index of another one is not used. */
const SAVED_VERSION = 1;

/** Documents from which an index is saved: a smaller one is built anew in no time. */
const MIN_SAVED = 1_000;

/** Documents up to which an index is saved when it closes, so that closing never takes long. */
const MAX_SAVED_AT_CLOSE = 50_000;

/** Changes after which a larger index is saved anew; until then they are read from the log. */
const MAX_UNSAVED_CHANGES = 4_000;

/** Longest stretch of indexing before others get their turn, milliseconds. */
const SLICE_MS = 20;

/** Name under which the index of a kind is saved. */
function savedName(kind: SearchedKind): string {
  return `search-${kind}-${SAVED_VERSION}`;
}

/** The vector of the row that is being indexed; the index copies it. */
const embedded = new Float32Array(EMBEDDING_DIMENSIONS);

/** Lets requests that wait be answered. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** The search indexes of one org; they follow the store and are up to date before each search. */
export class OrgIndex implements Follower {
  readonly #org: OrgStore;
  /** Model whose stored vectors count, null: the built-in vectors. */
  readonly modelName: string | null;
  readonly #indexes = new Map<SearchedKind, SearchIndex>();
  readonly #withoutVector = new Map<SearchedKind, Set<string | number>>();
  readonly #unfollow: () => void;
  /** Changes by kind since it was saved; infinitely many when its saved state is as good as none. */
  readonly #changes = new Map<SearchedKind, number>();
  #saving: Promise<void> = Promise.resolve();
  #isClosed = false;
  #pending = 0;

  /** Begins to follow; a kind is read when it is first searched. */
  constructor(org: OrgStore, modelName: string | null) {
    this.#org = org;
    this.modelName = modelName;
    this.#unfollow = org.follow(
      ["interaction", "profile", "user_playbook", "agent_playbook"],
      this,
      {
        vectors: modelName !== null,
      },
    );
  }

  /** The index of a kind, up to date with every acknowledged commit. */
  async of(kind: SearchedKind): Promise<SearchIndex> {
    this.#pending++;
    try {
      await this.#org.catchUp([kind]);
    } finally {
      this.#pending--;
    }
    if ((this.#changes.get(kind) ?? 0) > MAX_UNSAVED_CHANGES) {
      this.#changes.delete(kind);
      this.#saving = this.#saving.then(() => this.#save(kind));
    }
    return this.#indexOf(kind);
  }

  /** Whether somebody waits for one of its indexes. */
  get isBusy(): boolean {
    return this.#pending > 0;
  }

  /** Saves what would take long to build anew. */
  async save(): Promise<void> {
    await this.#saving;
    for (const kind of [...this.#changes.keys()]) {
      if ((this.#indexes.get(kind)?.size ?? 0) <= MAX_SAVED_AT_CLOSE) await this.#save(kind);
    }
  }

  async #save(kind: SearchedKind): Promise<void> {
    if (this.modelName !== null || !this.#indexes.has(kind)) return;
    // What another process removed meanwhile must not be saved again.
    await this.#org.catchUp([kind]);
    const index = this.#indexes.get(kind);
    if (index === undefined || index.size < MIN_SAVED) return;
    // What it would otherwise do at a stretch while it is saved.
    await index.compactInSlices(giveWay);
    if (!this.holds(kind, index)) return;
    this.#changes.delete(kind);
    const snapshot = { pieces: index.snapshot(), position: this.#org.position };
    try {
      await this.#org.writeSnapshot(savedName(kind), snapshot);
    } catch (error) {
      // It only saves time: the next start builds the index from the rows.
      if (!(error instanceof StoreError)) throw error;
    }
  }

  async restore(kind: ListedKind): Promise<string | null> {
    if (!isSearched(kind) || this.modelName !== null) return null;
    const saved = await this.#org.readSnapshot(savedName(kind));
    if (saved === null) return null;
    try {
      this.#indexes.set(kind, SearchIndex.restore(saved.bytes, INDEXED_KINDS[kind].schema));
      return saved.position;
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }

  /** Whether an index is still the one of a kind: neither begun anew nor closed since. */
  holds(kind: SearchedKind, index: SearchIndex): boolean {
    return this.#indexes.get(kind) === index;
  }

  /** Ids of rows that have no vector of the model yet, for kinds that were searched. */
  withoutVector<K extends SearchedKind>(kind: K): IdOf<K>[] {
    // The set of a kind holds ids of that kind only.
    return [...this.#withoutVector.get(kind) ?? []] as IdOf<K>[];
  }

  /** How many rows of the kinds that were searched wait for a vector of the model. */
  get waitingForVectors(): number {
    let rows = 0;
    for (const missing of this.#withoutVector.values()) rows += missing.size;
    return rows;
  }

  /** Sizes of the indexes by kind, of those in memory. */
  stats(): Partial<Record<SearchedKind, IndexStats>> {
    const stats: Partial<Record<SearchedKind, IndexStats>> = {};
    for (const [kind, index] of this.#indexes) stats[kind] = index.stats();
    return stats;
  }

  /** Memory of all indexes, bytes. */
  get memoryBytes(): number {
    let bytes = 0;
    for (const index of this.#indexes.values()) bytes += index.stats().memoryBytes;
    return bytes;
  }

  #indexOf(kind: SearchedKind): SearchIndex {
    const known = this.#indexes.get(kind);
    if (known !== undefined) return known;
    const index = new SearchIndex(INDEXED_KINDS[kind].schema);
    // After the end it is nobody's; whoever asked finds that it is not held and asks the pool again.
    if (!this.#isClosed) this.#indexes.set(kind, index);
    return index;
  }

  reset(kind: ListedKind): void {
    if (!isSearched(kind)) return;
    this.#indexes.get(kind)?.close();
    this.#indexes.delete(kind);
    this.#withoutVector.delete(kind);
    this.#changes.set(kind, Infinity);
  }

  hydrate(_kind: ListedKind, rows: readonly AnyChange[]): Promise<void> {
    return this.apply(rows);
  }

  async apply(changes: readonly AnyChange[]): Promise<void> {
    let sliceStartMs = performance.now();
    for (const change of changes) {
      this.#take(change);
      if (performance.now() - sliceStartMs < SLICE_MS) continue;
      await giveWay();
      sliceStartMs = performance.now();
    }
  }

  #take(change: AnyChange): void {
    if (!isSearched(change.kind)) return;
    const index = this.#indexOf(change.kind);
    this.#changes.set(change.kind, (this.#changes.get(change.kind) ?? 0) + 1);
    const document = this.#documentOf(change);
    if (document === null) index.remove(change.id);
    else index.upsert(document);
    this.#noteVector(change.kind, change.id, document);
  }

  #noteVector(kind: SearchedKind, id: string | number, document: SearchDocument | null): void {
    if (this.modelName === null) return;
    const missing = this.#withoutVector.get(kind) ?? new Set();
    this.#withoutVector.set(kind, missing);
    if (document !== null && !document.vector) missing.add(id);
    else missing.delete(id);
  }

  /** The document of a changed row, null when it was removed. */
  #documentOf(change: AnyChange): SearchDocument | null {
    switch (change.kind) {
      case "interaction":
        return change.row && this.#complete("interaction", change.row, change.vector);
      case "profile":
        return change.row && this.#complete("profile", change.row, change.vector);
      case "user_playbook":
        return change.row && this.#complete("user_playbook", change.row, change.vector);
      case "agent_playbook":
        return change.row && this.#complete("agent_playbook", change.row, change.vector);
      default:
        return null;
    }
  }

  #complete<K extends SearchedKind>(
    kind: K,
    row: RowOf<K>,
    stored: Uint8Array<ArrayBuffer> | null,
  ): SearchDocument {
    const spec: IndexedKind<K> = INDEXED_KINDS[kind];
    const vector = this.modelName === null
      ? embedText(spec.toText(row), embedded)
      : stored && unpackVector(stored, this.modelName);
    return { ...spec.toDocument(row), vector };
  }

  /** Stops following and gives the memory back. */
  close(): void {
    this.#isClosed = true;
    this.#unfollow();
    for (const index of this.#indexes.values()) index.close();
    this.#indexes.clear();
  }
}
