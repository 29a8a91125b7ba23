import {
  type AddUserProfileRequest,
  type AddUserProfileResponse,
  type DeleteProfilesByIdsRequest,
  type DeleteUserProfileRequest,
  type DeleteUserProfileResponse,
  type DowngradeProfilesRequest,
  type DowngradeProfilesResponse,
  type GetProfilesViewResponse,
  type GetUserProfilesRequest,
  NEVER_EXPIRES_TIMESTAMP,
  ProfileTimeToLive,
  type ProfileView,
  type SearchProfilesViewResponse,
  type SearchUserProfileRequest,
  type UpdateUserProfileRequest,
  type UpdateUserProfileResponse,
  type UpgradeProfilesRequest,
  type UpgradeProfilesResponse,
  type UserProfile,
} from "../../../client/contract/mod.ts";
import { ignoredVector, list, map, nullable } from "../containers.ts";
import { keptText } from "../kept_text.ts";
import { boolean, integer, number } from "../numbers.ts";
import { object, optional, required, sent } from "../object.ts";
import { named } from "../schema.ts";
import { nonEmptyText, oneOf, text } from "../text.ts";
import { endsAfterStart, timeBound } from "../time_bound.ts";
import { listSize, recordTime, searchMode, status, statusFilter } from "./common.ts";

const timeToLive = named("ProfileTimeToLive", oneOf(Object.values(ProfileTimeToLive)));

/** A whole profile. */
export const userProfile = object<UserProfile>("UserProfile", {
  profile_id: required(text),
  user_id: required(text),
  content: required(text),
  last_modified_timestamp: required(recordTime),
  generated_from_request_id: required(text),
  profile_time_to_live: optional(timeToLive, "infinity"),
  expiration_timestamp: optional(recordTime, NEVER_EXPIRES_TIMESTAMP),
  custom_features: optional(nullable(map), null),
  source: optional(nullable(text), null),
  status: optional(status, null),
  extractor_names: optional(nullable(list(text)), null),
  expanded_terms: optional(nullable(text), null),
  embedding: optional(ignoredVector, []),
});

/** A profile as it is returned. */
export const profileView = object<ProfileView>("ProfileView", {
  profile_id: required(text),
  user_id: required(text),
  content: required(text),
  last_modified_timestamp: required(integer()),
  generated_from_request_id: required(text),
  profile_time_to_live: sent(timeToLive, "infinity"),
  expiration_timestamp: sent(integer(), NEVER_EXPIRES_TIMESTAMP),
  custom_features: optional(nullable(map), null),
  source: optional(nullable(text), null),
  status: optional(status, null),
  extractor_names: optional(nullable(list(text)), null),
});

/** The same in answers to searches, which give the same one out again and again. */
export const foundProfileView = keptText(profileView);

/** Body of adding profiles. */
export const addUserProfileRequest = object<AddUserProfileRequest>("AddUserProfileRequest", {
  user_profiles: required(list(userProfile, { min: 1 })),
}, {
  check: ({ user_profiles }) => {
    const index = user_profiles.findIndex(({ content }) => content === "");
    return index < 0 ? null : `user_profiles[${index}].content must not be empty`;
  },
});

/** Answer to adding profiles. */
export const addUserProfileResponse = object<AddUserProfileResponse>("AddUserProfileResponse", {
  success: required(boolean),
  message: optional(nullable(text), null),
  added_count: sent(integer(), 0),
});

/** Body of a list of profiles. */
export const getUserProfilesRequest = object<GetUserProfilesRequest>("GetUserProfilesRequest", {
  user_id: required(nonEmptyText),
  start_time: optional(nullable(timeBound), null),
  end_time: optional(nullable(timeBound), null),
  top_k: optional(nullable(listSize), 30),
  status_filter: optional(nullable(statusFilter), null),
}, { check: endsAfterStart });

/** Answer with profiles. */
export const getProfilesViewResponse = object<GetProfilesViewResponse>("GetProfilesViewResponse", {
  success: required(boolean),
  user_profiles: required(list(profileView)),
  msg: optional(nullable(text), null),
});

/** Body of a search for profiles. */
export const searchUserProfileRequest = object<SearchUserProfileRequest>(
  "SearchUserProfileRequest",
  {
    user_id: required(nonEmptyText),
    generated_from_request_id: optional(nullable(text), null),
    query: optional(nullable(text), null),
    start_time: optional(nullable(timeBound), null),
    end_time: optional(nullable(timeBound), null),
    top_k: optional(nullable(listSize), 10),
    source: optional(nullable(text), null),
    custom_feature: optional(nullable(text), null),
    extractor_name: optional(nullable(text), null),
    threshold: optional(nullable(number({ atLeast: 0, atMost: 1 })), 0.4),
    enable_reformulation: optional(nullable(boolean), false),
    search_mode: optional(searchMode, "hybrid"),
  },
  { check: endsAfterStart },
);

/** Answer with the profiles found. */
export const searchProfilesViewResponse = object<SearchProfilesViewResponse>(
  "SearchProfilesViewResponse",
  {
    success: required(boolean),
    user_profiles: required(list(foundProfileView)),
    msg: optional(nullable(text), null),
  },
);

/** Body of changing a profile. */
export const updateUserProfileRequest = object<UpdateUserProfileRequest>(
  "UpdateUserProfileRequest",
  {
    user_id: required(text),
    profile_id: required(text),
    content: optional(nullable(text), null),
    custom_features: optional(nullable(map), null),
  },
);

/** Answer to changing a profile. */
export const updateUserProfileResponse = object<UpdateUserProfileResponse>(
  "UpdateUserProfileResponse",
  { success: required(boolean), msg: optional(nullable(text), null) },
);

/** Body of deleting one profile. */
export const deleteUserProfileRequest = object<DeleteUserProfileRequest>(
  "DeleteUserProfileRequest",
  {
    user_id: required(nonEmptyText),
    profile_id: optional(text, ""),
    search_query: optional(text, ""),
  },
);

/** Answer to deleting one profile. */
export const deleteUserProfileResponse = object<DeleteUserProfileResponse>(
  "DeleteUserProfileResponse",
  { success: required(boolean), message: sent(text, "") },
);

/** Body of deleting several profiles. */
export const deleteProfilesByIdsRequest = object<DeleteProfilesByIdsRequest>(
  "DeleteProfilesByIdsRequest",
  { profile_ids: required(list(text, { min: 1 })) },
);

/** Body of promoting pending profiles. */
export const upgradeProfilesRequest = object<UpgradeProfilesRequest>("UpgradeProfilesRequest", {
  user_id: optional(nullable(text), null),
  profile_ids: optional(nullable(list(text)), null),
  only_affected_users: optional(boolean, false),
});

/** Answer to promoting pending profiles. */
export const upgradeProfilesResponse = object<UpgradeProfilesResponse>("UpgradeProfilesResponse", {
  success: required(boolean),
  profiles_archived: sent(integer(), 0),
  profiles_promoted: sent(integer(), 0),
  profiles_deleted: sent(integer(), 0),
  message: sent(text, ""),
});

/** Body of bringing archived profiles back. */
export const downgradeProfilesRequest = object<DowngradeProfilesRequest>(
  "DowngradeProfilesRequest",
  {
    user_id: optional(nullable(text), null),
    profile_ids: optional(nullable(list(text)), null),
    only_affected_users: optional(boolean, false),
  },
);

/** Answer to bringing archived profiles back. */
export const downgradeProfilesResponse = object<DowngradeProfilesResponse>(
  "DowngradeProfilesResponse",
  {
    success: required(boolean),
    profiles_demoted: sent(integer(), 0),
    profiles_restored: sent(integer(), 0),
    message: sent(text, ""),
  },
);
