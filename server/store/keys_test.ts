import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { chunkKey, chunkOwner, entityKey, keyBytes, keyPart, keyText } from "./keys.ts";

Deno.test("keyPart() keeps short texts and hashes long, ill-formed and look-alike ones", () => {
  assertEquals(keyPart(""), "");
  assertEquals(keyPart("anna@example.org"), "anna@example.org");
  const long = "x".repeat(513);
  assertNotEquals(keyPart(long), long);
  assertNotEquals(keyPart(long), keyPart(`${long}y`));
  assert(keyPart("ü".repeat(300)).length < 100);
  assertNotEquals(keyPart("\ud800"), keyPart("\udbff"));
  assertNotEquals(keyPart(keyPart(long)), keyPart(long));
});

Deno.test("chunkOwner() names the row that chunkKey() was made from", () => {
  const row = entityKey("org", "in", 7);
  assertEquals(chunkOwner(chunkKey(row, 3)), row);
});

Deno.test("keyText() tells numbers from texts", () => {
  assertNotEquals(keyText(["a", 1]), keyText(["a", "1"]));
});

Deno.test("keyBytes() is never below what the database counts", () => {
  assert(keyBytes(["e", "org", "in", 1]) >= 3 + 5 + 4 + 9);
});
