/**
 * Stored turns as the pipeline reads them.
 *
 * @module
 */

import type { LearnTurn } from "../learner.ts";
import type { Speaker, Turn } from "./types.ts";

const USERS = new Set(["user", "human", "customer", "client"]);
const ASSISTANTS = new Set(["assistant", "agent", "bot", "ai"]);

/** Speaker of a role, in any case (S-901). */
export function speakerOf(role: string): Speaker {
  const folded = role.trim().toLowerCase();
  if (USERS.has(folded)) return "user";
  return ASSISTANTS.has(folded) ? "assistant" : "other";
}

/** Turns of a window. */
export function turnsOf(turns: readonly LearnTurn[]): Turn[] {
  return turns.map(({ interaction }) => ({
    interactionId: interaction.interaction_id,
    speaker: speakerOf(interaction.role),
    content: interaction.content,
    expertContent: interaction.expert_content,
    toolsUsed: interaction.tools_used,
  }));
}
