/**
 * Heads of bans: `never …`, `stop …ing`, `no more X`, `I never want to see X`.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { wordSet } from "../../lexicon/words.ts";
import type { Sentence } from "../../types.ts";
import {
  anyVerbAt,
  bannedVerbAt,
  fold,
  type Head,
  isUser,
  skipAdverbs,
  unknownVerbAt,
  verbAt,
} from "./head.ts";

const STOPS = wordSet("stop quit avoid cease");

/** `do not …`, `never …`, `stop …ing`, `no more X`. */
export function negativeHead(sentence: Sentence, at: number, to: number): Head | null {
  const word = fold(sentence, at);
  const next = fold(sentence, at + 1);
  if (word === "do" && next === "not") {
    // `Don't you ever open a new one`.
    const whom = next === "not" && fold(sentence, at + 2) === "you" ? 3 : 2;
    const after = skipAdverbs(sentence, at + whom, to);
    const verb = anyVerbAt(sentence, after.at) ?? bannedVerbAt(sentence, after.at);
    if (verb === "forget" || verb === "hesitate") return forgetHead(sentence, after.at, to);
    if (verb === "worry" || verb === "mind" || verb === "bother") return null;
    return verb === undefined
      ? null
      : { form: "imperative", negative: true, verb, at, body: after.at + 1, always: false };
  }
  const ban = banAt(sentence, at);
  if (ban > 0) {
    const after = skipAdverbs(sentence, at + ban, to);
    const verb = verbAt(sentence, after.at);
    if (verb !== undefined) {
      return { form: "imperative", negative: true, verb, at, body: after.at + 1, always: true };
    }
  }
  if (word === "never" && /^(?:a|an|any|the|in|with|by|as)$/.test(next)) {
    return neverThing(sentence, at, to);
  }
  if (word === "never") {
    const after = skipAdverbs(sentence, at + 1, to);
    const verb = verbAt(sentence, after.at) ?? unknownVerbAt(sentence, after.at);
    return verb === undefined || verb === "mind" || IS_PAST.test(fold(sentence, after.at)) ||
        /^(?:i|we|you|he|she|they)$/.test(fold(sentence, after.at + 1))
      ? null
      : { form: "imperative", negative: true, verb, at, body: after.at + 1, always: true };
  }
  if (
    STOPS.has(word) || word === "refrain" && next === "from" ||
    word === "no" && next === "more" && fold(sentence, at + 2) !== "than"
  ) {
    const start = word === "refrain" || word === "no" ? at + 2 : at + 1;
    // `Two titles when I ask, no more`: it bans nothing by name.
    if (
      word === "no" &&
      (start >= to || sentence.tokens[start]?.kind === "punct" || isOwnEnd(sentence, start, to))
    ) return null;
    if (fold(sentence, start).endsWith("ing")) {
      const verb = anyVerbAt(sentence, start);
      if (verb !== undefined) {
        return { form: "imperative", negative: true, verb, at, body: start + 1, always: false };
      }
    }
    if (word === "avoid" || word === "no") {
      return { form: "fragment", negative: true, verb: "use", at, body: start, always: false };
    }
    return null;
  }
  return noHead(sentence, at, to);
}

/** `No more night shifts for me`: what the user is done with. */
function isOwnEnd(sentence: Sentence, from: number, to: number): boolean {
  const end = sentence.tokens.findIndex((token, at) =>
    at > from && at < to && token.fold === "for" && /^(?:me|us)$/.test(fold(sentence, at + 1))
  );
  return end > from &&
    (fold(sentence, from).endsWith("ing") || !OUTPUTS.has(fold(sentence, end - 1)));
}

/** `never got the meter read`, `never finished school`: told of somebody, and no ban. */
const IS_PAST =
  /^(?:got|had|was|were|did|went|came|saw|made|took|gave|knew|said|told|became|\w{2,}ed)$/;

/** `never a push notification`, `never in capitals`: the deed goes without saying. */
function neverThing(sentence: Sentence, at: number, to: number): Head | null {
  const rest = sentence.tokens.slice(at + 2, Math.min(to, at + 6));
  if (rest.length === 0 || at + 6 < to || rest.some((token) => token.kind !== "word")) return null;
  if (!rest.some((token) => OUTPUTS.has(token.fold) || STYLE_WORDS.has(token.fold))) return null;
  const article = /^(?:a|an|any)$/.test(fold(sentence, at + 1));
  return {
    form: "fragment",
    negative: true,
    verb: article ? "send" : "write",
    at,
    body: at + 1,
    always: true,
  };
}

/** `do not forget to add X` is an instruction to add X. */
function forgetHead(sentence: Sentence, at: number, to: number): Head | null {
  if (fold(sentence, at + 1) !== "to") return null;
  const after = skipAdverbs(sentence, at + 2, to);
  const verb = anyVerbAt(sentence, after.at);
  return verb === undefined ? null : {
    form: "imperative",
    negative: false,
    verb,
    at: after.at,
    body: after.at + 1,
    always: !isOneThing(sentence, after.at + 1, to),
  };
}

/** `the PDF`, `it`, `Anna`: the thing at hand and nothing behind it. */
function isOneThing(sentence: Sentence, from: number, to: number): boolean {
  const first = sentence.tokens[from];
  if (first === undefined || /^(?:it|this|that|them|him|her)$/.test(first.fold)) return true;
  return to - from <= 3 && /^(?:the|my|this|that)$/.test(first.fold) &&
    !/[^s]s$/.test(sentence.tokens[to - 1]?.fold ?? "");
}

const BANS = [
  "under no circumstances",
  "on no account",
  "in no case",
  "at no point",
  "not under any circumstances",
  "never ever",
  "at no time",
]
  .map((phrase) => phrase.split(" "));

/** Number of words of a ban (`under no circumstances`), 0 when there is none. */
function banAt(sentence: Sentence, at: number): number {
  return BANS.find((phrase) => phrase.every((word, step) => fold(sentence, at + step) === word))
    ?.length ?? 0;
}

/** `I never want to see rounded balances`: a ban in the form of a wish. */
export function neverWantHead(sentence: Sentence, at: number): Head | null {
  if (!isUser(fold(sentence, at))) return null;
  const words = [0, 1, 2, 3, 4].map((step) => fold(sentence, at + step)).join(" ");
  if (/^(?:i|we) do not want (?!to\b|you\b|it\b|that\b|this\b|the\b)/.test(words)) {
    const rest = sentence.tokens.slice(at + 4).map((token) => token.fold);
    const where = rest.findIndex((word) => /^(?:in|on|under|at)$/.test(word));
    return where > 0 && where < 5 &&
        rest.slice(where).some((word) => OUTPUTS.has(word) && /[^s]s$/.test(word))
      ? { form: "fragment", negative: true, verb: "use", at, body: at + 4, always: true }
      : null;
  }
  // `I never want Fahrenheit in recipes`: as strong a ban as `never use it`.
  if (
    /^(?:i|we) never (?:ever )?want (?!to\b|you\b|it\b|that\b|this\b|the\b|them\b|anyone\b|anybody\b)/
      .test(words)
  ) {
    const body = at + (sentence.tokens[at + 2]?.fold === "ever" ? 4 : 3);
    return { form: "fragment", negative: true, verb: "use", at, body, always: true };
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

/** `No sugar in recipes`: where something is not wanted. */
function noneIn(sentence: Sentence, at: number, to: number): Head | null {
  const preposition = fold(sentence, at + 2);
  const from = /^(?:the|my|our|your|any|all)$/.test(fold(sentence, at + 3)) ? at + 4 : at + 3;
  const last = OUTPUTS.has(fold(sentence, from)) ? from : from + 1;
  const noun = fold(sentence, last);
  if (
    sentence.tokens[at + 1]?.kind !== "word" || last >= to || !/^(?:in|on)$/.test(preposition) ||
    !OUTPUTS.has(noun) || !/[^s]s$/.test(noun) ||
    /^(?:one|idea|way|mention|problem|change|doubt|point|thanks|you|i|it|that|this)$/
      .test(fold(sentence, at + 1))
  ) return null;
  return { form: "fragment", negative: true, verb: "use", at, body: at + 1, always: false };
}

/** What stands behind a verb, and not behind a thing that is banned. */
const OBJECT_START =
  /^(?:that|this|it|these|those|them|the|a|an|my|our|your|us|me|you|what|how|why|who|where|whether|like|about)$/;

/** Verbs that are no plurals of things. */
const KNOWING = wordSet(
  "understands knows reads likes wants needs gets says has does is believes cares remembers buys eats opens learns sees thinks expects asks uses pays understand know read like want need get believe care buy eat learn see think expect",
);

/** `No visitor understands that`, `No parent of ours reads six pages`: what nobody does, and no ban. */
function tellsOfNobody(sentence: Sentence, at: number, to: number): boolean {
  for (let index = at + 2; index < Math.min(to, at + 6); index++) {
    const token = sentence.tokens[index];
    if (token?.kind !== "word") return false;
    const before = fold(sentence, index - 1);
    // `no tables like this`, `no titles read aloud`: the thing and more of it.
    if (before.endsWith("s") && /^(?:like|read|need)$/.test(token.fold)) return false;
    if (KNOWING.has(token.fold)) {
      return token.fold.endsWith("s") || OBJECT_START.test(fold(sentence, index + 1));
    }
    if (STYLE_WORDS.has(token.fold) || OUTPUTS.has(token.fold)) return false;
    const base = token.fold.endsWith("s") ? anyVerbAt(sentence, index) : undefined;
    if (base !== undefined && OBJECT_START.test(fold(sentence, index + 1))) return true;
    if (/^(?:in|on|to|for|with|without|when|if|after|before|and|or|please)$/.test(token.fold)) {
      return false;
    }
  }
  return false;
}

/** `no emojis please`, `not so many tables`. */
export function noHead(sentence: Sentence, at: number, to: number): Head | null {
  if (
    fold(sentence, at) === "hands" && fold(sentence, at + 1) === "off" &&
    !/^(?:it|this|that|the|my|them|him|her)$/.test(fold(sentence, at + 2)) && at + 2 < to
  ) return { form: "imperative", negative: true, verb: "touch", at, body: at + 2, always: true };
  if (fold(sentence, at) !== "no" || fold(sentence, at + 2) === "than") return null;
  // `Again no sources`, `no sources again`: what is missed.
  if (
    /^(?:again|still)$/.test(fold(sentence, at - 1)) ||
    fold(sentence, to - 1) === "again" && to - at <= 5 && !sentence.folds.includes("please")
  ) return null;
  if (tellsOfNobody(sentence, at, to)) return null;
  const placed = noneIn(sentence, at, to);
  if (placed !== null) return placed;
  // `No eggs left, only flour`: what is lacking.
  if (/^(?:left|anymore)$/.test(fold(sentence, at + 2)) || fold(sentence, at + 3) === "left") {
    return null;
  }
  // `No 'ASAP' in my mails`: a word of its own.
  if (/^["'\u2018\u201c\u00ab]$/.test(sentence.tokens[at + 1]?.text ?? "")) {
    return { form: "fragment", negative: true, verb: "use", at, body: at + 1, always: false };
  }
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
