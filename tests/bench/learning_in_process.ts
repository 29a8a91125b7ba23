/**
 * Runs labelled dialogues against the embedded learner with a store in memory.
 *
 * @module
 */

import { TestMemory } from "../support/learning_memory.ts";
import type { LearnCase } from "./learning_bench.ts";
import type { Case, Learnt } from "./learning_score.ts";

/** What a store knows, as the scorer reads it. */
export function learntOf(memory: TestMemory): Learnt {
  return {
    profiles: [...memory.profiles.values()].map(({ row }) => ({
      content: row.content,
      ttl: row.profile_time_to_live,
    })),
    playbooks: [...memory.playbooks.values()].map(({ row }) => ({
      text: [row.trigger, row.content, row.rationale].filter((part) => part !== null && part !== "")
        .join("\n"),
    })),
  };
}

/** A runner that gives every dialogue a fresh store. */
export function learnInProcess(): LearnCase {
  return async (dialogue: Case): Promise<Learnt> => {
    const memory = new TestMemory();
    for (const turns of dialogue.publishes) {
      await memory.publish(turns.map((turn) => ({
        role: turn.role,
        content: turn.content,
        expert: turn.expert_content ?? "",
        tools: (turn.tools_used ?? []).map((tool) => ({
          tool_name: tool.tool_name,
          tool_data: tool.tool_data ?? {},
        })),
      })));
    }
    return learntOf(memory);
  };
}
