import type { Complete, Config } from "../../client/contract/mod.ts";
import type { Known } from "../learn/learner.ts";
import { EXPLAIN } from "../learn/records.ts";
import type { ItemScope, SimilarSearch } from "../learn/run.ts";
import type { ColumnFilter } from "../search/mod.ts";
import type { IdOf, OrgStore, RowOf } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { find, prepareQuery } from "./find.ts";

/** Threshold at which the built-in vectors have their floor. */
const DEFAULT_THRESHOLD = 0.4;

/** Rows of a kind that may say the same as a text, with their records. */
async function findKnown<K extends "profile" | "user_playbook">(
  deps: ServiceDeps,
  org: OrgStore,
  kind: K,
  options: {
    readonly config: Complete<Config>;
    readonly text: string;
    readonly topK: number;
    readonly threshold: number;
    readonly filters: readonly ColumnFilter[];
    readonly idOf: (row: RowOf<K>) => IdOf<K>;
  },
): Promise<Known<RowOf<K>>[]> {
  const { config, text, topK, threshold, filters, idOf } = options;
  const rows = await find(deps, org.name, kind, {
    query: await prepareQuery(deps.embedders.of(config), text, "hybrid"),
    mode: "hybrid",
    topK,
    threshold,
    defaultThreshold: DEFAULT_THRESHOLD,
    filters,
  });
  const explains = await org.readMany(EXPLAIN, rows.map((row) => [kind, idOf(row)]));
  return rows.map((row, n) => ({ row, explain: explains[n] ?? null }));
}

/** Conditions of an item scope that both kinds share. */
function scopeFilters({ userId, status }: ItemScope): ColumnFilter[] {
  return [
    { column: "user_id", op: "eq", value: userId },
    { column: "status", op: "eq", value: status },
  ];
}

/** Search among stored items with the org's own vectors. */
export function similarSearch(deps: ServiceDeps, config: Complete<Config>): SimilarSearch {
  return {
    profiles: (org, scope) => (text, { topK, threshold }) =>
      findKnown(deps, org, "profile", {
        config,
        text,
        topK,
        threshold,
        filters: [
          ...scopeFilters(scope),
          { column: "expiration_timestamp", op: "gte", value: Math.floor(deps.nowMs() / 1_000) },
        ],
        idOf: (row) => row.profile_id,
      }),
    userPlaybooks: (org, scope) => (text, { topK, threshold }) =>
      findKnown(deps, org, "user_playbook", {
        config,
        text,
        topK,
        threshold,
        filters: [
          ...scopeFilters(scope),
          { column: "agent_version", op: "eq", value: scope.agentVersion },
        ],
        idOf: (row) => row.user_playbook_id,
      }),
  };
}
