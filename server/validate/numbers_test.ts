import { assertEquals } from "@std/assert";
import { runSchema } from "../../tests/contract/run_schema.ts";
import { boolean, booleanInText, cappedSize, integer, number, oneOfIntegers } from "./numbers.ts";

Deno.test("H-122 integer() takes whole numbers, booleans and digits as text", () => {
  const good: [unknown, number][] = [
    [5, 5],
    [5.0, 5],
    [1e3, 1000],
    [true, 1],
    [false, 0],
    [" +1_000.00 ", 1000],
    ["-0", 0],
    ["007", 7],
    ["\u00a05\t", 5],
  ];
  for (const [input, value] of good) assertEquals(runSchema(integer(), input).value, value + 0);
});

Deno.test("H-122 integer() says why another input is none", () => {
  const bad: [unknown, string][] = [
    [5.5, "int_from_float"],
    ["", "int_parsing"],
    ["1e3", "int_parsing"],
    ["0x5", "int_parsing"],
    ["5.", "int_parsing"],
    ["5.5", "int_parsing"],
    ["１", "int_parsing"],
    ["1__0", "int_parsing"],
    ["_1", "int_parsing"],
    ["true", "int_parsing"],
    ["9".repeat(4_301), "int_parsing_size"],
    [null, "int_type"],
    [[], "int_type"],
    [{}, "int_type"],
  ];
  for (const [input, type] of bad) assertEquals(runSchema(integer(), input).types, [type]);
});

Deno.test("H-076 H-075 integers beyond 2^53-1 and infinite numbers are refused", () => {
  const [issue] = runSchema(integer({ above: 0 }), 2 ** 53).issues;
  assertEquals(issue?.type, "less_than_equal");
  assertEquals(issue?.ctx, { le: Number.MAX_SAFE_INTEGER });
  assertEquals(runSchema(integer(), -(2 ** 53)).types, ["greater_than_equal"]);
  assertEquals(runSchema(integer(), "9007199254740993").types, ["less_than_equal"]);
  assertEquals(runSchema(integer(), JSON.parse("1e400")).types, ["finite_number"]);
});

Deno.test("H-135 bounds are tested after coercion and named without a fraction", () => {
  const above = runSchema(integer({ above: 0 }), "0").issues[0];
  assertEquals([above?.type, above?.msg, above?.ctx], [
    "greater_than",
    "Input should be greater than 0",
    { gt: 0 },
  ]);
  const least = runSchema(integer({ atLeast: 1 }), false).issues[0];
  assertEquals([least?.type, least?.ctx], ["greater_than_equal", { ge: 1 }]);
  const most = runSchema(number({ atLeast: 0, atMost: 1 }), 1.01).issues[0];
  assertEquals([most?.type, most?.msg, most?.ctx], [
    "less_than_equal",
    "Input should be less than or equal to 1",
    { le: 1 },
  ]);
  assertEquals(runSchema(number({ atLeast: 0, atMost: 1 }), 0).value, 0);
  assertEquals(runSchema(number({ atLeast: 0, atMost: 1 }), 1).value, 1);
});

Deno.test("H-123 number() takes numbers, booleans and decimals as text", () => {
  const good: [unknown, number][] = [
    [0.5, 0.5],
    [true, 1],
    [" 1.5 ", 1.5],
    ["1e5", 1e5],
    [".5", 0.5],
    ["5.", 5],
    ["+.5e-3", 0.0005],
    ["1_000.5_5", 1000.55],
  ];
  for (const [input, value] of good) assertEquals(runSchema(number(), input).value, value);
  for (const input of ["", "0x1", "1e", "１", "_1", "1_"]) {
    assertEquals(runSchema(number(), input).types, ["float_parsing"]);
  }
  for (const input of [null, [], {}]) {
    assertEquals(runSchema(number(), input).types, ["float_type"]);
  }
});

Deno.test("H-075 H-123 number() refuses what is not finite, in every form", () => {
  for (const input of ["nan", "inf", "-Infinity", JSON.parse("1e400")]) {
    assertEquals(runSchema(number(), input).types, ["finite_number"]);
    assertEquals(runSchema(number({ atMost: 1 }), input).types.length, 1);
  }
});

Deno.test("H-124 boolean takes the numbers and words that count as one", () => {
  for (const input of [true, 1, 1.0, "true", "T", "YES", "y", "on", "1"]) {
    assertEquals(runSchema(boolean, input).value, true);
  }
  for (const input of [false, 0, "False", "f", "no", "N", "off", "0"]) {
    assertEquals(runSchema(boolean, input).value, false);
  }
  for (const input of [2, -1, "", " true", "1.0", "maybe"]) {
    assertEquals(runSchema(boolean, input).types, ["bool_parsing"]);
  }
  for (const input of [null, [], {}, 0.5]) {
    assertEquals(runSchema(boolean, input).types, ["bool_type"]);
  }
  assertEquals(booleanInText("oN"), true);
});

Deno.test("H-127 oneOfIntegers() takes 0 to 3 in every integer form", () => {
  const schema = oneOfIntegers([0, 1, 2, 3]);
  for (const input of [1, 1.0, "1", " 1 ", true, "1.0"]) {
    assertEquals(runSchema(schema, input).value, 1);
  }
  for (const input of [4, 1.5, "x", null, []]) {
    const [issue] = runSchema(schema, input).issues;
    assertEquals([issue?.type, issue?.msg], ["enum", "Input should be 0, 1, 2 or 3"]);
  }
});

Deno.test("H-182 cappedSize() treats what is over the cap as the cap", () => {
  assertEquals(runSchema(cappedSize(10_000), 10_001).value, 10_000);
  assertEquals(runSchema(cappedSize(10_000), 1e30).value, 10_000);
  assertEquals(runSchema(cappedSize(10_000), 7).value, 7);
  assertEquals(runSchema(cappedSize(10_000), 0).types, ["greater_than"]);
  assertEquals(runSchema(cappedSize(10_000), -1).types, ["greater_than"]);
});
