/**
 * Finds the instruction in a sentence: who is to do what, under which condition, and why.
 *
 * @module
 */

import type { Sentence } from "../types.ts";
import { FUNCTION_WORDS, OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { isLead, skipLeads } from "./leads.ts";
import { neverWantHead, noHead } from "./unwanted.ts";
import { assuranceAt, wrapperEnd } from "./wrappers.ts";

/** Grammatical form in which an instruction came. */
export type InstructionForm =
  | "imperative"
  | "modal"
  | "polite"
  | "suggestion"
  | "want"
  | "norm"
  | "fragment";

/** A head: the words that make a clause an instruction. */
export interface Head {
  readonly form: InstructionForm;
  readonly negative: boolean;
  /** Base form of the verb, "" when the sentence names none. */
  readonly verb: string;
  /** First token of the instruction's own words. */
  readonly at: number;
  /** First token after the verb. */
  readonly body: number;
  /** `always` or `never` stood in the head. */
  readonly always: boolean;
}

const ADVERBS = wordSet(
  "always never please just ever kindly simply really only also then possibly perhaps maybe still at least immediately first generally usually rather instead consistently again",
);

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
  const start = skipLeads(sentence, from, to);
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

function fold(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.fold ?? "";
}

/** Skips adverbs; tells whether `always` was among them. */
function skipAdverbs(
  sentence: Sentence,
  at: number,
  to: number,
): { at: number; always: boolean; never: boolean } {
  let always = false;
  let never = false;
  while (at < to && ADVERBS.has(fold(sentence, at))) {
    if (fold(sentence, at) === "always") always = true;
    if (fold(sentence, at) === "never") never = true;
    at++;
  }
  return { at, always, never };
}

function verbAt(sentence: Sentence, at: number): string | undefined {
  const word = fold(sentence, at);
  if (sentence.tokens[at]?.kind !== "word" || !isTaskVerb(word)) {
    return word === "be" || word === "have" || word === "do" || word === "get" ? word : undefined;
  }
  return word;
}

/** Behind `never`, a word before `my`, `our` or `the` is a verb even when the list lacks it. */
function unknownVerbAt(sentence: Sentence, at: number): string | undefined {
  const token = sentence.tokens[at];
  const next = fold(sentence, at + 1);
  return token?.kind === "word" && !token.capital && /^(?:my|our|the|any|me|us)$/.test(next) &&
      !/(?:ing|ed|ly|s)$/.test(token.fold)
    ? token.fold
    : undefined;
}

/** Behind `do not`, any word with an object or a place is a verb (`do not panic in handlers`). */
function bannedVerbAt(sentence: Sentence, at: number): string | undefined {
  const token = sentence.tokens[at];
  const next = fold(sentence, at + 1);
  if (token?.kind !== "word" || token.capital || FUNCTION_WORDS.has(token.fold)) return undefined;
  if (/(?:ing|ed|ly)$/.test(token.fold) || token.fold.length < 4) return undefined;
  return /^(?:a|an|the|any|my|our|your|in|on|with|me|us|people|it|them)$/.test(next) ||
      /[^s]s$/.test(next) ||
      token.fold.includes("-") && next !== ""
    ? token.fold
    : undefined;
}

function anyVerbAt(sentence: Sentence, at: number): string | undefined {
  return sentence.tokens[at]?.kind === "word" ? baseForm(fold(sentence, at)) : undefined;
}

function negativeHead(sentence: Sentence, at: number, to: number): Head | null {
  const word = fold(sentence, at);
  const next = fold(sentence, at + 1);
  if (word === "do" && next === "not") {
    const after = skipAdverbs(sentence, at + 2, to);
    const verb = anyVerbAt(sentence, after.at) ?? bannedVerbAt(sentence, after.at);
    if (verb === "forget" || verb === "hesitate") return forgetHead(sentence, after.at, to);
    if (verb === "worry" || verb === "mind" || verb === "bother") return null;
    return verb === undefined
      ? null
      : { form: "imperative", negative: true, verb, at, body: after.at + 1, always: false };
  }
  const ban = banAt(sentence, at);
  if (ban > 0) {
    const after = skipAdverbs(sentence, at + ban, to);
    const verb = verbAt(sentence, after.at);
    if (verb !== undefined) {
      return { form: "imperative", negative: true, verb, at, body: after.at + 1, always: true };
    }
  }
  if (word === "never" && /^(?:a|an|any|the|in|with|by|as)$/.test(next)) {
    return neverThing(sentence, at, to);
  }
  if (word === "never") {
    const after = skipAdverbs(sentence, at + 1, to);
    const verb = verbAt(sentence, after.at) ?? unknownVerbAt(sentence, after.at);
    return verb === undefined || verb === "mind" ||
        /^(?:i|we|you|he|she|they|it)$/.test(fold(sentence, after.at + 1))
      ? null
      : { form: "imperative", negative: true, verb, at, body: after.at + 1, always: true };
  }
  if (
    /^(?:stop|quit|avoid|cease)$/.test(word) || word === "refrain" && next === "from" ||
    word === "no" && next === "more" && fold(sentence, at + 2) !== "than"
  ) {
    const start = word === "refrain" || word === "no" ? at + 2 : at + 1;
    if (fold(sentence, start).endsWith("ing")) {
      const verb = anyVerbAt(sentence, start);
      if (verb !== undefined) {
        return { form: "imperative", negative: true, verb, at, body: start + 1, always: false };
      }
    }
    if (word === "avoid" || word === "no") {
      return { form: "fragment", negative: true, verb: "use", at, body: start, always: false };
    }
    return null;
  }
  return noHead(sentence, at, to);
}

/** `never a push notification`, `never in capitals`: the deed goes without saying. */
function neverThing(sentence: Sentence, at: number, to: number): Head | null {
  const rest = sentence.tokens.slice(at + 2, Math.min(to, at + 6));
  if (rest.length === 0 || at + 6 < to || rest.some((token) => token.kind !== "word")) return null;
  if (!rest.some((token) => OUTPUTS.has(token.fold) || STYLE_WORDS.has(token.fold))) return null;
  const article = /^(?:a|an|any)$/.test(fold(sentence, at + 1));
  return {
    form: "fragment",
    negative: true,
    verb: article ? "send" : "write",
    at,
    body: at + 1,
    always: true,
  };
}

/** `do not forget to add X` is an instruction to add X. */
function forgetHead(sentence: Sentence, at: number, to: number): Head | null {
  if (fold(sentence, at + 1) !== "to") return null;
  const after = skipAdverbs(sentence, at + 2, to);
  const verb = anyVerbAt(sentence, after.at);
  return verb === undefined ? null : {
    form: "imperative",
    negative: false,
    verb,
    at: after.at,
    body: after.at + 1,
    always: !isOneThing(sentence, after.at + 1, to),
  };
}

/** `the PDF`, `it`, `Anna`: the thing at hand and nothing behind it. */
function isOneThing(sentence: Sentence, from: number, to: number): boolean {
  const first = sentence.tokens[from];
  if (first === undefined || /^(?:it|this|that|them|him|her)$/.test(first.fold)) return true;
  return to - from <= 3 && /^(?:the|my|this|that)$/.test(first.fold) &&
    !/[^s]s$/.test(sentence.tokens[to - 1]?.fold ?? "");
}

const MODALS = wordSet("should must shall may can could might need ought");

/** `you should …`, `you are to …`, `you must never …`. */
function modalHead(sentence: Sentence, at: number, to: number): Head | null {
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
function politeHead(sentence: Sentence, at: number, to: number): Head | null {
  const word = fold(sentence, at);
  if (!/^(?:can|could|would|will|do)$/.test(word) || fold(sentence, at + 1) !== "you") return null;
  let index = skipAdverbs(sentence, at + 2, to).at;
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
  return verb === undefined ? null : {
    form: "polite",
    negative: negative || after.never,
    verb,
    at: after.at,
    body: after.at + 1,
    always: after.always || after.never,
  };
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
  "great nice good helpful wonderful lovely better best useful appreciated appreciate grateful happy happier glad like prefer rather sense possible kind fantastic perfect easier amazing brilliant ideal love help alright ok okay fine acceptable handy",
);

/** `it would be great if you could …`, `I would appreciate it if you …`, `would it make sense to …`. */
function suggestionHead(sentence: Sentence, at: number, to: number): Head | null {
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
    if (fold(sentence, at + nice) === "rather" && word === "you") {
      return afterYou(sentence, index + 1, to);
    }
    if (
      word === "to" &&
      /^(?:sense|possible|great|nice|good|helpful|better|best|useful|lovely|wonderful|easier)$/
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
  if (!/^(?:i|we)$/.test(fold(sentence, at))) return null;
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

const NOT_HEADS = wordSet(
  "thank thanks see sort guess mind worry wait hold look let trust remember query question",
);

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
  if (verb === "thank" || verb === "change" && /^(?:for|of)$/.test(next)) return null;
  if (verb === "let" && next === "me") {
    return fold(sentence, after.at + 2) !== "know" ? null : {
      form: "imperative",
      negative: false,
      verb,
      at: after.at,
      body: after.at + 1,
      always: after.always,
    };
  }
  if (next === "from" && fold(sentence, after.at + 2) === "now") return null;
  if (OUTPUTS.has(verb) && /^(?:from|of|per|and|or|now|too|again)$/.test(next)) return null;
  // `Wait, you only need one?` stops the talk; it asks for nothing.
  if (/^(?:wait|hold|look)$/.test(verb) && next === ",") return null;
  if (NOT_HEADS.has(verb)) return softHead(sentence, after, verb, to);
  if (
    (verb === "have" || verb === "do" || verb === "get") &&
    !/^(?:a|an|the|it|that|all|not|my|some)$/.test(next)
  ) return null;
  return {
    form: "imperative",
    negative: false,
    verb,
    at: after.at,
    body: after.at + 1,
    always: after.always,
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
      always: true,
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

/** `I (always) need the minutes`, `I only want dates`. */
function wantHead(sentence: Sentence, at: number, to: number): Head | null {
  if (!/^(?:i|we)$/.test(fold(sentence, at))) return null;
  const after = skipAdverbs(sentence, at + 1, to);
  let index = after.at;
  if (fold(sentence, index) === "would" && fold(sentence, index + 1) === "like") index += 2;
  else if (/^(?:need|want|expect)$/.test(fold(sentence, index))) index += 1;
  else return null;
  const next = fold(sentence, index);
  if (next === "to" || next === "you" || isLead(next)) return null;
  return {
    form: "want",
    negative: false,
    verb: "give",
    at: index,
    body: index,
    always: after.always,
  };
}

const BANS = [
  "under no circumstances",
  "on no account",
  "in no case",
  "at no point",
  "not under any circumstances",
  "never ever",
  "at no time",
]
  .map((phrase) => phrase.split(" "));

/** Number of words of a ban (`under no circumstances`), 0 when there is none. */
function banAt(sentence: Sentence, at: number): number {
  return BANS.find((phrase) => phrase.every((word, step) => fold(sentence, at + step) === word))
    ?.length ?? 0;
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
