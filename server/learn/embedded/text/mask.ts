/**
 * Step 3: finds the stretches that are not the user's own words.
 *
 * @module
 */

import type { Mask, MaskKind } from "../types.ts";
import { maskInjected } from "../guards/injected.ts";
import { mayHold } from "./mask_cues.ts";
import { maskLines } from "./mask_lines.ts";
import { maskOthers } from "./mask_others.ts";
import { maskQuotes } from "./mask_quotes.ts";
import { maskTasks } from "./mask_tasks.ts";
import { matchesOf } from "./matches.ts";

/** What masking found in one turn. */
export interface Masked {
  readonly masks: readonly Mask[];
  readonly hasLoneQuote: boolean;
}

/** Options of {@link findMasks}. */
export interface FindMasksOptions {
  /** Recognises text that this system gave out as context. */
  readonly isOwnContext?: (text: string) => boolean;
}

/** Length above which only the ends of a turn are read, in UTF-16 code units. */
const MAX_READ = 20_000;
const READ_EACH_END = 8_000;

const ADDRESSES =
  /https?:\/\/[^\s<>")]{1,400}|www\.[^\s<>")]{1,200}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|(?<![\w/])(?:~|\.{1,2})?\/[\w.@-]{1,80}(?:\/[\w.@-]{0,80}){1,20}|\b[A-Za-z]:\\[\w.\\-]{1,200}|\b[0-9a-f]{12,64}\b/g;
/** A mark without which a text has no address. */
const MAY_HOLD_ADDRESS = /[/@\\]|www\.|[0-9a-f]{12}/;
const INLINE_CODE = /(?<!`)`([^`\n]{1,200})`(?!`)/g;
const READABLE_CODE = /^[\w.+#/-]{1,30}$/;
const SAMPLE =
  /\b(?:for example|e\.g\.|for instance|example:|sample:|test data|placeholder|such as:)[^.!?\n]{0,400}/gi;

/** Finds all masks of a normalised turn, merged and in order. */
export function findMasks(text: string, options: FindMasksOptions = {}): Masked {
  const found: Mask[] = [];
  if (text.length > MAX_READ) {
    found.push({ start: READ_EACH_END, end: text.length - READ_EACH_END, kind: "middle" });
  }
  if (options.isOwnContext?.(text) === true) {
    found.push({ start: 0, end: text.length, kind: "injected" });
  }
  found.push(...maskInjected(text), ...maskLines(text), ...maskOthers(text));
  const quotes = maskQuotes(text, found);
  found.push(...quotes.masks);
  found.push(...maskTasks(text, quotes.masks));
  if (MAY_HOLD_ADDRESS.test(text)) pushMatches(found, text, ADDRESSES, "address");
  if (mayHold(text, "sample")) pushMatches(found, text, SAMPLE, "sample");
  for (const match of text.includes("`") ? text.matchAll(INLINE_CODE) : []) {
    if (READABLE_CODE.test(match[1] ?? "")) continue;
    found.push({ start: match.index, end: match.index + match[0].length, kind: "inline_code" });
  }
  return { masks: mergeMasks(found), hasLoneQuote: quotes.hasLoneQuote };
}

function pushMatches(found: Mask[], text: string, pattern: RegExp, kind: MaskKind): void {
  for (const match of matchesOf(pattern, text)) {
    found.push({ start: match.index, end: match.index + match[0].length, kind });
  }
}

/** Kinds that hide more win over kinds that hide less when masks overlap. */
const WEIGHT: Readonly<Record<MaskKind, number>> = {
  injected: 9,
  middle: 9,
  code: 8,
  data: 8,
  log: 8,
  document: 7,
  blockquote: 7,
  fiction: 6,
  payload: 6,
  quote: 5,
  sample: 4,
  inline_code: 3,
  address: 2,
};

/** Sorts masks and joins the ones that overlap. */
export function mergeMasks(masks: readonly Mask[]): Mask[] {
  const sorted = masks.filter((mask) => mask.end > mask.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const out: Mask[] = [];
  for (const mask of sorted) {
    const last = out.at(-1);
    if (last === undefined || mask.start >= last.end) {
      out.push(mask);
    } else {
      const kind = WEIGHT[mask.kind] > WEIGHT[last.kind] ? mask.kind : last.kind;
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, mask.end), kind };
    }
  }
  return out;
}

/** Share of `text` that is masked, 0 to 1; blanks do not count. */
export function maskedShare(text: string, masks: readonly Mask[]): number {
  if (text.length === 0) return 0;
  const hidden = masks.reduce((sum, mask) => sum + mask.end - mask.start, 0);
  return hidden / text.length;
}
