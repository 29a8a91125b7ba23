/**
 * Once, for a while, or always: what the time words of a clause say.
 *
 * @module
 */

import type { ProfileTimeToLive } from "../../../../client/contract/mod.ts";
import type { Clause, Lang, Lifetime, Sentence, Token } from "../types.ts";
import { words } from "../lexicon/words.ts";
import { isNumber, NUMBER_WORDS } from "../rules/classes.ts";
import { daysUntil } from "./named_days.ts";

/** Reach of a clause in time. */
export interface Scope {
  readonly kind: "none" | "once" | "limited" | "strong" | "weak";
  readonly cue: string;
  /** Only for `limited`. */
  readonly life: Lifetime | null;
  /** Token range of the limiting words, within the sentence. */
  readonly from: number;
  readonly to: number;
}

const CLASSES: readonly (readonly [ProfileTimeToLive, number])[] = [
  ["one_day", 1],
  ["one_week", 7],
  ["one_month", 30],
  ["one_quarter", 90],
  ["one_year", 365],
];

/** Smallest class that lasts at least `days`. */
export function classOfDays(days: number): ProfileTimeToLive {
  return CLASSES.find(([, length]) => length >= Math.max(1, days))?.[0] ?? "one_year";
}

/** Days of a lifetime class, or null for `infinity`. */
export function daysOfClass(ttl: ProfileTimeToLive): number | null {
  return CLASSES.find(([name]) => name === ttl)?.[1] ?? null;
}

interface LimitPhrase {
  readonly words: readonly string[];
  readonly days: number;
}

function phrases(days: number, text: string): LimitPhrase[] {
  return text.split(",").map((phrase) => ({ words: words(phrase), days }));
}

const LIMITS: Readonly<Partial<Record<Lang, readonly LimitPhrase[]>>> = {
  en: [
    ...phrases(
      1,
      "the rest of the day, today, tonight, this morning, this afternoon, this evening, for the day, until tonight, until tomorrow, till tomorrow, tomorrow, until the end of the day",
    ),
    ...phrases(
      7,
      "for the next week, over the next week, this week, for the rest of the week, until the weekend, for a few days, for a couple of days, the next few days, these days only, this weekend, for the week, next week, for the weekend, over the weekend, the rest of the week, rest of this week, until next week, till next week",
    ),
    ...phrases(
      30,
      "for the next month, over the next month, this month, this january, this february, this march, this april, this june, this july, this august, this september, this october, this november, this december, this fortnight, for the rest of the month, for now, for the moment, at the moment, currently, temporarily, for the time being, for a few weeks, for a couple of weeks, the next few weeks, next month, right now, until further notice, these weeks, while i recover, just now, for a while, in the meantime, the rest of the month, a fortnight, the next fortnight, until i am back, until i am better, these days only, for the moment",
    ),
    ...phrases(
      90,
      "for the next quarter, this quarter, this term, this semester, this season, this summer, this winter, this spring, this autumn, this fall, over the summer, for the summer, for a few months, next quarter, the next few months",
    ),
    ...phrases(365, "for the next year, this year, until next year, next year, this school year"),
  ],
  de: [
    ...phrases(1, "heute, heute abend, morgen früh"),
    ...phrases(7, "diese woche, dieses wochenende"),
    ...phrases(14, "nächste woche, kommende woche"),
    ...phrases(30, "diesen monat, im moment, zurzeit, momentan, gerade, vorläufig, vorübergehend"),
    ...phrases(365, "dieses jahr"),
  ],
  es: [
    ...phrases(1, "hoy, esta noche, esta mañana"),
    ...phrases(7, "esta semana, este fin de semana"),
    ...phrases(14, "la semana que viene, la próxima semana"),
    ...phrases(30, "este mes, por ahora, de momento, por el momento, actualmente"),
    ...phrases(365, "este año"),
  ],
  fr: [
    ...phrases(1, "aujourd' hui, aujourd'hui, ce soir, ce matin"),
    ...phrases(7, "cette semaine, ce week-end"),
    ...phrases(14, "la semaine prochaine"),
    ...phrases(
      30,
      "ce mois, ce mois-ci, pour l' instant, en ce moment, pour le moment, actuellement, temporairement",
    ),
    ...phrases(365, "cette année"),
  ],
  pt: [
    ...phrases(1, "hoje, esta noite"),
    ...phrases(7, "esta semana, este fim de semana"),
    ...phrases(14, "semana que vem, próxima semana"),
    ...phrases(30, "este mês, por enquanto, por agora, no momento, atualmente"),
    ...phrases(365, "este ano"),
  ],
  zh: [
    ...chars(1, "今天 今晚"),
    ...chars(7, "这周 本周 这个星期 这星期"),
    ...chars(30, "这个月 本月 目前 暂时 最近"),
  ],
  ja: [...chars(1, "今日 今夜"), ...chars(7, "今週"), ...chars(30, "今月 当分 しばらく 一時的")],
};

function chars(days: number, text: string): LimitPhrase[] {
  return words(text).map((phrase) => ({ words: [...phrase], days }));
}

const ONCE = list(
  `this time, for this one, just this once, only this once, just once, this once, for once, in this case, this particular,
for this task, for this trip, here only, the other one, in this one, with this one, on this one, this one, only today, on this occasion, in this instance, on this run, for this run, for this round, in this round, dieses mal, diesmal, esta vez, cette fois, desta vez`,
);
/** `in this example`, `for this email`: one piece of work, no matter what else is said. */
const THIS_PIECE =
  /\b(?:in|for|on|with|to|into|of) this (?:(?:one|particular|specific|single|last|next|first) )?(?:example|exercise|demo|draft|snippet|sample|email|e-mail|mail|message|letter|table|chart|answer|reply|paragraph|sentence|section|slide|deck|chapter|essay|order|booking|meal|occasion|trip|call|meeting|photo|picture|scene|image|invoice|quote|ticket|pull request|commit|file|function|article|post|poem|story|speech|invitation|card)\b(?! (?:type|kind|sort))/;
/** `by tonight`: when one piece of work has to be done. */
const DEADLINE =
  /\b(?:by|before) (?:tonight|tomorrow|this (?:morning|afternoon|evening|weekend)|(?:the )?end of (?:today|the day|this (?:week|month)))\b/;
const STRONG: Readonly<Partial<Record<Lang, readonly (readonly string[])[]>>> = {
  en: list(
    `always, never, only ever, every time, each time, whenever, from now on, in future, in the future, going forward, going forwards, as a rule, by default,
all future, keep doing, do not ever, not ever, remember this, remember to, remember that, for the future, henceforth, every single, as of today, as of now, as from today, starting today, effective immediately, from this day on,
from here on, for good, at all times, as standard, until i say otherwise, as a matter of course, ever again, without exception, in all future,
any time you, anytime you, from today, from this point, starting now, permanently, consistently, again ever, no matter, goes for, holds for, stick to that, stick to it, stick with that, keep to that, keep to it,
under no circumstances, on no account, next time, anything you write, everything you write, whatever you write, anything you send, everything you send, make it a habit, make it a rule, make a point of, unless i say, unless i ask, unless i tell you, until i say, whatever i ask, every one of them, all of them, every single one, get into the habit, for as long as i, that is the rule, is the rule here, at no point, in no case, how often do i have to, how many times do i have to, how often must i, in the next ones, for the next ones, with the next ones, in the coming ones, for the coming ones, in future ones, for future ones, as a matter of principle, for next time, is a must`,
  ),
  de: list(
    "immer, nie, niemals, ab jetzt, ab sofort, künftig, in zukunft, zukünftig, jedes mal, jedesmal, von nun an, grundsätzlich, generell, stets",
  ),
  es: list(
    "siempre, nunca, jamás, a partir de ahora, cada vez, de ahora en adelante, en adelante, en el futuro, desde ahora",
  ),
  fr: list(
    "toujours, jamais, désormais, à chaque fois, dorénavant, à l' avenir, à partir de maintenant, chaque fois, systématiquement",
  ),
  pt: list(
    "sempre, nunca, a partir de agora, toda vez, de agora em diante, daqui em diante, daqui pra frente, daqui para a frente, daqui por diante, no futuro, todas as vezes, jamais",
  ),
  zh: "以后 从现在起 一律 总是 每次 不要再 永远 从今以后 今后 别再".split(" ").map((
    phrase,
  ) => [...phrase]),
  ja: "今後 これから いつも 必ず 毎回 常に 二度と".split(" ").map((phrase) => [...phrase]),
};

/** Weak standing cues: enough for a rule only together with an objection or a kind of output. */
const WEAK: readonly (readonly string[])[] = list(
  `for every, in every, with every, into every, on every, to every, for all, on all, in all, for each, in each, with each,
on each, to each, into each,
all my, all our, i always need, i only want, i only need`,
);

function list(text: string): readonly (readonly string[])[] {
  return text.split(",").map((phrase) => words(phrase)).filter((phrase) => phrase.length > 0);
}

/** A phrase in words, and its place among those that are looked for. */
interface FiledPhrase {
  readonly words: readonly string[];
  readonly order: number;
}

/** Phrases by their first word: most words open none. */
class PhraseFile {
  readonly #byWord: ReadonlyMap<string, readonly FiledPhrase[]>;

  constructor(phrases: readonly (readonly string[])[]) {
    const byWord = new Map<string, FiledPhrase[]>();
    for (const [order, words] of phrases.entries()) {
      const first = words[0] ?? "";
      byWord.set(first, [...(byWord.get(first) ?? []), { words, order }]);
    }
    this.#byWord = byWord;
  }

  /** The earliest phrase of the list that stands in the words, and where; null when none does. */
  find(
    folds: readonly string[],
    accepts: (phrase: FiledPhrase, at: number) => boolean = () => true,
  ): { readonly phrase: FiledPhrase; readonly at: number } | null {
    let best: { phrase: FiledPhrase; at: number } | null = null;
    for (let at = 0; at < folds.length; at++) {
      for (const phrase of this.#byWord.get(folds[at] ?? "") ?? NO_PHRASES) {
        if (best !== null && phrase.order >= best.phrase.order) continue;
        if (!phrase.words.every((word, index) => folds[at + index] === word)) continue;
        if (accepts(phrase, at)) best = { phrase, at };
      }
    }
    return best;
  }
}

const NO_PHRASES: readonly FiledPhrase[] = [];

/** The lists of each language, filed. */
function filed(
  lists: Readonly<Partial<Record<Lang, readonly (readonly string[])[]>>>,
): ReadonlyMap<string, PhraseFile> {
  return new Map(Object.entries(lists).map(([lang, list]) => [lang, new PhraseFile(list)]));
}

const ONCE_FILE = new PhraseFile(ONCE);
const STRONG_FILES = filed(STRONG);
const WEAK_FILE = new PhraseFile(WEAK);
const LIMIT_FILES = filed(
  Object.fromEntries(
    Object.entries(LIMITS).map(([lang, limits]) => [lang, limits.map(({ words }) => words)]),
  ),
);

const NO_LIMIT = { life: null, from: -1, to: -1 } as const;

/** Scope of a clause: a once cue beats a limit, a limit beats a standing cue. */
export function scopeOf(
  sentence: Sentence,
  clause: { readonly from: number; readonly to: number },
  nowSec: number,
): Scope {
  const tokens = sentence.tokens.slice(clause.from, clause.to);
  const folds = tokens.map((token) => token.fold);
  const once = ONCE_FILE.find(folds);
  if (once !== null) return { kind: "once", cue: once.phrase.words.join(" "), ...NO_LIMIT };
  const piece = folds.includes("this") ? THIS_PIECE.exec(folds.join(" ")) : null;
  if (piece !== null) return { kind: "once", cue: piece[0], ...NO_LIMIT };
  const deadline = DEADLINE.exec(folds.join(" "));
  if (deadline !== null) return { kind: "once", cue: deadline[0], ...NO_LIMIT };
  const limit = limitOf(tokens, sentence.lang, nowSec);
  if (limit !== null) {
    return {
      kind: "limited",
      cue: limit.life.words,
      life: limit.life,
      from: clause.from + limit.from,
      to: clause.from + limit.to,
    };
  }
  const strong = strongCue(folds, sentence.lang);
  if (strong !== "") return { kind: "strong", cue: strong, ...NO_LIMIT };
  const weak = WEAK_FILE.find(folds);
  return weak === null
    ? { kind: "none", cue: "", ...NO_LIMIT }
    : { kind: "weak", cue: weak.phrase.words.join(" "), ...NO_LIMIT };
}

/** First standing cue in the words, joined, or "". */
export function strongCue(folds: readonly string[], lang: Lang): string {
  return STRONG_FILES.get(lang)?.find(folds, (_, at) => !isIdiom(folds, at))?.phrase.words
    .join(" ") ?? "";
}

/** `never mind`, `better late than never`, `short as always`: no cue. */
function isIdiom(folds: readonly string[], at: number): boolean {
  if (folds[at] === "always" && folds[at - 1] === "as" && at > 1) return true;
  return folds[at] === "never" &&
    (folds[at + 1] === "mind" || folds[at - 1] === "than");
}

interface Limit {
  readonly life: Lifetime;
  readonly from: number;
  readonly to: number;
}

function limitOf(tokens: readonly Token[], lang: Lang, nowSec: number): Limit | null {
  const folds = tokens.map((token) => token.fold);
  const dated = untilDate(tokens, lang, nowSec) ?? forDuration(tokens, lang);
  if (dated !== null) return dated;
  const found = LIMIT_FILES.get(lang)?.find(
    folds,
    (phrase, at) => folds[at + phrase.words.length] !== "'s" && !isStart(folds, at),
  );
  if (found === null || found === undefined) return null;
  const { phrase, at } = found;
  const to = at + phrase.words.length;
  const days = LIMITS[lang]?.[phrase.order]?.days ?? 0;
  return { life: lifeOf(days, "cue", textBetween(tokens, at, to)), from: at, to };
}

/** `as of today`, `since this week`: a beginning, no end. */
function isStart(folds: readonly string[], at: number): boolean {
  return /^(?:since|from)$/.test(folds[at - 1] ?? "") ||
    folds[at - 1] === "of" && folds[at - 2] === "as";
}

function lifeOf(days: number, from: Lifetime["from"], text: string): Lifetime {
  return { ttl: classOfDays(days), from, words: text, limited: true };
}

function textBetween(tokens: readonly Token[], from: number, to: number): string {
  return tokens.slice(from, to).map((token) => token.text).join(" ").replace(/ ([,.'])/g, "$1");
}

const UNTIL: Readonly<Partial<Record<Lang, ReadonlySet<string>>>> = {
  en: new Set(["until", "till", "til", "through"]),
  de: new Set(["bis"]),
  es: new Set(["hasta"]),
  fr: new Set(["jusqu'", "jusque", "jusqu'au", "jusqu'à"]),
  pt: new Set(["até"]),
};

function untilDate(tokens: readonly Token[], lang: Lang, nowSec: number): Limit | null {
  const at = tokens.findIndex((token, index) =>
    UNTIL[lang]?.has(token.fold) === true || lang === "en" && isUpTo(tokens, index)
  );
  if (at < 0) return null;
  let to = Math.min(tokens.length, at + 7);
  // `until the new kitchen is in next month`: no cut within the date.
  if (to < tokens.length && /^(?:next|this|coming)$/.test(tokens[to - 1]?.fold ?? "")) to++;
  for (let index = at + 1; index < to; index++) {
    const token = tokens[index];
    if (
      token === undefined || token.kind === "punct" ||
      /^(?:so|and|but|only|please|because|for|i|we|bin|sind|ist|ich|wir|estoy|estamos|estaré|je|j'|nous|estou|fico|ficamos|me|nos|reste|restons|bleibe|bleiben)$/
        .test(token.fold) ||
      // `until the end of May the workshop is closed`: its subject.
      index > at + 1 && /^(?:the|my|our)$/.test(token.fold) &&
        !/^(?:of|in|on|for|at|to|from|by|is|are|and|with|has|have)$/.test(
          tokens[index - 1]?.fold ?? "",
        )
    ) to = index;
  }
  if (to === at + 1) return null;
  const named = daysUntil(tokens.slice(at + 1, to), nowSec);
  const open = lang === "en" &&
    /^(?:the|my|our|we|i|it|further|they|he|she|this)$/.test(tokens[at + 1]?.fold ?? "");
  const days = named ?? (open ? OPEN_END_DAYS : null);
  return days === null
    ? null
    : { life: lifeOf(days, "date", textBetween(tokens, at, to)), from: at, to };
}

/** `up to the 14th`: an end, where a day follows; `up to the third floor` is none. */
function isUpTo(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.fold !== "to" || tokens[at - 1]?.fold !== "up") return false;
  const day = tokens[at + 1]?.fold === "the" ? tokens[at + 2] : tokens[at + 1];
  const after = tokens[at + 3];
  return /^\d{1,2}(?:st|nd|rd|th)$/.test(day?.fold ?? "") &&
    !/^(?:floor|place|row|page|chapter|grade|street|avenue|level|line)$/.test(after?.fold ?? "");
}

/** An end that is told but not dated (`until the roof is done`). */
const OPEN_END_DAYS = 30;

/** Days of a unit of time by each of its words. */
const UNIT_DAYS: ReadonlyMap<string, number> = new Map(
  ([
    ["hour hours hr hrs", 1 / 24],
    ["night nights day days tag tage tagen día días jour jours dia dias", 1],
    ["week weeks woche wochen semana semanas semaine semaines", 7],
    ["month months monat monate monaten mes meses mois mês", 30.5],
    ["year years jahr jahre jahren año años an ans ano anos", 365],
  ] as const).flatMap(([units, days]) => words(units).map((unit) => [unit, days] as const)),
);

/** `for the next four weeks`, `for ten days`, `for another month`. */
function forDuration(tokens: readonly Token[], lang: Lang): Limit | null {
  for (let at = 0; at < tokens.length; at++) {
    const unitDays = UNIT_DAYS.get(tokens[at]?.fold ?? "");
    if (unitDays === undefined || /^(?:any|every|each|per)$/.test(tokens[at - 1]?.fold ?? "")) {
      continue;
    }
    const count = countBefore(tokens, at);
    if (count === null) continue;
    const lead = tokens.slice(Math.max(0, count.from - 3), count.from).map((token) => token.fold);
    const opens = lead.findLastIndex((word) =>
      /^(?:for|next|another|coming|für|nächsten|por|durante|próximos?|próximas|pendant|pour|prochains|prochaines|over|during)$/
        .test(word)
    );
    const near = lang !== "en" || lead.slice(opens + 1).every((word) => PASSED.test(word));
    const forward = opens >= 0 && near ||
      lang === "en" &&
        tokens.slice(count.from, at).some((token) => /^(?:next|another|more)$/.test(token.fold));
    const from = Math.max(0, count.from - lead.length + firstOf(lead));
    if (!forward || isBackward(tokens, from) || LASTS.has(tokens[from - 1]?.fold ?? "")) {
      continue;
    }
    return {
      life: lifeOf(Math.ceil(count.value * unitDays), "cue", textBetween(tokens, from, at + 1)),
      from,
      to: at + 1,
    };
  }
  return null;
}

/** Words between `for` and the number. */
const PASSED =
  /^(?:the|about|another|next|only|just|around|roughly|at|least|more|coming|some|good|up|to|whole)$/;

/** `quotes valid for 30 days`: the time belongs to the thing. */
const LASTS: ReadonlySet<string> = new Set(
  words("valid good open kept stored held keep store hold guaranteed binding lasting running"),
);

function firstOf(lead: readonly string[]): number {
  const at = lead.findIndex((word) =>
    /^(?:for|the|für|por|durante|pendant|pour|over|during|next)$/.test(word)
  );
  return at < 0 ? lead.length : at;
}

/** `I have been vegan for eleven years` looks back. */
function isBackward(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some((token, index) =>
    /^(?:been|worked|lived|have|has|had|used)$/.test(token.fold) && index < at &&
    (token.fold !== "have" && token.fold !== "has" ||
      /^(?:been|lived|worked|had|used|[a-z]+ed|worn|kept|taken|held|run|grown|known|spoken|taught|sung|made|drunk|eaten|ridden|driven|written|sold|built|drawn|bred)$/
        .test(tokens[index + 1]?.fold ?? ""))
  );
}

function countBefore(tokens: readonly Token[], at: number): { value: number; from: number } | null {
  for (let index = at - 1; index >= Math.max(0, at - 3); index--) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "number") {
      const value = Number.parseInt(token.text.replace(/\D/g, ""), 10);
      return Number.isNaN(value) ? null : { value, from: index };
    }
    if (isNumber(token)) return { value: NUMBERS[token.fold] ?? 3, from: index };
    if (/^(?:a|an|another|ein|eine|einen|un|una|une|um|uma)$/.test(token.fold)) {
      return { value: 1, from: index };
    }
  }
  return null;
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [...NUMBER_WORDS].slice(0, 12).map((word, index) => [word, index + 1]),
);

/** The clause with the limiting clause behind it (`until the 30th`). */
export function reachOf(sentence: Sentence, index: number): { from: number; to: number } {
  const clause: Clause | undefined = sentence.clauses[index];
  if (clause === undefined) return { from: 0, to: sentence.tokens.length };
  let to = clause.to;
  for (let next = index + 1; next < sentence.clauses.length; next++) {
    const follower = sentence.clauses[next];
    if (
      follower === undefined || !/^(?:until|till|while|bis|hasta|jusqu'|até)$/.test(follower.opener)
    ) break;
    to = follower.to;
  }
  return { from: isTimeFront(sentence, index) ? 0 : clause.from, to };
}

/** `This week, I'm in Oslo`: a few words before the comma, without a subject of their own. */
function isTimeFront(sentence: Sentence, index: number): boolean {
  const clause = sentence.clauses[index];
  if (
    clause === undefined || index === 0 || clause.from > 8 || /^(?:but|so)$/.test(clause.opener)
  ) {
    return false;
  }
  const front = sentence.tokens.slice(0, clause.from);
  return /^[,，、]$/.test(front.at(-1)?.text ?? "") &&
    !front.some((token) => OWN_VERB.test(token.fold));
}

/** Words that make a front a clause of its own. */
const OWN_VERB =
  /^(?:i|we|you|he|she|they|it|am|is|are|was|were|have|has|had|do|does|did|my|our|please|thanks|ich|wir|bin|ist|sind|war|habe|hatte|mein|meine|yo|soy|es|estoy|está|fue|mi|je|j'|suis|est|c'est|mon|ma|eu|sou|é|estou|está|meu|minha|我|我们|是|は|が|です)$/;
