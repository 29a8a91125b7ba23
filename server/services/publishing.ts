import type { PublishUserInteractionResponse } from "../../client/contract/mod.ts";
import { type JobRef, stageJob } from "../jobs/mod.ts";
import type { Tx } from "../store/mod.ts";
import { type CompletionNeeds, needsOf, stageCompletion } from "./completion_jobs.ts";
import type { ServiceDeps } from "./deps.ts";
import { ServiceError } from "./errors.ts";
import type { Call, Handlers } from "./handlers.ts";
import {
  EVALUATION_JOB,
  type EvaluationPayload,
  type LearningPayload,
  pairScope,
} from "./job_kinds.ts";
import { readConfig } from "./org_config.ts";
import { IDEMPOTENCY, publishDigest } from "./idempotency.ts";
import { awaitLearning, type LearningResult } from "./publish_wait.ts";
import { refusedTurn, requestRow, turnRow } from "./publish_rows.ts";
import { TurnTimes } from "./turn_times.ts";

type PublishCall = Call<"publish_interaction">;

/** A publish that is durable. */
interface Published {
  readonly requestId: string;
  readonly jobs: readonly JobRef[];
}

/** Everything about a publish that is known before it is staged. */
interface PublishPlan {
  readonly requestId: string;
  readonly turnIds: readonly number[];
  readonly agentVersion: string;
  readonly sessionId: string | null;
  readonly isJudged: boolean;
  readonly needs: CompletionNeeds;
  readonly digest: string | null;
  readonly isAwaited: boolean;
  /** Time of the user's newest turn, Unix seconds. */
  readonly newestSec: number;
}

async function planOf(
  deps: ServiceDeps,
  times: TurnTimes,
  call: PublishCall,
): Promise<PublishPlan> {
  const { body, query, idempotencyKey } = call;
  const org = deps.store.org(call.org);
  const [{ config }, newestSec] = await Promise.all([
    readConfig(org),
    times.newestSec(org, body.user_id),
  ]);
  const sessionId = body.session_id === null || body.session_id === "" ? null : body.session_id;
  return {
    requestId: crypto.randomUUID(),
    turnIds: await org.nextIds("interaction", body.interaction_data_list.length),
    agentVersion: body.agent_version === ""
      ? deps.settings.defaultAgentVersion
      : body.agent_version,
    sessionId,
    isJudged: sessionId !== null && (config.agent_success_configs ?? []).length > 0,
    needs: needsOf(deps, config),
    digest: idempotencyKey === null ? null : await publishDigest(body),
    isAwaited: query.wait_for_response,
    newestSec,
  };
}

/** Stages request, turns, jobs and the idempotency record: all of them or none. */
async function stagePublish(
  tx: Tx,
  deps: ServiceDeps,
  call: PublishCall,
  plan: PublishPlan & { readonly atSec: number },
): Promise<Published> {
  const { body, idempotencyKey } = call;
  const { requestId, turnIds, digest, atSec } = plan;
  if (idempotencyKey !== null && digest !== null) {
    const before = await tx.read(IDEMPOTENCY, [idempotencyKey]);
    if (before !== null) {
      if (before.digest === digest) return { requestId: before.request_id, jobs: before.jobs };
      throw new ServiceError(
        "conflict",
        "Idempotency-Key was used for another body: send a new key, or the same body",
      );
    }
  }
  tx.put("request", requestRow(body, plan), { isNew: true });
  for (const [n, turn] of body.interaction_data_list.entries()) {
    const id = turnIds[n] ?? 0;
    tx.put("interaction", turnRow(turn, { id, requestId, userId: body.user_id, atSec }));
  }
  await stageCompletion(tx, "interaction", turnIds, plan.needs);
  const jobs = await stageLearning(tx, deps, call, plan);
  if (plan.isJudged && plan.sessionId !== null) {
    await stageEvaluation(tx, deps, { user_id: body.user_id, session_id: plan.sessionId });
  }
  if (idempotencyKey !== null && digest !== null) {
    tx.set(IDEMPOTENCY, [idempotencyKey], { request_id: requestId, digest, jobs, at_sec: atSec });
  }
  return { requestId, jobs };
}

/** Stages both kinds of learning, unless the turns are there for judging only. */
async function stageLearning(
  tx: Tx,
  { tracing }: ServiceDeps,
  { body }: PublishCall,
  plan: PublishPlan,
): Promise<JobRef[]> {
  if (body.evaluation_only) return [];
  const trace = tracing.traceparent();
  const payload: LearningPayload = {
    request_id: plan.requestId,
    source: body.source === "" ? null : body.source,
    agent_version: plan.agentVersion,
    force: body.force_extraction,
    skip_aggregation: body.skip_aggregation,
    is_awaited: plan.isAwaited,
    ...trace === null ? {} : { trace },
  };
  const scope = body.user_id;
  return [
    await stageJob(tx, { kind: "profile_generation", scope, payload }),
    await stageJob(tx, { kind: "playbook_generation", scope, payload }),
  ];
}

/** Stages the judging of a session; a later publish of the session moves it. */
async function stageEvaluation(
  tx: Tx,
  { settings }: ServiceDeps,
  payload: EvaluationPayload,
): Promise<void> {
  await stageJob(tx, {
    kind: EVALUATION_JOB,
    scope: pairScope(payload.user_id, payload.session_id),
    id: "due",
    payload,
    dueAtMs: Math.round((tx.nowSec + settings.evaluationDelaySec) * 1_000),
  });
}

/** Stores a publish; a repeated one is found by its key. */
async function store(
  deps: ServiceDeps,
  times: TurnTimes,
  call: PublishCall,
): Promise<Published> {
  const org = deps.store.org(call.org);
  const plan = await planOf(deps, times, call);
  const { result } = await org.write((tx) => {
    const atSec = Math.max(Math.floor(tx.nowSec), plan.newestSec);
    tx.afterCommit(() => times.note(org, call.body.user_id, atSec));
    return stagePublish(tx, deps, call, { ...plan, atSec });
  });
  call.acknowledge(result.requestId);
  return result;
}

/** The answer of a publish that was waited for. */
function waitedAnswer(
  { settings }: ServiceDeps,
  requestId: string,
  { profiles, playbooks, warnings }: LearningResult,
): PublishUserInteractionResponse {
  const done = "Interaction published successfully";
  return {
    success: true,
    message: warnings.length === 0 ? done : `${done} with ${warnings.length} warning(s)`,
    warnings,
    request_id: requestId,
    storage_type: "kv",
    storage_label: settings.storageLabel,
    profiles_added: profiles.added,
    profiles_updated: profiles.updated,
    playbooks_added: playbooks.added,
    playbooks_updated: playbooks.updated,
  };
}

/** The verb that stores turns and learns from them. */
export function createPublishingHandler(deps: ServiceDeps): Pick<Handlers, "publish_interaction"> {
  const times = new TurnTimes();
  return {
    publish_interaction: async (call) => {
      const refusal = refusedTurn(call.body.interaction_data_list);
      if (refusal !== null) return { success: false, message: refusal, warnings: [] };
      const org = deps.store.org(call.org);
      const { requestId, jobs } = await store(deps, times, call);
      if (!call.query.wait_for_response) {
        return {
          success: true,
          message: "Interaction queued for processing",
          warnings: [],
          request_id: requestId,
        };
      }
      return waitedAnswer(deps, requestId, await awaitLearning(deps, org, jobs));
    },
  };
}
