import type { UserActionType } from "../constants.ts";
import type { Role, TimeFilter } from "./common.ts";
import type { SearchMode } from "../constants.ts";

/** One tool call made while producing a turn. */
export interface ToolUsed {
  /** Name of the tool. May be empty. */
  readonly tool_name: string;
  /** Free-form: input, output, latency and so on. Nulls inside are kept. Default: `{}`. */
  readonly tool_data?: Readonly<Record<string, unknown>>;
}

/** One turn as published by a client. */
export interface InteractionData {
  /**
   * Ignored: the server stamps all turns of one publish with its clock. Unix seconds, UTC.
   * Default: current time.
   */
  readonly created_at?: number;
  /** Free text. Usual values: User, user, assistant, system. Default: `"User"`. */
  readonly role?: Role;
  /** What was said. Default: `""`. */
  readonly content?: string;
  /** Answer of a second agent version, for comparison. Default: `""`. */
  readonly shadow_content?: string;
  /** Ideal answer by a person. Default: `""`. */
  readonly expert_content?: string;
  /** What the person did besides typing. Default: `"none"`. */
  readonly user_action?: UserActionType;
  /** Needed when user_action is not none. Default: `""`. */
  readonly user_action_description?: string;
  /** Empty, or scheme http, https or data. Default: `""`. */
  readonly interacted_image_url?: string;
  /** Base64 image. Not together with interacted_image_url. Default: `""`. */
  readonly image_encoding?: string;
  /** Tool calls of the turn, in order. Default: `[]`. */
  readonly tools_used?: readonly ToolUsed[];
  /**
   * Memories that the agent was shown for this turn, each a free-form map such as
   * `{kind, learning_id}`; kept and given back as sent. Default: `null`.
   */
  readonly retrieved_learnings?: readonly Readonly<Record<string, unknown>>[] | null;
  /**
   * Memories that the agent says it used, each a free-form map such as
   * `{kind, real_id, tag, title}`; kept and given back as sent. Default: `null`.
   */
  readonly citations?: readonly Readonly<Record<string, unknown>>[] | null;
  /** Free-form map of the caller; kept and given back as sent. Default: `null`. */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

/** Stored turn. Domain model, not on the wire: responses use InteractionView. */
export interface Interaction {
  /** Assigned by the server, 64-bit, rising, never reused. 0 = not stored yet. Default: `0`. */
  readonly interaction_id?: number;
  /** The person. */
  readonly user_id: string;
  /** UUID of the publish call. */
  readonly request_id: string;
  /** When it was stored. Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** Free text. Usual values: User, user, assistant, system. Default: `"User"`. */
  readonly role?: string;
  /** What was said. Default: `""`. */
  readonly content?: string;
  /** What the person did besides typing. Default: `"none"`. */
  readonly user_action?: UserActionType;
  /** Needed when user_action is not none. Default: `""`. */
  readonly user_action_description?: string;
  /** Empty, or scheme http, https or data. Default: `""`. */
  readonly interacted_image_url?: string;
  /** Base64 image. Not together with interacted_image_url. Default: `""`. */
  readonly image_encoding?: string;
  /** Answer of a second agent version, for comparison. Default: `""`. */
  readonly shadow_content?: string;
  /** Ideal answer by a person. Default: `""`. */
  readonly expert_content?: string;
  /** Tool calls of the turn, in order. Default: `[]`. */
  readonly tools_used?: readonly ToolUsed[];
  /**
   * Memories that the agent was shown for this turn, each a free-form map such as
   * `{kind, learning_id}`; kept and given back as sent. Default: `null`.
   */
  readonly retrieved_learnings?: readonly Readonly<Record<string, unknown>>[] | null;
  /**
   * Memories that the agent says it used, each a free-form map such as
   * `{kind, real_id, tag, title}`; kept and given back as sent. Default: `null`.
   */
  readonly citations?: readonly Readonly<Record<string, unknown>>[] | null;
  /** Free-form map of the caller; kept and given back as sent. Default: `null`. */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  /** Ignored: the server makes vectors itself. Empty or 512 numbers. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** Turn as returned. Equals Interaction without image_encoding and embedding. */
export interface InteractionView {
  /** Id of the turn; rising, never reused. */
  readonly interaction_id: number;
  /** The person. */
  readonly user_id: string;
  /** UUID of the publish call. */
  readonly request_id: string;
  /** When it was stored. Unix seconds, UTC. */
  readonly created_at: number;
  /** Who spoke. */
  readonly role: string;
  /** What was said. */
  readonly content: string;
  /** What the person did besides typing. */
  readonly user_action: UserActionType;
  /** What the action was about. */
  readonly user_action_description: string;
  /** Address of the image, empty when none. */
  readonly interacted_image_url: string;
  /** Answer of a second agent version, for comparison. */
  readonly shadow_content: string;
  /** Ideal answer by a person. */
  readonly expert_content: string;
  /** Tool calls of the turn, in order. */
  readonly tools_used: readonly ToolUsed[];
  /**
   * Memories that the agent was shown for this turn, each a free-form map such as
   * `{kind, learning_id}`; kept and given back as sent. Default: `null`.
   */
  readonly retrieved_learnings?: readonly Readonly<Record<string, unknown>>[] | null;
  /**
   * Memories that the agent says it used, each a free-form map such as
   * `{kind, real_id, tag, title}`; kept and given back as sent. Default: `null`.
   */
  readonly citations?: readonly Readonly<Record<string, unknown>>[] | null;
  /** Free-form map of the caller; kept and given back as sent. Default: `null`. */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

/** One publish call. Returned as is (no view). */
export interface Request {
  /** Id of the publish, UUID v4, made by the server. */
  readonly request_id: string;
  /** The person. */
  readonly user_id: string;
  /** When it was stored. Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** Channel the conversation came from. */
  readonly source: string;
  /** Version of the agent, never empty. */
  readonly agent_version: string;
  /** The session; null when there is none. Default: `null`. */
  readonly session_id?: string | null;
  /** Free-form map of the caller; kept and given back as sent. Default: `null`. */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  /** Kept for judging the session, never learnt from. Default: `null`. */
  readonly evaluation_only?: boolean | null;
}

/** A request with its turns, turns oldest first. */
export interface RequestDataView {
  /** The publish. */
  readonly request: Request;
  /** Turns. */
  readonly interactions: readonly InteractionView[];
}

/** Requests of one session within the page. */
export interface SessionView {
  /** "" collects every request without a session, of all users. */
  readonly session_id: string;
  /** Newest first. */
  readonly requests: readonly RequestDataView[];
}

/** Turns to store and learn from. */
export interface PublishUserInteractionRequest {
  /** The person, trimmed, not empty. */
  readonly user_id: string;
  /** Turns in the order of the conversation, at least one. */
  readonly interaction_data_list: readonly InteractionData[];
  /** Channel label; extractors can be limited to sources. "" counts as none. Default: `""`. */
  readonly source?: string;
  /** Version of the agent; empty: the default version of the server. Default: `""`. */
  readonly agent_version?: string;
  /**
   * Groups requests and has the session judged after 600 s of silence; empty counts as none.
   * Default: `null`.
   */
  readonly session_id?: string | null;
  /** Learn, but do not aggregate. Default: `false`. */
  readonly skip_aggregation?: boolean;
  /** Learn now, whatever batch_interval says. Default: `false`. */
  readonly force_extraction?: boolean;
  /** Free-form map of the caller; kept and given back as sent. Default: `null`. */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  /** Kept for judging the session, never learnt from. Default: `null`. */
  readonly evaluation_only?: boolean | null;
}

/** Outcome of a publish. Counts are there only when it was waited for. */
export interface PublishUserInteractionResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words; `queued` is in it when nothing was waited for. */
  readonly message: string;
  /** One line per learning service that failed or timed out; the turns are stored all the same. */
  readonly warnings: readonly string[];
  /** Id of the publish, UUID v4. Default: `null`. */
  readonly request_id?: string | null;
  /** Reserved; not sent. Default: `null`. */
  readonly endpoint_url?: string | null;
  /** Kind of the storage. Default: `null`. */
  readonly storage_type?: string | null;
  /** Where the data lives, masked. Default: `null`. */
  readonly storage_label?: string | null;
  /** Profiles that this publish added; only when waited for. Default: `null`. */
  readonly profiles_added?: number | null;
  /** Reserved; not sent. Default: `null`. */
  readonly profiles_updated?: number | null;
  /** User playbooks that this publish added; only when waited for. Default: `null`. */
  readonly playbooks_added?: number | null;
  /** Reserved; not sent. Default: `null`. */
  readonly playbooks_updated?: number | null;
}

/** Turns of one person. */
export interface GetInteractionsRequest {
  /** The person. */
  readonly user_id: string;
  /** Earliest `created_at`, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Most turns to return; null: all. Default: `30`. */
  readonly top_k?: number | null;
}

/** Turns. */
export interface GetInteractionsViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Turns. */
  readonly interactions: readonly InteractionView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** Turns of one person, by text or by age. */
export interface SearchInteractionRequest {
  /** The person. */
  readonly user_id: string;
  /** Only turns of this request. Default: `null`. */
  readonly request_id?: string | null;
  /** Text to search for. Default: `null`. */
  readonly query?: string | null;
  /** Earliest time, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Most records to return; above 10,000 counts as 10,000. Default: `null`. */
  readonly top_k?: number | null;
  /**
   * Newest turns, given oldest first; without it and without a query nothing is found. Default:
   * `null`.
   */
  readonly most_recent_k?: number | null;
  /** Ranking method. Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Turns found. */
export interface SearchInteractionsViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Turns. */
  readonly interactions: readonly InteractionView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** Which requests to list. All filters are optional; paging counts requests, not sessions. */
export interface GetRequestsRequest {
  /** Only requests of this person. Default: `null`. */
  readonly user_id?: string | null;
  /** Only this request. Default: `null`. */
  readonly request_id?: string | null;
  /** Only this session. Default: `null`. */
  readonly session_id?: string | null;
  /** Earliest `created_at` of the request, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Requests on a page; null: 100. Default: `30`. */
  readonly top_k?: number | null;
  /** Requests to skip; null: 0. Default: `0`. */
  readonly offset?: number | null;
}

/** Page of requests grouped by session. */
export interface GetRequestsViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Ordered by their newest request in the page. */
  readonly sessions: readonly SessionView[];
  /** Whether the page is full. */
  readonly has_more: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** One turn; deleted only when it belongs to the person. */
export interface DeleteUserInteractionRequest {
  /** The person. */
  readonly user_id: string;
  /** Id of the turn. */
  readonly interaction_id: number;
}

/** Outcome of deleting; success also when there was nothing. */
export interface DeleteUserInteractionResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. */
  readonly message: string;
}

/** One publish and its turns. */
export interface DeleteRequestRequest {
  /** Id of the publish, trimmed, not empty. */
  readonly request_id: string;
}

/** Outcome of deleting; success also when there was nothing. */
export interface DeleteRequestResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. */
  readonly message: string;
}

/** Every request of a session, of all users, with their turns. */
export interface DeleteSessionRequest {
  /** The session, trimmed, not empty. */
  readonly session_id: string;
}

/** Outcome of deleting a session; an unknown one is a success with count 0. */
export interface DeleteSessionResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. */
  readonly message: string;
  /** Requests that were deleted. */
  readonly deleted_requests_count: number;
}

/** Requests by id. */
export interface DeleteRequestsByIdsRequest {
  /** Ids of requests. */
  readonly request_ids: readonly string[];
}
