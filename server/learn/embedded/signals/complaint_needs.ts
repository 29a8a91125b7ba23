/**
 * What an output always needs, how the user wants to be talked to, and where things are kept.
 *
 * @module
 */

import { OUTPUTS } from "../lexicon/things.ts";
import { textOf } from "../rules/values.ts";
import { capital, type Input, objection, type Reader } from "./complaint_input.ts";
import { trimTrail } from "./leads.ts";
import { outputTrigger } from "./output_trigger.ts";
import { EVERY_ANSWER } from "./topic.ts";

const LEFT_OUT =
  /\byou (?:have )?(?:again )?(?:forgot|forgotten|missed|omitted|skipped|left out|did not (?:add|include|mention|give|put))\b/;
const NEEDS =
  /^(?:and |but |remember |please )*(?:a |an |every |each |any |all |our |my |the )?((?:[\w-]+ ){0,3}?[\w-]+) (always |also )?(?:needs?|requires?|(?:has to|have to|must|should) (?:always )?(?:have|show|include|contain|give|name|list)) (always )?(.{3,120})$/;

/** `You forgot the venue. A fixture list always needs the venue and the referee.` */
export function alwaysNeeds(input: Input): ReturnType<Reader> {
  const match = NEEDS.exec(input.text);
  const before = input.read.sentences[input.read.sentences.indexOf(input.sentence) - 1];
  const noun = match?.[1] ?? "";
  if (
    match === null || before === undefined || input.sentence.terminator === "?" ||
    !LEFT_OUT.test(before.tokens.map((token) => token.fold).join(" ")) ||
    /\b(?:i|we|you|it|he|she|they|this|that|these|those|there|who|what)\b/.test(noun)
  ) return null;
  const last = noun.split(" ").at(-1) ?? "";
  const general = OUTPUTS.has(last) || isAskedFor(input, last) &&
      (/^(?:and |but )?(?:every|each|any|all)\b/.test(input.text) ||
        (match[2] ?? match[3]) !== undefined);
  const wanted = match[4] ?? "";
  const at = input.text.slice(0, match[0].length - wanted.length).trim().split(" ").length;
  const end = trimTrail(input.sentence, at, input.folds.length);
  const body = textOf(input.sentence, at, end, { person: "rule" });
  if (!general || body === "" || /^(?:to|it|that|this|you)\b/.test(body)) return null;
  return {
    detector: "D4",
    trigger: outputTrigger(noun),
    content: capital(`include ${body} in every ${noun.replace(/([^s])s$/, "$1")}`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
  };
}

/** Whether the answer complained about was a request for such a thing. */
function isAskedFor(input: Input, noun: string): boolean {
  const { context, read } = input;
  return context.window[read.index - 1]?.turn.speaker === "assistant" &&
    context.window[read.index - 2]?.sentences.some((sentence) =>
        sentence.tokens.some((token) => token.fold === noun)
      ) === true;
}

/** `Talk to me like a colleague, not like a call centre.` */
export function talkLike(input: Input): ReturnType<Reader> {
  const match =
    /^(?:please |just |and |but |do not |never |stop )*(?:talk|talking|speak|speaking|write|writing) to (?:me|us) (?:like (?:a|an|one of|someone|somebody|i am|we are|you would|my|your)|as if|as you would|as to (?:a|an)) .{3,100}$/
      .exec(input.text);
  if (
    match === null || input.sentence.terminator === "?" ||
    /\b(?:today|now|tonight|once|this time|for (?:this|a|one|the)|story|scene|game|role|poem|pirate|robot|character|pretend|imagine|until)\b/
      .test(input.text)
  ) return null;
  const at = input.folds.findIndex((word) => /^(?:talk|speak|writ)/.test(word));
  const negative = /\b(?:do not|never|stop)\b/.test(input.folds.slice(0, at).join(" "));
  const end = trimTrail(input.sentence, at + 1, input.folds.length);
  const verb = (input.folds[at] ?? "").replace(/^writing$/, "write").replace(/ing$/, "");
  const rest = textOf(input.sentence, at + 1, end, { person: "rule" });
  return {
    detector: "D3",
    trigger: EVERY_ANSWER,
    content: capital(`${negative ? "do not " : ""}${verb} ${rest}`),
    rationale: null,
    base: 86,
    adjust: [],
  };
}

/** `They're in the archive tool`, right after a complaint: where to look; "" when it names no place. */
export function keptIn(input: Input): string {
  const next = input.read.sentences[input.read.sentences.indexOf(input.sentence) + 1];
  if (next === undefined || next.lang !== "en" || next.terminator === "?") return "";
  const match =
    /^(?:but |and )?(?:it|they|those|these|that|all of (?:it|them)) (?:is|are|live|lives|sit|sits|belong|belongs) (?:all |kept |stored |right there )*(in|on|under) (?:the |our |my )?((?:[\w.-]+ ){0,2}[\w.-]+)$/
      .exec(next.tokens.map((token) => token.fold).join(" "));
  return match === null ? "" : `look ${match[1] ?? "in"} the ${match[2] ?? ""} instead`;
}
