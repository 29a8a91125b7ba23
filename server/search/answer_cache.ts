/**
 * Answers to questions that are asked again while nothing has changed: several agents at work on one
 * thing ask the same, and so does one that tries again.
 *
 * @module
 */
import type { SearchHit, SearchQuery, VectorInput } from "./types.ts";

/** Answers of one generation, over all indexes of the process, about 5 KB each; two are kept. */
const GENERATION = 3_000;

/** Longest text of a question that is remembered, in characters. */
const MAX_TEXT = 2_000;

/** Most answers kept whose questions differ in little: in their vector, their limit, a bound of time. */
const MAX_ALIKE = 8;

/** Most conditions of a question that is remembered, as parts. */
const MAX_PARTS = 200;

/** An answer and what it holds for. */
interface Answer {
  /** The question without its vector. */
  readonly parts: readonly unknown[];
  readonly vector: VectorInput | null;
  readonly hits: readonly SearchHit[];
}

/** Answers by a text that tells most questions apart, though not all. */
class Generation {
  readonly #byKey = new Map<string, Answer[]>();
  size = 0;

  find(key: string, isWanted: (answer: Answer) => boolean): Answer | undefined {
    return this.#byKey.get(key)?.find(isWanted);
  }

  add(key: string, answer: Answer): void {
    this.size++;
    const others = this.#byKey.get(key);
    if (others === undefined) return void this.#byKey.set(key, [answer]);
    if (others.push(answer) <= MAX_ALIKE) return;
    others.shift();
    this.size--;
  }
}

/**
 * When the current generation is full, the one before goes as a whole; what was asked for again
 * meanwhile has moved on. Taking out the oldest one by one costs more than a small search: a `Map`
 * finds its first entry by passing over all that were deleted before it.
 */
let current = new Generation();
let previous = new Generation();

/** Numbers the states of all indexes. */
let states = 0;

function keep(key: string, answer: Answer): void {
  if (current.size >= GENERATION) {
    previous = current;
    current = new Generation();
  }
  current.add(key, answer);
}

/** The answers of one index. */
export class AnswerCache {
  /** Which state of which index answers are of; those of other states are never found again. */
  #state = ++states;

  /** Something in the index has changed. */
  forget(): void {
    this.#state = ++states;
  }

  /** The answer to a question: the one given before where nothing has changed, else a new one. */
  answer(query: SearchQuery, search: () => SearchHit[]): SearchHit[] {
    const { text = "", vector = null } = query;
    const key = keyOf(query, this.#state);
    const parts = partsOf(query);
    const isWanted = (answer: Answer) =>
      isSame(answer.parts, parts) && isSame(answer.vector, vector);
    const recent = current.find(key, isWanted);
    const known = recent ?? previous.find(key, isWanted);
    if (known !== undefined) {
      if (recent === undefined) keep(key, known);
      return [...known.hits];
    }
    const hits = search();
    if (text.length <= MAX_TEXT && parts.length <= MAX_PARTS) {
      keep(key, { parts, vector, hits: [...hits] });
    }
    return hits;
  }
}

/** The text of a question and what it is asked of: which state of which index, and whose rows. */
function keyOf({ text = "", filters = [] }: SearchQuery, state: number): string {
  let key = `${state} ${text}`;
  for (const { op, value } of filters) if (op === "eq") key += ` ${value}`;
  return key;
}

/** All of a question but its vector, as a list to compare with others. */
function partsOf(query: SearchQuery): unknown[] {
  const { text, mode, topK, minCosine, weights, orderBy, explain, filters = [] } = query;
  const { expandMeaning, expandAbbreviations, mendSpelling } = query;
  const parts: unknown[] = [text, mode, topK, minCosine, weights?.text, weights?.vector, orderBy];
  parts.push(explain, expandMeaning, expandAbbreviations, mendSpelling);
  for (const { column, op, value } of filters) {
    parts.push(column, op);
    if (op !== "in") {
      parts.push(value);
      continue;
    }
    parts.push(value.length);
    for (const each of value) parts.push(each);
  }
  return parts;
}

/** Whether two lists are equal, or there are none. */
function isSame(a: ArrayLike<unknown> | null, b: ArrayLike<unknown> | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
