/**
 * English facts about work that are told by what somebody does, for whom, and where.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for trades, duties, firms, roles and workplaces. */
export const WORK_TOLD_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "trade", shape: "trade_phrase", ttl: "one_year", base: 80, key: "value" },
    [
      {
        name: "since",
        template: "Has been {v}",
        shape: "doing_since",
        base: 86,
        cue: ["(i|we) have been {v}"],
        extent: { maxWords: 11 },
      },
      {
        name: "the_one_who",
        template: "{V}",
        shape: "third_person_phrase",
        base: 86,
        cue: ["i am the (one|person|only one) (here|at work|in the team)? who {v}"],
        extent: { maxWords: 10 },
      },
      {
        name: "as_one_who",
        template: "{V}",
        shape: "third_person_phrase",
        base: 86,
        moods: ["question", "request"],
        cue: ["as (someone|somebody|a person) who {v}", "for (someone|somebody) like me who {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "duty",
        template: "{v}",
        shape: "duty",
        base: 86,
        conjugate: true,
        cue: ["(i|we) (mostly|mainly|usually|also)? {v}"],
        extent: { maxWords: 11 },
      },
      {
        name: "does",
        template: "{v}",
        conjugate: true,
        cue: ["^ (i|we) (mostly|mainly|usually|also)? {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "days_spent",
        template: "Spends their days {v}",
        shape: "gerund",
        base: 86,
        cue: ["i spend (all)? (my|most of my) (days|working days|time|shifts) {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "most_of_job",
        template: "Most of their job is {v}",
        shape: "gerund",
        base: 86,
        cue: ["(most|half|part|much|a lot) of my (job|work|day) is {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "firm",
        template: "Their {a} {v}",
        slot: "business.does",
        shape: "firm_does",
        aShape: "org_noun",
        base: 86,
        key: "subject",
        cue: ["(my|our) {a} {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "gives_classes",
        template: "Gives {v}",
        shape: "classes",
        base: 86,
        cue: ["i (give|teach|run|hold|offer) {v}"],
        extent: { maxWords: 8, withTime: true },
      },
      {
        name: "takes_classes",
        template: "Takes {v}",
        slot: "studies",
        shape: "classes",
        base: 86,
        cue: ["i (take|am taking|attend|am doing|have started|have signed up for) {v}"],
        extent: { maxWords: 7, withTime: true },
      },
      {
        name: "taken_over",
        template: "Has taken over {v}",
        shape: "business_or_premises",
        base: 86,
        cue: ["(i|we) (have taken|took|am taking|are taking) over {v}"],
        extent: { maxWords: 8 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "job", shape: "job", ttl: FOREVER, base: 86, key: "one" },
    [
      {
        name: "one_of",
        template: "Is one of {v}",
        cue: ["i am one of {v}"],
        extent: { maxWords: 8 },
      },
      {
        name: "as_the",
        template: "Works as the {v}",
        shape: "job_of",
        moods: ["question", "request"],
        cue: ["as the {v}"],
        extent: { maxWords: 8 },
      },
      {
        name: "apposed",
        template: "Works as a {v}",
        moods: ["question", "request"],
        cue: ["i @comma (as)? (a|an) {v} @comma", "for (a|an) {v} like me", "(a|an) {v} like me"],
      },
      {
        name: "job_is_to",
        template: "Their job is to {v}",
        shape: "action",
        cue: ["my (job|work|role|task at work) is to {v}"],
        extent: { maxWords: 9 },
      },
      {
        name: "trained_as",
        template: "Trained as {v}",
        moods: ["past"],
        cue: [
          "i (trained|have trained|qualified|have qualified) as {v}",
          "i am (retraining|training|studying|learning) to (be|become|be come) {v}",
          "i am retraining as {v}",
        ],
        extent: { maxWords: 5 },
      },
      {
        name: "after_past",
        template: "{v}",
        shape: "trade_or_teach",
        change: true,
        conjugate: true,
        moods: ["past", "ended"],
        cue: ["(but|and|so) now (i|we) {v}", "(but|and) (i|we) now {v}"],
        extent: { maxWords: 9 },
      },
    ],
  ),
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
        cue: ["(i|we) am|are (a|an)? (active|founding)? (member|members|treasurer) of {v}"],
        extent: { maxWords: 7 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "studies", shape: "degree", ttl: "one_year", base: 86, key: "one" },
    [
      {
        name: "finishing",
        template: "Is doing {v}",
        cue: [
          "i am (finishing|finishing up|completing|starting|pursuing|working towards|working on) {v}",
          "i (have)? (just)? (started|begun) {v}",
        ],
        extent: { maxWords: 9 },
      },
      {
        name: "goes_to",
        template: "Goes to {v}",
        shape: "school_place",
        cue: ["i (go to|attend|am at) {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "evenings",
        template: "Studies for {v}",
        shape: "exam",
        cue: ["i (study|am studying|am revising|am cramming) for {v}"],
        extent: { maxWords: 6 },
      },
    ],
  ),
];
