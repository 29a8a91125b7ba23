/**
 * English facts of a plain clause that no slot of its own takes: `I host a podcast about moths`.
 *
 * They are tried last; the verb and the object decide together whether a clause tells of a life.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

/** Rules for plain clauses about oneself. */
export const PLAIN_RULES: RuleRoom = {
  last: slotRules(
    { lang: "en", slot: "habit", shape: "plain_act", ttl: "one_year", base: 80, key: "value" },
    [
      {
        name: "does_lastingly",
        template: "{v}",
        conjugate: true,
        noLimit: true,
        cue: ["^ (i|we) (also|mostly|mainly|often|usually|both)? {v}", "(i|we) (also|mostly)? {v}"],
        extent: { maxWords: 9, withTime: true },
      },
      {
        name: "lives_so",
        template: "{v}",
        shape: "way_of_life",
        conjugate: true,
        noLimit: true,
        cue: ["(i|we) (also|mostly|mainly|often|usually)? {v}"],
        extent: { maxWords: 8, withTime: true },
      },
    ],
  ),
};
