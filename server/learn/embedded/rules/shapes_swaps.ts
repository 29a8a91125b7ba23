/**
 * Checkers of values that take the place of others: a numbered place of one's own, how something is
 * taken instead.
 *
 * @module
 */

import { SPOTS } from "../lexicon/places.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { isNumber } from "./classes.ts";
import type { Shape, ValueRange } from "./shapes.ts";
import { textOf, tokensOf } from "./value_words.ts";

const NUMBERED = /^(?:number |no )?[a-z]{0,2}\d{1,4}[a-z]?\b/;
/** Words that a told detail behind a comma may have. */
const DETAIL_WORDS = 4;

/** `plot 31`, `desk 40, next to the printer`: a place of many, by its number. */
export const numberedSpot: Shape = (value) => {
  const [noun, ...rest] = tokensOf(value);
  const number = rest.map(({ fold }) => fold).join(" ");
  return SPOTS.has(noun?.fold ?? "") && NUMBERED.test(number) ? withDetail(value) : null;
};

/** Places that one has for long; a room may be the hotel's. */
const OWN =
  /^(?:plot|allotment|desk|berth|mooring|locker|stall|pitch|cubicle|workstation|paddock)$/;

/** `plot 12 on the allotments`: such a place for long, and not `plot 3 of the novel`. */
export const ownSpot: Shape = (value) => {
  const spot = numberedSpot(value);
  return spot !== null && OWN.test(tokensOf(spot)[0]?.fold ?? "") && !/\bof\b/.test(textOf(spot))
    ? spot
    : null;
};

/** `plot`, `desk`: what such a place is. */
export const spotNoun: Shape = (value) =>
  value.to - value.from === 1 && OWN.test(textOf(value)) ? value : null;

/** `B7`, `number 12`. */
export const spotNumber: Shape = (value) =>
  textOf(value).replace(NUMBERED, "").match(/^$|^ (?:at|on|in|by|near|next)\b/) === null
    ? null
    : value;

/** With `, heavy clay` behind it: a few words without a verb that end the sentence. */
function withDetail(value: ValueRange): ValueRange {
  const { tokens } = value.sentence;
  const words = tokens.slice(value.to + 1).filter(({ kind }) => kind !== "punct");
  const ends = tokens.slice(value.to + 1, -1).every(({ kind }) => kind === "word");
  return tokens[value.to]?.text === "," && ends && words.length > 0 &&
      words.length <= DETAIL_WORDS &&
      words.every(({ fold }) =>
        baseForm(fold) === undefined && !/^(?:is|are|was|'s|not|i|we|it|you|please)$/.test(fold)
      )
    ? { ...value, to: value.to + 1 + words.length }
    : value;
}

/** `black`, `with lemon`: how a drink or a dish is had. */
export const servedSo: Shape = (value) =>
  /^(?:black|white|neat|plain|straight|raw|rare|medium|medium rare|well done|unsweetened|iced|cold|hot|dry|decaf|weak|strong|(?:with|without) [a-z-]+(?: [a-z-]+)?)$/
      .test(textOf(value))
    ? value
    : null;

const STIRRED_IN =
  /^(?:[a-z]+ )?(?:milk|cream|creamer|sugar|honey|sweetener|syrup|lemon|foam|tonic|soda|ice|ketchup|salt)$/;

/** `oat milk`: what goes into a drink or a dish, without the drink behind it. */
export const stirredIn: Shape = (value) => {
  const words = tokensOf(value).map(({ fold }) => fold);
  const behind = words.findIndex((word) => word === "in" || word === "with");
  const to = behind < 0 ? words.length : behind;
  return STIRRED_IN.test(words.slice(0, to).join(" ")) ? { ...value, to: value.from + to } : null;
};

/** `full-time`: how much somebody works. */
export const hoursKept: Shape = (value) =>
  /^(?:full|part)-? ?-? ?time$/.test(textOf(value)) ? value : null;

/** `one coffee a day`: how many of something, and how often. */
export const soMany: Shape = (value) => {
  const [first] = tokensOf(value);
  return first !== undefined && isNumber(first) &&
      /\b(?:a|per|each|every) (?:day|week|month|year)$/.test(textOf(value))
    ? value
    : null;
};
