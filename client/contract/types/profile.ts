import type { ProfileTimeToLive } from "../constants.ts";
import type { StatusFilter, TimeFilter } from "./common.ts";
import type { SearchMode, Status } from "../constants.ts";

/** Fact about one person. Accepted by add_user_profile; responses use ProfileView. */
export interface UserProfile {
  /**
   * Chosen by the caller when added by hand (any text, an existing id is overwritten); UUID v4
   * when learnt.
   */
  readonly profile_id: string;
  /** The person. */
  readonly user_id: string;
  /** The fact, in third person. */
  readonly content: string;
  /** When it last changed. Unix seconds, UTC. */
  readonly last_modified_timestamp: number;
  /** Request it was learnt from, or `manual_…` / `rerun_…` plus 8 hex digits for such runs. */
  readonly generated_from_request_id: string;
  /** Lifetime class. Default: `"infinity"`. */
  readonly profile_time_to_live?: ProfileTimeToLive;
  /** When it dies; 4102444800 (2100-01-01): never. Unix seconds, UTC. Default: `4102444800`. */
  readonly expiration_timestamp?: number;
  /** Free-form map; nulls inside are kept. Default: `null`. */
  readonly custom_features?: Readonly<Record<string, unknown>> | null;
  /** Channel it was learnt from; null is given back as empty text. Default: `null`. */
  readonly source?: string | null;
  /** Lifecycle state; null: current. Default: `null`. */
  readonly status?: Status;
  /** Extractors that found it. Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
  /** Synonyms for the text index; never returned. Default: `null`. */
  readonly expanded_terms?: string | null;
  /** Ignored: the server makes vectors itself. Empty or 512 numbers. Default: `[]`. */
  readonly embedding?: readonly number[];
}

/** Profile as returned. Equals UserProfile without expanded_terms and embedding. */
export interface ProfileView {
  /**
   * Chosen by the caller when added by hand (any text, an existing id is overwritten); UUID v4
   * when learnt.
   */
  readonly profile_id: string;
  /** The person. */
  readonly user_id: string;
  /** The fact, in third person. */
  readonly content: string;
  /** When it last changed. Unix seconds, UTC. */
  readonly last_modified_timestamp: number;
  /** Request it was learnt from, or `manual_…` / `rerun_…` plus 8 hex digits for such runs. */
  readonly generated_from_request_id: string;
  /** Lifetime class. */
  readonly profile_time_to_live: ProfileTimeToLive;
  /** When it dies; 4102444800 (2100-01-01): never. Unix seconds, UTC. */
  readonly expiration_timestamp: number;
  /** Free-form map; nulls inside are kept. Default: `null`. */
  readonly custom_features?: Readonly<Record<string, unknown>> | null;
  /** Channel it was learnt from; empty when unknown. Default: `null`. */
  readonly source?: string | null;
  /** Lifecycle state; null: current. Default: `null`. */
  readonly status?: Status;
  /** Extractors that found it. Default: `null`. */
  readonly extractor_names?: readonly string[] | null;
}

/** Profiles to store; each needs content. */
export interface AddUserProfileRequest {
  /** Profiles. */
  readonly user_profiles: readonly UserProfile[];
}

/** Result of a direct insert. */
export interface AddUserProfileResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly message?: string | null;
  /** Records stored. */
  readonly added_count: number;
}

/** Unexpired profiles of one person. */
export interface GetUserProfilesRequest {
  /** The person. */
  readonly user_id: string;
  /** Earliest `last_modified_timestamp`, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Most profiles to return; null: all. Default: `30`. */
  readonly top_k?: number | null;
  /** Lifecycle states to include; null: current only. Default: `null`. */
  readonly status_filter?: StatusFilter | null;
}

/** Profiles. */
export interface GetProfilesViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Profiles. */
  readonly user_profiles: readonly ProfileView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** Current, unexpired profiles of one person. */
export interface SearchUserProfileRequest {
  /** The person. */
  readonly user_id: string;
  /** Only profiles learnt from this request. Default: `null`. */
  readonly generated_from_request_id?: string | null;
  /** Text to search for. Default: `null`. */
  readonly query?: string | null;
  /** Earliest `last_modified_timestamp`, inclusive. Default: `null`. */
  readonly start_time?: TimeFilter | null;
  /** Latest time, inclusive; later than `start_time`. Default: `null`. */
  readonly end_time?: TimeFilter | null;
  /** Most records to return; above 10,000 counts as 10,000. Default: `10`. */
  readonly top_k?: number | null;
  /** Case-insensitive equality. Default: `null`. */
  readonly source?: string | null;
  /** Case-insensitive substring of the printed custom_features. Default: `null`. */
  readonly custom_feature?: string | null;
  /** Exact member of extractor_names. Default: `null`. */
  readonly extractor_name?: string | null;
  /** Least similarity of a vector hit, 0 to 1. Default: `0.4`. */
  readonly threshold?: number | null;
  /** Rewrite the query with the language model first. Default: `false`. */
  readonly enable_reformulation?: boolean | null;
  /** Ranking method. Default: `"hybrid"`. */
  readonly search_mode?: SearchMode;
}

/** Profiles found. */
export interface SearchProfilesViewResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Profiles. */
  readonly user_profiles: readonly ProfileView[];
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/**
 * New values of a current, unexpired profile. Null or absent keeps a field; empty text is stored.
 * `last_modified_timestamp` becomes now.
 */
export interface UpdateUserProfileRequest {
  /** The person, not trimmed. */
  readonly user_id: string;
  /** Id of the profile, not trimmed. */
  readonly profile_id: string;
  /** New fact; null keeps the present one. Default: `null`. */
  readonly content?: string | null;
  /** Replaces the whole map; null keeps the present one. Default: `null`. */
  readonly custom_features?: Readonly<Record<string, unknown>> | null;
}

/** Outcome with an optional text. */
export interface UpdateUserProfileResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** One profile by id. */
export interface DeleteUserProfileRequest {
  /** The person. */
  readonly user_id: string;
  /** Id of the profile. Default: `""`. */
  readonly profile_id?: string;
  /** Not acted on: a delete by query alone is refused. Default: `""`. */
  readonly search_query?: string;
}

/** Outcome of deleting; success also when there was nothing. */
export interface DeleteUserProfileResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Outcome in words. */
  readonly message: string;
}

/** Profiles by id. */
export interface DeleteProfilesByIdsRequest {
  /** Ids of profiles. */
  readonly profile_ids: readonly string[];
}

/** Which pending profiles become current. */
export interface UpgradeProfilesRequest {
  /** Only profiles of this person; null: everybody. Default: `null`. */
  readonly user_id?: string | null;
  /** Only these profiles; null: all. Default: `null`. */
  readonly profile_ids?: readonly string[] | null;
  /** Only touch users who have pending profiles. Default: `false`. */
  readonly only_affected_users?: boolean;
}

/** Counts of the three steps. */
export interface UpgradeProfilesResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Current profiles that became archived. */
  readonly profiles_archived: number;
  /** Pending profiles that became current. */
  readonly profiles_promoted: number;
  /** Old archived profiles that were deleted. */
  readonly profiles_deleted: number;
  /** Outcome in words. */
  readonly message: string;
}

/** Which archived profiles come back. */
export interface DowngradeProfilesRequest {
  /** Only profiles of this person; null: everybody. Default: `null`. */
  readonly user_id?: string | null;
  /** Only these profiles; null: all. Default: `null`. */
  readonly profile_ids?: readonly string[] | null;
  /** Only touch users who have archived profiles. Default: `false`. */
  readonly only_affected_users?: boolean;
}

/** Counts. */
export interface DowngradeProfilesResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Current profiles that became archived. */
  readonly profiles_demoted: number;
  /** Archived profiles that became current. */
  readonly profiles_restored: number;
  /** Outcome in words. */
  readonly message: string;
}
