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

/** Documents that compacting in slices files at a stretch: one or two milliseconds. */
const DOCUMENTS_PER_SLICE = 100;

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
  /** The state that compacting fills slice by slice, null when none is; changes go to both. */
  #next: IndexState | null = null;

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
    const { fields } = document;
    const names = state.text.fieldNames;
    const content = {
      tokens: names.map((name) => tokensWithoutPlaces(fields[name] ?? "")),
      abbreviations: abbreviationsIn(names.map((name) => fields[name] ?? "").join("\n")),
    };
    fileDocument(state, document, content);
    if (this.#next !== null) fileDocument(this.#next, document, content);
    if (state.tombstones > Math.max(MIN_TOMBSTONES, this.size)) this.compact();
  }

  /** Removes a document; false when there is none with this id. */
  remove(id: DocumentId): boolean {
    this.#answers.forget();
    this.#next?.remove(id);
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
    this.#replaceState(next);
  }

  /**
   * As {@link SearchIndex.compact}, but for a millisecond or two at a stretch, between which it is
   * searched and changed as ever. What is removed or replaced meanwhile may leave tombstones again.
   *
   * @param giveWay Lets others work; its end begins the next stretch.
   */
  async compactInSlices(giveWay: () => Promise<void>): Promise<void> {
    if (this.#state.tombstones === 0 || this.#next !== null) return;
    const old = this.#state;
    const next = this.#next = this.#emptyState();
    let filed = 0;
    for (const id of [...old.slotOfId.keys()]) {
      const slot = old.slotOfId.get(id);
      // Removed meanwhile, or filed in both.
      if (slot === undefined || next.slotOfId.has(id)) continue;
      copyDocument(old, slot, id, next);
      if (++filed % DOCUMENTS_PER_SLICE > 0) continue;
      await giveWay();
      if (this.#next !== next) return;
    }
    this.#next = null;
    this.#replaceState(next);
  }

  /** Goes on with another state; a compacting that is under way ends. */
  #replaceState(state: IndexState): void {
    this.#next?.vectors.release();
    this.#next = null;
    this.#state.vectors.release();
    this.#state = state;
  }

  /**
   * The index as it is now in bytes, for {@link SearchIndex.restore}; removed documents are left out.
   *
   * @returns The bytes one piece after another, to be read once. The index may change meanwhile.
   */
  snapshot(): Iterable<Uint8Array> {
    this.compact();
    return writeSnapshot(this.#state, this.#format);
  }

  /** Gives the memory of the vectors back; the index must not be used again. */
  close(): void {
    this.#next?.vectors.release();
    this.#next = null;
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

/** What was read off the fields of a document. */
interface DocumentContent {
  readonly tokens: ReturnType<typeof tokensWithoutPlaces>[];
  readonly abbreviations: ReturnType<typeof abbreviationsIn>;
}

/** Files a document, in place of one of the same id. */
function fileDocument(
  state: IndexState,
  { id, columns = {}, vector }: SearchDocument,
  { tokens, abbreviations }: DocumentContent,
): void {
  state.remove(id);
  const slot = state.open(id, columns);
  state.text.add(slot, tokens);
  state.abbreviations.add(slot, abbreviations);
  if (vector) state.vectors.set(slot, vector);
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
