/**
 * English facts about absences and deadlines.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for absences and deadlines. */
export const DATE_RULES: RuleRoom = {
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
  ],
};
