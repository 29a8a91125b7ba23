/**
 * The bytes of an index and back.
 *
 * A snapshot is a header, then parts: each a 32-bit length and so many bytes, padded to a multiple
 * of 8. All numbers are little-endian.
 *
 * @module
 */
import type { IndexState } from "./index_state.ts";
import type { ColumnValue, DocumentId } from "./types.ts";

/** First bytes of a snapshot. */
const MAGIC = 0x58534652;

/** Version of the format; a snapshot of another version is refused. */
const FORMAT_VERSION = 1;

const HEADER_BYTES = 8;
const ALIGNMENT = 8;

/** Collects parts. */
class PartWriter {
  readonly #parts: Uint8Array[] = [];
  #size = HEADER_BYTES;

  add(part: Uint8Array): void {
    this.#parts.push(part);
    this.#size += ALIGNMENT + padded(part.length);
  }

  addJson(value: unknown): void {
    this.add(new TextEncoder().encode(JSON.stringify(value)));
  }

  addNumbers(numbers: Uint32Array): void {
    this.add(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  finish(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, FORMAT_VERSION, true);
    let at = HEADER_BYTES;
    for (const part of this.#parts) {
      view.setUint32(at, part.length, true);
      bytes.set(part, at + ALIGNMENT);
      at += ALIGNMENT + padded(part.length);
    }
    return bytes;
  }
}

/** Reads parts in the order they were added. */
class PartReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = HEADER_BYTES;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_BYTES || this.#view.getUint32(0, true) !== MAGIC) {
      throw new TypeError("Cannot restore: the bytes are no index snapshot");
    }
    const version = this.#view.getUint32(4, true);
    if (version !== FORMAT_VERSION) {
      throw new TypeError(`Cannot restore: format ${version}, this build reads ${FORMAT_VERSION}`);
    }
  }

  next(): Uint8Array {
    const start = this.#at + ALIGNMENT;
    const length = start <= this.#bytes.length ? this.#view.getUint32(this.#at, true) : Infinity;
    if (start + length > this.#bytes.length) {
      throw new TypeError("Cannot restore: the snapshot is cut short");
    }
    this.#at = start + padded(length);
    return this.#bytes.subarray(start, start + length);
  }

  nextJson(): unknown {
    return JSON.parse(new TextDecoder().decode(this.next()));
  }

  nextNumbers(): Uint32Array {
    return new Uint32Array(this.next().slice().buffer);
  }
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/**
 * The bytes of a state.
 *
 * @param state Must be without tombstones.
 * @param format What the reader must agree with.
 */
export function writeSnapshot(state: IndexState, format: string): Uint8Array {
  const writer = new PartWriter();
  const { text, columns, vectors, ids } = state;
  writer.addJson(format);
  writer.addJson(ids);
  writer.addJson(text.lexicon.entries());
  writer.addNumbers(lengthsAndForms(state));
  writer.addJson(ids.map((_, slot) => columns.get(slot)));
  const hasVector = Uint8Array.from(ids, (_, slot) => vectors.has(slot) ? 1 : 0);
  const rows = new Uint8Array(vectors.count * vectors.rowBytes);
  const sketches = new Uint8Array(vectors.count * vectors.sketchBytes);
  let row = 0;
  for (let slot = 0; slot < ids.length; slot++) {
    if (hasVector[slot] === 0) continue;
    const { vector, sketch } = vectors.rawOf(slot);
    rows.set(vector, row * vectors.rowBytes);
    if (sketch) sketches.set(sketch, row * vectors.sketchBytes);
    row++;
  }
  writer.add(hasVector);
  writer.add(rows);
  writer.add(sketches);
  return writer.finish();
}

/** Of each slot: the lengths of its fields, then its word forms. */
function lengthsAndForms({ text, ids }: IndexState): Uint32Array {
  const fields = text.fieldNames.length;
  let size = ids.length * fields;
  for (let slot = 0; slot < ids.length; slot++) size += text.formsOf(slot).length;
  const numbers = new Uint32Array(size);
  let at = 0;
  for (let slot = 0; slot < ids.length; slot++) {
    for (let field = 0; field < fields; field++) numbers[at++] = text.lengthOf(field, slot);
    const forms = text.formsOf(slot);
    numbers.set(forms, at);
    at += forms.length;
  }
  return numbers;
}

/**
 * Fills an empty state from a snapshot.
 *
 * @throws {TypeError} If the bytes are no whole snapshot of this version and format.
 */
export function readSnapshot(bytes: Uint8Array, state: IndexState, format: string): void {
  const reader = new PartReader(bytes);
  if (reader.nextJson() !== format) {
    throw new TypeError("Cannot restore: the snapshot was taken with another schema");
  }
  const ids = reader.nextJson() as DocumentId[];
  const entries = reader.nextJson() as [string, string][];
  const numbers = reader.nextNumbers();
  const columns = reader.nextJson() as Record<string, ColumnValue>[];
  const hasVector = reader.next();
  const rows = rowsOf(reader.next(), hasVector);
  const sketches = rowsOf(reader.next(), hasVector);
  for (const [form, stem] of entries) state.text.lexicon.intern(form, stem);
  let at = 0;
  for (const [place, id] of ids.entries()) {
    const slot = state.open(id, columns[place] ?? {});
    at = readForms(state, slot, numbers, at);
    if (hasVector[place] !== 1) continue;
    const vector = rows.next().value ?? new Uint8Array();
    const sketch = sketches.next().value;
    state.vectors.setRaw(slot, sketch?.length ? { vector, sketch } : { vector });
  }
}

/** Cuts a part into equal rows, as many as there are vectors. */
function* rowsOf(part: Uint8Array, hasVector: Uint8Array): Generator<Uint8Array, undefined> {
  const count = hasVector.reduce((sum, flag) => sum + flag, 0);
  const size = count > 0 ? part.length / count : 0;
  for (let row = 0; row < count; row++) yield part.subarray(row * size, (row + 1) * size);
  return undefined;
}

/** Files the forms of one slot; gives the place after them. */
function readForms(state: IndexState, slot: number, numbers: Uint32Array, from: number): number {
  const fields = state.text.fieldNames.length;
  let at = from + fields;
  const forms = state.text.fieldNames.map((_, field) => {
    const length = numbers[from + field] ?? 0;
    at += length;
    return numbers.subarray(at - length, at);
  });
  state.text.addForms(slot, forms);
  return at;
}
