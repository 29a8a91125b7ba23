import type { Complete, Config } from "../../client/contract/mod.ts";
import { LlmConfigError } from "../llm/mod.ts";
import { type JobState, listJobs, removeAllJobs, retryJob } from "../jobs/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { ServiceError } from "./errors.ts";
import {
  bodyFields,
  bodySwitch,
  bodyText,
  invalid,
  queryInteger,
  queryText,
} from "./extension_input.ts";
import type { Extension, ExtensionCall } from "./handlers.ts";
import { readConfig } from "./org_config.ts";

/** States of jobs. */
const STATES: readonly JobState[] = ["waiting", "blocked", "poisoned"];

/** The jobs of an org, without what they hold of a user. */
async function jobs({ store, nowMs }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const kind = queryText(call, "kind");
  const word = queryText(call, "state");
  const state = STATES.find((one) => one === word);
  if (word !== null && state === undefined) throw invalid("state", `use ${STATES.join(", ")}`);
  const found = await listJobs(store.org(call.org), {
    limit: queryInteger(call, "limit", { atLeast: 1, atMost: 10_000, ifAbsent: 1_000 }),
    nowMs: nowMs(),
    ...kind === null ? {} : { kind },
    ...state === undefined ? {} : { state },
  });
  return {
    success: true,
    jobs: found.map((job) => ({
      kind: job.kind,
      scope: job.scope,
      id: job.id,
      state: job.running ? "running" : job.state,
      due_at: Math.floor(job.due_at_ms / 1_000),
      created_at: Math.floor(job.created_at_ms / 1_000),
      attempts: job.attempts,
      last_error: job.last_error,
      progress: job.progress,
    })),
  };
}

/** Removes an org with everything in it, once the caller has named it. */
async function deleteOrg({ store }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  if (bodyText(bodyFields(call), "org_id") !== call.org) {
    throw invalid("org_id", "name your own org (whoami tells it) to confirm that all of it goes");
  }
  await removeAllJobs(store.org(call.org));
  return { success: true, deleted_count: await store.deleteOrg(call.org) };
}

/** Lets a job start anew. */
async function retry({ store }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const fields = bodyFields(call);
  const ref = {
    org: call.org,
    kind: bodyText(fields, "kind"),
    scope: bodyText(fields, "scope"),
    id: bodyText(fields, "id"),
  };
  if (await retryJob(store.org(call.org), ref)) return { success: true };
  throw new ServiceError("not_found", `No ${ref.kind} job has the id ${ref.id}`);
}

/** Which learner serves a configuration, or why none can. */
function learnerOf(learners: ServiceDeps["learners"], config: Complete<Config>) {
  try {
    return learners.choose(config);
  } catch (error) {
    if (error instanceof LlmConfigError) return { kind: "none", reason: error.message };
    throw error;
  }
}

/** How the server and an org are. */
async function status(deps: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const { store, settings, learners, embedders, indexes, llm, runner, nowMs } = deps;
  const org = store.org(call.org);
  const { config } = await readConfig(org);
  const health = store.health();
  const queue = await listJobs(org, { limit: 10_000, nowMs: nowMs() });
  const count = (state: JobState) => queue.filter((job) => job.state === state).length;
  return {
    success: true,
    version: settings.version,
    org_id: call.org,
    learner: learnerOf(learners, config),
    vectors: embedders.of(config).modelName ?? "built in",
    storage: {
      type: "kv",
      label: settings.storageLabel,
      corrupt_rows: health.corruptRows,
      corrupt_keys: health.corruptKeys,
      lock_retries: health.lockRetries,
      last_write_error: health.lastWriteError,
      ...await storageUse(deps, call.org),
    },
    rows: await rowCounts(deps, call.org),
    jobs: {
      running: queue.filter((job) => job.running).length,
      waiting: count("waiting"),
      blocked: count("blocked"),
      poisoned: count("poisoned"),
      process: runner()?.stats() ?? null,
    },
    search: {
      ...indexes.stats(),
      org: indexes.peek(call.org)?.stats() ?? {},
      waiting_for_vectors: indexes.peek(call.org)?.waitingForVectors ?? 0,
    },
    models: llm.meter.totals(),
  };
}

/** Bytes of an org that has a limit. */
async function storageUse({ storage }: ServiceDeps, org: string) {
  const use = await storage.use(org);
  return use === null ? {} : { used_bytes: use.usedBytes, limit_bytes: use.limitBytes };
}

/** Rows of an org by kind. */
async function rowCounts({ store }: ServiceDeps, orgName: string) {
  const org = store.org(orgName);
  return {
    interactions: (await org.view("interaction")).size,
    requests: (await org.view("request")).size,
    profiles: (await org.view("profile")).size,
    user_playbooks: (await org.view("user_playbook")).size,
    agent_playbooks: (await org.view("agent_playbook")).size,
    evaluations: (await org.view("evaluation")).size,
  };
}

/** Walks all rows of an org, and repairs them when asked to. */
async function check({ store }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const repair = bodySwitch(bodyFields(call), "repair");
  const report = await store.checkOrg(call.org, { repair });
  return {
    success: true,
    keys: report.keys,
    bytes: report.bytes,
    rows: report.rows,
    problems: report.problems,
    quarantined: report.quarantined,
  };
}

/** The endpoints for who runs the server. */
export function operatorExtensions(deps: ServiceDeps): Readonly<Record<string, Extension>> {
  return {
    status: {
      method: "GET",
      path: "/api/status",
      summary: "How the server is: storage, queue, indexes, learner",
      role: "read",
      parameters: [],
      handle: (call) => status(deps, call),
    },
    jobs: {
      method: "GET",
      path: "/api/jobs",
      summary: "Background work that waits, runs or was given up",
      role: "read",
      parameters: [
        { name: "kind", type: "string", description: "Only this kind", isRequired: false },
        { name: "state", type: "string", description: STATES.join(", "), isRequired: false },
        { name: "limit", type: "integer", description: "Most jobs (1000)", isRequired: false },
      ],
      handle: (call) => jobs(deps, call),
    },
    retry_job: {
      method: "POST",
      path: "/api/retry_job",
      summary: "Start a job anew that waits or was given up",
      role: "write",
      parameters: ["kind", "scope", "id"].map((name) => ({
        name,
        type: "string" as const,
        description: `As in the list of jobs`,
        isRequired: true,
      })),
      handle: (call) => retry(deps, call),
    },
    delete_org: {
      method: "POST",
      path: "/api/delete_org",
      summary: "Delete everything of your org: rows, logs, settings and jobs",
      role: "admin",
      parameters: [
        {
          name: "org_id",
          type: "string",
          description: "Your own org, to confirm",
          isRequired: true,
        },
      ],
      handle: (call) => deleteOrg(deps, call),
    },
    kv_check: {
      method: "POST",
      path: "/api/kv_check",
      summary: "Walk all rows and indexes, and repair them when asked to",
      role: "admin",
      parameters: [
        { name: "repair", type: "boolean", description: "Repair (false)", isRequired: false },
      ],
      handle: (call) => check(deps, call),
    },
  };
}
