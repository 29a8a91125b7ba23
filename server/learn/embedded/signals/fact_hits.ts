/**
 * Steps 7 and 8 for facts: where cues stand, and which values fit their slots.
 *
 * @module
 */

import type { ReadTurn, Sentence } from "../types.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { wordSet } from "../lexicon/words.ts";
import type { FiledCue } from "../rules/index.ts";
import { matchAt, type PatternMatch } from "../rules/pattern.ts";
import type { FactRule } from "../rules/rule.ts";
import { SHAPES } from "../rules/shape_table.ts";
import { free, isFood, type Shape, taste, type ValueRange } from "../rules/shapes.ts";
import { valueEnd, valueStart } from "../rules/values.ts";
import { type Context, scopeFor } from "./finding.ts";
import { correctedRange } from "./self_correction.ts";

/** A cue that matched. */
export interface Matched {
  readonly filed: FiledCue<FactRule>;
  readonly match: PatternMatch;
}

/** A match whose values fit their slot. */
export interface Hit extends Matched {
  readonly values: ReadonlyMap<string, ValueRange>;
}

/** Cues of facts that stand in a sentence, wherever they do. */
export function matchesIn(sentence: Sentence, context: Context): Matched[] {
  const out: Matched[] = [];
  const cues = sentence.hasWords ? context.cues.facts(sentence) : null;
  if (cues === null) return out;
  const scope = scopeFor(sentence, context.budget);
  sentence.tokens.forEach((token, at) => {
    if (token.kind === "mask") return;
    for (const filed of cues.at(token)) {
      const match = matchAt(filed.pattern, scope, at);
      if (match !== null) out.push({ filed, match });
    }
  });
  return out;
}

/** A match with its values, or null where they do not fit or something speaks against it. */
export function hitOf(read: ReadTurn, sentence: Sentence, { filed, match }: Matched): Hit | null {
  const { rule } = filed;
  if (isBlocked(rule, sentence, match)) return null;
  const values = valuesOf(rule, sentence, match) ?? pointedFood(rule, match, read, sentence);
  return values === null ? null : { filed, match, values };
}

const BLOCKS = new Map<string, readonly (readonly string[])[]>();

function isBlocked(rule: FactRule, sentence: Sentence, match: PatternMatch): boolean {
  if (rule.block === undefined) return false;
  const blocks = BLOCKS.get(rule.id) ?? rule.block.map((phrase) => phrase.split(" "));
  BLOCKS.set(rule.id, blocks);
  const from = Math.max(0, (match.cue[0] ?? 0) - 2);
  // Signs are short, so a block of Chinese or Japanese may stand far behind the first of the cue.
  const reach = Math.max(from + 14, (match.cue.at(-1) ?? 0) + (isSigns(sentence) ? 6 : 0));
  const folds = sentence.tokens.slice(from, reach).map((token) => token.fold);
  return blocks.some((phrase) =>
    folds.some((_, at) => phrase.every((word, step) => folds[at + step] === word))
  );
}

function isSigns(sentence: Sentence): boolean {
  return sentence.lang === "zh" || sentence.lang === "ja";
}

/** `when you write to me`, `wenn ich nach Preisen frage`: a case of the assistant's, for which a rule is told. */
const TO_ASSISTANT = /^(?:you|your|frage|demande|pregunto|pergunto|pido|peço)$/;

function valuesOf(
  rule: FactRule,
  sentence: Sentence,
  match: PatternMatch,
): ReadonlyMap<string, ValueRange> | null {
  const out = new Map<string, ValueRange>();
  for (const [name, range] of match.values) {
    const open = range.to < 0;
    const to = open ? valueEnd(sentence, range.from, rule.extent) : closedEnd(sentence, range.to);
    const from = valueStart(sentence, range.from, to);
    if (to <= from || isDenied(rule, sentence, name, from)) return null;
    const isCondition = name === "a" && rule.slot === "prefer.if";
    if (
      isCondition &&
      sentence.tokens.slice(from, to).some((token) => TO_ASSISTANT.test(token.fold))
    ) return null;
    const check = isCondition ? SHAPES.any : checkOf(rule, name, match.values.size > 1);
    const meant = open && name === "v" ? correctedRange(sentence, to, rule.extent) : null;
    const fitted = name === "b"
      ? { sentence, from, to }
      : meant !== null && check({ sentence, ...meant }) || check({ sentence, from, to });
    if (fitted === null || !open && rule.shape === "person" && fitted.to !== to) return null;
    out.set(name, fitted);
  }
  return out;
}

/** `my grandson and comes to us`: a value inside a cue does not end with `and`. */
function closedEnd(sentence: Sentence, to: number): number {
  return sentence.lang === "en" && /^(?:and|but)$/.test(sentence.tokens[to - 1]?.fold ?? "")
    ? to - 1
    : to;
}

const DENIALS = wordSet("not never hardly neither no nothing");

/** `I'm not a nurse`: a value that opens with a denial is none, except where the slot says so. */
function isDenied(rule: FactRule, sentence: Sentence, name: string, from: number): boolean {
  if (name !== "v") return false;
  const first = sentence.tokens[from]?.fold ?? "";
  if (
    (first === "i" || first === "we") &&
    /^(?:am|are|have|do|can)$/.test(sentence.tokens[from + 1]?.fold ?? "")
  ) return true;
  // `it's the almonds and not the apples that …`: half of a list.
  if (sentence.lang === "en" && /^(?:and|or|but|nor)$/.test(first)) return true;
  // `no arquivo`: in Portuguese a place, and no denial.
  return sentence.lang !== "pt" && DENIALS.has(first) &&
    !/^(?:habit|prefer|prefer\.if|goal|level|budget|contact)$/.test(rule.slot);
}

/** `My stomach can't handle them`: the pronoun stands for the nearest food before it. */
function pointedFood(
  rule: FactRule,
  match: PatternMatch,
  read: ReadTurn,
  sentence: Sentence,
): ReadonlyMap<string, ValueRange> | null {
  if (rule.slot !== "allergy" && rule.slot !== "diet.avoid") return null;
  const value = match.values.get("v");
  const pointer = value === undefined ? undefined : sentence.tokens[value.from];
  if (
    value === undefined || pointer === undefined || !/^(?:them|it|those|that)$/.test(pointer.fold)
  ) return null;
  // `I have that wasp allergy`: it stands before its noun.
  const next = sentence.tokens[value.from + 1];
  if (
    pointer.fold === "that" && next?.kind === "word" && !FUNCTION_WORDS.has(next.fold)
  ) return null;
  const here = sentence.tokens.slice(0, match.cue[0] ?? 0).findLastIndex((token) => isFood(token));
  if (here >= 0) return new Map([["v", { sentence, from: here, to: here + 1 }]]);
  const before = read.sentences[sentence.index - 1];
  const there = before?.tokens.findLastIndex((token) => isFood(token)) ?? -1;
  return before === undefined || there < 0
    ? null
    : new Map([["v", { sentence: before, from: there, to: there + 1 }]]);
}

/** Checker of a value by its name; the losing side of a comparison may be vague. */
function checkOf(rule: FactRule, name: string, isPair: boolean): Shape {
  if (name === "a" && rule.aShape !== undefined) return SHAPES[rule.aShape];
  if (name !== "v") return rule.shape === "taste" ? taste : free;
  return rule.slot === "prefer" && isPair ? free : SHAPES[rule.shape];
}
