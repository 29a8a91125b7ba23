/**
 * Heads of polite orders and wishes: `you should …`, `could you …`, `it would be great if you …`, `I need …`.
 *
 * @module
 */

import { wordSet } from "../../lexicon/words.ts";
import type { Sentence } from "../../types.ts";
import { anyVerbAt, fold, type Head, isUser, skipAdverbs } from "./head.ts";
import { isLead } from "./leads.ts";

const MODALS = wordSet("should must shall may can could might need ought");

/** `you should …`, `you are to …`, `you must never …`. */
export function modalHead(sentence: Sentence, at: number, to: number): Head | null {
  if (fold(sentence, at) !== "you") return null;
  let index = at + 1;
  const lead = skipAdverbs(sentence, index, to);
  index = lead.at;
  const modal = fold(sentence, index);
  if (modal === "are" && /^(?:to|supposed)$/.test(fold(sentence, index + 1))) {
    index += fold(sentence, index + 1) === "to" ? 2 : 3;
  } else if (modal === "have" && fold(sentence, index + 1) === "to") index += 2;
  else if (modal === "need" || modal === "ought") {
    index += fold(sentence, index + 1) === "to" ? 2 : 1;
  } else if (MODALS.has(modal)) index += 1;
  else return null;
  const negative = fold(sentence, index) === "not";
  if (negative) index += 1;
  const after = skipAdverbs(sentence, index, to);
  if (fold(sentence, after.at) === "have") return null;
  const verb = anyVerbAt(sentence, after.at);
  if (verb === undefined || fold(sentence, after.at) !== verb) return null;
  return {
    form: "modal",
    negative: negative || after.never || lead.never,
    verb,
    at: after.at,
    body: after.at + 1,
    always: after.always || after.never || lead.always || lead.never,
  };
}

/** `could you please …`, `would you mind …`. */
export function politeHead(sentence: Sentence, at: number, to: number): Head | null {
  const word = fold(sentence, at);
  if (fold(sentence, at + 1) !== "you" || !/^(?:can|could|would|will|might|do)$/.test(word)) {
    return null;
  }
  let index = skipAdverbs(sentence, henceforthEnd(sentence, at + 2), to).at;
  if (fold(sentence, index) === "mind") return gerundHead(sentence, index + 1, to);
  if (word === "do") return null;
  if (fold(sentence, index) === "be" && /^(?:so|kind)$/.test(fold(sentence, index + 1))) {
    while (index < to && fold(sentence, index) !== "to" && fold(sentence, index) !== "and") index++;
    index++;
  }
  if (
    /^(?:start|try|begin)$/.test(fold(sentence, index)) && fold(sentence, index + 1).endsWith("ing")
  ) index += 1;
  if (fold(sentence, index) === "stop" && fold(sentence, index + 1).endsWith("ing")) {
    const stopped = anyVerbAt(sentence, index + 1);
    return stopped === undefined ? null : {
      form: "polite",
      negative: true,
      verb: stopped,
      at: index + 1,
      body: index + 2,
      always: false,
    };
  }
  const negative = fold(sentence, index) === "not";
  const after = skipAdverbs(sentence, negative ? index + 1 : index, to);
  const verb = anyVerbAt(sentence, after.at);
  if (isAbility(sentence, at, after.at)) return null;
  return verb === undefined ? null : {
    form: "polite",
    negative: negative || after.never,
    verb,
    at: after.at,
    body: after.at + 1,
    always: after.always || after.never,
  };
}

/** `could you from now on only reply …`: behind the words of time. */
function henceforthEnd(sentence: Sentence, at: number): number {
  const said = [0, 1, 2].map((step) => fold(sentence, at + step)).join(" ");
  return /^from (?:now|here) on$|^in the future$/.test(said)
    ? at + 3
    : /^(?:in future|going forward|please from)\b/.test(said)
    ? at + 2
    : at;
}

/** `Can you always see what my boss writes?`: asks what the assistant is able to do. */
function isAbility(sentence: Sentence, at: number, verb: number): boolean {
  return sentence.terminator === "?" && /^(?:can|could|will|might|do)$/.test(fold(sentence, at)) &&
    /^(?:have|see|hear|know|understand|remember|recall|recogni[sz]e|access|forget|lose|notice|sleep|learn|get)$/
      .test(fold(sentence, verb)) &&
    !/^(?:to|that|me|us|it|rid)$/.test(fold(sentence, verb + 1)) &&
    !sentence.folds.includes("please");
}

/** `… mind always adding X`, `… appreciate you adding X`: the deed as a gerund. */
function gerundHead(sentence: Sentence, from: number, to: number): Head | null {
  const before = skipAdverbs(sentence, from, to);
  const negative = fold(sentence, before.at) === "not";
  const after = skipAdverbs(sentence, negative ? before.at + 1 : before.at, to);
  const verb = anyVerbAt(sentence, after.at);
  const always = before.always || after.always || before.never || after.never;
  if (verb === undefined || !fold(sentence, after.at).endsWith("ing")) return null;
  return {
    form: "polite",
    negative: negative || before.never || after.never,
    verb,
    at: after.at,
    body: after.at + 1,
    always,
  };
}

const IF_YOU = /^(?:you|we)$/;

const NICE = wordSet(
  "great nice good helpful wonderful lovely better best useful appreciated appreciate grateful happy happier glad like prefer rather sense possible kind fantastic perfect easier amazing brilliant ideal love help obliged thankful delighted alright ok okay fine acceptable handy marvellous marvelous splendid super terrific hoping hope hoped",
);

/** `it would be great if you could …`, `I would appreciate it if you …`, `would it make sense to …`. */
export function suggestionHead(sentence: Sentence, at: number, to: number): Head | null {
  const window = sentence.tokens.slice(at, Math.min(to, at + 16));
  const nice = window.findIndex((token) => NICE.has(token.fold));
  if (nice < 0) return wanted(sentence, at, to);
  const opening = window.slice(0, nice).map((token) => token.fold);
  if (
    !opening.some((word) => /^(?:would|might|could|i|perhaps|maybe|wonder)$/.test(word)) ||
    opening.some((word) => word === "not" || word === "what" || word === "which")
  ) return wanted(sentence, at, to);
  for (let index = at + nice + 1; index < Math.min(to, at + nice + 6); index++) {
    const word = fold(sentence, index);
    if (fold(sentence, at + nice) === "appreciate" && /^(?:you|your)$/.test(word)) {
      return gerundHead(sentence, index + 1, to);
    }
    if (/^(?:if|when|that)$/.test(word) && IF_YOU.test(fold(sentence, index + 1))) {
      return afterYou(sentence, index + 2, to);
    }
    if (/^(?:rather|prefer|hop(?:e|ed|ing))$/.test(fold(sentence, at + nice)) && word === "you") {
      return afterYou(sentence, index + 1, to);
    }
    if (
      word === "to" &&
      /^(?:sense|possible|great|nice|good|helpful|better|best|useful|lovely|wonderful|marvellous|marvelous|splendid|super|terrific|easier)$/
        .test(fold(sentence, at + nice))
    ) {
      const after = skipAdverbs(sentence, index + 1, to);
      const verb = anyVerbAt(sentence, after.at);
      if (verb !== undefined) {
        return {
          form: "suggestion",
          negative: after.never,
          verb,
          at: after.at,
          body: after.at + 1,
          always: after.always || after.never,
        };
      }
    }
  }
  return wanted(sentence, at, to);
}

function afterYou(sentence: Sentence, from: number, to: number): Head | null {
  let index = skipAdverbs(sentence, from, to).at;
  if (/^(?:could|would|can|will|did|do|might|may)$/.test(fold(sentence, index))) index++;
  const negative = fold(sentence, index) === "not";
  const after = skipAdverbs(sentence, negative ? index + 1 : index, to);
  const stop = /^(?:stop|stopped)$/.test(fold(sentence, after.at)) &&
    fold(sentence, after.at + 1).endsWith("ing");
  const start = stop ? after.at + 1 : after.at;
  const verb = anyVerbAt(sentence, start);
  return verb === undefined ? null : {
    form: "suggestion",
    negative: negative || stop || after.never,
    verb,
    at: start,
    body: start + 1,
    always: after.always || after.never,
  };
}

/** `I want you to …`, `I need you to …`, `I expect you to …`. */
function wanted(sentence: Sentence, at: number, to: number): Head | null {
  if (!isUser(fold(sentence, at))) return null;
  for (let index = at + 1; index < Math.min(to, at + 6); index++) {
    if (fold(sentence, index) !== "you") continue;
    const before = sentence.tokens.slice(at, index).map((token) => token.fold).join(" ");
    if (!/\b(?:want|need|like|expect|prefer|ask)(?: it if| that| for)?$/.test(before)) return null;
    const negative = fold(sentence, index + 1) === "not" || /\bnot\b/.test(before);
    let start = index + 1;
    while (start < to && /^(?:not|to)$/.test(fold(sentence, start))) start++;
    const after = skipAdverbs(sentence, start, to);
    const verb = anyVerbAt(sentence, after.at);
    return verb === undefined ? null : {
      form: "modal",
      negative: negative || after.never,
      verb,
      at: after.at,
      body: after.at + 1,
      always: after.always || /\balways\b/.test(before),
    };
  }
  return null;
}

/** `I (always) need the minutes`, `I only want dates`. */
export function wantHead(sentence: Sentence, at: number, to: number): Head | null {
  if (!isUser(fold(sentence, at))) return null;
  const after = skipAdverbs(sentence, at + 1, to);
  let index = after.at;
  if (fold(sentence, index) === "would" && fold(sentence, index + 1) === "like") index += 2;
  else if (/^(?:need|want|expect)$/.test(fold(sentence, index))) index += 1;
  else return null;
  const next = fold(sentence, index);
  // `I want to know when it gets here`: what is to be said.
  if (
    next === "to" && /^(?:know|hear)$/.test(fold(sentence, index + 1)) &&
    /^(?:when|where|who|how|what|which|whether|if|why)$/.test(fold(sentence, index + 2))
  ) {
    return {
      form: "want",
      negative: false,
      verb: "say",
      at: index + 1,
      body: index + 2,
      always: after.always,
    };
  }
  if (next === "to" || next === "you" || isLead(next)) return null;
  // `I want them to do it`
  if (
    /^(?:him|her|them|it|everyone|everybody|people)$/.test(next) &&
    fold(sentence, index + 1) === "to"
  ) {
    return null;
  }
  return {
    form: "want",
    negative: false,
    verb: "give",
    at: index,
    body: index,
    always: after.always,
  };
}
