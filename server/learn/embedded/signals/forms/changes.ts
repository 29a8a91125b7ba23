/**
 * A way that is exchanged for another: `scrap the British dates, it's ISO everywhere from here on`,
 * `change the closing line: from today it's 'Warm wishes'`.
 *
 * @module
 */

import { OUTPUTS } from "../../lexicon/things.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER } from "../topic.ts";
import { asWritten, capital, POINTS, type Reader } from "./form.ts";

const SINCE =
  "from (?:now|here|today|tomorrow|this \\w+|next \\w+|monday|tuesday|wednesday|thursday|friday|the \\w+)(?: on(?:wards?)?)?(?: in)?|as of (?:now|today|\\w+day)|in future|going forward|starting \\w+";

const EXCHANGED = new RegExp(
  `^(?:(?:so|and|but|ok|please|well|right|now|then|no)(?: ?, ?| )?)*(scrap|drop|forget(?: about)?|change|lose|ditch|replace|swap|bin|about|regarding|as for|concerning) (?:the|my|our|that|those|all)? ?((?:[\\w'-]+ ){0,3}?[\\w'-]+) ?[,:;\\u2013\\u2014-] ?(?:(?:and|but) )?((?:${SINCE}) ?,? ?)?(?:it is|it will be|it has to be|it should be|they are|use|make it|we use|we (?:write|say|sign)) (?:all |now |always )?(.{2,80}?)( everywhere)?((?: ?,? ?(?:${SINCE}|please|always|only))*)$`,
);

/** What is no way of doing anything. */
const NO_WAY =
  /^(?:not|too|a|an|the same|my|your|time|late|early|closed|off|on|sunny|fragile|broken|over|done|fine|ok)\b/;
const QUOTED = /^['"\u201c\u2018]/;

/** `Scrap the British dates, it's ISO everywhere from here on`. */
export const exchangedWay: Reader = (input) => {
  const match = EXCHANGED.exec(input.text);
  if (match === null || input.sentence.terminator === "?") return null;
  const [, verb = "", old = "", before, next = "", place = "", after = ""] = match;
  if (before === undefined && !/ (?!please|only|always)\w/.test(after)) return null;
  if (POINTS.test(old) || NO_WAY.test(next)) return null;
  const noun = old.split(" ").at(-1) ?? "";
  const isThing = /^(?:change|replace|swap|about|regarding|as for|concerning)$/.test(verb);
  if (!OUTPUTS.has(noun) && outputOf(next) === null && !QUOTED.test(next)) return null;
  const cut = / ' ,| '(?= \w+ (?:sounds|is|was|looks|reads)\b)/.exec(next.slice(1));
  const said = asWritten(
    input,
    cut === null || !QUOTED.test(next) ? next : next.slice(0, cut.index + 1),
  );
  const way = QUOTED.test(next) && !/['"\u201d\u2019]$/.test(said) ? `${said}'` : said;
  const content = isThing
    ? `use ${way} as the ${old}`
    : `use ${way}${OUTPUTS.has(noun) && !/ (?:for|in) /.test(next) ? ` for ${noun}` : ""}${place}`;
  return {
    detector: "D1",
    trigger: triggerOf(isThing ? old : noun, next),
    content: capital(content),
    rationale: null,
    base: 86,
    adjust: [],
    change: true,
  };
};

/** Where the new way holds: for what it names itself, else for what it takes the place of. */
function triggerOf(old: string, next: string): string {
  const named = / (?:for|in) (?:the|my|our|all|every) /.test(next) ? outputOf(next) : null;
  return named ?? (isOutput(old) ? outputTrigger(old) : outputOf(next) ?? EVERY_ANSWER);
}

function isOutput(phrase: string): boolean {
  return OUTPUTS.has(phrase.split(" ").at(-1) ?? "");
}

/** Trigger of the output that the new way names. */
function outputOf(next: string): string | null {
  const noun = next.split(" ").findLast((word) => OUTPUTS.has(word));
  return noun === undefined ? null : outputTrigger(noun);
}
