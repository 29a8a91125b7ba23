import {
  type Complete,
  NEVER_EXPIRES_TIMESTAMP,
  type ResponseOf,
  type UserProfile,
} from "../../client/contract/mod.ts";
import { expiresAtSec } from "../learn/expiry.ts";
import { EXPLAIN } from "../learn/records.ts";
import type { ProfileRow } from "../store/mod.ts";
import { completionNeeds, stageCompletion } from "./completion_jobs.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Call, Handlers } from "./handlers.ts";
import {
  deleteAllItems,
  deletedCount,
  deleteItems,
  deletionAnswer,
  stageItemDelete,
} from "./item_deletes.ts";
import { boundSec, sizeOf } from "./texts.ts";
import { profileView } from "./views.ts";

/** Rows of the all-profiles list where the caller does not say. */
const DEFAULT_LIMIT = 100;

/** A profile as a caller sends it, ready to be stored. */
function toRow({ embedding: _, ...profile }: Complete<UserProfile>): ProfileRow {
  // A lifetime without an end of its own gives the end.
  const isReckoned = profile.expiration_timestamp === NEVER_EXPIRES_TIMESTAMP;
  return isReckoned
    ? {
      ...profile,
      expiration_timestamp: expiresAtSec(
        profile.profile_time_to_live,
        profile.last_modified_timestamp,
      ),
    }
    : profile;
}

/** Inserts or replaces profiles in one commit; of two equal ids the later one counts. */
async function addProfiles(deps: ServiceDeps, { org, body }: Call<"add_user_profile">) {
  const orgStore = deps.store.org(org);
  const needs = await completionNeeds(deps, orgStore);
  const rows = new Map(body.user_profiles.map((profile) => [profile.profile_id, toRow(profile)]));
  await orgStore.write(async (tx) => {
    for (const [id, row] of rows) {
      tx.put("profile", row, { vector: null });
      tx.remove(EXPLAIN, ["profile", id]);
    }
    await stageCompletion(tx, "profile", [...rows.keys()], needs);
  });
  const count = body.user_profiles.length;
  return { success: true, message: `Added ${count} profile(s)`, added_count: count };
}

/** Changes a current, unexpired profile; from then on it counts as written by hand. */
async function updateProfile(deps: ServiceDeps, { org, body }: Call<"update_user_profile">) {
  const orgStore = deps.store.org(org);
  const needs = await completionNeeds(deps, orgStore);
  const { result: isFound } = await orgStore.write(async (tx) => {
    const row = await tx.get("profile", body.profile_id);
    const nowSec = Math.floor(tx.nowSec);
    const isOpen = row?.user_id === body.user_id && row.status === null &&
      row.expiration_timestamp >= nowSec;
    if (row === null || !isOpen) return false;
    const after: ProfileRow = {
      ...row,
      content: body.content ?? row.content,
      custom_features: body.custom_features ?? row.custom_features,
      last_modified_timestamp: nowSec,
    };
    tx.put("profile", after, { vector: null });
    tx.remove(EXPLAIN, ["profile", row.profile_id]);
    await stageCompletion(tx, "profile", [row.profile_id], { ...needs, needsTerms: false });
    return true;
  });
  return isFound ? { success: true, msg: "Profile updated" } : {
    success: false,
    msg: `Profile ${body.profile_id} of user ${body.user_id} not found`,
  };
}

/** Deletes one profile of a user. */
async function deleteProfile({ store }: ServiceDeps, { org, body }: Call<"delete_profile">) {
  if (body.profile_id === "") {
    const message = body.search_query === ""
      ? "Cannot delete a profile: send its profile_id"
      : "Cannot delete profiles by search_query: send a profile_id";
    return { success: false, message };
  }
  const { result: wasThere } = await store.org(org).write(async (tx) => {
    const row = await tx.get("profile", body.profile_id);
    if (row?.user_id !== body.user_id) return false;
    stageItemDelete(tx, "profile", body.profile_id);
    return true;
  });
  return deletionAnswer(`profile ${body.profile_id} of user ${body.user_id}`, wasThere);
}

/** Lists profiles of a user, newest first; expired ones never. */
async function listOwn(
  { store, nowMs }: ServiceDeps,
  { org, body }: Call<"get_profiles">,
): Promise<ResponseOf<"get_profiles">> {
  const view = await store.org(org).view("profile");
  const nowSec = Math.floor(nowMs() / 1_000);
  const statuses = body.status_filter ?? [null];
  const fromSec = boundSec(body.start_time);
  const toSec = boundSec(body.end_time);
  const rows = await view.rows(view.select({
    user: body.user_id,
    ...fromSec === null ? {} : { fromSec },
    ...toSec === null ? {} : { toSec },
    where: (meta) =>
      meta.expiration_timestamp >= nowSec &&
      (statuses.length === 0 || statuses.includes(meta.status)),
    limit: sizeOf(body.top_k, Infinity),
  }));
  return listed(rows);
}

/** Lists profiles of all users, newest first; expired ones never. */
async function listAll(
  { store, nowMs }: ServiceDeps,
  { org, query }: Call<"get_all_profiles">,
): Promise<ResponseOf<"get_all_profiles">> {
  const view = await store.org(org).view("profile");
  const nowSec = Math.floor(nowMs() / 1_000);
  const status = query.status_filter === "current" ? null : query.status_filter;
  const rows = await view.rows(view.select({
    where: (meta) => meta.status === status && meta.expiration_timestamp >= nowSec,
    limit: sizeOf(query.limit, DEFAULT_LIMIT),
  }));
  return listed(rows);
}

/** The answer of a list. */
function listed(rows: readonly ProfileRow[]): ResponseOf<"get_profiles"> {
  return {
    success: true,
    user_profiles: rows.map(profileView),
    msg: `Found ${rows.length} profile(s)`,
  };
}

/** The verbs about profiles beside searching and moving them. */
export function createProfileHandlers(
  deps: ServiceDeps,
): Pick<
  Handlers,
  | "get_profiles"
  | "get_all_profiles"
  | "add_user_profile"
  | "update_user_profile"
  | "delete_profile"
  | "delete_profiles_by_ids"
  | "delete_all_profiles"
> {
  const { store } = deps;
  return {
    get_profiles: (call) => listOwn(deps, call),
    get_all_profiles: (call) => listAll(deps, call),
    add_user_profile: answeringFailure<"add_user_profile">(
      (call) => addProfiles(deps, call),
      (message) => ({ success: false, message, added_count: 0 }),
    ),
    update_user_profile: answeringFailure<"update_user_profile">(
      (call) => updateProfile(deps, call),
      (msg) => ({ success: false, msg }),
    ),
    delete_profile: answeringFailure<"delete_profile">(
      (call) => deleteProfile(deps, call),
      (message) => ({ success: false, message }),
    ),
    delete_profiles_by_ids: answeringFailure<"delete_profiles_by_ids">(async ({ org, body }) => {
      const count = await deleteItems(store.org(org), "profile", body.profile_ids);
      return deletedCount(count, "profile");
    }, (message) => ({ success: false, deleted_count: 0, message })),
    delete_all_profiles: answeringFailure<"delete_all_profiles">(async ({ org }) => {
      const count = await deleteAllItems(store.org(org), ["profile"]);
      return deletedCount(count, "profile");
    }, (message) => ({ success: false, deleted_count: 0, message })),
  };
}
