/**
 * Step 5: cuts a sentence into clauses. Moods are decided per clause.
 *
 * @module
 */

import type { Lang, Token } from "../types.ts";
import { baseForm, isTaskVerb } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";

/** A clause before its mood is known. */
export interface BareClause {
  readonly from: number;
  readonly to: number;
  /** The word that opens it: a subordinator, a coordinator, or "". */
  readonly opener: string;
  /** It follows a comma, semicolon, dash or bracket. */
  readonly afterPause: boolean;
}

const PAUSES = new Set([
  ",",
  ";",
  ":",
  "(",
  ")",
  "\u2013",
  "\u2014",
  "-",
  "\uff0c",
  "\uff1b",
  "\uff1a",
  "\u3001",
  "...",
  "\u2026",
  "\u00bf",
  "\u00a1",
]);

const SUBORDINATORS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: wordSet(
    `because since when whenever if unless while although though which who whose whether otherwise
until till before after where whereas otherwise as given once provided except`,
  ),
  de: wordSet(
    "weil da wenn falls während obwohl dass damit sonst bis bevor nachdem ob wo welche welcher der die das",
  ),
  es: wordSet("porque cuando si mientras aunque que donde hasta antes después"),
  fr: wordSet("parce quand lorsque si pendant bien qui que où jusqu' avant après car puisque"),
  pt: wordSet("porque quando se enquanto embora que onde até antes depois pois"),
  zh: new Set(),
  ja: new Set(),
};

/** Words that join two clauses, by language. */
export const COORDINATORS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: wordSet("and but or so yet plus then"),
  de: wordSet("und aber oder sondern also denn"),
  es: wordSet("y e pero o sino así"),
  fr: wordSet("et mais ou donc"),
  pt: wordSet("e mas ou então"),
  zh: new Set(),
  ja: new Set(),
};

/** Words that open a clause of their own behind a pause or a coordinator. */
export const SUBJECTS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: wordSet(
    `i we you he she it they my our your his her their this that these those there let's please what how can
could would will do does did is are should never always don't not just`,
  ),
  de: wordSet(
    "ich wir du sie er es mein meine bitte nie immer ihr arbeite lebe wohne bin habe mag",
  ),
  es: wordSet(
    "yo mi mis nosotros usted tengo trabajo vivo soy estoy prefiero por no siempre nunca odio",
  ),
  fr: wordSet("je j' mon ma mes nous vous tu il elle on ne s'il"),
  pt: wordSet("eu meu minha nós você sou moro trabalho tenho prefiro não sempre nunca por"),
  zh: new Set(),
  ja: new Set(),
};

/** Cuts the tokens of a sentence into clauses; every token belongs to one. */
export function splitClauses(tokens: readonly Token[], lang: Lang): BareClause[] {
  const out: BareClause[] = [];
  let from = 0;
  let opener = openerAt(tokens, 0, lang);
  let afterPause = false;
  for (let at = 1; at < tokens.length; at++) {
    const pause = PAUSES.has(tokens[at - 1]?.text ?? "") && tokens[at - 1]?.kind === "punct";
    const word = openerAt(tokens, at, lang);
    if (!pause && word === "") continue;
    if (at > from) out.push({ from, to: at, opener, afterPause });
    from = at;
    opener = word;
    afterPause = pause;
  }
  if (tokens.length > from) out.push({ from, to: tokens.length, opener, afterPause });
  return out;
}

/** The word that opens a clause at `at`, or "" when none does. */
function openerAt(tokens: readonly Token[], at: number, lang: Lang): string {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return "";
  const word = token.fold;
  const next = tokens[at + 1];
  if (COORDINATORS[lang].has(word)) return next !== undefined && opensVerb(next, lang) ? word : "";
  if (!SUBORDINATORS[lang].has(word)) return "";
  if (lang !== "en") return word;
  return isSubordinator(word, tokens[at - 1], next) ? word : "";
}

const NEEDS_SUBJECT = wordSet("since as until till before after once given while");
const NOUN_START = wordSet(
  "the a an my our your his her their this that these those any every each i we you he she it they",
);

/** Prepositions that look like subordinators count only before a subject. */
function isSubordinator(word: string, before: Token | undefined, next: Token | undefined): boolean {
  if (next === undefined) return false;
  if (word === "as" && (before?.fold === "such" || next.fold === "well" || next.fold === "long")) {
    return false;
  }
  if (word === "if" && next.fold === "possible") return false;
  // `I look after my mother`: a verb of two words.
  if (word === "after" && /^look(?:s|ed|ing)?$/.test(before?.fold ?? "")) return false;
  // `He was once a dentist`: a time, no condition.
  if (
    word === "once" && /^(?:am|is|are|was|were|been|being|had|have|has)$/.test(before?.fold ?? "")
  ) {
    return false;
  }
  if (word === "otherwise" || !NEEDS_SUBJECT.has(word)) return true;
  if (word === "as") {
    return /^(?:i|we|you|he|she|it|they|a|an)$/.test(next.fold) || next.fold === "told";
  }
  return NOUN_START.has(next.fold) || next.fold.endsWith("ing") ||
    next.kind === "word" && next.fold.length > 2 && word === "before";
}

function opensVerb(next: Token, lang: Lang): boolean {
  if (SUBJECTS[lang].has(next.fold)) return true;
  if (lang !== "en") return false;
  return isTaskVerb(next.fold) ||
    next.kind === "word" && FIRST_PERSON_VERBS.has(next.fold) && baseForm(next.fold) !== undefined;
}

const FIRST_PERSON_VERBS = wordSet(`
am live work have need want prefer love hate like use run teach hate own drive write eat avoid read speak want need
`);
