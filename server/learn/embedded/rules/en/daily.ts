/**
 * English rules about daily life: trades by what is done, sizes, passes, medicines, what is lacking.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Verbs of trades, with the form of the third person. */
const TRADES: readonly (readonly [string, string])[] = [
  ["translate", "Translates"],
  ["build", "Builds"],
  ["fit", "Fits"],
  ["repair", "Repairs"],
  ["restore", "Restores"],
  ["design", "Designs"],
  ["bake", "Bakes"],
  ["brew", "Brews"],
  ["grow", "Grows"],
  ["breed", "Breeds"],
  ["import", "Imports"],
  ["export", "Exports"],
  ["tutor", "Tutors"],
  ["photograph", "Photographs"],
  ["produce", "Produces"],
  ["sell", "Sells"],
  ["knit", "Knits"],
  ["sew", "Sews"],
  ["carve", "Carves"],
  ["weave", "Weaves"],
  ["renovate", "Renovates"],
  ["illustrate", "Illustrates"],
  ["tune", "Tunes"],
  ["tailor", "Tailors"],
];

/** Pastimes that are done in a group or a place. */
const PASTIMES: readonly (readonly [string, string])[] = [
  ["sing", "Sings"],
  ["dance", "Dances"],
  ["row", "Rows"],
  ["act", "Acts"],
  ["play", "Plays"],
  ["paint", "Paints"],
];

/** Rules about daily life. */
export const DAILY_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "trade", shape: "trade_object", ttl: "one_year", base: 80, key: "value" },
    TRADES.map(([verb, shown]) => ({
      name: verb,
      template: `${shown} {v}`,
      cue: [`^ (i|we) (mostly|mainly|usually)? ${verb} {v}`],
      extent: { maxWords: 8 },
    })),
  ),
  ...slotRules(
    { lang: EN, slot: "body.size", shape: "size", ttl: "infinity", base: 86, key: "subject" },
    [
      {
        name: "metres",
        template: "Is {v} tall",
        shape: "height",
        cue: ["i am (only|just|about)? {v} (@comma|and|so|tall|$)"],
        extent: { maxWords: 2 },
      },
      {
        name: "tall",
        template: "Is {v} tall",
        cue: ["i am {v} tall"],
      },
      {
        name: "wears",
        template: "Wears size {v}",
        cue: ["i (wear|take|need) (a)? size {v}", "i (wear|take) (a)? {a} size {v}"],
        aShape: "short",
        extent: { maxWords: 3 },
      },
      {
        name: "is",
        template: "{A} size is {v}",
        aShape: "short",
        cue: ["my {a} size is {v}"],
        extent: { maxWords: 3 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "health", shape: "medicine", ttl: "one_year", base: 86, key: "value" },
    [
      {
        name: "takes",
        template: "Takes {v}",
        cue: ["i (take|am taking|am on|have to take) {v}"],
        extent: { maxWords: 5 },
      },
      {
        name: "recovering",
        template: "Is recovering from {v}",
        ttl: "one_month",
        shape: "free",
        cue: ["(i|we) am|are (still)? recovering from {v}"],
        block: ["from last night", "from the shock", "from that"],
        extent: { maxWords: 5 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "prefer.must", shape: "taste", ttl: "infinity", base: 86, key: "value" },
    [
      {
        name: "must",
        template: "Needs {v}",
        cue: ["{v} (is|are) a must for (me|us)"],
      },
      {
        name: "no_go",
        template: "Avoids {v}",
        cue: ["{v} (is|are) (a|an absolute|a total) no-go for (me|us)"],
      },
      {
        name: "none_for_me",
        noLimit: true,
        template: "Does not want {v}",
        cue: ["^ no {v} for (me|us)"],
        block: [
          "for me today",
          "for me tonight",
          "for us today",
          "for us tonight",
          "no luck",
          "no thanks",
        ],
      },
    ],
  ),
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
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "membership", shape: "membership", ttl: "one_year", base: 80, key: "value" },
    [
      {
        name: "has",
        template: "Has {v}",
        cue: ["(i|we) (have|have got|hold) {v}"],
        extent: { maxWords: 7 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "lack", shape: "lackable", ttl: "one_year", base: 80, key: "value" },
    [
      {
        name: "no",
        template: "Has no {v}",
        cue: [
          "(i|we) do not (have|own) (a|an|any) {v}",
          "(i|we) have (got)? no {v}",
          "(i|we) (have|own) neither (a|an)? {v}",
        ],
        block: [
          "with me",
          "at hand",
          "on me",
          "here right",
          "i use",
          "number",
          "anymore",
          "any more",
          "have a phone number",
        ],
        extent: { maxWords: 5 },
      },
      {
        name: "without",
        slot: "circumstance",
        needsLimit: true,
        ttl: "one_month",
        template: "Is without a {v}",
        shape: "any",
        cue: ["(i|we) am|are without (a|an) {v}"],
        extent: { maxWords: 4 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "goal", shape: "living_change", ttl: "one_quarter", base: 80, key: "value" },
    [
      {
        name: "trying",
        template: "Is trying to {v}",
        moods: ["wish"],
        cue: ["(i|we) (am|are|have been) trying to {v}"],
        extent: { maxWords: 7 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "habit", shape: "days", ttl: "one_year", base: 80, key: "value" },
    [
      {
        name: "collects",
        template: "Collects {v}",
        shape: "taste",
        ttl: "infinity",
        cue: ["(i|we) collect {v}"],
        extent: { maxWords: 6 },
      },
      {
        name: "plays",
        template: "Plays {v}",
        shape: "played",
        base: 86,
        cue: ["(i|we) (also)? play {v}", "(i|we) (have played|have been playing) {v}"],
        extent: { maxWords: 8, withTime: true },
      },
      ...PASTIMES.map(([verb, shown]) => ({
        name: `${verb}_in`,
        template: `${shown} in {v}`,
        shape: "group" as const,
        cue: [`(i|we) ${verb} in {v}`],
        extent: { maxWords: 7, withTime: true },
      })),
      {
        name: "belongs",
        slot: "membership",
        template: "Is in {v}",
        shape: "group_end",
        cue: ["(i|we) am|are (also|both)? in {v}"],
        extent: { maxWords: 5 },
      },
      {
        name: "drinks_not",
        template: "Drinks {a}, not {v}",
        shape: "food",
        aShape: "food",
        cue: ["(i|we) drink {a} @comma? not {v}"],
        extent: { maxWords: 2 },
      },
      {
        name: "to_work",
        template: "Takes the {a} to {v}",
        shape: "workday",
        aShape: "short",
        cue: ["(i|we) (always|usually)? (take|ride|catch) (the|my) {a} to {v}"],
        extent: { maxWords: 2 },
      },
      {
        name: "commutes",
        template: "Travels by {v}",
        shape: "short",
        cue: ["(i|we) (commute|get around|travel to work|go to work|come to work) by {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "mostly",
        template: "Mostly {v}",
        shape: "pastime",
        conjugate: true,
        cue: ["(i|we) mostly {v}", "(i|we) mainly {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "only",
        template: "Only {v}",
        shape: "pastime",
        conjugate: true,
        cue: ["(i|we) only {v}", "(i|we) only ever {v}"],
        extent: { maxWords: 8 },
      },
      {
        name: "whenever",
        template: "{v} whenever they can",
        shape: "habit",
        conjugate: true,
        cue: ["(i|we) {v} (whenever|when|if) (i|we) can"],
        extent: { maxWords: 7 },
      },
      {
        name: "answers_not",
        slot: "contact.not",
        template: "Does not answer {v}",
        shape: "calls",
        base: 86,
        cue: ["(i|we) (do not|never) (answer|take|pick up) {v}"],
        extent: { maxWords: 7, withTime: true },
      },
      {
        name: "volunteer",
        template: "Volunteers {v}",
        shape: "workplace",
        cue: ["(i|we) volunteer {v}"],
        extent: { maxWords: 8, withTime: true },
      },
      {
        name: "sleeps",
        template: "Sleeps {v}",
        cue: ["(i|we) (usually|normally|always)? sleep {v}"],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "with_me",
        slot: "schedule",
        template: "Their {a} are with them {v}",
        shape: "recurring_days",
        aShape: "relation",
        key: "subject",
        cue: ["(the|my|our) {a} are (with|at) (me|us|mine) {v}"],
        extent: { maxWords: 5, withTime: true },
      },
      {
        name: "day_off",
        slot: "schedule",
        template: "Is off on {v}",
        key: "kind",
        cue: ["(i|we) have {v} off", "(i|we) (always|usually)? (take|get) {v} off"],
        extent: { maxWords: 4, withTime: true },
      },
    ],
  ),
];
