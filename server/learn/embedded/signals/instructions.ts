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
      const draft = judge(read, found, pushbacks, context);
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
  const before = read.sentences[found.index - 1];
  const lead = before?.tokens.map((token) => token.fold).join(" ") ?? "";
  if (
    /^(?:(?:please|and) )?(?:remember (?:this|that)|new rule|one rule|a rule|rule|for the future|from now on|house rule|one thing|note for the future)(?: rule| please| for (?:the future|next time|later))?$/
      .test(lead)
  ) return lead;
  return found.instruction.head.always ? "always" : "";
}

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
  if (pointsAtNothing(instruction)) {
    context.declined.push(declinedOf({ ...seen, detector: evidence.detector }, "unresolved"));
    return null;
  }
  const trigger = triggerOf(found, evidence, scope, context, read);
  const fault = faultText(pushbacks, sentence);
  return {
    ...seen,
    detector: evidence.detector,
    trigger,
    content: contentOf(instruction),
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
  if (pushed && isAlternative(instruction, usesTools)) {
    return { detector, base: instruction.head.negative ? 80 : 82, adjust: [...shout, ...again] };
  }
  return null;
}

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
  if (head.verb === "remember" || head.verb === "wait" && body.to <= body.from) return true;
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
  if (/^(?:a|an|any|someone|somebody|something|there|no|anyone)$/.test(first)) {
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
    return isStyle(instruction) || namesPluralOutput(instruction) || pushed;
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
    return usesTools ||
      !/^use (?:the|my) (?:other|second|first|next|last|blue|red|new|old)\b/.test(text);
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

/** The instruction only points (`always do it like this`). */
function pointsAtNothing(instruction: Instruction): boolean {
  const { sentence, body } = instruction;
  const text = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  return POINTER_ONLY.test(text) && instruction.condition === null;
}

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
  if (kept.length < 2) return "";
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
