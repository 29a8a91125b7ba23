/**
 * English facts about the tone and the channel the user prefers.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for the tone and the channel the user prefers. */
export const CONTACT_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "comm.tone", shape: "style", ttl: FOREVER, base: 86, key: "one" },
      [
        {
          name: "with_me",
          template: "Prefers the {v}",
          cue: [
            "(use|using|keep|keeping|choose|choosing) the {v} (with|to|for|towards) me",
            "(use|using) the {v} when (you)? (talk|talking|speak|speaking|write|writing) to me",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "be",
          template: "Prefers a {v} tone",
          cue: [
            "(be|keep it|stay|talk|speak|write) {v} (with|to) me",
            "(i|we) (prefer|like|want) (a|an) {v} tone",
            "(use|keep) (a|an) {v} tone (with|to|for) me",
            "you (can|may) be {v} (with|to) me",
          ],
          extent: { maxWords: 2 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "contact", shape: "channel", ttl: FOREVER, base: 86, key: "one" },
      [
        {
          name: "by",
          template: "Prefers contact by {v}",
          cue: [
            "i can (only)? be (reached|contacted) (by|via|on|through) {v}",
            "(i|you) can only (reach me|be reached) (by|via|on|through) {v}",
            "(the)? best way to (reach|contact|get) (me|hold of me) is (by|via|through|to)? {v}",
            "(you can)? (reach|contact) me (by|via|through|only by|on) {v}",
            "please (contact|reach) me (by|via) {v}",
            "i am best reached (by|via) {v}",
            "i (prefer|would prefer|would like|want) to be (contacted|reached) (by|via|on|through) {v}",
            "{v} is the best way to reach me",
            "i only (answer|read|check|use) {v}",
            "(text|email|message|call|ring|write to) me {v}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "rather_than",
          template: "Prefers contact by {a}, not {v}",
          base: 86,
          cue: ["(please)? {a} me (rather than|instead of|do not|never|not) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "fine",
          template: "Prefers contact by {v}",
          base: 80,
          cue: ["^ {v} is (fine|better|best|ok|easier) (for me|for us|please|thanks)? $"],
          extent: { maxWords: 2 },
        },
      ],
    ),
  ],
};
