import type { RecordSets } from "../../client/contract/types/records.ts";
import { AGGREGATION, BOOKMARK, EXPLAIN } from "../learn/records.ts";
import type { IdOf, ListedKind, OrgStore, RowOf } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { invalid, queryInteger, queryText } from "./extension_input.ts";
import type { ExtensionCall } from "./handlers.ts";
import { readConfig } from "./org_config.ts";

/** Records of a page where the caller does not say. */
const DEFAULT_LIMIT = 500;

/** Most records of a page. */
const MAX_LIMIT = 1_000;

/** Kinds of records that are no rows: what learning knows of them and of itself. */
type StateKind = "bookmark" | "explanation" | "aggregation";

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
  explanation: "explanations",
  aggregation: "aggregations",
} as const satisfies Readonly<Record<ListedKind | StateKind | "config", keyof RecordSets>>;

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

/** How far extractors have read. */
async function* bookmarksOf(org: OrgStore, wanted: string | null) {
  for await (const { key, value } of org.list(BOOKMARK)) {
    const [service, user_id, extractor_name, source] = key;
    if (wanted !== null && wanted !== user_id) continue;
    yield { service, user_id, extractor_name, source, ...value };
  }
}

/** Why the items that are there were learnt. */
async function* explanationsOf(org: OrgStore, user: string | null) {
  const items = {
    profile: await ownedIds(org, "profile", user),
    user_playbook: await ownedIds(org, "user_playbook", user),
    agent_playbook: user === null
      ? await ownedIds(org, "agent_playbook", null)
      : new Set<unknown>(),
  };
  for await (const { key: [kind, id], value } of org.list(EXPLAIN)) {
    if (items[kind].has(id)) yield { kind, id, explanation: value };
  }
}

/** Ids of the rows of a kind, those of one user or all. */
async function ownedIds(
  org: OrgStore,
  kind: "profile" | "user_playbook" | "agent_playbook",
  user: string | null,
): Promise<ReadonlySet<unknown>> {
  const view = await org.view(kind);
  return new Set<unknown>(user === null ? view.ids() : view.idsOfUser(user));
}

/** What aggregations left; they belong to no user. */
async function* aggregationsOf(org: OrgStore, user: string | null) {
  if (user !== null) return;
  for await (const { key: [playbook_name, agent_version], value } of org.list(AGGREGATION)) {
    yield { playbook_name, agent_version, ...value };
  }
}

/** The kinds that are no rows, by key. */
const STATES = {
  bookmark: bookmarksOf,
  explanation: explanationsOf,
  aggregation: aggregationsOf,
} as const satisfies Readonly<Record<StateKind, unknown>>;

/** Whether a kind is one of those that are no rows. */
function isState(kind: string): kind is StateKind {
  return kind in STATES;
}

/** A page of what is no rows; `after` is how many were given. */
async function statesOf(org: OrgStore, kind: StateKind, { after, limit, user }: PageWish) {
  const skip = Number(after ?? 0);
  if (!Number.isSafeInteger(skip) || skip < 0) throw invalid("after", "must be a whole number");
  const rows: unknown[] = [];
  let seen = 0;
  for await (const row of STATES[kind](org, user)) {
    if (++seen <= skip) continue;
    rows.push(row);
    if (rows.length > limit) break;
  }
  return { rows: rows.slice(0, limit), next: rows.length > limit ? String(skip + limit) : null };
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
  const { rows, next } = isState(kind)
    ? await statesOf(org, kind, wish)
    : kind === "request"
    ? await requestsOf(org, wish)
    : await rowsOf(org, kind, wish);
  return { success: true, [RECORD_LISTS[kind]]: rows, next };
}
