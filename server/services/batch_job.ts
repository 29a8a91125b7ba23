import {
  advanceOperation,
  finishOperation,
  JobAborted,
  type JobRow,
  type JobRun,
  OPERATION,
} from "../jobs/mod.ts";
import {
  EXPLAIN,
  JOB_RESULT,
  type LearnOutcome,
  NO_OUTCOME,
  type RunRequest,
} from "../learn/mod.ts";
import type { OrgStore, Tx } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { usersWithRequests } from "./generation_jobs.ts";
import type { BatchPayload } from "./job_kinds.ts";
import { toJobFailure } from "./job_failures.ts";
import { learnContextOf, learnWith } from "./learning_jobs.ts";
import { readConfig } from "./org_config.ts";

/** Users that a batch goes through. */
export async function batchUsers(org: OrgStore, payload: BatchPayload): Promise<string[]> {
  const { user_id: user } = payload;
  // A manual run of one user needs no request of the user: it then finds nothing, and says so.
  if (payload.mode === "manual" && user !== null) return [user];
  const isOfVersion = payload.service === "playbook_generation" && payload.mode === "rerun";
  return await usersWithRequests(org, {
    userId: user,
    fromSec: payload.from_sec,
    toSec: payload.to_sec,
    source: payload.source,
    agentVersion: isOfVersion ? payload.agent_version : null,
  });
}

/** The run of one user of a batch. */
function requestOf(payload: BatchPayload, userId: string): RunRequest {
  return {
    mode: payload.mode,
    userId,
    source: payload.source,
    agentVersion: payload.agent_version,
    names: payload.names,
    force: true,
    skipAggregation: false,
    requestId: payload.request_id,
    fromSec: payload.from_sec,
    toSec: payload.to_sec,
    ofVersionOnly: payload.service === "playbook_generation",
    isLastChance: false,
  };
}

/** Learns over many users, one after another; taken up after a crash where it stopped. */
export class Batch {
  readonly #deps: ServiceDeps;
  readonly #run: JobRun;
  readonly #job: JobRow;
  readonly #payload: BatchPayload;

  constructor(deps: ServiceDeps, run: JobRun, job: JobRow, payload: BatchPayload) {
    this.#deps = deps;
    this.#run = run;
    this.#job = job;
    this.#payload = payload;
  }

  /** Goes through all users that are not done yet. */
  async finish(): Promise<void> {
    const done = await this.#doneUsers();
    const users = (await batchUsers(this.#run.org, this.#payload)).filter((user) =>
      !done.has(user)
    );
    await this.#clearOldPending();
    try {
      for (const user of users) {
        this.#run.signal.throwIfAborted();
        await this.#user(user);
      }
    } catch (error) {
      if (!this.#run.isCancelled) throw error;
      await this.#end("cancelled");
      return;
    }
    await this.#end("completed");
  }

  /** Users that an earlier run of the same job finished. */
  async #doneUsers(): Promise<Set<string>> {
    const record = await this.#run.org.read(OPERATION, [this.#payload.service]);
    if (record?.job.id !== this.#job.id) return new Set();
    const failed = record.info.failed_user_ids.map((entry) => String(entry["user_id"]));
    return new Set([...record.info.processed_user_ids, ...failed]);
  }

  /** A rerun of playbooks begins by dropping what an older one left of the version and name. */
  async #clearOldPending(): Promise<void> {
    const { service, mode, agent_version, names, request_id } = this.#payload;
    if (service !== "playbook_generation" || mode !== "rerun") return;
    const view = await this.#run.org.view("user_playbook");
    const ids = view.select({
      where: (meta) =>
        meta.status === "pending" && meta.agent_version === agent_version &&
        meta.request_id !== request_id &&
        (names.length === 0 || names.includes(meta.playbook_name)),
    });
    if (ids.length === 0) return;
    await this.#run.commit((tx) => {
      for (const id of ids) {
        tx.delete("user_playbook", id);
        tx.remove(EXPLAIN, ["user_playbook", id]);
      }
    }, { ends: [] });
  }

  async #user(user: string): Promise<void> {
    const { service } = this.#payload;
    await this.#note({ currentUserId: user });
    const configRow = await readConfig(this.#run.org);
    let outcome: LearnOutcome = NO_OUTCOME;
    try {
      const shared = await learnContextOf(this.#deps, this.#run, configRow);
      outcome = await learnWith(service, {
        ...shared,
        commit: (stage) => this.#run.commit(stage, { ends: [] }),
      }, requestOf(this.#payload, user));
    } catch (error) {
      this.#run.signal.throwIfAborted();
      if (error instanceof JobAborted) throw error;
      await this.#note({ failed: { userId: user, error: toJobFailure(error).message } });
      return;
    }
    await this.#note({
      processedUserId: user,
      stats: {
        total_interactions_processed: outcome.turns,
        total_generated: outcome.added,
      },
    });
  }

  async #note(progress: Parameters<typeof advanceOperation>[3]): Promise<void> {
    await this.#run.commit(
      (tx) => advanceOperation(tx, this.#payload.service, this.#job, progress),
      { ends: [] },
    );
  }

  /** Ends the operation, and the job with it unless it was cancelled. */
  async #end(status: "completed" | "cancelled"): Promise<void> {
    await this.#run.commit(async (tx) => {
      await this.#stageResult(tx);
      await finishOperation(tx, this.#payload.service, this.#job, { status });
    }, { ends: [this.#job] });
  }

  /** Stages the count that a waiting caller is told. */
  async #stageResult(tx: Tx): Promise<void> {
    if (this.#payload.mode !== "manual") return;
    const record = await tx.read(OPERATION, [this.#payload.service]);
    const generated = record?.job.id === this.#job.id
      ? Number(record.info.stats["total_generated"] ?? 0)
      : 0;
    tx.set(JOB_RESULT, [this.#job.id], {
      added: generated,
      updated: 0,
      note: null,
      follow_ups: [],
      at_sec: Math.floor(tx.nowSec),
    });
  }
}

/** Runs the batches of a service. */
export async function runBatchJobs(deps: ServiceDeps, run: JobRun): Promise<void> {
  for (const job of run.jobs) {
    // Jobs of this kind are staged by the manual and rerun verbs only.
    await new Batch(deps, run, job, job.payload as BatchPayload).finish();
  }
}
