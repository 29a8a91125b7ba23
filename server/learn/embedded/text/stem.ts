/**
 * A light stemmer for comparing items. Another one can be passed to the learner.
 *
 * @module
 */

import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { words, wordSet } from "../lexicon/words.ts";

/** Reduces a lower-case word to what its forms share. */
export type Stem = (word: string) => string;

const PLURALS: Readonly<Record<string, string>> = Object.fromEntries(
  words(
    "children:child kids:kid mice:mouse geese:goose people:person men:man women:woman feet:foot teeth:tooth wives:wife lives:life analyses:analysis queries:query",
  )
    .map((pair) => pair.split(":") as [string, string]),
);

/** Strips plural, participle and comparative endings. */
export function lightStem(word: string): string {
  const plural = PLURALS[word];
  if (plural !== undefined) return plural;
  const base = word.length > 4 && /(?:ing|ed)$/.test(word) ? baseForm(word) : undefined;
  const short = base ?? singular(word);
  return short.length > 4 && short.endsWith("e") ? short.slice(0, -1) : short;
}

function singular(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss|o)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Words of templates, and words that carry no meaning of their own. */
const TEMPLATE_WORDS = wordSet(`
lives live works work uses use has have likes like dislikes dislike prefers prefer wants want needs need called speaks speak based
eat eats does always never usually user user's their they them instead without please make sure answer reply respond when
give given use add put keep let new get gets say tell
wohnt arbeitet heißt mag ist isst vive trabaja habite travaille mora trabalha
`);

/** Options of {@link contentStems}. */
export interface ContentStemsOptions {
  readonly stem?: Stem;
  /** Keeps the words of templates. @default false */
  readonly keepTemplates?: boolean;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+(?:['.\-](?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]+)*/gu;
const NEGATIONS =
  /\b(?:not|no|never|without|don't|doesn't|avoid|avoids|dislikes|nicht|kein|keine|nie|keinen|nunca|jamais|não|ne)\b|[不别]|ない|ません/iu;

/** Stems of the content words of a text, numbers kept. */
export function contentStems(text: string, options: ContentStemsOptions = {}): string[] {
  const { stem = lightStem, keepTemplates = false } = options;
  const out: string[] = [];
  for (const match of text.toLowerCase().matchAll(WORD)) {
    const word = match[0].replace(/'s$/, "");
    if (FUNCTION_WORDS.has(word) || (!keepTemplates && TEMPLATE_WORDS.has(word))) continue;
    const stemmed = stem(word);
    if (!out.includes(stemmed)) out.push(stemmed);
  }
  return out;
}

/** Whether a text denies or forbids. */
export function isNegative(text: string): boolean {
  return NEGATIONS.test(withoutContrast(text)) || LEFT_OUT.test(text);
}

/** `Drop the apologies`: an order to leave something out. */
const LEFT_OUT =
  /^(?:drop|skip|omit|ditch|lose|leave out|cut out) (?:the|all|any|your|those|these) /i;

/** Whether a text denies or forbids anything, be it only in contrast. */
export function holdsDenial(text: string): boolean {
  return NEGATIONS.test(text);
}

/** What is set against the thing wanted (`in euros, not in dollars`) makes no denial of it. */
function withoutContrast(text: string): string {
  const at = text.search(/[\p{L}\p{N}], (?:not|never|no) /u);
  return at < 0 || /^(?:do not|don't|never|no )/i.test(text) ? text : text.slice(0, at + 1);
}

/** Shared share of two stem lists, in thousandths. */
export function similarity(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const other = new Set(b);
  const shared = a.filter((stem) => other.has(stem)).length;
  return Math.round((1000 * shared) / (a.length + b.length - shared));
}
