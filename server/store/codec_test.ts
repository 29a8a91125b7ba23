import { assert, assertEquals, assertThrows } from "@std/assert";
import { chunkHeader, decodeValue, encodeValue, joinChunks } from "./codec.ts";
import type { ValueCipher } from "./types.ts";

/** Flips every bit; enough to see that a cipher is used. */
const FLIP: ValueCipher = {
  seal: (plain) => plain.map((byte) => byte ^ 0xff),
  open: (sealed) => sealed.map((byte) => byte ^ 0xff),
};

/** Encodes and decodes. */
function roundTrip(value: unknown, cipher: ValueCipher | null = null): unknown {
  const { head, chunks } = encodeValue(value, "json", cipher);
  const header = chunkHeader(head);
  if (header === null) return decodeValue(head, cipher);
  const body = joinChunks(header, chunks);
  return body === null ? undefined : decodeValue(body, cipher);
}

Deno.test("encodeValue() gives back texts of every script, nulls and lone surrogates", () => {
  for (const value of ["", "Bergen", "東京 🌧", "\ud800x", null, 0, -1.5, [], { a: [null] }]) {
    assertEquals(roundTrip(value), value);
  }
});

Deno.test("encodeValue() cuts what is over one row and every part stays below the limit", () => {
  const value = { text: "ü".repeat(100_000) };
  const { head, chunks, bytes } = encodeValue(value);
  assertEquals(chunks.length, 4);
  assert(bytes > 200_000);
  for (const part of [head, ...chunks]) assert(part.length <= 60_000);
  assertEquals(roundTrip(value), value);
});

Deno.test("joinChunks() refuses missing, mixed and cut parts", () => {
  const first = encodeValue("a".repeat(130_000));
  const second = encodeValue("b".repeat(130_000));
  const header = chunkHeader(first.head) ?? { chunks: 0, bytes: 0, ver: "" };
  const [a = null, b = null, c = null] = first.chunks;
  const [other = null] = second.chunks;
  assertEquals(joinChunks(header, [a, b, c])?.length, 130_002);
  assertEquals(joinChunks(header, [a, null, c]), null);
  assertEquals(joinChunks(header, [other, b, c]), null);
  assertEquals(joinChunks(header, [a, b]), null);
  assertEquals(joinChunks(header, [a, b, c?.slice(0, 100) ?? null]), null);
});

Deno.test("encodeValue() keeps bytes as they are", () => {
  const bytes = new Uint8Array([0, 1, 2, 255]);
  assertEquals(decodeValue(encodeValue(bytes, "bytes").head), bytes);
  assertThrows(() => encodeValue("text", "bytes"), TypeError, "not bytes");
  assertThrows(() => encodeValue(undefined), TypeError, "no JSON form");
});

Deno.test("encodeValue() seals with a cipher and opening needs it", () => {
  const { head } = encodeValue("secret", "json", FLIP);
  assert(!new TextDecoder().decode(head).includes("secret"));
  assertEquals(decodeValue(head, FLIP), "secret");
  assertThrows(() => decodeValue(head), TypeError, "sealed");
  const long = "secret ".repeat(20_000);
  assertEquals(roundTrip(long, FLIP), long);
});
