/**
 * Detectors D1 to D6: standing, conditional and style instructions, and corrections.
 *
 * @module
 */

import type { Clause, PlaybookFinding, ReadTurn, Sentence } from "../types.ts";
import { scopeOf, strongCue } from "../analysis/scope.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import { textOf } from "../rules/values.ts";
import { evidenceOf } from "./evidence/evidence.ts";
import { addressBan } from "./evidence/lasting.ts";
import { type Context, spanOf } from "./finding.ts";
import { type Found, isSilent } from "./found.ts";
import { madeByYou } from "./made_by_you.ts";
import { isGeneric } from "./evidence/generic.ts";
import { contentOf, type Instruction, instructionIn, reasonText } from "./instruction.ts";
import { declinedOf, type PlaybookDraft, toPlaybook } from "./playbook_finding.ts";
import { placedContent, resolvePointer } from "./pointer.ts";
import { isSaidBefore, type Pushback, pushbacksIn } from "./pushback.ts";
import { faultText, triggerOf } from "./rule_trigger.ts";
import { gerund } from "../lexicon/verbs.ts";
import { isErrand } from "./heads/head.ts";
import { supersededBy } from "./superseded.ts";
import { EVERY_ANSWER, requestTrigger } from "./topic.ts";
import { blockingIssueOf } from "./tool_rules.ts";

/** All rules of one user turn. */
export function instructionsOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const pushbacks = pushbacksIn(context.window, read.index);
  const drafts: { draft: PlaybookDraft; index: number; open: boolean }[] = [];
  read.sentences.forEach((sentence, index) => {
    if (sentence.lang !== "en" || !sentence.hasWords) return;
    context.budget.step();
    for (const found of instructionsIn(sentence, index)) {
      const draft = judge(read, found, pushbacks, context) ??
        judgeTail(read, found, pushbacks, context);
      const weak = draft !== null && isContinuation(drafts.at(-1), draft, index);
      if (draft === null || weak) {
        extendLast(drafts, found, { read, isRule: weak });
        continue;
      }
      drafts.push({ draft, index, open: true });
    }
  });
  return drafts.map(({ draft }) => toPlaybook(draft, context)).filter((finding) =>
    finding !== null
  );
}

/** `Fix the code, don't delete tests`: the ban behind the order of the moment may be a rule. */
function judgeTail(
  read: ReadTurn,
  found: Found,
  pushbacks: readonly Pushback[],
  context: Context,
): PlaybookDraft | null {
  const { sentence, instruction } = found;
  for (let at = instruction.body.from + 1; at < instruction.body.to; at++) {
    const pause = sentence.tokens[at - 1]?.kind === "punct";
    if (
      !pause ||
      !/^(?:do|never|always|please|no|stop|use|only|just|not)$/.test(
        sentence.tokens[at]?.fold ?? "",
      )
    ) continue;
    const tail = instructionIn(sentence, at, sentence.tokens.length);
    if (tail !== null && !isSilent(sentence, tail)) {
      return judge(read, { ...found, instruction: tail }, pushbacks, context);
    }
  }
  return null;
}

/** `Never send a reminder with a complaint open. Look at the board first`: how the rule before is kept. */
const COMES_FIRST =
  /^(?:look|check|read|open|consult|search|query|see|study|ask|call|ring|compare|verify|confirm) .{2,60} (?:first|beforehand|before that|before you do)$/i;

/** A weakly marked rule right behind a rule of the same turn continues it. */
function isContinuation(
  last: { readonly index: number } | undefined,
  draft: PlaybookDraft,
  index: number,
): boolean {
  return last !== undefined && index - last.index === 1 &&
    (draft.weak === true || draft.sentence.tokens[0]?.fold === "so" ||
      COMES_FIRST.test(draft.content));
}

/** `We've left X and keep the catalogue in Y`: the second verb is the user's as well. */
function isToldOn(sentence: Sentence, clause: Clause): boolean {
  const at = sentence.clauses.indexOf(clause);
  const before = sentence.clauses[at - 1];
  if (!/^(?:and|or)$/.test(clause.opener) || before === undefined) return false;
  const folds = sentence.tokens.slice(before.from, clause.from).map(({ fold }) => fold);
  const said = sentence.tokens.slice(clause.from, clause.to).map(({ fold }) => fold).join(" ");
  const isOfThem = /^(?:most|half|many|some|all|our|my|the|they|people)$/.test(folds[0] ?? "") &&
    folds.slice(1, 6).some((word) => /^(?:are|have|can|do)$/.test(word));
  return (isOfThem || /^(?:i|we)$/.test(folds[0] ?? "") &&
      /^(?:have|am|are|can|could|will)$/.test(folds[1] ?? "")) &&
    !folds.some((word) => /^[,;:]$/.test(word)) &&
    !/\b(?:please|always|never|do not|me|us)\b/.test(said);
}

/** `I hate it when people call me`: what is felt about, and no case for an order. */
function isFelt(sentence: Sentence, clause: Clause): boolean {
  return (clause.opener === "when" || clause.opener === "if") && FEELS.test(
    sentence.folds.slice(Math.max(0, clause.from - 4), clause.from).join(" "),
  );
}

const FEELS =
  /\b(?:hate|dislike|loathe|detest|dread|love|like|enjoy|stand|bear|abide|mind)(?: it)?$/;

/** Instructions at the start of a sentence and after its pauses. */
function instructionsIn(sentence: Sentence, index: number): Found[] {
  const out: Found[] = [];
  let covered = 0;
  for (const clause of sentence.clauses) {
    if (clause.from < covered || isToldOn(sentence, clause) || isFelt(sentence, clause)) continue;
    const instruction = instructionIn(sentence, clause.from, sentence.tokens.length);
    if (instruction === null || isSilent(sentence, instruction)) continue;
    out.push({ instruction, sentence, index });
    covered = Math.max(
      instruction.body.to,
      instruction.reason?.to ?? 0,
      instruction.condition?.to ?? 0,
    );
  }
  return out;
}

/** Strong cue in the sentence, or alone in the next one (`Every time.`, `That goes for every clean-up.`). */
function standingCue(read: ReadTurn, found: Found): string {
  const { folds, said } = found.sentence;
  const own = strongCue(folds, "en");
  if (
    own !== "" && !isOwnHabit(found, own) && !isInsideObject(found, own) &&
    !(own === "remember to" &&
      isErrand(found.sentence, found.instruction.head.at, found.instruction.body.to))
  ) return own;
  if (SAID_OF_ALL.test(said)) return "said of all";
  const next = read.sentences[found.index + 1];
  if (next !== undefined && SAID_OF_ALL.test(next.said)) {
    return "said of all";
  }
  if (next !== undefined && next.tokens.length <= 9 && next.lang === "en") {
    const words = next.folds;
    const cue = strongCue(words, "en");
    if (cue !== "" && (words.length <= 4 || /^(?:that|this|same)$/.test(words[0] ?? ""))) {
      return cue;
    }
  }
  if (next !== undefined && STANDING_ECHO.test(next.said)) {
    return "standing echo";
  }
  if (
    found.instruction.head.form === "norm" && NOW_SO.test(said) &&
    supersededBy(read.sentences).length > 0
  ) return "now";
  if (NEVER_EVER.test(said)) return "ever";
  if (NEXT_OF_KIND.test(said)) return "next ones";
  if (RULE_HEAD.test(said)) return "rule";
  if (found.instruction.condition !== null && TOPIC_HEAD.test(said)) return "rule";
  if (found.instruction.head.form === "norm" && MARKED.test(said)) return "marked";
  const before = read.sentences[found.index - 1];
  const lead = before?.said ?? "";
  if (
    /^(?:(?:please|and) )?(?:remember (?:this|that)|new rule|one rule|a rule|rule|for the future|from now on|house rule|one thing|note for the future)(?: rule| please| for (?:the future|next time|later))?$/
      .test(lead)
  ) return lead;
  const { head } = found.instruction;
  const told = head.form !== "norm" ||
    /^(?:nothing|nobody)$/.test(found.sentence.tokens[head.at]?.fold ?? "");
  return head.always && told ? "always" : madeByYou(folds);
}

/** `a hotel that always has parking`, `draft a mail: from now on …`: the cue belongs to the thing asked for. */
function isInsideObject(found: Found, cue: string): boolean {
  const { head, body } = found.instruction;
  const { tokens } = found.sentence;
  const first = cue.split(" ")[0] ?? "";
  const at = tokens.findIndex((token, index) => index >= body.from && token.fold === first);
  if (at < 0 || tokens.slice(0, head.at + 1).some((token) => token.fold === first)) return false;
  const between = tokens.slice(body.from, at).map((token) => token.fold);
  // `Set up a job that never …`.
  if (/^(?:up|out|down|together|in|on)$/.test(between[0] ?? "")) between.shift();
  if (between.includes(":")) {
    return !/^(?:do|follow|remember|use|stick|keep|apply|note|make sure that|observe|respect|obey|mind|wait)$/
      .test(head.verb);
  }
  return (cue === "always" || cue === "never") && at < tokens.length - 1 &&
    between.some((word) =>
      /^(?:that|which|who|whose|why|how|what|where|whether|saying|says|for|about|you|people|they)$/
        .test(word)
    ) &&
    /^(?:a|an|some|any|me|us|the|why|how|what|one|two|three|five|ten|\d+)$/.test(between[0] ?? "");
}

/** A next sentence that makes the one before it a rule. */
const STANDING_ECHO =
  /^(?:(?:and|please|i would like you to|i want you to|you should|can you|could you|always) )*(?:do|make|keep|use|apply) (?:this|that|it|so|the same)\b.*\b(?:in|for|with|on|to) (?:all|every|any|each)\b|^(?:that|this|same|the same|it) (?:goes|applies|holds|is (?:true|the rule)|counts)\b|^(?:every one|all|each) of (?:them|these)\b|^(?:every|each) (?:single )?time\b|^always$|^(?:please )?(?:do|keep|make|have) (?:it|that|this|them) (?:like (?:that|this)|so|that way|this way)(?: please)? (?:from (?:here|now) on|always|in future|every time|each time)\b|^that is (?:how|the way) (?:i|we) (?:learn|like|want|work|need|do|prefer|think|read|have)\b|^no exceptions\b|^(?:please )?(?:stick|keep|hold) to (?:that|this|it)\b/;

/** `…, that's how I want every essay handled`: what is told before holds for all of them. */
const SAID_OF_ALL =
  /\b(?:that|this) is (?:how|the way|what) (?:i|we) (?:want|need|like|expect|do) (?:every|all|any|each|my|our)\b/;

/** `Next time we meet, remind me of the book`: one occasion. */
const NEXT_MEETING = /\b(?:next time|when) we (?:next )?(?:meet|talk|speak|chat)\b/;

/** `this time and in the future`, `not just this time`. */
const NOT_ONLY_NOW = /\bthis time and\b|\bnot (?:just|only) (?:for )?this (?:time|once|one)\b/;

/** `larger type in the next posters`: all that are to come. */
const NEXT_OF_KIND =
  /\b(?:in|for|on|with) (?:(?:the|your|all|my|our) )?(?:next|coming|future) (?!days|weeks|months|years|hours|minutes|times|few|two|three|steps)[a-z-]{3,}[^s\W]s\b/;

/** `no local times, ever`. */
const NEVER_EVER = /\b(?:no|not|never|without)\b.{2,60} ,? ?ever$/;

/** `Letters are now signed with …`. */
const NOW_SO = /\b(?:is|are|goes?|comes?|gets?) now\b|\bnow (?:goes?|comes?|gets?)\b/;
/** `For the record: …`, `let's agree on this: …`: what follows is told to be kept. */
const MARKED =
  /^(?:(?:right|ok|okay|so|and|but|well|please)(?: ?, ?| )?)*(?:for the record|let's agree|let us agree|one (?:small |more )?thing|please note|just so you know|so you know|for your information|fyi|note(?: to (?:you|self)| for you)?|our (?:standard|policy|rule) is that)\b/;

/** `House rule for the travel desk: …`, `our policy on refunds: …`. */
const RULE_HEAD =
  /^(?:(?:a|the|one|our|my|another|new|ok|and|please|also) )*(?:house |ground |basic |simple |general |standing |golden |office |team |safety )?(?:rule|policy|principle|convention|standard)(?: (?:number \w+|for|on|about|with|in|at|here)(?: [\w'-]+){0,5})? ?:/;

/** `One request about invoices: if …`: a wish for a field, which a case makes a rule. */
const TOPIC_HEAD =
  /^(?:(?:a|one|my|another|and|please|also|small|more|last) )*(?:thing|request|reminder|wish) (?:for|on|about|with|regarding)(?: [\w'-]+){1,6} ?:/;

/** `I always …` inside the sentence belongs to the user, not to the assistant. */
function isOwnHabit(found: Found, cue: string): boolean {
  if (cue !== "always" && cue !== "never") return false;
  const tokens = found.sentence.tokens;
  const at = tokens.findIndex((token) => token.fold === cue);
  const before = tokens.slice(Math.max(0, at - 2), at).map((token) => token.fold);
  const own = before.some((word) => /^(?:i|we|he|she|they|it|who)$/.test(word)) ||
    /^(?:is|are|was|were)$/.test(before.at(-1) ?? "");
  return own && found.instruction.head.form !== "want" && found.instruction.head.form !== "norm";
}

/** `Book a table for tonight`: it is ordered once. */
const ORDERED_ONCE =
  /^(?:book|reserve|order|buy|get|fetch|cancel|call|rent|hire) (?:(?:me|us) )?(?:an?|one)\b/;

function judge(
  read: ReadTurn,
  found: Found,
  pushbacks: readonly Pushback[],
  context: Context,
): PlaybookDraft | null {
  const { instruction, sentence } = found;
  const scope = scopeOf(sentence, { from: 0, to: sentence.tokens.length }, context.nowSec);
  const spans = spansOf(read, instruction);
  const seen = { detector: "D1", read, sentence, spans };
  if (isForOthers(instruction) || isTextToWrite(instruction)) {
    context.declined.push(declinedOf(seen, "third_person"));
    return null;
  }
  const standing = standingCue(read, found);
  if (
    (scope.kind === "once" || NEXT_MEETING.test(sentence.said) ||
      scope.kind === "limited" && standing === "" && ORDERED_ONCE.test(
          sentence.folds.slice(instruction.head.at, instruction.head.at + 3).join(" "),
        )) &&
    !NOT_ONLY_NOW.test(sentence.said)
  ) {
    context.declined.push(declinedOf(seen, "one_off"));
    return null;
  }
  const evidence = evidenceOf(found, { standing, scope, pushbacks, context, read });
  if (evidence === null) {
    context.declined.push(declinedOf(seen, "one_off"));
    return null;
  }
  const resolved = addressBan(instruction) ?? resolvePointer(read, found, context.window);
  if (resolved === null) {
    context.declined.push(declinedOf({ ...seen, detector: evidence.detector }, "unresolved"));
    return null;
  }
  const content = withCase(instruction, withOnly(instruction, resolved));
  const told = triggerOf(found, evidence, scope, context, read);
  // `Always check there`: what it points at is of the request before.
  const isOfMade = instruction.condition === null && OF_MADE.test(resolved);
  const asked = isOfMade || told === EVERY_ANSWER && resolved !== contentOf(instruction)
    ? requestTrigger(context.window, read.index)
    : "";
  const trigger = content !== resolved && instruction.condition === null
    ? requestTrigger(context.window, read.index) || EVERY_ANSWER
    : (isOfMade ? MAKES : /^When (?:asked|\w+ing)\b/).test(asked)
    ? asked
    : isCircular(told, resolved) && UNIT_WORDS.has(resolved.split(" ")[1] ?? "")
    ? "When answering"
    : isCircular(told, resolved)
    ? requestTrigger(context.window, read.index) || (SAYS_HOW.test(resolved) ? EVERY_ANSWER : told)
    : told;
  const fault = instruction.head.negative || pushbacks.some((push) => push.sentence !== sentence)
    ? faultText(pushbacks, sentence)
    : "";
  return {
    ...seen,
    detector: evidence.detector,
    trigger,
    content,
    rationale: reasonText(instruction) ??
      (/^D[4567]$/.test(evidence.detector) && fault !== "" &&
          !resolved.toLowerCase().includes(fault)
        ? `The user objected: ${fault}`
        : null),
    base: evidence.base,
    adjust: evidence.adjust,
    blockingIssue: blockingIssueOf(context.window[read.index - 1]),
    weak: standing === "" && instruction.condition === null &&
      instruction.head.form === "imperative" && !instruction.head.negative &&
      evidence.detector === "D3",
    scope: standing || scope.cue || "none",
    change:
      /\b(?:actually|now|instead|changed|back to|rather|no longer|from now on|from (?:this|next) (?:week|month|term|year|season) on|too long|too short)\b/
        .test(sentence.said),
    repeated: pushbacks.some((push) => push.repeated) ||
      read.sentences.some((entry) => isSaidBefore(entry)),
  };
}

/** `Put it in a table next time`: the shape of what was asked for before. */
const OF_MADE =
  /^(?:put|sort|group|order|rank|number|format|list|split|arrange|lay|structure|write|draw|print|divide|break) (?:it|them) (?:(?:all|out|up|down|off) )?(?:in|into|by|as|with|on|from|per|like|out|up|down)\b/i;
const MAKES =
  /^When (?:making|writing|giving|planning|drafting|preparing|creating|listing|suggesting|recommending|drawing|building|designing|summarising|summarizing|compiling|generating|producing|proposing|showing|collecting) /;

/** `Just the code, no explanations`: what is wanted stands in front of what is not. */
function withOnly({ head, sentence }: Instruction, content: string): string {
  if (head.form !== "fragment" || !head.negative) return content;
  const front = /^(?:(?:please|ok|and|so|no|,) )*((?:just|only) (?:the|a|an|one) [\w -]{2,30}) ,$/
    .exec(
      sentence.folds.slice(0, head.at).join(" "),
    )?.[1];
  return front === undefined ? content : `Give ${front}, ${content.replace(/^Do not \w+/, "no")}`;
}

/** `Use the local shop whenever they have it`: a case that only points is no situation, and stays with the order. */
function withCase(instruction: Instruction, content: string): string {
  const { condition, sentence } = instruction;
  if (
    condition === null || !/^(?:when|whenever|if|unless)$/.test(condition.opener) ||
    !/^(?:they (?:have|are|do)|there (?:is|are) (?:none|no|any))\b/.test(
      sentence.folds.slice(condition.from, condition.to).join(" "),
    )
  ) return content;
  const text = `${condition.opener} ${
    textOf(sentence, condition.from, condition.to, { person: "rule" })
  }`;
  return content.includes(text) ? content : `${content} ${text}`;
}

/** `When naming the depot → Name the depot`: such a situation says nothing. */
function isCircular(trigger: string, rule: string): boolean {
  const [verb = "", ...rest] = rule.split(" ");
  const doing = `When ${gerund(verb.toLowerCase())} ${rest.join(" ")}`;
  return trigger === doing || SAYS_HOW.test(rule) && doing.startsWith(`${trigger} `);
}

/** `Skip the basics`, `Book the cheapest rate`: how something is done, and not what. */
const SAYS_HOW =
  /^(?:(?:skip|omit|drop|leave|round) |use (?:the|our|my) |[a-z]+ the (?:\w{2,}est|most|least|best) )/i;

function spansOf(read: ReadTurn, instruction: Instruction) {
  const { sentence, head, body, condition, reason } = instruction;
  const out = [
    spanOf(read, sentence, { from: head.at, to: Math.max(head.body, head.at + 1) }, "cue"),
  ];
  if (body.to > body.from) out.push(spanOf(read, sentence, body, "value"));
  if (condition !== null) out.push(spanOf(read, sentence, condition, "condition"));
  if (reason !== null) out.push(spanOf(read, sentence, reason, "reason"));
  return out;
}

/** `Write a rule for my kids: never open the door`: what stands behind the colon is the text asked for. */
function isTextToWrite(instruction: Instruction): boolean {
  const { head, sentence } = instruction;
  const colon = sentence.tokens.findIndex((token) => token.text === ":");
  if (colon < 0 || head.at < colon) return false;
  return /\b(?:writ|mak|draft|creat|design|print|paint|phras|compos)(?:e|ing)? (?:me |us )?(?:a|an|the|some|my|our|one|two|house) (?:\w+ )?(?:rules?|signs?|notes?|posters?|labels?|notices?|slogans?|captions?|banners?|reminders?|cards?|flyers?)\b/
    .test(sentence.tokens.slice(0, colon).map((token) => token.fold).join(" "));
}

/** `tell the team to always …` is a rule for somebody else (S-962). */
function isForOthers(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  if (!/^(?:tell|remind|ask|inform|text|let|teach|warn)$/.test(head.verb)) return false;
  const object = sentence.tokens[body.from]?.fold ?? "";
  if (
    /^(?:me|us|before|for|whether|about|how|first|if|when|every|each|any|customers|guests|visitors|callers|patients|clients|parents|tenants|applicants)$/
      .test(object)
  ) {
    return false;
  }
  return sentence.tokens.slice(body.from, body.to).some((token) =>
    token.fold === "to" || token.fold === "that"
  );
}

/** `Everything you gave me is in feet`: what is wrong with an answer. */
const OF_WHAT_WAS_DONE =
  /^(?:everything|all|what|the [\w-]+|those [\w-]+) (?:that )?you (?:have )?(?:just )?(?:gave|sent|wrote|made|did|told|showed|said|put|listed|used|given|sent|written|done)\b/;

const SO_AGAIN =
  /^(?:do|keep|make|have) (?:it|that|this|them) (?:like (?:that|this)|so|that way|this way|the same way)$/i;

/** `When a patient cancels, charge nothing. Put it on my list`: it speaks of the case before. */
function goesOn(draft: PlaybookDraft, { head, sentence, body }: Instruction): boolean {
  return head.form === "imperative" && draft.spans.some(({ part }) => part === "condition") &&
    /^(?:it|them|her|him)$/.test(sentence.tokens[body.from]?.fold ?? "");
}

/** A second imperative right behind a rule belongs to it, unless it is the order of the moment. */
function extendLast(
  drafts: { draft: PlaybookDraft; index: number; open: boolean }[],
  found: Found,
  options: { readonly read: ReadTurn; readonly isRule: boolean },
): void {
  const { read, isRule } = options;
  const last = drafts.at(-1);
  if (
    last === undefined || !last.open || found.index - last.index > 1 || last.draft.read !== read
  ) return;
  const { instruction } = found;
  last.open = false;
  const placed = placedContent(instruction);
  if (
    OF_WHAT_WAS_DONE.test(found.sentence.said) || instruction.head.form === "want" ||
    !isRule && placed === null && !isGeneric(instruction) && !goesOn(last.draft, instruction) ||
    found.sentence.tokens[0]?.fold === "now"
  ) return;
  // `Do it like that from here on`: it only says that the rule is one.
  if (SO_AGAIN.test(contentOf(instruction))) return;
  const firstWords = found.sentence.tokens.slice(0, 2).map((token) => token.fold).join(" ");
  if (/^(?:now|for now|today|first)\b/.test(firstWords)) return;
  const more = placed ?? contentOf(instruction);
  const text = `${last.draft.content}; ${more.charAt(0).toLowerCase()}${more.slice(1)}`;
  if (text.length > 320) return;
  last.draft = {
    ...last.draft,
    content: text,
    spans: [...last.draft.spans, ...spansOf(read, instruction)],
  };
  last.open = true;
}
