/**
 * Ways that are named behind a colon or a kind: `that's how I want the report: …`, `do it like this: …`,
 * `in python code I want type hints`, `could your answers be shorter?`.
 *
 * @module
 */

import { DAYS, OUTPUTS } from "../../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER } from "../topic.ts";
import { asWritten, capital, type Draft, type Input } from "./form.ts";

/** Words of the user from a token on, as a rule says them. */
function restOf({ sentence, folds }: Input, from: number): string {
  return textOf(sentence, from, trimTrail(sentence, from, folds.length), { person: "rule" });
}

function rule(trigger: string, content: string): NonNullable<Draft> {
  return {
    detector: "D3",
    trigger,
    content: capital(content),
    rationale: null,
    base: 84,
    adjust: [],
  };
}

/** Longest quote within a way, UTF-16 code units. */
const MAX_QUOTED = 40;

/** What is named behind the colon, and not a text that is given there. */
function shown(input: Input): string {
  const colon = input.folds.indexOf(":");
  const text = colon < 2 ? "" : restOf(input, colon + 1);
  return text.split(" ").length < 2 || text.length > 200 || IS_TOLD.test(text) ||
      input.sentence.tokens.slice(colon).some(({ kind, start, end }) =>
        kind === "mask" && end - start > MAX_QUOTED
      )
    ? ""
    : text;
}

/** A sentence of its own: a text that is given, and no way. */
const IS_TOLD = /\b(?:is|are|was|were|am|I|you|he|she|they)\b/;

const JUST_HOW =
  /\b(?:this|that|which) is (?:just |exactly |precisely |pretty much )*(?:how|the way|what) (?:i|we) (?:always )?(?:want|need|like|love|expect|prefer|would like) (?:to (?:have|see|get|read) )?(?:all |each of |every one of )?((?:my|our|the|your|any|every|each) (?:[\w'-]+ ){0,3}?[\w'-]+)(?: to (?:look|be|read|start|come))? :/;

/** `That's exactly how I want the weekly report: numbers first, then two sentences on risks`. */
export function justHow(input: Input): Draft {
  const kind = (JUST_HOW.exec(input.text)?.[1] ?? "").replace(
    /^(?:my|our|the|your|any|every|each) /,
    "",
  );
  const way = shown(input);
  return way === "" || !OUTPUTS.has(kind.split(" ").at(-1) ?? "")
    ? null
    : rule(outputTrigger(kind), way);
}

const FOR_KIND =
  /^(?:(?:and|also|please|so|ok|oh) ,? ?)*for (?:all |any |every |each )?(?:my |our |the |your )?((?:[\w'-]+ ){0,2}?[\w'-]+) ?((?:to|for|about) (?:my |our )?[\w'-]+ )?: (.+)$/;
const PERIODIC =
  /^(?:weekly|monthly|daily|yearly|quarterly|standup|stand-up) |^(?:newsletters?|minutes)$/;

/** `For our newsletter: British spelling, short paragraphs`: how all of a kind have to be. */
export function forKind(input: Input): Draft {
  const match = FOR_KIND.exec(input.text);
  const kind = match?.[1] ?? "";
  const noun = kind.split(" ").at(-1) ?? "";
  const way = shown(input);
  return match === null || way === "" || /\d/.test(way) || !OUTPUTS.has(noun) ||
      !/,| and /.test(way) || !(/[^s]s$/.test(noun) || PERIODIC.test(kind)) ||
      input.sentence.terminator === "?" ||
      /\b(?:today|tomorrow|this time|for once)\b/.test(input.text)
    ? null
    : { ...rule(`${outputTrigger(kind)} ${match[2] ?? ""}`.trim(), way), isWhole: true };
}

const LIKE_THIS =
  /\b(?:do|make|write|give|keep|format|structure|present|show) (?:it|them|this|these|that|things) (?:always )?(?:just |exactly )?(?:like (?:this|that|so)|this way|as follows|in this (?:order|way))(?: please| every time| each time| from now on| always)* :/;
const FOR_GOOD =
  /\b(?:always|from now on|every time|each time|in future|in the future|next time|by default)\b/;

/** `Please always do it like this: short summary on top, details below`. */
export function likeThis(input: Input): Draft {
  const way = LIKE_THIS.test(input.text) && FOR_GOOD.test(input.text) ? shown(input) : "";
  return way === "" ? null : rule(EVERY_ANSWER, way);
}

/** Where something stands. */
const PLACED =
  /\b(?:on top|first|last|(?:at|in|on) the (?:top|start|end|beginning|bottom|front|left|right))$/;

const IN_KIND =
  /^(?:(?:and|also|please|so|ok|hey|hi) ,? ?)*in (?:(?:my|our|the|your|all|any|every|each|all my|all our) )*((?:[\w'-]+ ){0,2}?[\w'-]+)((?: (?:to|for|about|from) (?:my |our |the )?[\w'-]+)?) ,? ?(?:i|we) (?:always |only )?(?:want|need|expect|like|prefer|would like|do not want) (?:to (?:see|have|read|get) )?(.+)$/;

/** `In python code I want type hints everywhere and no comments`. */
export function inKindIWant(input: Input): Draft {
  const match = IN_KIND.exec(input.text);
  const kind = (match?.[1] ?? "").trim();
  const wanted = match?.[3] ?? "";
  const isKind = /[^s]s$|^code$|\bcode$/.test(kind);
  if (
    match === null || !isKind || !OUTPUTS.has(kind.split(" ").at(-1) ?? "") || wanted === "" ||
    input.sentence.terminator === "?" ||
    /^(?:you (?!to )|to|a word|it|that|this|them|him|her|more|help)\b/.test(wanted) ||
    /\b(?:today|tomorrow|tonight|this time|for once|this week)\b/.test(input.text)
  ) return null;
  const from = input.folds.length - wanted.split(" ").length;
  const body = restOf(input, from);
  const isBanned = /\bdo not want (?:to \w+ )?$/.test(input.text.slice(0, -wanted.length));
  const content = body.startsWith("you to ")
    ? isBanned ? "" : body.slice(7)
    : isBanned
    ? `do not use ${body}`
    : `${PLACED.test(body) ? "put" : "use"} ${body}`;
  return content === "" ? null : rule(`${outputTrigger(kind)}${match[2] ?? ""}`, content);
}

const HOUSE_WORDS =
  /\b(?:we|i) (?:always |only )?(say|write|call (?:them|it|him|her|those|these)|use|put) (.{1,40}?) ?,? (?:and )?(?:not|never|instead of|rather than) (.{1,40}?)(?: here| please| ever)*$/;
const HOUSE_BAN =
  /\bwe (?:never|do not) (?:say|write|use|call (?:them|it)) (.{1,40}?) ?[,;] (?:we |it is |but |always )*(?:say |write |use )?(.{1,40}?)(?: instead| here| please)*$/;

/** `We say "guests", not "customers"`, `we never write "Dear", we say "Hello"`: words of the house. */
export function houseWords(input: Input): Draft {
  const spoken = HOUSE_WORDS.exec(input.text);
  const banned = spoken === null ? HOUSE_BAN.exec(input.text) : null;
  const [good = "", bad = ""] = spoken === null
    ? [banned?.[2], banned?.[1]]
    : [spoken[2], spoken[3]];
  if (
    good === "" || bad === "" || input.sentence.terminator === "?" ||
    !isWording(input, good) || !isWording(input, bad)
  ) return null;
  const verb = spoken?.[1] ?? "say";
  return rule(EVERY_ANSWER, `${verb} ${quotedAs(input, good)}, not ${quotedAs(input, bad)}`);
}

/** A word or two that are spoken of, in quotes. */
function isWording(input: Input, phrase: string): boolean {
  return /^["'\u201c\u2018].{1,36}["'\u201d\u2019]$/.test(quotedAs(input, phrase));
}

/** The user's own spelling of a stretch, with its quotes. */
function quotedAs({ sentence, folds, read }: Input, phrase: string): string {
  const words = phrase.trim().split(" ");
  const at = folds.findIndex((_, index) =>
    words.every((word, step) => folds[index + step] === word)
  );
  const first = sentence.tokens[at];
  const last = sentence.tokens[at + words.length - 1];
  return at < 0 || first === undefined || last === undefined
    ? ""
    // The mark that closes a sentence is none of its tokens.
    : /^.+?["'\u201d\u2019](?=\W|$)/.exec(read.text.slice(first.start, last.end + 2))?.[0] ?? "";
}

const MEANT =
  /\bwhen(?:ever)? (?:i|we) (?:say|write|type|mention|ask for) (?=["'\u201c\u2018]).{2,50}? ?,? (?:i|we|it|that) (?:really |always |actually |just )?(?:mean|means) (?=\S)/;

/** `When I say ship it, I mean …`: the same without marks, in a few words. */
const MEANT_BARE =
  /^(?:(?:and|so|ok|please|,) )*(?:when(?:ever)?|if) (?:i|we) (?:say|write|type) ((?!that\b|this\b|it\b|so\b|i\b|we\b|yes\b|no\b|an?\b|the\b|my\b|our\b|some\b|any\b|to\b|about\b|in\b|at\b)[\w-]+(?: [\w-]+){0,3}) ?,? (?:i|we) (?:really |always |actually |just )?mean (?!it\b|that\b|this\b|so\b|business\b|no\b|yes\b)(?=\S)/;

/** `When I say "ship it" I mean deploy to production`: a word of the user's own. */
export function whenISay(input: Input): Draft {
  const match = MEANT.exec(input.text) ?? MEANT_BARE.exec(input.text);
  const bare = match?.[1];
  const said = bare !== undefined
    ? `"${asWritten(input, bare)}"`
    : /["'\u201c\u2018][^"'\u201c\u201d]{1,40}["'\u201d\u2019]/.exec(
      input.read.text.slice(input.sentence.start, input.sentence.end),
    )?.[0];
  if (match === null || said === undefined || input.sentence.terminator === "?") return null;
  const from = input.text.slice(0, match.index + match[0].length).trim().split(" ").length;
  const meant = restOf(input, from).replace(/^(?:for you to|that you should|to) /i, "");
  if (meant === "" || /^(?:it|that|this)\b/i.test(meant)) return null;
  const isDeed = isTaskVerb(input.folds[from] ?? "") ||
    baseForm(input.folds[from] ?? "") === input.folds[from];
  return {
    ...rule(`When the user says ${said}`, isDeed ? meant : `take it to mean ${meant}`),
    isWhole: true,
  };
}

const PRONOUN =
  /^(?:(?:and|please|so|ok|no|,) )*(?:(?:use|say|write) ["'\u201c\u2018]? ?(they|them|she|he|they\/them|she\/her|he\/him|they \/ them|she \/ her|he \/ him) ?["'\u201d\u2019]? (?:for|about|when you (?:mean|mention|write about|talk about)) ([a-z][\w'-]+)|(?:refer to|call) ([a-z][\w'-]+) (?:as|by) ["'\u201c\u2018]? ?(they|them|she|he|her|him)\b ?["'\u201d\u2019]?)(?: (?:please|from now on|in future|always))*$/;

/** `Use "they" for Alex`: the pronoun of a person, which holds wherever they are written of. */
export function pronounOf(input: Input): Draft {
  const match = PRONOUN.exec(input.text);
  const pronoun = match?.[1] ?? match?.[4] ?? "";
  const name = match?.[2] ?? match?.[3] ?? "";
  const at = input.folds.lastIndexOf(name);
  const token = input.sentence.tokens[at];
  // `Use them for Monday`
  if (/^(?:them|her|him)$/.test(pronoun) && match?.[1] !== undefined || DAYS.has(name)) return null;
  if (match === null || token?.capital !== true || input.sentence.terminator === "?") return null;
  return {
    ...rule(
      `When writing about ${token.text}`,
      `use "${pronoun.replaceAll(" ", "")}" for ${token.text}`,
    ),
    isWhole: true,
  };
}

const COULD_BE =
  /\b(?:can|could|may|might|would) (?:you make |you keep )?(?:your|the|all|all your) ((?:\w+ )?(?:answers|replies|responses|messages|explanations|summaries|texts|emails))(?: to me)?(?: please)? (?:be |get |become |sound )?(?:a (?:bit|little|lot|touch|tad) |somewhat |slightly |much |way |far )?((?:less|more) (?:[\w-]+(?: the point)?)|shorter|longer|simpler|briefer|clearer|friendlier|plainer|crisper|softer|slower|to the point)\b/;
const SHORTEN =
  /\b(?:can|could|would|will) you (?:please |maybe |just )?(shorten|simplify|tighten|trim|condense|tone down|cut down|keep down) (?:your|all your) ((?:\w+ )?(?:answers|replies|responses|messages|explanations|summaries|texts|emails))\b/;

/** `Could the answers be a bit less formal?`, `can you shorten your replies?`: of all of them. */
export function couldYourAnswers(input: Input): Draft {
  if (/\b(?:this time|today|for once|just (?:now|this)|above|last)\b/.test(input.text)) return null;
  const shorter = SHORTEN.exec(input.text);
  if (shorter !== null) {
    return rule(outputTrigger(shorter[2] ?? ""), `${shorter[1] ?? ""} ${shorter[2] ?? ""}`);
  }
  const match = COULD_BE.exec(input.text);
  return match === null
    ? null
    : rule(outputTrigger(match[1] ?? ""), `make ${match[1] ?? ""} ${match[2] ?? ""}`);
}
