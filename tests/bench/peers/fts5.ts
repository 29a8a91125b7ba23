import { DatabaseSync } from "node:sqlite";
import { cosine, embedText } from "../../../server/search/mod.ts";
import type { LabelledItem, LabelledQuery } from "../retrieval_set.ts";
import { type Engine, isVisible, nameOf, textOf } from "./engine.ts";

/** The constant of reciprocal rank fusion. */
const RRF_K = 60;

/** Rows asked of each kind. */
const TOP_K = 10;

/** Words of a query joined by OR, the last one as a prefix; null when there is none. */
function matchExpression(query: string): string | null {
  const words = query.match(/[A-Za-z0-9_]+/g);
  return words === null ? null : `${words.join(" OR ")}*`;
}

/**
 * The method of a full-text table with a Porter tokeniser beside a brute-force vector scan, fused by
 * reciprocal ranks. The vector list looks at the newest ten pages of rows only, and a row that is
 * absent from a list counts as one past its end.
 */
export function createFts5(): Engine {
  const kinds = new Map<
    string,
    { db: DatabaseSync; rows: LabelledItem[]; vectors: Float32Array[] }
  >();
  return {
    name: "SQLite FTS5 + vectors (RRF)",
    index: (items) => {
      for (const [kind, rows] of Map.groupBy(items, (item) => item.kind)) {
        const db = new DatabaseSync(":memory:");
        db.exec("create virtual table rows using fts5(content, tokenize = 'porter unicode61')");
        const insert = db.prepare("insert into rows(rowid, content) values (?, ?)");
        db.exec("begin");
        rows.forEach((row, i) => insert.run(i + 1, textOf(row)));
        db.exec("commit");
        kinds.set(kind, { db, rows, vectors: rows.map((row) => embedText(textOf(row))) });
      }
    },
    search: (query: LabelledQuery) => {
      const vector = embedText(query.q);
      const match = matchExpression(query.q);
      const scored: { id: string; score: number }[] = [];
      for (const { db, rows, vectors } of kinds.values()) {
        const textList = match === null ? [] : db
          .prepare("select rowid from rows where rows match ? order by bm25(rows)")
          .all(match).map((row) => Number(row.rowid) - 1)
          .filter((i) => isVisible(rows[i] as LabelledItem, query)).slice(0, 5 * TOP_K);
        const vectorList = rows.map((_, i) => i)
          .filter((i) => isVisible(rows[i] as LabelledItem, query)).slice(-10 * TOP_K)
          .map((i) => ({ i, similarity: cosine(vector, vectors[i] as Float32Array) }))
          .sort((a, b) => b.similarity - a.similarity).slice(0, 5 * TOP_K).map(({ i }) => i);
        const rank = (list: readonly number[], i: number) => {
          const at = list.indexOf(i);
          return (at < 0 ? list.length : at) + 1;
        };
        for (const i of new Set([...textList, ...vectorList])) {
          const score = 1 / (RRF_K + rank(textList, i)) + 1 / (RRF_K + rank(vectorList, i));
          scored.push({ id: nameOf(rows[i] as LabelledItem), score });
        }
      }
      return scored.sort((a, b) => b.score - a.score).slice(0, TOP_K).map(({ id }) => id);
    },
  };
}
