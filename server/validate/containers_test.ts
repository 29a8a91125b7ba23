import { assertEquals } from "@std/assert";
import { runSchema } from "../../tests/contract/run_schema.ts";
import { ignoredVector, list, map, nullable } from "./containers.ts";
import { integer } from "./numbers.ts";
import { text } from "./text.ts";

Deno.test("H-128 H-064 list() takes arrays and reports items by index", () => {
  assertEquals(runSchema(list(integer()), [1, "2"]).value, [1, 2]);
  for (const input of ["a", 1, null, {}]) {
    assertEquals(runSchema(list(text), input).types, ["list_type"]);
  }
  const { issues } = runSchema(list(integer()), [1, "x", null]);
  assertEquals(issues.map(({ type, loc }) => [type, loc]), [
    ["int_parsing", [1]],
    ["int_type", [2]],
  ]);
});

Deno.test("H-135 list() reports a missing item with its numbers", () => {
  const [issue] = runSchema(list(text, { min: 1 }), []).issues;
  assertEquals([issue?.type, issue?.msg, issue?.ctx], [
    "too_short",
    "List should have at least 1 item after validation, not 0",
    { field_type: "List", min_length: 1, actual_length: 0 },
  ]);
});

Deno.test("H-130 map keeps free-form content as sent and takes nothing else", () => {
  const content = { a: null, b: [1, { c: "d" }] };
  assertEquals(runSchema(map, content).value, content);
  for (const input of ["a", 1, null, []]) assertEquals(runSchema(map, input).types, ["dict_type"]);
});

Deno.test("H-075 H-077 map refuses infinite numbers and half surrogates at any depth", () => {
  const infinite = runSchema(map, JSON.parse('{"a":[{"b":1e400}]}')).issues[0];
  assertEquals([infinite?.type, infinite?.loc], ["finite_number", ["a", 0, "b"]]);
  const half = runSchema(map, { a: { b: "\udc00" } }).issues[0];
  assertEquals([half?.type, half?.loc], ["string_unicode", ["a", "b"]]);
  assertEquals(runSchema(map, { "\ud800": 1 }).types, ["string_unicode"]);
});

Deno.test("H-137 ignoredVector takes no or 512 numbers and drops them", () => {
  assertEquals(runSchema(ignoredVector, []).value, []);
  assertEquals(runSchema(ignoredVector, Array(512).fill(0.5)).value, []);
  assertEquals(runSchema(ignoredVector, [1]).types, ["value_error"]);
  assertEquals(runSchema(ignoredVector, Array(513).fill(1)).types, ["value_error"]);
  assertEquals(runSchema(ignoredVector, ["x"]).types, ["float_parsing"]);
});

Deno.test("H-133 nullable() takes null where the contract has one", () => {
  assertEquals(runSchema(nullable(integer()), null).value, null);
  assertEquals(runSchema(integer(), null).types, ["int_type"]);
});
