import { type ChatModel, LlmError } from "../../llm/mod.ts";
import { asList, asObject, asText } from "./answer_values.ts";
import type { Asker } from "./ask.ts";
import { fence } from "./fence.ts";
import { EXPANSION_LIMITS } from "./limits.ts";
import { DOCUMENT_EXPANSION } from "./prompts/mod.ts";
import { EXPANSION_SCHEMA } from "./schemas.ts";

/** Characters of the text that are shown. */
const MAX_LENGTH = 4_000;

/** A term with other words for it. */
type TermGroup = readonly [term: string, synonyms: readonly string[]];

/** Groups in the answer: a list of objects, or an object of lists. */
function groupsOf(json: unknown): TermGroup[] {
  const object = asObject(json) ?? {};
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(object["terms"])
    ? object["terms"].map((entry) => [asObject(entry)?.["term"], asObject(entry)?.["synonyms"]])
    : Object.entries(object);
  return pairs.flatMap(([key, value]): TermGroup[] => {
    const term = plain(key);
    if (term === null || !Array.isArray(value)) return [];
    const words = (asList(value) ?? []).flatMap((word) => plain(word) ?? []);
    return words.length === 0 ? [] : [[term, words]];
  });
}

/** A word without the signs that part words and groups. */
function plain(value: unknown): string | null {
  return asText(asText(value)?.replace(/[,;\s]+/g, " "));
}

/** The groups as text for the index: `term, synonym, synonym; term, synonym`. */
export function expansionText(json: unknown): string {
  return groupsOf(json).map(([term, words]) => [term, ...words].join(", ")).join("; ");
}

/** Terms of a text with synonyms; null when there are none, also when the model fails. */
export async function expandDocument(
  asker: Asker,
  model: ChatModel,
  { text, signal }: { readonly text: string; readonly signal: AbortSignal },
): Promise<string | null> {
  if (text.trim() === "") return null;
  try {
    const json = await asker.askOnce({
      model,
      schema: EXPANSION_SCHEMA,
      limits: { ...EXPANSION_LIMITS, signal },
      user: {
        prompt: DOCUMENT_EXPANSION,
        variables: { content: fence(text.slice(0, MAX_LENGTH)) },
      },
    });
    return asText(expansionText(json));
  } catch (error) {
    if (error instanceof LlmError) return null;
    throw error;
  }
}
