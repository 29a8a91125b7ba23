/**
 * Cuts normalised text into tokens and folds them for the cues.
 *
 * @module
 */

import type { Lang, Mask, MaskKind, Token, TokenKind } from "../types.ts";
import { foldToken } from "./repair.ts";

const TOKEN =
  /\b(?:12|24)-hours?\b|[\p{Sc}#]?\d+(?:[.,:]\d+)*(?:\p{Script=Latin}{1,4}(?![\p{L}\p{N}])|[%\p{Sc}°])?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L})(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])*(?:['\-_.&](?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]+)*(?:\+\+|#)?|\.{3}|[^\s\p{L}\p{N}]/gu;
/** What {@link TOKEN} finds in ASCII, without the classes of characters that ASCII has none of. */
const ASCII_TOKEN =
  /\b(?:12|24)-hours?\b|[$#]?\d+(?:[.,:]\d+)*(?:[A-Za-z]{1,4}(?![A-Za-z\d])|[%$])?|[A-Za-z][A-Za-z\d]*(?:['\-_.&][A-Za-z\d]+)*(?:\+\+|#)?|\.{3}|[^\sA-Za-z\d]/g;
const ASCII = /^[ -~\n\t]*$/;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]$/u;

/** A token before folding. */
export interface RawToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Kind of the mask when the token is one. */
  readonly maskKind?: MaskKind;
}

/** Tokens of `text` between two offsets; masked stretches become one `mask` token each. */
export function rawTokens(
  text: string,
  start: number,
  end: number,
  masks: readonly Mask[],
): RawToken[] {
  const out: RawToken[] = [];
  let at = start;
  for (const mask of masks) {
    if (mask.end <= at || mask.start >= end) continue;
    pushTokens(out, text, at, Math.max(at, mask.start));
    const from = Math.max(mask.start, start);
    const to = Math.min(mask.end, end);
    out.push({
      text: text.slice(from, to),
      start: from,
      end: to,
      kind: "mask",
      maskKind: mask.kind,
    });
    at = to;
  }
  pushTokens(out, text, at, end);
  return out;
}

function pushTokens(out: RawToken[], text: string, start: number, end: number): void {
  if (start >= end) return;
  const stretch = text.slice(start, end);
  const pattern = ASCII.test(stretch) ? ASCII_TOKEN : TOKEN;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(stretch); match !== null; match = pattern.exec(stretch)) {
    const piece = match[0];
    const at = start + match.index;
    out.push({ text: piece, start: at, end: at + piece.length, kind: kindOf(piece) });
  }
}

const CODE_OF = {
  A: 65,
  Z: 90,
  a: 97,
  z: 122,
  zero: 48,
  nine: 57,
  apostrophe: 39,
  ascii: 128,
} as const;

function isCapital(code: number): boolean {
  return code >= CODE_OF.A && code <= CODE_OF.Z;
}

function isAsciiLetter(code: number): boolean {
  return code >= CODE_OF.a && code <= CODE_OF.z || isCapital(code);
}

function isDigit(code: number): boolean {
  return code >= CODE_OF.zero && code <= CODE_OF.nine;
}

function kindOf(piece: string): TokenKind {
  const code = piece.charCodeAt(0);
  if (isAsciiLetter(code)) return "word";
  if (isDigit(code)) return /^\d+-h/.test(piece) ? "word" : "number";
  if (code < CODE_OF.ascii) {
    return piece.length > 1 && (piece[0] === "$" || piece[0] === "#") ? "number" : "punct";
  }
  if (CJK.test(piece)) return "cjk";
  if (/^\p{Sc}./u.test(piece)) return "number";
  return /^\p{L}/u.test(piece) ? "word" : "punct";
}

/** Words of a sentence in small letters, where it holds ASCII and nothing joined; null elsewhere. */
export function plainWords(tokens: readonly RawToken[]): readonly string[] | null {
  const out: string[] = [];
  let end = -1;
  let before = "";
  for (const { kind, text, start, end: next } of tokens) {
    // `eu-1`: part of a name.
    const isJoined = kind === "number" && start === end && JOINTS.has(before);
    if (isJoined || kind !== "mask" && !isPlain(kind, text)) return null;
    if (kind === "word") out.push(text.toLowerCase());
    [before, end] = [text, next];
  }
  return out;
}

/** Marks that join a name and a number. */
const JOINTS = new Set(["-", "_", ".", "/"]);

/** Whether a token is made of what its kind is made of in ASCII, and of nothing else. */
function isPlain(kind: TokenKind, text: string): boolean {
  if (kind === "cjk") return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const fits = kind === "word"
      ? isAsciiLetter(code)
      : kind === "number"
      ? isDigit(code)
      : code < CODE_OF.ascii && code !== CODE_OF.apostrophe;
    if (!fits) return false;
  }
  return true;
}

/** Folds raw tokens; English contractions and French elisions become several tokens. */
export function foldTokens(raw: readonly RawToken[], lang: Lang): Token[] {
  const out: Token[] = [];
  for (const token of raw) {
    if (token.kind !== "word") {
      out.push({
        ...token,
        fold: token.kind === "mask" ? "\ufffc" : token.text.toLowerCase(),
        capital: false,
        repaired: false,
      });
      continue;
    }
    const code = token.text.charCodeAt(0);
    const capital = code < CODE_OF.ascii ? isCapital(code) : /^\p{Lu}/u.test(token.text);
    const parts = foldToken(token.text, lang);
    let at = token.start;
    parts.forEach((part, index) => {
      const end = index === parts.length - 1 ? token.end : Math.min(token.end, at + part.width);
      out.push({
        fold: part.fold,
        text: token.text.slice(at - token.start, end - token.start),
        start: at,
        end,
        kind: "word",
        capital: capital && index === 0,
        repaired: part.repaired,
      });
      at = end;
    });
  }
  return out;
}
