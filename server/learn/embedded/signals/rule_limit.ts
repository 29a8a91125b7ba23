/**
 * How long a rule with a limiting time cue holds.
 *
 * @module
 */

import type { PlaybookFinding, ReadTurn } from "../types.ts";
import { daysOfClass, scopeOf } from "../analysis/scope.ts";

/** Days a rule holds, or null when it does not end. */
export function ruleLimitDays(
  finding: PlaybookFinding,
  window: readonly ReadTurn[],
  nowSec: number,
): number | null {
  if (/^D(?:8|9)$/.test(finding.detector)) return null;
  const sentence = window[finding.turn]?.sentences.find((entry) => entry.start === finding.offset);
  if (sentence === undefined) return null;
  const scope = scopeOf(sentence, { from: 0, to: sentence.tokens.length }, nowSec);
  return scope.kind === "limited" && scope.life !== null ? daysOfClass(scope.life.ttl) : null;
}
