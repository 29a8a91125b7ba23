/**
 * English facts about whom the user works for, in what team, field and role.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for whom the user works for, in what team, field and role. */
export const EMPLOYER_RULES: RuleRoom = {
  first: [
    ...slotRules(
      { lang: EN, slot: "role", shape: "our_body", ttl: "one_year", base: 88, key: "value" },
      ["treasurer", "secretary", "chair", "chairman", "chairwoman", "president", "captain"].map((
        office,
      ) => ({
        name: `is_${office}`,
        template: `Is the ${office} of {v}`,
        cue: [`i am (now)? (the|a)? (new)? ${office} (of|for) {v}`],
        extent: { maxWords: 6 },
      })),
    ),
  ],
  main: [
    ...slotRules({ lang: EN, slot: "team", shape: "free", ttl: "one_year", base: 86, key: "one" }, [
      {
        name: "looks_after",
        template: "Looks after the {a} of {v}",
        slot: "job",
        aShape: "short",
        shape: "looked_after",
        block: ["shift at", "shift in", "shifts at", "rounds at", "shopping for", "washing for"],
        cue: [
          "i (look after|handle|manage|do|keep|run|am in charge of|am responsible for) the {a} (of|for|at|in) (a|an|the|my|our) {v}",
        ],
        extent: { maxWords: 7 },
      },
      {
        name: "lead",
        template: "Leads {v}",
        cue: [
          "i lead {v}",
          "i am leading {v}",
          "i head (up)? {v}",
          "i am in charge of {v}",
          "i am responsible for {v}",
          "i supervise {v}",
        ],
        block: ["i lead a busy", "i lead an active", "i lead to"],
      },
      {
        name: "promoted",
        template: "Works as {v}",
        slot: "job",
        change: true,
        cue: [
          "(i|we) (have been|was|got|am) promoted to {v}",
          "i am {v} now $",
          "i (have)? become {v}",
          "i (have)? became {v}",
          "i (have)? (just)? (started|start) (a new job)? as {v}",
          "my new (job|role|position|title) is {v}",
          "i now work as {v}",
        ],
        shape: "job",
        extent: { maxWords: 8 },
      },
      {
        name: "moved_to",
        template: "Is in {v}",
        change: true,
        cue: [
          "(i|we) (have moved|moved|have switched|switched|transferred|have transferred|have gone over) to (the|our) {v} (team|department|squad|division|unit|group)",
        ],
      },
      {
        name: "on",
        template: "Is in {v}",
        shape: "team_name",
        cue: [
          "(i|we) am|are (on|in) the {v} (team|department|squad|division|unit|group)",
          "i work (on|in|with) the {v} (team|department|squad|division|unit)",
        ],
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "employer", shape: "free", ttl: "infinity", base: 86, key: "one" },
      [
        {
          name: "work_at",
          template: "Works {v}",
          cue: [
            "i (work|am working|have worked|have been working) (part-time|full-time)? {v}",
            "i (have)? (just|recently)? (started|start) (work|working)? {v}",
            "i (have)? (just|recently)? (got|found|landed|started|taken) (a|my)? (new)? (job|position|role|post) {v}",
          ],
          shape: "workplace",
          block: [
            "at the bottom",
            "at the top",
            "at the beginning",
            "at the end",
            "with the basics",
          ],
          extent: { maxWords: 9 },
        },
        {
          name: "now_at",
          template: "Works at {v} as a {b}",
          cue: ["i am (now|currently)? (at|with) {v} as (a|an) {b}"],
          block: ["at home", "at work", "at school", "at university"],
          extent: { maxWords: 5 },
        },
        {
          name: "employed",
          template: "Works for {v}",
          cue: [
            "i am employed (by|at) {v}",
            "my employer is {v}",
            "i (have)? joined {v} (as|last|this|in)",
          ],
          extent: { maxWords: 6 },
          block: ["i joined you", "i joined the call", "i joined the meeting"],
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "field", shape: "free", ttl: "infinity", base: 86, key: "one" },
      [
        {
          name: "in",
          template: "Works in {v}",
          cue: [
            "i work in {v}",
            "my field is {v}",
            "i have (worked|been working) in {v} for",
            "i have (worked|been working) in {v} since",
            "my (area|speciality|specialty|specialism|background) is (in)? {v}",
            "i specialise in {v}",
            "i specialize in {v}",
          ],
          block: [
            "work in a",
            "work in the",
            "work in my",
            "work in pairs",
            "work in silence",
            "work in progress",
            "work in vim",
          ],
          extent: { maxWords: 6 },
        },
      ],
    ),
  ],
  last: [
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
    ...slotRules(
      { lang: EN, slot: "employer", shape: "org_named", ttl: FOREVER, base: 86, key: "one" },
      [
        {
          name: "works_days_at",
          template: "Works {v}",
          shape: "workplace",
          cue: [
            "i work (nights|days|evenings|weekends|shifts|mornings|afternoons|two days a week|three days a week|four days a week|one day a week|five days a week|half days|full time|part time|remotely) {v}",
            "i do (shift work|shifts|night shifts|nights|odd jobs|the night shift) {v}",
          ],
          extent: { maxWords: 9 },
        },
        {
          name: "with_now",
          shape: "org_of_one",
          template: "Works with {v}",
          change: true,
          cue: [
            "i am (now)? (with|at) {v} (now|these days)",
            "(left|quit) {a} @comma (and)? (i am|i work) (now)? (with|at|for) {v} (now)?",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "left_and_at",
          template: "Works at {v}",
          shape: "org_named",
          base: 90,
          change: true,
          moods: ["past", "ended"],
          cue: [
            "(left|quit) * * (i am|we are|i work) (now)? (at|with|for) {v}",
            "(left|quit) * * and (i am|work|am) (now)? (at|with|for) {v}",
          ],
          extent: { maxWords: 7 },
        },
        {
          name: "been_with",
          template: "Has been with {v}",
          shape: "org_since",
          cue: ["(i|we) have been (with|at) {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "behind_bar",
          template: "Works behind the {v}",
          shape: "counter",
          cue: ["i (am|work|stand) behind the {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "workplace",
          slot: "workplace",
          template: "Their workplace is a {v}",
          shape: "workplace_noun",
          base: 82,
          cue: ["^ (at|in|on) (my|our) {v} (@comma|we|i|there)"],
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "role", shape: "committee", ttl: "one_year", base: 86, key: "value" },
      [
        {
          name: "sits_on",
          template: "Sits on {v}",
          cue: ["i (sit|serve) on {v}"],
          extent: { maxWords: 8 },
        },
        {
          name: "is_on",
          template: "Is on {v}",
          cue: ["(i|we) am|are (on|part of) (the|our|a) {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "chairs",
          template: "Chairs {v}",
          cue: ["i (chair|am chairing) {v}"],
          extent: { maxWords: 8 },
        },
        {
          name: "member",
          template: "Is a member of {v}",
          cue: [
            "(i|we) (am|are|have been) (a|an)? (active|founding)? (member|members|treasurer) of {v}",
          ],
          extent: { maxWords: 7 },
        },
      ],
    ),
  ],
};
