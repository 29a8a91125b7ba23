/**
 * One search over the state of an index.
 *
 * @module
 */
import { ClosenessQuery } from "./closeness.ts";
import { WordSet } from "./duplicates.ts";
import { Fusion, type RankingOptions } from "./fusion.ts";
import { compareIds } from "./ids.ts";
import type { IndexState } from "./index_state.ts";
import { applyOperators, type QueryConcepts, queryConcepts } from "./query_concepts.ts";
import { type ParsedQuery, parseQuery, type QueryWord } from "./query_parser.ts";
import { clearedScores, forgetScores, type SlotScores } from "./slot_scores.ts";
import { type FoundSlots, TextScorer } from "./text_scorer.ts";
import { TalkRanking } from "./talk_ranking.ts";
import { atLeastBest, byScore, type SlotOrder, sortSlots, TopSlots } from "./top_slots.ts";
import type {
  HitExplanation,
  SearchHit,
  SearchMode,
  SearchQuery,
  SearchSchema,
  VectorInput,
} from "./types.ts";
import type { CentredCosines } from "./vector_centre.ts";
import type { ScoredSlots } from "./row_facts.ts";
import { rowOfStem } from "./word_vectors.ts";

/** Hits wanted when a query does not say. */
const DEFAULT_TOP_K = 10;

/** Candidates looked at closely, at least and for each hit wanted. */
const MIN_CANDIDATES = 32;
const CANDIDATES_PER_HIT = 4;

/** Above this many vectors the likeliest rows of each list are chosen first, roughly. */
export const MAX_EXACT_VECTORS = 3_000;

/** How an index is searched. */
export interface SearcherOptions {
  /** How reasons count. */
  readonly ranking: RankingOptions;
  /** Rows up to which all cosines are exact. */
  readonly maxExactVectors: number;
}

/** Rows so chosen by their words, at least and for each hit wanted. */
const MIN_LIKELY_BY_WORDS = 400;
const LIKELY_PER_HIT = 40;

/** Rows so chosen by their vectors: at least, and of all vectors. */
const MIN_LIKELY_BY_VECTOR = 1_000;
const LIKELY_SHARE = 0.015;

/**
 * How much larger the choice by vectors is when no word of the query is listed: such vectors mean little,
 * and many rows are about as near.
 */
const UNLISTED_FACTOR = 3;

/** Bits of words of which it is not known whether a row has them. */
const ANY_WORDS = 0xffff_ffff;

/** Everything one search has found out. */
interface Evidence extends QueryConcepts {
  /** The query as it was read. */
  readonly text: string;
  readonly mode: SearchMode;
  /** 1 for each row within the filters. */
  readonly passing: Uint8Array;
  readonly scores: SlotScores;
  /** Whether it is noted which words were found where. */
  readonly hasMatched: boolean;
  /** Rows with a text score. */
  readonly scored: Uint32Array;
  /** Rows that can become hits. */
  readonly candidates: Uint32Array;
  /** Those of them that can be among the best. */
  readonly best: Uint32Array;
}

/** Answers one query. */
export class Searcher {
  readonly #schema: SearchSchema;
  readonly #state: IndexState;
  readonly #ranking: RankingOptions;
  readonly #maxExactVectors: number;

  /** @param state What is searched; not changed. */
  constructor(schema: SearchSchema, state: IndexState, options: SearcherOptions) {
    this.#schema = schema;
    this.#state = state;
    this.#ranking = options.ranking;
    this.#maxExactVectors = options.maxExactVectors;
  }

  /** The hits, best first. */
  search(query: SearchQuery): SearchHit[] {
    const topK = query.topK ?? DEFAULT_TOP_K;
    if (!Number.isInteger(topK) || topK < 1) {
      throw new RangeError(`Cannot search: topK is ${topK}, must be an integer of at least 1`);
    }
    const passing = this.#state.alive.slice(0, this.#state.ids.length);
    this.#state.columns.apply(query.filters ?? [], passing);
    const hasText = (query.text ?? "").trim() !== "";
    const hasVector = query.mode !== "fts" && !!query.vector;
    if (!hasText && !hasVector) return this.#newest(passing, topK, query.orderBy);
    const mode = hasVector ? hasText ? query.mode ?? "hybrid" : "vector" : "fts";
    const evidence = this.#gather(query, mode, passing, topK);
    const hits = this.#rank(evidence, topK, query.explain ?? false);
    forgetScores(evidence.scores, evidence.scored, evidence.candidates);
    return hits;
  }

  /** Rows in the order of a number column, greatest first. */
  #newest(passing: Uint8Array, topK: number, orderBy: string | undefined): SearchHit[] {
    if (orderBy !== undefined && this.#schema.columns[orderBy] !== "number") {
      throw new TypeError(`Cannot order: no number column "${orderBy}"`);
    }
    const { columns } = this.#state;
    const { fused } = clearedScores(passing.length);
    const top = new TopSlots(topK, fused, this.#byId);
    for (let slot = 0; slot < passing.length; slot++) {
      if (passing[slot] === 0) continue;
      fused[slot] = (orderBy === undefined ? null : columns.numberAt(orderBy, slot)) ?? -Infinity;
      top.offer(slot);
    }
    return top.sorted().map((slot) => ({ id: this.#idOf(slot), score: 0 }));
  }

  #gather(query: SearchQuery, mode: SearchMode, passing: Uint8Array, topK: number): Evidence {
    const parsed = parseQuery(mode === "vector" ? "" : query.text ?? "");
    const { text, spelling, slotOfId, abbreviations, concepts } = this.#state;
    const source = { lexicon: text.lexicon, spelling, documents: slotOfId.size };
    const expandMeaning = mode === "hybrid" && (query.expandMeaning ?? true);
    const mendSpelling = query.mendSpelling ?? true;
    const asked = queryConcepts(parsed, source, concepts, {
      expandMeaning,
      mendSpelling,
      ...mode === "hybrid" && (query.expandAbbreviations ?? true) ? { abbreviations } : {},
    });
    const scores = clearedScores(passing.length);
    const wantsExact = mode === "fts" || query.explain === true;
    // In a large index noting it for all rows takes longer than it saves for the best of them.
    const hasMatched = passing.length <= this.#maxExactVectors || query.explain === true ||
      parsed.alternatives !== undefined;
    const weights = Object.values(this.#schema.fields);
    const found = new TextScorer(text, weights, this.#ranking.lengthNorm).score(
      asked.concepts,
      { passing, documents: slotOfId.size, wantsExact, wantsMatched: hasMatched },
      scores,
    );
    const words = { ...asked, ...found, alternatives: parsed.alternatives };
    const { slots, best } = this.#score(query, mode, words, { passing, scores, topK });
    const rows = { scored: found.scored, candidates: slots, best };
    return { ...asked, ...rows, text: parsed.text, mode, passing, scores, hasMatched };
  }

  /** Fused scores: of all rows at once where most pass, else of those listed. */
  #score(
    query: SearchQuery,
    mode: SearchMode,
    words: QueryConcepts & {
      /** What operators admit. */
      readonly alternatives: ParsedQuery["alternatives"] | undefined;
    } & FoundSlots,
    { passing, scores, topK }: Pick<Evidence, "passing" | "scores"> & { readonly topK: number },
  ): ScoredSlots {
    const { vectors } = this.#state;
    const fusionOf = (candidates?: Uint32Array) =>
      new Fusion(this.#ranking, {
        mode,
        weights: query.weights ?? {},
        minCosine: query.minCosine ?? -1,
        totalRarity: words.totalRarity,
        centred: this.#centred(query, mode, candidates),
      });
    const isSmall = vectors.count <= this.#maxExactVectors;
    if (query.vector && !words.alternatives && isSmall && vectors.isDense(passing)) {
      const scoring = fusionOf().rowScoring;
      const wanted = candidatesFor(topK);
      if (scoring) return vectors.scoreAll(query.vector, passing, scores, scoring, wanted);
    }
    const slots = mode === "fts"
      ? words.scored
      : this.#addCosines(query.vector ?? [], { ...words, passing, scores, topK });
    if (words.alternatives) applyOperators(words.alternatives, scores);
    fusionOf(slots).score(scores, slots);
    return { slots, best: slots };
  }

  /**
   * Cosines of all rows that pass or, in a large index, of the likeliest in each list.
   *
   * @returns The rows in play.
   */
  #addCosines(
    vector: VectorInput,
    { passing, scores, scored, highest, words, topK }: FoundSlots & {
      readonly passing: Uint8Array;
      readonly scores: SlotScores;
      readonly words: readonly QueryWord[];
      readonly topK: number;
    },
  ): Uint32Array {
    const { vectors } = this.#state;
    const isLarge = vectors.hasMoreThan(this.#maxExactVectors, passing);
    const wordLimit = Math.max(MIN_LIKELY_BY_WORDS, topK * LIKELY_PER_HIT);
    const byWords = isLarge
      ? atLeastBest(scores.broad, { slots: scored, highest, limit: wordLimit })
      : scored;
    const near = isLarge
      ? vectors.nearest(vector, passing, this.#likelyByVector(words, topK))
      : vectors.slotsIn(passing);
    vectors.cosines(vector, near, scores.cosines);
    const others = without(byWords, scores.cosines);
    vectors.cosines(vector, others.filter((slot) => vectors.has(slot)), scores.cosines);
    if (others.length === 0) return near;
    const candidates = new Uint32Array(near.length + others.length);
    candidates.set(near);
    candidates.set(others, near.length);
    return candidates;
  }

  /** Cosines without what all rows share, where they count beside words. */
  #centred(
    query: SearchQuery,
    mode: SearchMode,
    candidates: Uint32Array | undefined,
  ): CentredCosines | undefined {
    const { vectors } = this.#state;
    if (mode !== "hybrid" || !query.vector || this.#ranking.common === 0) return undefined;
    return vectors.centred(query.vector, candidates, this.#ranking.common);
  }

  /** How many rows are chosen by their vectors in a large index. */
  #likelyByVector(words: readonly QueryWord[], topK: number): number {
    const unlisted = words.filter(({ token }) => rowOfStem(token.stem) < 0).length;
    const factor = 1 + (UNLISTED_FACTOR - 1) * unlisted / Math.max(words.length, 1);
    const least = Math.max(MIN_LIKELY_BY_VECTOR, topK * LIKELY_PER_HIT);
    return Math.ceil(factor * Math.max(least, this.#state.vectors.count * LIKELY_SHARE));
  }

  #rank(evidence: Evidence, topK: number, explain: boolean): SearchHit[] {
    const { fused } = evidence.scores;
    const ranks = explain ? this.#listRanks(evidence) : undefined;
    const top = new TopSlots(candidatesFor(topK), fused, this.#byId);
    top.offerAll(evidence.best);
    let candidates = top.sorted();
    const compared = topK * 2;
    if (evidence.mode !== "vector") {
      // Talks look at all candidates, as turns share their scores.
      const wanted = this.#state.conversations ? candidates.length : compared;
      this.#addCloseness(evidence, candidates, wanted);
    }
    candidates = sortSlots(this.#rankTalks(evidence, candidates), fused, this.#byId);
    this.#dampDuplicates(fused, candidates.slice(0, compared));
    const hits = sortSlots(candidates, fused, this.#byId).slice(0, topK).map((slot): SearchHit => {
      const hit = { id: this.#idOf(slot), score: fused[slot] ?? 0 };
      return ranks ? { ...hit, explanation: explanationOf(evidence, ranks, slot) } : hit;
    });
    // Turns that came in with their neighbours are not among those forgotten later.
    for (const slot of candidates) fused[slot] = NaN;
    return hits;
  }

  /**
   * Adds what it is worth how close words stand.
   *
   * @param candidates Slots, best first.
   * @param wanted How many of the best are then to have their right score; others may lack what would
   * not bring them among these.
   */
  #addCloseness(evidence: Evidence, candidates: readonly number[], wanted: number): void {
    const { matched, fused } = evidence.scores;
    const terms = evidence.words.map((word) => word.token.term);
    const closeness = new ClosenessQuery(evidence.concepts, terms, this.#state.text);
    const weight = this.#ranking.closeness / evidence.totalRarity;
    let least = Infinity;
    for (let i = 0; i < candidates.length; i++) {
      const slot = candidates[i] ?? 0;
      const score = fused[slot] ?? 0;
      const words = evidence.hasMatched ? matched[slot] ?? 0 : ANY_WORDS;
      const isHopeless = i >= wanted && score + weight * closeness.greatestBonus(words) < least;
      if (words !== 0 && !isHopeless) fused[slot] = score + weight * closeness.bonus(slot);
      if (i < wanted) least = Math.min(least, fused[slot] ?? 0);
    }
    closeness.end();
  }

  /** Ranks turns of talks by what stands around them and who is asked; gives all rows then in play. */
  #rankTalks(evidence: Evidence, candidates: number[]): number[] {
    const { conversations, text } = this.#state;
    if (!conversations || evidence.mode === "vector") return candidates;
    return new TalkRanking(conversations, text, this.#ranking, evidence)
      .rank(candidates, evidence.scores.fused);
  }

  /** Lowers the score of texts that say again what a better one says. */
  #dampDuplicates(fused: Float64Array, candidates: readonly number[]): void {
    const kept: WordSet[] = [];
    for (const slot of candidates) {
      const words = new WordSet(this.#state.text.formsOf(slot));
      if (kept.some((other) => words.isNearDuplicateOf(other))) {
        fused[slot] = (fused[slot] ?? 0) * this.#ranking.duplicate;
      } else kept.push(words);
    }
  }

  #listRanks({ candidates, scores: { exact, cosines } }: Evidence): ListRanks {
    const rank = (values: Float64Array, isIn: (value: number) => boolean) => {
      const slots = [...candidates].filter((slot) => isIn(values[slot] ?? NaN));
      slots.sort(byScore(values, this.#byId));
      return new Map(slots.map((slot, i) => [slot, i + 1]));
    };
    return {
      text: rank(exact, (value) => value > 0),
      vector: rank(cosines, (value) => !Number.isNaN(value)),
    };
  }

  /** Greatest id first. */
  readonly #byId: SlotOrder = (a, b) => compareIds(this.#idOf(b), this.#idOf(a));

  #idOf(slot: number): string | number {
    return this.#state.ids[slot] ?? "";
  }
}

/** How many of the best are looked at closely. */
function candidatesFor(topK: number): number {
  return Math.max(MIN_CANDIDATES, topK * CANDIDATES_PER_HIT);
}

/** Those of some slots that have no cosine yet. */
function without(slots: Uint32Array, cosines: Float64Array): Uint32Array {
  const others = new Uint32Array(slots.length);
  let found = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    if (Number.isNaN(cosines[slot] ?? NaN)) others[found++] = slot;
  }
  return others.subarray(0, found);
}

/** Ranks from 1 in each list, by slot. */
interface ListRanks {
  readonly text: ReadonlyMap<number, number>;
  readonly vector: ReadonlyMap<number, number>;
}

function explanationOf(evidence: Evidence, ranks: ListRanks, slot: number): HitExplanation {
  const { exact, cosines, matched } = evidence.scores;
  const textRank = ranks.text.get(slot);
  const vectorRank = ranks.vector.get(slot);
  const cosine = cosines[slot] ?? NaN;
  const bits = matched[slot] ?? 0;
  return {
    ...(textRank === undefined ? {} : { textRank }),
    ...(vectorRank === undefined ? {} : { vectorRank }),
    bm25: exact[slot] ?? 0,
    ...(Number.isNaN(cosine) ? {} : { cosine }),
    matchedTerms: [
      ...new Set(evidence.concepts.filter((_, i) => bits & 1 << i).map(({ text }) => text)),
    ],
  };
}
