/**
 * The parts that a snapshot is made of: each a 32-bit length and so many bytes, padded to a multiple of
 * 8, after a header. All numbers are little-endian.
 *
 * @module
 */

/** First bytes of a snapshot. */
const MAGIC = 0x58534652;

/** Version of the format; a snapshot of another version is refused. */
const FORMAT_VERSION = 4;

const HEADER_BYTES = 8;
const ALIGNMENT = 8;

/** Numbers a part can hold. */
type Numbers = Uint8Array | Uint32Array | Float64Array;

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** A part that is made while it is read. */
interface LazyPart {
  /** Its bytes. */
  readonly length: number;
  /** Makes it. */
  pieces(): Iterable<Uint8Array>;
  /** Called once, when it was read or nobody will read it. */
  end(): void;
}

/** Collects parts. */
export class PartWriter {
  readonly #parts: (Uint8Array | LazyPart)[] = [];

  /** Adds the bytes of numbers, which must not change any more: they are not copied. */
  add(numbers: Numbers): void {
    this.#parts.push(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  /** Adds a value as JSON. */
  addJson(value: unknown): void {
    this.add(new TextEncoder().encode(JSON.stringify(value)));
  }

  /** Adds a part that is made while it is read. */
  addLazily(part: LazyPart): void {
    this.#parts.push(part);
  }

  /** The bytes of everything; parts are let go of as they are read, and none may be added any more. */
  *pieces(): Generator<Uint8Array> {
    const header = new DataView(new ArrayBuffer(HEADER_BYTES));
    header.setUint32(0, MAGIC, true);
    header.setUint32(4, FORMAT_VERSION, true);
    yield new Uint8Array(header.buffer);
    try {
      for (let part = this.#parts[0]; part !== undefined; part = this.#parts[0]) {
        const length = new DataView(new ArrayBuffer(ALIGNMENT));
        length.setUint32(0, part.length, true);
        yield new Uint8Array(length.buffer);
        if (part instanceof Uint8Array) yield part;
        else yield* part.pieces();
        yield new Uint8Array(padded(part.length) - part.length);
        this.#parts.shift();
        if (!(part instanceof Uint8Array)) part.end();
      }
    } finally {
      for (const part of this.#parts) if (!(part instanceof Uint8Array)) part.end();
    }
  }
}

/** Reads parts in the order they were added. */
export class PartReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = HEADER_BYTES;

  /** @throws {TypeError} If the bytes are no snapshot, or one of another version. */
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

  /**
   * The next part; a view of the snapshot.
   *
   * @throws {TypeError} If there is none that is whole.
   */
  next(): Uint8Array {
    const start = this.#at + ALIGNMENT;
    const length = start <= this.#bytes.length ? this.#view.getUint32(this.#at, true) : Infinity;
    if (start + length > this.#bytes.length) {
      throw new TypeError("Cannot restore: the snapshot is cut short");
    }
    this.#at = start + padded(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** The next part as the JSON it is. */
  nextJson(): unknown {
    return JSON.parse(new TextDecoder().decode(this.next()));
  }

  /** The next part as 32-bit numbers of its own memory. */
  nextUint32(): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.next().slice().buffer);
  }

  /** The next part as 64-bit numbers of its own memory. */
  nextFloat64(): Float64Array<ArrayBuffer> {
    return new Float64Array(this.next().slice().buffer);
  }
}
