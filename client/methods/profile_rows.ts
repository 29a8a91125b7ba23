import { flag, list, map, nullable, or, text, whole } from "../check.ts";
import { atMost, count, filter, key, newProfile, threshold } from "./fields.ts";
import { bulkAnswer } from "./interaction_rows.ts";
import { row, type RowDraft, success, withMessage, withMsg } from "./row.ts";
import { views } from "./views.ts";
import type { ProfileMethods } from "./profiles.ts";

const profilesAnswer = { ...withMsg, user_profiles: views.profiles };

const moveFields = {
  user_id: filter.text,
  profile_ids: filter.texts,
  only_affected_users: or(flag, true),
};

/** Answer of an addition. */
export const addAnswer = { ...success, message: filter.text, added_count: count } as const;

/** Rows of the methods about profiles. */
export const profileRows: { readonly [K in keyof ProfileMethods]: RowDraft } = {
  searchProfiles: row<"search_profiles">(
    {
      user_id: key,
      generated_from_request_id: filter.text,
      query: filter.text,
      start_time: filter.time,
      end_time: filter.time,
      top_k: atMost(10),
      source: filter.text,
      custom_feature: filter.text,
      extractor_name: filter.text,
      threshold: threshold(0.4),
      enable_reformulation: filter.reformulate,
      search_mode: filter.mode,
    },
    profilesAnswer,
    { takesRequest: true },
  ),
  getProfiles: row<"get_profiles">(
    {
      user_id: key,
      start_time: filter.time,
      end_time: filter.time,
      top_k: atMost(30),
      status_filter: filter.status,
    },
    profilesAnswer,
    { takesRequest: true, cached: true },
  ),
  getAllProfiles: row<"get_all_profiles">({
    limit: or(whole, 100),
    status_filter: or(text, undefined),
  }, profilesAnswer),
  deleteProfile: row<"delete_profile">(
    {
      user_id: key,
      profile_id: or(text, ""),
      search_query: or(text, ""),
    },
    withMessage,
    { mode: "optional" },
  ),
  deleteProfilesByIds: row<"delete_profiles_by_ids">({ profile_ids: list(text, 1) }, bulkAnswer),
  deleteAllProfiles: row<"delete_all_profiles">(null, bulkAnswer),
  getProfileChangeLog: row<"profile_change_log">(null, {
    ...success,
    profile_change_logs: views.profileChanges,
  }, { endpoint: "profile_change_log" }),
  addUserProfile: row<"add_user_profile">({ user_profiles: list(newProfile, 1) }, addAnswer),
  upgradeProfiles: row<"upgrade_all_profiles">(moveFields, {
    ...withMessage,
    profiles_archived: count,
    profiles_promoted: count,
    profiles_deleted: count,
  }, { endpoint: "upgrade_all_profiles", unsafe: true }),
  downgradeProfiles: row<"downgrade_all_profiles">(moveFields, {
    ...withMessage,
    profiles_demoted: count,
    profiles_restored: count,
  }, { endpoint: "downgrade_all_profiles", unsafe: true }),
  updateUserProfile: row<"update_user_profile">({
    user_id: text,
    profile_id: text,
    content: filter.text,
    custom_features: nullable(map),
  }, withMsg),
  getProfileStatistics: row<"get_profile_statistics">(null, {
    ...withMsg,
    current_count: count,
    pending_count: count,
    archived_count: count,
    expiring_soon_count: count,
  }),
};
