import { aggregate, type AggregationOutcome, evaluateSession, JOB_RESULT } from "../learn/mod.ts";
import { Breath } from "../breath.ts";
import { type JobRun, stageJob } from "../jobs/mod.ts";
import type { OrgStore, UserPlaybookRow } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import type { Embedder } from "./embedders.ts";
import { INDEXED_KINDS } from "./index_documents.ts";
import { type AggregationPayload, type EvaluationPayload, paceKey } from "./job_kinds.ts";
import { followUpsOf } from "./learning_jobs.ts";
import { readConfig } from "./org_config.ts";

/** Most texts whose vectors are asked for at once: of a model, and of the built-in embedder. */
const VECTORS_PER_CALL = 256;
const OWN_VECTORS_PER_CALL = 16;

/** Vectors of user playbooks for clustering; those of the same text share one. */
async function vectorsOf(
  embedder: Embedder,
  rows: readonly UserPlaybookRow[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Float32Array>> {
  const breath = new Breath();
  const sharing = new Map<string, number[]>();
  for (const row of rows) {
    if (breath.isDue()) await breath.take();
    const text = INDEXED_KINDS.user_playbook.toText(row);
    const ids = sharing.get(text);
    if (ids === undefined) sharing.set(text, [row.user_playbook_id]);
    else ids.push(row.user_playbook_id);
  }
  const texts = [...sharing];
  const vectors = new Map<number, Float32Array>();
  const perCall = embedder.modelName === null ? OWN_VECTORS_PER_CALL : VECTORS_PER_CALL;
  for (let at = 0; at < texts.length; at += perCall) {
    await breath.take();
    const slice = texts.slice(at, at + perCall);
    const made = await embedder.documents(slice.map(([text]) => text), signal);
    for (const [n, [, ids]] of slice.entries()) {
      const vector = made[n];
      if (vector === undefined) continue;
      for (const id of ids) vectors.set(id, vector);
    }
  }
  return vectors;
}

/** Outcome of an aggregation in words. */
export function aggregationText(outcome: AggregationOutcome): string {
  if (outcome.skipped !== null) return `Skipped: ${outcome.skipped}`;
  return `Aggregated ${outcome.read} user playbook(s) in ${outcome.clusters} cluster(s) into ` +
    `${outcome.generated} agent playbook(s)`;
}

/** Aggregates the user playbooks of a name and version: all due jobs as one run. */
export async function runAggregationJobs(deps: ServiceDeps, run: JobRun): Promise<void> {
  // Jobs of this kind are staged by learning and by the endpoint only.
  const payloads = run.jobs.map((job) => job.payload as AggregationPayload);
  const first = payloads[0];
  if (first === undefined) return;
  const learnConfig = await readConfig(run.org);
  const embedder = deps.embedders.of(learnConfig.config);
  const startedMs = performance.now();
  const outcome = await aggregate({
    org: run.org,
    learner: await deps.learners.of(learnConfig.config),
    learnConfig,
    vectorsOf: (rows) => vectorsOf(embedder, rows, run.signal),
    followUps: followUpsOf(deps, learnConfig.config),
    signal: run.signal,
    commit: (stage) => run.commit(stage, { ends: [] }),
  }, {
    playbookName: first.playbook_name,
    agentVersion: first.agent_version,
    rerun: payloads.some((payload) => payload.rerun),
  });
  deps.pace.note(paceKey(run.org.name, run.scope), performance.now() - startedMs);
  await run.commit((tx) => {
    for (const [n, job] of run.jobs.entries()) {
      if (!payloads[n]?.is_awaited) continue;
      tx.set(JOB_RESULT, [job.id], {
        added: outcome.generated,
        updated: 0,
        note: aggregationText(outcome),
        follow_ups: [],
        at_sec: Math.floor(tx.nowSec),
      });
    }
  });
}

/** Judges a session, or waits on when it was too early. */
export async function runEvaluationJob(deps: ServiceDeps, run: JobRun): Promise<void> {
  const job = run.jobs[0];
  if (job === undefined) return;
  // Jobs of this kind are staged by publishing only.
  const payload = job.payload as EvaluationPayload;
  const learnConfig = await readConfig(run.org);
  const outcome = await evaluateSession({
    org: run.org,
    learner: await deps.learners.of(learnConfig.config),
    learnConfig,
    reevaluates: deps.settings.reevaluates,
    delaySec: deps.settings.evaluationDelaySec,
    signal: run.signal,
    nowSec: () => deps.nowMs() / 1_000,
    commit: (stage) => run.commit(stage),
  }, { userId: payload.user_id, sessionId: payload.session_id });
  if (outcome.state !== "early") return;
  const dueAtMs = outcome.dueAtSec * 1_000;
  await run.commit((tx) =>
    stageJob(tx, { kind: job.kind, scope: job.scope, id: job.id, payload, dueAtMs })
  );
}

/** Archives a temporary user playbook whose time is over. */
export async function runArchiveJob(run: JobRun): Promise<void> {
  const id = Number(run.scope);
  await run.commit(async (tx) => {
    const row = await tx.get("user_playbook", id);
    if (row?.status === null) tx.put("user_playbook", { ...row, status: "archived" });
  });
}

/** Users with stored requests that meet filters, in order. */
export async function usersWithRequests(
  org: OrgStore,
  filter: {
    readonly userId: string | null;
    readonly fromSec: number | null;
    readonly toSec: number | null;
    readonly source: string | null;
    readonly agentVersion: string | null;
  },
): Promise<string[]> {
  const view = await org.view("request");
  const { userId, fromSec, toSec, source, agentVersion } = filter;
  const metas = view.selectMetas({
    ...userId === null ? {} : { user: userId },
    ...fromSec === null ? {} : { fromSec },
    ...toSec === null ? {} : { toSec },
    where: (meta) =>
      (source === null || meta.source === source) &&
      (agentVersion === null || meta.agent_version === agentVersion),
  });
  return [...new Set(metas.map((meta) => meta.user_id))].sort();
}
