/**
 * Words before an instruction that are no part of it: politeness, standing cues, objections.
 *
 * @module
 */

import { words, wordSet } from "../../lexicon/words.ts";
import type { Sentence } from "../../types.ts";

const LEAD_WORDS = wordSet(`
please pls kindly ok okay so and but also then hey hi hello no nope wrong yes yeah well right good great fine thanks sorry oh ah hm
instead again seriously actually anyway btw fyi however look listen perfect lovely now plus just simply look exactly
god gosh omg ugh argh nah really honestly generally basically nonetheless still otherwise therefore sure
`);

const LEAD_PHRASES: readonly (readonly string[])[] = [
  "from here on in",
  "before i forget",
  "if you would be so good",
  "if you would be so kind",
  "while i think of it",
  "before we go on",
  "before we start",
  "before we begin",
  "before you start",
  "before you begin",
  "before anything else",
  "first of all",
  "while we are at it",
  "if i may be so bold",
  "if i may ask a favour",
  "if i may ask a favor",
  "if i may",
  "if it is not a bother",
  "if it is no bother",
  "if it is no trouble",
  "if it is not too much trouble",
  "if it is not too much to ask",
  "if that is no trouble",
  "from now on in",
  "from here on",
  "from now on",
  "in future",
  "in the future",
  "for the future",
  "going forward",
  "going forwards",
  "next time",
  "every time",
  "each time",
  "as a rule",
  "by default",
  "as i told you",
  "as i told you before",
  "as i told you last time",
  "as i said",
  "as i said before",
  "as i said last time",
  "like i said",
  "like i said before",
  "like i told you",
  "like i asked",
  "as i asked",
  "as i have said",
  "as of today",
  "as of now",
  "as from today",
  "from today on",
  "from this day on",
  "from this point on",
  "from this moment on",
  "starting today",
  "effective immediately",
  "from here on out",
  "as mentioned",
  "as before",
  "i said",
  "i told you",
  "i told you to",
  "i already told you",
  "i already said",
  "i asked you to",
  "i have told you",
  "remember this rule",
  "remember that",
  "do not forget that",
  "remember this",
  "remember",
  "new rule",
  "one rule",
  "rule number one",
  "rule number two",
  "rule number three",
  "rule no 1",
  "first rule",
  "golden rule",
  "ground rule",
  "one more rule",
  "another rule",
  "a new rule",
  "i said it before",
  "i have said it before",
  "for the second time",
  "for the third time",
  "keep in mind that",
  "bear in mind that",
  "rule",
  "one thing",
  "one more thing",
  "one request",
  "a request",
  "small request",
  "one thing that holds for",
  "for good",
  "henceforth",
  "from here on",
  "from today",
  "starting now",
  "for the record",
  "let's agree on this",
  "let us agree on this",
  "let's agree on one thing",
  "one small thing",
  "a small thing",
  "so you know",
  "for your information",
  "our standard is that",
  "our policy is that",
  "the policy is",
  "our policy is",
  "that is wrong",
  "that is not right",
  "not like that",
  "not like this",
  "for next time",
  "note to self",
  "note to you",
  "note for you",
  "how many times",
  "once again",
  "once and for all",
  "my rule",
  "house rule",
  "important",
  "note",
  "please note",
  "for me",
  "thank you",
  "thank you so much",
  "many thanks",
  "thanks a lot",
  "could you please",
  "by the way",
  "the rule is",
  "our rule is",
  "my rule is",
  "the rule",
  "you did it again",
  "did it again",
  "i repeat",
  "in general",
  "as always",
  "last time",
  "for the last time",
  "i prefer that",
  "just so you know",
  "at all times",
  "of course",
  "it is important that",
  "it is important to me that",
  "in that case",
  "and please",
  "how often do i have to say it",
  "how often must i say it",
  "how many times do i have to say it",
  "how many times must i say it",
  "how often do i have to say this",
  "once more",
  "as a reminder",
  "a reminder",
  "reminder",
  "my rule for you",
  "one rule for you",
  "a rule for you",
  "and remember",
  "good call",
  "good thinking",
  "good idea",
  "well done",
  "nice one",
  "good job",
].map((phrase) => words(phrase)).toSorted((a, b) => b.length - a.length);

const LEADS_BY_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  LEAD_PHRASES,
  (phrase) => phrase[0] ?? "",
);

/** Whether a word may stand before an instruction. */
export function isLead(word: string): boolean {
  return LEAD_WORDS.has(word);
}

/** Words that make what stands before a colon the heading of a rule. */
const RULE_HEADS = wordSet("rule policy principle convention standard");
/** The same where they say what for: `one thing for the rota: …`. */
const TOPIC_HEADS = wordSet("thing request reminder wish");

/** Token behind `house rule for the travel desk:`, 0 when the sentence opens otherwise. */
function ruleHeadEnd(sentence: Sentence, to: number): number {
  const limit = Math.min(to, 12);
  let named = false;
  for (let at = 0; at < limit; at++) {
    const token = sentence.tokens[at];
    if (token?.text === ":") return named ? at + 1 : 0;
    if (token?.kind !== "word" || !named && at > 3 || named && token.fold === "of") return 0;
    named ||= RULE_HEADS.has(token.fold) ||
      TOPIC_HEADS.has(token.fold) &&
        /^(?:for|about|on|with|regarding)$/.test(sentence.tokens[at + 1]?.fold ?? "");
  }
  return 0;
}

/** Token behind `as agreed with the union,`, or `at` when there is no such thing. */
function agreedEnd(sentence: Sentence, at: number, to: number): number {
  if (
    sentence.tokens[at]?.fold !== "as" ||
    !/^(?:agreed|discussed|planned|promised|arranged|requested)$/.test(
      sentence.tokens[at + 1]?.fold ?? "",
    )
  ) return at;
  for (let index = at + 2; index < Math.min(to, at + 9); index++) {
    if (sentence.tokens[index]?.text === ",") return index + 1;
  }
  return at;
}

/** First token that belongs to the instruction itself. */
export function skipLeads(sentence: Sentence, from: number, to: number): number {
  let at = from === 0 ? ruleHeadEnd(sentence, to) : from;
  for (let guard = 0; guard < 12 && at < to; guard++) {
    const token = sentence.tokens[at];
    if (token === undefined) break;
    if (token.kind === "punct") {
      at++;
      continue;
    }
    const agreed = agreedEnd(sentence, at, to);
    if (agreed > at) {
      at = agreed;
      continue;
    }
    const phrase = LEADS_BY_WORD.get(token.fold)?.find((entry) =>
      entry.every((word, step) => sentence.tokens[at + step]?.fold === word) &&
      at + entry.length < to
    );
    // `note the old quantity` is an order, `note: …` is none.
    if (
      phrase !== undefined && phrase.length === 1 && phrase[0] === "note" &&
      sentence.tokens[at + 1]?.kind !== "punct" && sentence.tokens[at + 1]?.fold !== "that"
    ) break;
    const opens = phrase?.at(-1) === "time" && /^(?:every|each)$/.test(phrase[0] ?? "") &&
      /^(?:you|i|we|a|an|the|there|someone|somebody|my|it|they)$/.test(
        sentence.tokens[at + 2]?.fold ?? "",
      );
    if (opens) break;
    if (
      phrase !== undefined &&
      !(phrase.length === 1 && phrase[0] === "remember" && sentence.tokens[at + 1]?.fold === "to")
    ) {
      at += phrase.length;
      continue;
    }
    if (!LEAD_WORDS.has(token.fold)) break;
    if (token.fold === "no" && (!isPauseAfter(sentence, at) || isQuoteAfter(sentence, at))) break;
    if (/^(?:look|listen|wait)$/.test(token.fold) && sentence.tokens[at + 1]?.kind !== "punct") {
      break;
    }
    if (token.fold === "right" && sentence.tokens[at + 1]?.fold === "click") break;
    at++;
  }
  return at;
}

/** `No 'ASAP' in my mails`: a word in quotes is banned, nothing is denied. */
function isQuoteAfter(sentence: Sentence, at: number): boolean {
  return /^["'\u2018\u201c\u00ab]$/.test(sentence.tokens[at + 1]?.text ?? "");
}

function isPauseAfter(sentence: Sentence, at: number): boolean {
  const next = sentence.tokens[at + 1];
  return next !== undefined &&
    (next.kind === "punct" || /^(?:do|never|please|you|i|we|that|not|use)$/.test(next.fold));
}

const TRAIL_PHRASES: readonly (readonly string[])[] = [
  "from now on",
  "in future",
  "in the future",
  "for the future",
  "going forward",
  "going forwards",
  "next time",
  "every time",
  "each time",
  "as a rule",
  "by default",
  "please",
  "thanks",
  "thank you",
  "always",
  "again",
  "any more",
  "anymore",
  "ever again",
  "ever",
  "if possible",
  "if you can",
  "ok",
  "okay",
  "too",
  "as well",
  "pls",
  "if that is not too much trouble",
  "if it is not too much trouble",
  "if that is ok",
  "if you do not mind",
  "at all",
  "right",
  "keep doing that",
  "keep doing it",
  "keep doing so",
  "keep it up",
  "keep that up",
  "keep it that way",
  "got it",
  "instead",
  "every single time",
  "as usual",
  "as i told you",
  "as i said",
  "lol",
  "cheers",
  "henceforth",
  "for good",
  "at all times",
  "without exception",
  "no exceptions",
  "from here on",
  "all the time",
  "permanently",
  "for me",
  "then",
  "though",
  "understood",
  "all right",
  "alright",
  "exactly right",
  "exactly",
  "and",
  "or",
  "but",
  "so",
  "because",
  "since",
  "also",
].map((phrase) => words(phrase));

const TRAILS_BY_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  TRAIL_PHRASES,
  (phrase) => phrase.at(-1) ?? "",
);

/** Whether a few quoted words stand at the end (`with 'So'`), be their closing mark cut off or not. */
function isQuoteAtEnd(sentence: Sentence, from: number, end: number): boolean {
  const last = sentence.tokens[end - 1]?.text ?? "";
  const start = QUOTE.test(last) ? end - 3 : end - 2;
  for (let index = start; index >= Math.max(from, end - 5); index--) {
    if (QUOTE.test(sentence.tokens[index]?.text ?? "")) return true;
  }
  return false;
}

const QUOTE = /^['"\u2018\u2019\u201c\u201d]$/;

/** Words in front of an `ok` that somebody gives: `without my ok`, `without a written ok`. */
const GIVES_LEAVE = wordSet(
  "my our your the an his her their 's explicit written clear prior final express verbal formal full own says",
);

/** One past the last token of the instruction itself. */
export function trimTrail(sentence: Sentence, from: number, to: number): number {
  let end = to;
  for (let guard = 0; guard < 12 && end > from; guard++) {
    const token = sentence.tokens[end - 1];
    if (token === undefined) break;
    if (isQuoteAtEnd(sentence, from, end)) break;
    if (token.kind === "punct" && !/^[)%€$£]$/.test(token.text)) {
      end--;
      continue;
    }
    const phrase = TRAILS_BY_WORD.get(token.fold)?.find((entry) =>
      end - entry.length > from &&
      entry.every((word, step) => sentence.tokens[end - entry.length + step]?.fold === word)
    );
    if (phrase === undefined) break;
    if (
      phrase[0] === "right" && /^(?:the|on|to|from)$/.test(sentence.tokens[end - 2]?.fold ?? "")
    ) break;
    if (
      /^ok(?:ay)?$/.test(phrase.join(" ")) && GIVES_LEAVE.has(sentence.tokens[end - 2]?.fold ?? "")
    ) break;
    if (phrase.join(" ") === "instead" && end - from < 4) break;
    end -= phrase.length;
  }
  return end;
}
