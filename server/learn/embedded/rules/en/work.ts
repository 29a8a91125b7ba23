/**
 * English facts about work, studies, languages and skills.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for jobs, employers, languages and levels. */
export const WORK_RULES: readonly FactRule[] = [
  ...slotRules({ lang: EN, slot: "team", shape: "free", ttl: "one_year", base: 86, key: "one" }, [
    {
      name: "looks_after",
      template: "Looks after the {a} of {v}",
      slot: "job",
      aShape: "short",
      cue: [
        "i (look after|handle|manage|do|keep|run|am in charge of|am responsible for) the {a} (of|for|at|in) (a|an|the|my|our) {v}",
      ],
      extent: { maxWords: 7 },
    },
    {
      name: "lead",
      template: "Leads {v}",
      cue: [
        "i lead {v}",
        "i am leading {v}",
        "i head (up)? {v}",
        "i am in charge of {v}",
        "i am responsible for {v}",
        "i supervise {v}",
      ],
      block: ["i lead a busy", "i lead an active", "i lead to"],
    },
    {
      name: "promoted",
      template: "Works as {v}",
      slot: "job",
      change: true,
      cue: [
        "(i|we) (have been|was|got|am) promoted to {v}",
        "i am {v} now $",
        "i (have)? become {v}",
        "i (have)? became {v}",
        "i (have)? (just)? (started|start) (a new job)? as {v}",
        "my new (job|role|position|title) is {v}",
        "i now work as {v}",
      ],
      shape: "job",
      extent: { maxWords: 8 },
    },
    {
      name: "on",
      template: "Is in {v}",
      cue: [
        "(i|we) am|are (on|in) the {v} (team|department|squad|division|unit|group)",
        "i work (on|in|with) the {v} (team|department|squad|division|unit)",
      ],
    },
  ]),
  ...slotRules({ lang: EN, slot: "job", shape: "job", ttl: "infinity", base: 86, key: "one" }, [
    {
      name: "job_is",
      template: "Works in {v}",
      shape: "gerund",
      base: 86,
      cue: ["my (job|work|profession|trade) is {v}"],
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
        "i have worked as {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "am_a",
      template: "Works as {v}",
      cue: [
        "(i|we) am|are {v}",
        "(i|we) am|are (both|currently|working|the only|one of the) {v}",
        "being {v}",
        "speaking as {v}",
        "as {v} i",
        "as {v} (@comma|from|in|at|who|with|for|of)",
      ],
      extent: { maxWords: 8 },
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
      cue: ["i teach {v}", "i am teaching {v}", "i lecture (in|on) {v}", "i coach {v}"],
      block: ["i teach you", "i teach my"],
      extent: { maxWords: 10, withTime: true },
    },
    {
      name: "run",
      template: "Runs {v}",
      shape: "business",
      base: 92,
      cue: [
        "(i|we) (run|have been running|am running|are running|own and run|run and own|operate|co-run) {v}",
      ],
      extent: { maxWords: 9 },
    },
    {
      name: "own",
      template: "Owns {v}",
      shape: "business",
      base: 86,
      cue: ["(i|we) (own|manage|founded|started|opened|have opened|co-own) {v}"],
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
  ...slotRules(
    { lang: EN, slot: "employer", shape: "free", ttl: "infinity", base: 86, key: "one" },
    [
      {
        name: "work_at",
        template: "Works {v}",
        cue: ["i (work|am working|have worked|have been working) (part-time|full-time)? {v}"],
        shape: "workplace",
        extent: { maxWords: 9 },
      },
      {
        name: "employed",
        template: "Works for {v}",
        cue: [
          "i am employed (by|at) {v}",
          "my employer is {v}",
          "i (have)? joined {v} (as|last|this|in)",
        ],
        extent: { maxWords: 6 },
        block: ["i joined you", "i joined the call", "i joined the meeting"],
      },
    ],
  ),
  ...slotRules({ lang: EN, slot: "field", shape: "free", ttl: "infinity", base: 86, key: "one" }, [
    {
      name: "in",
      template: "Works in {v}",
      cue: [
        "i work in {v}",
        "my field is {v}",
        "my (area|speciality|specialty|specialism|background) is (in)? {v}",
        "i specialise in {v}",
        "i specialize in {v}",
      ],
      block: [
        "work in a",
        "work in the",
        "work in my",
        "work in pairs",
        "work in silence",
        "work in progress",
        "work in vim",
      ],
      extent: { maxWords: 6 },
    },
  ]),
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
        ],
        extent: { maxWords: 7 },
        block: ["study for", "study in"],
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
      name: "speak",
      template: "Speaks {v}",
      cue: [
        "(i|we) (speak|understand|read|write|know) {v}",
        "(i|we) only (read|speak|understand) {v}",
        "i am fluent in {v}",
        "i am bilingual in {v}",
        "i am bilingual @comma {v}",
      ],
      block: ["i speak to", "i speak with"],
      extent: { maxWords: 7 },
    },
    {
      name: "little",
      template: "Speaks only {v}",
      cue: ["i (speak|understand|read) (only|just|hardly any|little|a little|a bit of|basic) {v}"],
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
        "(i|we) am|are (learning|studying|practising|practicing) {v}",
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
        name: "bad_at",
        template: "Is {v}",
        shape: "bad_at",
        cue: ["i am {v}"],
        extent: { maxWords: 7 },
      },
    ],
  ),
];
