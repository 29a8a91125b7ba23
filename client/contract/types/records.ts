import type { PlaybookAggregationChangeLog, ProfileChangeLog } from "./change_log.ts";
import type { Config } from "./config.ts";
import type { EvaluationResultView } from "./evaluation.ts";
import type { InteractionView, Request } from "./interaction.ts";
import type { AgentPlaybook } from "./agent_playbook.ts";
import type { UserPlaybook } from "./playbook.ts";
import type { UserProfile } from "./profile.ts";

/** How far an extractor has read the turns of a user, so that they are not learnt from again. */
export interface BookmarkRecord {
  /** The service that reads. */
  readonly service: "profile_generation" | "playbook_generation";
  /** The user. */
  readonly user_id: string;
  /** The extractor. */
  readonly extractor_name: string;
  /** The only source it reads, empty when it reads every source. */
  readonly source: string;
  /** Turns created before this second are read, Unix seconds. */
  readonly watermark_sec: number;
  /** Turns at or after the watermark that are read. */
  readonly processed_ids: readonly number[];
}

/** A request with the turns that came with it. */
export interface RequestRecord extends Request {
  /** Its turns by rising id. */
  readonly interactions: readonly InteractionView[];
}

/** Whole records of one or several kinds, with ids, times and states: what moves a memory. */
export interface RecordSets {
  /** The configuration without secrets; null: none. */
  readonly config?: Config | null;
  /** Its keys that somebody chose. */
  readonly explicit_config_keys?: readonly string[];
  /** Requests with their turns. */
  readonly requests?: readonly RequestRecord[];
  /** Turns whose request is gone. */
  readonly interactions?: readonly InteractionView[];
  /** Profiles of every state. */
  readonly profiles?: readonly UserProfile[];
  /** User playbooks of every state. */
  readonly user_playbooks?: readonly UserPlaybook[];
  /** Agent playbooks of every state. */
  readonly agent_playbooks?: readonly AgentPlaybook[];
  /** Verdicts on sessions. */
  readonly evaluations?: readonly EvaluationResultView[];
  /** Entries of the profile change log. */
  readonly profile_change_logs?: readonly ProfileChangeLog[];
  /** Entries of the aggregation change log. */
  readonly aggregation_change_logs?: readonly PlaybookAggregationChangeLog[];
  /** Whether records take the place of other ones with their ids; else such a call is refused. */
  readonly replace?: boolean;
  /** How far extractors have read. */
  readonly bookmarks?: readonly BookmarkRecord[];
}
