import type { InteractionView } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { interactionBlocks } from "../render/blocks.ts";
import { interactionTable } from "../render/items.ts";
import type { Result } from "../result.ts";
import { acknowledgeDeletion } from "./_acknowledge.ts";
import { deleteAll } from "./_delete_all.ts";
import { limitOf, type Listing, listResult } from "./_lists.ts";

const LISTING: Listing<InteractionView> = {
  noun: "interaction",
  table: interactionTable,
  blocks: interactionBlocks,
};

/** Most turns that are looked at to find one. */
const ALL = 10_000;

/** `interactions list`. */
export async function list(context: Context): Promise<Result> {
  if (context.input.on("watch")) {
    const { watchKind } = await import("./watch.ts");
    return await watchKind(context, "interaction");
  }
  const limit = limitOf(context, 20);
  const userId = context.input.filled("user-id");
  const client = await context.client();
  const answer = userId === undefined
    ? await client.getAllInteractions({ limit: limit + 1 })
    : await client.getInteractions({ userId, topK: limit + 1 });
  return listResult(context, answer.interactions, { listing: LISTING, limit });
}

/** `interactions search`. */
export async function search(context: Context): Promise<Result> {
  const limit = limitOf(context, 10);
  const query = context.input.required("query", "QUERY or --query").trim();
  const userId = context.userId();
  const client = await context.client();
  const answer = await client.searchInteractions({ userId, query, topK: limit });
  return listResult(context, answer.interactions, { listing: LISTING, limit });
}

/** `interactions delete`. */
export async function remove(context: Context): Promise<Result> {
  const { input, settings } = context;
  const interactionId = input.requiredId("interaction-id");
  const userId = input.filled("user-id") ?? settings.userId ??
    await ownerOf(context, interactionId);
  const client = await context.client();
  const answer = await client.deleteInteraction({ userId, interactionId, waitForResponse: true });
  return acknowledgeDeletion(context, answer, `interaction ${interactionId}`);
}

/** Whose turn it is. */
async function ownerOf(context: Context, interactionId: number): Promise<string> {
  const client = await context.client();
  const { interactions } = await client.getAllInteractions({ limit: ALL });
  const found = interactions.find((turn) => turn.interaction_id === interactionId);
  if (found) return found.user_id;
  throw usageError(`Cannot find interaction ${interactionId}`, "Add --user-id USER");
}

/** `interactions delete-all`. */
export function removeAll(context: Context): Promise<Result> {
  return deleteAll(context, {
    noun: "interaction",
    all: "all interactions of everybody",
    count: async (client, limit) =>
      (await client.getAllInteractions({ limit })).interactions.length,
    remove: (client) => client.deleteAllInteractions(),
  });
}
