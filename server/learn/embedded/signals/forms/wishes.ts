/**
 * Wishes about all of a kind: `could lesson plans in future come with a rough time?`,
 * `it would be handy to have the hives with a problem on top of these reports`.
 *
 * @module
 */

import { OUTPUTS } from "../../lexicon/things.ts";
import { baseForm, thirdPerson } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { triggerText } from "../condition_trigger.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { capital, type Input, type Reader } from "./form.ts";

const STANDING = "in future|in the future|from now on|going forward|always|from here on";

/** `Perhaps the next reports could start with what went wrong?` */
const NEXT_ONES =
  /\b(?:perhaps|maybe|possibly) (?:the |your )?(?:next|future|coming|other) ((?:[a-z-]+ ){0,2}?([a-z-]+[^s\W]s)) (?:could|can|might|should) (?:please |always |also )?()(not )?([a-z]+) (.{3,110})$/;

const COULD = new RegExp(
  "\\b(?:could|can|might|may) (?:(?:all|any|your|the|my|our|future) )*((?:[a-z-]+ ){0,2}?([a-z-]+[^s\\W]s)) " +
    `(?:(?:please|perhaps|maybe|possibly|also) )*(?:(${STANDING}) )?(?:(?:please|perhaps|maybe) )*(not )?([a-z]+) (.{3,110})$`,
);

/** What things do by themselves. */
const HAPPENS =
  /^(?:be|is|are|go|rise|fall|drop|get|become|happen|arrive|increase|decrease|grow|change|improve|take|fail|break|work|win|lose|stay|matter|look|feel|seem|find|live|fly|eat)$/;

/** `Could lesson plans in future come with a rough time for each activity?` */
export function couldCome(input: Input): ReturnType<Reader> {
  const next = NEXT_ONES.exec(input.text);
  const match = next ?? COULD.exec(input.text);
  const noun = match?.[1] ?? "";
  const verb = match?.[5] ?? "";
  const rest = match?.[6] ?? "";
  const standing = next !== null || match?.[3] !== undefined ||
    new RegExp(`\\b(?:${STANDING})\\b`).test(rest);
  if (
    match === null || !standing || baseForm(verb) !== verb ||
    HAPPENS.test(verb) && !/^(?:start|end)$/.test(verb) &&
      !(verb === "be" &&
        /^(?:in|on|at|with|without|under|sorted|ordered|kept|sent|written) /.test(rest)) ||
    /\bat (?:your|my|our|his|her|the) (?:old|new|last)\b/.test(rest) ||
    /\b(?:i|we|you|he|she|it|they|what|how|why|which|when|who|others|people|kids)\b/.test(noun) ||
    !OUTPUTS.has(match[2] ?? "")
  ) return null;
  const at = input.folds.lastIndexOf(verb);
  const end = trimTrail(input.sentence, at + 1, input.folds.length);
  const body = textOf(input.sentence, at + 1, end, { person: "rule" });
  return body === "" ? null : {
    detector: "D3",
    trigger: outputTrigger(noun),
    content: capital(
      `make sure ${noun} ${
        verb === "be"
          ? `are${match[4] === undefined ? "" : " not"}`
          : `${match[4] === undefined ? "" : "do not "}${verb}`
      } ${body}`,
    ),
    rationale: null,
    base: 86,
    adjust: [],
  };
}

const IF_OPENS =
  /\b(?:i|we) (?:do |really |just |only )*wish (?:that )?|\b(?:great|lovely|nice|good|helpful|wonderful|kind|useful|love it|like it|prefer it|appreciate it|help|help me|easier|clearer|better|grateful|happy|handy|perfect|glad) if /;

/** `It'd be lovely if recipes came with the metric amounts first`, `… if every report were sorted by street`. */
export function ifTheyCame(input: Input): ReturnType<Reader> {
  const { folds, sentence } = input;
  const match = IF_OPENS.exec(input.text);
  if (match === null || !/\b(?:would|i am|we are|might|wish)\b/.test(input.text)) return null;
  let from = input.text.slice(0, match.index + match[0].length).trim().split(" ").length;
  while (/^(?:all|any|your|the|my|our|future)$/.test(folds[from] ?? "")) from++;
  const one = /^(?:every|each)$/.test(folds[from] ?? "");
  const noun = folds.findIndex((word, at) =>
    at >= from && at < from + 5 && OUTPUTS.has(word) && (one || /[^s]s$/.test(word)) &&
    !OUTPUTS.has(folds[at + 1] ?? "")
  );
  if (noun < 0) return null;
  let at = noun + 1;
  while (/^(?:could|would|always|please|did|also|only)$/.test(folds[at] ?? "")) at++;
  const negative = folds[at] === "not";
  if (negative) at++;
  const said = folds[at] ?? "";
  const done = /^(?:were|was|be)$/.test(said) &&
    /^(?:always |not |only )*\w+(?:ed|en|put|shown|kept|made|sent|set)\b/.test(
      folds.slice(at + 1).join(" "),
    );
  const verb = said === "had" ? "have" : baseForm(said) ?? "";
  const named = folds.slice(from, noun + 1).join(" ");
  const rest = folds.slice(at + 1).join(" ");
  if (
    verb === "" || HAPPENS.test(verb) && !done || rest.length < 3 ||
    /^(?:down|up|back|out|true|over|along|soon|cheaper|earlier|later|faster)\b/.test(rest) ||
    /\b(?:i|we|you|he|she|it|they|those|these|others|people)\b/.test(named) ||
    /\b(?:today|tomorrow|this|yesterday|last \w+|than|by (?:mon|tues|wednes|thurs|fri)day)\b/.test(
      rest,
    )
  ) return null;
  const end = trimTrail(sentence, at + 1, wishEnd(input, at + 1));
  const body = textOf(sentence, at + 1, end, { person: "rule" });
  const deed = done
    ? one ? "is" : "are"
    : `${negative ? (one ? "does not " : "do not ") : ""}${
      one && !negative ? thirdPerson(verb) : verb
    }`;
  return body === "" ? null : {
    detector: "D3",
    trigger: outputTrigger(named.replace(/^(?:every|each) /, "")),
    content: capital(`make sure ${named} ${deed} ${body}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

const NICE =
  "handy|handier|nice|nicer|great|lovely|good|better|helpful|useful|wonderful|perfect|easier|clearer|kind|ideal|brilliant|fantastic";

/** What opens a wish for something to be in an answer; the thing wished for follows. */
const WISHES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:would|might|could) (?:also |really |just )?be (?:very |rather |really |so |even |most |much |quite |a bit |extra )?(?:${NICE}) (?:for (?:me|us) )?(?:to (?:have|get|see|find|read)|with|having|getting|seeing) `,
  ),
  /\b(?:i|we) (?:would|could) (?:really |also |very much |so |just )?(?:like|love|appreciate|prefer|welcome|value|enjoy|rather (?:have|get|see)|be (?:very |really |so |most )?(?:grateful|glad|thankful|happy) (?:for|of|about|with|to (?:have|get|see))|do with|find it (?:easier|helpful|useful|handy|nice) to (?:have|get|see))(?: to (?:have|get|see|find|read))? (?!it\b|that\b|to\b|if\b|you\b|this\b)/,
  /\b(?:would|is) it (?:be )?(?:at all )?(?:possible|ok|okay|too much(?: trouble)?|alright) (?:to|if (?:i|we)) (?:have|get|see|got|had) /,
  /\b(?:can|could|may|might) (?:i|we) (?:please |perhaps |maybe |always |also |just )*(?:have|get|see) /,
];

/** What makes a wish one for all of a kind. */
const FOR_ALL_OF =
  /\b(?:from now on|in (?:the )?future|next time|going forward|always|every (?:time|morning|evening|day|week|month)|each (?:time|morning|day|week)|from here on(?: in)?|by default|(?:with|in|on|at the \w+ of|under|next to|beside|for|to|of|above|below|after|before) (?:every|each|all|any|these|those|your)|(?:in|on|at the \w+ of) (?:the )?(?:future|coming|next) \w+s|whenever|when (?:it is about|it comes to|i ask|you (?:give|write|show|list|tell|send|quote|name|mention)))\b/;

/** Where in an answer something is to stand. */
const STANDS =
  /\b(?:at the (?:very )?(?:top|bottom|start|beginning|end|front|head|foot)|on top|first|last|next to|beside|under|underneath|below|above|in front|in bold|in brackets|before|after|alongside)\b/;

/** `It'd be handy to have the hives with a problem at the top of these reports`, `could we have the allergens under each dish?` */
export function wishedFor(input: Input): ReturnType<Reader> {
  const match = WISHES.map((form) => form.exec(input.text)).find((found) => found !== null);
  if (match === undefined || match === null) return null;
  const at = input.text.slice(0, match.index + match[0].length).trim().split(" ").length;
  const end = wishEnd(input, at);
  const said = input.folds.slice(at, end).join(" ");
  if (
    !FOR_ALL_OF.test(input.text) || /\bnext time (?:i|we|you|they|he|she)\b/.test(input.text) ||
    /\b(?:this|today|tonight|tomorrow|now)\b(?! on)|\b(?:that way|like that)\b/.test(said) ||
    /^(?:it|that|this|a (?:look|word|chat|go|break|coffee|table for|room|seat)|you|him|her|them|one|some|more time|time)\b/
      .test(said)
  ) return null;
  const trimmed = trimTrail(input.sentence, at, end);
  const body = textOf(input.sentence, at, trimmed, { person: "rule" });
  if (body.split(" ").length < (/\b(?:from now on|in future|always)\b/.test(input.text) ? 2 : 3)) {
    return null;
  }
  return {
    detector: "D3",
    trigger: wishTrigger(input, at, trimmed),
    content: capital(
      `${STANDS.test(said) ? "put" : "give"} ${body}${
        match[0].endsWith(" to read ") ? " to read" : ""
      }`,
    ),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** A wish ends where its politeness or its reason begins. */
function wishEnd(input: Input, from: number): number {
  for (let at = from; at < input.folds.length; at++) {
    const word = input.folds[at] ?? "";
    if (/^(?:because|since|otherwise|whenever)$/.test(word)) return at;
    if (
      /^(?:[,;:]|\u2013|\u2014|-)$/.test(word) &&
      !/^(?:not|and|then|or)$/.test(input.folds[at + 1] ?? "")
    ) {
      return at;
    }
    if (word === "if" && /^(?:that|it|you|possible)$/.test(input.folds[at + 1] ?? "")) return at;
  }
  return input.folds.length;
}

/** Where it is wished for: `whenever you …`, the output behind `these` or `each`, or the request before. */
function wishTrigger(input: Input, from: number, to: number): string {
  const { folds, sentence, context, read } = input;
  const when = folds.findIndex((word, at) => word === "whenever" || word === "when" && at > from);
  if (when >= 0 && when + 2 < folds.length) {
    return triggerText(sentence, { from: when + 1, to: wishEnd(input, when + 1) }, "when");
  }
  for (let at = to - 1; at > from; at--) {
    if (!/^(?:every|each|all|any|these|those|your)$/.test(folds[at] ?? "")) continue;
    const noun = folds.findIndex((word, index) =>
      index > at && index < to && index < at + 4 && OUTPUTS.has(word)
    );
    if (noun >= 0) return outputTrigger(textOf(sentence, at + 1, noun + 1, { person: "rule" }));
  }
  const asked = requestTrigger(context.window, read.index);
  if (asked !== "") return asked;
  const noun = folds.findLastIndex((word, at) => at >= from && at < to && OUTPUTS.has(word));
  return noun < 0 ? EVERY_ANSWER : outputTrigger(folds[noun] ?? "");
}

const WOULD_BE = new RegExp(
  `^(.*?)((?:(?:the|a|an|some|your) )?(?:[a-z-]+ ){1,4}(?:on|in|with|at|under|next to|for|to) (?:[\\w-]+ ){1,4}?)(?:would|might) be (?:very |really |rather |so |much )?(?:${NICE}|grand|appreciated|welcome|wonderful|super)\\b`,
);

/** `Page numbers on the hymn sheets would be grand, from here on`. */
export function wouldBeNice(input: Input): ReturnType<Reader> {
  const match = WOULD_BE.exec(input.text);
  const before = (match?.[1] ?? "").trim();
  const named = (match?.[2] ?? "").trim();
  if (
    match === null || before !== "" && !/[,;:]$/.test(before) || !FOR_ALL_OF.test(input.text) ||
    /\b(?:it|that|this|which|what|who|i|we|you|he|she|they|there|trip|walk|day|holiday)\b/.test(
      named,
    ) ||
    !named.split(" ").some((word) => OUTPUTS.has(word))
  ) return null;
  const at = before === "" ? 0 : before.split(" ").length;
  const end = at + named.split(" ").length;
  const text = textOf(input.sentence, at, end, { person: "rule" });
  const body = at === 0 && !/^[A-Z]{2}/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
  return {
    detector: "D3",
    trigger: wishTrigger(input, at, end),
    content: capital(
      `${STANDS.test(named) || / (?:on|in|at|under) /.test(named) ? "put" : "give"} ${body}`,
    ),
    rationale: null,
    base: 82,
    adjust: [],
  };
}
