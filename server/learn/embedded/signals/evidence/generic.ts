/**
 * Whether an instruction is about how things are done, or only about the task at hand (S-950).
 *
 * @module
 */

import { FUNCTION_WORDS, OUTPUTS, STYLE_WORDS, TOOLS } from "../../lexicon/things.ts";
import { wordSet } from "../../lexicon/words.ts";
import { NUMBER_WORDS } from "../../rules/classes.ts";
import { isTimeWord } from "../../rules/shapes.ts";
import { UNIT_WORDS } from "../../rules/shapes_things.ts";
import type { Sentence } from "../../types.ts";
import type { Instruction, Range } from "../instruction.ts";

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
const LIMITED_TO =
  /^(?:keep|limit|hold|restrict|confine|cut) .*\bto (?:an?|one|two|three|four|five|six|ten|\d+) (?:single |short )?(?:words?|lines?|sentences?|paragraphs?|pages?|bullets?|points?|slides?|screens?)\b/;

export function isLimit(instruction: Instruction): boolean {
  const text = instruction.sentence.tokens.slice(instruction.head.at, instruction.body.to).map((
    token,
  ) => token.fold).join(" ");
  if (LIMITED_TO.test(text)) return true;
  return /\b(?:under|below|at most|max|maximum|no more than|up to|within|less than|fewer than|at least|tops|or less|or fewer)\b/
    .test(text) &&
    /\b(?:words?|lines?|sentences?|paragraphs?|characters?|pages?|bullets?|points?|items?|options?|minutes?|slides?|steps?)\b/
      .test(text);
}

/** Whether a word, or its singular, is in a set. */
function inEither(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || word.endsWith("s") && words.has(word.slice(0, -1));
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

/** Deeds that show how something is done; with others (`book`, `find`) a kind may be wanted once. */
const WAYS = wordSet(
  `use write give show put list explain describe quote name spell round sort group format label mark address answer tell ask
call check query read consult compare start begin open end close sign attach send keep leave skip drop include mention state express measure
convert add draw translate report say take test verify confirm save store file number date phrase word set highlight flag treat`,
);

/** Deeds that shape what is there; the others may make something new. */
const ARRANGING =
  /^(?:sort|group|mark|flag|spell|round|keep|leave|name|label|convert|number|quote|store|treat|highlight|hyphenate|capitali[sz]e|abbreviate|express|phrase)$/;

/** `Make the roster` … `sort rosters by shift`: from the one asked for to all of its kind. */
export function isKindOfRequest(instruction: Instruction, asked: readonly string[]): boolean {
  const { sentence, head, body } = instruction;
  if (head.form === "want" || head.form === "norm" || isPointing(instruction)) return false;
  for (let at = body.from; at < body.to; at++) {
    const token = sentence.tokens[at];
    const before = sentence.tokens[at - 1]?.fold ?? "";
    if (
      token === undefined || !/[^s]s$/.test(token.fold) || token.fold.length < 4 ||
      /^(?:the|these|those|this|that|two|three|four|five|some|more|other|last|next|first)$/.test(
        before,
      )
    ) continue;
    const one = token.fold.replace(/(ch|sh|x|ss)es$/, "$1").replace(/ies$/, "y").replace(/s$/, "");
    if (asked.includes(one) && !asked.includes(token.fold)) return true;
  }
  return false;
}

/** Whether the object is a bare plural: `give me step-free routes`. */
export function hasKindObject(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  return head.form === "imperative" && !isPointing(instruction) && WAYS.has(head.verb) &&
    barePlural(sentence, body.from, body.to) >= 0;
}

/** Small words in front of a noun that still leave it a kind. */
const OF_KIND = /^(?:all|any|every|each|our|my|your)$/;

const NO_KIND =
  /^(?:yes|this|us|is|was|has|does|always|perhaps|thanks|less|unless|news|lots|others|ones|things|days|weeks|months|years|minutes|hours|seconds|mins|times|kids|guests)$/;

/** Index of a plural without an article in a few tokens, -1 when another word comes first. */
function barePlural(sentence: Sentence, from: number, to: number): number {
  let at = from;
  while (at < to && /^(?:me|us|just|only)$/.test(sentence.tokens[at]?.fold ?? "")) at++;
  while (at < to && OF_KIND.test(sentence.tokens[at]?.fold ?? "")) at++;
  for (let step = 0; step < 4 && at < to; step++, at++) {
    const token = sentence.tokens[at];
    if (
      token === undefined || token.kind !== "word" || FUNCTION_WORDS.has(token.fold) ||
      NUMBER_WORDS.has(token.fold) ||
      token.capital && at > 0 && !sentence.shouting && !/^[A-Z]{2,}s?$/.test(token.text)
    ) return -1;
    if (/[^s]s$/.test(token.fold) && token.fold.length > 3) {
      const next = sentence.tokens[at + 1];
      const goesOn = at + 1 < to && next?.kind === "word" && /[^s]s$/.test(next.fold) &&
        !FUNCTION_WORDS.has(next.fold);
      if (!goesOn) return NO_KIND.test(token.fold) ? -1 : at;
    }
  }
  return -1;
}

/** `in drawings`, `for anything our drivers do`, `with every letter`: where a deed holds; null when it names no such place. */
export function kindScope(instruction: Instruction): Range | null {
  const { sentence, body } = instruction;
  // `put the chairs in rows` arranges what is there.
  const atHand = /^(?:the|my|our)$/.test(sentence.tokens[body.from]?.fold ?? "");
  for (let at = body.from; at < body.to - 1; at++) {
    const word = sentence.tokens[at]?.fold ?? "";
    const outOf = word === "of" && sentence.tokens[at - 1]?.fold === "out";
    if (!outOf && !(atHand ? /^(?:for|with)$/ : /^(?:for|in|on|with|to|about)$/).test(word)) {
      continue;
    }
    const next = sentence.tokens[at + 1]?.fold ?? "";
    if (/^(?:anything|everything|anyone|everyone|anybody|everybody)$/.test(next)) {
      if (/^(?:else|we|you)$/.test(sentence.tokens[at + 2]?.fold ?? "")) continue;
      return { from: at + 1, to: body.to };
    }
    if (/^(?:every|each|any)$/.test(next)) return { from: at + 1, to: body.to };
    const noun = barePlural(sentence, at + 1, body.to);
    const token = sentence.tokens[noun];
    if (token === undefined || UNIT_WORDS.has(token.fold) || isTimeWord(token)) continue;
    return { from: at + 1, to: noun + 1 };
  }
  return null;
}

/** The object points at something: `keep doing that`, `send me another`. */
function isPointing(instruction: Instruction): boolean {
  return /^(?:(?:me|us) )?(?:doing )?(?:it|this|that|these|those|so|one|ones|him|her|them|more|some|other|another|something)\b/
    .test(
      instruction.sentence.tokens.slice(instruction.body.from, instruction.body.to).map((token) =>
        token.fold
      ).join(" "),
    );
}

/** `for road closures use the council feed`: a kind in front of the way to deal with it. */
export function isWayForKind(instruction: Instruction): boolean {
  const { condition, sentence, head } = instruction;
  if (
    condition === null || !/^(?:for|with|in|on)$/.test(condition.opener) ||
    head.form !== "imperative" ||
    !/^(?:use|ask|check|query|read|call|consult|quote|name|spell|round|sort|keep|follow|treat|mark|label|include|state|mention|leave|skip|go|stick|rely)$/
      .test(head.verb)
  ) return false;
  const noun = barePlural(sentence, condition.from, condition.to);
  const token = sentence.tokens[noun];
  return token !== undefined && !isTimeWord(token) && !UNIT_WORDS.has(token.fold) &&
    !/^(?:starters|beginners|others|holidays|pancakes|biscuits|cookies)$/.test(token.fold);
}

/** Whether an instruction says how a kind of thing is done: `explain tax letters as …`, `use blue in drawings`. */
export function isWayOfKind(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  if (head.form === "want" || head.form === "norm" || !WAYS.has(head.verb)) return false;
  if (isPointing(instruction)) return false;
  if (kindScope(instruction) !== null) return true;
  const noun = barePlural(sentence, body.from, body.to);
  if (noun >= 0 && ARRANGING.test(head.verb)) return true;
  return noun >= 0 && noun + 1 < body.to &&
    /^(?:as|like|in|by|with|without|per|from|at|on|under|before|after|first|the|out|next|only|to|so)$/
      .test(
        sentence.tokens[noun + 1]?.fold ?? "",
      );
}

/** The folded words of a sentence. */
export function foldsOf(sentence: Sentence): string {
  return sentence.said;
}

/** The folded words of an instruction, from its head on. */
export function wordsOf(instruction: Instruction): string {
  return instruction.sentence.tokens.slice(instruction.head.at, instruction.body.to).map((token) =>
    token.fold
  ).join(" ");
}
