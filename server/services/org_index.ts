import { embedText, type IndexStats, type SearchDocument, SearchIndex } from "../search/mod.ts";
import type { AnyChange, Follower, IdOf, ListedKind, OrgStore, RowOf } from "../store/mod.ts";
import {
  INDEXED_KINDS,
  type IndexedKind,
  isSearched,
  type SearchedKind,
} from "./index_documents.ts";
import { unpackVector } from "./stored_vectors.ts";

/** Longest stretch of indexing before others get their turn, milliseconds. */
const SLICE_MS = 20;

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
    await this.#org.catchUp([kind]);
    return this.#indexOf(kind);
  }

  /** Ids of rows that have no vector of the model yet, for kinds that were searched. */
  withoutVector<K extends SearchedKind>(kind: K): IdOf<K>[] {
    // The set of a kind holds ids of that kind only.
    return [...this.#withoutVector.get(kind) ?? []] as IdOf<K>[];
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
    this.#indexes.set(kind, index);
    return index;
  }

  reset(kind: ListedKind): void {
    if (!isSearched(kind)) return;
    this.#indexes.get(kind)?.close();
    this.#indexes.delete(kind);
    this.#withoutVector.delete(kind);
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
      ? embedText(spec.toText(row))
      : stored && unpackVector(stored, this.modelName);
    return { ...spec.toDocument(row), vector };
  }

  /** Stops following and gives the memory back. */
  close(): void {
    this.#unfollow();
    for (const index of this.#indexes.values()) index.close();
    this.#indexes.clear();
  }
}
