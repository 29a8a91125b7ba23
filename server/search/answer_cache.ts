/**
 * Answers to questions that are asked again while nothing has changed: several agents at work on one
 * thing ask the same, and so does one that tries again.
 *
 * @module
 */
import type { SearchHit, SearchQuery, VectorInput } from "./types.ts";

/** Answers of one generation, over all indexes of the process, about 5 KB each; two are kept. */
const GENERATION = 3_000;

/** Longest description of a question that is remembered, in characters. */
const MAX_QUESTION = 2_000;

/** An answer and the vector it holds for. */
interface Answer {
  readonly vector: VectorInput | null;
  readonly hits: readonly SearchHit[];
}

/**
 * Answers by question. When a generation is full, the one before goes as a whole; what was asked for
 * again meanwhile has moved on to the current one. Taking out the oldest one by one costs more than
 * a small search: a `Map` finds its first entry by passing over all that were deleted before it.
 */
let current = new Map<string, Answer>();
let previous = new Map<string, Answer>();

/** Numbers the states of all indexes. */
let states = 0;

function keep(question: string, answer: Answer): void {
  if (current.size >= GENERATION) {
    previous = current;
    current = new Map();
  }
  current.set(question, answer);
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
    const { vector = null, ...rest } = query;
    const question = `${this.#state} ${JSON.stringify(rest)}`;
    const recent = current.get(question);
    const known = recent ?? previous.get(question);
    if (known !== undefined && isSame(known.vector, vector)) {
      if (recent === undefined) keep(question, known);
      return [...known.hits];
    }
    const hits = search();
    if (question.length <= MAX_QUESTION) keep(question, { vector, hits: [...hits] });
    return hits;
  }
}

function isSame(a: VectorInput | null, b: VectorInput | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
