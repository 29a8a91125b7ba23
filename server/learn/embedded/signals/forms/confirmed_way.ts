/**
 * A way of working named and confirmed: `price per tonne delivered, that's how I compare suppliers`.
 *
 * @module
 */

import { strongCue } from "../../analysis/scope.ts";
import { FUNCTION_WORDS, OUTPUTS } from "../../lexicon/things.ts";
import { baseForm, gerund, isTaskVerb } from "../../lexicon/verbs.ts";
import { wordSet } from "../../lexicon/words.ts";
import { textOf } from "../../rules/values.ts";
import { confirmationsOf } from "../confirmation.ts";
import { trimTrail } from "../heads/leads.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { capital, type Input, type Reader } from "./form.ts";

/** What ties the named way to the user: `that's how I …`, `exactly the way we …`. */
const MINE =
  /^(?:and )?(?:(?:that|this|which|it) is (?:exactly |just |precisely |really )?(?:how|the way|what|the format|the order)|(?:exactly|just|precisely) (?:how|the way|what|as)|the way) (?:i|we|(?:my|our) [\w-]+) (?:always |usually |really |should |could |can |ought to |are going to |will )?(\w+)(?: (.*))?$/;

/** `please always go about it that way`. */
const AGAIN =
  /^(?:and |please |so |just |always |that is how )*(?:more of (?:that|this|those)(?: please)?|make (?:that|this|it) (?:your|a|the) (?:new )?(?:habit|rule|standard|default|norm|practice)|keep (?:it|that|this|doing (?:it|that|this))(?: (?:up|so|like (?:that|this)|that way|this way|please))*|(?:do|go about|handle|approach|tackle|work|carry on|go on|continue|structure|present|lay) (?:(?:it|this|that|things|them|everything|out) )*(?:that way|this way|like (?:that|this)|in (?:that|this) order|so)(?: (?:please|always|every time|from now on|in future|again))*)$/;

/** `keep working that way`, `please go on sorting weekend ideas like that`. */
const KEEP_SO =
  /^(?:and |please |so |just )*(?:keep|go on|carry on|continue) ([a-z]+ing)((?: [\w-]+){0,4}?) (?:that way|this way|like (?:that|this)|so)(?: (?:please|always|from now on|in future))*$/;

/** `stay with that whenever we go through a score`, `stick with it for all inspection reports`. */
const STAY_WITH =
  /^(?:and |please |so |just |always |let's )*(?:stick|stay|keep|hold|go on|carry on|continue) (?:to|with) (?:that|this|it)(?: (?:(?:for|in|with|on) (?:all |every |each |any )(?:of )?(?:(?:the|my|our) )?((?:[\w-]+ ){0,2}[\w-]+)|(?:whenever|when|every time|each time) (i|we|you) ([a-z]+) ([\w' -]{3,40})))(?: (?:please|from now on|in future))*$/;

/** `please keep the cellar list in that order`. */
const KEEP_FORM =
  /^(?:and |please |so |just |always )*(?:keep|do|make|write|sort|give|send|show) (?:the |my |our |all |every |each )+((?:[\w-]+ ){0,2}[\w-]+) (?:in (?:that|this) (?:order|form|format|way)|that way|this way)(?: (?:please|from now on|always|in future))*$/;

/** `do all invoices like this`. */
const ALL_LIKE =
  /^(?:and |please |now |so )*(?:do|make|write|send|format|structure|draft|prepare|lay out) (?:all|every|each|all my|all our|my|our) ((?:[\w-]+ ){0,2}[\w-]+) (?:like (?:this|that)|that way|this way)(?: (?:please|from now on))*$/;

/** `all my estimates should look like this`. */
const ALL_SHOULD =
  /^(?:and |please |so )*(?:all|every|each) (?:of )?(?:my |our |the )?((?:[\w-]+ ){0,2}[\w-]+) (?:should|must|has to|have to|are to|is to) (?:always )?(?:look|be|go|read|come|be laid out|be written|be done) (?:like (?:this|that)|that way|this way|so)$/;

/** `explain recipes like this from here on`. */
const PLURAL_LIKE =
  /^(?:and |please |now |so )*(?:do|make|write|send|format|structure|draft|prepare|explain|describe|show|present|handle|answer|report|summari[sz]e|list) (?:my |our |such )?((?:[\w-]+ )?[\w-]+[^s]s) (?:like (?:this|that)|that way|this way) (?:please |always |from (?:now|here) on|in future|every time)+(?: please)?$/;

/** `that's how we should do all of them`, `do them all like this`. */
const DO_ALL_SO =
  /^(?:and )?(?:(?:that|this|which|it) is (?:exactly |just )?(?:how|the way) (?:i|we|you) (?:should|could|ought to|must|will|want to|are to|need to) (?:always )?(?:do|handle|make|write|present|build|run|treat) (?:all|every|each|them|those|these|it)(?: .{0,30})?|do (?:them all|all of (?:them|these|those)|every one) (?:like (?:this|that)|that way|this way))$/;

/** `that's how we do it here`. */
const HOUSE_WAY =
  /^(?:and )?(?:that|this|which) is (?:exactly |just )?(?:how|the way) we (?:do|like to do|always do|usually do) (?:it|this|that|things)(?: (?:here|around here|in this (?:team|house|firm|company|repo)))?$/;

/** `that's what works for me`, `that order works best for us`. */
const WORKS =
  /^(?:and )?(?:that|this|it) is (?:exactly |just |really )?what (?:works|helps|counts|clicks) (?:best |most )?(?:for|with) (?:me|us)(?: best)?$/;

const PRAISE =
  /^(?:(?:nice one|good one|good idea|great idea|nice touch|yes|yep|ah|oh|exactly|perfect|great|good|lovely|nice|super|fantastic|wonderful|brilliant|excellent|awesome|spot on|ideal|right|well done|thanks for|thank you for|thanks|thank you|love (?:it|this|that|the way|how)|(?:i )?(?:really )?(?:love|like|loved|liked)(?= the)|ok|and|so|now|finally|there we go)(?: ?[,.!:\u2013\u2014-] ?| )?)+/;

/** Praise behind the way: `profile first, change later, spot on`. */
const VERDICT =
  / , (?:(?:and )?(?:that|this|it) is (?:just |exactly |absolutely |really |so )?)?(?:spot on|wonderful|great|perfect|lovely|brilliant|excellent|exactly|fantastic|super|nice|very good|good|ideal|well done|just right|right|it|how it should be|what (?:i|we) (?:want|need|wanted|needed))$| is (?:spot on|perfect|great|ideal|just right|exactly right)$/;

/** The confirmed way as a rule, or null. */
export function confirmedWay(input: Input): ReturnType<Reader> {
  const { context, read, sentence, folds } = input;
  const before = context.window[read.index - 1];
  if (before?.turn.speaker !== "assistant" || sentence.terminator === "?") return null;
  const pieces = piecesOf(folds);
  const at = pieces.findIndex((piece) => tieOf(piece.text) !== null);
  if (at < 0) return null;
  const tie = tieOf(pieces[at]?.text ?? "");
  const named = at === 0 ? namedBefore(input) : namedIn(input, pieces[at]?.from ?? 0);
  if (tie === null || named === "") return null;
  if (tie.trigger === null && !isStanding(read.sentences, tie.verb)) return null;
  // `First this, then that, spot on. Keep working that way`: praise alone would take the last step only.
  const isSequence = tie.verb === "keep" &&
    / (?:first|then|later|last)\b/.test(` ${named.toLowerCase()}`);
  if (
    !isSequence && tie.isFirm !== true &&
    confirmationsOf(read, { ...context, declined: [] }).length > 0
  ) return null;
  return {
    detector: "D9",
    trigger: tie.trigger ?? (requestTrigger(context.window, read.index) || EVERY_ANSWER),
    content: capital(`Do it this way: ${named.charAt(0).toLowerCase()}${named.slice(1)}`),
    rationale: "The user confirmed it",
    base: 80,
    adjust: [],
  };
}

interface Tie {
  readonly verb: string;
  /** Where it holds, when the user says so. */
  readonly trigger: string | null;
  /** The user says it all, whatever else is praised in the turn. */
  readonly isFirm?: boolean;
}

/** Words of which each tie has one. */
const TIES = wordSet("that this those which it so exactly just precisely way");

function tieOf(text: string): Tie | null {
  if (!text.split(" ").some((word) => TIES.has(word))) return null;
  if (WORKS.test(text)) return { verb: "like", trigger: null };
  if (AGAIN.test(text)) return { verb: "again", trigger: null };
  const kept = KEEP_SO.exec(text);
  if (kept !== null) {
    const object = (kept[2] ?? "").trim();
    return {
      verb: "keep",
      trigger: object === "" || /^(?:it|this|that|them|things)$/.test(object)
        ? null
        : `When ${kept[1] ?? ""} ${object}`,
    };
  }
  const stay = STAY_WITH.exec(text);
  if (stay !== null) {
    const [, kind, who = "", does = "", object = ""] = stay;
    return {
      verb: "again",
      isFirm: true,
      trigger: kind === undefined ? deedTrigger(who, does, object) : kindTrigger(kind),
    };
  }
  const all = (ALL_LIKE.exec(text) ?? PLURAL_LIKE.exec(text) ?? ALL_SHOULD.exec(text) ??
    KEEP_FORM.exec(text))?.[1];
  if (all !== undefined) return { verb: "again", trigger: outputTrigger(all) };
  if (HOUSE_WAY.test(text)) return { verb: "like", trigger: null };
  if (DO_ALL_SO.test(text)) return { verb: "like", trigger: null };
  const match = MINE.exec(text);
  const verb = match?.[1] ?? "";
  const wish = /^(?:like|want|need|prefer|love)$/.test(verb);
  if (
    match === null || !wish && (baseForm(verb) !== verb || !isTaskVerb(verb) && verb !== "learn")
  ) {
    return null;
  }
  const rest = (match[2] ?? "").replace(/ (?:to be|please|always|from now on|best|most)$/, "");
  const words = rest.split(" ");
  if (wish) {
    const deed = DEED.exec(rest);
    if (deed !== null) {
      const [, who = "", does = "", object = ""] = deed;
      return { verb, isFirm: true, trigger: deedTrigger(who, does, object) };
    }
    const kind =
      /^(?:(?:for|with|in|on|to) )?(?:every|all|each|any|my|all my|our|all our|your) ((?:[\w-]+ ){0,2}?[\w-]+)(?: (?:from|by|with|of|in|to|you|when|,|for|handled|done|written|made|sent|laid|kept|put) ?.*)?$/
        .exec(rest)?.[1];
    const plural = PLURAL_KIND.exec(rest)?.[1];
    if (plural !== undefined) {
      return { verb, isFirm: true, trigger: kindTrigger(plural) };
    }
    if (kind !== undefined) {
      return { verb, trigger: kindTrigger(kind) };
    }
    return /^(?:it|them|this|that|things|my \w+|the \w+s)?(?: .{0,12})?$/.test(rest)
      ? { verb, trigger: null }
      : null;
  }
  const plural = words.find((word) => /[^s]s$/.test(word) && word.length > 3);
  if (plural === undefined || words.length > 4) return { verb, trigger: null };
  return { verb, trigger: `When ${gerund(verb)} ${rest.replace(/^(?:my|our|the) /, "")}` };
}

/** `we go through a score`: the deed in which it is wanted. */
function deedTrigger(who: string, does: string, object: string): string {
  const doing = userText(`${gerund(baseForm(does) ?? does)} ${object}`);
  return who === "i" ? `When the user is ${doing}` : `When ${doing}`;
}

function kindTrigger(kind: string): string {
  return OUTPUTS.has(kind.split(" ").at(-1) ?? "")
    ? outputTrigger(kind)
    : `When it comes to ${/s$/.test(kind) ? "" : /^[aeiou]/.test(kind) ? "an " : "a "}${kind}`;
}

/** `it whenever we do her homework`: where it is wanted. */
const DEED =
  /^(?:it|them|this|that|things) (?:to be |done )?(?:whenever|when|every time|each time|if) (i|we|you) ([a-z]+) ([\w' -]{3,40})$/;
/** `loan offers from you`: the kind in the plural. */
const PLURAL_KIND =
  /^((?:(?!my|our|the|all|every|each|any|your|these|those|such)[\w-]+ ){0,2}[\w-]+[^s\W]s)(?: (?:from you|done|written|sorted|laid out|sent|shown|made|presented|handled|in future))*$/;

function userText(text: string): string {
  return text.replace(/\b(?:my|our)\b/g, "the user's").replace(/\b(?:me|us)\b/g, "the user");
}

/** A wish holds by itself; a way of the user's own only if it is to be kept. */
function isStanding(sentences: Input["read"]["sentences"], verb: string): boolean {
  return /^(?:like|want|need|prefer|love)$/.test(verb) ||
    sentences.some((entry) => {
      const folds = entry.tokens.map((token) => token.fold);
      return strongCue(folds, "en") !== "" ||
        /\b(?:all (?:my|our|of)|keep|stick to|stay with|again|more of|every|habit|rule|standard|default|norm)\b/
          .test(
            folds.join(" "),
          );
    });
}

function piecesOf(folds: readonly string[]): { from: number; text: string }[] {
  const out: { from: number; text: string }[] = [];
  let from = 0;
  for (let at = 0; at <= folds.length; at++) {
    if (at < folds.length && !/^[,;:\u2013\u2014-]$/.test(folds[at] ?? "")) continue;
    if (at > from) out.push({ from, text: folds.slice(from, at).join(" ") });
    from = at + 1;
  }
  return out;
}

/** The way named in front of the tie; "" when it is no noun phrase or points at something. */
function namedIn(input: Input, to: number): string {
  return wayIn(input.sentence, to);
}

function namedBefore(input: Input): string {
  const index = input.read.sentences.indexOf(input.sentence);
  // `With bar numbers! Now I find the spots. Stay with that …`: what it is good for may stand between.
  return input.read.sentences.slice(Math.max(0, index - 2), index).map((before) =>
    before.lang !== "en" || before.terminator === "?" ? "" : wayIn(before, before.tokens.length)
  ).findLast((way) => way !== "") ?? "";
}

const CLAUSE =
  /^(?:i|we|you|he|she|it|they|this|that|these|those|there|who|why|what|is|are|was|were|am|do|does|did|not|never|no|will|would|can|could|should|has|have|had|because|if)$/;

function wayIn(sentence: Input["sentence"], until: number): string {
  const to = sentence.tokens[until - 1]?.kind === "punct" ? until - 1 : until;
  const folds = sentence.tokens.slice(0, to).map((token) => token.fold);
  const lead = PRAISE.exec(`${folds.join(" ")} `)?.[0].trim() ?? "";
  const from = lead === "" ? 0 : lead.split(" ").length;
  const verdict = VERDICT.exec(folds.join(" "))?.[0].trim() ?? "";
  const end = trimTrail(sentence, from, verdict === "" ? to : to - verdict.split(" ").length);
  const words = folds.slice(from, end);
  const content = words.filter((word) => /^[a-z]/.test(word) && !FUNCTION_WORDS.has(word));
  const built = words.some((word) =>
    /^(?:first|then|last|before|after|with|without|per|by|in|at|on|as|only|and|from|one|two|three|each|grouped|sorted|ordered)$/
      .test(word) || /[^s]s$|^\w+-\w+$/.test(word)
  );
  const listed = words.filter((word) => word === ",").length >= 2;
  if (
    content.length < 2 || words.length > 16 || !(built || listed) ||
    words.some((word, index) =>
      CLAUSE.test(word) &&
      // `what needs doing in the first line`
      !(index === 0 && word === "what" && /^(?:needs?|has|changed|is|to)$/.test(words[1] ?? "")) &&
      // `by the total, not by the rate`, `one hint and no solution`.
      !(/^(?:not|no|never)$/.test(word) && /^(?:,|and|but)$/.test(words[index - 1] ?? "")) &&
      !(/^(?:it|this|that)$/.test(word) &&
        /^(?:in|with|on|to|for|under|above|below|behind|beside|over|beneath)$/.test(
          words[index - 1] ?? "",
        ))
    ) ||
    words.some((word) => /\d/.test(word))
  ) return "";
  return textOf(sentence, from, end, { person: "rule" });
}
