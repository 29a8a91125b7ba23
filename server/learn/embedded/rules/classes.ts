/**
 * Word classes that cues may name, and words that cues pass over.
 *
 * @module
 */

import type { Token } from "../types.ts";
import {
  ACCESS_WORDS,
  ANIMALS,
  BODY_PARTS,
  CHILDREN,
  CONDITION_NOUNS,
  DIETS,
  LANGUAGES,
  PARTNERS,
  RELATIONS,
} from "../lexicon/people.ts";
import { CURRENCIES, DAYS, DEVICES, DURABLES, MONTHS, OUTPUTS } from "../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";

/** Adverbs that cues pass over. */
export const FILLERS: ReadonlySet<string> = wordSet(`
really also actually just still now honestly basically currently generally usually mostly mainly personally simply literally
btw absolutely definitely truly even well totally kinda quite very pretty rather obviously unfortunately sadly
luckily already recently lately myself here though too certainly probably only
completely entirely fairly relatively extremely slightly mildly utterly seriously normally typically ever strictly super so
`);

/** Number words. */
export const NUMBER_WORDS: ReadonlySet<string> = wordSet(`
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty
forty fifty sixty seventy eighty ninety hundred thousand dozen half couple both several few
`);

/** `thirty-two`. */
const TENS_AND_ONES =
  /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)$/;

const PRONOUNS = wordSet("i you he she it we they");

/** Tests of the word classes by name. */
export const CLASSES: ReadonlyMap<string, (token: Token) => boolean> = new Map([
  ["@animal", inSet(ANIMALS)],
  ["@body", inSet(BODY_PARTS)],
  ["@child", inSet(CHILDREN)],
  ["@relation", inSet(RELATIONS)],
  ["@partner", inSet(PARTNERS)],
  ["@diet", inSet(DIETS)],
  ["@lang", inSet(LANGUAGES)],
  ["@access", inSet(ACCESS_WORDS)],
  ["@condition", inSet(CONDITION_NOUNS)],
  ["@currency", inSet(CURRENCIES)],
  ["@day", inSet(DAYS)],
  ["@month", inSet(new Set(MONTHS))],
  ["@device", inSet(DEVICES)],
  ["@durable", inSet(DURABLES)],
  ["@output", inSet(OUTPUTS)],
  ["@pronoun", inSet(PRONOUNS)],
  ["@num", isNumber],
  ["@verb", (token: Token) => token.kind === "word" && isTaskVerb(token.fold)],
  ["@anyverb", (token: Token) => token.kind === "word" && baseForm(token.fold) !== undefined],
  ["@ing", (token: Token) => token.fold.endsWith("ing") && token.fold.length > 4],
  ["@name", (token: Token) => token.kind === "word" && token.capital],
  ["@comma", (token: Token) => token.text === "," || token.text === "，" || token.text === "、"],
  [
    "@colon",
    (token: Token) =>
      token.text === ":" || token.text === "-" || token.text === "–" || token.text === "—",
  ],
  ["@slash", (token: Token) => token.text === "/"],
]);

function inSet(words: ReadonlySet<string>): (token: Token) => boolean {
  return (token) => words.has(token.fold);
}

/** Whether a token is a number in digits or words. */
export function isNumber(token: Token): boolean {
  return token.kind === "number" || NUMBER_WORDS.has(token.fold) || TENS_AND_ONES.test(token.fold);
}

/** `four dentists`: how many there are, and not what somebody is. */
export function isCounted(first: Token | undefined): boolean {
  return first !== undefined && first.fold !== "one" && isNumber(first);
}
