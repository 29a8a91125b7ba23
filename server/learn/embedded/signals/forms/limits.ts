/**
 * Limits and units: `five lines at most, always`, `never more than two`, `Celsius please, I am in Norway`.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { baseForm, thirdPerson } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { asWritten, capital, clauseEnd, type Input, objection, type Reader } from "./form.ts";

/** `I always need metric`, `I only want dates`, `all I need is X`. */
export function alwaysNeed(input: Input): ReturnType<Reader> {
  const match =
    /^(?:(?:no|but|well|please|sorry|just|and|kilometres|kilometers)(?: ?[,.] ?| )?)*(?:i|we) (?:always|only ever|only) (?:need|want|use|expect|work (?:in|with)|think in) (.{2,80})$/
      .exec(input.text);
  if (match === null || input.pushbacks.length === 0 && !/\balways\b/.test(match[0])) return null;
  const start =
    input.text.slice(0, match.index + match[0].length - (match[1] ?? "").length).trim().split(" ")
      .length;
  const end = trimTrail(input.sentence, start, clauseEnd(input.folds, start));
  const styled = input.folds.slice(start, end).some((word) =>
    STYLE_WORDS.has(word) || OUTPUTS.has(word)
  );
  const body = textOf(input.sentence, start, end, { person: "rule" });
  if (!styled || body === "" || /^(?:to|you|it|that|this|the)\b/.test(body)) return null;
  return {
    detector: "D3",
    trigger: "When answering",
    content: capital(`Use ${body}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

const ALL_I_NEED =
  /(?:^|[,;] )(?:(?:so|and|but|no|sorry|please)(?: ?, ?| )?)*((?:the |a |an )(?:[\w-]+ ){0,3}?[\w-]+) (?:is|are) all (?:i|we) (?:ever |really )?(?:need|want|use)$/;

/** `Not the full score again! … the alto part is all I ever need`. */
export function allINeed(input: Input): ReturnType<Reader> {
  const match = input.pushbacks.length > 0
    ? ALL_I_NEED.exec(input.text.replaceAll(" ,", ","))
    : null;
  if (match === null || input.sentence.terminator === "?") return null;
  return {
    detector: "D4",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: `Give ${asWritten(input, match[1] ?? "")} only`,
    rationale: objection(input.pushbacks, input.sentence),
    base: 82,
    adjust: [],
  };
}

/** `Three names are plenty when I ask for a tradesman.` */
export function plenty(input: Input): ReturnType<Reader> {
  const match =
    /\b((?:one|two|three|four|five|six|ten|a|\d+|the (?:next|first|best|top|last)) (?:[\w-]+ )?([\w-]+)) (?:is|are|would be) (?:plenty|enough|more than enough|all i need|fine|sufficient)\b(?:[^,;]*?\b(?:when|whenever|if) (?:i|you) (.+))?/
      .exec(input.text);
  if (match === null || input.pushbacks.length === 0 && match[3] === undefined) return null;
  const noun = match[2] ?? "";
  if (
    match[3] === undefined && !OUTPUTS.has(noun) && !noun.endsWith("s") &&
    !/^(?:two|three|four|five)$/.test(noun)
  ) {
    return null;
  }
  const asked = /\b(?:when|whenever|if) (i|you) /.exec(match[0])?.[1];
  const trigger = match[3] === undefined
    ? requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER
    : `When ${asked === "i" ? `the user ${asks(match[3])}` : match[3]}`;
  return {
    detector: "D4",
    trigger,
    content: capital(`Give ${match[1] ?? ""}, not more`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 82,
    adjust: [],
  };
}

function asks(rest: string): string {
  const [verb = "", ...others] = rest.split(" ");
  return [baseForm(verb) === verb ? thirdPerson(verb) : verb, ...others].join(" ");
}

/** `Never more than one concert a day` → `Keep to at most one concert a day`. */
export function neverMore(input: Input): ReturnType<Reader> {
  const match =
    /^(?:(?:no|please|and|but|from now on)(?: ?, ?| )?)*(?:never|not ever|no) (more|less|fewer|longer|later|earlier) than (.{3,60})$/
      .exec(input.text);
  const answered = input.context.window[input.read.index - 1]?.turn.speaker === "assistant";
  if (
    !answered || match === null || input.sentence.terminator === "?" ||
    !/^(?:never|.*\bever)\b/.test(input.text)
  ) {
    return null;
  }
  const at = input.folds.indexOf("than") + 1;
  const end = trimTrail(input.sentence, at, input.folds.length);
  const said = textOf(input.sentence, at, end, { person: "rule" });
  const counted = countedBefore(input, said.toLowerCase());
  const text = counted === "" ? said : `${said.toLowerCase()} ${counted}`;
  if (/^more$/.test(match[1] ?? "") && LENGTHS.test(counted)) {
    return {
      detector: "D4",
      trigger: "When answering",
      content: `Answer in at most ${text}`,
      rationale: objection(input.pushbacks, input.sentence),
      base: 86,
      adjust: [],
      frame: "length answer",
    };
  }
  return {
    detector: "D1",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: /^more$/.test(match[1] ?? "")
      ? `Keep to at most ${text}`
      : /^(?:less|fewer)$/.test(match[1] ?? "")
      ? `Keep to at least ${text}`
      : `Do not go ${match[1] ?? ""} than ${text}`,
    rationale: null,
    base: 86,
    adjust: [],
  };
}

const LENGTHS = /^(?:sentences?|lines?|words?|paragraphs?|characters?)$/;

/** `Three sentences. Never more than three`: what is counted, when only its number is said again. */
function countedBefore(input: Input, number: string): string {
  if (!/^(?:\d+|[a-z]+)$/.test(number)) return "";
  const said = new RegExp(`\\b${number} ((?!at\\b|max|or\\b|is\\b|are\\b)[a-z-]+s)\\b`);
  const index = input.read.sentences.indexOf(input.sentence);
  return input.read.sentences.slice(0, index).map((entry) => said.exec(entry.said)?.[1])
    .findLast((noun) => noun !== undefined) ?? "";
}

/** Units and currencies an answer can be in. */
const UNIT_SAID =
  /^(celsius|fahrenheit|metric|imperial|euros?|dollars?|pounds?|francs?|kroner|kronor|yen|kilometres|kilometers|miles|metres|meters|feet|inches|centimetres|kilos|kilograms|grams|litres|bar|psi|24-hour(?: clock| format| time)?|24h(?: clock| format| time)?|km|kg|cm|mm|kph|kmh|km\/h|mph|utc|gmt|cet|metric units|british spelling|american spelling)$/;

/** `…, never pounds`, `…, miles mean nothing to me`: the other unit is not wanted. */
const OTHER_UNIT =
  / (?:,? ?(?:and |but )?(?:never|not|no) (?:in )?[\w\/-]+(?: ,? (?:ever|please))?|, (?:[\w\/-]+ ){1,4}(?:means?|says?|tells?|confuses?|is|are|do|does) (?:me )?(?:nothing|not|no|me|useless|gibberish|greek|meaningless|wrong|foreign)\b.{0,20})$/;

/** What follows a unit that is to hold. */
const HOLDS =
  /^(?:always|every time|from now on|no exceptions|we are|i am|i can never|i (?:can not|do not) (?:do anything|work|think|want|understand|use|need|know)|i never|never|i live|we live|this is|i (?:teach|work|study|cook|bake|sail|drive|farm) (?:in|at|on)|(?:no|not) (?:more )?[\w-]+ (?:ever|please)|[\w-]+ (?:means?|says?) nothing)\b/;

/** After an answer: `Celsius please, I'm in Norway`, `In euros. Always.` */
export function unitSaid(input: Input): ReturnType<Reader> {
  const before = input.context.window[input.read.index - 1];
  const other = OTHER_UNIT.exec(input.text)?.[0] ?? "";
  const said = input.text.slice(0, input.text.length - other.length);
  const match =
    /^(?:(?:no|please|sorry|but|and|always)(?: ?, ?| )?)*(?:in )?([\w/-]+(?: [\w-]+)??) ?,?(?: ?please| thanks)?(?: ,? (?:(?:i am|we are|i live|we live) (?:not )?(?:in|from|a|an|on) .*|always|from now on))?$/
      .exec(said);
  const unit = match?.[1] ?? "";
  if (match === null || !UNIT_SAID.test(unit) || input.sentence.terminator === "?") return null;
  const index = input.read.sentences.indexOf(input.sentence);
  const next = input.read.sentences[index + 1]?.tokens.map((token) => token.fold).join(" ") ?? "";
  const isAnswer = before?.turn.speaker === "assistant" && !/\?\s*$/.test(before.text.trim());
  if (!isAnswer && !/\b(?:always|never|ever|from now on)\b/.test(`${input.text} ${next}`)) {
    return null;
  }
  if (
    !/\b(?:i am|we are|i live|we live|always|from now on)\b/.test(said) && other === "" &&
    !isPlaceSaid(input, index - 1) && !HOLDS.test(next)
  ) return null;
  return {
    detector: "D3",
    trigger: "When answering",
    content: `Use ${asWritten(input, unit)}`,
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `We're in Dublin. British spelling please.` */
function isPlaceSaid(input: Input, index: number): boolean {
  return /^(?:(?:no|but|sorry)(?: ?, ?| )?)*(?:we are|i am|i live|we live|this is|i (?:teach|work|study|cook|bake|sail|drive|farm)) (?:not )?(?:in|from|a|an|on|at|for|with) /
    .test(
      input.read.sentences[index]?.tokens.map((token) => token.fold).join(" ") ?? "",
    );
}

const NUMBER = "\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty";

const LIMIT_SAID = new RegExp(
  `^(?:(?:and|please|so|no)(?: ?, ?| )?)*((?:${NUMBER})(?: (?!at\\b|max)[\\w-]+s?)?(?: (?:per|a|an) [\\w-]+)?) (?:at most|max|maximum|tops|or less|or fewer|at the most)(?: ,? please)?(?: ,? (?:(?:in|for|on) ((?:every|each|all) .{2,40})|(every time|always|from now on|each time|in future)))?$`,
);

/** After `way too much text`: `six words per slide at most, in every deck`. */
export function limitSaid(input: Input): ReturnType<Reader> {
  const match = LIMIT_SAID.exec(input.text);
  const limit = match?.[1] ?? "";
  if (
    match === null || input.sentence.terminator === "?" ||
    match[2] === undefined && !(input.pushbacks.length > 0 && / (?:per|a|an) /.test(limit)) ||
    /\b(?:euros?|dollars?|pounds?|francs?|minutes|hours|days|people)\b/.test(limit)
  ) return null;
  return {
    detector: "D4",
    trigger: match[2] === undefined
      ? requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER
      : outputTrigger(match[2].replace(/^(?:every|each|all) (?:my |our )?/, "")),
    content: `Use at most ${limit}`,
    rationale: objection(input.pushbacks, input.sentence),
    base: 82,
    adjust: [],
  };
}
