/**
 * English facts about children: fostered ones, their ages, their schools.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for children; they come last among those of families. */
export const CHILD_RULES: readonly FactRule[] = [
  ...slotRules({
    lang: EN,
    slot: "family",
    shape: "children",
    ttl: "infinity",
    base: 86,
    key: "value",
  }, [
    {
      name: "fosters",
      template: "Fosters {v}",
      cue: ["(i|we) (foster|am fostering|are fostering) {v}"],
      extent: { maxWords: 5 },
    },
    {
      name: "year_old",
      template: "Has {v}",
      shape: "year_old",
      cue: ["(i|we) have (got)? {v}", "with {v} (at home|in the house|in tow)"],
      extent: { maxWords: 5 },
    },
    {
      name: "two_of_us",
      slot: "family.household",
      key: "one",
      template: "Lives in a household of two",
      shape: "any",
      cue: [
        "(it is|there is|there are) (just|only)? the two of us (since|at home|in the house|now|here)",
      ],
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "family.health",
    shape: "allergen_at_home",
    ttl: "infinity",
    base: 86,
    key: "value",
  }, [
    {
      name: "allergic",
      shares: true,
      template: "Their {a} is allergic to {v}",
      aShape: "one_at_home",
      cue: [
        "(my|our) {a} is (severely|badly|highly|very)? allergic to {v}",
        "(my|our) {a} has (a|an) (severe|bad|serious|nasty)? {v} allergy",
      ],
      extent: { maxWords: 5 },
    },
    {
      name: "cannot_have",
      template: "Their {a} cannot have {v}",
      shape: "food",
      aShape: "one_at_home",
      cue: ["(my|our) {a} can not (have|eat|drink|touch|tolerate|digest) {v}"],
      extent: { maxWords: 4 },
    },
    {
      name: "has_condition",
      shares: true,
      template: "Their {a} has {v}",
      shape: "health",
      aShape: "one_at_home",
      cue: [
        "(my|our) {a} (has|lives with|suffers from) {v}",
        "(my|our) {a} is _ and (has|lives with|suffers from) {v}",
        "(my|our) {a} is _ (years|months) old and (has|lives with|suffers from) {v}",
      ],
      extent: { maxWords: 4 },
    },
    {
      name: "lives_with",
      shares: true,
      template: "Their {a} is {v}",
      shape: "borne_at_home",
      aShape: "one_at_home",
      cue: ["(my|our) {a} is {v}"],
      extent: { maxWords: 3 },
    },
  ]),
  ...slotRules(
    {
      lang: EN,
      slot: "family.age",
      shape: "child_ages",
      ttl: "one_year",
      base: 86,
      key: "subject",
    },
    [
      {
        name: "has_turned",
        template: "Their {a} turned {v}",
        aShape: "relation",
        moods: ["past"],
        cue: ["(my|our) {a} (has|have)? (just)? turned {v}"],
        extent: { maxWords: 2 },
      },
      {
        name: "start_school",
        template: "Their {a} start {v}",
        aShape: "relation",
        shape: "school_start",
        cue: [
          "(my|our) {a} are (starting|beginning) (at)? {v}",
          "(my|our) {a} (start|begin) (at)? {v}",
        ],
        extent: { maxWords: 5, withTime: true },
      },
    ],
  ),
];
