/**
 * Answers to questions that are asked again while nothing has changed: several agents at work on one
 * thing ask the same, and so does one that tries again.
 *
 * @module
 */
import type { SearchHit, SearchQuery, VectorInput } from "./types.ts";

/** Most answers kept, over all indexes of the process, about 1.5 KB each; the ones unused for longest go. */
const MAX_ANSWERS = 6_000;

/** Longest description of a question that is remembered, in characters. */
const MAX_QUESTION = 2_000;

/** An answer and what it holds for. */
interface Answer {
  /** State of the index. */
  readonly version: number;
  readonly vector: VectorInput | null;
  readonly hits: readonly SearchHit[];
}

/** Answers by question, least recently used first. */
const answers = new Map<string, Answer>();

let indexes = 0;

/** The answers of one index. */
export class AnswerCache {
  readonly #index = ++indexes;
  #version = 0;

  /** Something in the index has changed. */
  forget(): void {
    this.#version++;
  }

  /** The answer to a question: the one given before where nothing has changed, else a new one. */
  answer(query: SearchQuery, search: () => SearchHit[]): SearchHit[] {
    const { vector = null, ...rest } = query;
    const key = `${this.#index} ${JSON.stringify(rest)}`;
    const known = answers.get(key);
    if (known?.version === this.#version && isSame(known.vector, vector)) {
      answers.delete(key);
      answers.set(key, known);
      return [...known.hits];
    }
    const hits = search();
    if (key.length > MAX_QUESTION) return hits;
    answers.delete(key);
    answers.set(key, { version: this.#version, vector, hits: [...hits] });
    for (const oldest of answers.keys()) {
      if (answers.size <= MAX_ANSWERS) break;
      answers.delete(oldest);
    }
    return hits;
  }
}

function isSame(a: VectorInput | null, b: VectorInput | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
