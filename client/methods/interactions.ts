import type { SearchMode } from "../contract/constants.ts";
import type {
  DeleteRequestResponse,
  DeleteSessionResponse,
  DeleteUserInteractionResponse,
  GetInteractionsRequest,
  GetInteractionsViewResponse,
  GetRequestsRequest,
  GetRequestsViewResponse,
  InteractionData,
  PublishUserInteractionResponse,
  SearchInteractionRequest,
  SearchInteractionsViewResponse,
} from "../contract/types/interaction.ts";
import type { BulkDeleteResponse } from "../contract/types/common.ts";
import type {
  AlwaysBackgroundOptions,
  Arg,
  AsyncVariant,
  BackgroundOptions,
  CallOptions,
  Maybe,
  OmitWhenBound,
  OrRequest,
  Reply,
  TimeInput,
  Variant,
} from "../options.ts";

/** What to publish. */
export interface PublishKeywords {
  /** Whose conversation it is. Trimmed; must not be empty. */
  readonly userId: string;
  /** The turns in conversation order, at least one. */
  readonly interactions: readonly InteractionData[];
  /**
   * Channel label; extractors can be limited to sources.
   *
   * @default ""
   */
  readonly source?: Maybe<string>;
  /**
   * Version of the agent that spoke. An empty text means the server's default.
   *
   * @default "agent-v0"
   */
  readonly agentVersion?: Maybe<string>;
  /** Groups publishes; a quiet session is evaluated. */
  readonly sessionId?: Maybe<string>;
  /**
   * Learn, but do not aggregate.
   *
   * @default false
   */
  readonly skipAggregation?: Maybe<boolean>;
  /**
   * Learn now, whatever the batch interval says.
   *
   * @default false
   */
  readonly forceExtraction?: Maybe<boolean>;
  /** Free-form map of the caller; kept and given back as sent. */
  readonly metadata?: Maybe<Readonly<Record<string, unknown>>>;
  /** Keep for judging the session, never learn from it. */
  readonly evaluationOnly?: Maybe<boolean>;
  /** Key under which the server keeps only one of several equal publishes. Default: a random one. */
  readonly idempotencyKey?: Maybe<string>;
}

/** Options of `publishInteraction`. */
export interface PublishOptions extends PublishKeywords, CallOptions {
  /**
   * Let the server learn before it answers. The call waits for the answer in any case.
   *
   * @default false
   */
  readonly waitForResponse?: boolean | undefined;
}

/** Filters of `searchInteractions`. */
export interface SearchInteractionsKeywords {
  /** Whose data. Trimmed; must not be empty. */
  readonly userId: string;
  /** Only this request. */
  readonly requestId?: Maybe<string>;
  /** What to look for. */
  readonly query?: Maybe<string>;
  /** Earliest time, inclusive: a `Date`, an ISO 8601 text or Unix seconds. */
  readonly startTime?: Maybe<TimeInput>;
  /** Latest time, inclusive; must be later than `startTime`. */
  readonly endTime?: Maybe<TimeInput>;
  /** Most items to return. */
  readonly topK?: Maybe<number>;
  /** Only this many of the newest turns, and oldest first. */
  readonly mostRecentK?: Maybe<number>;
  /**
   * Ranking: by words, by meaning, or both.
   *
   * @default "hybrid"
   */
  readonly searchMode?: Maybe<SearchMode>;
}

/** Filters of `getInteractions`. */
export interface GetInteractionsKeywords {
  /** Whose data. Trimmed; must not be empty. */
  readonly userId: string;
  /** Earliest time, inclusive: a `Date`, an ISO 8601 text or Unix seconds. */
  readonly startTime?: Maybe<TimeInput>;
  /** Latest time, inclusive; must be later than `startTime`. */
  readonly endTime?: Maybe<TimeInput>;
  /**
   * Most items to return.
   *
   * @default 30
   */
  readonly topK?: Maybe<number>;
}

/** Filters of `getRequests`. */
export interface GetRequestsKeywords {
  /** Only this user. */
  readonly userId?: Maybe<string>;
  /** Only this request. */
  readonly requestId?: Maybe<string>;
  /** Only this session. */
  readonly sessionId?: Maybe<string>;
  /** Earliest time, inclusive: a `Date`, an ISO 8601 text or Unix seconds. */
  readonly startTime?: Maybe<TimeInput>;
  /** Latest time, inclusive; must be later than `startTime`. */
  readonly endTime?: Maybe<TimeInput>;
  /**
   * Most items to return.
   *
   * @default 30
   */
  readonly topK?: Maybe<number>;
  /**
   * Requests to skip.
   *
   * @default 0
   */
  readonly offset?: Maybe<number>;
}

/** Which turn to delete. */
export interface DeleteInteractionKeywords {
  /** Whose turn it is. */
  readonly userId: string;
  /** Id of the turn, at least 1. */
  readonly interactionId: number;
}

/** Turns, publishes and sessions. */
export interface InteractionMethods<V extends Variant = AsyncVariant> {
  /**
   * Stores turns and learns from them. All turns travel in one request. Repeated under the same
   * idempotency key when the connection fails, so that they are stored once.
   *
   * @throws {ReflexioValidationError} If a turn has an action without description, or both an image
   * address and an image.
   */
  publishInteraction(
    options: Arg<V, PublishOptions>,
  ): Reply<V, PublishUserInteractionResponse>;
  /** Publishes in the background. An extension: other clients always wait for the answer. */
  publishInteractionInBackground(
    options: Arg<V, PublishKeywords & AlwaysBackgroundOptions>,
  ): Reply<V, void>;
  /** Searches the turns of one user. */
  searchInteractions(
    options:
      | Arg<V, OrRequest<SearchInteractionsKeywords, SearchInteractionRequest> & CallOptions>
      | OmitWhenBound<V>,
  ): Reply<V, SearchInteractionsViewResponse>;
  /** Lists the turns of one user, newest first. */
  getInteractions(
    options:
      | Arg<V, OrRequest<GetInteractionsKeywords, GetInteractionsRequest> & CallOptions>
      | OmitWhenBound<V>,
  ): Reply<V, GetInteractionsViewResponse>;
  /** Lists the turns of all users, newest first, 100 when no `limit` is given. */
  getAllInteractions(
    options?: Arg<V, { readonly limit?: Maybe<number> } & CallOptions>,
  ): Reply<V, GetInteractionsViewResponse>;
  /** Deletes one turn, in the background unless told to wait. */
  deleteInteraction(
    options: Arg<V, DeleteInteractionKeywords & BackgroundOptions> & { waitForResponse: true },
  ): Reply<V, DeleteUserInteractionResponse>;
  /** Deletes one turn in the background: gives nothing, as soon as the call is queued. */
  deleteInteraction(
    options: Arg<V, DeleteInteractionKeywords & BackgroundOptions> & { waitForResponse?: false },
  ): Reply<V, void>;
  /** Deletes one turn; `waitForResponse` says at run time whether the answer is waited for. */
  deleteInteraction(
    options: Arg<V, DeleteInteractionKeywords & BackgroundOptions>,
  ): Reply<V, DeleteUserInteractionResponse | void>;
  /** Lists publishes, grouped by session, newest first. */
  getRequests(
    options?: Arg<V, OrRequest<GetRequestsKeywords, GetRequestsRequest> & CallOptions>,
  ): Reply<V, GetRequestsViewResponse>;
  /** Deletes one publish with its turns, in the background unless told to wait. */
  deleteRequest(
    options: Arg<V, { readonly requestId: string } & BackgroundOptions> & { waitForResponse: true },
  ): Reply<V, DeleteRequestResponse>;
  /** Deletes one publish with its turns in the background: gives nothing, as soon as the call is queued. */
  deleteRequest(
    options: Arg<V, { readonly requestId: string } & BackgroundOptions> & {
      waitForResponse?: false;
    },
  ): Reply<V, void>;
  /** Deletes one publish with its turns; `waitForResponse` says at run time whether the answer is waited for. */
  deleteRequest(
    options: Arg<V, { readonly requestId: string } & BackgroundOptions>,
  ): Reply<V, DeleteRequestResponse | void>;
  /** Deletes a session with all its publishes, in the background unless told to wait. */
  deleteSession(
    options: Arg<V, { readonly sessionId: string } & BackgroundOptions> & { waitForResponse: true },
  ): Reply<V, DeleteSessionResponse>;
  /** Deletes a session with all its publishes in the background: gives nothing, as soon as the call is queued. */
  deleteSession(
    options: Arg<V, { readonly sessionId: string } & BackgroundOptions> & {
      waitForResponse?: false;
    },
  ): Reply<V, void>;
  /** Deletes a session with all its publishes; `waitForResponse` says at run time whether the answer is waited for. */
  deleteSession(
    options: Arg<V, { readonly sessionId: string } & BackgroundOptions>,
  ): Reply<V, DeleteSessionResponse | void>;
  /** Deletes several publishes with their turns. */
  deleteRequestsByIds(
    options: Arg<V, { readonly requestIds: readonly string[] } & CallOptions>,
  ): Reply<V, BulkDeleteResponse>;
  /** Deletes every publish and turn of all users. */
  deleteAllInteractions(options?: Arg<V, CallOptions>): Reply<V, BulkDeleteResponse>;
}
