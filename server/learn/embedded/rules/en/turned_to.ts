/**
 * English facts of who is taken in, what was given up, and what is done instead.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for what somebody has turned to. */
export const TURNED_TO_RULES: RuleRoom = {
  first: [
    ...slotRules(
      { lang: EN, slot: "care_duty", shape: "fostered", ttl: "one_year", base: 88, key: "value" },
      [
        {
          name: "foster",
          template: "Fosters {v}",
          shares: true,
          cue: ["(i|we) (foster|am fostering|are fostering|have fostered|have been fostering) {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "for_named",
          slot: "family",
          template: "Has a {a} called {v}",
          shape: "pet_name",
          aShape: "one_relative",
          ttl: "infinity",
          cue: ["for (my|our) {a} {v} (@comma|$|who)", "for (my|our) {a} @comma {v} (@comma|$)"],
          extent: { maxWords: 1 },
        },
        {
          name: "favourite_now",
          slot: "like",
          key: "domain",
          template: "Likes {v} best",
          shape: "taste",
          ttl: "infinity",
          change: true,
          cue: [
            "^ (these days|nowadays|lately) @comma? {v} (is|are) my favourite",
            "^ {v} (is|are) my (new favourite|favourite now|favourite these days)",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "when_rather",
          slot: "prefer.if",
          template: "When {a}, would rather {v}",
          shape: "free",
          ttl: "infinity",
          cue: ["^ (when|whenever|if|while) {a} @comma? (then)? (i|we) would rather {v}"],
          extent: { maxWords: 12, wholeClause: true },
        },
      ],
    ),
  ],
  main: [
    ...slotRules(
      { lang: EN, slot: "place.raised", shape: "place", ttl: "infinity", base: 90, key: "one" },
      [
        {
          name: "in",
          template: "Grew up in {v}",
          moods: ["past"],
          cue: ["(i|we) grew up in {v}"],
        },
        {
          name: "switched",
          slot: "prefer",
          key: "domain",
          template: "Has {v} instead of {a}",
          shape: "pursuit",
          aShape: "food",
          change: true,
          moods: ["past", "ended"],
          cue: ["(i|we) (have)? (switched|changed|gone|moved) from {a} to {v}"],
          extent: { maxWords: 3 },
        },
      ],
    ),
  ],
  last: [
    ...slotRules(
      { lang: EN, slot: "habit", shape: "dropped", ttl: "one_year", base: 84, key: "value" },
      [
        {
          name: "given_up",
          template: "Has given up {v}",
          change: true,
          moods: ["past", "ended"],
          cue: [
            "(i|we) (have)? (gave|given|just gave|recently gave) up {v}",
            "(i|we) (have)? had to (give up|quit|pack in) {v}",
            "(i|we) (have)? quit {v}",
          ],
          extent: { maxWords: 2 },
        },
        {
          name: "taken_up_too",
          slot: "like",
          template: "Has taken up {v}",
          shape: "pursuit",
          ttl: "infinity",
          moods: ["past", "ended"],
          cue: ["and (took|have taken) up {v}"],
          extent: { maxWords: 3, stopBefore: new Set(["instead", "last", "in"]) },
        },
        {
          name: "taken_up_the",
          template: "Has taken up the {v}",
          shape: "instrument",
          moods: ["past"],
          cue: ["(i|we|and) (have taken|took|have recently taken) up the {v}"],
          extent: { maxWords: 2 },
        },
        {
          name: "uses_too",
          slot: "tool.stack",
          template: "Uses {v}",
          shape: "tool",
          shares: true,
          cue: ["(i|we) am|are * and (mostly|also)? use {v}"],
          extent: { maxWords: 5 },
        },
        {
          name: "now_does",
          template: "{v}",
          shape: "done_now",
          conjugate: true,
          change: true,
          moods: ["past", "ended"],
          cue: ["(but|and|so) now (i|we) {v}", "(but|and) (i|we) now {v}"],
          extent: { maxWords: 4 },
        },
      ],
    ),
  ],
};
