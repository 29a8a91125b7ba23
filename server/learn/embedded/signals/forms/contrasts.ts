/**
 * Contrasts after an answer: `rates as percentages, not decimals`, `I wanted real fixtures rather than mocks`.
 *
 * @module
 */

import { strongCue } from "../../analysis/scope.ts";
import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../../lexicon/verbs.ts";
import { NUMBER_WORDS } from "../../rules/classes.ts";
import { UNIT_WORDS } from "../../rules/shapes_things.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import {
  asWritten,
  correctionOf,
  type Draft,
  explainedOf,
  type Input,
  POINTS,
  type Reader,
} from "./form.ts";
import { mainEnd, words } from "./house_ways.ts";
import { isReaction, wasOrdered } from "./reaction.ts";

const CONTRAST =
  /^(?:(?:no|please|but|sorry|and|ugh|again)(?: ?, ?| )?)*((?:[a-z-]+ ){0,2}?[a-z-]+[^s\W]s) (?:(?:go|come|belong|are|should be|need to be|have to be|must be) )?((?:as|in|with|by|from|per|on|to|at|before|after) [\w -]{2,50}?) ?,? (?:and )?(?:not|never|rather than|instead of) ((?:[\w-]+ ){0,4}[\w-]+)(?: ?,? please)?$/;

/** `Rates as percentages, not decimals`, `sizes from the label and not from the photo`. */
export function pluralContrast(input: Input): Draft {
  const match = isReaction(input) ? CONTRAST.exec(input.text) : null;
  if (match === null || /\d/.test(match[0])) return null;
  const subject = (match[1] ?? "").split(" ");
  if (
    subject.some((word) =>
      /^(?:i|we|you|he|she|it|they|is|this|that|these|those|the|a|an|my|yes|thanks|his|her|its|was|has|does|always)$/
        .test(word)
    ) || subject.length > 1 && baseForm(subject[0] ?? "") === subject[0]
  ) return null;
  const at = input.folds.indexOf(subject[0] ?? "");
  if (input.sentence.tokens.slice(at + subject.length).some((token) => isProper(token))) {
    return null;
  }
  const told = new RegExp(`${subject.at(-1) ?? ""} (?:go|come|belong|are|should|need|have|must)\\b`)
    .test(match[0]);
  // `Cars belong on the street, not on the pavement` tells about the world after a question.
  if (told && !wasOrdered(input) && !subject.some((word) => OUTPUTS.has(word))) return null;
  const text = words(input, at, input.folds.length);
  return explainedOf(
    input,
    `${told ? "make sure" : "give"} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  );
}

/** A name or a place: then it is about which, and not about how. */
function isProper(
  token: { readonly capital: boolean; readonly text: string; readonly fold: string },
) {
  return token.capital && !/^[A-Z]{2,}s?$/.test(token.text) && !STYLE_WORDS.has(token.fold) &&
    !UNIT_WORDS.has(token.fold);
}

/** `I wanted real fixtures rather than mocks`, `I needed a refundable rate, I told you plans shift`. */
export function wantedInstead(input: Input): Draft {
  if (!isReaction(input) || !wasOrdered(input)) return null;
  const match =
    /^(?:(?:no|but|sorry|hey|ugh|well|again)(?: ?, ?| )?)*(?:i|we) (?:actually |clearly |really )?(needed|wanted|expected|asked for|did ask for|would have (?:preferred|liked|wanted|expected)|was (?:expecting|after|hoping for)) (?!to\b|you\b|it\b|that\b|this\b|the\b|my\b|them\b)/
      .exec(input.text);
  if (match === null) return null;
  const at = match[0].trim().split(" ").length;
  const end = mainEnd(input.folds, at);
  const said = input.folds.slice(at, end).join(" ");
  const rest = input.folds.slice(end + 1).join(" ");
  const contrast = /\b(?:rather than|instead of|not|never)\b/.test(said);
  const known =
    /^(?:i|we) (?:told|said|mentioned|always|never|keep)\b|\b(?:always|keeps?|all the time|every (?:time|week|month|day|trip))\b/
      .test(rest) || /\blike (?:all|every|always)\b/.test(said);
  const object = said.split(" ").slice(0, 4);
  const plural = object.some((word) => /[^s]s$/.test(word) && word.length > 3);
  const wished = / would have /.test(match[0]) && plural && input.context.window[
        input.read.index - 2
      ]?.sentences.some((entry) =>
        entry.tokens.some((token) =>
          token.fold.length > 3 && object.some((word) => word.startsWith(token.fold))
        )
      ) === true;
  if (
    !(contrast && plural || known || wished) || /\d/.test(said) ||
    object.some((word) => NUMBER_WORDS.has(word)) || said.split(" ").length < 2 ||
    input.sentence.tokens.slice(at, end).some((token) => isProper(token))
  ) return null;
  const why = rest.replace(/^(?:i|we) (?:told|said|mentioned)(?: to)?(?: you)?(?: that)? /, "");
  const from = why === rest ? end + 1 : input.folds.length - why.split(" ").length;
  return explainedOf(input, `use ${words(input, at, end)}`, {
    why: words(input, from, input.folds.length),
  });
}

/** Words that keep their capital. */
const PROPER = /^(?:[A-Z]{2}|British|American|Celsius|Fahrenheit|English|German|French|Spanish)/;

/** `Not UTC, I need local time`, where the turn says that it holds for good. */
export function notButNeed(input: Input): ReturnType<Reader> {
  const match =
    /^(?:no ?,? )?not (?:in )?((?:[\w-]+ ){0,2}[\w-]+) ?[,;:\u2013\u2014-] ?(?:i|we) (?:need|want|wanted|asked for|work in|think in|would like|prefer|use|go by) ((?:[\w-]+ ){0,3}[\w-]+)(?: ?,? please)?$/
      .exec(input.text);
  const [, unwanted = "", wanted = ""] = match ?? [];
  const isForGood = input.read.sentences.some(({ said }) =>
    /\b(?:whenever|always|every time|each time|from now on|in future)\b/.test(said)
  );
  if (
    match === null || !isForGood || input.sentence.terminator === "?" ||
    POINTS.test(wanted) || POINTS.test(unwanted)
  ) return null;
  return correctionOf(input, `Use ${asWritten(input, wanted)}, not ${asWritten(input, unwanted)}`);
}

/** After an answer: `British spelling, not American`. */
export function contrastFragment(input: Input): ReturnType<Reader> {
  const before = input.context.window[input.read.index - 1];
  if (before?.turn.speaker !== "assistant" || /\?\s*$/.test(before.text.trim())) return null;
  const match =
    /^(?:(?:no|please|but|sorry|actually|rather|and)(?: ?, ?| )?)*((?:[\w-]+ ){0,3}[\w-]+) ?,? (?:(?:and )?not|instead of|rather than) ((?:[\w-]+ ){0,3}[\w-]+)(?: ?,? please)?$/
      .exec(input.text);
  const wanted = match?.[1]?.split(" ") ?? [];
  if (
    match === null || input.sentence.terminator === "?" ||
    // `And semicolons instead of commas`: a further wish for the same answer.
    input.folds[0] === "and" ||
    !wanted.some((word) => STYLE_WORDS.has(word) || UNIT_WORDS.has(word)) &&
      !(isStanding(input) && /[^s]s$/.test(wanted.at(-1) ?? "")) ||
    wanted.some((word) =>
      /^(?:i|we|you|he|she|they|it|this|that|these|those|is|are|was|were|will|would|can|could|should|may|must|has|have|the|my|a|an|do|does|did)$/
        .test(word)
    ) ||
    isTaskVerb(wanted[0] ?? "")
  ) return null;
  const at = input.folds.indexOf(wanted[0] ?? "");
  const text = textOf(input.sentence, at, trimTrail(input.sentence, at, input.folds.length), {
    person: "rule",
  });
  return {
    detector: "D4",
    trigger: "When answering",
    content: `Use ${
      input.sentence.tokens[at]?.capital === true && at === 0 && !PROPER.test(text)
        ? text.charAt(0).toLowerCase() + text.slice(1)
        : text
    }`,
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `… Always.` somewhere in the turn. */
function isStanding(input: Input): boolean {
  return input.read.sentences.some((sentence) => strongCue(sentence.folds, "en") !== "");
}
