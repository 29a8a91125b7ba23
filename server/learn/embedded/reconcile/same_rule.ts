/**
 * How two rules stand to each other: nothing new, one value changed, values of one class.
 *
 * @module
 */

import type { PlaybookCandidate } from "../../learner.ts";
import { CURRENCIES } from "../lexicon/things.ts";

/** `on each quote` after `on every quote`: nothing new. */
export function saysNoMore(
  known: readonly string[],
  told: readonly string[],
  { explain }: PlaybookCandidate,
): boolean {
  return explain.verdicts["repeated"] === "yes" && explain.verdicts["change"] !== "yes" &&
    known.length === told.length && told.every((stem) => known.includes(stem));
}

/** Each of the two has one word of its own: a value was changed. */
export function saysOther(known: readonly string[], told: readonly string[]): boolean {
  const dropped = known.filter((stem) => !told.includes(stem)).length;
  const added = told.filter((stem) => !known.includes(stem)).length;
  return added === 1 && dropped <= 2;
}

/** Kinds of file. */
const FORMATS: ReadonlySet<string> = new Set(
  "pdf csv excel xlsx xls word docx odt html markdown json xml yaml spreadsheet powerpoint pptx"
    .split(" "),
);

/** How something is laid out. */
export const LAYOUT =
  /\b(?:bullets?(?: points?)?|paragraphs?|prose|running text|tables?|(?:numbered )?lists?|full sentences)\b/i;

/** Whether one layout, which is over, gives way to another. */
export function isRelaid(known: string, told: string, over: string): boolean {
  return LAYOUT.test(over) && LAYOUT.test(known) && LAYOUT.test(told);
}

const AT_START =
  /\b(?:(?:at the |on )(?:very )?(?:top|start|beginning|head)|(?:starts?|begins?|opens?) (?:[\w'-]+ ){0,4}with|in front|(?:goes?|comes?|stands?) first)\b/i;
const AT_END =
  /\b(?:at the (?:very )?(?:end|bottom|foot)|(?:ends?|closes?|finish(?:es)?) (?:[\w'-]+ ){0,4}with|(?:goes?|comes?|stands?) last)\b/i;

/** `Each note starts with the date` after `put a date at the top of every note`: one place for both. */
export function isSamePlace(one: string, other: string): boolean {
  return [AT_START, AT_END].some((place) => place.test(one) && place.test(other));
}

/** `The open points go at the very top`, after `End the mails with the open points`: the part has moved, or comes and goes. */
export function isMoved(known: string, told: string): boolean {
  return AT_START.test(known) && AT_END.test(told) || AT_END.test(known) && AT_START.test(told) ||
    isTurned(known, told) || isTurned(told, known);
}

/** `prices with VAT`, after `prices without VAT`. */
function isTurned(without: string, other: string): boolean {
  const what = /\bwithout ([\w-]+)/i.exec(without)?.[1]?.toLowerCase();
  return what !== undefined && !/\bwithout\b/i.test(other) &&
    new RegExp(`\\bwith (?:the )?${what}\\b`, "i").test(other);
}

const SWITCH = /^(?:switch|change|move|go|convert)(?: back| over)* to /i;
/** The making of one kind of output. */
const MAKING = /^When (?:giving|writing|making) .*?([\p{L}-]+)$/u;

/** `Switch to ISO dates`, where another way of giving dates is known. */
export function isSwitched(
  known: { readonly content: string; readonly trigger: string },
  told: Pick<PlaybookCandidate, "content" | "trigger">,
): boolean {
  if (!SWITCH.test(told.content)) return false;
  const noun = MAKING.exec(told.trigger ?? "")?.[1];
  return isOneClass(known.content, told.content) ||
    noun !== undefined && MAKING.exec(known.trigger)?.[1] === noun &&
      told.content.toLowerCase().includes(noun.toLowerCase());
}

/** Units that measure the same; a system of units stands for each of the first. */
const UNITS: readonly ReadonlySet<string>[] = [
  ...[
    "celsius fahrenheit kelvin",
    "kilometres kilometers km miles metres meters feet inches centimetres centimeters yards fathoms decimetres",
    "kilos kilograms grams ounces stone tonnes",
    "litres liters gallons pints",
  ].map((units) => new Set([...units.split(" "), "metric", "imperial", "si"])),
  new Set(["hectares", "acres"]),
  new Set(["kcal", "joules"]),
  new Set(["bar", "psi"]),
  new Set(["knots", "kilometres", "kilometers", "km", "miles"]),
];
/** The clock that times are told by. */
const CLOCK = /\b(?:12|24|twelve|twenty-four)[ -]?h(?:ours?)?\b|\bam\/pm\b/i;

/** Both rules name a currency, units of one kind, a clock, or a kind of file. */
export function isOneClass(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().split(/[^\p{L}€$£]+/u);
  return [one, other].every((text) => CLOCK.test(text)) ||
    [CURRENCIES, FORMATS, ...UNITS].some((kind) =>
      [one, other].every((text) => words(text).some((word) => kind.has(word)))
    );
}
