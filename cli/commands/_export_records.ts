import type { Status } from "../../client/contract/mod.ts";
import type { ReflexioClient } from "../../mod.ts";

/** Kinds of records, in the order in which they are written and read. */
export const RECORD_KINDS = [
  "config",
  "request",
  "interaction",
  "profile",
  "user_playbook",
  "agent_playbook",
  "evaluation",
  "profile_change_log",
  "aggregation_change_log",
  "bookmark",
  "explanation",
  "aggregation",
] as const;

/** A kind of record. */
export type RecordKind = typeof RECORD_KINDS[number];

/** One line of an export. */
export interface ExportRecord {
  /** What the record is. */
  readonly kind: RecordKind;
  /** The record; a request carries its turns under `interactions`. */
  readonly record: unknown;
  /** Of a configuration: the keys that somebody chose. */
  readonly explicit?: readonly unknown[];
}

/** Format of the lines; a newer one is refused. */
export const EXPORT_FORMAT = 1;

/** Requests of one page. */
const PAGE = 500;

/** Most rows that one list call gives. */
const MAX_ROWS = 10_000;

/** Every lifecycle state. */
const EVERY_STATUS: readonly Status[] = [null, "pending", "archived"];

/** What is exported. */
export interface ExportScope {
  /** Only this person; undefined: everybody. */
  readonly userId: string | undefined;
  /** Kinds wanted. */
  readonly kinds: ReadonlySet<RecordKind>;
  /** Told when a list was longer than the server gives. */
  readonly onTruncated: (kind: RecordKind) => void;
}

/** Every record that the lists of any server give, kind by kind. */
export async function* exportRecords(
  client: ReflexioClient,
  scope: ExportScope,
): AsyncGenerator<ExportRecord> {
  const { userId, kinds } = scope;
  if (kinds.has("config") && userId === undefined) {
    yield { kind: "config", record: await client.getConfig() };
  }
  const users = new Set<string>(userId === undefined ? [] : [userId]);
  const needsUsers = userId === undefined && (kinds.has("profile") || kinds.has("user_playbook"));
  if (kinds.has("request") || needsUsers) {
    for await (const request of requestsOf(client, userId)) {
      users.add(request.user_id);
      if (kinds.has("request")) yield { kind: "request", record: request };
    }
  }
  if (kinds.has("profile")) yield* profilesOf(client, scope, users);
  if (kinds.has("user_playbook")) yield* userPlaybooksOf(client, scope, users);
  if (userId !== undefined) return;
  if (kinds.has("agent_playbook")) {
    const { agent_playbooks } = await client.getAgentPlaybooks({
      limit: MAX_ROWS,
      statusFilter: EVERY_STATUS,
    });
    if (agent_playbooks.length >= MAX_ROWS) scope.onTruncated("agent_playbook");
    for (const record of agent_playbooks) yield { kind: "agent_playbook", record };
  }
  if (kinds.has("evaluation")) {
    const { agent_success_evaluation_results: verdicts } = await client
      .getAgentSuccessEvaluationResults({ limit: MAX_ROWS });
    if (verdicts.length >= MAX_ROWS) scope.onTruncated("evaluation");
    for (const record of verdicts) yield { kind: "evaluation", record };
  }
}

/** Requests with their turns, page by page. */
async function* requestsOf(client: ReflexioClient, userId: string | undefined) {
  for (let offset = 0;; offset += PAGE) {
    const { sessions, has_more } = await client.getRequests({
      topK: PAGE,
      offset,
      ...userId === undefined ? {} : { userId },
    });
    for (const { requests } of sessions) {
      for (const { request, interactions } of requests) yield { ...request, interactions };
    }
    if (!has_more) return;
  }
}

/** Profiles of every state: in one list while it fits, else person by person. */
async function* profilesOf(
  client: ReflexioClient,
  scope: ExportScope,
  users: ReadonlySet<string>,
): AsyncGenerator<ExportRecord> {
  const seen = new Set<string>();
  if (scope.userId === undefined) {
    for (const statusFilter of ["current", "pending", "archived"] as const) {
      const { user_profiles } = await client.getAllProfiles({ limit: MAX_ROWS, statusFilter });
      for (const record of user_profiles) {
        seen.add(record.profile_id);
        yield { kind: "profile", record };
      }
    }
    if (seen.size < MAX_ROWS) return;
  }
  for (const userId of users) {
    const { user_profiles } = await client.getProfiles({
      userId,
      topK: MAX_ROWS,
      statusFilter: EVERY_STATUS,
    });
    for (const record of user_profiles) {
      if (!seen.has(record.profile_id)) yield { kind: "profile", record };
    }
  }
}

/** User playbooks of every state: in one list while it fits, else person by person. */
async function* userPlaybooksOf(
  client: ReflexioClient,
  scope: ExportScope,
  users: ReadonlySet<string>,
): AsyncGenerator<ExportRecord> {
  const seen = new Set<number>();
  const owners: (string | null)[] = scope.userId === undefined ? [null] : [];
  for (const owner of [...owners, ...users]) {
    const { user_playbooks } = await client.getUserPlaybooks({ limit: MAX_ROWS, userId: owner });
    for (const record of user_playbooks) {
      if (seen.has(record.user_playbook_id)) continue;
      seen.add(record.user_playbook_id);
      yield { kind: "user_playbook", record };
    }
    if (owner === null && user_playbooks.length < MAX_ROWS) return;
  }
}
