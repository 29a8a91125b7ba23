import { estimateTokens } from "../../llm/mod.ts";
import type { LearnTurn } from "../learner.ts";

/** Estimated tokens that the turns of one call may take. */
export const TURN_BUDGET_TOKENS = 24_000;

/** Shares of the budget that one turn may keep, tried in this order when turns have to be cut. */
const TURN_SHARES = [1 / 2, 1 / 4, 1 / 8] as const;
const LEAST_SHARE = 1 / 8;

/** The turns of one call, and how long each may be. */
export interface WindowPart {
  /** The turns, oldest first. */
  readonly turns: readonly LearnTurn[];
  /** Longest text of a turn, in estimated tokens. */
  readonly maxTurnTokens: number;
}

/** Gives the text of a turn cut to a length. */
export type RenderCut = (turn: LearnTurn, maxTurnTokens: number) => string;

function sizesOf(turns: readonly LearnTurn[], render: RenderCut, maxTurnTokens: number): number[] {
  return turns.map((turn) => estimateTokens(render(turn, maxTurnTokens)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Longest length of a turn with which all fit into the budget, null when none does. */
function fittingLength(
  turns: readonly LearnTurn[],
  render: RenderCut,
  budgetTokens: number,
): number | null {
  for (const share of [1, ...TURN_SHARES]) {
    const maxTurnTokens = Math.floor(budgetTokens * share);
    if (sum(sizesOf(turns, render, maxTurnTokens)) <= budgetTokens) return maxTurnTokens;
  }
  return null;
}

/** The turns without the oldest context turns that make them too long. */
function withoutOldContext(
  turns: readonly LearnTurn[],
  render: RenderCut,
  budgetTokens: number,
): LearnTurn[] {
  const sizes = sizesOf(turns, render, budgetTokens);
  let over = sum(sizes) - budgetTokens;
  return turns.filter((turn, at) => {
    if (turn.isNew || over <= 0) return true;
    over -= sizes[at] ?? 0;
    return false;
  });
}

/**
 * Fits a window into calls. When it is too long the oldest context turns go first, then long texts
 * are cut in their middle. New turns are never dropped: what still is too long becomes several
 * calls.
 */
export function planCalls(
  turns: readonly LearnTurn[],
  render: RenderCut,
  budgetTokens = TURN_BUDGET_TOKENS,
): WindowPart[] {
  const kept = withoutOldContext(turns, render, budgetTokens);
  const maxTurnTokens = fittingLength(kept, render, budgetTokens);
  if (maxTurnTokens !== null) return [{ turns: kept, maxTurnTokens }];
  const least = Math.floor(budgetTokens * LEAST_SHARE);
  const sizes = sizesOf(kept, render, least);
  const parts: LearnTurn[][] = [];
  let tokens = Infinity;
  for (const [at, turn] of kept.entries()) {
    const size = sizes[at] ?? 0;
    if (tokens + size > budgetTokens) {
      parts.push([]);
      tokens = 0;
    }
    parts.at(-1)?.push(turn);
    tokens += size;
  }
  return parts.map((part) => ({ turns: part, maxTurnTokens: least }));
}

/**
 * The newest turns that fit into one call, for questions about the end of a session. Long texts are
 * cut before turns are left out.
 */
export function planNewest(
  turns: readonly LearnTurn[],
  render: RenderCut,
  budgetTokens = TURN_BUDGET_TOKENS,
): WindowPart {
  const maxTurnTokens = fittingLength(turns, render, budgetTokens);
  if (maxTurnTokens !== null) return { turns, maxTurnTokens };
  const least = Math.floor(budgetTokens * LEAST_SHARE);
  const sizes = sizesOf(turns, render, least);
  let tokens = 0;
  const lastLeftOut = sizes.findLastIndex((size) => (tokens += size) > budgetTokens);
  return { turns: turns.slice(lastLeftOut + 1), maxTurnTokens: least };
}
