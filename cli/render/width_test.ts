import { assert, assertEquals } from "@std/assert";
import { displayWidth, oneLine, padEnd, truncate, wrap, wrapWords } from "./width.ts";

Deno.test("displayWidth() counts cells: wide letters, emoji with modifiers, marks, colours", () => {
  const widths: readonly (readonly [string, number])[] = [
    ["abc", 3],
    ["你好", 4],
    ["한국어", 6],
    ["e\u0301", 1],
    ["👩‍💻", 2],
    ["❤️", 2],
    ["🇳🇴", 2],
    ["\x1b[31mred\x1b[39m", 3],
    ["", 0],
  ];
  for (const [text, cells] of widths) assertEquals(displayWidth(text), cells, text);
});

Deno.test("truncate() never exceeds the width and never cuts a character in two", () => {
  for (const text of ["plain words here", "你好世界你好世界", "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻"]) {
    for (let cells = 0; cells <= 20; cells++) {
      const cut = truncate(text, cells);
      assert(displayWidth(cut) <= cells, `${text} ${cells}`);
      assert(cut === text || cells === 0 || cut.endsWith("…"));
    }
  }
});

Deno.test("wrap() breaks at spaces, inside long words only when it must, and keeps all words", () => {
  assertEquals(wrap("one two three", 7), ["one two", "three"]);
  assertEquals(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
  assertEquals(wrap("a\n\nb", 10), ["a", "", "b"]);
  for (const line of wrap("日本語のとても長い文章がここにあります", 10)) {
    assert(displayWidth(line) <= 10);
  }
});

Deno.test("padEnd() and oneLine()", () => {
  assertEquals(padEnd("你", 4), "你  ");
  assertEquals(oneLine(" a\n\tb\u0007 c "), "a b c");
});

Deno.test("wrapWords() breaks between words only, keeps indents and colours", () => {
  assertEquals(wrapWords("one two three", 7), ["one two", "three"]);
  assertEquals(wrapWords("see /a/very/long/path now", 8), ["see", "/a/very/long/path", "now"]);
  assertEquals(wrapWords("  body.id: it is missing", 14), ["  body.id: it", "  is missing"]);
  assertEquals(wrapWords("\x1b[31mError:\x1b[39m no", 9), ["\x1b[31mError:\x1b[39m no"]);
  assertEquals(wrapWords("a\n\nb", Infinity), ["a", "", "b"]);
});
