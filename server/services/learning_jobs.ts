import type { Complete, Config } from "../../client/contract/mod.ts";
import { JobFailure, type JobRow, type JobRun, stageJob } from "../jobs/mod.ts";
import type { AnyExtractor } from "../learn/extractors.ts";
import { learn } from "../learn/pipeline.ts";
import { PLAYBOOK_SERVICE } from "../learn/playbook_service.ts";
import { PROFILE_SERVICE } from "../learn/profile_service.ts";
import { JOB_RESULT, type LearningService } from "../learn/records.ts";
import {
  addOutcome,
  type FollowUps,
  type LearnContext,
  type LearnOutcome,
  NO_OUTCOME,
  type RunRequest,
} from "../learn/run.ts";
import type { ConfigRow, Tx } from "../store/mod.ts";
import { needsOf, stageCompletion } from "./completion_jobs.ts";
import type { ServiceDeps } from "./deps.ts";
import {
  AGGREGATION_JOB,
  type AggregationPayload,
  ARCHIVE_JOB,
  type LearningPayload,
  paceKey,
  pairScope,
} from "./job_kinds.ts";
import { enterFreely } from "./learning_gate.ts";
import { readConfig } from "./org_config.ts";
import { noteForRetention } from "./retention.ts";
import { similarSearch } from "./similar_search.ts";

/** Failures in a row after which a run narrows down what it fails at. */
const LAST_SAME_ERROR = 2;
const LAST_ATTEMPT = 7;

/** Options of {@link followUpsOf}. */
interface FollowUpsOptions {
  /** Whether somebody waits for what follows. */
  readonly isAwaited: boolean;
}

/** The work that learning sets off, staged as jobs. */
export function followUpsOf(
  deps: ServiceDeps,
  config: Complete<Config>,
  { isAwaited }: FollowUpsOptions = { isAwaited: true },
): FollowUps {
  const needs = needsOf(deps, config);
  return {
    aggregate: (tx, playbook_name, agent_version) => {
      const payload: AggregationPayload = {
        playbook_name,
        agent_version,
        rerun: false,
        is_awaited: false,
      };
      const scope = pairScope(playbook_name, agent_version);
      if (isAwaited) return stageJob(tx, { kind: AGGREGATION_JOB, scope, payload });
      // One job stands for all that is found until then; staged again while it runs, it is run again.
      const dueAtMs = deps.pace.nextMs(paceKey(tx.org, scope), tx.nowSec * 1_000);
      const id = `beat ${dueAtMs}`;
      return stageJob(tx, {
        kind: AGGREGATION_JOB,
        scope,
        id,
        payload,
        dueAtMs,
        isTimedById: true,
      });
    },
    complete: (tx, kind, ids) => stageCompletion(tx, kind, ids, needs),
    archiveAt: async (tx, userPlaybookId, atSec) => {
      await stageJob(tx, {
        kind: ARCHIVE_JOB,
        scope: String(userPlaybookId),
        id: "end",
        payload: {},
        dueAtMs: atSec * 1_000,
      });
    },
  };
}

/** What every run of learning is made with. */
export async function learnContextOf(
  deps: ServiceDeps,
  run: Pick<JobRun, "org" | "signal">,
  configRow: ConfigRow,
  options: FollowUpsOptions = { isAwaited: true },
): Promise<Omit<LearnContext, "commit" | "stageProgress">> {
  const learner = await deps.learners.of(configRow.config);
  return {
    org: run.org,
    learner,
    learnConfig: configRow,
    similar: similarSearch(deps, configRow.config),
    followUps: followUpsOf(deps, configRow.config, options),
    windows: deps.windows,
    enter: learner.kind === "embedded" ? () => deps.learningGate.enter() : enterFreely,
    isGivenOut: (line) => deps.givenOut.has(run.org.name, line),
    deduplicates: deps.settings.deduplicates,
    signal: run.signal,
    nowSec: () => deps.nowMs() / 1_000,
  };
}

/** Learns with the service of a name. */
export function learnWith(
  service: LearningService,
  context: LearnContext,
  request: RunRequest,
): Promise<LearnOutcome> {
  return service === "profile_generation"
    ? learn(PROFILE_SERVICE, context, request)
    : learn(PLAYBOOK_SERVICE, context, request);
}

/** A learning job with its payload read. */
interface LearningJob {
  readonly row: JobRow;
  readonly payload: LearningPayload;
}

/** Jobs that make one run: those of one source where sources matter, else all. */
function groupsOf(jobs: readonly LearningJob[], config: Complete<Config>): LearningJob[][] {
  const extractors: readonly AnyExtractor[] = [
    ...config.profile_extractor_configs ?? [],
    ...config.user_playbook_extractor_configs ?? [],
  ];
  const isBySource = extractors.some((one) => (one.request_sources_enabled ?? []).length > 0);
  if (!isBySource) return [[...jobs]];
  const groups = new Map<string | null, LearningJob[]>();
  for (const job of jobs) {
    const group = groups.get(job.payload.source) ?? [];
    group.push(job);
    groups.set(job.payload.source, group);
  }
  return [...groups.values()];
}

/** The run that a group of jobs asks for. */
function requestOf(run: JobRun, group: readonly LearningJob[]): RunRequest {
  const newest = group.at(-1)?.payload;
  return {
    mode: "automatic",
    userId: run.scope,
    source: newest?.source ?? null,
    agentVersion: newest?.agent_version ?? "",
    names: [],
    force: group.some(({ payload }) => payload.force),
    skipAggregation: group.every(({ payload }) => payload.skip_aggregation),
    requestId: null,
    fromSec: null,
    toSec: null,
    ofVersionOnly: false,
    isLastChance: group.some(({ row }) =>
      row.same_errors >= LAST_SAME_ERROR || row.attempts >= LAST_ATTEMPT
    ),
  };
}

/** Stages what waiting callers are told. */
function stageResults(tx: Tx, jobs: readonly LearningJob[], outcome: LearnOutcome): void {
  for (const { row, payload } of jobs) {
    if (!payload.is_awaited) continue;
    const counts = outcome.byRequest.get(payload.request_id) ?? { added: 0, updated: 0 };
    tx.set(JOB_RESULT, [row.id], {
      added: counts.added,
      updated: counts.updated,
      note: null,
      follow_ups: outcome.followUps,
      at_sec: Math.floor(tx.nowSec),
    });
  }
}

/** Longest time of one run, milliseconds. */
const RUN_LIMIT_MS = 600_000;

/** Learns from what a user published: all due jobs of the user as one run. */
export async function runLearningJobs(
  deps: ServiceDeps,
  service: LearningService,
  run: JobRun,
): Promise<void> {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    const message = `It took longer than ${RUN_LIMIT_MS / 1_000} s`;
    limit.abort(new JobFailure(message, { kind: "retryable" }));
  }, RUN_LIMIT_MS);
  try {
    await learnInTime(deps, service, run, AbortSignal.any([run.signal, limit.signal]));
  } finally {
    clearTimeout(timer);
  }
  await noteForRetention(deps, run.org);
}

/** Learns until the signal says to stop; windows that are done stay done. */
async function learnInTime(
  deps: ServiceDeps,
  service: LearningService,
  run: JobRun,
  signal: AbortSignal,
): Promise<void> {
  const configRow = await readConfig(run.org);
  // Jobs of these kinds are staged by publishing only.
  const jobs = run.jobs.map((row): LearningJob => ({
    row,
    payload: row.payload as LearningPayload,
  }));
  const shared = await learnContextOf(deps, { org: run.org, signal }, configRow, {
    isAwaited: jobs.some(({ payload }) => payload.is_awaited),
  });
  const groups = groupsOf(jobs, configRow.config);
  let before = NO_OUTCOME;
  for (const [n, group] of groups.entries()) {
    const isLastGroup = n === groups.length - 1;
    const outcome = await learnWith(service, {
      ...shared,
      commit: (stage, { isLast, reads }) =>
        run.commit(stage, isLast && isLastGroup ? { reads } : { reads, ends: [] }),
      stageProgress: (tx, soFar) => {
        stageResults(tx, jobs, addOutcome(before, soFar));
        return Promise.resolve();
      },
    }, requestOf(run, group));
    before = addOutcome(before, outcome);
  }
}
