/**
 * Values that are read by another shape and end earlier, or not at all.
 *
 * @module
 */

import type { ValueRange } from "./shapes.ts";
import { petOnly } from "./shapes_body.ts";
import { dropped } from "./shapes_ways.ts";
import { tokensOf } from "./value_words.ts";

/** `smoking 3 weeks ago`: when, is no part of what was given up. */
export function droppedOnce(value: ValueRange): ValueRange | null {
  const kept = dropped(value);
  const when = kept === null ? "" : tokensOf(kept)[1]?.fold ?? "";
  return kept !== null && /^(?:\d.*|an?|two|three|four|five|six|ten|last|this)$/.test(when) &&
      /ing$/.test(tokensOf(kept)[0]?.fold ?? "")
    ? { ...kept, to: kept.from + 1 }
    : kept;
}

const DOES =
  /^(?:is|has|does|will|would|can|needs|hates|loves|eats|likes|keeps|sleeps|barks|chews|goes)$/;

/** `our dog Pepper is ill`: one that is named is left to the rule of names. */
export function petUnnamed(value: ValueRange): ValueRange | null {
  const kept = petOnly(value);
  if (kept === null) return null;
  const { tokens } = value.sentence;
  const at = tokens.findIndex((token, index) => index > kept.from && token.capital);
  return at > 0 && at <= kept.to && at < value.to && DOES.test(tokens[at + 1]?.fold ?? "")
    ? null
    : kept;
}
