/**
 * What was praised and is wanted again for a kind: `the risk tags are a great help, use them in every review`,
 * `urgent, later, never is exactly how I want a to-do list`.
 *
 * @module
 */

import { OUTPUTS } from "../../lexicon/things.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { asWritten, capital, type Draft, POINTS, type Reader } from "./form.ts";
import { isAfterAnswer } from "./reaction.ts";

const LEADS =
  "^(?:(?:and|oh|wow|yes|yep|ok|great|nice|lovely|perfect|thanks|thank you|so)(?: ?[,!.])? )*";

const USEFUL = new RegExp(
  `${LEADS}((?:(?:the|those|your) )?(?:[\\w'/-]+ ){0,4}?[\\w'/-]+) (?:is|are|was|were) (?:(?:so|really|very|super|just|such|absolutely|incredibly|extremely|most) )*` +
    "(?:useful|helpful|handy|great|perfect|brilliant|excellent|wonderful|lovely|fantastic|ideal|gold|clear|good|nice|clever|what (?:i|we) (?:need|want)|a (?:\\w+ )?(?:help|idea|relief|joy|lifesaver|timesaver|gift))(?: (?:idea|help|touch|thing|to have))?" +
    " (?:[,;:\\u2013\\u2014-] ?)?(?:(?:and|so|please|always|do|just|now) )*(use|add|keep|give|include|put|show|have|leave|write|send|mention|make|do|attach|draw) (?:me )?(?:it|them|this|that|these|those|one|some) ((?:in|into|for|on|to|with|under|at the (?:top|end|start|bottom) of|beside|before|after|next to) (?:every|each|all|any) (?:of )?(?:my |our |the |future )?((?:[\\w-]+ ){0,2}?[\\w-]+))(?: (?:from now on|please|too|in future|always|you (?:do|write|make|send|give)(?: me)?))*$",
);

/** `The risk tags are a great help, use them in every review` → `Use the risk tags in every review`. */
export const usefulThing: Reader = (input) => {
  const match = USEFUL.exec(input.text);
  if (match === null || input.sentence.terminator === "?" || !isAfterAnswer(input)) return null;
  const [, thing = "", verb = "", place = "", kind = ""] = match;
  if (POINTS.test(thing) || POINTS.test(kind)) return null;
  return confirmed(
    `${verb} ${asWritten(input, thing)} ${asWritten(input, place)}`,
    kindTrigger(kind),
  );
};

const EXACTLY = new RegExp(
  `${LEADS}(.{5,70}?) ?,? (?:is|are|was) (?:exactly |just |precisely |really |very much )*(?:how|the way|what|the form|the format|the order|the style) (?:i|we) (?:always |would |really )*(?:want|like|need|prefer|expect|love|wanted) ` +
    "((?:a|an|the|my|our|all|every|each|any|all my|all our|such|these|those|it|them|this|that|your)(?: [\\w-]+){0,3}?)(?: (?:from you|to be|to look|done|written|laid out|handled|shown|sent|sorted))*(?: [,;\\u2013-] ?(?:(?:so|and|please|do) )*(?:thanks|please|cheers|(?:keep|stick|stay|carry|always|more|do) .{2,30}))?$",
);

/** `urgent, later, never is exactly how I want a to-do list`. */
export const exactlyHow: Reader = (input) => {
  const match = EXACTLY.exec(input.text);
  if (match === null || input.sentence.terminator === "?" || !isAfterAnswer(input)) return null;
  const way = (match[1] ?? "").replace(/^(?:just|only) /, "");
  const kind = (match[2] ?? "").trim().replace(
    /^(?:an?|the|all (?:my|our)|my|our|all|every|each|any|such|these|those|your) /,
    "",
  );
  if (!namesWay(way)) return null;
  const trigger = /^(?:it|them|this|that|these|those|all)$/.test(kind)
    ? requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER
    : kindTrigger(kind);
  return confirmed(`Do it this way: ${asWritten(input, way)}`, trigger);
};

/** Whether a stretch names how something is done, and does not only point at it. */
function namesWay(way: string): boolean {
  const words = way.split(" ").filter((word) => /^[a-z]/.test(word));
  return words.length >= 2 && words.length <= 14 && !/\d/.test(way) &&
    !/\b(?:i|we|you|he|she|they|it|this|that|these|those|there|who|what|is|are|was|were|do|does|will|would|because|if)\b/
      .test(way) &&
    (/ (?:and|by|in|at|on|with|without|first|per|before|after|then|as|not|only) | ,/.test(way) ||
      /^(?:by|in|with|without|as|first|sorted|grouped|ordered|split|short|one|two|three|just)\b/
        .test(way));
}

function kindTrigger(kind: string): string {
  const noun = kind.split(" ").at(-1) ?? "";
  return OUTPUTS.has(noun) ? outputTrigger(kind) : `When it comes to ${kind}`;
}

function confirmed(content: string, trigger: string): NonNullable<Draft> {
  return {
    detector: "D9",
    trigger,
    content: capital(content),
    rationale: "The user confirmed it",
    base: 80,
    adjust: [],
  };
}
