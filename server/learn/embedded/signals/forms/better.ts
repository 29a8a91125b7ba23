/**
 * How answers are to be better: `answers are too long`, `could explanations be less legal?`, `fewer superlatives`.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { capital, correctionOf, type Draft, type Input, objection, type Reader } from "./form.ts";
import { isReaction } from "./reaction.ts";

/** `Could future lists perhaps be sorted by price?` → `Make sure lists are sorted by price`. */
export function couldBe(input: Input): ReturnType<Reader> {
  const match =
    /\b(?:could|can|might|may|would|should) (?:your |the |all |my |future |all future )*((?:[\w-]+ )??(\w+s)) (?:please |always |perhaps |maybe |possibly |also |just )*be (\w+ed|\w+en|made|put|kept|sent|shown|given|done|set|written|read|cut)\b(.*)$/
      .exec(input.text);
  if (match === null || !OUTPUTS.has(match[2] ?? "")) return null;
  const rest = (match[4] ?? "").replace(/ [,;:?.].*$/, "").replace(
    / (?:please|in future|from now on|if .*)$/,
    "",
  );
  // `Can the replies be seen by others?` asks.
  if (
    input.sentence.terminator === "?" && /^ by\b/.test(rest) &&
    /^(?:seen|read|heard|used|found|shared|stolen|opened|changed|made|written)$/.test(
      match[3] ?? "",
    )
  ) return null;
  return {
    detector: "D3",
    trigger: `When giving ${match[1] ?? ""}`,
    content: capital(`Make sure ${match[1] ?? ""} are ${match[3] ?? ""}${rest}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

const LESS: Readonly<Record<string, string>> = {
  long: "shorter",
  wordy: "shorter",
  verbose: "shorter",
  short: "longer",
  brief: "longer",
  formal: "less formal",
  informal: "more formal",
  casual: "more formal",
  technical: "less technical",
  complicated: "simpler",
  complex: "simpler",
  vague: "more concrete",
  detailed: "less detailed",
  chatty: "less chatty",
  legal: "less legal",
  salesy: "less salesy",
  dense: "easier to read",
  academic: "less academic",
  generic: "more specific",
  flowery: "plainer",
  dry: "livelier",
  cheerful: "more sober",
  enthusiastic: "more sober",
  stiff: "less stiff",
};

/** `Your answers are far too long` → `Keep answers shorter`. */
export function complaint(input: Input): ReturnType<Reader> {
  const match =
    /\b(?:your|all your|these|the) ((?:[\w-]+ )?(\w+s)) (?:are|were|get|always are|are always|are still|are often|have been) (?:just |always |usually |often |still )?(?:a bit |a little |way |far |much |rather )?too (\w+)/
      .exec(input.text);
  if (match === null) return null;
  const noun = match[2] ?? "";
  const better = LESS[match[3] ?? ""];
  if (!OUTPUTS.has(noun) || better === undefined) return null;
  return {
    detector: "D3",
    trigger: /^(?:answers|replies|responses)$/.test(noun)
      ? "When answering"
      : `When writing ${match[1] ?? noun}`,
    content: `Keep ${match[1] ?? noun} ${better}`,
    rationale: capital(`The user objected: ${match[0]}`),
    base: 80,
    adjust: [],
  };
}

/** `Could the letters be a little larger in the documents you make?` */
const COULD_BE_MORE =
  /\b(?:could|can|might|may) (?:the |your |all )?((?:[\w-]+ )?(\w+s)) (?:please |perhaps |maybe |possibly )?be ((?:a (?:little|bit|touch) )?(?:less|more|shorter|longer|simpler|plainer|clearer|briefer|larger|bigger|smaller|slower)(?: [\w-]+)*) (?:(?:in|on|for) (?:the|all|your|my|any|every) .*\b(?:you|documents|answers|replies)|in future|from now on)/;

/** `It might be wonderful if explanations could be a little less legal` → `Make explanations a little less legal`. */
export function wishForLess(input: Input): ReturnType<Reader> {
  const match =
    /\b((?:the |your |all )?(?:[\w-]+ )?(\w+s)) (?:could|can|should|were|would|might) (?:please |always |perhaps |maybe |possibly )?(?:be )?((?:a (?:little|bit|touch) )?(?:less|more|shorter|longer|simpler|plainer|clearer|briefer|larger|bigger|smaller|slower|friendlier|kinder)(?: [\w-]+){0,4})/
      .exec(input.text);
  const asked = match ?? COULD_BE_MORE.exec(input.text);
  if (asked === null) return null;
  const noun = asked[2] ?? "";
  if (!OUTPUTS.has(noun)) return null;
  const subject = (asked[1] ?? noun).replace(/^(?:the|your|all|if) /, "").replace(/^if /, "")
    .replace(/^(?:my|our) /, "the user's ");
  const how = (asked[3] ?? "").replace(/ (?:in|for|from|going|if|please|next)\b.*$/, "");
  return {
    detector: "D3",
    trigger: /^(?:answers|replies|responses)$/.test(noun)
      ? "When answering"
      : subject.startsWith("the user's ")
      ? outputTrigger(noun)
      : `When giving ${subject}`,
    content: capital(`Make ${subject} ${how}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `Might your summaries perhaps mention who said what?` */
export function mightMention(input: Input): ReturnType<Reader> {
  const match =
    /\b(?:could|can|might|may|would|should) (?:your|the|all|all your|my) ((?:[\w-]+ )??(\w+s)) (?:please |always |perhaps |maybe |possibly |also |just )*(not )?(\w+) (.+)$/
      .exec(input.text);
  if (
    match === null || !OUTPUTS.has(match[2] ?? "") || /^(?:be|is|are|have)$/.test(match[4] ?? "")
  ) return null;
  const verb = baseForm(match[4] ?? "");
  if (verb === undefined || verb !== match[4]) return null;
  const rest = (match[5] ?? "").replace(/ [,;:?.].*$/, "").replace(
    / (?:please|in future|from now on|if .*)$/,
    "",
  );
  return {
    detector: "D3",
    trigger: `When writing ${match[1] ?? ""}`,
    content: capital(match[3] === undefined ? `${verb} ${rest}` : `Do not ${verb} ${rest}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `Fewer superlatives in letters to the council`, `less shouting, more facts, the same for all issues`. */
export function lessIn(input: Input, bare: string): ReturnType<Reader> {
  const match =
    /^(less|fewer|more) ((?:[a-z-]+ ){0,2}?[a-z-]+)(?: ((?:in|with|for) (?:(?:the|our|my|all|your) )?(?:[a-z-]+ ){0,2}?[a-z-]+[^s\W]s(?: (?:to|for|about) .{2,30})?)| ?, (?:and )?((?:more|less|fewer) [a-z-]+(?: [a-z-]+)?)(?: please)?(?: ?, (?:the )?(?:same|also) (?:for|in|with) (.{3,40}))?)$/
      .exec(bare);
  if (match === null || !isReaction(input)) return null;
  const [, how = "", what = "", place, contrast, range] = match;
  const noun = what.split(" ").at(-1) ?? "";
  if (
    isTaskVerb(what.split(" ")[0] ?? "") && !what.endsWith("ing") ||
    !(/[^s]s$/.test(noun) || noun.endsWith("ing") || STYLE_WORDS.has(noun)) ||
    /\b(?:than|of|salt|sugar|people|guests|days|hours|minutes)\b/.test(bare)
  ) return null;
  return {
    detector: "D4",
    trigger: range === undefined
      ? requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER
      : outputTrigger(range.replace(/^(?:all|every|each) (?:the |my |our )?/, "")),
    content: capital(
      `use ${how} ${what}${
        contrast === undefined ? "" : ` and ${contrast.replace(/ (?:please|too)$/, "")}`
      }${place === undefined ? "" : ` ${place}`}`,
    ),
    rationale: objection(input.pushbacks, input.sentence),
    base: 80,
    adjust: [],
  };
}

/** `Talk to me like a colleague, not like a call centre.` */
export function talkLike(input: Input): ReturnType<Reader> {
  const match =
    /^(?:please |just |and |but |do not |never |stop )*(?:(?:talk|talking|speak|speaking|write|writing) to|treat|treating) (?:me|us) (?:like (?:a|an|one of|someone|somebody|i am|we are|you would|my|your)|as (?:a|an)|as if|as you would|as to (?:a|an)) .{3,100}$/
      .exec(input.text);
  if (
    match === null || input.sentence.terminator === "?" ||
    /\b(?:today|now|tonight|once|this time|for (?:this|a|one|the)|story|scene|game|role|poem|pirate|robot|character|pretend|imagine|until)\b/
      .test(input.text)
  ) return null;
  const at = input.folds.findIndex((word) => /^(?:talk|speak|writ|treat)/.test(word));
  const negative = /\b(?:do not|never|stop)\b/.test(input.folds.slice(0, at).join(" "));
  const end = trimTrail(input.sentence, at + 1, input.folds.length);
  const verb = (input.folds[at] ?? "").replace(/^writing$/, "write").replace(/ing$/, "");
  const rest = textOf(input.sentence, at + 1, end, { person: "rule" });
  return {
    detector: "D3",
    trigger: EVERY_ANSWER,
    content: capital(`${negative ? "do not " : ""}${verb} ${rest}`),
    rationale: null,
    base: 86,
    adjust: [],
  };
}

const PASSIVE_WISH =
  /\b(?:(?:i|we) would (?:rather|prefer|like|love|much prefer|be (?:glad|happy|grateful|pleased|delighted))(?: it)?|(?:i|we) (?:prefer|like|want)) (?:to be|being|if i (?:was|were)|if we (?:were|are)) (addressed|called|greeted|spoken to|written to|answered) (.{2,60})$/;

/** `I'd be glad to be addressed as Professor` → `Address the user as Professor`. */
export function wantsToBe(input: Input): Draft {
  const match = PASSIVE_WISH.exec(input.text);
  const verb = {
    addressed: "address",
    called: "call",
    greeted: "greet",
    "spoken to": "speak to",
    "written to": "write to",
    answered: "answer",
  }[
    match?.[1] ?? ""
  ];
  if (match === null || verb === undefined || input.sentence.terminator === "?") return null;
  const from = input.folds.length - (match[2] ?? "").split(" ").length;
  const end = trimTrail(input.sentence, from, input.folds.length);
  const body = textOf(input.sentence, from, end, { person: "rule" });
  return /\b(?:today|tomorrow|tonight|for this|by (?:the|my|him|her|them))\b/.test(match[2] ?? "")
    ? null
    : {
      ...correctionOf(input, `${verb} the user ${body}`),
      trigger: EVERY_ANSWER,
      rationale: null,
      detector: "D3",
      base: 82,
    };
}
