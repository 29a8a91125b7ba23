import { flag, list, natural, nullable, or, positive, text, whole } from "../check.ts";
import { DEFAULT_AGENT_VERSION } from "../contract/constants.ts";
import { atMost, count, filter, givenMap, key, turn } from "./fields.ts";
import type { InteractionMethods } from "./interactions.ts";
import { type MethodRow, row, timesInOrder, withMessage, withMsg } from "./row.ts";
import { views } from "./views.ts";

const publishFields = {
  user_id: key,
  interaction_data_list: list(turn, 1),
  source: or(text, ""),
  agent_version: or(text, DEFAULT_AGENT_VERSION),
  session_id: filter.text,
  skip_aggregation: or(flag, false),
  force_extraction: or(flag, false),
  metadata: givenMap,
  evaluation_only: or(nullable(flag), undefined),
};

const publishAnswer = {
  ...withMessage,
  warnings: or(list(text), []),
  request_id: filter.text,
  endpoint_url: filter.text,
  storage_type: filter.text,
  storage_label: filter.text,
  profiles_added: nullable(count),
  profiles_updated: nullable(count),
  playbooks_added: nullable(count),
  playbooks_updated: nullable(count),
};

const turnsAnswer = { ...withMsg, interactions: views.turns };

/** Answer of every deletion of many. */
export const bulkAnswer = { ...withMessage, deleted_count: count } as const;

/** Rows of the methods about turns, publishes and sessions. */
export const interactionRows: {
  readonly [K in keyof InteractionMethods]: MethodRow;
} = {
  publishInteraction: row("publish_interaction", publishFields, publishAnswer, {
    mode: "publish",
    renamed: { interactions: "interaction_data_list" },
  }),
  publishInteractionInBackground: row("publish_interaction", publishFields, publishAnswer, {
    mode: "background",
    renamed: { interactions: "interaction_data_list" },
  }),
  searchInteractions: row(
    "search_interactions",
    {
      user_id: key,
      request_id: filter.text,
      query: filter.text,
      start_time: filter.time,
      end_time: filter.time,
      top_k: atMost(null),
      most_recent_k: atMost(null),
      search_mode: filter.mode,
    },
    turnsAnswer,
    { safe: true, takesRequest: true, rule: timesInOrder },
  ),
  getInteractions: row(
    "get_interactions",
    {
      user_id: key,
      start_time: filter.time,
      end_time: filter.time,
      top_k: atMost(30),
    },
    turnsAnswer,
    { safe: true, takesRequest: true, rule: timesInOrder },
  ),
  getAllInteractions: row("get_all_interactions", { limit: or(whole, 100) }, turnsAnswer, {
    safe: true,
  }),
  deleteInteraction: row(
    "delete_interaction",
    { user_id: key, interaction_id: positive },
    withMessage,
    { mode: "optional", safe: true },
  ),
  getRequests: row(
    "get_requests",
    {
      user_id: filter.text,
      request_id: filter.text,
      session_id: filter.text,
      start_time: filter.time,
      end_time: filter.time,
      top_k: atMost(30),
      offset: nullable(natural, 0),
    },
    { ...withMsg, sessions: views.sessions, has_more: or(flag, false) },
    {
      safe: true,
      takesRequest: true,
      rule: timesInOrder,
    },
  ),
  deleteRequest: row("delete_request", { request_id: key }, withMessage, {
    mode: "optional",
    safe: true,
  }),
  deleteSession: row("delete_session", { session_id: key }, {
    ...withMessage,
    deleted_requests_count: count,
  }, { mode: "optional", safe: true }),
  deleteRequestsByIds: row("delete_requests_by_ids", { request_ids: list(text, 1) }, bulkAnswer, {
    safe: true,
  }),
  deleteAllInteractions: row("delete_all_interactions", null, bulkAnswer, { safe: true }),
};
