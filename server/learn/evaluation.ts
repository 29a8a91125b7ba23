import type { AgentSuccessConfig, Complete } from "../../client/contract/mod.ts";
import type { OrgStore, RequestMeta, Tx } from "../store/mod.ts";
import type { EvaluationRow, InteractionRow } from "../store/rows.ts";
import type { LearnConfig } from "./extractors.ts";
import type { Learner, LearnTurn, Verdict } from "./learner.ts";
import { EVALUATION_MARK } from "./records.ts";

/** What an evaluation is made with. */
export interface EvaluationContext {
  /** The org. */
  readonly org: OrgStore;
  /** Understands language. */
  readonly learner: Learner;
  /** Configuration of the org. */
  readonly learnConfig: LearnConfig;
  /** Whether a session that was judged before is judged again. */
  readonly reevaluates: boolean;
  /** Silence after which a session is judged, seconds. */
  readonly delaySec: number;
  /** Aborted when the run has to stop. */
  readonly signal: AbortSignal;
  /** Clock, Unix seconds with fraction. */
  readonly nowSec: () => number;
  /** Commits; the work that caused the evaluation ends in the same commit. */
  readonly commit: <T>(stage: (tx: Tx) => Promise<T> | T) => Promise<T>;
}

/** A session. */
export interface SessionRef {
  /** Whose. */
  readonly userId: string;
  /** Which. */
  readonly sessionId: string;
}

/** What became of an evaluation: done, nothing to do, or too early by so many seconds. */
export type EvaluationOutcome =
  | { readonly state: "done"; readonly verdicts: number }
  | { readonly state: "skipped" }
  | { readonly state: "early"; readonly dueAtSec: number };

/** Roles of turns that are not the user's. */
const OTHER_ROLES: ReadonlySet<string> = new Set([
  "agent",
  "assistant",
  "system",
  "tool",
  "internal",
]);

/** A number in [0, 1) that is the same for the same session and evaluator. */
export async function samplingDraw(
  org: string,
  { userId, sessionId }: SessionRef,
  evaluationName: string,
): Promise<number> {
  const bytes = new TextEncoder().encode(JSON.stringify([org, userId, sessionId, evaluationName]));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new DataView(digest).getUint32(0) / 2 ** 32;
}

/** Judges a session with every configured evaluator; all verdicts and the mark in one commit. */
export async function evaluateSession(
  context: EvaluationContext,
  session: SessionRef,
): Promise<EvaluationOutcome> {
  const { org, learnConfig, reevaluates, delaySec, nowSec, commit } = context;
  const { userId, sessionId } = session;
  const mark = await org.read(EVALUATION_MARK, [userId, sessionId]);
  if (mark !== null && !reevaluates) return { state: "skipped" };
  const evaluators = learnConfig.config.agent_success_configs ?? [];
  const requests = await requestsOf(org, session);
  const newest = requests.at(-1);
  if (evaluators.length === 0 || newest === undefined) return { state: "skipped" };
  const dueAtSec = newest.created_at + delaySec;
  if (nowSec() < dueAtSec) return { state: "early", dueAtSec };
  const turns = await turnsOf(org, session, requests);
  if (turns.length === 0) return { state: "skipped" };
  const verdicts = await judge(context, session, { evaluators, turns, newest });
  const ids = await org.nextIds("evaluation", verdicts.length);
  const corrections = await correctionsOf(org, requests);
  await commit((tx) => {
    const atSec = Math.floor(tx.nowSec);
    for (const [n, { evaluator, verdict }] of verdicts.entries()) {
      tx.put("evaluation", {
        ...toRow(verdict, turns, corrections),
        result_id: ids[n] ?? 0,
        agent_version: newest.agent_version,
        session_id: sessionId,
        evaluation_name: evaluator.evaluation_name,
        created_at: atSec,
      });
    }
    tx.set(EVALUATION_MARK, [userId, sessionId], { evaluated_at: atSec });
  });
  return { state: "done", verdicts: verdicts.length };
}

/** Requests of a session in the order they came. */
async function requestsOf(
  org: OrgStore,
  { userId, sessionId }: SessionRef,
): Promise<RequestMeta[]> {
  const view = await org.view("request");
  return view.selectMetas({
    user: userId,
    where: (meta) => meta.session_id === sessionId,
    order: "oldest",
  });
}

/** Turns of a session, oldest first. */
async function turnsOf(
  org: OrgStore,
  { userId, sessionId }: SessionRef,
  requests: readonly RequestMeta[],
): Promise<LearnTurn[]> {
  const ids = new Set(requests.map((request) => request.request_id));
  const view = await org.view("interaction");
  const rows = await view.rows(view.select({
    user: userId,
    where: (meta) => ids.has(meta.request_id),
    order: "oldest",
  }));
  return rows.map((interaction) => ({ interaction, sessionId, isNew: true }));
}

/** Verdicts of all evaluators that draw the session and are sure. */
async function judge(
  { org, learner, learnConfig, signal }: EvaluationContext,
  session: SessionRef,
  given: {
    readonly evaluators: readonly Complete<AgentSuccessConfig>[];
    readonly turns: readonly LearnTurn[];
    readonly newest: RequestMeta;
  },
) {
  const verdicts: {
    readonly evaluator: Complete<AgentSuccessConfig>;
    readonly verdict: Verdict;
  }[] = [];
  for (const evaluator of given.evaluators) {
    signal.throwIfAborted();
    const draw = await samplingDraw(org.name, session, evaluator.evaluation_name);
    if (draw >= evaluator.sampling_rate) continue;
    const verdict = await learner.evaluate({
      sessionId: session.sessionId,
      agentVersion: given.newest.agent_version,
      turns: given.turns,
      evaluator,
      config: learnConfig.config,
      signal,
    });
    if (verdict !== null) verdicts.push({ evaluator, verdict });
  }
  return verdicts;
}

/** User playbooks learnt from the requests of a session. */
async function correctionsOf(org: OrgStore, requests: readonly RequestMeta[]): Promise<number> {
  const ids = new Set(requests.map((request) => request.request_id));
  const view = await org.view("user_playbook");
  return view.count({ where: (meta) => ids.has(meta.request_id) });
}

/** Whether a turn is the user's. */
function isUserTurn({ role }: InteractionRow): boolean {
  return !OTHER_ROLES.has(role.trim().toLowerCase());
}

/** What a verdict says about its row. */
function toRow(verdict: Verdict, turns: readonly LearnTurn[], corrections: number) {
  const userTurns = turns.filter(({ interaction }) => isUserTurn(interaction)).length;
  return {
    is_success: verdict.isSuccess,
    failure_type: verdict.failureType,
    failure_reason: verdict.failureReason,
    regular_vs_shadow: verdict.regularVsShadow,
    number_of_correction_per_session: verdict.corrections ?? corrections,
    user_turns_to_resolution: verdict.isSuccess ? verdict.userTurnsToResolution ?? userTurns : null,
    is_escalated: verdict.isEscalated,
  } satisfies Partial<EvaluationRow>;
}
