/**
 * What an output has or needs: `our tickets carry a due date`, `alt text should say what it does`, `the postcode goes above the city`.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { baseForm } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import type { Sentence } from "../../types.ts";
import { trimTrail } from "../heads/leads.ts";
import { outputTrigger } from "../output_trigger.ts";
import { requestTrigger } from "../topic.ts";
import {
  asWritten,
  capital,
  clauseEnd,
  correctionOf,
  type Draft,
  type Input,
  LEAD,
  objection,
  POINTS,
  type Reader,
} from "./form.ts";
import { isReaction, wasAskedFor, wasOrdered } from "./reaction.ts";

const SORTED = new RegExp(
  `${LEAD}the ((?:[a-z-]+ ){0,2}?[a-z-]+) (?:always |only )?(goes|comes|is|starts|ends|opens|gets|has|(?:has to|must|should|needs to|ought to|is to) (?:always )?(?:follow|start|begin|end|open|fit|be|use|go|stay|come|read|look|sound)) (?:always |only )?((?:(?:sorted|ordered|grouped|kept|written|sent|signed|listed|split|dated|numbered) )?(?:by|in|with|without|from|to|as|under|first|per|on|the|our|at most|no longer than|like) .{3,80})$`,
);

const PLACED_ON = new RegExp(
  `${LEAD}(?:the|our) ((?:[a-z-]+ ){0,2}?[a-z-]+) (?:always |only )?(goes|belongs|comes|sits|stands|is) ((?:above|below|under|behind|before|after|next to|on top of|in front of|on|in|at) (?:[\\w-]+ ){1,4}(?:on|in|for) (?:our|all|all our|every|each) ((?:[a-z-]+ ){0,2}[a-z-]+))(?: ?, not .+)?$`,
);

/** `The postcode goes above the city on our labels, not below`. */
export function placedOn(input: Input): Draft {
  const match = isReaction(input) ? PLACED_ON.exec(input.text) : null;
  const last = (match?.[4] ?? "").split(" ").at(-1) ?? "";
  if (match === null || !(OUTPUTS.has(last) || wasAskedFor(input, [last]))) return null;
  const from = input.folds.findIndex((word) => word === "the" || word === "our");
  const text = textOf(input.sentence, from, trimTrail(input.sentence, from, input.folds.length), {
    person: "rule",
  });
  return correctionOf(input, `make sure ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
}

/** `Sorted by first name again?! The choir list goes by voice`: how the output asked for has to be. */
export function outputGoes(input: Input): Draft {
  const match = isReaction(input) ? SORTED.exec(input.text) : null;
  const bound = /^(?:has to|must|should|needs to|ought to|is to)\b/.test(match?.[2] ?? "");
  const noun = match?.[1] ?? "";
  const last = noun.split(" ").at(-1) ?? "";
  if (
    match === null || !bound && input.pushbacks.length === 0 || POINTS.test(noun) ||
    !OUTPUTS.has(last) || !wasAskedFor(input, [last]) ||
    /\b(?:today|tomorrow|this|that|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\d/
      .test(match[3] ?? "") ||
    match[2] === "is" &&
      /^(?:in|with|from|to|under|by|first) (?:the|my|a|an)\b/.test(match[3] ?? "")
  ) return null;
  const from = input.folds.lastIndexOf("the", input.folds.indexOf(last));
  const text = textOf(input.sentence, from, trimTrail(input.sentence, from, input.folds.length), {
    person: "rule",
  });
  return correctionOf(input, `make sure ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
}

const OURS =
  /^(?:(?:no|but|sorry|hey|ugh|and|well)(?: ?, ?| )?)*(?:all |all of )?(our|my) ((?:[a-z-]+ ){0,2}?[a-z-]+[^s\W]s) (always |never |all |do not )?(are|have|carry|start|begin|end|come|go|use|get|show|list|include|mention|contain|read|follow|open|close|name|need) (.{3,80})$/;

/** `Our ads don't have emojis`, `our tickets always carry a due date`: said of what was just made. */
export function oursHave(input: Input): Draft {
  const match = isReaction(input) ? OURS.exec(input.text) : null;
  const noun = match?.[2] ?? "";
  if (
    match === null || POINTS.test(noun) || !wasAskedFor(input, [noun.split(" ").at(-1) ?? ""])
  ) return null;
  const verb = match[4] ?? "";
  const rest = match[5] ?? "";
  if (verb === "are" && !/\bonly\b|^(?:not|never|always|all) /.test(rest)) return null;
  const from = input.folds.indexOf(verb) + 1;
  const end = trimTrail(input.sentence, from, clauseEnd(input.folds, from));
  const body = textOf(input.sentence, from, end, { person: "rule" });
  if (body === "" || /\d/.test(rest) || /^(?:to|it|that|this|them)\b/.test(body)) return null;
  const negative = /^(?:never|do not) $/.test(match[3] ?? "");
  return correctionOf(
    input,
    `make sure the user's ${noun} ${negative ? "do not " : ""}${verb} ${body}`,
  );
}

const MODAL = new RegExp(
  `${LEAD}((?:[a-z-]+ ){0,2}[a-z-]+) (should|must|has to|have to|needs? to|ought to) (?:always |only )?(not )?([a-z]+) (.{4,100})$`,
);

/** `Alt text should describe what the picture does, not what it looks like`. */
export function massShould(input: Input): Draft {
  const match = isReaction(input) ? MODAL.exec(input.text) : null;
  const subject = (match?.[1] ?? "").split(" ");
  const rest = match?.[5] ?? "";
  const verb = match?.[4] ?? "";
  if (
    match === null || POINTS.test(match[1] ?? "") ||
    subject.some((word) =>
      /^(?:the|a|an|my|our|and|or|but|if|when|so|everyone|everybody|someone|people|nothing|anything|something|guess|maybe|perhaps)$/
        .test(word)
    ) || /[^s]s$/.test(subject.at(-1) ?? "") || baseForm(verb) !== verb || /\d/.test(rest)
  ) return null;
  const at = input.folds.indexOf(subject[0] ?? "");
  if (input.sentence.tokens[at]?.capital === true && at > 0) return null;
  const contrast = /, not |\b(?:rather than|instead of)\b/.test(rest.replaceAll(" ,", ","));
  const asked = wasAskedFor(input, subject);
  const styled = [...subject, ...rest.split(" ")].some((word) => STYLE_WORDS.has(word));
  if (!asked || !(contrast || styled || input.pushbacks.length > 0)) return null;
  const from = input.folds.indexOf(verb, at + subject.length);
  const text = textOf(
    input.sentence,
    from,
    trimTrail(input.sentence, from, input.folds.length),
    { person: "rule" },
  );
  return correctionOf(
    input,
    `${match[3] === undefined ? "" : "do not let "}${asWritten(input, subject.join(" "))} ${
      match[3] === undefined ? "has to " : ""
    }${text}`,
  );
}

/** `You forgot the order number. It has to be on every invoice.` */
export function belongsOn(input: Input): ReturnType<Reader> {
  const place =
    /^(?:and |but )?(?:it|they|that|those) (?:always )?(?:has|have|needs?|must|should|ought|belongs?|goe?s?)(?: to)?(?: always)?(?: be| go| appear| stand)? ((?:(?:at|in|on|under|above|below) (?:the )?(?!every|each|all)[\w-]+(?: [\w-]+)? , )?(?:on|in|at|above|under|below|into|beside|next to|at the (?:top|bottom|end|start|foot|head) of|(?:on|in) the (?:first|last) (?:line|page) of) (?:every|each|all) .{3,60})$/
      .exec(input.text.replace(/ ,? (?:otherwise|because|since|or|so|else) .*$/, ""))?.[1];
  if (place === undefined) return null;
  const before = input.read.sentences[input.read.sentences.indexOf(input.sentence) - 1];
  const noun = before === undefined ? "" : missedIn(before, wasOrdered(input));
  if (noun === "" || /\b(?:it|this|that)\b/.test(noun)) return null;
  const kind =
    /\b(?:every|each|all) ((?:[\w-]+ )?[\w-]+)(?: (?:you|we|i|of|from|for|to|in) .*)?$/.exec(place)
      ?.[1] ?? "";
  return {
    detector: "D4",
    trigger: OUTPUTS.has(kind.split(" ").at(-1) ?? "")
      ? outputTrigger(kind)
      : requestTrigger(input.context.window, input.read.index) || outputTrigger(kind),
    content: capital(`put ${noun} ${asWritten(input, place)}`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
  };
}

/** What is missed: `you forgot the number`, `where are the allergens?`, `no number under the last one!` */
const MISSED: readonly RegExp[] = [
  /^(?:(?:and|but|so|hey|ok|wait)(?: ?, ?| )?)*where (?:is|are|did|has|have) ((?:the|my|our) (?:[\w-]+ ){0,2}?[\w-]+?)(?: go| gone| again| then)?$/,
  /^(?:(?:and|but|so|again|hey|ugh|still)(?: ?, ?| )?)*no ((?:[\w-]+ ){0,2}?[\w-]+) (?:(?:under|in|on|at|with|for) (?:the|this|that|your|my) (?:last|latest|previous|new|first)? ?[\w-]+|again|this time|anywhere|once more)$/,
  /^(?:(?:and|but|so|again|hey|ugh|still)(?: ?, ?| )?)*((?:the|my|our) (?:[\w-]+ ){0,2}?[\w-]+) (?:is|are) (?:missing|gone|not there|lacking)(?: again)?$/,
  /^(?:(?:and|but|so|again|hey|ugh)(?: ?, ?| )?)*(?:i|we) (?:do not|can not) (?:see|find) (?:any|the|a) ((?:[\w-]+ ){0,2}?[\w-]+)(?: anywhere| again)?$/,
];

function missedIn(before: Sentence, isOrdered: boolean): string {
  const { folds } = before;
  const at = folds.findIndex((word, step) =>
    word === "you" &&
    /^(?:forgot|missed|omitted|skipped|left out|did not (?:add|include|mention|give|put))\b/
      .test(folds.slice(step + 1).join(" "))
  );
  if (at >= 0) {
    const start = at + 2 + (folds[at + 1] === "left" ? 1 : folds[at + 1] === "did" ? 2 : 0);
    return textOf(before, start, trimTrail(before, start, folds.length), { person: "rule" });
  }
  const noun = isOrdered
    ? MISSED.map((form) => form.exec(before.said)?.[1]).find((text) => text !== undefined)
    : undefined;
  return noun === undefined
    ? ""
    : noun.replace(/^(?:my|our) /, "the user's ").replace(/^(?!the )/, "the ");
}

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
