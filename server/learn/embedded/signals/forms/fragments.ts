/**
 * Rules said without a verb: `sources at the end, always`, `commit messages: imperative mood`, `weekdays only for site visits`.
 *
 * @module
 */

import { LANGUAGES } from "../../lexicon/people.ts";
import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { isTaskVerb } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { headAt } from "../heads/imperative.ts";
import { trimTrail } from "../heads/leads.ts";
import { instructionIn } from "../instruction.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { lessIn } from "./better.ts";
import { asWritten, capital, type Input, objection, type Reader } from "./form.ts";
import { isAfterAnswer, isReaction } from "./reaction.ts";

const STANDING_END =
  /(?: ,)? (?:from now on|always|every time|each time|in future|in the future|going forward|next time|by default)(?: ,)?(?: please| thanks)?$/;

/** `…, we're several authors now`: the reason behind the standing cue. */
const BECAUSE =
  /(\b(?:from now on|always|every time|each time|in future|in the future|going forward|by default)(?: please)?) ?, (?:we|i|it|our|my|that|they|the|as|since|because)\b.*$/;

/** `from now on with every podcast`. */
const WITH_EVERY =
  /(\b(?:from now on|always|in future|going forward)) (?:with|for|in|on) (?:every|each|all) [\w -]{2,30}$/;

const CHANGE_OF_PLAN =
  /^(?:(?:and|but|so|ok|okay|sorry|right|now)(?: ?, ?| )?)*(?:(?:a |another |one )?(?:new rule|change of plan|change of mind|change of rule|small change|change|update|correction|new policy)) (?:with|for|on|about|to|regarding) (?:the |my |our |all |every )*((?:[\w-]+ ){0,3}?[\w-]+) ?[:,] ?(?:(?:from now on|in future|going forward|from today|as of (?:now|today)) ?,? ?)?((?:always )?(?:as|in|by|with|on|via) [\w -]{2,60}?)(?: ,? ?(?:from now on|please|instead|in future|now))*(?: [,;.] .*)?$/;

/** `Change of plan with the stock report: from now on as an Excel file`: how something is to come. */
export function changeOfPlan(input: Input): ReturnType<Reader> {
  const match = CHANGE_OF_PLAN.exec(input.text);
  const what = match?.[1] ?? "";
  if (match === null || input.sentence.terminator === "?" || /\b(?:plan|trip|date)$/.test(what)) {
    return null;
  }
  return {
    detector: "D1",
    trigger: outputTrigger(what),
    content: `Give the ${what} ${asWritten(input, match[2] ?? "")}`,
    rationale: null,
    base: 86,
    adjust: [],
    change: true,
  };
}

/** `Sources at the end, always`, `Bullets with owner and date from now on`: no verb, but a rule. */
export function standingFragment(input: Input): ReturnType<Reader> {
  const lead =
    /^(?:(?:(?:a )?(?:new rule|change of plan|update|correction|note|one thing|small change)[^:,]{0,40} ?:|from now on|going forward|in future|perfect|great|good|nice|no|ok|okay|yes|and|but|please|thanks|so|just|only|also|lovely|exactly|actually|sorry|correction|always)(?: ?[,.!] ?| )?)+/
      .exec(input.text)?.[0] ?? "";
  const bare = input.text.slice(lead.length).replace(/ , yes please\b/, "").replace(BECAUSE, "$1")
    .replace(WITH_EVERY, "$1");
  const said = bare.replace(STANDING_END, "").replace(
    /(?: ,)?(?: (?:please|thanks|instead|yes please|,))+$/,
    "",
  );
  if (
    !STANDING_END.test(bare) &&
      !/^(?:.*\b)?(?:from now on|going forward|in future|always)\b/.test(lead) ||
    input.sentence.terminator === "?" ||
    headAt(input.sentence, 0, input.folds.length) !== null
  ) return null;
  const words = said.split(" ");
  const tongue = said.replace(/^in /, "").replace(/ (?:again|only|now)$/, "");
  const language = LANGUAGES.has(tongue) ? asWritten(input, tongue) : "";
  if (language !== "") {
    return {
      detector: "D3",
      trigger: EVERY_ANSWER,
      content: `Answer in ${language}`,
      rationale: null,
      base: 86,
      adjust: [],
      change: true,
    };
  }
  const head = words.findIndex((word) =>
    /^(?:with|in|at|as|on|by|per|for|to|before|after|without|first|of|and|only|,)$/.test(word)
  );
  const noun = words[(head < 0 ? words.length : head) - 1] ?? "";
  if (
    words.length > 12 || words.length < 2 || head === 0 || head > 4 ||
    !(OUTPUTS.has(noun) || STYLE_WORDS.has(noun) ||
      /^(?:text|prose|person|tense|voice|mood)$/.test(noun) ||
      /[^s]s$/.test(noun) && noun.length > 3 && isAfterAnswer(input)) ||
    words.some((word) =>
      /^(?:i|we|you|he|she|it|they|is|are|was|were|am|do|does|did|goes|comes|belongs|stands|starts|ends|gets|not|never|no|have|has|had|will|would|can|could|should|must|that|this|my|our|thanks|fun|same|there|what|who|why|how)$/
        .test(word)
    ) ||
    words.slice(0, head < 0 ? undefined : head).some((word) =>
      isVerbWord(word) && !STYLE_WORDS.has(word)
    ) ||
    isTaskVerb(words[0] ?? "") && !OUTPUTS.has(words[0] ?? "")
  ) return null;
  const at = lead === "" ? 0 : lead.trim().split(" ").length;
  const text = textOf(input.sentence, at, at + words.length, { person: "rule" });
  const first = input.sentence.tokens[at];
  const only = /\b(?:just|only)\b/.exec(lead)?.[0];
  const keep = /^[A-Z][A-Z\d]/.test(text) || first?.capital !== true ||
    first.start !== input.sentence.start;
  return {
    detector: input.pushbacks.length > 0 ? "D4" : "D1",
    trigger: requestTrigger(input.context.window, input.read.index) ||
      (only !== undefined
        ? EVERY_ANSWER
        : OUTPUTS.has(noun)
        ? outputTrigger(words.slice(0, head < 0 ? undefined : head).join(" "))
        : placeTrigger(words)),
    content: `Give ${only === undefined ? "" : `${only} `}${
      keep ? text : text.charAt(0).toLowerCase() + text.slice(1)
    }`,
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
  };
}

/** `… in letters`: the output named as the place; else every answer. */
function placeTrigger(words: readonly string[]): string {
  const at = words.findLastIndex((word, index) =>
    OUTPUTS.has(word) && /[^s]s$/.test(word) &&
    words.slice(Math.max(0, index - 3), index).some((before) => /^(?:in|for|on|with)$/.test(before))
  );
  return at < 0 ? EVERY_ANSWER : outputTrigger(words[at] ?? "");
}

function isVerbWord(word: string): boolean {
  return word !== "running" &&
    /^(?:go|come|get|let|see|keep|make|work|look|think|know|say|win|beat|suit|fit|help|feel|need|drive)s?$|ing$|ed$/
      .test(word);
}

const NEXT_TIME =
  /^(?:(?:ok|okay|please|nice|good|fine|thanks|and|but|great|,) )*((?:(?:a|an|the|short|numbered|plain) )?(?:[\w-]+ ){0,1}?([\w-]+))(?: please)? (?:next time|from now on|in future)(?: please)? , ((?:max|maximum|at most|no more than|up to|with|in|without|no|not|one|two|three) [\w -]{2,40}?)(?: please)?$/;

const TIME_FRONT =
  /^(?:(?:ok|okay|please|nice|good|fine|thanks|and|but|great|,) )*(?:next time|from now on|in future) ?,? ?(?:please )?((?:just|only|at most|no more than|max) (?:[\w-]+ ){0,2}([\w-]+))(?: ,? ?please)?$/;

/** `Bullets next time, max five`: a form, and what more is wanted of it behind a pause. */
export function nextTime(input: Input): ReturnType<Reader> {
  const match = NEXT_TIME.exec(input.text) ?? TIME_FRONT.exec(input.text);
  const noun = match?.[2] ?? "";
  const more = match?.[3];
  if (
    match === null || input.sentence.terminator === "?" ||
    !(OUTPUTS.has(noun) || STYLE_WORDS.has(noun))
  ) return null;
  return {
    detector: input.pushbacks.length > 0 ? "D4" : "D1",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: `Give ${asWritten(input, match[1] ?? "")}${
      more === undefined ? "" : `, ${asWritten(input, more)}`
    }`,
    rationale: objection(input.pushbacks, input.sentence),
    base: 86,
    adjust: [],
    isWhole: true,
  };
}

/** `Prices in euros please`, `Shorter answers, please`, `Less small talk please`. */
export function styleFragment(input: Input): ReturnType<Reader> {
  const bare = input.text.replace(/^[^:]{0,40}\b(?:told you|said|asked you|told)\b[^:]{0,30}: /, "")
    .replace(
      /^(?:(?:no(?= ?[,.])|and|but|ok|also|please|just|only|change of plan|correction|update|new rule|from now on|actually)(?: ?[,.:] ?| )?)+/,
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
    /^(?:all |your |all your )?((?:[\w-]+ )?(\w+s))(?: (?:for|to) (?:me|us))? ((?:always )?(?:in|with|without|as) [\w ,./'-]{2,60})$/
      .exec(bare);
  const orders = isTaskVerb(bare.split(" ")[0] ?? "") && (placed?.[1] ?? "").includes(" ");
  if (placed !== null && OUTPUTS.has(placed[2] ?? "") && !orders) {
    return {
      detector: "D3",
      trigger: `When giving ${placed[1] ?? ""}`,
      content: capital(`Give ${asWritten(input, `${placed[1] ?? ""} ${placed[3] ?? ""}`)}`),
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

/** `Commit messages: imperative mood, no ticket numbers, max 60 characters.` */
export function specList(input: Input): ReturnType<Reader> {
  const form = formOf(input);
  if (form !== null) return form;
  const match =
    /^(?:(?:and|please|ok|new rule|for|all)(?: ?[,:] ?| )?)*((?:[\w-]+ ){0,2}?(\w+s)(?: (?:of|for|to|from|in|about|with) (?:[\w-]+ ){0,3}[\w-]+)?) : (.{8,200})$/
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
    isWhole: headAt(input.sentence, colon + 1, input.sentence.tokens.length) === null,
  };
}

const FORM_OF =
  /^(?:(?:and|please|ok|new|our|my|the) ?)*((?:[\w-]+ )?([\w-]+) (?:format|template|layout|structure|order|style)) : (.{8,200})$/;

/** `Ticket format: title first, then the steps`: how one of a kind is built. */
function formOf(input: Input): ReturnType<Reader> {
  const match = FORM_OF.exec(input.text);
  const noun = match?.[2] ?? "";
  const rest = match?.[3] ?? "";
  if (
    match === null || input.sentence.terminator === "?" ||
    !(OUTPUTS.has(noun) || OUTPUTS.has(`${noun}s`)) ||
    !/\b(?:first|then|last|no|max|maximum|at most|only|always|never|without)\b/.test(rest) ||
    /\b(?:i|you|he|she|they|was|were|today|tomorrow)\b/.test(rest)
  ) return null;
  const at = input.folds.indexOf(":") + 1;
  const end = trimTrail(input.sentence, at, input.folds.length);
  const body = textOf(input.sentence, at, end, { person: "rule" });
  return {
    detector: "D3",
    trigger: outputTrigger(noun),
    content: capital(`Follow this ${match[1] ?? ""}: ${body}`),
    rationale: null,
    base: 80,
    adjust: [],
    isWhole: true,
  };
}

/** `That's for everything you write`, `nothing more`: the next sentence makes the list a rule. */
function isSaidOfAll(input: Input): boolean {
  const next = input.read.sentences[input.read.sentences.indexOf(input.sentence) + 1];
  return next !== undefined &&
    /^(?:and )?(?:nothing (?:more|else)|that is (?:all|it)|(?:that|this|it) (?:is|goes|holds|counts) for (?:every|all|each|any)|always|every time|in that order|no more|not more)/
      .test(next.tokens.map((token) => token.fold).join(" "));
}

const NEW_RULE =
  /^(?:(?:and|ok|so|please)(?: ?, ?| )?)*(?:a |one |the |our |my )?(?:new |small |simple |house |general )*rule (?:for|on|about|with|in) ((?:[\w'-]+ ){0,4}?[\w'-]+) : (?:from now on ,? )?(.{6,160})$/;

const FOR_ALL =
  /\b(?:rule|thing|request|note|holds|applies|goes|counts|stands) (?:for|to|with|in) (?:every|all|any|each) ((?:[\w'-]+ ){0,5}?[\w'-]+)(?: ,[^:]*)? : (.{8,160})$/;

/** `This applies to every contract you edit: tracked changes only, never silent edits.` */
export function forEvery(input: Input): ReturnType<Reader> {
  const match = FOR_ALL.exec(input.text) ?? NEW_RULE.exec(input.text);
  if (match === null || input.sentence.terminator === "?") return null;
  const colon = input.folds.lastIndexOf(":");
  if (instructionIn(input.sentence, colon + 1, input.folds.length) !== null) return null;
  const end = trimTrail(input.sentence, colon + 1, input.folds.length);
  const from = input.folds.slice(colon + 1, colon + 4).join(" ") === "from now on"
    ? colon + 4
    : colon + 1;
  const body = textOf(input.sentence, from, end, { person: "rule" });
  const rule =
    /\b(?:only|just|never|no|always|not|first|max|maximum|without|at most|at least|under)\b/;
  if (!rule.test(match[2] ?? "") || /\b(?:i|he|she|they|is|are|was|were)\b/.test(match[2] ?? "")) {
    return null;
  }
  const named = (match[1] ?? "").replace(
    / (?:that |which )?(?:you|i|we) \w+(?: (?:for|to) (?:me|us))?$/,
    "",
  );
  return {
    detector: "D1",
    trigger: OUTPUTS.has(named.split(" ").at(-1) ?? "")
      ? outputTrigger(named)
      : `When it comes to ${named}`,
    content: capital(body),
    rationale: null,
    base: 86,
    adjust: [],
  };
}
