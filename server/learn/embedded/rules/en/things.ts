/**
 * English facts about tools, devices, projects, times and money.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for tools, devices, schedules, deadlines and budgets. */
export const THING_RULES: readonly FactRule[] = [
  ...slotRules({
    lang: EN,
    slot: "tool.editor",
    shape: "editor",
    ttl: "one_year",
    base: 86,
    key: "one",
  }, [
    {
      name: "editor",
      template: "Uses {v} as editor",
      cue: [
        "(i|we) (write|code|edit|program|develop|work|do) (all|everything|all of it|most things|mostly|my code|all my code)? (in|with|inside) {v}",
        "(i|we) use {v}",
        "my (editor|ide) (of choice)? is {v}",
        "i (have)? switched to {v}",
        "i live in {v}",
        "i am (a|an) {v} user",
      ],
      extent: { maxWords: 3 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "tool.version",
    shape: "version",
    ttl: "one_year",
    base: 86,
    key: "subject",
  }, [
    {
      name: "on",
      template: "Uses {v}",
      cue: [
        "(i|we) am|are (still|stuck|now|running)? (on|using|running|at|with) {v}",
        "(i|we) (use|run|target|have|support|upgraded to|have upgraded to|moved to|are stuck on) {v}",
        "(my|our) * (is|runs on|uses|targets|runs) {v}",
        "(running|using) {v}",
      ],
      extent: { maxWords: 8 },
    },
  ]),
  ...slotRules({ lang: EN, slot: "infra", shape: "free", ttl: "one_year", base: 86, key: "kind" }, [
    {
      name: "deploy_both",
      template: "Deploys {v}",
      shape: "deploy",
      cue: [
        "and deploy {v}",
        "(i|we) deploy * {v}",
        "(i|we) (are|am) deploying {v}",
        "(our|my) deployments (go|run) {v}",
        "everything (is|gets) deployed {v}",
        "(our|the) * (is|are|gets) deployed {v}",
      ],
      extent: { maxWords: 10 },
    },
    {
      name: "host",
      template: "Hosts {v}",
      shape: "deploy",
      cue: [
        "(i|we) host * {v}",
        "(our|my) (_ )?(site|app|server|servers|website|api|database|cluster|infrastructure|infra|service|services|backend|data) (is|are) hosted {v}",
        "(i|we) self-host {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "runs",
      template: "Runs {v}",
      shape: "deploy",
      change: true,
      cue: [
        "(everything|it all|all of it|production|prod|our production) (now)? runs {v}",
        "(our|my) (_ )?(site|app|server|servers|website|api|cluster|infrastructure|infra|service|services|backend|jobs|workloads|builds|pipeline|pipelines|ci|production|staging) (run|runs|live|lives) {v}",
      ],
      extent: { maxWords: 10 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "tool.stack",
    shape: "tool",
    ttl: "one_year",
    base: 86,
    key: "value",
  }, [
    {
      name: "our_is",
      aShape: "tech_noun",
      template: "Uses {v} for {a}",
      cue: [
        "the {a} (runs on|is built with|is built on|is written in|is hosted on|uses) {v}",
        "(our|my) {a} (is|are) (all|mostly|written in|built with|built on|based on|running on|still|now)? (in|on|with|using)? {v}",
        "(our|my) {a} (runs on|uses|use|run on) {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "use",
      template: "Uses {v}",
      cue: [
        "(our|my) {v} (config|cluster|setup|repo|codebase|pipeline|install|installation|instance|site|app|server|shop|account|workspace|board|workflow|build|subscription)",
        "(i|we) (use|am using|are using|work with|are working with|am working with|mostly use|rely on|run|build with|code in|program in|develop in|write) {v}",
        "(i|we) am|are (on|using) {v}",
        "(i|we) (switched|migrated|moved|have switched|have migrated|have moved|are moving|are migrating) (over|everything|from {a})? to {v}",
        "(i|we) (write|build|do) (everything|all of it|all our code|most of it|our code|my code) (in|with|on) {v}",
        "(i|we) (track|manage|keep|store|plan|organise|organize|take|write|test|monitor|handle|draw|design|edit|do|log|build) * (in|with|on|using) {v}",
        "my (shell|browser|terminal|os|operating system|language|stack|setup|framework|database|password manager|calendar|to-do app|todo app|note app|notes app|main language|mail client|email client) is {v}",
        "written in {v}",
        "built with {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "replaced",
      shape: "known_tool",
      template: "Uses {v}",
      change: true,
      cue: ["it is {v} now $", "(i|we) (now)? use {v} (now|instead|these days)"],
      extent: { maxWords: 6 },
    },
    {
      name: "gone",
      template: "",
      retracts: true,
      shape: "tool",
      cue: [
        "(i|we) (have)? (got rid of|dropped|ditched|abandoned|retired|left|stopped using|moved away from|moved off|quit|phased out) {v}",
        "(i|we) (do not|no longer) use {v}",
        "(i|we) (switched|migrated|moved) (away)? from {v}",
      ],
      extent: { maxWords: 4 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "device",
    shape: "device",
    ttl: "one_year",
    base: 84,
    key: "kind",
  }, [
    {
      name: "is",
      aShape: "device_noun",
      template: "Uses {v} as {a}",
      cue: ["(my|our) {a} is {v}"],
      extent: { maxWords: 6 },
      shape: "device_of",
    },
    {
      name: "have",
      template: "Uses {v}",
      cue: [
        "^ (typing|writing|sent|reading|working) (this)? (on|from) (a|an|my) {v}",
        "i only have (a|an) {v}",
        "on my {v} @comma? (i|the|it)",
        "(i|we) (have|own|use|drive|ride|play|bought|have bought|got|have got|am on|are on|work on|shoot with|cook on|cook with|brew with|print on|record with) (a|an|the|my|two|three) {v}",
        "i am typing (this)? on {v}",
        "i am using (a|an|my) {v}",
      ],
      extent: { maxWords: 7 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "ownership",
    shape: "durable",
    ttl: "infinity",
    base: 80,
    key: "value",
  }, [
    {
      name: "own",
      template: "Owns {v}",
      cue: [
        "(i|we) (own|bought|have bought|inherited|have inherited) {v}",
        "i have (a|an) (small|little|big|large|old|tiny)? {v}",
        "(i|we) have got {v}",
      ],
      extent: { maxWords: 6 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "project",
    shape: "project",
    ttl: "one_quarter",
    base: 78,
    key: "one",
  }, [
    {
      name: "working_on",
      template: "Is working on {v}",
      cue: [
        "(i|we) (am|are|have been) (working on|building|developing) {v}",
        "(my|our) (current|main|side|next)? project is {v}",
      ],
      extent: { maxWords: 9 },
    },
    {
      name: "writing",
      template: "Is {v}",
      cue: ["(i|we) (am|are|have been) {v}"],
      shape: "long_doing",
      extent: { maxWords: 9 },
    },
  ]),
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
        "^ (at most|no more than|max|maximum|under|below|up to) {v} (a|per) (month|week|night|person|day|year)",
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
        "my (working|office|opening) hours are {v}",
      ],
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
        "(the|my|our) {a} (have|has)? (changed|moved|switched|shifted) (to|from {b} to) {v}",
        "(the|my|our) {a} (have|has)? (changed|moved|switched|shifted) * (it is|they are|it will be) {v}",
        "(my|our) {a} (is|are) (now on|now) {v}",
      ],
      extent: { maxWords: 6, withTime: true, stopBefore: new Set(["now", "instead", "from"]) },
    },
    {
      name: "have_on",
      template: "Has {a} {v}",
      shape: "activity_days",
      cue: ["(i|we) (have|have got|do|go to) {a} (on|every|each) {v}"],
      extent: { maxWords: 5, withTime: true },
    },
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
        "(i|we) (think|work|measure|calculate|count|cook|use|always use|only use|need|always need|only know|only understand|am used to|prefer) (in)? {v}",
      ],
      extent: { maxWords: 4 },
    },
  ]),
];
