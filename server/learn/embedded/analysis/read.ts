/**
 * Steps 1 to 6 for a whole window: turns become sentences with clauses and moods.
 *
 * @module
 */

import type { Lang, Mask, ReadTurn, Sentence, Turn } from "../types.ts";
import { splitClauses } from "../text/clauses.ts";
import { findMasks, type Masked, maskedShare, mergeMasks } from "../text/mask.ts";
import { endsRolePlay, opensRolePlay } from "../text/mask_tasks.ts";
import { normalise } from "../text/normalise.ts";
import { splitSentences } from "../text/sentences.ts";
import { classify, FRESH_MOOD } from "./mood.ts";

/** Options of {@link readWindow}. */
export interface ReadWindowOptions {
  /** Recognises text that this system gave out as context. */
  readonly isOwnContext?: (text: string) => boolean;
}

/** Reads all turns; only user turns are masked for role play that an earlier turn opened. */
export function readWindow(turns: readonly Turn[], options: ReadWindowOptions = {}): ReadTurn[] {
  let playing = false;
  let fallback: Lang = "en";
  return turns.map((turn, index) => {
    const isUser = turn.speaker === "user";
    if (isUser && playing && endsRolePlay(turn.content)) playing = false;
    if (isUser && opensRolePlay(turn.content)) playing = true;
    const read = new TurnReading(turn, index, {
      ...options,
      fallback,
      isPlayed: isUser && playing,
    });
    if (isUser) fallback = read.sentences.at(-1)?.lang ?? fallback;
    return read;
  });
}

interface ReadTurnOptions extends ReadWindowOptions {
  readonly fallback: Lang;
  readonly isPlayed: boolean;
}

/** A turn whose parts are read when they are first asked for: few answers are ever looked into. */
class TurnReading implements ReadTurn {
  readonly turn: Turn;
  readonly index: number;
  readonly text: string;
  readonly toRaw: (offset: number) => number;
  readonly #options: ReadTurnOptions;
  #masked: Masked | null = null;
  #sentences: readonly Sentence[] | null = null;

  constructor(turn: Turn, index: number, options: ReadTurnOptions) {
    const { text, toRaw } = normalise(turn.content);
    this.turn = turn;
    this.index = index;
    this.text = text;
    this.toRaw = toRaw;
    this.#options = options;
  }

  get masks(): readonly Mask[] {
    return this.#found.masks;
  }

  get hasLoneQuote(): boolean {
    return this.#found.hasLoneQuote;
  }

  get maskedShare(): number {
    return maskedShare(this.text, this.masks);
  }

  get sentences(): readonly Sentence[] {
    const { text, index, masks } = this;
    return this.#sentences ??= readSentences(text, index, masks, this.#options.fallback);
  }

  get #found(): Masked {
    return this.#masked ??= this.#mask();
  }

  #mask(): Masked {
    const found = findMasks(this.text, this.#options);
    if (!this.#options.isPlayed) return found;
    const all: Mask = { start: 0, end: this.text.length, kind: "fiction" };
    return { ...found, masks: mergeMasks([all]) };
  }
}

function readSentences(
  text: string,
  turn: number,
  masks: readonly Mask[],
  fallback: Lang,
): Sentence[] {
  let state = FRESH_MOOD;
  return splitSentences(text, { turn, masks, fallback }).map((bare) => {
    const clauses = splitClauses(bare.tokens, bare.lang);
    const verdict = classify(bare, clauses, state);
    state = verdict.state;
    return { ...bare, clauses: verdict.clauses };
  });
}
