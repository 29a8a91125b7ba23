import type { BlockingIssue, PlaybookStatus } from "./playbook.ts";
import type { ProfileView, UserProfile } from "./profile.ts";

/** Stored change record. Domain model, not on the wire. */
export interface ProfileChangeLog {
  /** `id`. */
  readonly id: number;
  /** `user_id`. */
  readonly user_id: string;
  /** `request_id`. */
  readonly request_id: string;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** `added_profiles`. */
  readonly added_profiles: readonly UserProfile[];
  /** `removed_profiles`. */
  readonly removed_profiles: readonly UserProfile[];
  /** `mentioned_profiles`. */
  readonly mentioned_profiles: readonly UserProfile[];
}

/** What one learning run did to one person's profiles. Profiles inside are ProfileView with null keys kept. */
export interface ProfileChangeLogView {
  /** `id`. */
  readonly id: number;
  /** `user_id`. */
  readonly user_id: string;
  /** `request_id`. */
  readonly request_id: string;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** `added_profiles`. */
  readonly added_profiles: readonly ProfileView[];
  /** `removed_profiles`. */
  readonly removed_profiles: readonly ProfileView[];
  /** `mentioned_profiles`. */
  readonly mentioned_profiles: readonly ProfileView[];
}

/** No message field. */
export interface ProfileChangeLogViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `profile_change_logs`. */
  readonly profile_change_logs: readonly ProfileChangeLogView[];
}

/** Agent playbook as frozen in a change record: no created_at, status, expanded_terms, embedding. */
export interface AgentPlaybookSnapshot {
  /** `agent_playbook_id`. */
  readonly agent_playbook_id: number;
  /** `playbook_name`. */
  readonly playbook_name: string;
  /** `agent_version`. */
  readonly agent_version: string;
  /** `content`. */
  readonly content: string;
  /** Default: `null`. */
  readonly trigger?: string | null;
  /** Default: `null`. */
  readonly rationale?: string | null;
  /** Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** `playbook_status`. */
  readonly playbook_status: PlaybookStatus;
  /** `playbook_metadata`. */
  readonly playbook_metadata: string;
}

/** Pair for a changed playbook. */
export interface AgentPlaybookUpdateEntry {
  /** `before`. */
  readonly before: AgentPlaybookSnapshot;
  /** `after`. */
  readonly after: AgentPlaybookSnapshot;
}

/** What one aggregation run did. Null keys kept. */
export interface PlaybookAggregationChangeLog {
  /** `id`. */
  readonly id: number;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** `playbook_name`. */
  readonly playbook_name: string;
  /** `agent_version`. */
  readonly agent_version: string;
  /** `run_mode`. */
  readonly run_mode: "full_archive" | "incremental";
  /** `added_agent_playbooks`. */
  readonly added_agent_playbooks: readonly AgentPlaybookSnapshot[];
  /** `removed_agent_playbooks`. */
  readonly removed_agent_playbooks: readonly AgentPlaybookSnapshot[];
  /** `updated_agent_playbooks`. */
  readonly updated_agent_playbooks: readonly AgentPlaybookUpdateEntry[];
}

/** No message field. */
export interface PlaybookAggregationChangeLogResponse {
  /** `success`. */
  readonly success: boolean;
  /** `change_logs`. */
  readonly change_logs: readonly PlaybookAggregationChangeLog[];
}
