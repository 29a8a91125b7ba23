import type {
  ConversationTurn,
  UnifiedSearchRequest,
  UnifiedSearchViewResponse,
} from "../../../client/contract/mod.ts";
import { list, nullable } from "../containers.ts";
import { boolean, number } from "../numbers.ts";
import { object, optional, required, sent } from "../object.ts";
import { nonEmptyText, text } from "../text.ts";
import { foundAgentPlaybookView } from "./agent_playbook.ts";
import { listSize, searchMode } from "./common.ts";
import { foundProfileView } from "./profile.ts";
import { foundUserPlaybookView } from "./user_playbook.ts";

const conversationTurn = object<ConversationTurn>("ConversationTurn", {
  role: required(nonEmptyText),
  content: required(nonEmptyText),
});

/** Body of a search over everything. */
export const unifiedSearchRequest = object<UnifiedSearchRequest>("UnifiedSearchRequest", {
  query: required(nonEmptyText),
  top_k: optional(nullable(listSize), 5),
  threshold: optional(nullable(number({ atLeast: 0, atMost: 1 })), 0.3),
  agent_version: optional(nullable(text), null),
  playbook_name: optional(nullable(text), null),
  user_id: optional(nullable(text), null),
  conversation_history: optional(nullable(list(conversationTurn)), null),
  enable_reformulation: optional(nullable(boolean), false),
  search_mode: optional(searchMode, "hybrid"),
});

/** Answer to a search over everything. */
export const unifiedSearchViewResponse = object<UnifiedSearchViewResponse>(
  "UnifiedSearchViewResponse",
  {
    success: required(boolean),
    profiles: sent(list(foundProfileView), []),
    agent_playbooks: sent(list(foundAgentPlaybookView), []),
    user_playbooks: sent(list(foundUserPlaybookView), []),
    reformulated_query: optional(nullable(text), null),
    msg: optional(nullable(text), null),
  },
);
