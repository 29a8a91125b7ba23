/**
 * One search over the state of an index.
 *
 * @module
 */
import { ClosenessQuery } from "./closeness.ts";
import { type Concept, MAX_CONCEPTS, TextScorer } from "./text_scorer.ts";
import { toConcept } from "./concepts.ts";
import { compareIds } from "./ids.ts";
import { type Conjunction, parseQuery, type QueryWord } from "./query_parser.ts";
import { distinct, isNearDuplicate, type RankingOptions } from "./ranking.ts";
import type { IndexState } from "./search_index.ts";
import { TopSlots } from "./top_slots.ts";
import type {
  HitExplanation,
  SearchHit,
  SearchMode,
  SearchQuery,
  SearchSchema,
  VectorInput,
} from "./types.ts";

/** Hits wanted when a query does not say. */
const DEFAULT_TOP_K = 10;

/** Candidates looked at closely, at least and for each hit wanted. */
const MIN_CANDIDATES = 50;
const CANDIDATES_PER_HIT = 4;

/** What is known of every slot in one search. */
interface Evidence {
  readonly mode: SearchMode;
  readonly words: readonly QueryWord[];
  readonly concepts: readonly Concept[];
  /** Rarity of the whole query; at least a little above 0. */
  readonly totalRarity: number;
  /** Text scores, matches by meaning included; 0 where nothing counts. */
  readonly broad: Float64Array;
  /** Text scores of the words themselves; 0 where a row is not in the text list. */
  readonly exact: Float64Array;
  readonly matched: Uint32Array;
  /** Cosines; NaN where a row is not in the vector list. */
  readonly cosines: Float64Array;
  /** Fused score by slot; NaN where a row is no candidate. */
  readonly scores: Float64Array;
}

/** Answers one query. */
export class Searcher {
  readonly #schema: SearchSchema;
  readonly #state: IndexState;
  readonly #ranking: RankingOptions;

  /**
   * @param state What is searched; not changed.
   * @param ranking How reasons count.
   */
  constructor(schema: SearchSchema, state: IndexState, ranking: RankingOptions) {
    this.#schema = schema;
    this.#state = state;
    this.#ranking = ranking;
  }

  /** The hits, best first. */
  search(query: SearchQuery): SearchHit[] {
    const topK = query.topK ?? DEFAULT_TOP_K;
    if (!Number.isInteger(topK) || topK < 1) {
      throw new RangeError(`Cannot search: topK is ${topK}, must be an integer of at least 1`);
    }
    const passing = this.#state.alive.slice(0, this.#state.ids.length);
    this.#state.columns.apply(query.filters ?? [], passing);
    const vector = query.mode === "fts" ? null : query.vector ?? null;
    const hasText = (query.text ?? "").trim() !== "";
    if (!hasText && !vector) return this.#newest(passing, topK, query.orderBy);
    const evidence = this.#gather(query, hasText, vector, passing);
    return this.#rank(evidence, topK, query.explain ?? false);
  }

  /** Rows in the order of a number column, greatest first. */
  #newest(passing: Uint8Array, topK: number, orderBy: string | undefined): SearchHit[] {
    if (orderBy !== undefined && this.#schema.columns[orderBy] !== "number") {
      throw new TypeError(`Cannot order: no number column "${orderBy}"`);
    }
    const { columns } = this.#state;
    const valueOf = (slot: number) =>
      (orderBy === undefined ? null : columns.numberAt(orderBy, slot)) ?? -Infinity;
    const top = new TopSlots(topK, (a, b) => {
      const x = valueOf(a);
      const y = valueOf(b);
      return x === y ? this.#byId(a, b) : y - x;
    });
    for (let slot = 0; slot < passing.length; slot++) if (passing[slot] === 1) top.offer(slot);
    return top.sorted().map((slot) => ({ id: this.#idOf(slot), score: 0 }));
  }

  #gather(
    query: SearchQuery,
    hasText: boolean,
    vector: VectorInput | null,
    passing: Uint8Array,
  ): Evidence {
    const mode = vector === null ? "fts" : hasText ? query.mode ?? "hybrid" : "vector";
    const parsed = parseQuery(mode === "vector" ? "" : query.text ?? "");
    const expandMeaning = mode === "hybrid" && (query.expandMeaning ?? true);
    const { words, concepts } = this.#conceptsOf(parsed.words, expandMeaning, parsed.alternatives);
    const scorer = new TextScorer(this.#state.text, Object.values(this.#schema.fields));
    const text = scorer.score(concepts, passing, this.#state.slotOfId.size);
    const cosines = new Float64Array(passing.length).fill(NaN);
    if (vector) this.#state.vectors.cosines(vector, passing, cosines);
    if (parsed.alternatives) refuse(parsed.alternatives, text, cosines);
    const totalRarity = concepts.reduce((sum, concept) => sum + concept.rarity, 0) || 1;
    const scores = this.#fuse(query, mode, text, cosines, totalRarity);
    return { mode, words, concepts, totalRarity, ...text, cosines, scores };
  }

  /** What the words may stand for; the rarest when there are too many. */
  #conceptsOf(
    words: readonly QueryWord[],
    expandMeaning: boolean,
    alternatives: readonly Conjunction[] | undefined,
  ): { words: QueryWord[]; concepts: Concept[] } {
    const source = {
      lexicon: this.#state.text.lexicon,
      spelling: this.#state.spelling,
      documents: this.#state.slotOfId.size,
    };
    const seen = new Set<string>();
    const kept = alternatives ? [...words] : words.filter(({ token }) => {
      const isNew = !seen.has(token.stem);
      seen.add(token.stem);
      return isNew;
    });
    let pairs = kept.map((word) => ({ word, concept: toConcept(word, source, { expandMeaning }) }));
    if (!alternatives) pairs = withoutIdleWholes(pairs);
    if (pairs.length > MAX_CONCEPTS && !alternatives) {
      const rarest = new Set(
        [...pairs].sort((a, b) => b.concept.rarity - a.concept.rarity).slice(0, MAX_CONCEPTS),
      );
      pairs = pairs.filter((pair) => rarest.has(pair));
    }
    pairs = pairs.slice(0, MAX_CONCEPTS);
    return { words: pairs.map((p) => p.word), concepts: pairs.map((p) => p.concept) };
  }

  #fuse(
    query: SearchQuery,
    mode: SearchMode,
    text: { broad: Float64Array; exact: Float64Array },
    cosines: Float64Array,
    totalRarity: number,
  ): Float64Array {
    const minCosine = query.minCosine ?? -1;
    const textWeight = this.#ranking.text * (query.weights?.text ?? 1);
    const vectorWeight = this.#ranking.vector * (query.weights?.vector ?? 1);
    const scores = new Float64Array(cosines.length).fill(NaN);
    for (let slot = 0; slot < scores.length; slot++) {
      const cosine = cosines[slot] ?? NaN;
      const broad = text.broad[slot] ?? 0;
      if (!(cosine >= minCosine)) cosines[slot] = NaN;
      if (mode === "vector") scores[slot] = cosines[slot] ?? NaN;
      else if (mode === "fts") scores[slot] = (text.exact[slot] ?? 0) / totalRarity || NaN;
      else if (broad > 0 || cosine >= minCosine) {
        scores[slot] = textWeight * (broad / totalRarity) ** this.#ranking.coverage +
          (cosine >= minCosine ? vectorWeight * Math.max(cosine, 0) : 0);
      }
    }
    return scores;
  }

  #rank(evidence: Evidence, topK: number, explain: boolean): SearchHit[] {
    const order = this.#byScore(evidence.scores);
    const top = new TopSlots(Math.max(MIN_CANDIDATES, topK * CANDIDATES_PER_HIT), order);
    for (let slot = 0; slot < evidence.scores.length; slot++) {
      if (!Number.isNaN(evidence.scores[slot] ?? NaN)) top.offer(slot);
    }
    const candidates = top.sorted();
    if (evidence.mode !== "vector") this.#addCloseness(evidence, candidates);
    candidates.sort(order);
    this.#dampDuplicates(evidence.scores, candidates);
    const hits = candidates.sort(order).slice(0, topK);
    const ranks = explain ? this.#listRanks(evidence) : undefined;
    return hits.map((slot) => ({
      id: this.#idOf(slot),
      score: evidence.scores[slot] ?? 0,
      ...(ranks ? { explanation: explanationOf(evidence, ranks, slot) } : {}),
    }));
  }

  #addCloseness(evidence: Evidence, candidates: readonly number[]): void {
    if (this.#ranking.closeness === 0) return;
    const { text } = this.#state;
    const terms = evidence.words.map((word) => word.token.term);
    const closeness = new ClosenessQuery(evidence.concepts, terms, text.lexicon);
    if (!closeness.isUseful) return;
    for (const slot of candidates) {
      if (evidence.matched[slot] === 0) continue;
      const bonus = closeness.bonus(text.formsOf(slot)) / evidence.totalRarity;
      evidence.scores[slot] = (evidence.scores[slot] ?? 0) + this.#ranking.closeness * bonus;
    }
  }

  /** Lowers the score of texts that say again what a better one says. */
  #dampDuplicates(scores: Float64Array, candidates: readonly number[]): void {
    const kept: Uint32Array[] = [];
    for (const slot of candidates) {
      const words = distinct(this.#state.text.formsOf(slot));
      if (kept.some((other) => isNearDuplicate(words, other))) {
        scores[slot] = (scores[slot] ?? 0) * this.#ranking.duplicate;
      } else kept.push(words);
    }
  }

  #listRanks(evidence: Evidence): { text: Map<number, number>; vector: Map<number, number> } {
    const rank = (values: Float64Array, isIn: (value: number) => boolean) => {
      const slots = [...values.keys()].filter((slot) => isIn(values[slot] ?? NaN));
      slots.sort(this.#byScore(values));
      return new Map(slots.map((slot, i) => [slot, i + 1]));
    };
    return {
      text: rank(evidence.exact, (value) => value > 0),
      vector: rank(evidence.cosines, (value) => !Number.isNaN(value)),
    };
  }

  #byScore(scores: Float64Array): (a: number, b: number) => number {
    return (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || this.#byId(a, b);
  }

  #byId(a: number, b: number): number {
    return compareIds(this.#idOf(b), this.#idOf(a));
  }

  #idOf(slot: number): string | number {
    return this.#state.ids[slot] ?? "";
  }
}

/** Drops identifiers that no document has when their parts are asked for as well. */
function withoutIdleWholes<T extends { word: QueryWord; concept: Concept }>(pairs: T[]): T[] {
  const hasParts = pairs.some(({ word }) => word.token.kind === "part");
  return pairs.filter(({ word, concept }) =>
    !((word.token.kind === "whole" && hasParts || word.token.kind === "accented") &&
      concept.variants.length === 0)
  );
}

/** Takes rows out of the text list that no alternative admits, and refused ones out of both. */
function refuse(
  alternatives: readonly Conjunction[],
  text: { broad: Float64Array; exact: Float64Array; matched: Uint32Array },
  cosines: Float64Array,
): void {
  const bits = (words: readonly number[]) => words.reduce((mask, word) => mask | 1 << word, 0);
  const masks = alternatives.map(({ all, none }) => ({ all: bits(all), none: bits(none) }));
  for (let slot = 0; slot < cosines.length; slot++) {
    const matched = text.matched[slot] ?? 0;
    const admitted = masks.some(({ all, none }) =>
      (matched & all) === all && (matched & none) === 0
    );
    if (!admitted) {
      text.exact[slot] = 0;
      text.broad[slot] = 0;
    }
    if (masks.every(({ none }) => (matched & none) !== 0)) cosines[slot] = NaN;
  }
}

function explanationOf(
  evidence: Evidence,
  ranks: { text: Map<number, number>; vector: Map<number, number> },
  slot: number,
): HitExplanation {
  const textRank = ranks.text.get(slot);
  const vectorRank = ranks.vector.get(slot);
  const cosine = evidence.cosines[slot] ?? NaN;
  const matched = evidence.matched[slot] ?? 0;
  return {
    ...(textRank === undefined ? {} : { textRank }),
    ...(vectorRank === undefined ? {} : { vectorRank }),
    bm25: evidence.exact[slot] ?? 0,
    ...(Number.isNaN(cosine) ? {} : { cosine }),
    matchedTerms: evidence.concepts.filter((_, i) => matched & 1 << i).map(({ text }) => text),
  };
}
