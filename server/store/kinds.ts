import type {
  AgentPlaybookRow,
  AggregationChangeLogRow,
  EvaluationRow,
  InteractionRow,
  ProfileChangeLogRow,
  ProfileRow,
  RequestRow,
  UserPlaybookRow,
} from "./rows.ts";

/** What memory keeps of a turn. */
export type InteractionMeta = Pick<
  InteractionRow,
  "interaction_id" | "user_id" | "request_id" | "created_at" | "role" | "user_action"
>;

/** What memory keeps of a request: all but its metadata. */
export type RequestMeta = Omit<RequestRow, "metadata">;

/** What memory keeps of a profile. */
export type ProfileMeta = Pick<
  ProfileRow,
  | "profile_id"
  | "user_id"
  | "last_modified_timestamp"
  | "generated_from_request_id"
  | "profile_time_to_live"
  | "expiration_timestamp"
  | "source"
  | "status"
  | "extractor_names"
>;

/** What memory keeps of a user playbook. */
export type UserPlaybookMeta = Pick<
  UserPlaybookRow,
  | "user_playbook_id"
  | "user_id"
  | "agent_version"
  | "request_id"
  | "playbook_name"
  | "created_at"
  | "status"
  | "source"
>;

/** What memory keeps of an agent playbook. */
export type AgentPlaybookMeta = Pick<
  AgentPlaybookRow,
  | "agent_playbook_id"
  | "playbook_name"
  | "agent_version"
  | "created_at"
  | "playbook_status"
  | "status"
>;

/** What memory keeps of a verdict: all but its texts. */
export type EvaluationMeta = Omit<EvaluationRow, "failure_reason" | "failure_type">;

/** What memory keeps of an entry of the profile change log. */
export type ProfileChangeLogMeta = Pick<
  ProfileChangeLogRow,
  "id" | "user_id" | "request_id" | "created_at"
>;

/** What memory keeps of an entry of the aggregation change log. */
export type AggregationChangeLogMeta = Pick<
  AggregationChangeLogRow,
  "id" | "created_at" | "playbook_name" | "agent_version" | "run_mode"
>;

/** Row, id and meta types of each listed kind. */
export interface ListedKinds {
  /** Turns. */
  readonly interaction: { row: InteractionRow; id: number; meta: InteractionMeta };
  /** Requests. */
  readonly request: { row: RequestRow; id: string; meta: RequestMeta };
  /** Profiles. */
  readonly profile: { row: ProfileRow; id: string; meta: ProfileMeta };
  /** User playbooks. */
  readonly user_playbook: { row: UserPlaybookRow; id: number; meta: UserPlaybookMeta };
  /** Agent playbooks. */
  readonly agent_playbook: { row: AgentPlaybookRow; id: number; meta: AgentPlaybookMeta };
  /** Verdicts on sessions. */
  readonly evaluation: { row: EvaluationRow; id: number; meta: EvaluationMeta };
  /** Profile change log. */
  readonly profile_change_log: {
    row: ProfileChangeLogRow;
    id: number;
    meta: ProfileChangeLogMeta;
  };
  /** Aggregation change log. */
  readonly aggregation_change_log: {
    row: AggregationChangeLogRow;
    id: number;
    meta: AggregationChangeLogMeta;
  };
}

/** A kind whose rows are known in memory by their metas and followed by the change log. */
export type ListedKind = keyof ListedKinds;

/** A listed kind with ids that the store hands out. */
export type NumberedKind = {
  [K in ListedKind]: ListedKinds[K]["id"] extends number ? K : never;
}[ListedKind];

/** Row type of a kind. */
export type RowOf<K extends ListedKind> = ListedKinds[K]["row"];

/** Id type of a kind. */
export type IdOf<K extends ListedKind> = ListedKinds[K]["id"];

/** Meta type of a kind. */
export type MetaOf<K extends ListedKind> = ListedKinds[K]["meta"];

/** Everything the store has to know about a listed kind. */
export interface KindSpec<K extends ListedKind> {
  /** Name in code. */
  readonly kind: K;
  /** Name in keys, two letters. */
  readonly code: string;
  /** Whether ids are handed out by the store (positive integers) or given (text). */
  readonly isNumbered: boolean;
  /** Whether rows may have a vector beside them. */
  readonly hasVector: boolean;
  /** Whether rows are only added and hardly read: what was just written need not stay in memory. */
  readonly isLog: boolean;
  /** Id of a row. */
  readonly idOf: (row: MetaOf<K>) => IdOf<K>;
  /** Time the kind is sorted by, Unix seconds. */
  readonly timeOf: (row: MetaOf<K>) => number;
  /** Owner, null when the kind or the row has none. */
  readonly userOf: (row: MetaOf<K>) => string | null;
  /** What breaks ties in time: the id, or the order of commits and then the id. */
  readonly tie: "id" | "commit";
  /** What memory keeps of a row; `intern` makes equal texts share memory. */
  readonly project: (row: RowOf<K>, intern: (text: string) => string) => MetaOf<K>;
}

/** Interns a text that may be null. */
function opt(text: string | null, intern: (text: string) => string): string | null {
  return text === null ? null : intern(text);
}

/** The listed kinds, each described once. */
export const KINDS: { readonly [K in ListedKind]: KindSpec<K> } = {
  interaction: {
    kind: "interaction",
    code: "in",
    isNumbered: true,
    hasVector: true,
    isLog: false,
    idOf: (row) => row.interaction_id,
    timeOf: (row) => row.created_at,
    userOf: (row) => row.user_id,
    tie: "id",
    project: (row, intern) => ({
      interaction_id: row.interaction_id,
      user_id: intern(row.user_id),
      request_id: intern(row.request_id),
      created_at: row.created_at,
      role: intern(row.role),
      user_action: row.user_action,
    }),
  },
  request: {
    kind: "request",
    code: "rq",
    isNumbered: false,
    hasVector: false,
    isLog: false,
    idOf: (row) => row.request_id,
    timeOf: (row) => row.created_at,
    userOf: (row) => row.user_id,
    tie: "commit",
    project: (row, intern) => ({
      request_id: intern(row.request_id),
      user_id: intern(row.user_id),
      created_at: row.created_at,
      source: intern(row.source),
      agent_version: intern(row.agent_version),
      session_id: opt(row.session_id, intern),
      evaluation_only: row.evaluation_only,
    }),
  },
  profile: {
    kind: "profile",
    code: "pr",
    isNumbered: false,
    hasVector: true,
    isLog: false,
    idOf: (row) => row.profile_id,
    timeOf: (row) => row.last_modified_timestamp,
    userOf: (row) => row.user_id,
    tie: "id",
    project: (row, intern) => ({
      profile_id: row.profile_id,
      user_id: intern(row.user_id),
      last_modified_timestamp: row.last_modified_timestamp,
      generated_from_request_id: intern(row.generated_from_request_id),
      profile_time_to_live: row.profile_time_to_live,
      expiration_timestamp: row.expiration_timestamp,
      source: opt(row.source, intern),
      status: row.status,
      extractor_names: row.extractor_names?.map(intern) ?? null,
    }),
  },
  user_playbook: {
    kind: "user_playbook",
    code: "up",
    isNumbered: true,
    hasVector: true,
    isLog: false,
    idOf: (row) => row.user_playbook_id,
    timeOf: (row) => row.created_at,
    userOf: (row) => row.user_id,
    tie: "id",
    project: (row, intern) => ({
      user_playbook_id: row.user_playbook_id,
      user_id: opt(row.user_id, intern),
      agent_version: intern(row.agent_version),
      request_id: intern(row.request_id),
      playbook_name: intern(row.playbook_name),
      created_at: row.created_at,
      status: row.status,
      source: opt(row.source, intern),
    }),
  },
  agent_playbook: {
    kind: "agent_playbook",
    code: "ap",
    isNumbered: true,
    hasVector: true,
    isLog: false,
    idOf: (row) => row.agent_playbook_id,
    timeOf: (row) => row.created_at,
    userOf: () => null,
    tie: "id",
    project: (row, intern) => ({
      agent_playbook_id: row.agent_playbook_id,
      playbook_name: intern(row.playbook_name),
      agent_version: intern(row.agent_version),
      created_at: row.created_at,
      playbook_status: row.playbook_status,
      status: row.status,
    }),
  },
  evaluation: {
    kind: "evaluation",
    code: "ev",
    isNumbered: true,
    hasVector: false,
    isLog: false,
    idOf: (row) => row.result_id,
    timeOf: (row) => row.created_at,
    userOf: () => null,
    tie: "id",
    project: (row, intern) => ({
      result_id: row.result_id,
      agent_version: intern(row.agent_version),
      session_id: intern(row.session_id),
      is_success: row.is_success,
      evaluation_name: opt(row.evaluation_name, intern),
      created_at: row.created_at,
      regular_vs_shadow: row.regular_vs_shadow,
      number_of_correction_per_session: row.number_of_correction_per_session,
      user_turns_to_resolution: row.user_turns_to_resolution,
      is_escalated: row.is_escalated,
    }),
  },
  profile_change_log: {
    kind: "profile_change_log",
    code: "pc",
    isNumbered: true,
    hasVector: false,
    isLog: true,
    idOf: (row) => row.id,
    timeOf: (row) => row.created_at,
    userOf: (row) => row.user_id,
    tie: "id",
    project: (row, intern) => ({
      id: row.id,
      user_id: intern(row.user_id),
      request_id: intern(row.request_id),
      created_at: row.created_at,
    }),
  },
  aggregation_change_log: {
    kind: "aggregation_change_log",
    code: "ac",
    isNumbered: true,
    hasVector: false,
    isLog: true,
    idOf: (row) => row.id,
    timeOf: (row) => row.created_at,
    userOf: () => null,
    tie: "id",
    project: (row, intern) => ({
      id: row.id,
      created_at: row.created_at,
      playbook_name: intern(row.playbook_name),
      agent_version: intern(row.agent_version),
      run_mode: row.run_mode,
    }),
  },
};

/** The listed kinds by name, in a fixed order. */
export const LISTED_KINDS: readonly ListedKind[] = [
  "interaction",
  "request",
  "profile",
  "user_playbook",
  "agent_playbook",
  "evaluation",
  "profile_change_log",
  "aggregation_change_log",
];
