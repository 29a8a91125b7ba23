import type { OrgStore, Tx } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Handlers } from "./handlers.ts";
import { deletedCount, deletionAnswer } from "./item_deletes.ts";

/** Turns by request, as memory knows them. */
async function turnIdsOf(
  org: OrgStore,
  requestIds: ReadonlySet<string>,
): Promise<readonly number[]> {
  if (requestIds.size === 0) return [];
  const view = await org.view("interaction");
  return view.select({ where: (meta) => requestIds.has(meta.request_id) });
}

/**
 * Removes requests with their turns in one commit.
 *
 * @returns How many requests there were.
 */
async function deleteRequests(org: OrgStore, wanted: readonly string[]): Promise<number> {
  const view = await org.view("request");
  const ids = [...new Set(wanted)].filter((id) => view.meta(id) !== undefined);
  if (ids.length === 0) return 0;
  const turnIds = await turnIdsOf(org, new Set(ids));
  const { result } = await org.write(async (tx) => {
    const rows = await tx.getMany("request", ids);
    for (const id of ids) tx.delete("request", id);
    deleteTurns(tx, turnIds);
    return rows.filter((row) => row !== null).length;
  });
  return result;
}

function deleteTurns(tx: Tx, ids: readonly number[]): void {
  for (const id of ids) tx.delete("interaction", id);
}

/** Removes every request and turn of an org; gives the number of turns. */
async function deleteAllInteractions(org: OrgStore): Promise<number> {
  const requests = (await org.view("request")).ids();
  const turns = (await org.view("interaction")).ids();
  await org.write((tx) => {
    for (const id of requests) tx.delete("request", id);
    deleteTurns(tx, turns);
  });
  return turns.length;
}

/** The verbs that delete turns, requests and sessions. */
export function createInteractionDeleteHandlers(
  { store }: ServiceDeps,
): Pick<
  Handlers,
  | "delete_interaction"
  | "delete_request"
  | "delete_session"
  | "delete_requests_by_ids"
  | "delete_all_interactions"
> {
  return {
    delete_interaction: answeringFailure<"delete_interaction">(async ({ org, body }) => {
      const { result: wasThere } = await store.org(org).write(async (tx) => {
        const row = await tx.get("interaction", body.interaction_id);
        if (row?.user_id !== body.user_id) return false;
        tx.delete("interaction", body.interaction_id);
        return true;
      });
      return deletionAnswer(`interaction ${body.interaction_id} of user ${body.user_id}`, wasThere);
    }, (message) => ({ success: false, message })),
    delete_request: answeringFailure<"delete_request">(async ({ org, body }) => {
      const count = await deleteRequests(store.org(org), [body.request_id]);
      return deletionAnswer(`request ${body.request_id}`, count > 0);
    }, (message) => ({ success: false, message })),
    delete_session: answeringFailure<"delete_session">(async ({ org, body }) => {
      const orgStore = store.org(org);
      const view = await orgStore.view("request");
      const ids = view.select({ where: (meta) => meta.session_id === body.session_id });
      const count = await deleteRequests(orgStore, ids);
      return {
        success: true,
        message: `Deleted session with ${count} request(s)`,
        deleted_requests_count: count,
      };
    }, (message) => ({ success: false, message, deleted_requests_count: 0 })),
    delete_requests_by_ids: answeringFailure<"delete_requests_by_ids">(async ({ org, body }) => {
      const count = await deleteRequests(store.org(org), body.request_ids);
      return deletedCount(count, "request");
    }, (message) => ({ success: false, deleted_count: 0, message })),
    delete_all_interactions: answeringFailure<"delete_all_interactions">(async ({ org }) => {
      const count = await deleteAllInteractions(store.org(org));
      return deletedCount(count, "interaction");
    }, (message) => ({ success: false, deleted_count: 0, message })),
  };
}
