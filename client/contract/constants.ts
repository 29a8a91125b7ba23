/** Version of the agent where neither the caller nor the server names one. */
export const DEFAULT_AGENT_VERSION = "agent-v0";

/** Expiry of a profile that never expires: 2100-01-01, Unix seconds, UTC. */
export const NEVER_EXPIRES_TIMESTAMP = 4_102_444_800;

/** Numbers in an embedding. */
export const EMBEDDING_DIMENSIONS = 512;

/** Turns per window where the config says nothing. */
export const DEFAULT_BATCH_SIZE = 10;

/** New turns that start learning where the config says nothing. */
export const DEFAULT_BATCH_INTERVAL = 5;

/** Org of every call on a server without keys. */
export const DEFAULT_ORG_ID = "self-host-org";

/** Most records of one list; a larger size counts as this one. */
export const MAX_LIST_SIZE = 10_000;

/** Heading lines of the three sections of a context text, by the list they show. */
export const CONTEXT_HEADINGS: {
  readonly agent_playbooks: "**Behavioral Guidelines:**";
  readonly user_playbooks: "**User Playbooks:**";
  readonly profiles: "**User Context:**";
} = {
  agent_playbooks: "**Behavioral Guidelines:**",
  user_playbooks: "**User Playbooks:**",
  profiles: "**User Context:**",
};

/**
 * The values of an enum by name: the same word in upper case.
 *
 * @param values Values on the wire, in lower case.
 */
function membersOf<const V extends string>(
  ...values: readonly V[]
): { readonly [K in V as Uppercase<K>]: K } {
  const members: Record<string, string> = {};
  for (const value of values) members[value.toUpperCase()] = value;
  return members as { [K in V as Uppercase<K>]: K };
}

/**
 * Lifecycle state. JSON null means current (active). `archive_in_progress` is a short-lived state
 * inside a downgrade.
 */
export type Status = null | "archived" | "pending" | "archive_in_progress";

/** The values of {@link Status} by name. */
export const Status: {
  readonly CURRENT: null;
  readonly ARCHIVED: "archived";
  readonly PENDING: "pending";
  readonly ARCHIVE_IN_PROGRESS: "archive_in_progress";
} = { CURRENT: null, ...membersOf("archived", "pending", "archive_in_progress") };

/**
 * Ranking method. hybrid = reciprocal rank fusion of text and vector ranks (k 60, weights 1 and
 * 1). vector and hybrid fall back to fts when no query embedding can be made.
 */
export type SearchMode = "vector" | "fts" | "hybrid";

/** The values of {@link SearchMode} by name. */
export const SearchMode: {
  readonly VECTOR: "vector";
  readonly FTS: "fts";
  readonly HYBRID: "hybrid";
} = membersOf("vector", "fts", "hybrid");

/** What the person did in the interface besides typing text. */
export type UserActionType = "click" | "scroll" | "type" | "none";

/** The values of {@link UserActionType} by name. */
export const UserActionType: {
  readonly CLICK: "click";
  readonly SCROLL: "scroll";
  readonly TYPE: "type";
  readonly NONE: "none";
} = membersOf("click", "scroll", "type", "none");

/**
 * Lifetime class of a learnt profile. Days used by the learner to compute `expiration_timestamp`:
 * one_day 1, one_week 7, one_month 30, one_quarter 90, one_year 365; infinity = 4102444800.
 * Records added by hand keep the expiration that was sent.
 */
export type ProfileTimeToLive =
  | "one_day"
  | "one_week"
  | "one_month"
  | "one_quarter"
  | "one_year"
  | "infinity";

/** The values of {@link ProfileTimeToLive} by name. */
export const ProfileTimeToLive: {
  readonly ONE_DAY: "one_day";
  readonly ONE_WEEK: "one_week";
  readonly ONE_MONTH: "one_month";
  readonly ONE_QUARTER: "one_quarter";
  readonly ONE_YEAR: "one_year";
  readonly INFINITY: "infinity";
} = membersOf("one_day", "one_week", "one_month", "one_quarter", "one_year", "infinity");

/** Human review state of an agent playbook. */
export type PlaybookStatus = "pending" | "approved" | "rejected";

/** The values of {@link PlaybookStatus} by name. */
export const PlaybookStatus: {
  readonly PENDING: "pending";
  readonly APPROVED: "approved";
  readonly REJECTED: "rejected";
} = membersOf("pending", "approved", "rejected");

/** Why the agent could not do what was asked. */
export type BlockingIssueKind =
  | "missing_tool"
  | "permission_denied"
  | "external_dependency"
  | "policy_restriction";

/** The values of {@link BlockingIssueKind} by name. */
export const BlockingIssueKind: {
  readonly MISSING_TOOL: "missing_tool";
  readonly PERMISSION_DENIED: "permission_denied";
  readonly EXTERNAL_DEPENDENCY: "external_dependency";
  readonly POLICY_RESTRICTION: "policy_restriction";
} = membersOf("missing_tool", "permission_denied", "external_dependency", "policy_restriction");

/** Outcome of comparing the delivered answer with the shadow answer. */
export type RegularVsShadow =
  | "regular_is_better"
  | "regular_is_slightly_better"
  | "shadow_is_better"
  | "shadow_is_slightly_better"
  | "tied";

/** The values of {@link RegularVsShadow} by name. */
export const RegularVsShadow: {
  readonly REGULAR_IS_BETTER: "regular_is_better";
  readonly REGULAR_IS_SLIGHTLY_BETTER: "regular_is_slightly_better";
  readonly SHADOW_IS_BETTER: "shadow_is_better";
  readonly SHADOW_IS_SLIGHTLY_BETTER: "shadow_is_slightly_better";
  readonly TIED: "tied";
} = membersOf(
  "regular_is_better",
  "regular_is_slightly_better",
  "shadow_is_better",
  "shadow_is_slightly_better",
  "tied",
);

/** State of a background operation. Terminal: completed, failed, cancelled. */
export type OperationStatus = "in_progress" | "completed" | "failed" | "cancelled";

/** The values of {@link OperationStatus} by name. */
export const OperationStatus: {
  readonly IN_PROGRESS: "in_progress";
  readonly COMPLETED: "completed";
  readonly FAILED: "failed";
  readonly CANCELLED: "cancelled";
} = membersOf("in_progress", "completed", "failed", "cancelled");

/**
 * Named pair (batch_size, batch_interval): quick_chat (5, 3), standard (10, 5), long_form (25,
 * 10), high_volume (15, 8).
 */
export type ExtractionPreset = "quick_chat" | "standard" | "long_form" | "high_volume";

/** The values of {@link ExtractionPreset} by name. */
export const ExtractionPreset: {
  readonly QUICK_CHAT: "quick_chat";
  readonly STANDARD: "standard";
  readonly LONG_FORM: "long_form";
  readonly HIGH_VOLUME: "high_volume";
} = membersOf("quick_chat", "standard", "long_form", "high_volume");

/**
 * Result of the last storage check: 0 unknown, 1 incomplete, 2 failed, 3 succeeded. Value 2 makes
 * whoami report storage_configured=false.
 */
export type StorageConfigTest = 0 | 1 | 2 | 3;

/** The values of {@link StorageConfigTest} by name. */
export const StorageConfigTest: {
  readonly UNKNOWN: 0;
  readonly INCOMPLETE: 1;
  readonly FAILED: 2;
  readonly SUCCEEDED: 3;
} = {
  UNKNOWN: 0,
  INCOMPLETE: 1,
  FAILED: 2,
  SUCCEEDED: 3,
};
