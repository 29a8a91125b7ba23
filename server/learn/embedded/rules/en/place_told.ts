/**
 * English facts about where somebody lives and moves, told by a home, a move or a voice from afar.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for homes and moves that take what the others leave. */
export const PLACE_TOLD_RULES: readonly FactRule[] = [
  ...slotRules(
    { lang: EN, slot: "place.home", shape: "named_place", ttl: FOREVER, base: 86, key: "one" },
    [
      {
        name: "left_for",
        template: "Is in {v}",
        change: true,
        aShape: "any",
        cue: [
          "(left|quit|out of) {a} @comma? (and)? (i am|we are) (in|living in|based in) {v}",
          "(i|we) have left {a} for {v}",
          "(i|we) am|are back (home)? in {v} (for good|again|now|permanently)",
          "(i|we) (have)? (moved|gone) back to {v}",
          "(i|we) (have)? moved to the _ @comma (to|in)? {v}",
        ],
        extent: { maxWords: 3 },
      },
      {
        name: "but_live_in",
        template: "Lives in {v}",
        moods: ["past"],
        cue: ["(but|and) (now)? (live|living|reside) in {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "but_live_near",
        template: "Lives near {v}",
        moods: ["past"],
        cue: ["(but|and) (now)? (live|living) (near|outside) {v}"],
        extent: { maxWords: 3 },
      },
      {
        name: "calls_from",
        template: "Is in {v}",
        cue: [
          "i am (calling|ringing|phoning|texting|chatting|asking|ordering|posting|reading|listening|watching|joining) (you|this|in)? from {v}",
        ],
        extent: { maxWords: 3 },
      },
      {
        name: "native_of",
        template: "Is a {v}",
        shape: "inhabitant",
        moods: ["question", "request"],
        cue: [
          "i am (a|an) (born|true|proud|native)? {v}",
          "(for|as) (a|an) {v} like me",
          "as (a|an) {v} (here|i|@comma)",
          "being (a|an) {v}",
        ],
        extent: { maxWords: 1 },
      },
      {
        name: "alone_in",
        slot: "place.dwelling",
        template: "Lives in {v}",
        shape: "dwelling",
        cue: [
          "(i|we) live (alone|together|on my own|by myself|mostly|out|up|now) (in|on) {v}",
          "(i|we) am|are (now|still|renting)? in (a|an) {v}",
          "(i|we) (rent|am renting|are renting) (a|an) {v}",
        ],
        extent: { maxWords: 9 },
      },
      {
        name: "rents_room",
        slot: "place.dwelling",
        template: "Rents {v}",
        shape: "room",
        cue: ["(i|we) (rent|am renting|are renting|have|sublet) {v}"],
        extent: { maxWords: 7 },
      },
    ],
  ),
  ...slotRules(
    { lang: EN, slot: "ownership.place", shape: "place", ttl: FOREVER, base: 84, key: "subject" },
    [
      {
        name: "in_town",
        template: "Their {a} is in {v}",
        noLimit: true,
        aShape: "own_home_or_shop",
        moods: ["question", "request"],
        cue: ["(my|our) (new|old|little|small)? {a} in {v}"],
        extent: { maxWords: 4 },
      },
      {
        name: "near_town",
        template: "Their {a} is near {v}",
        noLimit: true,
        aShape: "own_home_or_shop",
        moods: ["question", "request"],
        cue: ["(my|our) (new|old|little|small)? {a} (near|outside|close to) {v}"],
        extent: { maxWords: 4 },
      },
      {
        name: "bought_at",
        key: "value",
        template: "Has {v}",
        shape: "premises_at",
        cue: [
          "(i|we) (bought|have bought|inherited|have inherited|built|have built|renovated|are doing up|am doing up|are renovating|am renovating|took over|have taken over|manage|share) {v}",
        ],
        extent: { maxWords: 9 },
      },
    ],
  ),
  ...slotRules(
    {
      lang: EN,
      slot: "move.plan",
      shape: "time_or_date",
      ttl: "one_quarter",
      base: 86,
      key: "one",
    },
    [
      {
        name: "relocating",
        template: "Is moving to {a} in {v}",
        aShape: "place",
        cue: [
          "(i|we) (am|are) (relocating|emigrating) to {a} (in|on) {v}",
          "(i|we) (will move|will be moving|am going to move|are going to move|move) to {a} (in|on) {v}",
        ],
        extent: { maxWords: 2, withTime: true },
      },
    ],
  ),
];
