/**
 * How a value is written: without the capital of its sentence, its verb in the third person.
 *
 * @module
 */

import { FUNCTION_WORDS, TOOLS } from "../lexicon/things.ts";
import { JOBS } from "../lexicon/people.ts";
import { baseForm, thirdPerson } from "../lexicon/verbs.ts";
import type { FactRule } from "../rules/rule.ts";
import { isFood, type ValueRange } from "../rules/shapes.ts";
import { textOf } from "../rules/values.ts";
import { isOneEditApart } from "../text/repair.ts";
import type { Lang } from "../types.ts";

/** The text of a value of a rule, "" when the match has none of that name. */
export function valueText(
  rule: FactRule,
  values: ReadonlyMap<string, ValueRange>,
  name: string,
): string {
  const range = values.get(name);
  if (range === undefined) return "";
  const spelled = rule.slot === "name"
    ? textOf(range.sentence, range.from, range.to, { person: "keep" })
    : rule.lang === "en" && rule.slot === "job"
    ? withTrades(textOf(range.sentence, range.from, range.to))
    : textOf(range.sentence, range.from, range.to);
  // `MY NAME IS ANA`: the text of a shouted sentence is in lower case, and a name is not.
  const said = range.sentence.shouting && rule.slot === "name"
    ? spelled.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
    : spelled;
  const text = isCommon(rule, range, name) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
  return rule.conjugate === true && name === "v" ? conjugated(range, text) : text;
}

/** Typos of trades that are more than one letter off. */
const TRADE_TYPOS: Readonly<Record<string, string>> = {
  plummer: "plumber",
  vetinarian: "veterinarian",
  vetinary: "veterinary",
  libarian: "librarian",
  retierd: "retired",
  hairdreser: "hairdresser",
  techer: "teacher",
};
/** Letters of a trade, fewest, that is read in a word with one letter missing, added or swapped. */
const LEAST_LETTERS = 6;
/** The same where one letter may also be another one: `furrier` is no `farrier`. */
const LEAST_CHANGED = 9;

/** `firefigter`: well-known trades without their typos. */
function withTrades(text: string): string {
  return text.replace(/(?<![\p{L}-])[a-z]{5,}(?![\p{L}-])/gu, (word) => tradeOf(word));
}

function tradeOf(word: string): string {
  const known = TRADE_TYPOS[word];
  if (known !== undefined) return known;
  const [single, plural] = /[^s]s$/.test(word) ? [word.slice(0, -1), "s"] : [word, ""];
  if (JOBS.has(word) || JOBS.has(single) || !/(?:er|or|ist|ian|ar|ef|rd|ot|ic|nt)$/.test(single)) {
    return word;
  }
  for (const trade of JOBS) {
    if (
      trade.length < LEAST_LETTERS || trade[0] !== single[0] ||
      Math.abs(trade.length - single.length) > 1 ||
      trade.length === single.length && trade.length < LEAST_CHANGED &&
        [...trade].toSorted().join("") !== [...single].toSorted().join("")
    ) continue;
    if (isOneEditApart(trade, single)) return `${trade}${plural}`;
  }
  return word;
}

/** Whether the capital of a value is that of the sentence it opens. */
function isCommon(rule: FactRule, range: ValueRange, name: string): boolean {
  const opener = range.sentence.tokens[range.from];
  if (range.from !== 0 || opener === undefined) return false;
  const { lang } = range.sentence;
  if (lang === "en") {
    return name === "v" && (isFood(opener) || rule.shape === "colour_pair") ||
      isCommonNoun(rule, range);
  }
  return LOWERED[lang]?.test(opener.fold) === true && !/^[A-Z]{2}/.test(opener.text);
}

/** Words whose capital is that of the sentence, by language. */
const LOWERED: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(?:\S*tags|abends|morgens|nachts|vormittags|nachmittags|vor|nach|ab|bis|am|an|lange|große|kleine|auf)$/,
  es: /^\S{2,}$/,
  fr: /^\S{2,}$/,
  pt: /^\S{1,}$/,
};

/** `Trains over planes`, `Paper books …`: a noun by its ending or by the word behind it. */
function isCommonNoun(rule: FactRule, range: ValueRange): boolean {
  if (!/^(?:prefer|like|dislike|duty|level|contact\.when)/.test(rule.slot)) return false;
  if (rule.slot === "contact.when") {
    return !/days?$/.test(range.sentence.tokens[range.from]?.fold ?? "");
  }
  const [first, second] = range.sentence.tokens.slice(range.from, range.to);
  return first !== undefined && !TOOLS.has(first.fold) && !/^[A-Z]{2}/.test(first.text) &&
    (second === undefined ? /[^s]s$/.test(first.fold) : second.kind === "word" && !second.capital);
}

/** A word that no list of verbs has, where the shape says that it is one. */
function plainVerb(word: string): string | undefined {
  return FUNCTION_WORDS.has(word) || !/^[a-z-]{3,}$/.test(word) || /(?:ed|ing|ly|[^s]s)$/.test(word)
    ? undefined
    : word;
}

function conjugated(range: ValueRange, text: string): string {
  const first = range.sentence.tokens[range.from];
  const base = first === undefined ? undefined : baseForm(first.fold) ?? plainVerb(first.fold);
  return first === undefined || base === undefined
    ? text
    // A typo is written out, and may then be longer than it was typed.
    : thirdPerson(base) +
      (text.startsWith(first.text) ? text.slice(first.text.length) : text.replace(/^\S+/, ""));
}
