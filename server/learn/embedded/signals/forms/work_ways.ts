/**
 * Ways of work in a word or two: `production only if QA said ok`, `never on Friday afternoons`, `nitrile only`.
 *
 * @module
 */

import { baseForm } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { correctionOf, type Draft, explainedOf, type Input, POINTS } from "./form.ts";
import { EVERY_ANSWER } from "../topic.ts";
import { mainEnd, words } from "./house_ways.ts";
import { isReaction, wasOrdered } from "./reaction.ts";

/** What stands in front of it: `nope`, `what?!`, `costs us`, and the like end at the last pause. */
const LEADS =
  /^(?:(?:no|nope|nah|god|oh|ugh|hey|what|wrong|sorry|please|and|but|so|ok|well|wait)\b(?: ?[,!] ?| )?)*/;

/** The words of a clause that holds a cue: between the pauses around it. */
function clauseAround(
  input: Input,
  cue: RegExp,
): { from: number; to: number; text: string } | null {
  const { folds } = input;
  let from = 0;
  for (let at = 0; at <= folds.length; at++) {
    if (at < folds.length && !/^[,;:\u2013\u2014]$/.test(folds[at] ?? "")) continue;
    const lead = LEADS.exec(`${folds.slice(from, at).join(" ")} `)?.[0].trim() ?? "";
    const start = from + (lead === "" ? 0 : lead.split(" ").length);
    const text = folds.slice(start, at).join(" ").replace(/ (?:please|pls|thanks)$/, "");
    if (cue.test(text)) {
      const saysSo = /\b(?:said|says|gave|gives) (?:the |an? )?(?:ok|okay|yes|go)$/.test(text);
      return { from: start, to: saysSo ? at : trimTrail(input.sentence, start, at), text };
    }
    from = at + 1;
  }
  return null;
}

/** A word or two say nothing without the request that they hold for. */
function ofRequest(draft: Draft): Draft {
  return draft === null || draft.trigger === EVERY_ANSWER ? null : draft;
}

const ONLY_IF =
  /^(?!(?:i|we|you|it|that|this|he|she|they|there|if|when|yes|not)\b)(?:[a-z-]+ ){1,3}only (?:if|when|once|after|with|for|by|via|through|on|in) (?!(?:me|you|us|now|it|this|that|him|her|them|the (?:first|last|other))\b)\S.{2,110}$/;

/** `Production only if the staging tests passed`, `sms only for emergencies`. */
export function onlyIf(input: Input): Draft {
  if (!isReaction(input) || !wasOrdered(input)) return null;
  const found = clauseAround(input, ONLY_IF);
  if (found === null) return null;
  const front = found.text.split(" only ")[0] ?? "";
  const rest = found.text.slice(front.length);
  if (
    // `Express only if …` says the same as an order.
    isDone(/^ only (?:if|when|once|after)/.test(rest) ? `to ${front}` : front) ||
    /\b(?:i|we|he|she|they|it|this|that|here)\b/.test(front) ||
    /\b(?:this|that|today|tomorrow|tonight)\b/.test(rest) ||
    /^ only (?:for|in|on|with|by) (?:an?|one|two|three|\d+) (?:day|week|month|year|hour|minute)/
      .test(rest)
  ) return null;
  return ofRequest(correctionOf(input, lowered(input, found.from, found.to), { isWhole: true }));
}

const BARE_ONLY =
  /^(?!(?:this|that|these|those|it|me|you|us|once|one|today|tomorrow|tonight|now|not|the|a|an|my|read|view|mornings?|evenings?|weekends?)\b)[a-z-]+(?: [a-z-]+)? only$/;
const ONLY_NOW =
  /^only (?!(?:this|that|these|those|it|me|you|us|once|one|two|three|\d+|the|a|an|my|if|when)\b)((?:[\w-]+ ){0,2}[\w-]+) (?:from now on|in future|going forward|from here on)$/;

/** `Nitrile only, two of our nurses are allergic to latex`, `only GLS from now on`. */
export function bareOnly(input: Input): Draft {
  if (!isReaction(input) && !ONLY_NOW.test(input.text) || !wasOrdered(input)) return null;
  const { folds } = input;
  const named = ONLY_NOW.exec(input.text)?.[1];
  if (named !== undefined) {
    return POINTS.test(named) || isDone(named)
      ? null
      : correctionOf(input, `use only ${lowered(input, 1, 1 + named.split(" ").length)}`, {
        detector: "D1",
        base: 86,
      });
  }
  const from = LEADS.exec(`${input.text} `)?.[0].trim().split(" ").filter(Boolean).length ?? 0;
  const end = mainEnd(folds, from);
  const why = words(input, end + 1, folds.length);
  const text = folds.slice(from, end).join(" ");
  if (
    !BARE_ONLY.test(text) || POINTS.test(text) || isDone(text) || why.split(" ").length < 4 ||
    /^I\b|^the user\b/.test(why)
  ) {
    return null;
  }
  return ofRequest(explainedOf(input, lowered(input, from, end), { why }));
}

/** Whether a verb stands in it: somebody tells what is. */
function isDone(text: string): boolean {
  return text.split(" ").some((word, at) =>
    /^(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|opens?|works?|runs?|comes?|goes?|got|came|went|said|says)$/
      .test(word) ||
    at === 0 && baseForm(word) === word &&
      !/^(?:sms|text|fax|message|email|phone|mail|post|cash|card|call|discount|refund|release|deploy|order|ship|quote|visit|transfer|test)s?$/
        .test(word)
  );
}

const NEVER_ON =
  /^never (?:on|at|in|before|after|between|during|by|via|through|with|to) (?!(?:my|your|his|her|their|our|this|that|it|me|us|you|the|a|an|all|life|mind|million)\b)(?:[\w-]+ ){0,3}[\w-]+$/;

/** `Never on Friday afternoons`, `nothing before 8`: when or how it is not to be. */
export function neverOn(input: Input): Draft {
  if (!isReaction(input) || !wasOrdered(input)) return null;
  const found = clauseAround(input, NEVER_ON) ??
    clauseAround(
      input,
      /^not (?:on|at) (?:(?:an? |any )(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|holidays)(?: (?:morning|afternoon|evening)s?)?$/,
    ) ??
    clauseAround(
      input,
      /^nothing (?:before|after|between|later than|earlier than|over|under|above|below|on) (?!(?:this|that|it|here|me|him|her)\b)(?=.*(?:\d|days?\b|noon|lunch|weekends|[^s]s$))[\w: -]{1,40}$/,
    );
  if (found === null || /\b(?:again|today|tomorrow|now)\b/.test(found.text)) return null;
  const isKind =
    /(?:[^s]s|day|noon|lunch|dark|\d|phone|mail|post|sms|fax|card|cash|cheque|voicemail|am|pm)$/
      .test(found.text);
  return isKind ? ofRequest(correctionOf(input, lowered(input, found.from, found.to))) : null;
}

function lowered(input: Input, from: number, to: number): string {
  return textOf(input.sentence, from, to, { person: "rule" });
}

const OVER =
  /^(?:everything|anything|all|any|[a-z-]+s|[a-z]+ [a-z-]+s) (?:above|over|under|below|beyond|worth more than|of more than|more than|less than|longer than|older than|bigger than|heavier than|later than) (?:\S*\d\S*|an?|two|three|four|five|six|ten|half an?)(?: [a-z%€$£]+){0,2} (?:needs?|requires?|has to|have to|must|goes?|gets?|comes?) (?!(?:a|an|the|some) (?:look|think|try|break)\b)\S.{2,80}$/;

/** `Everything above 100 needs a supervisor`: from where on a rule holds. */
export function overLimit(input: Input): Draft {
  const from = LEADS.exec(`${input.text} `)?.[0].trim().split(" ").filter(Boolean).length ?? 0;
  const end = mainEnd(input.folds, from);
  if (!isReaction(input) || !OVER.test(input.folds.slice(from, end).join(" "))) return null;
  return explainedOf(input, words(input, from, end), {
    why: words(input, end + 1, input.folds.length),
    isWhole: true,
  });
}

const ARE_ALWAYS =
  /^((?:[a-z-]+ ){0,2}[a-z-]+[^s\W]s) (?:are|is|get|cost|count) always (?:at |for |in |on |as |from |by )?([\w%€$£., -]{2,40})$/;

/** `Rush orders are always 20%`: how those that were asked about are. */
export function areAlways(input: Input): Draft {
  const end = mainEnd(input.folds, 0);
  const match = isReaction(input) ? ARE_ALWAYS.exec(input.folds.slice(0, end).join(" ")) : null;
  const what = match?.[1] ?? "";
  const kind = what.split(" ").at(-1)?.replace(/s$/, "") ?? "";
  const request = input.context.window[input.read.index - 2];
  if (
    match === null || POINTS.test(what) || POINTS.test(match[2] ?? "") || isDone(what) ||
    !/\d|^(?:half|free|full|double|net|gross)\b/.test(match[2] ?? "") ||
    request?.sentences.some(({ folds }) =>
        folds.some((word) => word === kind || word === `${kind}s`)
      ) !== true
  ) return null;
  return ofRequest(correctionOf(input, words(input, 0, end)));
}

const GOES_NOT =
  /^((?:[a-z-]+ ){0,2}[a-z-]+) (?:always )?(?:goes|go|belongs|belong) (?:always )?(?:on|to|in|into|under|through|via|by|with) ([\w. -]{2,40}?) ?, (?:not|never) (?:on |to |in |into |under |through |via |by |with )?([\w. -]{2,40})$/;

/** `Training goes on 4710, not 4400`: where it goes instead of where it was put. */
export function goesNot(input: Input): Draft {
  const match = isReaction(input) && wasOrdered(input) ? GOES_NOT.exec(input.text) : null;
  const what = match?.[1] ?? "";
  if (match === null || POINTS.test(what) || POINTS.test(`${match[2] ?? ""} ${match[3] ?? ""}`)) {
    return null;
  }
  const last = (match[3] ?? "").split(" ").at(-1) ?? "";
  const answer = input.context.window[input.read.index - 1];
  if (
    /\b(?:the|a|an|my|his|her|their)\b/.test(what) || answer === undefined ||
    !answer.turn.content.toLowerCase().includes(last)
  ) return null;
  return correctionOf(input, `make sure ${words(input, 0, input.folds.length)}`, {
    rationale: null,
  });
}

const SEE_BEFORE =
  /^(?:if|when|whenever|before) (.{5,70}?) ,? ?(?:i|we) (?:want|need|would like|have) to (see|check|approve|read|sign) (?:it|them|that|those) (first|beforehand|before .{3,50})$/;

/** `If a price goes up by more than 5% I want to see it before it's live`. */
export function seeBefore(input: Input): Draft {
  const match = SEE_BEFORE.exec(input.text);
  const condition = (match?.[1] ?? "").split(" ");
  if (
    match === null || input.sentence.terminator === "?" ||
    /\b(?:this|that|these|it|today|tomorrow|i|my)\b/.test(condition.join(" "))
  ) return null;
  const named = textOf(input.sentence, 1, 1 + condition.length, { person: "rule" });
  const verb = match[2] ?? "see";
  const rest = (match[3] ?? "first").split(" ").length;
  const tail = textOf(input.sentence, input.folds.length - rest, input.folds.length, {
    person: "rule",
  });
  return correctionOf(
    input,
    verb === "see" ? `show it to the user ${tail}` : `let the user ${verb} it ${tail}`,
    {
      detector: "D2",
      trigger: `${input.folds[0] === "before" ? "Before" : "When"} ${named}`,
      rationale: null,
      base: 86,
      ofHouse: true,
    },
  );
}
