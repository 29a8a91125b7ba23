import { type ChatModel, LlmError } from "../../llm/mod.ts";
import type { RewriteInput } from "../learner.ts";
import type { Asker } from "./ask.ts";
import { fence } from "./fence.ts";
import { REWRITE_LIMITS } from "./limits.ts";
import { QUERY_REFORMULATION } from "./prompts/mod.ts";

/** Turns of the conversation that are looked at. */
const MAX_HISTORY_TURNS = 10;

/** Characters of the conversation that are shown. */
const MAX_HISTORY_LENGTH = 4_000;

/** Longest query that is believed. */
const MAX_QUERY_LENGTH = 512;

/** Words of answers that are no queries. */
const NOT_A_QUERY = /here is|output:|json \{|```json|i cannot|i can't|[{}[\]]/i;

/** The newest turns as `[role]: content` lines, null when there are none. */
export function historyBlock(history: RewriteInput["history"]): string | null {
  const lines: string[] = [];
  let length = 0;
  for (const { role, content } of history.slice(-MAX_HISTORY_TURNS).toReversed()) {
    const line = `[${role}]: ${content}`;
    length += line.length;
    if (length > MAX_HISTORY_LENGTH) break;
    lines.unshift(line);
  }
  return lines.length === 0 ? null : lines.join("\n");
}

/** The query in an answer of the model, null when there is none that can be trusted. */
export function cleanQuery(answer: string): string | null {
  const line = answer.split("\n").map((text) => text.trim()).find((text) => text !== "") ?? "";
  const query = line.replace(/^[\s"'`]+|[\s"'`]+$/g, "").replace(/\s+/g, " ");
  const isQuery = query.length <= MAX_QUERY_LENGTH && /[\p{L}\p{N}]/u.test(query) &&
    !NOT_A_QUERY.test(answer.includes("```json") ? answer : query);
  return isQuery ? query : null;
}

/** A stand-alone query; null when nothing changes, also when the model fails. */
export async function rewriteQuery(
  asker: Asker,
  model: ChatModel,
  input: RewriteInput,
): Promise<string | null> {
  const history = historyBlock(input.history);
  try {
    const answer = await asker.askText({
      model,
      limits: { ...REWRITE_LIMITS, signal: input.signal },
      user: {
        prompt: QUERY_REFORMULATION,
        variables: {
          query: fence(input.query),
          conversation_context_block: history === null ? null : fence(history),
        },
      },
    });
    const query = cleanQuery(answer);
    return query === input.query ? null : query;
  } catch (error) {
    if (error instanceof LlmError) return null;
    throw error;
  }
}
