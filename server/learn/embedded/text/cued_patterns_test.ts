import { assertEquals } from "@std/assert";
import { CuedPatterns } from "./cued_patterns.ts";

const PATTERNS = new CuedPatterns([
  ["is are + late", /\b(?:is|are) (?:very )?late\b/],
  ["late", /\blate\w*/],
  ["", /^\W+$/],
]);

function found(text: string): string | null {
  return PATTERNS.exec(text, text.split(" "))?.[0] ?? null;
}

Deno.test("the first pattern of the list that matches is the answer", () => {
  assertEquals(found("the train is very late"), "is very late");
  assertEquals(found("late again , the train is"), "late");
});

Deno.test("a pattern is asked only where each of its groups has a word", () => {
  assertEquals(PATTERNS.exec("the train is late", ["the", "train", "is"]), null);
  assertEquals(PATTERNS.exec("the train is late", ["late"])?.[0], "late");
});

Deno.test("a pattern without words is always asked", () => {
  assertEquals(found("? !"), "? !");
  assertEquals(found("on time"), null);
});
