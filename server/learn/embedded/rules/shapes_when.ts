/**
 * Checkers for what comes again, for plans, ages and amounts.
 *
 * @module
 */

import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { isNumber } from "./classes.ts";
import { hasMoney, type Shape } from "./shapes.ts";
import { habit } from "./shapes_things.ts";
import { after, textOf, tokensOf } from "./value_words.ts";

const RECURRENCE =
  /\b(?:on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays|weeknights)\b.*|(?:every|each) (?:single )?(?:day|morning|evening|night|week|weekend|month|year|summer|winter|spring|autumn|afternoon|lunchtime|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:other|second|third|two|three|four|few|first|last) [\w-]+)\b.*|(?:once|twice|[\w-]+ (?:times|days|nights|evenings|mornings|afternoons)) (?:a|per) (?:day|week|month|year)\b.*|at (?:the )?weekends?|in the (?:mornings|evenings|afternoons)|(?:before|after) (?:work|breakfast|school|dinner|lunch|sunrise)|in (?:winter|summer|spring|autumn)|all (?:winter|summer|year)(?: round| long)?|most (?:days|mornings|evenings|nights|weekends|weeks)|(?:mon|tues|wednes|thurs|fri|satur|sun)days(?: and (?:mon|tues|wednes|thurs|fri|satur|sun)days)?|[\w-]+ (?:nights|days|evenings|mornings) a week)$/;

/** Verbs whose past looks like their present. */
const UNMARKED = /^(?:split|put|cut|set|let|quit|hit|hurt|shut|spread|burst|shed|cast)$/;

/** `swim in the lake all winter`: something done again and again. */
export const recurringAction: Shape = (value) => {
  const tokens = tokensOf(value);
  if (tokens.length < 3) return null;
  const before = value.sentence.tokens[value.from - 1]?.fold ?? "";
  if (!/^(?:i|we|also|usually|mostly|always|often|and|then|only)$/.test(before)) return null;
  if (!RECURRENCE.test(textOf(value))) return null;
  if (/^(?:it|this|that|him|her|them|you|do|did)$/.test(tokens[1]?.fold ?? "")) return null;
  const first = tokens[0];
  // `We split up in spring`: the verb may as well be of the past.
  if (UNMARKED.test(first?.fold ?? "") && tokens.at(-2)?.fold === "in") return null;
  const unknown = first !== undefined && first.kind === "word" && !first.capital &&
    baseForm(first.fold) === undefined && !FUNCTION_WORDS.has(first.fold) &&
    !/(?:ed|ly|ing)$/.test(first.fold) &&
    /^(?:on|every|each|at|twice|once|most)$/.test(tokens[1]?.fold ?? "");
  return unknown ? value : habit(value);
};

/** A money amount first: `1,200 a month in rent`. */
export const payment: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) => token.kind === "number" && /\d{2}/.test(token.text));
  return at >= 0 && at <= 2 &&
      /\b(?:a month|per month|monthly|a week|per week|a year|per year|an hour|a night|in rent|for rent)\b/
        .test(textOf(value))
    ? value
    : null;
};

/** A count of people in words or digits. */
export const count: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first !== undefined && isNumber(first) && !/^(?:few|couple|several|half)$/.test(first.fold)
    ? { ...value, to: value.from + 1 }
    : null;
};

/** An event somebody prepares: `our school's fiftieth anniversary`. */
export const eventPlanned: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  return /^(?:organising|organizing|planning|preparing|hosting|arranging|running|curating|staging|directing|rehearsing|compiling|assembling|drafting|collecting|renovating|restoring|converting|rebuilding|refurbishing|insulating|landscaping|translating|editing|illustrating|recording|filming|knitting|sewing|building|carving|coding)$/
      .test(first) &&
      (/^(?:a|an|our|my|two|three)$/.test(tokens[1]?.fold ?? "") ||
        tokens[1]?.fold === "the" && /\bof (?:our|my|the)\b/.test(textOf(value))) &&
      tokens.length >= 3 &&
      !/\b(?:this|that|meeting|call|trip|email|message|order|issue|error|report|function|page|file|table|list|test|query|tests)\b/
        .test(textOf(value))
    ? value
    : null;
};

const PLANS =
  /^(?:qualify|graduate|visit|win|reach|double|grow|hit|speak|get my|get the|complete|open|start|buy|sell|build|learn|study|move|retire|become|run|write|convert|launch|found|train|apply|pass|take up|adopt|plant|switch|climb|walk|cycle|sail|travel|swim|finish|publish|record|expand|hire|renovate|emigrate|relocate|marry|get married|go freelance|go self-employed|go part-time)\b/;

/** `open a café next year`: a plan with its time, beyond the conversation. */
export const plannedFor: Shape = (value) =>
  PLANS.test(textOf(value)) &&
    /\b(?:next (?:year|spring|summer|autumn|winter|fall|season)|in (?:\w+ years?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|20\d\d)|by next (?:spring|summer|autumn|winter|year|month)|by (?:january|february|march|april|may|june|july|august|september|october|november|december|summer|christmas|the (?:summer|autumn|end of the year)|20\d\d|easter)|this (?:year|spring|summer|autumn|winter)|one day|before i turn|at sixty|when i retire)\b/
      .test(textOf(value)) &&
    !/\b(?:it|this one|that|these|those)\b/.test(textOf(value))
    ? value
    : null;

/** `at five`, `badly`: when or how somebody sleeps. */
export const sleepWay: Shape = (value) =>
  !/^(?:when|if|on|in|after|without|with)\b/.test(after(value)) &&
    /^(?:very |quite |rather )?(?:badly|poorly|lightly|little|too little|terribly|well|like a log|only \w+ hours|\w+ hours|\w+ or \w+ hours)\b/
      .test(textOf(value))
    ? value
    : null;

/** Hours or months a place is open: `at six`, `from April to October`, `Tuesday to Sunday`. */
export const openTimes: Shape = (value) =>
  /\b(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|weekends)\b/
      .test(textOf(value)) &&
    /^(?:at|from|on|every|until|till|between|all|only|in|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/
      .test(
        textOf(value),
      ) &&
    !/\b(?:today|tomorrow|tonight|this)\b/.test(textOf(value))
    ? value
    : null;

/** `under 20 euros` behind `tight`. */
export const ageDecade: Shape = (value) =>
  /^(?:early |mid |mid-|late )?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)$/
      .test(textOf(value))
    ? value
    : null;

/** `never at my desk`: where somebody is at certain times. */
export const neverAt: Shape = (value) =>
  /^(?:never|rarely|seldom|hardly ever|usually|always|mostly|only|not|normally) (?:at (?:my|the) desk|in(?: the office)?|online|awake|up|home|at home|reachable|available|around|free|back|at work)$/
      .test(textOf(value))
    ? value
    : null;

/** `night shifts`. */
export const shifts: Shape = (value) =>
  /^(?:night|late|early|day|evening|weekend|twelve-hour|12-hour|double|split) shifts?$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `40 in May`. */
export const ageMonth: Shape = (value) =>
  /^(?:\d{2}|twenty|thirty|forty|fifty|sixty|seventy|eighty)(?: (?:in|on|this|next) [\w ]+)?$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `ten`, `half past eight`, `Mondays`: a time that comes again. */
export const clock: Shape = (value) =>
  /^(?:(?:about|around|half past|quarter past|quarter to) )?(?:\d{1,2}(?::\d\d)?(?:am|pm)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|lunch|breakfast|sunrise|sunset|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays)\b/
      .test(textOf(value))
    ? value
    : null;

/** `Tuesdays after six`, `after eight in the evening`: when somebody has time, not just tomorrow. */
export const recurringClock: Shape = (value) => {
  const text = textOf(value);
  return /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays|mornings|afternoons|evenings|every|always)\b/
      .test(text) &&
      !/\b(?:today|tomorrow|tonight|this|next)\b/.test(text)
    ? value
    : null;
};

/** `choir`, `judo`, `piano lessons`: what somebody goes to on its day. */
export const activity: Shape = (value) =>
  /^(?:\w+ )?(?:choir|yoga|judo|karate|physio|physiotherapy|therapy|rehearsals?|practice|training|football|tennis|swimming|pilates|ballet|band|orchestra|drama|chess|bridge|pottery|scouts|gym|spinning|climbing|rowing|boxing|fencing|zumba|crossfit|dialysis|counselling|tutoring|lessons?|class|classes|club|handball|volleyball|basketball|badminton|hockey|quiz night|game night|bowling|bingo|tai chi|market day)$/
      .test(textOf(value))
    ? value
    : null;

/** `walking`, `cycling`: a way to travel. */
export const tourVerb: Shape = (value) =>
  /^(?:walking|cycling|hiking|sailing|climbing|biking|trekking|kayaking|touring|backpacking)$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `the Camino in May`: a tour and its month. */
export const tourIn: Shape = (value) =>
  tokensOf(value).some((token) => token.capital) &&
    /\b(?:in|this|next) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|year)\b/
      .test(textOf(value))
    ? value
    : null;

/** `by five`, `before six`. */
export const clockLead: Shape = (value) =>
  /^(?:by|at|before|around|until|till) /.test(textOf(value)) &&
    clock({ ...value, from: value.from + 1 }) !== null
    ? value
    : null;

/** `parental leave`. */
export const longLeave: Shape = (value) =>
  /^(?:parental|maternity|paternity|unpaid|adoption|carer's) leave$|^sabbatical$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `nearly`, `just over`. */
export const nearlyWord: Shape = (value) =>
  /^(?:nearly|almost|just over|over|about|around|only just|past|pushing)$/.test(textOf(value))
    ? value
    : null;

/** `eighty`, `67`: an age in words or digits. */
export const ageWords: Shape = (value) =>
  /^(?:\d{2}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+)$/
      .test(textOf(value))
    ? value
    : null;

/** An amount with its currency. */
export const moneyNamed: Shape = (value) => hasMoney(tokensOf(value)) ? value : null;

/** `ends`, `starts`: what a shift does. */
export const shiftVerb: Shape = (value) =>
  /^(?:starts|ends|is|runs|begins|finishes)$/.test(textOf(value)) ? value : null;

/** `choir`, `gym`: a noun without verb or owner. */
export const cleanNoun: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 &&
      !tokens.some((token) =>
        token.text.startsWith("'") ||
        /^(?:has|have|been|is|was|days|meeting|deadline)$/.test(token.fold)
      )
    ? value
    : null;
};

/** `day`, `week`. */
export const period: Shape = (value) =>
  /^(?:day|week|month|year)$/.test(textOf(value)) ? value : null;

/** `lunch break`. */
export const breakNoun: Shape = (value) =>
  /^(?:lunch break|coffee break|break|bedtime|siesta|nap|stand-up|shift change|dinner|lunch|breakfast)$/
      .test(textOf(value))
    ? value
    : null;

/** `contract`, `lease`: a paper that ends. */
export const paper: Shape = (value) =>
  /^(?:\w+ )?(?:contract|lease|visa|tenancy|probation|residency|licence|license|passport|permit|apprenticeship|placement|internship|scholarship|grant|maternity leave|parental leave)$/
      .test(textOf(value))
    ? value
    : null;
