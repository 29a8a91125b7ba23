/**
 * Stored turns as the pipeline reads them.
 *
 * @module
 */

import type { InteractionRow } from "../../store/rows.ts";
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

/** What is read of a stored turn. */
export interface ReadableTurn extends Pick<LearnTurn, "isNew"> {
  readonly interaction: Pick<
    InteractionRow,
    "interaction_id" | "role" | "content" | "expert_content" | "tools_used"
  >;
}

/** A stored turn without what is not read, images above all: less to send to another thread. */
export function readable({ interaction, isNew }: ReadableTurn): ReadableTurn {
  const { interaction_id, role, content, expert_content, tools_used } = interaction;
  return { interaction: { interaction_id, role, content, expert_content, tools_used }, isNew };
}

/** Turns of a window. */
export function turnsOf(turns: readonly ReadableTurn[]): Turn[] {
  return turns.map(({ interaction }) => ({
    interactionId: interaction.interaction_id,
    speaker: speakerOf(interaction.role),
    content: interaction.content,
    expertContent: interaction.expert_content,
    toolsUsed: interaction.tools_used,
  }));
}
