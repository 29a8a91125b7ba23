/**
 * The way of the house: `we write dates day first here`, `you take the flexible rate`, `rates go in percent`.
 *
 * @module
 */

import { strongCue } from "../../analysis/scope.ts";
import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { skipLeads, trimTrail } from "../heads/leads.ts";
import { contentOf, instructionIn } from "../instruction.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { capital, type Draft, explainedOf, type Input, objection, type Reader } from "./form.ts";
import { isToBeFollowed } from "./kinds.ts";
import { isReaction, wasOrdered } from "./reaction.ts";

/** After an objection these need no standing word. */
const PUSHED_VERBS =
  /^(?:write|call|use|say|spell|name|file|number|quote|round|send|ship|book|address|sign|format|label|sort|store|count|put|keep)$/;

/** `from now on`, `we quote in euros now`: a way that begins here and has no end. */
export function isHenceforth(text: string): boolean {
  return /\b(?:from (?:now|here|today) on|going forwards?|in future|henceforth|as of (?:today|now)|starting (?:today|now)|new rule|change of plan|effective immediately|(?:in|with|by|to|as) (?:[\w-]+ ){1,3}now)\b/
    .test(text);
}

/** What else is done at work and not at home. */
const WORK_VERBS =
  /^(?:apologi[sz]e|disclose|forward|escalate|approve|sell|order|process|handle|schedule|assign|attach|copy|cc|log|record|archive|release|issue|reply|answer|upload|install|hire|rebase|squash|hardcode|mock|review|check|ask|tell|dispatch|deliver|load|prescribe|dispense|hand|refer|grade|seat|quote|reveal|guess|confirm|estimate|translate|reschedule|overbook|cancel|waive|compensate|reimburse|contact|phone|email|fax)$/;

/** What a house has rules for. */
const HOUSE_VERBS =
  /^(?:price|invoice|measure|pay|give|write|call|use|say|spell|name|file|number|quote|round|send|ship|book|address|sign|format|label|sort|store|count|put|keep|give|show|list|print|charge|bill|offer|share|publish|post|deploy|merge|commit|test|translate|mention|promise|discount|refund|accept|add|include|start|end|open|close)$/;

/** After an objection: `we write dates day first here`. */
export function weDo(input: Input): ReturnType<Reader> {
  const henceforth = isHenceforth(input.text) || isToBeFollowed(input);
  const ofAll = isWayOfAll(input.folds);
  if (
    input.pushbacks.length === 0 && !henceforth && !ofAll && !isOwnWayOfIt(input) &&
    !isAlwaysSo(input)
  ) return weDoNot(input);
  const at = input.folds.findIndex((word, index) =>
    word === "we" &&
    (HOUSE_VERBS.test(input.folds[index + 1] ?? "") &&
        (henceforth || ofAll || PUSHED_VERBS.test(input.folds[index + 1] ?? "")) ||
      /^(?:always|only|never)$/.test(input.folds[index + 1] ?? ""))
  );
  const front = frontOf(input, at);
  if (at < 0) return weDoNot(input);
  if (input.sentence.terminator === "?") return null;
  const never = input.folds[at + 1] === "never";
  const start = /^(?:always|only|never)$/.test(input.folds[at + 1] ?? "") ? at + 2 : at + 1;
  const verb = baseForm(input.folds[start] ?? "") ??
    (isHouseVerb(input.folds[start]) ? input.folds[start] : undefined);
  if (start > at + 1 && !isHouseVerb(input.folds[start])) return null;
  const end = trimTrail(input.sentence, start + 1, clauseEndBefore(input.folds, start + 1));
  const body = textOf(input.sentence, start + 1, end, { person: "rule" }).replace(/ now$/, "");
  const only = input.folds[at + 1] === "only" ? "only " : "";
  if (
    verb === undefined || verb !== input.folds[start] ||
    body.split(" ").length < (front === "" && start === at + 1 ? 2 : 1) || body === "" ||
    /\bones?\b|\d/.test(body) && henceforth || /\bones?\b/.test(body) ||
    /^(?:it|this|that|the)\b/i.test(body) && !/\bnot\b/.test(body) &&
      !(front !== "" && /^the [\w -]+s$/.test(body))
  ) return null;
  return {
    detector: "D4",
    trigger: front !== ""
      ? front
      : ofAll
      ? outputTrigger(input.folds.slice(3).find((word) => OUTPUTS.has(word)) ?? "")
      : requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(never ? `Do not ${verb} ${body}` : `${only}${verb} ${body}`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 80,
    adjust: [],
    ofHouse: true,
  };
}

function isHouseVerb(word = ""): boolean {
  return HOUSE_VERBS.test(word) || WORK_VERBS.test(word);
}

/** After an answer: `we never apologise in writing`, `for Norway we always quote DDP`. */
function isAlwaysSo(input: Input): boolean {
  const at = input.folds.indexOf("we");
  return at >= 0 && isReaction(input) &&
    /^(?:always|only|never)$/.test(input.folds[at + 1] ?? "") &&
    isHouseVerb(input.folds[at + 2]);
}

/** `for Norway we always …`, `with new clients we never …`: what the way is for; "" without it. */
function frontOf({ folds, sentence }: Input, we: number): string {
  const from = skipLeads(sentence, 0, we);
  const to = folds[we - 1] === "," ? we - 1 : we;
  if (!/^(?:for|with|on|in|at|to)$/.test(folds[from] ?? "") || to - from < 2 || to - from > 6) {
    return "";
  }
  const named = folds.slice(from + 1, to).join(" ");
  if (
    /\b(?:it|this|that|these|those|them|here|there|now|today|me|us|you|general|fact|the (?:end|past|future|moment|other|first))\b|[,;:]/
      .test(named) ||
    !/^(?:our |new |old |all |any |every |the )?[\w-]+(?: [\w-]+){0,2}$/.test(named)
  ) return "";
  const isKind = /[^s]s\b/.test(named) || sentence.tokens[to - 1]?.capital === true ||
    /^(?:any|every|all|the)\b/.test(named);
  return isKind ? `When it comes to ${textOf(sentence, from + 1, to, { person: "rule" })}` : "";
}

/** `We sign all replies to visitors with …`: told of every piece of a kind. */
function isWayOfAll(folds: readonly string[]): boolean {
  return folds[0] === "we" && HOUSE_VERBS.test(folds[1] ?? "") &&
    /^(?:all|every|each)$/.test(folds[2] ?? "") &&
    folds.slice(3, 7).some((word) => OUTPUTS.has(word)) &&
    folds.some((word) => /^(?:with|in|as|by|under|from|on)$/.test(word));
}

/** After an order: `we name tables after rivers`, said of the tables just made. */
function isOwnWayOfIt(input: Input): boolean {
  const { folds } = input;
  const at = folds.indexOf("we");
  const object = folds[at + 2] ?? "";
  if (at < 0 || at > 2 || !isReaction(input) || !wasOrdered(input) || !/[^s]s$/.test(object)) {
    return false;
  }
  return input.context.window[input.read.index - 1]?.sentences.some((sentence) =>
    sentence.tokens.some((token) => token.fold === object)
  ) === true;
}

/** After an objection: `we don't add a package for ten lines, write the loop yourself`. */
function weDoNot(input: Input): ReturnType<Reader> {
  const { folds, sentence } = input;
  const at = folds.findIndex((word, index) =>
    word === "we" && folds[index + 1] === "do" && folds[index + 2] === "not" &&
    (index === skipLeads(sentence, 0, folds.length) || /^[,;:]$/.test(folds[index - 1] ?? ""))
  );
  const verb = folds[at + 3] ?? "";
  if (
    at < 0 || sentence.terminator === "?" ||
    input.pushbacks.length === 0 && !(verb === "do" && STYLE_WORDS.has(folds.at(-1) ?? "")) ||
    !(isTaskVerb(verb) ||
      verb === "do" && (STYLE_WORDS.has(folds.at(-1) ?? "") ||
          /\b(?:with|in|for|on|to) /.test(folds.slice(at + 4).join(" ")))) ||
    /^(?:work|start|open|close|stay|look|wait|meet|eat|talk|live|get|have|go|know|agree)$/
      .test(verb) ||
    verb === "take" &&
      !/^(?:any(?:one|body|thing)?|new|cash|cards?|walk-ins|bookings|orders|patients|appointments|calls|deposits|returns|payments)$/
        .test(folds[at + 4] ?? "")
  ) return null;
  const end = clauseEndBefore(folds, at + 4);
  const body = textOf(sentence, at + 4, trimTrail(sentence, at + 4, end), { person: "rule" });
  if (
    body.split(" ").length < 2 && !STYLE_WORDS.has(body) ||
    /^(?:it|this|that|the|them|one|any more)\b/i.test(body)
  ) {
    return null;
  }
  const next = end < folds.length ? instructionIn(sentence, end + 1, folds.length) : null;
  const instead = next !== null && next.head.form === "imperative" && !next.head.negative
    ? `; ${contentOf(next).replace(/^./, (letter) => letter.toLowerCase())}`
    : "";
  return {
    detector: "D5",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(`do not ${verb === "do" ? "use" : verb} ${body}${instead}`),
    rationale: objection(input.pushbacks.filter((push) => push.sentence !== sentence), sentence),
    base: 80,
    adjust: [],
    ofHouse: true,
  };
}

/** A comma before `not` belongs to the rule. */
function clauseEndBefore(folds: readonly string[], from: number): number {
  for (let at = from; at < folds.length; at++) {
    if (folds[at] === "," && folds[at + 1] === "not") continue;
    if (
      /^[,;:\u2013\u2014]$/.test(folds[at] ?? "") ||
      /^(?:because|since|otherwise|so)$/.test(folds[at] ?? "")
    ) return at;
  }
  return folds.length;
}

/** The words of a stretch without what trails behind. */
export function words(input: Input, from: number, to: number): string {
  return textOf(input.sentence, from, trimTrail(input.sentence, from, to), { person: "rule" });
}

/** Where the main clause ends: at a pause that opens no contrast, or before a reason. */
export function mainEnd(folds: readonly string[], from: number): number {
  for (let at = from; at < folds.length; at++) {
    const word = folds[at] ?? "";
    const next = folds[at + 1] ?? "";
    if (/^(?:because|since|otherwise)$/.test(word)) return at;
    if (!/^[,;:\u2013\u2014-]$/.test(word)) continue;
    if (word === "," && /^(?:not|never|instead|rather|even|then|and|or)$/.test(next)) continue;
    return at;
  }
  return folds.length;
}

/** Verbs of states, which tell what the assistant is or thinks and not what it is to do. */
export const STATES =
  /^(?:be|am|is|are|was|were|have|has|had|do|does|did|can|could|will|would|may|might|must|shall|should|need|know|think|see|look|seem|sound|mean|want|like|love|hate|understand|believe|feel|hear|forget|remember|hope|wish|wonder|guess|trust|live|work|come|go|win|lose|miss|fail|deserve|owe|own|smell|become|get|tend|try|suffer|worry|thank|help|rock|sleep|eat|break|keep|make)$/;

/** Forms that the past has too: `you read the wrong page`. */
const PAST_ALIKE = /^(?:put|cut|set|read|let|hit|shut|split|quit|reset|cast|cost|spread|bid)$/;

/** What makes a deed one of many: a condition, a kind, or an exception from none. */
const STANDING =
  /\b(?:only|never|always|ever|just)\b|\b(?:for|with|on|in|at) (?:(?:any|every|each|all|our|my)\b|(?:[\w-]+ )?[\w-]{2,}[^s\W]s\b|anything|everything)|\beven (?:when|if)\b|\b(?:when|whenever|unless|before|until|without) \w/;

/** `You always suggest cinemas. I'm into concerts`: what was done, beside what is liked. */
function isMissed({ read, sentence, text }: Input): boolean {
  const next = read.sentences[read.sentences.indexOf(sentence) + 1]?.said ?? "";
  return /^(?:\S+ )?you (?:always|only|just) /.test(text) &&
    /^(?:but )?(?:i|we) (?:am|are|like|love|prefer|want|wanted|asked|need|would)\b/.test(next);
}

/** `You take the flexible rate for work trips`, `when I name a room you only touch that room`. */
export function youDo(input: Input): Draft {
  if (!isReaction(input) || input.pushbacks.length === 0) return null;
  const { folds, sentence } = input;
  const at = folds.findIndex((word, index) =>
    word === "you" &&
    (index === 0 || index === skipLeads(sentence, 0, folds.length) ||
      /^[,;:\u2013\u2014]$/.test(folds[index - 1] ?? "") || opensCondition(folds, index))
  );
  if (at < 0 || isMissed(input)) return null;
  let verbAt = at + 1;
  let negative = false;
  let only = false;
  let marked = false;
  for (; verbAt < folds.length; verbAt++) {
    const word = folds[verbAt] ?? "";
    if (word === "do" && folds[verbAt + 1] === "not") {
      negative = true;
      verbAt++;
    } else if (word === "never") negative = true;
    else if (word === "only") only = true;
    else if (!/^(?:always|just|simply|please|first|also|ever)$/.test(word)) break;
    marked ||= /^(?:always|never|do|only)$/.test(word);
  }
  const verb = folds[verbAt] ?? "";
  if (baseForm(verb) !== verb || STATES.test(verb)) return null;
  const conditioned = opensCondition(folds, at);
  if (PAST_ALIKE.test(verb) && !conditioned && !negative) return null;
  const end = mainEnd(folds, verbAt + 1);
  const body = words(input, verbAt + 1, end);
  const rest = folds.slice(verbAt + 1, end).join(" ");
  if (/^(?:that|this|so|it|things?)$/.test(rest) || verb === "say") return null;
  if (
    body.split(" ").length < 2 && !marked && !conditioned || body === "" ||
    /^(?:it|this|me|him|her|them|there|so)\b/.test(rest) && !conditioned ||
    !marked && !conditioned && !STANDING.test(rest) || /^(?:too|very|so) \w+/.test(rest)
  ) return null;
  const why = folds[end] === "," || folds[end] === "because"
    ? words(input, end + 1, folds.length)
    : "";
  const positive = negative ? /^you (\w+) (them|it)\b/.exec(folds.slice(end + 1).join(" ")) : null;
  const instead = positive === null ? "" : `; ${positive[1] ?? ""} ${positive[2] ?? ""} instead`;
  return explainedOf(
    input,
    `${negative ? "do not " : ""}${only ? "only " : ""}${verb} ${body}${instead}`,
    {
      ...(conditioned ? { trigger: conditionOf(input, at) } : {}),
      ...(instead === "" ? { why } : {}),
    },
  );
}

/** `when I name a room you …`, `for balances you …`: a condition in front of `you`. */
function opensCondition(folds: readonly string[], you: number): boolean {
  const first = folds[0] ?? "";
  if (you < 2 || you > 12) return false;
  return /^(?:when|whenever|if)$/.test(first) &&
      /^(?:i|we|a|an|any|someone|somebody|there)$/.test(folds[1] ?? "") ||
    /^(?:for|with|on|in)$/.test(first) && you <= 5 &&
      (/[^s]s$/.test(folds[you - 1] ?? "") || /^(?:any|every|each|all)$/.test(folds[1] ?? ""));
}

function conditionOf(input: Input, you: number): string {
  const first = input.folds[0] ?? "";
  const to = input.folds[you - 1] === "," ? you - 1 : you;
  const text = textOf(input.sentence, 1, to, { person: "rule" });
  return /^(?:when|whenever|if)$/.test(first) ? `When ${text}` : `When it comes to ${text}`;
}

/** `Dates belong in ISO format, anything else confuses the accountants`: a norm with its reason. */
const PLACED =
  /^(?:(?:no|but|sorry|please|and|ugh|hey)(?: ?, ?| )?)*((?:[a-z-]+ ){0,3}?[a-z-]+[^s\W]s(?: (?:over|under|above|below|with|without|from|for|to) (?:[\w-]+ ){1,3}?)?) ?(?:always |only |just )*(go|belong|come|get|stay|run|are|start|end)(?: always| only| never)? ((?:in|on|under|as|with|to|first|last|before|after|at|by|from|per|without|split|grouped|sorted|rounded|written|kept|put|listed|shown|sent|booked|filed|named|billed|paid|an?|no|only|their own)\b ?.{0,90})$/;

/** `that's our standard`, `you only translate the rest`: what makes a statement the way of the house. */
const HOUSE =
  /\b(?:that|it) is (?:just )?(?:our|the|a|my) (?:\w+ )?(?:standard|rule|policy|convention|practice|style|norm|law|custom)\b|\bhow we do (?:it|things)\b|[,;] you (?:only|never) \w+/;

/** `Rates go in percent, my slides are all like that`, `functions over fifty lines get split`. */
export function thingsGo(input: Input): Draft {
  const told = input.pushbacks.length > 0 || HOUSE.test(input.text);
  const match = isReaction(input) && told ? PLACED.exec(input.text) : null;
  if (match === null) return null;
  const norm = instructionIn(input.sentence, 0, input.folds.length);
  if (norm?.head.form === "norm" && input.pushbacks.length > 0) return null;
  const subject = (match[1] ?? "").trim().split(" ");
  const lead = input.text.length - match[0].length;
  const at = input.folds.indexOf(subject[0] ?? "", lead);
  const rest = match[3] ?? "";
  if (
    subject.some((word) =>
      /^(?:i|we|you|he|she|it|they|is|this|that|these|those|the|a|an|his|her|who|what|there|yes|thanks|does|was|has|always|and|but|all|if|when|why|how|because)$/
        .test(word)
    ) ||
    /^(?:on (?:the|a) \w+|to (?:the )?(?:school|bed|work|sleep|waste|hell|town)|from (?:the|a)|by (?:bus|car|train|plane|foot)|in (?:the|a) \w+ (?:of|at|on)|at (?:the|home))/
        .test(rest) &&
      !/\b(?:always|only|every|all|not|never|first|folder|column|row|list)\b/.test(input.text)
  ) return null;
  const isOutput = subject.some((word) => OUTPUTS.has(word) || STYLE_WORDS.has(word));
  const asked =
    input.context.window[input.read.index - 2]?.sentences.some((sentence) =>
      sentence.tokens.some((token) =>
        subject.includes(token.fold) || subject.includes(`${token.fold}s`)
      )
    ) === true;
  const start = input.folds.findIndex((word, index) =>
    index >= at + subject.length && word === (match[2] ?? "")
  );
  const end = mainEnd(input.folds, start + 1);
  const because = end < input.folds.length;
  const standing = strongCue(input.folds, "en") !== "" ||
    /\b(?:only|must|standard|policy|rule|here)\b/.test(input.text);
  if (!(isOutput || asked || because || standing) || /\d/.test(subject.join(" "))) return null;
  const body = words(input, at, end);
  return explainedOf(input, `make sure ${body.charAt(0).toLowerCase()}${body.slice(1)}`, {
    why: words(input, end + 1, input.folds.length),
  });
}
