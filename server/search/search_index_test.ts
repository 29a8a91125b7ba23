import { assert, assertEquals, assertThrows } from "@std/assert";
import { embedText, SearchIndex, type SearchQuery } from "./mod.ts";

const SCHEMA = {
  fields: { trigger: 1, content: 1 },
  columns: {
    user_id: "keyword",
    agent_version: "keyword",
    status: "keyword",
    source: "keyword",
    extractor_names: "keywords",
    custom_features: "keyword",
    created_at: "number",
  },
} as const;

/** An index of texts whose ids are their places from 1. */
function indexOf(texts: readonly string[], withVectors = false): SearchIndex {
  const index = new SearchIndex(SCHEMA);
  for (const [i, content] of texts.entries()) {
    const vector = withVectors ? embedText(content) : null;
    index.upsert({ id: i + 1, fields: { content }, columns: { created_at: i }, vector });
  }
  return index;
}

const ids = (index: SearchIndex, query: SearchQuery) => index.search(query).map((hit) => hit.id);

function hybrid(text: string): SearchQuery {
  return { text, vector: embedText(text), mode: "hybrid" };
}

/** A unit vector along one dimension, leaning a little to another. */
function along(dimension: number, lean = 0): Float32Array {
  const vector = new Float32Array(512);
  vector[dimension] = 1;
  vector[dimension + 1] = lean;
  return vector;
}

Deno.test("R-025 search() obeys OR, AND and NOT in capitals", () => {
  const index = indexOf(["red apple", "green apple", "green pear", "blue plum"]);
  assertEquals(ids(index, { text: "apple AND green" }), [2]);
  assertEquals(ids(index, { text: "plum OR pear" }).sort(), [3, 4]);
  assertEquals(ids(index, { text: "apple NOT green" }), [1]);
  assertEquals(ids(index, { text: "red apple OR plum" }).sort(), [1, 4]);
  assertEquals(ids(index, { text: "NOT apple" }), [1, 2].reverse());
});

Deno.test("R-026 search() takes the last word for the start of one", () => {
  const index = indexOf(["asks for a refund", "asks for a receipt"]);
  assertEquals(ids(index, { text: "refun" }), [1]);
});

Deno.test("R-027 search() matches nothing for punctuation and raises nothing for odd syntax", () => {
  const index = indexOf(["plain words"]);
  for (const text of ["?!", "()", "\"'", "* * *", "---"]) assertEquals(ids(index, { text }), []);
  const odd = [
    "words' OR 1=1; --",
    'content:"plain"',
    "NEAR(plain words, 2)",
    "plain*",
    "^plain",
    "{a}",
  ];
  for (const text of odd) index.search({ text });
  assertEquals(ids(index, { text: 'content:"plain"' }), [1]);
  assertEquals(ids(index, { text: "(plain" }), [1]);
});

Deno.test("R-028 search() finds 'logging errors' by 'logged error'", () => {
  assertEquals(ids(indexOf(["about logging errors", "nothing"]), { text: "logged error" }), [1]);
});

Deno.test("R-029 search() returns rows that match any of the words, the best first", () => {
  const index = indexOf(["tea", "coffee", "tea and coffee", "water"]);
  assertEquals(ids(index, { text: "tea coffee" })[0], 3);
  assertEquals(ids(index, { text: "tea coffee" }).sort(), [1, 2, 3]);
});

Deno.test("R-030 search() obeys equality filters", () => {
  const index = new SearchIndex(SCHEMA);
  for (
    const [id, user_id, agent_version] of [[1, "a", "v1"], [2, "b", "v1"], [3, "a", "v2"]] as const
  ) {
    index.upsert({ id, fields: { content: "same words" }, columns: { user_id, agent_version } });
  }
  const filters = [
    { column: "user_id", op: "eq", value: "a" },
    { column: "agent_version", op: "eq", value: "v1" },
  ] as const;
  assertEquals(ids(index, { text: "words", filters }), [1]);
  assertEquals(ids(index, { text: "words", filters: filters.slice(1) }).sort(), [1, 2]);
});

Deno.test("R-031 search() finds words that occur in one field only", () => {
  const index = new SearchIndex(SCHEMA);
  index.upsert({ id: 1, fields: { trigger: "customer shouts", content: "stay calm" } });
  assertEquals(ids(index, { text: "shouting" }), [1]);
});

Deno.test("R-032 search() without text and vector lists the newest within the filters", () => {
  const index = indexOf(["a", "b", "c", "d"]);
  const filters = [
    { column: "created_at", op: "gte", value: 1 },
    { column: "created_at", op: "lte", value: 2 },
  ] as const;
  assertEquals(ids(index, { orderBy: "created_at" }), [4, 3, 2, 1]);
  assertEquals(ids(index, { orderBy: "created_at", filters }), [3, 2]);
  assertEquals(ids(index, { orderBy: "created_at", topK: 1 }), [4]);
});

Deno.test("R-034 search() answers as fts without a vector, and fts ignores a vector", () => {
  const index = indexOf(["alpha beta", "gamma delta"], true);
  for (const mode of ["hybrid", "vector"] as const) {
    assertEquals(ids(index, { text: "gamma", mode, vector: null }), [2]);
  }
  assertEquals(ids(index, { text: "gamma", mode: "fts", vector: embedText("alpha") }), [2]);
});

Deno.test("R-036 vector mode ranks by meaning only", () => {
  const index = new SearchIndex(SCHEMA);
  index.upsert({ id: "words", fields: { content: "database password" }, vector: along(0) });
  index.upsert({ id: "near", fields: { content: "unrelated" }, vector: along(8) });
  const query = { text: "database password", vector: along(8, 0.1), mode: "vector" } as const;
  assertEquals(ids(index, query), ["near", "words"]);
});

Deno.test("R-037 a search by vector alone considers the oldest rows too", () => {
  const index = new SearchIndex(SCHEMA);
  for (let i = 0; i < 6; i++) {
    index.upsert({ id: i, fields: {}, columns: { created_at: i }, vector: along(10 * i) });
  }
  assertEquals(ids(index, { vector: along(0, 0.2), topK: 1 }), [0]);
});

Deno.test("R-038 R-039 hybrid shows rows by vector, rows by words, and rows without a vector", () => {
  const index = new SearchIndex(SCHEMA);
  index.upsert({ id: "by vector", fields: { content: "sunshine" }, vector: along(4) });
  index.upsert({ id: "by words", fields: { content: "zeppelin" }, vector: along(40) });
  index.upsert({ id: "no vector", fields: { content: "zeppelin hangar" } });
  const found = ids(index, { text: "zeppelin", vector: along(4, 0.1), mode: "hybrid" });
  assertEquals([...found].sort(), ["by vector", "by words", "no vector"]);
});

Deno.test("R-040 fusion lets a row in both lists win, a huge vector weight decide, the cut hold", () => {
  const index = new SearchIndex(SCHEMA);
  index.upsert({ id: "both", fields: { content: "zeppelin" }, vector: along(4, 0.5) });
  index.upsert({ id: "words", fields: { content: "zeppelin" }, vector: along(40) });
  index.upsert({ id: "vector", fields: { content: "sunshine" }, vector: along(4) });
  const query = { text: "zeppelin", vector: along(4), mode: "hybrid" } as const;
  assertEquals(ids(index, query)[0], "both");
  assertEquals(ids(index, { ...query, weights: { vector: 1e6 } })[0], "vector");
  assertEquals(ids(index, { ...query, weights: { vector: 0 } }).slice(0, 2).sort(), [
    "both",
    "words",
  ]);
  assertEquals(ids(index, { ...query, topK: 2 }).length, 2);
  assertEquals(ids(new SearchIndex(SCHEMA), query), []);
});

Deno.test("R-102 a semantic match older than ten times k rows is found in hybrid mode", () => {
  const filler = Array.from({ length: 300 }, (_, i) => `invoice ${i} was archived in folder ${i}`);
  const index = indexOf(["Is allergic to shellfish.", ...filler], true);
  const found = ids(index, { ...hybrid("unwell after eating prawns"), topK: 5 });
  assert(found.includes(1));
});

Deno.test("R-103 an edited document is found by its new words only, by text and by vector", () => {
  const index = indexOf(["keep the giraffe happy", "pay the invoice"], true);
  const content = "keep the penguin happy";
  index.upsert({ id: 1, fields: { content }, vector: embedText(content) });
  assertEquals(ids(index, { text: "giraffe", mode: "fts" }), []);
  assertEquals(ids(index, { text: "penguin", mode: "fts" }), [1]);
  const [best] = index.search({ vector: embedText("penguin"), mode: "vector" });
  assertEquals(best?.id, 1);
});

Deno.test("R-105 search() filters before the cut, whatever the kind of filter", () => {
  const index = new SearchIndex(SCHEMA);
  for (let id = 0; id < 60; id++) {
    const columns = {
      source: id === 3 ? "Web" : "app",
      extractor_names: id === 3 ? ["one", "two"] : ["one"],
      custom_features: id === 3 ? '{"Tier":"Gold"}' : null,
      created_at: id,
    };
    index.upsert({ id, fields: { content: "same text for all" }, columns });
  }
  const query = { text: "text", topK: 1 };
  const only = (filter: NonNullable<SearchQuery["filters"]>[number]) =>
    ids(index, { ...query, filters: [filter] });
  assertEquals(only({ column: "source", op: "eqFold", value: "WEB" }), [3]);
  assertEquals(only({ column: "extractor_names", op: "has", value: "two" }), [3]);
  assertEquals(only({ column: "custom_features", op: "containsFold", value: "gold" }), [3]);
  assertEquals(only({ column: "source", op: "in", value: ["Web", null] }), [3]);
  assertEquals(only({ column: "status", op: "eq", value: "archived" }), []);
  assertEquals(only({ column: "status", op: "in", value: [] }), []);
  assertEquals(only({ column: "custom_features", op: "eq", value: null }), [59]);
});

Deno.test("R-111 search() finds documents in other scripts and with accents", () => {
  const index = indexOf([
    "我喜欢吃苹果",
    "Il préfère un café",
    "أحب القهوة",
    "मुझे चाय पसंद है",
    "Ökonomie",
  ]);
  const cases: readonly (readonly [string, number])[] = [
    ["苹果", 1],
    ["cafe", 2],
    ["café", 2],
    ["القهوة", 3],
    ["चाय", 4],
    ["okonomie", 5],
  ];
  for (const [text, id] of cases) assertEquals(ids(index, { text }), [id], text);
});

Deno.test("R-112 minCosine keeps far rows out of the vector list and rows with the words in", () => {
  const index = new SearchIndex(SCHEMA);
  index.upsert({ id: "near", fields: { content: "sunshine" }, vector: along(4, 0.1) });
  index.upsert({ id: "far", fields: { content: "moonlight" }, vector: along(40) });
  index.upsert({ id: "words", fields: { content: "zeppelin" }, vector: along(60) });
  const query = { text: "zeppelin", vector: along(4), minCosine: 0.5 } as const;
  assertEquals([...ids(index, query)].sort(), ["near", "words"]);
  assertEquals(ids(index, { ...query, mode: "vector" }), ["near"]);
});

Deno.test("R-115 the only row with a rare word stays in the top 3 however many newer rows", () => {
  const about = "the deployment of the service failed with a timeout error in production";
  const rows = Array.from({ length: 3_000 }, (_, i) => `${about} on day ${i}`);
  const index = indexOf(["E4711: the disk quota of the build agent is used up", ...rows], true);
  const found = ids(index, { ...hybrid("why did the deployment fail with E4711"), topK: 3 });
  assert(found.includes(1));
});

Deno.test("search() mends spelling, and explains its hits", () => {
  const index = indexOf(["prefers a window seat", "prefers an aisle seat"], true);
  const [best] = index.search({ ...hybrid("widnow seet"), explain: true });
  assertEquals(best?.id, 1);
  const why = best?.explanation;
  assertEquals([why?.textRank, why?.vectorRank], [1, 1]);
  assertEquals(why?.matchedTerms, ["widnow", "seet"]);
  assert((why?.bm25 ?? 0) > 0 && (why?.cosine ?? 0) > 0);
});

Deno.test("search() prefers words together and in the form typed, and lowers repeats", () => {
  const order = indexOf(["big data and a red river", "red data near a big river"]);
  assertEquals(ids(order, { text: "red river" }), [1, 2]);
  const form = indexOf(["tests the tester", "testing tests"]);
  assertEquals(ids(form, { text: "testing" })[0], 2);
  const repeats = indexOf([
    "pay rent on Monday",
    "pay rent on Monday",
    "pay rent by card every month",
  ]);
  assertEquals(ids(repeats, { text: "pay rent" }).slice(0, 2), [2, 3]);
});

Deno.test("search() lets a turn profit from the turn beside it", () => {
  const schema = {
    fields: { content: 1 },
    columns: { session: "keyword", created_at: "number" },
    conversation: { group: "session", order: "created_at" },
  } as const;
  const index = new SearchIndex(schema);
  const add = (id: number, session: string, content: string) =>
    index.upsert({
      id,
      fields: { content },
      columns: { session, created_at: id },
      vector: embedText(content),
    });
  add(1, "a", "What did you paint last weekend?");
  add(2, "a", "A lake at sunrise, in oil.");
  add(3, "b", "The river was cold.");
  add(4, "b", "A hill at dusk, in wool.");
  const found = ids(index, { ...hybrid("what was painted last weekend"), topK: 2 });
  assertEquals(found, [1, 2]);
});

Deno.test("SearchIndex refuses what does not fit and changes nothing then", () => {
  const index = indexOf(["kept"], true);
  assertThrows(() => index.upsert({ id: 1, fields: {}, vector: [1, 2] }), RangeError);
  assertThrows(() => index.upsert({ id: 1, fields: {}, columns: { nope: 1 } }), TypeError);
  assertThrows(() => index.upsert({ id: 1, fields: {}, columns: { created_at: "x" } }), TypeError);
  assertThrows(() => index.search({ text: "a", topK: 0 }), RangeError);
  assertThrows(() => index.search({ text: "a", vector: [1] }), RangeError);
  assertThrows(() => index.search({ orderBy: "status" }), TypeError);
  const unknown = [{ column: "nope", op: "eq", value: 1 }] as const;
  assertThrows(() => index.search({ filters: unknown }), TypeError);
  const wrong = [{ column: "status", op: "gte", value: 1 }] as const;
  assertThrows(() => index.search({ filters: wrong }), TypeError);
  assertThrows(() => new SearchIndex({ fields: {}, columns: {} }), RangeError);
  assertEquals(ids(index, { text: "kept" }), [1]);
});

Deno.test("stats() and compact() follow upserts and removals", () => {
  const index = indexOf(["one two", "two three", "three four"], true);
  assertEquals(index.remove(2), true);
  assertEquals(index.remove(2), false);
  const before = index.stats();
  assertEquals([before.documents, before.vectors, before.terms, before.tombstones], [2, 2, 4, 1]);
  index.compact();
  assertEquals(index.stats().tombstones, 0);
  assertEquals(ids(index, { text: "two" }), [1]);
  assertEquals([...index.ids()].sort(), [1, 3]);
  assert(index.stats().memoryBytes > 0);
});
