/**
 * English facts about where the user lives, comes from, is and goes.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for where the user lives, comes from, is and goes. */
export const PLACE_RULES: RuleRoom = {
  first: [
    ...slotRules(
      { lang: EN, slot: "place.now", shape: "place", ttl: "one_month", base: 92, key: "one" },
      [
        {
          name: "stays_with",
          template: "Is in {v}",
          cue: [
            "(i|we) am|are (living|staying|sleeping|camping out) (at|with) (my|our|a) * * in {v} (while|until|till|for)",
          ],
        },
        {
          name: "works_from_office",
          template: "Is at the {v} office",
          needsLimit: true,
          cue: [
            "(i|we) am|are (working|based|operating|sitting) (out of|from|at|in) (the|our) {v} (office|branch|site|plant|depot|studio|warehouse|hub)",
            "(i|we) am|are (at|in) (the|our) {v} (office|branch|site|plant|depot|studio|warehouse|hub)",
          ],
        },
        {
          name: "away_in",
          template: "Is in {v}",
          needsLimit: true,
          cue: [
            "(i|we) am|are (on|in|at|for) (a|an|my|our)? (site|secondment|placement|assignment|exchange|rotation|fellowship|course|project|holiday|job|leave|tour|shoot|business|training|conference|retreat) in {v}",
            "(i|we) am|are (stranded|snowed in|grounded|holed up|camped|camping|marooned|laid over) (in|at|near) {v}",
          ],
        },
      ],
    ),
  ],
  main: [
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
          name: "outside",
          template: "Is based just outside {v}",
          cue: [
            "(i|we) (have|keep|run|own|farm|rent|work|grow|breed|board) * (just|right) outside {v}",
          ],
        },
        {
          name: "moved",
          aShape: "no_tool",
          template: "Lives in {v}",
          change: true,
          cue: [
            "(i|we) (have)? moved (house|home|flat|flats|again|out) * (i am|we are|i live|we live) in {v}",
            "(i|we) (have)? (moved|relocated) (back|out|over|down|up|here|house)? (to|into) {v}",
            "^ (yo|lol|hey|hi|ok|hello|so)? (so)? (just|recently) (moved|relocated) (back|out|over|down|up)? (to|into) {v}",
            "(i|we) (have)? (moved|relocated) from {a} to {v}",
            "i (have)? moved in (with (my|a) _ (in|to))? {v}",
            "i (have)? moved in with * in {v}",
            "(i|we|and) (have)? (now)? settled (down)? in {v}",
            "since (i|we) moved to {v}",
            "(i|we) have since (moved|relocated|settled) (to|in) {v}",
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
          "(i|we) (live|have lived|have been living) (in|on) {v}",
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
  ],
  last: [
    ...slotRules(
      { lang: EN, slot: "place.home", shape: "named_place", ttl: FOREVER, base: 82, key: "one" },
      [
        {
          name: "here_in",
          template: "Is in {v}",
          moods: ["question", "request"],
          cue: [
            "(up|down|out|over|back)? here in {v}",
            "(up|down|out|over) here (on|near|around) (the)? {v}",
            "(up|down|out) (here)? where i am in {v}",
          ],
          block: ["is here in", "are here in", "was here in", "right here in"],
          extent: { maxWords: 5 },
        },
      ],
    ),
    ...slotRules(
      {
        lang: EN,
        slot: "ownership.place",
        shape: "located",
        ttl: FOREVER,
        base: 84,
        key: "subject",
      },
      [
        {
          name: "is_at",
          template: "Their {a} is {v}",
          aShape: "own_premises",
          cue: [
            "(my|our) {a} (is|lies|sits|stands) {v}",
          ],
          extent: { maxWords: 10 },
        },
        {
          name: "looks_onto",
          template: "Their {a} is next to {v}",
          aShape: "own_premises",
          shape: "any",
          cue: ["(my|our) {a} (overlooks|backs onto|looks onto|borders) {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "has_at",
          key: "value",
          template: "Has {v}",
          shape: "premises_at",
          cue: ["(i|we) (have|have got|keep|rent|run|own|work) {v}"],
          extent: { maxWords: 11 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "place.home", shape: "named_place", ttl: FOREVER, base: 84, key: "one" },
      [
        {
          name: "writes_from",
          template: "Is in {v}",
          cue: [
            "i am (writing|typing|speaking|messaging|talking|mailing) (to you)? from {v}",
            "^ (greetings|hello|hi|hey|regards|cheers) from * {v}",
          ],
          block: ["from the team", "from all of us"],
          extent: { maxWords: 3 },
        },
        {
          name: "living_in",
          template: "Lives in {v}",
          cue: [
            "^ living (on|in|aboard) (a|an) _ in {v}",
            "^ as (somebody|someone|a person|one) (living|who lives) in {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "remote_near",
          template: "Lives near {v}",
          cue: [
            "(i|we) am|are (out|up|down|over)? in the (sticks|country|countryside|mountains|hills|wilds|bush|suburbs) (near|in|outside|around) {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "our_way",
          template: "Lives around {v}",
          moods: ["question", "request"],
          cue: [
            "(round|around) (our|my) way in {v}",
            "in (my|our) (village|town|city|neighbourhood) @comma {v}",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
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
          name: "been_since",
          template: "Lives in {v}",
          shape: "place_since",
          cue: ["(i|we) have been (here|living)? in {v}"],
          extent: { maxWords: 4 },
        },
        ...["above", "opposite", "behind", "beside", "over", "next to", "across from"].map((
          word,
        ) => ({
          name: `lives_${word.replaceAll(" ", "_")}`,
          slot: "place.dwelling",
          template: `Lives ${word} {v}`,
          shape: "with_article" as const,
          cue: [`(i|we) live ${word} {v}`],
          extent: { maxWords: 6 },
        })),
        {
          name: "home_is_a",
          slot: "place.dwelling",
          template: "Lives in {v}",
          shape: "dwelling",
          cue: ["home is (now)? {v}", "home for (me|us) is (now)? {v}"],
          extent: { maxWords: 8 },
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
          name: "exchanged_for",
          slot: "place.dwelling",
          template: "Lives in {v}",
          shape: "dwelling",
          aShape: "dwelling",
          change: true,
          cue: [
            "(i|we) (have)? (given up|gave up|traded|traded in|swapped|exchanged|sold|left) (my|our|the) {a} for {v}",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "keys_to",
          slot: "place.dwelling",
          template: "Has the keys to {v}",
          shape: "dwelling",
          moods: ["past"],
          cue: [
            "(i|we)? (have)? (got|picked up|collected|been given|been handed) (the|our|my) keys (to|for|of) {v}",
          ],
          extent: { maxWords: 8 },
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
          name: "kept_at",
          template: "Their {a} is kept at {v}",
          aShape: "short",
          change: true,
          block: ["my family", "my friend", "my parents", "my mother", "my father"],
          cue: [
            "(the|my|our) {a} (is|are) (now)? (kept|moored|berthed|parked|stabled|docked|garaged|stored|hangared) (at|in|near) {v}",
            "(i|we) keep (my|our) (little|old|small|big)? {a} (at|in|near) {v}",
          ],
        },
        ...["boat", "yacht", "plane", "car", "van", "caravan", "horse", "pony", "kayak", "glider"]
          .map((
            word,
          ) => ({
            name: `keeps_${word}`,
            template: `Their ${word} is kept at {v}`,
            shape: "place" as const,
            change: true,
            cue: [
              `(the|my|our) (little|old|small|big)? ${word} (lives|lies|stands|sits) (now)? (at|in|near) {v}`,
            ],
          })),
        {
          name: "has_moved",
          template: "Their {a} is in {v}",
          aShape: "own_home_or_shop",
          change: true,
          cue: [
            "(the|my|our) {a} (has|have)? (moved|relocated) @comma? (we are|it is|and is|and we are) (now)? in {v}",
            "(the|my|our) {a} (has|have)? (moved|relocated) to {v}",
          ],
          extent: { maxWords: 3 },
        },
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
  ],
};
