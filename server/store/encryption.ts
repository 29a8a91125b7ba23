import { Buffer } from "node:buffer";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { StoreError } from "./errors.ts";
import type { ValueCipher } from "./types.ts";

/** A key that seals values at rest. */
export interface EncryptionKey {
  /** Name stored in front of each value it sealed: 1 to 32 letters, digits, `.`, `_` or `-`. */
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** A cipher that names the key it seals with. */
export interface KeyedCipher extends ValueCipher {
  /** Id of the key that seals. */
  readonly keyId: string;
}

/** Bytes of an AES-256 key. */
const KEY_BYTES = 32;

/** Bytes of the number that makes equal values look different. */
const NONCE_BYTES = 12;

/** Bytes that prove a value was not changed. */
const TAG_BYTES = 16;

const ALGORITHM = "aes-256-gcm";
const ID_PATTERN = /^[\w.-]{1,32}$/;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A refusal that says what to do and never shows a key. */
function refuse(message: string): StoreError {
  return new StoreError("schema", `Cannot use encryption keys: ${message}`);
}

/** Checks a key's name and length. */
function checkKey({ id, secret }: EncryptionKey, position: number): void {
  if (!ID_PATTERN.test(id)) {
    throw refuse(`key ${position} needs an id of 1 to 32 letters, digits, ".", "_" or "-"`);
  }
  if (secret.length !== KEY_BYTES) {
    throw refuse(
      `key "${id}" has ${secret.length} bytes, must have ${KEY_BYTES}; ` +
        "make one with: openssl rand -base64 32",
    );
  }
}

/**
 * Reads keys from a text such as the value of `REFLEXIO_ENCRYPTION_KEYS`: `id:base64,id:base64`.
 * The first seals, all of them open, so a rotation puts the new key in front of the old ones.
 *
 * @param text The text; empty or missing means no encryption.
 * @throws {StoreError} `schema` if an entry has no id, is no base64 of 32 bytes, or an id repeats.
 */
export function parseEncryptionKeys(text: string | undefined): EncryptionKey[] {
  const parts = (text ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
  return parts.map((part, n) => {
    const colon = part.indexOf(":");
    if (colon < 1) throw refuse(`key ${n + 1} must be written as id:base64`);
    const encoded = part.slice(colon + 1);
    if (!/^[\w+/-]+={0,2}$/.test(encoded)) {
      throw refuse(`key "${part.slice(0, colon).slice(0, 32)}" is no base64`);
    }
    const key = {
      id: part.slice(0, colon),
      secret: new Uint8Array(Buffer.from(encoded, "base64")),
    };
    checkKey(key, n + 1);
    return key;
  });
}

/** The id in front of a sealed value and where it ends. */
function readId(sealed: Uint8Array): { readonly id: string; readonly end: number } {
  const end = 1 + (sealed[0] ?? 0);
  if (sealed.length < end + NONCE_BYTES + TAG_BYTES) {
    throw new TypeError("Cannot open value: it is damaged");
  }
  return { id: decoder.decode(sealed.subarray(1, end)), end };
}

/** Id of the key that sealed a value. */
export function sealedBy(sealed: Uint8Array): string {
  return readId(sealed).id;
}

/**
 * A cipher that seals values with AES-256-GCM: the id of the key, a random nonce, the sealed bytes
 * and their proof. Keys of rows (user ids, times, ids of rows) are not values and stay readable.
 *
 * @param keys The first seals, all open.
 * @returns The cipher, null when there are no keys.
 * @throws {StoreError} `schema` if a key cannot be used or an id repeats.
 */
export function createCipher(keys: readonly EncryptionKey[]): KeyedCipher | null {
  const byId = new Map<string, Uint8Array>();
  for (const [n, key] of keys.entries()) {
    checkKey(key, n + 1);
    if (byId.has(key.id)) throw refuse(`id "${key.id}" is used twice`);
    byId.set(key.id, key.secret);
  }
  const newest = keys[0];
  if (newest === undefined) return null;
  const name = encoder.encode(newest.id);
  const head = Uint8Array.from([name.length, ...name]);
  return {
    keyId: newest.id,
    seal(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, newest.secret, nonce);
      cipher.setAAD(head);
      const body = cipher.update(plain);
      cipher.final();
      return joined([head, nonce, body, cipher.getAuthTag()]);
    },
    open(sealed) {
      const { id, end } = readId(sealed);
      const secret = byId.get(id);
      if (secret === undefined) {
        throw new TypeError(`Cannot open value: the encryption key "${id}" is not set`);
      }
      const bodyStart = end + NONCE_BYTES;
      const bodyEnd = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv(ALGORITHM, secret, sealed.subarray(end, bodyStart));
      decipher.setAAD(sealed.subarray(0, end));
      decipher.setAuthTag(sealed.subarray(bodyEnd));
      const body = decipher.update(sealed.subarray(bodyStart, bodyEnd));
      decipher.final();
      return new Uint8Array(body);
    },
  };
}

/** Byte arrays one after another. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
