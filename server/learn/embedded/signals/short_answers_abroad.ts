/**
 * Short answers in other languages to a question of the assistant: `¿Dónde vives?` – `En Getafe.`
 *
 * @module
 */

import { isSensitive } from "../guards/secrets.ts";
import { JOBS_BY_LANGUAGE } from "../lexicon/jobs_by_language.ts";
import { valueKey } from "../rules/domain.ts";
import { ASKED_ABROAD, DENIED_ABROAD, EITHER_ABROAD } from "../rules/languages/questions.ts";
import type { Lang, ProfileFinding, ReadTurn } from "../types.ts";
import { type Context, spanOf } from "./finding.ts";

/** Letters of an answer, most. */
const ANSWER_LETTERS = 40;
const YES =
  /^(?:ja|genau|sí|exacto|oui|tout à fait|sim|isso|是的?|对的?|对啊|はい|ええ|そうです)(?:[.!,，、。！ ]+|$)/iu;
const NO = /^(?:nein|nee|no|non|não|不吃?|没有?|いいえ|いえ)(?:[.!,，、。！ ]+|$)/iu;
/** A choice or a fact of the day. */
const OF_NOW =
  /(?<!\p{L})(?:heute|morgen|jetzt|diesmal|hoy|mañana|ahora|aujourd'hui|demain|ce soir|hoje|amanhã|agora)(?!\p{L})|今天|明天|这次|今日|明日|今回|\d/iu;

interface Answer {
  readonly slot: string;
  readonly value: string;
  readonly content: string;
  readonly many: boolean;
}

/** Facts from an answer of a few words. */
export function shortAnswersAbroad(read: ReadTurn, context: Context): ProfileFinding[] {
  const before = context.window[read.index - 1];
  const sentence = read.sentences[0];
  const said = read.text.trim();
  if (
    before?.turn.speaker !== "assistant" || sentence === undefined ||
    said.length > ANSWER_LETTERS ||
    sentence.terminator === "?"
  ) return [];
  const asked = /[^.!?。！？\n]*[?？]\s*$|[^。！？\n]*か。?\s*$/u.exec(before.text)?.[0] ?? "";
  if (asked === "" || OF_NOW.test(asked)) return [];
  const found = answerIn(asked, said, before.sentences.at(-1)?.lang ?? "en");
  if (found === null || isSensitive(found.answer.value)) return [];
  const { lang, answer } = found;
  const confidence = 82;
  return [{
    kind: "profile",
    ruleId: `${lang}.${answer.slot}.short_answer`,
    turn: read.index,
    offset: sentence.start,
    interactionIds: [read.turn.interactionId],
    spans: [spanOf(read, sentence, { from: 0, to: sentence.tokens.length }, "value")],
    mood: "statement",
    scope: "none",
    owner: "user",
    negative: answer.slot === "diet.avoid",
    lang,
    base: 92,
    adjust: [{ name: "short answer", points: confidence - 92 }],
    confidence,
    slot: answer.slot,
    key: answer.many ? valueKey(answer.value, (word) => word) : "",
    value: answer.value,
    content: answer.content,
    life: { ttl: "infinity", from: "default", words: "", limited: false },
    change: false,
  }];
}

const LANGS: readonly Lang[] = ["de", "es", "fr", "pt", "zh", "ja"];

/**
 * The answer and its language: one word may be in any, so the question tells; the language that it
 * was taken for comes first.
 */
function answerIn(asked: string, said: string, first: Lang): { lang: Lang; answer: Answer } | null {
  for (const lang of [first, ...LANGS.filter((other) => other !== first)]) {
    const answer = answerTo(asked, said, lang);
    if (answer !== null) return { lang, answer };
  }
  return null;
}

function answerTo(asked: string, said: string, lang: Lang): Answer | null {
  const denied = NO.test(said);
  const bare = said.replace(YES, "").replace(NO, "").trim();
  if (denied && bare === "") {
    for (const { slot, ask, template } of DENIED_ABROAD[lang] ?? []) {
      const value = ask.exec(asked)?.[1];
      if (value !== undefined) return answerOf(slot, value, template, true);
    }
    return null;
  }
  for (
    const { slot, ask, answer, template, many = false, job = false } of ASKED_ABROAD[lang] ?? []
  ) {
    const match = ask.exec(asked);
    if (match === null) continue;
    const stated = bare === "" && !denied
      ? match.slice(1).find((value) => value !== undefined)
      : undefined;
    const value = stated ?? answer.exec(bare)?.[1];
    if (value === undefined || job && !isJob(value, lang)) return null;
    return answerOf(slot, job ? lowerIn(value, lang) : value, template, many);
  }
  const [either, template] = EITHER_ABROAD[lang] ?? [];
  const chosen = bare.replace(/[.!。！]$|です。?$/gu, "");
  const noun = chosen.replace(ARTICLE, "").toLowerCase();
  const isOne = either?.exec(asked)?.slice(1).some((name) => name.toLowerCase() === noun) === true;
  return isOne && template !== undefined
    ? answerOf("prefer", lowerIn(chosen, lang), template, true)
    : null;
}

const ARTICLE = /^(?:(?:el|la|los|las|le|les|o|a|os|as|den|die|das) |l')/iu;

/** A common noun without the capital of its sentence; German nouns keep theirs. */
function lowerIn(noun: string, lang: Lang): string {
  return lang === "de" ? noun : noun.charAt(0).toLowerCase() + noun.slice(1);
}

function answerOf(slot: string, value: string, template: string, many: boolean): Answer {
  return { slot, value, content: template.replace("{v}", value), many };
}

function isJob(value: string, lang: Lang): boolean {
  const jobs = JOBS_BY_LANGUAGE[lang];
  const noun = value.split(" ")[0]?.toLowerCase() ?? "";
  return jobs !== undefined && !jobs.not.has(noun) &&
    (jobs.list.has(noun) || noun.length >= 6 && jobs.ending.test(noun));
}
