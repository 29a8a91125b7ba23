import { assertEquals } from "@std/assert";
import { runSchema } from "../../tests/contract/run_schema.ts";
import { constant, joinWords, nonEmptyText, oneOf, promptText, text, trimText } from "./text.ts";

Deno.test("H-125 text takes texts only", () => {
  assertEquals(runSchema(text, " a ").value, " a ");
  assertEquals(runSchema(text, "").value, "");
  for (const input of [1, true, null, [], {}]) {
    assertEquals(runSchema(text, input).types, ["string_type"]);
  }
  assertEquals(runSchema(text, 1).issues[0]?.msg, "Input should be a valid string");
});

Deno.test("H-077 text refuses half a surrogate pair and takes a whole one", () => {
  assertEquals(runSchema(text, "a\ud800b").types, ["string_unicode"]);
  assertEquals(runSchema(text, "a\ud83d\ude00b").value, "a\ud83d\ude00b");
});

Deno.test("H-078 text keeps NUL and other control characters", () => {
  assertEquals(runSchema(text, "a\0b\x1b").value, "a\0b\x1b");
});

Deno.test("H-136 nonEmptyText trims Unicode white space and U+001C to U+001F only", () => {
  const spaces =
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000";
  assertEquals(runSchema(nonEmptyText, `${spaces}a${spaces}`).value, "a");
  assertEquals(runSchema(nonEmptyText, spaces).types, ["value_error"]);
  assertEquals(runSchema(nonEmptyText, "").types, ["value_error"]);
  assertEquals(runSchema(nonEmptyText, "\u200b").value, "\u200b");
  assertEquals(runSchema(nonEmptyText, "\ufeff").value, "\ufeff");
});

Deno.test("H-067 own checks are value_error with a prefix and an empty error in ctx", () => {
  const [issue] = runSchema(nonEmptyText, " ").issues;
  assertEquals(issue?.type, "value_error");
  assertEquals(issue?.msg.startsWith("Value error, "), true);
  assertEquals(issue?.ctx, { error: {} });
});

Deno.test("H-139 R-080 promptText drops control characters, keeps tab and line ends", () => {
  assertEquals(runSchema(promptText, " a\0b\x07\x1b\tc\r\nd\x7f ").value, "ab\tc\r\nd");
  assertEquals(runSchema(promptText, "\0\x07").types, ["value_error"]);
});

Deno.test("H-126 oneOf() takes the exact word and names all words otherwise", () => {
  const schema = oneOf(["a", "b", "c"]);
  assertEquals(runSchema(schema, "b").value, "b");
  for (const input of ["B", " b", null, 1, true, [], {}]) {
    const [issue] = runSchema(schema, input).issues;
    assertEquals(issue?.type, "enum");
    assertEquals(issue?.msg, "Input should be 'a', 'b' or 'c'");
    assertEquals(issue?.ctx, { expected: "'a', 'b' or 'c'" });
  }
});

Deno.test("constant() takes one word", () => {
  assertEquals(runSchema(constant("v1"), "v1").value, "v1");
  assertEquals(runSchema(constant("v1"), "v2").types, ["literal_error"]);
});

Deno.test("joinWords() joins with commas and a last or", () => {
  assertEquals(joinWords(["a"]), "a");
  assertEquals(joinWords(["a", "b"]), "a or b");
  assertEquals(joinWords(["a", "b", "c"]), "a, b or c");
});

Deno.test("trimText() gives back the same text when there is nothing to trim", () => {
  assertEquals(trimText("a b"), "a b");
  assertEquals(trimText(""), "");
});
