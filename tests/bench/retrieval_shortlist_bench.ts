/**
 * What a large index loses by computing the cosines of the likeliest rows only: the share of the hits
 * of an exact search that it finds too, by kind of query.
 *
 * `deno run -A tests/bench/retrieval_shortlist_bench.ts [ROWS] [FILE]` (default: 60,000 rows made from
 * those of the development set by exchanging five words each).
 *
 * @module
 */
import { embedText, SearchIndex } from "../../server/search/mod.ts";
import { seeded } from "./measure.ts";
import { DATA_FOLDER, type LabelledSet, readSet } from "./retrieval_set.ts";

/** Words exchanged in each row. */
const EXCHANGED = 5;

/** Rows like those of a set. */
function textsLike(set: LabelledSet, count: number): string[] {
  const random = seeded(5);
  const texts = set.items.map(({ fields }) => Object.values(fields).join(" "));
  const words = texts.join(" ").split(/\s+/);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const text = of(texts).split(" ");
    for (let i = 0; i < EXCHANGED; i++) text[Math.floor(random() * text.length)] = of(words);
    return text.join(" ");
  });
}

if (import.meta.main) {
  const rows = Number(Deno.args[0] ?? 60_000);
  const set = readSet(Deno.args[1] ?? `${DATA_FOLDER}retrieval_dev.json`);
  const schema = { fields: { content: 1 }, columns: {} };
  const fast = new SearchIndex(schema);
  const exact = new SearchIndex(schema, { maxExactVectors: Infinity });
  for (const [id, content] of textsLike(set, rows).entries()) {
    const document = { id, fields: { content }, vector: embedText(content) };
    fast.upsert(document);
    exact.upsert(document);
  }
  const shares = new Map<string, number[]>();
  for (const { q: text, kind } of set.queries) {
    const query = { text, vector: embedText(text), topK: 10 };
    const found = new Set(fast.search(query).map(({ id }) => id));
    const wanted = exact.search(query);
    const share = wanted.filter(({ id }) => found.has(id)).length / Math.max(1, wanted.length);
    for (const name of [kind, "all"]) shares.set(name, [...shares.get(name) ?? [], share]);
  }
  // deno-lint-ignore no-console
  const print = console.log;
  print(`${rows} rows: share of the ten hits of an exact search`);
  for (const [kind, values] of shares) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    print(`${kind.padEnd(12)} ${mean.toFixed(3)}`);
  }
}
