/**
 * Leave the user wants to be asked for, limits and units said without a verb.
 *
 * @module
 */

import { isTaskVerb } from "../lexicon/verbs.ts";
import { textOf } from "../rules/values.ts";
import { isAfterAnswer, wordsAs } from "./complaint_needs.ts";
import { capital, type Input, objection, type Reader } from "./complaint_input.ts";
import { trimTrail } from "./leads.ts";
import { outputTrigger } from "./output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "./topic.ts";

const LEAVE: Readonly<Record<string, string>> = {
  see: "show the user",
  read: "show the user",
  check: "let the user check",
  review: "let the user review",
  approve: "let the user approve",
  confirm: "let the user confirm",
};

/** `I want to see every post before it goes out` → `Show the user every post before it goes out`. */
export function wantToSee(input: Input): ReturnType<Reader> {
  const match =
    /^(?:and |but |please |so |from now on ,? ?)*(?:i|we) (?:always )?(?:want|need|would like|have) to (see|read|check|review|approve|confirm) (?:(every|each|all|any) )?(.{3,60}?) (?:before(?! (?:i|we)\b)|first\b)/
      .exec(input.text);
  const deed = LEAVE[match?.[1] ?? ""];
  if (match === null || deed === undefined || input.sentence.terminator === "?") return null;
  const object = match[3] ?? "";
  if (
    (match[2] ?? match[3]) === undefined &&
      !(input.pushbacks.length > 0 && /[^s]s$/.test(object)) ||
    /^(?:it|this|that|the|what|how)\b/.test(object)
  ) return null;
  const at = input.folds.indexOf(match[1] ?? "") + 1;
  const end = trimTrail(input.sentence, at, input.folds.length);
  return {
    detector: input.pushbacks.length > 0 ? "D7" : "D1",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(`${deed} ${textOf(input.sentence, at, end, { person: "rule" })}`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 84,
    adjust: [],
  };
}

/** Units and currencies an answer can be in. */
const UNIT_SAID =
  /^(celsius|fahrenheit|metric|imperial|euros?|dollars?|pounds?|francs?|kroner|kronor|yen|kilometres|kilometers|miles|metres|meters|feet|inches|centimetres|kilos|kilograms|grams|litres|bar|psi|24-hour(?: clock| format)?|british spelling|american spelling)$/;

/** After an answer: `Celsius please, I'm in Norway`, `In euros. Always.` */
export function unitSaid(input: Input): ReturnType<Reader> {
  const before = input.context.window[input.read.index - 1];
  if (before?.turn.speaker !== "assistant" || /\?\s*$/.test(before.text.trim())) return null;
  const match =
    /^(?:(?:no|please|sorry|but|and|always) ?,? ?)*(?:in )?([\w-]+(?: [\w-]+)??) ?,?(?: ?please| thanks)?(?: ,? (?:(?:i am|we are|i live|we live) (?:not )?(?:in|from|a|an|on) .*|always|from now on))?$/
      .exec(input.text);
  const unit = match?.[1] ?? "";
  if (match === null || !UNIT_SAID.test(unit) || input.sentence.terminator === "?") return null;
  const index = input.read.sentences.indexOf(input.sentence);
  const next = input.read.sentences[index + 1]?.tokens.map((token) => token.fold).join(" ") ?? "";
  if (
    !/\b(?:i am|we are|i live|we live|always|from now on)\b/.test(input.text) &&
    !isPlaceSaid(input, index - 1) &&
    !/^(?:always|every time|from now on|we are|i am|i live|we live|this is|i (?:teach|work|study|cook|bake|sail|drive|farm) (?:in|at|on))\b/
      .test(next)
  ) return null;
  return {
    detector: "D3",
    trigger: "When answering",
    content: `Use ${wordsAs(input, unit)}`,
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `We're in Dublin. British spelling please.` */
function isPlaceSaid(input: Input, index: number): boolean {
  return /^(?:(?:no|but|sorry) ?,? ?)*(?:we are|i am|i live|we live|this is|i (?:teach|work|study|cook|bake|sail|drive|farm)) (?:not )?(?:in|from|a|an|on|at|for|with) /
    .test(
      input.read.sentences[index]?.tokens.map((token) => token.fold).join(" ") ?? "",
    );
}

const TOLD: Readonly<Record<string, string>> = {
  asked: "ask the user",
  told: "tell the user",
  informed: "inform the user",
  consulted: "consult the user",
  warned: "warn the user",
  notified: "notify the user",
};

/** `For bookings over 300 euros I want to be asked first` → `Ask the user first`. */
export function wantToBeAsked(input: Input): ReturnType<Reader> {
  const match =
    /^(?:please |and |but )*(?:(?:for|on|with|before|when|whenever|if) (.{4,70}?) ,? ?)?(?:i|we) (?:always )?(?:want|need|would like|expect) to be (asked|told|informed|consulted|warned|notified)(?: (first|beforehand|before .{3,60}|when .{3,60}|whenever .{3,60}|if .{3,60}|about (?:every|each|all|any) .{3,60}))?$/
      .exec(input.text);
  const deed = TOLD[match?.[2] ?? ""];
  const front = match?.[1];
  const rest = match?.[3];
  if (
    match === null || deed === undefined || input.sentence.terminator === "?" ||
    front === undefined && (rest === undefined || /^(?:first|beforehand)$/.test(rest)) ||
    /\b(?:this|today|tomorrow|now|it|that|him|her|them|tonight)\b/.test(input.text)
  ) return null;
  const from = front === undefined ? 0 : input.folds.indexOf(front.split(" ")[0] ?? "");
  const situation = front === undefined
    ? EVERY_ANSWER
    : `When it comes to ${
      textOf(input.sentence, from, from + front.trim().split(" ").length, { person: "rule" })
    }`;
  const opener = input.folds[Math.max(0, from - 1)] ?? "";
  const trigger = /^(?:before|when|whenever|if)$/.test(opener) && front !== undefined
    ? situation.replace("When it comes to", opener === "before" ? "Before" : "When")
    : situation;
  const end = rest === undefined ? [] : rest.split(" ");
  const start = input.folds.length - end.length;
  return {
    detector: "D2",
    trigger,
    content: capital(
      `${deed} ${textOf(input.sentence, start, input.folds.length, { person: "rule" })}`,
    ),
    rationale: null,
    base: 86,
    adjust: [],
  };
}

const NUMBER = "\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty";
const LIMIT_SAID = new RegExp(
  `^(?:(?:and|please|so|no) ?,? ?)*((?:${NUMBER})(?: (?!at\\b|max)[\\w-]+s?)?(?: (?:per|a|an) [\\w-]+)?) (?:at most|max|maximum|tops|or less|or fewer|at the most)(?: ,? please)?(?: ,? (?:(?:in|for|on) ((?:every|each|all) .{2,40})|(every time|always|from now on|each time|in future)))?$`,
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

/** `You need my approval for charges over 50` → `Get the user's approval for charges over 50`. */
export function needsLeave(input: Input): ReturnType<Reader> {
  const match =
    /\byou (?:always )?(?:need|must have|have to (?:have|get)|must get) (?:my|our) (approval|ok|okay|permission|consent|go-ahead|sign-off) (?:for|before|to) (?!it\b|that\b|this\b|the\b).{3,80}$/
      .exec(input.text);
  if (match === null || input.sentence.terminator === "?") return null;
  const at = input.folds.indexOf(match[1] ?? "");
  const end = trimTrail(input.sentence, at + 1, input.folds.length);
  return {
    detector: input.pushbacks.length > 0 ? "D7" : "D1",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: `Get the user's ${match[1] ?? ""} ${
      textOf(input.sentence, at + 1, end, { person: "rule" })
    }`,
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
  };
}

/** After an answer: `Just the action items please, nobody reads the rest`. */
export function justThese(input: Input): ReturnType<Reader> {
  if (!isAfterAnswer(input)) return null;
  const match =
    /^(?:(?:no|please|next time) ?,? ?)*(?:just|only) (?:the )?((?:[a-z-]+ ){0,2}[a-z-]+[^s\W]s) (?:please )?,? (?:nobody|no one|i never|i do not (?:need|read|use)|we never|we do not (?:need|read|use)|that is all (?:i|we) (?:ever )?(?:need|read|use)) ?.*$/
      .exec(input.text);
  const noun = match?.[1] ?? "";
  if (match === null || isTaskVerb(noun.split(" ")[0] ?? "") && !noun.includes("items")) {
    return null;
  }
  return {
    detector: "D4",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: `Give only the ${wordsAs(input, noun)}`,
    rationale: null,
    base: 80,
    adjust: [],
  };
}
