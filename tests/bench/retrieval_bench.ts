/**
 * How well searches find what they should: recall@1, recall@5 and MRR@10 by kind of query, with the
 * features of the engine added one by one.
 *
 * `deno run -A tests/bench/retrieval_bench.ts [FILE] [--noise=1000]` (default: the development set).
 *
 * @module
 */
import {
  compareIds,
  embedText,
  type RankingOptions,
  type SearchDocument,
  SearchIndex,
  type SearchQuery,
} from "../../server/search/mod.ts";
import {
  DATA_FOLDER,
  KINDS,
  type LabelledQuery,
  type LabelledSet,
  readSet,
} from "./retrieval_set.ts";

/** A way of searching that the table has a row for. */
export interface Variant {
  /** Name of the row. */
  readonly name: string;
  /** What the query has besides its text and filters. */
  readonly query: Partial<SearchQuery>;
  /** Weights of the ranking that differ from the default. */
  readonly ranking?: Partial<RankingOptions>;
}

const PLAIN = { coverage: 1, closeness: 0, duplicate: 1, common: 0 };

/** Rows of the ablation table, each with more than the one before; the last is the default. */
export const VARIANTS: readonly Variant[] = [
  { name: "stems, BM25F", query: { mode: "fts", mendSpelling: false }, ranking: PLAIN },
  { name: "+ spelling and prefixes", query: { mode: "fts" }, ranking: PLAIN },
  { name: "(vectors alone)", query: { mode: "vector" } },
  {
    name: "+ vectors",
    query: { mode: "hybrid", expandMeaning: false },
    ranking: { ...PLAIN, vector: 1 },
  },
  {
    name: "+ coverage power 1.5",
    query: { expandMeaning: false },
    ranking: { ...PLAIN, coverage: 1.5 },
  },
  { name: "+ words near in meaning", query: {}, ranking: { ...PLAIN, coverage: 1.5 } },
  { name: "+ closeness, duplicates", query: {}, ranking: { common: 0 } },
  { name: "+ less what all rows share", query: {} },
];

/** Sums of one kind of query. */
export interface Tally {
  /** Queries counted. */
  count: number;
  /** Sum of recall@1. */
  recall1: number;
  /** Sum of recall@5. */
  recall5: number;
  /** Sum of MRR@10. */
  reciprocalRank: number;
}

/** The three indexes of a set. */
export type Indexes = Readonly<Record<string, SearchIndex>>;

/** Indexes all items of a set. */
export function indexSet(set: LabelledSet, variant?: Variant): Indexes {
  const columns = { user_id: "keyword" } as const;
  const playbookFields = { trigger: 1, content: 1, rationale: 0.5 };
  const options = { ranking: variant?.ranking ?? {} };
  const indexes = {
    profile: new SearchIndex({ fields: { content: 1 }, columns }, options),
    user_playbook: new SearchIndex({ fields: playbookFields, columns }, options),
    agent_playbook: new SearchIndex({ fields: playbookFields, columns }, options),
  };
  for (const { kind, id, userId, fields } of set.items) {
    const vector = embedText(Object.values(fields).join("\n"));
    const document: SearchDocument = { id, fields, columns: { user_id: userId }, vector };
    indexes[kind].upsert(document);
  }
  return indexes;
}

/** The ten best of all three kinds in one list. */
export function searchAll(indexes: Indexes, query: LabelledQuery, variant: Variant): string[] {
  const vector = embedText(query.q);
  const hits = Object.entries(indexes).flatMap(([kind, index]) => {
    const isOwned = query.user_id !== undefined && kind !== "agent_playbook";
    const filters = isOwned
      ? [{ column: "user_id", op: "eq" as const, value: query.user_id ?? null }]
      : [];
    const wanted = { ...variant.query, text: query.q, vector, filters, topK: 10 };
    return index.search(wanted).map((hit) => ({ ...hit, id: `${kind}:${hit.id}` }));
  });
  hits.sort((a, b) => b.score - a.score || compareIds(a.id, b.id));
  return hits.slice(0, 10).map((hit) => hit.id);
}

/** Scores all queries of a set, by kind; "all" sums them up. */
export function score(indexes: Indexes, set: LabelledSet, variant: Variant): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const query of set.queries) {
    const found = searchAll(indexes, query, variant);
    const relevant = new Set(query.relevant);
    const within = (cut: number) => found.slice(0, cut).filter((id) => relevant.has(id)).length;
    const first = found.findIndex((id) => relevant.has(id));
    for (const kind of [query.kind, "all"]) {
      const tally = tallies.get(kind) ?? { count: 0, recall1: 0, recall5: 0, reciprocalRank: 0 };
      tallies.set(kind, tally);
      tally.count++;
      tally.recall1 += within(1) / relevant.size;
      tally.recall5 += within(5) / relevant.size;
      tally.reciprocalRank += first < 0 ? 0 : 1 / (first + 1);
    }
  }
  return tallies;
}

/** One row: recall@1 / recall@5 / MRR by kind. */
export function formatRow(name: string, tallies: ReadonlyMap<string, Tally>): string {
  const cells = [...KINDS, "all"].map((kind) => {
    const tally = tallies.get(kind);
    if (!tally) return "-";
    return [tally.recall1, tally.recall5, tally.reciprocalRank]
      .map((sum) => (sum / tally.count).toFixed(2)).join("/");
  });
  return `| ${[name.padEnd(28), ...cells.map((cell) => cell.padEnd(14))].join(" | ")} |`;
}

if (import.meta.main) {
  const file = Deno.args.find((arg) => !arg.startsWith("--")) ?? `${DATA_FOLDER}retrieval_dev.json`;
  const noise = Number(Deno.args.find((arg) => arg.startsWith("--noise="))?.slice(8) ?? 0);
  const set = readSet(file, noise);
  const print = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
  print(`${file.split("/").at(-1)}: ${set.items.length} items, ${set.queries.length} queries`);
  print(`recall@1/recall@5/MRR@10 by kind`);
  print(`| ${["".padEnd(28), ...[...KINDS, "all"].map((kind) => kind.padEnd(14))].join(" | ")} |`);
  for (const variant of VARIANTS) {
    print(formatRow(variant.name, score(indexSet(set, variant), set, variant)));
  }
}
