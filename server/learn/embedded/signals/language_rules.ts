/**
 * Rules in the languages beside English.
 *
 * @module
 */

import type { PlaybookFinding, ReadTurn } from "../types.ts";
import type { Context } from "./finding.ts";

/** Standing instructions of one turn in another language. */
export function languageRulesOf(_read: ReadTurn, _context: Context): PlaybookFinding[] {
  return [];
}
