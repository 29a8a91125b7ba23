import { Buffer } from "node:buffer";
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  type ColumnFilter,
  embedText,
  type SearchDocument,
  SearchIndex,
  type SearchQuery,
} from "./mod.ts";

const SCHEMA = {
  fields: { title: 2, content: 1 },
  columns: { user_id: "keyword", status: "keyword", tags: "keywords", created_at: "number" },
  conversation: { group: "user_id", order: "created_at" },
} as const;

const WORDS =
  `invoice deploy window train coffee allergy database meeting vegan garden printer error
  refund hotel budget e4711 src/main.ts café 東京 night paid paying lamp chess river`.trim().split(
    /\s+/,
  );

/** A source of choices that repeats with its seed. */
class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  of<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error("no value to choose");
    return value;
  }

  text(words: number): string {
    return Array.from({ length: words }, () => this.of(WORDS)).join(" ");
  }
}

function someDocument(choices: Choices, id: string | number): SearchDocument {
  const content = choices.text(3 + choices.below(8));
  return {
    id,
    fields: { title: choices.text(choices.below(3)), content },
    columns: {
      user_id: choices.of(["u1", "u2", "u3"]),
      status: choices.of([null, "pending", "archived"]),
      tags: choices.of([null, ["a"], ["a", "b"]]),
      created_at: choices.below(50),
    },
    vector: choices.below(5) === 0 ? null : embedText(content),
  };
}

function someQuery(choices: Choices): SearchQuery {
  const text = choices.of([
    choices.text(1 + choices.below(4)),
    "coffe lmap",
    "river AND chess",
    "",
  ]);
  return {
    text,
    vector: choices.below(4) === 0 ? null : embedText(text || "hotel"),
    mode: choices.of(["fts", "vector", "hybrid"]),
    topK: 1 + choices.below(12),
    orderBy: "created_at",
  };
}

/** Hits with scores cut to what survives another order of summation. */
function hitsOf(index: SearchIndex, query: SearchQuery): unknown {
  return index.search(query).map(({ id, score }) => [id, score.toPrecision(10)]);
}

function indexOf(documents: Iterable<SearchDocument>): SearchIndex {
  const index = new SearchIndex(SCHEMA);
  for (const document of documents) index.upsert(document);
  return index;
}

function assertSameAnswers(a: SearchIndex, b: SearchIndex, choices: Choices, hint: string): void {
  for (let i = 0; i < 25; i++) {
    const query = someQuery(choices);
    assertEquals(hitsOf(a, query), hitsOf(b, query), `${hint}: ${query.mode} "${query.text}"`);
  }
}

/** An index, and what should be in it. */
interface Changed {
  readonly index: SearchIndex;
  readonly documents: Map<string | number, SearchDocument>;
}

/** Random upserts and removals among some ids. */
function change({ index, documents }: Changed, choices: Choices, changes: number, ids = 40): void {
  for (let i = 0; i < changes; i++) {
    const id = choices.below(2) === 0 ? choices.below(ids) : `p${choices.below(ids / 2)}`;
    if (choices.below(4) === 0) {
      assertEquals(index.remove(id), documents.delete(id));
    } else {
      const document = someDocument(choices, id);
      index.upsert(document);
      documents.set(id, document);
    }
  }
}

/** An index after random changes. */
function afterChanges(choices: Choices, changes: number, ids = 40): Changed {
  const changed = { index: new SearchIndex(SCHEMA), documents: new Map() };
  change(changed, choices, changes, ids);
  return changed;
}

Deno.test("SearchIndex answers after random changes as an index built anew", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const choices = new Choices(seed);
    const { index, documents } = afterChanges(choices, 300);
    assertEquals(index.size, documents.size);
    assertSameAnswers(index, indexOf(documents.values()), choices, `seed ${seed}`);
    index.compact();
    assertSameAnswers(index, indexOf(documents.values()), choices, `seed ${seed}, compacted`);
  }
});

Deno.test("compactInSlices() takes in what changes meanwhile", async () => {
  for (let seed = 31; seed <= 34; seed++) {
    const choices = new Choices(seed);
    const changed = afterChanges(choices, 900, 600);
    const { index, documents } = changed;
    let turns = 0;
    await index.compactInSlices(() => {
      turns++;
      change(changed, choices, 20, 600);
      assertSameAnswers(index, indexOf(documents.values()), choices, `seed ${seed}, turn ${turns}`);
      return Promise.resolve();
    });
    assertEquals(turns >= 3, true, `${turns} turns`);
    assertEquals(index.stats().tombstones < 20 * turns, true);
    assertEquals(index.size, documents.size);
    assertSameAnswers(index, indexOf(documents.values()), choices, `seed ${seed}, compacted`);
  }
});

Deno.test("compactInSlices() ends where the index is compacted, or closed, meanwhile", async () => {
  for (const end of ["compact", "close"] as const) {
    const choices = new Choices(41);
    const { index, documents } = afterChanges(choices, 900, 600);
    let turns = 0;
    await index.compactInSlices(() => {
      if (++turns === 2) index[end]();
      return Promise.resolve();
    });
    assertEquals(turns, 2);
    if (end === "compact") {
      assertSameAnswers(index, indexOf(documents.values()), choices, "compacted");
    }
  }
});

Deno.test("SearchIndex answers the same whatever the order of arrival", () => {
  for (let seed = 11; seed <= 14; seed++) {
    const choices = new Choices(seed);
    const documents = Array.from({ length: 80 }, (_, id) => someDocument(choices, id));
    const shuffled = documents
      .map((document) => ({ document, place: choices.below(1_000_000) }))
      .sort((a, b) => a.place - b.place)
      .map(({ document }) => document);
    assertSameAnswers(indexOf(documents), indexOf(shuffled), choices, `seed ${seed}`);
  }
});

function passes(document: SearchDocument, filter: ColumnFilter): boolean {
  const value = document.columns?.[filter.column] ?? null;
  if (filter.op === "eq") return value === filter.value;
  if (filter.op === "in") return filter.value.some((wanted) => wanted === value);
  if (filter.op === "gte") return typeof value === "number" && value >= filter.value;
  if (filter.op === "lte") return typeof value === "number" && value <= filter.value;
  return Array.isArray(value) && value.includes(filter.value);
}

Deno.test("search() never leaks a row that fails a filter, in 10,000 random cases", () => {
  const choices = new Choices(2024);
  const documents = new Map(
    Array.from({ length: 120 }, (_, id) => [id, someDocument(choices, id)] as const),
  );
  const index = indexOf(documents.values());
  const someFilter = (): ColumnFilter =>
    choices.of<ColumnFilter>([
      { column: "user_id", op: "eq", value: choices.of(["u1", "u2", "u3", "u4"]) },
      { column: "status", op: "eq", value: choices.of([null, "pending", "archived"]) },
      { column: "status", op: "in", value: [null, "archived"] },
      { column: "tags", op: "has", value: choices.of(["a", "b", "c"]) },
      { column: "created_at", op: "gte", value: choices.below(50) },
      { column: "created_at", op: "lte", value: choices.below(50) },
    ]);
  for (let i = 0; i < 10_000; i++) {
    const filters = [someFilter(), someFilter()];
    const allowed = [...documents].filter(([, d]) => filters.every((f) => passes(d, f)));
    const query = { ...someQuery(choices), filters };
    const hits = index.search(query);
    const allowedIds = new Set<unknown>(allowed.map(([id]) => id));
    assert(hits.every((hit) => allowedIds.has(hit.id)), JSON.stringify(filters));
    if (!query.text && !query.vector) {
      assertEquals(hits.length, Math.min(query.topK ?? 10, allowed.length));
    }
  }
});

function bytesOf(pieces: Iterable<Uint8Array>): Uint8Array {
  return new Uint8Array(Buffer.concat([...pieces]));
}

Deno.test("snapshot() is of the moment it is asked for, whatever changes while it is read", () => {
  const choices = new Choices(31);
  const { index } = afterChanges(choices, 150);
  index.compact();
  const expected = SearchIndex.restore(bytesOf(index.snapshot()), SCHEMA);
  const pieces = index.snapshot()[Symbol.iterator]();
  const read: Uint8Array[] = [];
  for (let next = pieces.next(); !next.done; next = pieces.next()) {
    read.push(next.value.slice());
    const id = choices.of([...index.ids()]);
    index.remove(id);
    index.upsert(someDocument(choices, `new ${read.length}`));
    if (read.length % 20 === 0) index.compact();
  }
  const restored = SearchIndex.restore(bytesOf(read), SCHEMA);
  assertEquals(restored.size, expected.size);
  assertSameAnswers(restored, expected, choices, "changed meanwhile");
  for (const each of [index, expected, restored]) each.close();
});

Deno.test("restore() of a snapshot answers as the index it was taken of", () => {
  for (let seed = 21; seed <= 23; seed++) {
    const choices = new Choices(seed);
    const { index } = afterChanges(choices, 200);
    const restored = SearchIndex.restore(bytesOf(index.snapshot()), SCHEMA);
    assertEquals(restored.size, index.size);
    assertSameAnswers(index, restored, choices, `seed ${seed}`);
    const added = someDocument(choices, "later");
    index.upsert(added);
    restored.upsert(added);
    assertSameAnswers(index, restored, choices, `seed ${seed}, changed`);
  }
});

Deno.test("restore() refuses other bytes, other versions, other schemas and cut snapshots", () => {
  const bytes = bytesOf(indexOf([someDocument(new Choices(5), 1)]).snapshot());
  const other = { ...SCHEMA, fields: { content: 1 } };
  assertThrows(() => SearchIndex.restore(bytes, other), TypeError, "another schema");
  assertThrows(() => SearchIndex.restore(bytes.slice(0, -16), SCHEMA), TypeError, "cut short");
  assertThrows(
    () => SearchIndex.restore(new Uint8Array(3), SCHEMA),
    TypeError,
    "no index snapshot",
  );
  const newer = bytes.slice();
  newer[4] = 99;
  assertThrows(() => SearchIndex.restore(newer, SCHEMA), TypeError, "format 99");
});

Deno.test("SearchIndex survives any text as document and as query", () => {
  const texts = [
    "x".repeat(50_000),
    "\u0301\u0301\u0301",
    "e\u0301".repeat(2_000),
    "👩‍👩‍👧‍👦🏳️‍🌈🇳🇴",
    "\ud800 lone surrogate \udfff",
    "؟ مرحبا بالعالم ؟",
    "नमस्ते दुनिया",
    "ภาษาไทยไม่มีช่องว่าง",
    "'; DROP TABLE docs; --",
    'content : "a" NEAR/3 b* ^c {d e}',
    "the and of to",
    "\u0000\u0001\n\r\t",
    "١٢٣ ４５６ Ⅳ ﬃ ½",
    "-".repeat(20_000),
    "a.".repeat(20_000),
    "𝒻𝒶𝓃𝒸𝓎 ｆｕｌｌｗｉｄｔｈ",
  ];
  const index = new SearchIndex(SCHEMA);
  for (const [id, content] of texts.entries()) {
    index.upsert({ id, fields: { content }, vector: embedText(content) });
  }
  for (const [id, text] of texts.entries()) {
    for (const mode of ["fts", "vector", "hybrid"] as const) {
      const hits = index.search({ text, vector: embedText(text), mode, topK: 20 });
      const hasWords = embedText(text).some((value) => value !== 0);
      if (hasWords) assertEquals(hits[0]?.id, id, `${mode} ${text.slice(0, 20)}`);
    }
  }
});

Deno.test("search() gives the hits that it gives with their reasons, for which all rows are looked at", () => {
  const choices = new Choices(23);
  const { fields, columns } = SCHEMA;
  for (const maxExactVectors of [10, 3_000]) {
    const index = new SearchIndex({ fields, columns }, { maxExactVectors });
    for (let id = 0; id < 300; id++) index.upsert(someDocument(choices, id));
    for (let i = 0; i < 150; i++) {
      const text = choices.text(1 + choices.below(5));
      const query = { text, vector: embedText(text), topK: choices.of([1, 3, 5]) };
      const explained = index.search({ ...query, explain: true });
      assertEquals(
        index.search(query),
        explained.map(({ id, score }) => ({ id, score })),
        text,
      );
    }
    index.close();
  }
});
