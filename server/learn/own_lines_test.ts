import { assertEquals } from "@std/assert";
import { withoutOwnLines } from "./own_lines.ts";

const GIVEN = new Set(["Lives in Bergen", "Use metric units"]);

function left(text: string): string {
  return withoutOwnLines(text, (line) => GIVEN.has(line));
}

Deno.test("withoutOwnLines() blanks lines of lists that were given out and keeps every place", () => {
  const text = "Known:\n- Lives in Bergen\n 2. Use metric units \n- I like tea";
  assertEquals(left(text).length, text.length);
  assertEquals(left(text).split("\n").map((line) => line.trim()), [
    "Known:",
    "",
    "",
    "- I like tea",
  ]);
});

Deno.test("withoutOwnLines() leaves what a person says in a sentence", () => {
  for (const text of ["Use metric units", "Lives in Bergen\nand likes it", "- I live in Bergen"]) {
    assertEquals(left(text), text);
  }
});
