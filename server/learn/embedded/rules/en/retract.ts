/**
 * English cues that take something back.
 *
 * @module
 */

import type { RetractRule } from "../retract_rule.ts";

/** Rules for retractions. */
export const RETRACT_RULES: readonly RetractRule[] = [
  {
    id: "en.retract.forget",
    lang: "en",
    cue: [
      "(forget|delete|scrap|ignore|disregard|erase|remove|drop|strike|forget about|never mind) (everything|all)? what (i|we) (said|told you|mentioned|wrote) (about|on|regarding) {v}",
      "(forget|delete|erase|remove) (everything|anything|all of it|what you know|all you know|whatever you know)? about {v}",
      "(forget|scrap|ignore|disregard) (the|my|that) {v}",
      "(forget|delete|erase|remove|scrap|drop|cross out) (that|this|it|all that|the bit|the part|the thing|the note|my note|the entry|the info|all)? (about|on) {v}",
      "(remove|delete|erase) {v} from (my profile|your memory|your notes|memory)",
      "(do not|stop) (remember|remembering|keep|keeping|store|storing) (anything|that)? about {v}",
    ],
    scope: "both",
    explicit: true,
  },
  {
    id: "en.retract.wrong",
    lang: "en",
    cue: [
      "that (was|is) (wrong|not true|not right|a mistake|incorrect) @comma? (i|we) (do|am|are|have) not (have|a|an|like|live|own|work)? {v}",
    ],
    scope: "profiles",
    explicit: true,
  },
  {
    id: "en.retract.not_any_more",
    lang: "en",
    cue: [
      "(i|we) (am|are) not (a|an)? {v} (any more|anymore|after all)",
      "(i|we) (do|can) not have (a|an)? {v} after all",
      "(i|we) (can|may)? (eat|drink|have|smoke) {v} (again|after all)",
      "(i|we) (have|am|are)? (started|back) (to)? (eating|drinking|having) {v} (again)?",
      "(i|we) (am|are) no longer (a|an|in|with|at|on)? {v}",
      "(i|we) no longer {v}",
      "(i|we) do not {v} (any more|anymore)",
      "(i|we) (have)? (gave up|given up|quit|sold|gave away|given away|got rid of|lost|cancelled|broke up with) (my|our|the|being)? {v}",
      "(i|we) (have)? (stopped|left) (being|living in|working at|working as|working for|working)? {v}",
      "(my|our) {v} (died|has died|passed away|has passed away|is gone)",
      "no more {v} for me",
      "put an end to (the|my|our)? {v}",
      "(told|made|asked) me to (stop|give up|quit) (drinking|eating)? {v}",
      "(i|we) (have)? (dropped|dumped|ditched|finished with) (my|our)? {v}",
    ],
    scope: "profiles",
    explicit: false,
  },
  {
    id: "en.retract.have_not",
    lang: "en",
    cue: ["(i|we) (do not|never) (have|had|own|owned) (a|an|any)? {v}"],
    scope: "profiles",
    explicit: false,
    slots: ["pet", "family", "device", "ownership", "partner", "allergy", "health"],
  },
  {
    id: "en.retract.replaced",
    lang: "en",
    cue: [
      "(i|we) (have|am|are)? (since|meanwhile|recently|now|finally|just)? (switched|migrated|moved|changed|gone|switching|migrating|moving|changing) (over|across|away|everything|all of it)? from {v} (to|over to|onto)",
      "(i|we) (have|am|are)? (switched|migrated|moved|changed|switching|migrating|moving) (my|our|all|all my|all our) * from {v} (to|over to|onto)",
      "(i|we) (have)? (replaced|swapped|traded|exchanged|ditched|dropped|swapped out) (my|our|the)? {v} (with|for|by)",
      "^ (the|my|our)? {v} (has been|was|is|got) (now)? replaced (by|with)",
      "^ {b} (has|have)? (now)? replaced (the|my|our)? {v}",
      "^ (the|my|our)? {v} is (gone|out|history) * {b} (now|in)",
      "^ (the|my|our)? {v} is (now)? (history|retired|behind us|behind me|a thing of the past|dead to us)",
      "(i|we) (now)? use {b} (now)? instead of {v}",
      "(i|we) am|are (now)? on {b} (now)? instead of {v}",
    ],
    scope: "profiles",
    explicit: false,
    maxWords: 3,
    slots: [
      "tool.stack",
      "tool.editor",
      "tool.version",
      "infra",
      "device",
      "ownership",
      "channel",
      "units",
      "place.home",
    ],
  },
  {
    id: "en.retract.pet_died",
    lang: "en",
    cue: [
      "{v} (has|have)? (just|sadly|sadly just)? (died|passed away|crossed the rainbow bridge)",
      "(i|we) (have)? (just|recently)? (rehomed|re-homed|gave up) {v}",
      "(i|we) (have|had to|have had to) put {v} (to sleep|down)",
    ],
    scope: "profiles",
    explicit: false,
    slots: ["pet"],
  },
  {
    id: "en.retract.back_from",
    lang: "en",
    cue: ["(i|we) am|are (back|home) (home|already|again)? from {v}"],
    scope: "profiles",
    explicit: false,
    slots: ["place.now", "travel.plan"],
  },
  {
    id: "en.retract.allowed_again",
    lang: "en",
    cue: [
      "{v} (is|are) (fine|ok|okay|allowed|welcome|good) again",
      "you (can|may) (use|add|send|give|write|include) {v} again",
      "i do not mind {v} (any more|anymore|after all)",
    ],
    scope: "playbooks",
    explicit: false,
    maxWords: 4,
  },
  {
    id: "en.retract.stop_rule",
    lang: "en",
    cue: [
      "you (can|may) stop {v} (now|again)",
      "you (can|may) (drop|skip|omit|leave out) (the)? {v} (from|in|on|of|under) * (again|now)",
      "you (can|may) (drop|skip|omit|leave out) (the)? {v} (again|now)",
      "(the)? {v} (is|are) no longer (needed|necessary|required|wanted)",
      "(drop|scrap|forget|cancel) the rule (about|on|for|with) {v}",
      "no need to {v} (any more|anymore)",
      "you do not (have|need) to {v} (any more|anymore)",
    ],
    scope: "playbooks",
    explicit: false,
  },
];
