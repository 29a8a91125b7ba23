/**
 * The index of one set of documents.
 *
 * @module
 */
import { abbreviationsIn } from "./abbreviations.ts";
import { AnswerCache } from "./answer_cache.ts";
import { tokensWithoutPlaces } from "./analyze.ts";
import { EMBEDDING_DIMENSIONS } from "./embed.ts";
import { DEFAULT_RANKING, type RankingOptions, TALK_RANKING } from "./fusion.ts";
import { IndexState } from "./index_state.ts";
import { MAX_EXACT_VECTORS, Searcher } from "./searcher.ts";
import { readSnapshot, writeSnapshot } from "./snapshot.ts";
import type {
  DocumentId,
  IndexStats,
  SearchDocument,
  SearchHit,
  SearchIndexOptions,
  SearchQuery,
  SearchSchema,
  VectorStorage,
} from "./types.ts";

/** Tombstones that are let be, however few documents there are. */
const MIN_TOMBSTONES = 1_000;

/** Documents of one kind, searchable by words, by meaning and by column. */
export class SearchIndex {
  /** What every document has. */
  readonly schema: SearchSchema;
  readonly #dimensions: number;
  readonly #vectorStorage: VectorStorage;
  readonly #ranking: RankingOptions;
  readonly #maxExactVectors: number;
  readonly #answers = new AnswerCache();
  #state: IndexState;

  /**
   * An empty index.
   *
   * @throws {RangeError} If the schema has no field, or a weight is not above 0.
   */
  constructor(schema: SearchSchema, options: SearchIndexOptions = {}) {
    const weights = Object.values(schema.fields);
    if (weights.length === 0 || !weights.every((weight) => weight > 0)) {
      throw new RangeError("Cannot create index: it needs fields with weights above 0");
    }
    this.schema = schema;
    this.#dimensions = options.dimensions ?? EMBEDDING_DIMENSIONS;
    this.#vectorStorage = options.vectorStorage ?? "int8";
    const ofTalks = schema.conversation ? TALK_RANKING : {};
    this.#ranking = { ...DEFAULT_RANKING, ...ofTalks, ...options.ranking };
    this.#maxExactVectors = options.maxExactVectors ?? MAX_EXACT_VECTORS;
    this.#state = this.#emptyState();
  }

  /**
   * An index from its snapshot, searching as the one it was taken of.
   *
   * @throws {TypeError} If the bytes are no snapshot, are of another format version, or were taken
   * with another schema or other options. Build the index anew from its documents then.
   */
  static restore(
    bytes: Uint8Array,
    schema: SearchSchema,
    options: SearchIndexOptions = {},
  ): SearchIndex {
    const index = new SearchIndex(schema, options);
    readSnapshot(bytes, index.#state, index.#format);
    return index;
  }

  /** How many documents can be found. */
  get size(): number {
    return this.#state.slotOfId.size;
  }

  /** Whether a document is in the index. */
  has(id: DocumentId): boolean {
    return this.#state.slotOfId.has(id);
  }

  /** Ids of all documents, in no order that means anything. */
  ids(): IterableIterator<DocumentId> {
    return this.#state.slotOfId.keys();
  }

  /**
   * Adds a document, or replaces the one with its id. When removed documents take up more room than
   * there are documents, the index is compacted at once.
   *
   * @throws {TypeError} If a column is unknown or its value has the wrong type.
   * @throws {RangeError} If the vector has another length than the index, or the index is full.
   */
  upsert(document: SearchDocument): void {
    const state = this.#state;
    if (document.vector) state.vectors.checkLength(document.vector);
    const columns = document.columns ?? {};
    state.columns.check(columns);
    this.#answers.forget();
    state.remove(document.id);
    const slot = state.open(document.id, columns);
    const { fields } = document;
    state.text.add(
      slot,
      state.text.fieldNames.map((name) => tokensWithoutPlaces(fields[name] ?? "")),
    );
    state.abbreviations.add(
      slot,
      abbreviationsIn(state.text.fieldNames.map((name) => fields[name] ?? "").join("\n")),
    );
    if (document.vector) state.vectors.set(slot, document.vector);
    if (state.tombstones > Math.max(MIN_TOMBSTONES, this.size)) this.compact();
  }

  /** Removes a document; false when there is none with this id. */
  remove(id: DocumentId): boolean {
    this.#answers.forget();
    return this.#state.remove(id);
  }

  /**
   * The best documents for a query, best first; equal scores by id, greatest first.
   *
   * @throws {RangeError} If `topK` is not an integer >= 1 or the vector has another length.
   * @throws {TypeError} If a filter or `orderBy` names no fitting column.
   */
  search(query: SearchQuery): SearchHit[] {
    const options = { ranking: this.#ranking, maxExactVectors: this.#maxExactVectors };
    return this.#answers.answer(
      query,
      () => new Searcher(this.schema, this.#state, options).search(query),
    );
  }

  /** Size of the index. */
  stats(): IndexStats {
    const { text, vectors, tombstones, memoryBytes } = this.#state;
    const terms = text.lexicon.liveFormCount;
    return { documents: this.size, vectors: vectors.count, terms, tombstones, memoryBytes };
  }

  /**
   * Builds the index anew without what was removed, giving its space back. Takes about 10
   * microseconds a document; worth it from a quarter of tombstones on.
   */
  compact(): void {
    if (this.#state.tombstones === 0) return;
    const old = this.#state;
    const next = this.#emptyState();
    for (const [id, slot] of old.slotOfId) copyDocument(old, slot, id, next);
    this.#state = next;
    old.vectors.release();
  }

  /** The index in bytes, for {@link SearchIndex.restore}; removed documents are left out. */
  snapshot(): Uint8Array<ArrayBuffer> {
    this.compact();
    return writeSnapshot(this.#state, this.#format);
  }

  /** Gives the memory of the vectors back; the index must not be used again. */
  close(): void {
    this.#state.vectors.release();
  }

  /** What a snapshot must have been taken with to fit this index. */
  get #format(): string {
    const { fields, columns } = this.schema;
    const storage = [this.#dimensions, this.#vectorStorage];
    return JSON.stringify([Object.keys(fields), Object.entries(columns), storage]);
  }

  #emptyState(): IndexState {
    return new IndexState(this.schema, this.#dimensions, this.#vectorStorage);
  }
}

/** Files a document of one state in another. */
function copyDocument(from: IndexState, fromSlot: number, id: DocumentId, to: IndexState): void {
  const slot = to.open(id, from.columns.get(fromSlot));
  const { lexicon } = from.text;
  const forms = from.text.fieldNames.map((_, field) =>
    from.text.formsOfField(fromSlot, field).map((form) =>
      to.text.lexicon.intern(lexicon.formAt(form), lexicon.stemAt(lexicon.stemIdOf(form)))
    )
  );
  to.text.addForms(slot, forms);
  to.abbreviations.add(slot, from.abbreviations.of(fromSlot));
  if (from.vectors.has(fromSlot)) copyVector(from, fromSlot, to, slot);
}

/** Copies a vector; its bytes are taken out first, as memory may move when room is made for them. */
function copyVector(from: IndexState, fromSlot: number, to: IndexState, slot: number): void {
  const { vector, sketch } = from.vectors.rawOf(fromSlot);
  to.vectors.setRaw(slot, {
    vector: vector.slice(),
    ...(sketch ? { sketch: sketch.slice() } : {}),
  });
}
