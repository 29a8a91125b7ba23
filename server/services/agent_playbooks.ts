import { EXPLAIN } from "../learn/records.ts";
import type { AgentPlaybookRow } from "../store/mod.ts";
import { completionNeeds, stageCompletion } from "./completion_jobs.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Call, Handlers } from "./handlers.ts";
import { deleteAllItems, deletedCount, deleteItems, deletionAnswer } from "./item_deletes.ts";
import { presentText, sizeOf } from "./texts.ts";
import { agentPlaybookView } from "./views.ts";

/** Rows of a list where the caller does not say. */
const DEFAULT_LIMIT = 100;

/** Lists agent playbooks, current ones unless the caller chooses. */
async function listAgentPlaybooks(
  { store }: ServiceDeps,
  { org, body }: Call<"get_agent_playbooks">,
) {
  const view = await store.org(org).view("agent_playbook");
  const name = presentText(body.playbook_name);
  const statuses = body.status_filter ?? [null];
  const review = body.playbook_status_filter;
  const rows = await view.rows(view.select({
    where: (meta) =>
      (name === null || meta.playbook_name === name) &&
      (body.agent_version === null || meta.agent_version === body.agent_version) &&
      (review === null || meta.playbook_status === review) &&
      (statuses.length === 0 || statuses.includes(meta.status)),
    limit: sizeOf(body.limit, DEFAULT_LIMIT),
  }));
  return {
    success: true,
    agent_playbooks: rows.map(agentPlaybookView),
    msg: `Found ${rows.length} agent playbook(s)`,
  };
}

/** Inserts agent playbooks under fresh ids in one commit; only what a caller may decide is kept. */
async function addAgentPlaybooks(deps: ServiceDeps, { org, body }: Call<"add_agent_playbook">) {
  const orgStore = deps.store.org(org);
  const needs = await completionNeeds(deps, orgStore);
  const count = body.agent_playbooks.length;
  const ids = await orgStore.nextIds("agent_playbook", count);
  await orgStore.write(async (tx) => {
    for (const [n, playbook] of body.agent_playbooks.entries()) {
      const { embedding: _, ...given } = playbook;
      tx.put("agent_playbook", {
        ...given,
        agent_playbook_id: ids[n] ?? 0,
        created_at: Math.floor(tx.nowSec),
        expanded_terms: null,
        status: null,
      });
    }
    await stageCompletion(tx, "agent_playbook", ids, needs);
  });
  return { success: true, message: `Added ${count} agent playbook(s)`, added_count: count };
}

/** Changes an agent playbook. */
async function updateAgentPlaybook(
  deps: ServiceDeps,
  { org, body }: Call<"update_agent_playbook">,
) {
  const orgStore = deps.store.org(org);
  const needs = await completionNeeds(deps, orgStore);
  const id = body.agent_playbook_id;
  const { result: isFound } = await orgStore.write(async (tx) => {
    const row = await tx.get("agent_playbook", id);
    if (row === null) return false;
    const after: AgentPlaybookRow = {
      ...row,
      playbook_name: body.playbook_name ?? row.playbook_name,
      content: body.content ?? row.content,
      trigger: body.trigger ?? row.trigger,
      rationale: body.rationale ?? row.rationale,
      blocking_issue: body.blocking_issue ?? row.blocking_issue,
      playbook_status: body.playbook_status ?? row.playbook_status,
    };
    const hasNewText = after.content !== row.content || after.trigger !== row.trigger ||
      after.rationale !== row.rationale;
    if (!hasNewText) {
      tx.put("agent_playbook", after);
      return true;
    }
    tx.put("agent_playbook", after, { vector: null });
    tx.remove(EXPLAIN, ["agent_playbook", id]);
    await stageCompletion(tx, "agent_playbook", [id], { ...needs, needsTerms: false });
    return true;
  });
  return isFound
    ? { success: true, msg: "Agent playbook updated" }
    : { success: false, msg: `Agent playbook with ID ${id} not found` };
}

/** Decides on an agent playbook. */
async function reviewAgentPlaybook(
  { store }: ServiceDeps,
  { org, body }: Call<"update_agent_playbook_status">,
) {
  const id = body.agent_playbook_id;
  const { result: isFound } = await store.org(org).write(async (tx) => {
    const row = await tx.get("agent_playbook", id);
    if (row === null) return false;
    tx.put("agent_playbook", { ...row, playbook_status: body.playbook_status });
    return true;
  });
  return isFound
    ? { success: true, msg: `Agent playbook is now ${body.playbook_status}` }
    : { success: false, msg: `Agent playbook with ID ${id} not found` };
}

/** The verbs about agent playbooks beside searching them. */
export function createAgentPlaybookHandlers(
  deps: ServiceDeps,
): Pick<
  Handlers,
  | "get_agent_playbooks"
  | "add_agent_playbook"
  | "update_agent_playbook"
  | "update_agent_playbook_status"
  | "delete_agent_playbook"
  | "delete_agent_playbooks_by_ids"
  | "delete_all_agent_playbooks"
  | "delete_all_playbooks"
> {
  const { store } = deps;
  return {
    get_agent_playbooks: answeringFailure<"get_agent_playbooks">(
      (call) => listAgentPlaybooks(deps, call),
      (msg) => ({ success: false, agent_playbooks: [], msg }),
    ),
    add_agent_playbook: answeringFailure<"add_agent_playbook">(
      (call) => addAgentPlaybooks(deps, call),
      (message) => ({ success: false, message, added_count: 0 }),
    ),
    update_agent_playbook: answeringFailure<"update_agent_playbook">(
      (call) => updateAgentPlaybook(deps, call),
      (msg) => ({ success: false, msg }),
    ),
    update_agent_playbook_status: answeringFailure<"update_agent_playbook_status">(
      (call) => reviewAgentPlaybook(deps, call),
      (msg) => ({ success: false, msg }),
    ),
    delete_agent_playbook: answeringFailure<"delete_agent_playbook">(async ({ org, body }) => {
      const count = await deleteItems(store.org(org), "agent_playbook", [body.agent_playbook_id]);
      return deletionAnswer(`agent playbook ${body.agent_playbook_id}`, count > 0);
    }, (message) => ({ success: false, message })),
    delete_agent_playbooks_by_ids: answeringFailure<"delete_agent_playbooks_by_ids">(
      async ({ org, body }) => {
        const count = await deleteItems(store.org(org), "agent_playbook", body.agent_playbook_ids);
        return deletedCount(count, "agent playbook");
      },
      (message) => ({ success: false, deleted_count: 0, message }),
    ),
    delete_all_agent_playbooks: answeringFailure<"delete_all_agent_playbooks">(async ({ org }) => {
      const count = await deleteAllItems(store.org(org), ["agent_playbook"]);
      return deletedCount(count, "agent playbook");
    }, (message) => ({ success: false, deleted_count: 0, message })),
    delete_all_playbooks: answeringFailure<"delete_all_playbooks">(async ({ org }) => {
      const count = await deleteAllItems(store.org(org), ["user_playbook", "agent_playbook"]);
      return deletedCount(count, "playbook");
    }, (message) => ({ success: false, deleted_count: 0, message })),
  };
}
