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

/** A place in a turn that an item was learnt from. */
export interface ExplanationSpan {
  /** The turn. */
  readonly interaction_id: number;
  /** First code unit. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
  /** What the place contributed. */
  readonly part: "cue" | "value" | "condition" | "reason" | "fault" | "quote";
}

/** How sure a learner was, in points from 0 to 100. */
export interface ExplanationConfidence {
  /** Points to begin with. */
  readonly base: number;
  /** What was added and taken away. */
  readonly adjust: readonly { readonly name: string; readonly points: number }[];
  /** Points in the end. */
  readonly final: number;
}

/** Why an item was learnt. */
export interface Explanation {
  /** Rule of the embedded learner, or prompt of the model learner. */
  readonly rule_id: string;
  /** Hash of the rules, or name of the model. */
  readonly rules_version: string;
  /** What became of it. */
  readonly outcome: "added" | "merged" | "replaced" | "retracted" | "declined";
  /** Why it was declined, null when it was not. */
  readonly reason: string | null;
  /** The quoted places. */
  readonly spans: readonly ExplanationSpan[];
  /** What was decided about the clause, by question. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** What the item is filed under, null when under nothing. */
  readonly slot: string | null;
  /** Key inside the slot, null when none. */
  readonly key: string | null;
  /** Value for tests of equality, null when none. */
  readonly value: string | null;
  /** How sure the learner was. */
  readonly confidence: ExplanationConfidence;
  /** All turns used, rising. */
  readonly interaction_ids: readonly number[];
  /** Ids of items that it replaced or took back. */
  readonly replaced_ids: readonly (string | number)[];
  /** Item that it was merged into, null when none. */
  readonly merged_into: string | number | null;
  /** Where the time to live comes from. */
  readonly ttl_from: string | null;
}

/** Why a stored item was learnt. */
export interface ExplanationRecord {
  /** Kind of the item. */
  readonly kind: "profile" | "user_playbook" | "agent_playbook";
  /** Its id. */
  readonly id: string | number;
  /** The reasons. */
  readonly explanation: Explanation;
}

/** A group of user playbooks as the last aggregation left it. */
export interface AggregationCluster {
  /** Name of the set of members. */
  readonly fingerprint: string;
  /** Members, rising. */
  readonly user_playbook_ids: readonly number[];
  /** What it became; null: nothing new. */
  readonly agent_playbook_id: number | null;
}

/** What the last aggregation of a playbook name and version left. */
export interface AggregationRecord {
  /** The playbook name. */
  readonly playbook_name: string;
  /** Version of the agent. */
  readonly agent_version: string;
  /** Highest id of the user playbooks it read. */
  readonly last_user_playbook_id: number;
  /** Its groups, null before the first run that made any. */
  readonly clusters: readonly AggregationCluster[] | null;
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
  /** Why items were learnt; those of items that are not there are passed over. */
  readonly explanations?: readonly ExplanationRecord[];
  /** What the last aggregations left. */
  readonly aggregations?: readonly AggregationRecord[];
}
