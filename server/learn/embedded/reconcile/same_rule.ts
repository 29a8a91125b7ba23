/**
 * How two rules stand to each other: nothing new, one value changed, values of one class.
 *
 * @module
 */

import type { PlaybookCandidate } from "../../learner.ts";
import { CURRENCIES } from "../lexicon/things.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";

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

/** Both rules name a currency, both a unit, or both a kind of file. */
export function isOneClass(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().split(/[^\p{L}€$£]+/u);
  return [CURRENCIES, UNIT_WORDS, FORMATS].some((kind) =>
    [one, other].every((text) => words(text).some((word) => kind.has(word)))
  );
}
