/**
 * English facts about journeys, moves that are planned and time zones.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for journeys, planned moves and time zones. */
export const JOURNEY_RULES: RuleRoom = {
  main: [
    ...slotRules({
      lang: EN,
      slot: "travel.plan",
      shape: "place",
      ttl: "one_month",
      base: 86,
      key: "value",
    }, [
      {
        name: "on_date",
        template: "Travels to {a} on {v}",
        shape: "time_or_date",
        aShape: "place",
        ttl: "one_quarter",
        cue: [
          "(i|we) am|are (flying|travelling|traveling|going|heading|driving|off) (out|back|over|up|down)? to {a} on {v}",
          "(i|we) (fly|travel|go|drive|leave) (to|for) {a} on {v}",
        ],
        extent: { maxWords: 4, withTime: true },
      },
      {
        name: "in_month",
        template: "Travels to {a} in {v}",
        shape: "time_or_date",
        aShape: "place",
        ttl: "one_quarter",
        cue: [
          "(i|we) am|are (flying|travelling|traveling|going|heading|driving|off) (out|back|over|up|down)? to {a} in {v}",
        ],
        extent: { maxWords: 3, withTime: true },
      },
      {
        name: "going",
        template: "Travels to {v}",
        needsLimit: true,
        cue: [
          "(i|we) am|are (flying|travelling|traveling|going|heading|driving|off) (out|back|over|up|down)? to {v}",
          "(i|we) have a trip to {v}",
          "(i|we) fly to {v}",
        ],
      },
    ]),
    ...slotRules({ lang: EN, slot: "timezone", shape: "any", ttl: FOREVER, base: 92, key: "one" }, [
      {
        name: "is",
        template: "Is in the time zone {v}",
        extent: { maxWords: 5 },
        cue: [
          "my (time zone|timezone|time-zone) is {v}",
          "(i|we) am|are (on|in) {v} time $",
          "(i|we) am|are (on|in) the {v} (time zone|timezone)",
        ],
        block: ["in no time", "on time", "in good time", "in real time"],
      },
      {
        name: "code",
        template: "Is in the time zone {v}",
        shape: "timezone",
        extent: { maxWords: 3 },
        cue: ["(i|we) am|are (on|in|at) {v}", "^ (on|in) {v}"],
      },
    ]),
    ...slotRules(
      {
        lang: EN,
        slot: "move.plan",
        shape: "time_or_date",
        ttl: "one_quarter",
        base: 84,
        key: "one",
      },
      [
        {
          name: "in_month",
          template: "Is moving to {a} in {v}",
          aShape: "place",
          cue: ["(i|we) (am|are) moving to {a} in {v}"],
          extent: { maxWords: 2, withTime: true },
        },
        {
          name: "next",
          template: "Is moving to {a} {v}",
          aShape: "place",
          cue: ["(i|we) (am|are) moving to {a} {v}"],
          extent: { maxWords: 2, withTime: true },
        },
      ],
    ),
  ],
  last: [
    ...slotRules(
      {
        lang: EN,
        slot: "move.plan",
        shape: "time_or_date",
        ttl: "one_quarter",
        base: 86,
        key: "one",
      },
      [
        {
          name: "relocating",
          template: "Is moving to {a} in {v}",
          aShape: "place",
          cue: [
            "(i|we) (am|are) (relocating|emigrating) to {a} (in|on) {v}",
            "(i|we) (will move|will be moving|am going to move|are going to move|move) to {a} (in|on) {v}",
          ],
          extent: { maxWords: 2, withTime: true },
        },
      ],
    ),
  ],
};
