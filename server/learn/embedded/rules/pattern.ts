/**
 * The cue language of the rules: token sequences, compiled once.
 *
 * A cue is a text of blank-separated elements:
 *
 * - `word`, `a|b|c`: one of these folded tokens; `word?` may be missing
 * - `(one two|three)`: one of several sequences; `(…)?` may be missing
 * - `@class`: a token of a word class; `@class?` may be missing
 * - `_`: any token; `*`: up to three tokens
 * - `{name}`: a value of 1 to 12 tokens; at the end of a cue it is open and the slot decides its end
 * - `^`: start of a clause; `$`: end of a clause
 *
 * Adverbs such as `really` or `also` between two elements are passed over.
 *
 * @module
 */

import type { Token } from "../types.ts";
import { CLASSES, FILLERS } from "./classes.ts";

type Element =
  | { readonly type: "literal"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly type: "class"; readonly name: string; readonly optional: boolean }
  | { readonly type: "any" }
  | { readonly type: "gap" }
  | { readonly type: "value"; readonly name: string }
  | { readonly type: "start" }
  | { readonly type: "end" };

/** A compiled cue without alternatives of different length. */
export interface Pattern {
  readonly elements: readonly Element[];
  /** Index of the first element that names words; the search starts there. */
  readonly anchor: number;
  /** Tokens that the elements before the anchor may take, or `value` when they open with a value. */
  readonly lead: number | "value";
  /** Words without which the cue cannot match: one of each list, rarest kinds first. */
  readonly required: readonly (readonly string[])[];
}

/** Where a cue matched. */
export interface PatternMatch {
  /** Token indexes of the cue words, without values. */
  readonly cue: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Value name → token range; an open value has `to` -1. */
  readonly values: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
}

/** Counts the work of a turn, so that a hostile turn ends early. */
export class StepBudget {
  #left: number;

  /** @param steps Steps that may be taken. */
  constructor(steps: number) {
    this.#left = steps;
  }

  /** Takes one step. @throws {BudgetError} When none is left. */
  step(): void {
    if (--this.#left < 0) throw new BudgetError("Cannot read the turn: step budget is used up");
  }
}

/** The step budget of a turn is used up. */
export class BudgetError extends Error {
  /** Name for logs and tests. */
  override readonly name = "BudgetError";
}

const MAX_VALUE = 12;
const MAX_FILLERS = 2;

/** Compiles a cue. @throws {SyntaxError} When it names no word to search for. */
export function compile(cue: string): Pattern[] {
  return expand(cue.trim()).map((flat) => {
    const elements = flat.split(/\s+/).filter((part) => part !== "").map(element);
    const anchor = elements.findIndex((part) =>
      (part.type === "literal" || part.type === "class") && !part.optional
    );
    if (anchor < 0) throw new SyntaxError(`Cannot compile cue "${cue}": it names no word`);
    const lead = leadOf(elements.slice(0, anchor));
    return { elements, anchor, lead, required: requiredWords(elements, anchor) };
  });
}

/** Tokens that the elements before an anchor may take. */
function leadOf(elements: readonly Element[]): Pattern["lead"] {
  if (elements[0]?.type === "value") return "value";
  const isWide = elements.some(({ type }) => type === "value" || type === "gap" || type === "any");
  return elements.length === 0 ? 0 : elements.length + (isWide ? MAX_VALUE : MAX_FILLERS);
}

/** Resolves `(…|…)` groups into flat cues. */
function expand(cue: string): string[] {
  const open = cue.indexOf("(");
  if (open < 0) return [cue];
  let depth = 0;
  let close = open;
  for (; close < cue.length; close++) {
    if (cue[close] === "(") depth++;
    if (cue[close] === ")" && --depth === 0) break;
  }
  const optional = cue[close + 1] === "?";
  const before = cue.slice(0, open);
  const after = cue.slice(close + (optional ? 2 : 1));
  const all = splitTop(cue.slice(open + 1, close));
  const single = all.filter((choice) => PLAIN_WORD.test(choice));
  const choices = all.filter((choice) => !PLAIN_WORD.test(choice));
  if (single.length > 0) choices.push(single.join("|"));
  if (optional) choices.push("");
  return choices.flatMap((choice) => expand(`${before}${choice}${after}`));
}

const PLAIN_WORD = /^[^\s@^$_*{}()?|]+$/;

function splitTop(inside: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let current = "";
  for (const char of inside) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char === "|" && depth === 0) {
      out.push(current);
      current = "";
    } else current += char;
  }
  out.push(current);
  return out;
}

function element(part: string): Element {
  if (part === "^") return { type: "start" };
  if (part === "$") return { type: "end" };
  if (part === "_") return { type: "any" };
  if (part === "*") return { type: "gap" };
  if (part.startsWith("{")) return { type: "value", name: part.slice(1, -1) };
  const optional = part.endsWith("?") && part.length > 1;
  const bare = optional ? part.slice(0, -1) : part;
  if (bare.startsWith("@")) {
    if (!CLASSES.has(bare)) throw new SyntaxError(`Cannot compile cue: no word class ${bare}`);
    return { type: "class", name: bare, optional };
  }
  return { type: "literal", words: new Set(bare.split("|")), optional };
}

function requiredWords(elements: readonly Element[], anchor: number): string[][] {
  return elements
    .filter((part, index) => index !== anchor && part.type === "literal" && !part.optional)
    .map((part) =>
      part.type === "literal" ? [...part.words, ...(part.words.has("is") ? ["'s"] : [])] : []
    )
    .toSorted((a, b) => a.length - b.length);
}

/** Words under which a pattern is filed, or null when its anchor is a word class. */
export function anchorWords(pattern: Pattern): readonly string[] | null {
  const anchor = pattern.elements[pattern.anchor];
  return anchor?.type === "literal" ? [...anchor.words] : null;
}

/** What a match may look at. */
export interface MatchScope {
  readonly tokens: readonly Token[];
  /** First token of the clause that holds a token. */
  clauseStart(index: number): number;
  /** One past the last token of the clause that holds a token. */
  clauseEnd(index: number): number;
  readonly budget: StepBudget;
}

/** Tries a pattern with its anchor word at token `at`. */
export function matchAt(pattern: Pattern, scope: MatchScope, at: number): PatternMatch | null {
  const { elements, lead } = pattern;
  if (lead === 0) return run(elements, 0, at, scope, NO_CUE);
  const start = Math.min(scope.clauseStart(at), scope.clauseStart(Math.max(0, at - 1)));
  const first = lead === "value" ? phraseStart(scope, start, at) : Math.max(start, at - lead);
  for (let from = first; from <= at; from++) {
    const match = run(elements, 0, from, scope, NO_CUE);
    if (match !== null && match.cue.includes(at)) return match;
  }
  return null;
}

const PHRASE_STOPS = new Set([
  "i",
  "we",
  "you",
  "he",
  "she",
  "it",
  "they",
  "so",
  "because",
  "and",
  "but",
  "or",
  "that",
  "have",
  "has",
  "am",
  "is",
  "are",
  "if",
  "when",
  "since",
  "ich",
  "wir",
  "und",
  "aber",
  "yo",
  "pero",
  "je",
  "et",
  "mais",
  "eu",
  "mas",
]);

/** Start of the noun phrase before a cue, within its clause. */
function phraseStart(scope: MatchScope, start: number, at: number): number {
  let from = at;
  while (from > start && at - from < MAX_VALUE) {
    const token = scope.tokens[from - 1];
    if (token === undefined || token.kind === "mask" || PHRASE_STOPS.has(token.fold)) break;
    if (token.kind === "punct" && !/^[-%/+#&]$/.test(token.text)) break;
    from--;
  }
  return from;
}

const NO_CUE: readonly number[] = [];
const NO_VALUES: PatternMatch["values"] = new Map();

function run(
  elements: readonly Element[],
  index: number,
  at: number,
  scope: MatchScope,
  cue: readonly number[],
): PatternMatch | null {
  scope.budget.step();
  const part = elements[index];
  if (part === undefined) {
    const first = cue[0] ?? at;
    return { cue, from: Math.min(first, at), to: at, values: NO_VALUES };
  }
  if (part.type === "start") {
    return isClauseStart(scope, at) ? run(elements, index + 1, at, scope, cue) : null;
  }
  if (part.type === "end") {
    return at >= scope.tokens.length || at >= scope.clauseEnd(Math.max(0, at - 1)) ||
        isTrailing(scope, at)
      ? run(elements, index + 1, at, scope, cue)
      : null;
  }
  if (part.type === "value") return runValue(elements, index, at, scope, cue, part.name);
  if (part.type === "gap") {
    for (let skip = 0; skip <= 3 && at + skip <= scope.tokens.length; skip++) {
      const match = run(elements, index + 1, at + skip, scope, cue);
      if (match !== null) return match;
    }
    return null;
  }
  return runWord(elements, index, at, scope, cue);
}

function runWord(
  elements: readonly Element[],
  index: number,
  at: number,
  scope: MatchScope,
  cue: readonly number[],
): PatternMatch | null {
  const part = elements[index];
  for (let passed = 0; passed <= MAX_FILLERS; passed++) {
    const token = scope.tokens[at + passed];
    if (token === undefined) break;
    if (part !== undefined && fits(part, token)) {
      return run(elements, index + 1, at + passed + 1, scope, [...cue, at + passed]);
    }
    if (cue.length === 0 || !FILLERS.has(token.fold)) break;
  }
  const optional = (part?.type === "literal" || part?.type === "class") && part.optional;
  return optional ? run(elements, index + 1, at, scope, cue) : null;
}

function fits(part: Element, token: Token): boolean {
  if (part.type === "any") return token.kind !== "punct" && token.kind !== "mask";
  if (part.type === "literal") {
    return part.words.has(token.fold) || token.fold === "'s" && part.words.has("is");
  }
  return part.type === "class" && (CLASSES.get(part.name)?.(token) ?? false);
}

function runValue(
  elements: readonly Element[],
  index: number,
  at: number,
  scope: MatchScope,
  cue: readonly number[],
  name: string,
): PatternMatch | null {
  if (index === elements.length - 1) {
    if (scope.tokens[at] === undefined) return null;
    const open = { from: at, to: -1 };
    return { cue, from: cue[0] ?? at, to: at, values: new Map([[name, open]]) };
  }
  const limit = Math.min(scope.tokens.length, at + MAX_VALUE);
  for (let to = at + 1; to <= limit; to++) {
    const last = scope.tokens[to - 1];
    if (
      last === undefined || last.kind === "mask" ||
      last.kind === "punct" && !/^[-%/+#&]$/.test(last.text)
    ) return null;
    const match = run(elements, index + 1, to, scope, cue);
    if (match !== null) {
      return { ...match, values: new Map([[name, { from: at, to }], ...match.values]) };
    }
  }
  return null;
}

function isClauseStart(scope: MatchScope, at: number): boolean {
  const start = scope.clauseStart(Math.min(at, scope.tokens.length - 1));
  for (let index = start; index < at; index++) {
    const token = scope.tokens[index];
    if (token === undefined) return false;
    if (token.kind !== "punct" && !FILLERS.has(token.fold) && !OPENERS.has(token.fold)) {
      return false;
    }
  }
  return true;
}

function isTrailing(scope: MatchScope, at: number): boolean {
  const token = scope.tokens[at];
  return token !== undefined &&
    (token.kind === "punct" || FILLERS.has(token.fold) || TRAILERS.has(token.fold));
}

const OPENERS = new Set([
  "and",
  "but",
  "so",
  "because",
  "since",
  "as",
  "well",
  "ok",
  "okay",
  "hi",
  "hello",
  "hey",
  "yes",
  "no",
  "oh",
  "ah",
  "btw",
  "fyi",
  "ngl",
  "tbh",
  "also",
  "plus",
  "thanks",
  "sorry",
  "however",
  "then",
  "by",
  "the",
  "way",
  "though",
]);
const TRAILERS = new Set([
  "please",
  "thanks",
  "too",
  "though",
  "btw",
  "lol",
  "anyway",
  "and",
  "but",
  "so",
  "because",
  "since",
]);
