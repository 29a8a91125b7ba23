import type { JobHandler, JobRun } from "../jobs/mod.ts";
import { runBatchJobs } from "./batch_job.ts";
import { EMBED_JOB, EXPAND_JOB, runEmbedJob, runExpandJob } from "./completion_jobs.ts";
import type { ServiceDeps } from "./deps.ts";
import { runAggregationJobs, runArchiveJob, runEvaluationJob } from "./generation_jobs.ts";
import { isAborted, toJobFailure } from "./job_failures.ts";
import {
  AGGREGATION_JOB,
  ARCHIVE_JOB,
  BATCH_JOB,
  EVALUATION_JOB,
  RETENTION_JOB,
} from "./job_kinds.ts";
import { runLearningJobs } from "./learning_jobs.ts";
import { runRetentionJob } from "./retention.ts";
import { withRunSpans } from "./tracing.ts";

/** Gives what a handler throws to the queue in the queue's words. */
function sayingWhy(handle: (run: JobRun) => Promise<void>): JobHandler {
  return async (run) => {
    try {
      await handle(run);
    } catch (error) {
      // A run that was told to stop has not failed, whatever its last call threw.
      run.signal.throwIfAborted();
      throw isAborted(error) ? error : toJobFailure(error);
    }
  };
}

/** The durable work of the server by kind of job. */
export function createJobHandlers(deps: ServiceDeps): Readonly<Record<string, JobHandler>> {
  return withRunSpans({
    profile_generation: sayingWhy((run) => runLearningJobs(deps, "profile_generation", run)),
    playbook_generation: sayingWhy((run) => runLearningJobs(deps, "playbook_generation", run)),
    [AGGREGATION_JOB]: sayingWhy((run) => runAggregationJobs(deps, run)),
    [EVALUATION_JOB]: sayingWhy((run) => runEvaluationJob(deps, run)),
    [BATCH_JOB]: sayingWhy((run) => runBatchJobs(deps, run)),
    [ARCHIVE_JOB]: sayingWhy(runArchiveJob),
    [RETENTION_JOB]: sayingWhy((run) => runRetentionJob(deps, run)),
    [EMBED_JOB]: sayingWhy((run) => runEmbedJob(deps, run)),
    [EXPAND_JOB]: sayingWhy((run) => runExpandJob(deps, run)),
  }, deps.tracing);
}
