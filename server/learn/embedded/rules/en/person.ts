/**
 * English facts about who and where the user is.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for names, ages, places. */
export const PERSON_RULES: readonly FactRule[] = [
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
      ],
    },
    {
      name: "my_name",
      template: "Is called {v}",
      cue: [
        "my (new|married|maiden|last|family) name is (now)? {v}",
        "(married|divorced|name) * * it is {v} now",
        "(my)? name (has changed|changed) (from {a})? to {v}",
        "my (full|first|real)? name is {v}",
        "^ (the)? name is {v}",
        "i am called {v}",
        "my friends call me {v}",
        "^ name @colon {v}",
        "my (surname|last name|family name|first name|nickname) is (now)? {v}",
        "^ {v} is what (everyone|everybody|people|they|my friends|friends|colleagues) (calls|call) me",
        "use my (middle|first|full|second) name @comma? {v}",
        "^ i am {v} @comma (new here|new|by the way|the new|your new|from)",
        "^ i am {v} @comma by the way",
      ],
    },
    {
      name: "here",
      template: "Is called {v}",
      cue: ["^ {v} here $", "^ {v} speaking $"],
      block: ["from here"],
    },
    {
      name: "this_is",
      template: "Is called {v}",
      cue: [
        "^ {v} @comma (i am|just|i) (calling|ringing|writing|phoning|here|getting)",
        "^ it is {v} (here|again|speaking|@comma)",
        "^ {v} from _ here",
        "^ this is {v} (from|calling|speaking|at|again|here|@comma)",
      ],
    },
    {
      name: "spelling",
      template: "Is called {v}",
      change: true,
      cue: [
        "^ it is {v} @comma? (with|spelled|spelt|without|not|one|two) _",
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
      moods: ["wish", "request"],
      cue: [
        "(be|being) (addressed|called) (as)? {v}",
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
  ...slotRules(
    { lang: EN, slot: "place.home", shape: "place", ttl: FOREVER, base: 92, key: "one" },
    [
      {
        name: "live_in",
        template: "Lives in {v}",
        cue: [
          "(i|we) live * (in|near|at|outside) {v}",
          "(i|we) (have been|am|are) living (in|near) {v}",
          "(i|we) reside in {v}",
          "(i|we) have lived in {v}",
          "(i|we) have been living in {v}",
        ],
        block: ["live in fear", "live in hope", "live in a world"],
      },
      {
        name: "moved",
        aShape: "no_tool",
        template: "Lives in {v}",
        change: true,
        cue: [
          "(i|we) (have)? moved (house|home|flat|flats|again|out) * (i am|we are|i live|we live) in {v}",
          "(i|we) (have)? (moved|relocated) (back|out|over|down|up|here|house)? (to|into) {v}",
          "(i|we) (have)? (moved|relocated) from {a} to {v}",
          "i (have)? moved in (with (my|a) _ (in|to))? {v}",
          "i (have)? moved in with * in {v}",
          "(i|we) (have)? settled (down)? in {v}",
          "since (i|we) moved to {v}",
          "(since|after) moving to {v}",
          "now that (i|we) live in {v}",
          "(i|we) are moving in {v}",
          "my new (address|home|place) is in {v}",
        ],
      },
      {
        name: "based",
        template: "Is based in {v}",
        cue: [
          "(i|we) am|are based (just outside|outside|near|close to|around|not far from|up in|down in|over in|on|at) {v}",
          "(i|we) am|are (living|located|settled) (just outside|outside|near|close to|around|not far from|up in|down in|over in) {v}",
          "(i|we) am|are based (in|out) of? {v}",
          "(i|we) am|are located in {v}",
          "^ based in {v}",
          "i work from home in {v}",
        ],
      },
      {
        name: "home_is",
        template: "Lives in {v}",
        cue: [
          "home for (me|us) is (now)? {v}",
          "(i|we) am|are back home in {v}",
          "^ home @colon {v}",
          "(i|we) call {v} (our|my) home",
          "the post here in {v}",
          "(my|our) (local|nearest) _ is in {v}",
          "(my|our)? home (for me)? is (now)? (in)? {v}",
          "home is (now)? {v}",
          "(my|our) (house|flat|apartment|place|cottage) is in {v}",
          "^ living in {v}",
          "here in {v} where (i|we) live",
          "i call {v} home",
          "(my|our) home (town|city) is {v}",
        ],
      },
    ],
  ),
  ...slotRules({
    lang: EN,
    slot: "place.dwelling",
    shape: "dwelling",
    ttl: "one_year",
    base: 86,
    key: "one",
  }, [
    {
      name: "live_in",
      template: "Lives in {v}",
      cue: [
        "(i|we) live (in|on) {v}",
        "(i|we) rent {v}",
        "(i|we) am|are renting {v}",
      ],
      extent: { maxWords: 10 },
    },
    {
      name: "on",
      template: "Lives on {v}",
      cue: ["(my|our) flat|apartment|house is on {v}"],
      extent: { maxWords: 10 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "place.origin",
    shape: "place",
    ttl: FOREVER,
    base: 92,
    key: "one",
  }, [
    {
      name: "from",
      template: "Comes from {v}",
      cue: [
        "(i|we) am|are (originally)? from {v}",
        "i come (originally)? from {v}",
        "i hail from {v}",
        "i grew up in {v}",
        "i was (born|raised) (and raised|and bred)? in {v}",
        "born and (raised|bred) in {v}",
        "my home country is {v}",
        "my hometown is {v}",
        "originally from {v}",
      ],
      moods: ["past"],
      block: ["i was born in the"],
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "place.now",
    shape: "place",
    ttl: "one_week",
    base: 92,
    key: "one",
  }, [
    {
      name: "from_to",
      template: "Is in {a} from {v}",
      shape: "time_or_date",
      aShape: "place",
      cue: ["(i|we) (am|are|will be|shall be) in {a} from {v}"],
      extent: { maxWords: 6, withTime: true },
    },
    {
      name: "spending",
      template: "Is in {v} for the {a}",
      ttl: "one_quarter",
      aShape: "short",
      cue: ["(i|we) am|are spending (the|this|my) {a} in {v}"],
    },
    {
      name: "in",
      template: "Is in {v}",
      needsLimit: true,
      cue: [
        "(i|we) am|are (up|over|down|back|out)? at * * in {v}",
        "(i|we) am|are @ing in {v}",
        "(i|we) am|are (in|at|near|over|up|down) in? {v}",
        "(i|we) am|are (staying|visiting|working|stuck|travelling|traveling|stationed|posted) (in|at|from|near)? (my|a|the)? {v}",
        "(i|we) (will be|shall be) (in|at|staying) (in|at)? {v}",
        "(i|we) am|are (working|staying|sleeping|living) from|at|with * * in {v}",
        "staying in {v}",
      ],
      extent: { maxWords: 8 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "travel.plan",
    shape: "place",
    ttl: "one_month",
    base: 86,
    key: "value",
  }, [
    {
      name: "on_date",
      template: "Travels to {a} on {v}",
      shape: "time_or_date",
      aShape: "place",
      ttl: "one_quarter",
      cue: [
        "(i|we) am|are (flying|travelling|traveling|going|heading|driving|off) (out|back|over|up|down)? to {a} on {v}",
        "(i|we) (fly|travel|go|drive|leave) (to|for) {a} on {v}",
      ],
      extent: { maxWords: 4, withTime: true },
    },
    {
      name: "in_month",
      template: "Travels to {a} in {v}",
      shape: "time_or_date",
      aShape: "place",
      ttl: "one_quarter",
      cue: [
        "(i|we) am|are (flying|travelling|traveling|going|heading|driving|off) (out|back|over|up|down)? to {a} in {v}",
      ],
      extent: { maxWords: 3, withTime: true },
    },
    {
      name: "going",
      template: "Travels to {v}",
      needsLimit: true,
      cue: [
        "(i|we) am|are (flying|travelling|traveling|going|heading|driving|off) (out|back|over|up|down)? to {v}",
        "(i|we) have a trip to {v}",
        "(i|we) fly to {v}",
      ],
    },
  ]),
  ...slotRules({ lang: EN, slot: "timezone", shape: "any", ttl: FOREVER, base: 92, key: "one" }, [
    {
      name: "is",
      template: "Is in the time zone {v}",
      extent: { maxWords: 5 },
      cue: [
        "my (time zone|timezone|time-zone) is {v}",
        "(i|we) am|are (on|in) {v} time $",
        "(i|we) am|are (on|in) the {v} (time zone|timezone)",
      ],
      block: ["in no time", "on time", "in good time", "in real time"],
    },
    {
      name: "code",
      template: "Is in the time zone {v}",
      shape: "timezone",
      extent: { maxWords: 3 },
      cue: ["(i|we) am|are (on|in|at) {v}", "^ (on|in) {v}"],
    },
  ]),
];
