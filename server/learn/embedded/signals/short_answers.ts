/**
 * Short answers to a question of the assistant (S-925), and a plain `yes` to one (9.2).
 *
 * @module
 */

import type { ProfileFinding, ReadTurn, Sentence } from "../types.ts";
import { SHAPES } from "../rules/shape_table.ts";
import { textOf } from "../rules/values.ts";
import { valueKey } from "../rules/domain.ts";
import { isSensitive } from "../guards/secrets.ts";
import { type Context, spanOf } from "./finding.ts";
import type { ShapeName } from "../rules/rule.ts";

interface Question {
  readonly slot: string;
  readonly ask: RegExp;
  readonly template: string;
  readonly shape: ShapeName;
  /** How the assistant states the value when it asks for a `yes`. */
  readonly stated?: RegExp;
}

/** Questions that ask for exactly one slot. */
const QUESTIONS: readonly Question[] = [
  {
    slot: "place.home",
    ask:
      /\b(?:which|what) (?:city|town|place|country|region) (?:are you (?:in|based in|living in|from)|do you live in)\b|\bwhere (?:do you live|are you (?:based|located|living))\b/i,
    template: "Lives in {v}",
    shape: "place",
    stated:
      /\b(?:are you based in|do you live in|you live in|you are based in|you're based in|are you still in) ([\p{Lu}][\p{L}' -]{1,40}?)(?:\?|, right|, correct)/u,
  },
  {
    slot: "business",
    ask:
      /\b(?:where|(?:in )?(?:which|what) country) (?:are you|is (?:your|the) (?:company|business|firm)) (?:registered|incorporated|trading|tax resident|resident for tax)\b|\b(?:which|what) country (?:do you|does your \w+) (?:pay tax|file|trade) in\b/i,
    template: "Is registered in {v}",
    shape: "place",
  },
  {
    slot: "name",
    ask:
      /\b(?:what is|what's|may i (?:have|ask)|can i have|could i have|could you tell me) your (?:first |full )?name\b|\bwho am i (?:speaking|talking) (?:to|with)\b|\bwhat should i call you\b|\bhow should i (?:call|address) you\b/i,
    template: "Is called {v}",
    shape: "person",
  },
  {
    slot: "job",
    ask:
      /\bwhat (?:do you do(?: for a living)?\?|is your (?:job|profession|occupation))|\bwhat kind of work do you do\b/i,
    template: "Works as {v}",
    shape: "job",
  },
  {
    slot: "allergy",
    ask:
      /\b(?:do you have|any|are there any) (?:food )?(?:allergies|allergy|intolerances)\b|\bwhat are you allergic to\b/i,
    template: "Is allergic to {v}",
    shape: "food",
  },
  {
    slot: "diet",
    ask:
      /\b(?:do you follow|do you have|any) (?:a |any )?(?:special )?(?:diet|dietary (?:needs|requirements|restrictions))\b/i,
    template: "Is {v}",
    shape: "diet",
  },
  {
    slot: "comm.language",
    ask:
      /\b(?:which|what) language (?:do|would|should|shall)\b.{0,40}\b(?:prefer|like|answer|write|use)\b/i,
    template: "Wants answers in {v}",
    shape: "language",
  },
  {
    slot: "language.speaks",
    ask: /\b(?:which|what) languages? do you speak\b/i,
    template: "Speaks {v}",
    shape: "language",
  },
];

const YES =
  /^(?:yes|yep|yeah|exactly|correct|right|that's right|that is right|indeed|ja|sí|oui|sim)[.! ]*$/i;

/** Facts from answers of at most six words. */
export function shortAnswersOf(read: ReadTurn, context: Context): ProfileFinding[] {
  const before = context.window[read.index - 1];
  const sentence = read.sentences[0];
  if (before?.turn.speaker !== "assistant" || sentence === undefined || read.sentences.length > 1) {
    return [];
  }
  const asked = lastQuestion(before.text);
  if (asked === "") return [];
  if (YES.test(read.text.trim())) return confirmed(read, sentence, asked);
  if (sentence.tokens.length > 6 || sentence.terminator === "?" || sentence.lang !== "en") {
    return [];
  }
  const question = QUESTIONS.find((entry) => entry.ask.test(asked));
  if (
    question === undefined ||
    sentence.tokens.some((token) => /^(?:i|my|is|am|no|none|not|nothing|we|yes)$/.test(token.fold))
  ) return [];
  let from = 0;
  while (
    /^(?:in|from|just|,|it|the|near|at|a|an|mostly|only)$/.test(
      sentence.tokens[from]?.fold ?? "",
    ) && from < sentence.tokens.length - 1
  ) from++;
  const range = SHAPES[question.shape]({ sentence, from, to: sentence.tokens.length });
  if (range === null) return [];
  return finding(read, sentence, question, textOf(sentence, range.from, range.to), range);
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
function confirmed(read: ReadTurn, sentence: Sentence, asked: string): ProfileFinding[] {
  for (const question of QUESTIONS) {
    const value = question.stated?.exec(asked)?.[1];
    if (value !== undefined) {
      return finding(read, sentence, question, value.trim(), {
        from: 0,
        to: sentence.tokens.length,
      });
    }
  }
  return [];
}

function finding(
  read: ReadTurn,
  sentence: Sentence,
  question: Question,
  value: string,
  range: { from: number; to: number },
): ProfileFinding[] {
  if (isSensitive(value)) return [];
  const key = /^(?:allergy|language\.speaks)$/.test(question.slot)
    ? valueKey(value, (word) => word)
    : "";
  return [{
    kind: "profile",
    ruleId: `en.${question.slot}.short_answer`,
    turn: read.index,
    offset: sentence.start,
    interactionIds: [read.turn.interactionId],
    spans: [spanOf(read, sentence, range, "value")],
    mood: "statement",
    scope: "none",
    owner: "user",
    negative: false,
    lang: sentence.lang,
    base: 92,
    adjust: [{ name: "short answer", points: -10 }],
    confidence: 82,
    slot: question.slot,
    key,
    value,
    content: question.template.replace("{v}", value),
    life: { ttl: "infinity", from: "default", words: "", limited: false },
    change: false,
  }];
}
