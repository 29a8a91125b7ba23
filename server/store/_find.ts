import { chunkHeader } from "./codec.ts";
import { keyPart, TABLE } from "./keys.ts";
import type { Reader } from "./_reader.ts";

/** Texts at least this long are looked for inside other texts too; shorter ones only as a whole. */
const MIN_INNER_LENGTH = 8;

/** Tables whose values are rows: decoded, and opened when they are sealed. */
const ROW_TABLES: ReadonlySet<unknown> = new Set([TABLE.entity, TABLE.plain, "g"]);

/** Bytes that are no text become signs of replacement, in which nothing is found. */
const decoder = new TextDecoder();

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What stands before a match when that is the end of an escape, as in `\\nada-7`. */
const ESCAPE_BEFORE = /\\(?:[bfnrt]|u[0-9a-f]{4})$/;

/**
 * Whether JSON text holds other text that no letter or digit continues on either side: `ada-7` is
 * found in `of-ada-7`, and not in `ada-71`, who is somebody else.
 */
function holdsWhole(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 6), at);
    const after = text.charAt(at + wanted.length);
    const isStart = !LETTER_OR_DIGIT.test(before.slice(-1)) || ESCAPE_BEFORE.test(before);
    if (isStart && !LETTER_OR_DIGIT.test(after)) return true;
  }
  return false;
}

/** Tells whether entries hold a text, in their key or in their value. */
export class TextFinder {
  readonly #reader: Reader;
  readonly #text: string;
  readonly #part: string;
  readonly #isLong: boolean;
  readonly #inJson: string;

  constructor(reader: Reader, text: string) {
    this.#reader = reader;
    this.#text = text;
    this.#part = keyPart(text);
    this.#isLong = text.length >= MIN_INNER_LENGTH;
    const quoted = JSON.stringify(text);
    this.#inJson = this.#isLong ? quoted.slice(1, -1) : quoted;
  }

  /** Whether an entry holds it. */
  async isIn(entry: Deno.KvEntry<unknown>): Promise<boolean> {
    if (entry.key.some((part) => this.#isInPart(part))) return true;
    const { value } = entry;
    if (!(value instanceof Uint8Array)) return false;
    if (!ROW_TABLES.has(entry.key[0])) return this.#isInBytes(value);
    if (chunkHeader(value) === null && this.#reader.cipher === null) {
      return this.#isInBytes(value);
    }
    const row = await this.#reader.decode(entry);
    if (row.value === undefined || row.value instanceof Uint8Array) return false;
    return holdsWhole(JSON.stringify(row.value), this.#inJson);
  }

  #isInBytes(value: Uint8Array): boolean {
    return holdsWhole(decoder.decode(value), this.#inJson);
  }

  #isInPart(part: Deno.KvKeyPart): boolean {
    if (typeof part !== "string") return false;
    if (part === this.#text || part === this.#part) return true;
    // Scopes of two texts are JSON lists.
    return part.includes(JSON.stringify(this.#text)) ||
      (this.#isLong && holdsWhole(part, this.#text));
  }
}
