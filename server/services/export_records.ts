import type { RecordSets } from "../../client/contract/types/records.ts";
import { BOOKMARK } from "../learn/records.ts";
import type { IdOf, ListedKind, OrgStore, RowOf } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { invalid, queryInteger, queryText } from "./extension_input.ts";
import type { ExtensionCall } from "./handlers.ts";
import { readConfig } from "./org_config.ts";

/** Records of a page where the caller does not say. */
const DEFAULT_LIMIT = 500;

/** Most records of a page. */
const MAX_LIMIT = 1_000;

/** Kinds of records with the list that holds them, in the order in which they are best stored. */
export const RECORD_LISTS = {
  config: "config",
  request: "requests",
  interaction: "interactions",
  profile: "profiles",
  user_playbook: "user_playbooks",
  agent_playbook: "agent_playbooks",
  evaluation: "evaluations",
  profile_change_log: "profile_change_logs",
  aggregation_change_log: "aggregation_change_logs",
  bookmark: "bookmarks",
} as const satisfies Readonly<Record<ListedKind | "config" | "bookmark", keyof RecordSets>>;

/** Which page is wanted. */
interface PageWish {
  /** Id of the last record of the page before, null for the first page. */
  readonly after: string | null;
  /** Most records. */
  readonly limit: number;
  /** Only records of this user, null: of all. */
  readonly user: string | null;
}

/** Ids of a kind in order, as of a position of the log. */
interface SortedIds {
  readonly kind: ListedKind;
  readonly user: string | null;
  readonly position: string;
  readonly ids: readonly (string | number)[];
}

/** The kind last listed, an org: pages of one kind follow each other. */
const lastSorted = new WeakMap<OrgStore, SortedIds>();

/** Ids of a kind by rising id. */
async function sortedIds<K extends ListedKind>(
  org: OrgStore,
  kind: K,
  user: string | null,
): Promise<readonly IdOf<K>[]> {
  const view = await org.view(kind);
  const { position } = org;
  const known = lastSorted.get(org);
  const isKnown = known?.kind === kind && known.user === user && known.position === position;
  // What was kept under a kind are ids of the kind.
  if (isKnown) return known.ids as IdOf<K>[];
  const wanted = user === null ? view.ids() : view.idsOfUser(user);
  const ids = kind === "interaction" ? await orphanTurns(org, user) : wanted;
  const sorted = [...ids].sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
  lastSorted.set(org, { kind, user, position, ids: sorted });
  return sorted as IdOf<K>[];
}

/** Turns whose request is gone; the others go with their request. */
async function orphanTurns(org: OrgStore, user: string | null): Promise<number[]> {
  const requests = await org.view("request");
  const turns = await org.view("interaction");
  return turns.select({
    ...user === null ? {} : { user },
    where: ({ request_id }) => requests.meta(request_id) === undefined,
  });
}

/** Place of the first id after another one. */
function placeAfter(ids: readonly (string | number)[], after: string): number {
  const last = typeof ids[0] === "number" ? Number(after) : after;
  if (Number.isNaN(last)) throw invalid("after", "must be the number that the last page gave");
  let from = 0;
  for (let end = ids.length; from < end;) {
    const middle = (from + end) >> 1;
    const id = ids[middle];
    if (id !== undefined && id > last) end = middle;
    else from = middle + 1;
  }
  return from;
}

/** A page of ids, and where the next one begins. */
async function pageOf<K extends ListedKind>(org: OrgStore, kind: K, wish: PageWish) {
  const ids = await sortedIds(org, kind, wish.user);
  const from = wish.after === null ? 0 : placeAfter(ids, wish.after);
  const page = ids.slice(from, from + wish.limit);
  return { page, next: from + page.length < ids.length ? String(page.at(-1)) : null };
}

/** A page of rows as they are stored. */
async function rowsOf<K extends ListedKind>(org: OrgStore, kind: K, wish: PageWish) {
  const { page, next } = await pageOf(org, kind, wish);
  const rows: (RowOf<K> | null)[] = await org.getMany(kind, page);
  return { rows: rows.filter((row): row is RowOf<K> => row !== null), next };
}

/** A page of requests with their turns by rising id. */
async function requestsOf(org: OrgStore, wish: PageWish) {
  const { rows, next } = await rowsOf(org, "request", wish);
  const turns = await org.view("interaction");
  const byRequest = new Map(rows.map(({ request_id }) => [request_id, [] as number[]]));
  for (const user of new Set(rows.map(({ user_id }) => user_id))) {
    const metas = turns.selectMetas({ user, where: ({ request_id }) => byRequest.has(request_id) });
    for (const { request_id, interaction_id } of metas) {
      byRequest.get(request_id)?.push(interaction_id);
    }
  }
  const records = [];
  for (const row of rows) {
    const ids = (byRequest.get(row.request_id) ?? []).sort((a, b) => a - b);
    records.push({ ...row, interactions: await turns.rows(ids) });
  }
  return { rows: records, next };
}

/** A page of bookmarks by key; `after` is how many were given. */
async function bookmarksOf(org: OrgStore, { after, limit, user }: PageWish) {
  const skip = Number(after ?? 0);
  if (!Number.isSafeInteger(skip) || skip < 0) throw invalid("after", "must be a whole number");
  const rows = [];
  for await (const { key, value } of org.list(BOOKMARK)) {
    const [service, user_id, extractor_name, source] = key;
    if (user !== null && user !== user_id) continue;
    rows.push({ service, user_id, extractor_name, source, ...value });
    if (rows.length > skip + limit) break;
  }
  const next = rows.length > skip + limit ? String(skip + limit) : null;
  return { rows: rows.slice(skip, skip + limit), next };
}

/** The configuration without what is secret or belongs to one machine. */
async function configOf(org: OrgStore) {
  const { config, explicit } = await readConfig(org);
  return {
    config: { ...config, api_key_config: null, storage_config: null },
    explicit_config_keys: explicit,
  };
}

/** A page of whole records of one kind; it can be given to the import as it is. */
export async function exportRecords({ store }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const org = store.org(call.org);
  const kinds = Object.keys(RECORD_LISTS) as (keyof typeof RECORD_LISTS)[];
  const kind = kinds.find((one) => one === queryText(call, "kind"));
  if (kind === undefined) throw invalid("kind", `must be one of ${kinds.join(", ")}`);
  if (kind === "config") return { success: true, ...await configOf(org), next: null };
  const wish: PageWish = {
    user: queryText(call, "user_id"),
    after: queryText(call, "after"),
    limit: queryInteger(call, "limit", { atLeast: 1, atMost: MAX_LIMIT, ifAbsent: DEFAULT_LIMIT }),
  };
  const { rows, next } = kind === "bookmark"
    ? await bookmarksOf(org, wish)
    : kind === "request"
    ? await requestsOf(org, wish)
    : await rowsOf(org, kind, wish);
  return { success: true, [RECORD_LISTS[kind]]: rows, next };
}
