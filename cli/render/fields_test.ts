import { assertEquals, assertThrows } from "@std/assert";
import { applyPath, dropNulls, fillTemplate, selectFields, valueAt } from "./fields.ts";

const DATA = { ok: true, data: [{ id: 1, tags: ["a", null] }, { id: 2 }], meta: { count: 2 } };

Deno.test("applyPath() follows names, places, spreads, length and keys", () => {
  assertEquals(applyPath(DATA, ".data[].id"), [1, 2]);
  assertEquals(applyPath(DATA, ".data[0].tags[0]"), ["a"]);
  assertEquals(applyPath(DATA, ".data | length"), [2]);
  assertEquals(applyPath(DATA, ".meta | keys"), [["count"]]);
  assertEquals(applyPath(DATA, "."), [DATA]);
  assertEquals(applyPath(DATA, ".absent.deeper"), [null]);
});

Deno.test("applyPath() refuses what is outside its subset", () => {
  for (const path of [".data[] | select(.id > 1)", "map(.id)", ".a + .b"]) {
    assertThrows(() => applyPath(DATA, path));
  }
});

Deno.test("dropNulls() takes keys away and leaves lists as long as they are", () => {
  assertEquals(dropNulls({ a: null, b: [null, { c: undefined, d: 0 }] }), { b: [null, { d: 0 }] });
});

Deno.test("selectFields() knows the id of every kind and gives null for absent fields", () => {
  assertEquals(selectFields([{ profile_id: "p", content: "x" }], ["id", "odd"]), [{
    id: "p",
    odd: null,
  }]);
  assertEquals(valueAt({ a: [{ b: 3 }] }, "a.0.b"), 3);
});

Deno.test("fillTemplate() fills places and understands line breaks", () => {
  assertEquals(
    fillTemplate("{id}\\t{a.b}{none}", { profile_id: "p", a: { b: { c: 1 } } }),
    'p\t{"c":1}',
  );
});
