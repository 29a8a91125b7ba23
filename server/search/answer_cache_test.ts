import { assertEquals } from "@std/assert";
import { SearchIndex } from "./search_index.ts";

function indexOf(texts: Readonly<Record<string, string>>): SearchIndex {
  const index = new SearchIndex({ fields: { text: 1 }, columns: { kind: "keyword" } });
  for (const [id, text] of Object.entries(texts)) {
    index.upsert({ id, fields: { text }, columns: { kind: "a" } });
  }
  return index;
}

const idsOf = (index: SearchIndex, text: string) => index.search({ text }).map(({ id }) => id);

Deno.test("search() asked again sees what came, changed and went meanwhile", () => {
  const index = indexOf({ one: "a blue kettle", two: "a red kettle" });
  assertEquals(idsOf(index, "kettle").length, 2);
  index.upsert({ id: "three", fields: { text: "kettle" }, columns: { kind: "a" } });
  assertEquals(idsOf(index, "kettle")[0], "three");
  index.upsert({ id: "three", fields: { text: "teapot" }, columns: { kind: "a" } });
  assertEquals(idsOf(index, "kettle").includes("three"), false);
  index.remove("one");
  assertEquals(idsOf(index, "kettle"), ["two"]);
});

Deno.test("search() asked again with other filters, limits, vectors or of another index answers anew", () => {
  const index = indexOf({ one: "a blue kettle", two: "a red kettle" });
  assertEquals(idsOf(index, "kettle").length, 2);
  assertEquals(index.search({ text: "kettle", topK: 1 }).length, 1);
  const filters = [{ column: "kind", op: "eq", value: "b" }] as const;
  assertEquals(index.search({ text: "kettle", filters }), []);
  assertEquals(idsOf(indexOf({ other: "kettle" }), "kettle"), ["other"]);
  const vectors = new SearchIndex({ fields: { text: 1 }, columns: {} }, { dimensions: 2 });
  vectors.upsert({ id: "x", fields: { text: "" }, vector: [1, 0] });
  vectors.upsert({ id: "y", fields: { text: "" }, vector: [0, 1] });
  const nearest = (vector: number[]) => vectors.search({ vector, mode: "vector", topK: 1 })[0]?.id;
  assertEquals([nearest([1, 0]), nearest([0, 1]), nearest([1, 0])], ["x", "y", "x"]);
});

Deno.test("search() gives each caller a list of its own", () => {
  const index = indexOf({ one: "a blue kettle" });
  const first = index.search({ text: "kettle" });
  first.length = 0;
  assertEquals(index.search({ text: "kettle" }).length, 1);
});

Deno.test("search() answers many questions that differ in little each for itself", () => {
  const index = new SearchIndex({ fields: { text: 1 }, columns: { at: "number" } });
  for (let at = 0; at < 40; at++) {
    index.upsert({ id: at, fields: { text: "kettle" }, columns: { at } });
  }
  const countUpTo = (value: number) =>
    index.search({ text: "kettle", topK: 40, filters: [{ column: "at", op: "lte", value }] })
      .length;
  const bounds = Array.from({ length: 40 }, (_, at) => at);
  for (const _round of [1, 2]) {
    assertEquals(bounds.map(countUpTo), bounds.map((at) => at + 1));
  }
});
