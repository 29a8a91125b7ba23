import { assertEquals } from "@std/assert";
import { parseLenientJson } from "./lenient_json.ts";

const CASES: readonly (readonly [what: string, text: string, value: unknown])[] = [
  ["plain JSON", '{"a":1}', { a: 1 }],
  ["a fenced block", 'Here you are:\n```json\n{"a": [1]}\n```\nAnything else?', { a: [1] }],
  ["a fence without a language", '```\n{"a":1}\n```', { a: 1 }],
  ["outermost braces", 'The answer is {"a": {"b": 2}}, as asked.', { a: { b: 2 } }],
  ["outermost brackets", "So: [1, 2]", [1, 2]],
  ["Python spellings", "{'a': True, 'b': None, 'c': False}", { a: true, b: null, c: false }],
  ["apostrophes in texts", `{'a': "don't", "b": 'it\\'s'}`, { a: "don't", b: "it's" }],
  ["trailing commas", '{"a": [1, 2,], "b": {"c": 3,},}', { a: [1, 2], b: { c: 3 } }],
  ["escapes", "{'a': 'x\\n\\u00e9'}", { a: "x\né" }],
  ["thoughts before it", '<think>{"no": 1}</think>{"a":1}', { a: 1 }],
  ["a fence inside a text", '{"a": "```sh\\nls\\n```"}', { a: "```sh\nls\n```" }],
  ["numbers", "{'a': -1.5e3}", { a: -1500 }],
  ["no JSON", "I found nothing.", undefined],
  ["a bare word", "true", undefined],
  ["a cut answer", '{"a": [1, 2', undefined],
  ["missing commas", '{"a": 1 "b": 2}', undefined],
  ["deep nesting", "[".repeat(5_000) + "x" + "]".repeat(5_000), undefined],
];

for (const [what, text, value] of CASES) {
  Deno.test(`S-161 parseLenientJson() reads or refuses ${what}`, () => {
    assertEquals(parseLenientJson(text), value);
  });
}
