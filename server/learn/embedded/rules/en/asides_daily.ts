/**
 * English facts said in passing about days, languages, abilities, likes, money, tools and homes.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for daily life, said in passing. */
export const DAILY_ASIDE_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "schedule", shape: "kind_of_day", ttl: "one_year", base: 86, key: "kind" },
      [
        {
          name: "day_is",
          template: "Has their {v} on {a}",
          aShape: "day_name",
          cue: ["^ {a} (is|are) (my|our) {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "day_given",
          template: "Keeps {a} for {v}",
          shape: "with_article",
          aShape: "day_name",
          cue: [
            "^ {a} (belong|belongs|are reserved|go) (to|for) {v}",
            "^ {a} (are|is) (reserved|kept|set aside) for {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "out_on",
          template: "Is {a} {v}",
          shape: "returning_days",
          aShape: "away_word",
          cue: ["(i|we) am|are (always|never in|usually)? {a} {v}"],
          extent: { maxWords: 5, withTime: true },
        },
        {
          name: "day_with",
          template: "Is with {v} on {a}",
          shape: "with_article",
          aShape: "day_name",
          cue: ["^ (on)? {a} (i|we) am|are with {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "day_useless",
          template: "Is not available {v}",
          shape: "day_name",
          cue: [
            "^ {v} (are|is) (useless|no good|no use|hopeless|impossible|out|out of the question|bad|terrible|off limits|a no-go|tricky) (for (me|us))",
            "^ {v} (are|is) (hopeless|impossible|out of the question|off limits) $",
          ],
        },
        {
          name: "bed_at",
          template: "Goes to bed at {v}",
          shape: "hour_named",
          cue: ["(i|we) (always|usually)? (go to bed|turn in|am in bed|are in bed) (at|by) {v}"],
          extent: { maxWords: 5, withTime: true },
        },
        {
          name: "unreachable_before",
          template: "Cannot be reached {a} {v}",
          shape: "hour_named",
          aShape: "before_after",
          cue: [
            "^ {a} {v} you will not (reach|get|catch|find) me",
            "you will not (reach|get|catch|find) me {a} {v}",
            "(i|we) (switch|turn) (the|my) phone off {a} {v}",
            "^ {a} {v} (i|we) (switch|turn) (the|my|our) phone off",
            "^ {a} {v} (the|my|our) phone is off",
          ],
          extent: { maxWords: 5, withTime: true },
        },
        {
          name: "shop_shut",
          template: "Is closed on {v}",
          shape: "day_name",
          cue: [
            "^ on {v} (the|our|my) (shop|studio|office|practice|clinic|café|cafe|restaurant|salon|bakery|workshop|library|museum|we) (is|are|stays|stay) (shut|closed)",
          ],
        },
      ],
    ),
    ...slotRules(
      {
        lang: EN,
        slot: "language.speaks",
        shape: "language",
        ttl: FOREVER,
        base: 86,
        key: "value",
      },
      [
        {
          name: "gets_by",
          template: "Gets by in {v}",
          cue: ["(i|we) (can)? get by in {v}", "(i|we) (manage|cope|make do) in {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "brushing_up",
          slot: "learning",
          template: "Is learning {v}",
          cue: [
            "(i|we) am|are (brushing up|polishing|improving|working on|refreshing) (on)? (my|our) {v}",
          ],
          extent: { maxWords: 2 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "access", shape: "lost_ability", ttl: FOREVER, base: 86, key: "value" },
      [
        {
          name: "no_longer_able",
          template: "Cannot {v}",
          moods: ["ended"],
          cue: [
            "(i|we) can not {v}",
            "(i|we) can (no longer|hardly|barely|scarcely) {v}",
            "i am (not able|unable|no longer able) to {v}",
            "i struggle to {v}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "without_aid",
          template: "Needs {v} to see",
          shape: "glasses",
          cue: ["without (my)? {v} i (see|read|can not|am blind|am lost)"],
          extent: { maxWords: 3 },
        },
        {
          name: "one_side",
          template: "Only hears on {v}",
          shape: "short",
          cue: ["i (only|just) hear (on|with|in) {v}", "i hear (only|nothing) (on|with|in) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "colours_alike",
          template: "Confuses {v}",
          shape: "colour_pair",
          cue: ["^ {v} look (the same|alike|identical) to me", "(i|we) (confuse|mix up) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "walking_stick",
          template: "Uses {v}",
          shape: "stick",
          cue: ["i (use|walk with|lean on|need|rely on) {v}"],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "like", shape: "craft", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "great_passion",
          template: "Loves {v}",
          cue: [
            "^ {v} is (my|our) (great|big|one|only|true|real|secret|other)? (passion|love|obsession|hobby|pastime|thing|joy|escape)",
            "^ {v} (keeps|keep) me (sane|going|calm|fit|happy|young|grounded)",
            "^ {v} (helps|help) me (relax|unwind|switch off)",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "mornings_belong",
          template: "Spends their {a} on {v}",
          shape: "with_article",
          aShape: "day_name",
          cue: ["my {a} (belong|belongs|go) to {v}"],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      {
        lang: EN,
        slot: "budget",
        shape: "money_strict",
        ttl: "one_quarter",
        base: 86,
        key: "subject",
      },
      [
        {
          name: "can_spare",
          template: "Has a budget of {v}",
          cue: [
            "^ {v} is (what|all|as much as) (i|we) (can|could|want to|am able to|are able to|have to|would like to) (spare|spend|afford|pay|put in|give)",
            "(more than|over|above|beyond) {v} (is not|are not) (in it|possible|doable|on|within reach) (for (me|us))?",
            "(my|our) (ceiling|wallet|purse|upper limit|pain threshold|cap) (is|says|allows) {v}",
            "(money|cash) is tight @comma {v}",
          ],
          extent: { maxWords: 8, withTime: true },
        },
        {
          name: "must_not_cost",
          template: "Wants to spend no more than {v} on {a}",
          aShape: "short",
          moods: ["request"],
          cue: [
            "{a} (must|should|can|may) not (cost|come to|go over|exceed) (more than|over)? {v}",
          ],
          block: ["it must not", "it should not", "it can not", "that must not"],
          extent: { maxWords: 6, withTime: true },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "tool", shape: "known_tool", ttl: "one_year", base: 86, key: "value" },
      [
        {
          name: "office_runs",
          template: "Uses {v}",
          cue: [
            "(the|my|our) (whole)? (office|studio|team|company|school|house|household|practice|lab|department|workshop|newsroom) (is on|runs on|runs|works on|works in|works with|uses|lives in) {v}",
            "(since|from) * (i|we) have been (using|on|with|running|in) {v}",
            "in {v} @comma (which is)? where (i|we) (do|draw|write|edit|keep|make|cut|mix|model|record|plan)",
          ],
          extent: { maxWords: 3 },
          change: true,
        },
        {
          name: "unlisted_instead",
          template: "Uses {v}",
          shape: "named_tool",
          change: true,
          cue: [
            "(i|we) have been using {v} instead of",
            "(i|we) (use|am using|are using) {v} instead of",
            "(i|we) (have swapped|swapped|have traded|traded) {a} for {v}",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "place.home", shape: "place", ttl: FOREVER, base: 86, key: "one" },
      [
        {
          name: "left_behind",
          template: "Lives in {v}",
          change: true,
          cue: ["(i|we) have left {a} (behind)? @comma? it is {v} now", "(i|we) live in {v} now"],
        },
        {
          name: "vessel_home",
          template: "Lives on {v}",
          shape: "afloat",
          change: true,
          cue: ["and (now)? live on {v}", "(i|we) live (now)? on {v}"],
          extent: { maxWords: 4 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "job", shape: "action", ttl: FOREVER, base: 86, key: "one" },
      [
        {
          name: "job_behind_me",
          template: "{v}",
          conjugate: true,
          change: true,
          cue: ["^ (nowadays|these days) (i|we) {v}", "^ now (i|we) {v} for (a living|work)"],
          extent: { maxWords: 8 },
          shape: "plain_act",
        },
        {
          name: "from_to",
          template: "Has changed from {a} to {v}",
          shape: "craft_gerund",
          aShape: "craft_gerund",
          change: true,
          moods: ["past"],
          cue: ["(i|we) (have)? (changed|switched|moved|gone|went) * from {a} to {v}"],
          extent: { maxWords: 3 },
        },
      ],
    ),
  ],
};
