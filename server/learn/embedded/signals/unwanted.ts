/**
 * Bans in the form of a wish: `I never want to see X`, `I don't want X in reports`.
 *
 * @module
 */

import type { Sentence } from "../types.ts";
import { OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { wordSet } from "../lexicon/words.ts";
import type { Head } from "./imperative.ts";

/** `I never want to see rounded balances`: a ban in the form of a wish. */
export function neverWantHead(sentence: Sentence, at: number): Head | null {
  const words = [0, 1, 2, 3, 4].map((step) => sentence.tokens[at + step]?.fold ?? "").join(" ");
  if (/^(?:i|we) do not want (?!to\b|you\b|it\b|that\b|this\b|the\b)/.test(words)) {
    const rest = sentence.tokens.slice(at + 4).map((token) => token.fold);
    const where = rest.findIndex((word) => /^(?:in|on|under|at)$/.test(word));
    return where > 0 && where < 5 &&
        rest.slice(where).some((word) => OUTPUTS.has(word) && /[^s]s$/.test(word))
      ? { form: "fragment", negative: true, verb: "use", at, body: at + 4, always: true }
      : null;
  }
  return /^(?:i|we) never want to (?:see|read|hear|get)$/.test(words)
    ? { form: "fragment", negative: true, verb: "show", at, body: at + 5, always: false }
    : null;
}

/** Things one can decline for now (`no list, thanks`); their plural is a rule. */
const SINGLE = wordSet(
  "list table summary title signature pdf tone voice language surname number step intro introduction comment link attachment source citation",
);

/** What answers are padded with. */
export const PADDING = wordSet(
  "facts trivia tips remarks extras anecdotes caveats hints recaps lectures metaphors adjectives superlatives adverbs contractions warnings opinions guesses explanations comments questions suggestions advice chatter flattery speculation history background stories quotations adverts smileys",
);

/** Deeds that come as nouns (`no deploys on Fridays`). */
const NOMINAL_DEEDS: Readonly<Record<string, string>> = {
  deploys: "deploy",
  deployments: "deploy",
  pushes: "push",
  merges: "merge",
  rollouts: "roll out",
  releases: "release",
  mails: "email",
  emails: "email",
  calls: "call",
  messages: "message",
  refunds: "refund",
  payments: "pay",
  transfers: "transfer",
  bookings: "book",
  orders: "order",
};

/** `no emojis please`, `not so many tables`. */
export function noHead(sentence: Sentence, at: number, to: number): Head | null {
  if (
    fold(sentence, at) === "hands" && fold(sentence, at + 1) === "off" &&
    !/^(?:it|this|that|the|my|them|him|her)$/.test(fold(sentence, at + 2)) && at + 2 < to
  ) return { form: "imperative", negative: true, verb: "touch", at, body: at + 2, always: true };
  if (fold(sentence, at) !== "no" || fold(sentence, at + 2) === "than") return null;
  for (let index = at + 1; index < Math.min(to, at + 4); index++) {
    const word = fold(sentence, index);
    if (
      /^(?:problem|rush|worries|need|exceptions?|excuses?|ifs|matter|discussion|debate|thanks|idea|one|way|doubt|longer|wonder|hurry|chance|i|we|you|that|it|the|this|not|sorry|please|at|to|in|on)$/
        .test(word)
    ) return null;
    if (sentence.tokens[index]?.kind !== "word") return null;
    const deed = NOMINAL_DEEDS[word];
    if (deed !== undefined && index === at + 1) {
      const whom = fold(sentence, at + 2) === "to";
      if (whom || /^(?:deploy|push|merge|roll out|release)$/.test(deed)) {
        const body = whom && /^(?:email|call|message)$/.test(deed) ? at + 3 : at + 2;
        return { form: "imperative", negative: true, verb: deed, at, body, always: true };
      }
    }
    if (
      STYLE_WORDS.has(word) && !SINGLE.has(word) || word === "code" || word === "feedback" ||
      /(?:ings?|s)$/.test(word) && word.length > 3
    ) {
      const verb = /^(?:meetings|calls|appointments|bookings)$/.test(word)
        ? "schedule"
        : /^(?:recipes|restaurants|suggestions|recommendations|hotels|dishes|films|books|songs|games)$/
            .test(word)
        ? "suggest"
        : /^(?:pictures|images|links|attachments|screenshots|pdfs|reminders|notifications)$/.test(
            word,
          )
        ? "send"
        : "use";
      return { form: "fragment", negative: true, verb, at, body: at + 1, always: false };
    }
  }
  return null;
}

function fold(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.fold ?? "";
}
