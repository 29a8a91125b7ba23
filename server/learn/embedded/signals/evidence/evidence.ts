/**
 * Whether an instruction is a rule, and by which detector.
 *
 * @module
 */

import { isOfTheMoment } from "./moment.ts";
import { NUMBER_WORDS } from "../../rules/classes.ts";
import { OUTPUTS } from "../../lexicon/things.ts";
import { wordSet } from "../../lexicon/words.ts";
import { type Scope, strongCue } from "../../analysis/scope.ts";
import type { Adjustment, ReadTurn, Sentence } from "../../types.ts";
import type { Context } from "../finding.ts";
import type { Found } from "../found.ts";
import { headAt } from "../heads/imperative.ts";
import type { Instruction } from "../instruction.ts";
import type { Pushback } from "../pushback.ts";
import {
  CANNOT,
  isAlternative,
  isSourceForKind,
  isSourceNotOther,
  isSourceOfKind,
  LEFT_OFF,
  suitsAll,
  TRAIT,
} from "./alternative.ts";
import {
  foldsOf,
  hasKindObject,
  isGeneric,
  isKindOfRequest,
  isStyle,
  isWayOfKind,
  namesOutput,
  wordsOf,
} from "./generic.ts";
import {
  isAddress,
  isForEveryPiece,
  isForEverything,
  isKeptSo,
  isKindWish,
  isNamedByUser,
  isNotToBe,
  isRatherWish,
  isRecurringLimit,
  NEEDS_LEAVE,
  NOT_THEN,
  RECURRING_TIME,
  waitsForLeave,
} from "./lasting.ts";
import { furtherCondition } from "../rule_trigger.ts";
import { hasPlural, isStyleRule } from "./style.ts";
import { isTaskCondition } from "./task_condition.ts";

/** Why an instruction counts. */
export interface Evidence {
  readonly detector: string;
  readonly base: number;
  readonly adjust: readonly Adjustment[];
}

/** What the evidence is judged by. */
export interface EvidenceInput {
  readonly standing: string;
  readonly scope: Scope;
  readonly pushbacks: readonly Pushback[];
  readonly context: Context;
  readonly read: ReadTurn;
}

/** An instruction with what stands around it. */
interface Seen {
  readonly instruction: Instruction;
  readonly found: Found;
  readonly input: EvidenceInput;
  /** The words of the instruction. */
  readonly words: string;
  readonly pushed: boolean;
  readonly repeated: boolean;
  /** The turn before is an answer of the assistant, and not its question. */
  readonly answers: boolean;
  readonly usesTools: boolean;
}

/** One sign that an instruction is a rule. */
interface Sign {
  /** Detector that takes it when nothing was objected to. */
  readonly detector: string;
  /** The detector stays the same behind an objection. */
  readonly fixed?: boolean;
  readonly base: number;
  readonly holds: (seen: Seen) => boolean;
}

/** Signs of a rule without a standing cue, the surest first. */
const SIGNS: readonly Sign[] = [
  {
    detector: "D1",
    base: 86,
    holds: ({ instruction }) =>
      isForEveryPiece(instruction) || isForEverything(instruction) ||
      isRecurringLimit(instruction),
  },
  {
    detector: "D2",
    base: 86,
    holds: ({ instruction, pushed, found, input }) =>
      isTaskCondition(instruction, pushed) || furtherCondition(found, input.read) !== "",
  },
  {
    detector: "D3",
    base: 80,
    holds: ({ instruction, input, pushed }) =>
      input.scope.kind === "weak" &&
      (namesOutput(instruction) && !isAtHand(instruction) && !isAmount(instruction) || pushed),
  },
  { detector: "D3", fixed: true, base: 80, holds: isLimitedRule },
];

/** Signs that a limit in time does away with. */
const UNLIMITED_SIGNS: readonly Sign[] = [
  {
    detector: "D3",
    base: 80,
    holds: ({ instruction, pushed }) => isStyleRule(instruction, pushed),
  },
  {
    detector: "D1",
    base: 86,
    holds: ({ instruction, words }) =>
      instruction.head.negative && /\b(?:anything|any|meetings?|calls?)\b/.test(words) &&
      RECURRING_TIME.test(words),
  },
  {
    detector: "D1",
    base: 82,
    holds: ({ instruction, words }) => instruction.head.negative && NOT_THEN.test(words),
  },
  {
    detector: "D1",
    base: 86,
    holds: ({ instruction, words }) =>
      instruction.head.negative && NEEDS_LEAVE.test(words) || waitsForLeave(instruction),
  },
  {
    detector: "D4",
    base: 82,
    holds: ({ instruction, input, answers }) =>
      answers && isKindOfRequest(instruction, askedWords(input)) && !isMaking(instruction),
  },
  {
    detector: "D4",
    base: 82,
    holds: ({ instruction, input, pushed }) =>
      pushed && hasKindObject(instruction) &&
      input.read.sentences.some((entry) => TRAIT.test(foldsOf(entry))),
  },
  {
    detector: "D4",
    base: 80,
    holds: ({ instruction, answers }) =>
      answers && instruction.reason !== null && instruction.head.form === "imperative" &&
      isWayOfKind(instruction),
  },
  { detector: "D3", base: 80, holds: isWantedWithAll },
  {
    detector: "D3",
    base: 82,
    holds: ({ instruction }) => isNotToBe(instruction) || isAddress(instruction),
  },
  { detector: "D4", base: 80, holds: isCodeWay },
  {
    detector: "D1",
    base: 80,
    holds: ({ instruction, words }) =>
      instruction.reason !== null && instruction.head.form === "imperative" &&
      isWayOfKind(instruction) &&
      /\bwithout\b|\binstead of\b|, not\b/.test(words.replaceAll(" ,", ",")),
  },
  {
    detector: "D5",
    base: 80,
    holds: ({ instruction, answers, words }) =>
      answers && LEFT_OFF.test(words) && !instruction.head.negative,
  },
  {
    detector: "D3",
    base: 80,
    holds: ({ instruction, answers }) =>
      isKeptSo(instruction) || isKindWish(instruction) ||
      (answers || /\bi (?:would )?suggest\b/.test(foldsOf(instruction.sentence))) &&
        isRatherWish(instruction),
  },
  {
    detector: "D1",
    base: 84,
    holds: ({ instruction, pushed, usesTools }) =>
      (pushed || usesTools) && isNamedByUser(instruction),
  },
  {
    detector: "D7",
    fixed: true,
    base: 80,
    holds: ({ instruction, usesTools, pushed }) =>
      usesTools &&
      (isSourceOfKind(instruction) || isSourceNotOther(instruction) ||
        pushed && isSourceForKind(instruction)),
  },
  {
    detector: "D7",
    fixed: true,
    base: 80,
    holds: ({ instruction, usesTools }) => usesTools && looksWhereKept(instruction),
  },
  {
    detector: "D6",
    base: 82,
    holds: ({ instruction, repeated }) =>
      repeated && isGeneric(instruction) && (namesOutput(instruction) || hasPlural(instruction)),
  },
  {
    detector: "D4",
    base: 80,
    holds: ({ instruction, input, pushed, usesTools }) =>
      pushed && (isAlternative(instruction, usesTools) ||
        input.pushbacks.some((push) => CANNOT.test(push.cue)) && suitsAll(instruction)),
  },
];

/** The detector that takes an instruction, or null when it is about the task at hand. */
export function evidenceOf(found: Found, input: EvidenceInput): Evidence | null {
  const { instruction } = found;
  const { standing, scope } = input;
  const seen = seenOf(found, input);
  const { pushed, answers } = seen;
  if (instruction.head.form === "norm" && standing === "" && !pushed) {
    if (input.read.sentences[found.index + 1]?.terminator === "?") return null;
    if (isAboutRequest(instruction, input)) {
      return { detector: "D4", base: 82, adjust: adjustments(seen) };
    }
    if (isOneCase(found, scope)) return null;
  }
  if (standing === "" && isAboutWorld(found, input)) return null;
  // `Don't disable rules. Fix the code`: what is to be done instead, this once.
  if (standing === "" && MENDED.test(seen.words)) return null;
  if (isOnlyToday(found, scope) || isOfTheMoment(found, input)) return null;
  if (standing !== "" && !isIdle(instruction) && !(isOwnNeed(instruction) && !pushed && !answers)) {
    return {
      detector: pushed ? objectionDetector(seen) : "D1",
      base: 92,
      adjust: [{ name: `standing: ${standing}`, points: 10 }, ...adjustments(seen)],
    };
  }
  const sign = SIGNS.find((entry) => entry.holds(seen)) ??
    (scope.kind === "limited" ? undefined : UNLIMITED_SIGNS.find((entry) => entry.holds(seen)));
  return sign === undefined ? null : {
    detector: pushed && sign.fixed !== true ? objectionDetector(seen) : sign.detector,
    base: sign.base,
    adjust: adjustments(seen),
  };
}

function seenOf(found: Found, input: EvidenceInput): Seen {
  const before = input.context.window[input.read.index - 1];
  return {
    instruction: found.instruction,
    found,
    input,
    words: wordsOf(found.instruction),
    pushed: input.pushbacks.length > 0,
    repeated: input.pushbacks.some((push) => push.repeated),
    answers: before?.turn.speaker === "assistant" && !/\?\s*$/.test(before.text.trim()),
    usesTools: (before?.turn.toolsUsed.length ?? 0) > 0,
  };
}

function objectionDetector({ instruction, usesTools, repeated }: Seen): string {
  if (usesTools) return "D7";
  if (repeated) return "D6";
  return instruction.head.negative ? "D5" : "D4";
}

function adjustments({ found, repeated }: Seen): Adjustment[] {
  return [
    ...(found.sentence.shouting && found.sentence.terminator === "!"
      ? [{ name: "shouting", points: 5 }]
      : []),
    ...(repeated ? [{ name: "repeated", points: 10 }] : []),
  ];
}

/** `What we hold is in the library catalogue, so look it up there`: the place is named in front. */
function looksWhereKept({ sentence, head, body }: Instruction): boolean {
  return head.form === "imperative" && !head.negative &&
    /^(?:look|check|search|read|ask|query)$/.test(head.verb) &&
    sentence.folds.slice(body.from, body.to).includes("there") &&
    /\b(?:is|are) (?:all |always |kept |listed )?(?:in|on) (?:the|our|my) [\w' -]+,? ?(?:so|and|please)?$/
      .test(sentence.folds.slice(0, head.at).join(" ").replace(/ ,/g, ","));
}

/** A reason that goes beyond the case: `otherwise we never see the real error`. */
const STANDING_REASON =
  /\b(?:otherwise|or|because|since) (?:i|we|you|it|they|nobody|no one|the [\w-]+) (?:never|always|keeps?|ends? up)\b/;

/** After code: `Catch the exact exception, otherwise we never see the real error`. */
function isCodeWay({ instruction, answers, input }: Seen): boolean {
  const { head, sentence, body } = instruction;
  // `Please no SELECT star, the table has ninety columns`.
  if (head.form === "fragment" && head.negative && instruction.reason !== null) {
    return answers && body.to > body.from &&
      input.context.window[input.read.index - 1]?.turn.content.includes("```") === true;
  }
  return answers && head.form === "imperative" && STANDING_REASON.test(sentence.said) &&
    !/^(?:it|this|that|them|these|those)$/.test(sentence.tokens[body.from]?.fold ?? "") &&
    input.context.window[input.read.index - 1]?.turn.content.includes("```") === true;
}

/** `at the top of every slide`: of the deck at hand. */
const OF_PARTS =
  /\b(?:top|bottom|start|beginning|end|foot|head) of (?:every|each) (?:slides?|pages?|sheets?|rows?|lines?|sections?|paragraphs?|columns?|chapters?|tabs?|cells?|frames?)\b/;

/** `fix the code`, `undo the change`: the work at hand. */
const MENDED =
  /^(?:fix|repair|undo|revert|redo|restore|correct|retry|rerun) (?:the|that|this|it|them)(?: [\w-]+){0,2}$/;

/** `Add five minutes to each stop`: a change to what is at hand. */
function isAmount({ sentence, body }: Instruction): boolean {
  if (OF_PARTS.test(sentence.said)) return true;
  const number = sentence.tokens[body.from];
  return (number?.kind === "number" || NUMBER_WORDS.has(number?.fold ?? "")) &&
    /^(?:minutes?|hours?|days?|weeks?|months?|grams?|kilos?|percent|euros?|dollars?|pounds?|metres?|meters?|miles?|degrees?|points?)$/
      .test(sentence.tokens[body.from + 1]?.fold ?? "");
}

/** `Put the flowers on every table`: things that are there. */
function isAtHand({ sentence, head, body }: Instruction): boolean {
  const object = sentence.tokens.slice(body.from, body.from + 3).map((token) => token.fold);
  return head.form === "imperative" && /^(?:put|place|lay|hang|set|light|move)$/.test(head.verb) &&
    /^(?:the|my|these|those)$/.test(object[0] ?? "") &&
    !object.some((word) => OUTPUTS.has(word)) && !isInAllOutputs(sentence);
}

/** `Put the artist before the title in all track lists`. */
function isInAllOutputs(sentence: Sentence): boolean {
  const folds = sentence.folds;
  return folds.some((word, at) =>
    /^(?:all|every|each)$/.test(word) &&
    (/^(?:in|of|for)$/.test(folds[at - 1] ?? "") &&
        folds.slice(at + 1, at + 4).some((noun) => OUTPUTS.has(noun)) ||
      folds[at - 1] === "on" && folds.slice(at + 1, at + 4).some((noun) => WRITTEN.test(noun)))
  );
}

/** What is written on; `table` and `board` are furniture too. */
const WRITTEN =
  /^(?:invoices?|e-?mails?|mails?|letters?|reports?|pages?|slides?|sheets?|documents?|receipts?|labels?|quotes?|offers?|contracts?|certificates?|tickets?|newsletters?|flyers?|posts?|orders?|forms?|minutes|notes?)$/;

/** `Until Easter keep replies free of appeals`: a rule for a while. */
function isLimitedRule({ instruction, found, input }: Seen): boolean {
  return input.scope.kind === "limited" && !isMoneyLimit(instruction) &&
    !isOnePiece(instruction) &&
    (isStyle(instruction) || weakIn(found.sentence) || instruction.condition !== null ||
      isKeptSo(instruction) || isWayOfKind(instruction));
}

/** `Draw up a packing list for one night`: the time is of the one thing to be made. */
function isOnePiece(instruction: Instruction): boolean {
  const { head } = instruction;
  return head.form === "imperative" && !head.negative && instruction.condition === null &&
    MAKING_VERBS.has(head.verb) && !weakIn(instruction.sentence) &&
    /^\w+ (?:(?:up|out|me|us|together) )*an? /.test(wordsOf(instruction));
}

const MAKING_VERBS = wordSet(
  "write draft make create prepare draw design plan compose compile build print find put set suggest give work",
);

/** After an answer: `I want walking times between all stops`. */
function isWantedWithAll({ instruction, input, answers, words }: Seen): boolean {
  return instruction.head.form === "want" &&
    (answers ||
      input.read.sentences.some((entry) =>
        /\byour (?:last|previous|recent)\b/.test(foldsOf(entry))
      )) &&
    /\b(?:with|in|on|for|between|to|at|under|behind|beside|before|after|of) (?:all|every|each|any) \w/
      .test(words) &&
    !/^(?:a|an|one|the|my|this|that|\d+)\b/.test(words);
}

/** `No deploys today`: over tomorrow, and no matter of style. */
function isOnlyToday(found: Found, scope: Scope): boolean {
  return scope.kind === "limited" && scope.life?.ttl === "one_day" &&
    !isStyle(found.instruction) &&
    strongCue(found.sentence.folds, "en") === "";
}

/** `Where do I park?` … `cars belong on the street!`: how things are, after a question. */
function isAboutWorld(found: Found, input: EvidenceInput): boolean {
  const { context, read, pushbacks } = input;
  return found.instruction.head.form === "norm" && !namesOutput(found.instruction) &&
    pushbacks.every((push) => push.sentence === found.sentence) &&
    (context.window[read.index - 1]?.turn.toolsUsed.length ?? 0) === 0 &&
    context.window[read.index - 2]?.sentences.at(-1)?.terminator === "?";
}

/** `A letter should arrive tomorrow`: one of its kind, or only for a while. */
function isOneCase(found: Found, scope: Scope): boolean {
  const { head } = found.instruction;
  return scope.kind === "limited" && !weakIn(found.sentence) ||
    /^(?:a|an)$/.test(found.sentence.tokens[head.at]?.fold ?? "");
}

/** `I always need coffee in the morning`: no answer, no output, nothing an assistant gives. */
function isOwnNeed(instruction: Instruction): boolean {
  return instruction.head.form === "want" && instruction.condition === null &&
    !namesOutput(instruction) && !isStyle(instruction) && !isGivenBy(instruction);
}

/** `I always need the minutes from you`, `… in the answer`. */
function isGivenBy(instruction: Instruction): boolean {
  return /\b(?:you|your|with (?:it|each|every)|next to|beside|at the (?:top|end|start))\b/
    .test(wordsOf(instruction));
}

/** `List the bids.` … `Bids belong in order of price`: how the output asked for has to be. */
function isAboutRequest(instruction: Instruction, input: EvidenceInput): boolean {
  const { read, context } = input;
  const answer = context.window[read.index - 1];
  const request = context.window[read.index - 2];
  if (
    answer?.turn.speaker !== "assistant" || /\?\s*$/.test(answer.text.trim()) ||
    request?.turn.speaker !== "user"
  ) return false;
  const { sentence, head } = instruction;
  const nouns = sentence.tokens.slice(head.at, head.body).map((token) => singular(token.fold));
  return request.sentences.some((entry) =>
    entry.terminator !== "?" && headAt(entry, 0, entry.tokens.length)?.form === "imperative" &&
    entry.tokens.some((token) => token.fold.length > 3 && nouns.includes(singular(token.fold)))
  );
}

function singular(word: string): string {
  return word.replace(/(ch|sh|x|ss)es$/, "$1").replace(/([^s])s$/, "$1");
}

/** Words of the request before the answer. */
function askedWords(input: EvidenceInput): string[] {
  const request = input.context.window[input.read.index - 2];
  return request?.turn.speaker !== "user"
    ? []
    : request.sentences.flatMap((sentence) => sentence.folds);
}

/** `Now write cards for the others too`: a new task, no way to do the old one. */
function isMaking(instruction: Instruction): boolean {
  const { head, sentence } = instruction;
  const opening = sentence.tokens.slice(0, head.at).map((token) => token.fold).join(" ");
  return /^(?:write|draft|make|create|prepare|send|buy|order|book|find|print|post|draw|design|plan|invite|suggest|add|list)$/
        .test(head.verb) &&
      !head.negative &&
      !/\b(?:with|without|in|as|by|like)\b/.test(wordsOf(instruction)) ||
    /\b(?:now|also|then|next)\b/.test(opening);
}

function weakIn(sentence: Sentence): boolean {
  return /\b(?:every|each|all)\b/.test(sentence.said);
}

function isMoneyLimit(instruction: Instruction): boolean {
  return instruction.sentence.tokens.some((token) => token.fold === "budget");
}

/** `always thanks`: a standing cue without an action of the assistant. */
function isIdle(instruction: Instruction): boolean {
  const { head, body, sentence } = instruction;
  if (head.form === "want") return body.to <= body.from;
  if (
    head.negative && body.to <= body.from &&
    /^(?:change|stop|leave|go|mind|worry|cease|die|forget|end|fail|quit|grow|disappoint|give|get|be|do|say|let|lose)$/
      .test(head.verb)
  ) return true;
  if (
    /^(?:keep|carry|continue)$/.test(head.verb) &&
    /^(?:doing|it|up|going|that|this|on)$/.test(sentence.tokens[body.from]?.fold ?? "")
  ) return true;
  if (
    head.verb === "remember" && !/\bthat\b/.test(wordsOf(instruction)) ||
    head.verb === "wait" && body.to <= body.from
  ) return true;
  return head.form === "modal" && !head.negative &&
    /^(?:look|find|think|know|feel|guess)$/.test(head.verb);
}
