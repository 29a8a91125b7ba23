import type { InteractionView, RequestDataView } from "../../client/contract/mod.ts";
import type { KindView, OrgStore, RequestRow } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Call, Handlers } from "./handlers.ts";
import { boundSec, presentText, sizeOf } from "./texts.ts";
import { interactionView } from "./views.ts";

/** Requests of a page where the caller sends null. */
const MAX_REQUESTS = 100;

/** Turns newest first, but those of one second in the order they were said. */
function newestFirst(
  view: KindView<"interaction">,
  ids: readonly number[],
): readonly number[] {
  const timeOf = (id: number) => view.meta(id)?.created_at ?? 0;
  return ids.toSorted((a, b) => timeOf(b) - timeOf(a) || a - b);
}

/** Turns of each of some requests, oldest first. */
async function turnsByRequest(
  org: OrgStore,
  requests: readonly RequestRow[],
): Promise<Map<string, InteractionView[]>> {
  const view = await org.view("interaction");
  const wanted = new Map<string, InteractionView[]>(
    requests.map((request) => [request.request_id, []]),
  );
  const ids = new Set<number>();
  for (const user of new Set(requests.map((request) => request.user_id))) {
    for (const id of view.idsOfUser(user)) {
      if (wanted.has(view.meta(id)?.request_id ?? "")) ids.add(id);
    }
  }
  for (const row of await view.rows([...ids])) {
    wanted.get(row.request_id)?.push(interactionView(row));
  }
  return wanted;
}

/** One page of requests grouped by session. */
async function pageOfRequests(deps: ServiceDeps, { org, body }: Call<"get_requests">) {
  const orgStore = deps.store.org(org);
  const view = await orgStore.view("request");
  const user = presentText(body.user_id);
  const requestId = presentText(body.request_id);
  const sessionId = presentText(body.session_id);
  const fromSec = boundSec(body.start_time);
  const toSec = boundSec(body.end_time);
  const limit = sizeOf(body.top_k, MAX_REQUESTS);
  const ids = view.select({
    ...user === null ? {} : { user },
    ...fromSec === null ? {} : { fromSec },
    ...toSec === null ? {} : { toSec },
    where: (meta) =>
      (requestId === null || meta.request_id === requestId) &&
      (sessionId === null || meta.session_id === sessionId),
    limit,
    offset: body.offset ?? 0,
  });
  const requests = await view.rows(ids);
  const turns = await turnsByRequest(orgStore, requests);
  const sessions = new Map<string, RequestDataView[]>();
  for (const request of requests) {
    const key = request.session_id ?? "";
    const listed = sessions.get(key) ?? [];
    listed.push({ request, interactions: turns.get(request.request_id) ?? [] });
    sessions.set(key, listed);
  }
  return {
    success: true,
    sessions: [...sessions].map(([session_id, listed]) => ({ session_id, requests: listed })),
    has_more: requests.length >= limit,
    msg: `Found ${requests.length} request(s) in ${sessions.size} session(s)`,
  };
}

/** The verbs that list turns and requests. */
export function createInteractionListHandlers(
  deps: ServiceDeps,
): Pick<Handlers, "get_interactions" | "get_all_interactions" | "get_requests"> {
  const { store } = deps;
  return {
    get_interactions: async ({ org, body }) => {
      const view = await store.org(org).view("interaction");
      const fromSec = boundSec(body.start_time);
      const toSec = boundSec(body.end_time);
      const ids = view.select({
        user: body.user_id,
        ...fromSec === null ? {} : { fromSec },
        ...toSec === null ? {} : { toSec },
      });
      const rows = await view.rows(
        newestFirst(view, ids).slice(0, sizeOf(body.top_k, Infinity)),
      );
      return {
        success: true,
        interactions: rows.map(interactionView),
        msg: `Found ${rows.length} interaction(s)`,
      };
    },
    get_all_interactions: async ({ org, query }) => {
      const view = await store.org(org).view("interaction");
      const rows = await view.rows(view.select({ limit: sizeOf(query.limit, MAX_REQUESTS) }));
      return {
        success: true,
        interactions: rows.map(interactionView),
        msg: `Found ${rows.length} interaction(s)`,
      };
    },
    get_requests: answeringFailure<"get_requests">(
      (call) => pageOfRequests(deps, call),
      (msg) => ({ success: false, sessions: [], has_more: false, msg }),
    ),
  };
}
