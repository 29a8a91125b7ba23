import type { SearchMode, Status, StatusFilter, TimeFilter } from "./common.ts";
import type { BlockingIssue, PlaybookStatus } from "./playbook.ts";

/** Rule aggregated over people. Accepted by add_agent_playbook; responses use AgentPlaybookView. */
export interface AgentPlaybook {
  /** Assigned by the server; a sent value is ignored. Default: `0`. */
  readonly agent_playbook_id?: number;
  /** Default: `""`. */
  readonly playbook_name?: string;
  /** `agent_version`. */
  readonly agent_version: string;
  /** Ignored by add_agent_playbook (server clock). Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** May be empty. */
  readonly content: string;
  /** Default: `null`. */
  readonly trigger?: string | null;
  /** Default: `null`. */
  readonly rationale?: string | null;
  /** Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** Default: `"pending"`. */
  readonly playbook_status?: PlaybookStatus;
  /** Default: `""`. */
  readonly playbook_metadata?: string;
  /** Dropped by add_agent_playbook. Default: `null`. */
  readonly expanded_terms?: string | null;
  /** Vector. Accepted on input but recomputed by the server; never returned. Default: `[]`. */
  readonly embedding?: readonly number[];
  /** Dropped by add_agent_playbook (always stored as current). Default: `null`. */
  readonly status?: Status;
}

/** Agent playbook as returned. */
export interface AgentPlaybookView {
  /** Assigned by the server; a sent value is ignored. */
  readonly agent_playbook_id: number;
  /** `playbook_name`. */
  readonly playbook_name: string;
  /** `agent_version`. */
  readonly agent_version: string;
  /** Ignored by add_agent_playbook (server clock). Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** May be empty. */
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
  /** Default: `null`. */
  readonly status?: Status;
}

/** Only agent_version, playbook_name, content, trigger, rationale, blocking_issue, playbook_status and playbook_metadata are stored. */
export interface AddAgentPlaybookRequest {
  /** `agent_playbooks`. */
  readonly agent_playbooks: readonly AgentPlaybook[];
}

/** Result of a direct insert. */
export interface AddAgentPlaybookResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly message?: string | null;
  /** `added_count`. */
  readonly added_count: number;
}

/** All filters optional. */
export interface GetAgentPlaybooksRequest {
  /** Null = 100. Default: `100`. */
  readonly limit?: number | null;
  /** "" = no filter. Default: `null`. */
  readonly playbook_name?: string | null;
  /** "" is compared literally. Default: `null`. */
  readonly agent_version?: string | null;
  /** Null: current only. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
  /** A single value. Null: all. Default: `null`. */
  readonly playbook_status_filter?: PlaybookStatus | null;
}

/** Agent playbooks. */
export interface GetAgentPlaybooksViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `agent_playbooks`. */
  readonly agent_playbooks: readonly AgentPlaybookView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** All filters optional; an empty body object is valid. */
export interface SearchAgentPlaybookRequest {
  /** Default: `null`. */
  readonly query?: string | null;
  /** Default: `null`. */
  readonly agent_version?: string | null;
  /** Default: `null`. */
  readonly playbook_name?: string | null;
  /** On created_at. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Null: every status. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
  /** A single value, not a list. Null: all. Default: `null`. */
  readonly playbook_status_filter?: PlaybookStatus | null;
  /** Default: `10`. */
  readonly top_k?: number | null;
  /** Default: `0.4`. */
  readonly threshold?: number | null;
  /** Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Agent playbooks found. */
export interface SearchAgentPlaybooksViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `agent_playbooks`. */
  readonly agent_playbooks: readonly AgentPlaybookView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Null or absent leaves the field as it is; a field cannot be cleared, but "" can be stored. */
export interface UpdateAgentPlaybookRequest {
  /** `agent_playbook_id`. */
  readonly agent_playbook_id: number;
  /** Default: `null`. */
  readonly playbook_name?: string | null;
  /** Default: `null`. */
  readonly content?: string | null;
  /** Default: `null`. */
  readonly trigger?: string | null;
  /** Default: `null`. */
  readonly rationale?: string | null;
  /** Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** Default: `null`. */
  readonly playbook_status?: PlaybookStatus | null;
}

/** Outcome with an optional text. */
export interface UpdateAgentPlaybookResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Review decision. */
export interface UpdatePlaybookStatusRequest {
  /** `agent_playbook_id`. */
  readonly agent_playbook_id: number;
  /** `playbook_status`. */
  readonly playbook_status: PlaybookStatus;
}

/** Outcome with an optional text. */
export interface UpdatePlaybookStatusResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** By id. */
export interface DeleteAgentPlaybookRequest {
  /** `agent_playbook_id`. */
  readonly agent_playbook_id: number;
}

/** Deleting something that does not exist is a success. */
export interface DeleteAgentPlaybookResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
}

/** Items may be any integer. */
export interface DeleteAgentPlaybooksByIdsRequest {
  /** `agent_playbook_ids`. */
  readonly agent_playbook_ids: readonly number[];
}
