/**
 * Situations: what an instruction or a request is about, as a trigger.
 *
 * @module
 */

import type { ReadTurn, Sentence } from "../types.ts";
import { strongCue } from "../analysis/scope.ts";
import { FUNCTION_WORDS, OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { LANGUAGES } from "../lexicon/people.ts";
import { baseForm, gerund, thirdPerson } from "../lexicon/verbs.ts";
import { NUMBER_WORDS } from "../rules/classes.ts";
import { textOf } from "../rules/values.ts";
import { askedTrigger, indirectTrigger, ledBy, orderEnd, VAGUE_DEED } from "./asked_trigger.ts";
import { headAt } from "./heads/imperative.ts";
import { conditionTrigger } from "./condition_trigger.ts";
import { type Instruction, instructionIn } from "./instruction.ts";
import { skipLeads } from "./heads/leads.ts";
import { outputTrigger } from "./output_trigger.ts";
import { placeIn } from "./place_trigger.ts";
import { generalNoun } from "./plain_noun.ts";
import { isSituation } from "./sound_situation.ts";

/** `When answering` in the form used for rules that hold everywhere. */
export const EVERY_ANSWER = "In every answer";

const SOURCED = /^(?:look|check|read|open|consult|search|query|see|study)$/;

/** Trigger of an instruction without a condition. */
export function topicTrigger(instruction: Instruction): string {
  const { sentence, head, body } = instruction;
  if (
    head.negative && /^(?:tell|say|add|write|repeat)$/.test(head.verb) &&
    /^(?:(?:me|us) )?(?:that|it|you|how|what|i) /.test(
      `${sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ")} `,
    )
  ) return EVERY_ANSWER;
  // `Open the price list first`: what is looked into is not what is made.
  if (
    SOURCED.test(head.verb) && !head.negative &&
    /^(?:first|beforehand)$/.test(
      sentence.tokens.slice(body.from, body.to).findLast(({ kind }) => kind === "word")?.fold ?? "",
    )
  ) return EVERY_ANSWER;
  const from = head.form === "norm" ? head.at : body.from;
  const noun = wholeAt(sentence, from, body.to) ??
    (head.form === "norm" ? outputIn(sentence, head.at, head.body) : null) ??
    (FRAMES.test(head.verb) ? outputIn(sentence, from, partAt(sentence, from, body.to)) : null) ??
    outputIn(sentence, from, contrastAt(sentence, from, body.to));
  // `use the court calendar`: what is gone by, and not what is made.
  const isUsed = noun !== null && noun.from - body.from <= 2 &&
    /^(?:use|consult|check|trust|query|ask|search)$/.test(head.verb) && !head.negative &&
    /^(?:the|our|my)$/.test(sentence.tokens[body.from]?.fold ?? "") &&
    !/[^s]s$/.test(sentence.tokens[noun.at]?.fold ?? "");
  const made = noun === null || isUsed ? "" : nounTrigger(sentence, noun.from, noun.at);
  // `Never delete my drafts`: what is there already.
  const isThere = HANDLES.test(head.verb) && made.startsWith("When writing ") &&
    (noun?.from ?? 0) - body.from <= 2;
  if (made !== "" && !isThere) return made;
  const styled = sentence.tokens.slice(from, body.to).some((token) =>
    STYLE_WORDS.has(token.fold) && !token.fold.endsWith("ly") && token.fold !== "direct"
  );
  if (
    sentence.tokens.slice(body.from, body.to).some((token) => LANGUAGES.has(token.fold)) &&
    /^(?:answer|reply|respond|write|talk|speak|go|switch|change|return|come)$/.test(head.verb)
  ) return EVERY_ANSWER;
  const place = placeIn(sentence, body.from, body.to, head.verb);
  if (place !== "") return place;
  if (styled || /^(?:answer|reply|respond|write|talk|speak|say|call|address)$/.test(head.verb)) {
    return "When answering";
  }
  if (head.form === "norm") {
    if (/^(?:nothing|nobody)$/.test(sentence.tokens[head.at]?.fold ?? "")) return EVERY_ANSWER;
    return `When it comes to ${
      textOf(sentence, head.at, Math.min(head.body, head.at + 5), { person: "rule" }).toLowerCase()
    }`;
  }
  if (/\b(?:first|last|given) names?\b/.test(sentence.said)) return "When answering";
  if (head.form === "imperative" || head.form === "modal") return verbTrigger(instruction);
  return EVERY_ANSWER;
}

/** What is done to something that was made before. */
const HANDLES = /^(?:touch|delete|remove|erase|archive|overwrite|rename|discard|share|publish)$/;

/** `put the date at the top of the log`: the whole that a part is put into; null when none is named. */
function wholeAt(
  sentence: Sentence,
  from: number,
  to: number,
): { from: number; at: number } | null {
  const { folds } = sentence;
  const of = folds.findIndex((word, at) =>
    at > from && at < to && word === "of" && folds[at - 2] === "the" &&
    /^(?:top|bottom|start|beginning|end|head|foot)$/.test(folds[at - 1] ?? "") &&
    /^(?:the|my|our|your)$/.test(folds[at + 1] ?? "")
  );
  return of < 0 ? null : outputIn(sentence, of + 2, Math.min(to, of + 5));
}

/** What one does to the beginning or the end of an output. */
const FRAMES = /^(?:start|begin|open|end|close|finish|preface|introduce)$/;

/** `end the mails with the list of open points`: where the part begins that the output gets. */
function partAt(sentence: Sentence, from: number, to: number): number {
  const at = sentence.folds.indexOf("with", from);
  return at < 0 || at > to ? from : at;
}

/** Where `by X, not by Y` names what is not wanted. */
export function contrastAt(sentence: Sentence, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const word = sentence.tokens[at]?.fold;
    const next = sentence.tokens[at + 1]?.fold;
    if (
      word === "instead" && next === "of" || word === "rather" && next === "than" ||
      word === "not" && sentence.tokens[at - 1]?.text === ","
    ) return at;
  }
  return to;
}

function isNumber(token: { readonly kind: string; readonly fold: string } | undefined): boolean {
  return token !== undefined &&
    (token.kind === "number" || NUMBER_WORDS.has(token.fold) ||
      /^(?:every|each|all|any|many|how)$/.test(token.fold));
}

/** In what an output comes; `the report in a table` is about the report. */
const FORM =
  /^(?:table|list|spreadsheet|chart|graph|pdf|file|document|mail|email|message|diagram|picture|image|slide|paragraph|sentence|line|attachment|link|form)$/;

/** The noun that names the output; one behind `in every`, `into` or `for` is preferred. */
function outputIn(
  sentence: Sentence,
  from: number,
  to: number,
): { from: number; at: number } | null {
  let first: { from: number; at: number } | null = null;
  for (let at = from; at < to; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind !== "word" || !OUTPUTS.has(token.fold)) continue;
    if (OUTPUTS.has(sentence.tokens[at + 1]?.fold ?? "") && at + 1 < to) continue;
    const earlier = sentence.tokens[at - 1];
    if (
      /^search(?:es)?$/.test(token.fold) &&
      /^(?:web|internet|google|online)$/.test(earlier?.fold ?? "")
    ) continue;
    if (
      /^(?:times?|minutes)$/.test(token.fold) &&
      (isNumber(earlier) || /^(?:next|same|last|first)$/.test(earlier?.fold ?? "") ||
        /^(?:on|in)$/.test(earlier?.fold ?? "") && token.fold === "time" ||
        earlier?.fold.endsWith("hour"))
    ) {
      continue;
    }
    // `use the official source`: what is gone by, and not what is made.
    if (
      /^sources?$/.test(token.fold) &&
      sentence.tokens.slice(Math.max(0, at - 5), at).some(({ fold }) =>
        /^(?:use|check|trust|ask|consult|read|take|from)$/.test(fold)
      )
    ) continue;
    // `put it in the family calendar`, `Write for ten-year-olds`: where it goes, and to whom.
    if (
      /^(?:calendar|diary)$/.test(token.fold) &&
        sentence.folds.slice(Math.max(0, at - 3), at).some((word) =>
          /^(?:in|into|on|to)$/.test(word)
        ) || token.fold.endsWith("-olds")
    ) continue;
    // `Round it to whole numbers`: what comes of it.
    if (
      /^(?:numbers?|figures?)$/.test(token.fold) &&
      /^(?:whole|round|full)$/.test(earlier?.fold ?? "")
    ) {
      continue;
    }
    // `Point out at least the missing tests`: what is looked for in the piece.
    if (/^point (?:out|to|at)\b/.test(sentence.folds.slice(Math.max(0, from - 1)).join(" "))) {
      continue;
    }
    // `Ask for the receipt`: what others have to show.
    if (
      /\bask (?:\S+ )?for (?:the|a|an|their) $/.test(
        `${sentence.folds.slice(Math.max(0, at - 4), at).join(" ")} `,
      )
    ) continue;
    // `use first names`: how somebody is addressed.
    if (/^names?$/.test(token.fold) && /^(?:first|last|full|given)$/.test(earlier?.fold ?? "")) {
      continue;
    }
    // `after every message`: when it is done, and not what is made.
    if (
      /^(?:messages?|turns?|questions?)$/.test(token.fold) &&
      /^(?:after|before) (?:every|each)(?: of)?(?: my)?$/.test(
        sentence.folds.slice(Math.max(0, at - 2), at).join(" "),
      )
    ) continue;
    // `never delete anything without a backup`: what has to be there.
    if (
      /^(?:a|an|the|my|our)$/.test(earlier?.fold ?? "") &&
      (sentence.folds[at - 2] === "without" ||
        sentence.folds[at - 3] === "without" && sentence.folds[at - 2]?.endsWith("ing"))
    ) {
      continue;
    }
    // `a question mark` is no question.
    if (
      /^(?:question|exclamation)$/.test(token.fold) && /^marks?$/.test(sentence.folds[at + 1] ?? "")
    ) continue;
    // `let Dana review it`: what somebody does.
    if (earlier?.capital === true && /^(?:let|have|make)$/.test(sentence.folds[at - 2] ?? "")) {
      continue;
    }
    if (
      /^(?:i|we)$/.test(earlier?.fold ?? "") ||
      first !== null && /^(?:units?|form|format|order|terms|style)$/.test(token.fold)
    ) continue;
    let start = at;
    while (start > from && at - start < 3 && isModifier(sentence, start - 1)) start--;
    const before = sentence.tokens[start - 1]?.fold ?? "";
    const two = sentence.tokens[start - 2]?.fold ?? "";
    const strong = /^(?:every|each|all|any)$/.test(before) ||
      /^(?:in|into|for|with|on|to)$/.test(before) || /^(?:in|into|for|with|on|to)$/.test(two) ||
      two === "of" && /^an?$/.test(before);
    const isForm = first !== null && /^(?:a|an|one)$/.test(before) && FORM.test(token.fold);
    if (strong && !isForm) return { from: start, at };
    first ??= { from: start, at };
  }
  return first;
}

function isModifier(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return token !== undefined && token.kind === "word" && !FUNCTION_WORDS.has(token.fold) &&
    !NUMBER_WORDS.has(token.fold) &&
    !/^(?:future|me|please|every|each|all|any|don't|use|add|give|put|in|into)$/.test(token.fold) &&
    (baseForm(token.fold) !== token.fold || OUTPUTS.has(token.fold));
}

/** Trigger of the noun phrase between two tokens. */
function nounTrigger(sentence: Sentence, from: number, at: number): string {
  const text = textOf(sentence, from, at + 1, { person: "rule" });
  return outputTrigger(
    sentence.tokens[from]?.capital === true && from === 0 ? text.toLowerCase() : text,
  );
}

/** The instruction's own verb: `Never push to main` → `When pushing to main`. */
function verbTrigger(instruction: Instruction): string {
  if (
    /^(?:tell|show|give|say|mention|ask|explain|treat|let|make|speak|do|be|have|get|put|keep|start|remember|point)$/
      .test(instruction.head.verb)
  ) return EVERY_ANSWER;
  const { sentence, head } = instruction;
  const body = { from: objectStart(instruction), to: instruction.body.to };
  let end = body.from;
  while (
    end < body.to && end - body.from < 5 && sentence.tokens[end]?.kind === "word" &&
    !/^(?:without|and|or|so|not|unless|before|when|but|if|instead|rather|like|by|with|that|which|who|i|we)$/
      .test(sentence.tokens[end]?.fold ?? "")
  ) end++;
  while (end > body.from && FUNCTION_WORDS.has(sentence.tokens[end - 1]?.fold ?? "")) end--;
  const object = textOf(sentence, body.from, end, { person: "rule" });
  // `flag whatever you changed`: no case of its own.
  return object === "" ||
      /^(?:whatever|(?:anything|everything|all)(?: that| which)? (?:you|the user)\b)/i.test(object)
    ? EVERY_ANSWER
    : `When ${gerund(head.verb)} ${object.replace(/^(?:all|every|each|any) /i, "")}`;
}

/** `send me at most five job ads`: the object without its receiver and its limit. */
function objectStart(instruction: Instruction): number {
  const { sentence, body } = instruction;
  let at = body.from;
  while (
    at < body.to - 1 &&
    (/^(?:me|us|at|most|least|no|more|than|up|to|only|just|under|a|maximum|of)$/.test(
          sentence.tokens[at]?.fold ?? "",
        ) && LIMITED.test(
          sentence.tokens.slice(body.from, at + 4).map((token) => token.fold).join(" "),
        ) || NUMBER_WORDS.has(sentence.tokens[at]?.fold ?? "") && at > body.from)
  ) at++;
  return at;
}

const LIMITED =
  /^(?:me |us )?(?:at most|at least|no more than|up to|only|just|under|a maximum of) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)/;

/** The newest request of the user before a turn, as a trigger; "" when there is none. */
export function requestTrigger(window: readonly ReadTurn[], before: number): string {
  for (let index = before - 1; index >= 0; index--) {
    const read = window[index];
    if (read === undefined || read.turn.speaker !== "user") continue;
    const said = read.sentences.filter((entry) => entry.lang === "en" && entry.tokens.length >= 2);
    // `Stop using bullets for the minutes. Our chair wants prose.`: the order, and not its reason.
    const sentence = said.findLast(isAsked) ?? said.findLast(asksAtEnd) ?? said.at(-1);
    if (sentence === undefined) return "";
    const text = ruleTopic(sentence) ??
      (isAsked(sentence) ? requestText(sentence) : textOfStatement(sentence));
    return isSituation(text) ? text : "";
  }
  return "";
}

/** `My daughter is seven, find me a cake recipe`: where the order behind a statement begins, -1 without one. */
function orderAt(sentence: Sentence): number {
  const clause = sentence.clauses.find(({ from }) =>
    from > 0 && instructionIn(sentence, from, sentence.tokens.length) !== null
  );
  return clause?.from ?? -1;
}

function asksAtEnd(sentence: Sentence): boolean {
  return orderAt(sentence) > 0;
}

/** What a turn without a question says: the order in it, else the situation, but never the user's own life. */
function textOfStatement(sentence: Sentence): string {
  const at = orderAt(sentence);
  // `Recipes in grams, never in cups`, `You don't have to apologise each time`: a rule, and no situation.
  if (
    at < 0 && /\b(?:always|never|(?:each|every) time|do not (?:have|need) to)\b/.test(sentence.said)
  ) {
    return "";
  }
  if (at < 0) {
    return /^(?:i|we|you|your|that|this|my|our|he|she|they|it|oh|well|so)$/.test(
        sentence.folds[0] ?? "",
      ) &&
        !/\b(?:need|want|would like|looking for)\b/.test(sentence.said)
      ? ""
      : requestText(sentence);
  }
  const folds = sentence.folds.slice(at);
  return requestText({
    ...sentence,
    tokens: sentence.tokens.slice(at),
    folds,
    said: folds.join(" "),
    clauses: sentence.clauses.filter(({ from }) => from >= at)
      .map((clause) => ({ ...clause, from: clause.from - at, to: clause.to - at })),
  });
}

/** A question or an order, and no statement. */
function isAsked(sentence: Sentence): boolean {
  return sentence.terminator === "?" ||
    instructionIn(sentence, 0, sentence.tokens.length) !== null;
}

/** The turn before may itself have been a rule: then its situation counts, and not its words. */
function ruleTopic(sentence: Sentence): string | null {
  const folds = sentence.folds;
  const rule = sentence.terminator === "?" ? null : instructionIn(sentence, 0, folds.length);
  if (
    rule === null ||
    !(rule.head.negative || rule.head.always || rule.condition !== null ||
      /\b(?:each|every|all)\b/.test(folds.slice(0, 5).join(" ")) || strongCue(folds, "en") !== "")
  ) return null;
  return rule.condition === null ? topicTrigger(rule) : conditionTrigger(rule);
}

/** `Is the bridge open?` asks about the bridge. */
const STATE_ASKED =
  /(?<=\w\w) (?:open|closed|running|ready|free|available|working|done|full|empty|late|down)$/;

/** One past `Chat 55:`, `Ticket #204 –`: the number of a case is no part of what is asked. */
function labelEnd(sentence: Sentence): number {
  const label =
    /^(?:chat|ticket|case|order|room|e-?mail|mail|message|call|claim|file|guest|customer|table|job|issue|query|request)(?: #| no\.?| number)? ?[\w-]*\d[\w-]* [:\u2013\u2014-] /
      .exec(`${sentence.said} `)?.[0];
  return label === undefined ? 0 : label.trim().split(" ").length;
}

/** A request without names, numbers and pointers. */
export function requestText(sentence: Sentence): string {
  const to = sentence.tokens.length;
  const start = skipLeads(sentence, labelEnd(sentence), to);
  const head = headAt(sentence, start, to);
  if (head !== null && head.form !== "want" && !head.negative && head.verb !== "") {
    const from = /^(?:me|us)$/.test(sentence.tokens[head.body]?.fold ?? "")
      ? head.body + 1
      : head.body;
    if (/^(?:tell|show|explain|say|check|see|find|know|remind)$/.test(head.verb)) {
      const told = indirectTrigger(
        sentence,
        sentence.tokens[from]?.fold === "out" ? from + 1 : from,
        to,
      );
      if (told !== null) return told;
    }
    const object = generalNoun(sentence, from, orderEnd(sentence, from, to), 7);
    if (object !== "" && object !== "everywhere") {
      return `When ${gerund(head.verb)} ${ledBy(sentence, from, object)}${object}`;
    }
    return VAGUE_DEED.test(head.verb) ? "" : `When ${gerund(head.verb)}`;
  }
  const first = sentence.tokens[start]?.fold ?? "";
  if (
    /^(?:what|which|who|how|where|when|why|is|are|does|do|did|can|could|should|will|would|has|have)$/
      .test(first) || sentence.terminator === "?"
  ) {
    const form = askedTrigger(sentence, start, to);
    if (form !== null) return form;
    const asked = generalNoun(sentence, start, to, 10).replace(
      /^(?:is|are)$/.test(first) ? STATE_ASKED : /^$/,
      "",
    );
    return asked === "" ? "" : `When asked about ${asked}`;
  }
  const wish =
    /^(?:i|we) (?:need|want|would like|am looking for|are looking for|require)(?: to)? (.+)$/.exec(
      sentence.tokens.slice(start).map((token) => token.fold).join(" "),
    );
  if (wish !== null) {
    const verb = /^(?:i|we) \S+(?: \S+)? to /.test(
      sentence.tokens.slice(start).map((token) => token.fold).join(" "),
    );
    const wanted = generalNoun(sentence, to - (wish[1] ?? "").split(" ").length, to, 9);
    return wanted === ""
      ? ""
      : verb
      ? `When the user wants to ${wanted}`
      : `When asked for ${wanted}`;
  }
  const shown = /^here (?:is|are|'s) (?:a|an|the|my|our)? ?/.exec(
    sentence.tokens.slice(start).map((token) => token.fold).join(" "),
  );
  if (shown !== null) {
    const noun = generalNoun(sentence, start + shown[0].trim().split(" ").length, to, 5);
    return noun === "" ? "" : outputTrigger(noun);
  }
  if (/^let me (?:see|have|hear)$/.test(sentence.folds.slice(start, start + 3).join(" "))) {
    const shown = generalNoun(sentence, start + 3, to, 6);
    if (shown !== "") return `When asked for ${shown}`;
  }
  if (first === "help") {
    const whom = generalNoun(sentence, start + 1, to, 7);
    if (whom !== "") return `When helping ${whom}`;
  }
  const said = situationText(sentence, start, to);
  const particle = /^(?:up|out|down|off|over)$/.test(sentence.tokens[start + 1]?.fold ?? "");
  const ordered = /^(?:the|a|an|my|our|all|every|this|these|those)$/.test(
    sentence.tokens[start + (particle ? 2 : 1)]?.fold ?? "",
  ) &&
    !FUNCTION_WORDS.has(first) && !/(?:s|ing|ed|ly)$/.test(first);
  if (ordered && said.split(" ").length >= 2) return `When asked to ${said}`;
  return said.split(" ").length >= 3 && !/^(?:no|not|never) /.test(said) ? `When ${said}` : "";
}

/** A statement as a situation: third person, no names, no bare numbers, no day. */
export function situationText(sentence: Sentence, from: number, to: number): string {
  const out: string[] = [];
  for (let at = from; at < to && out.length < 14; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind === "mask") break;
    const unit = sentence.tokens[at + 1]?.fold ?? "";
    if (token.kind === "number" && !/^(?:days?|weeks?|hours?|months?|years?)$/.test(unit)) continue;
    if (
      token.kind === "punct" || /^(?:today|tonight|yesterday|tomorrow|please|pls)$/.test(token.fold)
    ) {
      continue;
    }
    if (token.capital && at > from && !/^[A-Z]{2,}$/.test(token.text) && token.fold !== "i") {
      if (/^(?:in|to|from|for|at|with|by|of|on)$/.test(out.at(-1) ?? "")) out.pop();
      continue;
    }
    out.push(situationWord(sentence, at, from));
  }
  while (out.length > 0 && FUNCTION_WORDS.has(out.at(-1) ?? "")) out.pop();
  return out.join(" ").replace(/ {2,}/g, " ").trim();
}

/** Past forms that the verb list holds as they are. */
const PAST_ALIKE = /^(?:got|had|did|was|were|been|put|cut|set|lost|left)$/;

function situationWord(sentence: Sentence, at: number, from: number): string {
  const token = sentence.tokens[at];
  const before = sentence.tokens[at - 1]?.fold ?? "";
  const fold = token?.fold ?? "";
  if (fold === "my" || fold === "our") return "the user's";
  if (/^(?:i|we|me|us)$/.test(fold)) return "the user";
  if (at > from && (before === "i" || before === "we")) {
    if (fold === "am" || fold === "are") return "is";
    return baseForm(fold) === fold && !PAST_ALIKE.test(fold) ? thirdPerson(fold) : fold;
  }
  return fold === "'s" ? "" : fold;
}
