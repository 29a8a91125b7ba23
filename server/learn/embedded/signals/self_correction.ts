/**
 * `I live in Derby, no sorry, Doncaster`: somebody corrects themself in the same breath.
 *
 * @module
 */

import { type ExtentOptions, valueEnd } from "../rules/values.ts";
import type { Sentence } from "../types.ts";

/** Words between what was said first and what is meant. */
const BETWEEN =
  /^(?:no|nope|oh|sorry|wait|well|actually|i|mean|make|that|scratch|rather|or|,|\.\.\.|-|–|—)$/;
/** What makes them a correction. */
const CORRECTS = /\b(?:sorry|i mean|make that|scratch that|or rather|no wait|wait no|nope)\b/;
/** The same where what follows ends with `really` or `actually`. */
const CORRECTS_WEAKLY = /\b(?:well|no|actually)\b/;
const MAX_BETWEEN = 6;

/** Where what is meant instead of a value that ends at `to` stands, null where nothing is. */
export function correctedRange(
  sentence: Sentence,
  to: number,
  extent: ExtentOptions | undefined,
): { readonly from: number; readonly to: number } | null {
  const { tokens } = sentence;
  if (tokens[to]?.kind !== "punct" || !BETWEEN.test(tokens[to + 1]?.fold ?? "")) return null;
  let from = to;
  while (from < to + MAX_BETWEEN && BETWEEN.test(tokens[from]?.fold ?? "")) from++;
  const said = tokens.slice(to + 1, from).filter(({ kind }) => kind === "word")
    .map(({ fold }) => fold).join(" ");
  const isStrong = CORRECTS.test(said);
  if (!isStrong && !CORRECTS_WEAKLY.test(said)) return null;
  const end = valueEnd(sentence, from, { ...extent, maxWords: Math.min(extent?.maxWords ?? 5, 5) });
  const behind = tokens[end];
  const isLast = behind === undefined || behind.kind === "punct" ||
    /^(?:now|then|and|but|so|these)$/.test(behind.fold);
  const isReally = /^(?:really|actually)$/.test(behind?.fold ?? "");
  if (end <= from || !isReally && (!isStrong || !isLast)) return null;
  return { from, to: end };
}
