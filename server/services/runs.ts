import type { ResponseOf, TimeBound } from "../../client/contract/mod.ts";
import { finishOperation, type JobRef, stageJob, startOperation } from "../jobs/mod.ts";
import type { LearningService } from "../learn/mod.ts";
import type { OrgStore } from "../store/mod.ts";
import { batchUsers } from "./batch_job.ts";
import type { ServiceDeps } from "./deps.ts";
import { failureText } from "./failures.ts";
import type { Call, Handlers } from "./handlers.ts";
import { BATCH_JOB, type BatchPayload } from "./job_kinds.ts";
import { takeResult, waitAtMost } from "./publish_wait.ts";
import { boundSec, presentText } from "./texts.ts";

/** Longest wait for work that is answered at its end, milliseconds; the request ends earlier. */
export const WORK_WAIT_MS = 600_000;

/** Eight hexadecimal digits. */
function shortId(): string {
  return crypto.randomUUID().slice(0, 8);
}

/** ISO text of a time bound as it was sent, null when there is none. */
function boundText(bound: TimeBound | null): string | null {
  return bound?.text ?? null;
}

/** What became of starting a batch. */
type Started =
  | { readonly state: "started"; readonly job: JobRef }
  | { readonly state: "busy" }
  | { readonly state: "empty" };

/** Starts a batch: its record and its job in one commit. A rerun without users ends at once. */
async function startBatch(
  org: OrgStore,
  payload: BatchPayload,
  params: Readonly<Record<string, unknown>>,
): Promise<Started> {
  const { service, mode } = payload;
  const users = await batchUsers(org, payload);
  if (users.length === 0 && mode === "manual") return { state: "empty" };
  const job: JobRef = { org: org.name, kind: BATCH_JOB, scope: service, id: crypto.randomUUID() };
  const { result } = await org.write(async (tx): Promise<Started> => {
    const isFree = await startOperation(tx, { service, job, totalUsers: users.length, params });
    if (!isFree) return { state: "busy" };
    if (users.length === 0) {
      await finishOperation(tx, service, job, { status: "completed" });
      return { state: "empty" };
    }
    await stageJob(tx, { ...job, payload });
    return { state: "started", job };
  });
  return result;
}

/** Text of a refusal while a batch runs. */
function busyText(service: LearningService): string {
  return `A ${service} operation is already in progress. Please wait for it to complete.`;
}

/** Starts a rerun and says so. */
async function rerun(
  { store }: ServiceDeps,
  orgName: string,
  options: {
    readonly payload: BatchPayload;
    readonly params: Readonly<Record<string, unknown>>;
    readonly started: string;
  },
): Promise<{ readonly success: boolean; readonly msg: string }> {
  const { payload, params, started } = options;
  const start = await startBatch(store.org(orgName), payload, params);
  switch (start.state) {
    case "busy":
      return { success: false, msg: busyText(payload.service) };
    case "empty":
      return { success: true, msg: "No interactions found matching the specified filters" };
    case "started":
      return { success: true, msg: started };
  }
}

/** Runs a manual batch to its end. */
async function runManual(
  deps: ServiceDeps,
  orgName: string,
  options: {
    readonly payload: BatchPayload;
    readonly params: Readonly<Record<string, unknown>>;
    readonly nobody: string;
    readonly noun: string;
  },
): Promise<{ readonly success: boolean; readonly msg: string; readonly generated: number }> {
  const { payload, params, nobody, noun } = options;
  const failed = `Failed to run manual ${payload.service.replace("_", " ")}`;
  try {
    const org = deps.store.org(orgName);
    const start = await startBatch(org, payload, params);
    if (start.state === "busy") {
      return { success: false, msg: busyText(payload.service), generated: 0 };
    }
    if (start.state === "empty") return { success: true, msg: nobody, generated: 0 };
    const outcome = (await waitAtMost(deps, [start.job], WORK_WAIT_MS))?.[0];
    if (outcome === undefined) {
      return { success: false, msg: `${failed}: it takes long and goes on`, generated: 0 };
    }
    if (outcome.state !== "finished") {
      return { success: false, msg: `${failed}: ${outcome.error}`, generated: 0 };
    }
    const generated = (await takeResult(org, start.job))?.added ?? 0;
    return { success: true, msg: `Generated ${generated} ${noun}`, generated };
  } catch (error) {
    return { success: false, msg: `${failed}: ${failureText(error)}`, generated: 0 };
  }
}

/** Version of the agent a run is for. */
export function versionOf({ settings }: ServiceDeps, given: string): string {
  return given === "" ? settings.defaultAgentVersion : given;
}

/** A name as a list of names, empty when there is none. */
function namesOf(name: string | null): readonly string[] {
  return name === null || name === "" ? [] : [name];
}

/** Learns profiles anew, as pending. */
async function rerunProfiles(
  deps: ServiceDeps,
  { org, body }: Call<"rerun_profile_generation">,
): Promise<ResponseOf<"rerun_profile_generation">> {
  const payload: BatchPayload = {
    service: "profile_generation",
    mode: "rerun",
    user_id: presentText(body.user_id),
    from_sec: boundSec(body.start_time),
    to_sec: boundSec(body.end_time),
    source: presentText(body.source),
    agent_version: deps.settings.defaultAgentVersion,
    names: body.extractor_names ?? [],
    request_id: `rerun_${shortId()}`,
  };
  const params = {
    user_id: body.user_id,
    start_time: boundText(body.start_time),
    end_time: boundText(body.end_time),
    source: body.source,
    extractor_names: body.extractor_names,
  };
  const started = "Profile generation started";
  const { success, msg } = await rerun(deps, org, { payload, params, started });
  return { success, msg, operation_id: "rerun_profile_generation" };
}

/** Learns user playbooks anew, as pending. */
async function rerunPlaybooks(
  deps: ServiceDeps,
  { org, body }: Call<"rerun_playbook_generation">,
): Promise<ResponseOf<"rerun_playbook_generation">> {
  const payload: BatchPayload = {
    service: "playbook_generation",
    mode: "rerun",
    user_id: null,
    from_sec: boundSec(body.start_time),
    to_sec: boundSec(body.end_time),
    source: presentText(body.source),
    agent_version: versionOf(deps, body.agent_version),
    names: namesOf(body.playbook_name),
    request_id: `rerun_playbook_${shortId()}`,
  };
  const params = {
    agent_version: payload.agent_version,
    start_time: boundText(body.start_time),
    end_time: boundText(body.end_time),
    playbook_name: body.playbook_name,
    source: body.source,
  };
  const started = "Playbook generation started";
  const { success, msg } = await rerun(deps, org, { payload, params, started });
  return { success, msg, operation_id: "rerun_playbook_generation" };
}

/** What manual runs have in common. */
const MANUAL = { mode: "manual", from_sec: null, to_sec: null } as const;

/** Learns profiles now. */
async function learnProfilesNow(
  deps: ServiceDeps,
  { org, body }: Call<"manual_profile_generation">,
): Promise<ResponseOf<"manual_profile_generation">> {
  const payload: BatchPayload = {
    ...MANUAL,
    service: "profile_generation",
    user_id: presentText(body.user_id),
    source: presentText(body.source),
    agent_version: deps.settings.defaultAgentVersion,
    names: body.extractor_names ?? [],
    request_id: `manual_${shortId()}`,
  };
  const { success, msg, generated } = await runManual(deps, org, {
    payload,
    params: { ...body, mode: "manual_regular" },
    nobody: "No users found to process",
    noun: "profile(s)",
  });
  return { success, msg, profiles_generated: generated };
}

/** Learns user playbooks now. */
async function learnPlaybooksNow(
  deps: ServiceDeps,
  { org, body }: Call<"manual_playbook_generation">,
): Promise<ResponseOf<"manual_playbook_generation">> {
  const payload: BatchPayload = {
    ...MANUAL,
    service: "playbook_generation",
    user_id: null,
    source: presentText(body.source),
    agent_version: versionOf(deps, body.agent_version),
    names: namesOf(body.playbook_name),
    request_id: `manual_${shortId()}`,
  };
  const { success, msg, generated } = await runManual(deps, org, {
    payload,
    params: { ...body, agent_version: payload.agent_version, mode: "manual_regular" },
    nobody: "No interactions found to process",
    noun: "playbook(s)",
  });
  return { success, msg, playbooks_generated: generated };
}

/** The verbs that start runs over many users. */
export function createRunHandlers(
  deps: ServiceDeps,
): Pick<
  Handlers,
  | "rerun_profile_generation"
  | "rerun_playbook_generation"
  | "manual_profile_generation"
  | "manual_playbook_generation"
> {
  return {
    rerun_profile_generation: (call) => rerunProfiles(deps, call),
    rerun_playbook_generation: (call) => rerunPlaybooks(deps, call),
    manual_profile_generation: (call) => learnProfilesNow(deps, call),
    manual_playbook_generation: (call) => learnPlaybooksNow(deps, call),
  };
}
