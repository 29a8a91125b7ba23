import type { ProfileView, Status } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { invalid, usageError } from "../errors.ts";
import { profileBlocks } from "../render/blocks.ts";
import { profileTable } from "../render/items.ts";
import { truncate } from "../render/width.ts";
import type { Result } from "../result.ts";
import { readDataObject } from "../input/text_input.ts";
import { acknowledge, acknowledgeDeletion } from "./_acknowledge.ts";
import { confirmRemoval, deleteAll } from "./_delete_all.ts";
import { limitOf, type Listing, listResult } from "./_lists.ts";
import { runGeneration } from "./_runs.ts";

const LISTING: Listing<ProfileView> = {
  noun: "profile",
  table: profileTable,
  blocks: profileBlocks,
};

/** Most profiles that are looked at to find one. */
const ALL = 10_000;

/** The words of `--status`. */
type StatusWord = "current" | "pending" | "archived";

/** The word of `--status`, undefined when absent. */
function statusWord(context: Context): StatusWord | undefined {
  const word = context.input.text("status");
  return word === "current" || word === "pending" || word === "archived" ? word : undefined;
}

/** `user-profiles list`. Without a user: everybody's. */
export async function list(context: Context): Promise<Result> {
  if (context.input.on("watch")) {
    const { watchKind } = await import("./watch.ts");
    return await watchKind(context, "profile");
  }
  const limit = limitOf(context, 20);
  const userId = context.input.filled("user-id");
  const word = statusWord(context);
  const client = await context.client();
  const answer = userId === undefined
    ? await client.getAllProfiles({ limit: limit + 1, ...word ? { statusFilter: word } : {} })
    : await client.getProfiles({
      userId,
      topK: limit + 1,
      ...word ? { statusFilter: [word === "current" ? null : word] satisfies Status[] } : {},
    });
  return listResult(context, answer.user_profiles, { listing: LISTING, limit });
}

/** `user-profiles search`. */
export async function search(context: Context): Promise<Result> {
  const limit = limitOf(context, 10);
  const query = context.input.required("query", "QUERY").trim();
  const userId = context.userId();
  const client = await context.client();
  const answer = await client.searchProfiles({
    userId,
    query,
    topK: limit,
    threshold: context.input.number("threshold", 0.4),
  });
  return listResult(context, answer.user_profiles, { listing: LISTING, limit });
}

/** `user-profiles add`. */
export async function add(context: Context): Promise<Result> {
  const { input, host, out, settings } = context;
  const data = input.has("data") ? await readDataObject(host, input.text("data") ?? "") : {};
  const content = input.text("content") ?? textIn(data, "content");
  const userId = input.filled("user-id") ?? textIn(data, "user_id") ?? settings.userId;
  if (!userId) throw usageError("Missing --user-id", "Add --user-id USER");
  if (!content?.trim()) throw usageError("Missing --content", "Add --content TEXT");
  const client = await context.client();
  const answer = await client.addUserProfile({
    userProfiles: [{
      profile_time_to_live: "infinity",
      source: "cli-manual",
      generated_from_request_id: "cli-manual",
      last_modified_timestamp: out.screen.nowSec,
      ...data,
      profile_id: textIn(data, "profile_id") ?? `cli-${randomHex(12)}`,
      user_id: userId,
      content,
    }],
  });
  return acknowledge(context, answer, {
    action: "add the profile",
    done: `Added for ${userId}: ${truncate(content, 80)}`,
  });
}

/** A text of an object, undefined when it is none. */
function textIn(data: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = data[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalid(`--data: ${field} must be a text`);
  return value;
}

/** Random hex digits. */
function randomHex(digits: number): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, digits);
}

/** `user-profiles delete`. Without an id: all profiles of the person. */
export async function remove(context: Context): Promise<Result> {
  const { input, settings, prompt } = context;
  const given = input.filled("profile-id");
  const client = await context.client();
  const named = input.filled("user-id") ?? settings.userId;
  const found = given === undefined ? null : await findProfile(context, given, named);
  const userId = found?.user_id ?? named;
  if (!userId) throw usageError("Missing --user-id", "Add --user-id USER");
  if (given === undefined && prompt.isInteractive) {
    await confirmRemoval(context, `all profiles of ${userId}`);
  }
  const profileId = found?.profile_id ?? given ?? "";
  const answer = await client.deleteProfile({ userId, profileId, waitForResponse: true });
  return given === undefined
    ? acknowledge(context, answer, {
      action: `delete the profiles of ${userId}`,
      done: `Deleted all profiles of ${userId}`,
    })
    : acknowledgeDeletion(context, answer, `profile ${profileId}`);
}

/**
 * The profile of an id or of its first letters; null when the user is known and the id is whole.
 *
 * @throws {CliError} `usage` when several profiles begin so, or the owner cannot be found.
 */
async function findProfile(
  context: Context,
  id: string,
  userId: string | undefined,
): Promise<ProfileView | null> {
  if (userId !== undefined && id.length !== 8) return null;
  const client = await context.client();
  const { user_profiles } = userId === undefined
    ? await client.getAllProfiles({ limit: ALL })
    : await client.getProfiles({ userId, topK: ALL });
  const found = user_profiles.filter((profile) => profile.profile_id.startsWith(id));
  const exact = found.find((profile) => profile.profile_id === id);
  if (exact || found.length === 1) return exact ?? found[0] ?? null;
  if (found.length > 1) {
    throw usageError(`${found.length} profiles begin with ${id}`, "Give more of the id");
  }
  if (userId !== undefined) return null;
  throw usageError(`Cannot find profile ${id}`, "Add --user-id USER");
}

/** `user-profiles delete-all`. */
export function removeAll(context: Context): Promise<Result> {
  return deleteAll(context, {
    noun: "profile",
    all: "all profiles of everybody",
    count: async (client, limit) => (await client.getAllProfiles({ limit })).user_profiles.length,
    remove: (client) => client.deleteAllProfiles(),
  });
}

/** `user-profiles regenerate`. */
export function regenerate(context: Context): Promise<Result> {
  const userId = context.input.filled("user-id");
  if (userId === undefined) throw usageError("Missing --user-id", "Add --user-id USER");
  return runGeneration(context, { kind: "profiles", userId, promotes: true });
}
