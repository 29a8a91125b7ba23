import { assert, assertEquals } from "@std/assert";
import { cutEnd, cutMiddle, estimateTokens } from "./mod.ts";

Deno.test("estimateTokens() counts three bytes as one and a CJK character as one", () => {
  assertEquals(estimateTokens("abcdef"), 2);
  assertEquals(estimateTokens("漢字"), 2);
  assertEquals(estimateTokens(""), 0);
});

Deno.test("cutEnd() keeps whole characters", () => {
  assertEquals(cutEnd("ab😀cd", 2), "ab😀");
  assertEquals(cutEnd("ab😀cd", 1), "ab");
  assertEquals(cutEnd("short", 100), "short");
});

Deno.test("cutMiddle() keeps both ends around a mark and stays within the limit", () => {
  const text = `${"start ".repeat(500)}${"😀".repeat(300)}${" end".repeat(500)}`;
  const cut = cutMiddle(text, 200, " […] ");
  assert(cut.startsWith("start ") && cut.endsWith(" end") && cut.includes(" […] "));
  assert(estimateTokens(cut) <= 201);
  assertEquals(cutMiddle("short", 200, "[…]"), "short");
  assert(cutMiddle("😀".repeat(2_000), 101, "|").isWellFormed());
});
