/**
 * English facts about pastimes that one verb tells: `I row`, `we sing in a choir`.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Pastimes that are done in a group or a place. */
const PASTIMES: readonly (readonly [string, string])[] = [
  ["sing", "Sings"],
  ["dance", "Dances"],
  ["row", "Rows"],
  ["act", "Acts"],
  ["play", "Plays"],
  ["paint", "Paints"],
];

/** Pastimes that are told with one word: `I row, and I live in Sligo`. */
const ALONE: readonly (readonly [string, string])[] = [
  ["row", "Rows"],
  ["sing", "Sings"],
  ["climb", "Climbs"],
  ["swim", "Swims"],
  ["ski", "Skis"],
  ["surf", "Surfs"],
  ["sail", "Sails"],
  ["dance", "Dances"],
  ["paint", "Paints"],
  ["knit", "Knits"],
  ["sew", "Sews"],
  ["cycle", "Cycles"],
  ["box", "Boxes"],
  ["fence", "Fences"],
  ["fish", "Fishes"],
  ["hunt", "Hunts"],
  ["garden", "Gardens"],
  ["skate", "Skates"],
  ["juggle", "Juggles"],
];

/** Rules for pastimes that one verb tells. */
export const PASTIME_RULES: RuleRoom = {
  main: slotRules(
    { lang: EN, slot: "habit", shape: "group", ttl: "one_year", base: 80, key: "value" },
    [
      ...PASTIMES.map(([verb, shown]) => ({
        name: `${verb}_in`,
        template: `${shown} in {v}`,
        cue: [`(i|we) ${verb} in {v}`],
        extent: { maxWords: 7, withTime: true },
      })),
      {
        name: "plays_too",
        template: "Plays {v}",
        shape: "played_too",
        base: 98,
        cue: ["and (also)? play {v}"],
        extent: { maxWords: 8, withTime: true },
      },
    ],
  ),
  last: slotRules(
    { lang: EN, slot: "habit", shape: "any", ttl: "one_year", base: 82, key: "value" },
    ALONE.map(([verb, shown]) => ({
      name: `${verb}_alone`,
      template: shown,
      cue: [`^ i (also)? ${verb} $`, `^ i (now)? ${verb} (instead|instead now|now instead) $`],
    })),
  ),
};
