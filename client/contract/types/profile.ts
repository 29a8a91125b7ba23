import type { SearchMode, Status, StatusFilter, TimeFilter } from "./common.ts";

/** Lifetime class of a learnt profile. Days used by the learner to compute `expiration_timestamp`: one_day 1, one_week 7, one_month 30, one_quarter 90, one_year 365; infinity = 4102444800. Records added by hand keep the expiration that was sent. */
export type ProfileTimeToLive =
  | "one_day"
  | "one_week"
  | "one_month"
  | "one_quarter"
  | "one_year"
  | "infinity";

/** The values of {@link ProfileTimeToLive} by name. */
export const ProfileTimeToLive: {
  readonly ONE_DAY: "one_day";
  readonly ONE_WEEK: "one_week";
  readonly ONE_MONTH: "one_month";
  readonly ONE_QUARTER: "one_quarter";
  readonly ONE_YEAR: "one_year";
  readonly INFINITY: "infinity";
} = {
  ONE_DAY: "one_day",
  ONE_WEEK: "one_week",
  ONE_MONTH: "one_month",
  ONE_QUARTER: "one_quarter",
  ONE_YEAR: "one_year",
  INFINITY: "infinity",
};

/** Fact about one person. Accepted by add_user_profile; responses use ProfileView. */
export interface UserProfile {
  /** Chosen by the caller when added by hand (any text, an existing id is overwritten); UUID v4 when learnt. */
  readonly profile_id: string;
  /** `user_id`. */
  readonly user_id: string;
  /** `content`. */
  readonly content: string;
  /** Unix seconds, UTC. */
  readonly last_modified_timestamp: number;
  /** Request id, or manual_… / rerun_… plus 8 hex digits for such runs. */
  readonly generated_from_request_id: string;
  /** Default: `"infinity"`. */
  readonly profile_time_to_live?: ProfileTimeToLive;
  /** A profile is dead once now exceeds this. 4102444800 (2100-01-01) = never. Unix seconds, UTC. Default: `4102444800`. */
  readonly expiration_timestamp?: number;
  /** Free-form map. Nulls inside are kept. Default: `null`. */
  readonly custom_features?: Readonly<Record<string, unknown>> | null;
  /** Stored null comes back as "". Default: `null`. */
  readonly source?: string | null;
  /** Default: `null`. */
  readonly status?: Status;
  /** Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
  /** Search-only synonyms. Write-only. Default: `null`. */
  readonly expanded_terms?: string | null;
  /** Vector. Accepted on input but recomputed by the server; never returned. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** Profile as returned. Equals UserProfile without expanded_terms and embedding. */
export interface ProfileView {
  /** Chosen by the caller when added by hand (any text, an existing id is overwritten); UUID v4 when learnt. */
  readonly profile_id: string;
  /** `user_id`. */
  readonly user_id: string;
  /** `content`. */
  readonly content: string;
  /** Unix seconds, UTC. */
  readonly last_modified_timestamp: number;
  /** Request id, or manual_… / rerun_… plus 8 hex digits for such runs. */
  readonly generated_from_request_id: string;
  /** `profile_time_to_live`. */
  readonly profile_time_to_live: ProfileTimeToLive;
  /** A profile is dead once now exceeds this. 4102444800 (2100-01-01) = never. Unix seconds, UTC. */
  readonly expiration_timestamp: number;
  /** Free-form map. Nulls inside are kept. Default: `null`. */
  readonly custom_features?: Readonly<Record<string, unknown>> | null;
  /** Stored null comes back as "". Default: `null`. */
  readonly source?: string | null;
  /** Default: `null`. */
  readonly status?: Status;
  /** Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
}

/** Each item needs non-empty content (white space counts as content). */
export interface AddUserProfileRequest {
  /** `user_profiles`. */
  readonly user_profiles: readonly UserProfile[];
}

/** Result of a direct insert. */
export interface AddUserProfileResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly message?: string | null;
  /** `added_count`. */
  readonly added_count: number;
}

/** Unexpired profiles of one person. */
export interface GetUserProfilesRequest {
  /** `user_id`. */
  readonly user_id: string;
  /** On last_modified_timestamp. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Null = no limit. Default: `30`. */
  readonly top_k?: number | null;
  /** Null: current only. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
}

/** Profiles. */
export interface GetProfilesViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `user_profiles`. */
  readonly user_profiles: readonly ProfileView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Current, unexpired profiles of one person. */
export interface SearchUserProfileRequest {
  /** `user_id`. */
  readonly user_id: string;
  /** Default: `null`. */
  readonly generated_from_request_id?: string | null;
  /** Default: `null`. */
  readonly query?: string | null;
  /** On last_modified_timestamp. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Default: `10`. */
  readonly top_k?: number | null;
  /** Case-insensitive equality. Default: `null`. */
  readonly source?: string | null;
  /** Case-insensitive substring of the printed custom_features. Default: `null`. */
  readonly custom_feature?: string | null;
  /** Exact member of extractor_names. Default: `null`. */
  readonly extractor_name?: string | null;
  /** Default: `0.4`. */
  readonly threshold?: number | null;
  /** Rewrite the query with the language model first. Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Profiles found. */
export interface SearchProfilesViewResponse {
  /** `success`. */
  readonly success: boolean;
  /** `user_profiles`. */
  readonly user_profiles: readonly ProfileView[];
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Null or absent leaves the field as it is; a field cannot be cleared, but "" can be stored. Only current, unexpired profiles can be updated. last_modified_timestamp becomes now. */
export interface UpdateUserProfileRequest {
  /** Not trimmed, may be empty (then not found). */
  readonly user_id: string;
  /** `profile_id`. */
  readonly profile_id: string;
  /** Default: `null`. */
  readonly content?: string | null;
  /** Replaces the whole map. Default: `null`. */
  readonly custom_features?: Readonly<Record<string, unknown>> | null;
}

/** Outcome with an optional text. */
export interface UpdateUserProfileResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** profile_id or search_query must be non-empty; only profile_id has an effect. */
export interface DeleteUserProfileRequest {
  /** `user_id`. */
  readonly user_id: string;
  /** Default: `""`. */
  readonly profile_id?: string;
  /** Default: `""`. */
  readonly search_query?: string;
}

/** Deleting something that does not exist is a success. */
export interface DeleteUserProfileResponse {
  /** `success`. */
  readonly success: boolean;
  /** `message`. */
  readonly message: string;
}

/** Items are not checked for emptiness. */
export interface DeleteProfilesByIdsRequest {
  /** `profile_ids`. */
  readonly profile_ids: readonly string[];
}

/** UpgradeProfilesRequest */
export interface UpgradeProfilesRequest {
  /** Default: `null`. */
  readonly user_id?: string | null;
  /** Default: `null`. */
  readonly profile_ids?: readonly string[] | null;
  /** Only touch users who have pending profiles. Default: `false`. */
  readonly only_affected_users?: boolean;
}

/** Counts of the three steps. */
export interface UpgradeProfilesResponse {
  /** `success`. */
  readonly success: boolean;
  /** `profiles_archived`. */
  readonly profiles_archived: number;
  /** `profiles_promoted`. */
  readonly profiles_promoted: number;
  /** `profiles_deleted`. */
  readonly profiles_deleted: number;
  /** `message`. */
  readonly message: string;
}

/** DowngradeProfilesRequest */
export interface DowngradeProfilesRequest {
  /** Default: `null`. */
  readonly user_id?: string | null;
  /** Default: `null`. */
  readonly profile_ids?: readonly string[] | null;
  /** Only touch users who have archived profiles. Default: `false`. */
  readonly only_affected_users?: boolean;
}

/** Counts. */
export interface DowngradeProfilesResponse {
  /** `success`. */
  readonly success: boolean;
  /** `profiles_demoted`. */
  readonly profiles_demoted: number;
  /** `profiles_restored`. */
  readonly profiles_restored: number;
  /** `message`. */
  readonly message: string;
}
