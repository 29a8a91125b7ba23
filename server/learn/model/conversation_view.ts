import type { ContentPart } from "../../llm/mod.ts";
import type { LearnTurn } from "../learner.ts";
import { imagesOf } from "./images.ts";
import { renderTurn, renderTurns } from "./render_turns.ts";
import { planCalls, planNewest, TURN_BUDGET_TOKENS } from "./window_plan.ts";

/** A conversation, or a part of it, as one call shows it. */
export interface ConversationView {
  /** Text of the turns. */
  readonly text: string;
  /** Images that go along. */
  readonly images: readonly ContentPart[];
  /** New turns in it. */
  readonly fresh: readonly LearnTurn[];
}

/** Numbers of turns within a window, from 1. */
export function numbering(turns: readonly LearnTurn[]): (turn: LearnTurn) => number {
  const numbers = new Map(turns.map((turn, at) => [turn, at + 1]));
  return (turn) => numbers.get(turn) ?? 0;
}

/** The window in as many views as its length demands; every new turn is in one of them. */
export function windowViews(turns: readonly LearnTurn[]): ConversationView[] {
  const numberOf = numbering(turns);
  const parts = planCalls(
    turns,
    (turn, maxTurnTokens) => renderTurn(turn, { numberOf, maxTurnTokens }),
  );
  return parts.map((part) => {
    const fresh = part.turns.filter((turn) => turn.isNew);
    const images = imagesOf(fresh);
    const imageIds = new Set(images.map((image) => image.interactionId));
    const { maxTurnTokens } = part;
    return {
      text: renderTurns(part.turns, { numberOf, maxTurnTokens, imageIds }),
      images: images.map((image) => image.part),
      fresh,
    };
  });
}

/** The newest turns of a session that fit into one call, as one text. */
export function sessionText(
  turns: readonly LearnTurn[],
  text: "content" | "shadow" = "content",
  budgetTokens = TURN_BUDGET_TOKENS,
): string {
  const options = { numberOf: numbering(turns), text, marksNew: false };
  const part = planNewest(
    turns,
    (turn, maxTurnTokens) => renderTurn(turn, { ...options, maxTurnTokens }),
    budgetTokens,
  );
  return renderTurns(part.turns, { ...options, maxTurnTokens: part.maxTurnTokens });
}
