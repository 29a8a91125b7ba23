import type { Complete, Config, ConversationTurn } from "../../client/contract/mod.ts";
import type { ServiceDeps } from "./deps.ts";

/** Longest wait for a rewritten query, milliseconds. */
const REWRITE_TIMEOUT_MS = 5_000;

/** Longest rewritten query, characters. */
const MAX_QUERY = 512;

/** Parts of answers that talk about the task in place of doing it. */
const UNSAFE = ["here is", "output:", "json {", "```json", "i cannot", "i can't"];

/**
 * A query out of a model's answer: its first line without quotes around it.
 *
 * @returns Null when the answer cannot be a query.
 */
export function readRewrittenQuery(answer: string): string | null {
  const line = answer.split("\n").map((part) => part.trim()).find((part) => part !== "") ?? "";
  const query = line.replace(/^["'`\s]+|["'`\s]+$/g, "").replace(/\s+/g, " ");
  if (query === "" || query.length > MAX_QUERY || !/[\p{L}\p{N}]/u.test(query)) return null;
  const lower = answer.toLowerCase();
  if (UNSAFE.some((phrase) => lower.includes(phrase)) || /[{}[\]]/.test(query)) return null;
  return query;
}

/** The query as the learner would put it; the query itself when that fails or changes nothing. */
export async function rewriteQuery(
  { learners }: ServiceDeps,
  config: Complete<Config>,
  given: { readonly query: string; readonly history: readonly ConversationTurn[] },
): Promise<string> {
  const query = given.query.trim();
  if (query === "") return query;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), REWRITE_TIMEOUT_MS);
  try {
    const learner = await learners.of(config);
    const { signal } = limit;
    const answer = await learner.rewriteQuery({ query, history: given.history, config, signal });
    return answer === null ? query : readRewrittenQuery(answer) ?? query;
  } catch {
    // A search goes on with the query it was given, whatever keeps the model from helping.
    return query;
  } finally {
    clearTimeout(timer);
  }
}
