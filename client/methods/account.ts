import type { SearchMode } from "../contract/constants.ts";
import type { Config, SetConfigResponse } from "../contract/types/config.ts";
import type {
  GetAgentSuccessEvaluationResultsRequest,
  GetEvaluationResultsViewResponse,
} from "../contract/types/evaluation.ts";
import type {
  ConversationTurn,
  UnifiedSearchRequest,
  UnifiedSearchViewResponse,
} from "../contract/types/search.ts";
import type {
  HealthResponse,
  MyConfigResponse,
  VersionInfo,
  WhoamiResponse,
} from "../contract/types/service.ts";
import type { GetDashboardStatsResponse } from "../contract/types/statistics.ts";
import type {
  Arg,
  AsyncVariant,
  CallOptions,
  Maybe,
  OrRequest,
  Reply,
  Variant,
} from "../options.ts";

/** Filters of `search`. */
export interface SearchKeywords {
  /** What to look for. Trimmed; must not be empty. */
  readonly query: string;
  /**
   * Most items of each kind to return.
   *
   * @default 5
   */
  readonly topK?: Maybe<number>;
  /**
   * Least similarity of a hit, 0 to 1.
   *
   * @default 0.3
   */
  readonly threshold?: Maybe<number>;
  /** Only this agent version. */
  readonly agentVersion?: Maybe<string>;
  /** Only this playbook name. */
  readonly playbookName?: Maybe<string>;
  /** Whose profiles and user playbooks; without it no profiles are found. */
  readonly userId?: Maybe<string>;
  /**
   * Let the server rewrite the query with its language model first.
   *
   * @default false
   */
  readonly enableReformulation?: Maybe<boolean>;
  /** Earlier turns, used when the query is rewritten. */
  readonly conversationHistory?: Maybe<readonly ConversationTurn[]>;
  /**
   * Ranking: by words, by meaning, or both.
   *
   * @default "hybrid"
   */
  readonly searchMode?: Maybe<SearchMode>;
}

/** Filters of `getAgentSuccessEvaluationResults`. */
export interface GetEvaluationResultsKeywords {
  /**
   * Most items to return.
   *
   * @default 100
   */
  readonly limit?: Maybe<number>;
  /** Only this agent version. */
  readonly agentVersion?: Maybe<string>;
}

/** Search over everything, evaluation, configuration, account and service. */
export interface AccountMethods<V extends Variant = AsyncVariant> {
  /** Searches profiles, agent playbooks and user playbooks at once. */
  search(
    options: Arg<V, OrRequest<SearchKeywords, UnifiedSearchRequest> & CallOptions>,
  ): Reply<V, UnifiedSearchViewResponse>;
  /** Lists verdicts on sessions, newest first. */
  getAgentSuccessEvaluationResults(
    options?: Arg<
      V,
      OrRequest<GetEvaluationResultsKeywords, GetAgentSuccessEvaluationResultsRequest> & CallOptions
    >,
  ): Reply<V, GetEvaluationResultsViewResponse>;
  /** Reads the configuration. */
  getConfig(options?: Arg<V, CallOptions>): Reply<V, Config>;
  /**
   * Replaces the configuration. It is sent as given; the server fills in its defaults. To switch
   * `extraction_preset` after `getConfig`, remove `batch_size` and `batch_interval`.
   */
  setConfig(
    options: Arg<V, { readonly config: Config } & CallOptions>,
  ): Reply<V, SetConfigResponse>;
  /** Tells whose data the key reaches and where it is stored. */
  whoami(options?: Arg<V, CallOptions>): Reply<V, WhoamiResponse>;
  /** Reads the raw storage settings, which may hold secrets. Closed on most servers. */
  getMyConfig(options?: Arg<V, CallOptions>): Reply<V, MyConfigResponse>;
  /** Reads totals and time series of the last `daysBack` days, 30 when not given. An extension. */
  getDashboardStats(
    options?: Arg<V, { readonly daysBack?: Maybe<number> } & CallOptions>,
  ): Reply<V, GetDashboardStatsResponse>;
  /** Asks whether the server is alive. An extension. */
  health(options?: Arg<V, CallOptions>): Reply<V, HealthResponse>;
  /** Reads the server's versions. An extension. */
  serverVersion(options?: Arg<V, CallOptions>): Reply<V, VersionInfo>;
}
