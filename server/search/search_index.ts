/**
 * The index of one set of documents: what is kept, how it is changed.
 *
 * @module
 */
import { analyze } from "./analyze.ts";
import { Columns } from "./columns.ts";
import { EMBEDDING_DIMENSIONS } from "./embed.ts";
import { withRoom } from "./growable.ts";
import { DEFAULT_RANKING, type RankingOptions } from "./ranking.ts";
import { Searcher } from "./searcher.ts";
import { SpellingIndex } from "./spelling.ts";
import { MAX_SLOTS, TextIndex } from "./text_index.ts";
import type {
  DocumentId,
  IndexStats,
  SearchDocument,
  SearchHit,
  SearchIndexOptions,
  SearchQuery,
  SearchSchema,
} from "./types.ts";
import { VectorStore } from "./vector_store.ts";

/** Tombstones that are let be, however few documents there are. */
const MIN_TOMBSTONES = 1_000;

/** Estimate of what an id and its place in a map take, in bytes. */
const BYTES_PER_ID = 120;

/** Everything an index holds, by document slot. */
export interface IndexState {
  /** Words. */
  readonly text: TextIndex;
  /** Spellings of the words. */
  readonly spelling: SpellingIndex;
  /** Filter columns. */
  readonly columns: Columns;
  /** Vectors. */
  readonly vectors: VectorStore;
  /** Ids by slot; undefined where a document was removed. */
  readonly ids: (DocumentId | undefined)[];
  /** Slots by id. */
  readonly slotOfId: Map<DocumentId, number>;
  /** 1 for each slot with a document. */
  alive: Uint8Array;
}

/** Documents of one kind, searchable by words, by meaning and by column. */
export class SearchIndex {
  /** What every document has. */
  readonly schema: SearchSchema;
  readonly #options: Required<Pick<SearchIndexOptions, "dimensions" | "vectorStorage">>;
  readonly #ranking: RankingOptions;
  #state: IndexState;

  /**
   * An empty index.
   *
   * @throws {RangeError} If the schema has no field or a weight that is not above 0.
   */
  constructor(schema: SearchSchema, options: SearchIndexOptions = {}) {
    const weights = Object.values(schema.fields);
    if (weights.length === 0 || !weights.every((weight) => weight > 0)) {
      throw new RangeError("Cannot create index: it needs fields with weights above 0");
    }
    this.schema = schema;
    this.#options = {
      dimensions: options.dimensions ?? EMBEDDING_DIMENSIONS,
      vectorStorage: options.vectorStorage ?? "int8",
    };
    this.#ranking = { ...DEFAULT_RANKING, ...options.ranking };
    this.#state = this.#emptyState();
  }

  /** How many documents can be found. */
  get size(): number {
    return this.#state.slotOfId.size;
  }

  /** Whether a document is in the index. */
  has(id: DocumentId): boolean {
    return this.#state.slotOfId.has(id);
  }

  /**
   * Adds a document, or replaces the one with its id.
   *
   * @throws {TypeError} If a column is unknown or its value has the wrong type.
   * @throws {RangeError} If the vector has another length than the index, or the index is full.
   */
  upsert(document: SearchDocument): void {
    if (document.vector) this.#state.vectors.checkLength(document.vector);
    const slot = this.#state.ids.length;
    if (slot >= MAX_SLOTS) throw new RangeError(`Cannot index: ${MAX_SLOTS} slots are taken`);
    this.#state.columns.set(slot, document.columns ?? {});
    this.remove(document.id);
    const state = this.#state;
    state.text.add(
      slot,
      state.text.fieldNames.map((name) => analyze(document.fields[name] ?? "")),
    );
    if (document.vector) state.vectors.set(slot, document.vector);
    state.ids.push(document.id);
    state.slotOfId.set(document.id, slot);
    state.alive = withRoom(state.alive, slot + 1);
    state.alive[slot] = 1;
    if (this.#tombstones > Math.max(MIN_TOMBSTONES, this.size)) this.compact();
  }

  /** Removes a document; false when there is none with this id. */
  remove(id: DocumentId): boolean {
    const state = this.#state;
    const slot = state.slotOfId.get(id);
    if (slot === undefined) return false;
    state.text.remove(slot);
    state.vectors.remove(slot);
    state.slotOfId.delete(id);
    state.ids[slot] = undefined;
    state.alive[slot] = 0;
    return true;
  }

  /**
   * The best documents for a query, best first; equal scores by id, greatest first.
   *
   * @throws {RangeError} If `topK` is not an integer >= 1 or the vector has another length.
   * @throws {TypeError} If a filter or `orderBy` names no fitting column.
   */
  search(query: SearchQuery): SearchHit[] {
    return new Searcher(this.schema, this.#state, this.#ranking).search(query);
  }

  /** Size of the index. */
  stats(): IndexStats {
    const { text, spelling, columns, vectors, ids } = this.#state;
    return {
      documents: this.size,
      vectors: vectors.count,
      terms: text.lexicon.liveFormCount,
      tombstones: this.#tombstones,
      memoryBytes: text.memoryBytes + spelling.memoryBytes + columns.memoryBytes +
        vectors.memoryBytes + ids.length * BYTES_PER_ID,
    };
  }

  get #tombstones(): number {
    return this.#state.ids.length - this.size;
  }

  #emptyState(): IndexState {
    const text = new TextIndex(Object.keys(this.schema.fields));
    return {
      text,
      spelling: new SpellingIndex(text.lexicon),
      columns: new Columns(this.schema.columns),
      vectors: new VectorStore(this.#options.dimensions, this.#options.vectorStorage),
      ids: [],
      slotOfId: new Map(),
      alive: new Uint8Array(16),
    };
  }

  /** Builds the index anew without what was removed, giving its space back. */
  compact(): void {
    if (this.#tombstones === 0) return;
    const old = this.#state;
    this.#state = this.#emptyState();
    for (const [id, slot] of old.slotOfId) this.#copy(old, slot, id);
    old.vectors.release();
  }

  #copy(from: IndexState, oldSlot: number, id: DocumentId): void {
    const to = this.#state;
    const slot = to.ids.push(id) - 1;
    const forms = from.text.fieldNames.map((_, field) => {
      const ids = from.text.formsOfField(oldSlot, field);
      return ids.map((form) => {
        const { lexicon } = from.text;
        return to.text.lexicon.intern(lexicon.formAt(form), lexicon.stemAt(lexicon.stemIdOf(form)));
      });
    });
    to.text.addForms(slot, forms);
    to.columns.set(slot, from.columns.get(oldSlot));
    if (from.vectors.has(oldSlot)) to.vectors.setRaw(slot, from.vectors.rawOf(oldSlot).slice());
    to.slotOfId.set(id, slot);
    to.alive = withRoom(to.alive, slot + 1);
    to.alive[slot] = 1;
  }

  /** Gives the memory of the vectors back; the index must not be used again. */
  close(): void {
    this.#state.vectors.release();
  }
}
