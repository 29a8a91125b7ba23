/**
 * Detector D8: an expert's answer that differs from the assistant's.
 *
 * @module
 */

import type { PlaybookFinding, ReadTurn, Sentence } from "../types.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { contentStems, similarity } from "../text/stem.ts";
import { normalise } from "../text/normalise.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Context, spanOf } from "./finding.ts";
import { toPlaybook } from "./playbook_finding.ts";
import { headAt } from "./heads/imperative.ts";
import { skipLeads } from "./heads/leads.ts";
import { askedTrigger } from "./asked_trigger.ts";
import { generalNoun } from "./plain_noun.ts";
import { requestText, situationText } from "./topic.ts";

const SAME = 800;
const MAX_CONTENT = 320;
const MAX_SENTENCES = 3;

/** Rules from the expert text of an assistant turn. */
export function expertOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const expert = read.turn.expertContent.trim();
  if (read.turn.speaker !== "assistant" || expert === "" || /^\S+(?:\s+\S+){0,2}$/.test(expert)) {
    return [];
  }
  const expertStems = contentStems(expert, { stem: context.stem, keepTemplates: true });
  const answerStems = contentStems(read.text, { stem: context.stem, keepTemplates: true });
  if (
    similarity(expertStems, answerStems) >= SAME ||
    expertStems.every((stem) => answerStems.includes(stem))
  ) return [];
  const question = questionBefore(context.window, read.index);
  const asker = question === null ? undefined : context.window[question.turn];
  if (question === null || asker === undefined) return [];
  const trigger = situation(question);
  if (contentStems(trigger, { stem: context.stem }).length < 2) return [];
  const content = instructive(expert);
  if (contentStems(content, { stem: context.stem }).length < 2) return [];
  const finding = toPlaybook({
    detector: "D8",
    read,
    sentence: question,
    trigger,
    content,
    rationale: rationaleOf(content.replace(/^Say(?: that|:) /, ""), read.text, context),
    base: 86,
    adjust: [],
    spans: [spanOf(asker, question, { from: 0, to: question.tokens.length }, "condition")],
    scope: "none",
    extraIds: [asker.turn.interactionId],
    frame: "expert",
  }, context);
  return finding === null ? [] : [finding];
}

function questionBefore(window: readonly ReadTurn[], before: number): Sentence | null {
  for (let index = before - 1; index >= 0; index--) {
    const read = window[index];
    if (read === undefined || read.turn.speaker !== "user") continue;
    return read.sentences.toSorted((a, b) =>
      contentCount(b) - contentCount(a) || a.index - b.index
    )[0] ?? null;
  }
  return null;
}

function contentCount(sentence: Sentence): number {
  return sentence.tokens.filter((token) =>
    token.kind !== "punct" && !FUNCTION_WORDS.has(token.fold)
  ).length;
}

/** The question as a situation, without names, numbers and the bare `what now`. */
function situation(sentence: Sentence): string {
  const folds = sentence.folds;
  if (sentence.lang !== "en") {
    return sentence.tokens.map((token) => token.text).join(
      sentence.lang === "zh" || sentence.lang === "ja" ? "" : " ",
    );
  }
  const comma = sentence.tokens.findIndex((token) => token.text === ",");
  const to = comma > 2 ? comma : folds.length;
  const start = skipLeads(sentence, 0, folds.length);
  const how = /^(?:how|where|when) (?:do|should|can|would) (?:i|we|you)$/.test(
    folds.slice(start, start + 3).join(" "),
  );
  const form = askedTrigger(sentence, start, to);
  if (form !== null) return form;
  if (how) return `When asked how to ${generalNoun(sentence, start + 3, to, 10)}`;
  const asks =
    /^(?:what|which|who|how|where|when|why|is|are|does|do|did|can|could|should|will|would|has|have|may|must)$/
      .test(folds[start] ?? "");
  const told = comma > 2 && !asks
    ? situationText(sentence, start, to).replace(/^another /, "a ")
    : "";
  if (told.split(" ").length >= 3 && headAt(sentence, start, to) === null) return `When ${told}`;
  return requestText(sentence) || `When ${situationText(sentence, start, to)}`;
}

const COMFORT =
  /^(?:hi|hello|dear|thanks|thank you|sorry|i(?:'m| am) sorry|good (?:question|luck)|hope|don't worry|no worries|that must|great|sure|of course|let me know|feel free|best|kind regards|you're welcome)\b/i;

/** What the expert says about themself teaches the assistant nothing. */
const OWN_STORY = /^(?:i(?!(?:'d| would| recommend| suggest| advise)\b)|my)\b/i;

/** Instructive sentences of the expert, in order, up to the limits. */
function instructive(expert: string): string {
  const { text } = normalise(expert);
  const sentences = splitSentences(text, { turn: 0, masks: [], fallback: "en" })
    .map((sentence) => ({
      sentence,
      text: text.slice(sentence.start, sentence.end).replace(/[.!\s]+$/, "")
        .replace(/^(?:no|yes|yeah|well|actually|sure|right),\s+/i, ""),
    }))
    .filter((entry) =>
      !COMFORT.test(entry.text) && !OWN_STORY.test(entry.text) && !entry.text.endsWith("?")
    );
  const parts: string[] = [];
  for (const entry of sentences) {
    if (parts.length >= MAX_SENTENCES) break;
    const next = parts.length === 0 ? entry.text : lowerStart(entry.text);
    if (parts.join("; ").length + next.length + 2 > MAX_CONTENT) break;
    parts.push(next);
  }
  const first = sentences[0];
  if (first === undefined || parts.length === 0) return "";
  const joined = parts.join("; ");
  return opensWithVerb(first.sentence)
    ? joined.charAt(0).toUpperCase() + joined.slice(1)
    : hasFiniteVerb(first.sentence)
    ? `Say that ${lowerStart(joined)}`
    : `Say: ${joined}`;
}

const FINITE =
  /^(?:is|are|was|were|am|can|cannot|could|may|might|must|will|would|should|shall|has|have|had|do|does|did|needs?|makes?|means?|takes?|gets?|goes?|comes?|costs?|applies|apply|works?|hides?|holds?|starts?|ends?|depends?|counts?|gives?|helps?)$/;

/** `Author, handle, date`: what has no verb before its first pause is no clause behind `that`. */
function hasFiniteVerb({ tokens, lang }: Pick<Sentence, "tokens" | "lang">): boolean {
  const pause = tokens.findIndex(({ text }) => /^[,;:]$/.test(text));
  return lang !== "en" ||
    tokens.slice(0, pause < 0 ? undefined : pause).some(({ fold, kind }, at) =>
      at > 0 && kind === "word" &&
      (FINITE.test(fold) || fold.length > 3 && /[^s]s$/.test(fold) && baseForm(fold) !== undefined)
    );
}

function lowerStart(text: string): string {
  return /^(?:I\b|[A-Z][A-Z\d])/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function opensWithVerb(sentence: Pick<Sentence, "tokens" | "lang">): boolean {
  if (sentence.lang !== "en") return true;
  const [first, second] = sentence.tokens;
  const word = first?.fold ?? "";
  if (/^(?:first|then|always|never|please|only|if|when|before|after)$/.test(word)) return true;
  if (word === "do" && second?.fold === "not") return true;
  if (baseForm(word) === word) return !/^(?:is|are)$/.test(second?.fold ?? "");
  return /^(?:the|a|an|your|any|all|both|each)$/.test(second?.fold ?? "") &&
    !FUNCTION_WORDS.has(word) && !/(?:s|ly|ing|[^e]ed)$/.test(word) && !NO_VERB.test(word);
}

/** Words that open a sentence before an article and are no verb. */
const NO_VERB =
  /^(?:during|within|under|near|despite|like|unlike|since|until|once|while|because|although|though|through|behind|beside|between|where|unless|whether)$/;

/** Content words that only the expert has, in order. */
function rationaleOf(expert: string, answer: string, context: Context): string {
  const known = new Set(contentStems(answer, { stem: context.stem, keepTemplates: true }));
  const added: string[] = [];
  for (const word of expert.toLowerCase().match(/[\p{L}][\p{L}'-]*/gu) ?? []) {
    if (added.length >= 5) break;
    if (
      FUNCTION_WORDS.has(word) || /^(?:its|don't|only|with|then)$/.test(word) ||
      known.has(context.stem(word)) || added.includes(word)
    ) continue;
    added.push(word);
  }
  return `The expert answer adds: ${added.join(", ")}`;
}
