/**
 * Rules of the languages beside English, one file each.
 *
 * @module
 */

import type { RetractRule } from "../retract_rule.ts";
import type { FactRule } from "../rule.ts";

/** Fact rules of all of them. */
export const LANGUAGE_RULES: readonly FactRule[] = [];
/** Retraction rules of all of them. */
export const LANGUAGE_RETRACTIONS: readonly RetractRule[] = [];
