/**
 * The trigger of a rule, and what the user objected to.
 *
 * @module
 */

import type { ReadTurn, Sentence } from "../types.ts";
import type { Scope } from "../analysis/scope.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import { wordSet } from "../lexicon/words.ts";
import { textOf } from "../rules/values.ts";
import type { Evidence } from "./evidence/evidence.ts";
import type { Context } from "./finding.ts";
import { REMINDS } from "./evidence/lasting.ts";
import type { Found } from "./found.ts";
import { madeTrigger } from "./made_by_you.ts";
import { isLimit, isStyle, namesOutput } from "./evidence/generic.ts";
import { conditionTrigger } from "./condition_trigger.ts";
import { contentOf, type Instruction, instructionIn } from "./instruction.ts";
import { outputTrigger } from "./output_trigger.ts";
import type { Pushback } from "./pushback.ts";
import { contrastAt, EVERY_ANSWER, requestTrigger, topicTrigger } from "./topic.ts";

/** The situation of a rule: its condition, its topic, or the request that led to it. */
export function triggerOf(
  found: Found,
  evidence: Evidence,
  scope: Scope,
  context: Context,
  read: ReadTurn,
): string {
  const { instruction } = found;
  const { condition } = instruction;
  const onlyWhen = scope.kind === "limited" && condition !== null && scope.from >= 0 &&
    scope.from <= condition.from && scope.to >= condition.to - 1;
  const further = furtherCondition(found, read);
  if (further !== "") return further;
  const told = onlyWhen ? "" : conditionTrigger(instruction);
  // `I told you before: no headings`.
  const own = (POINTING.test(told) && !IS_FOR.test(told) || !told.includes(" ") ? "" : told) ||
    supplierTopic(found.sentence);
  const limit = scope.kind === "limited" && scope.from >= 0
    ? `, ${textOf(found.sentence, scope.from, scope.to, { person: "rule" }).toLowerCase()}`
    : "";
  if (own !== "") {
    // `do not reply until the next morning`: the rule has said it.
    if (limit !== "" && contentOf(instruction).toLowerCase().includes(limit.slice(2))) return own;
    return limit !== "" && !own.toLowerCase().includes(limit.slice(2)) ? `${own}${limit}` : own;
  }
  const ones = NEXT_ONES.test(found.sentence.said) ? madeBefore(found, context, read) : "";
  if (ones !== "") return `${ones}${limit}`;
  const reminded = reminderTrigger(instruction);
  if (reminded !== "") return reminded;
  const range = rangeOf(found.sentence) || rangeOf(read.sentences[found.index + 1]);
  if (range !== "") return `${range}${limit}`;
  const { head, body } = instruction;
  const made = madeTrigger(found.sentence, head.form === "norm" ? head.at : body.from, body.to);
  if (made !== "") return `${made}${limit}`;
  const named = topicTrigger(instruction);
  // `Always send PDF`: a form, and not what is made.
  const topic = evidence.detector !== "D1" &&
      /^When writing (?:an? )?(?:PDF|CSV|SVG|JSON|XML|HTML|Word|Excel)s?$/i.test(named)
    ? EVERY_ANSWER
    : named;
  // `Check the pool sheet first next time`: next time the same is asked for.
  if (
    topic === EVERY_ANSWER && evidence.detector === "D1" &&
    /\b(?:first|beforehand)\b.*\bnext time\b|\bnext time\b.*\b(?:first|beforehand)\b/.test(
      found.sentence.said,
    )
  ) {
    const request = requestTrigger(context.window, read.index);
    if (request !== "") return `${request}${limit}`;
  }
  // `I always want a window seat`, `leave out newsletters`: of what was asked for.
  if (
    topic === EVERY_ANSWER && head.form === "want" && !isStyleWide(instruction) &&
      !found.sentence.folds.slice(body.from, body.to).some((word) =>
        /^(?:it|this|that|these|those|them)$/.test(word)
      ) ||
    isLeftOut(instruction, topic)
  ) {
    const request = requestTrigger(context.window, read.index);
    if (request !== "") return `${request}${limit}`;
  }
  if (/^D[4567]$/.test(evidence.detector) && !isStyleWide(instruction)) {
    const request = requestTrigger(context.window, read.index);
    if (
      request !== "" && (topic === EVERY_ANSWER || !/^When \w+$/.test(request)) &&
      (topic === EVERY_ANSWER || topic === "When answering" || !namesWanted(instruction) ||
        sharesNoun(request, topic) || isNormOfOther(instruction))
    ) return `${request}${limit}`;
  }
  return `${topic}${limit}`;
}

/** `When a customer asks for a refund, … If it's over 30 days, …`: a case within the case before. */
export function furtherCondition(
  { instruction, sentence, index }: Found,
  read: ReadTurn,
): string {
  const { condition } = instruction;
  const before = read.sentences[index - 1];
  if (
    condition === null || before === undefined || before.lang !== "en" ||
    !/^(?:if|when|once|unless)$/.test(condition.opener) ||
    !/^(?:it|they|that|this|he|she)$/.test(sentence.folds[condition.from] ?? "") ||
    condition.to - condition.from < 3
  ) return "";
  const outer = instructionIn(before, 0, before.tokens.length);
  const around = outer === null || outer.condition === null ? "" : conditionTrigger(outer);
  return around === "" || POINTING.test(around)
    ? ""
    : `${around}, ${condition.opener} ${
      textOf(sentence, condition.from, condition.to, { person: "rule" })
    }`;
}

/** `Ping me two days ahead of every rehearsal`: what is reminded of. */
function reminderTrigger({ sentence, head, body }: Instruction): string {
  const said = sentence.folds.slice(body.from, body.to).join(" ");
  if (!REMINDS.test(`${head.verb} ${said}`)) return "";
  const at = sentence.folds.findIndex((word, place) =>
    place > body.from && /^(?:every|each|any)$/.test(word) &&
    /^(?:before|of|after)$/.test(sentence.folds[place - 1] ?? "")
  );
  const end = sentence.folds.findIndex((word, place) =>
    place > at && /^(?:where|what|who|when|how|whether|if|that|so|because|,)$/.test(word)
  );
  return at < 0
    ? ""
    : `${sentence.folds[at - 1] === "after" ? "After" : "Before"} ${
      textOf(sentence, at, end < 0 ? body.to : Math.min(end, body.to), { person: "rule" })
    }`;
}

/** `shorter in the next ones`: of the kind that was made before. */
const NEXT_ONES = /\b(?:next|coming|future|later) ones\b/;

/** The making of what the sentences before name, or of what was asked for; "" when nothing is named. */
function madeBefore({ index }: Found, context: Context, read: ReadTurn): string {
  for (const { tokens, folds } of read.sentences.slice(0, index).reverse()) {
    const at = folds.findIndex((word, place) =>
      OUTPUTS.has(word) && /^(?:the|your|this|that|a|an|my|our)$/.test(folds[place - 1] ?? "")
    );
    if (at >= 0) return outputTrigger(tokens[at]?.fold ?? "");
  }
  return requestTrigger(context.window, read.index);
}

const HOLDS = wordSet("goes holds applies counts belongs");

/** `that goes for every recipe`: where it holds. */
function rangeOf(sentence: Sentence | undefined): string {
  const folds = sentence?.tokens.map((token) => token.fold) ?? [];
  const at = folds.findIndex((word, index) =>
    HOLDS.has(word) &&
    /^(?:that|this|it|same|rule)$/.test(folds[index - 1] ?? "") &&
    /^(?:for|in|into|on|under|with)$/.test(folds[index + 1] ?? "") &&
    /^(?:all|every|each|any)$/.test(folds[index + 2] ?? "")
  );
  if (sentence === undefined || at < 0) return "";
  let end = at + 3;
  while (
    end < folds.length && end < at + 7 && /^[\p{L}-]+$/u.test(folds[end] ?? "") &&
    (!/^(?:you|i|we|that|and|or|in|please|not|of)$/.test(folds[end] ?? "") ||
      folds[end] === "of" && folds[end - 1] === "out")
  ) {
    end++;
  }
  const noun = textOf(sentence, at + 3, end, { person: "rule" }).replace(
    /^(?:the|my|our|the user's) /i,
    "",
  );
  return noun === "" || /^(?:them|these|those|time)\b/.test(noun)
    ? ""
    : OUTPUTS.has(folds[end - 1] ?? "")
    ? outputTrigger(noun)
    : `When it comes to ${noun}`;
}

/** `When it's for my grandma`: what is made, for whom it is says enough. */
const IS_FOR =
  /^When (?:it|this|that) is (?:for|to|about|from) (?!it\b|this\b|that\b|them\b|me\b|the user$|now\b|free\b)\S/i;

/** A situation that only points at something (`before they go out`). */
export const POINTING =
  /^(?:When|Before|After|Until|Unless|While) (?:there (?:is|are) (?:none|no|any)\b|(?:it|they|this|that|these|those)\b(?! (?:comes to|is about|has to do|is an? |is \w+ (?:stuff|matters?|things?|questions?|work)\b))|(?:mentioning|giving|writing|using|naming|quoting|stating|citing|showing|listing|including|putting) (?:one|any|some|them|those|these|it)$)/;

/** Whether an output is named before what is not wanted (`by X, not by Y`). */
function namesWanted(instruction: Instruction): boolean {
  const { sentence, body } = instruction;
  const to = contrastAt(sentence, body.from, body.to);
  return namesOutput({ ...instruction, body: { from: body.from, to } });
}

/** `Leave out newsletters`: what is left out is not what is made. */
function isLeftOut({ head, sentence, body }: Instruction, topic: string): boolean {
  return /^(?:leave|skip|omit|drop|exclude|ignore)$/.test(head.verb) && !head.negative &&
    /^When writing (?:newsletters|e-?mails|mails|messages|posts|articles|ads|adverts|reviews|letters|reports)$/
      .test(topic) &&
    sentence.folds.slice(body.from, body.from + 2).some((word) => topic.endsWith(` ${word}`));
}

/** Units, language and address hold for every answer, whatever was asked. */
function isStyleWide(instruction: Instruction): boolean {
  return instruction.head.form === "fragment" && isStyle(instruction) || isLimit(instruction);
}

/** `Change of plan for the status mails:` */
const CHANGED =
  /^(?:(?:a|one|small|slight|quick|another|new|ok|and|so|sorry|,) )*(?:change(?: of (?:plan|rule|mind))?|update|correction|policy) (?:for|about|with|on|to|regarding|concerning) /;

/** `One thing that holds for all supplier negotiations: …`. */
function supplierTopic(sentence: Sentence): string {
  const colon = sentence.tokens.findIndex((token) => token.text === ":");
  if (colon < 3) return "";
  const folds = sentence.tokens.slice(0, colon).map((token) => token.fold);
  const at = folds.findLastIndex((word) => /^(?:for|about|with|on|in|of)$/.test(word));
  const isChange = CHANGED.test(folds.join(" "));
  const holds = isChange ||
    folds.some((word) =>
      /^(?:rule|thing|holds|applies|goes|request|wish|general|generally|note|reminder|remember)$/
        .test(word)
    );
  if (!holds || at < 0) return "";
  const range = textOf(sentence, at + 1, colon, { person: "rule" }).replace(
    isChange ? /^(?:all|every|each|any|the user's|the) /i : /^(?:all|every|each|any|the user's) /i,
    "",
  ).replace(
    /,? (?:this time(?: and)?|now and)?(?: (?:in (?:the )?future|from now on|always))?$/i,
    "",
  );
  // `Note of the call with the surveyor, and don't forget: …`: an order of its own in front.
  return range === "" || /^(?:you|me|us|the user|the future|later)$/i.test(range) ||
      /\b(?:please|thanks|forget|remember|keep in mind|bear in mind)\b/i.test(range)
    ? ""
    : isChange && OUTPUTS.has(range.split(" ").at(-1) ?? "")
    ? outputTrigger(range)
    : `When it comes to ${range}`;
}

const BEFORE_DATE = wordSet("the on of until by since before after");

/** What the user objected to, in at most twelve words and without numbers. */
export function faultText(pushbacks: readonly Pushback[], rule: Sentence): string {
  const push =
    pushbacks.find(({ sentence }) =>
      sentence !== rule && !/^(?:and|also|plus)$/.test(sentence.folds[0] ?? "") &&
      sentence.tokens.filter(({ kind }) => kind === "word").length >= 4
    ) ?? pushbacks[0];
  // `and migrate deploy on anything that isn't local`, `If a test is wrong, tell me`: a rule more.
  if (
    push === undefined ||
    /^(?:and|also|plus|if|when|whenever|always)$/.test(push.sentence.folds[0] ?? "")
  ) return "";
  const pause = push.sentence === rule
    ? push.sentence.tokens.findIndex((token) => /^[,;:\u2013\u2014]$/.test(token.text))
    : -1;
  const end = pause > 0 ? pause : Math.min(push.sentence.tokens.length, 14);
  const said = push.sentence.tokens.slice(0, end);
  // `no, the 5th of December`: nothing is left of it without its number.
  if (said.some(({ kind }, at) => kind === "number" && BEFORE_DATE.has(said[at - 1]?.fold ?? ""))) {
    return "";
  }
  const kept = said.filter((token) => token.kind !== "number");
  if (kept.filter((token) => token.kind === "word").length < 4) return "";
  const from = /^(?:whoa|oh|ugh|hey|haha|wow|eek|ouch|no|wait|wrong)$/.test(kept[0]?.fold ?? "") &&
      /^[,!]$/.test(push.sentence.tokens[1]?.text ?? "")
    ? 2
    : 0;
  const text = textOf(push.sentence, from, end, { person: "rule" });
  return text.split(/\s+/).filter((word) => !/^\W*\d/.test(word)).slice(0, 12).join(" ").replace(
    /[\s,;:.!?]+$/,
    "",
  ).toLowerCase().replace(
    /^(?:ok|okay|fine|nice|good|great|yes),? (?:but )?(?=no |not |never |do )/,
    "",
  );
}

/** The request already names what the rule is about. */
function sharesNoun(request: string, topic: string): boolean {
  const noun = topic.split(" ").at(-1) ?? "";
  return noun.length > 3 && request.split(" ").includes(noun);
}

/** A norm whose subject is no output (`seats come from …`) belongs to the request. */
function isNormOfOther(instruction: Instruction): boolean {
  const { head, sentence } = instruction;
  return head.form === "norm" &&
    !sentence.tokens.slice(head.at, head.body).some((token) => OUTPUTS.has(token.fold));
}
