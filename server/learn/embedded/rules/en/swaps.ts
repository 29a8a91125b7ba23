/**
 * English facts about what took the place of something else: another plot or desk, another tool,
 * another way to take one's coffee.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for what took the place of something else. */
export const SWAP_RULES: RuleRoom = {
  first: [
    ...slotRules(
      {
        lang: EN,
        slot: "place.spot",
        shape: "numbered_spot",
        ttl: "one_year",
        base: 86,
        key: "value",
      },
      [
        {
          name: "moved",
          template: "Has moved to {v}",
          change: true,
          moods: ["past"],
          cue: [
            "(moved|shifted|transferred|relocated|switched|reassigned) (me|us) (over|across|up|down)? (to|into|onto) {v}",
            "(put|got) (me|us) (in|on|at) {v} (now|instead)",
            "(i|we) (have been|was|were|got) (moved|shifted|transferred|relocated|switched|reassigned) (over|across|up|down)? (to|into|onto) {v}",
            "(i|we) (have)? (moved|switched|changed) (over|across|up|down)? (to|into|onto) {v}",
            "(i|we) (have been|was|were|got) (given|assigned|allotted) {v}",
            "(i|we) am|are (now)? (at|in|on) {v} (now|these days)",
          ],
          extent: { maxWords: 8, stopBefore: new Set(["instead"]) },
        },
        {
          name: "has",
          template: "Has {v}",
          cue: ["(i|we) (have|have got|rent|look after) {v}"],
          shape: "own_spot",
          extent: { maxWords: 8 },
        },
        {
          name: "is",
          template: "Their {a} is {v}",
          shape: "spot_number",
          aShape: "spot_noun",
          cue: ["(my|our) (new)? {a} is (now)? {v}"],
          extent: { maxWords: 6 },
        },
      ],
    ),
    ...slotRules(
      {
        lang: EN,
        slot: "tool.stack",
        shape: "named_tool",
        ttl: "one_year",
        base: 86,
        key: "value",
      },
      [
        {
          name: "all_now",
          template: "Uses {v}",
          change: true,
          cue: [
            "it is all (in|on)? {v} (for (me|us|everything))? (now|these days|nowadays|from now on)",
            "it is all (in|on)? {v} for (me|us)",
            "it is {v} (all the way|for everything|through and through) (now|these days|nowadays)?",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "place.left", shape: "named_place", ttl: "infinity", base: 86, key: "one" },
      [
        {
          // A town or a firm: the words do not say which.
          name: "for",
          template: "Has left {a} for {v}",
          aShape: "named_place",
          change: true,
          cue: ["(i|we) have left {a} for {v}"],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "habit", shape: "so_many", ttl: "one_year", base: 86, key: "value" },
      [
        {
          name: "down_to",
          template: "Is down to {v}",
          change: true,
          cue: ["(i|we) am|are (now)? down to {v}"],
          extent: { maxWords: 6, withTime: true },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "schedule", shape: "hours_kept", ttl: "one_year", base: 88, key: "kind" },
      [
        {
          name: "hours.work",
          template: "Works {v}",
          change: true,
          cue: [
            "(i|we) am|are (now|back)? {v} (now|again|these days|since|from now on|as of)",
            "(i|we) have (gone|switched|changed) (over|back)? (to)? {v}",
          ],
          extent: { maxWords: 1, withTime: true },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "pursuit", ttl: "infinity", base: 86, key: "domain" },
      [
        {
          name: "all_instead",
          template: "Has {v} instead of {a}",
          aShape: "food",
          change: true,
          moods: ["past", "ended"],
          cue: [
            "(ditched|dropped|binned|dumped|swapped out|given up|gave up|done with) {a} @comma (and)? it is (all)? {v} (for (me|us))? (now|these days|nowadays|instead)",
          ],
          extent: { maxWords: 3 },
        },
        {
          name: "taken_so",
          slot: "prefer.way",
          template: "Takes it {v}, without {a}",
          shape: "served_so",
          aShape: "stirred_in",
          change: true,
          moods: ["past", "ended"],
          cue: [
            "(gone off|given up|gave up|cut out|dropped|quit|stopped taking) {a} @comma? (and|so)? (i|we) (now)? (drink|take|have|like) (it|my coffee|my tea|my whisky) {v} (now|these days|nowadays|lately|instead)?",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
  ],
};
