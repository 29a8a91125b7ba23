import { questionShare, type SearchDocument, type SearchSchema, speakerOf } from "../search/mod.ts";
import type { AgentPlaybookRow, IdOf, ProfileRow, RowOf, UserPlaybookRow } from "../store/mod.ts";

/** Kinds of rows that can be searched. */
export type SearchedKind = "interaction" | "profile" | "user_playbook" | "agent_playbook";

/** Kinds of rows that can be searched, in a fixed order. */
export const SEARCHED_KINDS: readonly SearchedKind[] = [
  "interaction",
  "profile",
  "user_playbook",
  "agent_playbook",
];

/** How one kind is indexed. */
export interface IndexedKind<K extends SearchedKind> {
  /** Fields with their weights, and filter columns. */
  readonly schema: SearchSchema;
  /** Number column that orders rows when nothing is asked. */
  readonly timeColumn: string;
  /** Id of a row. */
  idOf(row: RowOf<K>): IdOf<K>;
  /** The document of a row, without its vector. */
  toDocument(row: RowOf<K>): Omit<SearchDocument, "vector">;
  /** Text that the vector of a row is made of. */
  toText(row: RowOf<K>): string;
}

/** Texts joined by line breaks, empty ones left out. */
function lines(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== "").join("\n");
}

/** Truthy values of a free-form map, deeply, as text. */
function valuesText(value: unknown): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(valuesText).filter(Boolean).join(" ");
  if (typeof value === "object") {
    return Object.values(value).map(valuesText).filter(Boolean).join(" ");
  }
  return String(value);
}

/** A free-form map as `key: value` lines. */
function featureLines(features: ProfileRow["custom_features"]): string {
  return Object.entries(features ?? {})
    .map(([key, value]) => [key, valuesText(value)] as const)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key}: ${text}`)
    .join("\n");
}

const INTERACTION: IndexedKind<"interaction"> = {
  schema: {
    fields: { content: 1, user_action_description: 2 },
    columns: {
      user_id: "keyword",
      request_id: "keyword",
      created_at: "number",
      asks: "number",
      speaker: "keyword",
    },
    conversation: { group: "request_id", order: "created_at", asks: "asks", speaker: "speaker" },
  },
  timeColumn: "created_at",
  idOf: (row) => row.interaction_id,
  toDocument: (row) => ({
    id: row.interaction_id,
    fields: { content: row.content, user_action_description: row.user_action_description },
    columns: {
      user_id: row.user_id,
      request_id: row.request_id,
      created_at: row.created_at,
      asks: questionShare(row.content),
      speaker: speakerOf(row.role, row.content),
    },
  }),
  toText: (row) => lines(row.content, row.user_action_description),
};

const PROFILE: IndexedKind<"profile"> = {
  schema: {
    fields: { content: 1, features: 1, expanded_terms: 0.5 },
    columns: {
      user_id: "keyword",
      source: "keyword",
      status: "keyword",
      generated_from_request_id: "keyword",
      custom_features: "keyword",
      extractor_names: "keywords",
      last_modified_timestamp: "number",
      expiration_timestamp: "number",
    },
  },
  timeColumn: "last_modified_timestamp",
  idOf: (row) => row.profile_id,
  toDocument: (row) => ({
    id: row.profile_id,
    fields: {
      content: row.content,
      features: valuesText(row.custom_features),
      expanded_terms: row.expanded_terms ?? "",
    },
    columns: {
      user_id: row.user_id,
      source: row.source ?? "",
      status: row.status,
      generated_from_request_id: row.generated_from_request_id,
      custom_features: row.custom_features === null ? null : JSON.stringify(row.custom_features),
      extractor_names: row.extractor_names,
      last_modified_timestamp: row.last_modified_timestamp,
      expiration_timestamp: row.expiration_timestamp,
    },
  }),
  toText: (row) => lines(row.content, featureLines(row.custom_features)),
};

/** Fields of both kinds of playbook; the situation and the rule weigh the same. */
const PLAYBOOK_FIELDS = { trigger: 1, content: 1, rationale: 0.5, expanded_terms: 0.5 };

function playbookFields(row: UserPlaybookRow | AgentPlaybookRow): Record<string, string> {
  return {
    trigger: row.trigger ?? "",
    content: row.content,
    rationale: row.rationale ?? "",
    expanded_terms: row.expanded_terms ?? "",
  };
}

const USER_PLAYBOOK: IndexedKind<"user_playbook"> = {
  schema: {
    fields: PLAYBOOK_FIELDS,
    columns: {
      user_id: "keyword",
      agent_version: "keyword",
      playbook_name: "keyword",
      status: "keyword",
      created_at: "number",
    },
  },
  timeColumn: "created_at",
  idOf: (row) => row.user_playbook_id,
  toDocument: (row) => ({
    id: row.user_playbook_id,
    fields: playbookFields(row),
    columns: {
      user_id: row.user_id,
      agent_version: row.agent_version,
      playbook_name: row.playbook_name,
      status: row.status,
      created_at: row.created_at,
    },
  }),
  toText: (row) => lines(row.trigger, row.content, row.rationale),
};

const AGENT_PLAYBOOK: IndexedKind<"agent_playbook"> = {
  schema: {
    fields: PLAYBOOK_FIELDS,
    columns: {
      agent_version: "keyword",
      playbook_name: "keyword",
      status: "keyword",
      playbook_status: "keyword",
      created_at: "number",
    },
  },
  timeColumn: "created_at",
  idOf: (row) => row.agent_playbook_id,
  toDocument: (row) => ({
    id: row.agent_playbook_id,
    fields: playbookFields(row),
    columns: {
      agent_version: row.agent_version,
      playbook_name: row.playbook_name,
      status: row.status,
      playbook_status: row.playbook_status,
      created_at: row.created_at,
    },
  }),
  toText: (row) => lines(row.trigger, row.content, row.rationale),
};

/** How the searched kinds are indexed. */
export const INDEXED_KINDS: { readonly [K in SearchedKind]: IndexedKind<K> } = {
  interaction: INTERACTION,
  profile: PROFILE,
  user_playbook: USER_PLAYBOOK,
  agent_playbook: AGENT_PLAYBOOK,
};

/** Whether rows of a kind can be searched. */
export function isSearched(kind: string): kind is SearchedKind {
  return kind === "interaction" || kind === "profile" || kind === "user_playbook" ||
    kind === "agent_playbook";
}
