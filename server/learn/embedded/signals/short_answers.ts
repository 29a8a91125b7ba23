/**
 * Short answers to a question of the assistant (S-925), and a plain `yes` or `no` to one (9.2).
 *
 * @module
 */

import type { ProfileFinding, ReadTurn, Sentence } from "../types.ts";
import { ASKED_EITHER, ASKED_SLOTS, ASKED_YES_NO, type AskedSlot } from "../rules/en/questions.ts";
import { DIETS } from "../lexicon/people.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { isNumber } from "../rules/classes.ts";
import { isFood, isJobNoun } from "../rules/shapes.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import { SHAPES } from "../rules/shape_table.ts";
import { textOf } from "../rules/values.ts";
import { valueKey } from "../rules/domain.ts";
import { isSensitive } from "../guards/secrets.ts";
import { type Context, spanOf } from "./finding.ts";

const YES =
  /^(?:yes|yep|yeah|exactly|correct|right|that's right|that is right|indeed|ja|sí|oui|sim)(?:,? (?:i am|i do|we are|we do|that's right|exactly|correct))?[.! ]*$/i;
const NO =
  /^(?:no|nope|nah)(?:,? (?:i don't|i do not|we don't|never|i'm afraid not|not at all|sorry))?[.! ]*$/i;

/** The value that stands in an answer and what it answers. */
interface Answer {
  readonly slot: string;
  readonly content: string;
  readonly value: string;
  readonly many: boolean;
  readonly range: { readonly from: number; readonly to: number };
}

/** Facts from answers of a few words, or from the words before the first comma. */
export function shortAnswersOf(read: ReadTurn, context: Context): ProfileFinding[] {
  const before = context.window[read.index - 1];
  const sentence = read.sentences[0];
  if (before?.turn.speaker !== "assistant" || sentence === undefined) return [];
  const asked = lastQuestion(before.text);
  if (asked === "") return [];
  const said = read.text.trim();
  const all = { from: 0, to: sentence.tokens.length };
  const answers = YES.test(said)
    ? [...confirmed(asked, all), ...settled(asked, true, all)]
    : NO.test(said)
    ? settled(asked, false, all)
    : named(read, sentence, asked, before.text);
  return answers.flatMap((answer) => finding(read, sentence, answer));
}

/** The answer by a value: `Tampere.`, `Coimbra, I've been living here …`, `No, in Lecce`. */
function named(read: ReadTurn, sentence: Sentence, asked: string, turn: string): Answer[] {
  if (sentence.terminator === "?" || sentence.lang !== "en") return [];
  const { tokens } = sentence;
  const denies = /^(?:no|nope)$/.test(tokens[0]?.fold ?? "") && tokens[1]?.text === ",";
  const start = denies ? 2 : 0;
  const pause = tokens.findIndex((token, index) =>
    index > start && /^[,;:\u2013\u2014-]$/.test(token.text)
  );
  const whole = tokens.length <= 6 + start && read.sentences.length === 1;
  const fragment = { from: start, to: whole || pause < 0 ? tokens.length : pause };
  if (fragment.to - fragment.from > 6) return [];
  const words = tokens.slice(fragment.from, fragment.to);
  const leading = tokens.slice(start, whole ? tokens.length : fragment.to);
  if (leading.some((token) => NO_FRAGMENT.test(token.fold))) return [];
  const either = eitherOf(asked, words.map((token) => token.text).join(" "));
  if (either !== "") {
    return [{
      slot: "prefer",
      content: `Prefers ${either}`,
      value: either,
      many: true,
      range: fragment,
    }];
  }
  const question = ASKED_SLOTS.find((entry) =>
    entry.ask.test(asked) && (entry.only === undefined || entry.only.test(turn)) ||
    denies && entry.stated?.test(asked) === true
  );
  if (question === undefined) return [];
  const answer = valueIn(sentence, fragment, question);
  return answer === null ? [] : [answer];
}

/** A choice for the task at hand. */
const ASKED_OF_NOW =
  /\b(?:for (?:the|this|that|your|tomorrow|today|tonight)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|\d)\b/i;
const NO_FRAGMENT =
  /^(?:i|my|is|am|are|none|not|nothing|we|yes|it's|that|this|you|your|do|does|have|has|can|could|depends|sure|maybe)$/;
const LEAD =
  /^(?:in|from|just|,|it|the|near|at|a|an|mostly|only|around|about|currently|outside|of|total|complete|absolute|out|over|up|down)$/;
const KEPT_LEAD = /^(?:workplace|money|animal|device)$/;

function valueIn(
  sentence: Sentence,
  fragment: { from: number; to: number },
  question: AskedSlot,
): Answer | null {
  let from = fragment.from;
  const keeps = KEPT_LEAD.test(question.shape) || question.slot === "device";
  while (
    !keeps && LEAD.test(sentence.tokens[from]?.fold ?? "") && from < fragment.to - 1
  ) from++;
  const range = SHAPES[question.shape]({ sentence, from, to: fragment.to });
  if (range === null) return null;
  const value = textOf(sentence, range.from, range.to);
  return {
    slot: question.slot,
    content: question.template.replace("{v}", written(sentence, range, value)),
    value,
    many: question.many === true,
    range,
  };
}

/** The value without the capital of the sentence; codes such as `CET` keep theirs. */
function written(sentence: Sentence, range: { from: number; to: number }, value: string): string {
  const first = sentence.tokens[range.from];
  if (first === undefined) return value;
  if (/^[A-Z]{2,}/.test(first.text)) return first.text + value.slice(first.text.length);
  const common = FUNCTION_WORDS.has(first.fold) || isNumber(first) || isFood(first) ||
    isJobNoun(first) ||
    DIETS.has(first.fold) || UNIT_WORDS.has(first.fold) ||
    /^(?:around|roughly|maximum|max)$/.test(first.fold);
  return common ? value.charAt(0).toLowerCase() + value.slice(1) : value;
}

/** One of the two names of a question, or "". */
function eitherOf(asked: string, said: string): string {
  const match = ASKED_OF_NOW.test(asked) ? null : ASKED_EITHER.exec(asked);
  const answer = said.toLowerCase().replace(
    /^(?:the|a|an) |[ ,]*(?:please|always|usually|mostly)$/g,
    "",
  ).trim();
  return [match?.[1], match?.[2]].map((name) => name?.toLowerCase().trim() ?? "").find((name) =>
    name !== "" && name === answer
  ) ?? "";
}

function lastQuestion(text: string): string {
  const end = text.lastIndexOf("?");
  if (end < 0 || text.slice(end + 1).trim().length > 40) return "";
  const start = Math.max(
    text.lastIndexOf(".", end - 1),
    text.lastIndexOf("!", end - 1),
    text.lastIndexOf("?", end - 1),
    text.lastIndexOf("\n", end - 1),
  );
  return text.slice(start + 1, end + 1);
}

/** `Are you based in Faro?` – `Yes.` */
function confirmed(asked: string, range: Answer["range"]): Answer[] {
  for (const question of ASKED_SLOTS) {
    const value = question.stated?.exec(asked)?.[1]?.trim();
    if (value !== undefined) {
      return [{
        slot: question.slot,
        content: question.template.replace("{v}", value),
        value,
        many: false,
        range,
      }];
    }
  }
  return [];
}

/** `Do you eat meat?` – `No.` */
function settled(asked: string, yes: boolean, range: Answer["range"]): Answer[] {
  for (const question of ASKED_YES_NO) {
    const value = question.ask.exec(asked)?.[1];
    const template = yes ? question.yes : question.no;
    if (value === undefined || template === null) continue;
    return [{
      slot: question.slot,
      content: template.replace("{v}", value),
      value,
      many: true,
      range,
    }];
  }
  return [];
}

function finding(read: ReadTurn, sentence: Sentence, answer: Answer): ProfileFinding[] {
  if (isSensitive(answer.value)) return [];
  return [{
    kind: "profile",
    ruleId: `en.${answer.slot}.short_answer`,
    turn: read.index,
    offset: sentence.start,
    interactionIds: [read.turn.interactionId],
    spans: [spanOf(read, sentence, answer.range, "value")],
    mood: "statement",
    scope: "none",
    owner: "user",
    negative: / not | no /.test(answer.content),
    lang: sentence.lang,
    base: 92,
    adjust: [{ name: "short answer", points: -10 }],
    confidence: 82,
    slot: answer.slot,
    key: answer.many ? valueKey(answer.value, (word) => word) : "",
    value: answer.value,
    content: answer.content,
    life: { ttl: "infinity", from: "default", words: "", limited: false },
    change: false,
  }];
}
