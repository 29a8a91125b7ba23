import type { Complete, Config } from "../../client/contract/mod.ts";
import { type JobRow, type JobRun, stageJob } from "../jobs/mod.ts";
import type { IdOf, OrgStore, RowOf, Tx } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import type { Embedder } from "./embedders.ts";
import {
  INDEXED_KINDS,
  type IndexedKind,
  isSearched,
  type SearchedKind,
} from "./index_documents.ts";
import type { OrgIndex } from "./org_index.ts";
import { readConfig } from "./org_config.ts";
import { packVector } from "./stored_vectors.ts";

/** Job that makes vectors of rows; its scope is the kind of the rows. */
export const EMBED_JOB = "embed";

/** Job that finds synonyms for rows; its scope is the kind of the rows. */
export const EXPAND_JOB = "expand";

/** Rows that one job names at most. */
const MAX_IDS_PER_JOB = 500;

/** Rows whose vectors are asked for and committed together. */
const ROWS_PER_BATCH = 64;

/** Longest text that is expanded, characters. */
const MAX_EXPANDED_TEXT = 4_000;

/** Longest wait for one expansion, milliseconds. */
const EXPAND_TIMEOUT_MS = 25_000;

/** What a job of either kind has to know. */
interface RowsPayload {
  readonly ids: readonly (string | number)[];
}

/** What decides which jobs follow new texts. */
export interface CompletionNeeds {
  /** Whether vectors come from a provider. */
  readonly needsVectors: boolean;
  /** Whether synonyms are wanted. */
  readonly needsTerms: boolean;
}

/** What a configuration asks for when texts are stored. */
export function needsOf({ embedders }: ServiceDeps, config: Complete<Config>): CompletionNeeds {
  return {
    needsVectors: embedders.of(config).modelName !== null,
    needsTerms: config.enable_document_expansion,
  };
}

/** What the configuration of an org asks for when texts are stored. */
export async function completionNeeds(deps: ServiceDeps, org: OrgStore): Promise<CompletionNeeds> {
  return needsOf(deps, (await readConfig(org)).config);
}

/** Stages the jobs that complete rows with new texts. */
export async function stageCompletion(
  tx: Tx,
  kind: SearchedKind,
  ids: readonly (string | number)[],
  { needsVectors, needsTerms }: CompletionNeeds,
): Promise<void> {
  const kinds = [
    ...needsVectors ? [EMBED_JOB] : [],
    ...needsTerms && kind !== "interaction" ? [EXPAND_JOB] : [],
  ];
  for (const job of kinds) {
    for (let at = 0; at < ids.length; at += MAX_IDS_PER_JOB) {
      const payload: RowsPayload = { ids: ids.slice(at, at + MAX_IDS_PER_JOB) };
      await stageJob(tx, { kind: job, scope: kind, payload });
    }
  }
}

/** Indexes whose rows without vectors were already handed to jobs, by kind. */
const backfilled = new WeakMap<OrgIndex, Set<SearchedKind>>();

/** Has vectors made for rows that have none of the model in use, once an index and kind. */
export async function stageBackfill<K extends SearchedKind>(
  org: OrgStore,
  index: OrgIndex,
  kind: K,
): Promise<void> {
  const done = backfilled.get(index) ?? new Set<SearchedKind>();
  backfilled.set(index, done);
  if (done.has(kind)) return;
  done.add(kind);
  const ids = index.withoutVector(kind);
  if (ids.length === 0) return;
  await org.write((tx) =>
    stageCompletion(tx, kind, ids, { needsVectors: true, needsTerms: false })
  );
}

/** Rows that jobs name. */
function idsOf(jobs: readonly JobRow[]): (string | number)[] {
  // Jobs of these kinds are staged by `stageCompletion` only.
  const payloads = jobs.map((job) => job.payload as RowsPayload);
  return [...new Set(payloads.flatMap(({ ids }) => ids))];
}

/** Makes the vectors of rows. */
export async function runEmbedJob(deps: ServiceDeps, run: JobRun): Promise<void> {
  const embedder = deps.embedders.of((await readConfig(run.org)).config);
  if (embedder.modelName !== null && isSearched(run.scope)) {
    await embedRows(run, run.scope, { embedder, modelName: embedder.modelName });
  }
}

/** Makes the vectors of rows of one kind, a batch a commit; a job ends with its last batch. */
async function embedRows<K extends SearchedKind>(
  run: JobRun,
  kind: K,
  { embedder, modelName }: { readonly embedder: Embedder; readonly modelName: string },
): Promise<void> {
  const spec: IndexedKind<K> = INDEXED_KINDS[kind];
  for (const job of run.jobs) {
    const ids = idsOf([job]);
    for (let at = 0; at < ids.length; at += ROWS_PER_BATCH) {
      const rows = await readRows(run.org, kind, ids.slice(at, at + ROWS_PER_BATCH));
      const texts = rows.map((row) => spec.toText(row));
      const vectors = texts.length === 0 ? [] : await embedder.documents(texts, run.signal);
      await run.commit(async (tx) => {
        const now = await tx.getMany(kind, rows.map((row) => spec.idOf(row)));
        for (const [n, row] of now.entries()) {
          const vector = vectors[n];
          // A text that changed meanwhile has a job of its own.
          if (row === null || vector === undefined || spec.toText(row) !== texts[n]) continue;
          tx.putVector(kind, spec.idOf(row), packVector(vector, modelName));
        }
      }, { ends: at + ROWS_PER_BATCH >= ids.length ? [job] : [] });
    }
  }
}

/** Finds synonyms for rows. */
export async function runExpandJob(deps: ServiceDeps, run: JobRun): Promise<void> {
  const { config } = await readConfig(run.org);
  if (!config.enable_document_expansion) return;
  const learner = await deps.learners.of(config);
  const expand = (text: string) => {
    const signal = AbortSignal.any([run.signal, AbortSignal.timeout(EXPAND_TIMEOUT_MS)]);
    return learner.expandDocument(text, { config, signal });
  };
  const { scope: kind } = run;
  if (kind === "profile" || kind === "user_playbook" || kind === "agent_playbook") {
    await expandRows(run, kind, expand);
  }
}

/** Finds synonyms for rows of one kind, a commit each. */
async function expandRows<K extends "profile" | "user_playbook" | "agent_playbook">(
  run: JobRun,
  kind: K,
  expand: (text: string) => Promise<string | null>,
): Promise<void> {
  const spec: IndexedKind<K> = INDEXED_KINDS[kind];
  for (const row of await readRows(run.org, kind, idsOf(run.jobs))) {
    run.signal.throwIfAborted();
    const text = expandedText(row);
    if (text === "" || row.expanded_terms !== null) continue;
    const terms = await expand(text.slice(0, MAX_EXPANDED_TEXT));
    if (terms === null) continue;
    await run.commit(async (tx) => {
      const now = await tx.get(kind, spec.idOf(row));
      // A text that changed meanwhile keeps what its own job finds.
      if (now === null || expandedText(now) !== text) return;
      tx.put(kind, { ...now, expanded_terms: terms });
    }, { ends: [] });
  }
}

/** Text of a row that synonyms are wanted for: the situation of a playbook, else its content. */
function expandedText(row: { readonly content: string; readonly trigger?: string | null }): string {
  return row.trigger || row.content;
}

/** Rows by id; the jobs of a kind name ids of that kind. */
async function readRows<K extends SearchedKind>(
  org: OrgStore,
  kind: K,
  ids: readonly (string | number)[],
): Promise<RowOf<K>[]> {
  const rows = await org.getMany(kind, ids as readonly IdOf<K>[]);
  return rows.filter((row): row is RowOf<K> => row !== null);
}
