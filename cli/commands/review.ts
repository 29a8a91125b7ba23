import type { AgentPlaybookView, PlaybookStatus } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { type CliError, usageError } from "../errors.ts";
import { plural } from "../render/age.ts";
import { agentPlaybookBlocks } from "../render/blocks.ts";
import type { Result } from "../result.ts";
import { acknowledge } from "./_acknowledge.ts";

/** Most playbooks that are gone through. */
const ALL = 1_000;

/** `approve`: by id, or one after the other. */
export function approve(context: Context): Promise<Result> {
  return decideAll(context, "approved");
}

/** `reject`: by id, or one after the other. */
export function reject(context: Context): Promise<Result> {
  return decideAll(context, "rejected");
}

/** Decides the playbooks that were named, or asks about the pending ones. */
async function decideAll(context: Context, status: "approved" | "rejected"): Promise<Result> {
  const ids = context.input.rest.map((word) => {
    const id = Number(word);
    if (Number.isSafeInteger(id) && id > 0) return id;
    throw usageError(`${JSON.stringify(word)} is no id, must be a whole number above 0`);
  });
  if (ids.length === 0) return await goThrough(context);
  let failure: CliError | undefined;
  const done = [];
  for (const id of ids) {
    const { failure: refusal } = await setReviewState(context, id, status);
    failure ??= refusal;
    done.push({ agent_playbook_id: id, playbook_status: status, success: refusal === undefined });
  }
  return { data: done, ...failure ? { failure } : {} };
}

/** Changes the review state of an agent playbook. */
export async function setReviewState(
  context: Context,
  agentPlaybookId: number,
  playbookStatus: PlaybookStatus,
): Promise<Result> {
  const client = await context.client();
  const answer = await client.updateAgentPlaybookStatus({ agentPlaybookId, playbookStatus });
  return acknowledge(context, answer, {
    action: `change the status of agent playbook ${agentPlaybookId}`,
    done: `Agent playbook ${agentPlaybookId} is ${playbookStatus}`,
  });
}

/** Shows the pending playbooks one after the other and asks about each. */
async function goThrough(context: Context): Promise<Result> {
  const { prompt, out, input } = context;
  if (!prompt.isInteractive) {
    throw usageError(
      "Missing ids of agent playbooks",
      "List them with reflexio agent-playbooks list --playbook-status pending",
    );
  }
  const client = await context.client();
  const { agent_playbooks: pending } = await client.getAgentPlaybooks({
    limit: ALL,
    playbookStatusFilter: "pending",
    agentVersion: input.filled("agent-version") ?? null,
  });
  if (pending.length === 0) {
    out.note("No agent playbook is pending");
    return { data: [] };
  }
  const done: { agent_playbook_id: number; playbook_status: PlaybookStatus }[] = [];
  for (const [index, item] of pending.entries()) {
    const answer = await askAbout(context, item, `${index + 1} of ${pending.length}`);
    if (answer === "q" || answer === "") break;
    const chosen = answer === "a" ? "approved" : answer === "r" ? "rejected" : null;
    if (chosen === null) continue;
    const { failure } = await setReviewState(context, item.agent_playbook_id, chosen);
    if (failure) return { data: done, failure };
    done.push({ agent_playbook_id: item.agent_playbook_id, playbook_status: chosen });
  }
  out.note(plural(done.length, "decision"));
  return { data: done };
}

/** Shows a playbook and reads a, r, s or q; empty at the end of input. */
async function askAbout(
  { out, prompt }: Context,
  item: AgentPlaybookView,
  place: string,
): Promise<string> {
  out.note(agentPlaybookBlocks([item], { ...out.screen, style: out.noteStyle }));
  for (;;) {
    const letter = await prompt.letter(`${place}: [a]pprove, [r]eject, [s]kip, [q]uit? `);
    if (["a", "r", "s", "q", ""].includes(letter)) return letter;
  }
}
