import { assertEquals } from "@std/assert";
import { readJson } from "./json_body.ts";

const LIMITS = { maxDepth: 64, maxValues: 1_000_000 };

/** Reads a text. */
function read(text: string) {
  return readJson(new TextEncoder().encode(text), LIMITS);
}

Deno.test("H-074 readJson() lets the last of equal keys win", () => {
  assertEquals(read('{"a":1,"a":2}'), { kind: "value", value: { a: 2 } });
});

Deno.test("H-072 readJson() takes UTF-8 with and without a mark and nothing else", () => {
  assertEquals(read('\ufeff{"a":"ä"}'), { kind: "value", value: { a: "ä" } });
  const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
  assertEquals(readJson(utf16, LIMITS).kind, "unreadable");
  assertEquals(readJson(utf16.subarray(2), LIMITS).kind, "unreadable");
  assertEquals(readJson(new Uint8Array([0x22, 0xff, 0x22]), LIMITS).kind, "unreadable");
});

Deno.test("H-052 readJson() refuses deep nesting before it parses", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  assertEquals(read(nested(64)).kind, "value");
  assertEquals(read(nested(65)).kind, "unreadable");
  assertEquals(read("[".repeat(1_000_000)).kind, "unreadable");
  assertEquals(read(`["${"[".repeat(100)}\\"${"[".repeat(100)}"]`).kind, "value");
});

Deno.test("readJson() refuses more values than the limit", () => {
  const limits = { maxDepth: 64, maxValues: 10 };
  const bytes = (text: string) => new TextEncoder().encode(text);
  assertEquals(readJson(bytes("[1,2,3,4,5,6,7,8]"), limits).kind, "value");
  assertEquals(readJson(bytes("[1,2,3,4,5,6,7,8,9,10,11]"), limits).kind, "too_wide");
  assertEquals(readJson(bytes("[[],[],[],[],[],[]]"), limits).kind, "too_wide");
});

Deno.test("H-070 H-075 readJson() tells the position and the reason of broken JSON", () => {
  const broken: [string, number, string][] = [
    ["{", 1, "Expecting property name enclosed in double quotes"],
    ["{a}", 1, "Expecting property name enclosed in double quotes"],
    ['{"a"}', 4, "Expecting ':' delimiter"],
    ['{"a":}', 5, "Expecting value"],
    ['{"a":1,}', 7, "Expecting property name enclosed in double quotes"],
    ["[1 2]", 3, "Expecting ',' delimiter"],
    ["[1,]", 3, "Expecting value"],
    ["{} x", 3, "Extra data"],
    ["   ", 3, "Expecting value"],
    ["nul", 0, "Expecting value"],
    ["[NaN]", 1, "Expecting value"],
    ["[-Infinity]", 1, "Expecting value"],
    ["01", 1, "Extra data"],
    ['"a', 0, "Unterminated string starting at"],
    ['"a\n"', 2, "Invalid control character at"],
    ['"\\x"', 1, "Invalid escape"],
    ['["\ud83d\ude00" 1]', 5, "Expecting ',' delimiter"],
    ["[1}", 2, "Expecting ',' delimiter"],
  ];
  for (const [text, position, reason] of broken) {
    assertEquals(read(text), { kind: "invalid", position, reason }, text);
  }
});

Deno.test("readJson() knows an empty body", () => {
  assertEquals(read(""), { kind: "empty" });
});
