/**
 * Step 2: a folded view of a word for the cues. Values keep the user's spelling.
 *
 * @module
 */

import type { Lang } from "../types.ts";
import { CHAT_FORMS, CUE_WORDS, KNOWN_WORDS } from "../lexicon/spelling.ts";

/** One folded token of a word and how many characters of the word it covers. */
export interface FoldedPart {
  readonly fold: string;
  readonly width: number;
  readonly repaired: boolean;
}

const LETTER_RUN = /(\p{L})\1{2,60}/gu;

const IRREGULAR_CONTRACTIONS: Readonly<Record<string, readonly string[]>> = {
  "can't": ["can", "not"],
  cannot: ["can", "not"],
  "won't": ["will", "not"],
  "shan't": ["shall", "not"],
  "ain't": ["is", "not"],
  "let's": ["let's"],
  gonna: ["going", "to"],
  wanna: ["want", "to"],
  gotta: ["got", "to"],
  wfh: ["work", "from", "home"],
  "y'all": ["you", "all"],
  "o'clock": ["o'clock"],
};

const MISSING_APOSTROPHE: Readonly<Record<string, string>> = {
  im: "i'm",
  ive: "i've",
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  cant: "can't",
  wont: "won't",
  isnt: "isn't",
  arent: "aren't",
  wasnt: "wasn't",
  werent: "weren't",
  shouldnt: "shouldn't",
  wouldnt: "wouldn't",
  couldnt: "couldn't",
  havent: "haven't",
  hasnt: "hasn't",
  hadnt: "hadn't",
  youre: "you're",
  theyre: "they're",
  thats: "that's",
  whats: "what's",
  shes: "she's",
  hes: "he's",
  lets: "let's",
  youve: "you've",
  weve: "we've",
  theres: "there's",
  heres: "here's",
  mustnt: "mustn't",
  aint: "ain't",
  youd: "you'd",
  theyve: "they've",
};

const SUFFIXES: readonly (readonly [string, string])[] = [
  ["n't", "not"],
  ["'m", "am"],
  ["'re", "are"],
  ["'ve", "have"],
  ["'ll", "will"],
  ["'d", "would"],
];

const IS_AFTER = new Set([
  "he",
  "she",
  "it",
  "that",
  "this",
  "there",
  "here",
  "what",
  "who",
  "where",
  "how",
  "when",
  "everything",
  "something",
  "nothing",
  "everyone",
  "everybody",
]);

/** Most words of a conversation come again; their parts are kept, up to a bound. */
const FOLDED = new Map<string, readonly FoldedPart[]>();
const MAX_FOLDED = 20_000;
const MAX_KEPT_LENGTH = 24;

/** Folds one word; the parts cover it from left to right. */
export function foldToken(text: string, lang: Lang): readonly FoldedPart[] {
  if (lang !== "en" || text.length > MAX_KEPT_LENGTH) return foldNew(text, lang);
  const known = FOLDED.get(text);
  if (known !== undefined) return known;
  const parts = foldNew(text, lang);
  if (FOLDED.size < MAX_FOLDED) FOLDED.set(text, parts);
  return parts;
}

function foldNew(text: string, lang: Lang): FoldedPart[] {
  const lower = text.toLowerCase();
  if (lang === "fr" || lang === "pt") return elisions(lower);
  if (lang !== "en") return [{ fold: lower, width: text.length, repaired: false }];
  const shape = repairWord(lower);
  return splitContraction(shape.word, text.length, shape.repaired);
}

function elisions(lower: string): FoldedPart[] {
  const at = lower.indexOf("'");
  if (at < 1 || at > 4 || at === lower.length - 1) {
    return [{ fold: lower, width: lower.length, repaired: false }];
  }
  return [
    { fold: lower.slice(0, at + 1), width: at + 1, repaired: false },
    { fold: lower.slice(at + 1), width: lower.length - at - 1, repaired: false },
  ];
}

function repairWord(lower: string): { word: string; repaired: boolean } {
  const apostrophe = MISSING_APOSTROPHE[lower];
  if (apostrophe !== undefined) return { word: apostrophe, repaired: false };
  const chat = CHAT_FORMS[lower];
  if (chat !== undefined) return { word: chat, repaired: false };
  if (KNOWN_WORDS.has(lower)) return { word: lower, repaired: false };
  const shorter = lower.replace(LETTER_RUN, "$1$1");
  if (shorter !== lower) {
    const single = lower.replace(LETTER_RUN, "$1");
    return { word: KNOWN_WORDS.has(single) ? single : shorter, repaired: true };
  }
  const cue = lower.length >= 5 ? nearestCue(lower) : undefined;
  return cue === undefined ? { word: lower, repaired: false } : { word: cue, repaired: true };
}

function splitContraction(word: string, width: number, repaired: boolean): FoldedPart[] {
  const irregular = IRREGULAR_CONTRACTIONS[word];
  if (irregular !== undefined) return parts(irregular, width, repaired);
  for (const [suffix, full] of SUFFIXES) {
    if (word.length > suffix.length && word.endsWith(suffix)) {
      return parts([word.slice(0, -suffix.length), full], width, repaired);
    }
  }
  if (word.endsWith("'s") && word.length > 2) {
    const stem = word.slice(0, -2);
    return parts([stem, IS_AFTER.has(stem) ? "is" : "'s"], width, repaired);
  }
  return [{ fold: word, width, repaired }];
}

function parts(folds: readonly string[], width: number, repaired: boolean): FoldedPart[] {
  let left = width;
  return folds.map((fold, index) => {
    const part = index === folds.length - 1 ? left : Math.min(left, fold.length);
    left -= part;
    return { fold, width: part, repaired };
  });
}

/** Buckets of cue words by first letter; a typo keeps its first letter. */
const CUES_BY_INITIAL: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  CUE_WORDS,
  (word) => word[0] ?? "",
);

function nearestCue(word: string): string | undefined {
  for (const cue of CUES_BY_INITIAL.get(word[0] ?? "") ?? []) {
    if (
      word !== `${cue}s` && cue !== `${word}s` && Math.abs(cue.length - word.length) <= 1 &&
      isOneEditApart(cue, word)
    ) return cue;
  }
  return undefined;
}

/** Whether two different words differ by one insertion, deletion, change or swap of neighbours. */
export function isOneEditApart(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let toA = a.length;
  let toB = b.length;
  while (toA > from && toB > from && a[toA - 1] === b[toB - 1]) {
    toA--;
    toB--;
  }
  const restA = toA - from;
  const restB = toB - from;
  if (restA <= 1 && restB <= 1) return restA + restB > 0;
  return restA === 2 && restB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}
