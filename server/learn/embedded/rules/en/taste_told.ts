/**
 * English tastes told by comparison, by effect, or by what one has come to.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for tastes that take what the others leave. */
export const TASTE_TOLD_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "prefer", shape: "leaning", ttl: FOREVER, base: 84, key: "domain" },
    [
      {
        name: "take_any_day",
        template: "Prefers {v}",
        shape: "short",
        cue: [
          "(i|we) would (always)? (take|choose|pick|go for|have) (a|an|the)? {v} any (day|time)",
        ],
      },
      {
        name: "prefer_much",
        template: "Prefers {a} to {v}",
        shape: "taste",
        cue: ["(i|we) would much (prefer|rather have) {a} (to|over|than) {v}"],
        extent: { maxWords: 6 },
      },
      {
        name: "comfortable",
        template: "Is more comfortable {a} than {v}",
        shape: "taste",
        cue: ["(i|we) am|are (more|far more|much more) (comfortable|at ease|at home) {a} than {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "happiest",
        template: "Is happiest {v}",
        shape: "whereabouts_any",
        cue: ["(i|we) am|are (always)? happiest {v}"],
        extent: { maxWords: 6 },
      },
      {
        name: "swapped",
        template: "Has {v} instead of {a}",
        shape: "pursuit",
        aShape: "food",
        change: true,
        cue: ["(i|we) (have)? (swapped|traded|replaced|exchanged) {a} (for|with|by) {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "easier",
        template: "Finds {v} easier",
        shape: "taste",
        cue: [
          "(i|we) find {v} (much|far|a lot|way)? (easier|better|nicer|clearer|calmer|gentler|more comfortable|more readable|more relaxing|more pleasant)",
          "^ {v} (is|are) (much|far|a lot|way|so much)? (easier|clearer|better|gentler|more comfortable) (for me|on my eyes|for my eyes)",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "taste_runs",
        template: "Prefers {v}",
        cue: [
          "(my|our) (taste|tastes|preference|preferences) (runs|run|leans|lean|goes|tends|tend) (to|towards|more to) {v}",
        ],
        extent: { maxWords: 7 },
      },
      {
        name: "colour",
        template: "Their {a} is {v}",
        shape: "short",
        aShape: "colour_noun",
        cue: ["^ {v} is my {a}"],
      },
      {
        name: "picky",
        template: "Is {a} about {v}",
        aShape: "picky",
        cue: [
          "i am (a bit|rather|quite|very|really|pretty|extremely)? {a} (about|with|when it comes to) {v}",
          "i am (very|quite|rather|really)? {a} to {v}",
        ],
        extent: { maxWords: 6 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "dislike", shape: "leaning", ttl: FOREVER, base: 84, key: "domain" },
    [
      {
        name: "gone_off",
        template: "Dislikes {v}",
        change: true,
        cue: [
          "(i|we) have gone off {v}",
          "(i|we) have (come|grown|learned|learnt) to (hate|dislike|dread|loathe) {v}",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "does_not_do",
        template: "Does not do {v}",
        shape: "bare_noun",
        cue: ["(i|we) do not (really)? do {v}", "(i|we) never do {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "no_places",
        template: "Dislikes {v}",
        shape: "bare_noun",
        cue: ["^ (please)? no {v} @comma i (hate|can not stand|find|do not like|get|dislike)"],
        extent: { maxWords: 3 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "like", shape: "leaning", ttl: FOREVER, base: 84, key: "domain" },
    [
      {
        name: "come_to",
        template: "Likes {v}",
        change: true,
        cue: ["(i|we) have (come|grown|learned|learnt) to (love|like|enjoy|appreciate|prefer) {v}"],
        extent: { maxWords: 6 },
      },
    ],
  ),
];
