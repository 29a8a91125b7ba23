/**
 * English facts in chat style and in kind words: `broke student in groningen lol`,
 * `might we keep to tea rooms rather than pubs?`, `podcasts are fine, though only while I'm ironing`.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** `stick to the plan`: what is at hand, and no taste. */
const NO_TASTES: readonly string[] = ["stick to", "keep to", "stay with", "stick with"].flatMap(
  (verb) => ["the", "my", "our", "this", "that", "your"].map((word) => `${verb} ${word}`),
);

/** Rules for facts in chat style and in kind words. */
export const CASUAL_RULES: RuleRoom = {
  first: [
    ...slotRules(
      { lang: EN, slot: "studies", shape: "student", ttl: "one_year", base: 88, key: "one" },
      [
        {
          name: "student_am",
          template: "Is a {v} student",
          cue: ["i am (a|an)? {v} student"],
          extent: { maxWords: 5 },
        },
        {
          name: "student_plain",
          template: "Is a student",
          shape: "any",
          cue: ["i am (a|an)? student (in|at|from|btw|lol|living)"],
        },
        {
          name: "student_bare",
          template: "Is a {v} student",
          cue: ["^ {v} student (in|at|here)", "(@comma|and|so|lol) {v} student (in|at|here)"],
          extent: { maxWords: 5 },
        },
        {
          name: "student_place",
          slot: "place.home",
          template: "Is based in {v}",
          shape: "place",
          aShape: "student",
          ttl: FOREVER,
          shares: true,
          cue: [
            "i am (a|an)? student in {v}",
            "i am (a|an)? {a} student in {v}",
            "^ {a} student in {v}",
            "(@comma|and|so|lol) {a} student in {v}",
          ],
          extent: { maxWords: 3, stopBefore: new Set(["lol", "btw", "got", "and", "here"]) },
        },
        {
          name: "got_to_spend",
          slot: "budget",
          template: "Has a budget of {v}",
          shape: "money_strict",
          ttl: "one_quarter",
          cue: ["(got|have) (like|about|only|just|around|maybe) {v} (for|left|to)"],
          extent: { maxWords: 4, withTime: true },
        },
        {
          name: "ceiling",
          slot: "budget",
          template: "Has a budget of at most {v}",
          shape: "amount",
          ttl: "one_quarter",
          cue: ["(the|my|our) (ceiling|limit|upper limit|maximum|cap) is {v}"],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules({ lang: EN, slot: "name", shape: "person", ttl: FOREVER, base: 92, key: "one" }, [
      {
        name: "put_that",
        template: "Is called {v}",
        change: true,
        cue: [
          "(put|write|use|say|print) (just|simply|only)? {v} @comma (because|as|since)? (everybody|everyone|people|they|friends|all my friends) (all)? (call|calls) me that",
          "{v} is fine @comma (everybody|everyone|people|they|friends) (all)? (call|calls) me that",
        ],
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "access", shape: "any", ttl: FOREVER, base: 92, key: "value" },
      [
        {
          name: "right_handed",
          template: "Is right-handed",
          cue: ["i am right-handed"],
        },
        {
          name: "leftie",
          template: "Is left-handed",
          cue: [
            "(as|being) (a|an)? (leftie|lefty|left-hander|southpaw|lefties|left-handers) (i|we|@comma|my|it|this|that|who)",
            "(as|being) (a|an)? (leftie|lefty|left-hander|southpaw) $",
            "i am (a|an) (leftie|lefty|left-hander|southpaw)",
          ],
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "polite_rather",
          block: NO_TASTES,
          shape: "bare_noun",
          template: "Prefers {v} to {a}",
          moods: ["question", "request"],
          cue: [
            "(might|could|can|may|shall) (i|we) (perhaps|please|maybe|possibly)? (keep|stick|stay) (to|with) {v} (rather than|instead of|not) {a}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "not_that_medium",
          slot: "dislike",
          template: "Does not want {v}",
          shape: "medium",
          base: 90,
          cue: [
            "^ (oh|ugh|please|sorry|argh|gosh) @comma? (no|please)? @comma? (not|no more) {v} $",
          ],
          extent: { maxWords: 3 },
        },
        {
          name: "polite_without",
          base: 92,
          template: "Prefers a {a} without {v}",
          aShape: "place_noun",
          shape: "taste",
          moods: ["question", "request"],
          cue: [
            "(would|might) there (perhaps|maybe|possibly)? be? (perhaps|maybe|possibly) (a|an|any|some) {a} without (a|an|any)? {v}",
            "(would|might) there (perhaps|maybe|possibly) be? (a|an|any|some) {a} without (a|an|any)? {v}",
            "(would|might) there be? (a|an|any|some) {a} without (a|an|any)? {v} @comma? (perhaps|maybe|possibly|by any chance)",
          ],
          extent: { maxWords: 4, stopBefore: new Set(["by", "perhaps", "maybe"]) },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "prefer.if", shape: "only_when", ttl: FOREVER, base: 86, key: "subject" },
      [
        {
          name: "fine_only",
          template: "{A}: only {v}",
          aShape: "bare_noun",
          cue: [
            "^ {a} (is|are) (fine|ok|okay|alright|good) (with me|by me|for me)? @comma? (though|but|and) only {v}",
            "^ {a} (is|are) (fine|ok|okay|alright|good) (with me|by me|for me)? @comma only {v}",
          ],
          extent: { maxWords: 9, wholeClause: true, withTime: true },
        },
        {
          name: "fine_if",
          template: "{A}: fine as long as {v}",
          aShape: "bare_noun",
          shape: "told_clause_short",
          cue: [
            "^ {a} (is|are) (fine|ok|okay|alright|good) (with me|by me|for me)? @comma? (as long as|so long as|provided) {v}",
          ],
          extent: { maxWords: 9, wholeClause: true, withTime: true },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "language.work", shape: "language", ttl: FOREVER, base: 90, key: "one" },
      [
        {
          name: "interpreter_for",
          template: "Works with {v}",
          shares: true,
          cue: [
            "(interpreter|translator|linguist|proofreader) (for|of|from|between|in) {v}",
          ],
          extent: { maxWords: 5 },
        },
        {
          name: "interpreter_cases",
          template: "Works with {v}",
          aShape: "any",
          shares: true,
          cue: [
            "(interpreter|translator) (at|in|for|with) {a} @comma {v} (cases|texts|documents|files|clients|contracts|mostly|mainly)",
          ],
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "language.native", shape: "language", ttl: FOREVER, base: 90, key: "one" },
      [
        {
          name: "which_is_my",
          template: "Native language is {v}",
          moods: ["question"],
          cue: [
            "(in|like|from|to|into|is|speak|of) {v} @comma (which is)? my (first|native|mother|own|home) (language|tongue)",
            "^ {v} @comma (which is)? my (first|native|mother|own|home) (language|tongue)",
          ],
          extent: { maxWords: 2 },
        },
      ],
    ),
  ],
};
