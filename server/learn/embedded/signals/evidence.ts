/**
 * Whether an instruction is a rule, and by which detector.
 *
 * @module
 */

import type { Adjustment, ReadTurn, Sentence } from "../types.ts";
import { type Scope, strongCue } from "../analysis/scope.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import type { Context } from "./finding.ts";
import type { Found } from "./found.ts";
import { headAt } from "./imperative.ts";
import { isTaskCondition } from "./task_condition.ts";
import {
  hasKindObject,
  isGeneric,
  isKindOfRequest,
  isLimit,
  isStyle,
  isWayOfKind,
  kindScope,
  namesOutput,
  namesPluralOutput,
} from "./generic.ts";
import type { Instruction } from "./instruction.ts";
import type { Pushback } from "./pushback.ts";
import { PADDING } from "./unwanted.ts";

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

/** The detector that takes an instruction, or null when it is about the task at hand. */
export function evidenceOf(found: Found, input: EvidenceInput): Evidence | null {
  const { instruction } = found;
  const { standing, scope, pushbacks, context, read } = input;
  const usesTools = (context.window[read.index - 1]?.turn.toolsUsed.length ?? 0) > 0;
  const pushed = pushbacks.length > 0;
  const before = context.window[read.index - 1];
  const answers = before?.turn.speaker === "assistant" && !/\?\s*$/.test(before.text.trim());
  const shout: Adjustment[] = found.sentence.shouting && found.sentence.terminator === "!"
    ? [{ name: "shouting", points: 5 }]
    : [];
  const again: Adjustment[] = pushbacks.some((push) => push.repeated)
    ? [{ name: "repeated", points: 10 }]
    : [];
  const detector = pushed
    ? usesTools
      ? "D7"
      : pushbacks.some((push) => push.repeated)
      ? "D6"
      : instruction.head.negative
      ? "D5"
      : "D4"
    : "D1";
  if (instruction.head.form === "norm" && standing === "" && !pushed) {
    if (read.sentences[found.index + 1]?.terminator === "?") return null;
    if (isAboutRequest(instruction, input)) return { detector: "D4", base: 82, adjust: shout };
    if (isOneCase(found, scope)) return null;
  }
  if (standing === "" && isAboutWorld(found, input)) return null;
  if (isOnlyToday(found, scope)) return null;
  if (standing !== "" && !isIdle(instruction) && !(isOwnNeed(instruction) && !pushed && !answers)) {
    return {
      detector,
      base: 92,
      adjust: [{ name: `standing: ${standing}`, points: 10 }, ...shout, ...again],
    };
  }
  if (
    isForEveryPiece(instruction) || isForEverything(instruction) || isRecurringLimit(instruction)
  ) {
    return { detector: pushed ? detector : "D1", base: 86, adjust: [...shout, ...again] };
  }
  if (isTaskCondition(instruction, pushed)) {
    return { detector: pushed ? detector : "D2", base: 86, adjust: [...shout, ...again] };
  }
  if (scope.kind === "weak" && (namesOutput(instruction) || pushed)) {
    return { detector: pushed ? detector : "D3", base: 80, adjust: shout };
  }
  if (
    scope.kind === "limited" &&
    (isStyle(instruction) || weakIn(found.sentence) || instruction.condition !== null ||
      isKeptSo(instruction) || isWayOfKind(instruction)) &&
    !isMoneyLimit(instruction)
  ) return { detector: "D3", base: 80, adjust: shout };
  if (scope.kind === "limited") return null;
  if (isStyleRule(instruction, pushed)) {
    return { detector: pushed ? detector : "D3", base: 80, adjust: [...shout, ...again] };
  }
  if (
    instruction.head.negative &&
    /\b(?:anything|any|meetings?|calls?)\b/.test(wordsOf(instruction)) &&
    RECURRING_TIME.test(wordsOf(instruction))
  ) return { detector: pushed ? detector : "D1", base: 86, adjust: shout };
  if (instruction.head.negative && NOT_THEN.test(wordsOf(instruction))) {
    return { detector: pushed ? detector : "D1", base: 82, adjust: shout };
  }
  if (
    instruction.head.negative && NEEDS_LEAVE.test(wordsOf(instruction)) ||
    waitsForLeave(instruction)
  ) return { detector: pushed ? detector : "D1", base: 86, adjust: shout };
  if (answers && isKindOfRequest(instruction, askedWords(input)) && !isMaking(instruction)) {
    return { detector: pushed ? detector : "D4", base: 82, adjust: [...shout, ...again] };
  }
  if (
    pushed && hasKindObject(instruction) &&
    read.sentences.some((entry) => TRAIT.test(foldsOf(entry)))
  ) {
    return { detector, base: 82, adjust: [...shout, ...again] };
  }
  if (
    answers && instruction.reason !== null && instruction.head.form === "imperative" &&
    isWayOfKind(instruction)
  ) {
    return { detector: pushed ? detector : "D4", base: 80, adjust: [...shout, ...again] };
  }
  if (
    instruction.head.form === "want" &&
    (answers ||
      read.sentences.some((entry) => /\byour (?:last|previous|recent)\b/.test(foldsOf(entry)))) &&
    /\b(?:with|in|on|for|between|to|at|under|behind|beside|before|after|of) (?:all|every|each|any) \w/
      .test(wordsOf(instruction)) &&
    !/^(?:a|an|one|the|my|this|that|\d+)\b/.test(wordsOf(instruction))
  ) return { detector: pushed ? detector : "D3", base: 80, adjust: shout };
  if (isNotToBe(instruction)) {
    return { detector: pushed ? detector : "D3", base: 82, adjust: shout };
  }
  if (
    instruction.reason !== null && instruction.head.form === "imperative" &&
    isWayOfKind(instruction) &&
    /\bwithout\b|\binstead of\b|, not\b/.test(wordsOf(instruction).replaceAll(" ,", ","))
  ) return { detector: pushed ? detector : "D1", base: 80, adjust: shout };
  if (answers && LEFT_OFF.test(wordsOf(instruction)) && !instruction.head.negative) {
    return { detector: pushed ? detector : "D5", base: 80, adjust: shout };
  }
  if (isKeptSo(instruction) || isKindWish(instruction) || answers && isRatherWish(instruction)) {
    return { detector: pushed ? detector : "D3", base: 80, adjust: [...shout, ...again] };
  }
  if ((pushed || usesTools) && isNamedByUser(instruction)) {
    return { detector, base: 84, adjust: [...shout, ...again] };
  }
  if (usesTools && isSourceOfKind(instruction)) return { detector: "D7", base: 80, adjust: shout };
  if (
    again.length > 0 && isGeneric(instruction) &&
    (namesOutput(instruction) || hasPlural(instruction))
  ) return { detector, base: 82, adjust: [...shout, ...again] };
  if (
    pushed && (isAlternative(instruction, usesTools) ||
      pushbacks.some((push) => CANNOT.test(push.cue)) && suitsAll(instruction))
  ) {
    return { detector, base: instruction.head.negative ? 80 : 82, adjust: [...shout, ...again] };
  }
  return null;
}

/** `No deploys today`: over tomorrow, and no matter of style. */
function isOnlyToday(found: Found, scope: Scope): boolean {
  return scope.kind === "limited" && scope.life?.ttl === "one_day" &&
    !isStyle(found.instruction) &&
    strongCue(found.sentence.tokens.map((token) => token.fold), "en") === "";
}

const PIECE_VERBS =
  /^(?:start|begin|end|close|finish|sign|open|head|title|date|number|label|format|address|introduce|preface|precede|follow|caption|name|illustrate|answer|make sure that)$/;

/** `start every reply with the answer`, `make sure every quote shows the delivery time`. */
function isForEveryPiece(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  const words = sentence.tokens.slice(body.from, body.to).map((token) => token.fold);
  if (/\b(?:this|today|now|tonight|tomorrow)\b/.test(words.join(" "))) return false;
  if (head.verb === "assume") {
    return /^(?:that )?(?:i|we) (?:know|understand|do not|am|are|have no|can not)\b/
      .test(words.join(" ")) || head.negative && /^(?:that )?(?:i|we) \w/.test(words.join(" "));
  }
  return PIECE_VERBS.test(head.verb) && head.form !== "want" &&
    (/^(?:every|each)$/.test(words[0] ?? "") ||
      words[0] === "no" && head.verb === "make sure that" ||
      words[0] === "all" &&
        /^(?:sign|start|begin|end|address|answer|make sure that)$/.test(head.verb)) &&
    words.slice(1, 4).some((word) => OUTPUTS.has(word));
}

/** `Send me at most five job ads a day`. */
function isRecurringLimit(instruction: Instruction): boolean {
  return /\b(?:at most|no more than|not more than|up to|at least|a maximum of|only) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:[\w-]+ ){1,3}(?:a|per|each|every) (?:day|week|month|mail|post|page|answer|message)\b/
    .test(wordsOf(instruction));
}

/** `Treat everything about the merger as confidential`. */
function isForEverything(instruction: Instruction): boolean {
  return /^(?:treat|keep|handle|consider|regard|mark|flag|double-check|route) (?:everything|anything|all \w+s) (?:about|on|from|to|in|with|that|which|over|under|above|below|marked|labelled) /
    .test(wordsOf(instruction)) &&
    !/\b(?:this|today|tonight|now|tomorrow)\b/.test(wordsOf(instruction));
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

/** `… without asking me`, `… unless I say so`: a ban that waits for leave. */
const NEEDS_LEAVE =
  /\b(?:without (?:asking|my|telling|checking|permission|me)|unless (?:i|we|told|asked)|before (?:asking|checking))\b/;
/** `Don't be so chatty`. */
function isNotToBe(instruction: Instruction): boolean {
  return instruction.head.negative && instruction.head.verb === "be" &&
    /\bbe (?:so|too|that|overly|always so) (?:chatty|formal|informal|vague|wordy|cheerful|enthusiastic|polite|curt|blunt|verbose|technical|dramatic|negative|pushy|salesy|patroni[sz]ing|condescending|bossy|repetitive|flowery|casual|stiff|long-winded|short|brief|optimistic|apologetic|flattering|talkative)\b/
      .test(wordsOf(instruction));
}

/** `Leave off the 'image of'`: a wording that is not to be used. */
const LEFT_OFF =
  /^(?:leave (?:off|out)|drop|lose|skip|cut|avoid|ditch|lose) (?:the |that |this )?(?:word |words |phrase |bit )?['"\u2018\u201c]/;

/** What the user is, or cannot do, will hold next time too. */
const TRAIT =
  /\b(?:i am|we are) (?:in a wheelchair|(?:almost |nearly |partially |completely )?(?:blind|deaf)|dyslexic|colou?r-?blind|hard of hearing|short-sighted|a beginner|not a (?:doctor|lawyer|native|programmer|specialist|expert)|new to)\b|\bi have (?:no (?:car|oven|printer|internet)|bad (?:eyes|knees|hearing)|a bad (?:back|knee|hip))\b/;

function foldsOf(sentence: Sentence): string {
  return sentence.tokens.map((token) => token.fold).join(" ");
}

/** Words of the request before the answer. */
function askedWords(input: EvidenceInput): string[] {
  const request = input.context.window[input.read.index - 2];
  return request?.turn.speaker !== "user"
    ? []
    : request.sentences.flatMap((sentence) => sentence.tokens.map((token) => token.fold));
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

/** Whose leave, and that it is given: `unless the conductor has agreed`, `once I've confirmed it`. */
const LEAVE_GIVEN =
  /\b(unless|until|before|after|once) (?:i|we|my [\w-]+|our [\w-]+|the [\w-]+|someone|somebody|both [\w-]+) (?:have |has |had )?(?:agree[sd]?|approve[sd]?|confirm(?:s|ed)?|sign(?:s|ed)?|check(?:s|ed)?|read|seen|okayed|cleared|released|paid|accept(?:s|ed)?|said (?:so|yes)|give[sn]?|gave)\b/;

/** `Only order feed after I've confirmed it`, `don't move rehearsals unless the conductor agrees`. */
function waitsForLeave(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  const before = sentence.tokens[head.at - 1]?.fold;
  const words = wordsOf(instruction);
  const rest = sentence.tokens.slice(head.at).map((token) => token.fold).join(" ");
  const leave = LEAVE_GIVEN.exec(rest)?.[1] ?? "";
  const only = before === "only" || /^\w+ (?:[\w-]+ ){0,4}only (?:after|once|when|if)\b/.test(rest);
  if (leave === "" || !(head.negative ? !/^(?:after|once)$/.test(leave) : only)) return false;
  if (/\b(?:today|tomorrow|tonight|yet|this|that)\b/.test(words)) return false;
  const object = sentence.tokens.slice(body.from, Math.min(body.to, body.from + 4));
  return !/^(?:it|him|her|them|me)$/.test(object[0]?.fold ?? "") &&
    (object.some((token) => /[^s]s$/.test(token.fold) && token.fold.length > 3) ||
      !/^(?:the|my|our|a|an)$/.test(object[0]?.fold ?? "the"));
}

/** The user is not able to take what was given: that will hold next time too. */
const CANNOT = /^(?:can|could|do|does|will) (?:not|never)\b|^(?:nobody|no one|none)\b/;

/** A form that suits who could not take the other one: `attach the file itself`, `write it as plain lines`. */
function suitsAll(instruction: Instruction): boolean {
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

/** Where a wish holds: `out of the recipes`, `in your letters`. */
const IN_OUTPUTS = /^(?:in|into|of|from|on|to|with|for|under|at|after|before|behind)$/;

/** Asked for kindly, about a kind: `could you leave the values out of the recipes?` */
function isKindWish(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  if (head.form !== "polite" && head.form !== "suggestion") return false;
  const folds = sentence.tokens.slice(body.from, body.to).map((token) => token.fold);
  if (
    /\b(?:today|tomorrow|tonight|now|this|first(?! names?)|second|third|last(?! names?)|attached|above|below|two|three|four|five|\d+)\b/
      .test(folds.join(" "))
  ) {
    return false;
  }
  return isWayOfKind(instruction) && head.form === "suggestion" ||
    folds.some((word, at) =>
      IN_OUTPUTS.test(word) && /^(?:the|these|those|your|my|our)$/.test(folds[at + 1] ?? "") &&
      [2, 3, 4].some((step) =>
        OUTPUTS.has(folds[at + step] ?? "") && /[^s]s$/.test(folds[at + step] ?? "") &&
        folds.slice(at + 2, at + step).every((inner) => !IN_OUTPUTS.test(inner) && inner !== "and")
      )
    );
}

/** After an answer: `I'd rather you gave me one recommendation, not six options`. */
function isRatherWish(instruction: Instruction): boolean {
  const { head, sentence } = instruction;
  const before = sentence.tokens.slice(0, head.at).map((token) => token.fold).join(" ");
  return head.form === "suggestion" && /\b(?:rather|prefer)\b/.test(before) &&
    /\b(?:, not|instead of|rather than|and not)\b|, not\b/.test(
      wordsOf(instruction).replaceAll(" ,", ","),
    ) &&
    hasPlural(instruction);
}

/** `Keep prices out of the public calendar`, `keep the Welsh names in Welsh`. */
function isKeptSo(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  if (head.verb !== "keep" || head.negative || head.form === "want") return false;
  const folds = sentence.tokens.slice(body.from, body.to).map((token) => token.fold);
  const at = folds.findIndex((word) => /^(?:out|in|off|as|separate|apart|away|free)$/.test(word));
  const noun = folds[at - 1] ?? "";
  const named = folds.slice(0, at);
  if (at < 1 || at > 4 || !/[^s]s$/.test(noun) || noun.length < 4) return false;
  if (
    named.some((word) =>
      /^(?:my|these|those|this|that|kids|dogs|cats|onions|eggs|windows|doors|lights)$/.test(word)
    )
  ) {
    return false;
  }
  const bare = !/^(?:the|our)$/.test(named[0] ?? "");
  const rest = folds.slice(at).join(" ");
  return (bare || OUTPUTS.has(noun)) &&
    (/^(?:out of|free of|free from|off|away from|separate|apart|as (?:they|short|simple|plain|brief))\b/
      .test(rest) ||
      /^in (?:[\w-]+)(?: ,.*)?$/.test(rest));
}

/** `call me before ten`: when one does not want to be reached. */
const NOT_THEN =
  /^(?:do not |never )?(?:ever )?(?:call|phone|ring|text|message|wake|disturb|contact|e-?mail) me (?:[\w-]+ )?(?:before|after|between|during|at) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|lunch|dinner|work|weekends|night|meals)\b/;

/** `restart only the service I mention`, `act on the room I name`: what the user will name each time. */
function isNamedByUser(instruction: Instruction): boolean {
  const { head } = instruction;
  return head.form !== "want" && head.form !== "polite" &&
    /\b(?:what|whatever|whichever|the (?:[\w-]+ ){1,3}(?:that |which )?|those |ones )(?:i|we) (?:actually |really |explicitly )?(?:name|mention|list|specify|point (?:at|to|out)|ask (?:for|about|you)|tell you|give you|select|pick|choose|mark|request|approve|flag|hand you|assign)\b/
      .test(wordsOf(instruction));
}

/** After a tool call: `take exchange rates from the central bank feed`. */
function isSourceOfKind(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  const words = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  return !head.negative && head.form === "imperative" &&
    /^(?:take|get|pull|fetch|read|draw|copy)$/.test(head.verb) &&
    /^(?:[a-z-]+ ){0,2}[a-z-]+[^s\W]s from (?:the|our|my) \w/.test(words) &&
    !/^(?:me|us|the|those|these|all|two|three|some)\b/.test(words);
}

/** `on a Friday`, `on Sundays`, `at weekends`. */
const RECURRING_TIME =
  /\b(?:on (?:a |any )(?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:on|at) (?:the )?weekends)\b/;

function weakIn(sentence: Sentence): boolean {
  return /\b(?:every|each|all)\b/.test(sentence.tokens.map((token) => token.fold).join(" "));
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

/** Weak standing forms that need no objection: `no X`, `stop X-ing`, `keep answers short`, `with me`. */
function isStyleRule(instruction: Instruction, pushed: boolean): boolean {
  const { head, sentence, body } = instruction;
  const folds = sentence.tokens.map((token) => token.fold);
  const text = folds.join(" ");
  if (head.form === "fragment" && head.negative) {
    return sentence.tokens.slice(body.from, body.to).some((token) => PADDING.has(token.fold)) ||
      isStyle(instruction) || namesPluralOutput(instruction) ||
      head.verb === "show" && namesOutput(instruction);
  }
  if (
    /^(?:stop|quit|cease|refrain|avoid)$/.test(sentence.tokens[head.at]?.fold ?? "") ||
    head.negative && /^(?:polite|suggestion)$/.test(head.form)
  ) {
    if (
      /^(?:tell|say|add|write|call|ask|remind|insist|repeat|assume|apologi[sz]e|thank|congratulate)$/
        .test(head.verb) &&
      /^(?:me |us )?(?:that|it|how|what|if|whether|you|i|to|for) /.test(
        sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" "),
      )
    ) return true;
    return isGeneric(instruction) &&
      (hasPlural(instruction) || /\b(?:every|each) \w/.test(wordsOf(instruction)));
  }
  if (/^(?:this|these)$/.test(sentence.tokens[body.from]?.fold ?? "")) return false;
  const toMe = /\b(?:with|to) me\b|^(?:please )?address me\b/.test(text);
  if (toMe && head.form === "modal" && /^(?:skip|drop|leave|cut|spare|omit)$/.test(head.verb)) {
    return true;
  }
  if (isStyle(instruction) && head.form === "imperative" && isTrait(instruction)) return true;
  const spoken = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  if (
    head.form === "imperative" && head.negative &&
    /^your (?:\w+ )?(?:feedback|answers|replies|words|criticism|opinion|advice)$/.test(spoken)
  ) {
    return true;
  }
  if (
    head.form === "imperative" && !head.negative &&
    /^(?:leave|skip|drop|cut|omit|spare|save)$/.test(head.verb) && TIRESOME_STYLE.test(spoken)
  ) return true;
  if (head.form === "want" && WANTED_DONE.test(spoken) && namesOutput(instruction)) return true;
  if (isStyle(instruction) && toMe && head.form !== "want") return true;
  if (
    /^(?:keep|make|limit)$/.test(head.verb) &&
    (namesPluralOutput(instruction) || isLimit(instruction) && pushed ||
      /^it\b/.test(folds.slice(body.from).join(" ")) && isLimit(instruction) && pushed)
  ) {
    return isStyle(instruction) && body.to - body.from > 1 || isLimit(instruction) ||
      namesPluralOutput(instruction) &&
        /\b(?:short|brief|simple|concise|sober|formal|friendly|crisp|tight|plain|less|more|shorter|simpler)\b/
          .test(text);
  }
  if (head.form === "modal" && isStyle(instruction) && namesPluralOutput(instruction)) return true;
  if (
    head.form === "modal" && !/^(?:can|could|might|may)$/.test(folds[head.at - 1] ?? "")
  ) {
    if (
      head.form === "modal" && /\b(?:every|each|any|all)\b/.test(text) && namesOutput(instruction)
    ) {
      return true;
    }
  }
  if (head.form === "want" && isStyle(instruction) && namesPluralOutput(instruction)) return true;
  if (
    /^(?:stick|keep)$/.test(head.verb) && sentence.tokens[body.from]?.fold === "to" &&
    isGeneric(instruction)
  ) return true;
  if (
    (/^(?:use|write|answer)$/.test(head.verb) || isBarePlural(instruction)) &&
    /\b(?:spelling|metric|imperial|celsius|fahrenheit|24-hour|12-hour|hectares|acres|metres|meters|kilometres|kilometers|miles|feet|kilos|litres|euros|dollars|formal address|first names?|informal address|lower case|upper case|sentence case|title case|capitals|bold|italics)\b/
      .test(text)
  ) return true;
  if (head.negative && head.form === "imperative" && isGeneric(instruction)) {
    return isStyle(instruction) && (namesPluralOutput(instruction) || hasPlural(instruction));
  }
  return head.form === "norm" && head.always &&
    (pushed || head.verb === "to" ||
      namesPluralOutput({ ...instruction, body: { from: head.at, to: head.body } }) ||
      /\b(?:every|each|any|all|no)\b/.test(wordsOf(instruction)) && namesOutput(instruction));
}

/** Habits of style one asks to leave out for good. */
const TIRESOME_STYLE =
  /^(?:out )?(?:me )?(?:the |all the |your |all )?(?:small talk|smalltalk|chit-chat|chitchat|fluff|filler|jargon|preamble|pleasantries|disclaimers|apologies|emojis|flattery|hype|legalese|formalities|buzzwords|clich[eé]s|puns|jokes|exclamation marks|acronyms|abbreviations|niceties|padding)(?: out)?$/;

/** `my code commented in English`. */
const WANTED_DONE =
  /^(?:my|our|your|all my|all our) (?:[\w-]+ ){1,3}?(?:\w+ed|written|kept|given|shown|spelt) (?:in|with|as|without) \w/;

/** `I'm not a lawyer`: a reason that will hold next time too. */
function isTrait(instruction: Instruction): boolean {
  const { reason, sentence } = instruction;
  if (reason === null) return false;
  const words = sentence.tokens.slice(reason.from, reason.to).map((token) => token.fold).join(" ");
  return /^(?:because |since |as )?i am (?:not )?(?:a |an |new to |blind|deaf|dyslexic|colour-?blind|color-?blind|hard of hearing|short-sighted)/
    .test(words) && !/\b(?:hurry|rush|bit|little)\b/.test(words);
}

/** `give measurements in …`, `show all amounts in …`: outputs of a kind, not the one at hand. */
function isBarePlural(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  const words = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  return /^(?:give|show|quote|list|report|display|state|express|measure|print|keep|put|write|spell|name|format|set)$/
    .test(head.verb) &&
    /^(?:(?:me|us|all|any|every|your) )*(?!the |this |these |those |my |that )(?:[a-z-]+ )?[a-z-]+[^s\W]s (?:always )?(?:in|as|with) /
      .test(words);
}

function hasPlural(instruction: Instruction): boolean {
  const { sentence, body } = instruction;
  return sentence.tokens.slice(body.from, body.to).some((token) =>
    /[^s]s$/.test(token.fold) && token.fold.length > 3 && token.kind === "word"
  ) || body.to - body.from <= 1 ||
    isStyle(instruction);
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
function isAlternative(instruction: Instruction, usesTools: boolean): boolean {
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

function wordsOf(instruction: Instruction): string {
  return instruction.sentence.tokens.slice(instruction.head.at, instruction.body.to).map((token) =>
    token.fold
  ).join(" ");
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
