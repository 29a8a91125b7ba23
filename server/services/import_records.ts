import { isDeepStrictEqual } from "node:util";
import type { Complete } from "../../client/contract/mod.ts";
import type { RecordSets } from "../../client/contract/types/records.ts";
import { AGGREGATION, BOOKMARK, EXPLAIN } from "../learn/records.ts";
import {
  CONFIG,
  type IdOf,
  KINDS,
  type ListedKind,
  type OrgStore,
  type RowOf,
  type Tx,
} from "../store/mod.ts";
import { type CompletionNeeds, completionNeeds, stageCompletion } from "./completion_jobs.ts";
import type { ServiceDeps } from "./deps.ts";
import { ServiceError } from "./errors.ts";
import { RECORD_LISTS } from "./export_records.ts";
import { invalid } from "./extension_input.ts";
import type { ExtensionCall } from "./handlers.ts";
import { INDEXED_KINDS, isSearched } from "./index_documents.ts";
import { withDefaultExtractors } from "./org_config.ts";
import { type RedactionRules, redactValue } from "./redaction.ts";

/** Records as the door checked them. */
type CheckedSets = Complete<RecordSets>;

/** What became of the records of one list. */
interface Outcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Rows of every listed kind. */
type RowSets = { readonly [K in ListedKind]: readonly RowOf<K>[] };

/** A record without its vector, which is made anew. */
function withoutVector<T extends { readonly embedding: unknown }>(record: T): Omit<T, "embedding"> {
  const { embedding: _, ...row } = record;
  return row;
}

/** The rows of what was sent. */
function rowsOf(sets: CheckedSets): RowSets {
  return {
    request: sets.requests.map(({ interactions: _, ...row }) => row),
    interaction: [...sets.requests.flatMap((each) => each.interactions), ...sets.interactions],
    profile: sets.profiles.map(withoutVector),
    user_playbook: sets.user_playbooks.map(withoutVector),
    agent_playbook: sets.agent_playbooks.map(withoutVector),
    evaluation: sets.evaluations,
    profile_change_log: sets.profile_change_logs,
    aggregation_change_log: sets.aggregation_change_logs,
  };
}

/** Makes sure that ids which come from elsewhere are never handed out here. */
async function reserve(org: OrgStore, rows: RowSets): Promise<void> {
  const numbered = [
    "interaction",
    "user_playbook",
    "agent_playbook",
    "evaluation",
    "profile_change_log",
    "aggregation_change_log",
  ] as const;
  for (const kind of numbered) {
    const ids = idsOf(kind, rows[kind]);
    if (ids.length === 0) continue;
    const wrong = ids.find((id) => !Number.isSafeInteger(id) || Number(id) < 1);
    if (wrong !== undefined) throw invalid(RECORD_LISTS[kind], `the id ${wrong} is below 1`);
    await org.reserveIds(kind, ids.reduce<number>((most, id) => Math.max(most, Number(id)), 0));
  }
}

/** Ids of rows. */
function idsOf<K extends ListedKind>(kind: K, rows: readonly RowOf<K>[]): IdOf<K>[] {
  // A row has every field of its meta.
  return rows.map((row) => KINDS[kind].idOf(row as Parameters<typeof KINDS[K]["idOf"]>[0]));
}

/** Stages the rows of one kind that are new or differ; of two equal ids the later one counts. */
async function stageKind<K extends ListedKind>(
  tx: Tx,
  kind: K,
  given: {
    readonly rows: readonly RowOf<K>[];
    readonly needs: CompletionNeeds;
    readonly replaces: boolean;
  },
): Promise<Outcome> {
  const ids = idsOf(kind, given.rows);
  const rows = new Map(given.rows.map((row, n) => [ids[n], row]));
  const before = await tx.getMany(kind, [...rows.keys()].filter((id) => id !== undefined));
  let added = 0;
  let changed = 0;
  const newTexts: IdOf<K>[] = [];
  for (const [n, [id, row]] of [...rows].entries()) {
    const old = before[n] ?? null;
    if (id === undefined || (old !== null && isDeepStrictEqual(old, row))) continue;
    if (old !== null && !given.replaces) {
      throw new ServiceError(
        "conflict",
        `Another ${kind} has the id ${id}: replace it, or import into an empty server`,
      );
    }
    if (old === null) added++;
    else changed++;
    const isText = hasNewText(kind, old, row);
    tx.put(kind, row, isText && old !== null ? { vector: null } : {});
    if (!isText) continue;
    newTexts.push(id);
    if (kind === "profile" || kind === "user_playbook" || kind === "agent_playbook") {
      tx.remove(EXPLAIN, [kind, id]);
    }
  }
  // Synonyms are part of the records.
  const needs = { ...given.needs, needsTerms: false };
  if (isSearched(kind) && newTexts.length > 0) await stageCompletion(tx, kind, newTexts, needs);
  return { added, changed, unchanged: rows.size - added - changed };
}

/** Whether the text that a vector is made of is new. */
function hasNewText<K extends ListedKind>(kind: K, old: RowOf<K> | null, row: RowOf<K>): boolean {
  if (!isSearched(kind)) return false;
  const spec: { toText(row: RowOf<K>): string } = INDEXED_KINDS[kind];
  return old === null || spec.toText(old) !== spec.toText(row);
}

/** Stages the configuration; secrets and storage of this server stay. Tells whether it changed. */
async function stageConfig(tx: Tx, sets: CheckedSets): Promise<boolean> {
  if (sets.config === null) return false;
  const before = await tx.read(CONFIG, []);
  const next = {
    config: withDefaultExtractors({
      ...sets.config,
      api_key_config: before?.config.api_key_config ?? null,
      storage_config: before?.config.storage_config ?? { db_path: null },
    }),
    explicit: sets.explicit_config_keys,
  };
  if (isDeepStrictEqual(before, next)) return false;
  tx.set(CONFIG, [], next);
  return true;
}

/** Stages how far extractors have read, where none of this server has begun. */
async function stageBookmarks(tx: Tx, sets: CheckedSets): Promise<Outcome> {
  let added = 0;
  for (const { watermark_sec, processed_ids, ...of } of sets.bookmarks) {
    const key = [of.service, of.user_id, of.extractor_name, of.source] as const;
    if (await tx.read(BOOKMARK, key) !== null) continue;
    tx.set(BOOKMARK, key, { watermark_sec, processed_ids });
    added++;
  }
  return { added, changed: 0, unchanged: sets.bookmarks.length - added };
}

/** Stages why items were learnt, where the item is there and no reason is known yet. */
async function stageExplanations(tx: Tx, { explanations, replace }: CheckedSets): Promise<Outcome> {
  let [added, changed] = [0, 0];
  for (const { kind, id, explanation } of explanations) {
    const item = kind === "profile"
      ? await tx.get("profile", String(id))
      : await tx.get(kind, Number(id));
    if (item === null) continue;
    const key = [kind, kind === "profile" ? String(id) : Number(id)] as const;
    const before = await tx.read(EXPLAIN, key);
    if (isDeepStrictEqual(before, explanation) || (before !== null && !replace)) continue;
    tx.set(EXPLAIN, key, explanation);
    if (before === null) added++;
    else changed++;
  }
  return { added, changed, unchanged: explanations.length - added - changed };
}

/** Stages what aggregations left, where none of this server has run. */
async function stageAggregations(tx: Tx, { aggregations }: CheckedSets): Promise<Outcome> {
  let added = 0;
  for (const { playbook_name, agent_version, ...state } of aggregations) {
    const key = [playbook_name, agent_version] as const;
    if (await tx.read(AGGREGATION, key) !== null) continue;
    tx.set(AGGREGATION, key, state);
    added++;
  }
  return { added, changed: 0, unchanged: aggregations.length - added };
}

/** Records with personal texts replaced; the configuration is the operator's. */
function redacted(sets: CheckedSets, rules: RedactionRules | null): CheckedSets {
  if (rules === null) return sets;
  const { config, bookmarks, aggregations, ...records } = sets;
  return { ...redactValue(records, rules), config, bookmarks, aggregations };
}

/** Stores whole records under their ids: all of a call, or none. */
export async function importRecords(deps: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const org = deps.store.org(call.org);
  // Bodies of this endpoint are checked before they come here.
  const given = call.body as CheckedSets;
  const sets = redacted(given, deps.settings.redaction);
  const rows = rowsOf(sets);
  await reserve(org, rows);
  const needs = await completionNeeds(deps, org);
  const { result } = await org.write(async (tx) => {
    const stage = <K extends ListedKind>(kind: K) =>
      stageKind(tx, kind, { rows: rows[kind], needs, replaces: sets.replace });
    const isConfigChanged = await stageConfig(tx, sets);
    const counts: Record<string, Outcome> = {
      requests: await stage("request"),
      interactions: await stage("interaction"),
      profiles: await stage("profile"),
      user_playbooks: await stage("user_playbook"),
      agent_playbooks: await stage("agent_playbook"),
      evaluations: await stage("evaluation"),
      profile_change_logs: await stage("profile_change_log"),
      aggregation_change_logs: await stage("aggregation_change_log"),
      bookmarks: await stageBookmarks(tx, sets),
      explanations: await stageExplanations(tx, sets),
      aggregations: await stageAggregations(tx, sets),
    };
    return { counts, isConfigChanged };
  });
  return { success: true, counts: result.counts, config_changed: result.isConfigChanged };
}
