/**
 * English facts about occupations.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for occupations. */
export const JOB_RULES: RuleRoom = {
  first: [
    ...slotRules(
      { lang: EN, slot: "job", shape: "job_alone", ttl: FOREVER, base: 88, key: "one" },
      [
        {
          name: "trade_here",
          template: "Works as a {v}",
          cue: ["^ {v} here $", "^ (hi|hello|hey) @comma? {v} here $"],
        },
        {
          name: "how_liked",
          slot: "like",
          template: "Likes {a} {v}",
          shape: "taste",
          aShape: "short",
          key: "value",
          cue: ["^ {v} is how (i|we) (like|love|prefer|want|take) {a} $"],
        },
        {
          name: "the_only",
          template: "Is the only {v}",
          shape: "job",
          cue: ["(i am|being) the (only|sole|lone) {v}"],
          extent: { maxWords: 5 },
        },
        {
          name: "self_employed_as",
          template: "Is a self-employed {v}",
          shape: "trade_aside",
          cue: ["(i|we) am|are self-employed @comma? (as)? (a|an)? (freelance)? {v}"],
          extent: { maxWords: 5 },
        },
        {
          name: "was_made",
          template: "Works as {v}",
          shape: "given_job",
          change: true,
          cue: [
            "they (have)? (made|appointed|named|promoted) me (to)? (be|as)? {v}",
            "(i have|i) (just|recently)? (been|was|got) (just|recently)? (made|appointed|named|elected|voted) (as|the|a)? {v}",
            "(i have|i) (moved|stepped|gone|worked my way) up to {v}",
            "(i have|i) (got|landed|taken) the {v} (job|post|role|position)",
            "(i have|i) taken over as {v}",
          ],
          extent: { maxWords: 6 },
        },
      ],
    ),
  ],
  main: [
    ...slotRules({ lang: EN, slot: "job", shape: "job", ttl: "infinity", base: 86, key: "one" }, [
      {
        name: "job_is",
        template: "Works in {v}",
        shape: "gerund",
        base: 86,
        block: ["is running", "is failing", "is hanging", "is taking", "is working", "is stuck"],
        cue: ["my (job|work|profession|trade|day job|main job|side job|business) is {v}"],
        extent: { maxWords: 6 },
      },
      {
        name: "training",
        template: "Is training as {v}",
        base: 88,
        cue: [
          "i am * (training|apprenticed|qualifying|studying) (as|to be|to become) {v}",
          "i am * into (my)? (training|apprenticeship) as {v}",
          "i am (doing|in) * (training|apprenticeship) as {v}",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "work_as",
        template: "Works as {v}",
        shape: "job_place",
        base: 92,
        cue: [
          "i earn (my)? (money|living|crust) as {v}",
          "(i|we) (work|am working|have worked|have been working|freelance|earn my living|make a living|make my living) (part-time|full-time|freelance|nights|here|mostly|part time|full time)? as {v}",
          "i am employed as {v}",
          "my (job|profession|occupation|day job|trade) is {v}",
          "i am {v} by (trade|profession|training)",
          "by (trade|profession) i am {v}",
          "i have been {v} for",
          "i have been {v} since",
          "since * i have been {v}",
          "i have worked as {v}",
        ],
        extent: { maxWords: 8 },
      },
      {
        name: "am_a",
        template: "Works as {v}",
        shape: "job_house",
        cue: [
          "(i|we) am|are {v}",
          "(i|we) am|are (both|currently|working|the only|one of the) {v}",
          "i am (its|their|our|the new|the head|the local) {v}",
          "being {v}",
          "speaking as {v}",
          "as {v} i",
          "as {v} (@comma|from|in|at|who|with|for|of)",
        ],
        block: ["mother of", "father of", "grandmother of", "grandfather of", "parent of"],
        extent: { maxWords: 8 },
      },
      {
        name: "am_staff",
        template: "Works as {v}",
        shape: "staff",
        cue: ["^ as {v}", "(i|we) (am|are|work as) {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "own_business",
        slot: "business",
        key: "value",
        template: "Runs their own {v}",
        shape: "own_business",
        change: true,
        cue: [
          "(i|we)? (have)? (just|recently|now)? (opened|started|set up|founded|launched|opened up|started up) (my|our) own {v}",
          "(i|we) (now)? run (my|our) own {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "years_as",
        template: "Works as a {v}",
        cue: [
          "(after|with|for) * years as (a|an) {v}",
          "(years|decades) as (a|an) {v} @comma? (my|i|and my)",
          "my (work|life|career) as (a|an) {v}",
          "in my (job|role|work|capacity) as (a|an) {v}",
        ],
        extent: { maxWords: 8 },
      },
      {
        name: "makes_living",
        template: "Makes their living {v}",
        shape: "gerund",
        base: 88,
        cue: ["i (make|earn) (my|a) living {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "retired",
        template: "Is {v}",
        shape: "occupation_state",
        cue: ["i am {v} $", "i have been {v} (since|for)", "i am {v} (and|so|from|now)"],
        extent: { maxWords: 3 },
      },
      {
        name: "teach",
        template: "Teaches {v}",
        shape: "free",
        base: 92,
        cue: ["i teach {v}", "i am teaching {v}", "i lecture (in|on) {v}"],
        block: ["i teach you", "i teach my"],
        extent: { maxWords: 10, withTime: true },
      },
      {
        name: "coach",
        template: "Coaches {v}",
        shape: "free",
        base: 86,
        cue: ["i (coach|am coaching) {v}"],
        extent: { maxWords: 8 },
      },
      {
        name: "run",
        template: "Runs {v}",
        shape: "business",
        base: 92,
        cue: [
          "(i|we) (run|have been running|am running|are running|own and run|run and own|operate|co-run) {v}",
          "(me|i|we) and my _ (run|are running|opened) {v}",
        ],
        extent: { maxWords: 9 },
      },
      {
        name: "own",
        template: "Owns {v}",
        shape: "business",
        base: 86,
        cue: [
          "(i|we) (own|co-own|took over|have taken over) {v}",
          "(me|i|we) and my _ (took over|have taken over|own) {v}",
        ],
        extent: { maxWords: 9 },
      },
      {
        name: "manage",
        template: "Manages {v}",
        shape: "business",
        base: 86,
        cue: ["(i|we) (manage|am managing|are managing) {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "founded",
        template: "Runs {v}",
        shape: "business",
        base: 86,
        cue: ["(i|we) (founded|started|opened|have founded|have started|have opened) {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "living",
        template: "Does {v} for a living",
        shape: "free",
        base: 92,
        cue: ["(i|we) do {v} for a living"],
      },
      {
        name: "verb_living",
        template: "{v} for a living",
        shape: "action",
        base: 92,
        conjugate: true,
        cue: ["i {v} for my living", "i {v} for a living", "i {v} professionally"],
      },
    ]),
  ],
  last: [
    ...slotRules(
      { lang: EN, slot: "job", shape: "work_vehicle", ttl: FOREVER, base: 84, key: "one" },
      [
        {
          name: "drives",
          template: "Drives {v} for work",
          cue: ["i (drive|operate) {v}"],
          extent: { maxWords: 9 },
        },
        {
          name: "flies",
          template: "Flies {v} for work",
          cue: ["i (fly|pilot) {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "serves_with",
          template: "Works with {v}",
          shape: "service",
          cue: ["i am (with|in|at) {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "job_in",
          template: "Works in {v}",
          shape: "free",
          cue: ["my (job|work|day job) is in {v}"],
          extent: { maxWords: 5 },
        },
      ],
    ),
    ...slotRules({ lang: EN, slot: "job", shape: "any", ttl: FOREVER, base: 88, key: "one" }, [
      {
        name: "has_retired",
        template: "Is retired",
        change: true,
        moods: ["past", "ended"],
        cue: ["^ i (have)? retired (in|from|last|this|at|since|$)", "since i retired"],
      },
    ]),
    ...slotRules({ lang: EN, slot: "job", shape: "any", ttl: FOREVER, base: 86, key: "one" }, [
      {
        name: "between_jobs",
        template: "Is between jobs",
        ttl: "one_quarter",
        cue: ["i am (between jobs|out of work|looking for work|job hunting)"],
      },
      {
        name: "stay_at_home",
        template: "Is a stay-at-home parent",
        cue: ["i am (a|the) stay-at-home (mother|father|parent)"],
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "job", shape: "job", ttl: FOREVER, base: 86, key: "one" },
      [
        {
          name: "apprenticed",
          template: "Is apprenticed to {v}",
          cue: ["i am apprenticed to {v}", "i am (a|an) apprentice (to|with|at) {v}"],
          extent: { maxWords: 5 },
        },
        {
          name: "half_of",
          template: "Is part of {v}",
          shape: "org_named",
          cue: ["i am (one|the|a) (half|third|quarter) of {v}"],
          extent: { maxWords: 5 },
        },
        {
          name: "one_of",
          template: "Is one of {v}",
          cue: ["i am one of {v}"],
          extent: { maxWords: 8 },
        },
        {
          name: "as_the",
          template: "Works as the {v}",
          shape: "job_of",
          moods: ["question", "request"],
          cue: ["as the {v}"],
          extent: { maxWords: 8 },
        },
        {
          name: "apposed",
          template: "Works as a {v}",
          moods: ["question", "request"],
          cue: ["i @comma (as)? (a|an) {v} @comma", "for (a|an) {v} like me", "(a|an) {v} like me"],
        },
        {
          name: "job_is_to",
          template: "Their job is to {v}",
          shape: "action",
          cue: ["my (job|work|role|task at work) is to {v}"],
          extent: { maxWords: 9 },
        },
        {
          name: "trained_as",
          template: "Trained as {v}",
          moods: ["past"],
          cue: [
            "i (trained|have trained|qualified|have qualified) as {v}",
          ],
          extent: { maxWords: 5 },
        },
        {
          name: "retraining",
          template: "Is training as {v}",
          cue: [
            "i am (retraining|training|studying|learning) to (be|become|be come) {v}",
            "i am retraining as {v}",
          ],
          extent: { maxWords: 5 },
        },
        {
          name: "after_past",
          template: "{v}",
          shape: "trade_or_teach",
          change: true,
          conjugate: true,
          moods: ["past", "ended"],
          cue: ["(but|and|so) now (i|we) {v}", "(but|and) (i|we) now {v}"],
          extent: { maxWords: 9 },
        },
      ],
    ),
  ],
};
