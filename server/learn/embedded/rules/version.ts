/**
 * Version of the rule set: a hash of the rules and of the weights of the judge as data.
 *
 * @module
 */

import { WEIGHTS_TEXT } from "../judge/judge.ts";
import { ALL_RETRACTIONS, FACT_RULES } from "./index.ts";

let version: string | undefined;

/** 32-bit FNV-1a over the text of all rules, as 8 hex digits; worked out when it is first asked for. */
export function rulesVersion(): string {
  return version ??= hash(JSON.stringify([FACT_RULES, ALL_RETRACTIONS]) + WEIGHTS_TEXT);
}

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
