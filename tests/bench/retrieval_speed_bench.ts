/**
 * How fast the search library is by itself: hybrid searches over three indexes, adding, memory.
 *
 * `deno run -A tests/bench/retrieval_speed_bench.ts [ROWS...]` (default: 1000 10000 100000, each
 * times three indexes).
 *
 * @module
 */
import { embedText, SearchIndex } from "../../server/search/mod.ts";
import { DATA_FOLDER, readSet } from "./retrieval_set.ts";

const SEED = 42;
const QUERIES = 300;

/** Words of the development set, commonest first, then invented ones, for a vocabulary of any size. */
function vocabulary(): string[] {
  const counts = new Map<string, number>();
  for (const { fields } of readSet(`${DATA_FOLDER}retrieval_dev.json`).items) {
    for (const word of Object.values(fields).join(" ").toLowerCase().match(/[a-z]+/g) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const random = randomOf(SEED);
  const syllable = () => {
    const of = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
    return of("bcdfghjklmnprstvwz") + of("aeiou") + of("lmnrst ").trim();
  };
  const word = () => Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join("");
  return [...known, ...Array.from({ length: 20_000 }, word)];
}

/** Numbers in [0, 1), the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Texts whose words are distributed as in language: the n-th word with probability about 1/n. */
function textsOf(random: () => number): (words: number) => string {
  const words = vocabulary();
  const scale = Math.log(words.length);
  const pick = () => words[Math.floor(Math.exp(random() * scale)) - 1] ?? "";
  return (count) => Array.from({ length: count }, pick).join(" ");
}

function percentile(samples: readonly number[], share: number): string {
  const sorted = [...samples].sort((a, b) => a - b);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(3);
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Five words of a text; every tenth query has a misspelt one. */
function queryOf(content: string, number: number): string {
  const words = content.split(" ").filter((_, place) => place % 3 === 0).slice(0, 5);
  if (number % 10 === 0) words[0] = `${words[0]?.slice(1)}q`;
  return words.join(" ");
}

function measure(rows: number): string {
  const makeText = textsOf(randomOf(SEED));
  const schema = {
    fields: { trigger: 1, content: 1, rationale: 0.5 },
    columns: { user_id: "keyword", status: "keyword", created_at: "number" },
  } as const;
  const indexes = [0, 1, 2].map(() => new SearchIndex(schema));
  const adds: number[] = [];
  const contents: string[] = [];
  for (let i = 0; i < rows; i++) {
    for (const index of indexes) {
      const fields = { trigger: makeText(6), content: makeText(16), rationale: makeText(8) };
      const vector = embedText(fields.content);
      contents.push(fields.content);
      const columns = { user_id: `u${i % 10}`, created_at: i };
      adds.push(timed(() => index.upsert({ id: i, fields, columns, vector })));
    }
  }
  const searches: number[] = [];
  const random = randomOf(SEED + 1);
  for (let i = 0; i < QUERIES + 50; i++) {
    const text = queryOf(contents[Math.floor(random() * contents.length)] ?? "", i);
    const vector = embedText(text);
    const elapsed = timed(() => {
      for (const index of indexes) {
        index.search({ text, vector, filters: [{ column: "status", op: "eq", value: null }] });
      }
    });
    if (i >= 50) searches.push(elapsed);
  }
  const memory = indexes.reduce((sum, index) => sum + index.stats().memoryBytes, 0);
  for (const index of indexes) index.close();
  const rssMb = (Deno.memoryUsage().rss / 2 ** 20).toFixed(0);
  return `3 x ${rows}: search p50 ${percentile(searches, 0.5)} ms, p95 ${
    percentile(searches, 0.95)
  } ms; add p50 ${percentile(adds.map((ms) => ms * 1000), 0.5)} us, p99 ${
    percentile(adds.map((ms) => ms * 1000), 0.99)
  } us; indexes ${(memory / 2 ** 20).toFixed(0)} MiB, process ${rssMb} MiB`;
}

if (import.meta.main) {
  const sizes = Deno.args.length > 0 ? Deno.args.map(Number) : [1_000, 10_000, 100_000];
  for (const size of sizes) {
    Deno.stdout.writeSync(new TextEncoder().encode(`${measure(size)}\n`));
  }
}
