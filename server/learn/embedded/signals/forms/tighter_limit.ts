/**
 * A new limit for a known rule: `200 is still too long, at most 60 from now on`.
 *
 * @module
 */

import { tightened } from "../../reconcile/tighten.ts";
import { contentOf, instructionIn } from "../instruction.ts";
import { OUTPUTS } from "../../lexicon/things.ts";
import { outputTrigger } from "../output_trigger.ts";
import { requestTrigger, topicTrigger } from "../topic.ts";
import type { Input, Reader } from "./form.ts";

const NUMBER = "\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty";

const UNIT =
  "words?|lines?|sentences?|paragraphs?|characters?|pages?|bullets?|bullet points|items?|options?|steps?|slides?|points?|examples?|suggestions?|names?";

/** Forms that give the new number, with it in the first group that is set. */
const NEW_LIMIT: readonly RegExp[] = [
  new RegExp(
    `\\b(?:at most|at the most|no more than|not more than|up to|max|maximum|a maximum of|under|within) (${NUMBER})\\b`,
  ),
  new RegExp(
    `\\b(${NUMBER}) (?:(?:${UNIT}) )?(?:at most|at the most|max|maximum|tops|or less|or fewer|is (?:plenty|enough|the limit))\\b`,
  ),
  new RegExp(
    `\\b(?:make (?:it|that|them)|allow|go up to|take|aim for|keep (?:it|them|that) (?:to|at|under)|cut (?:it|that|them) (?:down )?to|limit (?:it|that|them) to|(?:cut|bring|get|trim|shorten|reduce|limit|keep|drop|lower|slim|boil) (?:it|that|them|(?:the|my|our|your) (?:[\\w-]+ )?[\\w-]+) (?:back |down )?(?:to|at|under)|go for|let's say|rather)\\b.{0,20}?\\b(${NUMBER})\\b(?<!\\b(?:the|this|that|other|\\w+ing|\\w+er) one)`,
  ),
  new RegExp(
    `^(?:(?:and|please|ok|so|no|now|just)(?: ?, ?| )?)*(${NUMBER}) (?:${UNIT} )?(?:from now on|in future|going forward|please)\\b`,
  ),
  new RegExp(`\\b(?:limit|maximum|max|cap|ceiling) is (?:now )?(${NUMBER})\\b`),
  new RegExp(
    `^(?:(?:and|please|ok|so|no|now|just|only)(?: ?, ?| )?)*(${NUMBER})(?: (?:${UNIT}))?(?: (?:a|per|each|every) (?:day|week|month|mail|page|post|time|answer))? ?,? (?:no more|not more|not one more|tops|that is it|that is the limit|is enough)(?: than that)?$`,
  ),
  new RegExp(`\\b(${NUMBER}) (?:will do|would do|are enough|are plenty)\\b`),
  new RegExp(`\\b(?:shorter|less|fewer|tighter)\\b.{0,12}?\\b(${NUMBER})\\b`),
];

const OLD_LIMIT = new RegExp(
  `\\b(${NUMBER}|an?(?= (?:minute|hour|day|week|month)\\b)) (?:[a-z]+ ){0,2}?(?:is|are|was|were) (?:still |even |way |far |much |a bit |quite )*(?:too|more than|a lot|cutting it|not enough|tight|a bit tight|short notice)\\b|\\b(${NUMBER}) (?:[a-z]+ ){0,2}?still (?:means?|takes?|costs?|leaves?|makes?|fills?|gives?|eats?)\\b`,
);

const WITH_UNIT = new RegExp(`\\b(?:${NUMBER})[ -](${UNIT})\\b`);

const LASTING =
  /\b(?:from (?:now|here) on|always|every time|each time|in future|going forward)\b|\b(?:can|may) (?:now )?(?:be|have) (?:up to|as long as|at most)?.*\bnow\b|\bnow (?:up to|at most|under|within)\b/;

const COMPLAINT =
  /\btoo (?:long|much|many|short|wordy|little|few|verbose|late|tight|early|close)\b|\bcutting it (?:fine|close)\b|\bnot enough\b|\bstill (?:long|too)\b|(?:\b(?:is|are)|'s) (?:a lot|quite a lot|still a lot|(?:still |way |far )?more than (?:i|we|anyone) (?:can|could|manage|read|need|want|handle|use|like|have))\b|\bstill (?:means?|takes?|costs?|leaves?|makes?|fills?|gives?|eats?)\b|\beven (?:shorter|less|fewer)\b|\b(?:is|are) (?:cutting it|a bit tight|too tight|(?:very )?short notice)\b/;

/** Only fits a rule that is known; alone it is about the text at hand. */
const COMPARED = /\b(?:shorter|fewer|less|longer)\b/;

/** `council replies should be one page`: a limit of what is named, and no new one of the answer. */
const OF_ANOTHER =
  /^(?!(?:it|that|this|they|these|those|you|your|we|i|answers?|replies|responses|the (?:answer|text|reply|summary))\b)(?:[\w'-]+ ){1,4}(?:should|must|may|can|have to|need to|are to) (?:only |never )?(?:be|have|fit|stay|run)\b/;

/** `five bullets for summaries`: the kind that the limit is set for. */
const OF_KIND = /\b(?:for|in|with) (?:(?:the|my|our|all|your) )?([a-z]{3,}s)\b/;

/** The new limit; with its unit it can stand alone, else it changes the known rule. */
export function tighterLimit(input: Input): ReturnType<Reader> {
  const value = newLimit(input.text);
  if (value === undefined) return null;
  const turn = input.read.sentences.map((sentence) => sentence.said).join(" . ");
  const lasting = LASTING.test(turn);
  if (!lasting && OF_ANOTHER.test(input.text)) return null;
  const complained = COMPLAINT.test(turn);
  if (
    !lasting && !complained && !COMPARED.test(turn) &&
      !/^(?:actually|make that|hm|on second thought)\b/.test(turn) ||
    input.sentence.terminator === "?" ||
    !lasting && /\b(?:this|my)\b/.test(turn)
  ) return null;
  const found = OLD_LIMIT.exec(turn);
  const old = found?.[1] ?? found?.[2];
  const unit = WITH_UNIT.exec(turn)?.[1] ?? earlierUnit(input, old);
  const isOfOrder = unit === undefined && complained;
  const earlier = isOfOrder ? earlierOrder(input, old ?? null, value) : null;
  if (earlier !== null) return earlier;
  if (unit === undefined && !isBare(input)) return null;
  // `too long, cut it to five lines` is about the text at hand.
  const atHand = old === undefined && /\b(?:it|this|that)\b/.test(input.text);
  const plural = unit === undefined || unit.endsWith("s") ? unit : `${unit}s`;
  const counted = plural === undefined ||
    /^(?:options|items|examples|suggestions|names)$/.test(plural);
  const kind = OF_KIND.exec(input.text)?.[1] ?? "";
  const place = OUTPUTS.has(kind) ? outputTrigger(kind) : "When answering";
  return {
    detector: "D4",
    trigger: plural === undefined
      ? requestTrigger(input.context.window, input.read.index) || "When answering"
      : place,
    content: counted
      ? `Give at most ${value}${plural === undefined ? "" : ` ${plural}`}`
      : `Answer in at most ${value} ${plural}`,
    rationale: null,
    base: 84,
    adjust: [],
    change: true,
    frame: counted
      ? "limit"
      : `length ${place === "When answering" ? "answer" : place.toLowerCase()}`,
    limit: {
      from: old ?? null,
      to: value,
      alone: lasting || plural !== undefined && complained && !atHand,
    },
  };
}

/** The order of an earlier turn that set the limit (`ten hits at most, please`), with the new number. */
function earlierOrder(input: Input, old: string | null, value: string): ReturnType<Reader> {
  const { window } = input.context;
  for (const read of window.slice(0, input.read.index).toReversed()) {
    if (read.turn.speaker !== "user") continue;
    for (const sentence of read.sentences) {
      if (sentence.lang !== "en") continue;
      const order = instructionIn(sentence, 0, sentence.tokens.length);
      const content = order === null ? null : tightened(contentOf(order), old, value);
      if (order === null || content === null) continue;
      return {
        detector: "D4",
        trigger: topicTrigger(order),
        content,
        rationale: null,
        base: 84,
        adjust: [],
        change: true,
        frame: "limit",
        limit: { from: old, to: value, alone: true },
      };
    }
  }
  return null;
}

function newLimit(text: string): string | undefined {
  for (const form of NEW_LIMIT) {
    const value = form.exec(text)?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Nothing but the limit is said: no other noun could be what is counted. */
function isBare(input: Input): boolean {
  return input.sentence.tokens.length <= 10 &&
    !/\b(?:euros?|dollars?|pounds?|minutes?|hours?|days?|people|km|miles?|percent|degrees)\b|[€$£%]/
      .test(input.text.replace(/\b(?:a|per|each|every) (?:day|week|month)\b/, ""));
}

/** Unit of the number the user finds too large, from an earlier turn (`300 is too long`). */
function earlierUnit(input: Input, old: string | undefined): string | undefined {
  if (old === undefined) return undefined;
  const said = new RegExp(`\\b${old} (${UNIT})\\b`);
  return input.context.window.slice(0, input.read.index).map((read) =>
    said.exec(read.text.toLowerCase())?.[1]
  ).findLast((unit) => unit !== undefined);
}
