import type { LearnTurn } from "../learner.ts";
import { quoted, renderTurn, type RenderTurnsOptions } from "./render_turns.ts";
import { isUserRole } from "./speakers.ts";

/** The turns for which an expert wrote an answer of their own. */
export function expertTurns(turns: readonly LearnTurn[]): LearnTurn[] {
  return turns.filter((turn) => turn.interaction.expert_content.trim() !== "");
}

/** Question, answer and expert's answer of each of the given turns. */
export function renderComparisonPairs(
  expert: readonly LearnTurn[],
  all: readonly LearnTurn[],
  options: RenderTurnsOptions,
): string {
  return expert.map((turn, at) => {
    const question = all.slice(0, all.indexOf(turn)).findLast(({ interaction }) =>
      isUserRole(interaction.role)
    );
    const asked = question === undefined ? [] : ["The question:", renderTurn(question, options)];
    return [
      `=== Comparison ${at + 1} ===`,
      ...asked,
      "The assistant's answer:",
      renderTurn(turn, options),
      `The expert's answer to it, also turn ${options.numberOf(turn)}:`,
      quoted(turn.interaction.expert_content, options.maxTurnTokens),
    ].join("\n\n");
  }).join("\n\n");
}
