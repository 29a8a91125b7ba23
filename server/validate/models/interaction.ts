import {
  type DeleteRequestRequest,
  type DeleteRequestResponse,
  type DeleteRequestsByIdsRequest,
  type DeleteSessionRequest,
  type DeleteSessionResponse,
  type DeleteUserInteractionRequest,
  type DeleteUserInteractionResponse,
  type GetInteractionsRequest,
  type GetInteractionsViewResponse,
  type GetRequestsRequest,
  type GetRequestsViewResponse,
  type InteractionData,
  type InteractionView,
  type PublishUserInteractionRequest,
  type PublishUserInteractionResponse,
  type Request,
  type RequestDataView,
  type SearchInteractionRequest,
  type SearchInteractionsViewResponse,
  type SessionView,
  type ToolUsed,
  UserActionType,
} from "../../../client/contract/mod.ts";
import { list, map, nullable } from "../containers.ts";
import { boolean, integer } from "../numbers.ts";
import { object, optional, optionalNow, required, sent } from "../object.ts";
import { named } from "../schema.ts";
import { nonEmptyText, oneOf, text } from "../text.ts";
import { endsAfterStart, timeBound } from "../time_bound.ts";
import { imageUrl } from "../url.ts";
import { listSize, positiveId, searchMode } from "./common.ts";

const userActionType = named("UserActionType", oneOf(Object.values(UserActionType)));

const toolUsed = object<ToolUsed>("ToolUsed", {
  tool_name: required(text),
  tool_data: optional(map, {}),
});

const interactionData = object<InteractionData>("InteractionData", {
  created_at: optionalNow(integer()),
  role: optional(text, "User"),
  content: optional(text, ""),
  shadow_content: optional(text, ""),
  expert_content: optional(text, ""),
  user_action: optional(userActionType, "none"),
  user_action_description: optional(text, ""),
  interacted_image_url: optional(imageUrl, ""),
  image_encoding: optional(text, ""),
  tools_used: optional(list(toolUsed), []),
  retrieved_learnings: optional(nullable(list(map)), null),
  citations: optional(nullable(list(map)), null),
  metadata: optional(nullable(map), null),
});

/** A turn as it is returned. */
export const interactionView = object<InteractionView>("InteractionView", {
  interaction_id: sent(integer(), 0),
  user_id: required(text),
  request_id: required(text),
  created_at: required(integer()),
  role: sent(text, "User"),
  content: sent(text, ""),
  user_action: sent(userActionType, "none"),
  user_action_description: sent(text, ""),
  interacted_image_url: sent(text, ""),
  shadow_content: sent(text, ""),
  expert_content: sent(text, ""),
  tools_used: sent(list(toolUsed), []),
  retrieved_learnings: optional(nullable(list(map)), null),
  citations: optional(nullable(list(map)), null),
  metadata: optional(nullable(map), null),
});

/** What is kept of a publish beside its turns. */
export const request = object<Request>("Request", {
  request_id: required(text),
  user_id: required(text),
  created_at: required(integer()),
  source: sent(text, ""),
  agent_version: sent(text, ""),
  session_id: optional(nullable(text), null),
  metadata: optional(nullable(map), null),
  evaluation_only: optional(nullable(boolean), null),
});

/** Body of a publish. */
export const publishUserInteractionRequest = object<PublishUserInteractionRequest>(
  "PublishUserInteractionRequest",
  {
    user_id: required(nonEmptyText),
    interaction_data_list: required(list(interactionData, { min: 1 })),
    source: optional(text, ""),
    agent_version: optional(text, ""),
    session_id: optional(nullable(text), null),
    skip_aggregation: optional(boolean, false),
    force_extraction: optional(boolean, false),
    metadata: optional(nullable(map), null),
    evaluation_only: optional(nullable(boolean), null),
  },
);

/** Answer to a publish. */
export const publishUserInteractionResponse = object<PublishUserInteractionResponse>(
  "PublishUserInteractionResponse",
  {
    success: required(boolean),
    message: sent(text, ""),
    warnings: sent(list(text), []),
    request_id: optional(nullable(text), null),
    endpoint_url: optional(nullable(text), null),
    storage_type: optional(nullable(text), null),
    storage_label: optional(nullable(text), null),
    profiles_added: optional(nullable(integer()), null),
    profiles_updated: optional(nullable(integer()), null),
    playbooks_added: optional(nullable(integer()), null),
    playbooks_updated: optional(nullable(integer()), null),
  },
);

/** Body of a list of turns. */
export const getInteractionsRequest = object<GetInteractionsRequest>("GetInteractionsRequest", {
  user_id: required(nonEmptyText),
  start_time: optional(nullable(timeBound), null),
  end_time: optional(nullable(timeBound), null),
  top_k: optional(nullable(listSize), 30),
}, { check: endsAfterStart });

/** Answer with turns. */
export const getInteractionsViewResponse = object<GetInteractionsViewResponse>(
  "GetInteractionsViewResponse",
  {
    success: required(boolean),
    interactions: required(list(interactionView)),
    msg: optional(nullable(text), null),
  },
);

/** Body of a search for turns. */
export const searchInteractionRequest = object<SearchInteractionRequest>(
  "SearchInteractionRequest",
  {
    user_id: required(nonEmptyText),
    request_id: optional(nullable(text), null),
    query: optional(nullable(text), null),
    start_time: optional(nullable(timeBound), null),
    end_time: optional(nullable(timeBound), null),
    top_k: optional(nullable(listSize), null),
    most_recent_k: optional(nullable(listSize), null),
    search_mode: optional(searchMode, "hybrid"),
  },
  { check: endsAfterStart },
);

/** Answer with the turns found. */
export const searchInteractionsViewResponse = object<SearchInteractionsViewResponse>(
  "SearchInteractionsViewResponse",
  {
    success: required(boolean),
    interactions: required(list(interactionView)),
    msg: optional(nullable(text), null),
  },
);

/** Body of a list of requests. */
export const getRequestsRequest = object<GetRequestsRequest>("GetRequestsRequest", {
  user_id: optional(nullable(text), null),
  request_id: optional(nullable(text), null),
  session_id: optional(nullable(text), null),
  start_time: optional(nullable(timeBound), null),
  end_time: optional(nullable(timeBound), null),
  top_k: optional(nullable(listSize), 30),
  offset: optional(nullable(integer({ atLeast: 0 })), 0),
}, { check: endsAfterStart });

const requestDataView = object<RequestDataView>("RequestDataView", {
  request: required(request),
  interactions: required(list(interactionView)),
});

const sessionView = object<SessionView>("SessionView", {
  session_id: required(text),
  requests: required(list(requestDataView)),
});

/** Answer with requests by session. */
export const getRequestsViewResponse = object<GetRequestsViewResponse>("GetRequestsViewResponse", {
  success: required(boolean),
  sessions: required(list(sessionView)),
  has_more: sent(boolean, false),
  msg: optional(nullable(text), null),
});

/** Body of deleting one turn. */
export const deleteUserInteractionRequest = object<DeleteUserInteractionRequest>(
  "DeleteUserInteractionRequest",
  { user_id: required(nonEmptyText), interaction_id: required(positiveId) },
);

/** Answer to deleting one turn. */
export const deleteUserInteractionResponse = object<DeleteUserInteractionResponse>(
  "DeleteUserInteractionResponse",
  { success: required(boolean), message: sent(text, "") },
);

/** Body of deleting one request. */
export const deleteRequestRequest = object<DeleteRequestRequest>("DeleteRequestRequest", {
  request_id: required(nonEmptyText),
});

/** Answer to deleting one request. */
export const deleteRequestResponse = object<DeleteRequestResponse>("DeleteRequestResponse", {
  success: required(boolean),
  message: sent(text, ""),
});

/** Body of deleting a session. */
export const deleteSessionRequest = object<DeleteSessionRequest>("DeleteSessionRequest", {
  session_id: required(nonEmptyText),
});

/** Answer to deleting a session. */
export const deleteSessionResponse = object<DeleteSessionResponse>("DeleteSessionResponse", {
  success: required(boolean),
  message: sent(text, ""),
  deleted_requests_count: sent(integer(), 0),
});

/** Body of deleting several requests. */
export const deleteRequestsByIdsRequest = object<DeleteRequestsByIdsRequest>(
  "DeleteRequestsByIdsRequest",
  { request_ids: required(list(text, { min: 1 })) },
);
