import type { BulkDeleteResponse } from "../contract/types/common.ts";
import type { SearchMode } from "../contract/constants.ts";
import type {
  AddUserPlaybookResponse,
  BlockingIssue,
  DeleteUserPlaybookResponse,
  DowngradeUserPlaybooksResponse,
  GetUserPlaybooksRequest,
  GetUserPlaybooksViewResponse,
  SearchUserPlaybookRequest,
  SearchUserPlaybooksViewResponse,
  UpdateUserPlaybookResponse,
  UpgradeUserPlaybooksResponse,
  UserPlaybook,
} from "../contract/types/playbook.ts";
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

/** Filters of `searchUserPlaybooks`. */
export interface SearchUserPlaybooksKeywords {
  /** What to look for. */
  readonly query?: Maybe<string>;
  /** Only this user. */
  readonly userId?: Maybe<string>;
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

/** Filters of `getUserPlaybooks`. */
export interface GetUserPlaybooksKeywords {
  /**
   * Most items to return.
   *
   * @default 100
   */
  readonly limit?: Maybe<number>;
  /** Only this user. */
  readonly userId?: Maybe<string>;
  /** Only this playbook name. */
  readonly playbookName?: Maybe<string>;
  /** Only this agent version. */
  readonly agentVersion?: Maybe<string>;
  /** Only these states; null in the list (or `"current"`) stands for current ones. */
  readonly statusFilter?: Maybe<readonly StatusValue[]>;
}

/** Changes to a user playbook; what is left out stays. */
export interface UpdateUserPlaybookKeywords {
  /** Id of the playbook, at least 1. */
  readonly userPlaybookId: number;
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
}

/** Which user playbooks to bring back from the archive. */
export interface DowngradeUserPlaybooksKeywords {
  /** Only this agent version. */
  readonly agentVersion?: Maybe<string>;
  /** Only this playbook name. */
  readonly playbookName?: Maybe<string>;
}

/** Which user playbooks to make current. */
export interface UpgradeUserPlaybooksKeywords extends DowngradeUserPlaybooksKeywords {
  /**
   * Archive the current ones and delete the archived ones first.
   *
   * @default true
   */
  readonly archiveCurrent?: Maybe<boolean>;
}

/** Rules learned from one user's conversations. */
export interface UserPlaybookMethods<V extends Variant = AsyncVariant> {
  /** Searches user playbooks. */
  searchUserPlaybooks(
    options?: Arg<
      V,
      OrRequest<SearchUserPlaybooksKeywords, SearchUserPlaybookRequest> & CallOptions
    >,
  ): Reply<V, SearchUserPlaybooksViewResponse>;
  /** Lists user playbooks, newest first. */
  getUserPlaybooks(
    options?: Arg<V, OrRequest<GetUserPlaybooksKeywords, GetUserPlaybooksRequest> & CallOptions>,
  ): Reply<V, GetUserPlaybooksViewResponse>;
  /** Adds user playbooks directly. */
  addUserPlaybook(
    options: Arg<V, { readonly userPlaybooks: readonly UserPlaybook[] } & CallOptions>,
  ): Reply<V, AddUserPlaybookResponse>;
  /** Changes a user playbook. */
  updateUserPlaybook(
    options: Arg<V, UpdateUserPlaybookKeywords & CallOptions>,
  ): Reply<V, UpdateUserPlaybookResponse>;
  /** Deletes one user playbook, in the background unless told to wait. */
  deleteUserPlaybook(
    options: Arg<V, { readonly userPlaybookId: number } & BackgroundOptions> & {
      waitForResponse: true;
    },
  ): Reply<V, DeleteUserPlaybookResponse>;
  /** Deletes one user playbook in the background: gives nothing, as soon as the call is queued. */
  deleteUserPlaybook(
    options: Arg<V, { readonly userPlaybookId: number } & BackgroundOptions> & {
      waitForResponse?: false;
    },
  ): Reply<V, void>;
  /** Deletes one user playbook; `waitForResponse` says at run time whether the answer is waited for. */
  deleteUserPlaybook(
    options: Arg<V, { readonly userPlaybookId: number } & BackgroundOptions>,
  ): Reply<V, DeleteUserPlaybookResponse | void>;
  /** Deletes several user playbooks. */
  deleteUserPlaybooksByIds(
    options: Arg<V, { readonly userPlaybookIds: readonly number[] } & CallOptions>,
  ): Reply<V, BulkDeleteResponse>;
  /** Deletes every user playbook. */
  deleteAllUserPlaybooks(options?: Arg<V, CallOptions>): Reply<V, BulkDeleteResponse>;
  /** Makes pending user playbooks current. */
  upgradeUserPlaybooks(
    options?: Arg<V, UpgradeUserPlaybooksKeywords & CallOptions>,
  ): Reply<V, UpgradeUserPlaybooksResponse>;
  /** Brings archived user playbooks back. An extension. */
  downgradeUserPlaybooks(
    options?: Arg<V, DowngradeUserPlaybooksKeywords & CallOptions>,
  ): Reply<V, DowngradeUserPlaybooksResponse>;
}
