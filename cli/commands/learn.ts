import type { EvaluationResultView } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { pauseMs } from "../interrupt.ts";
import { isRecord } from "../render/fields.ts";
import { evaluationTable } from "../render/items.ts";
import type { Result } from "../result.ts";
import { acknowledge } from "./_acknowledge.ts";
import { limitOf, type Listing, listResult } from "./_lists.ts";
import { runGeneration } from "./_runs.ts";

const VERDICTS: Listing<EvaluationResultView> = {
  noun: "verdict",
  table: evaluationTable,
  blocks: evaluationTable,
};

/** Pause between two looks at the jobs, milliseconds. */
const LOOK_MS = 1_000;

/** `rerun profiles|playbooks`. */
export async function rerun(context: Context): Promise<Result> {
  const { input, settings } = context;
  const kind = input.text("what") === "playbooks" ? "playbooks" : "profiles";
  if (input.on("cancel")) {
    const client = await context.client();
    const serviceName = kind === "profiles" ? "profile_generation" : "playbook_generation";
    const answer = await client.cancelOperation({ serviceName });
    const stopped = answer.cancelled_services.length > 0;
    return acknowledge(context, answer, {
      action: "cancel the run",
      done: stopped ? "Asked the run to stop" : "No run is under way",
    });
  }
  return await runGeneration(context, {
    kind,
    userId: input.filled("user-id"),
    agentVersion: input.filled("agent-version") ?? settings.agentVersion,
    playbookName: input.filled("playbook-name"),
    source: input.filled("source"),
    promotes: input.on("promote"),
  });
}

/** `evaluate`: the verdicts on sessions. */
export async function evaluate(context: Context): Promise<Result> {
  const limit = limitOf(context, 20);
  if (context.input.on("wait")) await waitForJudgements(context);
  const client = await context.client();
  const answer = await client.getAgentSuccessEvaluationResults({
    limit: limit + 1,
    agentVersion: context.input.filled("agent-version") ?? null,
  });
  return listResult(context, answer.agent_success_evaluation_results, { listing: VERDICTS, limit });
}

/** Waits until no judgement is queued, showing how many are left. */
async function waitForJudgements(context: Context): Promise<void> {
  const signal = context.interrupt.take();
  const progress = context.out.progress("Judging sessions");
  let most = 0;
  while (!signal.aborted) {
    const { body } = await context.request("GET /api/jobs");
    const jobs = isRecord(body) && Array.isArray(body.jobs) ? body.jobs.filter(isRecord) : [];
    const open = jobs.filter((job) => job.kind === "session_evaluation" && job.state !== "poisoned")
      .length;
    most = Math.max(most, open);
    if (open === 0) {
      break;
    }
    progress.update({ done: most - open, total: most });
    await pauseMs(LOOK_MS, signal);
  }
  progress.clear();
  context.interrupt.release();
}
