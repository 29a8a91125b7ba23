/**
 * English facts about how somebody lives: what they do again and again, for pleasure, or not at all.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for habits, pastimes and ways of living. */
export const HABIT_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "habit", shape: "recurring_action", ttl: "one_year", base: 82, key: "value" },
    [
      {
        name: "again_and_again",
        template: "{v}",
        conjugate: true,
        cue: ["(i|we) {v}"],
        extent: { maxWords: 11, withTime: true },
      },
      {
        name: "spare_time",
        template: "{v} in their spare time",
        conjugate: true,
        shape: "spare_time",
        cue: [
          "(i|we) {v} (in|during) (my|our) (spare|free) time",
          "(i|we) {v} (as a hobby|for pleasure|to relax|to unwind|on the side|as a sideline|for a hobby)",
        ],
        extent: { maxWords: 8 },
      },
      {
        name: "zeal",
        slot: "like",
        template: "Is a {a} {v}",
        shape: "zeal_noun",
        aShape: "any",
        cue: [
          "i am (a|an) (keen|avid|passionate|enthusiastic|amateur|weekend|lifelong|devoted|dedicated|serious) {v}",
        ],
        extent: { maxWords: 3 },
      },
      {
        name: "taken_up",
        slot: "like",
        template: "Has taken up {v}",
        shape: "pursuit",
        ttl: FOREVER,
        cue: [
          "(i|we) (have taken|took|have recently taken) up {v}",
          "(i|we) have (got|gotten) into {v}",
        ],
        extent: { maxWords: 5 },
      },
      {
        name: "a_lot_of",
        template: "{v}",
        conjugate: true,
        shape: "a_lot",
        cue: ["(i|we) {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "lifestyle",
        noLimit: true,
        template: "Does not {v}",
        shape: "lifestyle",
        ttl: FOREVER,
        base: 82,
        cue: ["(i|we) do not {v}"],
        extent: { maxWords: 5 },
      },
      {
        name: "never_verb",
        noLimit: true,
        template: "Never {v}",
        shape: "lifestyle",
        conjugate: true,
        ttl: FOREVER,
        base: 82,
        cue: ["(i|we) never {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "sticks_to",
        template: "Sticks to {v}",
        shape: "leaning",
        cue: ["(i|we) (always|usually|mostly)? stick to {v}"],
        extent: { maxWords: 6 },
      },
      {
        name: "only_started",
        slot: "level",
        template: "Only started {v}",
        shape: "gerund",
        cue: ["(i|we) (have)? (only|just) (started|begun|began) {v}"],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "commute",
        slot: "commute",
        template: "Commutes from {a} to {v}",
        shape: "place",
        aShape: "place",
        key: "one",
        base: 88,
        cue: ["(i|we) commute from {a} to {v}"],
      },
      {
        name: "commute_to",
        slot: "commute",
        template: "Commutes to {v}",
        shape: "place",
        key: "one",
        base: 88,
        cue: ["(i|we) commute (in)? to {v}"],
      },
      {
        name: "cooks_on",
        slot: "ownership",
        template: "Cooks on {v}",
        shape: "fuel",
        cue: ["(i|we) cook (on|with) {v}"],
        extent: { maxWords: 4 },
      },
      {
        name: "heats_with",
        slot: "ownership",
        template: "Heats with {v}",
        shape: "fuel",
        cue: ["(i|we) heat (the house|our house|the flat|everything)? (on|with) {v}"],
        extent: { maxWords: 4 },
      },
      {
        name: "pays",
        slot: "budget.pays",
        template: "Pays {v}",
        shape: "payment",
        cue: ["(i|we) pay (about|around|roughly)? {v}"],
        extent: { maxWords: 8, withTime: true },
      },
    ],
  ),
  ...slotRules(
    {
      lang: EN,
      slot: "ownership.state",
      shape: "lasting_state",
      ttl: "one_year",
      base: 82,
      key: "subject",
    },
    [
      {
        name: "is_like",
        noLimit: true,
        template: "Their {a} {v}",
        aShape: "own_stuff",
        cue: ["(my|our) {a} {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "part_complains",
        slot: "health",
        template: "Their {a} {v}",
        shape: "part_complaint",
        aShape: "body_part",
        base: 86,
        cue: ["(my|our) {a} {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "setup",
        slot: "ownership.setup",
        template: "Their setup is {v}",
        shape: "owned_list",
        cue: ["my (setup|set-up|desk setup|workstation|kit|rig) is {v}"],
        extent: { maxWords: 9 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "prefer.way", shape: "way_taken", ttl: FOREVER, base: 84, key: "subject" },
    [
      {
        name: "likes_their",
        noLimit: true,
        template: "Likes their {a} {v}",
        aShape: "short",
        cue: [
          "(i|we) (like|love|take|drink|eat|want|prefer|have) (my|our) {a} {v}",
        ],
        extent: { maxWords: 6 },
      },
    ],
  ),
];
