import type { Status, UserPlaybookView } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { userPlaybookBlocks } from "../render/blocks.ts";
import { userPlaybookTable } from "../render/items.ts";
import { truncate } from "../render/width.ts";
import type { Result } from "../result.ts";
import { acknowledge, acknowledgeDeletion } from "./_acknowledge.ts";
import { deleteAll } from "./_delete_all.ts";
import { limitOf, type Listing, listResult } from "./_lists.ts";
import { changesOf, readPlaybookTexts } from "./_playbooks.ts";
import { runGeneration } from "./_runs.ts";

const LISTING: Listing<UserPlaybookView> = {
  noun: "user playbook",
  table: userPlaybookTable,
  blocks: userPlaybookBlocks,
};

/** `--status` as a filter; absent: every state. */
function statusFilter(context: Context): readonly Status[] | null {
  const word = context.input.text("status");
  if (word === "pending" || word === "archived") return [word];
  return word === "current" ? [null] : null;
}

/** `user-playbooks list`. */
export async function list(context: Context): Promise<Result> {
  if (context.input.on("watch")) {
    const { watchKind } = await import("./watch.ts");
    return await watchKind(context, "user-playbook");
  }
  const { input } = context;
  const limit = limitOf(context, 20);
  const client = await context.client();
  const answer = await client.getUserPlaybooks({
    limit: limit + 1,
    userId: input.filled("user-id") ?? null,
    playbookName: input.filled("playbook-name") ?? null,
    agentVersion: input.filled("agent-version") ?? null,
    statusFilter: statusFilter(context),
  });
  return listResult(context, answer.user_playbooks, { listing: LISTING, limit });
}

/** `user-playbooks search`. */
export async function search(context: Context): Promise<Result> {
  const { input } = context;
  const limit = limitOf(context, 10);
  const client = await context.client();
  const answer = await client.searchUserPlaybooks({
    query: input.required("query", "QUERY").trim(),
    userId: input.filled("user-id") ?? null,
    agentVersion: input.filled("agent-version") ?? null,
    topK: limit,
  });
  return listResult(context, answer.user_playbooks, { listing: LISTING, limit });
}

/** `user-playbooks add`. */
export async function add(context: Context): Promise<Result> {
  const { input } = context;
  const texts = await readPlaybookTexts(context);
  if (!texts.content?.trim()) throw usageError("Missing --content", "Add --content TEXT");
  const { data } = texts;
  const userId = input.filled("user-id") ??
    (typeof data.user_id === "string" ? data.user_id : null);
  const client = await context.client();
  const answer = await client.addUserPlaybook({
    userPlaybooks: [{
      ...data,
      request_id: "cli-manual",
      agent_version: input.filled("agent-version") ??
        (typeof data.agent_version === "string" ? data.agent_version : "cli"),
      playbook_name: texts.playbookName ?? "agent_corrections",
      content: texts.content,
      trigger: texts.trigger ?? null,
      rationale: texts.rationale ?? null,
      user_id: userId,
    }],
  });
  return acknowledge(context, answer, {
    action: "add the playbook",
    done: `Added: ${truncate(texts.content, 80)}`,
  });
}

/** `user-playbooks update`. */
export async function update(context: Context): Promise<Result> {
  const userPlaybookId = context.input.requiredId("playbook-id");
  const changes = changesOf(await readPlaybookTexts(context));
  const client = await context.client();
  const answer = await client.updateUserPlaybook({ userPlaybookId, ...changes });
  return acknowledge(context, answer, {
    action: `update user playbook ${userPlaybookId}`,
    done: `Updated user playbook ${userPlaybookId}`,
  });
}

/** `user-playbooks delete`. */
export async function remove(context: Context): Promise<Result> {
  const userPlaybookId = context.input.requiredId("playbook-id");
  const client = await context.client();
  const answer = await client.deleteUserPlaybook({ userPlaybookId, waitForResponse: true });
  return acknowledgeDeletion(context, answer, `user playbook ${userPlaybookId}`);
}

/** `user-playbooks delete-all`. */
export function removeAll(context: Context): Promise<Result> {
  return deleteAll(context, {
    noun: "user playbook",
    all: "all user playbooks",
    count: async (client, limit) =>
      (await client.getUserPlaybooks({ limit })).user_playbooks.length,
    remove: (client) => client.deleteAllUserPlaybooks(),
  });
}

/** `user-playbooks regenerate`. */
export function regenerate(context: Context): Promise<Result> {
  const agentVersion = context.input.filled("agent-version") ?? context.settings.agentVersion;
  if (agentVersion === undefined) {
    throw usageError("Missing --agent-version", "Add it, or set REFLEXIO_AGENT_VERSION");
  }
  return runGeneration(context, { kind: "playbooks", agentVersion, promotes: true });
}
