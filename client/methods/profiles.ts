import type { ProfileChangeLogViewResponse } from "../contract/types/change_log.ts";
import type { BulkDeleteResponse } from "../contract/types/common.ts";
import type { SearchMode } from "../contract/constants.ts";
import type {
  AddUserProfileResponse,
  DeleteUserProfileResponse,
  DowngradeProfilesResponse,
  GetProfilesViewResponse,
  GetUserProfilesRequest,
  SearchProfilesViewResponse,
  SearchUserProfileRequest,
  UpdateUserProfileResponse,
  UpgradeProfilesResponse,
  UserProfile,
} from "../contract/types/profile.ts";
import type { GetProfileStatisticsResponse } from "../contract/types/statistics.ts";
import type {
  Arg,
  AsyncVariant,
  BackgroundOptions,
  CallOptions,
  Maybe,
  OmitWhenBound,
  OrRequest,
  Reply,
  StatusValue,
  TimeInput,
  Variant,
} from "../options.ts";

/** Filters of `searchProfiles`. */
export interface SearchProfilesKeywords {
  /** Whose data. Trimmed; must not be empty. */
  readonly userId: string;
  /** Only what was learned from this request. */
  readonly generatedFromRequestId?: Maybe<string>;
  /** What to look for. */
  readonly query?: Maybe<string>;
  /** Earliest time, inclusive: a `Date`, an ISO 8601 text or Unix seconds. */
  readonly startTime?: Maybe<TimeInput>;
  /** Latest time, inclusive; must be later than `startTime`. */
  readonly endTime?: Maybe<TimeInput>;
  /**
   * Most items to return.
   *
   * @default 10
   */
  readonly topK?: Maybe<number>;
  /** Only this source. */
  readonly source?: Maybe<string>;
  /** Only profiles whose custom features contain this text. */
  readonly customFeature?: Maybe<string>;
  /** Only what this extractor learned. */
  readonly extractorName?: Maybe<string>;
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

/** Filters of `getProfiles`. */
export interface GetProfilesKeywords {
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
  /** Only these states; null in the list (or `"current"`) stands for current ones. */
  readonly statusFilter?: Maybe<readonly StatusValue[]>;
}

/** Filters of `getAllProfiles`. */
export interface GetAllProfilesKeywords {
  /**
   * Most items to return.
   *
   * @default 100
   */
  readonly limit?: Maybe<number>;
  /** Only this state; current ones when left out. */
  readonly statusFilter?: Maybe<"current" | "pending" | "archived">;
}

/** Which profile to delete. */
export interface DeleteProfileKeywords {
  /** Whose profile it is. Trimmed; must not be empty. */
  readonly userId: string;
  /** Id of the profile. */
  readonly profileId?: Maybe<string>;
  /** Accepted by the server next to `profileId`; has no effect of its own. */
  readonly searchQuery?: Maybe<string>;
}

/**
 * A profile to add. What is left out is filled in: a fresh id that begins with `cli-`, now as the
 * time, and `cli-manual` as source and origin.
 */
export interface UserProfileInput
  extends
    Omit<UserProfile, "profile_id" | "last_modified_timestamp" | "generated_from_request_id"> {
  /** Id; an existing profile of that id is replaced. */
  readonly profile_id?: string;
  /** Unix seconds. */
  readonly last_modified_timestamp?: number;
  /** Where it comes from. */
  readonly generated_from_request_id?: string;
}

/** Changes to a profile; what is left out stays. */
export interface UpdateUserProfileKeywords {
  /** Whose profile it is. */
  readonly userId: string;
  /** Id of the profile. */
  readonly profileId: string;
  /** New text. */
  readonly content?: Maybe<string>;
  /** New custom features; they replace the old ones as a whole. */
  readonly customFeatures?: Maybe<Readonly<Record<string, unknown>>>;
}

/** Which profiles to move between states. */
export interface MoveProfilesKeywords {
  /** Only this user. */
  readonly userId?: Maybe<string>;
  /** Only these profiles. */
  readonly profileIds?: Maybe<readonly string[]>;
  /**
   * Only users who have something to move.
   *
   * @default true
   */
  readonly onlyAffectedUsers?: Maybe<boolean>;
}

/** What is known about users. */
export interface ProfileMethods<V extends Variant = AsyncVariant> {
  /** Searches the current profiles of one user. */
  searchProfiles(
    options:
      | Arg<V, OrRequest<SearchProfilesKeywords, SearchUserProfileRequest> & CallOptions>
      | OmitWhenBound<V>,
  ): Reply<V, SearchProfilesViewResponse>;
  /**
   * Lists the profiles of one user. Answers are kept for ten minutes; `forceRefresh` asks the server
   * and keeps the fresh answer.
   */
  getProfiles(
    options:
      | Arg<
        V,
        & OrRequest<GetProfilesKeywords, GetUserProfilesRequest>
        & { readonly forceRefresh?: boolean | undefined }
        & CallOptions
      >
      | OmitWhenBound<V>,
  ): Reply<V, GetProfilesViewResponse>;
  /** Lists the profiles of all users. */
  getAllProfiles(
    options?: Arg<V, GetAllProfilesKeywords & CallOptions>,
  ): Reply<V, GetProfilesViewResponse>;
  /** Deletes one profile, in the background unless told to wait. */
  deleteProfile(
    options: Arg<V, DeleteProfileKeywords & BackgroundOptions> & { waitForResponse: true },
  ): Reply<V, DeleteUserProfileResponse>;
  /** Deletes one profile in the background: gives nothing, as soon as the call is queued. */
  deleteProfile(
    options: Arg<V, DeleteProfileKeywords & BackgroundOptions> & { waitForResponse?: false },
  ): Reply<V, void>;
  /** Deletes one profile; `waitForResponse` says at run time whether the answer is waited for. */
  deleteProfile(
    options: Arg<V, DeleteProfileKeywords & BackgroundOptions>,
  ): Reply<V, DeleteUserProfileResponse | void>;
  /** Deletes several profiles. */
  deleteProfilesByIds(
    options: Arg<V, { readonly profileIds: readonly string[] } & CallOptions>,
  ): Reply<V, BulkDeleteResponse>;
  /** Deletes every profile of all users. */
  deleteAllProfiles(options?: Arg<V, CallOptions>): Reply<V, BulkDeleteResponse>;
  /** Reads the hundred newest changes of profiles. */
  getProfileChangeLog(options?: Arg<V, CallOptions>): Reply<V, ProfileChangeLogViewResponse>;
  /** Adds profiles directly. */
  addUserProfile(
    options: Arg<V, { readonly userProfiles: readonly UserProfileInput[] } & CallOptions>,
  ): Reply<V, AddUserProfileResponse>;
  /** Makes pending profiles current and archives the current ones. */
  upgradeProfiles(
    options?: Arg<V, MoveProfilesKeywords & CallOptions>,
  ): Reply<V, UpgradeProfilesResponse>;
  /** Brings archived profiles back. An extension. */
  downgradeProfiles(
    options?: Arg<V, MoveProfilesKeywords & CallOptions>,
  ): Reply<V, DowngradeProfilesResponse>;
  /** Changes a current profile. An extension. */
  updateUserProfile(
    options: Arg<V, UpdateUserProfileKeywords & CallOptions>,
  ): Reply<V, UpdateUserProfileResponse>;
  /** Counts profiles by state. An extension. */
  getProfileStatistics(options?: Arg<V, CallOptions>): Reply<V, GetProfileStatisticsResponse>;
}
