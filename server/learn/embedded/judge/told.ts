/**
 * What no rule took but the judge holds for a fact or a rule.
 *
 * @module
 */

import type { Context } from "../signals/finding.ts";
import type {
  Finding,
  PlaybookFinding,
  ProfileFinding,
  ReadTurn,
  RetractionFinding,
} from "../types.ts";
import { judgedUnits } from "./judged.ts";
import { factsOf, replacedBy } from "./told_facts.ts";
import { type FullerRule, fullerRule, ruleOf } from "./told_rules.ts";

/** What the judge found in a turn. */
export interface Told {
  readonly profiles: readonly ProfileFinding[];
  readonly playbooks: readonly PlaybookFinding[];
  readonly fuller: FullerRule | null;
  readonly retractions: readonly RetractionFinding[];
}

/** What the judge finds in a turn beside what rules found in it. */
export function toldBeside(read: ReadTurn, found: readonly Finding[], context: Context): Told {
  const judged = judgedUnits(read, found, context);
  const profiles = factsOf(read, judged, found, context);
  // The turn in front of an expert's answer is what the answer is about, and no rule.
  const isAsked = (context.window[read.index + 1]?.turn.expertContent ?? "") !== "";
  const hasRule = isAsked || found.some(({ kind }) => kind === "playbook");
  return {
    profiles,
    playbooks: hasRule ? [] : ruleOf(read, judged, context),
    fuller: fullerRule(found, judged),
    retractions: judged.flatMap((entry) => replacedBy(read, entry, context)),
  };
}
