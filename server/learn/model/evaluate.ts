import type { RegularVsShadow } from "../../../client/contract/mod.ts";
import type { ChatModel, ReadOutcome } from "../../llm/mod.ts";
import type { EvaluateInput, LearnTurn, Verdict } from "../learner.ts";
import { type AnswerObject, asObject, asText } from "./answer_values.ts";
import type { Asker } from "./ask.ts";
import { toolLines } from "./context_lines.ts";
import { sessionText } from "./conversation_view.ts";
import { STEP_LIMITS } from "./limits.ts";
import {
  AGENT_SUCCESS_EVALUATION,
  AGENT_SUCCESS_EVALUATION_WITH_COMPARISON,
} from "./prompts/mod.ts";
import { COMPARISON_SCHEMA, VERDICT_SCHEMA } from "./schemas.ts";
import { isUserRole } from "./speakers.ts";
import { TURN_BUDGET_TOKENS } from "./window_plan.ts";

const FAILURE_TYPES: ReadonlySet<unknown> = new Set([
  "missing_tool",
  "wrong_tool",
  "insufficient_info_from_tool",
  "wrong_answer",
]);

/** What an answer says about one course of a session. */
interface Judgement {
  readonly isSuccess: boolean;
  readonly failureType: string;
  readonly failureReason: string;
  readonly isEscalated: boolean;
}

/** The judgement, with the comparison of the two courses. */
interface Comparison extends Judgement {
  readonly better: "1" | "2" | "tie";
  readonly isSignificant: boolean;
}

/** Judges a session, against its shadow answers where there are any. */
export async function evaluate(
  asker: Asker,
  model: ChatModel,
  input: EvaluateInput,
): Promise<Verdict | null> {
  if (input.turns.length === 0) return null;
  const hasShadow = input.turns.some((turn) => turn.interaction.shadow_content.trim() !== "");
  return hasShadow
    ? await compareWithShadow(asker, model, input)
    : toVerdict(await judge(asker, model, input), input.turns, null);
}

function sharedVariables({ config, evaluator }: EvaluateInput) {
  return {
    agent_context_prompt: config.agent_context_prompt,
    success_definition_prompt: evaluator.success_definition_prompt,
    tool_can_use: toolLines(config),
    metadata_definition_prompt: evaluator.metadata_definition_prompt,
  };
}

function judge(asker: Asker, model: ChatModel, input: EvaluateInput): Promise<Judgement> {
  return asker.askStructured({
    model,
    schema: VERDICT_SCHEMA,
    read: readJudgement,
    limits: { ...STEP_LIMITS, signal: input.signal },
    user: {
      prompt: AGENT_SUCCESS_EVALUATION,
      variables: { ...sharedVariables(input), interactions: sessionText(input.turns) },
    },
  });
}

async function compareWithShadow(
  asker: Asker,
  model: ChatModel,
  input: EvaluateInput,
): Promise<Verdict> {
  const isRegularFirst = isEvenHash(`${input.sessionId}\n${input.evaluator.evaluation_name}`);
  const half = TURN_BUDGET_TOKENS / 2;
  const regular = sessionText(input.turns, "content", half);
  const shadow = sessionText(input.turns, "shadow", half);
  const comparison = await asker.askStructured({
    model,
    schema: COMPARISON_SCHEMA,
    read: readComparison,
    limits: { ...STEP_LIMITS, signal: input.signal },
    user: {
      prompt: AGENT_SUCCESS_EVALUATION_WITH_COMPARISON,
      variables: {
        ...sharedVariables(input),
        request_1_interactions: isRegularFirst ? regular : shadow,
        request_2_interactions: isRegularFirst ? shadow : regular,
        judged_request: isRegularFirst ? "1" : "2",
      },
    },
  });
  return toVerdict(comparison, input.turns, outcomeOf(comparison, isRegularFirst));
}

/** The lot that decides which course is shown first: the same on a repetition. */
function isEvenHash(text: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 15)) & 1) === 0;
}

function outcomeOf(
  { better, isSignificant }: Comparison,
  isRegularFirst: boolean,
): RegularVsShadow {
  if (better === "tie") return "tied";
  const isRegular = (better === "1") === isRegularFirst;
  if (isSignificant) return isRegular ? "regular_is_better" : "shadow_is_better";
  return isRegular ? "regular_is_slightly_better" : "shadow_is_slightly_better";
}

function toVerdict(
  judgement: Judgement,
  turns: readonly LearnTurn[],
  regularVsShadow: RegularVsShadow | null,
): Verdict {
  const userTurns = turns.filter((turn) => isUserRole(turn.interaction.role)).length;
  return {
    isSuccess: judgement.isSuccess,
    failureType: judgement.failureType,
    failureReason: judgement.failureReason,
    isEscalated: judgement.isEscalated,
    regularVsShadow,
    corrections: null,
    userTurnsToResolution: judgement.isSuccess ? userTurns : null,
  };
}

function readJudgement(json: unknown): ReadOutcome<Judgement> {
  const object = asObject(json) ?? {};
  const isSuccess = object["is_success"];
  if (typeof isSuccess !== "boolean") {
    return { ok: false, complaints: ["is_success must be true or false"] };
  }
  return { ok: true, value: { isSuccess, ...failureOf(object, isSuccess) } };
}

/** Kind and reason of a failure, empty on success; an unknown kind counts as a wrong answer. */
function failureOf(object: AnswerObject, isSuccess: boolean): Omit<Judgement, "isSuccess"> {
  const type = object["failure_type"];
  const known = FAILURE_TYPES.has(type) ? String(type) : "wrong_answer";
  return {
    failureType: isSuccess ? "" : known,
    failureReason: isSuccess ? "" : asText(object["failure_reason"]) ?? "",
    isEscalated: object["is_escalated"] === true,
  };
}

function readComparison(json: unknown): ReadOutcome<Comparison> {
  const judgement = readJudgement(json);
  if (!judgement.ok) return judgement;
  const object = asObject(json) ?? {};
  const better = String(object["better_request"]);
  if (better !== "1" && better !== "2" && better !== "tie") {
    return { ok: false, complaints: ['better_request must be "1", "2" or "tie"'] };
  }
  const isSignificant = object["is_significantly_better"] === true;
  return { ok: true, value: { ...judgement.value, better, isSignificant } };
}
