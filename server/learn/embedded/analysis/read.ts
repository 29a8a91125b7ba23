/**
 * Steps 1 to 6 for a whole window: turns become sentences with clauses and moods.
 *
 * @module
 */

import type { Lang, Mask, ReadTurn, Sentence, Turn } from "../types.ts";
import { splitClauses } from "../text/clauses.ts";
import { findMasks, maskedShare, mergeMasks } from "../text/mask.ts";
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
    const read = readTurn(turn, index, { ...options, fallback, isPlayed: isUser && playing });
    if (isUser) fallback = read.sentences.at(-1)?.lang ?? fallback;
    return read;
  });
}

interface ReadTurnOptions extends ReadWindowOptions {
  readonly fallback: Lang;
  readonly isPlayed: boolean;
}

function readTurn(turn: Turn, index: number, options: ReadTurnOptions): ReadTurn {
  const { text, toRaw } = normalise(turn.content);
  const found = findMasks(text, options);
  const masks: Mask[] = options.isPlayed
    ? mergeMasks([{ start: 0, end: text.length, kind: "fiction" }])
    : [...found.masks];
  return {
    turn,
    index,
    text,
    toRaw,
    masks,
    sentences: readSentences(text, index, masks, options.fallback),
    maskedShare: maskedShare(text, masks),
    hasLoneQuote: found.hasLoneQuote,
  };
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
