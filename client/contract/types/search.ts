import type { AgentPlaybookView } from "./agent_playbook.ts";
import type { SearchMode } from "./common.ts";
import type { UserPlaybookView } from "./playbook.ts";
import type { ProfileView } from "./profile.ts";

/** Earlier turn given as context for query rewriting. */
export interface ConversationTurn {
  /** `role`. */
  readonly role: string;
  /** `content`. */
  readonly content: string;
}

/** One query over profiles, agent playbooks and user playbooks. */
export interface UnifiedSearchRequest {
  /** `query`. */
  readonly query: string;
  /** Per kind. Null = 5. Default: `5`. */
  readonly top_k?: number | null;
  /** Null = 0.3. Default: `0.3`. */
  readonly threshold?: number | null;
  /** Narrows both playbook kinds. Default: `null`. */
  readonly agent_version?: string | null;
  /** Narrows both playbook kinds. Default: `null`. */
  readonly playbook_name?: string | null;
  /** Narrows profiles and user playbooks. Without it the profile list is empty. Default: `null`. */
  readonly user_id?: string | null;
  /** Used only with enable_reformulation. Default: `null`. */
  readonly conversation_history?: readonly ConversationTurn[] | null;
  /** Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Up to top_k items per kind. */
export interface UnifiedSearchViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `profiles`. */
  readonly profiles: readonly ProfileView[];
  /** Current only, every review state. */
  readonly agent_playbooks: readonly AgentPlaybookView[];
  /** Every status, archived and pending included. */
  readonly user_playbooks: readonly UserPlaybookView[];
  /** Only when it differs from the query. Default: `null`. */
  readonly reformulated_query?: string | null;
  /** Default: `null`. */
  readonly msg?: string | null;
}
