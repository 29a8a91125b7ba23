/**
 * Reproaches: `you should have …`, `why do you keep …`, `did you even …`, `no need to … every time`.
 *
 * @module
 */

import { FUNCTION_WORDS, OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { baseForm } from "../../lexicon/verbs.ts";
import { UNIT_WORDS } from "../../rules/shapes_things.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { instructionIn } from "../instruction.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import {
  asWritten,
  capital,
  clauseEnd,
  type Draft,
  explainedOf,
  type Input,
  objection,
  type Reader,
} from "./form.ts";
import { mainEnd, STATES, words } from "./house_ways.ts";
import { isReaction } from "./reaction.ts";
import { keptIn } from "./sources.ts";

/** What makes an order one for all times. */
const STANDING = /\b(?:always|never|from now on|in future|before|whenever|when|every|each|any)\b/;

/** `You should have checked X first` → `Check X first`. */
export function shouldHave(input: Input): ReturnType<Reader> {
  const { folds, sentence, pushbacks, context, read } = input;
  const at = folds.findIndex((word, index) =>
    word === "you" && /^(?:should|could|ought|must)$/.test(folds[index + 1] ?? "")
  );
  if (at < 0) return null;
  let index = at + 2;
  if (folds[index] === "to") index++;
  const negative = folds[index] === "not";
  if (negative) index++;
  if (folds[index] !== "have") return null;
  if (
    folds[at + 1] === "could" && !/^(?:just|simply|at)$/.test(folds[index + 1] ?? "") && !negative
  ) return null;
  while (/^(?:just|simply|at|least|also|always|first|better)$/.test(folds[index + 1] ?? "")) {
    index++;
  }
  const verb = baseForm(folds[index + 1] ?? "");
  if (verb === undefined || /^(?:see|hear|know|guess|think|expect|be)$/.test(verb)) return null;
  const end = clauseEnd(folds, index + 2);
  const body = textOf(sentence, index + 2, trimTrail(sentence, index + 2, end), { person: "rule" });
  if (
    body === "" || /^(?:it|that|this|me|them|the other)\b/i.test(body) && body.split(" ").length < 3
  ) return null;
  // `You should have picked the class group. Look at the group before sending any message`: the rule follows.
  if (
    read.sentences.slice(read.sentences.indexOf(sentence) + 1).some((next) =>
      STANDING.test(next.tokens.map(({ fold }) => fold).join(" ")) &&
      instructionIn(next, 0, next.tokens.length) !== null
    )
  ) return null;
  const trigger = requestTrigger(context.window, read.index) || EVERY_ANSWER;
  const why = textOf(sentence, end, sentence.tokens.length, { person: "rule" }).replace(
    /^[,;\s]+/,
    "",
  );
  return {
    detector: "D4",
    trigger,
    content: capital(negative ? `Do not ${verb} ${body}` : `${verb} ${body}`),
    rationale: why.split(" ").length > 2 ? capital(why) : objection(pushbacks, sentence),
    base: 82,
    adjust: [],
  };
}

/** `Why do you keep sending PDF files?` → `Do not send PDF files`. */
export function whyKeep(input: Input): ReturnType<Reader> {
  const { folds, sentence, context, read } = input;
  const match =
    /\b(?:why (?:do|are|would) you (?:always |still |constantly )?(?:keep|keeping)|you (?:always |just |still )?keep(?: on)?|stop always|how (?:many times|often) (?:do|must) (?:i|we) (?:have to |need to )?(?:ask|tell) you (?:to stop|not to|to))\b/
      .exec(input.text);
  if (match === null) return null;
  const at = input.text.slice(0, match.index + match[0].length).split(" ").length;
  const positive = /\bto$/.test(match[0]) && !/not to$|stop$/.test(match[0]);
  const verb = baseForm(folds[at] ?? "");
  // `Could you keep replies short?` asks for something to be kept.
  const habit = /(?:keep|keeping|keep on|always)$/.test(match[0]);
  if (verb === undefined || habit && !folds[at]?.endsWith("ing")) return null;
  const end = clauseEnd(folds, at + 1);
  const body = textOf(sentence, at + 1, trimTrail(sentence, at + 1, end), { person: "rule" });
  if (body === "") return null;
  return {
    detector: "D6",
    trigger: requestTrigger(context.window, read.index) || EVERY_ANSWER,
    content: capital(
      positive
        ? `${verb} ${body}`
        : [`Do not ${verb} ${body}`, keptIn(input)].filter((part) => part !== "").join("; "),
    ),
    rationale: "The user objected to it more than once",
    base: 80,
    adjust: [{ name: "repeated", points: 10 }],
  };
}

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

/** Things of style that one can be tired of, by their last word. */
const TIRESOME =
  /(?:[^s]s|fluff|jargon|filler|preamble|slang|hype|small talk|flattery|padding|sarcasm|repetition|markdown|legalese)$/;

/** `I'm tired of the disclaimers`, `I don't want to see any banners any more`, `no need for greetings`. */
export function tiredOf(input: Input): ReturnType<Reader> {
  const match =
    /^(?:and |but |please |honestly |also )*(?:(?:i am|we are) (?:so |really |getting |just )*(?:tired of|sick of|fed up with)|(?:i|we) (?:do not|really do not) (?:want|need|want to (?:see|read|get|have)|need to (?:see|read))(?= .*\b(?:any ?more|ever again|in future)\b)|(?:there is )?no need for) (?:(?:the|your|all|all the|all these|these|those|any|more) )*((?:[\w-]+ ){0,2}?[\w-]+?)(?: (?:any ?more|ever again|in future|from now on|every time|at all))*(?: , .*)?$/
      .exec(input.text);
  const noun = match?.[1] ?? "";
  if (
    match === null || input.sentence.terminator === "?" || !TIRESOME.test(noun) ||
    !noun.split(" ").some((word) => STYLE_WORDS.has(word) || OUTPUTS.has(word)) ||
    /^(?:it|this|that|to|i|you|a|an)\b/.test(noun)
  ) return null;
  return {
    detector: "D5",
    trigger: EVERY_ANSWER,
    content: capital(`leave out ${asWritten(input, noun)}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** What an assistant does each time, as it is spoken of. */
const DOES =
  "apologi[sz]\\w*|us(?:e|ing)|add(?:ing)?|start(?:ing)?|end(?:ing)?|repeat(?:ing)?|ask(?:ing)?|answer(?:ing)?|call(?:ing)?|say(?:ing)?|writ(?:e|ing)|giv(?:e|ing)|put(?:ting)?|send(?:ing)?|mak(?:e|ing)|skip(?:ping)?|ignor(?:e|ing)|assum(?:e|ing)|guess(?:ing)?|explain(?:ing)?|hedg(?:e|ing)|sugarcoat(?:ing)?|round(?:ing)?|mix(?:ing)?|switch(?:ing)?|translat(?:e|ing)|flatter(?:ing)?|lectur(?:e|ing)|summari[sz](?:e|ing)|show(?:ing)?|list(?:ing)?";

const SOFT = "^(?:(?:and|but|please|honestly|also|no|yes)(?: ?, ?| )?)*";

const HATED = new RegExp(
  `${SOFT}(?:(?:i|we) (?:really |just |absolutely |simply )?(?:hate|loathe|detest|dislike|can not stand|do not like|do not want)(?: it)?|it (?:really )?(?:drives (?:me|us) (?:mad|crazy|nuts|up the wall)|annoys (?:me|us)|bothers (?:me|us)|irritates (?:me|us)|bugs (?:me|us)|gets on (?:my|our) nerves)) (?:when|how|that|if) you (?:always |keep |just |constantly )?(${DOES})(?: (.{2,80}))?$`,
);

const LOVED = new RegExp(
  `${SOFT}(?:i|we) (?:really |just |do |always )?(?:love|like|prefer|appreciate|need)(?: it)? (?:when|if) you (?:always |just )?(${DOES})(?: (.{2,100}))?$`,
);

/** `I hate it when you apologise`, `I like it when you start with the price`: how the assistant is to be. */
export function habitOfYours(input: Input): Draft {
  const hated = HATED.exec(input.text);
  const match = hated ?? LOVED.exec(input.text);
  const said = match?.[1] ?? "";
  const verb = baseForm(said);
  if (
    match === null || verb === undefined || input.sentence.terminator === "?" ||
    hated === null && match[2] === undefined
  ) return null;
  const at = input.folds.indexOf(said) + 1;
  const end = hated === null ? input.folds.length : mainEnd(input.folds, at);
  const body = at < input.folds.length
    ? words(input, at, end).replace(/^(?:every|each) (?:single )?time$/, "")
    : "";
  if (/^(?:it|this|that|them|so|the user(?: (?:later|back|names?|at .*))?$)\b/i.test(body)) {
    return null;
  }
  return {
    detector: hated === null ? "D3" : "D5",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(`${hated === null ? "" : "do not "}${verb} ${body}`),
    rationale: null,
    base: 82,
    adjust: [],
    isWhole: true,
  };
}

/** `You changed the public API. Don't do that, ever.` → `Do not change the public API`. */
export function neverThat(input: Input): ReturnType<Reader> {
  if (
    !/^(?:please |so |and |but )*(?:do not (?:ever )?|never (?:ever )?)do (?:that|this|it|so)(?: (?:again|ever|ever again|any more|anymore|please|in future|, ever|, please))*$/
      .test(input.text)
  ) return null;
  const before = input.read.sentences[input.read.sentences.indexOf(input.sentence) - 1];
  const folds = before?.tokens.map((token) => token.fold) ?? [];
  const at = folds.indexOf("you");
  const start = at + 1 +
    folds.slice(at + 1).findIndex((word) =>
      !/^(?:just|have|has|had|also|already|simply|again)$/.test(word)
    );
  const verb = baseForm(folds[start] ?? "");
  if (before === undefined || at < 0 || at > 3 || verb === undefined || verb === folds[start]) {
    return null;
  }
  const object = textOf(before, start + 1, trimTrail(before, start + 1, folds.length), {
    person: "rule",
  });
  if (
    object.split(" ").length < 2 || /\d|^(?:it|this|that|them|me|him|her|the user)\b/i.test(object)
  ) return null;
  return {
    detector: "D5",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: capital(`do not ${verb} ${object}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `The quote was supposed to have VAT on a separate line, like all of them`, `that should've been in Celsius`. */
export function supposedTo(input: Input): Draft {
  if (!isReaction(input)) return null;
  const match =
    /^(?:(?:no|but|sorry|hey|ugh|well)(?: ?, ?| )?)*(?:(?:the|a|an|those|these|all|every) )?((?:[a-z-]+ ){0,2}[a-z-]+) (?:(?:was|were|is|are) (?:supposed|meant) to (be|have|show|include|carry|list|mention|start|end|contain)|(?:should|ought to|must) have (been|had|shown|included|carried|listed|mentioned|started|ended|contained)) (.{3,90})$/
      .exec(input.text);
  if (match === null) return null;
  const said = match[4] ?? "";
  const noun = match[1] ?? "";
  const done = match[3] ?? "";
  const verb = match[2] ??
    (done === "been" ? "be" : done === "had" ? "have" : baseForm(done) ?? "");
  const general =
    /\blike (?:all|every|the (?:others|rest)|always)\b|\bas (?:always|usual|with all)\b/
      .test(said);
  const styled = said.split(" ").some((word) => STYLE_WORDS.has(word) || UNIT_WORDS.has(word));
  if (
    !(general || styled) || /\d/.test(said) ||
    /\b(?:i|we|you|he|she|they|there|who|what|which)\b/.test(noun)
  ) return null;
  const at = input.text.slice(0, match[0].length - said.length).trim().split(" ").length;
  const end = mainEnd(input.folds, at);
  const body = words(input, at, end);
  const things = /^(?:it|that|this|those|these|they)$/.test(noun)
    ? verb === "be" ? "answers" : ""
    : noun.replace(/^(?:that|this|those|these) /, "");
  if (things === "" || body === "") return null;
  return explainedOf(
    input,
    things === "answers"
      ? `give it ${body}`
      : `make sure every ${things.replace(/([^s])s$/, "$1")} ${
        verb === "be" ? "is" : verb === "have" ? "has" : `${verb}s`
      } ${body}`,
  );
}

/** `You should retry uploads with backoff`: said of the deed that was just asked for. */
export function youShould(input: Input): Draft {
  if (!isReaction(input)) return null;
  const match =
    /^(?:(?:no|but|sorry|hey|ugh|and|well|hm)(?: ?, ?| )?)*you (?:should|must|have to|need to|ought to|are supposed to) (?:really |always |rather |just )*(not )?(\w+) (.+)$/
      .exec(input.text);
  const verb = match?.[2] ?? "";
  if (match === null || baseForm(verb) !== verb || STATES.test(verb)) return null;
  const rest = match[3] ?? "";
  const asked =
    input.context.window[input.read.index - 2]?.sentences.some((sentence) =>
      sentence.tokens.some((token) =>
        token.fold.length > 3 && !FUNCTION_WORDS.has(token.fold) &&
        new Set([verb, ...rest.split(" ")].flatMap((word) => [word, word.replace(/s$/, "")]))
          .has(token.fold)
      )
    ) === true;
  const object = rest.split(" ").slice(0, 3).join(" ");
  const plural = /^(?:[a-z-]+ ){0,2}?[a-z-]{2,}[^s\W]s\b/.test(object) &&
    !/^(?:it|this|that|these|those|the|my|our|his|her|their|me|him|them|us|yours|a|an|one)\b/
      .test(object);
  if (
    !plural || !(asked || input.pushbacks.length > 0) || /\d/.test(rest) ||
    /^(?:see|try|visit|watch|meet|hear|taste|drink|go|come)$/.test(verb)
  ) return null;
  const at = input.folds.indexOf(verb) + 1;
  return explainedOf(
    input,
    `${match[1] === undefined ? "" : "do not "}${verb} ${
      words(input, at, mainEnd(input.folds, at))
    }`,
  );
}
