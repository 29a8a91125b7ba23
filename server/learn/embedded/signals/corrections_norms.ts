/**
 * Corrections that name the way of the house: where things are kept, what is off limits,
 * what all of ours have, and what a text should do.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { textOf } from "../rules/values.ts";
import { capital, clauseEnd, type Input, objection, type Reader } from "./complaint_input.ts";
import { isReaction, wasOrdered } from "./corrections.ts";
import { trimTrail } from "./leads.ts";
import { EVERY_ANSWER, requestTrigger } from "./topic.ts";

type Draft = ReturnType<Reader>;

const LEAD = "^(?:(?:no|but|sorry|hey|ugh|and|well|please|wrong|hm) ?[,!.]? ?)*";
const POINTS =
  /\b(?:i|we|you|he|she|it|they|this|that|these|those|there|here|who|what|which|one|ones|his|her|their|your)\b/;

function draft(input: Input, content: string): Draft {
  return {
    detector: "D4",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(content),
    rationale: objection(input.pushbacks, input.sentence),
    base: 80,
    adjust: [],
  };
}

/** The user's own spelling of folded words that stand next to each other. */
function asWritten(input: Input, phrase: string): string {
  const wanted = phrase.trim().split(" ");
  const at = input.folds.findIndex((_, index) =>
    wanted.every((word, step) => input.folds[index + step] === word)
  );
  if (at < 0) return phrase;
  const text = textOf(input.sentence, at, at + wanted.length, { person: "rule" });
  return at === 0 && !/^[A-Z]{2}/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function sameWord(one: string, other: string): boolean {
  const stem = (word: string) => word.replace(/(?:es|s|ing|ed|e)$/, "");
  return one.length > 2 && stem(one).length > 1 && stem(one) === stem(other);
}

/** What is to be translated or corrected is hidden from the readers, but was asked for all the same. */
const TEXT_TASK =
  /^\s*(?:please |can you |could you )*(?:translate|proofread|correct|check|rewrite|shorten|summari[sz]e)\b/i;

/** Whether the request before the answer names one of the words. */
function wasAskedFor(input: Input, words: readonly string[]): boolean {
  const request = input.context.window[input.read.index - 2];
  if (request === undefined) return false;
  return request.sentences.some((sentence) =>
    sentence.tokens.some((token) => words.some((word) => sameWord(word, token.fold)))
  ) || TEXT_TASK.test(request.text) &&
      words.some((word) =>
        word.length > 4 && request.text.toLowerCase().includes(word.replace(/s$/, ""))
      );
}

const KEPT = new RegExp(
  `${LEAD}((?:(?:my|our|the) )?(?:[a-z-]+ ){0,2}(?:[a-z-]+[^s\\W]s|data|stock|information|history|documentation|rota|roster|schedule|list|calendar|price list|glossary|plan|log|archive|register|policy)) ` +
    "(?:is|are|lives?|sits?) (?:all |only |kept |stored |always )*((?:in|on|under) (?:the |our |my )?(?:[\\w.-]+ ){0,2}?[\\w.-]+)" +
    "( ?,? (?:and )?not (?:in|on|under) .+)?( ?,? (?:so |please )*(?:look|check|search|ask|read|go) (?:there|it|that)(?: first| instead| please)*)?$",
);

/** `You looked in the work calendar.` right in front. */
function lookedElsewhere(input: Input): boolean {
  const before = input.read.sentences[input.read.sentences.indexOf(input.sentence) - 1];
  return before !== undefined &&
    /^you (?:just |only )?(?:looked|searched|checked|read|used|took|queried|asked|opened|went)\b/
      .test(
        before.tokens.map((token) => token.fold).join(" "),
      );
}

/** After a tool call: `private appointments are in the family calendar`, `my notes are in Obsidian, not on the web`. */
export function keptThere(input: Input): Draft {
  const before = input.context.window[input.read.index - 1];
  if (!isReaction(input) || (before?.turn.toolsUsed.length ?? 0) === 0) return null;
  const match = KEPT.exec(input.text);
  const what = match?.[1] ?? "";
  const place = match?.[2] ?? "";
  if (
    match === null ||
    input.pushbacks.length === 0 && (match[3] ?? match[4]) === undefined &&
      !lookedElsewhere(input) ||
    POINTS.test(what) || POINTS.test(place) || /\d/.test(place) || /^(?:a|an) /.test(what) ||
    what.startsWith("the ") && match[4] === undefined ||
    !/ (?:the|our|my) \w/.test(place) && match[3] === undefined ||
    /\b(?:danger|trouble|use|stock|order|sale|time|fire|hand|bed|school|way|kitchen|fridge|car|mood)$/
      .test(place)
  ) return null;
  return draft(
    input,
    `look for ${asWritten(input, what)} ${asWritten(input, place)}${
      match[3] === undefined
        ? ""
        : asWritten(input, match[3].replace(/^ ?, /, "")).replace(/^/, ", ")
    }`,
  );
}

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
  return draft(input, `make sure ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
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
  return draft(input, `make sure ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
}

const OFF_LIMITS = new RegExp(
  `${LEAD}([\\w./' -]{2,50}?) (?:is|are) (?:strictly |completely |absolutely |totally )?` +
    "(?:off limits|off-limits|taboo|a no-go|no-gos|not an option|not ok|not okay|out of bounds|out of the question|forbidden|banned|not allowed)" +
    "((?: (?:in|on|for|with|at|to|here) ?[\\w -]{0,40})?)$",
);

/** `rm -rf is off limits`, `force pushes are forbidden on shared branches`. */
export function offLimits(input: Input): Draft {
  const match = isReaction(input) && wasOrdered(input) ? OFF_LIMITS.exec(input.text) : null;
  const what = match?.[1] ?? "";
  if (
    match === null || POINTS.test(what) || /^(?:the|a|an|my|smoking|parking)\b/.test(what) ||
    /\b(?:in|at) (?:my|our|his|her|their|the|this) (?:country|town|city|park|school|building|office)\b/
      .test(
        match[2] ?? "",
      )
  ) return null;
  const place = (match[2] ?? "").replace(/ here$/, "").trim();
  return draft(
    input,
    `do not use ${asWritten(input, what)} ${place === "" ? "" : asWritten(input, place)}`,
  );
}

const OURS =
  /^(?:(?:no|but|sorry|hey|ugh|and|well) ?,? ?)*(?:all |all of )?(our|my) ((?:[a-z-]+ ){0,2}?[a-z-]+[^s\W]s) (always |never |all |do not )?(are|have|carry|start|begin|end|come|go|use|get|show|list|include|mention|contain|read|follow|open|close|name|need) (.{3,80})$/;

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
  return draft(
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
  return draft(
    input,
    `${match[3] === undefined ? "" : "do not let "}${asWritten(input, subject.join(" "))} ${
      match[3] === undefined ? "has to " : ""
    }${text}`,
  );
}
