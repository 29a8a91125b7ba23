/**
 * English facts about studies, languages and levels.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for studies, languages and levels. */
export const LEARNING_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "studies", shape: "free", ttl: "one_year", base: 86, key: "one" },
      [
        {
          name: "study",
          template: "Studies {v}",
          cue: [
            "i study {v}",
            "i am studying {v}",
            "i am reading {v} at",
            "i am (a|an) {v} student",
            "i am a student of {v}",
            "i am majoring in {v}",
            "i am doing (a|my|an) (phd|master|masters|degree|bachelor|ma|msc|mba|apprenticeship|course|diploma) * in {v}",
            "i am enrolled in {v}",
            "i am taking (a|an) {v} course",
            "i am in my (first|second|third|fourth|final) year of {v}",
            "(first|second|third|fourth|final|last) year of (my|a) {v} (degree|studies|course|phd)",
          ],
          extent: { maxWords: 7 },
          block: [
            "study for",
            "study in",
            "the contract",
            "studying this",
            "studying your",
            "studying that",
          ],
        },
        {
          name: "apprentice",
          slot: "job",
          key: "one",
          template: "Is an apprentice ({v})",
          shape: "short",
          cue: [
            "(first|second|third|fourth|final|last) year of (my|a|an) {v} apprenticeship",
            "i am doing (my|a|an) {v} apprenticeship",
            "i am an apprentice {v}",
          ],
          extent: { maxWords: 3 },
        },
        {
          name: "a_student",
          template: "Is a student",
          shape: "any",
          cue: ["i am (still)? (a|an) student (and|but|so|here|again|@comma|$)"],
        },
        {
          name: "doing",
          template: "Is doing {v}",
          cue: ["i am doing {v}"],
          shape: "degree",
          extent: { maxWords: 9 },
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "language.speaks",
      shape: "language",
      ttl: "infinity",
      base: 92,
      key: "value",
    }, [
      {
        name: "native",
        template: "Native language is {v}",
        cue: [
          "^ mine is {v}",
          "{v} is what we speak at home",
          "(my|our) (native|first|mother|main) (language|tongue) is {v}",
          "i grew up (speaking|with) {v}",
          "{v} is my (native|first|mother|main) (language|tongue)",
          "i am a native {v} speaker",
          "i was raised (speaking|in) {v}",
          "i am a native speaker of {v}",
          "we speak {v} at home",
        ],
        moods: ["past"],
      },
      {
        name: "not_first",
        template: "{v} is not their first language",
        cue: ["{v} is not my (first|native|mother) (language|tongue)"],
      },
      {
        name: "by_place",
        template: "Speaks {v}",
        shape: "languages_by_place",
        cue: ["(i|we) speak {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "speak",
        template: "Speaks {v}",
        cue: [
          "(i|we) (speak|understand|read|write|know) {v}",
          "(i|we) only (read|speak|understand) {v}",
          "i am fluent in {v}",
          "i am (a|an) (native|fluent)? {v} speaker",
          "i am bilingual in {v}",
          "i am bilingual @comma {v}",
        ],
        block: ["i speak to", "i speak with"],
        extent: { maxWords: 7 },
      },
      {
        name: "thinks_in",
        template: "Thinks in {v}",
        cue: ["i (think|dream|count|swear) in {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "little",
        template: "Speaks only {v}",
        cue: [
          "i (speak|understand|read) (only|just|hardly any|little|a little|a bit of|basic) {v}",
        ],
        extent: { maxWords: 5 },
      },
      {
        name: "not",
        template: "Does not speak {v}",
        base: 86,
        cue: ["i (do not|can not) (speak|understand|read) (any|much)? {v}"],
        extent: { maxWords: 4 },
      },
      {
        name: "learning",
        template: "Is learning {v}",
        slot: "goal",
        ttl: "one_quarter",
        cue: [
          "(i|we) am|are (learning|studying|practising|practicing|doing) {v}",
          "i have been learning {v}",
          "i am trying to learn {v}",
          "i want to learn {v}",
        ],
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "level", shape: "free", ttl: "one_year", base: 80, key: "value" },
      [
        {
          name: "beginner",
          template: "Is a beginner in {v}",
          cue: [
            "i am (a|an)? (total|complete|absolute)? (beginner|newbie|novice) (in|at|with|to|when it comes to) {v}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "passed",
          template: "Passed the {v}",
          change: true,
          moods: ["past"],
          cue: ["i (have)? (just|finally)? passed (the|my|a) {v}"],
          shape: "exam_passed",
          extent: { maxWords: 6 },
        },
        {
          name: "new_to",
          template: "Is new to {v}",
          cue: ["(i|we) am|are new to {v}", "i (have)? just started (with|learning|out with)? {v}"],
          block: ["new to this", "new to here"],
          extent: { maxWords: 6 },
        },
        {
          name: "never_used",
          template: "Has never {v}",
          shape: "participle",
          cue: ["i have never {v}", "i have not ever {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "years",
          template: "Has {v}",
          cue: ["i have {v}"],
          shape: "experience",
          extent: { maxWords: 9 },
        },
        {
          name: "years_in",
          template: "Has {v}",
          cue: [
            "i have {v}",
            "i have (spent|worked|done) {v}",
            "^ {v} (behind|under)? (me|my belt) $",
          ],
          shape: "years_in",
          extent: { maxWords: 8, withTime: true },
        },
        {
          name: "been",
          template: "Has been {v}",
          cue: ["i have been {v}"],
          shape: "doing_for",
          extent: { maxWords: 9, withTime: true },
        },
        {
          name: "expert",
          template: "Is an expert in {v}",
          cue: [
            "i am an expert (in|at|on|with) {v}",
            "i am very experienced (in|with) {v}",
            "i know {v} (inside out|well|very well|by heart)",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "not_technical",
          template: "Is not {v}",
          shape: "skill_word",
          cue: ["i am not (very|really|that|particularly|a|an|so|at all)? {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "under_belt",
          template: "Has {v} of experience",
          shape: "num_years",
          cue: ["(with|have|got) {v} (under my belt|behind me|to my name)"],
        },
        {
          name: "never_learned",
          template: "Never learned to {v}",
          shape: "action",
          cue: ["i (have)? never (learned|learnt) (how)? to {v}"],
          extent: { maxWords: 5 },
        },
        {
          name: "starting_out",
          template: "Is new to {v}",
          shape: "pursuit",
          cue: ["i am (starting|starting out|getting started|beginning) (out)? (with|in) {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "since",
          template: "Has {v} for long",
          shape: "participle_since",
          cue: ["(i|we) have {v}"],
          extent: { maxWords: 8 },
        },
        {
          name: "kind_of_reader",
          slot: "trait",
          template: "Is a {v}",
          shape: "trait_noun",
          cue: ["i am (a|an) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "no_good",
          template: "Is no good {v}",
          shape: "with_at",
          cue: [
            "i am (no|not any|not much|not very|not that|not so|not particularly|not really|not) good {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "learning_to",
          slot: "goal",
          template: "Is learning to {v}",
          shape: "action",
          ttl: "one_quarter",
          cue: ["(i|we) am|are learning (how)? to {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "used_to_it",
          slot: "habit",
          template: "Is used to {v}",
          shape: "leaning",
          cue: ["i am (more|very|much)? used to {v}"],
          block: [
            "used to it",
            "used to being",
            "used to be",
            "used to this",
            "used to that",
            "used to have",
            "used to having",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "bad_at",
          template: "Is {v}",
          shape: "bad_at",
          cue: ["i am {v}"],
          extent: { maxWords: 7 },
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "language.speaks",
      shape: "languages_by_place",
      ttl: "infinity",
      base: 92,
      key: "value",
    }, [
      {
        name: "at_level",
        slot: "language.level",
        template: "Their {a} is {v}",
        shape: "level_code",
        aShape: "language",
        ttl: "one_year",
        key: "subject",
        cue: ["my {a} is {v}", "i (have|am at|speak) {v} (in) {a}"],
        extent: { maxWords: 4 },
      },
      {
        name: "dialect",
        template: "Speaks {v}",
        shape: "tongue",
        cue: ["(i|we) (speak|understand) {v}"],
        extent: { maxWords: 1 },
      },
    ]),
  ],
  last: [
    ...slotRules({
      lang: EN,
      slot: "language.level",
      shape: "language_grade",
      ttl: "one_year",
      base: 86,
      key: "subject",
    }, [
      {
        name: "is",
        template: "Their {a} is {v}",
        aShape: "language",
        cue: ["my {a} is {v}"],
        extent: { maxWords: 3 },
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "studies", shape: "degree", ttl: "one_year", base: 86, key: "one" },
      [
        {
          name: "finishing",
          template: "Is doing {v}",
          cue: [
            "i am (finishing|finishing up|completing|starting|pursuing|working towards|working on) {v}",
            "i (have)? (just)? (started|begun) {v}",
          ],
          extent: { maxWords: 9 },
        },
        {
          name: "goes_to",
          template: "Goes to {v}",
          shape: "school_place",
          cue: ["i (go to|attend|am at) {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "evenings",
          template: "Studies for {v}",
          shape: "exam",
          cue: ["i (study|am studying|am revising|am cramming) for {v}"],
          extent: { maxWords: 6 },
        },
      ],
    ),
  ],
};
