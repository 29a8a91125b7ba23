/**
 * How turns of a talk are ranked beyond what each says by itself.
 *
 * @module
 */
import type { Conversations } from "./conversation.ts";
import type { RankingOptions } from "./fusion.ts";
import type { QueryWord } from "./query_parser.ts";
import { asksForTime, tellsTime } from "./talk_cues.ts";
import type { TextIndex } from "./text_index.ts";
import type { SearchMode } from "./types.ts";

/** Length from which a turn is not short, in words. */
const FULL_LENGTH = 20;

/** What lies between two names that are asked about alike. */
const SIDE_BY_SIDE = /^\s*(?:,|&|,?\s*(?:and|or|und|y|et))\s*$/i;

/** Place of the candidate that tells what any turn scores, from 0. */
const ORDINARY_PLACE = 31;

/** A question to the turns of talks. */
export interface TalkQuestion {
  /** The query as typed. */
  readonly text: string;
  /** Its words. */
  readonly words: readonly QueryWord[];
  /** Which lists count. */
  readonly mode: SearchMode;
  /** 1 for each row within the filters. */
  readonly passing: Uint8Array;
}

/** Ranks the turns found for one question. */
export class TalkRanking {
  readonly #talks: Conversations;
  readonly #text: TextIndex;
  readonly #ranking: RankingOptions;
  readonly #question: TalkQuestion;

  /**
   * @param talks Who stands next to whom.
   * @param text The words of the turns.
   */
  constructor(
    talks: Conversations,
    text: TextIndex,
    ranking: RankingOptions,
    question: TalkQuestion,
  ) {
    this.#talks = talks;
    this.#text = text;
    this.#ranking = ranking;
    this.#question = question;
  }

  /**
   * Changes the scores of the candidates and of turns that come in with them.
   *
   * @param candidates Slots, best first.
   * @param fused Their scores.
   * @returns All slots now in play.
   */
  rank(candidates: readonly number[], fused: Float64Array): number[] {
    const gains = this.#gains(candidates, fused);
    const inPlay = [...new Set([...candidates, ...gains.keys()])];
    const speakers = this.#speakersAskedAbout();
    const wantsTime = asksForTime(this.#question.text);
    const { question, speaker, time } = this.#ranking;
    for (const slot of inPlay) {
      const score = fused[slot] ?? 0;
      const own = Number.isNaN(score) ? 0 : score;
      let factor = 1 - question * this.#talks.asks(slot);
      factor *= 1 - this.#shortness(slot);
      if (speakers.has(this.#talks.speakerAt(slot))) factor *= 1 + speaker;
      if (wantsTime && this.#tellsTime(slot)) factor *= 1 + time;
      fused[slot] = (own + (gains.get(slot) ?? 0)) * factor;
    }
    return inPlay;
  }

  /**
   * What each turn gains from those around it, an answer most of all from its question, which may
   * even bring it in where words are not all that counts. Only what sets a turn apart from ordinary
   * ones is shared.
   */
  #gains(candidates: readonly number[], fused: Float64Array): Map<number, number> {
    const { passing, mode } = this.#question;
    const { neighbour, answer, ordinary } = this.#ranking;
    const floor = ordinary * (fused[candidates[ORDINARY_PLACE] ?? -1] ?? 0);
    const gains = new Map<number, number>();
    const give = (slot: number | undefined, gain: number, mayBringIn = false) => {
      if (slot === undefined || passing[slot] === 0) return;
      if (!mayBringIn && Number.isNaN(fused[slot] ?? NaN)) return;
      gains.set(slot, (gains.get(slot) ?? 0) + gain);
    };
    for (const slot of candidates) {
      const score = Math.max(0, (fused[slot] ?? 0) - floor);
      const { before, after, secondAfter } = this.#talks.around(slot);
      const isAsking = this.#talks.asks(slot) > 0;
      give(before, 0.5 * neighbour * score);
      give(after, (isAsking ? answer : neighbour) * score, isAsking && mode === "hybrid");
      give(secondAfter, neighbour * score);
    }
    return gains;
  }

  /** Share of its score that a turn loses for saying little. */
  #shortness(slot: number): number {
    const missing = 1 - this.#text.wordsIn(slot) / FULL_LENGTH;
    return missing > 0 ? this.#ranking.brevity * missing : 0;
  }

  #tellsTime(slot: number): boolean {
    const { lexicon } = this.#text;
    return this.#text.formsOf(slot).some((form) =>
      tellsTime(lexicon.stemAt(lexicon.stemIdOf(form)))
    );
  }

  /**
   * Numbers of the speakers whose turns are asked for: the one named first and those named side by
   * side with it. "What did Ada tell Bo?" is answered by Ada.
   */
  #speakersAskedAbout(): Set<number> {
    const { words, text, passing } = this.#question;
    const found = new Set<number>();
    let end: number | undefined;
    for (const { token } of words) {
      const speakers = this.#talks.speakersNamed(token.stem, passing);
      if (speakers.length === 0) continue;
      if (end !== undefined && token.start > end) {
        if (!SIDE_BY_SIDE.test(text.slice(end, token.start))) break;
      }
      for (const speaker of speakers) found.add(speaker);
      end = token.end;
    }
    return found;
  }
}
