import type { BlockingIssueKind } from "../constants.ts";
import type { StatusFilter, TimeFilter } from "./common.ts";
import type { SearchMode, Status } from "../constants.ts";

/** Capability that was missing when the rule was learnt. */
export interface BlockingIssue {
  /** Kind of obstacle. */
  readonly kind: BlockingIssueKind;
  /** What is missing and why it stops the request. May be empty. */
  readonly details: string;
}

/**
 * Rule learnt from one person's conversations. Accepted by add_user_playbook; responses use
 * UserPlaybookView.
 */
export interface UserPlaybook {
  /** Assigned by the server; a sent value is ignored by add_user_playbook. Default: `0`. */
  readonly user_playbook_id?: number;
  /** The person it was learnt from. Default: `null`. */
  readonly user_id?: string | null;
  /** Version of the agent. */
  readonly agent_version: string;
  /** Id of the publish that it came from. */
  readonly request_id: string;
  /** Name of the extractor that it belongs to. Default: `""`. */
  readonly playbook_name?: string;
  /** When it was made. Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** What the agent should do. Default: `""`. */
  readonly content?: string;
  /** Situation in which the rule applies. Default: `null`. */
  readonly trigger?: string | null;
  /** Why the rule holds. Default: `null`. */
  readonly rationale?: string | null;
  /** What kept the agent from doing what was asked. Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** Lifecycle state; null: current. Default: `null`. */
  readonly status?: Status;
  /** Channel the conversation came from. Default: `null`. */
  readonly source?: string | null;
  /** Ids of the turns that carry the evidence. Default: `[]`. */
  readonly source_interaction_ids?: readonly number[];
  /** Synonyms for the text index; never returned. Default: `null`. */
  readonly expanded_terms?: string | null;
  /** Ignored: the server makes vectors itself. Empty or 512 numbers. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** User playbook as returned. */
export interface UserPlaybookView {
  /** Id of the user playbook. */
  readonly user_playbook_id: number;
  /** The person it was learnt from. Default: `null`. */
  readonly user_id?: string | null;
  /** Version of the agent. */
  readonly agent_version: string;
  /** Id of the publish that it came from. */
  readonly request_id: string;
  /** Name of the extractor that it belongs to. */
  readonly playbook_name: string;
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
  /** Lifecycle state; null: current. Default: `null`. */
  readonly status?: Status;
  /** Channel the conversation came from. Default: `null`. */
  readonly source?: string | null;
  /** Ids of the turns that carry the evidence. */
  readonly source_interaction_ids: readonly number[];
}

/** User playbooks to store; each needs a trigger or content. */
export interface AddUserPlaybookRequest {
  /** User playbooks. */
  readonly user_playbooks: readonly UserPlaybook[];
}

/** Result of a direct insert. */
export interface AddUserPlaybookResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly message?: string | null;
  /** Records stored. */
  readonly added_count: number;
}

/** Which user playbooks to list. All filters are optional. */
export interface GetUserPlaybooksRequest {
  /** Most records to return; null: 100. Default: `100`. */
  readonly limit?: number | null;
  /** Only playbooks of this person; empty text is compared too. Default: `null`. */
  readonly user_id?: string | null;
  /** Only playbooks of this name; empty: all. Default: `null`. */
  readonly playbook_name?: string | null;
  /** Only playbooks of this version; empty text is compared too. Default: `null`. */
  readonly agent_version?: string | null;
  /** Lifecycle states to include; null: every one. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
}

/** User playbooks. */
export interface GetUserPlaybooksViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** User playbooks. */
  readonly user_playbooks: readonly UserPlaybookView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** User playbooks by text and filters. All fields are optional. */
export interface SearchUserPlaybookRequest {
  /** Text to search for. Default: `null`. */
  readonly query?: string | null;
  /** Only playbooks of this person. Default: `null`. */
  readonly user_id?: string | null;
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
  /** Most records to return; above 10,000 counts as 10,000. Default: `10`. */
  readonly top_k?: number | null;
  /** Least similarity of a vector hit, 0 to 1. Default: `0.4`. */
  readonly threshold?: number | null;
  /** Rewrite the query with the language model first. Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Ranking method. Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** User playbooks found. */
export interface SearchUserPlaybooksViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** User playbooks. */
  readonly user_playbooks: readonly UserPlaybookView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** New values of a user playbook. Null or absent keeps a field; empty text is stored. */
export interface UpdateUserPlaybookRequest {
  /** Id of the user playbook. */
  readonly user_playbook_id: number;
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
}

/** Outcome with an optional text. */
export interface UpdateUserPlaybookResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** One user playbook by id. */
export interface DeleteUserPlaybookRequest {
  /** Id of the user playbook. */
  readonly user_playbook_id: number;
}

/** Outcome of deleting; success also when there was nothing. */
export interface DeleteUserPlaybookResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. */
  readonly message: string;
}

/** User playbooks by id. */
export interface DeleteUserPlaybooksByIdsRequest {
  /** Ids of user playbooks. */
  readonly user_playbook_ids: readonly number[];
}

/** Which pending user playbooks become current. Null: no filter; empty text is compared too. */
export interface UpgradeUserPlaybooksRequest {
  /** Only playbooks of this version. Default: `null`. */
  readonly agent_version?: string | null;
  /** Only playbooks of this name. Default: `null`. */
  readonly playbook_name?: string | null;
  /** Whether current rows are archived and old archived rows deleted. Default: `true`. */
  readonly archive_current?: boolean;
}

/** Counts of the three steps. */
export interface UpgradeUserPlaybooksResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Old archived user playbooks that were deleted. */
  readonly user_playbooks_deleted: number;
  /** Current user playbooks that became archived. */
  readonly user_playbooks_archived: number;
  /** Pending user playbooks that became current. */
  readonly user_playbooks_promoted: number;
  /** Outcome in words. */
  readonly message: string;
}

/** Which archived user playbooks come back. Null: no filter; empty text is compared too. */
export interface DowngradeUserPlaybooksRequest {
  /** Only playbooks of this version. Default: `null`. */
  readonly agent_version?: string | null;
  /** Only playbooks of this name. Default: `null`. */
  readonly playbook_name?: string | null;
}

/** Counts. */
export interface DowngradeUserPlaybooksResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Current user playbooks that became archived. */
  readonly user_playbooks_demoted: number;
  /** Archived user playbooks that became current. */
  readonly user_playbooks_restored: number;
  /** Outcome in words. */
  readonly message: string;
}
