/**
 * The same rows and the same queries through several engines on the same machine: quality on a
 * labelled set, then latency over 3 × 1,000 rows, in one table.
 *
 * Usage: `deno task bench:peers` (option: a labelled set other than the development set).
 *
 * @module
 */
import { corpusOf, queriesOf } from "../corpus.ts";
import { timingOf } from "../measure.ts";
import {
  DATA_FOLDER,
  KINDS,
  type LabelledItem,
  type LabelledSet,
  readSet,
} from "../retrieval_set.ts";
import type { Engine } from "./engine.ts";
import { createFts5 } from "./fts5.ts";
import { createMiniSearch } from "./minisearch.ts";
import { createOrama } from "./orama.ts";
import { createOurs } from "./ours.ts";

const ENGINES: readonly (() => Engine)[] = [createOurs, createFts5, createMiniSearch, createOrama];

/** Queries timed an engine. */
const TIMED_QUERIES = 300;

/** Mean recall@5 by kind of query, `all` last. */
async function quality(engine: Engine, set: LabelledSet): Promise<number[]> {
  await engine.index(set.items);
  const recalls = new Map<string, number[]>();
  for (const query of set.queries) {
    const first = new Set((await engine.search(query)).slice(0, 5));
    const recall = query.relevant.filter((id) => first.has(id)).length / query.relevant.length;
    for (const kind of [query.kind, "all"]) {
      recalls.set(kind, [...recalls.get(kind) ?? [], recall]);
    }
  }
  return [...KINDS, "all"].map((kind) => {
    const values = recalls.get(kind) ?? [];
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

/** Invented rows, 1,000 of each kind, in the shape of a labelled set. */
function speedRows(): LabelledItem[] {
  const { profiles, userPlaybooks, agentPlaybooks } = corpusOf(1000);
  const text = (value: unknown) => String(value ?? "");
  return [
    ...profiles.map((row): LabelledItem => ({
      kind: "profile",
      id: text(row.profile_id),
      userId: "bench",
      fields: { content: text(row.content) },
    })),
    ...userPlaybooks.map((row, i): LabelledItem => ({
      kind: "user_playbook",
      id: i + 1,
      userId: "bench",
      fields: { trigger: text(row.trigger), content: text(row.content) },
    })),
    ...agentPlaybooks.map((row, i): LabelledItem => ({
      kind: "agent_playbook",
      id: i + 1,
      userId: null,
      fields: { trigger: text(row.trigger), content: text(row.content) },
    })),
  ];
}

/** Time of one search over 3 × 1,000 rows, in process. */
async function latency(engine: Engine): Promise<{ p50: number; p95: number }> {
  await engine.index(speedRows());
  const queries = queriesOf(TIMED_QUERIES + 30);
  const samples: number[] = [];
  for (const [i, q] of queries.entries()) {
    const startedMs = performance.now();
    await engine.search({ q, kind: "speed", relevant: [], user_id: "bench" });
    if (i >= 30) samples.push(performance.now() - startedMs);
  }
  return timingOf(samples);
}

if (import.meta.main) {
  const file = Deno.args.find((arg) => arg !== "--") ?? `${DATA_FOLDER}retrieval_dev.json`;
  const set = readSet(file);
  // deno-lint-ignore no-console
  const print = console.log;
  print(`${set.items.length} rows, ${set.queries.length} queries; recall@5 by kind; in process\n`);
  print(`| engine | ${[...KINDS, "all"].join(" | ")} | p50 ms, 3 × 1,000 rows | p95 ms |`);
  print(`|${" --- |".repeat(KINDS.length + 4)}`);
  for (const createEngine of ENGINES) {
    const recalls = (await quality(createEngine(), set)).map((value) => value.toFixed(2));
    const { p50, p95 } = await latency(createEngine());
    print(
      `| ${createEngine().name} | ${recalls.join(" | ")} | ${p50.toFixed(2)} | ${p95.toFixed(2)} |`,
    );
  }
}
