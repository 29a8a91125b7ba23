/**
 * Masks of quoted speech.
 *
 * @module
 */

import type { Mask } from "../types.ts";

const PAIRS: Readonly<Record<string, string>> = {
  // Keyboards without a closing mark of the kind give a straight one.
  "\u201c": '\u201d\u201c"',
  "\u201e": '\u201c\u201d"',
  "\u00ab": "\u00bb",
  "\u00bb": "\u00ab",
  "\u300c": "\u300d",
  "\u300e": "\u300f",
  "\u2039": "\u203a",
};
const MAX_QUOTE = 2_000;
const MIN_WORDS = 3;

/** Quotes of at least three words, and whether a quote mark stands alone. */
export function maskQuotes(
  text: string,
  masked: readonly Mask[],
): { masks: Mask[]; hasLoneQuote: boolean } {
  const masks: Mask[] = [];
  let hasLoneQuote = false;
  const skip = masked.toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    while (next < skip.length && (skip[next]?.end ?? 0) <= at) next++;
    const mask = skip[next];
    if (mask !== undefined && at >= mask.start) {
      at = mask.end - 1;
      continue;
    }
    const close = closingOf(text, at);
    if (close === undefined) continue;
    const end = findClose(text, at, close);
    if (end < 0) {
      if (text[at] !== "'") hasLoneQuote = true;
      continue;
    }
    if (isSpeech(text.slice(at + 1, end))) masks.push({ start: at, end: end + 1, kind: "quote" });
    at = end;
  }
  return { masks, hasLoneQuote };
}

/** The characters that close a quote opened at `at`, or undefined when none opens there. */
function closingOf(text: string, at: number): string | undefined {
  const mark = text[at] ?? "";
  if (mark === '"') return '"';
  if (mark === "'") {
    const before = text[at - 1] ?? " ";
    return /[\s(:\[\u2014-]/.test(before) && /\S/.test(text[at + 1] ?? " ") ? "'" : undefined;
  }
  return PAIRS[mark];
}

function findClose(text: string, open: number, close: string): number {
  const limit = Math.min(text.length, open + MAX_QUOTE);
  for (let at = open + 1; at < limit; at++) {
    const mark = text[at] ?? "";
    if (mark === "\n" && text[at + 1] === "\n") return -1;
    if (!close.includes(mark)) continue;
    if (mark !== "'") return at;
    const after = text[at + 1] ?? " ";
    if (/[\s.,;:!?)\]]/.test(after) && /\S/.test(text[at - 1] ?? " ")) return at;
  }
  return -1;
}

function isSpeech(inside: string): boolean {
  const cjk = inside.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (cjk >= 4) return true;
  return inside.trim().split(/\s+/).length >= MIN_WORDS;
}
