import type { AgentPlaybookView } from "./agent_playbook.ts";
import type { SearchMode } from "../constants.ts";
import type { Role } from "./common.ts";
import type { UserPlaybookView } from "./playbook.ts";
import type { ProfileView } from "./profile.ts";

/** Earlier turn given as context for query rewriting. */
export interface ConversationTurn {
  /** Who speaks, not empty. */
  readonly role: Role;
  /** What was said, not empty. */
  readonly content: string;
}

/** One query over profiles, agent playbooks and user playbooks. */
export interface UnifiedSearchRequest {
  /** Text to search for, trimmed, not empty. */
  readonly query: string;
  /** Most records of each kind; null: 5. Default: `5`. */
  readonly top_k?: number | null;
  /** Least similarity of a vector hit, 0 to 1; null: 0.3. Default: `0.3`. */
  readonly threshold?: number | null;
  /** Narrows both kinds of playbooks. Default: `null`. */
  readonly agent_version?: string | null;
  /** Narrows both kinds of playbooks. Default: `null`. */
  readonly playbook_name?: string | null;
  /** Narrows profiles and user playbooks; without it there are no profiles. Default: `null`. */
  readonly user_id?: string | null;
  /** The conversation so far, oldest first; used to rewrite the query. Default: `null`. */
  readonly conversation_history?: readonly ConversationTurn[] | null;
  /** Rewrite the query with the language model first. Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Ranking method. Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Up to top_k items per kind. */
export interface UnifiedSearchViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Profiles found. */
  readonly profiles: readonly ProfileView[];
  /** Agent playbooks found, current only, every review state. */
  readonly agent_playbooks: readonly AgentPlaybookView[];
  /** User playbooks found, current only. */
  readonly user_playbooks: readonly UserPlaybookView[];
  /** The rewritten query, when it differs. Default: `null`. */
  readonly reformulated_query?: string | null;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}
