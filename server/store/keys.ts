import { createHash } from "node:crypto";
import { MAX_KEY_PART_BYTES } from "./limits.ts";

/** Tables: first part of every key, the org is the second. */
export const TABLE = {
  /** Marker that an org exists. */
  org: "o",
  /** Rows of listed kinds: kind code, id. */
  entity: "e",
  /** Vectors beside them: kind code, id. */
  vector: "v",
  /** Parts of values over one row: table of the row, rest of its key, number. */
  chunk: "b",
  /** Plain rows: kind name, key. */
  plain: "p",
  /** Next free id: kind code. */
  counter: "s",
  /** Redo gate (no further part), redo logs: id, then part number. */
  redo: "w",
  /** Change log: stamp of the commit. */
  log: "chg",
  /** Rewritten by every commit of the org, so that its stamp tells whether there is news. */
  head: "ver",
  /** Stamp of the newest trimmed entry of the change log. */
  floor: "chg_floor",
  /** Saved states of followers: name, then part number. */
  snapshot: "n",
  /** Unreadable rows set aside by a repair: the key they had without the org. */
  quarantine: "q",
} as const;

/** Table of plain rows that belong to no org: kind name, key. */
export const STORE_TABLE = "g";

/** Schema version. */
export const SCHEMA_KEY: Deno.KvKey = ["m"];

/** Written at each open, so that a database that cannot be written is found out at once. */
export const OPENED_KEY: Deno.KvKey = ["m", "opened"];

/** A sealed word, so that a wrong encryption key is found out at once. */
export const SEALED_KEY: Deno.KvKey = ["m", "sealed"];

/** Where a half-filled database is filled from; removed when a migration has been verified. */
export const MIGRATION_KEY: Deno.KvKey = ["m", "migration"];

/** Starts the stand-in of a text that is too long, or no valid Unicode, for a key. */
const HASH_MARK = "\uffff#";

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export function utf8Bytes(text: string): number {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return encoder.encode(text).length;
  }
  return text.length;
}

/** The text as a key part: itself, or a hash when it is long, ill-formed or looks like a hash. */
export function keyPart(text: string): string {
  const fits = text.length <= MAX_KEY_PART_BYTES && utf8Bytes(text) <= MAX_KEY_PART_BYTES;
  if (fits && !text.startsWith(HASH_MARK) && text.isWellFormed()) return text;
  return HASH_MARK + createHash("sha256").update(text, "utf16le").digest("hex");
}

/** A key part of an id or of a part of a plain key. */
export function toPart(part: string | number): string | number {
  return typeof part === "number" ? part : keyPart(part);
}

/** Key of a row of a listed kind. */
export function entityKey(org: string, code: string, id: string | number): Deno.KvKey {
  return [TABLE.entity, org, code, toPart(id)];
}

/** Key of the vector of such a row. */
export function vectorKey(org: string, code: string, id: string | number): Deno.KvKey {
  return [TABLE.vector, org, code, toPart(id)];
}

/** Key of a plain row of an org. */
export function plainKey(
  org: string,
  name: string,
  key: readonly (string | number)[],
): Deno.KvKey {
  return [TABLE.plain, org, name, ...key.map(toPart)];
}

/** Key of a plain row of the whole store. */
export function storeKey(name: string, key: readonly (string | number)[]): Deno.KvKey {
  return [STORE_TABLE, name, ...key.map(toPart)];
}

/** Key of part `n` of the value of `row`. */
export function chunkKey(row: Deno.KvKey, n: number): Deno.KvKey {
  const [table = "", org = "", ...rest] = row;
  return [TABLE.chunk, org, table, ...rest, n];
}

/** Key of the row that a chunk belongs to. */
export function chunkOwner(chunk: Deno.KvKey): Deno.KvKey {
  const [, org = "", table = "", ...rest] = chunk;
  return [table, org, ...rest.slice(0, -1)];
}

/** Equal keys have equal texts; for maps. */
export function keyText(key: Deno.KvKey): string {
  return JSON.stringify(key);
}

/** A key as people read it, parts joined by `/`; hashes shortened. */
export function keyLabel(key: Deno.KvKey): string {
  return key.map((part) => String(part).slice(0, 64)).join("/");
}

/** Bytes of a key as the database counts them. */
export function keyBytes(key: Deno.KvKey): number {
  let bytes = 0;
  for (const part of key) bytes += typeof part === "string" ? utf8Bytes(part) + 2 : 12;
  return bytes;
}
