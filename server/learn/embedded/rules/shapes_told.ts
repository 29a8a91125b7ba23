/**
 * Checkers for ages of relatives, school years, regular days and tools named by name.
 *
 * @module
 */

import { AMBIGUOUS_TOOLS, TOOLS } from "../lexicon/things.ts";
import { RELATIONS } from "../lexicon/people.ts";
import { days, short } from "./shapes_things.ts";
import { isProduct, isTimeWord, type ValueRange } from "./shapes.ts";
import { textOf } from "./value_words.ts";

const NUMBER =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\d{1,3})$/;

/** Words of made-up worlds. */
const INVENTED = /^(?:novel|story|film|movie|script|character|game|dream|poem|scene)$/;

/** An age in years that ends the thought: `four`, `9 years old`, not `two metres tall`. */
export function smallAge(value: ValueRange): ValueRange | null {
  const { tokens } = value.sentence;
  if (tokens.some((token) => INVENTED.test(token.fold))) return null;
  if (!NUMBER.test(tokens[value.from]?.fold ?? "")) return null;
  const next = tokens.slice(value.from + 1, value.from + 3).map((token) => token.fold).join(" ");
  if (next === "") return { ...value, to: value.from + 1 };
  const old = /^(?:years? old|months? old)$/.exec(next);
  if (old !== null) return { ...value, to: value.from + 3 };
  return /^(?:and|so|but|now|last|this|on|in|[,;:\u2013\u2014(])(?: |$)/.test(next)
    ? { ...value, to: value.from + 1 }
    : null;
}

/** `year 3`, `the second grade`, `kindergarten`. */
export function schoolYear(value: ValueRange): ValueRange | null {
  const match =
    /^(?:year [\w-]+|grade [\w-]+|(?:the )?[\w-]+ (?:grade|form)|kindergarten|nursery|preschool|reception|primary school|secondary school|high school|middle school|university|college)\b/
      .exec(textOf(value));
  if (match === null) return null;
  const to = value.from + match[0].split(" ").length;
  const next = value.sentence.tokens[to]?.fold ?? "";
  return next === "" || /^(?:and|so|but|now|this|at|in|[,;:(\u2013\u2014])$/.test(next)
    ? { ...value, to }
    : null;
}

/** Days and times that a faith asks to keep. */
export function observance(value: ValueRange): ValueRange | null {
  const token = value.sentence.tokens[value.from];
  return /^(?:sabbath|shabbat|ramadan|lent|kosher|halal|shabbos|diwali|hanukkah)$/.test(
      token?.fold ?? "",
    )
    ? { ...value, to: value.from + 1 }
    : null;
}

/** A tool or product by its name, where the sentence names at least one that is known. */
export function namedTool(value: ValueRange): ValueRange | null {
  const tokens = value.sentence.tokens.slice(value.from, value.to);
  const first = tokens[0];
  if (
    first === undefined || tokens.some((token) => /^(?:i|we|you)$/.test(token.fold)) ||
    !value.sentence.tokens.some((token) => TOOLS.has(token.fold))
  ) return null;
  return tokens.slice(0, 3).some((token, index) =>
      token.capital || TOOLS.has(token.fold) ||
      isProduct(token, value.sentence, value.from + index)
    )
    ? value
    : null;
}

/** `every Wednesday evening`, `on Mondays`: days that come back. */
export function recurringDays(value: ValueRange): ValueRange | null {
  const text = textOf(value);
  const back = /^(?:every|each)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b/.test(text);
  const timed = value.sentence.tokens.slice(value.from, value.to).some((token) =>
    isTimeWord(token)
  );
  return back && timed ? days(value) ?? (/^(?:every|each)\b/.test(text) ? value : null) : null;
}

/** `20 years in forestry`, `two decades in nursing`. */
export function yearsIn(value: ValueRange): ValueRange | null {
  return /^(?:over |more than |nearly |almost |about )?[\w-]+ (?:years|decades) (?:in|as) (?!(?:a row|the making|total|prison|jail|one|this|that|my|bed)\b)[\w-]+/
      .test(textOf(value))
    ? value
    : null;
}

/** `car`, `brass band`: something of the user's own, not `friend's car`. */
export function ownThing(value: ValueRange): ValueRange | null {
  const tokens = value.sentence.tokens.slice(value.from, value.to);
  return tokens.some((token) =>
      /'s?$/.test(token.fold) || RELATIONS.has(token.fold) || /^friends?$/.test(token.fold)
    )
    ? null
    : short(value);
}

/** What is left in a move of house, never a tool: `from Xero to Sage` is no move of house. */
export function noTool(value: ValueRange): ValueRange | null {
  const tokens = value.sentence.tokens.slice(value.from, value.to);
  return tokens.some((token) => TOOLS.has(token.fold) && !AMBIGUOUS_TOOLS.has(token.fold))
    ? null
    : value;
}
