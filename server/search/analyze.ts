/**
 * From text to tokens, the same way for documents and queries.
 *
 * @module
 */
import { foldAccents, isAscii, normalise } from "./fold.ts";
import { BASE_OF_IRREGULAR } from "./irregular_forms.ts";
import { stem } from "./stem.ts";

/**
 * What a token is: a `word`; a `whole` identifier whose `part`s follow it; an `accented` spelling
 * of the word before it; a `character` or a `pair` of a script written without blanks.
 */
export type TokenKind = "word" | "whole" | "part" | "accented" | "character" | "pair";

/** One token of a text. */
export interface Token {
  /** Lower-case form without accents. */
  readonly term: string;
  /** What the index files it under: the stem of an English word, else the term. */
  readonly stem: string;
  /** Where it starts, in UTF-16 units. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
  /** What it is. */
  readonly kind: TokenKind;
}

/** Runs of text without blanks whose tokens are kept; the cache starts afresh when full. */
const MAX_CACHED_LUMPS = 50_000;

/** Longest run whose tokens are kept, in UTF-16 units. */
const MAX_CACHED_LENGTH = 40;

const lumpCache = new Map<string, readonly Token[]>();

/** Longest term kept as it is, in UTF-16 units; longer ones end in a hash of the whole. */
const MAX_TERM_LENGTH = 64;

/** Stems kept; the cache starts afresh when full. */
const MAX_CACHED_STEMS = 50_000;

/** A word, or words joined by the punctuation of identifiers, paths, versions and flags. */
const LUMP =
  /-{0,2}[\p{L}\p{N}\p{M}_]+(?:['’._\-/:\\@&+~=]+[\p{L}\p{N}\p{M}_]+)*(?:\+\+|#)?|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}])*/gu;

const ASCII_LUMP = /-{0,2}\w+(?:['._\-/:\\@&+~=]+\w+)*(?:\+\+|#)?/g;

const UNSEGMENTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

const HAS_UNSEGMENTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** One letter of an unsegmented script with the marks on it. */
const CHARACTER = /.\p{M}*/gsu;

const PLAIN_WORD = /^[\p{L}\p{M}]+$/u;

const CAMEL_BORDER = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/;

const STEMMABLE = /^[a-z][a-z']*$/;

const stemCache = new Map<string, string>();

/** What a term is filed under. */
export function stemOf(term: string): string {
  const cached = stemCache.get(term);
  if (cached !== undefined) return cached;
  const result = STEMMABLE.test(term) ? stem(BASE_OF_IRREGULAR.get(term) ?? term) : term;
  if (stemCache.size >= MAX_CACHED_STEMS) stemCache.clear();
  stemCache.set(term, result);
  return result;
}

/** A term of bounded length that is equal for equal words. */
function bounded(term: string): string {
  if (term.length <= MAX_TERM_LENGTH) return term;
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193) >>> 0;
  }
  return `${term.slice(0, MAX_TERM_LENGTH - 9)}~${hash.toString(16).padStart(8, "0")}`;
}

/** Collects the tokens of one lump. */
class TokenSink {
  readonly tokens: Token[] = [];

  add(text: string, start: number, kind: TokenKind): void {
    const end = start + text.length;
    const exact = bounded(normalise(text).replaceAll("’", "'"));
    const term = foldAccents(exact);
    if (term === "") return;
    this.tokens.push({ term, stem: stemOf(term), start, end, kind });
    if (term !== exact) {
      this.tokens.push({ term: exact, stem: exact, start, end, kind: "accented" });
    }
  }

  /** Single characters and pairs of neighbours of a run of an unsegmented script. */
  addRun(run: string, start: number): void {
    const characters = [...run.matchAll(CHARACTER)];
    for (const [i, found] of characters.entries()) {
      const at = start + found.index;
      this.add(found[0], at, "character");
      const next = characters[i + 1];
      if (next) this.add(found[0] + next[0], at, "pair");
    }
  }

  /** A word of a script with blanks, or an identifier with its parts. */
  addLump(lump: string, start: number): void {
    if (PLAIN_WORD.test(lump) && !CAMEL_BORDER.test(lump)) return this.add(lump, start, "word");
    const parts = [...lump.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)];
    const only = parts.length === 1 ? parts[0]?.[0] : undefined;
    if (only === lump && !CAMEL_BORDER.test(lump)) return this.add(lump, start, "word");
    this.add(lump, start, "whole");
    for (const part of parts) this.#addParts(part[0], start + part.index);
  }

  #addParts(text: string, start: number): void {
    let at = start;
    for (const piece of text.split(CAMEL_BORDER)) {
      if (piece.length > 1) this.add(piece, at, "part");
      at += piece.length;
    }
  }
}

/** Files a lump that mixes unsegmented scripts with others. */
function addMixed(sink: TokenSink, lump: string, start: number): void {
  let done = 0;
  for (const run of lump.matchAll(UNSEGMENTED)) {
    if (run.index > done) sink.addLump(lump.slice(done, run.index), start + done);
    sink.addRun(run[0], start + run.index);
    done = run.index + run[0].length;
  }
  if (done < lump.length) sink.addLump(lump.slice(done), start + done);
}

function tokensOfLump(lump: string): readonly Token[] {
  const sink = new TokenSink();
  if (HAS_UNSEGMENTED.test(lump)) addMixed(sink, lump, 0);
  else sink.addLump(lump, 0);
  return sink.tokens;
}

/** Tokens of a lump with their places in it; the same objects for the same lump, for a while. */
function cachedTokens(lump: string): readonly Token[] {
  const cached = lumpCache.get(lump);
  if (cached !== undefined) return cached;
  const tokens = tokensOfLump(lump);
  if (lump.length > MAX_CACHED_LENGTH) return tokens;
  if (lumpCache.size >= MAX_CACHED_LUMPS) lumpCache.clear();
  lumpCache.set(lump, tokens);
  return tokens;
}

/**
 * The tokens of a text in order.
 *
 * @param text Any text; every script is accepted, nothing throws.
 * @returns Tokens with their places in `text`; empty for a text without letters, digits or emoji.
 */
export function analyze(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(isAscii(text) ? ASCII_LUMP : LUMP)) {
    for (const { term, stem, start, end, kind } of cachedTokens(found[0])) {
      tokens.push({ term, stem, start: start + found.index, end: end + found.index, kind });
    }
  }
  return tokens;
}

/**
 * As {@link analyze} for whoever needs no places: `start` and `end` count within a run of text.
 * Several times as fast, as words seen before are not looked at again.
 */
export function tokensWithoutPlaces(text: string): Token[] {
  const tokens: Token[] = [];
  for (const lump of text.match(isAscii(text) ? ASCII_LUMP : LUMP) ?? []) {
    for (const token of cachedTokens(lump)) tokens.push(token);
  }
  return tokens;
}
