/**
 * Step 6: decides what each clause does. In doubt the more silent mood wins.
 *
 * @module
 */

import type { Clause, Mood, Token } from "../types.ts";
import type { BareClause } from "../text/clauses.ts";
import { isTaskVerb } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import type { BareSentence } from "../text/sentences.ts";
import {
  AUXILIARIES,
  findCue,
  HYPOTHETICAL,
  HYPOTHETICAL_OPENING,
  isPastCondition,
  LEADS,
  PAST,
  PAST_WITHOUT_BLANKS,
  QUESTION_HEADS,
  QUESTION_WORDS,
  REPORTERS,
  REPORTING,
  SARCASM,
  SINCE_LIKE,
  TAGS,
  WISH,
} from "./mood_cues.ts";

/** Delight that goes on with a taste. */
const HONEST =
  /^(?:oh )(?:great|wonderful|brilliant|fantastic|lovely) ?,? (?:i|we) (?:really |just |so |absolutely )*(?:adore|love|like|enjoy)\b(?! (?:it when|how|being|waiting|getting))/;

/** What earlier sentences of the turn leave open. */
export interface MoodState {
  /** A supposition runs on until a new paragraph or a real instruction. */
  readonly supposing: boolean;
  /** The last sentence was a past or unreal condition; `would` keeps it alive. */
  readonly unreal: boolean;
}

/** State at the start of a turn. */
export const FRESH_MOOD: MoodState = { supposing: false, unreal: false };

interface Verdict {
  readonly mood: Mood;
  readonly cue: string;
}

/** Moods of the clauses of a sentence and the state it leaves. */
export function classify(
  sentence: BareSentence,
  clauses: readonly BareClause[],
  state: MoodState,
): { clauses: Clause[]; state: MoodState } {
  const words = sentence.folds;
  const supposed = supposition(sentence, words, state);
  // `Oh great, I adore silent films` is meant as it is said.
  const sarcastic = sentence.lang === "en" && !HONEST.test(words.join(" "))
    ? findCue(words, SARCASM)
    : "";
  const out: Clause[] = [];
  let running: Verdict | null = null;
  clauses.forEach((clause, index) => {
    const verdict = clauseVerdict(sentence, clauses, index, running, { supposed, sarcastic });
    out.push({
      from: clause.from,
      to: clause.to,
      opener: clause.opener,
      mood: verdict.mood,
      moodCue: verdict.cue,
    });
    running = carries(verdict) ? verdict : null;
  });
  const last = out.at(-1);
  if (last !== undefined && isTagged(sentence, last)) {
    for (const clause of out) {
      if (clause.mood !== "statement") continue;
      out[out.indexOf(clause)] = { ...clause, mood: "reported", moodCue: last.moodCue };
    }
  }
  return { clauses: out, state: supposed.state };
}

/** `…, the memo says`: the report ends the sentence. */
function isTagged(sentence: BareSentence, last: Clause): boolean {
  if (last.mood !== "reported" || last.to - last.from > 6) return false;
  const words = sentence.tokens.slice(last.from, last.to).map((token) => token.fold);
  const end = words.filter((word) => /^[\w']+$/.test(word)).join(" ");
  return new RegExp(`\\b${last.moodCue}(?: us| me)?$`).test(end);
}

/** Moods that reach into the following clauses of the sentence. */
function carries(verdict: Verdict): boolean {
  return verdict.mood === "reported" || verdict.mood === "question" ||
    verdict.mood === "hypothetical" ||
    verdict.mood === "past" || verdict.mood === "wish";
}

interface SentenceCues {
  readonly supposed: { readonly cue: string; readonly state: MoodState };
  readonly sarcastic: string;
}

function clauseVerdict(
  sentence: BareSentence,
  clauses: readonly BareClause[],
  index: number,
  running: Verdict | null,
  cues: SentenceCues,
): Verdict {
  const clause = clauses[index];
  if (clause === undefined) return { mood: "statement", cue: "" };
  const words = sentence.tokens.slice(clause.from, clause.to).map((token) => token.fold);
  const fresh = startsFresh(sentence, clause, words);
  if (cues.supposed.cue !== "") return { mood: "hypothetical", cue: cues.supposed.cue };
  if (cues.sarcastic !== "") return { mood: "sarcasm", cue: cues.sarcastic };
  const reported = reportedCue(sentence, clause, words);
  if (reported !== "") return { mood: "reported", cue: reported };
  if (running !== null && !(fresh && running.mood !== "hypothetical")) {
    if (!(running.mood === "question" && SINCE_LIKE.has(clause.opener))) return running;
  }
  const question = questionCue(sentence, clauses, index, words);
  if (question !== "") return { mood: "question", cue: question };
  const gone = findCue(words, PAST_WITHOUT_BLANKS[sentence.lang]);
  if (gone !== "") return { mood: "past", cue: gone };
  if (sentence.lang === "en") {
    const past = findCue(words, PAST);
    if (past !== "") return { mood: "past", cue: past };
    const wish = findCue(words, WISH);
    if (wish !== "") return { mood: "wish", cue: wish };
  }
  return { mood: "statement", cue: "" };
}

/** A clause that starts anew: first person after a pause or a `but`. */
function startsFresh(
  sentence: BareSentence,
  clause: BareClause,
  words: readonly string[],
): boolean {
  const at = words.findIndex((word) => !LEADS.has(word));
  const head = words[at] ?? "";
  const own = FIRST_PERSON.has(head);
  if (clause.afterPause && NOW_IN_SIGNS.test(words.slice(0, 4).join(""))) return true;
  if (clause.opener === "but" || clause.opener === "so") return true;
  return clause.afterPause && (own || clause.opener === "and" && own) && sentence.tokens.length > 0;
}

/** `以前…,现在…`, `…が、今は…`: what was does not reach to what is. */
const NOW_IN_SIGNS = /^(?:[,，、が]*)(?:今は|今で|現在|现在|如今|目前)/;

const FIRST_PERSON = new Set([
  "i",
  "we",
  "my",
  "our",
  "ich",
  "wir",
  "mein",
  "meine",
  "yo",
  "je",
  "j'",
  "eu",
  "meu",
  "minha",
]);

/** Words that leave what was supposed. */
const REAL = wordSet("anyway seriously actually always never please ok okay from");

function supposition(
  sentence: BareSentence,
  words: readonly string[],
  state: MoodState,
): SentenceCues["supposed"] {
  const real = REAL.has(words[0] ?? "");
  const open = sentence.opensParagraph || real ? FRESH_MOOD : state;
  if (open.supposing) return { cue: "suppose", state: open };
  if (open.unreal && words.includes("would")) return { cue: "would", state: open };
  const lang = HYPOTHETICAL_OPENING[sentence.lang];
  const opening = lang === undefined ? "" : openingCue(words, lang);
  if (opening !== "") return { cue: opening, state: { supposing: true, unreal: false } };
  const cue = findCue(words, HYPOTHETICAL[sentence.lang]) ||
    isPastCondition(words, sentence.lang);
  // `If somebody asks for a fare, always quote both`: a case that is to be met, and no supposition.
  const isOrdered = cue !== "" && /^if (?:somebody|someone|one)$/.test(cue) &&
    (words.some((word) => /^(?:always|never|please)$/.test(word)) || isFollowedByOrder(words));
  if (cue !== "" && !isOrdered) return { cue, state: { supposing: false, unreal: true } };
  return { cue: "", state: { supposing: false, unreal: false } };
}

/** `…, hand them over to me`, `…, don't offer anything`: what is to be done in the case. */
function isFollowedByOrder(words: readonly string[]): boolean {
  return !words.some((word) => /^(?:would|were|had)$/.test(word)) &&
    words.some((word, at) =>
      at > 2 && isTaskVerb(word) &&
      (words[at - 1] === "," || words[at - 1] === "not" && words[at - 2] === "do")
    );
}

function openingCue(words: readonly string[], cues: readonly (readonly string[])[]): string {
  const start = words.findIndex((word) => !LEADS.has(word));
  if (start < 0) return "";
  for (const cue of cues) {
    if (cue.every((word, index) => words[start + index] === word)) return cue.join(" ");
  }
  return "";
}

/** `X says that …`: somebody else's words. `I said` is the user's own. */
function reportedCue(sentence: BareSentence, clause: BareClause, words: readonly string[]): string {
  const lang = sentence.lang;
  const phrase = findCue(words, REPORTING[lang]);
  if (phrase !== "") return phrase;
  const verbs = REPORTERS[lang];
  if (verbs === undefined) return "";
  const at = words.findIndex((word) => verbs.has(word));
  if (at < 1 || /^(?:when|whenever|if)$/.test(clause.opener)) return "";
  const subject = words.slice(0, at).filter((word) => !LEADS.has(word));
  if (
    subject.length === 0 ||
    subject.some((word) => FIRST_PERSON.has(word) && word !== "my" && word !== "our")
  ) return "";
  if (subject.includes("you") || subject.includes("to") || subject.includes("not")) return "";
  if (!speaks(sentence.tokens[clause.from + at - 1])) return "";
  if (/^(?:that|which)$/.test(words[at - 1] ?? "") && isTaskVerb(subject[0] ?? "")) return "";
  if (at === words.length - 1 && NOUNS_TOO.test(words[at] ?? "") && ordersBefore(subject)) {
    return "";
  }
  return words[at] ?? "";
}

const NOUNS_TOO = /^(?:states|claims|reads|reports|mentions|replies|thoughts)$/;

/** `check the valve states`: a noun behind an order, and no word of saying. */
function ordersBefore(subject: readonly string[]): boolean {
  return subject.some((word, at) =>
    isTaskVerb(word) && /^(?:the|a|an|all|my|our|every)$/.test(subject[at + 1] ?? "")
  );
}

function speaks(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && !AUXILIARIES.en.has(token.fold);
}

function questionCue(
  sentence: BareSentence,
  clauses: readonly BareClause[],
  index: number,
  words: readonly string[],
): string {
  const clause = clauses[index];
  if (clause === undefined || SINCE_LIKE.has(clause.opener)) return "";
  const start = words.findIndex((word) => !LEADS.has(word));
  const rest = start < 0 ? [] : words.slice(start);
  const head = questionHead(rest, sentence, clause.from + Math.max(0, start));
  if (head !== "") return isPoliteRequest(rest) ? "" : head;
  if (sentence.terminator !== "?") return particle(sentence);
  if (particle(sentence) !== "") return statesFirst(sentence, clauses, index) ? "" : "?";
  if (index < clauses.length - 1) {
    return sentence.tokens[clause.from]?.text === "\u00bf"
      ? "?"
      : trailingIsPartOf(clauses, index, sentence);
  }
  return TAGS.has(rest.join(" ")) || endsWithRequest(clauses, sentence) || isPoliteRequest(rest)
    ? ""
    : "?";
}

/** `我是导游,能…吗？`, `糖尿病ですが、…か`: what is stated before the question. */
function statesFirst(
  sentence: BareSentence,
  clauses: readonly BareClause[],
  index: number,
): boolean {
  const clause = clauses[index];
  if (clause === undefined || index >= clauses.length - 1) return false;
  const text = sentence.tokens.slice(clause.from, clause.to).map((token) => token.text).join("");
  return sentence.lang === "zh" ? /^我/.test(text) : sentence.lang === "ja" &&
    /(?:です|ます|いて|おり|なので|ですが|ますが|ているので)[がの]?[、,]?$/.test(text);
}

/** `I live in Leeds and have a dog?` asks with both of its clauses. */
function trailingIsPartOf(
  clauses: readonly BareClause[],
  index: number,
  sentence: BareSentence,
): string {
  const rest = clauses.slice(index + 1);
  const joined = rest.every((clause) =>
    !clause.afterPause && clause.opener !== "so" && clause.opener !== "but"
  );
  if (!joined) return "";
  const asks = rest.some((clause) =>
    questionHead(
      sentence.tokens.slice(clause.from, clause.to).map((token) => token.fold).filter((word) =>
        !LEADS.has(word)
      ),
      sentence,
      clause.from,
    ) !== ""
  );
  return asks ? "" : "?";
}

function endsWithRequest(clauses: readonly BareClause[], sentence: BareSentence): boolean {
  return clauses.some((clause) =>
    isPoliteRequest(
      sentence.tokens.slice(clause.from, clause.to).map((token) => token.fold).filter((word) =>
        !LEADS.has(word)
      ),
    )
  );
}

function questionHead(rest: readonly string[], sentence: BareSentence, at: number): string {
  const lang = sentence.lang;
  const [first = "", second = "", third = ""] = rest;
  if (sentence.tokens[at]?.text === "\u00bf") return "\u00bf";
  for (const head of QUESTION_HEADS[lang] ?? []) {
    if (head.every((word, index) => rest[index] === word)) return head.join(" ");
  }
  if (QUESTION_WORDS[lang]?.has(first) === true) {
    if (lang !== "en") {
      const subordinate = sentence.terminator !== "?" &&
        (at > 0 && /^(?:que|qui)$/.test(first) ||
          /^(?:fr|pt)$/.test(lang) && /^(?:quand|quando|como)$/.test(first));
      return (sentence.terminator === "?" || at < 2) && !subordinate ? first : "";
    }
    if (
      first === "when" || first === "where" || first === "how" || first === "what" ||
      first === "who"
    ) {
      return AUXILIARIES.en.has(second) || AUXILIARIES.en.has(third) && !PRONOUN.has(second) ||
          PRONOUN.has(second) === false && first !== "when" && first !== "where" &&
            sentence.terminator === "?"
        ? first
        : "";
    }
    return first;
  }
  if (
    lang === "en" && first === "should" && sentence.terminator !== "?" &&
    /^(?:a|an|any|anyone|someone|there)$/.test(second)
  ) return "";
  if (
    lang === "en" && (first === "had" || first === "have") && /^(?:my|our|a|an)$/.test(second) &&
    sentence.terminator !== "?"
  ) return "";
  // `Please do all letters like this`: an order.
  if (
    lang === "en" && first === "do" && sentence.terminator !== "?" &&
    (second === "all" ||
      /^(?:it|this|that|them) (?:like|so|in|with|by|as|the|for|every|each|always|from)\b/.test(
        `${second} ${third}`,
      ) || DETERMINER.has(second) &&
        sentence.tokens.some(({ fold }) => fold === "please"))
  ) return "";
  if (
    lang === "en" && AUXILIARIES.en.has(first) &&
    (PRONOUN.has(second) || DETERMINER.has(second) || sentence.terminator === "?")
  ) {
    return first;
  }
  return "";
}

const PRONOUN = new Set([
  "i",
  "you",
  "he",
  "she",
  "it",
  "we",
  "they",
  "there",
  "this",
  "that",
  "these",
  "those",
  "people",
  "anyone",
  "someone",
  "one",
]);
const DETERMINER = new Set(["the", "a", "an", "my", "our", "your", "any", "all"]);

/** `Do you think you could …`, `any chance you could …`. */
const ASKED_POLITELY =
  /^(?:do you (?:think|suppose|reckon) you (?:could|can|might)|(?:is there )?(?:any|a) (?:chance|way) (?:that )?you (?:could|can|might)|(?:may|might|can|could) i (?:suggest|propose|ask|request) (?:that )?you) /;

/** `How often do I have to say it`: no answer is wanted. */
const HOW_OFTEN =
  /^how (?:often|many times|many more times) (?:do|must|should|did|have) (?:i|we) (?:have to |need to |still have to )?(?:say|tell|ask|repeat|told|asked|said)\b/;

/** Requests in the form of a question. */
export function isPoliteRequest(rest: readonly string[]): boolean {
  const [first = "", second = ""] = rest;
  const start = rest.slice(0, 8).join(" ");
  if (ASKED_POLITELY.test(start) || HOW_OFTEN.test(start)) return true;
  return /^(?:can|could|would|will)$/.test(first) && second === "you" &&
    !/^(?:believe|say|think|recommend-not)$/.test(rest[2] ?? "");
}

function particle(sentence: BareSentence): string {
  const last = sentence.tokens.at(-1)?.fold ?? "";
  if (sentence.lang === "zh" && /[吗呢么]/.test(last)) return last;
  return sentence.lang === "ja" && last === "か" ? last : "";
}
