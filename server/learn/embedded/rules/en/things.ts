/**
 * English facts about devices, possessions, projects and what is lacking.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for devices, possessions, projects and what is lacking. */
export const THING_RULES: RuleRoom = {
  first: [
    ...slotRules(
      {
        lang: EN,
        slot: "ownership.place",
        shape: "plot_near",
        ttl: "infinity",
        base: 86,
        key: "value",
      },
      [
        {
          name: "has_outside",
          template: "Has {v}",
          moods: ["past"],
          cue: ["(i|we) (have had|have got|have|rent|look after) {v}"],
          extent: { maxWords: 9 },
        },
      ],
    ),
  ],
  main: [
    ...slotRules({
      lang: EN,
      slot: "device",
      shape: "device",
      ttl: "one_year",
      base: 84,
      key: "kind",
    }, [
      {
        name: "new",
        aShape: "device_noun",
        shape: "device_of",
        change: true,
        template: "Uses {v} as {a}",
        cue: [
          "(i|we) (have|have got|got|bought|have bought) (a|my|our) new {a} @comma {v}",
          "(my|our) new {a} is {v}",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "drive",
        slot: "device",
        template: "Drives {v}",
        shape: "make",
        cue: ["(i|we) (drive|am driving|have started driving) {v}"],
        extent: { maxWords: 6, stopBefore: new Set(["with", "that", "which"]) },
      },
      {
        name: "is",
        aShape: "device_noun",
        template: "Uses {v} as {a}",
        cue: ["(my|our) {a} is {v}"],
        extent: { maxWords: 6 },
        shape: "device_of",
      },
      {
        name: "have",
        template: "Uses {v}",
        cue: [
          "^ (typing|writing|sent|reading|working) (this)? (on|from) (a|an|my) {v}",
          "i only have (a|an) {v}",
          "(built|bought|got|treated) (myself|ourselves) (to)? (a|an) {v}",
          "all (i|we) (have|have got|own) (here|with me)? is (a|an|my|our|this|the)? {v}",
          "on my {v} @comma? (i|the|it)",
          "(i|we) (shoot|film|photograph|bake|heat|sew|mow|cut|plough|race|tow|commute|cook|print) (with|on|in|using) (a|an|the|my|our|two) {v}",
          "(i|we) (have|own|use|drive|ride|play|bought|have bought|got|have got|am on|are on|work on|shoot with|cook on|cook with|brew with|print on|record with) (a|an|the|my|two|three) {v}",
          "i am typing (this)? on {v}",
          "i am using (a|an|my) {v}",
        ],
        extent: { maxWords: 7 },
      },
    ]),
    ...slotRules({
      lang: EN,
      slot: "ownership",
      shape: "durable",
      ttl: "infinity",
      base: 80,
      key: "value",
    }, [
      {
        name: "owns",
        template: "Owns {v}",
        shape: "owned",
        base: 86,
        cue: ["(i|we) own {v}"],
        extent: { maxWords: 7 },
      },
      {
        name: "exchanged_for",
        template: "Has {v} now",
        change: true,
        cue: [
          "(i|we) (have)? (given up|gave up|traded|traded in|swapped|exchanged|sold) (my|our|the) {a} for {v}",
        ],
        extent: { maxWords: 6 },
      },
      {
        name: "just_me_and",
        template: "Has {v} now",
        shape: "owned",
        change: true,
        cue: [
          "it is (just|only) (me|us) and {v} now",
          "it is (just|only) (me|us) and {v} these days",
        ],
      },
      {
        name: "own",
        template: "Owns {v}",
        cue: [
          "(i|we) (own|bought|have bought|inherited|have inherited) {v}",
          "i have (a|an) (small|little|big|large|old|tiny)? {v}",
          "(i|we) have got {v}",
        ],
        extent: { maxWords: 6 },
      },
    ]),
    ...slotRules({
      lang: EN,
      slot: "project",
      shape: "project",
      ttl: "one_quarter",
      base: 78,
      key: "one",
    }, [
      {
        name: "working_on",
        template: "Is working on {v}",
        cue: [
          "(i|we) (am|are|have been) (working on|building|developing) {v}",
          "(my|our) (current|main|side|next)? project is {v}",
        ],
        extent: { maxWords: 9 },
      },
      {
        name: "writing",
        template: "Is {v}",
        cue: ["(i|we) (am|are|have been) {v}"],
        shape: "long_doing",
        extent: { maxWords: 9 },
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "device", shape: "make_model", ttl: "one_year", base: 84, key: "kind" },
      [
        {
          name: "by_make",
          template: "Uses {v}",
          cue: [
            "(i|we) (shoot|film|photograph|sew|mow|print|read|type|write|record|mix|cook|bake|brew|roast|ride|sail|row|play|draw|paint|ski|weld|knit|weave|work|game|edit) (on|with|from|using|in) {v}",
            "(i|we) (use|own|have|have got|ride|sail|fly|play|drive|run|am stuck with|am stuck on|are stuck with) {v}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "keyboard",
          template: "Types on {v}",
          shape: "short",
          cue: ["i type on (a|an|my)? {v} keyboard"],
        },
        {
          name: "runs_system",
          slot: "tool.stack",
          template: "Uses {v} on their {a}",
          shape: "known_tool",
          aShape: "device_noun",
          key: "value",
          cue: ["(my|our) {a} (runs|run|is running|is on|has) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "records_kept",
          slot: "tool.stack",
          template: "Keeps {a} in {v}",
          shape: "record_place",
          aShape: "any",
          key: "value",
          cue: [
            "(i|we) (track|log|record|note|write|plan|manage|store|do|jot) (down)? (all)? (my|our|the)? {a} (in|on|with) {v}",
          ],
          extent: { maxWords: 5 },
        },
        {
          name: "through",
          slot: "tool.stack",
          template: "Uses {v}",
          shape: "tool",
          key: "value",
          cue: [
            "(i|we) (book|sell|invoice|bill|schedule|order|ship|publish|back up|sync|share|send|get|take|collect|handle|run|manage|do|plan|route) * (through|via|over) {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "lack_got",
          slot: "lack",
          template: "Has no {v}",
          shape: "lackable",
          key: "value",
          cue: ["(i|we) have not (got)? (a|an|any) {v}"],
          extent: { maxWords: 4 },
        },
      ],
    ),
    ...slotRules(
      {
        lang: EN,
        slot: "project",
        shape: "event_planned",
        ttl: "one_quarter",
        base: 80,
        key: "value",
      },
      [
        {
          name: "preparing",
          template: "Is {v}",
          cue: ["(i|we) (am|are|have been) {v}"],
          extent: { maxWords: 9 },
        },
        {
          name: "plans_to",
          slot: "goal",
          template: "Wants to {v}",
          shape: "planned_for",
          moods: ["wish"],
          cue: [
            "(i|we) (would like|am planning|are planning|plan|am going|are going|want|hope|am hoping|are hoping|intend|aim) to {v}",
          ],
          extent: { maxWords: 10, withTime: true },
        },
        {
          name: "turning_into",
          slot: "project",
          template: "Is turning {a} into {v}",
          shape: "any",
          aShape: "own_stuff",
          cue: ["(i|we) am|are (turning|converting|transforming) (the|my|our|a|an) {a} into {v}"],
          block: ["turning this", "turning that", "turning it"],
          extent: { maxWords: 5 },
        },
        {
          name: "tour",
          slot: "travel.plan",
          template: "Is {a} {v}",
          shape: "tour_in",
          aShape: "tour_verb",
          cue: ["(i|we) am|are {a} {v}"],
          extent: { maxWords: 7, withTime: true },
        },
        {
          name: "wedding",
          slot: "event.wedding",
          template: "Is getting married {v}",
          shape: "time_or_date",
          key: "one",
          base: 86,
          cue: ["(i|we) (am|are) getting married {v}", "(my|our) wedding is (on|in)? {v}"],
          extent: { maxWords: 4, withTime: true },
        },
      ],
    ),
    ...slotRules(
      {
        lang: EN,
        slot: "membership",
        shape: "membership",
        ttl: "one_year",
        base: 80,
        key: "value",
      },
      [
        {
          name: "has",
          template: "Has {v}",
          cue: ["(i|we) (have|have got|hold) {v}"],
          extent: { maxWords: 7 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "lack", shape: "lackable", ttl: "one_year", base: 80, key: "value" },
      [
        {
          name: "no",
          template: "Has no {v}",
          cue: [
            "(i|we) do not (have|own) (a|an|any) {v}",
            "(i|we) have (got)? no {v}",
            "(i|we) (have|own) neither (a|an)? {v}",
          ],
          block: [
            "with me",
            "at hand",
            "on me",
            "here right",
            "i use",
            "number",
            "anymore",
            "any more",
            "have a phone number",
          ],
          extent: { maxWords: 5 },
        },
        {
          name: "without",
          slot: "circumstance",
          needsLimit: true,
          ttl: "one_month",
          template: "Is without a {v}",
          shape: "any",
          cue: ["(i|we) am|are without (a|an) {v}"],
          extent: { maxWords: 4 },
        },
      ],
    ),
  ],
  last: [
    ...slotRules(
      {
        lang: EN,
        slot: "ownership.state",
        shape: "lasting_state",
        ttl: "one_year",
        base: 82,
        key: "subject",
      },
      [
        {
          name: "is_like",
          noLimit: true,
          template: "Their {a} {v}",
          aShape: "own_stuff",
          cue: ["(my|our) {a} {v}"],
          extent: { maxWords: 9 },
        },
        ...["left", "right"].map((side) => ({
          name: `${side}_complains`,
          slot: "health",
          template: `Their ${side} {a} {v}`,
          shape: "part_complaint" as const,
          aShape: "body_part" as const,
          base: 86,
          cue: [`(my|our) ${side} {a} {v}`],
          extent: { maxWords: 7 },
        })),
        {
          name: "part_complains",
          slot: "health",
          template: "Their {a} {v}",
          shape: "part_complaint",
          aShape: "body_part",
          base: 86,
          cue: ["(my|our) {a} {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "setup",
          slot: "ownership.setup",
          template: "Their setup is {v}",
          shape: "owned_list",
          cue: ["my (setup|set-up|desk setup|workstation|kit|rig) is {v}"],
          extent: { maxWords: 9 },
        },
      ],
    ),
  ],
};
