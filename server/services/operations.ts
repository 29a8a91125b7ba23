import { cancelOperation, readOperation, stageJob } from "../jobs/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { failureText } from "./failures.ts";
import type { Call, Handlers } from "./handlers.ts";
import {
  AGGREGATION_JOB,
  type AggregationPayload,
  LEARNING_SERVICES,
  pairScope,
} from "./job_kinds.ts";
import { takeResult, waitAtMost } from "./publish_wait.ts";
import { versionOf, WORK_WAIT_MS } from "./runs.ts";
import { presentText } from "./texts.ts";

/** Names that callers use for the services. */
const SERVICE_ALIASES: Readonly<Record<string, string>> = {
  rerun_profile_generation: "profile_generation",
  rerun_playbook_generation: "playbook_generation",
  manual_profile_generation: "profile_generation",
  manual_playbook_generation: "playbook_generation",
  feedback_generation: "playbook_generation",
};

/** The name under which a service keeps its record. */
function serviceOf(name: string): string {
  return SERVICE_ALIASES[name] ?? name;
}

/** Rebuilds the agent playbooks of a name and version, to its end. */
async function aggregateNow(deps: ServiceDeps, call: Call<"run_playbook_aggregation">) {
  const { body } = call;
  const org = deps.store.org(call.org);
  const payload: AggregationPayload = {
    playbook_name: body.playbook_name,
    agent_version: versionOf(deps, body.agent_version),
    rerun: true,
    is_awaited: true,
  };
  const scope = pairScope(payload.playbook_name, payload.agent_version);
  const { result: job } = await org.write((tx) =>
    stageJob(tx, { kind: AGGREGATION_JOB, scope, payload })
  );
  const outcome = (await waitAtMost(deps, [job], WORK_WAIT_MS))?.[0];
  if (outcome?.state !== "finished") {
    return { success: false, message: `Aggregation failed: ${outcome?.error ?? "it goes on"}` };
  }
  const result = await takeResult(org, job);
  return { success: true, message: result?.note ?? "Aggregation was cancelled" };
}

/** The verbs about running work. */
export function createOperationHandlers(
  deps: ServiceDeps,
): Pick<Handlers, "run_playbook_aggregation" | "get_operation_status" | "cancel_operation"> {
  const { store } = deps;
  return {
    run_playbook_aggregation: async (call) => {
      try {
        return await aggregateNow(deps, call);
      } catch (error) {
        return { success: false, message: failureText(error) };
      }
    },
    get_operation_status: async ({ org, query }) => {
      try {
        const record = await readOperation(store.org(org), serviceOf(query.service_name));
        return record === null
          ? { success: false, msg: `No operation found for service: ${query.service_name}` }
          : { success: true, operation_status: record.info };
      } catch (error) {
        return { success: false, msg: `Failed to get operation status: ${failureText(error)}` };
      }
    },
    cancel_operation: async ({ org, body }) => {
      const named = presentText(body.service_name);
      const wanted = named === null ? LEARNING_SERVICES : [serviceOf(named)];
      try {
        const cancelled: string[] = [];
        for (const service of wanted) {
          if (await cancelOperation(store.org(org), service)) cancelled.push(service);
        }
        const msg = cancelled.length === 0
          ? "No in-progress operations found to cancel"
          : `Cancellation requested for: ${cancelled.join(", ")}`;
        return { success: true, cancelled_services: cancelled, msg };
      } catch (error) {
        const msg = `Failed to cancel operation: ${failureText(error)}`;
        return { success: false, cancelled_services: [], msg };
      }
    },
  };
}
