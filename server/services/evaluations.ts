import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Handlers } from "./handlers.ts";
import { sizeOf } from "./texts.ts";

/** Verdicts in one answer when the caller does not say. */
const DEFAULT_LIMIT = 100;

/** The verb that reads verdicts on sessions. */
export function createEvaluationHandlers(
  { store }: ServiceDeps,
): Pick<Handlers, "get_agent_success_evaluation_results"> {
  return {
    get_agent_success_evaluation_results: answeringFailure<
      "get_agent_success_evaluation_results"
    >(async ({ org, body }) => {
      const view = await store.org(org).view("evaluation");
      const rows = await view.rows(view.select({
        where: (meta) => body.agent_version === null || meta.agent_version === body.agent_version,
        limit: sizeOf(body.limit, DEFAULT_LIMIT),
      }));
      return {
        success: true,
        agent_success_evaluation_results: rows,
        msg: `Found ${rows.length} evaluation result(s)`,
      };
    }, (msg) => ({ success: false, agent_success_evaluation_results: [], msg })),
  };
}
