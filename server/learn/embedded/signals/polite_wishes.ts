/**
 * Wishes about all of a kind: `could lesson plans in future come with a rough time?`,
 * `this applies to every contract: tracked changes only`.
 *
 * @module
 */

import { OUTPUTS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { textOf } from "../rules/values.ts";
import { capital, type Input, type Reader } from "./complaint_input.ts";
import { instructionIn } from "./instruction.ts";
import { trimTrail } from "./leads.ts";
import { outputTrigger } from "./output_trigger.ts";

const STANDING = "in future|in the future|from now on|going forward|always|from here on";
const COULD = new RegExp(
  "\\b(?:could|can|might|may) (?:(?:all|any|your|the|my|our|future) )*((?:[a-z-]+ ){0,2}?([a-z-]+[^s\\W]s)) " +
    `(?:(?:please|perhaps|maybe|possibly|also) )*(?:(${STANDING}) )?(?:(?:please|perhaps|maybe) )*(not )?([a-z]+) (.{3,110})$`,
);

/** What things do by themselves. */
const HAPPENS =
  /^(?:be|is|are|go|rise|fall|drop|get|become|happen|arrive|increase|decrease|grow|change|improve|take|fail|break|work|win|lose|stay|matter|look|feel|seem|find|live|fly|eat)$/;

/** `Could lesson plans in future come with a rough time for each activity?` */
export function couldCome(input: Input): ReturnType<Reader> {
  const match = COULD.exec(input.text);
  const noun = match?.[1] ?? "";
  const verb = match?.[5] ?? "";
  const rest = match?.[6] ?? "";
  const standing = match?.[3] !== undefined ||
    new RegExp(`\\b(?:${STANDING})\\b`).test(rest);
  if (
    match === null || !standing || baseForm(verb) !== verb || HAPPENS.test(verb) ||
    /\bat (?:your|my|our|his|her|the) (?:old|new|last)\b/.test(rest) ||
    /\b(?:i|we|you|he|she|it|they|what|how|why|which|when|who|others|people|kids)\b/.test(noun) ||
    !OUTPUTS.has(match[2] ?? "")
  ) return null;
  const at = input.folds.lastIndexOf(verb);
  const end = trimTrail(input.sentence, at + 1, input.folds.length);
  const body = textOf(input.sentence, at + 1, end, { person: "rule" });
  return body === "" ? null : {
    detector: "D3",
    trigger: outputTrigger(noun),
    content: capital(`make sure ${noun} ${match[4] === undefined ? "" : "do not "}${verb} ${body}`),
    rationale: null,
    base: 86,
    adjust: [],
  };
}

const IF_CAME =
  /\b(?:great|lovely|nice|good|helpful|wonderful|kind|useful|love it|appreciate it|grateful|happy|handy|perfect|glad) if (?:(?:all|any|your|the|my|our|future) )*((?:[a-z-]+ ){0,2}?([a-z-]+[^s\W]s)) (?:could |would )?(?:always |please )?(?:did (not) )?([a-z]+) (.{3,110})$/;

/** `It'd be lovely if recipes came with the metric amounts first.` */
export function ifTheyCame(input: Input): ReturnType<Reader> {
  const match = IF_CAME.exec(input.text);
  const said = match?.[4] ?? "";
  const verb = said === "had" ? "have" : baseForm(said) ?? "";
  if (
    match === null || verb === "" || HAPPENS.test(verb) || !OUTPUTS.has(match[2] ?? "") ||
    !/\b(?:would|i am|we are)\b/.test(input.text) ||
    /\b(?:i|we|you|he|she|it|they|those|these|others|people)\b/.test(match[1] ?? "") ||
    /^(?:were|was|are|is)$/.test(said) ||
    /\b(?:today|tomorrow|this|yesterday|last \w+|than|by (?:mon|tues|wednes|thurs|fri)day)\b/.test(
      match[5] ?? "",
    )
  ) return null;
  const at = input.folds.lastIndexOf(said);
  const end = trimTrail(input.sentence, at + 1, input.folds.length);
  const body = textOf(input.sentence, at + 1, end, { person: "rule" });
  const noun = match[1] ?? "";
  return body === "" ? null : {
    detector: "D3",
    trigger: outputTrigger(noun),
    content: capital(`make sure ${noun} ${match[3] === undefined ? "" : "do not "}${verb} ${body}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

const FOR_ALL =
  /\b(?:rule|thing|request|note|holds|applies|goes|counts|stands) (?:for|to|with|in) (?:every|all|any|each) ((?:[\w'-]+ ){0,5}?[\w'-]+)(?: ,[^:]*)? : (.{8,160})$/;

/** `This applies to every contract you edit: tracked changes only, never silent edits.` */
export function forEvery(input: Input): ReturnType<Reader> {
  const match = FOR_ALL.exec(input.text);
  if (match === null || input.sentence.terminator === "?") return null;
  const colon = input.folds.lastIndexOf(":");
  if (instructionIn(input.sentence, colon + 1, input.folds.length) !== null) return null;
  const end = trimTrail(input.sentence, colon + 1, input.folds.length);
  const body = textOf(input.sentence, colon + 1, end, { person: "rule" });
  const rule = /\b(?:only|never|no|always|not|first|max|maximum|without|at most|at least|under)\b/;
  if (!rule.test(match[2] ?? "") || /\b(?:i|he|she|they|is|are|was|were)\b/.test(match[2] ?? "")) {
    return null;
  }
  const named = (match[1] ?? "").replace(
    / (?:that |which )?(?:you|i|we) \w+(?: (?:for|to) (?:me|us))?$/,
    "",
  );
  return {
    detector: "D1",
    trigger: OUTPUTS.has(named.split(" ").at(-1) ?? "")
      ? outputTrigger(named)
      : `When it comes to ${named}`,
    content: capital(body),
    rationale: null,
    base: 86,
    adjust: [],
  };
}
