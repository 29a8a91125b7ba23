import { flag, list, natural, nullable, or, positive, text, whole } from "../check.ts";
import { DEFAULT_AGENT_VERSION } from "../contract/constants.ts";
import { atMost, count, filter, givenMap, key, turn } from "./fields.ts";
import type { InteractionMethods } from "./interactions.ts";
import { row, type RowDraft, withMessage, withMsg } from "./row.ts";
import { views } from "./views.ts";

const publishDraft = row<"publish_interaction">({
  user_id: key,
  interaction_data_list: list(turn, 1),
  source: or(text, ""),
  agent_version: or(text, DEFAULT_AGENT_VERSION),
  session_id: filter.text,
  skip_aggregation: or(flag, false),
  force_extraction: or(flag, false),
  metadata: givenMap,
  evaluation_only: or(nullable(flag), undefined),
}, {
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
});

// The one option that is not named after its field.
const { interactionDataList: interactions = "", ...options } = publishDraft.options;
const publishRow: RowDraft = { ...publishDraft, options: { ...options, interactions } };

const turnsAnswer = { ...withMsg, interactions: views.turns };

/** Answer of every deletion of many. */
export const bulkAnswer = { ...withMessage, deleted_count: count } as const;

/** Rows of the methods about turns, publishes and sessions. */
export const interactionRows: {
  readonly [K in keyof InteractionMethods]: RowDraft;
} = {
  publishInteraction: publishRow,
  publishInteractionInBackground: {
    ...publishRow,
    endpoint: "publish_interaction",
    mode: "background",
  },
  searchInteractions: row<"search_interactions">(
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
    { takesRequest: true },
  ),
  getInteractions: row<"get_interactions">(
    {
      user_id: key,
      start_time: filter.time,
      end_time: filter.time,
      top_k: atMost(30),
    },
    turnsAnswer,
    { takesRequest: true },
  ),
  getAllInteractions: row<"get_all_interactions">({ limit: or(whole, 100) }, turnsAnswer),
  deleteInteraction: row<"delete_interaction">(
    { user_id: key, interaction_id: positive },
    withMessage,
    { mode: "optional" },
  ),
  getRequests: row<"get_requests">(
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
      takesRequest: true,
    },
  ),
  deleteRequest: row<"delete_request">({ request_id: key }, withMessage, {
    mode: "optional",
  }),
  deleteSession: row<"delete_session">({ session_id: key }, {
    ...withMessage,
    deleted_requests_count: count,
  }, { mode: "optional" }),
  deleteRequestsByIds: row<"delete_requests_by_ids">({ request_ids: list(text, 1) }, bulkAnswer),
  deleteAllInteractions: row<"delete_all_interactions">(null, bulkAnswer),
};
