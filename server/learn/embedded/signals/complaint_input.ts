/**
 * What the readers of complaints share.
 *
 * @module
 */

import type { ReadTurn, Sentence } from "../types.ts";
import type { Context } from "./finding.ts";
import type { PlaybookDraft } from "./playbook_finding.ts";
import type { Pushback } from "./pushback.ts";
import { faultText } from "./rule_trigger.ts";

/** Reads one form of complaint; null when it is another. */
export type Reader = (
  input: Input,
) => Omit<PlaybookDraft, "read" | "sentence" | "spans" | "scope"> | null;

/** A sentence with its words and the objections of the turn. */
export interface Input {
  readonly read: ReadTurn;
  readonly sentence: Sentence;
  readonly folds: readonly string[];
  readonly text: string;
  readonly pushbacks: readonly Pushback[];
  readonly context: Context;
}

/** Tidies blanks and stops and starts with a capital. */
export function capital(text: string): string {
  const tidy = text.replace(/\s+/g, " ").replace(/\s+([,;:])/g, "$1").replace(/[\s,;:.]+$/, "")
    .trim();
  return tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

/** The objection as a rationale. */
export function objection(pushbacks: readonly Pushback[], sentence: Sentence): string | null {
  const fault = faultText(pushbacks, sentence);
  return fault === "" ? null : `The user objected: ${fault}`;
}

/** First token that ends a clause. */
export function clauseEnd(folds: readonly string[], from: number): number {
  for (let at = from; at < folds.length; at++) {
    if (
      /^[,;:\u2013\u2014-]$/.test(folds[at] ?? "") ||
      /^(?:because|since|otherwise)$/.test(folds[at] ?? "")
    ) return at;
  }
  return folds.length;
}
