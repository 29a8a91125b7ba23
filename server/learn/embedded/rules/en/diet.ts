/**
 * English facts about what the user does not or may not eat.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** What a food may bring on without being an allergy. */
const PAINS = [
  "heartburn",
  "reflux",
  "acid reflux",
  "indigestion",
  "headache",
  "headaches",
  "migraine",
  "migraines",
  "palpitations",
  "insomnia",
  "bloating",
  "jitters",
];

/** Rules for what the user does not or may not eat. */
export const DIET_RULES: RuleRoom = {
  main: [
    ...slotRules({
      lang: EN,
      slot: "allergy",
      shape: "allergen",
      ttl: FOREVER,
      base: 92,
      key: "value",
    }, [
      {
        name: "allergic",
        template: "Is allergic to {v}",
        cue: [
          "(i|we) am|are (severely|badly|highly)? allergic too {v}",
          "allergic 2 {v}",
          "(i|we) am|are (severely|badly|highly|mildly|slightly|deathly|very)? allergic to {v}",
          "(i|we) have (a|an)? (severe|bad|mild|serious|strong|nasty)? allergy (to|against) {v}",
          "^ (severely|badly|highly)? allergic to {v}",
          "(being|because of being) allergic to {v}",
          "my allergy to {v}",
          "both of us are allergic to {v}",
        ],
      },
      {
        name: "allergy",
        template: "Is allergic to {v}",
        cue: [
          "(i|we) (have|have got|got|developed|have developed) (a|an|this|that|my)? (bit of a)? (severe|bad|mild|serious|strong|nasty|slight)? {v} allergy",
          "(i|we) (have|have got) (these|those|my)? {v} allergies",
          "^ (have)? got (a|an) (severe|bad|mild|serious|strong|nasty|slight)? {v} allergy",
          "(my|our) (bad|severe|stupid|nut)? {v} allergy",
          "because of (my|a) {v} allergy",
          "^ (severe|bad)? {v} allergy (here|@comma)",
        ],
        moods: ["past"],
      },
      {
        name: "intolerant",
        template: "Is {v}-intolerant",
        cue: ["(i|we) am|are {v} intolerant", "^ {v} intolerant"],
        extent: { maxWords: 2 },
      },
      {
        name: "intolerance",
        template: "Is intolerant to {v}",
        cue: [
          "(my|our) (stomach|gut|body|system) (can|do|does) not (handle|take|tolerate|digest|like|cope with|agree with) {v}",
          "{v} (does|do) not agree with (me|my stomach)",
          "(i|we) (can|do) not (handle|digest|tolerate|stomach|process) {v}",
          "(i|we) am|are intolerant (to|of) {v}",
          "(i|we) have (got)? (a|an|this|that|my)? {v} intolerance",
          "my {v} intolerance",
          "(i|we) (do|can) not tolerate {v}",
          "(i|my body|my stomach) (do|does|can) not (digest|handle|process) {v}",
        ],
      },
      {
        name: "reacts",
        template: "Reacts badly to {v}",
        shape: "allergen_strict",
        cue: [
          "i react (badly|strongly|allergically|very badly)? to {v}",
          "i get (hives|a rash|rashes|migraines|sick|ill|swollen lips|stomach cramps|itchy) (from|of|when i eat) {v}",
          "i (break|come) out in (hives|a rash|spots) (from|with|when i eat|when i touch) {v}",
          "i am sensitive to {v}",
          "i swell up from {v}",
        ],
      },
      ...PAINS.map((pain) => ({
        name: `gives_${pain.replaceAll(" ", "_")}`,
        template: `Reacts badly to {v} (gets ${pain})`,
        shape: "allergen_strict" as const,
        change: true,
        cue: [`^ {v} (gives|give) me (a|an|bad|terrible|awful|horrible|such|really bad)? ${pain}`],
        extent: { maxWords: 4 },
      })),
      {
        name: "gives_me",
        template: "Is allergic to {v} (gets {b})",
        shape: "allergen_strict",
        cue: [
          "^ {v} (brings|bring|brought) me out in {b}",
          "^ {v} (gives|give) me {b}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "makes_me",
        template: "Reacts to {v}",
        shape: "allergen_strict",
        cue: [
          "^ {v} (triggers|trigger|sets off|set off) my (allergy|allergies|asthma|hay fever|migraines|eczema|reflux)",
          "^ {v} (makes|make) me (sneeze|itch|swell|wheeze|sick|ill|come out|break out|vomit|feel sick|very ill)",
          "^ {v} (makes|make) my (throat|skin|lips|face|eyes|tongue|mouth) (swell|itch|water|burn|tingle)",
        ],
        extent: { maxWords: 4 },
      },
    ]),
    ...slotRules({ lang: EN, slot: "diet", shape: "any", ttl: FOREVER, base: 86, key: "one" }, [
      {
        name: "is",
        template: "Is {v}",
        shape: "diet",
        cue: [
          "(i|we) (have)? (switched|changed|gone|moved|went) (from {a})? (to|over to) (being|a)? {v} (diet)?",
          "(i|we) am|are (a|an|both|all|strictly|mostly|lifelong|strict)? {v}",
          "(i|we) have been (a|an|strictly)? {v}",
          "^ as (a|an) (strict|lifelong)? {v}",
          "(i|we) (have)? (went|gone|turned|became|become) (fully|completely|entirely|totally|strictly|properly|mostly|all)? {v}",
          "(i|we) (follow|keep|eat|do|stick to) (a|an|to a|strictly)? {v}",
          "being (a|an)? {v}",
          "^ {v} (here|@comma so)",
          "(my|our) diet is {v}",
          "i cook {v}",
          "a {v} (here|household)",
          "(i|we) (eat|cook) only {v}",
          "we are a {v} (family|household)",
        ],
        block: ["keep kosher"],
        extent: { maxWords: 2 },
      },
      {
        name: "keeps_kosher",
        template: "Keeps kosher",
        cue: ["(i|we) (keep|am keeping) kosher"],
      },
      {
        name: "only_eat",
        template: "Can only eat {v}",
        shape: "taste",
        cue: ["(i|we) (can|may|must|am allowed to) only (eat|swallow|chew) {v}"],
        key: "value",
        extent: { maxWords: 4 },
      },
      {
        name: "vegetarians",
        template: "Is vegetarian",
        cue: ["we are (all|both)? vegetarians"],
      },
      {
        name: "vegans",
        template: "Is vegan",
        cue: ["we are (all|both)? vegans"],
      },
      {
        name: "on_diet",
        template: "Is on a {v} diet",
        shape: "any",
        cue: ["(i|we) am|are on (a|an|the) {v} diet"],
        block: ["a new diet", "a strict diet", "on my diet", "the same diet", "the right diet"],
      },
      {
        name: "drinks_again",
        template: "Drinks {v} again",
        shape: "food",
        change: true,
        cue: ["(i|we) (drink|have started drinking|started drinking|am drinking) {v} again"],
        extent: { maxWords: 3 },
      },
      {
        name: "again",
        template: "Eats {v} again",
        shape: "food",
        change: true,
        cue: [
          "(i|we) (eat|have started eating|started eating|started to eat|am eating|are eating|have gone back to eating|went back to eating|now eat) {v} again",
          "(i|we) (am|are) back (to|on|to eating) {v}",
        ],
        extent: { maxWords: 5 },
      },
    ]),
    ...slotRules({
      lang: EN,
      slot: "diet.avoid",
      shape: "food",
      ttl: FOREVER,
      base: 86,
      key: "value",
    }, [
      {
        name: "not_eat",
        template: "Does not eat {v}",
        cue: [
          "(i|we) eat (everything|anything|all) (except|but|apart from|other than) {v}",
          "(neither|none) of us eats {v}",
          "(i|we) (do|can|must|should|will|may) not (eat|have|do|touch|consume) (any|much)? {v}",
          "(i|we) (am|are) not (allowed|supposed) to (eat|have) {v}",
          "(i|we) eat no {v}",
          "(i|we) never (eat|touch) {v}",
          "(i|we) (have stopped|stopped|quit|have quit) eating {v}",
          "(i|we) (gave|have given) up {v}",
          "(i|we) (am|are) off {v}",
          "(i|we) (stay|keep|steer) (away|clear) (from|of) {v}",
          "i (have to|need to|must) (avoid|skip) {v}",
          "i am avoiding {v}",
          "i cut out {v}",
        ],
        // `I'm off ibuprofen`: a medicine is not eaten.
        block: [
          ...["up the", "up my", "up our", "up on", "up with"],
          ..."ibuprofen paracetamol aspirin antibiotics painkillers steroids statins insulin morphine codeine"
            .split(" ").map((medicine) => `off ${medicine}`),
        ],
        extent: { maxWords: 6 },
        moods: ["ended"],
      },
      {
        // `I can't take ibuprofen`: it is not eaten.
        name: "not_take",
        template: "Does not take {v}",
        cue: ["(i|we) (do|can|must|should|will|may) not take (any|much)? {v}"],
        block: [
          "personally",
          "seriously",
          "lightly",
          "for granted",
          "part",
          "risks",
          "chances",
          "credit",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "not_drink",
        template: "Does not drink {v}",
        cue: [
          "(neither|none) of us drinks {v}",
          "(i|we) (do|can|must|should) not drink (any)? {v}",
          "(i|we) never drink {v}",
          "(i|we) (have stopped|stopped|quit) drinking {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "no_for_me",
        noLimit: true,
        template: "Does not eat {v}",
        cue: [
          "{v} is (off the table|off the menu|off my menu|off my list|off limits|out|taboo|forbidden|banned|a no-go) for me",
          "{v} is (off the table|off limits|a no-go)",
          "^ no {v} for (me|us)",
          "(i|we) avoid {v}",
          "^ no {v} @comma? (please|thanks)? $",
        ],
        // `No nuts in this cake please`: of one dish.
        block: [
          "no dogs",
          "no cats",
          "no pets",
          "no kids",
          "after all",
          "in the",
          "in this",
          "in that",
          "in it",
          "on the",
          "on this",
          "on it",
          "on top",
          "in tonight",
          "in today",
          "in tomorrow",
          "with the",
          "with this",
          "for the",
          "for dinner",
          "for lunch",
          "for this",
          // `No milk left`: what the kitchen lacks today.
          "left",
          "at home",
          "in here",
          "at the moment",
          "right now",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "eats_but_no",
        template: "Eats {a} but no {v}",
        aShape: "food",
        cue: ["(i|we) eat {a} but (no|not) {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "teetotal",
        template: "Does not drink alcohol",
        shape: "any",
        cue: [
          "(i|we) do not drink $",
          "(i|we) do not drink @comma",
          "(i|we) do not drink (at all|anymore|any more)",
          "(my _ and (i|me)|(me|i) and my _) do not drink (at all|anymore|any more|@comma|$)",
        ],
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "diet", shape: "diet", ttl: FOREVER, base: 86, key: "one" },
      [
        {
          name: "like_me",
          template: "Is {v}",
          moods: ["question", "request"],
          cue: [
            "(a|an) {v} like (me|us)",
            "i @comma (as)? (a|an) {v} @comma",
            "we @comma (as)? {v} @comma",
          ],
        },
        {
          name: "put_on",
          template: "Is on a {v} diet",
          shape: "short",
          moods: ["past"],
          cue: [
            "(put|has put|have put|had put) me on (a|an) {v} diet",
            "i (have been|was|got) put on (a|an) {v} diet",
          ],
          block: ["a new diet", "a strict diet"],
        },
        {
          name: "not_eaten_since",
          slot: "diet.avoid",
          template: "Does not eat {v}",
          shape: "food",
          key: "value",
          cue: ["(i|we) have not (eaten|had|touched|drunk) (any)? {v} (since|for|in)"],
          block: ["today", "yet"],
        },
        {
          name: "stopped_by",
          slot: "diet.avoid",
          template: "Does not have {v}",
          shape: "food",
          key: "value",
          change: true,
          moods: ["reported", "past"],
          cue: [
            "(doctor|gp|dietitian|cardiologist|dentist|physio|stomach|liver|heart) (told me to|says to|said to|made me) (stop|give up|cut out|quit|avoid) (drinking|eating)? {v}",
            "my (stomach|doctor|liver|heart|health) (has)? put an end to {v}",
            "my _ (has)? (put|struck|crossed|took|taken) {v} (on the (forbidden|banned|black|no-go) list|off the (menu|list)|off my (menu|list|plate))",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "prefer.if",
      shape: "meal_norm",
      ttl: FOREVER,
      base: 86,
      key: "subject",
    }, [
      ...["weekdays", "weeknights", "workdays", "weekends", "saturdays", "sundays"].map((days) => ({
        name: `norm_on_${days}`,
        template: `On ${days}, {v}`,
        cue: [`^ on ${days} @comma? {v}`],
        extent: { maxWords: 12, withTime: true },
      })),
      ...["weekday", "weeknight", "weekend", "saturday", "sunday", "midweek"].map((day) => ({
        name: `norm_of_${day}`,
        template: `${day.charAt(0).toUpperCase()}${day.slice(1)} {v}`,
        cue: [`^ ${day} {v}`],
        extent: { maxWords: 12, withTime: true },
      })),
    ]),
  ],
};
