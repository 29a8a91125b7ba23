/**
 * English facts about families, partners and pets.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for families, partners, care and pets. */
export const FAMILY_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "family", shape: "any", ttl: "infinity", base: 86, key: "value" },
    [
      {
        name: "family_of",
        template: "Has a family of {v}",
        shape: "free",
        cue: ["(i|we) am|are a family of {v}", "as a family of {v}"],
        extent: { maxWords: 5 },
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
        block: ["baby due", "child due", "baby on the way", "child on the way", "twins on the way"],
        extent: { maxWords: 9 },
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
  ...slotRules({ lang: EN, slot: "partner", shape: "any", ttl: "infinity", base: 82, key: "one" }, [
    {
      name: "and_i",
      template: "Has a {v}",
      shape: "partner",
      cue: [
        "my {v} and (i|me)",
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
  ]),
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
    { lang: EN, slot: "pet", shape: "animal", ttl: "infinity", base: 86, key: "value" },
    [
      {
        name: "called",
        template: "Has a {a} called {v}",
        shape: "pet_name",
        base: 92,
        cue: [
          "(my|our) {a} is (called|named) {v}",
          "(my|our) {a} 's name is {v}",
          "i have (a|an|got a) {a} (called|named) {v}",
          "(my|our) {a} @comma {v} @comma",
        ],
        extent: { maxWords: 2 },
      },
      {
        name: "have",
        shares: true,
        template: "Has {v}",
        cue: [
          "(i|we) (have|have got|got|keep|own|adopted|have adopted|foster|breed|am getting|rescued) {v}",
          "there are {v} in (our|my) (flat|house|home)",
          "i am the owner of {v}",
          "i share (my|a) (flat|house|home) with {v}",
        ],
        extent: { maxWords: 8 },
      },
      {
        name: "owner",
        template: "Has a {v}",
        base: 80,
        cue: [
          "i am (a|an) {v} owner",
          "as a {v} owner",
          "(my|our) {v} (is|has|does|will|can|needs|hates|loves|comes|eats|likes|keeps|sleeps|barks|sheds|gets|travels|just|chews|goes|@comma|and)",
          "with (my|our|the) {v} $",
          "(for|bring|walk|take|with|feed|groom|to) (my|our) {v}",
        ],
        shape: "pet_only",
        extent: { maxWords: 3 },
      },
    ],
  ),
];
