import type { Complete, UserPlaybook } from "../../client/contract/mod.ts";
import { EXPLAIN } from "../learn/records.ts";
import type { UserPlaybookRow } from "../store/mod.ts";
import { completionNeeds, stageCompletion } from "./completion_jobs.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Call, Handlers } from "./handlers.ts";
import { deleteAllItems, deletedCount, deleteItems, deletionAnswer } from "./item_deletes.ts";
import { presentText, sizeOf } from "./texts.ts";
import { userPlaybookView } from "./views.ts";

/** Rows of a list where the caller does not say. */
const DEFAULT_LIMIT = 100;

/** Lists user playbooks, every status unless the caller chooses. */
async function listUserPlaybooks(
  { store }: ServiceDeps,
  { org, body }: Call<"get_user_playbooks">,
) {
  const view = await store.org(org).view("user_playbook");
  const name = presentText(body.playbook_name);
  const statuses = body.status_filter ?? [];
  const rows = await view.rows(view.select({
    where: (meta) =>
      (body.user_id === null || meta.user_id === body.user_id) &&
      (name === null || meta.playbook_name === name) &&
      (body.agent_version === null || meta.agent_version === body.agent_version) &&
      (statuses.length === 0 || statuses.includes(meta.status)),
    limit: sizeOf(body.limit, DEFAULT_LIMIT),
  }));
  return {
    success: true,
    user_playbooks: rows.map(userPlaybookView),
    msg: `Found ${rows.length} user playbook(s)`,
  };
}

/** Inserts user playbooks under fresh ids in one commit. */
async function addUserPlaybooks(deps: ServiceDeps, { org, body }: Call<"add_user_playbook">) {
  const orgStore = deps.store.org(org);
  const needs = await completionNeeds(deps, orgStore);
  const count = body.user_playbooks.length;
  const ids = await orgStore.nextIds("user_playbook", count);
  await orgStore.write(async (tx) => {
    for (const [n, playbook] of body.user_playbooks.entries()) {
      tx.put("user_playbook", toRow(playbook, ids[n] ?? 0));
    }
    await stageCompletion(tx, "user_playbook", ids, needs);
  });
  return { success: true, message: `Added ${count} user playbook(s)`, added_count: count };
}

function toRow({ embedding: _, ...playbook }: Complete<UserPlaybook>, id: number): UserPlaybookRow {
  return { ...playbook, user_playbook_id: id };
}

/** Changes a user playbook; from then on it counts as written by hand. */
async function updateUserPlaybook(deps: ServiceDeps, { org, body }: Call<"update_user_playbook">) {
  const orgStore = deps.store.org(org);
  const needs = await completionNeeds(deps, orgStore);
  const id = body.user_playbook_id;
  const { result: isFound } = await orgStore.write(async (tx) => {
    const row = await tx.get("user_playbook", id);
    if (row === null) return false;
    const changes = Object.values(body).filter((value) => value !== null).length - 1;
    if (changes === 0) return true;
    const after: UserPlaybookRow = {
      ...row,
      playbook_name: body.playbook_name ?? row.playbook_name,
      content: body.content ?? row.content,
      trigger: body.trigger ?? row.trigger,
      rationale: body.rationale ?? row.rationale,
      blocking_issue: body.blocking_issue ?? row.blocking_issue,
    };
    tx.put("user_playbook", after, { vector: null });
    tx.remove(EXPLAIN, ["user_playbook", id]);
    await stageCompletion(tx, "user_playbook", [id], { ...needs, needsTerms: false });
    return true;
  });
  return isFound
    ? { success: true, msg: "User playbook updated" }
    : { success: false, msg: `User playbook with ID ${id} not found` };
}

/** The verbs about user playbooks beside searching and moving them. */
export function createUserPlaybookHandlers(
  deps: ServiceDeps,
): Pick<
  Handlers,
  | "get_user_playbooks"
  | "add_user_playbook"
  | "update_user_playbook"
  | "delete_user_playbook"
  | "delete_user_playbooks_by_ids"
  | "delete_all_user_playbooks"
> {
  const { store } = deps;
  return {
    get_user_playbooks: answeringFailure<"get_user_playbooks">(
      (call) => listUserPlaybooks(deps, call),
      (msg) => ({ success: false, user_playbooks: [], msg }),
    ),
    add_user_playbook: answeringFailure<"add_user_playbook">(
      (call) => addUserPlaybooks(deps, call),
      (message) => ({ success: false, message, added_count: 0 }),
    ),
    update_user_playbook: answeringFailure<"update_user_playbook">(
      (call) => updateUserPlaybook(deps, call),
      (msg) => ({ success: false, msg }),
    ),
    delete_user_playbook: answeringFailure<"delete_user_playbook">(async ({ org, body }) => {
      const count = await deleteItems(store.org(org), "user_playbook", [body.user_playbook_id]);
      return deletionAnswer(`user playbook ${body.user_playbook_id}`, count > 0);
    }, (message) => ({ success: false, message })),
    delete_user_playbooks_by_ids: answeringFailure<"delete_user_playbooks_by_ids">(
      async ({ org, body }) => {
        const count = await deleteItems(store.org(org), "user_playbook", body.user_playbook_ids);
        return deletedCount(count, "user playbook");
      },
      (message) => ({ success: false, deleted_count: 0, message }),
    ),
    delete_all_user_playbooks: answeringFailure<"delete_all_user_playbooks">(async ({ org }) => {
      const count = await deleteAllItems(store.org(org), ["user_playbook"]);
      return deletedCount(count, "user playbook");
    }, (message) => ({ success: false, deleted_count: 0, message })),
  };
}
