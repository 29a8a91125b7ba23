/**
 * What is wanted for one kind of thing, said as a need: `for sign-ups I need the headcount`,
 * `in minutes I never want names`, `I don't want libraries for what HTML can do`.
 *
 * @module
 */

import { OUTPUTS } from "../../lexicon/things.ts";
import { thirdPerson } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { outputTrigger } from "../output_trigger.ts";
import { isKind } from "./alternatives.ts";
import { asWritten, correctionOf, type Draft, type Input, LEAD, POINTS } from "./form.ts";

/** What is at hand, or only now. */
const AT_HAND = /\b(?:this|these|those|today|tonight|tomorrow|now|once)\b/;

const NEEDED_FOR = new RegExp(
  `${LEAD}(?:for|with|in|on) ((?:[a-z-]+ ){0,3}[a-z-]+[^s\\W]s) ?,? (?:i|we) (?:always |only |just |really )?(?:need|want|expect) (?!you\\b|it\\b|that\\b|this\\b|to\\b|them\\b)(.{3,100})$`,
);

function triggerOf(input: Input, kind: string): string {
  return OUTPUTS.has(kind.split(" ").at(-1) ?? "")
    ? outputTrigger(kind)
    : `When it comes to ${asWritten(input, kind)}`;
}

/** After an objection: `for course sign-ups I need the headcount and the places left`. */
export function neededFor(input: Input): Draft {
  const match = input.pushbacks.length > 0 ? NEEDED_FOR.exec(input.text) : null;
  const kind = match?.[1] ?? "";
  const wanted = match?.[2] ?? "";
  if (
    match === null || POINTS.test(kind) || AT_HAND.test(input.text) ||
    /^(?:my|our|the|a|an|all my) (?:kids|children|sons|daughters|parents|guests|friends)\b/
      .test(kind)
  ) return null;
  const from = input.folds.length - wanted.split(" ").length;
  const end = trimTrail(input.sentence, from, input.folds.length);
  const body = textOf(input.sentence, from, end, { person: "rule" });
  return body === "" ? null : correctionOf(input, `give ${body}`, {
    trigger: triggerOf(input, kind.replace(/^(?:my|our|the) /, "")),
  });
}

const WANTS_WHEN =
  /^(?:(?:and|but|so|please)(?: ?, ?| )?)*(?:if|when|whenever|every time) (?:i|we) (ask|name|say|give|send|paste|tell|write|mention|order|request|quote|set) (.{3,60}?) ?,? (?:i|we) (?:always |really |just |only )*(?:want|expect|need) (?!you\b|it\b|that\b|this\b|to\b|them\b)(.{3,80})$/;

/** `If I name a number I want exactly that many`: what is wanted whenever the user says a thing. */
export function wantsWhen(input: Input): Draft {
  const match = input.sentence.terminator === "?" ? null : WANTS_WHEN.exec(input.text);
  const wanted = match?.[3] ?? "";
  if (match === null || AT_HAND.test(input.text)) return null;
  const from = input.folds.length - wanted.split(" ").length;
  const body = textOf(input.sentence, from, trimTrail(input.sentence, from, input.folds.length), {
    person: "rule",
  });
  const said = asWritten(input, match[2] ?? "").replace(/\byou\b/, "the assistant");
  return body === "" ? null : correctionOf(input, `give ${body}`, {
    detector: "D2",
    trigger: `When the user ${thirdPerson(match[1] ?? "")} ${said}`,
    rationale: null,
    base: 84,
  });
}

const PLACED_WISH = new RegExp(
  `${LEAD}((?:at|in|on) (?:the )?(?:very )?(?:end|top|start|beginning|bottom|head|foot|front|margin) of (?:each|every|all|any|my|our) ((?:[\\w-]+ ){0,2}[\\w-]+?)) ?,? (?:i|we) (?:would |will )?(?:always |really |just )*(?:like|want|need|expect|love|appreciate) (?!you\\b|it\\b|that\\b|this\\b|to\\b|them\\b)(.{3,110})$`,
);

/** `At the end of each lesson plan I'd like a list of the materials, with a rough price`. */
export function placedWish(input: Input): Draft {
  const match = input.sentence.terminator === "?" ? null : PLACED_WISH.exec(input.text);
  const wanted = match?.[3] ?? "";
  if (match === null || AT_HAND.test(input.text)) return null;
  const from = input.folds.length - wanted.split(" ").length;
  const body = textOf(input.sentence, from, trimTrail(input.sentence, from, input.folds.length), {
    person: "rule",
  });
  return body === "" ? null : correctionOf(input, `${match[1] ?? ""}, give ${body}`, {
    detector: "D1",
    trigger: triggerOf(input, match[2] ?? ""),
    rationale: null,
    base: 88,
  });
}

const NEVER_IN = new RegExp(
  `${LEAD}(?:in|on|for|with) (?:my |our |the |all |all my |any )?((?:[a-z-]+ ){0,2}[a-z-]+) ?,? (?:i|we) (?:never|do not) (?:ever )?(?:want|need|like) (?!you\\b|it\\b|that\\b|this\\b|to\\b|them\\b)(.{3,80})$`,
);

/** `In minutes I never want people's names, just the flat numbers`. */
export function neverIn(input: Input): Draft {
  const match = NEVER_IN.exec(input.text);
  const kind = match?.[1] ?? "";
  const noun = kind.split(" ").at(-1) ?? "";
  if (
    match === null || input.sentence.terminator === "?" || !OUTPUTS.has(noun) ||
    AT_HAND.test(input.text)
  ) return null;
  const unwanted = match[2] ?? "";
  const from = input.folds.length - unwanted.split(" ").length;
  const pause = input.folds.findIndex((word, at) => at > from && word === ",");
  const end = pause < 0 ? input.folds.length : pause;
  const named = textOf(input.sentence, from, trimTrail(input.sentence, from, end), {
    person: "rule",
  });
  const isInstead = pause > 0 && /^(?:just|only|but)$/.test(input.folds[pause + 1] ?? "");
  const instead = isInstead
    ? textOf(
      input.sentence,
      pause + 2,
      trimTrail(input.sentence, pause + 2, input.folds.length),
      { person: "rule" },
    )
    : "";
  return named === "" ? null : correctionOf(
    input,
    `leave out ${named}${instead === "" ? "" : `; give only ${instead}`}`,
    { trigger: outputTrigger(kind), detector: "D3", base: 84 },
  );
}

const UNWANTED =
  /(?:^|[,;:] )(?:i|we) (?:do not|never) (?:ever )?(?:want|need|like|use) ((?:[a-z-]+ ){0,2}[a-z-]+[^s\W]s) ((?:for|in|on|with|where|when) .{3,80})$/;

/** After an objection: `I don't want UI libraries for things HTML can do`. */
export function unwantedFor(input: Input): Draft {
  const match = input.pushbacks.length > 0 ? UNWANTED.exec(input.text.replaceAll(" ,", ",")) : null;
  const kind = match?.[1] ?? "";
  if (match === null || AT_HAND.test(match[0])) return null;
  const words = kind.split(" ");
  const from = input.folds.findIndex((_, at) =>
    words.every((word, step) => input.folds[at + step] === word)
  );
  if (from < 0 || !isKind(input, from, from + words.length)) return null;
  const end = trimTrail(input.sentence, from, input.folds.length);
  return correctionOf(
    input,
    `do not use ${textOf(input.sentence, from, end, { person: "rule" })}`,
  );
}

const GO_BY = new RegExp(
  `(?:^|[,;:] )((?:the|our|my) (?:[\\w'-]+ ){0,4}?[\\w'-]+) (?:is|are) (?:what|where|the one|the place) you (?:should|must|have to|are to|need to|ought to) (?:go by|use|check|look|ask|trust|rely on|take|read|consult|search)(?: (?:for|when it comes to|about|with) (.{3,60}))?$`,
);

/** `The owner's calendar is what you should go by for the cabin`. */
export function sourceToGoBy(input: Input): Draft {
  const match = GO_BY.exec(input.text.replaceAll(" ,", ","));
  const source = match?.[1] ?? "";
  if (match === null || input.sentence.terminator === "?" || AT_HAND.test(match[0])) return null;
  const what = match[2] ?? "";
  return correctionOf(
    input,
    `go by ${asWritten(input, source)}${what === "" ? "" : ` for ${asWritten(input, what)}`}`,
    { detector: "D7" },
  );
}
