/**
 * Whether an instruction is about how things are done, or only about the task at hand (S-950).
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS, TOOLS } from "../lexicon/things.ts";
import { wordSet } from "../lexicon/words.ts";
import { isTimeWord } from "../rules/shapes.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import type { Instruction } from "./instruction.ts";

const POINTERS = wordSet(
  "it this that these those him her them there here one ones same another so",
);
const SOURCE_VERBS = wordSet(
  "use stick query check call consult ask look read search verify test confirm follow respect match prefer wait compare mention",
);
const PASSED = wordSet(
  "me us only just in out up off on down over at with to for please not always never ever again also simply",
);
const DROPPING = wordSet("leave skip drop cut omit lose spare remove stop avoid");

/** Whether the object of an instruction is generic. */
export function isGeneric(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  if (head.form === "norm") return true;
  let at = body.from;
  while (at < body.to && PASSED.has(sentence.tokens[at]?.fold ?? "")) at++;
  const token = sentence.tokens[at];
  if (token === undefined || at >= body.to) {
    return head.negative &&
      !/^(?:do|go|be|cancel|book|send|start|leave|touch|change)$/.test(head.verb);
  }
  const next = sentence.tokens[at + 1];
  if (token.fold === "so" && /^(?:many|much)$/.test(next?.fold ?? "")) return true;
  if (POINTERS.has(token.fold)) return false;
  if (token.kind === "number") return isLimit(instruction) || OUTPUTS.has(next?.fold ?? "");
  if (
    isTimeWord(token) || /^(?:today|tomorrow|tonight|now|next|last|first|second)$/.test(token.fold)
  ) return false;
  if (
    /^(?:a|an|any|every|each|all|no|some|more|fewer|less|only|both|two|three|anything|everything)$/
      .test(token.fold)
  ) {
    return next?.fold !== "bit" &&
      !(/^(?:a|an)$/.test(token.fold) && isOneOffVerb(head.verb) && !head.negative);
  }
  if (/^(?:the|my|your|our|his|their)$/.test(token.fold)) {
    return isPluralDefinite(instruction, at + 1) ||
      SOURCE_VERBS.has(head.verb) && next?.fold !== "other";
  }
  if (token.kind === "mask") return true;
  if (
    token.capital && at > 0 && !sentence.shouting && !TOOLS.has(token.fold) &&
    !STYLE_WORDS.has(token.fold)
  ) return SOURCE_VERBS.has(head.verb);
  return true;
}

/** Verbs whose `a …` is the order of the moment (`book a table`). */
function isOneOffVerb(verb: string): boolean {
  return /^(?:book|order|buy|find|make|create|set|schedule|send|get|cancel|call|write|draft|give|show|tell|open|start|play|try|pick|choose|add|suggest|recommend)$/
    .test(verb);
}

function isPluralDefinite(instruction: Instruction, from: number): boolean {
  const { sentence, body, head } = instruction;
  for (let at = from; at < Math.min(body.to, from + 4); at++) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind !== "word") return false;
    if (STYLE_WORDS.has(token.fold) || UNIT_WORDS.has(token.fold)) {
      return !/^(?:move|delete|turn|push|pull|carry)$/.test(head.verb);
    }
    if (/[^s]s$/.test(token.fold) && token.fold.length > 3) {
      return DROPPING.has(head.verb) || head.negative ||
        OUTPUTS.has(token.fold) && head.verb !== "move" && head.verb !== "delete";
    }
    if (/^(?:of|for|from|in|on|to|and)$/.test(token.fold)) return false;
  }
  return DROPPING.has(head.verb) && !/^(?:stop|remove|leave)$/.test(head.verb) &&
    !/^(?:first|second|third|last|next|one|other)$/.test(sentence.tokens[from]?.fold ?? "");
}

/** A limit of length or number, as a rule of style. */
export function isLimit(instruction: Instruction): boolean {
  const text = instruction.sentence.tokens.slice(instruction.head.at, instruction.body.to).map((
    token,
  ) => token.fold).join(" ");
  return /\b(?:under|below|at most|max|maximum|no more than|up to|within|less than|fewer than|at least|tops|or less|or fewer)\b/
    .test(text) &&
    /\b(?:words?|lines?|sentences?|paragraphs?|characters?|pages?|bullets?|points?|items?|options?|minutes?|slides?|steps?)\b/
      .test(text);
}

/** Whether a word, or its singular, is in a set. */
function inEither(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || words.has(word.replace(/s$/, ""));
}

/** Style, format, unit or output words in the instruction. */
export function isStyle(instruction: Instruction): boolean {
  const { sentence, body } = instruction;
  return sentence.tokens.slice(body.from, body.to).some((token) =>
    inEither(STYLE_WORDS, token.fold) || UNIT_WORDS.has(token.fold)
  ) || isLimit(instruction);
}

/** Something that an assistant produces. */
export function namesOutput(instruction: Instruction): boolean {
  const { sentence, body, head } = instruction;
  return sentence.tokens.slice(head.form === "norm" ? head.at : body.from, body.to).some((token) =>
    OUTPUTS.has(token.fold)
  );
}

/** Plural outputs, answers above all: a complaint or wish about them is standing. */
export function namesPluralOutput(instruction: Instruction): boolean {
  const { sentence, body, head } = instruction;
  return sentence.tokens.slice(head.form === "norm" ? head.at : body.from, body.to).some((token) =>
    inEither(OUTPUTS, token.fold) && /[^s]s$/.test(token.fold)
  );
}
