import { findJsonFault } from "./json_fault.ts";

/** Limits of a JSON body, apart from its bytes. */
export interface JsonLimits {
  /**
   * Most nested lists and objects.
   * @default 64
   */
  readonly maxDepth: number;
  /**
   * Most values, keys not counted.
   * @default 1_000_000
   */
  readonly maxValues: number;
}

/** What {@link readJson} found. */
export type JsonReading =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "too_wide"; readonly reason: string }
  | { readonly kind: "invalid"; readonly position: number; readonly reason: string };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Counts nesting and values without building anything. */
function measure(bytes: Uint8Array): { depth: number; values: number } {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      i++;
      while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      values++;
      if (++depth > deepest) deepest = depth;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    else if (byte === COMMA) values++;
  }
  return { depth: deepest, values };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** UTF-8 text without a byte order mark, null when the bytes are something else. */
function decode(bytes: Uint8Array): string | null {
  // UTF-16 and UTF-32 without a mark are valid UTF-8 with zero bytes around the first bracket.
  if (bytes[0] === 0 || bytes[1] === 0) return null;
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Reads a JSON body within limits. A repeated key counts with its last value. */
export function readJson(bytes: Uint8Array, { maxDepth, maxValues }: JsonLimits): JsonReading {
  if (bytes.length === 0) return { kind: "empty" };
  const text = decode(bytes);
  if (text === null) return { kind: "unreadable", reason: "it is not UTF-8" };
  const { depth, values } = measure(bytes);
  if (depth > maxDepth) {
    return { kind: "unreadable", reason: `it is nested deeper than ${maxDepth} levels` };
  }
  if (values > maxValues) {
    return { kind: "too_wide", reason: `Body holds more than ${maxValues} values` };
  }
  try {
    return { kind: "value", value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: "invalid", ...findJsonFault(text) };
  }
}
