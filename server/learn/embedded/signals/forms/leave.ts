/**
 * Leave the user wants to be asked for: `I want to see every post before it goes out`, `nothing over 50 without a yes`.
 *
 * @module
 */

import { baseForm, isTaskVerb } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import {
  asWritten,
  capital,
  correctionOf,
  type Draft,
  type Input,
  LEAD,
  objection,
  POINTS,
  type Reader,
} from "./form.ts";
import { isReaction, wasOrdered } from "./reaction.ts";

const LEAVE: Readonly<Record<string, string>> = {
  see: "show the user",
  read: "show the user",
  check: "let the user check",
  review: "let the user review",
  approve: "let the user approve",
  confirm: "let the user confirm",
};

/** `I want to see every post before it goes out` → `Show the user every post before it goes out`. */
export function wantToSee(input: Input): ReturnType<Reader> {
  const match =
    /^(?:and |but |please |so |from now on ,? ?)*(?:i|we) (?:always )?(?:want|need|would like|have) to (see|read|check|review|approve|confirm) (?:(every|each|all|any) )?(.{3,60}?) (?:before(?! (?:i|we)\b)|first\b)/
      .exec(input.text);
  const deed = LEAVE[match?.[1] ?? ""];
  if (match === null || deed === undefined || input.sentence.terminator === "?") return null;
  const object = match[3] ?? "";
  if (
    (match[2] ?? match[3]) === undefined &&
      !(input.pushbacks.length > 0 && /[^s]s$/.test(object)) ||
    /^(?:it|this|that|the|what|how)\b/.test(object)
  ) return null;
  const at = input.folds.indexOf(match[1] ?? "") + 1;
  const end = trimTrail(input.sentence, at, input.folds.length);
  return {
    detector: input.pushbacks.length > 0 ? "D7" : "D1",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(`${deed} ${textOf(input.sentence, at, end, { person: "rule" })}`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 84,
    adjust: [],
  };
}

const TOLD: Readonly<Record<string, string>> = {
  asked: "ask the user",
  told: "tell the user",
  informed: "inform the user",
  consulted: "consult the user",
  warned: "warn the user",
  notified: "notify the user",
};

/** `For bookings over 300 euros I want to be asked first` → `Ask the user first`. */
export function wantToBeAsked(input: Input): ReturnType<Reader> {
  const match =
    /^(?:please |and |but )*(?:(?:for|on|with|before|when|whenever|if) (.{4,70}?) ,? ?)?(?:i|we) (?:always )?(?:want|need|would like|expect) to be (asked|told|informed|consulted|warned|notified)(?: (first|beforehand|before .{3,60}|when .{3,60}|whenever .{3,60}|if .{3,60}|about (?:every|each|all|any) .{3,60}))?$/
      .exec(input.text);
  const deed = TOLD[match?.[2] ?? ""];
  const front = match?.[1];
  const rest = match?.[3];
  if (
    match === null || deed === undefined || input.sentence.terminator === "?" ||
    front === undefined && (rest === undefined || /^(?:first|beforehand)$/.test(rest)) ||
    /\b(?:this|today|tomorrow|now|it|that|him|her|them|tonight)\b/.test(input.text)
  ) return null;
  const from = front === undefined ? 0 : input.folds.indexOf(front.split(" ")[0] ?? "");
  const situation = front === undefined
    ? EVERY_ANSWER
    : `When it comes to ${
      textOf(input.sentence, from, from + front.trim().split(" ").length, { person: "rule" })
    }`;
  const opener = input.folds[Math.max(0, from - 1)] ?? "";
  const trigger = /^(?:before|when|whenever|if)$/.test(opener) && front !== undefined
    ? situation.replace("When it comes to", opener === "before" ? "Before" : "When")
    : situation;
  const end = rest === undefined ? [] : rest.split(" ");
  const start = input.folds.length - end.length;
  return {
    detector: "D2",
    trigger,
    content: capital(
      `${deed} ${textOf(input.sentence, start, input.folds.length, { person: "rule" })}`,
    ),
    rationale: null,
    base: 86,
    adjust: [],
  };
}

/** `You need my approval for charges over 50` → `Get the user's approval for charges over 50`. */
export function needsLeave(input: Input): ReturnType<Reader> {
  const match =
    /\byou (?:always )?(?:need|must have|have to (?:have|get)|must get) (?:my|our) (approval|ok|okay|permission|consent|go-ahead|sign-off) (?:for|before|to) (?!it\b|that\b|this\b|the\b).{3,80}$/
      .exec(input.text);
  if (match === null || input.sentence.terminator === "?") return null;
  const at = input.folds.indexOf(match[1] ?? "");
  const end = trimTrail(input.sentence, at + 1, input.folds.length);
  return {
    detector: input.pushbacks.length > 0 ? "D7" : "D1",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: `Get the user's ${match[1] ?? ""} ${
      textOf(input.sentence, at + 1, end, { person: "rule" })
    }`,
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
  };
}

const MAY_ONLY = new RegExp(
  `${LEAD}you (?:may|can|are allowed to|are free to|are welcome to) (?:always )?([a-z-]+) (.{3,60}?) ?,? (but only .{3,60}|but (?:not|never) .{3,60}|(?:as long as|provided(?: that)?|only (?:if|when|for|with|after)|except|unless) .{3,60})$`,
);

/** `You're allowed to move my appointments, but only those before noon`. */
export function mayOnly(input: Input): Draft {
  const match = input.sentence.terminator === "?" ? null : MAY_ONLY.exec(input.text);
  const verb = match?.[1] ?? "";
  const object = match?.[2] ?? "";
  if (
    match === null || !isTaskVerb(verb) || baseForm(verb) !== verb ||
    /^(?:it|this|that|him|her|the|a|an)\b/.test(object) || !/[^s]s\b/.test(object) ||
    /\b(?:today|tomorrow|tonight|now|this)\b/.test(input.text)
  ) return null;
  return correctionOf(
    input,
    `${verb} ${asWritten(input, `${object}`)}, ${asWritten(input, match[3] ?? "")}`,
    {
      detector: "D1",
      trigger: `When it comes to ${asWritten(input, object)}`,
      rationale: null,
      base: 84,
    },
  );
}

const NOTHING_WITHOUT = new RegExp(
  `${LEAD}nothing (over|above|beyond|under|below|about|on|in|to) (.{2,50}?) without (.{2,50})$`,
);

/** `Nothing over 50 euros without a yes from me`. */
export function nothingWithout(input: Input): Draft {
  const match = input.sentence.terminator === "?" ? null : NOTHING_WITHOUT.exec(input.text);
  if (
    match === null ||
    /\b(?:is|are|was|were|will|would|has|have|happens|works|beats|says?|said|according)\b/.test(
      input.text,
    )
  ) return null;
  const from = input.folds.indexOf("nothing") + 1;
  const body = textOf(input.sentence, from, trimTrail(input.sentence, from, input.folds.length), {
    person: "rule",
  });
  return correctionOf(input, `do nothing ${body}`, { detector: "D1", base: 84 });
}

const OFF_LIMITS = new RegExp(
  `${LEAD}([\\w./' -]{2,50}?) (?:is|are) (?:strictly |completely |absolutely |totally )?` +
    "(?:off limits|off-limits|taboo|a no-? ?go|no-? ?gos|not an? (?:approved|accepted|option)(?: \\w+)?|not an option|not ok|not okay|out of bounds|out of the question|forbidden|banned|not allowed)" +
    "((?: (?:in|on|for|with|at|to|here) ?[\\w -]{0,40})?)$",
);

/** `rm -rf is off limits`, `force pushes are forbidden on shared branches`. */
export function offLimits(input: Input): Draft {
  const match = isReaction(input) && wasOrdered(input) ? OFF_LIMITS.exec(input.text) : null;
  const what = match?.[1] ?? "";
  if (
    match === null || POINTS.test(what) || /^(?:i|we)\b/.test(what) ||
    /^(?:the|a|an|my|smoking|parking)\b/.test(what) ||
    /\b(?:in|at) (?:my|our|his|her|their|the|this) (?:country|town|city|park|school|building|office)\b/
      .test(
        match[2] ?? "",
      )
  ) return null;
  const place = (match[2] ?? "").replace(/ here$| for this [\w-]+$/, "").trim();
  return correctionOf(
    input,
    `do not use ${asWritten(input, what)} ${place === "" ? "" : asWritten(input, place)}`,
    { isWhole: true },
  );
}
