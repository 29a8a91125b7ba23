import type { OperationStatusInfo } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { plural } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import type { Result } from "../result.ts";
import { acknowledge } from "./_acknowledge.ts";

/** Longest wait for a run, milliseconds. */
const MAX_WAIT_MS = 600_000;

/** How servers refuse to promote when nothing waits for it: no failure of a run. */
const NOTHING_PENDING = "No pending items found to upgrade";

/** What is learnt again. */
export interface GenerationRun {
  /** Kind of items. */
  readonly kind: "profiles" | "playbooks";
  /** Only this person (profiles). */
  readonly userId?: string | undefined;
  /** Only this version (playbooks). */
  readonly agentVersion?: string | undefined;
  /** Only this extractor (playbooks). */
  readonly playbookName?: string | undefined;
  /** Only turns of this source. */
  readonly source?: string | undefined;
  /** Whether the new items become current after a good run. */
  readonly promotes: boolean;
}

/** Learns again: starts the run, with `--wait` follows it to its end. */
export async function runGeneration(context: Context, run: GenerationRun): Promise<Result> {
  return context.input.on("wait") ? await followRun(context, run) : await startRun(context, run);
}

/** Starts the run and waits for the acknowledgement only. */
async function startRun(context: Context, run: GenerationRun): Promise<Result> {
  const body = run.kind === "profiles"
    ? { user_id: run.userId ?? null, source: run.source ?? null }
    : {
      agent_version: run.agentVersion ?? "",
      playbook_name: run.playbookName ?? null,
      source: run.source ?? null,
    };
  const { body: answer } = await context.request(
    run.kind === "profiles"
      ? "POST /api/rerun_profile_generation"
      : "POST /api/rerun_playbook_generation",
    { body },
  );
  return acknowledge(context, answer, {
    action: `learn ${run.kind} again`,
    done: `Started. Follow it with: ${followCommand(run)}`,
  });
}

/** The command that looks at a run. */
function followCommand(run: GenerationRun): string {
  const service = run.kind === "profiles" ? "profile_generation" : "playbook_generation";
  return `reflexio api GET "/api/get_operation_status?service_name=${service}"`;
}

/** Starts the run and shows how far it is until it ends. */
async function followRun(context: Context, run: GenerationRun): Promise<Result> {
  const { out, interrupt } = context;
  const signal = interrupt.take();
  const client = await context.client();
  const progress = out.progress(`Learning ${run.kind}`);
  const options = {
    waitForResponse: true as const,
    maxWaitMs: MAX_WAIT_MS,
    pollIntervalMs: 1_000,
    signal,
    ...run.source === undefined ? {} : { source: run.source },
    onProgress: (state: OperationStatusInfo) => {
      progress.update({
        done: state.processed_users,
        total: state.total_users,
        ...state.current_user_id ? { note: state.current_user_id } : {},
      });
    },
  };
  try {
    const answer = run.kind === "profiles"
      ? await client.rerunProfileGeneration({
        ...options,
        ...run.userId === undefined ? {} : { userId: run.userId },
      })
      : await client.rerunPlaybookGeneration({
        ...options,
        ...run.agentVersion === undefined ? {} : { agentVersion: run.agentVersion },
        ...run.playbookName === undefined ? {} : { playbookName: run.playbookName },
      });
    progress.clear();
    return await endOfRun(context, run, answer);
  } catch (error) {
    progress.clear();
    if (!signal.aborted) throw error;
    throw new CliError("interrupted", "Stopped looking; the run goes on at the server", {
      hint: `Look at it with ${
        followCommand(run)
      }, stop it with reflexio rerun ${run.kind} --cancel`,
    });
  } finally {
    interrupt.release();
  }
}

/** What a run that was followed came to. */
async function endOfRun(
  context: Context,
  run: GenerationRun,
  answer: { readonly success: boolean; readonly operation?: OperationStatusInfo | null },
): Promise<Result> {
  const state = answer.operation ?? null;
  if (state?.status === "failed" || state?.status === "cancelled") {
    const why = state.error_message ? `: ${state.error_message}` : "";
    const failure = new CliError("general", `The run ${state.status}${why}`, {
      code: state.status,
      exitedZeroBefore: true,
    });
    return { data: answer, failure };
  }
  if (state?.status === "in_progress") {
    const failure = new CliError("network", `The run did not end within ${MAX_WAIT_MS / 1_000} s`, {
      code: "timeout",
      hint: `It goes on at the server; look at it with ${followCommand(run)}`,
      exitedZeroBefore: true,
    });
    return { data: answer, failure };
  }
  const refusal = refusalIn(answer, `learn ${run.kind} again`);
  if (refusal) return { data: answer, failure: refusal };
  const made = isRecord(state?.stats) ? Number(state.stats.total_generated ?? 0) : 0;
  context.out.note(
    state === null
      ? "There was nothing to learn from"
      : `Done: ${plural(state.processed_users, "person", "people")}, ${
        plural(made, "item")
      } learnt`,
  );
  if (run.promotes) return await promote(context, run, answer);
  if (made > 0) {
    context.out.note(
      `They are pending: reflexio user-${run.kind} list --status pending shows them; ` +
        "with --promote a run makes them current",
    );
  }
  return { data: answer };
}

/** Makes the new items current. */
async function promote(context: Context, run: GenerationRun, data: unknown): Promise<Result> {
  const client = await context.client();
  const answer = run.kind === "profiles"
    ? await client.upgradeProfiles({ userId: run.userId ?? null, onlyAffectedUsers: true })
    : await client.upgradeUserPlaybooks({ agentVersion: run.agentVersion ?? null });
  const count = "profiles_promoted" in answer
    ? answer.profiles_promoted
    : answer.user_playbooks_promoted;
  const failure = refusalIn(answer, "promote what was learnt");
  if (failure?.message.endsWith(NOTHING_PENDING)) {
    context.out.note("Nothing new is there to promote");
    return { data };
  }
  if (!failure) context.out.note(`Promoted ${plural(count, "item")}`);
  return { data, ...failure ? { failure } : {} };
}
