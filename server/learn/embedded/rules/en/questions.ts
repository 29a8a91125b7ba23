/**
 * Questions of the assistant that ask for exactly one fact, and how the answer is kept.
 *
 * @module
 */

import type { ShapeName } from "../shape_names.ts";

/** A question and what its short answer fills. */
export interface AskedSlot {
  readonly slot: string;
  readonly ask: RegExp;
  readonly template: string;
  readonly shape: ShapeName;
  /** Several values stand beside each other. */
  readonly many?: boolean;
  /** How the assistant states the value when it asks for a `yes`. */
  readonly stated?: RegExp;
  /** The question asks about the person only when the turn says so. */
  readonly only?: RegExp;
}

const WHERE_YOU =
  /\b(?:where (?:exactly )?(?:you are|you live|you're based|you are based)|your (?:area|region|city|town|location|place))\b/i;

/** Questions that ask for exactly one slot; earlier ones win. */
export const ASKED_SLOTS: readonly AskedSlot[] = [
  {
    slot: "place.home",
    ask:
      /\b(?:which|what) (?:city|town|place|country|region|area|part of [\w ]+) (?:are you (?:in|based in|living in|from)|do you live in)\b|\bwhere (?:do you live|are you (?:based|located|living))\b/i,
    template: "Lives in {v}",
    shape: "place",
    stated:
      /\b(?:[Aa]re you based in|[Dd]o you live in|[Yy]ou live in|[Yy]ou are based in|[Yy]ou're based in|[Aa]re you still in) ([\p{Lu}][\p{L}' -]{1,40}?)(?:\?|, right|, correct)/u,
  },
  {
    slot: "place.home",
    ask:
      /^\s*(?:and )?(?:where are you|which (?:city|town|region|area|country)|where is that|whereabouts(?: are you)?)\s*\?/i,
    template: "Is in {v}",
    shape: "place",
    only: WHERE_YOU,
  },
  {
    slot: "place.home",
    ask:
      /\b(?:which|what) (?:street and town|town and street|address|town|city|village|part of (?:town|the country)) (?:are we talking about|is (?:it|that|this)(?: in)?|do you mean)\s*\?/i,
    template: "Is in {v}",
    shape: "place",
  },
  {
    slot: "place.home",
    ask: /\bwhere are you\s*\?/i,
    template: "Is in {v}",
    shape: "place",
  },
  {
    slot: "business",
    ask:
      /\b(?:where|(?:in )?(?:which|what) country) (?:are you|is (?:your|the) (?:company|business|firm)) (?:registered|incorporated|trading|tax resident|resident for tax)\b|\b(?:which|what) country (?:do you|does your \w+) (?:pay tax|file|trade) in\b/i,
    template: "Is registered in {v}",
    shape: "place",
  },
  {
    slot: "name",
    ask:
      /\b(?:what is|what's|may i (?:have|ask)|can i have|could i have|could you tell me) your (?:first |full )?name\b|\bwho am i (?:speaking|talking) (?:to|with)\b|\bwhat should i call you\b|\bhow should i (?:call|address) you\b/i,
    template: "Is called {v}",
    shape: "person",
  },
  {
    slot: "employer",
    ask: /\bwhere do you work\b/i,
    template: "Works {v}",
    shape: "workplace",
  },
  {
    slot: "job",
    ask:
      /\bwhat (?:do you do(?: for a living)?\?|is your (?:job|profession|occupation|line of work)|'s your (?:job|profession|occupation|line of work))|\bwhat kind of work do you do\b/i,
    template: "Works as {v}",
    shape: "job",
  },
  {
    slot: "job",
    ask: /\b(?:what|which) (?:subjects?|classes) do you teach\b|\bwhat do you teach\b/i,
    template: "Teaches {v}",
    shape: "short",
  },
  {
    slot: "studies",
    ask:
      /\bwhat (?:do you|are you) study(?:ing)?\b|\b(?:what|which) (?:subject|course|degree) are you (?:studying|doing|taking)\b|\bwhat(?:'s| is) your major\b/i,
    template: "Studies {v}",
    shape: "short",
  },
  {
    slot: "allergy",
    ask:
      /\b(?:do you have|any|are there any|have you got) (?:food )?(?:allergies|allergy|intolerances)\b|\bwhat are you allergic to\b|\bare you allergic to anything\b/i,
    template: "Is allergic to {v}",
    shape: "food",
    many: true,
  },
  {
    slot: "diet",
    ask:
      /\b(?:do you follow|do you have|any|have you got) (?:a |any )?(?:special )?(?:diet|dietary (?:needs|requirements|restrictions|preferences))\b/i,
    template: "Is {v}",
    shape: "diet",
  },
  {
    slot: "comm.language",
    ask:
      /\b(?:which|what) language (?:do|would|should|shall)\b.{0,40}\b(?:prefer|like|answer|write|use)\b/i,
    template: "Wants answers in {v}",
    shape: "language",
  },
  {
    slot: "language.native",
    ask: /\b(?:what is|what's) your (?:native|first|mother) (?:language|tongue)\b/i,
    template: "Native language is {v}",
    shape: "language",
  },
  {
    slot: "language.speaks",
    ask: /\b(?:which|what) languages? do you speak\b/i,
    template: "Speaks {v}",
    shape: "language",
    many: true,
  },
  {
    slot: "family.age",
    ask:
      /\bhow old (?:are|is) (?:your|the) (?:child|children|kids?|son|sons|daughter|daughters|twins|little one|little ones)\b/i,
    template: "Their children are {v}",
    shape: "child_ages",
  },
  {
    slot: "family.household",
    ask:
      /\bhow many (?:people )?(?:are (?:you|there|in your)|people (?:are|live) in your|of you (?:are|live))\b.{0,30}\b(?:household|home|family|house|flat)\b|\bhow (?:big|large) is your (?:household|family)\b/i,
    template: "Lives in a household of {v}",
    shape: "count",
  },
  {
    slot: "budget",
    ask:
      /\b(?:what is|what's|how much is|how big is) your (?:budget|limit|price range|maximum)\b|\bhow much (?:can|do|would|are) you (?:want to |like to |able to |willing to )?(?:spend|pay)\b|\bdo you have a budget\b/i,
    template: "Has a budget of {v}",
    shape: "money",
  },
  {
    slot: "tool.os",
    ask:
      /\b(?:which|what) (?:operating system|os|distro|platform) (?:are you (?:on|using|running)|do you (?:use|have|run))\b/i,
    template: "Uses {v}",
    shape: "short",
  },
  {
    slot: "tool.stack",
    ask:
      /\b(?:which|what) (?:editor|ide|browser|framework|database|shell|language|stack|tool|software|app|system|mail client|crm) (?:are you (?:on|using|working with)|do you (?:use|have|run|work with|work in))\b/i,
    template: "Uses {v}",
    shape: "short",
  },
  {
    slot: "device",
    ask:
      /\b(?:which|what) (?:kind of |type of |model of )?(?:phone|laptop|computer|printer|camera|car|bike|device|tablet|router|console|oven|machine|watch) (?:do you (?:have|use|own|drive|ride)|are you (?:on|using))\b/i,
    template: "Uses {v}",
    shape: "short",
  },
  {
    slot: "timezone",
    ask:
      /\b(?:what is|what's|which is) your (?:time zone|timezone)\b|\b(?:which|what) (?:time zone|timezone) are you in\b/i,
    template: "Is in the time zone {v}",
    shape: "timezone",
  },
  {
    slot: "units",
    ask:
      /\b(?:which|what) (?:units?|unit system|system of units|measurement system) (?:do|would) you (?:use|prefer|like|work in)\b|\bmetric or imperial\b/i,
    template: "Uses {v}",
    shape: "unit",
  },
  {
    slot: "schedule",
    ask:
      /\bwhen (?:are you (?:usually |generally |normally )?(?:free|available)|do you (?:usually |normally )?(?:have time|work|finish|train|practise))\b|\b(?:which|what) days? (?:do you|are you|suit|suits|works?)\b/i,
    template: "Is available {v}",
    shape: "recurring_clock",
  },
  {
    slot: "pet",
    ask:
      /\b(?:do you have|have you got|any) (?:any )?(?:pets|animals|a pet)\b|\bwhat (?:kind of )?(?:pets|animals?) do you have\b/i,
    template: "Has {v}",
    shape: "animal",
    many: true,
  },
  {
    slot: "level",
    ask:
      /\bhow (?:experienced|advanced|much experience)\b.{0,30}\byou\b|\bwhat(?:'s| is) your level\b|\bare you (?:a )?beginner\b.{0,30}\b(?:or|advanced)\b/i,
    template: "Is a {v}",
    shape: "level_word",
  },
];

/** A question that a `yes` or `no` answers. */
export interface AskedYesNo {
  readonly slot: string;
  readonly ask: RegExp;
  /** Sentence for `yes`, or null when it says nothing. */
  readonly yes: string | null;
  readonly no: string | null;
}

/** Questions with one value that a `yes` or `no` settles. */
export const ASKED_YES_NO: readonly AskedYesNo[] = [
  {
    slot: "diet",
    ask:
      /\bare you (?:a )?(vegan|vegetarian|pescatarian|flexitarian|gluten-free|dairy-free|keto)\b[^.?!]{0,12}\?/i,
    yes: "Is {v}",
    no: null,
  },
  {
    slot: "access",
    ask:
      /\bare you (left-handed|colou?r-blind|hard of hearing|deaf|blind|a wheelchair user|diabetic|lactose-intolerant|lactose intolerant|coeliac|celiac)\b[^.?!]{0,12}\?/i,
    yes: "Is {v}",
    no: null,
  },
  {
    slot: "diet.avoid",
    ask:
      /\bdo you (?:eat|like to eat) (meat|fish|pork|beef|dairy|eggs|shellfish|seafood|nuts|cheese|gluten)\b[^.?!]{0,12}\?/i,
    yes: null,
    no: "Does not eat {v}",
  },
  {
    slot: "diet.avoid",
    ask: /\bdo you drink (alcohol|coffee|milk|wine|beer)\b[^.?!]{0,12}\?/i,
    yes: null,
    no: "Does not drink {v}",
  },
  {
    slot: "lack",
    ask:
      /\bdo you (?:have|own) (?:a |an )(car|bike|printer|dishwasher|freezer|garden|balcony|scanner|smartphone|credit card|oven|microwave|driving licence)(?: at home| of your own| yourself)?\?/i,
    yes: null,
    no: "Has no {v}",
  },
  {
    slot: "language.speaks",
    ask: /\bdo you (?:speak|read|understand) ([A-Z]\p{L}+)\b[^.?!]{0,12}\?/u,
    yes: "Speaks {v}",
    no: "Does not speak {v}",
  },
];

/** `Do you prefer tea or coffee?`: what is liked in general, by one of two names. */
export const ASKED_EITHER =
  /\b(?:do you (?:usually |generally |normally )?prefer|which do you (?:usually |generally )?prefer|what do you prefer|your preference)[:,]? ?(?:an? |the )?([\p{L}' -]{2,40}?)(?:,)? or (?:an? |the )?([\p{L}' -]{2,40}?)\?/iu;
