/**
 * The condition of an instruction as a situation: `When …`, `Before …`, `Unless …`.
 *
 * @module
 */

import { fold } from "./heads/head.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import { baseForm, gerund } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { textOf } from "../rules/values.ts";
import type { Sentence } from "../types.ts";
import { trimTrail } from "./heads/leads.ts";
import type { Instruction, Range } from "./instruction.ts";
import { madeTrigger } from "./made_by_you.ts";
import { onlyWhen } from "./only_when.ts";
import { outputTrigger } from "./output_trigger.ts";

/** Prepositions that open a situation in front of an order. */
export const FRONT_PREPOSITIONS = wordSet(
  "in for on with at during under inside outside throughout",
);

/** Words that open a condition. */
export const CONDITION_OPENERS = wordSet(
  "when whenever if before after once while during anytime until till unless should",
);

const MAX_TRIGGER = 120;

/** The condition as `When …`, `Before …` or `After …`. */
export function conditionTrigger(instruction: Instruction): string {
  const { condition, sentence } = instruction;
  if (condition === null || onlyWhen(instruction) !== "") return "";
  const words = sentence.tokens.slice(condition.from, condition.to).map((token) => token.fold);
  if (condition.opener === "unless" && words.at(-1) === "otherwise") return "";
  if (
    condition.opener === "unless" &&
    /^(?:i|we) (?:say|tell you|said)(?: so)?$/.test(words.join(" "))
  ) {
    return "Unless the user says so";
  }
  return triggerText(sentence, condition, condition.opener);
}

/** Writes a token range as a trigger. */
export function triggerText(sentence: Sentence, range: Range, opener: string): string {
  const word = opener === "before"
    ? "Before"
    : opener === "after" || opener === "once"
    ? "After"
    : opener === "unless"
    ? "Unless"
    : opener === "while" || opener === "during"
    ? "While"
    : "When";
  const end = trimTrail(sentence, range.from, range.to);
  let at = range.from;
  while (at < end && /^(?:ever|always|,|so|then)$/.test(fold(sentence, at))) at++;
  const first = fold(sentence, at);
  let text: string;
  const made = FRONT_PREPOSITIONS.has(opener) ? madeTrigger(sentence, at, end) : "";
  if (made !== "") return clip(made);
  if (first === "you" && end > at + 1) text = youGerund(sentence, at + 1, end);
  else if (FRONT_PREPOSITIONS.has(opener) && !CONDITION_OPENERS.has(opener)) {
    return prepositionTrigger(sentence, at, end, opener);
  } else text = textOf(sentence, at, end, { person: "rule" });
  text = text.replace(
    /^(the user|anyone|anybody|someone|somebody|customers|guests) ever (?=\w)/i,
    "$1 ",
  );
  if (opener === "whatever") return clip(text.charAt(0).toUpperCase() + text.slice(1));
  if (opener === "until" || opener === "till") return clip(`Until ${text}`);
  if (word === "Unless") return clip(`Unless ${text}`);
  if (opener === "should") return clip(`When ${text.replace(/ be /, " is ")}`);
  if (opener === "during") return clip(`During ${text}`);
  return clip(`${word} ${lowerFirst(text, sentence.tokens[at]?.capital === true && at > 0)}`);
}

/** `in all future summaries` → `When writing summaries`. */
function prepositionTrigger(sentence: Sentence, at: number, end: number, opener: string): string {
  let from = at;
  while (from < end && /^(?:all|any|every|each|future|my|the|our)$/.test(fold(sentence, from))) {
    // `for my mum's recipes`: whose mum it is.
    if (/^(?:my|our)$/.test(fold(sentence, from)) && isOwnersNoun(sentence, from + 1)) break;
    from++;
  }
  let to = end;
  if (
    to - from > 2 && fold(sentence, to - 2) === "you" &&
    baseForm(fold(sentence, to - 1)) !== undefined
  ) to -= 2;
  const text = textOf(sentence, from < to ? from : at, to, { person: "rule" }).replace(
    /,? (?:this time|now)(?: and .*)?$|, and (?:the user|i|we) .*$/i,
    "",
  )
    // `For drug doses Wikipedia isn't good enough`: what is told of it.
    .replace(/ (?:the |our )?[A-Z]\S* (?:is|are|was|were|does|has|can) .*$/, "");
  if (/^(?:everything|anything)\b/i.test(text)) return clip(`When it comes to ${text}`);
  if (!/^(?:with|for|in)$/.test(opener)) {
    return clip(`When ${opener} ${textOf(sentence, at, end, { person: "rule" })}`);
  }
  return clip(
    OUTPUTS.has(fold(sentence, to - 1)) ? outputTrigger(text) : `When it comes to ${text}`,
  );
}

/** `mum's` in front of what is theirs. */
function isOwnersNoun(sentence: Sentence, at: number): boolean {
  return /'s$/.test(sentence.tokens[at]?.text ?? "") || sentence.tokens[at + 1]?.text === "'s";
}

function youGerund(sentence: Sentence, from: number, end: number): string {
  let at = from;
  while (
    at < end &&
    /^(?:ever|always|also|next|want|need|have|are|going|about|to|do|again|can|will|must|should|just)$/
      .test(fold(sentence, at)) &&
    at < end - 1
  ) {
    if (
      /^(?:want|need|have|are)$/.test(fold(sentence, at)) &&
      !/^(?:to|going|about)$/.test(fold(sentence, at + 1))
    ) break;
    at++;
  }
  if (/^(?:can|could)$/.test(fold(sentence, from)) && fold(sentence, from + 1) === "not") {
    return `the assistant cannot ${textOf(sentence, from + 2, end, { person: "rule" })}`;
  }
  if (fold(sentence, at) === "are") {
    return fold(sentence, at + 1).endsWith("ing")
      ? textOf(sentence, at + 1, end, { person: "rule" })
      : `the assistant is ${textOf(sentence, at + 1, end, { person: "rule" })}`;
  }
  if (fold(sentence, from) === "do" && fold(sentence, from + 1) === "not") {
    return `the assistant does not ${textOf(sentence, from + 2, end, { person: "rule" })}`;
  }
  // `whenever you do meal plans`: `do` is the deed itself.
  const bare = fold(sentence, at);
  if (
    fold(sentence, at - 1) === "do" && at - 1 >= from && at + 1 < end &&
    OUTPUTS.has(fold(sentence, end - 1)) && end - at <= 3 &&
    (baseForm(bare) === undefined || OUTPUTS.has(fold(sentence, at + 1)))
  ) {
    return outputTrigger(textOf(sentence, at, end, { person: "rule" })).replace(/^When /, "");
  }
  if (fold(sentence, at) === "not") return `not ${youGerund(sentence, at + 1, end)}`;
  const verb = baseForm(fold(sentence, at));
  const rest = textOf(sentence, at + 1, end, { person: "rule" });
  if (verb === undefined) {
    const word = fold(sentence, at);
    return /(?:ed|s|ing)$/.test(word) || word.length < 3
      ? `the assistant ${textOf(sentence, at, end, { person: "rule" })}`
      : `${gerund(word)} ${rest}`.trim();
  }
  return `${gerund(verb)} ${rest.replace(/ for the user$/, "")}`.trim();
}

function lowerFirst(text: string, keep: boolean): string {
  return keep || /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function clip(text: string): string {
  const tidy = text.replace(/,? no (?:more|less)$/, "")
    // `when its about money`: the apostrophe is missing.
    .replace(/^(When|If) its (?=(?:about|for|a|an|the|not|too|only|just|\w+ing)\b)/, "$1 it is ")
    .replace(/\s+/g, " ").replace(
      /\s+([,;:])/g,
      "$1",
    ).replace(/[\s,;:.]+$/, "")
    // `if I ask for code just give it to me`: the adverb belongs to the order.
    .replace(/(?<=\w\w) (?:just|simply|then|please|always|never|only)$/, "")
    // `whenever I say "attached."`: the closing mark stands behind the full stop.
    .replace(/^([^"]*"[^"]*)$/, '$1"').replace(/^([^\u201c]*\u201c[^\u201d]*)$/, "$1\u201d");
  return tidy.length <= MAX_TRIGGER ? tidy : tidy.slice(0, MAX_TRIGGER).replace(/\s+\S*$/, "");
}
