/**
 * Reading a query: words, and the operators `OR`, `AND` and `NOT` when they are in capitals.
 *
 * @module
 */
import { analyze, type Token } from "./analyze.ts";
import { STOP_WORDS } from "./stop_words.ts";

/** A word of a query. */
export interface QueryWord {
  /** As the index files it. */
  readonly token: Token;
  /** As typed. */
  readonly text: string;
  /** Whether it is the last word, which may be unfinished. */
  readonly isLast: boolean;
  /** The same for words that stand for the same in an index: how one is filed follows from all three. */
  readonly key: string;
}

/** Words that must all be there, and words that must not. Numbers are places in the word list. */
export interface Conjunction {
  /** Words wanted. */
  readonly all: readonly number[];
  /** Words refused. */
  readonly none: readonly number[];
}

/** A query that was read. */
export interface ParsedQuery {
  /** The text in which the words have their places. */
  readonly text: string;
  /** The words in order; each stem once where there are no alternatives. */
  readonly words: readonly QueryWord[];
  /** The alternatives of a query with operators; undefined when any word will do. */
  readonly alternatives?: readonly Conjunction[];
}

const OPERATOR = /^(?:OR|AND|NOT)$/;

/** Runs of text between blanks, brackets and quotes: the places where an operator can stand. */
const CHUNK = /[^\s()"]+/g;

/** One step of a query with operators. */
type Step = { readonly operator: string } | { readonly words: readonly QueryWord[] };

function wordOf(token: Token, text: string, isLast: boolean): QueryWord {
  return { token, text, isLast, key: `${isLast ? 1 : 0} ${token.kind} ${text}` };
}

/**
 * Tokens of a query: pairs instead of single characters where there are pairs.
 *
 * @param at Where the text begins in the query.
 */
function wordsOf(text: string, at = 0): QueryWord[] {
  const tokens = analyze(text);
  const paired = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== "pair") continue;
    for (let place = token.start; place < token.end; place++) paired.add(place);
  }
  return tokens
    .filter((token) => token.kind !== "character" || !paired.has(token.start))
    .map((token) => {
      const placed = { ...token, start: at + token.start, end: at + token.end };
      return wordOf(placed, text.slice(token.start, token.end), false);
    });
}

function isStopWord(word: QueryWord): boolean {
  return STOP_WORDS.has(word.token.term);
}

/** Marks the last word, unless blanks or punctuation after it say that it is finished. */
function markLast(words: QueryWord[], text: string): QueryWord[] {
  const last = words.at(-1);
  if (!last || !/[\p{L}\p{N}\p{M}_]$/u.test(text)) return words;
  return [...words.slice(0, -1), wordOf(last.token, last.text, true)];
}

function withoutRepeats(words: readonly QueryWord[]): QueryWord[] {
  const seen = new Set<string>();
  return words.filter(({ token }) => {
    const isNew = !seen.has(token.stem);
    seen.add(token.stem);
    return isNew;
  });
}

function stepsOf(text: string): Step[] {
  const steps: Step[] = [];
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (chunk === "NEAR") continue;
    const words = OPERATOR.test(chunk) ? [] : wordsOf(chunk, index);
    if (words.length > 0) steps.push({ words });
    else if (OPERATOR.test(chunk)) steps.push({ operator: chunk });
  }
  return steps;
}

/** Drops operators at the ends and all but the first of several in a row. */
function withoutStrays(steps: readonly Step[]): Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    const previous = kept.at(-1);
    if ("operator" in step && (previous === undefined || "operator" in previous)) continue;
    kept.push(step);
  }
  const last = kept.at(-1);
  if (last && "operator" in last) kept.pop();
  return kept;
}

function parseOperators(steps: readonly Step[], text: string): ParsedQuery {
  const words: QueryWord[] = [];
  const alternatives: { all: number[]; none: number[] }[] = [{ all: [], none: [] }];
  let operator = "AND";
  for (const step of steps) {
    if ("operator" in step) {
      operator = step.operator;
      if (operator === "OR") alternatives.push({ all: [], none: [] });
      continue;
    }
    const target = alternatives.at(-1)?.[operator === "NOT" ? "none" : "all"];
    for (const word of step.words) target?.push(words.push(word) - 1);
    operator = "AND";
  }
  return { text, words: markLast(words, text), alternatives };
}

/**
 * Reads a query. Nothing throws; without a letter, digit or emoji there are no words.
 *
 * With a capital `OR`, `AND` or `NOT` words side by side are joined by AND, NOT binds before AND and
 * AND before OR. Otherwise any word will do, and words of the stop list are left out unless the query
 * has no others.
 */
export function parseQuery(text: string): ParsedQuery {
  if (lastParsed?.given !== text) lastParsed = { given: text, parsed: parsedAnew(text) };
  return lastParsed.parsed;
}

/** The query last read: one is asked of several indexes in turn. */
let lastParsed: { readonly given: string; readonly parsed: ParsedQuery } | undefined;

function parsedAnew(text: string): ParsedQuery {
  const trimmed = text.trim();
  if (/(?:^|[\s()"])(?:OR|AND|NOT)(?=[\s()"]|$)/.test(trimmed)) {
    const steps = withoutStrays(stepsOf(trimmed));
    if (steps.some((step) => "operator" in step)) return parseOperators(steps, trimmed);
  }
  const spoken = trimmed.replace(/(^|\s)(?:OR|AND|NOT|NEAR)(?=\s|$)/g, "$1");
  const words = markLast(wordsOf(spoken), spoken);
  const telling = words.filter((word) => !isStopWord(word));
  return { text: spoken, words: withoutRepeats(telling.length > 0 ? telling : words) };
}
