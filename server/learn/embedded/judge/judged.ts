/**
 * Units that no rule took, judged, and what facts and rules of them share.
 *
 * @module
 */

import { type Context, spanOf } from "../signals/finding.ts";
import { isCaseNote } from "../signals/other_people.ts";
import { contentStems } from "../text/stem.ts";
import type { Declined, EvidenceSpan, Finding, ReadTurn, Sentence } from "../types.ts";
import { featureCodes } from "./features.ts";
import { introduces, isIdle, isIdleAbroad, isLeftOut } from "./idle_talk.ts";
import { judge, type Judgement } from "./judge.ts";
import { coreOf } from "./told_text.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Slot of facts that no slot of its own takes. */
export const SLOT = "told";
/** Least probability. */
export const LEAST = 0.8;
/** The same where a mood, the subject or what stands beside it speaks against. */
export const LEAST_DOUBTFUL = 0.9;
/** The same where a rule has read it as said for this once. */
const LEAST_ONCE = 0.85;
/** Enough for a unit beside a surer one. */
export const LEAST_BESIDE = 0.5;
/** Words that say something, fewest of an item. */
const LEAST_WORDS = 2;
/** What a rule has read and left for these reasons is not asked again. */
const VETO = /^(?:third_person|wish|sarcasm|sensitive|past|reported|hypothetical)$/;
const SILENT = /^(?:question|hypothetical|reported|sarcasm|past)$/;

/** A unit that no rule took, with what it is. */
export interface Judged {
  readonly sentence: Sentence;
  readonly unit: Unit;
  readonly judgement: Judgement;
  /** Least probability that it takes here. */
  readonly least: number;
  /** `Please keep to that`: a rule has read it as one that points at what stands beside it. */
  readonly isEcho: boolean;
}

/** The units of a turn that no rule took. */
export function judgedUnits(read: ReadTurn, found: readonly Finding[], context: Context): Judged[] {
  const vetoed = context.declined.filter(({ reason, turn }) =>
    turn === read.index && VETO.test(reason)
  );
  const spansOf = (entries: readonly { readonly spans: readonly EvidenceSpan[] }[]) =>
    entries.flatMap(({ spans }) => spans)
      .filter(({ interaction_id }) => interaction_id === read.turn.interactionId);
  const taken = spansOf([...found, ...vetoed]);
  const pointing = spansOf(
    context.declined.filter(({ reason, turn }) => turn === read.index && reason === "unresolved"),
  );
  const once = spansOf(
    context.declined.filter(({ reason, turn }) => turn === read.index && reason === "one_off"),
  );
  const holds = (spans: readonly EvidenceSpan[], sentence: Sentence, unit: Unit) => {
    const from = read.toRaw(sentence.tokens[unit.from]?.start ?? 0);
    const to = read.toRaw((sentence.tokens[unit.to - 1]?.end ?? 1) - 1) + 1;
    return spans.some((span) => span.start < to && span.end > from);
  };
  const { window } = context;
  return read.sentences.flatMap((sentence) =>
    unitsOf(sentence).filter((unit) =>
      isRead(sentence, unit) && !isCaseNote(read, sentence) && !holds(taken, sentence, unit) &&
      isTold(read, sentence, unit)
    ).map((unit) => ({
      sentence,
      unit,
      judgement: judge(featureCodes({ read, sentence, unit, window })),
      least: holds(once, sentence, unit)
        ? LEAST_ONCE
        : unit.clauses.some(({ mood }) => SILENT.test(mood))
        ? LEAST_DOUBTFUL
        : LEAST,
      isEcho: holds(pointing, sentence, unit),
    }))
  );
}

/** Whether there is talk to judge: words enough, hardly anything of it masked, and no question. */
function isRead(sentence: Sentence, unit: Unit): boolean {
  let words = 0;
  let masks = 0;
  for (let at = unit.from; at < unit.to; at++) {
    const kind = sentence.tokens[at]?.kind;
    if (kind === "mask") masks++;
    if (kind === "word" || kind === "cjk") words++;
  }
  return words >= 2 && masks <= 1 && words >= 4 * masks &&
    !unit.clauses.every(({ mood }) => mood === "hypothetical") &&
    (unit.clauses.some(({ mood }) => mood !== "question") ||
      sentence.tokens.slice(unit.from, unit.to).some(({ fold }) => HINTS.test(fold)));
}

/** Words by which a question may be a wish. */
const HINTS = /^(?:could|would|might|perhaps|maybe|may)$/;

/** Whether a unit is talk: no heading, no entry of a list, no manners, no figure of speech. */
function isTold(read: ReadTurn, sentence: Sentence, unit: Unit): boolean {
  const start = sentence.tokens[unit.from]?.start ?? 0;
  const end = sentence.tokens[unit.to - 1]?.end ?? start;
  const line = read.text.slice(read.text.lastIndexOf("\n", start - 1) + 1, start);
  const core = coreOf(sentence, unit);
  const folds = sentence.tokens.slice(core.from, core.to).map(({ fold }) => fold);
  return !introduces(sentence, unit) && !/^\s*(?:[#*>|+]|[-\u2022] )/.test(line) &&
    !/^[#*>|]/.test(read.text.slice(start, end)) && !isLeftOut(folds) &&
    !(sentence.lang === "en" ? isIdle(folds) : isIdleAbroad(folds));
}

/** `Anything above 40 knots and the vents stay shut`: a case and what is to be done, no fact. */
const CASE =
  /^(?:anything|anyone|anybody|everything) (?:above|over|below|under|beyond|past|outside|from|later than|earlier than|more than|less than) .{3,60} (?:and|or) (?!i\b|we\b)/;

function isCase({ sentence, unit }: Judged): boolean {
  const { from, to } = coreOf(sentence, unit);
  return CASE.test(sentence.tokens.slice(from, to).map(({ fold }) => fold).join(" "));
}

/** `…, so please don't use red and green`: an order, whatever it is about. */
function isAsked({ sentence, unit }: Judged): boolean {
  return sentence.lang === "en" &&
    /^(?:(?:so|and|but|then|,) )*please (?:do not|never|always) (?!worry\b|mind\b)\S/.test(
      sentence.tokens.slice(unit.from, unit.to).map(({ fold }) => fold).join(" "),
    );
}

/** How sure it is that a unit is a fact; 0 where it is likelier a rule. */
export function sureOfFact(entry: Judged): number {
  const { fact, passing, rule, nothing } = entry.judgement;
  return fact + passing >= rule && !isCase(entry) && !isAsked(entry) ? 1 - nothing : 0;
}

/** How sure it is that a unit is a rule; 0 where it is likelier a fact. */
export function sureOfRule(entry: Judged): number {
  const { fact, passing, rule, nothing } = entry.judgement;
  return rule > fact + passing || isCase(entry) || isAsked(entry) ? 1 - nothing : 0;
}

/** What opens with one of these says nothing without what stood before it. */
const POINTS = /^(?:it|this|that|these|those|they|he|she|mine|yours|theirs|both)$/;

/** `That word has no place in our texts`: it needs what stood before it. */
export function pointsAway({ sentence, unit }: Judged): boolean {
  return POINTS.test(sentence.tokens[coreOf(sentence, unit).from]?.fold ?? "");
}

/** `The way`, `You know`: too little to be of use without its turn. */
export function saysEnough(text: string, context: Context): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) ||
    contentStems(text, { stem: context.stem, keepTemplates: true }).length >= LEAST_WORDS;
}

/** Words that tell of a change. */
export const CHANGE =
  /\b(?:now|any longer|any ?more|no longer|from now on|from (?:this|next) (?:week|month|term|year|season) on(?:wards?)?|these days|since (?:mon|tues|wednes|thurs|fri|satur|sun)day|again|instead|gone|sold|after all|back (?:in|to|on)|left(?!-)|dropped|swapped|switched|changed|replaced|ditched|quit|retired|so (?:that|that is|we are|i am)|moved)\b/;

/** What was likely enough to be told of, and not to be learnt. */
export function doubtful(read: ReadTurn, { sentence, unit }: Judged, slot: string): Declined {
  return {
    ruleId: `${sentence.lang}.${slot === SLOT ? "told.fact" : "d9"}`,
    reason: "low_confidence",
    turn: read.index,
    spans: [spanOf(read, sentence, coreOf(sentence, unit), "value")],
    mood: unit.clauses[0]?.mood ?? "statement",
    lang: sentence.lang,
    slot,
  };
}
