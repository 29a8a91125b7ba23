/**
 * Checkers of values that a change brings: a new post, a shift, when somebody is reached.
 *
 * @module
 */

import { JOBS, RELATIONS } from "../lexicon/people.ts";
import { TOOLS } from "../lexicon/things.ts";
import { free, type Shape, taste, type ValueRange } from "./shapes.ts";
import { textOf, tokensOf } from "./value_words.ts";

/** `a permanent post as a night porter`, `a new job, year four, at St Bede's`. */
export const newPost: Shape = (value) => {
  const tail = placedTail(value);
  return isPost(tail) ? tail : isPost(value) ? value : null;
};

/** The value with what stands behind its comma, up to the end of the sentence, when that names a place. */
function placedTail(value: ValueRange): ValueRange {
  const { tokens } = value.sentence;
  const rest = tokens.slice(value.to);
  const end = rest.findIndex(({ text }) => /^[.;:!?]$/.test(text));
  const to = end < 0 ? tokens.length : value.to + end;
  const named = tokens.slice(value.to, to);
  return named[0]?.text === "," && named.length <= 9 &&
      named.some(({ fold, kind }, at) =>
        kind === "word" && /^(?:at|in|with)$/.test(fold) &&
        (named[at + 1]?.capital === true || named[at + 2]?.capital === true)
      )
    ? { ...value, to }
    : value;
}

const isPost = (value: ValueRange): boolean =>
  /^(?:a|an|my) (?:[\w-]+ ){0,3}(?:post|job|position|role|apprenticeship|traineeship|lectureship)(?: (?:as|at|with|in|for|teaching|running|doing) .+| ?, .+)$|^a (?:permanent|new|full-time|part-time) (?:post|job|position)$/
    .test(textOf(value)) && !/\b(?:you|this|that|do|offer|description)\b/.test(textOf(value));

const OF_OTHERS =
  /^(?:boss|manager|landlord|landlady|neighbou?r|colleague|coworker|co-worker|client|customer|flatmate|roommate|friend|mate|teacher|coach)s?$/;

/** `stairs`, and not `my boss`: whom somebody does not get along with is nobody's business. */
export const tasteOfThings: Shape = (value) =>
  tokensOf(value).some(({ fold }) => OF_OTHERS.test(fold) || RELATIONS.has(fold) || fold === "ex")
    ? null
    : taste(value);

/** `the format our chair likes, …`: what somebody does, and no part of a name. */
const DOES =
  /^(?:likes|loves|wants|needs|says|prefers|hates|thinks|knows|expects|asks|reads|does|has)$/;

/** `boat`, `youngest daughter`: what one has; `daughter's teacher` and `dentist` are had by nobody. */
export const ownNamed: Shape = (value) => {
  const tokens = tokensOf(value);
  const last = tokens.at(-1)?.fold ?? "";
  return tokens.length > 3 || OF_OTHERS.test(last) || JOBS.has(last) || DOES.test(last) ||
      tokens.some(({ text }) => /['\u2019]s$/.test(text))
    ? null
    : free(value);
};

const SHIFT =
  /^(?:the )?(?:(?:early|late|night|day|morning|evening|back|split|swing|graveyard|twilight|weekend) (?:shifts?|turns?|watch|rota|duty)|earlies|lates|nights|days|mornings|evenings|weekends|afternoons)\b(?! (?:\d|one\b|and one\b|of\b|off\b))/;

/** `lates`, `the night shift`: when somebody has to work. */
export const shiftWorked: Shape = (value) => SHIFT.test(textOf(value)) ? value : null;

const CLOCK =
  "(?:\\d[\\d:.]*(?: ?[ap]m)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|lunch|dinner|work)";
const PART = "(?:mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|lunchtimes?)";
const REACHED = new RegExp(
  `^(?:only )?(?:(?:after|before|from|until) ${CLOCK}(?: (?:in the ${PART}|o'clock|on \\w+days?|onwards?))?|between ${CLOCK} and ${CLOCK}|(?:in|on|at) (?:the )?${PART}|(?:on )?\\w+days|${PART})(?: only)?$`,
);

/** `after three`, `in the evening only`: when somebody is to be reached. */
export const whenReached: Shape = (value) =>
  REACHED.test(textOf(value)) && !/\b(?:today|tomorrow|tonight)\b/.test(textOf(value))
    ? value
    : null;

/** `mornings`, `Tuesday evenings`: a part of days that comes again. */
export const timesOfDay: Shape = (value) =>
  /^(?:the |early |late |weekday |weekend |(?:mon|tues|wednes|thurs|fri|satur|sun)day )*(?:mornings|afternoons|evenings|nights|weekends|weekdays|lunchtimes|(?:mon|tues|wednes|thurs|fri|satur|sun)days)$/
      .test(textOf(value))
    ? value
    : null;

const TRADE_DONE =
  /^(?:(?:drive|pilot|steer|ride) (?:a|an|the|our|their|his|her) (?:[\w-]+ ){0,2}(?:van|bus|tram|lorry|truck|taxi|cab|train|ferry|ambulance|coach|forklift|crane|tractor|minibus|barge)|(?:coach|teach|train) (?!myself\b|me\b|you\b|him\b|her\b|it\b|for\b|at\b|in\b|on\b)(?:the |a |our )?(?:[\w-]+ ?){1,4}|(?:lay|fit|restore|repair|mend|install|tune|shear|groom|weld|paint|sell|deliver|book-?keep|edit|translate|illustrate|guide) (?!it\b|them\b|this\b|that\b|my\b|the\b)(?:[\w-]+ ){0,2}[\w-]+s(?: (?:for|in|at|across|around) .+)?|(?:run|manage|staff) (?:a|an|the|our|their) (?:[\w-]+ )?(?:shop|store|pub|caf[eé]|farm|kitchen|bar|hotel|hostel|nursery|office|branch|warehouse|bakery|clinic|library|school|theatre|depot|stall|restaurant|gallery|studio|museum|garage|canteen|ward|desk|box office|till)(?: .+)?|(?:look after|cook (?:at|in)|clean (?:at|in)|wait (?:tables )?(?:at|in)|serve (?:at|in)|do the (?:books|accounts|gardens|cooking|cleaning) (?:at|for)) (?:a|an|the|our|their) .+)$/;

/** `drive the delivery van`, `coach the under-twelves`: work told by what is done. */
export const tradeDone: Shape = (value) =>
  TRADE_DONE.test(textOf(value)) &&
    !/\b(?:you|your|this|that|dishwasher|washing machine|tests?|script|program|server|kids?|children|son|daughter|mother|father|query|problem|project|file)\b/
      .test(textOf(value))
    ? value
    : null;

/** `more spicy food`, `musicals`: what somebody does not want; of work it is an end. */
export const unwanted: Shape = (value) =>
  /^more (?:\w+ing\b|(?:.+ )?(?:work|shifts?|jobs?|nights|lessons|classes|exams?|meetings|travel)$)/
      .test(textOf(value)) || tokensOf(value).slice(1).some(({ fold }) => TOOLS.has(fold))
    ? null
    : taste(value);

/** `Wednesday`, `Mondays and Fridays`: days of the week and nothing else. */
export const freeDays: Shape = (value) =>
  /^(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: ,?(?:and |or )?|$))+$/.test(
      textOf(value),
    )
    ? value
    : null;

const STUDENT =
  "(?:(?:poor|broke|skint|first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|5th|year|yr|mature|exchange|full-time|part-time|foreign|international|phd|ph\\.d|master's|masters|msc|bachelor|grad|graduate|postgrad|undergrad|doctoral|research|uni|college) )";

const STUDENT_LEVEL = new RegExp(`^${STUDENT}+(?:[a-z-]+ )?$`);

/** `broke`, `1st yr nursing`: what stands in front of `student`, and no subject alone. */
export const student: Shape = (value) => STUDENT_LEVEL.test(`${textOf(value)} `) ? value : null;

/** The state of software, and no taste. */
const NO_OCCASION =
  /\b(?:you|your|ci|prod|production|staging|main|master|flags?|branch|server|linux|windows|macos|chrome|firefox|safari|node|docker|vpn|localhost|cache)\b/;

/** `while I'm ironing`, `after lunch`: when something holds, and no more. */
export const onlyWhen: Shape = (value) =>
  /^(?:while|when|after|before|if|in|on|at|during|for|with|from|until) (?!(?:this|that|it|the (?:app|page|file))\b)\w/
      .test(textOf(value)) && !NO_OCCASION.test(textOf(value))
    ? value
    : null;

/** `they are short`: a condition of a few words. */
export const toldClauseShort: Shape = (value) =>
  /^(?:it|they|i|we|there|somebody|someone|the|my) (?:is|are|am|do|does|have|has|can|stay|stays)\b .{2,}/
      .test(textOf(value)) && !/\b(?:you|your)\b/.test(textOf(value))
    ? value
    : null;

/** `café`, `hotel`: a place or a thing that is asked for. */
export const placeNoun: Shape = (value) =>
  /^(?:[\w-]+ )?(?:caf[eé]|restaurant|pub|bar|hotel|hostel|room|flat|table|seat|tea room|place|spot|gym|pool|shop|cinema|train|bus|flight|route|carriage|compartment|campsite|cabin|hall|class|course|version|recipe|menu|tour|trail|path|museum|salon|hairdresser)$/
      .test(textOf(value))
    ? value
    : null;

/** `the delivery van for a bakery`: work told by what is driven, and for whom. */
export const drivesFor: Shape = (value) =>
  /^(?:a|an|the|our|their) (?:[\w-]+ ){0,2}?(?:van|bus|tram|lorry|truck|taxi|cab|train|ferry|ambulance|coach|forklift|crane|tractor|minibus|barge|hearse|milk float) (?:for|at|in) (?:a|an|the|our|their|[a-z]+ing) ?\w/
      .test(textOf(value)) && !/\b(?:you|your|this|that|my|fun|work|it)\b/.test(textOf(value))
    ? value
    : null;

/** `videos`, `phone calls`: a way to be told or reached. */
export const medium: Shape = (value) =>
  /^(?:another |more |a |any |the )?(?:\w+ )?(?:videos?|podcasts?|webinars?|phone calls?|calls?|audiobooks?|tutorials?|slides|slideshows?|apps?|surveys?|chatbots?|voice (?:messages|notes)|lectures?|livestreams?|zoom|hotlines?|forms?|spreadsheets?)$/
      .test(textOf(value))
    ? value
    : null;

/** `7,500`, `900 euros`: an amount of three digits or more, or one with its currency. */
export const amount: Shape = (value) =>
  /^(?:about |around )?[\p{Sc}]?\d{1,3}(?:[.,' ]?\d{3})+(?: [a-z]+)?$|^(?:about |around )?[\p{Sc}]?\d{3,}(?: (?:euros?|pounds?|dollars?|francs?|crowns?|kroner|zloty|quid|bucks))?$/u
      .test(textOf(value)) &&
    !/\b(?:words?|characters?|pages?|kb|mb|gb|metres|meters|km|people|rows|lines|ms|tokens|requests)\b/
      .test(textOf(value))
    ? value
    : null;
