/**
 * English facts about budgets and pay.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for budgets and pay. */
export const MONEY_RULES: RuleRoom = {
  main: [
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
          "(have|has)? (put|set) {v} aside",
          "(have|has)? (put|set) aside {v}",
          "on a budget of {v}",
          "with a budget of {v}",
        ],
        extent: { maxWords: 9, withTime: true },
      },
      {
        name: "went_up",
        template: "Has a budget of {v}",
        change: true,
        cue: [
          "(my|our|the) budget (for * )? (went|is|has gone|gone|goes) (up|down) to {v}",
          "(my|our|the) budget (for * )? (rose|grew|dropped|shrank|increased|was cut|was raised|has been cut|has been raised) to {v}",
        ],
        extent: { maxWords: 5 },
      },
      {
        name: "per",
        template: "Has a budget of {v} per {a}",
        shape: "money_strict",
        aShape: "short",
        cue: ["^ (at most|no more than|max|maximum|under|below|up to) {v} (a|per|each) {a}"],
      },
      {
        name: "ceiling",
        template: "Has a budget of at most {v}",
        shape: "money_strict",
        cue: [
          "(it|this|that|everything|all of it|the whole thing) (has to|must|should|needs to) (come in|stay|be|cost|come to) (under|below|less than|at most|no more than) {v}",
          "^ (the|our|my) (ceiling|upper limit|top price|price ceiling|absolute maximum) is {v}",
          "(anything|everything) (over|above|beyond|more than) {v} (for|on) _ is (a no|out|too much|too dear|too expensive|not an option|beyond me|not for me)",
          "(anything|everything) (over|above|beyond|more than) {v} is (a no|out|too much|too dear|too expensive|not an option|beyond me|not for me) (from|for) (me|us)",
        ],
      },
      {
        name: "spare",
        template: "Has a budget of {v}",
        shape: "money_strict",
        cue: [
          "(i|we) (can|could) (spare|put in|part with|manage|run to) (about|around|up to|at most|roughly)? {v}",
          "anything (up to|under|below) {v} is (fine|ok|okay|good|all right|possible)",
        ],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "left_over",
        template: "Has a budget of {v}",
        shape: "money_named",
        cue: ["(i|we) have (got)? {v} (left|to spare|put by|in hand)"],
        extent: { maxWords: 6, withTime: true },
      },
      {
        name: "pays_whom",
        slot: "budget.pays",
        template: "Pays their {a} {v}",
        shape: "payment",
        aShape: "short",
        cue: ["(i|we) pay (my|our) {a} {v}"],
        extent: { maxWords: 5, withTime: true },
      },
      {
        name: "spend_on",
        template: "Has at most {v} to spend on {a}",
        shape: "any",
        aShape: "short",
        cue: [
          "(i|we) (can not|do not want to|must not|may not|should not) spend (more than|over|above) {v} on {a} (altogether|in total|a week|a month|a day|per week|per month|per day|this month|this week|$)",
        ],
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
        aShape: "any",
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
          "{v} is (all|what) (that)? (is|there is|we have got|i have got) (in the pot|in the kitty|in the budget|there|left|available|set aside)?",
          "(i|we) have (got)? (about|around|roughly|up to|at most|only)? {v}",
          "(i|we) can (afford|spend|pay|go|stretch) (at most|up to|about|around|no more than|a maximum of|only|to|max)? {v}",
          "(i|we) (do not|can not|would not) (want to|like to)? (spend|pay|go|stretch to|afford) (more than|over|above|beyond|higher than|past) {v} (for|on) (it|this|that|them)",
          "(i|we) (do not|can not|would not) (want to|like to)? (spend|pay|go|afford) (more than|over|above|beyond|higher than|past) {v}",
          "{v} is (my|our|the) (limit|maximum|max|ceiling|budget|absolute limit|most we can|most i can)",
          "(my|our) (limit|maximum|max|ceiling|upper limit|price limit) is {v}",
          "(i|we) (want|would like) to (spend|stay) (at most|under|less than|no more than|below) {v}",
          "(it|that) (must|should|can) not cost more than {v}",
          "i never (spend|pay) more than {v}",
        ],
        extent: { maxWords: 9, withTime: true },
      },
    ]),
  ],
  last: [
    ...slotRules(
      {
        lang: EN,
        slot: "budget.income",
        shape: "uneven",
        ttl: "one_year",
        base: 86,
        key: "one",
      },
      [
        ...["income", "pay", "earnings", "takings", "wages", "turnover", "revenue"].map((noun) => ({
          name: `uneven_${noun}`,
          template: `Their ${noun} {v}`,
          moods: ["question" as const],
          cue: [`(my|our) (monthly|weekly|yearly)? ${noun} {v}`],
          extent: { maxWords: 7, withTime: true },
        })),
        {
          name: "some_months",
          template: "Earns {a} in some {b} and {v} in others",
          shape: "earned",
          aShape: "earned",
          cue: [
            "some {b} (it is|i make|i earn|i get|i take|i take in|we make|we take) {a} @comma? (and)? (some|others|other _|some _) (it is|i make|i earn|i get|i take|we make|we take)? {v}",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
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
  ],
};
