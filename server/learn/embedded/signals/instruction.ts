/**
 * An instruction with its condition and reason, and how it is written down.
 *
 * @module
 */

import { LANGUAGES } from "../lexicon/people.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { textOf } from "../rules/values.ts";
import { onlyWhen } from "./only_when.ts";
import type { Sentence } from "../types.ts";
import { CONDITION_OPENERS, FRONT_PREPOSITIONS } from "./condition_trigger.ts";
import { fold, type Head, isOwnAim, isUser } from "./heads/head.ts";
import { headAt, orderOfIt } from "./heads/imperative.ts";
import { skipLeads, trimTrail } from "./heads/leads.ts";
import { normAt, normText, placeNormAt, strictNormAt } from "./heads/norms.ts";

/** A range of tokens. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a sentence asks for. */
export interface Instruction {
  readonly sentence: Sentence;
  readonly head: Head;
  /** The words of the instruction after its verb. */
  readonly body: Range;
  readonly condition: (Range & { readonly opener: string }) | null;
  readonly reason: Range | null;
}

/** Reads the first instruction of a token range. */
export function instructionIn(sentence: Sentence, from: number, to: number): Instruction | null {
  const next = nextTimeAt(sentence, from, to);
  const start = next < 0 ? skipLeads(sentence, from, to) : next;
  const kind = kindHeading(sentence, start, to);
  if (kind !== null) return kind;
  const isPlea = fold(sentence, start) === "if" && fold(sentence, start + 1) === "you" &&
    /^(?:could|would|might)$/.test(fold(sentence, start + 2));
  const opener = isPlea ? "" : openerAt(sentence, start);
  const front = opener === "" ? null : frontCondition(sentence, start, to, opener);
  if (front !== null) return front;
  if (opener !== "" && opener !== "whatever" && !FRONT_PREPOSITIONS.has(opener)) return null;
  const head = strictNormAt(sentence, start, to) ?? headAt(sentence, start, to) ??
    normAt(sentence, start, to);
  return head === null ? null : finish(sentence, head, to, null);
}

/** `Next time I ask for a hotel, check …`: a case to come, and no word in front; -1 without one. */
function nextTimeAt(sentence: Sentence, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 3); at++) {
    if (fold(sentence, at) !== "next" || fold(sentence, at + 1) !== "time") continue;
    return /^(?:i|we|you|somebody|someone|a|an|my)$/.test(fold(sentence, at + 2)) &&
        (pausesLater(sentence, at + 3, to) || tellsLater(sentence, at + 4, to))
      ? at
      : -1;
  }
  return -1;
}

/** `next time you mention a food tell me …`: no comma, but the order has its receiver. */
function tellsLater(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to - 2, from + 8); at++) {
    if (
      /^(?:me|us)$/.test(fold(sentence, at + 1)) &&
      /^(?:tell|give|show|ask|send|remind|warn)$/.test(fold(sentence, at)) &&
      !/^(?:to|not|i|we|you|they|it|and|can|could)$/.test(fold(sentence, at - 1))
    ) return true;
  }
  return false;
}

const EVERY = wordSet("any every each all");

/** `Any delivery above 20 pallets: ring the yard first`: the kind stands in front of a colon. */
function kindHeading(sentence: Sentence, start: number, to: number): Instruction | null {
  if (!EVERY.has(fold(sentence, start)) || fold(sentence, start + 1) === "time") return null;
  for (let at = start + 2; at < Math.min(to - 1, start + 12); at++) {
    const token = sentence.tokens[at];
    if (token?.text !== ":") {
      if (token?.kind === "punct") return null;
      continue;
    }
    const head = headAt(sentence, at + 1, to);
    return head === null || head.form === "want"
      ? null
      : finish(sentence, head, to, { from: start, to: at, opener: "for" });
  }
  return null;
}

const WHATEVER = wordSet("whatever whichever wherever whoever");

function openerAt(sentence: Sentence, at: number): string {
  const word = fold(sentence, at);
  if (
    (word === "every" || word === "each" || word === "any" || word === "next") &&
    fold(sentence, at + 1) === "time"
  ) return "whenever";
  if (word === "as" && fold(sentence, at + 1) === "long" && fold(sentence, at + 2) === "as") {
    return "while";
  }
  if (WHATEVER.has(word)) {
    return sentence.tokens[at + 1]?.kind === "punct" ? "" : "whatever";
  }
  if (word === "as" && fold(sentence, at + 1) === "soon" && fold(sentence, at + 2) === "as") {
    return "once";
  }
  if (
    word === "should" && !/^(?:a|an|any|anyone|someone|there|you)$/.test(fold(sentence, at + 1))
  ) {
    return "";
  }
  if (word === "under" && sentence.tokens[at + 1]?.kind === "number") return "";
  if (word === "outside" && /^(?:is|are|was|of|and|or|,)$/.test(fold(sentence, at + 1))) return "";
  return CONDITION_OPENERS.has(word) || FRONT_PREPOSITIONS.has(word) ? word : "";
}

/** Words of a condition's opener (`each time`, `as soon as`). */
function openerLength(sentence: Sentence, start: number): number {
  return fold(sentence, start + 1) === "time"
    ? 2
    : fold(sentence, start) === "as" && /^(?:soon|long)$/.test(fold(sentence, start + 1))
    ? 3
    : /^(?:whatever|whichever|wherever|whoever)$/.test(fold(sentence, start))
    ? 0
    : 1;
}

/** `When you …, do X`: the condition stands first. */
function frontCondition(
  sentence: Sentence,
  start: number,
  to: number,
  opener: string,
): Instruction | null {
  const isPreposition = FRONT_PREPOSITIONS.has(opener) && !CONDITION_OPENERS.has(opener);
  const isKind = isPreposition && isKindAt(sentence, start + 1);
  for (let at = start + 2; at < Math.min(to, start + 24); at++) {
    if (at === start + 3 && fold(sentence, start + 1) === "you" && pausesLater(sentence, at, to)) {
      continue;
    }
    const before = sentence.tokens[at - 1];
    const pause = before?.kind === "punct" && /^[,:;\u2013\u2014-]$/.test(before.text);
    // `On worksheets the answers go on a page of their own`.
    const isNormFront = isPreposition && fold(sentence, at) === "the" &&
      /[^s]s$/.test(before?.fold ?? "") && at - start <= 4;
    if (
      !pause && !isNormFront &&
      !opensBare(sentence, at, isPreposition && opener !== "for" && !isKind)
    ) {
      continue;
    }
    // `in a listing I want area and year, no gushing`: the wish is no part of the place.
    if (
      pause && isPreposition && /^(?:i|we) (?:want|need|expect|would) /.test(
        sentence.tokens.slice(start, at).map((token) => token.fold).join(" ").replace(
          /^.*? (?=(?:i|we) )/,
          "",
        ),
      )
    ) return null;
    const head = headAt(sentence, at, to) ??
      (pause || isNormFront ? normAt(sentence, at, to) : null) ??
      (isNormFront || pause && !isPreposition ? placeNormAt(sentence, at, to) : null) ??
      (pause ? orderOfIt(sentence, at) : null);
    if (head === null || head.form === "want" && isPreposition && opener !== "for" && !isKind) {
      continue;
    }
    if (
      !pause && !isNormFront && head.at !== at &&
      !/^(?:please|do|never|always|don't|i|just|you)$/.test(fold(sentence, at))
    ) continue;
    const end = pause ? at - 1 : at;
    const from = start + openerLength(sentence, start);
    return finish(sentence, head, to, { from, to: end, opener });
  }
  return null;
}

/** `every welcome mail`, `a listing`, `reports`: a kind of output, and not one of them. */
function isKindAt(sentence: Sentence, at: number): boolean {
  const first = fold(sentence, at);
  if (/^(?:every|each|all|any)$/.test(first)) return true;
  const isOne = /^an?$/.test(first);
  for (let index = isOne ? at + 1 : at; index < at + 4; index++) {
    const word = fold(sentence, index);
    if (/^(?:i|we|the|this|that|my|our|your|,)$/.test(word)) return false;
    if (OUTPUTS.has(word) && !OUTPUTS.has(fold(sentence, index + 1))) {
      return isOne || /[^s]s$/.test(word);
    }
  }
  return false;
}

/** `when you write stage directions, use …`: the words before the comma are the object. */
function pausesLater(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from + 1; at < Math.min(to - 1, from + 6); at++) {
    if (sentence.tokens[at]?.text === ",") return headAt(sentence, at + 1, to) !== null;
  }
  return false;
}

/** Words behind which a condition goes on. */
const GOES_ON = wordSet(`
should must may might shall could has have had does do did is are say to you i we they it and or not a an the my your will would can
of for in on with at by please never always no any all this that
`);
const STRESSED = wordSet("only just also still really always never ever even");
const SUBJECTS = wordSet("i we you they it he she user");
const SUPPOSES = wordSet("when if whenever");

/** Without a comma only a clear imperative ends a condition. */
function opensBare(sentence: Sentence, at: number, isPreposition: boolean): boolean {
  const word = fold(sentence, at);
  const before = fold(sentence, at - 1);
  const first = fold(sentence, at - 2);
  if (
    GOES_ON.has(before) || STRESSED.has(before) && SUBJECTS.has(first) ||
    SUPPOSES.has(first) && /^people$|[a-z](?:s|one|body)$/.test(before)
  ) return false;
  if (/^(?:please|never|always)$/.test(word)) return true;
  if (word === "do" && fold(sentence, at + 1) === "not") return true;
  if (word === "you" && /^(?:must|should|need|have)$/.test(fold(sentence, at + 1))) return true;
  if (word === "i" && /^(?:want|need)$/.test(fold(sentence, at + 1))) return !isPreposition;
  const verb = baseForm(word);
  if (isNounHere(sentence, at)) return false;
  // `before you touch the schema ask Dmitri`, `when you quote the Swiss use CHF`
  if (
    sentence.tokens[at + 1]?.capital === true &&
    /^(?:ask|use|tell|call|cc|inform|contact|notify|email|ping|check)$/.test(word) &&
    /^(?:you|i|we)$/.test(fold(sentence, at - 1)) === false
  ) return true;
  return verb === word && sentence.tokens[at]?.kind === "word" &&
    /^(?:a|an|the|all|my|only|no|me|it|them|to|in|for|both|every|at|with|not|how|whether|what|two|three|one|at)$|^[a-z]+s$|^\d/
      .test(fold(sentence, at + 1));
}

/** `a feed plan for me`, `a rehearsal call goes out`: a noun that could be a verb. */
function isNounHere(sentence: Sentence, at: number): boolean {
  const word = fold(sentence, at);
  // `in the calibration log the date is written first`
  if (
    OUTPUTS.has(word) && fold(sentence, at - 2) === "the" && fold(sentence, at + 1) === "the" &&
    [at + 3, at + 4].some((index) => /^(?:is|are|goes|go|comes|come)$/.test(fold(sentence, index)))
  ) return true;
  const couldBe = OUTPUTS.has(word) ||
    /^(?:call|book|order|play|show|break|check|visit|run|walk|start|turn|change|move|stop|work|use|answer)$/
        .test(word) && /s$/.test(fold(sentence, at + 1));
  return couldBe &&
    [at - 2, at - 3].some((index) =>
      /^(?:a|an|the|any|my|our|each|every|another|your)$/.test(fold(sentence, index))
    ) && !/^(?:the|a|an|my|me|all|both|every|what|whether|them)$/.test(fold(sentence, at + 1));
}

function finish(
  sentence: Sentence,
  head: Head,
  to: number,
  front: Instruction["condition"],
): Instruction {
  const reason = reasonIn(sentence, head.body, to);
  const limit = reason?.from ?? to;
  const back = front === null ? backCondition(sentence, head.body, limit) : null;
  const end = back === null || /^(?:before|after|until|once)$/.test(back.opener)
    ? limit
    : back.from - (back.opener === "whenever" && fold(sentence, back.from - 1) === "time" ? 2 : 1);
  const trimmed = trimTrail(sentence, head.body, end);
  return {
    sentence,
    head,
    body: { from: head.body, to: Math.max(head.body, trimmed) },
    condition: front ?? back,
    reason,
  };
}

const CASES = wordSet("when whenever if before after anytime unless once");

/** `… when you tell me about a refund`: the condition stands last. */
export function backCondition(
  sentence: Sentence,
  from: number,
  to: number,
): Instruction["condition"] {
  for (let at = from; at < to - 1; at++) {
    const word = fold(sentence, at);
    const timed = (word === "every" || word === "each" || word === "any") &&
      fold(sentence, at + 1) === "time" && at + 2 < to;
    if (!timed && !CASES.has(word)) continue;
    if (
      word === "after" &&
      /^(?:named|called|titled|modelled|look|looks)$/.test(fold(sentence, at - 1))
    ) {
      continue;
    }
    if (word === "if" && /^(?:even|as)$/.test(fold(sentence, at - 1))) continue;
    // `was once a dentist`: a time, no condition.
    if (
      word === "once" && /^(?:am|is|are|was|were|been|had|have|has)$/.test(fold(sentence, at - 1))
    ) {
      continue;
    }
    const start = at + (timed ? 2 : 1);
    const next = fold(sentence, start);
    const fits =
      /^(?:you|i|we|the|a|an|there|someone|somebody|something|it|they|my|any)$/.test(next) ||
      next.endsWith("ing") && fold(sentence, start + 1) !== "else";
    if (
      word === "if" && /^(?:possible|needed|necessary|that|you)$/.test(next) &&
      /^(?:can|could|want|possible|needed|necessary|$)$/.test(
        next === "you" ? fold(sentence, start + 1) : next,
      )
    ) continue;
    if (!fits) continue;
    return { from: start, to: trimTrail(sentence, start, to), opener: timed ? "whenever" : word };
  }
  return null;
}

const REASON_OPENERS = wordSet("because since otherwise so as else cause");

const PLAIN_SUBJECTS = wordSet("i it they that this there we he she nobody everyone my our");

const NAMED_SUBJECTS = wordSet("the a an my our your these those people not some");

/** Where the why begins. */
function reasonIn(sentence: Sentence, from: number, to: number): Range | null {
  for (let at = from; at < to; at++) {
    const word = fold(sentence, at);
    const before = sentence.tokens[at - 1];
    const pause = before?.kind === "punct" && /^[,:;\u2013\u2014()-]$/.test(before.text) &&
      before.start < (sentence.tokens[at]?.start ?? 0);
    const next = fold(sentence, at + 1);
    if (
      word === "because" || word === "otherwise" ||
      (REASON_OPENERS.has(word) && (PLAIN_SUBJECTS.has(next) || NAMED_SUBJECTS.has(next)) &&
        !isAsItIs(sentence, at) &&
        (word !== "as" || next === "i" || next === "we" || next === "they") &&
        (word !== "so" || next !== "that" || pause))
    ) {
      return { from: at, to };
    }
    if (
      pause && PLAIN_SUBJECTS.has(word) && at > from &&
      (!/^(?:want|need|would|prefer|only|always)$/.test(next) || isOwnAim(sentence, at + 1))
    ) return { from: at, to };
    if (
      at > from && fold(sentence, at + 2) === "not" && /^(?:i|we|it|they)$/.test(word) &&
      /^(?:can|do|does|could)$/.test(next)
    ) return { from: at, to };
    if (
      at > from && isUser(word) && /^(?:hate|loathe|love|need|want|find|dislike)$/.test(next) &&
      /^(?:it|them|that|those)$/.test(fold(sentence, at + 2))
    ) return { from: at, to };
    if (pause && before?.text === "," && at > from + 1 && saysWhy(sentence, at, to)) {
      return { from: at, to };
    }
    if (pause && /^(?:the|a|an|your)$/.test(word) && hasVerbSoon(sentence, at, to)) {
      return { from: at, to };
    }
  }
  return null;
}

/** `…, raw lists are unreadable`, `…, accounting is closed`: a statement behind a pause. */
function saysWhy(sentence: Sentence, at: number, to: number): boolean {
  for (let index = at; index < Math.min(to, at + 4); index++) {
    const token = sentence.tokens[index];
    if (token?.kind !== "word") return false;
    if (index > at && /^(?:is|are|was|were|lies|lie|have|has|hate|need)$/.test(token.fold)) {
      return !/^(?:to|not|in|on|at)$/.test(fold(sentence, index + 1)) && index + 1 < to;
    }
    if (
      /^(?:and|or|not|then|but|only|please|never|always|no|which|who|what|that|where|when|if|unless|so|even|with|without|in|on|at|for|by|as|to|do|make|how|each|every|all)$/
        .test(token.fold)
    ) {
      return false;
    }
  }
  return false;
}

/** `keep the numbers as they are` compares; it gives no reason. */
function isAsItIs(sentence: Sentence, at: number): boolean {
  return fold(sentence, at) === "as" && /^(?:it|they)$/.test(fold(sentence, at + 1)) &&
    /^(?:is|are|stand|stands|was|were|come|comes|go)$/.test(fold(sentence, at + 2));
}

function hasVerbSoon(sentence: Sentence, at: number, to: number): boolean {
  for (let index = at + 2; index < Math.min(to, at + 5); index++) {
    const word = fold(sentence, index);
    if (
      /^(?:is|are|has|have|does|do|will|can|was|were|needs|asks|wants|likes|gets|goes|knows|reads|uses|stops|works|takes|costs|means|breaks|crashes|hates|prefers|pays|complains|complain|hate|prefer|need|want|use|looks|look|sounds|sound|comes|come|reads|gives|makes|keeps|chokes|fails|confuses|tells|says|shows|helps|scares|annoys|reaches|leaves)$/
        .test(word)
    ) return true;
    if (/[,;]/.test(sentence.tokens[index]?.text ?? "")) return false;
  }
  return false;
}

/** Words that stay when a sentence is written as an instruction. */
function bodyText(instruction: Instruction): string {
  const { sentence, body } = instruction;
  return textOf(sentence, body.from, body.to, { person: "rule" }).replace(
    /,? (?:please|pls|plz)(?=[ ,]|$)|,? (?:next time|from now on|in future|going forward)(?=,|$)|, how (?:often|many times) .*$|,? (?:in|for|with|on) (?:(?:the|your|all) )?(?:next|coming|future|later) ones$/gi,
    "",
  ).replace(
    /\b(?:all )?your ((?:\w+ )?(?:answers|replies|responses|messages|explanations|emails|summaries|texts|sentences))\b/gi,
    "$1",
  );
}

/** `all tickets tagged with the region` → `Make sure all tickets are tagged …`. */
function wantText(body: string): string {
  const done =
    /^((all|every|each|any|the|an?|the user's|your) (?:[\w-]+ ){0,3}?([\w-]+)(?: \([^)]*\))?) ((?:[a-z]{2,}[^e]ed|written|sent|put|kept|shown|given|done|made)(?: .+)?)$/i
      .exec(body);
  if (done === null || done[2]?.startsWith("a") && done[2].length < 3 && !done[4]?.includes(" ")) {
    return `give ${body}`;
  }
  const isPlural = done[2]?.toLowerCase() === "all" ||
    /^the/i.test(done[2] ?? "") && /[^su]s$/.test(done[3] ?? "");
  return `make sure ${done[1] ?? ""} ${isPlural ? "are" : "is"} ${done[4] ?? ""}`;
}

const MAX_CONTENT = 320;

/** `start with the line number like you did here`: it points at an answer. */
const AS_YOU_DID =
  /,? (?:just )?(?:like|as) you (?:just )?did(?: here| now| above| there| this time| just now)?$/;

/** The instruction as an imperative sentence without a full stop. */
export function contentOf(instruction: Instruction): string {
  const { head, sentence } = instruction;
  const language = languageWanted(instruction);
  if (language !== "") return `Answer in ${language}`;
  const body = bodyText(instruction);
  const present = head.form === "suggestion" || head.form === "polite"
    ? body.replace(
      /\b(before|after|when|whenever|that|which) you (\w+ed)\b/g,
      (all, word: string, verb: string) => {
        const base = baseForm(verb);
        return base === undefined ? all : `${word} you ${base}`;
      },
    )
    : body;
  const plain = head.form === "fragment"
    ? body.replace(
      /, (?:just|only|please|but|and|the (?!user)|my|our|they|it|nobody|people) .*$/i,
      "",
    )
    : present;
  const text = head.form === "norm"
    ? normText(sentence, head, body)
    : head.negative
    ? `Do not ${head.verb} ${plain}`
    : head.form === "want" && head.verb === "give"
    ? wantText(body)
    : onlyWhen(instruction) !== ""
    ? `${head.verb} ${body} ${onlyWhen(instruction)}`
    : sentence.tokens[head.at - 1]?.fold === "only" && body !== ""
    ? `${head.verb} only ${body}`
    : `${head.verb} ${body}`;
  const tidy = text.replace(/\s+/g, " ").replace(/\s+([,;:!?]|\.(?!\w))/g, "$1").replace(
    /[\s,;:.]+$/,
    "",
  )
    .trim();
  const told = tidy.replace(AS_YOU_DID, "");
  const shown = told.charAt(0).toUpperCase() + told.slice(1);
  return shown.length <= MAX_CONTENT ? shown : shown.slice(0, MAX_CONTENT).replace(/\s+\S*$/, "");
}

/** `go back to English`, `switch to Dutch`: the language of the answers. */
function languageWanted(instruction: Instruction): string {
  const { head, sentence, body } = instruction;
  if (head.negative || !/^(?:go|switch|change|return|come)$/.test(head.verb)) return "";
  const at = sentence.tokens.slice(body.from, Math.min(body.to, body.from + 4)).findIndex((token) =>
    LANGUAGES.has(token.fold)
  );
  return at < 0 ? "" : sentence.tokens[body.from + at]?.text ?? "";
}

/** The why, in the user's words, or null. */
export function reasonText(instruction: Instruction): string | null {
  const { reason, sentence } = instruction;
  if (reason === null) return null;
  let from = reason.from;
  while (from < reason.to && /^(?:because|since|so|as|else|,)$/.test(fold(sentence, from))) from++;
  const text = textOf(sentence, from, trimTrail(sentence, from, reason.to), { person: "rule" });
  return text.length < 4 ? null : text.charAt(0).toUpperCase() + text.slice(1);
}
