import type { ServiceDeps } from "./deps.ts";
import type { Handlers } from "./handlers.ts";
import { profileChangeLogView } from "./views.ts";

/** Entries of a change log in one answer. */
const CHANGE_LOG_LIMIT = 100;

/** The verbs that read change logs. */
export function createChangeLogHandlers(
  { store }: ServiceDeps,
): Pick<Handlers, "profile_change_log" | "playbook_aggregation_change_logs"> {
  return {
    profile_change_log: async ({ org }) => {
      const view = await store.org(org).view("profile_change_log");
      const rows = await view.rows(view.select({ limit: CHANGE_LOG_LIMIT }));
      return { success: true, profile_change_logs: rows.map(profileChangeLogView) };
    },
    playbook_aggregation_change_logs: async ({ org, query }) => {
      const view = await store.org(org).view("aggregation_change_log");
      const ids = view.select({
        where: (meta) =>
          meta.playbook_name === query.playbook_name && meta.agent_version === query.agent_version,
        limit: CHANGE_LOG_LIMIT,
      });
      return { success: true, change_logs: await view.rows(ids) };
    },
  };
}
