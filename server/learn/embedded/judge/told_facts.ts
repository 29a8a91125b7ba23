/**
 * What the judge holds for a fact about the user.
 *
 * @module
 */

import { type Scope, scopeOf } from "../analysis/scope.ts";
import { isSensitive } from "../guards/secrets.ts";
import { MONTHS } from "../lexicon/things.ts";
import { baseForm, thirdPerson } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { valueKey } from "../rules/domain.ts";
import { textOf } from "../rules/values.ts";
import { type Context, isOpenFact, spanOf } from "../signals/finding.ts";
import { contentStems } from "../text/stem.ts";
import type {
  Finding,
  Lang,
  Lifetime,
  ProfileFinding,
  ReadTurn,
  RetractionFinding,
  Sentence,
} from "../types.ts";
import {
  CHANGE,
  doubtful,
  type Judged,
  LEAST,
  LEAST_BESIDE,
  LEAST_DOUBTFUL,
  pointsAway,
  saysEnough,
  SLOT,
  sureOfFact,
} from "./judged.ts";
import { isOfOutsider } from "./of_others.ts";
import { isOfOthersAbroad, isOrderAbroad } from "./of_others_abroad.ts";
import { coreOf, factText, toldAbroad } from "./told_text.ts";
import type { Unit } from "./units.ts";

/** Least probability where nothing says that it is of the user. */
const LEAST_OF_OTHERS = 0.93;
/** The same in other languages beside a fact of the same sentence: who speaks is told by the verb. */
const LEAST_BESIDE_ABROAD = 0.97;
/** Words of such a unit, fewest. */
const LEAST_WORDS_OF_OTHERS = 5;
const OWN = /^(?:i|we|am|my|our|me|us|mine|ours|myself|ourselves)$/;
/** Talk of a story or of somebody made up. */
const FICTION =
  /\b(?:character|novel|story|role.?play|villain|hero|heroine|scene|chapter|screenplay|fairy tale|plot|sketch|poem|lyrics|persona|narrator|protagonist|detective|fan fiction|short film)s?\b/i;

/** Whether the talk is of a story: there only what somebody says of themselves counts. */
function isFiction(read: ReadTurn, context: Context): boolean {
  return context.window.slice(0, read.index + 1).some(({ turn }) =>
    turn.speaker === "user" && FICTION.test(turn.content)
  );
}

/** Least probability of a fact: more where nobody says `I`, and beside a fact that a rule took. */
function leastOfFact(read: ReadTurn, entry: Judged, isBeside: boolean, context: Context): number {
  const { sentence, unit, least } = entry;
  if (sentence.lang !== "en") return isBeside ? LEAST_BESIDE_ABROAD : least;
  const folds = sentence.tokens.slice(unit.from, unit.to).map(({ fold }) => fold);
  const isOwn = folds.some((fold) => OWN.test(fold));
  const isAnswer = /\?\s*$/.test(context.window[read.index - 1]?.turn.content ?? "");
  const opens = folds.slice(0, 3).some((fold) => /^(?:i|we)$/.test(fold));
  if (!isOwn && isFiction(read, context)) return Number.POSITIVE_INFINITY;
  if (!isOwn && !isAnswer) {
    if (folds.length < LEAST_WORDS_OF_OTHERS) return Number.POSITIVE_INFINITY;
    return CHANGE.test(folds.join(" ")) ? LEAST_DOUBTFUL : LEAST_OF_OTHERS;
  }
  return isBeside && !opens ? LEAST_DOUBTFUL : least;
}

/** Folded words of a sentence; signs of Chinese and Japanese stand without blanks. */
function saidTo(sentence: Sentence, from: number, to: number): string {
  const blank = sentence.lang === "zh" || sentence.lang === "ja" ? "" : " ";
  return sentence.tokens.slice(from, to).map(({ fold }) => fold).join(blank);
}

/** `She has lived there for years and can't stand visitors`: whoever it is, not the user. */
function isOfOthers({ sentence, unit }: Judged): boolean {
  if (sentence.lang !== "en") return isOfOthersAbroad(sentence.lang, saidTo(sentence, 0, unit.to));
  const folds = sentence.tokens.slice(0, unit.to).map(({ fold }) => fold);
  const { from } = coreOf(sentence, unit);
  const other = /^(?:he|she|they|his|her|their)$/;
  return other.test(folds[from] ?? "") || isOfOutsider(folds.slice(from)) ||
    folds.slice(0, from).some((fold) => other.test(fold)) &&
      !folds.slice(unit.from).some((fold) => OWN.test(fold));
}

/** `Brief me on the three filings`: an order to the assistant. */
const ORDER =
  /^(?!(?:took|gave|got|left|made|cost|kept|drove|sent|suits?|fits?)\b)[a-z]+(?<!s|ed) (?:me|us) (?:on|about|through|over|up|with|when|if|the|a|an|some|how|what|why|where)\b/;

/** `And please no cheerleading`. */
const PLEASE_NO = /^(?:\S+ )?(?:please no|no .{1,60} please)\b/;

/** `And tea for me on the train, please`. */
const FOR_ME_PLEASE =
  /^(?!.*\b(?:i|we|my|our|is|are|was|has)\b)(?:\S+ ){1,5}for (?:me|us)\b.{0,40}\bplease\b/;

/** Whether a unit tells the assistant what to do. */
function isOrder({ sentence, unit }: Judged): boolean {
  const { from, to } = coreOf(sentence, unit);
  if (sentence.lang !== "en") return isOrderAbroad(sentence.lang, saidTo(sentence, from, to));
  return ORDER.test(sentence.tokens.slice(from, to).map(({ fold }) => fold).join(" ")) ||
    PLEASE_NO.test(saidTo(sentence, from - 1, to)) ||
    FOR_ME_PLEASE.test(saidTo(sentence, from, unit.to));
}

/** `While Henrike stands in for me`: when something holds, and no more. */
function isOnlyWhen({ sentence, unit }: Judged): boolean {
  return sentence.lang === "en" &&
    unit.clauses.every(({ opener, from }) =>
      /^(?:while|when|whenever|until|till|once|unless)$/.test(opener) ||
      /^(?:up|until|till)$/.test(sentence.tokens[from]?.fold ?? "")
    );
}

/** `I lose focus after an hour, so …`: why the fact beside it holds. */
function isGround({ sentence, unit }: Judged): boolean {
  return /^(?:because|since|as)$/.test(unit.clauses[0]?.opener ?? "") ||
    sentence.tokens[unit.to]?.fold === "so";
}

/** `Yesterday I rode 80 km and my knees hurt`: what came of one day. */
function isAftermath({ sentence, unit }: Judged): boolean {
  return sentence.lang === "en" && unit.from > 0 &&
    /^(?:and|so)$/.test(unit.clauses[0]?.opener ?? "") &&
    sentence.tokens.slice(0, unit.from).some(({ fold }, at, all) =>
      fold === "yesterday" ||
      /^(?:night|morning)$/.test(fold) && /^(?:last|this)$/.test(all[at - 1]?.fold ?? "")
    );
}

/** What comes of it where a rule is not kept: `luego nos caen las quejas`, `sonst ruft sie mich an`. */
const OUTCOME =
  /^(?:sonst|danach|hinterher|am ende|luego|después|si no|sino|al final|sinon|après|ensuite|à la fin|depois|senão|no fim|否则|不然|要不|さもないと|でないと|じゃないと)(?!\p{L})/u;

/** Whether a unit tells why a rule of the same turn was given. */
function isOutcome({ sentence, unit }: Judged, found: readonly Finding[]): boolean {
  if (sentence.lang === "en" || !found.some(({ kind }) => kind === "playbook")) return false;
  const { from, to } = coreOf(sentence, unit);
  return OUTCOME.test(saidTo(sentence, from, to).replace(/^(?:und|y|et|e) /, ""));
}

/** `I can't have soy, I come out in hives`: what happens else tells why. */
function isReaction({ sentence, unit }: Judged, found: readonly Finding[]): boolean {
  const before = sentence.tokens[unit.from - 1];
  return before?.kind === "punct" &&
    found.some((entry) =>
      entry.kind === "profile" && /^(?:allergy|diet|dislike)/.test(entry.slot) &&
      entry.offset >= sentence.start && entry.offset < before.start
    );
}

/** Facts; units of one sentence that are sure together are one. */
export function factsOf(
  read: ReadTurn,
  judged: readonly Judged[],
  found: readonly Finding[],
  context: Context,
): ProfileFinding[] {
  const groups: Judged[][] = [];
  for (const entry of judged) {
    const open = groups.at(-1)?.at(-1);
    const joins = open !== undefined && open.sentence === entry.sentence &&
      open.unit.to === entry.unit.from;
    if (
      entry.isEcho || sureOfFact(entry) < LEAST_BESIDE || isOfOthers(entry) ||
      isOnlyWhen(entry) || isOrder(entry) || isTimeOnly(entry) || isBareAnswer(entry) ||
      isAftermath(entry) || isWishBehind(entry) ||
      isOutcome(entry, found)
    ) continue;
    if (joins) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  return groups.filter((group) => {
    const isBeside = found.some(({ kind, offset }) =>
      kind === "profile" &&
      group.some(({ sentence }) => offset >= sentence.start && offset < sentence.end)
    );
    if (isBeside && group.some((entry) => isGround(entry) || isReaction(entry, found))) {
      return false;
    }
    const isSure = group.some((entry) =>
      !pointsAway(entry) && sureOfFact(entry) >= leastOfFact(read, entry, isBeside, context)
    );
    if (!isSure) context.declined.push(...group.map((entry) => doubtful(read, entry, SLOT)));
    return isSure;
  }).flatMap((group) => factOf(read, group, context));
}

/** `… : Catalan and Spanish`: a name keeps its capital wherever it stands. */
function startsWithName(sentence: Sentence, from: number, text: string): boolean {
  const first = sentence.tokens[from];
  return first?.capital === true && first.fold !== "i" && text.startsWith(first.text);
}

/** Whether a unit speaks of somebody or something of the user's. */
function isOfThing(sentence: Sentence, unit: Unit | undefined): boolean {
  return unit !== undefined &&
    /^(?:my|our)$/.test(sentence.tokens[coreOf(sentence, unit).from]?.fold ?? "");
}

/** `My boyfriend is from Quito and we're visiting him`: the second half needs its subject. */
function saidOf(sentence: Sentence, unit: Unit): string {
  const { from, to } = coreOf(sentence, unit);
  return /^(?:i|we)$/.test(sentence.tokens[from]?.fold ?? "")
    ? textOf(sentence, from, to).replace(/^they am\b/, "they are")
    : factText(sentence, unit);
}

/** `…, so I'd like to do something with it`: what is asked for because of it. */
function isWishBehind({ sentence, unit }: Judged): boolean {
  return sentence.lang === "en" &&
    /^so (?:i|we) (?:would (?:like|love|rather)|want|need|am looking for|are looking for|am hoping|was hoping)\b/
      .test(saidTo(sentence, unit.from, unit.to));
}

/** `Their grandson Emil`: that there is one. */
const NAMED =
  /^Their ((?:great-)?(?:grand)?(?:daughter|son|mother|father)|niece|nephew|godson|goddaughter|wife|husband|partner|brother|sister|cousin|girlfriend|boyfriend|dog|cat) ([A-Z][\p{L}-]+)$/u;

/** `Their neighbour Emil`, `Has run out of flour`, `Is so hungry`, `Is on their husband's Mac`: half of something, or of this day. */
const NO_FACT =
  /^Their (?:\S+ )?[a-z-]+ [A-Z][a-z]+$|^Not the |^(?:\w+ )?\w+s (?:each other|one another)$|^(?:Has|Have) (?:just )?(?:run|ran) out of\b|^(?:Is|Are) (?:\w+ )?(?:hungry|thirsty|starving|peckish)$|^Is on their \w+'s (?:old |new |work )?(?:i?[Pp]hone|laptop|computer|[Mm]ac|[Mm]ac[Bb]ook|PC|i[Pp]ad|tablet)\b/;

function factOf(read: ReadTurn, units: readonly Judged[], context: Context): ProfileFinding[] {
  const group = units.slice(units.findIndex((entry) => !pointsAway(entry)));
  const sure = Math.max(...group.map(sureOfFact));
  const [first] = group;
  const clause = first?.unit.clauses[0];
  if (first === undefined || clause === undefined) return [];
  const { sentence } = first;
  const range = { from: first.unit.from, to: group.at(-1)?.unit.to ?? first.unit.to };
  const scope = reachedScope(sentence, range, context.nowSec);
  const life = lifeOf(group, scope);
  if (scope.kind === "once" || life === null || !isOfSpeaker(sentence, range)) return [];
  const told = sentence.lang === "en"
    ? group.map(({ unit }, at) => ({
      text: at > 0 && isOfThing(sentence, group[at - 1]?.unit)
        ? saidOf(sentence, unit)
        : factText(sentence, unit),
      unit,
    })).map((
      { text, unit },
      at,
    ) =>
      at === 0 || startsWithName(sentence, unit.from, text)
        ? text
        : text.charAt(0).toLowerCase() + text.slice(1)
    ).join("; ")
    : toldAbroad(sentence, range, textBefore(read, sentence));
  const place = /^Is here\b/.test(told) ? placeBefore(read, sentence) : "";
  const content = presentOf(place === "" ? told : told.replace(/\bhere\b/, `in ${place}`))
    .replace(NAMED, "Has a $1 called $2")
    .replace(/\bthey was\b/g, "they were").replace(/^([^(]*)\)$/, "$1")
    .replace(/^([^"]*"[^"]*)$/, '$1"');
  if (
    sentence.lang === "en" && (isOpenFact(content) || NO_FACT.test(content)) ||
    !saysEnough(content, context) ||
    isSensitive(content, read.text) ||
    // `En verano`: where or when, and nothing else.
    sentence.lang !== "en" &&
      /^(?:En|Em|Na|No|Con|Com|Para|Por|In|Im|Am) (?:\p{L}+ ?){1,2}$/u.test(content) ||
    // `Exactly the format our chair likes, …`: praise of an answer.
    /^(?:Exactly|Precisely|Just) (?:the|what|how) /.test(content) ||
    // `Is four dentists`, `Is three in the flat`, `Nitrile only, two of their nurses …`: of what, is not said.
    /^(?:Is|Are) (?:just |only )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?!years|months|weeks|days|hours|minutes|miles|kilometres)(?:[a-z]+s(?: in .+)?|(?:in|at) the .+)$|^(?:\S+ ){1,3}(?:only|first|please),/
      .test(content) ||
    sentence.lang === "en" &&
      /\b(?:it|them|(?:that|this) way|(?:like|for) (?:that|this))$/.test(content)
  ) return [];
  const confidence = Math.round(100 * sure);
  return [{
    kind: "profile",
    ruleId: `${sentence.lang}.told.fact`,
    turn: read.index,
    offset: sentence.tokens[range.from]?.start ?? sentence.start,
    interactionIds: [read.turn.interactionId],
    spans: group.map(({ unit }) => spanOf(read, sentence, coreOf(sentence, unit), "value")),
    mood: clause.mood,
    scope: scope.cue || "none",
    owner: "user",
    negative: /\b(?:not|never|cannot|no longer)\b/i.test(content),
    lang: sentence.lang,
    base: confidence,
    adjust: [],
    confidence,
    slot: SLOT,
    key: valueKey(content, context.stem),
    value: content,
    content,
    life,
    change: false,
  }];
}

const BEFORE_NOW =
  /^Used to .+?,? but (?:now|nowadays|these days|today|lately|(?:ever )?since .+?|after .+?),? they (\w+)(.*)$/;

/** `Used to run, but since their surgery they swim`: what is true now, "" when nothing of it is. */
function presentOf(content: string): string {
  if (!/^Used to\b/.test(content)) return content;
  const [, verb = "", rest = ""] = BEFORE_NOW.exec(content) ?? [];
  const now = verb === "" || baseForm(verb) !== verb ? "" : thirdPerson(verb);
  return now === "" ? "" : `${now.charAt(0).toUpperCase()}${now.slice(1)}${rest}`;
}

const TIMES = wordSet(
  `sometime some time maybe probably perhaps in on at by next this early late mid end of the beginning start middle around before after
until from a about roughly week weeks month months year weekend spring summer autumn fall winter morning afternoon evening night noon soon asap
monday tuesday wednesday thursday friday saturday sunday and or`,
);

/** `We can't, security forbids it`: an answer, and why. */
const NO_MORE_SAID =
  /^(?:i|we) (?:(?:can|could|do|did|will|would|have|am|are) (?:not)?|cannot)(?: (?:either|yet|now|really))? [,;:\u2013\u2014-]|^not that \S+ (?:really |much )?(?:matters|cares|minds|asked|mind|care)\b/;

function isBareAnswer({ sentence, unit }: Judged): boolean {
  return sentence.lang === "en" && NO_MORE_SAID.test(saidTo(sentence, unit.from, unit.to));
}

/** `Sometime in March`: when, in answer to a question, and nothing about the user. */
function isTimeOnly({ sentence, unit }: Judged): boolean {
  return sentence.lang === "en" &&
    sentence.tokens.slice(unit.from, unit.to).every(({ fold, kind }) =>
      kind !== "word" || TIMES.has(fold) || MONTHS.includes(fold)
    );
}

/** Words by which the speaker is in it; verbs alone tell it in Spanish, Portuguese and Japanese. */
const SPEAKER: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?<!\p{L})(?:ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:je|j'|me|m'|moi|mon|ma|mes|nous|notre|nos|on)(?!\p{L})/u,
  zh: /[我咱]/,
};

/** `Kommt in eine Sammlung`: whether a fact that is quoted as it is said is about who says it. */
function isOfSpeaker(sentence: Sentence, { from, to }: Pick<Unit, "from" | "to">): boolean {
  const pattern = SPEAKER[sentence.lang];
  return pattern === undefined ||
    pattern.test(sentence.tokens.slice(from, to).map(({ fold }) => fold).join(" "));
}

/** `Where do people swim around Ljubljana? I'm here till Sunday`: the place that `here` is. */
function placeBefore(read: ReadTurn, sentence: Sentence): string {
  return /\b(?:in|around|near|at|of) ((?:[A-Z][\p{L}'-]+)(?: [A-Z][\p{L}'-]+){0,2})[^\p{L}]*$/u
    .exec(textBefore(read, sentence))?.[1] ?? "";
}

function textBefore(read: ReadTurn, sentence: Sentence): string {
  const before = read.sentences[read.sentences.indexOf(sentence) - 1];
  return before === undefined ? "" : read.text.slice(before.start, before.end);
}

/** `This month I'm on nights, so no calls before three`: what follows lasts as long as its ground. */
function reachedScope(sentence: Sentence, range: Pick<Unit, "from" | "to">, nowSec: number): Scope {
  const own = scopeOf(sentence, range, nowSec);
  if (own.kind !== "none" || sentence.tokens[range.from]?.fold !== "so") return own;
  const ground = scopeOf(sentence, { from: 0, to: range.from }, nowSec);
  return ground.kind === "limited" ? ground : own;
}

function lifeOf(group: readonly Judged[], scope: Scope): Lifetime | null {
  if (scope.kind === "limited") return scope.life;
  return group.some(({ judgement }) => judgement.passing > judgement.fact)
    ? { ttl: "one_month", from: "cue", words: "", limited: true }
    : { ttl: "one_year", from: "default", words: "", limited: false };
}

const BESIDES = /\b(?:also|too|as well|besides|another|second|in addition)\b/;

/** `I deliver by cargo bike now`: what was told before about the same thing is over. */
export function replacedBy(read: ReadTurn, entry: Judged, context: Context): RetractionFinding[] {
  const { sentence, unit } = entry;
  const sure = sureOfFact(entry);
  if (sentence.lang !== "en" || sure < LEAST) return [];
  const text = sentence.tokens.slice(unit.from, unit.to).map(({ fold }) => fold).join(" ");
  if (!CHANGE.test(text) || BESIDES.test(text)) return [];
  const words = contentStems(text, { stem: context.stem, keepTemplates: true });
  if (words.length === 0) return [];
  const confidence = Math.round(100 * sure);
  return [{
    kind: "retraction",
    ruleId: "en.told.replaced",
    turn: read.index,
    offset: sentence.tokens[unit.from]?.start ?? sentence.start,
    interactionIds: [read.turn.interactionId],
    spans: [spanOf(read, sentence, coreOf(sentence, unit), "value")],
    mood: "ended",
    scope: "none",
    owner: "user",
    negative: true,
    lang: sentence.lang,
    base: confidence,
    adjust: [],
    confidence,
    slot: "",
    words,
    scopeKinds: "profiles",
    explicit: false,
  }];
}
