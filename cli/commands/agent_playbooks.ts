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
import { confirmRemoval, limitOf, type Listing, listResult } from "./_lists.ts";
import { readPlaybookTexts, requireChange } from "./_playbooks.ts";
import { envelopeLine } from "./publish.ts";

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
  const { input, out } = context;
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
  const failure = refusalIn(answer, "add the playbook");
  if (!failure) out.note(`Added: ${truncate(texts.content, 80)}`);
  return { data: answer, ...failure ? { failure } : {} };
}

/** `agent-playbooks update`. */
export async function update(context: Context): Promise<Result> {
  const agentPlaybookId = context.input.requiredId("playbook-id");
  const texts = await readPlaybookTexts(context);
  requireChange(texts);
  const client = await context.client();
  const answer = await client.updateAgentPlaybook({
    agentPlaybookId,
    ...texts.content === undefined ? {} : { content: texts.content },
    ...texts.trigger === undefined ? {} : { trigger: texts.trigger },
    ...texts.rationale === undefined ? {} : { rationale: texts.rationale },
    ...texts.playbookName === undefined ? {} : { playbookName: texts.playbookName },
  });
  const failure = refusalIn(answer, `update agent playbook ${agentPlaybookId}`);
  if (!failure) context.out.note(`Updated agent playbook ${agentPlaybookId}`);
  return { data: answer, ...failure ? { failure } : {} };
}

/** `agent-playbooks update-status`. */
export async function updateStatus(context: Context): Promise<Result> {
  const agentPlaybookId = context.input.requiredId("playbook-id");
  const playbookStatus = reviewWord(context.input.required("status"));
  if (playbookStatus === null) throw usageError("Missing --status", "Add --status approved");
  const client = await context.client();
  const answer = await client.updateAgentPlaybookStatus({ agentPlaybookId, playbookStatus });
  const failure = refusalIn(answer, `change the status of agent playbook ${agentPlaybookId}`);
  if (!failure) context.out.note(`Agent playbook ${agentPlaybookId} is ${playbookStatus}`);
  return { data: answer, ...failure ? { failure } : {} };
}

/** `agent-playbooks delete`. */
export async function remove(context: Context): Promise<Result> {
  const agentPlaybookId = context.input.requiredId("playbook-id");
  const client = await context.client();
  const answer = await client.deleteAgentPlaybook({ agentPlaybookId, waitForResponse: true });
  const failure = refusalIn(answer, `delete agent playbook ${agentPlaybookId}`);
  if (!failure) context.out.note(`Deleted agent playbook ${agentPlaybookId}`);
  return { data: answer, ...failure ? { failure } : {} };
}

/** `agent-playbooks delete-all`. */
export async function removeAll(context: Context): Promise<Result> {
  const client = await context.client();
  if (context.input.on("dry-run")) {
    const { agent_playbooks } = await client.getAgentPlaybooks({ limit: ALL });
    context.out.note(`Would delete ${plural(agent_playbooks.length, "agent playbook")}`);
    return { data: { would_delete: agent_playbooks.length } };
  }
  await confirmRemoval(context, "all agent playbooks", null);
  const answer = await client.deleteAllAgentPlaybooks();
  const failure = refusalIn(answer, "delete the agent playbooks");
  if (!failure) context.out.note(`Deleted all agent playbooks (${answer.deleted_count})`);
  return { data: answer, ...failure ? { failure } : {} };
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
