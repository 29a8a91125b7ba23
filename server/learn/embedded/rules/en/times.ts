/**
 * English facts about absences, deadlines, schedules and units.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** What a group does on its days, as the cue says it → as the profile says it. */
const MEETINGS: readonly (readonly [string, string])[] = [
  ["rehearses", "rehearse|rehearses"],
  ["meets", "meet|meets|gathers|gather"],
  ["trains", "train|trains"],
  ["practises", "practise|practises|practice|practices"],
  ["plays", "play|plays"],
];

/** Rules for absences, deadlines, schedules and units. */
export const TIME_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "absence", shape: "any", ttl: "one_week", base: 92, key: "one" },
      [
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
      ],
    ),
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
        template: "Their shift {a} {v}",
        shape: "any",
        aShape: "shift_verb",
        cue: ["my shift {a} {v}"],
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
        name: "days_now",
        template: "{A} days are {v}",
        change: true,
        cue: ["(my|our) {a} days (have|are)? (moved|changed|switched|been moved) to {v}"],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "moved",
        template: "{A} days are {v}",
        shape: "days",
        aShape: "clean_noun",
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
    ...slotRules(
      { lang: EN, slot: "units", shape: "unit", ttl: "infinity", base: 86, key: "kind" },
      [
        {
          name: "think_in",
          template: "Uses {v}",
          cue: [
            "everything (i|we) do is in {v}",
            "(i|we) (think|work|pay|bill|invoice|measure|calculate|count|cook|use|always use|only use|need|always need|only know|only understand|am used to|prefer) (in)? {v}",
          ],
          extent: { maxWords: 4 },
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "schedule",
      shape: "days",
      ttl: "one_year",
      base: 86,
      key: "kind",
    }, [
      ...["before", "after", "until", "on"].map((word) => ({
        name: `never_there_${word}`,
        template: `Is {a} ${word} {v}`,
        aShape: "never_at" as const,
        cue: [`(i|we) am|are {a} ${word} {v}`],
        shape: "clock" as const,
        extent: { maxWords: 4, withTime: true },
      })),
      {
        name: "appointment_every",
        template: "Has {a} {v}",
        shape: "recurring_days",
        aShape: "own_thing",
        key: "subject",
        cue: ["(my|our) {a} (is|are) (on)? {v}"],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "activity_on",
        template: "{A} is on {v}",
        shape: "recurring_days",
        aShape: "activity",
        key: "subject",
        cue: ["^ {a} (is|are) (on|every|always on) {v}"],
        extent: { maxWords: 5, withTime: true },
      },
      {
        name: "activity_moved",
        template: "{A} is on {v}",
        shape: "recurring_days",
        aShape: "activity",
        key: "subject",
        change: true,
        cue: [
          "^ (the|my|our)? {a} (has been|was|has|got|is being|have been) (moved|changed|switched|shifted) (to|on) {v}",
          "^ (the|my|our)? {a} (moved|is moving) to {v}",
        ],
        extent: { maxWords: 4, withTime: true },
      },
      {
        name: "our_group",
        slot: "membership",
        noLimit: true,
        template: "Is in a {v}",
        shape: "our_group",
        key: "value",
        cue: [
          "(my|our) {v} (is|are|has|have|sings|plays|puts|meets|performs|rehearses|needs|trains|practises|wants|does|reads)",
          "(for|with|in) (my|our) {v} $",
        ],
      },
      {
        name: "up_by",
        template: "Is up {v}",
        shape: "clock_lead",
        cue: ["i am (usually|always|normally|often)? up {v}"],
        extent: { maxWords: 4, withTime: true },
      },
      {
        name: "only_free",
        template: "Has {v} free",
        shape: "daypart",
        cue: ["(i|we) (only)? have {v} free", "(i|we) (only)? have {v} to myself"],
      },
      {
        name: "parental_leave",
        slot: "absence",
        template: "Is on {v}",
        shape: "long_leave",
        key: "one",
        ttl: "one_quarter",
        cue: ["i am (still|currently)? on {v}"],
        extent: { maxWords: 2 },
      },
      {
        name: "wakes",
        template: "Gets up {v}",
        shape: "open_times",
        cue: ["(i|we) (always|usually)? (get up|wake up|am up|rise|wake) {v}"],
        extent: { maxWords: 4, withTime: true },
      },
      {
        name: "office_hours",
        template: "{A} hours are {v}",
        shape: "any",
        aShape: "short",
        cue: ["(my|our) {a} hours are {v}"],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "closes",
        template: "Closes {v}",
        shape: "open_times",
        cue: [
          "(we|(my|our) (shop|café|cafe|restaurant|practice|office|studio|bar|store)) (close|closes|shut) {v}",
        ],
        extent: { maxWords: 5, withTime: true },
      },
      {
        name: "is_open",
        template: "Is open {v}",
        shape: "open_times",
        cue: [
          "(we|(my|our) (shop|café|cafe|restaurant|practice|office|studio|bar|store)) (are|is) (only|always)? open {v}",
          "(we|(my|our) (shop|café|cafe|restaurant|practice|office|studio|bar|store)) (open|opens) {v}",
        ],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "kept_for",
        template: "Keeps {a} for {v}",
        shape: "short",
        aShape: "weekdays",
        cue: ["^ {a} (are|is) for {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "on_my_shifts",
        template: "Has {v}",
        shape: "shifts",
        base: 84,
        moods: ["question", "request"],
        cue: ["(on|during|after|between) my {v}"],
        extent: { maxWords: 2 },
      },
    ]),
  ],
};
