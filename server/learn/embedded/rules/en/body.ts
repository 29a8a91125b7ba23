/**
 * English facts about food, health and access.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for diets, allergies, conditions and aids. */
export const BODY_RULES: readonly FactRule[] = [
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
        "(i|we) have (a|an)? (severe|bad|mild|serious|strong|nasty)? {v} allergy",
        "(i|we) have {v} allergies",
        "(my|our|a|my bad|my severe) {v} allergy",
        "because of (my|a) {v} allergy",
        "^ (severe|bad)? {v} allergy (here|@comma)",
      ],
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
        "(i|we) am|are intolerant (to|of) {v}",
        "(i|we) have (a|an)? {v} intolerance",
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
    {
      name: "gives_me",
      template: "Is allergic to {v} (gets {b})",
      shape: "allergen_strict",
      cue: [
        "^ {v} (brings|bring|brought) me out in {b}",
        "^ {v} (gives|give) me {b}",
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
        "(i|we) am|are (a|an|both|all|strictly|mostly|lifelong|strict)? {v}",
        "(i|we) have been (a|an|strictly)? {v}",
        "^ as (a|an) (strict|lifelong)? {v}",
        "(i|we) (have)? (went|gone|turned|became|become) {v}",
        "(i|we) am|are on (a|an|the) {v} diet",
        "(i|we) (follow|keep|eat|do|stick to) (a|an|to a|strictly)? {v}",
        "being (a|an)? {v}",
        "^ {v} (here|@comma so)",
        "(my|our) diet is {v}",
        "i cook {v}",
        "a {v} (here|household)",
        "(i|we) (eat|cook) only {v}",
        "we are a {v} (family|household)",
      ],
      extent: { maxWords: 2 },
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
        "(i|we) (do|can|must|should|will|may) not (eat|have|do|touch|consume|take) (any|much)? {v}",
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
      extent: { maxWords: 6 },
      moods: ["ended"],
    },
    {
      name: "not_drink",
      template: "Does not drink {v}",
      cue: [
        "(i|we) (do|can|must|should) not drink (any)? {v}",
        "(i|we) never drink {v}",
        "(i|we) (have stopped|stopped|quit) drinking {v}",
      ],
      extent: { maxWords: 4 },
    },
    {
      name: "no_for_me",
      template: "Does not eat {v}",
      cue: [
        "{v} is (off the table|off limits|out|taboo|forbidden|banned|a no-go) for me",
        "{v} is (off the table|off limits|a no-go)",
        "^ no {v} for (me|us)",
        "(i|we) avoid {v}",
        "^ no {v} @comma? (please|thanks)? $",
      ],
      extent: { maxWords: 6 },
    },
    {
      name: "teetotal",
      template: "Does not drink alcohol",
      shape: "any",
      cue: [
        "i do not drink $",
        "i do not drink @comma",
        "i do not drink (at all|anymore|any more)",
      ],
    },
  ]),
  ...slotRules(
    { lang: EN, slot: "access", shape: "access", ttl: FOREVER, base: 92, key: "value" },
    [
      {
        name: "is",
        template: "Is {v}",
        cue: [
          "(i|we) am|are (also|nearly|almost|partially|partly|legally|completely|slightly|profoundly|mildly|severely|totally|registered)? {v}",
          "(i|we) was born {v}",
          "being {v}",
          "as (a|an) {v} (person|user|man|woman)",
        ],
        extent: { maxWords: 5 },
        moods: ["past"],
      },
      {
        name: "hearing",
        template: "Is hard of hearing",
        shape: "any",
        cue: [
          "i am (very|a bit|a little|quite)? hard of hearing",
          "i (do|can) not hear (well|very well|properly|much|a thing|anything)",
          "my hearing is (bad|poor|going|not what it was|not great|terrible)",
        ],
      },
      {
        name: "sight",
        template: "Has poor eyesight",
        shape: "any",
        cue: [
          "my (eyesight|eyes|sight|vision) (is|are) (bad|poor|going|weak|failing|not what they were|not great|terrible)",
          "i (do|can) not see (well|very well|properly|small print|small text)",
          "i am (visually impaired|partially sighted|losing my sight|going blind)",
        ],
      },
      {
        name: "aid",
        template: "Uses {v}",
        shape: "aid",
        cue: [
          "(i|we) (use|am using|need|rely on|depend on|walk with|wear|have|have got|navigate with|read with|work with|browse with|type with) {v}",
          "i am in {v}",
          "i get around (in|with|on) {v}",
          "with my {v}",
          "with {v} so",
          "my {v}",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "cannot",
        template: "Cannot {v}",
        shape: "not_able",
        base: 84,
        cue: ["i can not {v}", "i am unable to {v}", "i am not able to {v}"],
        extent: { maxWords: 7 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "health", shape: "health", ttl: FOREVER, base: 92, key: "value" },
    [
      {
        name: "doctor_says",
        template: "Must avoid {v}",
        shape: "restraint",
        ttl: "one_month",
        base: 86,
        needsLimit: true,
        moods: ["reported"],
        cue: [
          "(doctor|physio|surgeon|dentist|gp|nurse|physiotherapist) (says|said|told me|ordered|wants) (no|not to|no more) {v}",
          "i (must|should|can|may) not {v}",
          "i am not (allowed|supposed) to {v}",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "am_a",
        template: "Is {v}",
        shape: "condition_person",
        cue: ["i am (a|an)? {v}", "as (a|an) {v} i", "as (a|an) {v} @comma", "being (a|an) {v}"],
        extent: { maxWords: 4 },
      },
      {
        name: "with_aid",
        template: "Uses {v}",
        shape: "aid",
        slot: "access",
        shares: true,
        base: 92,
        cue: ["i am (a|an)? * @condition with {v}", "i am (a|an)? _ _ @condition with {v}"],
        extent: { maxWords: 5 },
      },
      {
        name: "have",
        template: "Has {v}",
        cue: [
          "(i|we) (have|have got|suffer from|live with|am living with|deal with|struggle with|am prone to|get|am recovering from) {v}",
          "i (was|have been|got) diagnosed with {v}",
          "my {v} (is|has|means|makes|keeps|acts|flares|plays|gets|does|stops|prevents)",
          "(because of|due to|with|thanks to|for) my {v}",
          "since my {v} @comma?",
          "my doctor diagnosed me with {v}",
        ],
        extent: { maxWords: 7 },
        moods: ["past"],
      },
      {
        name: "bad_part",
        template: "Has {v}",
        shape: "bad_part",
        base: 84,
        cue: ["(i|we) have (a|an|got a) {v}", "my {v}", "with (a|my) {v}"],
        extent: { maxWords: 4 },
      },
      {
        name: "injury",
        template: "Has {v}",
        shape: "body_state",
        ttl: "one_month",
        base: 86,
        cue: [
          "my {v} (is|are) (in a cast|in plaster|broken|sprained|injured|sore|swollen|fractured|torn|hurting|killing me|in a sling|bandaged)",
          "i (have)? (broke|broken|sprained|twisted|fractured|tore|torn|injured|hurt|pulled|dislocated) {v}",
          "i have (a|an) (broken|sprained|twisted|fractured|torn|injured) {v}",
        ],
        extent: { maxWords: 4 },
      },
      {
        name: "cast",
        template: "Has {v} in a cast",
        shape: "body_state",
        ttl: "one_month",
        base: 86,
        cue: ["my {v} is in (a|the) (cast|sling|splint|plaster|brace)"],
        extent: { maxWords: 4 },
      },
    ],
  ),
];
