/**
 * English facts told in passing: beside a question, by what one has, by what has changed.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules that go before the general ones, for they read more of the same words. */
export const ASIDE_RULES: readonly FactRule[] = [
  ...slotRules({ lang: EN, slot: "job", shape: "job_alone", ttl: FOREVER, base: 88, key: "one" }, [
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
        "(i have|i) (been|was|got) (made|appointed|named) {v}",
        "(i have|i) (moved|stepped|gone|worked my way) up to {v}",
        "(i have|i) (got|landed|taken) the {v} (job|post|role|position)",
        "(i have|i) taken over as {v}",
      ],
      extent: { maxWords: 6 },
    },
  ]),
  ...slotRules(
    {
      lang: EN,
      slot: "tool.plan",
      shape: "system_dated",
      ttl: "one_quarter",
      base: 86,
      key: "one",
    },
    [
      {
        name: "switching",
        template: "Is switching to {v}",
        cue: [
          "(i|we) am|are (moving|switching|migrating|changing) (over|across|everything)? to {v}",
          "(i|we) am|are (moving|switching|migrating|changing) (over|across)? from {a} to {v}",
        ],
        aShape: "system",
        extent: { maxWords: 8, withTime: true },
      },
      {
        name: "will_use",
        template: "Will use {v}",
        cue: [
          "(i|we) (will|shall|am going to|are going to) (be on|use|be using|start using|start with|go with|switch to|move to|migrate to|change to|switch over to|move over to|go over to) {v}",
          "(i|we) am|are (planning|about|due|set) to (use|go with|switch to|move to|migrate to|change to|switch over to|move over to) {v}",
        ],
        extent: { maxWords: 8, withTime: true },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "tool.stack", shape: "stack", ttl: "one_year", base: 86, key: "value" },
    [
      {
        name: "is_built_as",
        template: "Their {a} is {v}",
        aShape: "system_noun",
        cue: ["(my|our) {a} is {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "it_is",
        template: "Works on {v}",
        shape: "built_as",
        cue: [
          "^ (it|this|the whole thing) is {v}",
          "(i|we) (maintain|inherited|work on|look after) {v}",
        ],
        extent: { maxWords: 9 },
      },
      {
        name: "runs_on",
        template: "Runs on {v}",
        shape: "system",
        cue: [
          "(the whole thing|everything|the app|the site|the lot|all of it|it all|the project) (runs|sits|is built|is hosted|lives) (on|in|with) {v}",
        ],
        extent: { maxWords: 8 },
      },
      {
        name: "stack_is",
        template: "Uses {v}",
        shape: "system",
        cue: [
          "^ (my|our|the)? (tech)? (stack|setup|toolchain|tooling) (is|@colon) {v}",
          "^ we are all (in|on) {v}",
        ],
        extent: { maxWords: 9 },
      },
      {
        name: "gone_over",
        template: "Uses {v}",
        shape: "system",
        change: true,
        cue: [
          "(i|we) have (gone|changed|jumped|moved|switched|migrated|come) (over|across)? to {v}",
          "(since|as of) * (i|we) am|are (on|using|with) {v}",
          "(i|we) am|are (editing|writing|coding|drawing|designing|tracking|planning|mixing|composing|selling|publishing) (everything|it all|all of it)? (in|on|with) {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "closed",
        template: "",
        retracts: true,
        shape: "tool",
        cue: [
          "(closed|cancelled|deleted|ended|terminated) (my|our) {v} (account|subscription|licence|license|plan|contract|workspace)",
        ],
        extent: { maxWords: 3 },
      },
      {
        name: "records_in",
        template: "Keeps their {a} in {v}",
        shape: "system",
        aShape: "records",
        cue: [
          "^ (all)? (of)? (my|our) {a} (live|lives|sit|sits|are|is|are kept|is kept|are tracked|go|goes|end up|run|runs) (in|on|through|via|into) {v}",
          "and (all)? (my|our)? {a} (live|lives|go|goes|run|runs) (in|on|through|via|into) {v}",
        ],
        extent: { maxWords: 5 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "place.now", shape: "place", ttl: "one_month", base: 92, key: "one" },
    [
      {
        name: "works_from_office",
        template: "Is at the {v} office",
        needsLimit: true,
        cue: [
          "(i|we) am|are (working|based|operating|sitting) (out of|from|at|in) (the|our) {v} (office|branch|site|plant|depot|studio|warehouse|hub)",
          "(i|we) am|are (at|in) (the|our) {v} (office|branch|site|plant|depot|studio|warehouse|hub)",
        ],
      },
      {
        name: "away_in",
        template: "Is in {v}",
        needsLimit: true,
        cue: [
          "(i|we) am|are (on|in|at|for) (a|an|my|our)? (site|secondment|placement|assignment|exchange|rotation|fellowship|course|project|holiday|job|leave|tour|shoot|business|training|conference|retreat) in {v}",
          "(i|we) am|are (stranded|snowed in|grounded|holed up|camped|camping|marooned|laid over) (in|at|near) {v}",
        ],
      },
    ],
  ),
];

/** Rules that take what the others leave. */
export const INDIRECT_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "place.home", shape: "named_place", ttl: FOREVER, base: 82, key: "one" },
    [
      {
        name: "here_in",
        template: "Is in {v}",
        moods: ["question", "request"],
        cue: [
          "(up|down|out|over|back)? here in {v}",
          "(up|down|out|over) here (on|near|around) (the)? {v}",
          "(up|down|out) (here)? where i am in {v}",
        ],
        block: ["is here in", "are here in", "was here in", "right here in"],
        extent: { maxWords: 5 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "ownership.place", shape: "located", ttl: FOREVER, base: 84, key: "subject" },
    [
      {
        name: "is_at",
        template: "Their {a} is {v}",
        aShape: "own_premises",
        cue: [
          "(my|our) {a} (is|lies|sits|stands) {v}",
        ],
        extent: { maxWords: 10 },
      },
      {
        name: "looks_onto",
        template: "Their {a} is next to {v}",
        aShape: "own_premises",
        shape: "any",
        cue: ["(my|our) {a} (overlooks|backs onto|looks onto|borders) {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "has_at",
        key: "value",
        template: "Has {v}",
        shape: "premises_at",
        cue: ["(i|we) (have|have got|keep|rent|run|own|work) {v}"],
        extent: { maxWords: 11 },
      },
    ],
  ),
  ...slotRules({ lang: EN, slot: "family", shape: "any", ttl: FOREVER, base: 86, key: "value" }, [
    {
      name: "number_of_us",
      template: "Lives in a household of {v}",
      shape: "household_count",
      cue: [
        "(there is|there are|we are|it is) {v} of us",
        "we are {v} (people)? (at home|in the house)",
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
  ...slotRules(
    { lang: EN, slot: "business", shape: "in_months", ttl: FOREVER, base: 86, key: "subject" },
    [
      {
        name: "year_ends",
        template: "Their {a} ends {v}",
        aShape: "fiscal_year",
        cue: [
          "(my|our) {a} (ends|end|closes|close|finishes) {v}",
          "(my|our) {a} is {v}",
        ],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "year_starts",
        template: "Their {a} starts {v}",
        aShape: "fiscal_year",
        cue: ["(my|our) {a} (starts|start|begins|begin) {v}"],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "year_runs",
        template: "Their {a} runs {v}",
        aShape: "fiscal_year",
        cue: ["(my|our) {a} (runs|run|goes|lasts) {v}"],
        extent: { maxWords: 7, withTime: true },
      },
      {
        name: "organisation",
        slot: "business.kind",
        key: "one",
        template: "Is {v}",
        shape: "organisation",
        cue: ["we are {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "headcount",
        slot: "business.size",
        key: "one",
        template: "Has {v}",
        shape: "headcount",
        cue: [
          "(we|(my|our) (company|firm|business|practice|shop|agency|team)) (have|has|employ|employs) {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "vat",
        slot: "business.vat",
        key: "one",
        template: "Is VAT registered",
        shape: "any",
        cue: ["(i|we) am|are (vat|gst) registered", "(i|we) am|are registered for (vat|gst)"],
      },
      {
        name: "registered_in",
        slot: "business.place",
        key: "one",
        template: "Is registered in {v}",
        shape: "place",
        cue: [
          "(i|we) am|are registered (as (a|an)? _)? in {v}",
          "(my|our) (company|firm|business) is registered in {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "invoices_in",
        slot: "business.currency",
        key: "one",
        template: "Invoices in {v}",
        shape: "currency",
        cue: ["(i|we) (invoice|bill|charge|get paid|am paid|are paid|trade) in {v}"],
        extent: { maxWords: 3 },
      },
    ],
  ),
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
  ...slotRules(
    { lang: EN, slot: "prefer", shape: "taste", ttl: FOREVER, base: 84, key: "domain" },
    [
      {
        name: "happier",
        template: "Prefers {v}",
        cue: [
          "i am (rather|much|far|a lot)? (happier|better off) with {v}",
          "i (get on|get along|do|fare) (better|best) with {v}",
          "^ {v} (is|are) (more)? my (cup of tea|kind of thing|speed|jam|style|sort of thing)",
          "^ {v} and i am happy",
        ],
        block: ["is not my", "are not my"],
        extent: { maxWords: 8 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "dislike", shape: "taste", ttl: FOREVER, base: 84, key: "domain" },
    [
      {
        name: "cold",
        template: "Dislikes {v}",
        cue: [
          "^ {v} (keep|keeps) me (awake|up at night)",
          "that {v} keep me (awake|up at night)",
          "^ {v} (leave|leaves) me cold",
          "^ {v} (do|does) nothing for me",
          "^ {v} (wear|wears|tire|tires) me out",
        ],
        extent: { maxWords: 5 },
      },
    ],
  ),
];
