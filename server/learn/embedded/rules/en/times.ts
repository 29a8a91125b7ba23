/**
 * English facts about times, money and units.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;

/** What a group does on its days, as the cue says it → as the profile says it. */
const MEETINGS: readonly (readonly [string, string])[] = [
  ["rehearses", "rehearse|rehearses"],
  ["meets", "meet|meets|gathers|gather"],
  ["trains", "train|trains"],
  ["practises", "practise|practises|practice|practices"],
  ["plays", "play|plays"],
];

/** Rules for absences, deadlines, budgets, schedules and units. */
export const TIME_RULES: readonly FactRule[] = [
  ...slotRules({ lang: EN, slot: "absence", shape: "any", ttl: "one_week", base: 92, key: "one" }, [
    {
      name: "leave",
      template: "Is {v}",
      needsLimit: true,
      shape: "absent",
      cue: ["(i|we) (am|are|will be|am going to be) {v}"],
      extent: { maxWords: 9, withTime: true, wholeClause: true },
    },
    {
      name: "back",
      template: "Is back {v}",
      needsLimit: false,
      shape: "time",
      block: ["until i", "till i", "until we", "back from"],
      cue: ["(i|we) (will be|am|are) back (in the office|at work|at my desk)? (on|from)? {v}"],
      extent: { maxWords: 4, withTime: true },
      base: 86,
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "deadline",
    shape: "time_or_date",
    ttl: "one_month",
    base: 86,
    key: "subject",
  }, [
    {
      name: "due",
      template: "Has the deadline {v} for {a}",
      cue: [
        "my|our {a} (is|are) due (on|by|in|at)? {v}",
        "(my|our) deadline for {a} is (on)? {v}",
        "(my|our) {a} (has|have) to be (done|finished|ready|submitted|handed in|in) (by|on|before) {v}",
        "i have to (submit|hand in|finish|deliver|file) {a} by {v}",
        "(my|our) {a} deadline is (on)? {v}",
        "the deadline (of|for) (my|our) {a} is (on)? {v}",
      ],
      extent: { maxWords: 5, withTime: true },
    },
    {
      name: "moved",
      template: "Has the deadline {v}",
      change: true,
      cue: [
        "(the|my|our) deadline (has been|was|is|got|has)? (now|just)? (moved|extended|pushed|postponed|brought|changed|shifted|delayed) (back|forward|out)? (to|until|by) {v}",
        "(the|my|our) (new|extended) deadline is (on)? {v}",
        "(the|my|our) deadline is now (on)? {v}",
      ],
      extent: { maxWords: 5, withTime: true },
    },
    {
      name: "is",
      template: "Has the deadline {v}",
      cue: ["(my|our) deadline is (on)? {v}"],
      extent: { maxWords: 5, withTime: true },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "budget",
    shape: "money",
    ttl: "one_quarter",
    base: 86,
    key: "subject",
  }, [
    {
      name: "keep_under",
      template: "Has a budget of at most {v} for {a}",
      moods: ["request"],
      cue: [
        "keep (my|our) {a} budget (under|below|at|within|to) {v}",
        "keep (my|our|the) {a} (under|below|within) {v}",
      ],
      extent: { maxWords: 6 },
      shape: "money_strict",
    },
    {
      name: "is",
      template: "Has a budget of {v}",
      cue: [
        "(my|our|the) (total|monthly|weekly|whole|overall|max|maximum)? budget is {v}",
        "^ (my|our)? budget (is|of|@colon) {v}",
        "(i|we) have a budget of {v}",
        "on a budget of {v}",
        "with a budget of {v}",
      ],
      extent: { maxWords: 9, withTime: true },
    },
    {
      name: "per",
      template: "Has a budget of {v} per {a}",
      shape: "money_strict",
      aShape: "short",
      cue: ["^ (at most|no more than|max|maximum|under|below|up to) {v} (a|per|each) {a}"],
    },
    {
      name: "changed",
      template: "Has a budget of {v}",
      change: true,
      moods: ["request"],
      shape: "money_strict",
      cue: [
        "(raise|increase|lower|reduce|cut|change|set|bring) (the|my|our) budget (up|down)? to {v}",
        "(the|my|our) budget (has|is)? (now|been|gone|just)? (been)? (raised|increased|lowered|reduced|cut|changed|went up|went down|gone up|gone down|up|down) to {v}",
        "(the|my|our) (new) budget is {v}",
        "(the|my|our) budget is now {v}",
      ],
      extent: { maxWords: 6, withTime: true },
    },
    {
      name: "is_for",
      template: "Has a budget of {v} for {a}",
      cue: ["(my|our) {a} budget is {v}", "(my|our) budget for {a} is {v}"],
      extent: { maxWords: 8, withTime: true },
    },
    {
      name: "have",
      template: "Has a budget of {v}",
      shape: "money_strict",
      cue: [
        "(keep|stay|keeping|staying) (my|our|the)? (spending|costs|expenses|it|everything|total)? (under|below|within) {v}",
        "there is|are {v} (in the pot|to spend|for it|available|set aside|in the kitty|left for it)",
        "(i|we) (have|put) (set aside|put aside|saved up|saved) {v}",
        "(i|we) (set|put) aside {v}",
        "{v} is all (i|we) (have|can spend|can afford|want to spend)",
        "(i|we) have (got)? (about|around|roughly|up to|at most|only)? {v}",
        "(i|we) can (afford|spend|pay|go|stretch) (at most|up to|about|around|no more than|a maximum of|only|to|max)? {v}",
        "(i|we) (do not|can not|would not) (want to|like to)? (spend|pay|go) (more than|over|above|beyond) {v}",
        "{v} is (my|our|the) (limit|maximum|max|ceiling|budget|absolute limit|most we can|most i can)",
        "(my|our) (limit|maximum|max|ceiling|upper limit|price limit) is {v}",
        "(i|we) (want|would like) to (spend|stay) (at most|under|less than|no more than|below) {v}",
        "(it|that) (must|should|can) not cost more than {v}",
        "i never (spend|pay) more than {v}",
      ],
      extent: { maxWords: 9, withTime: true },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "schedule",
    shape: "time",
    ttl: "one_year",
    base: 86,
    key: "kind",
  }, [
    {
      name: "busy",
      template: "Is {v}",
      shape: "busy_days",
      cue: ["(i|we) am|are {v}"],
      extent: { maxWords: 10, withTime: true },
    },
    {
      name: "days_first",
      template: "Is {v} on {a}",
      shape: "whereabouts",
      aShape: "weekdays",
      cue: ["^ (on)? {a} (i|we) am|are (always|usually)? {v}"],
      extent: { maxWords: 5 },
    },
    {
      name: "work",
      template: "Works {v}",
      cue: [
        "(i|we) (work|am working|am only working|usually work) (only)? {v}",
        "(i|we) (only|just) work {v}",
        "i do {v} shifts",
        "i am on {v}",
      ],
      shape: "days",
      extent: { maxWords: 10, withTime: true },
    },
    {
      name: "shift",
      template: "Has {v}",
      shape: "time",
      cue: [
        "my shift (starts|ends|is|runs|begins) {v}",
      ],
      extent: { maxWords: 7, withTime: true },
    },
    {
      name: "hours",
      template: "{A} hours are {v}",
      shape: "time",
      aShape: "short",
      cue: ["(my|our) {a} hours are {v}"],
      extent: { maxWords: 7, withTime: true },
    },
    {
      name: "finish",
      template: "Finishes {v}",
      shape: "days",
      cue: [
        "(i|we) (finish|get off|clock off|knock off|am done|get home|get off work) (work)? {v}",
      ],
      extent: { maxWords: 6, withTime: true },
    },
    {
      name: "start",
      template: "Starts {v}",
      shape: "days",
      cue: ["i (start|begin) (work)? {v}"],
      extent: { maxWords: 6, withTime: true },
    },
    {
      name: "activity",
      template: "{A} days are {v}",
      shape: "days",
      cue: ["(my|our) {a} days (are|is) {v}", "(my|our) days for {a} are {v}"],
      extent: { maxWords: 6, withTime: true },
    },
    {
      name: "moved",
      template: "{A} days are {v}",
      shape: "days",
      change: true,
      cue: [
        "(the|my|our)? {a} (have|has)? (changed|moved|switched|shifted) (to|from {b} to) {v}",
        "^ {a} (is|are) (now on|on) {v} now",
        "(the|my|our) {a} (have|has)? (changed|moved|switched|shifted) * (it is|they are|it will be) {v}",
        "(my|our) {a} (is|are) (now on|now) {v}",
      ],
      block: ["deadline has", "has been", "have been", "deadline"],
      extent: { maxWords: 6, withTime: true, stopBefore: new Set(["now", "instead", "from"]) },
    },
    ...([["have", "have|have got", "Has"], ["do", "do", "Does"], [
      "go",
      "go to",
      "Goes to",
    ]] as const)
      .flatMap(([name, verb, shown]) => [
        {
          name: `${name}_on`,
          template: `${shown} {a} on {v}`,
          shape: "recurring_days" as const,
          cue: [`(i|we) (always|usually)? (${verb}) {a} on {v}`],
          extent: { maxWords: 5, withTime: true },
        },
        {
          name: `${name}_every`,
          template: `${shown} {a} every {v}`,
          shape: "activity_days" as const,
          cue: [`(i|we) (always|usually)? (${verb}) {a} (every|each) {v}`],
          extent: { maxWords: 5, withTime: true },
        },
      ]),
    ...MEETINGS.map(([verb, forms]) => ({
      name: `group_${verb}`,
      template: `Their {a} ${verb} {v}`,
      shape: "recurring_days" as const,
      aShape: "own_thing" as const,
      key: "subject" as const,
      cue: [`(my|our) {a} (always|usually)? (${forms}) {v}`],
      extent: { maxWords: 5, withTime: true },
    })),
    {
      name: "available",
      template: "Is available {v}",
      cue: [
        "(i|we) am|are (only)? (free|available|around|reachable|online|at my desk|in the office) {v}",
        "i have time {v}",
      ],
      shape: "days",
      extent: { maxWords: 8, withTime: true },
    },
    {
      name: "day_off",
      template: "Is off on {v}",
      shape: "days",
      cue: ["{v} (is|are) (my|our) (day|days) off", "(my|our) (day|days) off (is|are) {v}"],
      extent: { maxWords: 4, withTime: true },
    },
    {
      name: "not_available",
      template: "Is not available {v}",
      cue: [
        "(i|we) am|are not (free|available|around|reachable|online|in|in the office|working) {v}",
        "(i|we) am|are (never|unavailable|off) (free|available|around)? {v}",
        "i am busy {v}",
        "(i|we) do not work {v}",
        "i never work {v}",
      ],
      shape: "days",
      extent: { maxWords: 8, withTime: true },
    },
    {
      name: "can_only",
      template: "Can only {v}",
      shape: "verb_time",
      cue: ["(i|we) can only {v}"],
      extent: { maxWords: 10, withTime: true },
    },
    {
      name: "cannot_do",
      template: "Cannot do {v}",
      cue: [
        "(i|we) (can|do) not (do|make|manage|handle|take|come) (in)? {v}",
        "{v} (do not|does not) work for (me|us)",
        "{v} (is|are) (out|impossible|no good|no use|off limits|not possible) (for (me|us))?",
      ],
      shape: "daypart",
      extent: { maxWords: 5, withTime: true },
    },
    {
      name: "difficult",
      template: "{V} are difficult for them",
      cue: [
        "{v} (is|are) (always|rather|a bit)? (difficult|hard|bad|tricky|tough|awkward|hopeless|terrible|busy) for (me|us)",
        "{v} (is|are) (difficult|hard|bad|tricky|dead) (to|for) me",
      ],
      shape: "daypart",
      extent: { maxWords: 4, withTime: true },
    },
    {
      name: "best",
      template: "{V} suit them best",
      cue: [
        "{v} (suit|suits|work|works|fit|fits|is|are) (me|us|best|better|easiest|ideal|fine)? (for (me|us)|me|us) (best|better|fine|well)?",
        "{v} (work|works|are|is) best",
        "i prefer {v}",
      ],
      shape: "daypart",
      extent: { maxWords: 6, withTime: true },
    },
    {
      name: "person",
      template: "Is {v}",
      shape: "chronotype",
      cue: [
        "(i|we) am|are (a|an|more of a|definitely a|not a) {v}",
        "i am not (a|an|much of a) {v}",
      ],
      extent: { maxWords: 3, withTime: true },
    },
    {
      name: "up",
      template: "Gets up {v}",
      shape: "days",
      cue: ["i (get up|wake up|am up|rise) {v}"],
      extent: { maxWords: 6, withTime: true },
    },
  ]),
  ...slotRules({ lang: EN, slot: "units", shape: "unit", ttl: "infinity", base: 86, key: "kind" }, [
    {
      name: "think_in",
      template: "Uses {v}",
      cue: [
        "(i|we) (think|work|pay|bill|invoice|measure|calculate|count|cook|use|always use|only use|need|always need|only know|only understand|am used to|prefer) (in)? {v}",
      ],
      extent: { maxWords: 4 },
    },
  ]),
];
