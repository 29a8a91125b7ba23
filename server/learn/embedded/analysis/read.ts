/**
 * Steps 1 to 6 for a whole window: turns become sentences with clauses and moods.
 *
 * @module
 */

import type { Lang, Mask, ReadTurn, Sentence, Turn } from "../types.ts";
import { splitClauses } from "../text/clauses.ts";
import {
  findMasks,
  type FindMasksOptions,
  type Masked,
  maskedShare,
  mergeMasks,
} from "../text/mask.ts";
import { announcesText, endsRolePlay, opensRolePlay } from "../text/mask_tasks.ts";
import { normalise } from "../text/normalise.ts";
import { splitSentences } from "../text/sentences.ts";
import { classify, FRESH_MOOD } from "./mood.ts";

/** Options of {@link readWindow}. */
export interface ReadWindowOptions {
  /** Texts that were read before; windows of a user overlap. @default none */
  readonly texts?: ReadTexts;
}

/** Reads all turns; only user turns are masked for role play that an earlier turn opened. */
export function readWindow(turns: readonly Turn[], options: ReadWindowOptions = {}): ReadTurn[] {
  const { texts = new ReadTexts() } = options;
  let playing = false;
  let fallback: Lang = "en";
  return turns.map((turn, index) => {
    const { content } = turn;
    const isUser = turn.speaker === "user";
    if (isUser && playing && endsRolePlay(content)) playing = false;
    if (isUser && opensRolePlay(content)) playing = true;
    const isText = isUser && isAnnounced(turns, index);
    const text = texts.of({ content, fallback, isPlayed: isUser && (playing || isText) });
    if (isUser) fallback = text.sentences.at(-1)?.lang ?? fallback;
    return new TurnReading(turn, index, text);
  });
}

/** Whether a turn is the text of a task that the user set before: `Translate what I write next`. */
function isAnnounced(turns: readonly Turn[], index: number): boolean {
  const [task, answer] = [turns[index - 2], turns[index - 1]];
  return task?.speaker === "user" && answer?.speaker === "assistant" &&
    announcesText(task.content, answer.content);
}

/** What the reading of a text depends on. */
interface TextRequest {
  readonly content: string;
  /** Language of sentences that are too short to tell theirs. */
  readonly fallback: Lang;
  /** Whether it is part of a role play, or the text of a task. */
  readonly isPlayed: boolean;
}

/** A text whose parts are read when they are first asked for: few answers are ever looked into. */
class ReadText {
  readonly text: string;
  readonly toRaw: (offset: number) => number;
  readonly #request: TextRequest;
  readonly #options: FindMasksOptions;
  #masked: Masked | null = null;
  #sentences: readonly Sentence[] | null = null;

  constructor(request: TextRequest, options: FindMasksOptions) {
    const { text, toRaw } = normalise(request.content);
    this.text = text;
    this.toRaw = toRaw;
    this.#request = request;
    this.#options = options;
  }

  get masked(): Masked {
    return this.#masked ??= this.#mask();
  }

  /** Its sentences, as of the first turn of a window. */
  get sentences(): readonly Sentence[] {
    return this.#sentences ??= readSentences(this.text, this.masked.masks, this.#request.fallback);
  }

  #mask(): Masked {
    const found = findMasks(this.text, this.#options);
    if (!this.#request.isPlayed) return found;
    const all: Mask = { start: 0, end: this.text.length, kind: "fiction" };
    return { ...found, masks: mergeMasks([all]) };
  }
}

/** Texts kept, and the longest that is, UTF-16 code units. */
const MAX_TEXTS = 256;
const MAX_KEPT_LENGTH = 4_000;

/** The texts that were read last. */
export class ReadTexts {
  readonly #options: FindMasksOptions;
  readonly #texts = new Map<string, ReadText>();

  /** @param options How masks are found. */
  constructor(options: FindMasksOptions = {}) {
    this.#options = options;
  }

  /** The reading of a text, a kept one where it was read the same way. */
  of(request: TextRequest): ReadText {
    const { content, fallback, isPlayed } = request;
    if (content.length > MAX_KEPT_LENGTH) return new ReadText(request, this.#options);
    const name = `${fallback}${Number(isPlayed)}${content}`;
    const text = this.#texts.get(name) ?? new ReadText(request, this.#options);
    this.#texts.delete(name);
    this.#texts.set(name, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= MAX_TEXTS) break;
      this.#texts.delete(oldest);
    }
    return text;
  }
}

/** A text as a turn of a window. */
class TurnReading implements ReadTurn {
  readonly turn: Turn;
  readonly index: number;
  readonly #text: ReadText;
  #sentences: readonly Sentence[] | null = null;

  constructor(turn: Turn, index: number, text: ReadText) {
    this.turn = turn;
    this.index = index;
    this.#text = text;
  }

  get text(): string {
    return this.#text.text;
  }

  toRaw(offset: number): number {
    return this.#text.toRaw(offset);
  }

  get masks(): readonly Mask[] {
    return this.#text.masked.masks;
  }

  get hasLoneQuote(): boolean {
    return this.#text.masked.hasLoneQuote;
  }

  get maskedShare(): number {
    return maskedShare(this.text, this.masks);
  }

  get sentences(): readonly Sentence[] {
    return this.#sentences ??= this.#text.sentences.map((sentence) => ({
      ...sentence,
      turn: this.index,
    }));
  }
}

function readSentences(
  text: string,
  masks: readonly Mask[],
  fallback: Lang,
): Sentence[] {
  let state = FRESH_MOOD;
  return splitSentences(text, { turn: 0, masks, fallback }).map((bare) => {
    const clauses = splitClauses(bare.tokens, bare.lang);
    const verdict = classify(bare, clauses, state);
    state = verdict.state;
    return { ...bare, clauses: verdict.clauses };
  });
}
