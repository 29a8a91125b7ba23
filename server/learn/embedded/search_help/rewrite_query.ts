/**
 * Query rewriting (S-994): a stand-alone query without greetings, with its pronoun resolved.
 *
 * @module
 */

import type { RewriteInput } from "../../learner.ts";
import { DEICTICS, FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { words } from "../lexicon/words.ts";
import { speakerOf } from "../turns.ts";

const MAX_QUERY = 512;
const MAX_HISTORY = 10;
const POLITENESS =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|dear \w+|ok|okay|so|well|thanks|thank you|please|pls|sorry|excuse me|quick question|one question|just wondering|i was wondering|do you know|could you (?:please )?(?:tell me|explain|help me with|show me|find)|can you (?:please )?(?:tell me|explain|help me with|show me|find)|would you (?:please )?(?:tell me|explain)|tell me|i would like to know|i'd like to know|i want to know|i need to know)\b[\s,:!.-]*)+/i;
const TRAILING = /[\s,]*(?:\b(?:please|pls|thanks|thank you|thx|cheers)\b[\s.!,]*)+$/i;

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  words(
    `k8s:kubernetes db:database dbs:databases pr:pull-request prs:pull-requests env:environment envs:environments auth:authentication config:configuration repo:repository repos:repositories
appt:appointment appts:appointments mgmt:management dept:department acct:account addr:address pwd:password docs:documentation dev:development prod:production
info:information msg:message msgs:messages qty:quantity tmrw:tomorrow asap:soon pls:please govt:government approx:approximately max:maximum min:minimum temp:temperature lang:language langs:languages
js:javascript ts:typescript pg:postgres`,
  ).map((pair) => {
    const [short = "", long = ""] = pair.split(":");
    return [short, long.replaceAll("-", " ")] as const;
  }),
);

/** A clean stand-alone query, or null when nothing is to be changed. */
export function rewriteQueryText(input: RewriteInput): string | null {
  const { query } = input;
  const history = input.history.slice(-MAX_HISTORY);
  const bare = query.replace(POLITENESS, "").replace(TRAILING, "").trim();
  const expanded = (bare === "" ? query : bare).replace(
    /[\p{L}\d]+/gu,
    (word) => ABBREVIATIONS.get(word.toLowerCase()) ?? word,
  );
  const resolved = resolvePointer(expanded, history);
  const full = contentWords(resolved).length < 2 ? withLastRequest(resolved, history) : resolved;
  const unusable = full.length > MAX_QUERY || !/\p{L}/u.test(full) || /[[\]{}<>]/.test(full);
  return unusable || full === query ? null : full;
}

function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) =>
    !FUNCTION_WORDS.has(word) && !DEICTICS.has(word)
  );
}

const POINTER = /\b(?:it|that|there|he|she|him|her|they|them|this one|that one)\b/i;

/** Puts the newest noun phrase in the place of a pronoun, when just one fits. */
function resolvePointer(query: string, history: RewriteInput["history"]): string {
  const match = POINTER.exec(query);
  if (match === null || /^that (?:is|was|the|a|i|we|you)\b/i.test(query.slice(match.index))) {
    return query;
  }
  for (const turn of history.toReversed()) {
    if (speakerOf(turn.role) !== "user") continue;
    const nouns = nounPhrases(turn.content);
    if (nouns.length === 0) continue;
    const only = nouns.length === 1 ? nouns[0] : undefined;
    return only === undefined
      ? query
      : query.slice(0, match.index) + only + query.slice(match.index + match[0].length);
  }
  return query;
}

/** Noun phrases with an article or a capital. */
function nounPhrases(text: string): string[] {
  const out = new Set<string>();
  for (const match of text.matchAll(/\b(?:the|my|our|a|an)\s+((?:[\p{L}\d-]+\s{0,2}){1,3})/gu)) {
    const phrase: string[] = [];
    for (const word of words(match[1] ?? "")) {
      if (
        FUNCTION_WORDS.has(word.toLowerCase()) ||
        phrase.length > 0 && baseForm(word.toLowerCase()) !== undefined && word.length <= 6
      ) break;
      phrase.push(word);
    }
    if (phrase.length > 0) out.add(`the ${phrase.join(" ")}`);
  }
  for (const match of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]+)*/gu)) {
    out.add(match[0]);
  }
  return [...out];
}

function withLastRequest(query: string, history: RewriteInput["history"]): string {
  const last = history.findLast((turn) =>
    speakerOf(turn.role) === "user" && contentWords(turn.content).length >= 2
  );
  if (last === undefined) return query;
  const request = last.content.replace(POLITENESS, "").replace(TRAILING, "").replace(
    /[?.!\s]+$/,
    "",
  ).slice(0, 300);
  return `${request} ${query}`;
}
