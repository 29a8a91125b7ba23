import type { ModelRole } from "../llm/mod.ts";
import type { RedactionRules } from "./redaction.ts";
import type { RetentionDays } from "./retention_days.ts";
import type { StorageLimits } from "./storage_limit.ts";

/** When old turns are dropped. */
export interface RetentionSettings {
  /** Turns of an org from which the oldest are dropped; 0 or less: never. */
  readonly thresholdRows: number;
  /** Turns dropped at once. */
  readonly deleteCount: number;
  /** Entries kept of each change log of an org, the newest. */
  readonly changeLogEntries: number;
  /** Days that rows are kept, by kind. */
  readonly days: RetentionDays;
}

/** What the operator of the server decided. */
export interface ServerSettings {
  /** Version of the server. */
  readonly version: string;
  /** Where the data lives, as it may be shown. */
  readonly storageLabel: string;
  /** Version of the agent where a caller names none. */
  readonly defaultAgentVersion: string;
  /** Environment as the model room reads it: keys, addresses, learner. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Models by role where an org names none. */
  readonly siteModels: Readonly<Partial<Record<ModelRole, string>>>;
  /** Whether everybody may read secrets back; asked for every call. */
  readonly showsSecrets: () => boolean;
  /** When old turns are dropped. */
  readonly retention: RetentionSettings;
  /** Silence after which a session is judged, seconds. */
  readonly evaluationDelaySec: number;
  /** Whether a session is judged again when turns were added to it. */
  readonly reevaluates: boolean;
  /** Whether what is learnt is compared with what is known. */
  readonly deduplicates: boolean;
  /** Least cosine of a vector hit at the default threshold, for the built-in vectors. */
  readonly embeddedFloor: number;
  /** What is replaced in texts before they are stored, null: nothing. */
  readonly redaction: RedactionRules | null;
  /** How much each org may store. */
  readonly storageLimits: StorageLimits;
  /** Orgs whose search indexes are kept in memory. */
  readonly maxIndexedOrgs: number;
  /** Memory of all search indexes above which the least recently used orgs are dropped, bytes. */
  readonly maxIndexBytes: number;
}
