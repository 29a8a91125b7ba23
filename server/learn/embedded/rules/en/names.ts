/**
 * English facts about what the user is called, their pronouns and age.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for what the user is called, their pronouns and age. */
export const NAME_RULES: RuleRoom = {
  main: [
    ...slotRules({ lang: EN, slot: "name", shape: "person", ttl: FOREVER, base: 92, key: "one" }, [
      {
        name: "call_me",
        template: "Is called {v}",
        cue: [
          "(call|name) me {v}",
          "(everyone|everybody|people|friends|they|folks) (all)? (call|calls) me {v}",
          "i am (better|mostly|usually)? known as {v}",
          "i go by {v}",
        ],
        block: [
          "call me back",
          "call me when",
          "call me if",
          "call me at",
          "call me on",
          "call me a",
          "not call me",
          "never call me",
          "stop calling me",
          ...["people", "you", "they", "someone", "anyone", "everyone", "others"].flatMap((who) => [
            `when ${who} call`,
            `when ${who} calls`,
            `if ${who} call`,
            `if ${who} calls`,
          ]),
          // `In this chat call me Captain`: a part that is played.
          "this chat",
          "this game",
          "this story",
          "this session",
          "this conversation",
          "this thread",
          "this scene",
          "the game",
          "the story",
        ],
      },
      {
        name: "my_name",
        template: "Is called {v}",
        cue: [
          "my (new|married|maiden|last|family) name is (now)? {v}",
          "i (have)? changed my (surname|last name|family name|first name|name) to {v}",
          "(married|divorced|name) * * it is {v} now",
          "(my)? name (has changed|changed) (from {a})? to {v}",
          "my (full|first|real)? name is {v}",
          "^ (the)? name is {v}",
          "(first name|first names|just the first name) (is|are|will) (enough|fine|okay|do) (thanks|please)? @comma (and)? (it is|that is|i am) {v}",
          "i am called {v}",
          "my friends call me {v}",
          "it when (people|they|you|anyone|someone|everyone) (call|calls) me {a} @comma (it is|my name is|i am) {v}",
          "^ name @colon {v}",
          `^ {v} @comma with (a|an|one|two|double) ${
            [..."abcdefghijklmnopqrstuvwxyz"].join("|")
          } (at the|in the|in|and|not)`,
          "(booked|reserved|registered|booking|reservation|appointment) (is|was)? (made)? under (the name)? (of)? {v}",
          "under the name (of)? {v}",
          "my (surname|last name|family name|first name|nickname) is (now)? {v}",
          "^ {v} is what (everyone|everybody|people|they|my friends|friends|colleagues) (calls|call) me",
          "@comma? but {v} is what (everyone|everybody|people|they|my friends|friends|colleagues) (calls|call) me",
          "use my (middle|first|full|second) name @comma? {v}",
          "^ i am {v} @comma (new here|new|by the way|the new|your new|from)",
          "^ i am {v} @comma by the way",
        ],
      },
      {
        name: "here",
        template: "Is called {v}",
        cue: [
          "^ {v} here $",
          "^ i am {v} @comma (just)? (the)? first name (will do|is fine|is enough|is okay)",
          "^ {v} speaking $",
          "(hello|hi|hey|good morning|good afternoon|good evening) @comma? {v} (here|speaking) (from|at|of) (the|our|a)",
        ],
        block: [
          "from here",
          "left-handed here",
          "right-handed here",
          "same here",
          "vegan here",
          "vegetarian here",
          "beginner here",
          "newbie here",
        ],
      },
      {
        name: "this_is",
        template: "Is called {v}",
        cue: [
          "^ {v} @comma (i am|just|i) (calling|ringing|writing|phoning|here|getting)",
          "^ it is {v} (here|again|speaking|@comma)",
          "^ {v} from _ here",
          "you are (talking|speaking|writing|chatting) (to|with) me @colon? {v}",
          "you are (talking|speaking|writing|chatting) (to|with) {v} (here|now|@comma)",
          "(booking|booked|table|reservation|order|appointment|parcel|account|room) * under (the name)? (of)? {v}",
          "^ this is {v} (from|calling|speaking|at|again|here|@comma)",
        ],
      },
      {
        name: "will_do",
        template: "Is called {v}",
        shape: "name_enough",
        change: true,
        moods: ["reported"],
        cue: ["{v} (will do|will do fine|is fine|is enough|does me|is what i go by|please) $"],
      },
      {
        name: "spelling",
        template: "Is called {v}",
        change: true,
        cue: [
          "^ it is {v} @comma? (with|without) (a|an|one|two|no|the) _",
          "^ it is {v} @comma? (spelled|spelt|not|one|two) _",
          "it is spelled {v}",
          "my name is spelled {v}",
        ],
      },
      {
        name: "greeting",
        template: "Is called {v}",
        base: 82,
        cue: ["(hi|hello|hey|morning|greetings) (there)? @comma? i am {v}"],
      },
    ]),
    ...slotRules({
      lang: EN,
      slot: "name.address",
      shape: "addressed_as",
      ttl: FOREVER,
      base: 88,
      key: "one",
    }, [
      {
        name: "addressed",
        template: "Wants to be addressed as {v}",
        block: ["not like", "do not", "hate to", "stop addressing"],
        moods: ["wish", "request"],
        cue: [
          "be addressed as {v}",
          "(glad|happy|grateful|like|prefer|want|wish) to be called {v}",
          "(address|call) me (as)? {v} (please|not|rather)",
          "address me as {v}",
          "my title is {v}",
        ],
        extent: { maxWords: 3 },
      },
    ]),
    ...slotRules({ lang: EN, slot: "pronouns", shape: "any", ttl: FOREVER, base: 92, key: "one" }, [
      {
        name: "are",
        template: "Uses the pronouns {v}",
        extent: { maxWords: 4 },
        cue: [
          "my pronouns are {v}",
          "(i use|i go by|please use|refer to me as|refer to me with) {v} pronouns",
        ],
      },
      {
        name: "use_they",
        template: "Uses the pronouns they/them",
        cue: ["i (use|go by) (the pronouns)? they @slash? them"],
      },
      {
        name: "use_she",
        template: "Uses the pronouns she/her",
        cue: ["i (use|go by) (the pronouns)? she @slash? her"],
      },
      {
        name: "use_he",
        template: "Uses the pronouns he/him",
        cue: ["i (use|go by) (the pronouns)? he @slash? him"],
      },
    ]),
    ...slotRules({ lang: EN, slot: "age", shape: "age", ttl: "one_year", base: 92, key: "one" }, [
      {
        name: "years",
        template: "Is {v} years old",
        cue: [
          "i am {v} (years|yrs|year) old",
          "(i have|i) turned {v} $",
          "i am {v} $",
          "i am {v} and",
          "i am aged {v}",
          "being {v} years old",
          "at my age of {v}",
          "as a {v} year-old",
        ],
        extent: { maxWords: 2 },
      },
    ]),
    ...slotRules({ lang: EN, slot: "birthday", shape: "any", ttl: FOREVER, base: 92, key: "one" }, [
      {
        name: "is",
        template: "Has their birthday on {v}",
        extent: { maxWords: 4, withTime: true },
        cue: ["my birthday (is|falls) (on)? {v}", "i was born on {v}"],
        block: ["birthday is coming", "birthday is soon", "birthday is next"],
        moods: ["past"],
      },
    ]),
    ...slotRules({
      lang: EN,
      slot: "age",
      shape: "age_decade",
      ttl: "one_year",
      base: 90,
      key: "one",
    }, [
      {
        name: "decade",
        template: "Is in their {v}",
        cue: ["i am in my {v}", "being in my {v}"],
        extent: { maxWords: 2 },
      },
      {
        name: "nearly",
        template: "Is {a} {v}",
        shape: "age_words",
        aShape: "nearly_word",
        cue: ["i am {a} {v} (@comma|and|so|$)", "being {a} {v}"],
        extent: { maxWords: 1 },
      },
      {
        name: "turns",
        template: "Turns {v}",
        shape: "age_month",
        cue: ["i (turn|will be|am turning|will turn) {v}"],
        extent: { maxWords: 4, withTime: true },
      },
    ]),
  ],
};
