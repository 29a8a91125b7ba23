/**
 * Corrections that say how it is done: `you take the flexible rate for work trips`,
 * `rates as percentages, not decimals`, `I needed a refundable rate, plans shift`.
 *
 * @module
 */

import { strongCue } from "../analysis/scope.ts";
import { FUNCTION_WORDS, OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { NUMBER_WORDS } from "../rules/classes.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import { textOf } from "../rules/values.ts";
import { capital, type Input, objection, type Reader } from "./complaint_input.ts";
import { instructionIn } from "./instruction.ts";
import { skipLeads, trimTrail } from "./leads.ts";
import { EVERY_ANSWER, requestTrigger } from "./topic.ts";

type Draft = ReturnType<Reader>;

/** The one thing at hand, or only now: no rule. */
const AT_HAND =
  /\b(?:this (?:time|one|once)|today|tonight|tomorrow|yesterday|now|just once|for once|the (?:other|first|second|third|last|next) one)\b/;

/** Whether the turn answers something the assistant said, other than its question. */
export function isReaction(input: Input): boolean {
  const before = input.context.window[input.read.index - 1];
  return before?.turn.speaker === "assistant" && !/\?\s*$/.test(before.text.trim()) &&
    input.sentence.terminator !== "?" && !AT_HAND.test(input.text);
}

/** Whether the user had ordered something, and not asked. */
export function wasOrdered(input: Input): boolean {
  const request = input.context.window[input.read.index - 2]?.sentences.at(-1);
  return request !== undefined && request.terminator !== "?";
}

function trigger(input: Input): string {
  return requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER;
}

function words(input: Input, from: number, to: number): string {
  return textOf(input.sentence, from, trimTrail(input.sentence, from, to), { person: "rule" });
}

function draft(
  input: Input,
  content: string,
  more: { trigger?: string; why?: string } = {},
): Draft {
  return {
    detector: "D4",
    trigger: more.trigger ?? trigger(input),
    content: capital(content),
    rationale: more.why === undefined || more.why.split(" ").length < 3
      ? objection(input.pushbacks, input.sentence)
      : capital(more.why),
    base: 80,
    adjust: [],
  };
}

/** Where the main clause ends: at a pause that opens no contrast, or before a reason. */
function mainEnd(folds: readonly string[], from: number): number {
  for (let at = from; at < folds.length; at++) {
    const word = folds[at] ?? "";
    const next = folds[at + 1] ?? "";
    if (/^(?:because|since|otherwise)$/.test(word)) return at;
    if (!/^[,;:\u2013\u2014-]$/.test(word)) continue;
    if (word === "," && /^(?:not|never|instead|rather|even|then|and|or)$/.test(next)) continue;
    return at;
  }
  return folds.length;
}

/** Verbs of states, which tell what the assistant is or thinks and not what it is to do. */
const STATES =
  /^(?:be|am|is|are|was|were|have|has|had|do|does|did|can|could|will|would|may|might|must|shall|should|need|know|think|see|look|seem|sound|mean|want|like|love|hate|understand|believe|feel|hear|forget|remember|hope|wish|wonder|guess|trust|live|work|come|go|win|lose|miss|fail|deserve|owe|own|smell|become|get|tend|try|suffer|worry|thank|help|rock|sleep|eat|break|keep|make)$/;
/** Forms that the past has too: `you read the wrong page`. */
const PAST_ALIKE = /^(?:put|cut|set|read|let|hit|shut|split|quit|reset|cast|cost|spread|bid)$/;
/** What makes a deed one of many: a condition, a kind, or an exception from none. */
const STANDING =
  /\b(?:only|never|always|ever|just)\b|\b(?:for|with|on|in|at) (?:(?:any|every|each|all|our|my)\b|(?:[\w-]+ )?[\w-]{2,}[^s\W]s\b|anything|everything)|\beven (?:when|if)\b|\b(?:when|whenever|unless|before|until|without) \w/;

/** `You take the flexible rate for work trips`, `when I name a room you only touch that room`. */
export function youDo(input: Input): Draft {
  if (!isReaction(input) || input.pushbacks.length === 0) return null;
  const { folds, sentence } = input;
  const at = folds.findIndex((word, index) =>
    word === "you" &&
    (index === 0 || index === skipLeads(sentence, 0, folds.length) ||
      /^[,;:\u2013\u2014]$/.test(folds[index - 1] ?? "") || opensCondition(folds, index))
  );
  if (at < 0) return null;
  let verbAt = at + 1;
  let negative = false;
  let only = false;
  let marked = false;
  for (; verbAt < folds.length; verbAt++) {
    const word = folds[verbAt] ?? "";
    if (word === "do" && folds[verbAt + 1] === "not") {
      negative = true;
      verbAt++;
    } else if (word === "never") negative = true;
    else if (word === "only") only = true;
    else if (!/^(?:always|just|simply|please|first|also|ever)$/.test(word)) break;
    marked ||= /^(?:always|never|do|only)$/.test(word);
  }
  const verb = folds[verbAt] ?? "";
  if (baseForm(verb) !== verb || STATES.test(verb)) return null;
  const conditioned = opensCondition(folds, at);
  if (PAST_ALIKE.test(verb) && !conditioned && !negative) return null;
  const end = mainEnd(folds, verbAt + 1);
  const body = words(input, verbAt + 1, end);
  const rest = folds.slice(verbAt + 1, end).join(" ");
  if (/^(?:that|this|so|it|things?)$/.test(rest) || verb === "say") return null;
  if (
    body.split(" ").length < 2 && !marked && !conditioned || body === "" ||
    /^(?:it|this|me|him|her|them|there|so)\b/.test(rest) && !conditioned ||
    !marked && !conditioned && !STANDING.test(rest) || /^(?:too|very|so) \w+/.test(rest)
  ) return null;
  const why = folds[end] === "," || folds[end] === "because"
    ? words(input, end + 1, folds.length)
    : "";
  const positive = negative ? /^you (\w+) (them|it)\b/.exec(folds.slice(end + 1).join(" ")) : null;
  const instead = positive === null ? "" : `; ${positive[1] ?? ""} ${positive[2] ?? ""} instead`;
  return draft(
    input,
    `${negative ? "do not " : ""}${only ? "only " : ""}${verb} ${body}${instead}`,
    {
      ...(conditioned ? { trigger: conditionOf(input, at) } : {}),
      ...(instead === "" ? { why } : {}),
    },
  );
}

/** `when I name a room you …`, `for balances you …`: a condition in front of `you`. */
function opensCondition(folds: readonly string[], you: number): boolean {
  const first = folds[0] ?? "";
  if (you < 2 || you > 12) return false;
  return /^(?:when|whenever|if)$/.test(first) &&
      /^(?:i|we|a|an|any|someone|somebody|there)$/.test(folds[1] ?? "") ||
    /^(?:for|with|on|in)$/.test(first) && you <= 5 &&
      (/[^s]s$/.test(folds[you - 1] ?? "") || /^(?:any|every|each|all)$/.test(folds[1] ?? ""));
}

function conditionOf(input: Input, you: number): string {
  const first = input.folds[0] ?? "";
  const to = input.folds[you - 1] === "," ? you - 1 : you;
  const text = textOf(input.sentence, 1, to, { person: "rule" });
  return /^(?:when|whenever|if)$/.test(first) ? `When ${text}` : `When it comes to ${text}`;
}

const CONTRAST =
  /^(?:(?:no|please|but|sorry|and|ugh|again) ?,? ?)*((?:[a-z-]+ ){0,2}?[a-z-]+[^s\W]s) (?:(?:go|come|belong|are|should be|need to be|have to be|must be) )?((?:as|in|with|by|from|per|on|to|at|before|after) [\w -]{2,50}?) ?,? (?:and )?(?:not|never|rather than|instead of) ((?:[\w-]+ ){0,4}[\w-]+)(?: ?,? please)?$/;

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
  return draft(
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
    /^(?:(?:no|but|sorry|hey|ugh|well|again) ?,? ?)*(?:i|we) (?:actually |clearly |really )?(needed|wanted|expected|asked for|would have (?:preferred|liked|wanted|expected)|was (?:expecting|after|hoping for)) (?!to\b|you\b|it\b|that\b|this\b|the\b|my\b|them\b)/
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
  return draft(input, `use ${words(input, at, end)}`, {
    why: words(input, from, input.folds.length),
  });
}

/** `The quote was supposed to have VAT on a separate line, like all of them`, `that should've been in Celsius`. */
export function supposedTo(input: Input): Draft {
  if (!isReaction(input)) return null;
  const match =
    /^(?:(?:no|but|sorry|hey|ugh|well) ?,? ?)*(?:(?:the|a|an|those|these|all|every) )?((?:[a-z-]+ ){0,2}[a-z-]+) (?:(?:was|were|is|are) (?:supposed|meant) to (be|have|show|include|carry|list|mention|start|end|contain)|(?:should|ought to|must) have (been|had|shown|included|carried|listed|mentioned|started|ended|contained)) (.{3,90})$/
      .exec(input.text);
  if (match === null) return null;
  const said = match[4] ?? "";
  const noun = match[1] ?? "";
  const done = match[3] ?? "";
  const verb = match[2] ??
    (done === "been" ? "be" : done === "had" ? "have" : baseForm(done) ?? "");
  const general =
    /\blike (?:all|every|the (?:others|rest)|always)\b|\bas (?:always|usual|with all)\b/
      .test(said);
  const styled = said.split(" ").some((word) => STYLE_WORDS.has(word) || UNIT_WORDS.has(word));
  if (
    !(general || styled) || /\d/.test(said) ||
    /\b(?:i|we|you|he|she|they|there|who|what|which)\b/.test(noun)
  ) return null;
  const at = input.text.slice(0, match[0].length - said.length).trim().split(" ").length;
  const end = mainEnd(input.folds, at);
  const body = words(input, at, end);
  const things = /^(?:it|that|this|those|these|they)$/.test(noun)
    ? verb === "be" ? "answers" : ""
    : noun.replace(/^(?:that|this|those|these) /, "");
  if (things === "" || body === "") return null;
  return draft(
    input,
    things === "answers"
      ? `give it ${body}`
      : `make sure every ${things.replace(/([^s])s$/, "$1")} ${
        verb === "be" ? "is" : verb === "have" ? "has" : `${verb}s`
      } ${body}`,
  );
}

const SOURCE =
  /^(?:(?:no|but|sorry|hey|ugh|and|well) ?,? ?)*(?:we|i) (?:have (?:got )?|run |keep |got )((?:the|a|an|our own|our|my own|my) (?:[\w'-]+ ){0,4}?[\w'-]+)(?: for (?:that|this|it))? ?(?:,|;|:|and|so|\u2013|\u2014) ?(?:please |so |and |just |always )*(use|read|check|query|ask|call|take|consult|search|look in|go through|try) (?:that|it|this|those)\b(.*)$/;

/** `We've got the carrier API, use that for any container question`: the source that is to be used. */
export function haveOwn(input: Input): Draft {
  const match = isReaction(input) ? SOURCE.exec(input.text) : null;
  if (match === null) return null;
  const rest = (match[3] ?? "").replace(/ [,;].*$/, "").replace(/ ?(?:please|thanks)$/, "");
  const usesTools = (input.context.window[input.read.index - 1]?.turn.toolsUsed.length ?? 0) > 0;
  const general =
    /\b(?:for|with) (?:any|all|every|each|[\w-]+s)\b|\b(?:instead of|rather than|not|first|always|before)\b/
      .test(rest);
  if (!general && !usesTools && input.pushbacks.length === 0) return null;
  if (rest !== "" && !general) return null;
  const named = (match[1] ?? "").split(" ");
  if (/\b(?:in|at|of|on|meeting|call|date|deadline|problem|question|idea)\b/.test(match[1] ?? "")) {
    return null;
  }
  const at = input.folds.findIndex((_, index) =>
    named.every((word, step) => input.folds[index + step] === word)
  );
  const source = textOf(input.sentence, at, at + named.length, { person: "rule" });
  return draft(
    input,
    `${match[2] ?? "use"} ${source.replace(/^an? /i, "the ")}${
      rest.replace(/\bmy\b/g, "the user's")
    }`,
  );
}

/** `Dates belong in ISO format, anything else confuses the accountants`: a norm with its reason. */
const PLACED =
  /^(?:(?:no|but|sorry|please|and|ugh|hey) ?,? ?)*((?:[a-z-]+ ){0,3}?[a-z-]+[^s\W]s(?: (?:over|under|above|below|with|without|from|for|to) (?:[\w-]+ ){1,3}?)?) ?(?:always |only |just )*(go|belong|come|get|stay|run|are|start|end)(?: always| only| never)? ((?:in|on|under|as|with|to|first|last|before|after|at|by|from|per|without|split|grouped|sorted|rounded|written|kept|put|listed|shown|sent|booked|filed|named|billed|paid|an?|no|only|their own) ?.{0,90})$/;

/** `that's our standard`, `you only translate the rest`: what makes a statement the way of the house. */
const HOUSE =
  /\b(?:that|it) is (?:just )?(?:our|the|a|my) (?:\w+ )?(?:standard|rule|policy|convention|practice|style|norm|law|custom)\b|\bhow we do (?:it|things)\b|[,;] you (?:only|never) \w+/;

/** `Rates go in percent, my slides are all like that`, `functions over fifty lines get split`. */
export function thingsGo(input: Input): Draft {
  const told = input.pushbacks.length > 0 || HOUSE.test(input.text);
  const norm = instructionIn(input.sentence, 0, input.folds.length);
  if (norm?.head.form === "norm" && input.pushbacks.length > 0) return null;
  const match = isReaction(input) && told ? PLACED.exec(input.text) : null;
  if (match === null) return null;
  const subject = (match[1] ?? "").trim().split(" ");
  const lead = input.text.length - match[0].length;
  const at = input.folds.indexOf(subject[0] ?? "", lead);
  const rest = match[3] ?? "";
  if (
    subject.some((word) =>
      /^(?:i|we|you|he|she|it|they|is|this|that|these|those|the|a|an|his|her|who|what|there|yes|thanks|does|was|has|always|and|but|all|if|when|why|how|because)$/
        .test(word)
    ) ||
    /^(?:on (?:the|a) \w+|to (?:the )?(?:school|bed|work|sleep|waste|hell|town)|from (?:the|a)|by (?:bus|car|train|plane|foot)|in (?:the|a) \w+ (?:of|at|on)|at (?:the|home))/
        .test(rest) &&
      !/\b(?:always|only|every|all|not|never|first|folder|column|row|list)\b/.test(input.text)
  ) return null;
  const isOutput = subject.some((word) => OUTPUTS.has(word) || STYLE_WORDS.has(word));
  const asked =
    input.context.window[input.read.index - 2]?.sentences.some((sentence) =>
      sentence.tokens.some((token) =>
        subject.includes(token.fold) || subject.includes(`${token.fold}s`)
      )
    ) === true;
  const start = input.folds.findIndex((word, index) =>
    index >= at + subject.length && word === (match[2] ?? "")
  );
  const end = mainEnd(input.folds, start + 1);
  const because = end < input.folds.length;
  const standing = strongCue(input.folds, "en") !== "" ||
    /\b(?:only|must|standard|policy|rule|here)\b/.test(input.text);
  if (!(isOutput || asked || because || standing) || /\d/.test(subject.join(" "))) return null;
  const body = words(input, at, end);
  return draft(input, `make sure ${body.charAt(0).toLowerCase()}${body.slice(1)}`, {
    why: words(input, end + 1, input.folds.length),
  });
}

const WHERE =
  /^(?:(?:no|but|sorry|hey|ugh|and|well) ?,? ?)*((?:[\w'-]+ ){0,3}?[\w'-]+) (?:is|are|lives?|sits?) (?:all |kept |stored )?(in|on|under) (the|our|my) ((?:[\w.-]+ ){0,2}?[\w.-]+) ?(?:,|;|and|so) ?(?:that is where you (look|find|check|get|take|search|read|fetch|go)|(?:please |always |just )*(look|check|search) (?:it up |them up )?there)\b/;

/** `Patient data is in the EHR, that's where you look it up`: where a kind of thing is to be found. */
export function whereIs(input: Input): Draft {
  const match = isReaction(input) ? WHERE.exec(input.text) : null;
  const what = match?.[1] ?? "";
  if (
    match === null ||
    /\b(?:it|he|she|they|this|that|i|we|you|there|what|who|the|a|an|here)\b/.test(what)
  ) return null;
  const place = (match[4] ?? "").split(" ");
  const at = input.folds.findIndex((_, index) =>
    place.every((word, step) => input.folds[index + step] === word)
  );
  const named = textOf(input.sentence, at, at + place.length, { person: "rule" });
  const owner = /^(?:my|our)$/.test(match[3] ?? "") ? "the user's" : "the";
  return draft(input, `look up ${what} ${match[2] ?? "in"} ${owner} ${named}`);
}

/** `You should retry uploads with backoff`: said of the deed that was just asked for. */
export function youShould(input: Input): Draft {
  if (!isReaction(input)) return null;
  const match =
    /^(?:(?:no|but|sorry|hey|ugh|and|well|hm) ?,? ?)*you (?:should|must|have to|need to|ought to|are supposed to) (?:really |always |rather |just )*(not )?(\w+) (.+)$/
      .exec(input.text);
  const verb = match?.[2] ?? "";
  if (match === null || baseForm(verb) !== verb || STATES.test(verb)) return null;
  const rest = match[3] ?? "";
  const asked =
    input.context.window[input.read.index - 2]?.sentences.some((sentence) =>
      sentence.tokens.some((token) =>
        token.fold.length > 3 && !FUNCTION_WORDS.has(token.fold) &&
        new Set([verb, ...rest.split(" ")].flatMap((word) => [word, word.replace(/s$/, "")]))
          .has(token.fold)
      )
    ) === true;
  const object = rest.split(" ").slice(0, 3).join(" ");
  const plural = /^(?:[a-z-]+ ){0,2}?[a-z-]{2,}[^s\W]s\b/.test(object) &&
    !/^(?:it|this|that|these|those|the|my|our|his|her|their|me|him|them|us|yours|a|an|one)\b/
      .test(object);
  if (
    !plural || !(asked || input.pushbacks.length > 0) || /\d/.test(rest) ||
    /^(?:see|try|visit|watch|meet|hear|taste|drink|go|come)$/.test(verb)
  ) return null;
  const at = input.folds.indexOf(verb) + 1;
  return draft(
    input,
    `${match[1] === undefined ? "" : "do not "}${verb} ${
      words(input, at, mainEnd(input.folds, at))
    }`,
  );
}
