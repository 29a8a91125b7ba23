/**
 * Version of the rule set: a hash of the rules as data.
 *
 * @module
 */

import { ALL_RETRACTIONS, FACT_RULES } from "./index.ts";

/** 32-bit FNV-1a over the text of all rules, as 8 hex digits. */
export const RULES_VERSION: string = hash(JSON.stringify([FACT_RULES, ALL_RETRACTIONS]));

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
