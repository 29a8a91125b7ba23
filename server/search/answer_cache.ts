/**
 * Answers to questions that are asked again while nothing has changed: several agents at work on one
 * thing ask the same, and so does one that tries again.
 *
 * @module
 */
import type { SearchHit, SearchQuery, VectorInput } from "./types.ts";

/** Most answers kept, over all indexes of the process, about 5 KB each; the ones unused for longest go. */
const MAX_ANSWERS = 6_000;

/** Longest description of a question that is remembered, in characters. */
const MAX_QUESTION = 2_000;

/** An answer and what it holds for. */
interface Answer {
  /** Questions of its index. */
  readonly questions: Set<string>;
  readonly vector: VectorInput | null;
  readonly hits: readonly SearchHit[];
}

/** Answers by question, least recently used first. */
const answers = new Map<string, Answer>();

let indexes = 0;

/** The answers of one index. */
export class AnswerCache {
  readonly #index = ++indexes;
  /** Questions that are answered from before. */
  readonly #questions: Set<string> = new Set();

  /** Something in the index has changed. */
  forget(): void {
    for (const question of this.#questions) answers.delete(question);
    this.#questions.clear();
  }

  /** The answer to a question: the one given before where nothing has changed, else a new one. */
  answer(query: SearchQuery, search: () => SearchHit[]): SearchHit[] {
    const { vector = null, ...rest } = query;
    const question = `${this.#index} ${JSON.stringify(rest)}`;
    const known = answers.get(question);
    if (known !== undefined && isSame(known.vector, vector)) {
      answers.delete(question);
      answers.set(question, known);
      return [...known.hits];
    }
    const hits = search();
    if (question.length > MAX_QUESTION) return hits;
    answers.delete(question);
    answers.set(question, { questions: this.#questions, vector, hits: [...hits] });
    this.#questions.add(question);
    for (const [oldest, { questions }] of answers) {
      if (answers.size <= MAX_ANSWERS) break;
      answers.delete(oldest);
      questions.delete(oldest);
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
