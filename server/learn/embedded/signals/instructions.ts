/**
 * Detectors D1 to D6: standing, conditional and style instructions, and corrections.
 *
 * @module
 */

import type { Adjustment, Clause, PlaybookFinding, ReadTurn, Sentence } from "../types.ts";
import { type Scope, scopeOf, strongCue } from "../analysis/scope.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { textOf } from "../rules/values.ts";
import { type Context, spanOf } from "./finding.ts";
import { isGeneric, isLimit, isStyle, namesOutput, namesPluralOutput } from "./generic.ts";
import {
  conditionTrigger,
  contentOf,
  type Instruction,
  instructionIn,
  reasonText,
} from "./instruction.ts";
import { declinedOf, type PlaybookDraft, toPlaybook } from "./playbook_finding.ts";
import { type Pushback, pushbacksIn } from "./pushback.ts";
import { EVERY_ANSWER, requestTrigger, topicTrigger } from "./topic.ts";

interface Found {
  readonly instruction: Instruction;
  readonly sentence: Sentence;
  readonly index: number;
}

/** All rules of one user turn. */
export function instructionsOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const pushbacks = pushbacksIn(context.window, read.index);
  const drafts: { draft: PlaybookDraft; index: number; open: boolean }[] = [];
  read.sentences.forEach((sentence, index) => {
    if (sentence.lang !== "en") return;
    context.budget.step();
    for (const found of instructionsIn(sentence, index)) {
      const draft = judge(read, found, pushbacks, context) ??
        judgeTail(read, found, pushbacks, context);
      const weak = draft !== null && isContinuation(drafts.at(-1), draft, index);
      if (draft === null || weak) {
        extendLast(drafts, found, { read, isRule: weak });
        continue;
      }
      drafts.push({ draft, index, open: true });
    }
  });
  return drafts.map(({ draft }) => toPlaybook(draft, context)).filter((finding) =>
    finding !== null
  );
}

/** `Fix the code, don't delete tests`: the ban behind the order of the moment may be a rule. */
function judgeTail(
  read: ReadTurn,
  found: Found,
  pushbacks: readonly Pushback[],
  context: Context,
): PlaybookDraft | null {
  const { sentence, instruction } = found;
  for (let at = instruction.body.from + 1; at < instruction.body.to; at++) {
    const pause = sentence.tokens[at - 1]?.kind === "punct";
    if (
      !pause ||
      !/^(?:do|never|always|please|no|stop|use|only|just|not)$/.test(
        sentence.tokens[at]?.fold ?? "",
      )
    ) continue;
    const tail = instructionIn(sentence, at, sentence.tokens.length);
    if (tail !== null && !isSilent(sentence, tail)) {
      return judge(read, { ...found, instruction: tail }, pushbacks, context);
    }
  }
  return null;
}

/** A weakly marked rule right behind a rule of the same turn continues it. */
function isContinuation(
  last: { readonly index: number } | undefined,
  draft: PlaybookDraft,
  index: number,
): boolean {
  return last !== undefined && index - last.index === 1 && draft.weak === true;
}

/** Instructions at the start of a sentence and after its pauses. */
function instructionsIn(sentence: Sentence, index: number): Found[] {
  const out: Found[] = [];
  let covered = 0;
  for (const clause of sentence.clauses) {
    if (clause.from < covered) continue;
    const instruction = instructionIn(sentence, clause.from, sentence.tokens.length);
    if (instruction === null || isSilent(sentence, instruction)) continue;
    out.push({ instruction, sentence, index });
    covered = Math.max(
      instruction.body.to,
      instruction.reason?.to ?? 0,
      instruction.condition?.to ?? 0,
    );
  }
  return out;
}

/** Suppositions, reports and real questions give no rule; polite questions do. */
function isSilent(sentence: Sentence, instruction: Instruction): boolean {
  const clause = clauseOf(sentence, instruction.head.at);
  if (clause === undefined) return false;
  const polite = instruction.head.form === "polite" || instruction.head.form === "suggestion";
  if (clause.mood === "question") return !polite;
  if (clause.mood === "wish") return !polite;
  return clause.mood === "hypothetical" && !polite || clause.mood === "reported" ||
    clause.mood === "sarcasm" && sentence.clauses.length === 1;
}

function clauseOf(sentence: Sentence, at: number): Clause | undefined {
  return sentence.clauses.find((clause) => at >= clause.from && at < clause.to);
}

/** Strong cue in the sentence, or alone in the next one (`Every time.`, `That goes for every clean-up.`). */
function standingCue(read: ReadTurn, found: Found): string {
  const folds = found.sentence.tokens.map((token) => token.fold);
  const own = strongCue(folds, "en");
  if (own !== "" && !isOwnHabit(found, own)) return own;
  const next = read.sentences[found.index + 1];
  if (next !== undefined && next.tokens.length <= 9 && next.lang === "en") {
    const words = next.tokens.map((token) => token.fold);
    const cue = strongCue(words, "en");
    if (cue !== "" && (words.length <= 4 || /^(?:that|this|same)$/.test(words[0] ?? ""))) {
      return cue;
    }
  }
  if (next !== undefined && STANDING_ECHO.test(next.tokens.map((token) => token.fold).join(" "))) {
    return "standing echo";
  }
  const before = read.sentences[found.index - 1];
  const lead = before?.tokens.map((token) => token.fold).join(" ") ?? "";
  if (
    /^(?:(?:please|and) )?(?:remember (?:this|that)|new rule|one rule|a rule|rule|for the future|from now on|house rule|one thing|note for the future)(?: rule| please| for (?:the future|next time|later))?$/
      .test(lead)
  ) return lead;
  return found.instruction.head.always ? "always" : "";
}

/** A next sentence that makes the one before it a rule. */
const STANDING_ECHO =
  /^(?:(?:and|please|i would like you to|i want you to|you should|can you|could you|always) )*(?:do|make|keep|use|apply) (?:this|that|it|so|the same)\b.*\b(?:in|for|with|on|to) (?:all|every|any|each)\b|^(?:that|this|same|the same|it) (?:goes|applies|holds|is (?:true|the rule)|counts)\b|^(?:every one|all|each) of (?:them|these)\b|^(?:every|each) (?:single )?time\b|^always$|^no exceptions\b|^(?:please )?(?:stick|keep|hold) to (?:that|this|it)\b/;

/** `I always …` inside the sentence belongs to the user, not to the assistant. */
function isOwnHabit(found: Found, cue: string): boolean {
  if (cue !== "always" && cue !== "never") return false;
  const tokens = found.sentence.tokens;
  const at = tokens.findIndex((token) => token.fold === cue);
  const before = tokens.slice(Math.max(0, at - 2), at).map((token) => token.fold);
  const own = before.some((word) => /^(?:i|we|he|she|they|it|who)$/.test(word)) ||
    /^(?:is|are|was|were)$/.test(before.at(-1) ?? "");
  return own && found.instruction.head.form !== "want" && found.instruction.head.form !== "norm";
}

interface Evidence {
  readonly detector: string;
  readonly base: number;
  readonly adjust: readonly Adjustment[];
}

function judge(
  read: ReadTurn,
  found: Found,
  pushbacks: readonly Pushback[],
  context: Context,
): PlaybookDraft | null {
  const { instruction, sentence } = found;
  const scope = scopeOf(sentence, { from: 0, to: sentence.tokens.length }, context.nowSec);
  const spans = spansOf(read, instruction);
  const seen = { detector: "D1", read, sentence, spans };
  if (isForOthers(instruction)) {
    context.declined.push(declinedOf(seen, "third_person"));
    return null;
  }
  const standing = standingCue(read, found);
  if (scope.kind === "once") {
    context.declined.push(declinedOf(seen, "one_off"));
    return null;
  }
  const evidence = evidenceOf(found, { standing, scope, pushbacks, context, read });
  if (evidence === null) {
    context.declined.push(declinedOf(seen, "one_off"));
    return null;
  }
  const resolved = resolvePointer(read, found);
  if (resolved === null) {
    context.declined.push(declinedOf({ ...seen, detector: evidence.detector }, "unresolved"));
    return null;
  }
  const trigger = triggerOf(found, evidence, scope, context, read);
  const fault = faultText(pushbacks, sentence);
  return {
    ...seen,
    detector: evidence.detector,
    trigger,
    content: resolved,
    rationale: reasonText(instruction) ??
      (/^D[4567]$/.test(evidence.detector) && fault !== "" ? `The user objected: ${fault}` : null),
    base: evidence.base,
    adjust: evidence.adjust,
    weak: standing === "" && instruction.condition === null &&
      instruction.head.form === "imperative" && !instruction.head.negative &&
      evidence.detector === "D3",
    scope: standing || scope.cue || "none",
    change:
      /\b(?:actually|now|instead|changed|back to|rather|no longer|from now on|too long|too short)\b/
        .test(sentence.tokens.map((token) => token.fold).join(" ")),
    repeated: pushbacks.some((push) => push.repeated),
  };
}

function spansOf(read: ReadTurn, instruction: Instruction) {
  const { sentence, head, body, condition, reason } = instruction;
  const out = [
    spanOf(read, sentence, { from: head.at, to: Math.max(head.body, head.at + 1) }, "cue"),
  ];
  if (body.to > body.from) out.push(spanOf(read, sentence, body, "value"));
  if (condition !== null) out.push(spanOf(read, sentence, condition, "condition"));
  if (reason !== null) out.push(spanOf(read, sentence, reason, "reason"));
  return out;
}

/** `tell the team to always …` is a rule for somebody else (S-962). */
function isForOthers(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  if (!/^(?:tell|remind|ask|inform|text|let|teach|warn)$/.test(head.verb)) return false;
  const object = sentence.tokens[body.from]?.fold ?? "";
  if (/^(?:me|us|before|for|whether|about|how|first|if|when)$/.test(object)) return false;
  return sentence.tokens.slice(body.from, body.to).some((token) =>
    token.fold === "to" || token.fold === "that"
  );
}

interface EvidenceInput {
  readonly standing: string;
  readonly scope: Scope;
  readonly pushbacks: readonly Pushback[];
  readonly context: Context;
  readonly read: ReadTurn;
}

function evidenceOf(found: Found, input: EvidenceInput): Evidence | null {
  const { instruction } = found;
  const { standing, scope, pushbacks, context, read } = input;
  const usesTools = (context.window[read.index - 1]?.turn.toolsUsed.length ?? 0) > 0;
  const pushed = pushbacks.length > 0;
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
  if (standing !== "" && !isIdle(instruction)) {
    return {
      detector,
      base: 92,
      adjust: [{ name: `standing: ${standing}`, points: 10 }, ...shout, ...again],
    };
  }
  if (isTaskCondition(instruction, pushed)) {
    return { detector: pushed ? detector : "D2", base: 86, adjust: [...shout, ...again] };
  }
  if (scope.kind === "weak" && (namesOutput(instruction) || pushed)) {
    return { detector: pushed ? detector : "D3", base: 80, adjust: shout };
  }
  if (
    scope.kind === "limited" &&
    (isStyle(instruction) || weakIn(found.sentence) || instruction.condition !== null) &&
    !isMoneyLimit(instruction)
  ) return { detector: "D3", base: 80, adjust: shout };
  if (scope.kind === "limited") return null;
  if (isStyleRule(instruction, pushed)) {
    return { detector: pushed ? detector : "D3", base: 80, adjust: [...shout, ...again] };
  }
  if (instruction.head.negative && NEEDS_LEAVE.test(wordsOf(instruction))) {
    return { detector: pushed ? detector : "D1", base: 86, adjust: shout };
  }
  if (
    again.length > 0 && isGeneric(instruction) &&
    (namesOutput(instruction) || hasPlural(instruction))
  ) return { detector, base: 82, adjust: [...shout, ...again] };
  if (pushed && isAlternative(instruction, usesTools)) {
    return { detector, base: instruction.head.negative ? 80 : 82, adjust: [...shout, ...again] };
  }
  return null;
}

/** `… without asking me`, `… unless I say so`: a ban that waits for leave. */
const NEEDS_LEAVE =
  /\b(?:without (?:asking|my|telling|checking|permission|me)|unless (?:i|we|told|asked)|before (?:asking|checking))\b/;

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
    /^(?:keep|carry|continue)$/.test(head.verb) &&
    /^(?:doing|it|up|going|that|this|on)$/.test(sentence.tokens[body.from]?.fold ?? "")
  ) return true;
  if (head.verb === "remember" && !/\bthat\b/.test(wordsOf(instruction)) || head.verb === "wait" && body.to <= body.from) return true;
  return head.form === "modal" && !head.negative &&
    /^(?:look|find|think|know|feel|guess)$/.test(head.verb);
}

const IDLE_CONDITION =
  /^(?:you (?:are|can|could|want|wish|like|have|get|find out|need|think|know|prefer|feel|would|do not mind|start|begin|go|finish|leave|reply|see this|notice that|read this)|it (?:is|works|does|helps|makes)|that (?:is|works|helps)|this|possible|necessary|needed|not|so|i am|he|she|they are|ready|done)\b/;

/** Conditions about the assistant's tasks make a rule; conditions of the moment do not. */
function isTaskCondition(instruction: Instruction, pushed: boolean): boolean {
  const { condition, sentence } = instruction;
  if (condition === null) return false;
  const folds = sentence.tokens.slice(condition.from, condition.to).map((token) => token.fold);
  const text = folds.join(" ");
  if (IDLE_CONDITION.test(text) && condition.opener !== "whenever") return false;
  if (folds.some((word) => /^(?:today|tomorrow|tonight|now|this|yesterday)$/.test(word))) {
    return false;
  }
  if (/^(?:in|for|on|with|at|during|under|inside|throughout)$/.test(condition.opener)) {
    return frontIsStanding(instruction, text, pushed);
  }
  if (condition.opener === "whenever") return true;
  const first = folds[0] ?? "";
  if (first === "you") {
    return !folds.slice(2, 4).some((word) => /^(?:it|that|this|them|him|her)$/.test(word));
  }
  if (first.endsWith("ing") && baseForm(first) !== undefined) return true;
  if (/^(?:i|we)$/.test(first)) {
    return instruction.head.form !== "want" &&
      (condition.opener === "when" || condition.opener === "if") &&
      /^(?:ask|say|send|give|paste|share|mention|write|post|upload|want|name|request|forward|dictate|report|type|tell|call)$/
        .test(folds[1] ?? "");
  }
  if (
    /^(?:a|an|any|someone|somebody|something|there|no|anyone|people|customers|guests|anybody)$/
      .test(first)
  ) {
    return condition.opener !== "if" || pushed || !/^(?:there)$/.test(first);
  }
  if (first === "the" || first === "it") return pushed && condition.opener === "when";
  return /s$/.test(first) || folds.some((word) => OUTPUTS.has(word)) && condition.opener === "when";
}

/** `In release notes, …`, `For board mails, …`: only with a kind of output. */
function frontIsStanding(instruction: Instruction, text: string, pushed: boolean): boolean {
  const plural = text.split(" ").some((word) => OUTPUTS.has(word) && /[^s]s$/.test(word));
  const quantified = /^(?:all|any|every|each|future|my|our)\b/.test(text) &&
    !/\b(?:this|the)\b/.test(text);
  return (plural || quantified && text.split(" ").some((word) => OUTPUTS.has(word))) &&
    (pushed || plural || quantified) && !/^(?:this|the|these)\b/.test(text) &&
    instruction.head.form !== "want";
}

/** Weak standing forms that need no objection: `no X`, `stop X-ing`, `keep answers short`, `with me`. */
function isStyleRule(instruction: Instruction, pushed: boolean): boolean {
  const { head, sentence, body } = instruction;
  const folds = sentence.tokens.map((token) => token.fold);
  const text = folds.join(" ");
  if (head.form === "fragment" && head.negative) {
    return isStyle(instruction) || namesPluralOutput(instruction);
  }
  if (
    /^(?:stop|quit|cease)$/.test(sentence.tokens[head.at]?.fold ?? "") ||
    head.negative && head.form === "polite"
  ) return isGeneric(instruction) && hasPlural(instruction);
  const toMe = /\b(?:with|to) me\b/.test(text);
  if (isStyle(instruction) && toMe && head.form !== "want") return true;
  if (
    /^(?:keep|make|limit)$/.test(head.verb) &&
    (namesPluralOutput(instruction) || isLimit(instruction) && pushed ||
      /^it\b/.test(folds.slice(body.from).join(" ")) && isLimit(instruction) && pushed)
  ) {
    return isStyle(instruction) || isLimit(instruction) ||
      namesPluralOutput(instruction) &&
        /\b(?:short|brief|simple|concise|sober|formal|friendly|crisp|tight|plain|less|more|shorter|simpler)\b/
          .test(text);
  }
  if (head.form === "modal" && isStyle(instruction) && namesPluralOutput(instruction)) return true;
  if (head.form === "want" && isStyle(instruction) && namesPluralOutput(instruction)) return true;
  if (
    /^(?:stick|keep)$/.test(head.verb) && sentence.tokens[body.from]?.fold === "to" &&
    isGeneric(instruction)
  ) return true;
  if (
    /^(?:use|write|answer)$/.test(head.verb) &&
    /\b(?:spelling|metric|imperial|celsius|fahrenheit|24-hour|12-hour|formal address|first names?|informal address)\b/
      .test(text)
  ) return true;
  if (head.negative && head.form === "imperative" && isGeneric(instruction)) {
    return isStyle(instruction) && (namesPluralOutput(instruction) || hasPlural(instruction));
  }
  return head.form === "norm" && head.always && (namesPluralOutput(instruction) || pushed);
}

function hasPlural(instruction: Instruction): boolean {
  const { sentence, body } = instruction;
  return sentence.tokens.slice(body.from, body.to).some((token) =>
    /[^s]s$/.test(token.fold) && token.fold.length > 3 && token.kind === "word"
  ) || body.to - body.from <= 1 ||
    isStyle(instruction);
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
  if (leavesOut(instruction)) return true;
  if (!isGeneric(instruction)) return false;
  if (head.negative) return true;
  const text = sentence.tokens.slice(head.at, body.to).map((token) => token.fold).join(" ");
  if (usesTools && /\b(?:not|instead of|rather than|never)\b/.test(text)) return true;
  if (/^(?:use|query|check|ask|consult|look|verify|follow|wait|confirm)\b/.test(text)) {
    return usesTools || !/^use (?:the|my|our|a) /.test(text) || USABLE.test(text);
  }
  if (/\b(?:not|instead of|rather than|without|never|nobody|only|just)\b/.test(text)) {
    return hasPlural(instruction) || isStyle(instruction);
  }
  if (/^(?:leave|skip|drop|cut|omit|spare)\b/.test(text)) return true;
  if (
    /\bfirst\b/.test(text) &&
    /^(?:ask|check|verify|confirm|read|test|run|look|list|show)\b/.test(text)
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

/** `answer the question and leave the tips out`. */
function leavesOut(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  const text = sentence.tokens.slice(head.at, body.to).map((token) => token.fold).join(" ");
  return /\b(?:leave|skip|drop|cut|omit|spare me|save) (?:out |off )?(?:the |all the |your )?(?:[\w-]+ )?\w+s\b/
    .test(text);
}

const POINTER_ONLY =
  /^(?:it|this|that|these|those|so|like (?:that|this)|the same|them)\b(?: (?:way|like (?:that|this)|again|always|please|here|there|up|thing))*$/;

/** Words that point at something said before. */
const POINTER = /^(?:it|this|that|these|those|them|both|so|there)$/;

/** The content with its pointer resolved from the sentence before, or null when it points at nothing. */
function resolvePointer(read: ReadTurn, found: Found): string | null {
  const { instruction, sentence } = found;
  const { head, body } = instruction;
  const content = contentOf(instruction);
  const object = sentence.tokens[body.from]?.fold ?? "";
  if (!POINTER.test(object) || instruction.condition !== null && head.verb !== "do") return content;
  const text = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  const before = read.sentences[found.index - 1];
  if (before === undefined || before.lang !== "en") return POINTER_ONLY.test(text) ? null : content;
  const earlier = instructionIn(before, 0, before.tokens.length) ??
    earlierInstruction(read, found.index - 2);
  const solid = earlier !== null && !isSilent(earlier.sentence, earlier) &&
    !POINTER.test(earlier.sentence.tokens[earlier.body.from]?.fold ?? "");
  if (earlier !== null && solid) {
    const first = contentOf(earlier);
    if (head.verb === "do" || head.verb === "keep") return first;
    return `${first}; ${content.charAt(0).toLowerCase()}${content.slice(1)}`;
  }
  const noun = lastNoun(before);
  if (noun !== "" && object !== "both" && object !== "so" && object !== "there") {
    return content.replace(new RegExp(`\\b${object}\\b`, "i"), noun);
  }
  return POINTER_ONLY.test(text) ? null : content;
}

/** The instruction of a sentence further up, when it has one. */
function earlierInstruction(read: ReadTurn, index: number): Instruction | null {
  const sentence = read.sentences[index];
  return sentence === undefined || sentence.lang !== "en"
    ? null
    : instructionIn(sentence, 0, sentence.tokens.length);
}

/** The last noun of a sentence that is definite or plural; "" when there is none. */
function lastNoun(sentence: Sentence): string {
  const folds = sentence.tokens.map((token) => token.fold);
  for (let at = folds.length - 1; at >= 0; at--) {
    const word = folds[at] ?? "";
    if (sentence.tokens[at]?.kind !== "word") continue;
    if (/^(?:the|a|an|my|your)$/.test(folds[at - 1] ?? "") && baseForm(word) !== word) {
      return `the ${word}`;
    }
    if (/[^s]s$/.test(word) && word.length > 3 && !NO_NOUNS.test(word)) return word;
  }
  return "";
}

const NO_NOUNS =
  /^(?:always|does|goes|says|gets|makes|looks|this|thanks|needs|yes|was|has|is|keeps|perhaps|besides)$/;

function triggerOf(
  found: Found,
  evidence: Evidence,
  scope: Scope,
  context: Context,
  read: ReadTurn,
): string {
  const { instruction } = found;
  const own = conditionTrigger(instruction) || supplierTopic(found.sentence);
  const limit = scope.kind === "limited" && scope.from >= 0
    ? `, ${textOf(found.sentence, scope.from, scope.to, { person: "rule" }).toLowerCase()}`
    : "";
  if (own !== "") {
    return limit !== "" && !own.toLowerCase().includes(limit.slice(2)) ? `${own}${limit}` : own;
  }
  const topic = topicTrigger(instruction);
  if (/^D[4567]$/.test(evidence.detector) && !isStyleWide(instruction)) {
    const request = requestTrigger(context.window, read.index);
    if (
      request !== "" &&
      (topic === EVERY_ANSWER || topic === "When answering" || !namesOutput(instruction))
    ) return `${request}${limit}`;
  }
  return `${topic}${limit}`;
}

/** Units, language and address hold for every answer, whatever was asked. */
function isStyleWide(instruction: Instruction): boolean {
  return instruction.head.form === "fragment" && isStyle(instruction) || isLimit(instruction);
}

/** `One thing that holds for all supplier negotiations: …`. */
function supplierTopic(sentence: Sentence): string {
  const colon = sentence.tokens.findIndex((token) => token.text === ":");
  if (colon < 3) return "";
  const folds = sentence.tokens.slice(0, colon).map((token) => token.fold);
  const at = folds.findLastIndex((word) => /^(?:for|about|with|on|in|of)$/.test(word));
  const holds = folds.some((word) =>
    /^(?:rule|thing|holds|applies|goes|request|wish|general|generally|note|reminder|remember)$/
      .test(word)
  );
  if (!holds || at < 0) return "";
  const range = textOf(sentence, at + 1, colon, { person: "rule" }).replace(
    /^(?:all|every|each|any|the user's) /i,
    "",
  );
  return range === "" ? "" : `When it comes to ${range}`;
}

/** What the user objected to, in at most twelve words and without numbers. */
export function faultText(pushbacks: readonly Pushback[], rule: Sentence): string {
  const push = pushbacks.find((entry) => entry.sentence !== rule) ?? pushbacks[0];
  if (push === undefined) return "";
  const end = Math.min(push.sentence.tokens.length, 14);
  const kept = push.sentence.tokens.slice(0, end).filter((token) => token.kind !== "number");
  if (kept.filter((token) => token.kind === "word").length < 4) return "";
  const text = textOf(push.sentence, 0, end, { person: "rule" });
  return text.split(/\s+/).filter((word) => !/^\W*\d/.test(word)).slice(0, 12).join(" ").replace(
    /[\s,;:.!?]+$/,
    "",
  ).toLowerCase();
}

/** A second imperative right behind a rule belongs to it, unless it is the order of the moment. */
function extendLast(
  drafts: { draft: PlaybookDraft; index: number; open: boolean }[],
  found: Found,
  options: { readonly read: ReadTurn; readonly isRule: boolean },
): void {
  const { read, isRule } = options;
  const last = drafts.at(-1);
  if (
    last === undefined || !last.open || found.index - last.index > 1 || last.draft.read !== read
  ) return;
  const { instruction } = found;
  last.open = false;
  if (
    instruction.head.form === "want" || !isRule && !isGeneric(instruction) ||
    found.sentence.tokens[0]?.fold === "now"
  ) return;
  const firstWords = found.sentence.tokens.slice(0, 2).map((token) => token.fold).join(" ");
  if (/^(?:now|for now|today|first)\b/.test(firstWords)) return;
  const more = contentOf(instruction);
  const text = `${last.draft.content}; ${more.charAt(0).toLowerCase()}${more.slice(1)}`;
  if (text.length > 320) return;
  last.draft = {
    ...last.draft,
    content: text,
    spans: [...last.draft.spans, ...spansOf(read, instruction)],
  };
  last.open = true;
}
