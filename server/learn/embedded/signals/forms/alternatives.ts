/**
 * What is wanted in place of what was given: `you gave me coordinates, I need addresses`,
 * `percentages please, not fractions`, `nobody here can open .numbers`.
 *
 * @module
 */

import { FUNCTION_WORDS, OUTPUTS, STYLE_WORDS, TOOLS } from "../../lexicon/things.ts";
import { isTaskVerb } from "../../lexicon/verbs.ts";
import { NUMBER_WORDS } from "../../rules/classes.ts";
import { isTimeWord } from "../../rules/shapes.ts";
import { UNIT_WORDS } from "../../rules/shapes_things.ts";
import { textOf } from "../../rules/values.ts";
import { instructionIn } from "../instruction.ts";
import { EVERY_ANSWER, requestTrigger } from "../topic.ts";
import { asWritten, correctionOf, type Draft, type Input, type Reader } from "./form.ts";
import { isAfterAnswer, isReaction, wasAskedFor, wasOrdered } from "./reaction.ts";

const FORMATS =
  /^(?:csv|pdfs?|html|word|excel|json|xml|docx|xlsx|pages|keynote|numbers|png|jpe?g|heic|webp|zip|rar|plain text|text|markdown|tables?|screenshots?|photos?|links?|images?|attachments?|prose|running text|plain lines?)$/;

/** A phrase that names a kind and no single thing: bare, without number, name or pointer. */
export function isKind(input: Input, from: number, to: number): boolean {
  const tokens = input.sentence.tokens.slice(from, to);
  if (tokens.length === 0 || tokens.length > 6) return false;
  const phrase = tokens.map((token) => token.fold).join(" ");
  const last = tokens.at(-1);
  if (last === undefined) return false;
  if (FORMATS.test(phrase) || /^\.[a-z]{2,8}$/.test(phrase) || TOOLS.has(last.fold)) return true;
  const held = tokens.every((token, at) =>
    (token.kind === "word" || token.fold === "-" || token.fold === "/") &&
    !NUMBER_WORDS.has(token.fold) && !isTimeWord(token) &&
    (!FUNCTION_WORDS.has(token.fold) ||
      /^(?:and|or|of|in|with|without|per|by|for|from)$/.test(token.fold) && at > 0) &&
    (!token.capital || from + at === 0 || input.sentence.shouting ||
      /^[A-Z]{2,}s?$/.test(token.text) ||
      STYLE_WORDS.has(token.fold) || UNIT_WORDS.has(token.fold))
  );
  const first = tokens.findIndex((token) =>
    /^(?:in|with|without|per|by|for|from|of)$/.test(token.fold)
  );
  const head = tokens[first < 0 ? tokens.length - 1 : first - 1];
  return held && head !== undefined &&
    !/^(?:ones|things|others|lots|some|more|less|details?)$/.test(head.fold) &&
    !(isTaskVerb(tokens[0]?.fold ?? "") && !OUTPUTS.has(tokens[0]?.fold ?? "")) &&
    (/[^s]s$/.test(head.fold) && head.fold.length > 3 || STYLE_WORDS.has(head.fold) ||
      UNIT_WORDS.has(head.fold) ||
      /^(?:case|text|prose|order|spelling|format|clock|notation|language)$/.test(head.fold));
}

/** What one asks an assistant for to read it, in contrast to what it buys or moves. */
const TOLD =
  /^(?:write|draft|list|show|give|print|compute|calculate|convert|explain|describe|summari[sz]e|compare|plot|draw|chart|export|fetch|get|read|translate|label|name|sketch|report|update|prepare|make|send|look|check|find|tell|sum|work|put|turn|export|share|format|sort|count|measure|estimate|quote|pull|create|design|review)$/;

/** Whether the request before the answer was for something to read, not for goods or a booking. */
export function askedToRead(input: Input): boolean {
  const request = input.context.window[input.read.index - 2]?.sentences.findLast((entry) =>
    entry.lang === "en"
  );
  if (request === undefined) return false;
  if (request.terminator === "?") {
    return !/\b(?:should|shall|would) (?:i|we)\b|\b(?:cook|eat|drink|wear|buy|watch|play|order|bring)\b/
      .test(
        request.tokens.map((token) => token.fold).join(" "),
      );
  }
  const asked = instructionIn(request, 0, request.tokens.length);
  if (asked === null) {
    return /^(?:i|we) (?:need|want)|^here (?:is|are)/.test(
      request.tokens.slice(0, 2).map((token) => token.fold).join(" "),
    );
  }
  return asked.head.form === "want" || TOLD.test(asked.head.verb);
}

/** Words of the user in the middle of a rule. */
export function said(input: Input, from: number, to: number): string {
  const text = textOf(input.sentence, from, to, { person: "rule" });
  return from === 0 && !/^[A-Z]{2}/.test(text) && !PROPER.has(input.folds[0] ?? "")
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

const PROPER = new Set(["celsius", "fahrenheit", "british", "american", "english", "excel"]);

const OPENING = /^(?:(?:no|but|sorry|please|and|ugh|hey|well|again|ok|hm)(?: ?[,.] ?| )?)+/;

function leadLength(text: string): number {
  const lead = OPENING.exec(text)?.[0].trim() ?? "";
  return lead === "" ? 0 : lead.split(" ").length;
}

/** `Percentages please, not fractions`, `full scores, never reductions`, `in hours, not minutes`. */
export function kindContrast(input: Input): Draft {
  const { folds } = input;
  // `And semicolons instead of commas`: a further wish for the same answer.
  if (!isReaction(input) || folds[0] === "and") return null;
  const from = leadLength(input.text);
  const cut = folds.findIndex((word, at) =>
    at > from && /^(?:not|never|no)$/.test(word) &&
      /^(?:,|please|and|\u2013|-)$/.test(folds[at - 1] ?? "") ||
    at > from && word === "rather" && folds[at + 1] === "than" ||
    at > from && word === "instead" && folds[at + 1] === "of"
  );
  if (cut < 0) return null;
  let to = cut;
  while (to > from && /^(?:,|please|and|thanks|\u2013|-|always)$/.test(folds[to - 1] ?? "")) to--;
  const other = cut + (/^(?:rather|instead)$/.test(folds[cut] ?? "") ? 2 : 1);
  let end = folds.length;
  while (end > other && /^(?:please|,|thanks|again|ever)$/.test(folds[end - 1] ?? "")) end--;
  const start = /^(?:in|as|with|by)$/.test(folds[from] ?? "") ? from + 1 : from;
  const against = /^(?:in|as|with|by|a|an|any|the|just)$/.test(folds[other] ?? "")
    ? other + 1
    : other;
  if (
    to <= start || end <= against || end - against > 4 || !isKind(input, start, to) ||
    !isKindLike(input, against, end) || !askedToRead(input)
  ) return null;
  const verb = start > from ? "give it" : UNIT_WORDS.has(folds[to - 1] ?? "") ? "use" : "give";
  return correctionOf(
    input,
    `${verb} ${said(input, from, to)}, not ${
      textOf(input.sentence, other, end, { person: "rule" })
    }`,
  );
}

/** What is not wanted may be one word of any kind, if it is no name, number or pointer. */
function isKindLike(input: Input, from: number, to: number): boolean {
  return input.sentence.tokens.slice(from, to).every((token) =>
    token.kind === "word" && !NUMBER_WORDS.has(token.fold) && !isTimeWord(token) &&
    !(token.capital && !/^[A-Z]{2,}s?$/.test(token.text)) &&
    !/^(?:this|that|these|those|it|one|ones|him|her|them|me|my|your|his|here|there|now|today|yet|so|too|much|even|bad|only|sure|really)$/
      .test(token.fold)
  );
}

const GAVE =
  /\byou (?:just |only |have )?(?:gave|sent|told|showed|wrote|quoted|listed|put|used|gave) (?:me |us )?(?:the |some |only |just )?((?:[\w-]+ ){0,3}[\w-]+) ?(?:,|;|:|\u2013|-|and|but|\.) ?(?:but |and )?(?:i|we) (?:need|want|wanted|needed|asked for|did ask for|work with|can only use|use) (?!it\b|to\b|the\b|a\b|an\b|you\b|that\b|this\b|my\b)/;

/** `You gave me coordinates, I need street addresses, my drivers don't use GPS`. */
export function gaveNeed(input: Input): Draft {
  const match = isReaction(input) ? GAVE.exec(input.text) : null;
  if (match === null || !askedToRead(input)) return null;
  const from = input.text.slice(0, match.index + match[0].length).trim().split(" ").length;
  const end = phraseEnd(input.folds, from);
  const given = (match[1] ?? "").split(" ");
  const at = input.folds.findIndex((_, index) =>
    given.every((word, step) => input.folds[index + step] === word)
  );
  if (!isKind(input, from, end) || at < 0 || !isKind(input, at, at + given.length)) return null;
  return correctionOf(
    input,
    `give ${said(input, from, end)} instead of ${said(input, at, at + given.length)}`,
  );
}

function phraseEnd(folds: readonly string[], from: number): number {
  const end = folds.findIndex((word, at) =>
    at >= from &&
    /^(?:[,;:.!?\u2013\u2014-]|because|since|so|please|not|instead|here|for|when|whenever|if|as)$/
      .test(word)
  );
  return end < 0 ? folds.length : end;
}

const CANNOT =
  /\b(?:(?:can|could|do|does|will) (?:not|never)(?: even| ever| really)?|nobody (?:[\w-]+ ){0,4}?(?:can|could)|no one (?:[\w-]+ ){0,4}?(?:can|could)|none of (?:us|them) (?:can|could)) (?:open|read|use|paste|print|play|load|view|import|display|work with|think in|deal with|do anything with) /;

const OWN =
  /^(?:and |but |so )?(?:i|we|they|everyone here|everybody here)(?: all| only| just)* (?:use|need|want|have|work with|work in|think in|read|go by) (?:only |just )?/;

/** `Nobody on my side can open .numbers. We all use Excel`, `I can't work with pounds, kilos please`. */
export function cannotUse(input: Input): Draft {
  const match = isReaction(input) ? CANNOT.exec(input.text) : null;
  if (match === null) return null;
  const from = input.text.slice(0, match.index + match[0].length).trim().split(" ").length;
  let end = phraseEnd(input.folds, from);
  if (/^(?:into|in|on|with|from)$/.test(input.folds[end] ?? "")) end = from;
  const preposition = input.folds.findIndex((word, at) =>
    at > from && at < end && /^(?:into|in|on|with|at|from)$/.test(word)
  );
  if (preposition > from) end = preposition;
  const named = isKind(input, from, end) ? said(input, from, end) : "";
  const instead = insteadIn(input, end);
  if (instead === null) return null;
  if (instead !== "") {
    return correctionOf(input, named === "" ? `use ${instead}` : `use ${instead}, not ${named}`);
  }
  return named === "" || UNIT_WORDS.has(input.folds[from] ?? "")
    ? null
    : correctionOf(input, `do not use ${named}`);
}

/** What the rest of the turn asks for: "" when nothing, null when another rule of the turn says it. */
function insteadIn(input: Input, from: number): string | null {
  const { read, sentence } = input;
  const index = read.sentences.indexOf(sentence);
  let found = "";
  for (const entry of [sentence, ...read.sentences.slice(index + 1, index + 3)]) {
    if (entry.lang !== "en" || entry.terminator === "?") continue;
    const start = entry === sentence ? from : 0;
    for (const piece of piecesFrom(entry.tokens.map((token) => token.fold), start)) {
      const text = entry.tokens.slice(piece.from, piece.to).map((token) => token.fold).join(" ");
      const own = OWN.exec(`${text} `)?.[0].trim() ?? "";
      const polite = /^(.{2,40}?) please$/.exec(text)?.[1] ?? "";
      const at = own === "" ? piece.from : piece.from + own.split(" ").length;
      const to = polite === "" ? piece.to : piece.from + polite.split(" ").length;
      const other = { ...input, sentence: entry, folds: entry.tokens.map((token) => token.fold) };
      if ((own !== "" || polite !== "") && isKind(other, at, to)) found ||= said(other, at, to);
      else if (instructionIn(entry, piece.from, entry.tokens.length)?.head.form === "imperative") {
        return null;
      }
    }
  }
  return found;
}

function piecesFrom(folds: readonly string[], start: number): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  let from = start;
  for (let at = start; at <= folds.length; at++) {
    if (at < folds.length && !/^[,;:\u2013\u2014-]$/.test(folds[at] ?? "")) continue;
    if (at > from) out.push({ from, to: at });
    from = at + 1;
  }
  return out;
}

/** After an answer: `Just the action items please, nobody reads the rest`. */
export function justThese(input: Input): ReturnType<Reader> {
  if (!isAfterAnswer(input)) return null;
  const match =
    /^(?:(?:no|please|next time)(?: ?, ?| )?)*(?:just|only) (?:the )?((?:[a-z-]+ ){0,2}[a-z-]+[^s\W]s) (?:please )?,? (?:nobody|no one|i never|i do not (?:need|read|use)|we never|we do not (?:need|read|use)|that is all (?:i|we) (?:ever )?(?:need|read|use)) ?.*$/
      .exec(input.text);
  const noun = match?.[1] ?? "";
  if (match === null || isTaskVerb(noun.split(" ")[0] ?? "") && !noun.includes("items")) {
    return null;
  }
  return {
    detector: "D4",
    trigger: requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER,
    content: `Give only the ${asWritten(input, noun)}`,
    rationale: null,
    base: 80,
    adjust: [],
  };
}

const NEEDS_KIND =
  /^(?:(?:no|but|sorry|please|and|well|so)(?: ?, ?| )?)*(?:.{3,60}[,;:] )?(?:i|we) (?:need|want|wanted|needed|asked for|did ask for) (?!it\b|to\b|the\b|a\b|an\b|you\b|that\b|this\b|my\b|our\b|more\b|some\b|all\b)([\w -]{4,50})$/;

/** After an objection: `"around" is no good, I need exact counts`. */
export function needsKind(input: Input): Draft {
  const match = isReaction(input) && input.pushbacks.length > 0
    ? NEEDS_KIND.exec(input.text.replaceAll(" ,", ","))
    : null;
  const words = (match?.[1] ?? "").split(" ");
  const from = input.folds.length - words.length;
  if (match === null || !askedToRead(input) || !isKind(input, from, input.folds.length)) {
    return null;
  }
  return correctionOf(input, `give ${said(input, from, input.folds.length)}`);
}

const BY_PLEASE =
  /^(?:(?:no|but|sorry|and|well)(?: ?, ?| )?)*(by|in|as|with) ((?:[a-z-]+ ){0,3}[a-z-]+) ?,? please ?, (?:that|it|our|my|the|nobody|we|i|they|everyone)\b.*$/;

/** `By arrival time, please, that's the only order the porters can use`. */
export function formWithReason(input: Input): Draft {
  const match = isReaction(input) ? BY_PLEASE.exec(input.text) : null;
  const words = (match?.[2] ?? "").split(" ");
  const at = input.folds.indexOf(match?.[1] ?? "") + 1;
  if (
    match === null || !askedToRead(input) ||
    input.sentence.tokens.slice(at, at + words.length).some((token) =>
      FUNCTION_WORDS.has(token.fold) || token.capital || NUMBER_WORDS.has(token.fold)
    )
  ) return null;
  return correctionOf(input, `give it ${match[1] ?? "by"} ${said(input, at, at + words.length)}`);
}

const FOR_EVERY =
  /^(?:.*[,;:] )?(?:so |and |please )*((?:[a-z-]+ ){0,2}[a-z-]+) (for|in|on|with) (every|each|all) ((?:[a-z-]+ ){0,2}[a-z-]+)(?: please)?$/;

/** `The tax office wants colour scans, so colour for every receipt`. */
export function formForEvery(input: Input): Draft {
  const match = isReaction(input) && wasOrdered(input)
    ? FOR_EVERY.exec(input.text.replaceAll(" ,", ","))
    : null;
  const words = (match?.[1] ?? "").split(" ");
  const end = input.folds.lastIndexOf(match?.[3] ?? "") - 1;
  const at = end - words.length;
  const noun = (match?.[4] ?? "").split(" ").at(-1) ?? "";
  if (
    match === null || at < 0 || !input.text.includes(",") ||
    words.some((word) => FUNCTION_WORDS.has(word) || isTaskVerb(word) || NUMBER_WORDS.has(word)) ||
    !wasAskedFor(input, [noun])
  ) return null;
  return correctionOf(
    input,
    `use ${said(input, at, end)} ${match[2] ?? "for"} ${match[3] ?? "every"} ${match[4] ?? ""}`,
  );
}
