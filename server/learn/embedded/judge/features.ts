/**
 * What a unit is judged by: its words and how it stands in its turn.
 *
 * @module
 */

import { strongCue } from "../analysis/scope.ts";
import { AT_HAND, LASTING_VERBS } from "../lexicon/life.ts";
import {
  ACCESS_WORDS,
  ANIMALS,
  BODY_PARTS,
  CONDITION_NOUNS,
  FOODS,
  JOBS,
  LANGUAGES,
  RELATIONS,
} from "../lexicon/people.ts";
import {
  CURRENCIES,
  DAYS,
  DEVICES,
  DURABLES,
  OUTPUTS,
  STYLE_WORDS,
  TOOLS,
} from "../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../lexicon/verbs.ts";
import { BUSINESSES } from "../lexicon/things.ts";
import { TRADE_VERBS, WORKPLACES } from "../lexicon/work.ts";
import { wordSet } from "../lexicon/words.ts";
import type { Lang, ReadTurn, Sentence, Token } from "../types.ts";
import { FeatureCodes, FeatureNames, type FeatureSink } from "./feature_sink.ts";
import { isLead } from "./told_text.ts";
import type { Unit } from "./units.ts";

/** Where a unit stands. */
export interface UnitPlace {
  readonly read: ReadTurn;
  readonly sentence: Sentence;
  readonly unit: Unit;
  /** The turns of the window, oldest first. */
  readonly window: readonly ReadTurn[];
}

/** Classes of words, by name. */
const CLASSES: Readonly<Record<string, ReadonlySet<string>>> = {
  access: ACCESS_WORDS,
  animal: ANIMALS,
  at_hand: AT_HAND,
  body: BODY_PARTS,
  business: BUSINESSES,
  condition: CONDITION_NOUNS,
  currency: CURRENCIES,
  day: DAYS,
  device: DEVICES,
  durable: DURABLES,
  food: FOODS,
  job: JOBS,
  language: LANGUAGES,
  lasting: LASTING_VERBS,
  output: OUTPUTS,
  relation: RELATIONS,
  style: STYLE_WORDS,
  tool: TOOLS,
  trade: TRADE_VERBS,
  workplace: WORKPLACES,
};

/** The classes of each word. */
const CLASSES_OF: ReadonlyMap<string, readonly string[]> = classesByWord();

function classesByWord(): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const [name, words] of Object.entries(CLASSES)) {
    for (const word of words) out.set(word, [...(out.get(word) ?? []), name]);
  }
  return out;
}

const ADVERB =
  /^(?:not|never|always|usually|often|also|just|only|still|really|now|already|mostly|both|all|even|sometimes|rarely|hardly)$/;
/** From so many characters on a turn tells a tale. */
const LONG_TURN = 400;
const AUXILIARY =
  /^(?:am|are|is|was|were|be|been|have|has|had|do|does|did|can|could|will|would|should|must|may|might|not|never|always|only|just|also|still|usually|often|really|both|all|now|already|mostly|mainly|even|to|got|get|keep|been)$/;
const FIRST = wordSet("i we my our me us mine ours");
const NO_CLASSES: readonly string[] = [];
/** Names of lengths, three words each. */
const LENGTHS = ["0", "1", "2", "3", "4", "5"];
/** Letters that stand for a word of a language without a stemmer here. */
const STEM = 5;
/** What answers asked; it is the same for all units of a turn. */
const ASKED = new WeakMap<ReadTurn, readonly (readonly [string, string])[]>();
/** Characters at the end of an answer that may hold its question. */
const ASKED_LENGTH = 300;

/** What the features of a language begin with. */
function prefixOf(lang: Lang): string {
  return lang === "en" ? "" : `${lang}/`;
}

/** Names of the features of a unit, each once. */
export function featureNames(place: UnitPlace): string[] {
  const sink = new FeatureNames(prefixOf(place.sentence.lang));
  collect(place, sink);
  return sink.all();
}

/** Numbers of the features of a unit, some twice: those that `codeOf()` gives their names. */
export function featureCodes(place: UnitPlace): readonly number[] {
  const sink = new FeatureCodes(prefixOf(place.sentence.lang));
  collect(place, sink);
  return sink.all();
}

function collect(place: UnitPlace, sink: FeatureSink): void {
  const { sentence, unit } = place;
  let { from } = unit;
  if (sentence.lang === "en") { while (from < unit.to - 1 && isLead(sentence, from)) from++; }
  const words = sentence.tokens.slice(from, unit.to).filter((token) => token.kind !== "punct");
  if (sentence.lang === "en") collectEnglish(place, words, sink);
  else collectForeign(place, words, sink);
}

function foldsOf(words: readonly Token[]): string[] {
  return words.map((token) => token.kind === "number" ? "#" : token.fold);
}

/** Words of a language whose lexicon is not asked. */
function collectForeign(place: UnitPlace, words: readonly Token[], sink: FeatureSink): void {
  const folds = foldsOf(words);
  collectWords(folds, sink);
  for (const fold of folds) if (fold.length > STEM) sink.add("p", fold.slice(0, STEM));
  collectStanding(place, folds, "", sink);
}

function collectEnglish(place: UnitPlace, body: readonly Token[], sink: FeatureSink): void {
  const folds = foldsOf(body);
  collectWords(folds, sink);
  const subject = subjectOf(body);
  sink.add("subj", subject);
  const verb = verbOf(body, subject);
  if (verb !== "") {
    sink.add("v", verb);
    sink.add("sv", subject, verb);
  }
  const form = formOf(body, subject);
  if (form !== "") sink.add("form", form);
  for (const { fold } of body) {
    for (const name of CLASSES_OF.get(fold) ?? NO_CLASSES) sink.add("c", name);
  }
  collectStanding(place, folds, subject, sink);
}

function collectWords(folds: readonly string[], sink: FeatureSink): void {
  const [first = "", second] = folds;
  sink.add("bias", "");
  for (let at = 0; at < folds.length; at++) {
    const fold = folds[at] ?? "";
    sink.add("w", fold);
    if (at > 0) sink.add("b", folds[at - 1] ?? "", fold);
  }
  sink.add("s1", first);
  if (second !== undefined) sink.add("s2", first, second);
  sink.add("e", folds.at(-1) ?? "");
  sink.add("n", LENGTHS[Math.min(5, Math.floor(folds.length / 3))] ?? "");
}

function subjectOf(body: readonly Token[]): string {
  const first = body[0]?.fold ?? "";
  if (FIRST.has(first)) return first;
  if (/^(?:you|your|it|this|that|these|those|there|he|she|they|his|her|their)$/.test(first)) {
    return first;
  }
  if (isTaskVerb(first) && baseForm(first) === first) return "order";
  if (/^(?:please|do|never|always|no|not|only|just|let)$/.test(first)) return `order_${first}`;
  const at = body.slice(0, 9).findIndex((token) => FIRST.has(token.fold));
  if (at > 0) return `late_${body[at]?.fold}`;
  return /^(?:the|a|an)$/.test(first) ? "the" : /(?:ing)$/.test(first) ? "ing" : "none";
}

/** The first content verb behind the subject. */
function verbOf(body: readonly Token[], subject: string): string {
  const from = subject.startsWith("late_")
    ? body.findIndex((token) => FIRST.has(token.fold)) + 1
    : subject.startsWith("order")
    ? 0
    : 1;
  let auxiliary = "";
  for (const token of body.slice(from, from + 6)) {
    if (AUXILIARY.test(token.fold)) {
      if (auxiliary === "" && !/^(?:not|never|always|only|just|also|to)$/.test(token.fold)) {
        auxiliary = token.fold;
      }
      continue;
    }
    const base = baseForm(token.fold);
    if (base !== undefined) return auxiliary === "" ? base : `${auxiliary} ${base}`;
    if (auxiliary !== "") return auxiliary;
  }
  return auxiliary;
}

/** Tense and mood of the user's verb; "" where the user is not the subject. */
function formOf(body: readonly Token[], subject: string): string {
  if (subject !== "i" && subject !== "we") return "";
  let at = 1;
  while (at < 4 && ADVERB.test(body[at]?.fold ?? "")) at++;
  const verb = body[at]?.fold ?? "";
  const next = body[at + (ADVERB.test(body[at + 1]?.fold ?? "") ? 2 : 1)]?.fold ?? "";
  if (verb === "am" || verb === "are") {
    return next === "going" ? "future" : next.endsWith("ing") ? "progressive" : "state";
  }
  if (verb === "will") return "future";
  if (verb === "was" || verb === "were") return next.endsWith("ing") ? "was_doing" : "was";
  if (verb === "have") {
    return next === "been" ? "has_been" : /(?:ed|en|[^d]one)$/.test(next) ? "perfect" : "have";
  }
  if (/^(?:can|could|would|should|might|may|must|do|did|need|want)$/.test(verb)) return verb;
  const base = baseForm(verb);
  return base === undefined ? "" : base === verb ? "present" : "past";
}

/** How the unit stands in its sentence, turn and window; in English with its subject as well. */
function collectStanding(
  place: UnitPlace,
  folds: readonly string[],
  subject: string,
  sink: FeatureSink,
): void {
  const { read, sentence, unit, window } = place;
  const add = (kind: string, value = "") => {
    sink.add(kind, value);
    if (subject !== "") sink.add(kind, value, subject);
  };
  const first = unit.clauses[0];
  add("mood", first?.mood);
  if (first?.opener) add("op", first.opener);
  add("end", unit.to === sentence.tokens.length ? sentence.terminator : "go");
  if (strongCue(folds, sentence.lang) !== "") add("strong");
  const { index } = sentence;
  if (asks(read.sentences[index - 1])) add("asked_before");
  if (asks(read.sentences[index + 1])) add("asks_next");
  add(
    "at",
    index === 0 && unit.from === 0 ? "first" : index === read.sentences.length - 1 ? "last" : "mid",
  );
  const before = window[read.index - 1];
  if (before === undefined) add("opens");
  else if (before.turn.speaker === "assistant") {
    if (before.turn.toolsUsed.length > 0) add("tool");
    for (const [kind, value] of askedIn(before)) add(kind, value);
  }
  const heads = headBefore(read, sentence, unit);
  sink.add("after", heads[0]?.fold ?? "", heads[1]?.fold);
  if (read.text.length > LONG_TURN) add("long");
  if (namesOne(sentence, unit)) add("name");
  let [number, ed, own, you] = [false, false, false, false];
  for (const fold of folds) {
    number ||= fold === "#";
    ed ||= fold.endsWith("ed");
    own ||= FIRST.has(fold);
    you ||= fold === "you" || fold === "your";
  }
  if (number) add("number");
  if (ed) add("ed");
  if (own) add("own");
  if (you) add("you");
}

function asks(sentence: Sentence | undefined): boolean {
  return sentence?.clauses.some(({ mood }) => mood === "question") === true;
}

/** Whether a capital inside the unit names somebody or something. */
function namesOne(sentence: Sentence, unit: Unit): boolean {
  if (sentence.lowerCase) return false;
  for (let at = unit.from + 1; at < unit.to; at++) {
    const token = sentence.tokens[at];
    if (token?.capital === true && token.fold !== "i") return true;
  }
  return false;
}

/** What the assistant had asked: its question word, and whether it asked about the user. */
function askedIn(answer: ReadTurn): readonly (readonly [string, string])[] {
  const known = ASKED.get(answer);
  if (known !== undefined) return known;
  const question = /([^.!?\n]*)\?\s*$/.exec(answer.turn.content.slice(-ASKED_LENGTH))?.[1]?.trim()
    .toLowerCase();
  const out: [string, string][] = question === undefined
    ? [["reacts", ""]]
    : [["answers", ""], ["ask", question.split(/[^a-z']+/)[0] ?? ""]];
  if (question !== undefined && /\b(?:you|your)\b/.test(question)) out.push(["ask_you", ""]);
  ASKED.set(answer, out);
  return out;
}

/** First words of what was said right before. */
function headBefore(read: ReadTurn, sentence: Sentence, unit: Unit): readonly Token[] {
  if (unit.from === 0) {
    return read.sentences[sentence.index - 1]?.tokens.slice(0, 2) ?? [];
  }
  const clause = sentence.clauses.findLast(({ to }) => to <= unit.from);
  return clause === undefined ? [] : sentence.tokens.slice(clause.from, clause.from + 2);
}
