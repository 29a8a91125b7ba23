import type { UnifiedSearchViewResponse } from "../../client/contract/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import { beginFind, findItems, prepareQuery } from "./find.ts";
import { foundAgentPlaybook, foundProfile, foundUserPlaybook, viewsOf } from "./found_items.ts";
import type { Call, Handlers } from "./handlers.ts";
import { readConfig } from "./org_config.ts";
import { rewriteQuery } from "./rewrite_query.ts";
import { currentProfileFilters, playbookFilters } from "./search_filters.ts";
import { sizeOf } from "./texts.ts";

/** Rows of each kind where the caller does not say. */
const DEFAULT_TOP_K = 5;

/** Threshold where the caller does not say. */
const DEFAULT_THRESHOLD = 0.3;

/** One query over profiles, agent playbooks and user playbooks. */
async function searchAll(
  deps: ServiceDeps,
  { org, body }: Call<"search">,
): Promise<UnifiedSearchViewResponse> {
  const { agent_version, playbook_name, user_id: userId } = body;
  const hasUser = userId !== null && userId !== "";
  const headStarts = {
    profile: hasUser ? beginFind(deps, org, "profile") : null,
    agentPlaybook: beginFind(deps, org, "agent_playbook"),
    userPlaybook: beginFind(deps, org, "user_playbook"),
  };
  const { config } = await readConfig(deps.store.org(org));
  const original = body.query.trim();
  const text = body.enable_reformulation
    ? await rewriteQuery(deps, config, {
      query: original,
      history: body.conversation_history ?? [],
    })
    : original;
  const mode = body.search_mode;
  const shared = {
    query: await prepareQuery(deps.embedders.of(config), text, mode),
    mode,
    topK: sizeOf(body.top_k, DEFAULT_TOP_K),
    threshold: body.threshold ?? DEFAULT_THRESHOLD,
    defaultThreshold: DEFAULT_THRESHOLD,
  };
  // Rules that were archived or wait for review of a rerun must not reach a prompt.
  const playbooks = playbookFilters({
    agent_version,
    playbook_name,
    start_time: null,
    end_time: null,
    status_filter: [null],
  });
  const nowSec = Math.floor(deps.nowMs() / 1_000);
  const [profiles, agentPlaybooks, userPlaybooks] = await Promise.all([
    hasUser
      ? findItems(deps, org, "profile", {
        make: foundProfile,
        ...shared,
        filters: currentProfileFilters(userId, nowSec),
        headStart: headStarts.profile,
      })
      : [],
    findItems(deps, org, "agent_playbook", {
      make: foundAgentPlaybook,
      ...shared,
      filters: playbooks,
      headStart: headStarts.agentPlaybook,
    }),
    findItems(deps, org, "user_playbook", {
      make: foundUserPlaybook,
      ...shared,
      filters: hasUser ? [...playbooks, { column: "user_id", op: "eq", value: userId }] : playbooks,
      headStart: headStarts.userPlaybook,
    }),
  ]);
  deps.givenOut.note(org, profiles, agentPlaybooks, userPlaybooks);
  return {
    success: true,
    profiles: viewsOf(profiles),
    agent_playbooks: viewsOf(agentPlaybooks),
    user_playbooks: viewsOf(userPlaybooks),
    reformulated_query: text === original ? null : text,
    msg: null,
  };
}

/** The verb that searches everything at once. */
export function createUnifiedSearchHandler(deps: ServiceDeps): Pick<Handlers, "search"> {
  return {
    search: answeringFailure<"search">(
      (call) => searchAll(deps, call),
      () => ({
        success: false,
        profiles: [],
        agent_playbooks: [],
        user_playbooks: [],
        msg: "Search failed",
      }),
    ),
  };
}
