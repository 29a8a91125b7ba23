import type { SearchMode, Status, StatusFilter, TimeFilter } from "./common.ts";

/** Human review state of an agent playbook. */
export type PlaybookStatus = "pending" | "approved" | "rejected";

/** The values of {@link PlaybookStatus} by name. */
export const PlaybookStatus: {
  readonly PENDING: "pending";
  readonly APPROVED: "approved";
  readonly REJECTED: "rejected";
} = {
  PENDING: "pending",
  APPROVED: "approved",
  REJECTED: "rejected",
};

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
} = {
  MISSING_TOOL: "missing_tool",
  PERMISSION_DENIED: "permission_denied",
  EXTERNAL_DEPENDENCY: "external_dependency",
  POLICY_RESTRICTION: "policy_restriction",
};

/** Capability that was missing when the rule was learnt. */
export interface BlockingIssue {
  /** `kind`. */
  readonly kind: BlockingIssueKind;
  /** What is missing and why it stops the request. May be empty. */
  readonly details: string;
}

/** Rule learnt from one person's conversations. Accepted by add_user_playbook; responses use UserPlaybookView. */
export interface UserPlaybook {
  /** Assigned by the server; a sent value is ignored by add_user_playbook. Default: `0`. */
  readonly user_playbook_id?: number;
  /** Default: `null`. */
  readonly user_id?: string | null;
  /** `agent_version`. */
  readonly agent_version: string;
  /** `request_id`. */
  readonly request_id: string;
  /** Name of the extractor that produced it. Default: `""`. */
  readonly playbook_name?: string;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** Default: `""`. */
  readonly content?: string;
  /** When the rule applies. Default: `null`. */
  readonly trigger?: string | null;
  /** Default: `null`. */
  readonly rationale?: string | null;
  /** Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** Default: `null`. */
  readonly status?: Status;
  /** Default: `null`. */
  readonly source?: string | null;
  /** Default: `[]`. */
  readonly source_interaction_ids?: readonly number[];
  /** Search-only. Write-only. Default: `null`. */
  readonly expanded_terms?: string | null;
  /** Vector. Accepted on input but recomputed by the server; never returned. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** User playbook as returned. */
export interface UserPlaybookView {
  /** Assigned by the server; a sent value is ignored by add_user_playbook. */
  readonly user_playbook_id: number;
  /** Default: `null`. */
  readonly user_id?: string | null;
  /** `agent_version`. */
  readonly agent_version: string;
  /** `request_id`. */
  readonly request_id: string;
  /** Name of the extractor that produced it. */
  readonly playbook_name: string;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** `content`. */
  readonly content: string;
  /** When the rule applies. Default: `null`. */
  readonly trigger?: string | null;
  /** Default: `null`. */
  readonly rationale?: string | null;
  /** Default: `null`. */
  readonly blocking_issue?: BlockingIssue | null;
  /** Default: `null`. */
  readonly status?: Status;
  /** Default: `null`. */
  readonly source?: string | null;
  /** `source_interaction_ids`. */
  readonly source_interaction_ids: readonly number[];
}

/** Each item needs trigger or content (non-empty). */
export interface AddUserPlaybookRequest {
  /** `user_playbooks`. */
  readonly user_playbooks: readonly UserPlaybook[];
}

/** Result of a direct insert. */
export interface AddUserPlaybookResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly message?: string | null;
  /** `added_count`. */
  readonly added_count: number;
}

/** All filters optional. */
export interface GetUserPlaybooksRequest {
  /** Null = 100. Default: `100`. */
  readonly limit?: number | null;
  /** "" is compared literally. Default: `null`. */
  readonly user_id?: string | null;
  /** "" = no filter. Default: `null`. */
  readonly playbook_name?: string | null;
  /** "" is compared literally. Default: `null`. */
  readonly agent_version?: string | null;
  /** Null: every status. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
}

/** User playbooks. */
export interface GetUserPlaybooksViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `user_playbooks`. */
  readonly user_playbooks: readonly UserPlaybookView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** All filters optional; an empty body object is valid. */
export interface SearchUserPlaybookRequest {
  /** Default: `null`. */
  readonly query?: string | null;
  /** Default: `null`. */
  readonly user_id?: string | null;
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
  /** Default: `10`. */
  readonly top_k?: number | null;
  /** Default: `0.4`. */
  readonly threshold?: number | null;
  /** Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** User playbooks found. */
export interface SearchUserPlaybooksViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `user_playbooks`. */
  readonly user_playbooks: readonly UserPlaybookView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Null or absent leaves the field as it is; a field cannot be cleared, but "" can be stored. */
export interface UpdateUserPlaybookRequest {
  /** `user_playbook_id`. */
  readonly user_playbook_id: number;
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
}

/** Outcome with an optional text. */
export interface UpdateUserPlaybookResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** By id. */
export interface DeleteUserPlaybookRequest {
  /** `user_playbook_id`. */
  readonly user_playbook_id: number;
}

/** Deleting something that does not exist is a success. */
export interface DeleteUserPlaybookResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
}

/** Items may be any integer. */
export interface DeleteUserPlaybooksByIdsRequest {
  /** `user_playbook_ids`. */
  readonly user_playbook_ids: readonly number[];
}

/** Null = no filter; "" is compared literally. */
export interface UpgradeUserPlaybooksRequest {
  /** Default: `null`. */
  readonly agent_version?: string | null;
  /** Default: `null`. */
  readonly playbook_name?: string | null;
  /** false: promote pending without archiving current or deleting old archived. Default: `true`. */
  readonly archive_current?: boolean;
}

/** Counts of the three steps. */
export interface UpgradeUserPlaybooksResponse {
  /** `success`. */
  readonly success: boolean;
  /** `user_playbooks_deleted`. */
  readonly user_playbooks_deleted: number;
  /** `user_playbooks_archived`. */
  readonly user_playbooks_archived: number;
  /** `user_playbooks_promoted`. */
  readonly user_playbooks_promoted: number;
  /** `message`. */
  readonly message: string;
}

/** Null = no filter; "" is compared literally. */
export interface DowngradeUserPlaybooksRequest {
  /** Default: `null`. */
  readonly agent_version?: string | null;
  /** Default: `null`. */
  readonly playbook_name?: string | null;
}

/** Counts. */
export interface DowngradeUserPlaybooksResponse {
  /** `success`. */
  readonly success: boolean;
  /** `user_playbooks_demoted`. */
  readonly user_playbooks_demoted: number;
  /** `user_playbooks_restored`. */
  readonly user_playbooks_restored: number;
  /** `message`. */
  readonly message: string;
}
