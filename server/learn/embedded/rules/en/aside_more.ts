/**
 * More English facts told in passing: greetings from a place, limits of the body, tastes by effect.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules that take what the others leave. */
export const ASIDE_MORE_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "place.home", shape: "named_place", ttl: FOREVER, base: 84, key: "one" },
    [
      {
        name: "writes_from",
        template: "Is in {v}",
        cue: [
          "i am (writing|typing|speaking|messaging|talking|mailing) (to you)? from {v}",
          "^ (greetings|hello|hi|hey|regards|cheers) from * {v}",
        ],
        block: ["from the team", "from all of us"],
        extent: { maxWords: 3 },
      },
      {
        name: "living_in",
        template: "Lives in {v}",
        cue: [
          "^ living (on|in|aboard) (a|an) _ in {v}",
          "^ as (somebody|someone|a person|one) (living|who lives) in {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "remote_near",
        template: "Lives near {v}",
        cue: [
          "(i|we) am|are (out|up|down|over)? in the (sticks|country|countryside|mountains|hills|wilds|bush|suburbs) (near|in|outside|around) {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "our_way",
        template: "Lives around {v}",
        moods: ["question", "request"],
        cue: [
          "(round|around) (our|my) way in {v}",
          "in (my|our) (village|town|city|neighbourhood) @comma {v}",
        ],
        extent: { maxWords: 3 },
      },
    ],
  ),
  ...slotRules({
    lang: EN,
    slot: "employer",
    shape: "named_place",
    ttl: FOREVER,
    base: 86,
    key: "one",
  }, [
    {
      name: "at_now",
      template: "Works at {v}",
      change: true,
      cue: ["(left|quit) {a} @comma? (and)? (i am) (at|with) {v} now"],
      aShape: "any",
    },
  ]),
  ...slotRules({ lang: EN, slot: "job", shape: "any", ttl: FOREVER, base: 88, key: "one" }, [
    {
      name: "has_retired",
      template: "Is retired",
      change: true,
      moods: ["past", "ended"],
      cue: ["^ i (have)? retired (in|from|last|this|at|since|$)", "since i retired"],
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "family",
    shape: "children",
    ttl: FOREVER,
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
      template: "Lives in a household of two",
      shape: "any",
      cue: [
        "(it is|there is|there are) (just|only)? the two of us (since|at home|in the house|now|here)",
      ],
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
  ...slotRules({
    lang: EN,
    slot: "tool.stack",
    shape: "system",
    ttl: "one_year",
    base: 86,
    key: "value",
  }, [
    {
      name: "building_in",
      template: "Uses {v}",
      cue: [
        "(i|we) am|are (building|writing|developing|coding|making|hosting|running) (it|this|that|the app|the site|everything) (in|with|on) {v}",
        "(i|we) (build|host|run|wrote|built) it (in|with|on) {v}",
        "(i|we) am|are (stuck|lumbered|saddled|happy) with {v}",
        "everything is (in|on) {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "have_built",
      template: "Has {v}",
      shape: "built_as",
      cue: [
        "(i|we) have (got)? {v}",
        "^ the (api|backend|frontend|app|site|shop|service|website) is {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "sold",
      template: "",
      retracts: true,
      shape: "any",
      cue: ["^ (sold|ditched|scrapped|binned|traded in) (my|the|our) {v}"],
      extent: { maxWords: 3 },
    },
  ]),
  ...slotRules({ lang: EN, slot: "health", shape: "any", ttl: FOREVER, base: 88, key: "value" }, [
    {
      name: "ability_limit",
      template: "Cannot {v}",
      shape: "ability_limit",
      cue: ["i (can|may|must|should) not {v}", "i am not allowed to {v}"],
      extent: { maxWords: 8, withTime: true },
    },
    {
      name: "speech",
      template: "Has a {v}",
      shape: "speech_trouble",
      cue: ["i {v}", "i have (a|an) {v}"],
      extent: { maxWords: 1 },
    },
    {
      name: "hands_shake",
      template: "Has shaking hands",
      cue: ["my (hands|hand) (shake|shakes|tremble|trembles)"],
    },
    {
      name: "gets_sick",
      template: "Gets {v} easily",
      shape: "motion_sick",
      cue: ["i (get|am) {v} (easily|quickly|on boats|in cars|on ships)"],
    },
    {
      name: "only_one",
      template: "Has only one {v}",
      shape: "body_part",
      cue: [
        "i (have|have got) (only|just) one (good|working)? {v}",
        "i only have one (good|working)? {v}",
      ],
      extent: { maxWords: 1 },
    },
    {
      name: "taken_out",
      template: "Had their {v} removed",
      shape: "body_part_or_organ",
      moods: ["past"],
      cue: ["i (had|have had) my {v} (out|removed|taken out)"],
    },
    {
      name: "operated",
      template: "Has had {v}",
      shape: "operation",
      moods: ["past"],
      cue: ["i (have had|had) {v}"],
      extent: { maxWords: 5 },
    },
    {
      name: "can_not_hear_on",
      template: "Is hard of hearing ({v})",
      shape: "side",
      cue: ["i can not (hear|see) (well|much|anything|properly)? (on|in|out of|with) {v}"],
      extent: { maxWords: 4 },
    },
  ]),
  ...slotRules(
    { lang: EN, slot: "dislike", shape: "taste", ttl: FOREVER, base: 84, key: "domain" },
    [
      {
        name: "no_patience",
        template: "Dislikes {v}",
        cue: [
          "i can not be (doing|bothered) with {v}",
          "^ {v} (kill|kills) me",
          "^ {v} (ruins|ruin|spoils|spoil) * * for me",
        ],
        block: ["kill me now"],
        extent: { maxWords: 5 },
      },
    ],
  ),
  ...slotRules({
    lang: EN,
    slot: "prefer",
    shape: "leaning",
    ttl: FOREVER,
    base: 84,
    key: "domain",
  }, [
    {
      name: "it_is_now",
      template: "Prefers {v}",
      shape: "taste",
      change: true,
      cue: ["^ it is {v} for (me|us) (these days|from now on|nowadays)"],
      extent: { maxWords: 5 },
    },
    {
      name: "kind_of",
      template: "Prefers {v} as {a}",
      aShape: "short",
      cue: ["my (kind|sort) of {a} is {v}", "my idea of a (good|perfect|great) {a} is {v}"],
      extent: { maxWords: 8 },
    },
    {
      name: "much_rather",
      template: "Would rather {v}",
      shape: "action",
      cue: ["(i|we) would (much|far) (rather|sooner) {v}"],
      block: ["rather see", "rather have", "rather get", "rather know", "rather be", "rather keep"],
      extent: { maxWords: 8, wholeClause: true },
    },
    {
      name: "goes_for",
      template: "Prefers {v}",
      cue: ["i (usually|always|mostly)? go for {v}"],
      block: [
        "go for a",
        "go for it",
        "go for the",
        "go for walks",
        "go for runs",
        "go for rides",
        "go for swims",
        "go for drinks",
      ],
      extent: { maxWords: 6 },
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
  ...slotRules({
    lang: EN,
    slot: "pay_day",
    shape: "time_or_date",
    ttl: FOREVER,
    base: 86,
    key: "one",
  }, [
    {
      name: "paid_on",
      template: "Is paid on {v}",
      cue: [
        "(i|we) (get|am|are) paid on {v}",
        "(my|our) (salary|wages|pay) (comes|come|arrives) (in)? on {v}",
      ],
      extent: { maxWords: 4, withTime: true },
    },
  ]),
];
