import { MAX_INLINE_BYTES } from "./limits.ts";
import type { PlainEncoding } from "./plain.ts";
import type { ValueCipher } from "./types.ts";

/**
 * First byte of a value that is not plain JSON text (which never starts below 0x20). Sealed values
 * hold another whole value.
 */
const TAG = { bytes: 0, chunked: 1, sealed: 2 } as const;

/** Bytes in front of each part that name the version of the value it belongs to. */
const VERSION_BYTES = 8;

/** Bytes of data in one part. */
const CHUNK_BYTES = MAX_INLINE_BYTES - VERSION_BYTES;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A value cut for storing. */
export interface EncodedValue {
  /** What goes under the row's own key. */
  readonly head: Uint8Array<ArrayBuffer>;
  /** What goes under its chunk keys, none when it fits one row. */
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  /** Size before cutting. */
  readonly bytes: number;
}

/** What the head of a value in parts says. */
export interface ChunkHeader {
  /** Number of parts. */
  readonly chunks: number;
  /** Size of all parts together, without their version. */
  readonly bytes: number;
  /** Version that each part names, 16 hex digits. */
  readonly ver: string;
}

/** Bytes as hex digits. */
function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts a tag in front. */
function tagged(tag: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(body.length + 1);
  out[0] = tag;
  out.set(body, 1);
  return out;
}

/** A value as bytes, sealed when there is a cipher. */
function toBytes(
  value: unknown,
  encoding: PlainEncoding,
  cipher: ValueCipher | null,
): Uint8Array<ArrayBuffer> {
  let body: Uint8Array<ArrayBuffer>;
  if (encoding === "bytes") {
    if (!(value instanceof Uint8Array)) throw new TypeError("Cannot store: value is not bytes");
    body = tagged(TAG.bytes, value);
  } else {
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError("Cannot store: value has no JSON form");
    body = encoder.encode(text);
  }
  return cipher === null ? body : tagged(TAG.sealed, cipher.seal(body));
}

/** Encodes a value and cuts it when it does not fit one row. */
export function encodeValue(
  value: unknown,
  encoding: PlainEncoding = "json",
  cipher: ValueCipher | null = null,
): EncodedValue {
  const body = toBytes(value, encoding, cipher);
  if (body.length <= MAX_INLINE_BYTES) return { head: body, chunks: [], bytes: body.length };
  const version = crypto.getRandomValues(new Uint8Array(VERSION_BYTES));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < body.length; at += CHUNK_BYTES) {
    const part = body.subarray(at, at + CHUNK_BYTES);
    const chunk = new Uint8Array(VERSION_BYTES + part.length);
    chunk.set(version);
    chunk.set(part, VERSION_BYTES);
    chunks.push(chunk);
  }
  const header: ChunkHeader = {
    chunks: chunks.length,
    bytes: body.length,
    ver: toHex(version),
  };
  return {
    head: tagged(TAG.chunked, encoder.encode(JSON.stringify(header))),
    chunks,
    bytes: body.length,
  };
}

/** The header of a value in parts, null when the value is whole. */
export function chunkHeader(head: Uint8Array): ChunkHeader | null {
  if (head[0] !== TAG.chunked) return null;
  const parsed: unknown = JSON.parse(decoder.decode(head.subarray(1)));
  if (
    typeof parsed !== "object" || parsed === null || !("chunks" in parsed) ||
    !("bytes" in parsed) || !("ver" in parsed)
  ) {
    throw new TypeError("Cannot read value: its header is damaged");
  }
  const { chunks, bytes, ver } = parsed;
  if (typeof chunks !== "number" || typeof bytes !== "number" || typeof ver !== "string") {
    throw new TypeError("Cannot read value: its header is damaged");
  }
  return { chunks, bytes, ver };
}

/**
 * Joins the parts of a value.
 *
 * @returns The value, or null when a part is missing or of another version.
 */
export function joinChunks(
  header: ChunkHeader,
  chunks: readonly (Uint8Array | null)[],
): Uint8Array<ArrayBuffer> | null {
  const body = new Uint8Array(header.bytes);
  let at = 0;
  for (const chunk of chunks) {
    if (chunk === null || toHex(chunk.subarray(0, VERSION_BYTES)) !== header.ver) return null;
    const part = chunk.subarray(VERSION_BYTES);
    if (at + part.length > body.length) return null;
    body.set(part, at);
    at += part.length;
  }
  return at === body.length ? body : null;
}

/**
 * Decodes a whole value.
 *
 * @throws If the bytes are damaged, or sealed with a key that is not at hand.
 */
export function decodeValue(body: Uint8Array, cipher: ValueCipher | null = null): unknown {
  if (body[0] === TAG.bytes) return body.slice(1);
  if (body[0] === TAG.sealed) {
    if (cipher === null) throw new TypeError("Cannot read value: it is sealed and no key is set");
    return decodeValue(cipher.open(body.slice(1)), null);
  }
  return JSON.parse(decoder.decode(body));
}
