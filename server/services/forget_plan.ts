import { type JobRef, listJobs, OPERATION } from "../jobs/mod.ts";
import {
  AGGREGATION,
  BOOKMARK,
  type BookmarkKey,
  EVALUATION_MARK,
  EXPLAIN_LOG,
} from "../learn/records.ts";
import type { AgentPlaybookRow, OrgStore, PlainKey } from "../store/mod.ts";
import { IDEMPOTENCY } from "./idempotency.ts";
import { BATCH_JOB, EVALUATION_JOB, LEARNING_SERVICES } from "./job_kinds.ts";

/** Ids this long are looked for inside texts that were learnt from many users. */
const MIN_INNER_LENGTH = 8;

/** Everything an org knows of one user. */
export interface ForgetPlan {
  readonly requests: readonly string[];
  readonly interactions: readonly number[];
  readonly profiles: readonly string[];
  readonly userPlaybooks: readonly number[];
  readonly profileChangeLogs: readonly number[];
  readonly aggregationChangeLogs: readonly number[];
  readonly evaluations: readonly number[];
  /** Agent playbooks that only this user taught, or that name the user. */
  readonly agentPlaybooks: readonly number[];
  /** Agent playbooks that others taught too: only their references go. */
  readonly prunedAgentPlaybooks: readonly number[];
  readonly bookmarks: readonly BookmarkKey[];
  readonly explainLogs: readonly (readonly [number, string])[];
  readonly evaluationMarks: readonly (readonly [string, string])[];
  readonly idempotency: readonly (readonly [string])[];
  readonly jobs: readonly JobRef[];
  /** Progress records that name the user. */
  readonly operations: readonly (readonly [string])[];
  /** Aggregations whose clusters hold playbooks of the user. */
  readonly aggregations: readonly (readonly [string, string])[];
}

/** Keys of plain rows that a test says yes to. */
async function keysWhere<K extends PlainKey, V>(
  rows: AsyncIterable<{ readonly key: K; readonly value: V }>,
  isWanted: (row: { readonly key: K; readonly value: V }) => boolean,
): Promise<K[]> {
  const keys: K[] = [];
  for await (const row of rows) if (isWanted(row)) keys.push(row.key);
  return keys;
}

/** Whether any text inside a value is the user's id, or holds it when it is long. */
export function mentions(value: unknown, user: string): boolean {
  if (typeof value === "string") {
    return value === user || (user.length >= MIN_INNER_LENGTH && value.includes(user));
  }
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, part]) => key === user || mentions(part, user));
}

/** A value without the places that are the user's id: list members go, other texts become empty. */
export function without(value: unknown, user: string): unknown {
  if (typeof value === "string") return mentions(value, user) ? "" : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.filter((part) => !mentions(part, user)).map((part) => without(part, user));
  }
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => key !== user)
      .map(([key, part]) => [key, without(part, user)]),
  );
}

/** Metadata of an aggregated playbook, null when it was given by hand. */
function referencesOf(metadata: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(metadata);
    const isOurs = typeof parsed === "object" && parsed !== null && "member_ids" in parsed;
    return isOurs ? { ...parsed } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The numbers of a list in metadata. */
function numbersIn(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((id): id is number => typeof id === "number") : [];
}

/** Metadata without references to user playbooks; null when there was none to take out. */
export function prunedMetadata(metadata: string, gone: ReadonlySet<number>): string | null {
  const references = referencesOf(metadata);
  if (references === null) return null;
  let isChanged = false;
  for (const name of ["member_ids", "opposes"]) {
    const ids = numbersIn(references[name]);
    const kept = ids.filter((id) => !gone.has(id));
    if (kept.length === ids.length) continue;
    references[name] = kept;
    isChanged = true;
  }
  return isChanged ? JSON.stringify(references) : null;
}

/** Whether an agent playbook goes with the user: nobody else taught it and no person approved it. */
function isOnlyOf(row: AgentPlaybookRow, user: string, gone: ReadonlySet<number>): boolean {
  if (mentions(row, user)) return true;
  const members = numbersIn(referencesOf(row.playbook_metadata)?.["member_ids"]);
  const isSole = members.length > 0 && members.every((id) => gone.has(id));
  return isSole && row.playbook_status !== "approved";
}

/** Agent playbooks that go, and those that lose references. */
async function planAgentPlaybooks(org: OrgStore, user: string, gone: ReadonlySet<number>) {
  const view = await org.view("agent_playbook");
  const removed: number[] = [];
  const pruned: number[] = [];
  for (const row of await view.rows(view.ids())) {
    if (isOnlyOf(row, user, gone)) removed.push(row.agent_playbook_id);
    else if (prunedMetadata(row.playbook_metadata, gone) !== null) {
      pruned.push(row.agent_playbook_id);
    }
  }
  return { removed, pruned };
}

/** Jobs about a user. */
async function jobsOf(org: OrgStore, user: string): Promise<JobRef[]> {
  const jobs = await listJobs(org, { limit: Infinity });
  const ofUser = jobs.filter((job) =>
    job.scope === user || (job.kind !== BATCH_JOB && mentions(job.payload, user)) ||
    (job.kind === EVALUATION_JOB && job.scope.startsWith(`[${JSON.stringify(user)},`))
  );
  return ofUser.map(({ org, kind, scope, id }) => ({ org, kind, scope, id }));
}

/** Verdicts on sessions of the user. */
async function evaluationsOf(org: OrgStore, user: string, sessions: ReadonlySet<string>) {
  const view = await org.view("evaluation");
  const rows = await view.rows(view.ids());
  return rows.filter((row) => sessions.has(row.session_id) || mentions(row, user))
    .map((row) => row.result_id);
}

/** Entries about aggregations that name removed agent playbooks, or the user. */
async function aggregationLogsOf(org: OrgStore, user: string, removed: ReadonlySet<number>) {
  const view = await org.view("aggregation_change_log");
  const rows = await view.rows(view.ids());
  return rows.filter((row) => {
    const snapshots = [
      ...row.added_agent_playbooks,
      ...row.removed_agent_playbooks,
      ...row.updated_agent_playbooks.flatMap(({ before, after }) => [before, after]),
    ];
    return mentions(row, user) ||
      snapshots.some((snapshot) => removed.has(snapshot.agent_playbook_id));
  }).map((row) => row.id);
}

/** What is to be found. */
export interface PlanForgetOptions {
  /** User playbooks of the user that are gone already. */
  readonly removed: ReadonlySet<number>;
  /**
   * Whether to read what there is a row of for every publish and window. It takes long where there
   * are many, and what it finds names the user, so that a scan for the name finds it as well.
   */
  readonly readsRecords: boolean;
}

/** Plain rows about a user. */
async function plainRowsOf(
  org: OrgStore,
  user: string,
  { requests, gone, readsRecords }: {
    readonly requests: ReadonlySet<string>;
    readonly gone: ReadonlySet<number>;
    readonly readsRecords: boolean;
  },
) {
  const bookmarks = await Promise.all(
    LEARNING_SERVICES.map((service) =>
      Array.fromAsync(org.list(BOOKMARK, { prefix: [service, user] }), (row) => row.key)
    ),
  );
  return {
    bookmarks: bookmarks.flat(),
    explainLogs: readsRecords
      ? await keysWhere(org.list(EXPLAIN_LOG), ({ value }) => value.user_id === user)
      : [],
    evaluationMarks: await Array.fromAsync(
      org.list(EVALUATION_MARK, { prefix: [user] }),
      (row) => row.key,
    ),
    idempotency: readsRecords
      ? await keysWhere(
        org.list(IDEMPOTENCY),
        (row) => requests.has(row.value.request_id) || mentions(row, user),
      )
      : [],
    operations: await keysWhere(org.list(OPERATION), ({ value }) => mentions(value, user)),
    aggregations: await keysWhere(
      org.list(AGGREGATION),
      ({ value }) =>
        (value.clusters ?? []).some((one) => one.user_playbook_ids.some((id) => gone.has(id))),
    ),
  };
}

/** Finds everything an org knows of a user. */
export async function planForget(
  org: OrgStore,
  user: string,
  { removed, readsRecords }: PlanForgetOptions = { removed: new Set(), readsRecords: true },
): Promise<ForgetPlan> {
  const requestView = await org.view("request");
  const requests = requestView.idsOfUser(user);
  const sessions = new Set(
    requests.flatMap((id) => requestView.meta(id)?.session_id ?? []),
  );
  const userPlaybooks = (await org.view("user_playbook")).idsOfUser(user);
  const gone = new Set([...removed, ...userPlaybooks]);
  const agent = await planAgentPlaybooks(org, user, gone);
  return {
    requests,
    interactions: (await org.view("interaction")).idsOfUser(user),
    profiles: (await org.view("profile")).idsOfUser(user),
    userPlaybooks,
    profileChangeLogs: (await org.view("profile_change_log")).idsOfUser(user),
    aggregationChangeLogs: await aggregationLogsOf(org, user, new Set(agent.removed)),
    evaluations: await evaluationsOf(org, user, sessions),
    agentPlaybooks: agent.removed,
    prunedAgentPlaybooks: agent.pruned,
    jobs: await jobsOf(org, user),
    ...await plainRowsOf(org, user, { requests: new Set(requests), gone, readsRecords }),
  };
}
