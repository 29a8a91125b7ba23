import type { BlockingIssue } from "./playbook.ts";
import type { PlaybookStatus } from "../constants.ts";
import type { ProfileView, UserProfile } from "./profile.ts";

/** Stored change record. Domain model, not on the wire. */
export interface ProfileChangeLog {
  /** Id of the record. */
  readonly id: number;
  /** The person. */
  readonly user_id: string;
  /** Id of the publish that it came from. */
  readonly request_id: string;
  /** When the run ended. Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** Profiles that were added. */
  readonly added_profiles: readonly UserProfile[];
  /** Profiles that were replaced or retracted. */
  readonly removed_profiles: readonly UserProfile[];
  /** Profiles that were confirmed without a change. */
  readonly mentioned_profiles: readonly UserProfile[];
}

/**
 * What one learning run did to one person's profiles. Profiles inside are ProfileView with null
 * keys kept.
 */
export interface ProfileChangeLogView {
  /** Id of the record. */
  readonly id: number;
  /** The person. */
  readonly user_id: string;
  /** Id of the publish that it came from. */
  readonly request_id: string;
  /** When the run ended. Unix seconds, UTC. */
  readonly created_at: number;
  /** Profiles that were added. */
  readonly added_profiles: readonly ProfileView[];
  /** Profiles that were replaced or retracted. */
  readonly removed_profiles: readonly ProfileView[];
  /** Profiles that were confirmed without a change. */
  readonly mentioned_profiles: readonly ProfileView[];
}

/** Change records of profiles. There is no message field. */
export interface ProfileChangeLogViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** The 100 newest entries, newest first. */
  readonly profile_change_logs: readonly ProfileChangeLogView[];
}

/**
 * Agent playbook as frozen in a change record: no created_at, status, expanded_terms, embedding.
 */
export interface AgentPlaybookSnapshot {
  /** Id of the agent playbook. */
  readonly agent_playbook_id: number;
  /** Name of the extractor that the playbook belongs to. */
  readonly playbook_name: string;
  /** Version of the agent. */
  readonly agent_version: string;
  /** What the agent should do. */
  readonly content: string;
  /** Situation in which the rule applies. Default: `null`. */
  readonly trigger?: string | null;
  /** Why the rule holds. Default: `null`. */
  readonly rationale?: string | null;
  /** What kept the agent from doing what was asked. Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** Review state. */
  readonly playbook_status: PlaybookStatus;
  /** Free text about how the playbook was made. */
  readonly playbook_metadata: string;
}

/** Pair for a changed playbook. */
export interface AgentPlaybookUpdateEntry {
  /** As it was. */
  readonly before: AgentPlaybookSnapshot;
  /** As it is now. */
  readonly after: AgentPlaybookSnapshot;
}

/** What one aggregation run did. Null keys kept. */
export interface PlaybookAggregationChangeLog {
  /** Id of the record. */
  readonly id: number;
  /** When the run ended. Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** Name of the extractor that the playbook belongs to. */
  readonly playbook_name: string;
  /** Version of the agent. */
  readonly agent_version: string;
  /** Whether the run rebuilt everything or only what changed. */
  readonly run_mode: "full_archive" | "incremental";
  /** Agent playbooks that were added. */
  readonly added_agent_playbooks: readonly AgentPlaybookSnapshot[];
  /** Agent playbooks that were archived or deleted. */
  readonly removed_agent_playbooks: readonly AgentPlaybookSnapshot[];
  /** Agent playbooks that were replaced, each as a pair. */
  readonly updated_agent_playbooks: readonly AgentPlaybookUpdateEntry[];
}

/** Change records of aggregation. There is no message field. */
export interface PlaybookAggregationChangeLogResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** The 100 newest entries, newest first. */
  readonly change_logs: readonly PlaybookAggregationChangeLog[];
}
