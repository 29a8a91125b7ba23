import type { SearchMode } from "../../client/contract/mod.ts";
import type { ColumnFilter, SearchIndex } from "../search/mod.ts";
import type { IdOf, RowOf } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import type { Embedder } from "./embedders.ts";
import { INDEXED_KINDS, type SearchedKind } from "./index_documents.ts";
import { stageBackfill } from "./completion_jobs.ts";
import type { OrgIndex } from "./org_index.ts";

/** A query, made ready once for all kinds. */
export interface PreparedQuery {
  /** The words; empty: none. */
  readonly text: string;
  /** Its vector, null when none is wanted or to be had. */
  readonly vector: Float32Array | null;
  /** Who made the vector, and makes those of the rows. */
  readonly embedder: Embedder;
}

/** One search among rows of one kind. */
export interface FindOptions {
  /** The query. */
  readonly query: PreparedQuery;
  /** Ranking method. */
  readonly mode: SearchMode;
  /** Most rows. */
  readonly topK: number;
  /** Least similarity of a vector hit as the caller wants it, 0 to 1; null: any. */
  readonly threshold: number | null;
  /** What counts as the default of `threshold` on this route. */
  readonly defaultThreshold: number;
  /** Conditions, all applied before ranking. */
  readonly filters: readonly ColumnFilter[];
  /**
   * A catch-up that was begun before.
   * @default a new one
   */
  readonly headStart?: HeadStart | null;
}

/** Makes a query ready; a vector only where the mode asks for one. */
export async function prepareQuery(
  embedder: Embedder,
  text: string | null,
  mode: SearchMode,
): Promise<PreparedQuery> {
  const words = text?.trim() ?? "";
  const vector = words === "" || mode === "fts" ? null : await embedder.query(words);
  return { text: words, vector, embedder };
}

/**
 * Least cosine for a vector hit. A provider's cosines compare with the threshold as it is. Those of
 * the built-in vectors run lower, so there the default stands for a floor found on labelled data,
 * and other thresholds lie between 0, that floor and 1 in proportion.
 */
export function minCosine(
  threshold: number,
  options: { readonly defaultThreshold: number; readonly embeddedFloor: number },
): number {
  const { defaultThreshold, embeddedFloor } = options;
  if (threshold <= defaultThreshold) return (threshold / defaultThreshold) * embeddedFloor;
  const share = (threshold - defaultThreshold) / (1 - defaultThreshold);
  return embeddedFloor + share * (1 - embeddedFloor);
}

/** A catch-up of one kind that is under way. */
export interface HeadStart {
  /** The org's indexes. */
  readonly orgIndex: OrgIndex;
  /** The kind. */
  readonly kind: SearchedKind;
  /** The index of the kind, once it is up to date. */
  readonly index: Promise<SearchIndex>;
}

/**
 * Begins to bring a kind up to date while the caller still reads the configuration; null when the org
 * has no indexes in memory. All that was acknowledged before this call is then found.
 */
export function beginFind(
  { indexes }: ServiceDeps,
  org: string,
  kind: SearchedKind,
): HeadStart | null {
  const orgIndex = indexes.peek(org);
  if (orgIndex === null) return null;
  const index = orgIndex.of(kind);
  // Whoever finds awaits it; until then a failure waits.
  index.catch(() => {});
  return { orgIndex, kind, index };
}

/** Ids of the best rows of a kind, best first, from an index that knows every acknowledged write. */
async function findIds<K extends SearchedKind>(
  { indexes, settings, store }: ServiceDeps,
  org: string,
  kind: K,
  options: FindOptions,
): Promise<IdOf<K>[]> {
  const { query, mode, topK, threshold, defaultThreshold, filters, headStart } = options;
  const { modelName } = query.embedder;
  let orgIndex = indexes.of(org, modelName);
  const isAhead = headStart?.orgIndex === orgIndex && headStart.kind === kind;
  let index = await (isAhead ? headStart.index : orgIndex.of(kind));
  // It may have been begun anew, or dropped for another org, meanwhile.
  while (!orgIndex.holds(kind, index)) {
    orgIndex = indexes.of(org, modelName);
    index = await orgIndex.of(kind);
  }
  if (modelName !== null) await stageBackfill(store.org(org), orgIndex, kind);
  const least = threshold === null
    ? null
    : modelName === null
    ? minCosine(threshold, { defaultThreshold, embeddedFloor: settings.embeddedFloor })
    : threshold;
  const hits = index.search({
    text: query.text,
    vector: query.vector,
    mode,
    topK,
    filters,
    orderBy: INDEXED_KINDS[kind].timeColumn,
    ...least === null ? {} : { minCosine: least },
  });
  // An index holds ids of its own kind only.
  return hits.map((hit) => hit.id as IdOf<K>);
}

/** The best rows of a kind, best first, from an index that knows every acknowledged write. */
export async function find<K extends SearchedKind>(
  deps: ServiceDeps,
  org: string,
  kind: K,
  options: FindOptions,
): Promise<RowOf<K>[]> {
  const ids = await findIds(deps, org, kind, options);
  const orgStore = deps.store.org(org);
  const view = orgStore.loadedView(kind);
  if (view !== null) return await view.rows(ids);
  // An index that was saved is used without reading all rows.
  const rows = await orgStore.getMany(kind, ids);
  return rows.filter((row): row is RowOf<K> => row !== null);
}

/** What {@link find} finds, made into something that is kept beside the rows. */
export async function findItems<K extends SearchedKind, Item>(
  deps: ServiceDeps,
  org: string,
  kind: K,
  options: FindOptions & { readonly make: (row: RowOf<K>) => Item },
): Promise<Item[]> {
  const ids = await findIds(deps, org, kind, options);
  const orgStore = deps.store.org(org);
  const view = orgStore.loadedView(kind);
  return await (view === null
    ? orgStore.made(kind, ids, options.make)
    : view.made(ids, options.make));
}
