import type { SearchMode, TimeFilter } from "./common.ts";

/** What the person did in the interface besides typing text. */
export type UserActionType = "click" | "scroll" | "type" | "none";

/** The values of {@link UserActionType} by name. */
export const UserActionType: {
  readonly CLICK: "click";
  readonly SCROLL: "scroll";
  readonly TYPE: "type";
  readonly NONE: "none";
} = {
  CLICK: "click",
  SCROLL: "scroll",
  TYPE: "type",
  NONE: "none",
};

/** One tool call made while producing a turn. */
export interface ToolUsed {
  /** `tool_name`. */
  readonly tool_name: string;
  /** Free-form: input, output, latency and so on. Nulls inside are kept. Default: `{}`. */
  readonly tool_data?: Readonly<Record<string, unknown>>;
}

/** One turn as published by a client. */
export interface InteractionData {
  /** On publish this value is ignored: the server stamps all turns of one call with its own clock. Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** Free text. Usual values: User, user, assistant, system. Default: `"User"`. */
  readonly role?: string;
  /** Default: `""`. */
  readonly content?: string;
  /** Answer of a second agent version, for comparison. Default: `""`. */
  readonly shadow_content?: string;
  /** Ideal answer by a person. Default: `""`. */
  readonly expert_content?: string;
  /** Default: `"none"`. */
  readonly user_action?: UserActionType;
  /** Needed when user_action is not none. Default: `""`. */
  readonly user_action_description?: string;
  /** Empty, or scheme http, https or data. Default: `""`. */
  readonly interacted_image_url?: string;
  /** Base64 image. Not together with interacted_image_url. Default: `""`. */
  readonly image_encoding?: string;
  /** Default: `[]`. */
  readonly tools_used?: readonly ToolUsed[];
}

/** Stored turn. Domain model, not on the wire: responses use InteractionView. */
export interface Interaction {
  /** Assigned by the server, 64-bit, rising, never reused. 0 = not stored yet. Default: `0`. */
  readonly interaction_id?: number;
  /** `user_id`. */
  readonly user_id: string;
  /** UUID of the publish call. */
  readonly request_id: string;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at?: number;
  /** Free text. Usual values: User, user, assistant, system. Default: `"User"`. */
  readonly role?: string;
  /** Default: `""`. */
  readonly content?: string;
  /** Default: `"none"`. */
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
  /** Default: `[]`. */
  readonly tools_used?: readonly ToolUsed[];
  /** Vector. Accepted on input but recomputed by the server; never returned. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** Turn as returned. Equals Interaction without image_encoding and embedding. */
export interface InteractionView {
  /** Assigned by the server, 64-bit, rising, never reused. 0 = not stored yet. */
  readonly interaction_id: number;
  /** `user_id`. */
  readonly user_id: string;
  /** UUID of the publish call. */
  readonly request_id: string;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** Free text. Usual values: User, user, assistant, system. */
  readonly role: string;
  /** `content`. */
  readonly content: string;
  /** `user_action`. */
  readonly user_action: UserActionType;
  /** Needed when user_action is not none. */
  readonly user_action_description: string;
  /** Empty, or scheme http, https or data. */
  readonly interacted_image_url: string;
  /** Answer of a second agent version, for comparison. */
  readonly shadow_content: string;
  /** Ideal answer by a person. */
  readonly expert_content: string;
  /** `tools_used`. */
  readonly tools_used: readonly ToolUsed[];
}

/** One publish call. Returned as is (no view). */
export interface Request {
  /** UUID v4 made by the server. */
  readonly request_id: string;
  /** `user_id`. */
  readonly user_id: string;
  /** Unix seconds, UTC. Default: current time. */
  readonly created_at: number;
  /** `source`. */
  readonly source: string;
  /** Resolved version: given value, else server default, else agent-v0. Never empty for published requests. */
  readonly agent_version: string;
  /** Null (key omitted) when published without a session or with an empty one. Default: `null`. */
  readonly session_id?: string | null;
}

/** A request with its turns, turns oldest first. */
export interface RequestDataView {
  /** `request`. */
  readonly request: Request;
  /** `interactions`. */
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
  /** `user_id`. */
  readonly user_id: string;
  /** In conversation order. */
  readonly interaction_data_list: readonly InteractionData[];
  /** Channel label; extractors can be limited to sources. "" counts as none. Default: `""`. */
  readonly source?: string;
  /** "" = server default. Default: `""`. */
  readonly agent_version?: string;
  /** Groups requests; also schedules an evaluation after 600 s of silence. "" = null. Default: `null`. */
  readonly session_id?: string | null;
  /** Learn, but do not aggregate. Default: `false`. */
  readonly skip_aggregation?: boolean;
  /** Learn now, whatever batch_interval says. Default: `false`. */
  readonly force_extraction?: boolean;
}

/** Counts and ids only when waited for. */
export interface PublishUserInteractionResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
  /** One line per learning service that failed or timed out; the turns are stored all the same. */
  readonly warnings: readonly string[];
  /** UUID v4. Default: `null`. */
  readonly request_id?: string | null;
  /** Never set by the server. Default: `null`. */
  readonly endpoint_url?: string | null;
  /** Default: `null`. */
  readonly storage_type?: string | null;
  /** Default: `null`. */
  readonly storage_label?: string | null;
  /** Growth of the org's profile count during the call, not below 0. Default: `null`. */
  readonly profiles_added?: number | null;
  /** Never set by the server. Default: `null`. */
  readonly profiles_updated?: number | null;
  /** Growth of the org's user-playbook count, not below 0. Default: `null`. */
  readonly playbooks_added?: number | null;
  /** Never set by the server. Default: `null`. */
  readonly playbooks_updated?: number | null;
}

/** Turns of one person. */
export interface GetInteractionsRequest {
  /** `user_id`. */
  readonly user_id: string;
  /** On created_at. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Null = no limit. Default: `30`. */
  readonly top_k?: number | null;
}

/** Turns. */
export interface GetInteractionsViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `interactions`. */
  readonly interactions: readonly InteractionView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** SearchInteractionRequest */
export interface SearchInteractionRequest {
  /** `user_id`. */
  readonly user_id: string;
  /** Default: `null`. */
  readonly request_id?: string | null;
  /** Default: `null`. */
  readonly query?: string | null;
  /** Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly top_k?: number | null;
  /** Also switches the result to chronological order. Without query and without it the result is empty. Default: `null`. */
  readonly most_recent_k?: number | null;
  /** Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Turns found. */
export interface SearchInteractionsViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `interactions`. */
  readonly interactions: readonly InteractionView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** All filters optional. Paging counts requests, not sessions. */
export interface GetRequestsRequest {
  /** Default: `null`. */
  readonly user_id?: string | null;
  /** Default: `null`. */
  readonly request_id?: string | null;
  /** Default: `null`. */
  readonly session_id?: string | null;
  /** On the request's created_at. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Page size. Null = 100. Default: `30`. */
  readonly top_k?: number | null;
  /** Requests to skip. Null = 0. Default: `0`. */
  readonly offset?: number | null;
}

/** Page of requests grouped by session. */
export interface GetRequestsViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** Ordered by their newest request in the page. */
  readonly sessions: readonly SessionView[];
  /** True when the page is full (returned requests ≥ page size), even if nothing follows. */
  readonly has_more: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Deletes only if the turn belongs to the user. */
export interface DeleteUserInteractionRequest {
  /** `user_id`. */
  readonly user_id: string;
  /** `interaction_id`. */
  readonly interaction_id: number;
}

/** Deleting something that does not exist is a success. */
export interface DeleteUserInteractionResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
}

/** A publish call and its turns. */
export interface DeleteRequestRequest {
  /** `request_id`. */
  readonly request_id: string;
}

/** Deleting something that does not exist is a success. */
export interface DeleteRequestResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
}

/** Every request of the session, of all users, and their turns. */
export interface DeleteSessionRequest {
  /** `session_id`. */
  readonly session_id: string;
}

/** Deleting an unknown session is a success with count 0. */
export interface DeleteSessionResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
  /** `deleted_requests_count`. */
  readonly deleted_requests_count: number;
}

/** Items are not checked for emptiness. */
export interface DeleteRequestsByIdsRequest {
  /** `request_ids`. */
  readonly request_ids: readonly string[];
}
