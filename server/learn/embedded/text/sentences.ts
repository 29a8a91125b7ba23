/**
 * Step 4: cuts a masked turn into sentences.
 *
 * @module
 */

import type { Lang, Mask, Sentence, Token } from "../types.ts";
import { wordSet } from "../lexicon/words.ts";
import { languageOf } from "./language.ts";
import { foldTokens, plainWords, type RawToken, rawTokens } from "./tokens.ts";

/** A sentence before clauses and moods are known. */
export type BareSentence = Omit<Sentence, "clauses">;

const ENDS = new Set([".", "?", "!", "...", "\u2026", "\u3002", "\uff1f", "\uff01", "\u061f"]);
const ABBREVIATIONS = wordSet(
  "mr mrs ms dr dra srta sta ing lic hr núm pág prof st e.g i.e etc vs approx incl max min no nr fig sr sra jr z.b u.a bzw ca tel ext dept",
);
/** Masks that stay inside a sentence as one opaque token. */
const INLINE: ReadonlySet<string> = new Set(["quote", "inline_code", "address"]);
/** Months as they stand behind an ordinal. */
const GERMAN_MONTHS = wordSet(
  "januar jänner februar märz april mai juni juli august september oktober november dezember",
);
const MAX_INLINE = 160;
const LIST_ITEM = /^\s*(?:[-*\u2022\u2013+]|\d{1,2}[.)]|[a-z]\))\s+/;

/** Options of {@link splitSentences}. */
export interface SplitSentencesOptions {
  readonly turn: number;
  readonly masks: readonly Mask[];
  readonly fallback: Lang;
}

/** Cuts a turn into sentences with folded tokens. */
export function splitSentences(text: string, options: SplitSentencesOptions): BareSentence[] {
  const { masks, turn, fallback } = options;
  let known: Lang | undefined;
  const turnLang = () => known ??= languageOf(text, text, () => fallback);
  const visible = blank(text, masks);
  const lowerCase = !/\p{Lu}/u.test(visible);
  const out: BareSentence[] = [];
  let opensParagraph = true;
  let lineStart = 0;
  for (const line of text.split("\n")) {
    const lineEnd = lineStart + line.length;
    const item = LIST_ITEM.exec(line);
    if (line.trim() === "") opensParagraph = true;
    if (item !== null) opensParagraph = true;
    const from = lineStart + (item?.[0].length ?? 0);
    for (const tokens of cutLine(rawTokens(text, from, lineEnd, masks))) {
      const first = tokens[0];
      const last = tokens.at(-1);
      if (first === undefined || last === undefined) continue;
      const piece = visible.slice(first.start, last.end);
      const lang = languageOf(piece, visible, turnLang, plainWords(tokens));
      const folded = foldTokens(tokens, lang);
      const kept = withoutEnd(folded);
      const folds = kept.map(({ fold }) => fold);
      out.push({
        turn,
        index: out.length,
        start: first.start,
        end: last.end,
        tokens: kept,
        folds,
        said: folds.join(" "),
        hasWords: kept.some(({ kind }) => kind === "word" || kind === "cjk"),
        lang,
        terminator: terminatorOf(folded),
        opensParagraph,
        lowerCase,
        shouting: /\p{Lu}{3}/u.test(piece) && !/\p{Ll}/u.test(piece),
      });
      opensParagraph = false;
    }
    lineStart = lineEnd + 1;
  }
  return out;
}

/** Text with masked stretches replaced by blanks, for language and case. */
function blank(text: string, masks: readonly Mask[]): string {
  let out = "";
  let at = 0;
  for (const mask of masks) {
    out += text.slice(at, mask.start) + " ".repeat(mask.end - mask.start);
    at = mask.end;
  }
  return out + text.slice(at);
}

function cutLine(tokens: readonly RawToken[]): RawToken[][] {
  const out: RawToken[][] = [];
  let current: RawToken[] = [];
  const flush = () => {
    if (current.some((token) => token.kind !== "punct")) out.push(current);
    current = [];
  };
  tokens.forEach((token, index) => {
    if (token.kind === "mask" && !isInline(token)) {
      flush();
      return;
    }
    current.push(token);
    if (ENDS.has(token.text) ? isEnd(tokens, index) : closesWithQuote(tokens, index)) flush();
  });
  flush();
  return out;
}

function isInline(token: RawToken): boolean {
  return token.end - token.start <= MAX_INLINE && INLINE.has(token.maskKind ?? "");
}

/** A quote that ends like a sentence, or that a colon announces, closes the sentence around it. */
function closesWithQuote(tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.maskKind !== "quote") return false;
  return /[.!?]["'\u201d\u00bb]?$/.test(token.text) || tokens[index - 1]?.text === ":";
}

function isEnd(tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return true;
  if (
    ENDS.has(next.text) ||
    next.kind === "punct" && next.start === token.end && /["')\]\u201d\u00bb]/.test(next.text)
  ) return false;
  if (token.text !== ".") return true;
  const before = tokens[index - 1];
  if (before === undefined) return true;
  // `haha no. Names stay`: only in front of a figure it is short for a number.
  const isNo = before.text.toLowerCase() === "no" && /^\p{Lu}\p{Ll}/u.test(next.text);
  if (ABBREVIATIONS.has(before.text.toLowerCase()) && !isNo) return false;
  if (/^\p{Lu}$/u.test(before.text) && /^\p{Lu}/u.test(next.text) && before.text !== "I") {
    return false;
  }
  // `am 15. august`: an ordinal in front of its month.
  if (
    before.kind === "number" && before.end === token.start &&
    GERMAN_MONTHS.has(next.text.toLowerCase())
  ) {
    return false;
  }
  return next.start > token.end;
}

const CLOSING = new Set(['"', "'", ")", "]"]);
const CLOSING_QUOTES = new Set(['"', "'", "\u201d", "\u00bb"]);

function terminatorOf(tokens: readonly Token[]): string {
  let mark = "";
  for (let at = tokens.length - 1; at >= 0; at--) {
    const text = tokens[at]?.text ?? "";
    if (!ENDS.has(text) && !CLOSING.has(text)) break;
    if (text === "?" || text === "\uff1f") return "?";
    if (ENDS.has(text)) mark = text;
  }
  return mark === "\uff01" ? "!" : mark;
}

function withoutEnd(tokens: readonly Token[]): Token[] {
  let end = tokens.length;
  while (
    end > 0 &&
    (ENDS.has(tokens[end - 1]?.text ?? "") || CLOSING_QUOTES.has(tokens[end - 1]?.text ?? ""))
  ) end--;
  return tokens.slice(0, end);
}
