/**
 * More forms of wishes about answers: fragments, lists, and what is never needed.
 *
 * @module
 */

import { strongCue } from "../analysis/scope.ts";
import { OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { baseForm, isTaskVerb } from "../lexicon/verbs.ts";
import { textOf } from "../rules/values.ts";
import { isReaction, wasOrdered } from "./corrections.ts";
import { capital, type Input, objection, type Reader } from "./complaint_input.ts";
import { outputTrigger } from "./output_trigger.ts";
import { contentOf, instructionIn } from "./instruction.ts";
import { isToBeFollowed } from "./kind_statements.ts";
import { skipLeads, trimTrail } from "./leads.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import { EVERY_ANSWER, requestTrigger } from "./topic.ts";

/** `You don't need to apologise every time`, `I don't need the disclaimer every time`. */
export function noNeed(input: Input): ReturnType<Reader> {
  const often =
    /\b(?:every time|each time|always|all the time|so much|in every|with every|so often|constantly|over and over|again and again|after every|before every|at the end of every)\b/;
  const verb =
    /\b(?:you do not (?:need|have) to|(?:there is )?no need to|you need not) (?:keep |always |constantly )?(\w+) ?(.*)$/
      .exec(input.text);
  if (
    verb !== null &&
    (often.test(input.text) || input.pushbacks.length > 0 && /s\b/.test(verb[2] ?? ""))
  ) {
    const base = baseForm(verb[1] ?? "");
    if (base === undefined || /^(?:worry|thank|rush|hurry)$/.test(base)) return null;
    return {
      detector: "D5",
      trigger: EVERY_ANSWER,
      content: capital(
        `Do not ${base} ${(verb[2] ?? "").replace(/ [,;:].*$/, "").replace(/\bme\b/, "the user")}`,
      ),
      rationale: null,
      base: 82,
      adjust: [],
    };
  }
  const noun =
    /\b(?:i|we) do not (?:need|want) (?:the|a|an|any|your|all the|all these|these|those) ((?:[\w-]+ ){0,3}?[\w-]+) (?:every time|each time|always|all the time|in every|with every|at the end of every|after every|before every)/
      .exec(input.text);
  return noun === null ? null : {
    detector: "D5",
    trigger: EVERY_ANSWER,
    content: capital(`Leave out the ${noun[1] ?? ""}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `Prices in euros please`, `Shorter answers, please`, `Less small talk please`. */
export function styleFragment(input: Input): ReturnType<Reader> {
  const bare = input.text.replace(/^[^:]{0,40}\b(?:told you|said|asked you|told)\b[^:]{0,30}: /, "")
    .replace(
      /^(?:(?:no(?= ?[,.])|and|but|ok|also|please|just|only|change of plan|correction|update|new rule|from now on|actually) ?[,.:]? ?)+/,
      "",
    )
    .replace(
      / ?,? ?(?:please|pls|thanks|from now on|always|in future|then)(?: ?,? ?(?:please|thanks))?$/,
      "",
    );
  const polite = /\b(?:please|pls|from now on|always|in future)\b/.test(input.text) ||
    input.pushbacks.length > 0 || /^(?:less|fewer|more) /.test(bare) && isReaction(input);
  if (!polite || input.sentence.terminator === "?" || /^(?:no|not|without|never)\b/.test(bare)) {
    return null;
  }
  const placed =
    /^(?:all |your |all your )?((?:[\w-]+ )?(\w+s)) ((?:always )?(?:in|with|without|as) [\w ,./'-]{2,60})$/
      .exec(bare);
  const orders = isTaskVerb(bare.split(" ")[0] ?? "") && (placed?.[1] ?? "").includes(" ");
  if (placed !== null && OUTPUTS.has(placed[2] ?? "") && !orders) {
    return {
      detector: "D3",
      trigger: `When giving ${placed[1] ?? ""}`,
      content: capital(`Give ${wordsOf(input, `${placed[1] ?? ""} ${placed[3] ?? ""}`)}`),
      rationale: null,
      base: 80,
      adjust: [],
    };
  }
  const sized =
    /^((?:much |a bit |a little )?(?:short|shorter|brief|briefer|simple|simpler|plain|concise|longer|detailed|formal|informal|friendlier|sober|clear|clearer|smaller|fewer|less)) ((?:[\w-]+ )?(\w+s))$/
      .exec(bare);
  if (sized !== null && (OUTPUTS.has(sized[3] ?? "") || STYLE_WORDS.has(sized[3] ?? ""))) {
    const noun = sized[2] ?? "";
    const content = /^(?:fewer|less)$/.test(sized[1] ?? "")
      ? `Use ${sized[1] ?? ""} ${noun}`
      : `Keep ${noun} ${sized[1] ?? ""}`;
    return {
      detector: "D3",
      trigger: /^(?:answers|replies)$/.test(noun) ? "When answering" : `When writing ${noun}`,
      content,
      rationale: null,
      base: 80,
      adjust: [],
    };
  }
  const placedLess = lessIn(input, bare);
  if (placedLess !== null) return placedLess;
  const less = /^(less|fewer|not so much|not so many|no more) ([\w-]+(?: [\w-]+){0,2})$/.exec(bare);
  if (
    less === null ||
    !(less[2] ?? "").split(" ").some((word) => STYLE_WORDS.has(word) || OUTPUTS.has(word))
  ) return null;
  return {
    detector: "D3",
    trigger: "When answering",
    content: capital(
      /^less|^fewer/.test(less[1] ?? "")
        ? `Use ${less[1] ?? ""} ${less[2] ?? ""}`
        : `Do not use so much ${less[2] ?? ""}`,
    ),
    rationale: null,
    base: 80,
    adjust: [],
  };
}

/** `Fewer superlatives in letters to the council`, `less shouting, more facts, the same for all issues`. */
function lessIn(input: Input, bare: string): ReturnType<Reader> {
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
      `use ${how} ${what}${contrast === undefined ? "" : ` and ${contrast}`}${
        place === undefined ? "" : ` ${place}`
      }`,
    ),
    rationale: objection(input.pushbacks, input.sentence),
    base: 80,
    adjust: [],
  };
}

/** The user's own spelling of a stretch of folded words, which opens in lower case. */
function wordsOf(input: Input, phrase: string): string {
  const words = phrase.split(" ");
  const at = input.folds.findIndex((_, index) =>
    words.every((word, step) => input.folds[index + step] === word)
  );
  if (at < 0) return phrase;
  const text = textOf(input.sentence, at, at + words.length, { person: "rule" });
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** `Never more than one concert a day` → `Keep to at most one concert a day`. */
export function neverMore(input: Input): ReturnType<Reader> {
  const match =
    /^(?:(?:no|please|and|but|from now on) ?,? ?)*(?:never|not ever|no) (more|less|fewer|longer|later|earlier) than (.{3,60})$/
      .exec(input.text);
  const answered = input.context.window[input.read.index - 1]?.turn.speaker === "assistant";
  if (
    !answered || match === null || input.sentence.terminator === "?" ||
    !/^(?:never|.*\bever)\b/.test(input.text)
  ) {
    return null;
  }
  const at = input.folds.indexOf("than") + 1;
  const end = trimTrail(input.sentence, at, input.folds.length);
  const text = textOf(input.sentence, at, end, { person: "rule" });
  return {
    detector: "D1",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: /^more$/.test(match[1] ?? "")
      ? `Keep to at most ${text}`
      : /^(?:less|fewer)$/.test(match[1] ?? "")
      ? `Keep to at least ${text}`
      : `Do not go ${match[1] ?? ""} than ${text}`,
    rationale: null,
    base: 86,
    adjust: [],
  };
}

/** `You forgot the order number. It has to be on every invoice.` */
export function belongsOn(input: Input): ReturnType<Reader> {
  const place =
    /^(?:and |but )?(?:it|they|that|those) (?:always )?(?:has|have|needs?|must|should|ought|belongs?|goes?)(?: to)?(?: always)?(?: be| go| appear| stand)? ((?:on|in|at|above|under|below|into|at the top of|at the end of) (?:every|each|all) .{3,60})$/
      .exec(input.text)?.[1];
  if (place === undefined) return null;
  const index = input.read.sentences.indexOf(input.sentence);
  const before = input.read.sentences[index - 1];
  const folds = before?.tokens.map((token) => token.fold) ?? [];
  const at = folds.findIndex((word, step) =>
    word === "you" &&
    /^(?:forgot|missed|omitted|skipped|left out|did not (?:add|include|mention|give|put))\b/
      .test(folds.slice(step + 1).join(" "))
  );
  if (before === undefined || at < 0) return null;
  const start = at + 2 + (folds[at + 1] === "left" ? 1 : folds[at + 1] === "did" ? 2 : 0);
  const noun = textOf(before, start, trimTrail(before, start, folds.length), { person: "rule" });
  if (noun === "" || /\b(?:it|this|that)\b/.test(noun)) return null;
  return {
    detector: "D4",
    trigger: outputTrigger(place.split(" ").slice(2).join(" ")),
    content: capital(`put ${noun} ${place}`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
  };
}

/** Words that keep their capital. */
const PROPER = /^(?:[A-Z]{2}|British|American|Celsius|Fahrenheit|English|German|French|Spanish)/;

/** After an answer: `British spelling, not American`. */
export function contrastFragment(input: Input): ReturnType<Reader> {
  const before = input.context.window[input.read.index - 1];
  if (before?.turn.speaker !== "assistant" || /\?\s*$/.test(before.text.trim())) return null;
  const match =
    /^(?:(?:no|please|but|sorry) ?,? ?)*((?:[\w-]+ ){0,3}[\w-]+) ?,? (?:(?:and )?not|instead of|rather than) ((?:[\w-]+ ){0,3}[\w-]+)(?: ?,? please)?$/
      .exec(input.text);
  const wanted = match?.[1]?.split(" ") ?? [];
  if (
    match === null || input.sentence.terminator === "?" ||
    !wanted.some((word) => STYLE_WORDS.has(word) || UNIT_WORDS.has(word)) &&
      !(isStanding(input) && /[^s]s$/.test(wanted.at(-1) ?? "")) ||
    wanted.some((word) => /^(?:i|we|it|this|that|is|are|the|my|a|an|do|does)$/.test(word)) ||
    isTaskVerb(wanted[0] ?? "")
  ) return null;
  const at = input.folds.indexOf(wanted[0] ?? "");
  const text = textOf(input.sentence, at, trimTrail(input.sentence, at, input.folds.length), {
    person: "rule",
  });
  return {
    detector: "D4",
    trigger: "When answering",
    content: `Use ${
      input.sentence.tokens[at]?.capital === true && at === 0 && !PROPER.test(text)
        ? text.charAt(0).toLowerCase() + text.slice(1)
        : text
    }`,
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `… Always.` somewhere in the turn. */
function isStanding(input: Input): boolean {
  return input.read.sentences.some((sentence) =>
    strongCue(sentence.tokens.map((token) => token.fold), "en") !== ""
  );
}

/** `Commit messages: imperative mood, no ticket numbers, max 60 characters.` */
export function specList(input: Input): ReturnType<Reader> {
  const match =
    /^(?:(?:and|please|ok|new rule|for|all) ?[,:]? ?)*((?:[\w-]+ ){0,2}?(\w+s)(?: (?:of|for|to|from|in|about|with) (?:[\w-]+ ){0,3}[\w-]+)?) : (.{8,200})$/
      .exec(
        input.text,
      );
  const rest = match?.[3] ?? "";
  if (match === null || !OUTPUTS.has(match[2] ?? "") || input.sentence.terminator === "?") {
    return null;
  }
  if (
    !/\b(?:no|max|maximum|at most|only|always|never|must|under|first|without|not|use)\b/.test(
      rest,
    ) &&
    !isSaidOfAll(input)
  ) return null;
  const colon = input.sentence.tokens.findIndex((token) => token.text === ":");
  const body = textOf(
    input.sentence,
    colon + 1,
    trimTrail(input.sentence, colon + 1, input.sentence.tokens.length),
    { person: "rule" },
  );
  return {
    detector: "D3",
    trigger: `When writing ${match[1] ?? ""}`,
    content: capital(`Follow this for ${match[1] ?? ""}: ${body}`),
    rationale: null,
    base: 80,
    adjust: [],
  };
}

/** `That's for everything you write`, `nothing more`: the next sentence makes the list a rule. */
function isSaidOfAll(input: Input): boolean {
  const next = input.read.sentences[input.read.sentences.indexOf(input.sentence) + 1];
  return next !== undefined &&
    /^(?:and )?(?:nothing (?:more|else)|that is (?:all|it)|(?:that|this|it) (?:is|goes|holds|counts) for (?:every|all|each|any)|always|every time|in that order|no more|not more)/
      .test(next.tokens.map((token) => token.fold).join(" "));
}

/** After an objection these need no standing word. */
const PUSHED_VERBS =
  /^(?:write|call|use|say|spell|name|file|number|quote|round|send|ship|book|address|sign|format|label|sort|store|count|put|keep)$/;

/** `from now on`, `we quote in euros now`: a way that begins here and has no end. */
export function isHenceforth(text: string): boolean {
  return /\b(?:from (?:now|here|today) on|going forwards?|in future|henceforth|as of (?:today|now)|starting (?:today|now)|new rule|change of plan|effective immediately|(?:in|with|by|to|as) (?:[\w-]+ ){1,3}now)\b/
    .test(text);
}

/** What a house has rules for. */
const HOUSE_VERBS =
  /^(?:price|invoice|measure|pay|give|write|call|use|say|spell|name|file|number|quote|round|send|ship|book|address|sign|format|label|sort|store|count|put|keep|give|show|list|print|charge|bill|offer|share|publish|post|deploy|merge|commit|test|translate|mention|promise|discount|refund|accept|add|include|start|end|open|close)$/;

/** After an objection: `we write dates day first here`. */
export function weDo(input: Input): ReturnType<Reader> {
  const henceforth = isHenceforth(input.text) || isToBeFollowed(input);
  if (input.pushbacks.length === 0 && !henceforth && !isOwnWayOfIt(input)) return null;
  const at = input.folds.findIndex((word, index) =>
    word === "we" &&
    (HOUSE_VERBS.test(input.folds[index + 1] ?? "") &&
        (henceforth || PUSHED_VERBS.test(input.folds[index + 1] ?? "")) ||
      /^(?:always|only|never)$/.test(input.folds[index + 1] ?? ""))
  );
  if (at < 0) return weDoNot(input);
  if (input.sentence.terminator === "?") return null;
  const never = input.folds[at + 1] === "never";
  const start = /^(?:always|only|never)$/.test(input.folds[at + 1] ?? "") ? at + 2 : at + 1;
  const verb = baseForm(input.folds[start] ?? "") ??
    (HOUSE_VERBS.test(input.folds[start] ?? "") ? input.folds[start] : undefined);
  if (start > at + 1 && !HOUSE_VERBS.test(input.folds[start] ?? "")) return null;
  const end = trimTrail(input.sentence, start + 1, clauseEndBefore(input.folds, start + 1));
  const body = textOf(input.sentence, start + 1, end, { person: "rule" }).replace(/ now$/, "");
  if (
    verb === undefined || verb !== input.folds[start] || body.split(" ").length < 2 ||
    /\bones?\b|\d/.test(body) && henceforth || /\bones?\b/.test(body) ||
    /^(?:it|this|that|the)\b/i.test(body) && !/\bnot\b/.test(body)
  ) return null;
  return {
    detector: "D4",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(never ? `Do not ${verb} ${body}` : `${verb} ${body}`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 80,
    adjust: [],
  };
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
    at < 0 || input.pushbacks.length === 0 || sentence.terminator === "?" ||
    !(isTaskVerb(verb) ||
      verb === "do" && /\b(?:with|in|for|on|to) /.test(folds.slice(at + 4).join(" "))) ||
    /^(?:work|start|open|close|stay|look|wait|meet|eat|talk|live|get|have|go|know|agree|take)$/
      .test(verb)
  ) return null;
  const end = clauseEndBefore(folds, at + 4);
  const body = textOf(sentence, at + 4, trimTrail(sentence, at + 4, end), { person: "rule" });
  if (body.split(" ").length < 2 || /^(?:it|this|that|the|them|one|any more)\b/i.test(body)) {
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

/** `Did you even check the stock?` → `Check the stock first`. */
export function didYouEven(input: Input): ReturnType<Reader> {
  const match =
    /\b(?:did you (?:even|at least|actually)|why did you not|could you not have|have you even) (check|checked|ask|asked|read|look|looked|test|tested|verify|verified|try|tried|compare|compared|confirm)\b (.+)$/
      .exec(input.text);
  const verb = baseForm(match?.[1] ?? "");
  if (match === null || verb === undefined) return null;
  const rest = (match[2] ?? "").replace(/ [,;:?].*$/, "").replace(/\bmy\b/g, "the user's").replace(
    /\bme\b/g,
    "the user",
  ).replace(/ (?:first|before|at all)$/, "");
  if (rest === "" || /^(?:it|that|this)$/.test(rest)) return null;
  return {
    detector: "D4",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(`${verb} ${rest} first`),
    rationale: null,
    base: 80,
    adjust: [],
  };
}
