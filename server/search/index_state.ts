/**
 * Everything an index holds, by document slot.
 *
 * @module
 */
import { Abbreviations } from "./abbreviations.ts";
import { Columns } from "./columns.ts";
import { ConceptCache } from "./concepts.ts";
import { Conversations } from "./conversation.ts";
import { withRoom } from "./growable.ts";
import { compareIds } from "./ids.ts";
import { SpellingIndex } from "./spelling.ts";
import { MAX_SLOTS, TextIndex } from "./text_index.ts";
import type { ColumnValue, DocumentId, SearchSchema, VectorStorage } from "./types.ts";
import { VectorStore } from "./vector_store.ts";

/** Estimate of what an id and its place in a map take, in bytes. */
const BYTES_PER_ID = 120;

/** The parts of an index, and which slot is whose. */
export class IndexState {
  /** Words. */
  readonly text: TextIndex;
  /** Spellings of the words. */
  readonly spelling: SpellingIndex;
  /** Abbreviations that documents explain. */
  readonly abbreviations: Abbreviations = new Abbreviations();
  /** What words of queries stand for. */
  readonly concepts: ConceptCache = new ConceptCache();
  /** Filter columns. */
  readonly columns: Columns;
  /** Vectors. */
  readonly vectors: VectorStore;
  /** Talks, where the schema has them. */
  readonly conversations: Conversations | undefined;
  /** Ids by slot; undefined where a document was removed. */
  readonly ids: (DocumentId | undefined)[] = [];
  /** Slots by id. */
  readonly slotOfId: Map<DocumentId, number> = new Map();
  /** 1 for each slot with a document. */
  alive: Uint8Array = new Uint8Array(16);

  /** An empty state for a schema. */
  constructor(schema: SearchSchema, dimensions: number, vectorStorage: VectorStorage) {
    this.text = new TextIndex(Object.keys(schema.fields));
    this.spelling = new SpellingIndex(this.text.lexicon);
    this.columns = new Columns(schema.columns);
    this.vectors = new VectorStore(dimensions, vectorStorage);
    const { conversation } = schema;
    if (!conversation) return;
    this.conversations = new Conversations(
      conversation,
      this.columns,
      (a, b) => compareIds(this.ids[b] ?? "", this.ids[a] ?? ""),
    );
  }

  /** Slots of removed documents. */
  get tombstones(): number {
    return this.ids.length - this.slotOfId.size;
  }

  /** Estimate of the memory held, in bytes. */
  get memoryBytes(): number {
    return this.text.memoryBytes + this.spelling.memoryBytes + this.abbreviations.memoryBytes +
      this.columns.memoryBytes +
      this.vectors.memoryBytes + this.ids.length * BYTES_PER_ID;
  }

  /**
   * Opens a slot for a new document.
   *
   * @param id Must be free.
   * @param columns Must have been checked.
   * @throws {RangeError} If all slots are taken.
   */
  open(id: DocumentId, columns: Readonly<Record<string, ColumnValue>>): number {
    const slot = this.ids.length;
    if (slot >= MAX_SLOTS) throw new RangeError(`Cannot index: all ${MAX_SLOTS} slots are taken`);
    this.columns.set(slot, columns);
    this.ids.push(id);
    this.slotOfId.set(id, slot);
    this.alive = withRoom(this.alive, slot + 1);
    this.alive[slot] = 1;
    this.conversations?.add(slot);
    return slot;
  }

  /** Takes in the documents of a snapshot, whose parts were read already, as slots 0, 1, 2 and so on. */
  take(ids: readonly DocumentId[]): void {
    this.alive = new Uint8Array(ids.length).fill(1);
    for (let slot = 0; slot < ids.length; slot++) {
      const id = ids[slot] ?? "";
      this.ids.push(id);
      this.slotOfId.set(id, slot);
      this.conversations?.add(slot);
    }
  }

  /** Removes the document with an id; false when there is none. */
  remove(id: DocumentId): boolean {
    const slot = this.slotOfId.get(id);
    if (slot === undefined) return false;
    this.conversations?.remove(slot);
    this.text.remove(slot);
    this.abbreviations.remove(slot);
    this.vectors.remove(slot);
    this.slotOfId.delete(id);
    this.ids[slot] = undefined;
    this.alive[slot] = 0;
    return true;
  }
}
