/**
 * Statements about a kind: `a wine without its vintage is useless`, `one line is perfect for budget questions`.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { isTaskVerb } from "../../lexicon/verbs.ts";
import { textOf } from "../../rules/values.ts";
import { trimTrail } from "../heads/leads.ts";
import { outputTrigger } from "../output_trigger.ts";
import { EVERY_ANSWER } from "../topic.ts";
import { isKind } from "./alternatives.ts";
import { asWritten, correctionOf, type Draft, type Input, LEAD } from "./form.ts";
import { isReaction } from "./reaction.ts";

/** Words that point at something, the user's own things among them. */
const POINTERS =
  /\b(?:i|we|you|he|she|it|they|this|that|these|those|there|here|who|what|which|his|her|their|your|my|our)\b/;

/** Whether the request or the answer names a word, in the singular or the plural. */
function wasMentioned(input: Input, word: string): boolean {
  const one = word.replace(/s$/, "");
  return [1, 2].some((back) =>
    input.context.window[input.read.index - back]?.sentences.some((sentence) =>
      sentence.tokens.some((token) => token.fold === word || token.fold.replace(/s$/, "") === one)
    )
  );
}

const ONLY_FOR = new RegExp(
  `${LEAD}((?:[a-z-]+ ){0,3}[a-z-]+) (only|always|never) (for|in|on|with|to) ((?:[a-z-]+ ){0,2}[a-z-]+s)(?: please)?$`,
);

/** `Weekdays only for site visits`. */
export function kindOnly(input: Input): Draft {
  const match = isReaction(input) ? ONLY_FOR.exec(input.text) : null;
  const what = match?.[1] ?? "";
  const first = what.split(" ")[0] ?? "";
  if (
    match === null || POINTERS.test(what) || POINTERS.test(match[4] ?? "") || isTaskVerb(first) ||
    !/[^s]s$/.test(what) || /\b(?:is|are|was|were|has|have|goes?|comes?|opens?)\b/.test(what)
  ) return null;
  return correctionOf(
    input,
    `${match[2] === "never" ? "do not use" : "use"} ${match[2] === "only" ? "only " : ""}${
      asWritten(input, what)
    } ${match[3] ?? "for"} ${asWritten(input, match[4] ?? "")}`,
  );
}

const WITHOUT = new RegExp(
  `${LEAD}(?:an?|any|every) ((?:[a-z-]+ ){0,2}[a-z-]+) without (?:its|an?|the|any|their) ((?:[a-z-]+ ){0,3}[a-z-]+) is (?:completely |totally |quite |of )?(?:useless|no use|no good|worthless|pointless|incomplete|not (?:a|an) [a-z]+|worth nothing|nothing to (?:me|us))\\b.*$`,
);

/** `A wine without its vintage is useless to me`. */
export function uselessWithout(input: Input): Draft {
  const match = isReaction(input) ? WITHOUT.exec(input.text) : null;
  const noun = match?.[1] ?? "";
  const last = noun.split(" ").at(-1) ?? "";
  if (match === null || POINTERS.test(noun) || !(OUTPUTS.has(last) || wasMentioned(input, last))) {
    return null;
  }
  return correctionOf(input, `give the ${match[2] ?? ""} with every ${noun}`);
}

const HAS = new RegExp(
  `${LEAD}(?:an?|every|each|any) ((?:[a-z-]+ ){0,2}[a-z-]+) ((?:must|should|has to|needs to) (?:always )?be|has|needs|lists|names|shows|gives|contains|includes|starts with|opens with|ends with|states|comes with) (.{4,100})$`,
);

/** `'Fine' won't do. A handover has pain score, fluids and last medication for every bed`. */
export function kindHas(input: Input): Draft {
  const match = isReaction(input) && input.pushbacks.length > 0 ? HAS.exec(input.text) : null;
  const noun = match?.[1] ?? "";
  const named = noun.split(" ").filter((word) => word.length > 3);
  const request = input.context.window[input.read.index - 2]?.sentences ?? [];
  const asked = request.some((sentence) =>
    sentence.terminator !== "?" &&
    sentence.tokens.some((token) => named.includes(token.fold.replace(/([^s])s$/, "$1")))
  );
  if (
    match === null || POINTERS.test(noun) || !asked ||
    /\b(?:been|to be|today|now|this)\b|^(?:a|an|no|two|three|four|five) [a-z]+$/.test(
      match[3] ?? "",
    )
  ) return null;
  return correctionOf(
    input,
    `make sure every ${noun} ${
      (match[2] ?? "has").replace(/^(?:must|should|has to|needs to) (always )?be$/, "is")
    } ${asWritten(input, (match[3] ?? "").replace(/ , .* (?:is|are) .*$/, ""))}`,
  );
}

const PERFECT_FOR = new RegExp(
  `${LEAD}((?:a |an |one |two |three |just |the )?(?:[a-z-]+ ){0,3}[a-z-]+) (?:is|are) (?:just |absolutely |quite |really )?(?:perfect|ideal|right|best|great|just right|spot on|plenty|enough|all (?:i|we) need|exactly (?:right|what (?:i|we) need)) (?:for|when it comes to|with) ((?:(?:all|every|any|my|our) )?(?:[a-z-]+ ){0,2}[a-z-]+s)(?: ,.*)?$`,
);

/** `One line is perfect for budget questions, don't give me more than that`. */
export function perfectFor(input: Input): Draft {
  const before = input.context.window[input.read.index - 1];
  const match = before?.turn.speaker === "assistant" && input.sentence.terminator !== "?"
    ? PERFECT_FOR.exec(input.text)
    : null;
  const what = match?.[1] ?? "";
  const where = match?.[2] ?? "";
  const noun = where.split(" ").at(-1) ?? "";
  if (
    match === null || POINTERS.test(what) ||
    /\b(?:the|a|an) (?:weather|place|time|day|paint)\b/.test(what) ||
    /^(?:guests|kids|children|beginners|others|holidays|weekends)$/.test(noun) ||
    !(OUTPUTS.has(noun) || STYLE_WORDS.has(what.split(" ").at(-1) ?? "") ||
      OUTPUTS.has(what.split(" ").at(-1) ?? ""))
  ) return null;
  const named = where.replace(/^(?:all|every|any) /, "");
  return correctionOf(input, `give ${asWritten(input, what)} for ${asWritten(input, named)}`, {
    detector: "D9",
    trigger: OUTPUTS.has(noun) ? outputTrigger(named) : `When it comes to ${named}`,
    rationale: "The user confirmed it",
  });
}

const ONE_WITH = new RegExp(
  `${LEAD}(?:i|we) (?:would like|want|need|would love) (?:one|that|this|it|them|those|the same) (?:with|in|on|for|under) (all|every|each|any) ((?:[a-z-]+ ){0,3}[a-z-]+)(?: please)?$`,
);

/** `A dated photo, very good. I'd like one with all cellar checks`. */
export function oneWithAll(input: Input): Draft {
  const before = input.context.window[input.read.index - 1];
  const match = before?.turn.speaker === "assistant" ? ONE_WITH.exec(input.text) : null;
  const said = input.read.sentences[input.read.sentences.indexOf(input.sentence) - 1];
  if (match === null || said === undefined || said.lang !== "en" || said.terminator === "?") {
    return null;
  }
  const folds = said.tokens.map((token) => token.fold);
  const from = /^(?:the|oh|ah)$/.test(folds[0] ?? "") ? 1 : 0;
  const pause = folds.findIndex((word) =>
    /^(?:[,;:\u2013\u2014-]|is|are|was|were|helps?|works?)$/.test(word)
  );
  const end = trimTrail(said, from, pause < 0 ? folds.length : pause);
  const name = folds.slice(from, end).join(" ");
  if (
    end - from < 1 || end - from > 6 || POINTERS.test(name) ||
    /^(?:good|great|nice|thanks|perfect|lovely)\b/.test(name)
  ) {
    return null;
  }
  const thing = textOf(said, from, end, { person: "rule" });
  const kind = match[2] ?? "";
  return correctionOf(
    input,
    `give ${thing.charAt(0).toLowerCase()}${thing.slice(1)} with ${match[1] ?? "all"} ${kind}`,
    {
      detector: "D9",
      trigger: OUTPUTS.has(kind.split(" ").at(-1) ?? "")
        ? outputTrigger(kind)
        : `When it comes to ${kind}`,
      rationale: "The user confirmed it",
    },
  );
}

const FOLLOW =
  /\b(?:(?:stick|keep|hold|adhere) to (?:that|this|it|them)|do (?:the same|likewise|so too)|follow (?:that|this|it|them|suit)|use (?:it|them|that|those) (?:too|as well)|so (?:should|must|do) you|respect (?:that|this|it)|please do so|same (?:goes )?for you)\b/;

const OUR_STANDARD =
  /^(?:(?:and|but|so)(?: ?, ?| )?)*(?:our|the) (?:house |company |team |office )?(?:standard|convention|format|style|norm|default) (?:here )?is ((?:[\w-]+ ){0,4}?[\w-]+?)(?: (?:everywhere|throughout|here|all over))?(?: ,.*)?$/;

/** Whether the rest of the turn asks the assistant to follow what was just told. */
export function isToBeFollowed(input: Input): boolean {
  const next = input.read.sentences[input.read.sentences.indexOf(input.sentence) + 1];
  return FOLLOW.test(input.text) ||
    next !== undefined && next.terminator !== "?" &&
      FOLLOW.test(next.tokens.map((token) => token.fold).join(" "));
}

/** `Our standard is ISO dates everywhere, please use them too`. */
export function ourStandard(input: Input): Draft {
  const match = isToBeFollowed(input) || input.pushbacks.length > 0
    ? OUR_STANDARD.exec(input.text)
    : null;
  if (match === null) return null;
  const what = match[1] ?? "";
  const from = input.folds.indexOf("is") + 1;
  if (!isKind(input, from, from + what.split(" ").length)) return null;
  const noun = what.split(" ").at(-1) ?? "";
  return correctionOf(input, `use ${asWritten(input, what)}`, {
    trigger: OUTPUTS.has(noun) ? outputTrigger(asWritten(input, what)) : EVERY_ANSWER,
    rationale: null,
    base: 84,
  });
}

const WILL_DO = new RegExp(
  `${LEAD}(?:(?:we|i) .{2,40}?[,;:] )?([a-z][\\w-]*(?: [\\w-]+)?) (?:will do|is fine|are fine|is enough|are enough|is ok|are ok)(?: for ([\\w -]{3,40}?))? (?:again|from now on|now|in future)$`,
);

/** `We've sold the boat, kilometres will do for distances again`. */
export function willDo(input: Input): Draft {
  const match = WILL_DO.exec(input.text.replaceAll(" ,", ","));
  const what = match?.[1] ?? "";
  const words = what.split(" ");
  const at = input.folds.findIndex((_, index) =>
    words.every((word, step) => input.folds[index + step] === word)
  );
  if (match === null || at < 0 || !isKind(input, at, at + words.length)) return null;
  const place = match[2] === undefined ? "" : ` for ${match[2]}`;
  return correctionOf(input, `use ${asWritten(input, what)}${place}`, {
    detector: "D3",
    trigger: match[2] === undefined ? EVERY_ANSWER : outputTrigger(match[2]),
    rationale: null,
    base: 84,
    change: true,
  });
}

const WHO_GETS =
  /(?:^|[,;:] )([a-z][\w'-]+) (gets|receives|signs|approves|handles|answers|checks|takes) ((?:(?:the|all|our|my|any) )?[\w -]{4,60}?) (?:from now on|in future|going forward|now)$/;

/** `Ingeborg has retired, Tarek gets the copies of orders from now on`. */
export function whoGets(input: Input): Draft {
  const match = WHO_GETS.exec(input.text.replaceAll(" ,", ","));
  const at = input.folds.indexOf(match?.[1] ?? "");
  if (
    match === null || at < 0 || input.sentence.tokens[at]?.capital !== true ||
    at === 0 && isTaskVerb(match[1] ?? "")
  ) {
    return null;
  }
  if (!/[^s]s\b/.test(match[3] ?? "") || POINTERS.test(match[1] ?? "")) return null;
  const end = trimTrail(input.sentence, at, input.folds.length);
  return correctionOf(
    input,
    `make sure ${textOf(input.sentence, at, end, { person: "rule" }).replace(/ now$/, "")}`,
    {
      detector: "D1",
      rationale: null,
      base: 84,
      change: true,
    },
  );
}
