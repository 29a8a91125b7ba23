/**
 * English facts about pets.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for pets. */
export const PET_RULES: RuleRoom = {
  first: [
    ...slotRules(
      { lang: EN, slot: "like", shape: "any", ttl: "infinity", base: 86, key: "value" },
      ["cat", "dog", "horse", "bird"].map((animal) => ({
        name: `${animal}_person`,
        template: `Is a ${animal} person`,
        cue: [`(i|we) am|are (much|rather|definitely)? (a|more of a) ${animal} {v}`],
        shape: "person_noun" as const,
        extent: { maxWords: 1 },
      })),
    ),
  ],
  main: [
    ...slotRules(
      { lang: EN, slot: "pet", shape: "animal", ttl: "infinity", base: 86, key: "value" },
      [
        {
          name: "called",
          template: "Has a {a} called {v}",
          shape: "pet_name",
          aShape: "own_named",
          base: 92,
          cue: [
            "(my|our) {a} is (called|named) {v}",
            "(my|our) {a} 's name is {v}",
            "i have (a|an|got a) {a} (called|named) {v}",
            "(my|our) {a} @comma {v} @comma",
          ],
          extent: { maxWords: 2 },
        },
        {
          name: "have",
          shares: true,
          block: [
            "have to",
            "have got to",
            "got to",
            "for the neighbour",
            "for our neighbour",
            "for my neighbour",
            "for a neighbour",
            "for the neighbours",
            "for a friend",
            "for friends",
            "for my sister",
            "for my brother",
          ],
          template: "Has {v}",
          cue: [
            "(i|we) (have|have got|got|keep|own|adopted|have adopted|foster|breed|am getting|rescued) {v}",
            "there are {v} in (our|my) (flat|house|home)",
            "i am the owner of {v}",
            "i share (my|a) (flat|house|home) with {v}",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "owner",
          template: "Has a {v}",
          base: 80,
          inPassing: true,
          block: [
            "lost our",
            "lost my",
            "buried our",
            "buried my",
            "miss my",
            "miss our",
            "put down my",
            "put our",
            "put my",
            "put down our",
            "one with the",
          ],
          cue: [
            "there is (also)? (my|our) (old|young|little|big)? {v}",
            "i am (a|an) {v} owner",
            "as a {v} owner",
            "(my|our) {v} (is|has|does|will|can|needs|hates|loves|comes|eats|likes|keeps|sleeps|barks|sheds|gets|travels|just|chews|goes|@comma|and)",
            "with (my|our|the) {v} $",
            "(for|bring|walk|take|with|feed|groom|to) (my|our) {v}",
          ],
          shape: "pet_only",
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "pet", shape: "pet_name", ttl: "infinity", base: 86, key: "value" },
      [
        {
          name: "by_name",
          template: "Has a {a} called {v}",
          inPassing: true,
          aShape: "pet_only",
          cue: ["(my|our) {a} {v}"],
          extent: { maxWords: 1 },
        },
        {
          name: "does_things",
          template: "Has a {a}",
          inPassing: true,
          shape: "animal_does",
          aShape: "pet_only",
          cue: ["(my|our) {a} {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "shares",
          template: "Has a {v}",
          shape: "pet_only",
          cue: ["(share|sharing) (the|a|our) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "me_and",
          template: "Has a {v}",
          shape: "pet_only",
          cue: ["just (me|us|the two of us) and (my|our|the) {v}", "live (alone)? with my {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "took_in",
          template: "Has {v}",
          block: ["more", "another", "extra"],
          shape: "animal",
          moods: ["past"],
          cue: [
            "and (took|have taken|taken) in {v}",
            "(i|we) (took|have taken) in {v}",
            "(i|we) (got|have got) ourselves|myself {v}",
            "(i|we) (got|bought|have bought) {v} (last|this|in|a)",
          ],
          extent: { maxWords: 5 },
        },
        {
          name: "hives",
          template: "Keeps bees: {v}",
          shape: "hives",
          cue: [
            "(i|we) (have|have got|keep|run|look after|manage) {v}",
            "(i|we) keep bees (too|as well)? @comma {v}",
          ],
          extent: { maxWords: 12 },
        },
        {
          name: "bees",
          template: "Keeps bees",
          shape: "any",
          cue: [
            "(i|we) (have|have got|keep|look after) bees",
          ],
        },
        {
          name: "keeps",
          template: "Keeps {v}",
          shape: "herd",
          cue: ["(i|we) (keep|raise|breed|run|have) {v}"],
          extent: { maxWords: 8 },
        },
      ],
    ),
  ],
};
