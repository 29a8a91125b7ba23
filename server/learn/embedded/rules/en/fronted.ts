/**
 * English facts that are said with their value in front: `Amharic is what I speak at home`,
 * `guided walks are exactly my thing`, `the lighthouse is my responsibility`.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for facts with their value in front. */
export const FRONTED_RULES: RuleRoom = {
  first: [
    ...slotRules(
      {
        lang: EN,
        slot: "language.speaks",
        shape: "language",
        ttl: FOREVER,
        base: 90,
        key: "value",
      },
      [
        {
          name: "is_spoken",
          template: "Speaks {v}",
          cue: [
            "^ {v} is (what|the language|the only language|the one language) (i|we) (speak|talk|use|know|understand|grew up with)",
            "^ {v} is (spoken|what is spoken) (at home|in our house|in my family|in our family)",
          ],
          extent: { maxWords: 4 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "tool", shape: "known_tool", ttl: "one_year", base: 86, key: "value" },
      [
        {
          name: "is_used",
          template: "Uses {v}",
          cue: [
            "^ {v} is (what|the tool|the program|the app) (i|we) (use|work with|work in|write in|draw in|edit in|code in|run)",
          ],
          extent: { maxWords: 4 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "is_preferred",
          template: "Prefers {v}",
          change: true,
          cue: [
            "^ {v} (is|are) what (i|we) (prefer|like best|like most|go for|enjoy most|always go for) (nowadays|now|these days|lately|instead)?",
            "^ {v} (is|are) (the one|the ones|the kind|the sort) (i|we) (prefer|like best|like most|go for|enjoy most)",
          ],
          extent: { maxWords: 7 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "dislike", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "not_my_thing",
          template: "Dislikes {v}",
          cue: [
            "^ {v} (is|are) not (really|exactly|quite)? (my thing|my cup of tea|my idea of fun|my style|my kind of thing|up my street|up my alley)",
            "^ {v} (was|were) never (really|exactly|quite)? (my thing|my cup of tea|my idea of fun|my style|my kind of thing)",
          ],
          extent: { maxWords: 7 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "like", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "my_thing",
          template: "Likes {v}",
          cue: [
            "^ {v} (is|are) (exactly|totally|just|absolutely|so|right|definitely)? (my thing|my cup of tea|my kind of thing|my sort of thing|up my street|up my alley|what i enjoy most)",
            "^ {v} (is|are) (my|our) (passion|weakness|guilty pleasure|great love|first love)",
            "^ {v} @comma (that is|those are|now that is|now those are) (exactly|totally|just|more|really|definitely)? (my thing|my cup of tea|my kind of thing|my sort of thing|what i like|what i enjoy|up my street)",
          ],
          extent: { maxWords: 7 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "duty", shape: "free", ttl: "one_year", base: 84, key: "value" },
      [
        {
          name: "on_call",
          template: "Is on call {v}",
          shape: "recurring",
          cue: ["(i|we) am|are (always|usually)? on call {v}"],
          extent: { maxWords: 10, withTime: true },
        },
        {
          name: "is_mine",
          template: "Is responsible for {v}",
          cue: [
            "^ {v} (is|are) my (responsibility|department|remit|area|patch|domain)",
            "^ {v} (is|are) mine to (look after|run|manage|keep|mind)",
            "(i|we) am|are (the one)? (responsible for|in charge of) {v}",
          ],
          block: ["this is", "that is", "it is"],
          extent: { maxWords: 12 },
        },
      ],
    ),
  ],
  last: [
    ...slotRules(
      { lang: EN, slot: "level", shape: "free", ttl: "one_year", base: 84, key: "value" },
      [
        {
          name: "hard_for_me",
          template: "Has difficulty with {v}",
          cue: [
            "^ {v} (is|are) (somewhat|a bit|rather|quite|always|a little|very|really|too)? (troublesome|a problem|a struggle|a challenge|hard work|hard going|painful|beyond me|too much|out of reach|a nightmare|torture) (for (me|us)|these days|now)?",
          ],
          block: [
            "this is",
            "that is",
            "it is",
            "which is",
            "what is",
            "there is",
            "one is",
            "here is",
            "after all",
            "still too",
          ],
          extent: { maxWords: 4 },
        },
      ],
    ),
  ],
};
