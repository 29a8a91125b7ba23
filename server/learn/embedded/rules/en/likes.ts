/**
 * English facts about likes and dislikes.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for likes and dislikes. */
export const LIKE_RULES: RuleRoom = {
  main: [
    ...slotRules(
      { lang: EN, slot: "dislike", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "hate",
          template: "Dislikes {v}",
          cue: [
            "^ not (a)? (big|huge|great|massive)? fan of {v}",
            "(i|we) (get|feel|become) (panicky|nervous|anxious|claustrophobic|dizzy|sick|seasick|carsick|scared|uncomfortable|stressed|queasy|lost|overwhelmed) (in|on|with|at|around|from|by) {v}",
            "what (i|we) can not (stand|bear|abide|take) (is|are) {v}",
            "(i|we) can not do with {v}",
            "(i|we) refuse to (use|eat|wear|watch|fly|drive|drink|read) {v}",
            "(i|we) would never (eat|wear|use|drink|buy|take|choose|book|own|stay in|live in|go to) {v}",
            "(i|we) (hate|dislike|detest|loathe|despise|abhor) {v}",
            "(i|we) can not (stand|bear|abide|stomach|cope with|deal with) {v}",
            "(i|we) (do|did) not (like|enjoy|care for|fancy|love|get on with|get along with|trust) {v}",
            "(i|we) am|are not (a|an|much of a|really a|the biggest)? (fan of|fond of|keen on|into|big on|one for|comfortable with|happy with|a lover of|friends with) {v}",
            "^ not (a|much of a) fan of {v}",
            "(i|we) have (a|an) (aversion to|hatred of|dislike of|fear of|phobia of) {v}",
            "i am (scared|afraid|terrified|sick|tired) of {v}",
            "(i|we) (could do|can do) without {v}",
            "(i|we) have never (liked|enjoyed|trusted|cared for|warmed to|taken to|got on with|seen the point of) {v}",
            "i have no (time|patience) for {v}",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "no_subject",
          template: "Dislikes {v}",
          shape: "opening_taste",
          moods: ["question"],
          cue: ["^ can not (stand|bear|abide) {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "no_person",
          template: "Is not a {v} person",
          shape: "short",
          key: "value",
          cue: ["(i am|^) not (a|much of a|really a) {v} person"],
          block: ["a people person", "a bad person", "a good person"],
        },
        {
          name: "trouble",
          slot: "level",
          template: "Has trouble with {v}",
          key: "value",
          cue: [
            "(i|we) (struggle|have trouble|have a hard time|have difficulty|have problems) with {v}",
          ],
          block: ["with this", "with that", "with the", "with your", "with it"],
          extent: { maxWords: 6 },
        },
        {
          name: "avoid",
          template: "Avoids {v}",
          cue: [
            "(i|we) (try to|prefer to|tend to|usually)? avoid {v}",
            "(i|we) (stay|keep|steer) (away|clear) (from|of) {v}",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "not_for_me",
          template: "Dislikes {v}",
          shape: "taste_of_things",
          cue: [
            "^ {v} (makes|make) my (eyes|head|skin|brain|blood|stomach) _",
            "^ {v} (makes|make) me (itch|gag|retch|yawn|sleepy|sad|uncomfortable|sick|cry|tired|impatient|cringe|queasy|shudder)",
            "^ (i am afraid|afraid|i fear|unfortunately) (that)? {v} and (i|me) (no longer get along|no longer get on|do not get along|do not get on|do not mix|do not agree)",
            "^ {v} and (i|me) (am|are) (no longer|not) (the)? (best|good|great)? (of)? friends",
            "^ {v} and (i|me) (no longer get along|no longer get on|are no longer friends|are no friends|have fallen out|do not get along|do not get on|do not mix|are not friends|do not agree)",
            "^ {v} (gives|give) me (nightmares|the creeps|anxiety|the shivers|stress|a headache|headaches|migraines|a migraine)",
            "^ {v} (is|are) (too|far too|way too|just too) _ for me",
            "(i|we) never (got|get) (into|on with) {v}",
            "(i|we) (am|are) (fed up with|done with|over|tired of) {v}",
            "^ {v} (is|are) (just|really)? not (for me|my thing|for me|my cup of tea|my kind of thing|my style)",
            "^ {v} (drives|drive) me (mad|crazy|nuts|up the wall)",
            "^ {v} (overwhelm|overwhelms|confuse|confuses|tires|tire|depress|depresses) me",
            "^ {v} (annoys|annoy|bores|bore|stresses|stress|irritates|irritate|scares|scare|exhausts|exhaust) me",
            "^ {v} (puts|put) me (right|really|completely|totally)? off",
            "^ (anything|everything) with {v} is a (no|hard no|no-go|no from me)",
            "^ {v} (has|have) never done (anything|much|a thing) for me",
            "^ {v} (does|do) (nothing|not do anything|not do much) for me",
            "^ {v} (leaves|leave) me cold",
            "(i|we) find {v} (annoying|boring|tedious|stressful|exhausting|irritating|distracting|unbearable|too loud|confusing|awful|horrible|ugly|creepy)",
            "^ {v} (gets|get) on my nerves",
            "^ {v} (makes|make) me (nervous|anxious|dizzy|carsick|seasick|angry|cringe)",
          ],
          extent: { maxWords: 6 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "like", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
      [
        {
          name: "favourite",
          template: "Favourite {a} is {v}",
          cue: ["(my|our) (all-time|absolute)? favourite {a} (is|are|has always been) {v}"],
          extent: { maxWords: 7 },
        },
        {
          name: "love",
          template: "Likes {v}",
          cue: [
            "(i|we) am|are (a)? (sucker for|big on|fan of all|nuts about|always up for|always happy with|hooked on|devoted to) {v}",
            "(i|we) could (eat|live on|listen to|watch|read) {v} (all day|every day|forever)",
            "(i|we) (swear by|live for) {v}",
            "(i|we) (can|could) listen to people talk about {v} (for hours|all day|all night|forever)",
            "(i|we) (can|could) (listen to|talk about|read about|look at) {v} (for hours|all day|all night|forever)",
            "(i|we) (love|like|enjoy|adore|appreciate|am loving) {v}",
            "(i|we) am|are (a)? (big|huge|great|massive)? (into|fond of|keen on|mad about|crazy about|passionate about|obsessed with|addicted to|fan of|a fan of|a lover of|partial to) {v}",
            "i am (a|an) {v} (fan|lover|enthusiast|addict|nerd|geek|buff|fanatic|aficionado)",
            "(i|we) can not get enough of {v}",
            "^ (anything|everything|all) (with|about|on) {v} @comma (i|we) can not get enough",
            "^ {v} @comma (i|we) can not get enough",
            "(i|we) have (got)? a (soft spot|weakness|passion|thing) for {v}",
            "(i|we) find {v} (relaxing|soothing|calming|fascinating|enjoyable|lovely|wonderful|delightful|comforting)",
            "^ {v} (fascinate|fascinates|calm|calms|relax|relaxes|inspire|inspires|delight|delights|intrigue|intrigues) me",
            "(my|our) (hobby|hobbies|passion|interests|pastime|thing) (is|are|include|includes) {v}",
            "in my (spare|free) time i {v}",
          ],
          extent: { maxWords: 8 },
          block: [
            "way i like",
            "way we like",
            "how i like",
            "how we like",
            "i like to think",
            "like to know",
            "i like that",
            "like how",
            "i love how",
            "i love that",
            "i appreciate it",
            "i appreciate your",
            "i appreciate the",
            "appreciate any",
            "like your",
            "love your",
            "appreciate if",
          ],
        },
      ],
    ),
  ],
  first: [
    ...slotRules(
      { lang: EN, slot: "prefer.way", shape: "gerund", ttl: FOREVER, base: 86, key: "subject" },
      [
        {
          name: "learns_by",
          template: "Learns best by {v}",
          shape: "free",
          cue: ["i (learn|understand things|pick things up|remember things) (best|better) by {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "takes_in_when",
          template: "Takes things in better when {v}",
          shape: "told_clause",
          cue: [
            "i (take|pick) (things|it all|it|information) (in|up) (best|better|more easily|faster) when {v}",
            "i (learn|understand things|remember things) (best|better) when {v}",
          ],
          extent: { maxWords: 8, wholeClause: true },
        },
        {
          name: "only_shoots",
          slot: "prefer",
          template: "Prefers {v}",
          shape: "made_only_with",
          key: "domain",
          cue: ["^ i only (ever)? (shoot|paint in) {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "does_not_stick",
          slot: "level",
          template: "Has trouble remembering {v}",
          shape: "taste",
          key: "value",
          cue: ["^ {v} (do|does|will|would) not (stick|stay) (with me|in my (head|mind|memory))"],
          extent: { maxWords: 4 },
        },
      ],
    ),
  ],
  last: [
    ...slotRules(
      { lang: EN, slot: "dislike", shape: "taste", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          name: "cold",
          template: "Dislikes {v}",
          cue: [
            "^ {v} (keep|keeps) me (awake|up at night)",
            "that {v} keep me (awake|up at night)",
            "^ {v} (leave|leaves) me cold",
            "^ {v} (do|does) nothing for me",
            "^ {v} (wear|wears|tire|tires) me out",
          ],
          extent: { maxWords: 5 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "taste", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          // `I learn much better from a worked example`.
          name: "takes_in",
          template: "Prefers {v}",
          cue: [
            "i (learn|understand|remember|follow|grasp) (it|things|everything|stuff)? (so|very)? (much|far|a lot|way) (better|best) (from|with|through|by) {v}",
            "i (learn|understand|remember|follow|grasp) (it|things|everything|stuff) (better|best) (from|with|through|by) {v}",
          ],
          block: ["better with you", "better from you", "better with age", "better with time"],
          extent: { maxWords: 8 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "prefer", shape: "pursuit", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          name: "to_swap",
          template: "Has {v} instead of {a}",
          aShape: "food",
          change: true,
          moods: ["request"],
          cue: [
            "(swap|replace|exchange|change) (the|my)? {a} (for|with|by|to) {v} (in future|in the future|from now on|from here on|going forward|from today)",
          ],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "dislike", shape: "taste", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          name: "no_patience",
          template: "Dislikes {v}",
          cue: [
            "i can not be (doing|bothered) with {v}",
            "^ {v} (kill|kills) me",
            "^ {v} (ruins|ruin|spoils|spoil) * * for me",
            "^ {v} (is|are) (just|simply|pure|sheer|really|always)? (a|an|my)? (pure|sheer|absolute|personal)? (nightmare|torture|hell|horror|agony|misery|ordeal) (for|to) me",
            "^ {v} (is|are) my idea of (hell|torture|a nightmare|misery)",
          ],
          block: ["kill me now"],
          extent: { maxWords: 5 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "dislike", shape: "leaning", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          name: "gone_off",
          template: "Has gone off {v}",
          change: true,
          cue: ["(i|we) (have|am|are) (gone|going) off {v}"],
          extent: { maxWords: 6 },
        },
        {
          name: "come_to_dislike",
          template: "Dislikes {v}",
          change: true,
          cue: [
            "(i|we) have (come|grown|learned|learnt) to (hate|dislike|dread|loathe) {v}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "does_not_do",
          template: "Does not do {v}",
          shape: "bare_noun",
          cue: ["(i|we) do not (really)? do {v}", "(i|we) never do {v}"],
          extent: { maxWords: 3 },
        },
        {
          name: "is_out",
          template: "Does not want {v}",
          shape: "bare_noun",
          cue: [
            "^ {v} (is|are) out @comma i (lie|get|can not|always|never|find|end|dream|start)",
          ],
          block: "monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight"
            .split(" ").map((day) => `${day} is`),
          extent: { maxWords: 3 },
        },
        {
          name: "no_places",
          template: "Dislikes {v}",
          shape: "bare_noun",
          cue: ["^ (please)? no {v} @comma i (hate|can not stand|find|do not like|get|dislike)"],
          extent: { maxWords: 3 },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "like", shape: "leaning", ttl: FOREVER, base: 84, key: "domain" },
      [
        {
          name: "come_to",
          template: "Likes {v}",
          change: true,
          cue: [
            "(i|we) have (come|grown|learned|learnt) to (love|like|enjoy|appreciate|prefer) {v}",
          ],
          extent: { maxWords: 6 },
        },
      ],
    ),
  ],
};
