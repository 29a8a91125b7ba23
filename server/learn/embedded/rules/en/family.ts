/**
 * English facts about families, partners and care.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";
import { CHILD_RULES } from "./children.ts";
import { PARTED, THINGS_OF_OTHERS } from "./partings.ts";

const EN = "en" as const;

/** Rules for families, partners and care. */
export const FAMILY_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "family", shape: "any", ttl: "infinity", base: 86, key: "value" },
      [
        {
          name: "family_of",
          template: "Has a family of {v}",
          shape: "free",
          cue: ["(i|we) am|are a (family|household) of {v}", "as a (family|household) of {v}"],
          extent: { maxWords: 5, stopBefore: new Set(["and", "so", "with"]) },
        },
        {
          name: "custody",
          template: "Shares custody of their {v}",
          shape: "relation",
          cue: ["i (share|have) (joint|sole|shared)? custody of (my)? {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "custody_only",
          template: "Shares custody of a child",
          shape: "any",
          cue: ["i share custody"],
        },
        {
          name: "with_me_when",
          template: "Their {a} is with them {v}",
          shape: "recurring",
          aShape: "relation",
          cue: [
            "my {a} (is|are|stays|stay|lives|live) with (me|us) {v}",
            "(i|we) have (my|our) {a} (with|at) (me|us|home) {v}",
            "(i|we) have (my|our) {a} {v}",
            "(my|our) {a} (comes|come) to (me|us) {v}",
          ],
          extent: { maxWords: 6, withTime: true },
        },
        {
          name: "lives_with_and",
          template: "Their {a} lives with them and {v}",
          shape: "free",
          aShape: "relation",
          cue: [
            "my {a} (lives|is living|stays|has moved in|moved in) with (me|us) and (she|he|they)? {v}",
          ],
          extent: { maxWords: 10, wholeClause: true },
        },
        {
          name: "lives_with",
          template: "Their {v} lives with them",
          cue: [
            "my {v} (lives|live|is living|are living|stays) with (me|us)",
            "my {v} (has|have)? (moved in|moved) with (me|us)",
          ],
          shape: "relation",
          extent: { maxWords: 4 },
        },
        {
          name: "live_with",
          template: "Lives with {v}",
          shape: "relation",
          cue: [
            "(i|we) live * with {v}",
            "(i|we) share (a|our|the) (flat|house|home|place) with {v}",
            "(i|we) (have)? moved in with {v}",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "have",
          template: "Has {v}",
          shape: "children",
          shares: true,
          cue: [
            "with {v} (in the house|at home|in tow|around|under)",
            "(i|we) am|are (bringing up|looking after) {v}",
            "as (a|the) (mother|father|parent|grandmother|grandfather) of {v}",
            "(i|we) (have|have got|got) {v}",
            "there are {v} in (our|my) (flat|house|home|family)",
            "(mother|father|parent|grandmother|grandfather|grandparent|guardian) (of|to) {v}",
            "(i|we) (am|are) raising {v}",
          ],
          block: [
            "brother printer",
            "brother sewing",
            "brother scanner",
            "baby due",
            "child due",
            "baby on the way",
            "child on the way",
            "twins on the way",
          ],
          extent: { maxWords: 9 },
        },
        ...["stammers", "stutters", "lisps", "limps", "sleepwalks"].map((verb) => ({
          name: `person_${verb}`,
          template: `Their {a} ${verb}`,
          shape: "any" as const,
          aShape: "relation" as const,
          cue: [`(my|our) {a} ${verb}`],
        })),
        {
          name: "newborn",
          template: "Has {v}",
          shape: "newborn",
          moods: ["past"],
          cue: ["(i|we) (have)? (just|recently)? had {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "my_children",
          template: "Has {v}",
          shape: "children",
          base: 80,
          cue: ["(with|and|for|to|of|from) (my|our) {v}"],
          extent: { maxWords: 5 },
        },
        {
          name: "single",
          template: "Is a single {v}",
          shape: "relation",
          cue: ["(i am|as|being) a single {v}"],
          extent: { maxWords: 2 },
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "family.age",
      shape: "small_age",
      ttl: "one_year",
      base: 86,
      key: "subject",
    }, [
      {
        name: "is",
        template: "Their {a} is {v}",
        aShape: "relation",
        cue: [
          "(my|our) {a} is (only|just|now|already|nearly|almost)? {v}",
          "(my|our) {a} (has)? (just|recently)? (turned|turns) {v}",
        ],
        extent: { maxWords: 3, withTime: true },
      },
      {
        name: "are",
        template: "Their {a} are {v}",
        aShape: "relation",
        cue: [
          "(my|our) {a} are (only|just|now|already|nearly|almost|both)? {v}",
          "(my|our) {a} have (just|both)? turned {v}",
        ],
        extent: { maxWords: 3, withTime: true },
      },
      {
        name: "is_in_year",
        template: "Their {a} is in {v}",
        shape: "school_year",
        aShape: "relation",
        cue: [
          "(my|our) {a} is (now|still|already)? (in|at) {v}",
          "(my|our) {a} (has)? (just)? started {v}",
        ],
        extent: { maxWords: 3, withTime: true },
      },
      {
        name: "are_in_year",
        template: "Their {a} are in {v}",
        shape: "school_year",
        aShape: "relation",
        cue: [
          "(my|our) {a} are (both)? (now|still|already)? (in|at) {v}",
          "(my|our) {a} have (just|both)? started {v}",
        ],
        extent: { maxWords: 3, withTime: true },
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "partner", shape: "any", ttl: "infinity", base: 82, key: "one" },
      [
        {
          name: "and_i",
          template: "Has a {v}",
          shape: "partner",
          block: PARTED,
          cue: [
            "my {v} and (i|me)",
            "i (have got|got) a {v}",
            "(i|we) (live|moved in|have moved in) with my {v}",
            "me and my {v}",
            "i have a {v}",
          ],
          extent: { maxWords: 1 },
          shares: true,
        },
        {
          name: "am",
          template: "Is {v}",
          shape: "marital",
          cue: ["i am {v}", "(we|i) (have)? (just)? got {v}", "we are {v}"],
          extent: { maxWords: 1 },
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "care_duty",
      shape: "relation",
      ttl: "one_year",
      base: 86,
      key: "value",
    }, [
      {
        name: "care",
        template: "Cares for {v}",
        block: THINGS_OF_OTHERS,
        noLimit: true,
        cue: [
          "i (care|am caring|look after|am looking after|am the carer|am a carer|am the caregiver) for? {v}",
          "i am {v} (carer|caregiver|guardian)",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "cook",
        template: "Cooks for {v}",
        cue: ["i (cook|am cooking) for {v}"],
        extent: { maxWords: 6 },
      },
      {
        name: "do_for",
        template: "Does the shopping for {v}",
        cue: ["i (shop|do the shopping) for {v}"],
        extent: { maxWords: 6 },
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
          name: "youngest_is",
          template: "Their {a} is {v}",
          aShape: "child_rank",
          cue: [
            "(the|my|our) {a} (is|has just turned|just turned|turned|turns) (only|just|now|nearly|almost|about)? {v}",
          ],
          extent: { maxWords: 3, withTime: true },
        },
        {
          name: "alone",
          slot: "family.household",
          template: "Lives alone",
          shape: "any",
          key: "one",
          cue: ["(i|we) (live|am living) (alone|on my own|by myself) ($|@comma|now|and|since)"],
        },
        {
          name: "homeschools",
          slot: "care_duty",
          template: "Homeschools their {v}",
          shape: "relation",
          key: "value",
          cue: ["(i|we) (homeschool|home-school|am homeschooling|are homeschooling) (my|our) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "only_child",
          slot: "family",
          template: "Is an only child",
          shape: "any",
          key: "value",
          cue: ["i am an only child"],
        },
        {
          name: "raises_own",
          slot: "care_duty",
          template: "Is raising their {v}",
          shape: "relation",
          key: "value",
          cue: ["(i|we) am|are (raising|bringing up|fostering) (my|our) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "rank",
          slot: "family",
          template: "Is the {a} of {v}",
          shape: "count",
          aShape: "any",
          key: "value",
          cue: [
            "i am the (eldest|oldest|youngest|second|middle) {a} of {v}",
            "i am the {a} of {v}",
          ],
          block: ["the size of", "the head of", "the mother of", "the father of"],
        },
        {
          name: "widowed",
          slot: "partner",
          template: "Is widowed",
          shape: "any",
          ttl: "infinity",
          key: "one",
          moods: ["past"],
          cue: ["i (was|have been) widowed", "i am a (widow|widower)"],
        },
        {
          name: "adopted",
          slot: "family",
          template: "Has adopted {v}",
          shape: "adopted_child",
          ttl: "infinity",
          key: "value",
          moods: ["past"],
          cue: ["(i|we) (have adopted|adopted|foster|are fostering|am fostering) {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "with_me_weeks",
          slot: "schedule",
          template: "Their {a} are with them {v}",
          shape: "recurring",
          aShape: "relation",
          cue: ["(the|my|our) {a} (are|is) (with|at) (me|us|mine) {v}"],
          extent: { maxWords: 5, withTime: true },
        },
        {
          name: "have_only",
          slot: "schedule",
          template: "Has their {a} {v}",
          shape: "recurring",
          aShape: "relation",
          cue: ["(i|we) (only)? (have|have got|get) (my|our|the) {a} (only)? {v}"],
          extent: { maxWords: 5, withTime: true },
        },
        {
          name: "cooks_for",
          slot: "partner",
          template: "Has a {a}, who is {v}",
          shape: "diet",
          aShape: "partner",
          ttl: "infinity",
          key: "one",
          cue: ["my {a} is (a)? {v} * * i cook", "my {a} is (a)? {v} * * we (eat|cook)"],
        },
      ],
    ),
  ],
  last: [
    ...slotRules({
      lang: EN,
      slot: "family",
      shape: "any",
      ttl: "infinity",
      base: 86,
      key: "value",
    }, [
      {
        name: "number_of_us",
        slot: "family.household",
        key: "one",
        template: "Lives in a household of {v}",
        shape: "household_count",
        cue: [
          "(there is|there are|we are|it is) {v} of us",
          "we are {v} (people)? (at home|in the house|at the table|round the table|in the family|under one roof)",
        ],
      },
      {
        name: "and_the_children",
        template: "Has {v}",
        shape: "household_children",
        cue: [
          "(me|husband|wife|partner|i) @comma? and the {v} (@comma|$)",
          "(me|husband|wife|partner|i) @comma? and the {v}",
        ],
        extent: { maxWords: 2 },
      },
      {
        name: "parent_of",
        template: "Has {v} children",
        shape: "few_count",
        cue: ["(i am|as|being) (a|the)? (single)? (mother|father|parent) (of|to) {v}"],
        extent: { maxWords: 2 },
      },
    ]),
    ...slotRules(
      {
        lang: EN,
        slot: "family.age",
        shape: "child_ages",
        ttl: "one_year",
        base: 84,
        key: "subject",
      },
      [
        {
          name: "children_turn",
          template: "Their {a} turn {v}",
          aShape: "own_children",
          cue: ["(with)? (the|my|our) {a} (turning|turn) {v}"],
          extent: { maxWords: 4, withTime: true },
        },
        {
          name: "children_are",
          template: "Their {a} are {v}",
          aShape: "own_children",
          cue: [
            "(the|my|our) {a} are (now|already|only|just)? {v}",
            "(the|my|our) {a} @comma (they|who) (have)? (just)? turned {v}",
          ],
          extent: { maxWords: 4, withTime: true },
        },
        {
          name: "starts_school",
          template: "Their {a} starts {v}",
          aShape: "relation",
          shape: "school_start",
          cue: [
            "(my|our) {a} is (starting|beginning) (at)? {v}",
            "(my|our) {a} (starts|begins) (at)? {v}",
          ],
          extent: { maxWords: 5, withTime: true },
        },
      ],
    ),
    ...CHILD_RULES,
  ],
};
