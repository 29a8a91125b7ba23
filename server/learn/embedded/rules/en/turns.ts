/**
 * English facts told as a change: a new post, another shift, a tool gone over to.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Who learns a trade from somebody, with the article. */
const LEARNERS: readonly (readonly [string, string])[] = [
  ["apprentice", "an"],
  ["trainee", "a"],
  ["intern", "an"],
  ["pupil", "a"],
  ["assistant", "an"],
  ["journeyman", "a"],
];

/** Rules for facts told as a change. */
export const TURN_RULES: RuleRoom = {
  first: [
    ...slotRules(
      { lang: EN, slot: "job", shape: "new_post", ttl: "infinity", base: 88, key: "one" },
      [
        ...LEARNERS.map(([role, article]) => ({
          name: `learns_as_${role}`,
          template: `Works as ${article} ${role} with {v}`,
          shape: "with_article" as const,
          change: true,
          cue: [
            `(i|we) (have been|am|work as) (a|an) ${role} (with|to|under) {v}`,
            `(since|for) * (i|we) (have been|am) (a|an) ${role} (with|to|under) {v}`,
          ],
          extent: { maxWords: 8 },
        })),
        {
          name: "new_post",
          template: "Has {v}",
          change: true,
          cue: [
            "(i|we) (have)? (got|landed|found|been given|taken|taken up|accepted|started|secured|been handed) {v}",
          ],
          extent: { maxWords: 12 },
        },
        {
          name: "drives_for",
          template: "Drives {v}",
          shape: "drives_for",
          cue: ["(i|we) drive {v}"],
          extent: { maxWords: 9 },
        },
        {
          name: "done_now",
          template: "{v}",
          shape: "trade_done",
          change: true,
          conjugate: true,
          cue: [
            "(i|we) {v} (now|these days|nowadays|instead now|now instead) $",
            "^ (now|these days|nowadays) @comma? (i|we) {v} (instead)? $",
            "(and|@comma|so) (now)? (i|we) {v} (now|these days|nowadays|instead)",
          ],
          extent: { maxWords: 8, stopBefore: new Set(["now", "these", "nowadays", "instead"]) },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "schedule", shape: "shift_worked", ttl: "one_year", base: 88, key: "kind" },
      [
        {
          name: "shifted.work",
          template: "Works {v}",
          cue: [
            "(they|work|he|she|my boss|the boss|my manager) (have|has)? (put|switched|moved|changed|shifted|stuck|swapped|rostered) me (back)? (on|to|onto|over to|down for) {v}",
            "(i|we) (have been|was|got|am being|have) (put|moved|switched|shifted|transferred|rostered|changed|gone) (back)? (on|to|onto|over to|over onto) {v}",
            "(i|we) am|are (back|now|always)? on {v}",
            "(i|we) (have)? (swapped|switched|moved|changed|gone) (over|back)? (to|onto) {v}",
            "(i|we) (have)? (swapped|traded|exchanged) * * for {v}",
          ],
          extent: { maxWords: 6 },
        },
      ],
    ),
    ...slotRules(
      {
        lang: EN,
        slot: "contact.when",
        shape: "when_reached",
        ttl: "one_year",
        base: 86,
        key: "one",
      },
      [
        {
          name: "best_time",
          template: "Is best reached {v}",
          shape: "times_of_day",
          cue: [
            "^ {v} (is|are) (now)? (the|a|my)? (best|only|right|good)? (time|times|moment) (to|for) (reach|reaching|catch|catching|call|calling|ring|ringing|get|phone|phoning|contact|contacting|get hold of) me",
            "^ {v} (is|are) when (i|we) (can be|am|are) (best|easiest|easily)? (reached|reachable|around|by the phone)",
          ],
          extent: { maxWords: 4, withTime: true },
        },
        {
          name: "so_call",
          template: "Is best reached {v}",
          cue: [
            "so (please)? (only)? (call|ring|phone|text|message|reach|contact|write to|mail|email|try) me {v}",
          ],
          extent: { maxWords: 8, withTime: true },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "tool.stack", shape: "system", ttl: "one_year", base: 86, key: "value" },
      [
        {
          name: "left_for",
          template: "Uses {v}",
          change: true,
          cue: [
            "and (have)? (gone|moved|switched|changed|migrated|come|went) (everything|it all|all of it|them all|the lot|everyone)? (over|across) to {v}",
            "and (have)? (moved|switched|migrated|transferred) (everything|it all|all of it|them all|the lot|everyone) to {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "left_for_named",
          template: "Uses {v}",
          shape: "named_tool",
          change: true,
          cue: [
            "(closed|left|dropped|dumped|ditched|abandoned|quit|shut|binned|cancelled|packed in|got rid of) * (and|@comma) (we have|i have|have)? (gone|moved|switched|changed|migrated|went) (over|across)? to {v}",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "device", shape: "device", ttl: "one_year", base: 88, key: "kind" },
      [
        {
          name: "got_oneself",
          template: "Uses {v}",
          change: true,
          cue: [
            "(i|we|and) (have)? (built|bought|got|treated|made) (myself|ourselves) (to)? {v}",
          ],
          extent: { maxWords: 4 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "schedule", shape: "free_days", ttl: "one_year", base: 88, key: "kind" },
      [
        {
          name: "shifted.available",
          template: "Is free on {v}",
          cue: [
            "(my|our) (free|rest) (day|days|afternoon|afternoons) (is|are) (now)? {v} (now|these days)? $",
          ],
          extent: { maxWords: 4, withTime: true },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "place.home", shape: "place", ttl: "infinity", base: 88, key: "one" },
      [
        {
          name: "it_is_now",
          template: "Lives in {v}",
          change: true,
          cue: [
            "(moved|keys|house|flat|lease|sold|left) * it is {v} for (us|me) now",
            "(moved|keys|house|flat|lease|sold|left) * @comma (and)? it is {v} for (us|me) now",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
  ],
};
