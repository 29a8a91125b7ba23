/**
 * English facts that hold for a while: on crutches, without a car, the kitchen under repair.
 *
 * Each needs a limiting time cue; without one such a sentence teaches nothing.
 *
 * @module
 */

import { wordSet } from "../../lexicon/words.ts";
import { type FactRule, slotRules } from "../rule.ts";

/** Words with which the limit begins, so the value ends before them. */
/** Rooms that are one's own where their closing is told. */
const WORKROOMS = ["workshop", "studio", "atelier", "salon", "practice", "showroom", "warehouse"];

const LIMIT_OPENERS = wordSet("until till for this while over through next during these");

/** Rules for passing states. */
export const CIRCUMSTANCE_RULES: readonly FactRule[] = slotRules(
  { lang: "en", slot: "circumstance", shape: "short", ttl: "one_month", base: 86, key: "value" },
  [
    {
      name: "on",
      template: "Is on {v}",
      shape: "passing_state",
      needsLimit: true,
      cue: ["(i|we) am|are (back|still)? on {v}"],
      extent: { maxWords: 5, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "minds",
      template: "Is looking after {v}",
      shape: "minded",
      needsLimit: true,
      cue: [
        "(i|we) (am|are|will be) (minding|looking after|babysitting|watching|feeding|walking|caring for|taking care of|keeping an eye on) {v}",
        "(i|we) have (got)? {v} (staying|here|over)? (till|until)",
      ],
      extent: { maxWords: 7, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "in",
      template: "Is in {v}",
      shape: "passing_aid",
      needsLimit: true,
      cue: ["i am (still)? in {v}", "i will be in {v}"],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "for_me",
      template: "Gets by on {v}",
      needsLimit: true,
      cue: ["it is (only|just)? {v} for me"],
      block: [
        "it is hard",
        "it is fine",
        "it is ok",
        "it is good",
        "it is enough",
        "it is too",
        "it is time",
      ],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "wears",
      template: "Has {v}",
      shape: "passing_aid",
      needsLimit: true,
      cue: ["i (have|have got|am wearing|wear|need|am using|use) {v}"],
      extent: { maxWords: 7, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "part_in",
      template: "Has their {a} in {v}",
      shape: "passing_aid",
      aShape: "body_part",
      needsLimit: true,
      cue: ["my {a} (is|are) in {v}"],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "without",
      template: "Is without {v}",
      needsLimit: true,
      cue: ["(i|we) am|are without {v}", "(i|we) (do not have|have no) {v}"],
      block: ["am without doubt", "are without doubt", "have no (time|idea|doubt|plans)"],
      extent: { maxWords: 5, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "off_with",
      template: "Is off work with {v}",
      needsLimit: true,
      cue: ["i am (off|off work|off sick|at home|home|laid up) with {v}"],
      extent: { maxWords: 6, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "under_work",
      template: "Their {a} is being {v}",
      aShape: "short",
      needsLimit: true,
      cue: ["(my|our) {a} (is|are) being {v}", "(my|our) {a} (is|are) getting {v}"],
      extent: { maxWords: 3, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "being_mended",
      template: "Their {a} is in {v}",
      shape: "repair_place",
      aShape: "own_thing",
      needsLimit: true,
      cue: ["(my|our) {a} (is|are) (still|back)? in (for)? {v}"],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "at_mender",
      template: "Their {a} is at {v}",
      shape: "repair_place",
      aShape: "own_thing",
      needsLimit: true,
      cue: ["(my|our) {a} (is|are) (still|back)? at {v}"],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "out_of_order",
      template: "Their {v} is out of order",
      needsLimit: true,
      cue: [
        "(my|our) {v} (is|are) (broken|out of order|out of service|out of action|down|closed|shut)",
        "the {v} in (my|our) (building|house|flat|office|block|home|street|shop|school) (is|are) (broken|out of order|out of service|out of action|down|closed|shut)",
      ],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    ...WORKROOMS.map((room) => ({
      name: `${room}_closed`,
      template: `Their ${room} is closed`,
      shape: "any" as const,
      needsLimit: true,
      cue: [`the ${room} (is|stays|remains|will be) (closed|shut)`],
    })),
    {
      name: "only_has",
      template: "Only has {v}",
      shape: "makeshift",
      needsLimit: true,
      cue: ["(i|we) (only have|have only|only have got|have only got) {v}"],
      extent: { maxWords: 5, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "blocked",
      template: "Their {v} is blocked",
      needsLimit: true,
      cue: ["(my|our) {v} (is|are) (blocked|frozen|locked|suspended)"],
      extent: { maxWords: 3, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "covering",
      template: "Is standing in for {v}",
      needsLimit: true,
      cue: ["(i|we) am|are (covering|filling in|standing in|deputising) for {v}"],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "driving",
      template: "Is driving {v}",
      needsLimit: true,
      cue: ["(i|we) am|are driving (around in)? {v}"],
      block: [
        "driving to",
        "driving from",
        "driving through",
        "driving home",
        "driving myself",
        "driving me",
      ],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "alone",
      template: "Is alone with {v}",
      needsLimit: true,
      cue: ["(i|we) am|are (alone|on my own|by myself) with {v}"],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "off",
      template: "Their {v} is turned off",
      shape: "system_noun",
      needsLimit: true,
      cue: [
        "(my|our) {v} (is|are|has been|have been|will be) (turned|cut|switched|shut)? off",
      ],
      extent: { maxWords: 3, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "sharing",
      template: "Shares their {a} with {v}",
      aShape: "short",
      needsLimit: true,
      cue: ["(i|we) am|are sharing (my|our|the) {a} with {v}"],
      extent: { maxWords: 4, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "closed",
      template: "Is closed",
      shape: "any",
      needsLimit: true,
      cue: [
        "we are (closed|shut)",
        "(my|our) (shop|café|cafe|restaurant|office|practice|studio|school) is (closed|shut)",
      ],
    },
    {
      name: "visitors",
      template: "Has {v}",
      shape: "visitors",
      needsLimit: true,
      cue: ["(i|we) have (got)? {v}", "(i|we) am|are expecting {v}"],
      extent: { maxWords: 3, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "can_only",
      template: "Can only {a} with {v}",
      aShape: "short",
      needsLimit: true,
      cue: ["(i|we) can only {a} with {v}"],
      extent: { maxWords: 6, stopBefore: LIMIT_OPENERS },
    },
    {
      name: "fasting",
      template: "Is fasting",
      shape: "any",
      needsLimit: true,
      cue: ["(i|we) am|are fasting"],
    },
    {
      name: "guest",
      template: "Has {v} staying with them",
      needsLimit: true,
      cue: [
        "(i|we) have (got)? {v} (staying|living|visiting|over) (with (me|us))?",
        "(i|we) am|are hosting {v}",
      ],
      extent: { maxWords: 5, stopBefore: LIMIT_OPENERS },
    },
  ],
);
