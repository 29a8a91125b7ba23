/**
 * Cues of the silent moods, per language. Data only.
 *
 * @module
 */

import type { Lang } from "../types.ts";
import { words, wordSet } from "../lexicon/words.ts";

/** Cue phrases written one per comma. */
function phrases(text: string): readonly (readonly string[])[] {
  return text.split(",").map((phrase) => words(phrase)).filter((phrase) => phrase.length > 0);
}

/** Characters as tokens, for languages without blanks. */
function chars(text: string): readonly (readonly string[])[] {
  return words(text).map((phrase) => [...phrase]);
}

type Cues = readonly (readonly string[])[];

/** The lists of this room, filed when they are first asked for. */
const FILED = new Map<Cues, ReadonlyMap<string, Cues>>();
const NONE: Cues = [];

/** The cues of a list by their first word. */
function filedCues(cues: Cues): ReadonlyMap<string, Cues> {
  const known = FILED.get(cues);
  if (known !== undefined) return known;
  const out = new Map<string, (readonly string[])[]>();
  for (const cue of cues) {
    const word = cue[0] ?? "";
    out.set(word, [...(out.get(word) ?? []), cue]);
  }
  FILED.set(cues, out);
  return out;
}

/** First phrase of a list of this room that occurs in the words, joined, or "". */
export function findCue(haystack: readonly string[], cues: Cues | undefined): string {
  if (cues === undefined) return "";
  const byWord = filedCues(cues);
  for (let at = 0; at < haystack.length; at++) {
    for (const cue of byWord.get(haystack[at] ?? "") ?? NONE) {
      if (cue.every((word, index) => haystack[at + index] === word)) return cue.join(" ");
    }
  }
  return "";
}

/** Words that may stand before the first real word of a clause. */
export const LEADS: ReadonlySet<string> = wordSet(`
and but so or then also well ok okay hey hi hello yes no yeah yep nope oh ah hm hmm haha lol please pls now btw fyi by the-way
right sure great thanks sorry look listen honestly plus , : ; - – — ( ) ¿ ¡ und aber also ja nein bitte y pero sí et mais oui e mas sim
just quick question actually still though
`);

/** Subordinators whose clause states a fact even inside a question. */
export const SINCE_LIKE: ReadonlySet<string> = wordSet(
  "because since as given although though weil da porque puisque car pois but",
);

/** Auxiliaries that open a question before their subject. */
export const AUXILIARIES: { readonly en: ReadonlySet<string> } = {
  en: wordSet(
    `is are am was were do does did can could will would shall should may might must have has had`,
  ),
};

/** Words that open a question. */
export const QUESTION_WORDS: Readonly<Partial<Record<Lang, ReadonlySet<string>>>> = {
  en: wordSet("what which who whose whom why where when how"),
  de: wordSet(
    "was welche welcher welches wer wie wo wann warum wieso weshalb wem wen wohin muss kann darf soll ist sind gibt hat haben können sollte",
  ),
  es: wordSet("qué cuál cuáles quién cómo dónde cuándo cuánto cuánta cuántos"),
  fr: wordSet(
    "quel quelle quels quelles qui comment où quand combien pourquoi est-ce faut-il peut-on puis-je",
  ),
  pt: wordSet("qual quais quem como onde quando quanto quantos que"),
};

/** Phrases that open a question. */
export const QUESTION_HEADS: Readonly<Partial<Record<Lang, readonly (readonly string[])[]>>> = {
  en: phrases(
    "do you know, any idea, is it true, is it ok, is there, are there, how come, i was wondering, just wondering, wondering if, quick question, what if, how about",
  ),
  fr: phrases("est-ce que"),
  zh: chars("请问 什么 怎么 为什么 哪里 是否"),
};

/** Suppositions at the start of a sentence; they run on. */
export const HYPOTHETICAL_OPENING: Readonly<Partial<Record<Lang, readonly (readonly string[])[]>>> =
  {
    en: phrases(
      `suppose, supposing, imagine, for the sake of argument, for argument 's sake, for argument's sake, let's say, let's assume, let's suppose, let's imagine, assume i, assume we, assume that,
assume you, assume a, assume the, assume my, assuming, pretend, picture this, hypothetically, in theory, say i, say we, say my,
say someone, say a, what if, consider a, think of a`,
    ),
    de: phrases(
      "angenommen, stell dir vor, stellen wir uns vor, nehmen wir an, mal angenommen, tu so als, tun wir so als",
    ),
    es: phrases("supongamos, finge que, haz como si, imagina, imagínate, imaginemos, digamos"),
    fr: phrases("supposons, fais comme si, faisons comme si, imagine, imaginons, imaginez, disons"),
    pt: phrases(
      "suponha, finge que, finja que, faz de conta, suponhamos, imagine, imaginemos, digamos",
    ),
    zh: chars("假设 假如 想象 比如说"),
  };

/** Unreal conditions anywhere in a sentence. */
export const HYPOTHETICAL: Readonly<Partial<Record<Lang, readonly (readonly string[])[]>>> = {
  en: phrases(
    `if i were, if i was, if we were, if we was, if you were, if i had, if we had, were i to, had i, if only, as if, as though,
what if, hypothetically, in theory, if someone, if somebody, if one, in case i were, if it were, if there were, suppose i, supposing i,
imagine i, pretend i, even if i were, if a person`,
  ),
  de: phrases("wäre ich, hätte ich, wenn ich wäre, würde ich"),
  es: phrases(
    "si fuera, si yo fuera, si viviera, si tuviera, si estuviera, si yo viviera, si yo tuviera, como si",
  ),
  fr: phrases("si j' étais, si j' avais, si j' habitais, si je vivais, si nous étions, comme si"),
  pt: phrases("se eu fosse, se eu morasse, se eu tivesse, se eu vivesse, se fosse, como se"),
  zh: chars("如果 假如 假设 要是 倘若 若是"),
  ja: chars("もし 仮に たとえば"),
};

const PAST_VERB =
  /(?:ed|lived|had|were|was|went|moved|worked|became|got|ate|knew|wanted|needed|could|owned|drove|spoke|bought|sold|lost|won|took|gave|made|came|chose)$/;

/** `if` + subject + past verb: an unreal condition. */
export function isPastCondition(folds: readonly string[], lang: Lang): string {
  if (lang === "de") {
    const at = folds.indexOf("wenn");
    return at >= 0 &&
        folds.slice(at).some((word) => /^(?:wäre|hätte|würde|könnte|wohnte|lebte)n?$/.test(word))
      ? "wenn"
      : "";
  }
  if (lang === "es" || lang === "pt" || lang === "fr") return latinCondition(folds, lang);
  if (lang !== "en") return "";
  for (let at = 0; at < folds.length - 2; at++) {
    if (
      folds[at] !== "if" || folds[at - 1] === "even" ||
      !/^(?:i|we|you|he|she|they|it|someone|somebody|people)$/.test(folds[at + 1] ?? "")
    ) continue;
    if (folds[at + 1] === "you" && /^(?:could|would)$/.test(folds[at + 2] ?? "")) continue;
    if (
      folds[at + 1] === "it" && folds[at + 2] === "is" &&
      /^(?:not|no|possible|ok|okay|all|alright|fine|easy|simple|convenient|feasible)$/.test(
        folds[at + 3] ?? "",
      )
    ) continue;
    const verb = folds[at + 2] === "always" || folds[at + 2] === "never"
      ? folds[at + 3]
      : folds[at + 2];
    if (PAST_VERB.test(verb ?? "")) return `if ${folds[at + 1] ?? ""} ${verb ?? ""}`;
    if (
      folds.includes("would") && !folds.includes("like") && !folds.includes("rather") &&
      !folds.includes("prefer")
    ) return "if would";
  }
  return "";
}

function latinCondition(folds: readonly string[], lang: "es" | "pt" | "fr"): string {
  const word = lang === "pt" ? "se" : "si";
  const ending = lang === "es"
    ? /(?:ara|iera|iese|ase)s?$/
    : lang === "pt"
    ? /(?:sse|ssem)$/
    : /(?:ais|ait|ions)$/;
  const at = folds.findIndex((fold) => fold === word || fold === "s'");
  if (at < 0) return "";
  return folds.slice(at + 1, at + 5).some((fold) => fold.length > 4 && ending.test(fold))
    ? word
    : "";
}

/** Phrases that report somebody else's words. */
export const REPORTING: Readonly<Partial<Record<Lang, readonly (readonly string[])[]>>> = {
  en: phrases(
    `according to, apparently, i read that, i heard that, i read somewhere, i've heard, i have heard, i have read, rumour has it,
they say, people say, some say, people think, they think, friends think, colleagues think, parents think, doctors think, kids think, others think,
people believe, people assume, they assume, people take me for, they take me for, it says, word is, the saying goes, as the saying, in the film, in the book, in the novel, my character`,
  ),
  de: phrases("laut, angeblich, man sagt, es heißt"),
  es: phrases("según, dicen que, al parecer"),
  fr: phrases("selon, d'après, il paraît, on dit"),
  pt: phrases("segundo, dizem que, parece que"),
  zh: chars("据说 听说"),
  ja: chars("そうです らしい によると"),
};

/** Verbs of saying and thinking with another subject. */
export const REPORTERS: Readonly<Partial<Record<Lang, ReadonlySet<string>>>> = {
  en: wordSet(
    `says said say claims claimed thinks thought told tells wrote writes mentions mentioned insists insisted reckons reckoned
believes believed states stated argues argued complains complained announced announces asked asks replied swears swore reads`,
  ),
  de: wordSet("sagt sagte meint meinte behauptet schrieb schreibt erzählte findet glaubt"),
  es: wordSet("dice dijo cree piensa escribió afirma"),
  fr: wordSet("dit pense croit affirme écrit"),
  pt: wordSet("disse diz acha pensa escreveu afirma"),
};

/** Something that was once true. */
export const PAST: readonly (readonly string[])[] = phrases(`
used to, formerly, previously i, back then, back when, as a child, as a kid, when i was, when we were, in the past, years ago,
until last, last year i, in my youth, in my twenties, growing up i, once upon, at the time, in those days, years back, i was a, i was an, i had a, we had a,
i lived, i worked as, i once, we once, i always thought, i always wondered, i always forget, i never knew, i never thought
`);

/** The past in Chinese and Japanese. */
export const PAST_WITHOUT_BLANKS: Readonly<Partial<Record<Lang, readonly (readonly string[])[]>>> =
  {
    zh: chars("以前 小时候 曾经 当年"),
    ja: chars("昔 子供の頃 子どもの頃 かつて ていました でいました"),
  };

/** Wishes and vague plans. */
export const WISH: readonly (readonly string[])[] = phrases(`
i wish, would love to, would like to be, one day i, some day, someday, thinking about, thinking of, i might, we might, maybe i, perhaps i,
maybe we, considering, dream of, dreaming of, would be nice to, tempted to, toying with, been offered, got an offer, have an offer, had an offer, applied for, applying for, applied to, applying to, have an interview, got an interview, had an interview,
could imagine, should i, looking at flats, looking at houses,
would have, would not mind, will probably, might move, may move
`);

/** Praise that means the opposite. */
export const SARCASM: readonly (readonly string[])[] = phrases(`
thanks for nothing, yeah right, oh wonderful, oh great, oh joy, oh brilliant, oh fantastic, oh lovely, just what i needed, love it when, loving how it, i just love being,
i just love it, just love being, love being on hold, love waiting, enjoy waiting, love when, love how you always, slow clap, big surprise, what a surprise,
how original, as usual great, so helpful of you, because who needs, because that is exactly what, of course it crashed, another crash, love having to,
love getting, adore waiting, adore when, nothing i love more, nothing better than, my favourite part is when, lucky me, i love repeating, love repeating, enjoy repeating,
love explaining, living the dream, brilliant another
`);

/** Tag questions that keep their statement. */
export const TAGS: ReadonlySet<string> = new Set([
  "right",
  "ok",
  "okay",
  "yeah",
  "correct",
  "is it not",
  "are not i",
  "do not i",
  "you know",
  "see",
  "yes",
  "eh",
  "huh",
  "is not it",
  "got it",
  "will you",
  "will you not",
  "will not you",
  "would you",
]);
