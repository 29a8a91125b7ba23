/**
 * Putting the text list and the vector list together.
 *
 * @module
 */
import { ROW_FLAGS } from "./kernel.ts";
import type { SlotScores } from "./slot_scores.ts";
import { MAX_WORD_SCORE } from "./text_scorer.ts";
import type { FusionWeights, SearchMode } from "./types.ts";
import type { CentredCosines } from "./vector_centre.ts";

/** How much the reasons of a rank count. */
export interface RankingOptions {
  /**
   * The words of the query, by the share of its rarity that a document covers.
   * @default 1
   */
  readonly text: number;
  /**
   * Power to which that share is raised: above 1, a document that covers little of the query is taken
   * for noise, one that covers it all keeps its score.
   * @default 1.5
   */
  readonly coverage: number;
  /**
   * The cosine with the query.
   * @default 1.2
   */
  readonly vector: number;
  /**
   * How much of what all vectors of the index share is taken out of the cosine, 0 to 1: the mean of
   * many rows tells none of them apart.
   * @default 0.6; 0 for turns of talks
   */
  readonly common: number;
  /**
   * Words standing together and in the form typed.
   * @default 0.15
   */
  readonly closeness: number;
  /**
   * What is left of the score of a text that repeats a better one.
   * @default 0.85
   */
  readonly duplicate: number;
  /**
   * How much long texts are held back, 0 to 1: the b of BM25.
   * @default 0.75; 0.35 for turns of talks
   */
  readonly lengthNorm: number;
  /**
   * Share of a turn's score that the two turns after it get; the one before it gets half of that. See
   * `SearchSchema.conversation`.
   * @default 0.2
   */
  readonly neighbour: number;
  /**
   * Share of the score of a turn that ends in a question that the turn after it gets.
   * @default 0.8
   */
  readonly answer: number;
  /**
   * What no turn shares with others: this part of what an ordinary one scores, the 32nd found.
   * @default 0.65
   */
  readonly ordinary: number;
  /**
   * Share of its score that a turn loses which does nothing but ask.
   * @default 0.2
   */
  readonly question: number;
  /**
   * What the turns of somebody gain, as a share of their score, when the query names who speaks.
   * @default 0.5
   */
  readonly speaker: number;
  /**
   * Share of its score that a turn loses the shorter it is: all of it for no words, none from 20 on.
   * @default 0.4
   */
  readonly brevity: number;
  /**
   * What turns that tell a time gain, as a share of their score, when the query asks for one.
   * @default 0.25
   */
  readonly time: number;
}

/** How far the cosine of vectors kept as bytes may be off: the same text twice has 0.9991 or more. */
const COSINE_ERROR = 0.001;

/** The weights found best on labelled data. */
export const DEFAULT_RANKING: RankingOptions = {
  text: 1,
  coverage: 1.5,
  vector: 1.2,
  common: 0.6,
  closeness: 0.15,
  duplicate: 0.85,
  lengthNorm: 0.75,
  neighbour: 0.2,
  answer: 0.8,
  ordinary: 0.65,
  question: 0.2,
  speaker: 0.5,
  brevity: 0.4,
  time: 0.25,
};

/** What is different for turns of a talk: they are short, and their words are spread over several. */
export const TALK_RANKING: Partial<RankingOptions> = {
  coverage: 1,
  vector: 0.8,
  common: 0,
  lengthNorm: 0.35,
};

/** What a query brings to the fusion. */
export interface FusionOptions {
  /** Which lists count. */
  readonly mode: SearchMode;
  /** Weights of the lists, times those of the ranking. */
  readonly weights: FusionWeights;
  /** Least cosine to be in the vector list. */
  readonly minCosine: number;
  /**
   * What cosines are without the part that all rows share.
   * @default the cosines as they are
   */
  readonly centred?: CentredCosines | undefined;
  /** Rarity of the whole query, above 0. */
  readonly totalRarity: number;
}

/** What the kernel must know to score rows: see {@link RowScorer}. */
export interface RowScoring {
  /** Sum of {@link ROW_FLAGS}. */
  readonly flags: number;
  /** Least cosine to be in the vector list. */
  readonly minCosine: number;
  /** How much cosines count. */
  readonly vectorWeight: number;
  /** How much words count. */
  readonly textWeight: number;
  /** Rarity of the whole query. */
  readonly totalRarity: number;
  /** What cosines are without what all rows share. */
  readonly centred: CentredCosines | undefined;
  /** The highest score there can be, above 0. */
  readonly highest: number;
}

/** Scores rows from what each list says of them. */
export class Fusion {
  readonly #mode: SearchMode;
  readonly #textWeight: number;
  readonly #vectorWeight: number;
  readonly #coverage: number;
  readonly #minCosine: number;
  readonly #totalRarity: number;
  readonly #centred: CentredCosines | undefined;

  /**
   * @param ranking How reasons count.
   * @param options What the query brings.
   */
  constructor(ranking: RankingOptions, options: FusionOptions) {
    this.#mode = options.mode;
    this.#textWeight = ranking.text * (options.weights.text ?? 1);
    this.#vectorWeight = ranking.vector * (options.weights.vector ?? 1);
    this.#coverage = ranking.coverage;
    this.#minCosine = options.minCosine - COSINE_ERROR;
    this.#totalRarity = options.totalRarity;
    this.#centred = options.centred;
  }

  /**
   * Sets the fused scores of slots, NaN where no list has one. A list that lacks a row adds nothing to
   * it. A cosine that is not enough for the vector list becomes NaN.
   */
  score(scores: SlotScores, slots: Uint32Array): void {
    if (this.#mode === "fts") return this.#scoreWords(scores, slots);
    const { cosines } = scores;
    const minCosine = this.#minCosine;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      if (!((cosines[slot] ?? NaN) >= minCosine)) cosines[slot] = NaN;
    }
    if (this.#mode === "hybrid") return this.#scoreBoth(scores, slots);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      scores.fused[slot] = cosines[slot] ?? NaN;
    }
  }

  #scoreWords({ exact, fused }: SlotScores, slots: Uint32Array): void {
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      const text = exact[slot] ?? 0;
      fused[slot] = text > 0 ? text / this.#totalRarity : NaN;
    }
  }

  /**
   * What the kernel must know to score the rows of a hybrid search at once; undefined when it can't.
   *
   * @see Kernel.scoreRows
   */
  get rowScoring(): RowScoring | undefined {
    const isRaised = this.#coverage === 1.5;
    if (this.#mode !== "hybrid" || !(isRaised || this.#coverage === 1)) return undefined;
    return {
      flags: (this.#centred ? ROW_FLAGS.centred : 0) + (isRaised ? ROW_FLAGS.raised : 0),
      minCosine: this.#minCosine,
      vectorWeight: this.#vectorWeight,
      textWeight: this.#textWeight,
      totalRarity: this.#totalRarity,
      centred: this.#centred,
      highest: Math.max(this.#ofWords(MAX_WORD_SCORE * this.#totalRarity), 0) +
          Math.max(this.#vectorWeight, 0) || 1,
    };
  }

  #scoreBoth({ broad, cosines, fused }: SlotScores, slots: Uint32Array): void {
    const vectorWeight = this.#vectorWeight;
    const centred = this.#centred;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      const cosine = cosines[slot] ?? NaN;
      const telling = centred ? centred.of(cosine, slot) : cosine;
      // NaN, the cosine of a row that is not near, is not above 0.
      const vector = telling > 0 ? vectorWeight * telling : 0;
      const text = broad[slot] ?? 0;
      if (text > 0) fused[slot] = this.#ofWords(text) + vector;
      else fused[slot] = cosine === cosine ? vector : NaN;
    }
  }

  #ofWords(text: number): number {
    return this.#textWeight * this.#raise(text / this.#totalRarity);
  }

  /** The default power without the cost of a general one. */
  #raise(share: number): number {
    return this.#coverage === 1.5 ? share * Math.sqrt(share) : share ** this.#coverage;
  }
}
