import type { SearchMode } from "../../client/contract/mod.ts";
import type { ColumnFilter } from "../search/mod.ts";
import type { RowOf } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import { beginFind, find, findItems, prepareQuery } from "./find.ts";
import {
  foundAgentPlaybook,
  type FoundItem,
  foundProfile,
  foundUserPlaybook,
  viewsOf,
} from "./found_items.ts";
import type { Call, Handlers } from "./handlers.ts";
import { readConfig } from "./org_config.ts";
import { rewriteQuery } from "./rewrite_query.ts";
import {
  agentPlaybookFilters,
  aliveProfileFilters,
  playbookFilters,
  timeFilters,
} from "./search_filters.ts";
import { boundSec, presentText, sizeOf } from "./texts.ts";
import { interactionView } from "./views.ts";

/** Rows of a search where the caller does not say. */
const DEFAULT_TOP_K = 10;

/** Threshold of a single-kind search where the caller does not say. */
const DEFAULT_THRESHOLD = 0.4;

/** What the single-kind searches have in common. */
interface CommonSearch {
  readonly query: string | null;
  readonly top_k: number | null;
  readonly threshold: number | null;
  readonly enable_reformulation: boolean | null;
  readonly search_mode: SearchMode;
}

/** Searches rows of one kind that is not the turns. */
async function searchKind<
  K extends "profile" | "user_playbook" | "agent_playbook",
  View,
>(
  deps: ServiceDeps,
  org: string,
  kind: K,
  options: {
    readonly body: CommonSearch;
    readonly filters: readonly ColumnFilter[];
    readonly make: (row: RowOf<K>) => FoundItem<View>;
  },
): Promise<View[]> {
  const { body, filters, make } = options;
  const headStart = beginFind(deps, org, kind);
  const { config } = await readConfig(deps.store.org(org));
  const text = body.enable_reformulation
    ? await rewriteQuery(deps, config, { query: body.query ?? "", history: [] })
    : body.query;
  const items = await findItems(deps, org, kind, {
    make,
    query: await prepareQuery(deps.embedders.of(config), text, body.search_mode),
    mode: body.search_mode,
    topK: sizeOf(body.top_k, DEFAULT_TOP_K),
    threshold: body.threshold ?? DEFAULT_THRESHOLD,
    defaultThreshold: DEFAULT_THRESHOLD,
    filters,
    headStart,
  });
  deps.givenOut.note(org, items);
  return viewsOf(items);
}

/** The newest turns of a user, oldest first; no index is needed for that. */
async function recentTurns(
  { store }: ServiceDeps,
  { org, body }: Call<"search_interactions">,
  recent: number,
) {
  const view = await store.org(org).view("interaction");
  const requestId = presentText(body.request_id);
  const fromSec = boundSec(body.start_time);
  const toSec = boundSec(body.end_time);
  const ids = view.select({
    user: body.user_id,
    ...fromSec === null ? {} : { fromSec },
    ...toSec === null ? {} : { toSec },
    where: (meta) => requestId === null || meta.request_id === requestId,
    limit: sizeOf(recent, DEFAULT_TOP_K),
  });
  return await view.rows(ids.toReversed());
}

/** Turns of a search, ranked or by age as the request says. */
async function findTurns(
  deps: ServiceDeps,
  call: Call<"search_interactions">,
) {
  const { org, body } = call;
  const { most_recent_k: recent, search_mode: mode } = body;
  const hasText = (body.query ?? "").trim() !== "";
  if (!hasText) return recent === null ? [] : await recentTurns(deps, call, recent);
  const headStart = beginFind(deps, org, "interaction");
  const { config } = await readConfig(deps.store.org(org));
  const requestId = presentText(body.request_id);
  const filters: ColumnFilter[] = [
    { column: "user_id", op: "eq", value: body.user_id },
    ...requestId === null ? [] : [{ column: "request_id", op: "eq", value: requestId } as const],
    ...timeFilters("created_at", body),
  ];
  const rows = await find(deps, org, "interaction", {
    query: await prepareQuery(deps.embedders.of(config), body.query, mode),
    mode,
    topK: sizeOf(body.top_k ?? recent, DEFAULT_TOP_K),
    threshold: DEFAULT_THRESHOLD,
    defaultThreshold: DEFAULT_THRESHOLD,
    filters,
    headStart,
  });
  if (recent === null) return rows;
  const byAge = rows.toSorted((a, b) =>
    a.created_at - b.created_at || a.interaction_id - b.interaction_id
  );
  return byAge.slice(-sizeOf(recent, DEFAULT_TOP_K));
}

/** The verbs that search one kind. */
export function createSearchHandlers(
  deps: ServiceDeps,
): Pick<
  Handlers,
  "search_profiles" | "search_interactions" | "search_user_playbooks" | "search_agent_playbooks"
> {
  return {
    search_profiles: async ({ org, body }) => {
      const nowSec = Math.floor(deps.nowMs() / 1_000);
      const filters = aliveProfileFilters(body, nowSec);
      const found = await searchKind(deps, org, "profile", { body, filters, make: foundProfile });
      return {
        success: true,
        user_profiles: found,
        msg: `Found ${found.length} matching profile(s)`,
      };
    },
    search_interactions: async (call) => {
      const rows = await findTurns(deps, call);
      return {
        success: true,
        interactions: rows.map(interactionView),
        msg: `Found ${rows.length} matching interaction(s)`,
      };
    },
    search_user_playbooks: answeringFailure<"search_user_playbooks">(async ({ org, body }) => {
      const found = await searchKind(deps, org, "user_playbook", {
        make: foundUserPlaybook,
        body,
        filters: [
          ...body.user_id === null
            ? []
            : [{ column: "user_id", op: "eq", value: body.user_id } as const],
          ...playbookFilters(body),
        ],
      });
      return {
        success: true,
        user_playbooks: found,
        msg: `Found ${found.length} matching user playbook(s)`,
      };
    }, (msg) => ({ success: false, user_playbooks: [], msg })),
    search_agent_playbooks: answeringFailure<"search_agent_playbooks">(async ({ org, body }) => {
      const filters = agentPlaybookFilters(body);
      const found = await searchKind(deps, org, "agent_playbook", {
        body,
        filters,
        make: foundAgentPlaybook,
      });
      return {
        success: true,
        agent_playbooks: found,
        msg: `Found ${found.length} matching agent playbook(s)`,
      };
    }, (msg) => ({ success: false, agent_playbooks: [], msg })),
  };
}
