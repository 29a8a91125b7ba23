/**
 * Action frames: rules of one frame replace each other even when their words differ.
 *
 * @module
 */

import { LANGUAGES } from "../lexicon/people.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  deutsch: "german",
  englisch: "english",
  französisch: "french",
  spanisch: "spanish",
  italienisch: "italian",
  inglés: "english",
  francés: "french",
  alemán: "german",
  español: "spanish",
  anglais: "english",
  français: "french",
  allemand: "german",
  espagnol: "spanish",
  inglês: "english",
  português: "portuguese",
  alemão: "german",
  francês: "french",
  espanhol: "spanish",
};

const FORMAT =
  /\b(?:use|add|include|insert|put|write|send|attach|answer|reply|format|with|in|as) (?:any |so many |more |in |with |as )*(emojis?|bullet points?|bullets?|tables?|headings?|exclamation marks?|pdfs?|jargon|markdown|footnotes?|semicolons?)\b/;

/** Systems of units, wherever they stand. */
const MAY_NAME_UNITS = /metric|imperial|kilomet|miles|celsius|fahrenheit/;

/** Who gets an output: one name at a time. */
const RECEIVER =
  /^(?:(?:Send|Mail|Email|Forward|Route|Hand|Give|Address|Report|Pass) ((?:[\w-]+ ){0,3}[\w-]+s) to|Make sure ((?:[\w-]+ ){0,3}[\w-]+s) go to) [A-Z][\w-]+$/;

/** Frame of a rule, or "" when it has none of the closed list. */
export function frameOf(content: string, trigger: string): string {
  const text = content.toLowerCase();
  if (
    /(?:^|\b)(?:answer|reply|respond|write|speak|give|keep|use|antwort\p{L}*|schreib\p{L}*|respond\p{L}*|contest\p{L}*|répond\p{L}*|écri\p{L}*|escrev\p{L}*|回答|返信)/u
      .test(text) && languageIn(text) !== ""
  ) return "language";
  const limit =
    /\b(\d+|one|two|three|four|five|six|ten|a hundred)[ -](words?|lines?|sentences?|paragraphs?|characters?|pages?|bullets?)\b/
      .exec(text);
  if (
    limit !== null &&
    /\b(?:under|below|at most|max|maximum|no more|up to|within|less|fewer|keep|limit|short|tops)\b/
      .test(text)
  ) return `length ${/answer/i.test(trigger) ? "answer" : trigger.toLowerCase()}`;
  if (
    MAY_NAME_UNITS.test(text) &&
    text.split(/[^\p{L}]+/u).some((word) =>
      UNIT_WORDS.has(word) && /^(?:metric|imperial|kilomet|miles|celsius|fahrenheit)/.test(word)
    )
  ) return "units";
  if (
    /\b(?:formal|informal|first[- ]name|casual|du|sie|usted|tutoi\w*|vouvoi\w*|tú)\b/.test(text) &&
    /\b(?:address|call|tone|use|answer|antwort\w*|reply|write|with|form)\b/.test(text)
  ) return "address";
  const named = RECEIVER.exec(content);
  const receiver = named?.[1] ?? named?.[2];
  if (receiver !== undefined) {
    return `recipient ${receiver.toLowerCase().replace(/^(?:all|every|each|the) /, "")}`;
  }
  if (
    /\b(?:dates?)\b/.test(text) &&
    /\b(?:iso|yyyy|year|day|month|dd|day-first|month-first|numeric)\b/.test(text) &&
    /\b(?:as|in|with|first|then|before)\b/.test(text)
  ) return "date form";
  if (/\b(?:british|american|oxford|uk|us) (?:english )?spelling\b/.test(text)) return "spelling";
  if (
    /^sign (?:all |every |off |my |the user's )*(?:[\w-]+ )?(?:with|as|off)\b|\b(?:is|are) signed (?:with|as)\b/
      .test(text)
  ) {
    return "sign-off";
  }
  if (
    /\bapologi(?:es|[sz](?:e|ing))\b|\bapology\b/.test(text) &&
    !/\b(?:then|first|customer|guest)/.test(text)
  ) {
    return "format apology";
  }
  const format = FORMAT.exec(text)?.[1];
  return format === undefined
    ? ""
    : `format ${format.replace(/s$/, "").replace(/^bullet$/, "bullet point")}`;
}

function languageIn(text: string): string {
  for (const word of text.split(/[^\p{L}]+/u)) {
    if (LANGUAGES.has(word) || LANGUAGE_NAMES[word] !== undefined) {
      return LANGUAGE_NAMES[word] ?? word;
    }
  }
  return /[中英日]文|[英日中]語/.exec(text)?.[0] ?? "";
}
