import type { AgentPlaybookView, PlaybookStatus } from "../../client/contract/mod.ts";
import type { ReflexioClient } from "../../mod.ts";
import type { Context } from "../context.ts";
import { CliError, usageError } from "../errors.ts";
import { refusalIn, toCliError } from "../failure.ts";
import { plural } from "../render/age.ts";
import { agentPlaybookBlocks } from "../render/blocks.ts";
import { agentPlaybookTable } from "../render/items.ts";
import { truncate } from "../render/width.ts";
import { PRINTED, type Result } from "../result.ts";
import { acknowledge, acknowledgeDeletion } from "./_acknowledge.ts";
import { deleteAll } from "./_delete_all.ts";
import { limitOf, type Listing, listResult } from "./_lists.ts";
import { changesOf, readPlaybookTexts } from "./_playbooks.ts";
import { envelopeLine } from "./publish.ts";
import { setReviewState } from "./review.ts";

const LISTING: Listing<AgentPlaybookView> = {
  noun: "agent playbook",
  table: agentPlaybookTable,
  blocks: agentPlaybookBlocks,
};

/** Most playbooks that are looked at to find versions or count. */
const ALL = 10_000;

/** A review word as its type, null when absent. */
export function reviewWord(word: string | undefined): PlaybookStatus | null {
  return word === "pending" || word === "approved" || word === "rejected" ? word : null;
}

/** `agent-playbooks list`. */
export async function list(context: Context): Promise<Result> {
  if (context.input.on("watch")) {
    const { watchKind } = await import("./watch.ts");
    return await watchKind(context, "agent-playbook");
  }
  const { input } = context;
  const limit = limitOf(context, 20);
  const client = await context.client();
  const answer = await client.getAgentPlaybooks({
    limit: limit + 1,
    playbookName: input.filled("playbook-name") ?? null,
    agentVersion: input.filled("agent-version") ?? null,
    playbookStatusFilter: reviewWord(input.text("playbook-status")),
  });
  return listResult(context, answer.agent_playbooks, { listing: LISTING, limit });
}

/** `agent-playbooks search`. */
export async function search(context: Context): Promise<Result> {
  const { input } = context;
  const limit = limitOf(context, 10);
  const client = await context.client();
  const answer = await client.searchAgentPlaybooks({
    query: input.required("query", "QUERY").trim(),
    agentVersion: input.filled("agent-version") ?? null,
    playbookStatusFilter: reviewWord(input.text("playbook-status")),
    topK: limit,
  });
  return listResult(context, answer.agent_playbooks, { listing: LISTING, limit });
}

/** `agent-playbooks add`. */
export async function add(context: Context): Promise<Result> {
  const { input } = context;
  const texts = await readPlaybookTexts(context);
  const { data } = texts;
  const agentVersion = input.filled("agent-version") ??
    (typeof data.agent_version === "string" ? data.agent_version : undefined);
  if (!texts.content?.trim()) throw usageError("Missing --content", "Add --content TEXT");
  if (!agentVersion) throw usageError("Missing --agent-version", "Add --agent-version VERSION");
  const status = reviewWord(input.text("playbook-status")) ??
    reviewWord(typeof data.playbook_status === "string" ? data.playbook_status : undefined);
  const client = await context.client();
  const answer = await client.addAgentPlaybooks({
    agentPlaybooks: [{
      ...data,
      agent_version: agentVersion,
      content: texts.content,
      trigger: texts.trigger ?? null,
      rationale: texts.rationale ?? null,
      playbook_name: texts.playbookName ?? "agent_corrections",
      playbook_status: status ?? "pending",
      playbook_metadata: '{"source": "cli-manual"}',
    }],
  });
  return acknowledge(context, answer, {
    action: "add the playbook",
    done: `Added: ${truncate(texts.content, 80)}${
      status === null || status === "pending" ? "\nIt is pending: reflexio approve" : ""
    }`,
  });
}

/** `agent-playbooks update`. */
export async function update(context: Context): Promise<Result> {
  const agentPlaybookId = context.input.requiredId("playbook-id");
  const changes = changesOf(await readPlaybookTexts(context));
  const client = await context.client();
  const answer = await client.updateAgentPlaybook({ agentPlaybookId, ...changes });
  return acknowledge(context, answer, {
    action: `update agent playbook ${agentPlaybookId}`,
    done: `Updated agent playbook ${agentPlaybookId}`,
  });
}

/** `agent-playbooks update-status`. */
export async function updateStatus(context: Context): Promise<Result> {
  const agentPlaybookId = context.input.requiredId("playbook-id");
  const playbookStatus = reviewWord(context.input.required("status"));
  if (playbookStatus === null) throw usageError("Missing --status", "Add --status approved");
  return await setReviewState(context, agentPlaybookId, playbookStatus);
}

/** `agent-playbooks delete`. */
export async function remove(context: Context): Promise<Result> {
  const agentPlaybookId = context.input.requiredId("playbook-id");
  const client = await context.client();
  const answer = await client.deleteAgentPlaybook({ agentPlaybookId, waitForResponse: true });
  return acknowledgeDeletion(context, answer, `agent playbook ${agentPlaybookId}`);
}

/** `agent-playbooks delete-all`. */
export function removeAll(context: Context): Promise<Result> {
  return deleteAll(context, {
    noun: "agent playbook",
    all: "all agent playbooks",
    count: async (client, limit) =>
      (await client.getAgentPlaybooks({ limit })).agent_playbooks.length,
    remove: (client) => client.deleteAllAgentPlaybooks(),
  });
}

/** Name of the first playbook extractor of the server. */
async function firstPlaybookName(client: ReflexioClient): Promise<string> {
  const { user_playbook_extractor_configs: extractors } = await client.getConfig();
  const name = extractors?.[0]?.extractor_name;
  if (name) return name;
  throw usageError("The server has no playbook extractor", "Add --playbook-name NAME");
}

/** Versions of the agent that people taught. */
async function versionsOf(client: ReflexioClient, playbookName: string): Promise<string[]> {
  const { user_playbooks } = await client.getUserPlaybooks({ limit: ALL, playbookName });
  return [...new Set(user_playbooks.map(({ agent_version }) => agent_version))].sort();
}

/** `agent-playbooks aggregate`. */
export async function aggregate(context: Context): Promise<Result> {
  const { input, out } = context;
  const client = await context.client();
  const playbookName = input.filled("playbook-name") ?? await firstPlaybookName(client);
  const given = input.filled("agent-version");
  const versions = given === undefined ? await versionsOf(client, playbookName) : [given];
  if (versions.length === 0) {
    const message = `There are no user playbooks of ${playbookName} to aggregate`;
    out.note(message);
    return { data: { message } };
  }
  const before = await countPlaybooks(client);
  const progress = out.progress("Aggregating");
  const answers: unknown[] = [];
  let failure: CliError | undefined;
  for (const [index, agentVersion] of versions.entries()) {
    progress.update({ done: index, total: versions.length, note: agentVersion });
    const one = await aggregateVersion(context, { client, playbookName, agentVersion });
    progress.clear();
    answers.push(one.answer);
    failure ??= one.failure;
    if (one.failure && versions.length > 1) out.note(`${agentVersion}: ${one.failure.message}`);
    if (out.isJson && versions.length > 1) out.line(envelopeLine(one.answer, index, one.failure));
  }
  if (input.on("wait") && !failure) {
    const added = await countPlaybooks(client) - before;
    out.note(
      `Aggregated ${plural(versions.length, "version")}: ${
        plural(Math.max(0, added), "new agent playbook")
      }`,
    );
  } else if (!failure) out.note(`Aggregated ${versions.join(", ")}`);
  const more = failure ? { failure } : {};
  return out.isJson && versions.length > 1
    ? { ...PRINTED, ...more }
    : { data: answers[0], ...more };
}

/** How many agent playbooks there are. */
async function countPlaybooks(client: ReflexioClient): Promise<number> {
  return (await client.getAgentPlaybooks({ limit: ALL })).agent_playbooks.length;
}

/** Aggregates one version. */
async function aggregateVersion(
  context: Context,
  call: {
    readonly client: ReflexioClient;
    readonly playbookName: string;
    readonly agentVersion: string;
  },
): Promise<{ answer: unknown; failure?: CliError }> {
  const { client, playbookName, agentVersion } = call;
  try {
    const answer = await client.runPlaybookAggregation({
      agentVersion,
      playbookName,
      waitForResponse: true,
    });
    const failure = refusalIn(answer, `aggregate ${agentVersion}`);
    return { answer, ...failure ? { failure } : {} };
  } catch (error) {
    const failure = toCliError(error);
    if (failure.type === "auth" || failure.type === "network") throw failure;
    context.out.detail(failure.message);
    return {
      answer: { success: false, message: failure.message },
      failure: new CliError(failure.type, failure.message, { exitedZeroBefore: true }),
    };
  }
}
