/**
 * Finds the head of an instruction in a sentence, and plain orders.
 *
 * @module
 */

import { OUTPUTS } from "../../lexicon/things.ts";
import { isTaskVerb } from "../../lexicon/verbs.ts";
import { wordSet } from "../../lexicon/words.ts";
import type { Sentence } from "../../types.ts";
import { negativeHead, neverWantHead } from "./bans.ts";
import { anyVerbAt, bannedVerbAt, fold, type Head, isErrand, skipAdverbs, verbAt } from "./head.ts";
import { skipLeads } from "./leads.ts";
import { modalHead, politeHead, suggestionHead, wantHead } from "./polite.ts";
import { assuranceAt, wrapperEnd } from "./wrappers.ts";

/** Reads an instruction head at or after `from`; leading words are passed over. */
export function headAt(sentence: Sentence, from: number, to: number): Head | null {
  const head = outerHead(sentence, from, to);
  if (head === null || head.negative || head.form === "norm") return head;
  const assured = head.verb === "make" ? assuranceAt(sentence, head.at) : head.at;
  if (assured > head.at) return { ...head, verb: "make sure that", body: assured };
  const wrapped = wrapperEnd(sentence, head.at);
  const inner = wrapped > head.at ? wrappedHead(sentence, wrapped, to) : null;
  return inner === null ? head : { ...inner, form: head.form, always: head.always || inner.always };
}

function outerHead(sentence: Sentence, from: number, to: number): Head | null {
  const start = afterTogether(sentence, skipLeads(sentence, from, to));
  // `do use the Oxford comma`: the order with weight.
  const emphatic = fold(sentence, start) === "do" && isTaskVerb(fold(sentence, start + 1)) &&
    start + 2 < to;
  const at = emphatic ? start + 1 : start;
  if (at >= to) return null;
  const assured = assuranceAt(sentence, at);
  if (assured > at) {
    return {
      form: "imperative",
      negative: false,
      verb: "make sure that",
      at,
      body: assured,
      always: false,
    };
  }
  const unwanted = neverWantHead(sentence, at);
  if (unwanted !== null) return unwanted;
  const wrapped = wrapperEnd(sentence, at);
  if (wrapped > at) return wrappedHead(sentence, wrapped, to);
  return negativeHead(sentence, at, to) ?? modalHead(sentence, at, to) ??
    politeHead(sentence, at, to) ??
    suggestionHead(sentence, at, to) ?? plainHead(sentence, at, to) ?? wantHead(sentence, at, to);
}

/** Ways of work that are proposed for both; what is done together at a time is no way. */
const TOGETHER = wordSet("use stick keep write avoid drop skip stay switch leave put format");

/** `let's use …`, `let us always keep …`: the order behind the proposal, else where it stood. */
function afterTogether(sentence: Sentence, at: number): number {
  const end = fold(sentence, at) === "let's"
    ? at + 1
    : fold(sentence, at) === "let" && fold(sentence, at + 1) === "us"
    ? at + 2
    : at;
  if (end === at) return at;
  const verb = /^(?:always|never|just|please)$/.test(fold(sentence, end)) ? end + 1 : end;
  return TOGETHER.has(fold(sentence, verb)) ? end : at;
}

const NOT_HEADS = wordSet(
  "thank thanks see sort guess mind worry wait hold look let trust remember query question",
);

/** Verbs that are outputs as well. */
const MADE = /^(?:commit|invoice|ticket|email|e-mail|mail|message|order|bill|caption)$/;

/** `Commit subject lines in the imperative`, `invoice dates in ISO format`: parts of an output, no order. */
function isCompound(sentence: Sentence, at: number, to: number): boolean {
  if (!MADE.test(fold(sentence, at))) return false;
  let end = at + 1;
  while (
    end < Math.min(to, at + 4) && sentence.tokens[end]?.kind === "word" &&
    !/^(?:in|with|at|as|on|by)$/.test(fold(sentence, end))
  ) end++;
  const last = fold(sentence, end - 1);
  return end > at + 1 && end < to && /^(?:in|with|at|as|on|by)$/.test(fold(sentence, end)) &&
    OUTPUTS.has(last) && last.endsWith("s") && !MADE.test(last.replace(/s$/, ""));
}

/** A plain imperative: a task verb with something behind it that is no verb. */
function plainHead(sentence: Sentence, at: number, to: number): Head | null {
  const after = skipAdverbs(sentence, at, to);
  const verb = verbAt(sentence, after.at);
  if (verb === undefined) return null;
  const next = fold(sentence, after.at + 1);
  if (
    /^(?:is|are|was|were|has|had|'s|does|did|of|will|would|can|not|looks|seems|failed|fails)$/.test(
      next,
    )
  ) return null;
  if (HAPPENED.test(next) && isEnd(sentence, after.at + 2, to)) return null;
  // `Note for the future: …` opens what is told.
  if (verb === "note" && /^(?:for|to)$/.test(next)) return null;
  if (verb === "word" && next === "for" || verb === "back" && next !== "up") return null;
  const kept = keptDeed(sentence, after.at, to);
  if (kept !== null) return kept;
  if (verb === "thank" || verb === "change" && /^(?:for|of)$/.test(next)) return null;
  if (verb === "let" && next === "me") {
    return fold(sentence, after.at + 2) !== "know" ? null : {
      form: "imperative",
      negative: after.never,
      verb,
      at: after.at,
      body: after.at + 1,
      always: after.always,
    };
  }
  if (next === "from" && fold(sentence, after.at + 2) === "now") return null;
  if (isCompound(sentence, after.at, to)) return null;
  if (OUTPUTS.has(verb) && /^(?:from|of|per|and|or|now|too|again)$/.test(next)) return null;
  // `Group tours are a nightmare` names what is spoken of.
  if (
    /^(?:are|were)$/.test(fold(sentence, after.at + 2)) && /[^s]s$/.test(next) &&
    !/^(?:check|see|ensure|verify|confirm|say|mention|assume|note|remember|make)$/.test(verb)
  ) return null;
  if (/[^s]s$/.test(next) && tellsOfThings(sentence, after.at + 2)) return null;
  // `Wait, you only need one?`, `wait no` stop the talk; they ask for nothing.
  if (
    /^(?:wait|hold|look|hang)$/.test(verb) && /^(?:,|no|what|sorry|actually|a|on)$/.test(next)
  ) return null;
  if (NOT_HEADS.has(verb)) return softHead(sentence, after, verb, to);
  if (
    (verb === "have" || verb === "do" || verb === "get") &&
    !/^(?:a|an|the|it|that|all|not|my|some|two|three|four|five|another|both)$/.test(next) &&
    !(verb === "have" && isCausative(sentence, after.at + 1, to))
  ) return null;
  return {
    form: "imperative",
    negative: after.never,
    verb,
    at: after.at,
    body: after.at + 1,
    always: after.always,
  };
}

/** `phone rang`, `order came in`: what happened to a thing whose name could be an order. */
const HAPPENED =
  /^(?:rang|came|went|fell|broke|ran|sank|froze|blew|died|arrived|dropped|crashed|stopped|ended|bounced|vanished|expired|failed|closed|opened|started|finished|worked|burnt|burned|melted|slipped|jammed)$/;

/** `group sessions put me off`, `plan changes do not suit us`: what the things named in front do to people. */
function tellsOfThings(sentence: Sentence, at: number): boolean {
  const verb = fold(sentence, at);
  const next = fold(sentence, at + 1);
  return /^(?:do|did|can|could|will|would|have|never)$/.test(verb) &&
      !/^(?:the|a|an|it|them|all|my|our|me)$/.test(next) ||
    isTaskVerb(verb) && /^(?:everyone|everybody|people|him|her|nobody)$/.test(next) ||
    /^(?:me|us)$/.test(next) && !BEFORE_ME.test(verb);
}

/** What stands in front of `me` without being a verb. */
const BEFORE_ME =
  /^(?:to|for|with|from|at|by|of|and|or|about|without|between|before|after|not|as|than|on|in|past|like|only|just|,)$/;

/** Nothing more comes, or only where and when. */
function isEnd(sentence: Sentence, at: number, to: number): boolean {
  return at >= to || sentence.tokens[at]?.kind === "punct" ||
    /^(?:in|on|at|out|off|down|up|again|twice|through|before|after|while|and|but|so|just|now|back|already|today|yesterday|late|early|for|with|from|to|by)$/
      .test(fold(sentence, at));
}

/** `have every parcel delivered to …`: something is to be done for the user. */
function isCausative(sentence: Sentence, from: number, to: number): boolean {
  const said = sentence.tokens.slice(from, Math.min(to, from + 7)).map(({ fold }) => fold).join(
    " ",
  );
  return /^(?:every|each|any|all|our|these|those) (?:[\w-]+ ){1,4}?(?:[a-z]{3,}ed|sent|brought|made|put|paid|shown|cut|built|kept|written)\b/
    .test(said);
}

/** `please go on checking both calendars`, `keep quoting the clause`: the deed is to be done again. */
function keptDeed(sentence: Sentence, at: number, to: number): Head | null {
  const verb = fold(sentence, at);
  const deed = verb === "keep" || verb === "continue"
    ? at + 1
    : /^(?:go|carry)$/.test(verb) && fold(sentence, at + 1) === "on"
    ? at + 2
    : -1;
  const base = deed < 0 || !fold(sentence, deed).endsWith("ing")
    ? undefined
    : anyVerbAt(sentence, deed);
  const rest = sentence.tokens.slice(deed + 1, to).map((token) => token.fold).join(" ");
  if (
    base === undefined ||
    /^(?:do|go|try|be|work|get|have|make|come|wait|look|walk|run|smile|fight)$/.test(base) ||
    rest === "" ||
    /^(?:it|that|this|them|so|on|up|me|us|like)\b|\b(?:that way|this way|like (?:this|that)|until|till)\b/
      .test(rest)
  ) return null;
  return {
    form: "imperative",
    negative: false,
    verb: base,
    at: deed,
    body: deed + 1,
    always: true,
  };
}

function softHead(
  sentence: Sentence,
  after: { at: number; always: boolean },
  verb: string,
  to: number,
): Head | null {
  const next = fold(sentence, after.at + 1);
  if (verb === "remember" && next === "to") {
    const inner = skipAdverbs(sentence, after.at + 2, to);
    const real = anyVerbAt(sentence, inner.at);
    return real === undefined ? null : {
      form: "imperative",
      negative: inner.never,
      verb: real,
      at: inner.at,
      body: inner.at + 1,
      always: !isErrand(sentence, inner.at, to),
    };
  }
  if (
    (verb === "wait" || verb === "query" || verb === "question" || verb === "let" ||
      verb === "sort" || verb === "look" || verb === "hold") && after.at + 1 < to
  ) {
    return {
      form: "imperative",
      negative: false,
      verb,
      at: after.at,
      body: after.at + 1,
      always: after.always,
    };
  }
  return null;
}

function wrappedHead(sentence: Sentence, from: number, to: number): Head | null {
  const negative = fold(sentence, from) === "not" || fold(sentence, from) === "never";
  const after = skipAdverbs(sentence, negative ? from + 1 : from, to);
  const verb = anyVerbAt(sentence, after.at);
  if (verb === undefined) return null;
  return {
    form: "suggestion",
    negative: negative || after.never,
    verb,
    at: after.at,
    body: after.at + 1,
    always: after.always || after.never,
  };
}

/** `if a test is flaky, quarantine it`: behind a pause and in front of `it`, any word orders. */
export function orderOfIt(sentence: Sentence, at: number): Head | null {
  const verb = /^(?:it|them)$/.test(fold(sentence, at + 1))
    ? bannedVerbAt(sentence, at)
    : undefined;
  return verb === undefined
    ? null
    : { form: "imperative", negative: false, verb, at, body: at + 1, always: false };
}
