/**
 * Document expansion (S-995): synonyms for the text index.
 *
 * @module
 */

import { contentStems } from "../text/stem.ts";
import { synonymsOf } from "./thesaurus.ts";

const MAX_TERMS = 8;
const WORD = /[\p{L}][\p{L}'-]*/gu;

/** `term, syn, syn; term, syn` for at most eight terms, null when the thesaurus knows none. */
export function expandText(text: string): string | null {
  const groups: string[] = [];
  const seen = new Set<string>();
  for (const match of text.toLowerCase().matchAll(WORD)) {
    if (groups.length >= MAX_TERMS) break;
    const term = [match[0], ...contentStems(match[0], { keepTemplates: true })].find((form) =>
      synonymsOf(form) !== undefined
    );
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    groups.push([term, ...(synonymsOf(term) ?? [])].join(", "));
  }
  return groups.length === 0 ? null : groups.join("; ");
}
