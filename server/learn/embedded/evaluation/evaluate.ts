/**
 * Judges a session by its signals (S-992, S-993).
 *
 * @module
 */

import type { RegularVsShadow } from "../../../../client/contract/mod.ts";
import type { EvaluateInput, Verdict } from "../../learner.ts";
import type { ReadTurn } from "../types.ts";
import { readWindow } from "../analysis/read.ts";
import { isSensitive } from "../guards/secrets.ts";
import { faultText } from "../signals/rule_trigger.ts";
import { pushbacksIn } from "../signals/pushback.ts";
import { blockingIssueOf } from "../signals/tool_rules.ts";
import { contentStems, similarity, type Stem } from "../text/stem.ts";
import { turnsOf } from "../turns.ts";

const ESCALATION =
  /\b(?:(?:talk|speak|transfer|connect|put|pass|hand|escalate|through|over)\b.{0,30}\b(?:human|person|someone|somebody|agent|manager|supervisor|colleague|representative|operator|real)|(?:a|your|the) (?:human|manager|supervisor|real person|representative|operator)\b|customer service please|real person)\b/i;
const GIVING_UP =
  /\b(?:forget it|never mind,? i'll|useless|waste of time|i'?ll do it myself|i give up|hopeless|this is pointless|i'm done with|not worth it|leave it,? i)\b/i;
const THANKS =
  /\b(?:thanks|thank you|thx|cheers|perfect|great|works|worked|solved|that helps|that did it|exactly|awesome|brilliant|lovely|danke|gracias|merci|obrigad[oa])\b|谢谢|ありがとう/i;
const SAME_REQUEST = 600;
const BETTER = 150;
const SLIGHTLY_BETTER = 50;

interface Facts {
  readonly users: readonly ReadTurn[];
  readonly corrections: readonly {
    readonly turn: number;
    readonly fault: string;
    readonly tool: boolean;
  }[];
  readonly repeats: number;
  readonly escalation: string;
  readonly cannot: string;
  readonly calledTool: boolean;
  readonly thanks: number;
  readonly givingUp: boolean;
  readonly expert: string;
}

/** Verdict of a session without a model; null when no user speaks. */
export function evaluateSession(input: EvaluateInput, stem: Stem): Verdict | null {
  const window = readWindow(turnsOf(input.turns));
  const facts = factsOf(window, stem);
  if (facts.users.length === 0) return null;
  const judged = judge(window, facts);
  return {
    ...judged,
    failureReason: isSensitive(judged.failureReason) ? "" : judged.failureReason.slice(0, 300),
    regularVsShadow: compareShadow(input, window, facts, stem),
    corrections: facts.corrections.length,
    userTurnsToResolution: facts.thanks < 0
      ? null
      : Math.max(1, facts.users.filter((read) => read.index < facts.thanks).length),
  };
}

function factsOf(window: readonly ReadTurn[], stem: Stem): Facts {
  const users = window.filter((read) => read.turn.speaker === "user");
  const corrections = users.flatMap((read) => {
    const pushes = pushbacksIn(window, read.index);
    const first = pushes[0];
    if (first === undefined) return [];
    return [{
      turn: read.index,
      fault: faultText(pushes, first.sentence),
      tool: (window[read.index - 1]?.turn.toolsUsed.length ?? 0) > 0,
    }];
  });
  const lastTwo = users.slice(-2);
  const thanks =
    lastTwo.find((read) =>
      THANKS.test(read.text) && !corrections.some((entry) => entry.turn === read.index)
    )?.index ?? -1;
  const assistant = window.findLast((read) => read.turn.speaker === "assistant");
  return {
    users,
    corrections,
    repeats: repeatsOf(users, stem),
    escalation:
      users.map((read) => ESCALATION.exec(read.text)?.[0] ?? "").find((text) => text !== "") ?? "",
    cannot: blockingIssueOf(assistant)?.details ?? "",
    calledTool: (assistant?.turn.toolsUsed.length ?? 0) > 0,
    thanks,
    givingUp: users.slice(-2).some((read) => GIVING_UP.test(read.text)),
    expert: expertDifference(window, stem),
  };
}

function repeatsOf(users: readonly ReadTurn[], stem: Stem): number {
  let count = 0;
  users.forEach((read, index) => {
    const mine = contentStems(read.text, { stem });
    if (
      mine.length >= 2 &&
      users.slice(0, index).some((before) =>
        similarity(mine, contentStems(before.text, { stem })) >= SAME_REQUEST
      )
    ) count++;
  });
  return count;
}

function expertDifference(window: readonly ReadTurn[], stem: Stem): string {
  for (const read of window) {
    if (read.turn.speaker !== "assistant" || read.turn.expertContent.trim() === "") continue;
    const expert = contentStems(read.turn.expertContent, { stem });
    const answer = contentStems(read.text, { stem });
    if (similarity(expert, answer) >= 800 || expert.every((word) => answer.includes(word))) {
      continue;
    }
    return `The expert answer adds: ${
      expert.filter((word) => !answer.includes(word)).slice(0, 5).join(", ")
    }`;
  }
  return "";
}

type Judged = Pick<Verdict, "isSuccess" | "failureType" | "failureReason" | "isEscalated">;

const failed = (failureType: string, failureReason: string): Judged => ({
  isSuccess: false,
  failureType,
  failureReason,
  isEscalated: false,
});

/** First row of the table that fits. */
function judge(window: readonly ReadTurn[], facts: Facts): Judged {
  const last = facts.corrections.at(-1);
  const count = facts.corrections.length;
  const wrong = facts.corrections.some((entry) => entry.tool) ? "wrong_tool" : "wrong_answer";
  const thanked = facts.thanks >= 0;
  if (facts.escalation !== "") {
    return {
      isSuccess: false,
      failureType: facts.cannot === "" ? "wrong_answer" : "missing_tool",
      failureReason: facts.escalation,
      isEscalated: true,
    };
  }
  if (facts.givingUp) return failed("wrong_answer", last?.fault ?? "The user gave up");
  if (facts.expert !== "" && !thanked) return failed("wrong_answer", facts.expert);
  if (facts.cannot !== "" && !thanked) {
    return failed(facts.calledTool ? "insufficient_info_from_tool" : "missing_tool", facts.cannot);
  }
  if ((count >= 2 || facts.repeats >= 1) && !thanked) {
    return failed(wrong, last?.fault ?? "The user asked the same again");
  }
  if (count >= 1 && (thanked || last !== undefined && hasAnswerAfter(window, last.turn))) {
    return { isSuccess: true, failureType: "", failureReason: "", isEscalated: false };
  }
  if (last !== undefined) return failed(wrong, last.fault);
  return { isSuccess: true, failureType: "", failureReason: "", isEscalated: false };
}

function hasAnswerAfter(window: readonly ReadTurn[], turn: number): boolean {
  return window.slice(turn + 1).some((read) => read.turn.speaker === "assistant");
}

/** The answer nearer to the expert's, or to what the user corrected, wins. */
function compareShadow(
  input: EvaluateInput,
  window: readonly ReadTurn[],
  facts: Facts,
  stem: Stem,
): RegularVsShadow | null {
  const at = input.turns.findIndex(({ interaction }) => interaction.shadow_content.trim() !== "");
  const read = window[at];
  const shadow = input.turns[at]?.interaction.shadow_content;
  if (read === undefined || shadow === undefined) return null;
  const correction = facts.corrections.find((entry) => entry.turn > at);
  const reference = read.turn.expertContent.trim() !== ""
    ? read.turn.expertContent
    : correction === undefined
    ? ""
    : window[correction.turn]?.text ?? "";
  if (reference === "") return null;
  const wanted = contentStems(reference, { stem });
  const difference = similarity(contentStems(read.text, { stem }), wanted) -
    similarity(contentStems(shadow, { stem }), wanted);
  if (difference >= BETTER) return "regular_is_better";
  if (difference >= SLIGHTLY_BETTER) return "regular_is_slightly_better";
  if (difference <= -BETTER) return "shadow_is_better";
  return difference <= -SLIGHTLY_BETTER ? "shadow_is_slightly_better" : "tied";
}
