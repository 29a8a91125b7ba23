/**
 * English facts about likes, dislikes, preferences, habits and goals.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;
const FOREVER = "infinity" as const;

/** Rules for tastes, habits and goals. */
export const TASTE_RULES: readonly FactRule[] = [
  ...slotRules({
    lang: EN,
    slot: "prefer.if",
    shape: "taste",
    ttl: FOREVER,
    base: 86,
    key: "subject",
  }, [
    {
      name: "when_then",
      template: "When {a}, wants {v}",
      cue: [
        "^ (when|whenever|if|while) {a} @comma (then)? (i|we) (want|need|like|would like|prefer|would prefer|always take|go for|would rather|would rather have|choose|take|expect) {v}",
        "^ (when|whenever|if|while) {a} (then)? (i|we) (want|need|would like|prefer|would prefer|would rather|always take|choose) {v}",
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
        "^ for {a} @comma? (i|we) (always)? (want|need|prefer|would rather|would rather have|like|use|take|go for) {v}",
        "^ with {a} @comma? (i|we) (always)? (prefer|would rather|like) {v}",
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
      cue: ["^ on {a} @comma? {v} is (enough|fine|plenty)"],
      extent: { maxWords: 8 },
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
          "(i|we) (would)? (prefer|favour|favor) {a} (to|over|rather than|instead of|more than) {v}",
          "(i|we) like {a} (better|more) than {v}",
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
          "^ {a} (beats|beat) {v} (for me|any day|every time)",
        ],
        extent: { maxWords: 5, stopBefore: new Set(["any", "every", "always", "for"]) },
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
        name: "prefer",
        template: "Prefers {v}",
        cue: [
          "i (work|learn|sleep|think|focus|concentrate|read|write|study|hear|see|listen|understand|remember|cook|run|perform|drive|train|play|eat) (better|best) (from|with|on|in|when|without|by|at) {v}",
          "(i|we) (would)? (prefer|favour|favor) (it)? (if|when)? {v}",
          "(i|we) tend to prefer {v}",
          "my preference is (for|to)? {v}",
          "(i|we) have a preference for {v}",
          "(i|we) (always)? like (the)? {v} (better|best|more|most)",
          "(i|we) (always|usually|generally) (go for|opt for|choose|pick|take|order|book|ask for) {v}",
          "i am more of (a|an) {v}",
          "i am more comfortable with {v}",
          "i (work|learn|sleep|think|focus|concentrate) (best|better) (with|in|when|from|on|by) {v}",
          "i am happiest (with|when|in) {v}",
          "^ {v} (suits|suit) me (better|best)",
          "i am (a|an) {v} (person|kind of person)",
          "^ i only (wear|read|watch|drink|buy|fly|use|listen to|shop at) {v}",
        ],
        extent: { maxWords: 10 },
        block: ["prefer not", "would prefer not"],
      },
      {
        name: "is_what_i",
        template: "Likes {v} best",
        cue: [
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
  ...slotRules(
    { lang: EN, slot: "dislike", shape: "taste", ttl: FOREVER, base: 86, key: "domain" },
    [
      {
        name: "hate",
        template: "Dislikes {v}",
        cue: [
          "(i|we) (hate|dislike|detest|loathe|despise|abhor) {v}",
          "(i|we) can not (stand|bear|abide|stomach|cope with|deal with) {v}",
          "(i|we) (do|did) not (like|enjoy|care for|fancy|love|get on with|get along with|trust) {v}",
          "(i|we) am|are not (a|an|much of a|really a|the biggest)? (fan of|fond of|keen on|into|big on|one for|comfortable with|happy with|a lover of|friends with) {v}",
          "^ not (a|much of a) fan of {v}",
          "(i|we) have (a|an) (aversion to|hatred of|dislike of|fear of|phobia of) {v}",
          "i am (scared|afraid|terrified|sick|tired) of {v}",
          "(i|we) (could do|can do) without {v}",
          "i have no (time|patience) for {v}",
        ],
        extent: { maxWords: 8 },
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
        cue: [
          "^ {v} (gives|give) me (nightmares|the creeps|anxiety|the shivers|stress|a headache)",
          "^ {v} (is|are) (too|far too|way too|just too) _ for me",
          "(i|we) never (got|get) (into|on with) {v}",
          "(i|we) (am|are) (fed up with|done with|over|tired of) {v}",
          "^ {v} (is|are) (just|really)? not (my thing|for me|my cup of tea|my kind of thing|my style)",
          "^ {v} (drives|drive) me (mad|crazy|nuts|up the wall)",
          "^ {v} (annoys|annoy|bores|bore|stresses|stress|irritates|irritate|scares|scare|exhausts|exhaust) me",
          "^ {v} (puts|put) me off",
          "(i|we) find {v} (annoying|boring|tedious|stressful|exhausting|irritating|distracting|unbearable|too loud|confusing|awful|horrible|ugly|creepy)",
          "^ {v} (gets|get) on my nerves",
          "^ {v} (makes|make) me (nervous|anxious|dizzy|carsick|seasick|angry|cringe)",
        ],
        extent: { maxWords: 6 },
      },
    ],
  ),
  ...slotRules({ lang: EN, slot: "like", shape: "taste", ttl: FOREVER, base: 86, key: "domain" }, [
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
        "(i|we) (love|like|enjoy|adore|appreciate|am loving) {v}",
        "(i|we) am|are (a)? (big|huge|great|massive)? (into|fond of|keen on|mad about|crazy about|passionate about|obsessed with|addicted to|fan of|a fan of|a lover of|partial to) {v}",
        "i am (a|an) {v} (fan|lover|enthusiast|addict|nerd|geek|buff|fanatic|aficionado)",
        "(i|we) can not get enough of {v}",
        "(i|we) have a (soft spot|weakness|passion|thing) for {v}",
        "(my|our) (hobby|hobbies|passion|interests|pastime) (is|are|include|includes) {v}",
        "in my (spare|free) time i {v}",
        "i collect {v}",
      ],
      extent: { maxWords: 8 },
      block: [
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
  ]),
  ...slotRules({
    lang: EN,
    slot: "goal",
    shape: "action",
    ttl: "one_quarter",
    base: 80,
    key: "value",
  }, [
    {
      name: "goal",
      template: "Wants to {v}",
      base: 86,
      moods: ["wish"],
      cue: ["my (goal|aim|plan|target|resolution|dream) (for this year|this year)? is to {v}"],
      extent: { maxWords: 9 },
      shape: "free",
    },
    {
      name: "want",
      template: "Wants to {v}",
      moods: ["wish"],
      cue: [
        "(i|we) (want|am aiming|are aiming|am hoping|hope|aim|am planning|am determined|am trying|are trying|would love|have been trying|need) to {v}",
      ],
      extent: { maxWords: 9 },
      shape: "goal",
    },
    {
      name: "training",
      template: "Is training for {v}",
      shape: "free",
      cue: ["(i|we) (am|are|have been) (training|preparing|revising|studying) for {v}"],
      extent: { maxWords: 7 },
    },
    {
      name: "saving",
      template: "Is saving for {v}",
      shape: "free",
      cue: ["(i|we) (am|are|have been) saving (up)? for {v}"],
      extent: { maxWords: 6 },
    },
  ]),
  ...slotRules(
    { lang: EN, slot: "habit", shape: "habit", ttl: "one_year", base: 78, key: "value" },
    [
      {
        name: "always",
        template: "Always {v}",
        conjugate: true,
        cue: ["(i|we) always {v}"],
        extent: { maxWords: 12 },
      },
      {
        name: "never",
        template: "Never {v}",
        conjugate: true,
        cue: ["(i|we) never {v}"],
        extent: { maxWords: 12 },
      },
      {
        name: "usually",
        template: "Usually {v}",
        conjugate: true,
        cue: ["(i|we) usually {v}", "(i|we) normally {v}", "(i|we) typically {v}"],
        extent: { maxWords: 12 },
      },
      {
        name: "as_a_rule",
        template: "{v}",
        conjugate: true,
        cue: [
          "(i|we) {v} (as a rule|by default|most days|every day|every morning|every evening|every week|every night|every weekend|twice a week|once a week|every sunday|every saturday|on principle|out of habit)",
        ],
        extent: { maxWords: 12 },
      },
      {
        name: "all_my",
        template: "All their {v}",
        shape: "free",
        base: 82,
        cue: ["all (of)? (my|our) {v}"],
        extent: { maxWords: 12 },
      },
    ],
  ),
];
