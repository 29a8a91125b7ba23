/**
 * After an objection: what is about how, and not about which.
 *
 * @module
 */

import type { Instruction } from "../instruction.ts";
import { isGeneric, isStyle, isWayOfKind, kindScope, namesOutput, wordsOf } from "./generic.ts";
import { hasPlural } from "./style.ts";

/** `Leave off the 'image of'`: a wording that is not to be used. */
export const LEFT_OFF =
  /^(?:leave (?:off|out)|drop|lose|skip|cut|avoid|ditch|lose) (?:the |that |this )?(?:word |words |phrase |bit )?['"\u2018\u201c]/;

/** What the user is, or cannot do, will hold next time too. */
export const TRAIT =
  /\b(?:i am|we are) (?:in a wheelchair|(?:almost |nearly |partially |completely )?(?:blind|deaf)|dyslexic|colou?r-?blind|hard of hearing|short-sighted|a beginner|not a (?:doctor|lawyer|native|programmer|specialist|expert)|new to)\b|\bi have (?:no (?:car|oven|printer|internet)|bad (?:eyes|knees|hearing)|a bad (?:back|knee|hip))\b/;

/** The user is not able to take what was given: that will hold next time too. */
export const CANNOT = /^(?:can|could|do|does|will) (?:not|never)\b|^(?:nobody|no one|none)\b/;

/** A form that suits who could not take the other one: `attach the file itself`, `write it as plain lines`. */
export function suitsAll(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  if (head.form === "want" || head.form === "norm") return false;
  const folds = sentence.tokens.slice(body.from, body.to).map((token) => token.fold);
  const as = /^(?:it|them|that|this) (?:as|in) (?!the\b|a minute|an hour)/.test(folds.join(" "));
  return as &&
      /^(?:write|give|put|send|show|export|read|format|say|print|make|save)$/.test(head.verb) ||
    /^(?:attach|send|use|write|give|export|save|spell|show|print|paste|put)$/.test(head.verb) &&
      !/\d|\b(?:today|now|tomorrow|first|second|third|other|again|new)\b/.test(folds.join(" ")) &&
      !POINTING.test(folds[0] ?? "") && (isStyle(instruction) || namesOutput(instruction));
}

const POINTING = /^(?:it|this|that|these|those|him|her|them|me|another|one)$/;

/** After a tool call: `take exchange rates from the central bank feed`. */
export function isSourceOfKind(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  const words = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  return !head.negative && head.form === "imperative" &&
    /^(?:take|get|pull|fetch|read|draw|copy)$/.test(head.verb) &&
    /^(?:[a-z-]+ ){0,2}[a-z-]+[^s\W]s from (?:the|our|my) \w/.test(words) &&
    !/^(?:me|us|the|those|these|all|two|three|some)\b/.test(words);
}

/** After a tool call: `for beetle damage take the drone survey, not the satellite layer`. */
export function isSourceNotOther(instruction: Instruction): boolean {
  const { head, sentence, condition } = instruction;
  if (head.negative || head.form !== "imperative" || condition?.opener !== "for") return false;
  const kind = sentence.tokens.slice(condition.from, condition.to).map(({ fold }) => fold);
  const said = sentence.tokens.slice(head.body).map(({ fold }) => fold).join(" ");
  return /^(?:take|use|check|read|consult|ask|query|trust|search)$/.test(head.verb) &&
    /^(?:the|our|my) (?:[\w-]+ ){0,3}[\w-]+ ?(?:, )?(?:not|never|rather than|instead of) (?:the|our|my|a)\b/
      .test(said) &&
    !/^(?:this|that|these|those|me|us|now|today)$/.test(kind[0] ?? "");
}

/** After a tool call that was objected to: `take the ranger bulletin for path closures`. */
export function isSourceForKind(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  const words = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  return !head.negative && head.form === "imperative" &&
    /^(?:take|use|check|read|consult|ask|query|trust|search)$/.test(head.verb) &&
    /^(?:the|our|my) (?:[\w-]+ ){0,3}[\w-]+ (?:for|about|on) (?:[\w-]+ ){0,2}[a-z-]+[^s\W]s$/
      .test(words) &&
    !/\b(?:this|these|those|today|tomorrow|now)\b/.test(words);
}

/** `start with yes or no, then explain`: how an answer is built. */
const OPENS_WITH =
  /^(?:start|begin|open|lead|end|close|finish) with (?!(?:the|this|that|my|your) (?:first|second|third|last|next|other)\b|(?:it|this|that|him|her|\d)\b)\w+/;

/** `don't mock the database, we use a real one`: a ban with the habit of the house as its reason. */
function isPolicy(instruction: Instruction): boolean {
  const { head, reason, sentence, body } = instruction;
  if (!head.negative || reason === null) return false;
  const why = sentence.tokens.slice(reason.from, reason.to).map((token) => token.fold).join(" ");
  const object = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  return /^(?:because |since |as )?(?:there is (?:a|an|our|already) \w|(?:the|our) \w+ (?:api|database|export|feed|system) has )/
        .test(why) && !/^(?:it|this|that|them)\b/.test(object) ||
    /^(?:because |since |as )?we (?:always |never |only )?(?:use|have|keep|do|write|need|want|share|sell|test|work)\b/
        .test(why) &&
      !/^(?:it|this|that|them|these|those|him|her)\b|\b(?:first|second|last|today|now|yet)\b/.test(
        object,
      );
}

/** What one may be told to use in general. */
const USABLE =
  /\b(?:library|libraries|tool|standard|template|calendar|database|api|system|form|format|function|method|convention|style|guide|glossary|wiki|list|total|rate|rates|unit|units|tone|name|names|spelling|version|driver|helper|pattern|register|account|channel|instead|not|rather)\b/;

/** After an objection: an alternative or a ban that is about how, not which. */
export function isAlternative(instruction: Instruction, usesTools: boolean): boolean {
  const { head, sentence, body } = instruction;
  if (head.form === "want") {
    return head.always || isStyle(instruction) ||
      namesOutput(instruction) &&
        /\b(?:first|top|start|beginning|end|only|just|every)\b/.test(wordsOf(instruction));
  }
  if (head.form === "norm") return true;
  if (
    /^(?:drop|skip|cut|leave|omit|lose)$/.test(head.verb) &&
    /\b(?:in|from|of) (?:the|this|that) (?:\w+ )?\w*[^s\W]$/.test(wordsOf(instruction))
  ) return false;
  if (leavesOut(instruction) || LOOK_THERE.test(wordsOf(instruction))) return true;
  if (isPolicy(instruction) || OPENS_WITH.test(wordsOf(instruction))) return true;
  if (usesTools && sentence.tokens[head.at - 1]?.fold === "only" && !head.negative) {
    return !/\b(?:first|second|last|this|that|it) ?/.test(wordsOf(instruction));
  }
  if (isWayOfKind(instruction) || isManner(instruction)) return true;
  if (usesTools && pointsAtSource(instruction)) return true;
  if (!isGeneric(instruction)) return false;
  if (head.negative) return true;
  const text = sentence.tokens.slice(head.at, body.to).map((token) => token.fold).join(" ");
  if (usesTools && /\b(?:not|instead of|rather than|never)\b/.test(text)) return true;
  if (usesTools && /^(?:read|search|call|fetch|pull)\b/.test(text)) return true;
  if (/^(?:use|query|check|ask|consult|look|verify|follow|wait|confirm)\b/.test(text)) {
    return usesTools || !/^use (?:the|my|our|a) /.test(text) || USABLE.test(text) ||
      /\b(?:informal|formal|familiar|polite|active|passive|past|present)\b/.test(text);
  }
  if (/\b(?:not|instead of|rather than|without|never|nobody|only|just)\b/.test(text)) {
    return hasPlural(instruction) || isStyle(instruction);
  }
  if (/^(?:leave|skip|drop|cut|omit|spare)\b/.test(text)) return true;
  if (
    /\bfirst\b/.test(text) &&
    /^(?:ask|check|verify|confirm|read|test|run|look|list|show|save|preview|warn|back up|make a (?:backup|copy|draft))\b/
      .test(text)
  ) return true;
  if (/^(?:just|only)$/.test(sentence.tokens[head.at - 1]?.fold ?? "")) {
    return hasPlural(instruction);
  }
  return isStyle(instruction) && (hasPlural(instruction) || namesOutput(instruction));
}

/** `write to them the way you'd write to a friend`, `explain it as you would to a child`. */
function isManner(instruction: Instruction): boolean {
  return /^(?:write|talk|speak|explain|address|answer|phrase|word|describe|put|say|tell|report)$/
    .test(instruction.head.verb) &&
    !instruction.head.negative &&
    /\b(?:the way|as if|as|like) (?:you|one|i|we) (?:would|do|did|were|was|am|are|know|\w+)\b.* (?:a|an|to|my|our)\b/
      .test(wordsOf(instruction));
}

/** `We have sensors. Read those, not the forecast`, `ask it for fill levels`. */
function pointsAtSource(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  if (
    head.negative || !/^(?:read|use|ask|query|check|call|take|consult|search|look)$/.test(head.verb)
  ) return false;
  const said = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  if (!/^(?:(?:at|in|into) )?(?:it|that|those|these|them|there)\b/.test(said)) return false;
  const words = wordsOf(instruction).replaceAll(" ,", ",");
  return kindScope(instruction) !== null ||
    /, (?:not|never)\b|\b(?:instead of|rather than|and not)\b/.test(words);
}

/** `look there for on-call questions`. */
const LOOK_THERE = /^(?:look|check|search|ask|go) there for \w+/;

/** `answer the question and leave the tips out`. */
function leavesOut(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  const text = sentence.tokens.slice(head.at, body.to).map((token) => token.fold).join(" ");
  return /\b(?:leave|skip|drop|cut|omit|spare me|save) (?:out |off )?(?:the |all the |your )?(?:[\w-]+ )?\w+s\b/
    .test(text);
}
