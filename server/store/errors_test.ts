import { assertEquals, assertStringIncludes } from "@std/assert";
import { StoreError, type StoreErrorKind, toStoreError } from "./errors.ts";

Deno.test("toStoreError() reads what the database said", () => {
  const cases: readonly (readonly [string, StoreErrorKind])[] = [
    ["database is locked", "busy"],
    ["database or disk is full", "full"],
    ["attempt to write a readonly database", "read_only"],
    ["database disk image is malformed", "corrupt"],
    ["file is not a database", "corrupt"],
    ["unable to open database file", "unavailable"],
    ["disk I/O error", "full"],
    ["Bad resource ID", "closed"],
    ["Total mutation size too large (max 819200 bytes)", "too_large"],
    ["something new", "unavailable"],
  ];
  for (const [said, kind] of cases) {
    const error = toStoreError("write", new TypeError(said));
    assertEquals(error.kind, kind, said);
    assertStringIncludes(error.message, "Cannot write: ");
  }
});

Deno.test("toStoreError() passes on what is one already", () => {
  const error = new StoreError("closed", "Cannot write: closed");
  assertEquals(toStoreError("read", error), error);
});
