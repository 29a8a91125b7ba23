import type { StatusFilter, TimeFilter } from "./common.ts";
import type { SearchMode, Status } from "../constants.ts";
import type { BlockingIssue } from "./playbook.ts";
import type { PlaybookStatus } from "../constants.ts";

/** Rule aggregated over people. Accepted by add_agent_playbook; responses use AgentPlaybookView. */
export interface AgentPlaybook {
  /** Assigned by the server; a sent value is ignored. Default: `0`. */
  readonly agent_playbook_id?: number;
  /** Name of the extractor that the playbook belongs to. Default: `""`. */
  readonly playbook_name?: string;
  /** Version of the agent. */
  readonly agent_version: string;
  /** Ignored: the server stamps its own clock. Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** What the agent should do. May be empty. */
  readonly content: string;
  /** Situation in which the rule applies. Default: `null`. */
  readonly trigger?: string | null;
  /** Why the rule holds. Default: `null`. */
  readonly rationale?: string | null;
  /** What kept the agent from doing what was asked. Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** Review state. Default: `"pending"`. */
  readonly playbook_status?: PlaybookStatus;
  /** Free text about how the playbook was made. Default: `""`. */
  readonly playbook_metadata?: string;
  /**
   * Synonyms for the text index; not taken over from a request, never returned. Default: `null`.
   */
  readonly expanded_terms?: string | null;
  /** Ignored: the server makes vectors itself. Empty or 512 numbers. Default: `[]`. */
  readonly embedding?: readonly number[];
  /** Ignored: stored as current. Default: `null`. */
  readonly status?: Status;
}

/** Agent playbook as returned. */
export interface AgentPlaybookView {
  /** Id of the agent playbook. */
  readonly agent_playbook_id: number;
  /** Name of the extractor that the playbook belongs to. */
  readonly playbook_name: string;
  /** Version of the agent. */
  readonly agent_version: string;
  /** When it was made. Unix seconds, UTC. */
  readonly created_at: number;
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
  /** Lifecycle state; null: current. Default: `null`. */
  readonly status?: Status;
}

/**
 * Agent playbooks to store. Only version, name, content, trigger, rationale, obstacle, review
 * state and metadata are taken over.
 */
export interface AddAgentPlaybookRequest {
  /** Agent playbooks. */
  readonly agent_playbooks: readonly AgentPlaybook[];
}

/** Result of a direct insert. */
export interface AddAgentPlaybookResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly message?: string | null;
  /** Records stored. */
  readonly added_count: number;
}

/** Which agent playbooks to list. All filters are optional. */
export interface GetAgentPlaybooksRequest {
  /** Most records to return; null: 100. Default: `100`. */
  readonly limit?: number | null;
  /** Only playbooks of this name; empty: all. Default: `null`. */
  readonly playbook_name?: string | null;
  /** Only playbooks of this version; empty text is compared too. Default: `null`. */
  readonly agent_version?: string | null;
  /** Lifecycle states to include; null: current only. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
  /** One review state, not a list; null: every one. Default: `null`. */
  readonly playbook_status_filter?: PlaybookStatus | null;
}

/** Agent playbooks. */
export interface GetAgentPlaybooksViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Agent playbooks. */
  readonly agent_playbooks: readonly AgentPlaybookView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** Agent playbooks by text and filters. All fields are optional. */
export interface SearchAgentPlaybookRequest {
  /** Text to search for. Default: `null`. */
  readonly query?: string | null;
  /** Only playbooks of this version. Default: `null`. */
  readonly agent_version?: string | null;
  /** Only playbooks of this name. Default: `null`. */
  readonly playbook_name?: string | null;
  /** Earliest `created_at`, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Lifecycle states to include; null: every one. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
  /** One review state, not a list; null: every one. Default: `null`. */
  readonly playbook_status_filter?: PlaybookStatus | null;
  /** Most records to return; above 10,000 counts as 10,000. Default: `10`. */
  readonly top_k?: number | null;
  /** Least similarity of a vector hit, 0 to 1. Default: `0.4`. */
  readonly threshold?: number | null;
  /** Rewrite the query with the language model first. Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Ranking method. Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Agent playbooks found. */
export interface SearchAgentPlaybooksViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Agent playbooks. */
  readonly agent_playbooks: readonly AgentPlaybookView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** New values of an agent playbook. Null or absent keeps a field; empty text is stored. */
export interface UpdateAgentPlaybookRequest {
  /** Id of the agent playbook. */
  readonly agent_playbook_id: number;
  /** New name; null keeps the present one. Default: `null`. */
  readonly playbook_name?: string | null;
  /** New rule; null keeps the present one. Default: `null`. */
  readonly content?: string | null;
  /** New situation; null keeps the present one. Default: `null`. */
  readonly trigger?: string | null;
  /** New reason; null keeps the present one. Default: `null`. */
  readonly rationale?: string | null;
  /** New obstacle as a whole; null keeps the present one. Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** New review state; null keeps the present one. Default: `null`. */
  readonly playbook_status?: PlaybookStatus | null;
}

/** Outcome with an optional text. */
export interface UpdateAgentPlaybookResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** Review decision. */
export interface UpdatePlaybookStatusRequest {
  /** Id of the agent playbook. */
  readonly agent_playbook_id: number;
  /** New review state. */
  readonly playbook_status: PlaybookStatus;
}

/** Outcome with an optional text. */
export interface UpdatePlaybookStatusResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** One agent playbook by id. */
export interface DeleteAgentPlaybookRequest {
  /** Id of the agent playbook. */
  readonly agent_playbook_id: number;
}

/** Outcome of deleting; success also when there was nothing. */
export interface DeleteAgentPlaybookResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. */
  readonly message: string;
}

/** Agent playbooks by id. */
export interface DeleteAgentPlaybooksByIdsRequest {
  /** Ids of agent playbooks. */
  readonly agent_playbook_ids: readonly number[];
}
