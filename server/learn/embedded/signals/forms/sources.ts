/**
 * Where to look: `we have the carrier API, use that`, `my notes are in Obsidian`, `the sensor feed is the one to trust`.
 *
 * @module
 */

import { baseForm } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import {
  asWritten,
  correctionOf,
  type Draft,
  explainedOf,
  type Input,
  LEAD,
  objection,
  POINTS,
} from "./form.ts";
import { isReaction, wasAskedFor } from "./reaction.ts";

const SOURCE =
  /^(?:(?:no|but|sorry|hey|ugh|and|well)(?: ?, ?| )?)*(?:we|i) (?:have (?:got )?|run |keep |got )((?:the|a|an|our own|our|my own|my) (?:[\w'-]+ ){0,4}?[\w'-]+)(?: for (?:that|this|it))? ?(?:,|;|:|and|so|\u2013|\u2014) ?(?:please |so |and |just |always )*(use|read|check|query|ask|call|take|consult|search|look in|go through|try) (?:that|it|this|those)\b(.*)$/;

/** `We've got the carrier API, use that for any container question`: the source that is to be used. */
export function haveOwn(input: Input): Draft {
  const match = isReaction(input) ? SOURCE.exec(input.text) : null;
  if (match === null) return null;
  const rest = (match[3] ?? "").replace(/ [,;].*$/, "").replace(/ ?(?:please|thanks)$/, "");
  const usesTools = (input.context.window[input.read.index - 1]?.turn.toolsUsed.length ?? 0) > 0;
  const general =
    /\b(?:for|with) (?:any|all|every|each|[\w-]+s)\b|\b(?:instead of|rather than|not|first|always|before)\b/
      .test(rest);
  if (!general && !usesTools && input.pushbacks.length === 0) return null;
  if (rest !== "" && !general) return null;
  const named = (match[1] ?? "").split(" ");
  if (/\b(?:in|at|of|on|meeting|call|date|deadline|problem|question|idea)\b/.test(match[1] ?? "")) {
    return null;
  }
  const at = input.folds.findIndex((_, index) =>
    named.every((word, step) => input.folds[index + step] === word)
  );
  const source = textOf(input.sentence, at, at + named.length, { person: "rule" });
  return explainedOf(
    input,
    `${match[2] ?? "use"} ${source.replace(/^an? /i, "the ")}${
      rest.replace(/\bmy\b/g, "the user's")
    }`,
  );
}

const WHERE =
  /^(?:(?:no|but|sorry|hey|ugh|and|well)(?: ?, ?| )?)*((?:[\w'-]+ ){0,3}?[\w'-]+) (?:is|are|lives?|sits?) (?:all |kept |stored )?(in|on|under) (the|our|my) ((?:[\w.-]+ ){0,2}?[\w.-]+) ?(?:,|;|and|so) ?(?:that is where you (look|find|check|get|take|search|read|fetch|go)|(?:please |always |just )*(look|check|search) (?:it up |them up )?there)\b/;

/** `Patient data is in the EHR, that's where you look it up`: where a kind of thing is to be found. */
export function whereIs(input: Input): Draft {
  const match = isReaction(input) ? WHERE.exec(input.text) : null;
  const what = match?.[1] ?? "";
  if (
    match === null ||
    /\b(?:it|he|she|they|this|that|i|we|you|there|what|who|the|a|an|here)\b/.test(what)
  ) return null;
  const place = (match[4] ?? "").split(" ");
  const at = input.folds.findIndex((_, index) =>
    place.every((word, step) => input.folds[index + step] === word)
  );
  const named = textOf(input.sentence, at, at + place.length, { person: "rule" });
  const owner = /^(?:my|our)$/.test(match[3] ?? "") ? "the user's" : "the";
  return explainedOf(input, `look up ${what} ${match[2] ?? "in"} ${owner} ${named}`);
}

const KEPT = new RegExp(
  `${LEAD}((?:(?:my|our|the) )?(?:[a-z-]+ ){0,2}(?:[a-z-]+[^s\\W]s|data|stock|information|history|documentation|rota|roster|schedule|list|calendar|price list|glossary|plan|log|archive|register|policy)) ` +
    "(?:is|are|lives?|sits?) (?:all |only |kept |stored |always )*((?:in|on|under) (?:the |our |my )?(?:[\\w.-]+ ){0,2}?[\\w.-]+)" +
    "( ?,? (?:and )?not (?:in|on|under) .+)?( ?,? (?:so |please )*(?:look|check|search|ask|read|go) (?:there|it|that)(?: first| instead| please)*)?$",
);

/** `You looked in the work calendar.` right in front. */
function lookedElsewhere(input: Input): boolean {
  const before = input.read.sentences[input.read.sentences.indexOf(input.sentence) - 1];
  return before !== undefined &&
    /^you (?:just |only )?(?:looked|searched|checked|read|used|took|queried|asked|opened|went)\b/
      .test(
        before.tokens.map((token) => token.fold).join(" "),
      );
}

/** After a tool call: `private appointments are in the family calendar`, `my notes are in Obsidian, not on the web`. */
export function keptThere(input: Input): Draft {
  const before = input.context.window[input.read.index - 1];
  if (!isReaction(input) || (before?.turn.toolsUsed.length ?? 0) === 0) return null;
  const match = KEPT.exec(input.text);
  const what = match?.[1] ?? "";
  const place = match?.[2] ?? "";
  if (
    match === null ||
    input.pushbacks.length === 0 && (match[3] ?? match[4]) === undefined &&
      !lookedElsewhere(input) ||
    POINTS.test(what) || POINTS.test(place) || /\d/.test(place) || /^(?:a|an) /.test(what) ||
    what.startsWith("the ") && match[4] === undefined ||
    !/ (?:the|our|my) \w/.test(place) && match[3] === undefined ||
    /\b(?:danger|trouble|use|stock|order|sale|time|fire|hand|bed|school|way|kitchen|fridge|car|mood)$/
      .test(place)
  ) return null;
  return correctionOf(
    input,
    `look for ${asWritten(input, what)} ${asWritten(input, place)}${
      match[3] === undefined
        ? ""
        : asWritten(input, match[3].replace(/^ ?, /, "")).replace(/^/, ", ")
    }`,
  );
}

const TRUST =
  "(?:is|are) (?:always |still |really )?(?:(?:the )?(?:one|ones|thing|place|source|only (?:one|source|place|thing)|right (?:one|source|place)) (?:(?:that )?(?:i|we) (?:trust|use|go by|rely on)|to (?:trust|use|ask|check|go by|read|look at|look in|rely on|believe|consult|query|quote from))|what (?:counts|matters|i trust|we go by|we trust|decides)|(?:the )?only (?:reliable|valid|correct) (?:one|source))";
const TRUST_LEAD =
  "^(?:(?:and|but|no|good call|right|correct|spot on|yes|exactly|remember)(?: ?, ?| )?)*";
const SOURCE_NAMED = "((?:the|our|my) (?:[\\w-]+ ){0,3}?[\\w-]+)";
const NAMED_FIRST = new RegExp(
  `${TRUST_LEAD}${SOURCE_NAMED} ${TRUST} (?:for|when it comes to|about|on|with) (?!this\\b|that\\b|it\\b|me\\b|you\\b|now\\b)(.{3,60})$`,
);
const KIND_FIRST = new RegExp(
  `${TRUST_LEAD}(?:for|when it comes to|about|on) (?!this\\b|that\\b|it\\b|me\\b|you\\b|now\\b)([\\w -]{3,40}?) ?,? ${SOURCE_NAMED} ${TRUST}$`,
);

/** `The sensor feed is the one to trust for line status` → `Use the sensor feed for line status`. */
export function trustedSource(input: Input): Draft {
  const before = input.context.window[input.read.index - 1];
  if (before?.turn.speaker !== "assistant" || input.sentence.terminator === "?") return null;
  const pointed = pointedSource(input);
  if (pointed !== null) return pointed;
  const named = NAMED_FIRST.exec(input.text);
  const kind = KIND_FIRST.exec(input.text);
  const source = named?.[1] ?? kind?.[2];
  const what = named?.[2] ?? kind?.[1];
  if (source === undefined || what === undefined) return null;
  return {
    ...correctionOf(input, `use ${asWritten(input, source)} for ${asWritten(input, what)}`),
    detector: before.turn.toolsUsed.length === 0 ? "D9" : "D7",
    rationale: objection(input.pushbacks, input.sentence),
  };
}

const POINTED = new RegExp(
  `${TRUST_LEAD}(?:they|it|those|that|these) ${TRUST} (?:for|when it comes to|about|on|with) (?!this\\b|that\\b|it\\b|me\\b|you\\b|now\\b)([\\w -]{3,40}?)(?: , .+)?$`,
);
const BARE = new RegExp(`${TRUST_LEAD}${SOURCE_NAMED} ${TRUST}$`);

/** `Yes, the notices. They're what I trust for closures`; `the live board is the one to trust. That's how you check ferries`. */
function pointedSource(input: Input): Draft {
  const { sentences } = input.read;
  const at = sentences.indexOf(input.sentence);
  const what = POINTED.exec(input.text)?.[1];
  const front =
    /^(?:(?:yes|right|exactly|good|correct|perfect)(?: ?, ?| )?)+((?:the|our|my) (?:[\w-]+ ){0,2}[\w-]+)$/
      .exec(sentences[at - 1]?.said ?? "")?.[1];
  const deed =
    /^(?:that|this) is how (?:you|we|i) ((?:check|look up|find|verify|read|get|see) [\w -]{3,40})$/
      .exec(sentences[at + 1]?.said ?? "")?.[1];
  const bare = deed === undefined ? undefined : BARE.exec(input.text)?.[1];
  const content = what !== undefined && front !== undefined
    ? `use ${front} for ${what}`
    : bare !== undefined
    ? `use ${bare} to ${deed}`
    : "";
  return content === ""
    ? null
    : { ...correctionOf(input, content), detector: "D9", rationale: null };
}

const MEANS =
  /^(?:(?:no|but|sorry|hey|ugh|and|well)(?: ?, ?| )?)*(?:for (?:us|me) ?,? )?([a-z]+ing) (?:here |for (?:us|me) )?means ((?:[a-z]+ing|not [a-z]+ing|never [a-z]+ing) .{3,100})$/;

/** `Archiving means moving to the archive table, never deleting`. */
export function meansDoing(input: Input): Draft {
  const match = input.pushbacks.length > 0 && isReaction(input) ? MEANS.exec(input.text) : null;
  const deed = baseForm(match?.[1] ?? "");
  if (match === null || deed === undefined) return null;
  const from = input.folds.indexOf("means") + 1;
  const body = textOf(input.sentence, from, trimTrail(input.sentence, from, input.folds.length), {
    person: "rule",
  });
  return correctionOf(input, `${deed} by ${body}`);
}

/** `They're in the archive tool`, right after a complaint: where to look; "" when it names no place. */
export function keptIn(input: Input): string {
  const next = input.read.sentences[input.read.sentences.indexOf(input.sentence) + 1];
  if (next === undefined || next.lang !== "en" || next.terminator === "?") return "";
  const match =
    /^(?:but |and )?(?:it|they|those|these|that|all of (?:it|them)) (?:is|are|live|lives|sit|sits|belong|belongs) (?:all |kept |stored |right there )*(in|on|under) (?:the |our |my )?((?:[\w.-]+ ){0,2}[\w.-]+)$/
      .exec(next.tokens.map((token) => token.fold).join(" "));
  return match === null ? "" : `look ${match[1] ?? "in"} the ${match[2] ?? ""} instead`;
}

const COMES_FROM =
  /^(?:(?:no|but|sorry|hey|ugh|and|well)(?: ?, ?| )?)*((?:[a-z-]+ ){0,2}[a-z-]+) (?:comes|is taken|is read|is kept) (?:always |only )?(from|in) ((?:the|our|my) (?:[\w-]+ ){0,3}[\w-]+)(?: ?, not .+)?$/;

/** After a tool call: `turnover comes from the annual accounts`. */
export function comesFrom(input: Input): Draft {
  const before = input.context.window[input.read.index - 1];
  if (!isReaction(input) || (before?.turn.toolsUsed.length ?? 0) === 0) return null;
  const match = COMES_FROM.exec(input.text);
  const what = match?.[1] ?? "";
  if (
    match === null || POINTS.test(what) || /^(?:the|a|an)\b/.test(what) ||
    !wasAskedFor(input, [what.split(" ").at(-1) ?? ""])
  ) {
    return null;
  }
  return correctionOf(
    input,
    `take ${asWritten(input, what)} ${match[2] ?? "from"} ${asWritten(input, match[3] ?? "")}`,
    {
      detector: "D7",
    },
  );
}
