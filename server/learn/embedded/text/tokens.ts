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

function kindOf(piece: string): TokenKind {
  if (/^[A-Za-z]/.test(piece)) return "word";
  if (CJK.test(piece)) return "cjk";
  if (/^\d+-h/.test(piece)) return "word";
  if (/\d/.test(piece[0] ?? "") || (/^[\p{Sc}#]/u.test(piece) && piece.length > 1)) return "number";
  return /\p{L}/u.test(piece[0] ?? "") ? "word" : "punct";
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
    const capital = /^\p{Lu}/u.test(token.text);
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
