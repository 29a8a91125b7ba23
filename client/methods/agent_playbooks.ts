import type {
  AddAgentPlaybookResponse,
  AgentPlaybook,
  DeleteAgentPlaybookResponse,
  GetAgentPlaybooksRequest,
  GetAgentPlaybooksViewResponse,
  SearchAgentPlaybookRequest,
  SearchAgentPlaybooksViewResponse,
  UpdateAgentPlaybookResponse,
  UpdatePlaybookStatusResponse,
} from "../contract/types/agent_playbook.ts";
import type { PlaybookAggregationChangeLogResponse } from "../contract/types/change_log.ts";
import type { BulkDeleteResponse } from "../contract/types/common.ts";
import type { PlaybookStatus, SearchMode } from "../contract/constants.ts";
import type { BlockingIssue } from "../contract/types/playbook.ts";
import type {
  Arg,
  AsyncVariant,
  BackgroundOptions,
  CallOptions,
  Maybe,
  OrRequest,
  Reply,
  StatusValue,
  TimeInput,
  Variant,
} from "../options.ts";

/** Filters of `searchAgentPlaybooks`. */
export interface SearchAgentPlaybooksKeywords {
  /** What to look for. */
  readonly query?: Maybe<string>;
  /** Only this agent version. */
  readonly agentVersion?: Maybe<string>;
  /** Only this playbook name. */
  readonly playbookName?: Maybe<string>;
  /** Earliest time, inclusive: a `Date`, an ISO 8601 text or Unix seconds. */
  readonly startTime?: Maybe<TimeInput>;
  /** Latest time, inclusive; must be later than `startTime`. */
  readonly endTime?: Maybe<TimeInput>;
  /** Only these states; null in the list (or `"current"`) stands for current ones. */
  readonly statusFilter?: Maybe<readonly StatusValue[]>;
  /** Only this review state. */
  readonly playbookStatusFilter?: Maybe<PlaybookStatus>;
  /**
   * Most items to return.
   *
   * @default 10
   */
  readonly topK?: Maybe<number>;
  /**
   * Least similarity of a hit, 0 to 1.
   *
   * @default 0.4
   */
  readonly threshold?: Maybe<number>;
  /**
   * Let the server rewrite the query with its language model first.
   *
   * @default false
   */
  readonly enableReformulation?: Maybe<boolean>;
  /**
   * Ranking: by words, by meaning, or both.
   *
   * @default "hybrid"
   */
  readonly searchMode?: Maybe<SearchMode>;
}

/** Filters of `getAgentPlaybooks`. */
export interface GetAgentPlaybooksKeywords {
  /**
   * Most items to return.
   *
   * @default 100
   */
  readonly limit?: Maybe<number>;
  /** Only this playbook name. */
  readonly playbookName?: Maybe<string>;
  /** Only this agent version. */
  readonly agentVersion?: Maybe<string>;
  /** Only these states; null in the list (or `"current"`) stands for current ones. */
  readonly statusFilter?: Maybe<readonly StatusValue[]>;
  /** Only this review state. */
  readonly playbookStatusFilter?: Maybe<PlaybookStatus>;
}

/** Changes to an agent playbook; what is left out stays. */
export interface UpdateAgentPlaybookKeywords {
  /** Id of the playbook, at least 1. */
  readonly agentPlaybookId: number;
  /** New name. */
  readonly playbookName?: Maybe<string>;
  /** New text. */
  readonly content?: Maybe<string>;
  /** New trigger. */
  readonly trigger?: Maybe<string>;
  /** New rationale. */
  readonly rationale?: Maybe<string>;
  /** New blocking issue. */
  readonly blockingIssue?: Maybe<BlockingIssue>;
  /** New review state. */
  readonly playbookStatus?: Maybe<PlaybookStatus>;
}

/** Rules aggregated over users. */
export interface AgentPlaybookMethods<V extends Variant = AsyncVariant> {
  /** Searches agent playbooks. */
  searchAgentPlaybooks(
    options?: Arg<
      V,
      OrRequest<SearchAgentPlaybooksKeywords, SearchAgentPlaybookRequest> & CallOptions
    >,
  ): Reply<V, SearchAgentPlaybooksViewResponse>;
  /**
   * Lists agent playbooks of every review state. Answers are kept for ten minutes; `forceRefresh`
   * asks the server and keeps the fresh answer.
   */
  getAgentPlaybooks(
    options?: Arg<
      V,
      & OrRequest<GetAgentPlaybooksKeywords, GetAgentPlaybooksRequest>
      & { readonly forceRefresh?: boolean | undefined }
      & CallOptions
    >,
  ): Reply<V, GetAgentPlaybooksViewResponse>;
  /** Adds agent playbooks directly. */
  addAgentPlaybooks(
    options: Arg<V, { readonly agentPlaybooks: readonly AgentPlaybook[] } & CallOptions>,
  ): Reply<V, AddAgentPlaybookResponse>;
  /** Changes an agent playbook. */
  updateAgentPlaybook(
    options: Arg<V, UpdateAgentPlaybookKeywords & CallOptions>,
  ): Reply<V, UpdateAgentPlaybookResponse>;
  /** Approves or rejects an agent playbook. */
  updateAgentPlaybookStatus(
    options: Arg<
      V,
      { readonly agentPlaybookId: number; readonly playbookStatus: PlaybookStatus } & CallOptions
    >,
  ): Reply<V, UpdatePlaybookStatusResponse>;
  /** Deletes one agent playbook, in the background unless told to wait. */
  deleteAgentPlaybook(
    options: Arg<V, { readonly agentPlaybookId: number } & BackgroundOptions> & {
      waitForResponse: true;
    },
  ): Reply<V, DeleteAgentPlaybookResponse>;
  /** Deletes one agent playbook in the background: gives nothing, as soon as the call is queued. */
  deleteAgentPlaybook(
    options: Arg<V, { readonly agentPlaybookId: number } & BackgroundOptions> & {
      waitForResponse?: false;
    },
  ): Reply<V, void>;
  /** Deletes one agent playbook; `waitForResponse` says at run time whether the answer is waited for. */
  deleteAgentPlaybook(
    options: Arg<V, { readonly agentPlaybookId: number } & BackgroundOptions>,
  ): Reply<V, DeleteAgentPlaybookResponse | void>;
  /** Deletes several agent playbooks. */
  deleteAgentPlaybooksByIds(
    options: Arg<V, { readonly agentPlaybookIds: readonly number[] } & CallOptions>,
  ): Reply<V, BulkDeleteResponse>;
  /** Deletes every agent playbook. */
  deleteAllAgentPlaybooks(options?: Arg<V, CallOptions>): Reply<V, BulkDeleteResponse>;
  /** Deletes every user playbook and every agent playbook. */
  deleteAllPlaybooks(options?: Arg<V, CallOptions>): Reply<V, BulkDeleteResponse>;
  /** Reads the hundred newest changes made by aggregation. An extension. */
  getPlaybookAggregationChangeLogs(
    options: Arg<
      V,
      { readonly playbookName: string; readonly agentVersion: string } & CallOptions
    >,
  ): Reply<V, PlaybookAggregationChangeLogResponse>;
}
