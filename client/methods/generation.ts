import type { LearningService } from "../contract/types/common.ts";
import type {
  CancelOperationResponse,
  GetOperationStatusResponse,
  ManualPlaybookGenerationRequest,
  ManualProfileGenerationRequest,
  OperationStatusInfo,
  RerunPlaybookGenerationRequest,
  RerunPlaybookGenerationResponse,
  RerunProfileGenerationRequest,
  RerunProfileGenerationResponse,
  RunPlaybookAggregationRequest,
  RunPlaybookAggregationResponse,
} from "../contract/types/operation.ts";
import type {
  AlwaysBackgroundOptions,
  Arg,
  AsyncVariant,
  BackgroundOptions,
  CallOptions,
  Maybe,
  OrRequest,
  PollOptions,
  Reply,
  TimeInput,
  Variant,
} from "../options.ts";

/** Filters of `rerunProfileGeneration`. */
export interface RerunProfileKeywords {
  /** Only this user. */
  readonly userId?: Maybe<string>;
  /** Earliest time, inclusive: a `Date`, an ISO 8601 text or Unix seconds. */
  readonly startTime?: Maybe<TimeInput>;
  /** Latest time, inclusive; must be later than `startTime`. */
  readonly endTime?: Maybe<TimeInput>;
  /** Only this source. */
  readonly source?: Maybe<string>;
  /** Only these extractors; all when empty. */
  readonly extractorNames?: Maybe<readonly string[]>;
}

/** Filters of `rerunPlaybookGeneration`. */
export interface RerunPlaybookKeywords {
  /**
   * Only this agent version.
   *
   * @default "agent-v0"
   */
  readonly agentVersion?: Maybe<string>;
  /** Earliest time, inclusive: a `Date`, an ISO 8601 text or Unix seconds. */
  readonly startTime?: Maybe<TimeInput>;
  /** Latest time, inclusive; must be later than `startTime`. */
  readonly endTime?: Maybe<TimeInput>;
  /** Only this playbook name. */
  readonly playbookName?: Maybe<string>;
  /** Only this source. */
  readonly source?: Maybe<string>;
}

/** Filters of `manualProfileGeneration`. */
export interface ManualProfileKeywords {
  /** Only this user. */
  readonly userId?: Maybe<string>;
  /** Only this source. */
  readonly source?: Maybe<string>;
  /** Only these extractors; all when empty. */
  readonly extractorNames?: Maybe<readonly string[]>;
}

/** Filters of `manualPlaybookGeneration`. */
export interface ManualPlaybookKeywords {
  /**
   * Only this agent version.
   *
   * @default "agent-v0"
   */
  readonly agentVersion?: Maybe<string>;
  /** Only this source. */
  readonly source?: Maybe<string>;
  /** Only this playbook name. */
  readonly playbookName?: Maybe<string>;
}

/** Filters of `runPlaybookAggregation`. */
export interface RunAggregationKeywords {
  /**
   * Only this agent version.
   *
   * @default "agent-v0"
   */
  readonly agentVersion?: Maybe<string>;
  /** Name of the playbook extractor. Trimmed; must not be empty. */
  readonly playbookName: string;
}

/** What a watched run left behind, next to the server's answer. */
export interface WatchedRun {
  /** Last state seen of the run; `stats.total_generated` counts items. Null when none was seen. */
  readonly operation?: OperationStatusInfo | null;
}

/** Options of `rerunProfileGeneration`. */
export type RerunProfileOptions =
  & OrRequest<RerunProfileKeywords, RerunProfileGenerationRequest>
  & BackgroundOptions
  & PollOptions;

/** Options of `rerunPlaybookGeneration`. */
export type RerunPlaybookOptions =
  & OrRequest<RerunPlaybookKeywords, RerunPlaybookGenerationRequest>
  & BackgroundOptions
  & PollOptions;

/** Options of `runPlaybookAggregation`. */
export type RunAggregationOptions =
  & OrRequest<RunAggregationKeywords, RunPlaybookAggregationRequest>
  & BackgroundOptions;

/** Learning on demand. */
export interface GenerationMethods<V extends Variant = AsyncVariant> {
  /**
   * Learns profiles again from all matching turns, as pending ones. Waiting watches the run until it
   * ends, and then `profiles_generated` is the number of users processed.
   */
  rerunProfileGeneration(
    options: Arg<V, RerunProfileOptions> & { waitForResponse: true },
  ): Reply<V, (RerunProfileGenerationResponse & WatchedRun)>;
  /** Learns profiles again in the background: gives nothing, as soon as the call is queued. */
  rerunProfileGeneration(
    options?: Arg<V, RerunProfileOptions> & { waitForResponse?: false },
  ): Reply<V, void>;
  /** Learns profiles again; `waitForResponse` says at run time whether the answer is waited for. */
  rerunProfileGeneration(
    options?: Arg<V, RerunProfileOptions>,
  ): Reply<V, (RerunProfileGenerationResponse & WatchedRun) | void>;
  /**
   * Learns user playbooks again from all matching turns, as pending ones. Waiting works as for
   * profiles.
   */
  rerunPlaybookGeneration(
    options: Arg<V, RerunPlaybookOptions> & { waitForResponse: true },
  ): Reply<V, (RerunPlaybookGenerationResponse & WatchedRun)>;
  /** Learns user playbooks again in the background: gives nothing, as soon as the call is queued. */
  rerunPlaybookGeneration(
    options?: Arg<V, RerunPlaybookOptions> & { waitForResponse?: false },
  ): Reply<V, void>;
  /** Learns user playbooks again; `waitForResponse` says at run time whether the answer is waited for. */
  rerunPlaybookGeneration(
    options?: Arg<V, RerunPlaybookOptions>,
  ): Reply<V, (RerunPlaybookGenerationResponse & WatchedRun) | void>;
  /** Learns profiles now from the configured window, always in the background. */
  manualProfileGeneration(
    options?: Arg<
      V,
      OrRequest<ManualProfileKeywords, ManualProfileGenerationRequest> & AlwaysBackgroundOptions
    >,
  ): Reply<V, void>;
  /** Learns user playbooks now from the configured window, always in the background. */
  manualPlaybookGeneration(
    options?: Arg<
      V,
      OrRequest<ManualPlaybookKeywords, ManualPlaybookGenerationRequest> & AlwaysBackgroundOptions
    >,
  ): Reply<V, void>;
  /**
   * Aggregates user playbooks into agent playbooks, in the background unless told to wait. The
   * server answers when it is done and allows itself 60 seconds.
   */
  runPlaybookAggregation(
    options: Arg<V, RunAggregationOptions> & { waitForResponse: true },
  ): Reply<V, RunPlaybookAggregationResponse>;
  /** Aggregates user playbooks into agent playbooks in the background: gives nothing, as soon as the call is queued. */
  runPlaybookAggregation(
    options: Arg<V, RunAggregationOptions> & { waitForResponse?: false },
  ): Reply<V, void>;
  /** Aggregates user playbooks into agent playbooks; `waitForResponse` says at run time whether the answer is waited for. */
  runPlaybookAggregation(
    options: Arg<V, RunAggregationOptions>,
  ): Reply<V, RunPlaybookAggregationResponse | void>;
  /** Reads how far a run is, of profiles when no service is named. An extension. */
  getOperationStatus(
    options?: Arg<V, { readonly serviceName?: Maybe<LearningService> } & CallOptions>,
  ): Reply<V, GetOperationStatusResponse>;
  /** Stops a run, or all of them when no service is named. An extension. */
  cancelOperation(
    options?: Arg<V, { readonly serviceName?: Maybe<LearningService> } & CallOptions>,
  ): Reply<V, CancelOperationResponse>;
}
