/**
 * What an output always needs, how the user wants to be talked to, and where things are kept.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../lexicon/verbs.ts";
import { textOf } from "../rules/values.ts";
import { LANGUAGES } from "../lexicon/people.ts";
import { headAt } from "./imperative.ts";
import { capital, type Input, objection, type Reader } from "./complaint_input.ts";
import { trimTrail } from "./leads.ts";
import { outputTrigger } from "./output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "./topic.ts";

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
    /^(?:please |just |and |but |do not |never |stop )*(?:(?:talk|talking|speak|speaking|write|writing) to|treat|treating) (?:me|us) (?:like (?:a|an|one of|someone|somebody|i am|we are|you would|my|your)|as (?:a|an)|as if|as you would|as to (?:a|an)) .{3,100}$/
      .exec(input.text);
  if (
    match === null || input.sentence.terminator === "?" ||
    /\b(?:today|now|tonight|once|this time|for (?:this|a|one|the)|story|scene|game|role|poem|pirate|robot|character|pretend|imagine|until)\b/
      .test(input.text)
  ) return null;
  const at = input.folds.findIndex((word) => /^(?:talk|speak|writ|treat)/.test(word));
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

/** Things of style that one can be tired of, by their last word. */
const TIRESOME =
  /(?:[^s]s|fluff|jargon|filler|preamble|slang|hype|small talk|flattery|padding|sarcasm|repetition|markdown|legalese)$/;

/** `I'm tired of the disclaimers`, `I don't want to see any banners any more`, `no need for greetings`. */
export function tiredOf(input: Input): ReturnType<Reader> {
  const match =
    /^(?:and |but |please |honestly |also )*(?:(?:i am|we are) (?:so |really |getting |just )*(?:tired of|sick of|fed up with)|(?:i|we) (?:do not|really do not) (?:want|need|want to (?:see|read|get|have)|need to (?:see|read))(?= .*\b(?:any ?more|ever again|in future)\b)|(?:there is )?no need for) (?:(?:the|your|all|all the|all these|these|those|any|more) )*((?:[\w-]+ ){0,2}?[\w-]+?)(?: (?:any ?more|ever again|in future|from now on|every time|at all))*(?: , .*)?$/
      .exec(input.text);
  const noun = match?.[1] ?? "";
  if (
    match === null || input.sentence.terminator === "?" || !TIRESOME.test(noun) ||
    !noun.split(" ").some((word) => STYLE_WORDS.has(word) || OUTPUTS.has(word)) ||
    /^(?:it|this|that|to|i|you|a|an)\b/.test(noun)
  ) return null;
  return {
    detector: "D5",
    trigger: EVERY_ANSWER,
    content: capital(`leave out ${wordsAs(input, noun)}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `You changed the public API. Don't do that, ever.` → `Do not change the public API`. */
export function neverThat(input: Input): ReturnType<Reader> {
  if (
    !/^(?:please |so |and |but )*(?:do not (?:ever )?|never (?:ever )?)do (?:that|this|it|so)(?: (?:again|ever|ever again|any more|anymore|please|in future|, ever|, please))*$/
      .test(input.text)
  ) return null;
  const before = input.read.sentences[input.read.sentences.indexOf(input.sentence) - 1];
  const folds = before?.tokens.map((token) => token.fold) ?? [];
  const at = folds.indexOf("you");
  const start = at + 1 +
    folds.slice(at + 1).findIndex((word) =>
      !/^(?:just|have|has|had|also|already|simply|again)$/.test(word)
    );
  const verb = baseForm(folds[start] ?? "");
  if (before === undefined || at < 0 || at > 3 || verb === undefined || verb === folds[start]) {
    return null;
  }
  const object = textOf(before, start + 1, trimTrail(before, start + 1, folds.length), {
    person: "rule",
  });
  if (
    object.split(" ").length < 2 || /\d|^(?:it|this|that|them|me|him|her|the user)\b/i.test(object)
  ) return null;
  return {
    detector: "D5",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(`do not ${verb} ${object}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

const STANDING_END =
  /(?: ,)? (?:from now on|always|every time|each time|in future|in the future|going forward|next time|by default)(?: ,)?(?: please| thanks)?$/;

/** `…, we're several authors now`: the reason behind the standing cue. */
const BECAUSE =
  /(\b(?:from now on|always|every time|each time|in future|in the future|going forward|by default)(?: please)?) ?, (?:we|i|it|our|my|that|they|the|as|since|because)\b.*$/;

/** `Sources at the end, always`, `Bullets with owner and date from now on`: no verb, but a rule. */
export function standingFragment(input: Input): ReturnType<Reader> {
  const lead =
    /^(?:(?:(?:a )?(?:new rule|change of plan|update|correction|note|one thing|small change)[^:,]{0,40} ?:|from now on|going forward|in future|perfect|great|good|nice|no|ok|okay|yes|and|but|please|thanks|so|just|only|also|lovely|exactly|actually|sorry|correction|always) ?[,.!]? ?)+/
      .exec(input.text)?.[0] ?? "";
  const bare = input.text.slice(lead.length).replace(BECAUSE, "$1");
  const said = bare.replace(STANDING_END, "").replace(/ (?:please|thanks)$/, "");
  if (
    !STANDING_END.test(bare) &&
      !/^(?:.*\b)?(?:from now on|going forward|in future|always)\b/.test(lead) ||
    input.sentence.terminator === "?" ||
    headAt(input.sentence, 0, input.folds.length) !== null
  ) return null;
  const words = said.split(" ");
  const tongue = said.replace(/^in /, "").replace(/ (?:again|only|now)$/, "");
  const language = LANGUAGES.has(tongue) ? wordsAs(input, tongue) : "";
  if (language !== "") {
    return {
      detector: "D3",
      trigger: EVERY_ANSWER,
      content: `Answer in ${language}`,
      rationale: null,
      base: 86,
      adjust: [],
      change: true,
    };
  }
  const head = words.findIndex((word) =>
    /^(?:with|in|at|as|on|by|per|for|to|before|after|without|first|of|and|only|,)$/.test(word)
  );
  const noun = words[(head < 0 ? words.length : head) - 1] ?? "";
  if (
    words.length > 12 || words.length < 2 || head === 0 || head > 4 ||
    !(OUTPUTS.has(noun) || STYLE_WORDS.has(noun) ||
      /^(?:text|prose|person|tense|voice|mood)$/.test(noun) ||
      /[^s]s$/.test(noun) && noun.length > 3 && isAfterAnswer(input)) ||
    words.some((word) =>
      /^(?:i|we|you|he|she|it|they|is|are|was|were|am|do|does|did|not|never|no|have|has|had|will|would|can|could|should|must|that|this|my|our|thanks|fun|same|there|what|who|why|how)$/
        .test(word)
    ) ||
    words.slice(0, head < 0 ? undefined : head).some((word) =>
      isVerbWord(word) && !STYLE_WORDS.has(word)
    ) ||
    isTaskVerb(words[0] ?? "") && !OUTPUTS.has(words[0] ?? "")
  ) return null;
  const at = lead === "" ? 0 : lead.trim().split(" ").length;
  const text = textOf(input.sentence, at, at + words.length, { person: "rule" });
  const first = input.sentence.tokens[at];
  const keep = /^[A-Z][A-Z\d]/.test(text) || first?.capital !== true ||
    first.start !== input.sentence.start;
  return {
    detector: input.pushbacks.length > 0 ? "D4" : "D1",
    trigger: requestTrigger(input.context.window, input.read.index) ||
      (OUTPUTS.has(noun)
        ? outputTrigger(words.slice(0, head < 0 ? undefined : head).join(" "))
        : placeTrigger(words)),
    content: `Give ${keep ? text : text.charAt(0).toLowerCase() + text.slice(1)}`,
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
  };
}

/** `… in letters`: the output named as the place; else every answer. */
function placeTrigger(words: readonly string[]): string {
  const at = words.findLastIndex((word, index) =>
    OUTPUTS.has(word) && /[^s]s$/.test(word) &&
    words.slice(Math.max(0, index - 3), index).some((before) => /^(?:in|for|on|with)$/.test(before))
  );
  return at < 0 ? EVERY_ANSWER : outputTrigger(words[at] ?? "");
}

/** Whether the turn follows one of the assistant's. */
export function isAfterAnswer(input: Input): boolean {
  return input.context.window[input.read.index - 1]?.turn.speaker === "assistant";
}

function isVerbWord(word: string): boolean {
  return word !== "running" &&
    /^(?:go|come|get|let|see|keep|make|work|look|think|know|say)s?$|ing$|ed$/.test(word);
}

/** The user's own spelling of a stretch of folded words. */
export function wordsAs(input: Input, phrase: string): string {
  const words = phrase.split(" ");
  const at = input.folds.findIndex((_, index) =>
    words.every((word, step) => input.folds[index + step] === word)
  );
  return at < 0 ? phrase : textOf(input.sentence, at, at + words.length, { person: "rule" });
}
