/**
 * English facts in frames of their own: what somebody earns their keep with, whom they share a home
 * with, what a day of the week is to them, what a body no longer does.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for facts in frames of their own. */
export const ASIDE_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "trade", shape: "free", ttl: FOREVER, base: 86, key: "value" },
      [
        {
          name: "we_of_a_trade",
          template: "Is one of the {v}",
          shape: "job_plural",
          moods: ["question", "request"],
          cue: [
            "^ (we|us) {v} (are|go|have|need|sleep|work|do|get|can|know|never|always|like|love|start|rise|eat|drink|live|must|want|stand|hate|use|earn|tend|rarely)",
            "for us {v} $",
            "(us|we) {v} @comma",
          ],
          extent: { maxWords: 3 },
        },
        {
          name: "is_my_trade",
          template: "Their trade is {v}",
          shape: "craft",
          cue: [
            "^ {v} is (my|our) (trade|livelihood|profession|calling|line of work|bread and butter|day job|craft)",
          ],
        },
        {
          name: "earns_with",
          template: "Earns a living with {v}",
          shape: "craft",
          cue: [
            "^ {v} is (how|what) (i|we) (earn|make) (my|our|a) (keep|living|money|bread|crust)",
            "^ {v} (pays|pay) (my|our) (bills|rent|mortgage)",
            "^ {v} (keeps|keep) a roof over (my|our) head|heads",
          ],
        },
        {
          name: "fronted_living",
          template: "{v} for a living",
          shape: "action",
          conjugate: true,
          cue: ["^ (for|as) a living (i|we) {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "working_life",
          template: "Spends their working life {v}",
          shape: "whereabouts_any",
          cue: [
            "my (working life|working day|working week|workday|job|work) (happens|takes place|is spent|plays out|goes on) {v}",
            "i spend my (working life|working days|workdays|shifts|career) {v}",
          ],
          extent: { maxWords: 7 },
        },
        {
          name: "half_week",
          template: "Spends {a} their week on {v}",
          shape: "share_of_week",
          aShape: "short",
          cue: [
            "{a} (of)? my (week|working week|working time|days) (goes|go) (into|to|on|towards) {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "behind_a_counter",
          template: "Has spent {a} years behind the {v}",
          shape: "counter_place",
          aShape: "year_count",
          moods: ["past"],
          cue: ["{a} years (now|already)? behind (the|a) {v}"],
          block: ["years behind schedule", "years behind the times", "years behind the curve"],
          extent: { maxWords: 6 },
        },
        {
          name: "run_by_me",
          template: "Runs {v}",
          shape: "with_article",
          cue: [
            "^ {v} is (run|managed|looked after|led|edited|organised|organized|chaired|tended) by (me|us)",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "answers_for",
          template: "Is responsible for {v}",
          shape: "with_article",
          cue: ["(i|we) answer for {v}", "(i|we) have (charge|the care) of {v}"],
          block: ["not answer for"],
          extent: { maxWords: 8 },
        },
        {
          name: "you_deal_with",
          slot: "job",
          template: "Works as {v}",
          shape: "job",
          key: "one",
          cue: [
            "^ you are (dealing|talking|speaking|chatting|writing) (with|to) {v}",
            "^ you have (got)? {v} (in front of you|on the line|at the other end|on the phone)",
          ],
          extent: { maxWords: 5 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "name", shape: "person", ttl: FOREVER, base: 88, key: "one" },
      [
        {
          name: "under_that_name",
          template: "Is called {v}",
          moods: ["request"],
          cue: [
            "(put|book|reserve|enter|file|note|register|save|list) (it|that|this|me|us|them)? (down)? under {v} (please|@comma|$)",
            "^ signed @comma {v} $",
            "^ (regards|cheers|best|thanks|yours) @comma {v} $",
            "you are (speaking|talking|dealing|chatting) (with|to) {v} $",
          ],
        },
        {
          name: "letter_in_it",
          template: "Is called {v}",
          change: true,
          cue: [
            "there is (a|an) _ (in it|in front|in the middle|at the end|too many|missing) @colon? {v}",
            "^ that is {v} @comma? (spelled|spelt|with)",
          ],
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "family", shape: "free", ttl: FOREVER, base: 86, key: "value" },
      [
        ...["daughter", "son", "grandson", "granddaughter", "niece", "nephew"].map((relation) => ({
          name: `born_${relation}`,
          template: `Has a ${relation}, {v}`,
          shape: "person" as const,
          moods: ["past" as const],
          cue: [
            `(my|our) (little|first|second|third|youngest)? ${relation} @comma? {v} @comma? was born`,
          ],
        })),
        {
          name: "fetched",
          template: "Has a {v}",
          shape: "relation",
          base: 80,
          cue: [
            "(fetch|fetching|collect|collecting|pick up|picking up|drop off|dropping off) my {v} (from|at|to|after|before|every|on|while|this|until)",
          ],
          extent: { maxWords: 1 },
        },
        {
          name: "home_shared_with",
          template: "Shares their home with {v}",
          shape: "sharers_of_home",
          cue: [
            "(i|we) share (the|a|my|our) (flat|house|home|apartment|room|cottage|place|kitchen|bathroom) with {v}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "lives_in_now",
          template: "Their {v} lives with them",
          shape: "one_relative",
          cue: [
            "(my|our)? {v} (lives|is living|has lived|has been living|stays) (with|at) (me|us|ours|mine|our place|my place)",
            "(my|our)? {v} (lives|is living) in (our|my) (house|flat|home|annexe|annex|basement|granny flat)",
          ],
        },
        {
          name: "have_been_with_us",
          template: "Has {v} in their care",
          shape: "children",
          cue: [
            "{v} (have|has) been with us (since|for)",
            "{v} (live|lives) under (my|our) roof",
          ],
        },
        {
          name: "twins",
          template: "Has twins",
          inPassing: true,
          shape: "any",
          moods: ["question", "request"],
          cue: ["(my|our) twins", "there are the twins"],
        },
        {
          name: "became_parent",
          template: "Is {v}",
          shape: "parent_word",
          cue: ["i am {v} (now|again|at last|@comma|$)", "i have (just)? become {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "was_born",
          template: "Their {a} was born {v}",
          shape: "birth_time",
          aShape: "one_relative",
          moods: ["past"],
          cue: ["(my|our) {a} (was|were) born {v}"],
          extent: { maxWords: 4, withTime: true },
        },
        {
          name: "count_now",
          template: "Has {v} children",
          shape: "count",
          change: true,
          cue: [
            "we are {v} (kids|children) (now)?",
            "(it is|that makes|we are up to) {v} (kids|children) now",
          ],
        },
        {
          name: "relative_with",
          template: "Their {a} {v}",
          shape: "relative_state",
          aShape: "one_relative",
          cue: ["(my|our) {a} {v}"],
          extent: { maxWords: 5 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "diet.avoid", shape: "food_phrase", ttl: FOREVER, base: 86, key: "value" },
      [
        {
          name: "off_limits",
          template: "Does not eat {v}",
          cue: [
            "^ {v} (is|are) (off limits|out|taboo|forbidden|a no-no|no go|a no-go|off the menu|not allowed|not an option|poison|no good|bad news|out of the question) (for|to|with) (me|us)",
            "^ {v} (is|are) (off limits|off the menu|taboo) $",
            "^ {v} (i|we) (do|can) not (touch|eat|have|drink|take|go near)",
            "(no|never any) {v} for (me|us) (ever)? (please|thanks|since|$)",
            "(i|we) (leave|have left|cut|have cut) {v} (out|alone)",
            "(i|we) have been told to (leave|cut) {v} out",
            "(i|we) have been told to (avoid|leave out|cut out|give up|stay off) {v}",
            "(i|we) (do not|never) go near {v}",
            "(i|we) stay (away from|clear of|off) {v}",
          ],
          extent: { maxWords: 3 },
        },
        {
          name: "not_borne",
          slot: "allergy",
          template: "Reacts badly to {v}",
          base: 90,
          cue: [
            "(one|a|a single) (bite|spoonful|sip|crumb|whiff|trace) of {v} and (i|my)",
            "(anything|everything) with {v} (in it)? (puts|lands|gets|makes|sends|brings|gives) me",
            "(my|our) (stomach|gut|body|system|skin|throat) (rebels|protests|reacts|revolts|swells|flares up) (at|to|against|from|with) {v}",
            "(my|our) (stomach|gut|body|system|skin) will not (take|have|bear|tolerate|keep) {v}",
            "^ {v} (does|do) not (sit|go down) well with (me|my stomach|us)",
            "^ {v} (puts|put|lands|land) me in (hospital|bed)",
            "^ {v} (upsets|upset|wrecks|wreck|ruins) my (stomach|gut|digestion|skin)",
            "keep (the)? {v} away from me",
          ],
          moods: ["request"],
          extent: { maxWords: 3 },
        },
      ],
    ),
  ],
  last: [
    ...slotRules(
      {
        lang: EN,
        slot: "ownership",
        shape: "place_of_ones_own",
        ttl: "one_year",
        base: 80,
        key: "value",
      },
      [
        {
          name: "own_place",
          template: "Has their own {v}",
          moods: ["question", "request"],
          cue: ["(my|our) (little|small|old|tiny|new)? {v}"],
          extent: { maxWords: 3 },
        },
      ],
    ),
  ],
};
