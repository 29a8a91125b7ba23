/**
 * English facts about what the user prefers, also under a condition.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for what the user prefers, also under a condition. */
export const PREFERENCE_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "prefer.must", shape: "taste", ttl: "infinity", base: 86, key: "value" },
      [
        {
          name: "must",
          template: "Needs {v}",
          cue: ["{v} (is|are) a must for (me|us)"],
        },
        {
          name: "no_go",
          template: "Avoids {v}",
          cue: ["{v} (is|are) (a|an absolute|a total) no-go for (me|us)"],
        },
        {
          name: "none_for_me",
          noLimit: true,
          template: "Does not want {v}",
          shape: "unwanted",
          cue: ["^ no {v} for (me|us)", "so no {v} for (me|us)"],
          block: [
            "for me today",
            "for me tonight",
            "for us today",
            "for us tonight",
            "no luck",
            "no thanks",
          ],
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "prefer.if",
      shape: "taste",
      ttl: FOREVER,
      base: 86,
      key: "subject",
    }, [
      {
        name: "when_likes",
        template: "When {a}, likes {v}",
        cue: [
          "^ (when|whenever|if|while) {a} @comma? (then)? (i|we) (like|love|enjoy) {v}",
        ],
        block: ["if they have", "if there is", "if you have", "if you can", "if possible"],
        extent: { maxWords: 12, wholeClause: true },
      },
      {
        name: "but_for",
        template: "For {a}, wants {v}",
        cue: [
          "^ but for {a} (i|we) (would like|would rather|would rather have|want|need|prefer|would prefer|take) {v}",
        ],
        block: [
          "but for the",
          "but for this",
          "but for that",
          "but for my",
          "but for tomorrow",
          "but for today",
          "but for now",
          "but for tonight",
        ],
        extent: { maxWords: 10 },
      },
      {
        name: "when_then",
        template: "When {a}, wants {v}",
        cue: [
          "^ (when|whenever|if|while) {a} @comma (then)? (i|we) (want|need|like|would like|prefer|would prefer|always take|go for|would rather have|choose|take|expect) {v}",
          "^ (when|whenever|if|while) {a} (then)? (i|we) (want|need|would like|prefer|would prefer|would rather have|always take|choose) {v}",
        ],
        extent: { maxWords: 12, wholeClause: true },
        shape: "free",
      },
      {
        name: "on_trips",
        template: "On {a}, wants {v}",
        cue: ["^ on {a} (i|we) (want|need|prefer|would rather|take|like) {v}"],
        extent: { maxWords: 10 },
      },
      {
        name: "for_x",
        template: "For {a}, wants {v}",
        cue: [
          "^ for {a} @comma? (i|we) (always)? (want|need|prefer|would rather have|like|use|take|go for) {v}",
          "^ with {a} @comma? (i|we) (always)? (prefer|would rather have|like) {v}",
        ],
        extent: { maxWords: 10 },
      },
      {
        name: "enough",
        template: "For {a}, {v} is enough",
        cue: ["^ for {a} @comma {v} is (enough|fine|plenty|all (i|we) need|all (i|we) want)"],
        extent: { maxWords: 8 },
      },
      {
        name: "a_enough",
        template: "For {a}, a {v} is enough",
        cue: ["^ for {a} a|an {v} is (enough|fine|plenty|all (i|we) need|all (i|we) want)"],
        extent: { maxWords: 6 },
      },
      {
        name: "on_enough",
        template: "On {a}, {v} is enough",
        cue: ["^ on {a} @comma {v} is (enough|fine|plenty)"],
        extent: { maxWords: 8 },
      },
      {
        name: "when_does",
        template: "When {a}, {v}",
        cue: [
          "^ (if|when|whenever) {a} @comma? (i|we) (always|usually|normally)? {v}",
          "^ on {a} (i|we) (always|usually|normally) {v}",
        ],
        extent: { maxWords: 10 },
        shape: "life_action",
        conjugate: true,
        base: 80,
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "rather_than",
          template: "Would rather {a} than {v}",
          cue: ["(i|we) would (rather|sooner) {a} than {v}"],
          extent: { maxWords: 9, wholeClause: true },
        },
        {
          name: "to",
          template: "Prefers {a} to {v}",
          cue: [
            "better (as|with|on|by|from|in) {a} than (as|with|on|by|from|in)? {v}",
            "(i|we) (would|will) (always)? (take|pick|choose) {a} over {v}",
            "(i|we) (would)? (prefer|favour|favor) {a} (to|over|rather than|instead of|more than) {v}",
            "(i|we) like {a} (much|far|a lot|way)? (better|more) than {v}",
            "(i|we) love {a} more than {v}",
            "(i|we) (choose|pick|take|go for|would take|would choose) {a} over {v}",
            "my preference is {a} over {v}",
            "give me {a} over {v}",
            "(i|we) find {a} (better|nicer|easier) than {v}",
          ],
          extent: { maxWords: 7 },
        },
        {
          name: "over",
          template: "Prefers {a} to {v}",
          cue: [
            "^ {a} over {v} @comma? (any day|any time|anytime|every time|always|for me|please|all day)",
            "^ {a} (beats|beat|wins over) {v} (for me|any day|every time|always)",
          ],
          extent: { maxWords: 5, stopBefore: new Set(["any", "every", "always", "for"]) },
        },
        {
          name: "use_instead",
          template: "Prefers {v} to {a}",
          shape: "channel",
          aShape: "channel",
          change: true,
          cue: [
            "(use|send|write|try) (me)? {v} (instead of|rather than|not) {a} $",
            "(use|send|write|try) (me)? {v} (instead of|rather than|not) {a} (from|please|in|when)",
          ],
        },
        {
          name: "changed",
          template: "Prefers {v}",
          change: true,
          cue: [
            "(changed my mind|change of mind|different now|correction) * @colon {v} (from now on|in future|now)",
            "make that {v} from now on",
          ],
          extent: { maxWords: 5, stopBefore: new Set(["from"]) },
        },
        {
          name: "rather",
          template: "Would rather {v}",
          shape: "action",
          cue: ["(i|we) would (rather|sooner) {v}"],
          extent: { maxWords: 10, wholeClause: true },
        },
        {
          name: "more_of",
          template: "Prefers {v}",
          cue: ["i am (much|rather|definitely)? more of (a|an) {v}"],
          extent: {
            maxWords: 4,
            stopBefore: new Set("person guy girl man woman kind type lover fan than".split(" ")),
          },
        },
        {
          name: "gone_back",
          template: "Prefers {v}",
          shape: "one_of_kind",
          change: true,
          moods: ["past"],
          cue: ["(i|we) (have|am)? (gone|went|switched|changed) back to {v}"],
          extent: { maxWords: 4, stopBefore: new Set(["after", "because"]) },
        },
        {
          name: "prefer",
          template: "Prefers {v}",
          cue: [
            "i (work|learn|sleep|think|focus|concentrate|read|write|study|hear|see|listen|understand|remember|cook|run|perform|drive|train|play|eat) (things)? (much|far|a lot)? (better|best) (from|with|on|in|when|without|by|at) {v}",
            "(i|we) (would|do)? (prefer|favour|favor) (it)? (if|when)? {v}",
            "(i|we) tend to prefer {v}",
            "my preference is (for|to)? {v}",
            "(i|we) have a preference for {v}",
            "(i|we) (always)? like (the)? {v} (better|best|more|most)",
            "(i|we) (always|usually|generally) (go for|opt for|choose|pick|take|order|book|ask for) {v}",
            "i am more comfortable with {v}",
            "i (work|learn|sleep|think|focus|concentrate) (best|better) (with|in|when|from|on|by) {v}",
            "i am happiest (with|when|in) {v}",
            "^ {v} (suits|suit) me (better|best)",
            "(i|we) (do)? (so)? (very)? much prefer {v}",
            "i am (a|an) {v} (person|kind of person)",
            "^ i only (ever)? (wear|read|watch|drink|buy|fly|use|listen to|shop at|knit with|paint with|draw with|write with|bake with) {v}",
          ],
          extent: { maxWords: 10 },
          block: [
            "prefer not",
            "would prefer not",
            "prefer nowadays",
            "prefer now",
            "prefer these",
            "prefer lately",
          ],
        },
        {
          name: "is_what_i",
          template: "Likes {v} best",
          cue: [
            "^ {v} (is|are) how (i|we) (learn|work|like it|think|remember|understand|concentrate|relax) (best)?",
            "^ {v} (is|are) * * (i|we) (love|never tire of|never get tired of|can not live without|can not get enough of|could do all day|enjoy|always go back to)",
            "^ {v} (is|are) what (i|we) (like|love|prefer|enjoy|want|need) (best|most|more)?",
            "what (i|we) (like|love|enjoy|prefer) (best|most|more)? (is|are) {v}",
            "^ {v} (is|are) (always)? my (favourite|thing|go-to|preference|preferred|first choice)",
            "nothing beats {v}",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "not",
          template: "Prefers not {v}",
          base: 84,
          cue: ["(i|we) (would)? (prefer|rather) not {v}"],
          extent: { maxWords: 9 },
        },
      ],
    ),
  ],
  last: [
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "taste", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          name: "takes",
          template: "Prefers {v}",
          shape: "food",
          change: true,
          cue: [
            "it is {v} (that)? (i|we) (drink|take|have|eat|put|use) (in|on|with|for|now|most|mostly|only|usually|every|these days|at|@comma)",
            "it is {v} (that)? (i|we) (drink|take|have|eat) $",
          ],
        },
        {
          name: "happier",
          template: "Prefers {v}",
          cue: [
            "i am (rather|much|far|a lot)? (happier|better off) with {v}",
            "i (get on|get along|do|fare) (better|best) with {v}",
            "i (take|take things|take it all|pick things|pick it) (in|up) (best|better|most easily|more easily|faster|quicker) (through|from|with|by) {v}",
            "i take (things|it all|information|it) in (best|better|most easily|more easily|faster|quicker) (through|from|with|by) {v}",
            "(i|we) would be (happier|better off|more comfortable) (with|in|on) {v}",
            "{v} (wins|win) for me (every time|hands down|any day|always|out)",
            "i feel (safer|more at ease|more comfortable|more at home|calmer|more relaxed|more confident|happier) (with|on|in) {v} than (with|on|in)",
            "i feel (safer|more at ease|more comfortable|more at home|calmer|more relaxed|more confident|happier) (with|on|in) {v}",
            "^ {v} (is|are) (more)? my (cup of tea|kind of thing|speed|jam|style|sort of thing)",
            "^ {v} and i am happy",
          ],
          block: ["is not my", "are not my"],
          extent: { maxWords: 8 },
        },
      ],
    ),
    ...slotRules({
      lang: EN,
      slot: "prefer",
      shape: "leaning",
      ttl: FOREVER,
      base: 84,
      key: "domain",
    }, [
      {
        name: "it_is_now",
        template: "Prefers {v}",
        shape: "taste",
        change: true,
        cue: ["^ it is {v} for (me|us) (these days|from now on|nowadays)"],
        extent: { maxWords: 5 },
      },
      {
        name: "kind_of",
        template: "Prefers {v} as {a}",
        aShape: "short",
        cue: ["my (kind|sort) of {a} is {v}", "my idea of a (good|perfect|great) {a} is {v}"],
        extent: { maxWords: 8 },
      },
      {
        name: "much_rather",
        template: "Would rather {v}",
        shape: "action",
        cue: ["(i|we) would (much|far) (rather|sooner) {v}"],
        block: [
          "rather see",
          "rather have",
          "rather get",
          "rather know",
          "rather be",
          "rather keep",
        ],
        extent: { maxWords: 8, wholeClause: true },
      },
      {
        name: "goes_for",
        template: "Prefers {v}",
        cue: ["i (usually|always|mostly)? go for {v}"],
        block: [
          "go for a",
          "go for it",
          "go for the",
          "go for walks",
          "go for runs",
          "go for rides",
          "go for swims",
          "go for drinks",
        ],
        extent: { maxWords: 6 },
      },
    ]),
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "leaning", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          name: "take_any_day",
          template: "Prefers {v}",
          shape: "short",
          cue: [
            "(i|we) would (always)? (take|choose|pick|go for|have) (a|an|the)? {v} any (day|time)",
          ],
        },
        {
          name: "give_me_any_day",
          template: "Prefers {v}",
          shape: "short",
          cue: ["give me (a|an|the)? {v} any (day|time)"],
        },
        {
          name: "likes_it_when",
          slot: "like",
          template: "Likes it when {v}",
          shape: "told_clause",
          cue: ["(i|we) (like|love|appreciate|adore|enjoy|prefer) it when {v}"],
          extent: { maxWords: 10, wholeClause: true },
        },
        {
          name: "hates_it_when",
          slot: "dislike",
          template: "Dislikes it when {v}",
          shape: "told_clause",
          cue: [
            "(i|we) (hate|dislike|loathe|detest|despise|dread|can not (stand|bear|abide)|do not (like|enjoy)) it when {v}",
          ],
          extent: { maxWords: 10, wholeClause: true },
        },
        {
          name: "does_better",
          template: "Does better {v}",
          shape: "manner",
          cue: [
            "i (work|learn|train|sleep|think|focus|concentrate|study|write|read|play|cook|run) (better|best) {v}",
          ],
          extent: { maxWords: 3 },
        },
        {
          name: "nothing_for_me",
          template: "Does not want anything {v}",
          shape: "short",
          noLimit: true,
          cue: ["^ nothing (too|very)? {v} for (me|us)"],
        },
        {
          name: "prefer_much",
          template: "Prefers {a} to {v}",
          shape: "taste",
          cue: ["(i|we) would much (prefer|rather have) {a} (to|over|than) {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "comfortable",
          template: "Is more comfortable {a} than {v}",
          shape: "taste",
          cue: [
            "(i|we) am|are (more|far more|much more) (comfortable|at ease|at home) {a} than {v}",
          ],
          extent: { maxWords: 7 },
        },
        {
          name: "happiest",
          template: "Is happiest {v}",
          shape: "whereabouts_any",
          cue: ["(i|we) am|are (always)? happiest {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "swapped",
          template: "Has {v} instead of {a}",
          shape: "pursuit",
          aShape: "food",
          change: true,
          cue: ["(i|we) (have)? (swapped|traded|replaced|exchanged) {a} (for|with|by) {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "easier",
          template: "Finds {v} easier",
          shape: "taste",
          cue: [
            "(i|we) find {v} (much|far|a lot|way)? (easier|better|nicer|clearer|calmer|gentler|more comfortable|more readable|more relaxing|more pleasant)",
            "^ {v} (is|are) (much|far|a lot|way|so much)? (easier|clearer|better|gentler|more comfortable) (for me|on my eyes|for my eyes)",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "any_day",
          template: "Prefers {v}",
          shape: "bare_noun",
          cue: ["^ (oh @comma?)? {v} any (day|time) $"],
          extent: { maxWords: 3 },
        },
        {
          name: "taste_runs",
          template: "Prefers {v}",
          cue: [
            "(my|our) (taste|tastes|preference|preferences) (runs|run|leans|lean|goes|tends|tend) (to|towards|more to) {v}",
          ],
          extent: { maxWords: 7 },
        },
        {
          name: "colour",
          template: "Their {a} is {v}",
          shape: "short",
          aShape: "colour_noun",
          cue: ["(so|and|but)? {v} is my {a} (now|these days|nowadays)", "^ {v} is my {a}"],
        },
        {
          name: "picky",
          template: "Is {a} about {v}",
          aShape: "picky",
          cue: [
            "i am (a bit|rather|quite|very|really|pretty|extremely)? {a} (about|with|when it comes to) {v}",
            "i am (very|quite|rather|really)? {a} to {v}",
          ],
          extent: { maxWords: 6 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "prefer.way", shape: "way_taken", ttl: FOREVER, base: 84, key: "subject" },
      [
        {
          name: "likes_their",
          noLimit: true,
          template: "Likes their {a} {v}",
          aShape: "short",
          cue: [
            "(i|we) (like|love|take|drink|eat|want|prefer|have) (my|our) {a} {v}",
          ],
          extent: { maxWords: 6 },
        },
      ],
    ),
  ],
};
