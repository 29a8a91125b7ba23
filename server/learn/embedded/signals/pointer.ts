/**
 * Pointers in instructions (`it`, `those`, `do this`), resolved from the sentence before.
 *
 * @module
 */

import type { ReadTurn, Sentence } from "../types.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { FUNCTION_WORDS, OUTPUTS, TOOLS } from "../lexicon/things.ts";
import { textOf } from "../rules/values.ts";
import { type Found, isSilent } from "./found.ts";
import { contentOf, type Instruction, instructionIn } from "./instruction.ts";

const POINTER_ONLY =
  /^(?:it|this|that|these|those|so|like (?:that|this)|the same|them)\b(?: (?:way|everywhere|like (?:that|this)|again|always|please|here|there|up|thing|instead|now|too|then|first|only|once|next time|from now on))*$/;

/** `Give me times that way`, `list places like this`: how, was said before. */
const BY_THAT_WAY = /^\w+ (?:[\w'-]+ ){0,5}(?:that way|this way|like (?:this|that))$/i;

/** `24-hour clock please!`: how something is wanted, in a few words without a verb. */
function askedManner(sentence: Sentence): string {
  const at = sentence.tokens.findIndex((token) => token.fold === "please");
  const words = sentence.tokens.slice(0, at);
  return sentence.lang !== "en" || at < 1 || at > 5 ||
      sentence.tokens.slice(at + 1).some((token) => token.kind === "word") ||
      words.some((token) => token.kind === "word" && FUNCTION_WORDS.has(token.fold))
    ? ""
    : textOf(sentence, 0, at, { person: "rule" }).replace(
      /^[A-Z](?=[a-z])/,
      (letter) => letter.toLowerCase(),
    );
}

/** `go about it that way`, `keep doing that`: the way stands in the praise before. */
const WAY_ONLY =
  /^(?:(?:with|to|by) (?:it|this|that|those|them)|about (?:it|this|that|things|everything)|on(?= (?:in|like|this|that|doing|so)\b|$)|with it|it|this|that|things|everything|doing (?:it|this|that|so))(?: (?:in )?(?:that|this|the same|exactly that) (?:way|manner|order)| like (?:that|this))?(?: .{0,20}| (?:in all of (?:our|my|the)|with all) [\w -]{3,30})?$/;

const TOOL_SAID =
  /\b(?:uses?|using|runs? on|(?:moved|switched|gone over|went over|changed) (?:over )?(?:from \S+ )?to) ([\w.+#-]+(?: (?!now\b|these\b|instead\b|here\b|everywhere\b|last\b)[\w.+#-]+)?)(?: (?:now|these days|instead|here|everywhere|last (?:week|month|year)))?$/;

/** `This repo uses pnpm.`, `We switched to Linear.`: what is worked with, by its name; "" when none is named. */
function toolNamed(sentence: Sentence | undefined): string {
  const words = TOOL_SAID.exec(sentence?.said ?? "")?.[1]?.split(" ") ?? [];
  if (sentence === undefined || words.length === 0) return "";
  const at = sentence.folds.findLastIndex((_, index) =>
    words.every((word, step) => sentence.folds[index + step] === word)
  );
  const tokens = sentence.tokens.slice(at, at + words.length);
  const isNamed = tokens.some(({ fold, capital }) => capital || TOOLS.has(fold));
  return at < 0 || !isNamed || tokens.some(({ fold }) => FUNCTION_WORDS.has(fold))
    ? ""
    : textOf(sentence, at, at + words.length, { person: "rule" });
}

/** Turns before in which the object of a deed is looked for. */
const NEAR_TURNS = 3;

/** `Did you run the linter?`, `Run it before every commit`: what the same deed was said of; "" when nothing is named. */
function objectOfSame(window: readonly ReadTurn[], before: number, verb: string): string {
  for (let turn = before - 1; turn >= Math.max(0, before - NEAR_TURNS); turn--) {
    for (const { tokens, folds, lang } of window[turn]?.sentences ?? []) {
      const at = lang === "en" ? folds.findIndex((word) => baseForm(word) === verb) : -1;
      if (at < 0 || !/^(?:the|our|my)$/.test(folds[at + 1] ?? "")) continue;
      const noun = tokens[at + 2];
      const next = tokens[at + 3];
      const isAlone = next === undefined || next.kind === "punct" || FUNCTION_WORDS.has(next.fold);
      if (noun?.kind === "word" && isAlone) return `the ${noun.fold}`;
    }
  }
  return "";
}

/** Words that point at something said before. */
const POINTER = /^(?:it|this|that|these|those|them|both|so|there)$/;

/** `Stick to that for the other lessons`: what, stands in the praise before. */
const TO_THAT = /^\w+ (?:(?:to|with) )?(?:that|this|it) (?:for|in|with|from|at)\b/i;
const WORKED =
  /^(?:(?:and|but|yes|ok|well|so)(?: ?, ?| )?)*((?:the|a|an|your) (?:[\w'-]+ ){1,8}?)(?:really |always |just )*(?:works?|worked|goes|went|lands?|landed) (?:down )?(?:wonders|a treat|like a charm|(?:really |very |so |extremely )?well|perfectly|brilliantly|great|best)\b/;

/** `The story before the formula works wonders`: what did well; "" when none is named. */
function workedWay({ said }: Sentence): string {
  return (WORKED.exec(said)?.[1] ?? "").trim().replace(/^your /, "the ");
}

/** The content with its pointer resolved from the sentence before, or null when it points at nothing. */
export function resolvePointer(
  read: ReadTurn,
  found: Found,
  window: readonly ReadTurn[] = [],
): string | null {
  const { instruction, sentence } = found;
  const { head, body } = instruction;
  const content = contentOf(instruction);
  const object = sentence.tokens[body.from]?.fold ?? "";
  if (
    head.verb === "make" &&
    /^(?:that|this|it) (?:your|a|the) (?:new )?(?:habit|rule|standard|default|norm|practice)$/.test(
      sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" "),
    )
  ) return null;
  if (/^(?:keep|stick|stay|hold)$/.test(head.verb) && TO_THAT.test(content)) {
    const way = read.sentences.slice(0, found.index).map(workedWay).findLast((text) => text !== "");
    if (/\bfor (?:now|today|tonight|the moment|the time being|this)\b/i.test(content)) return null;
    if (way !== undefined) return content.replace(/\b(?:that|this|it)\b/i, way);
    if (/^(?:stick|hold) (?!.*\b(?:all|every|each|any)\b)/i.test(content)) return null;
  }
  if (
    /^(?:keep|stay|stick|go|carry|continue|do|handle|approach|work|tackle)$/.test(head.verb) &&
    WAY_ONLY.test(
      sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" "),
    )
  ) return null;
  const tool = toolNamed(read.sentences[found.index - 1]);
  if (tool !== "" && head.verb === "use" && /^(?:it|this|that)$/.test(object)) {
    return content.replace(/\b(?:it|this|that)\b/i, tool);
  }
  if (tool !== "" && /^\w+ .*\bthere$/.test(content)) {
    return content.replace(/\bthere$/, `in ${tool}`);
  }
  if (/^(?:him|her)$/.test(object) && instruction.condition === null) return null;
  if (object === "one" && body.to - body.from <= 2) {
    const named = read.sentences[found.index - 1];
    const what = named === undefined ? "" : outputNoun(named);
    return what === "" ? null : content.replace(/\bone\b/i, what);
  }
  if (BY_THAT_WAY.test(content)) {
    const meant = read.sentences.slice(0, found.index).reverse().map((said) =>
      said.lang === "en" ? instructionIn(said, 0, said.tokens.length) : null
    ).find((said) => said !== null && !isSilent(said.sentence, said));
    if (meant !== undefined && meant !== null) return contentOf(meant);
    const asked = read.sentences.slice(0, found.index).map(askedManner).find((text) => text !== "");
    return asked === undefined
      ? null
      : content.replace(/(?:that way|this way|like (?:this|that))$/i, `in ${asked}`);
  }
  const trusted = /\bthere\b/i.test(content)
    ? [...read.sentences.slice(0, found.index), sentence].map((said) =>
      trustedSource(said) || praisedSource(said, window[read.index - 1])
    ).findLast((text) => text !== "") ?? ""
    : "";
  const kept = trusted === "" && /^(?:look|check|search|read)\b[^,;]*\bthere\b/i.test(content)
    ? [...read.sentences.slice(0, found.index), sentence].map(keptAt).findLast((text) =>
      text !== ""
    ) ?? ""
    : "";
  if (kept !== "") return content.replace(/\bthere\b/i, `in ${kept}`);
  if (trusted !== "") {
    return content.replace(
      /\b(from|go|turn|over) (to )?there\b/i,
      (_, word: string) => `${word} ${/^from$/i.test(word) ? "" : "to "}${trusted}`,
    ).replace(/\bthere\b/i, `in ${trusted}`);
  }
  const accused = object === "it" &&
    /^(?:unless|after|before)$/.test(instruction.condition?.opener ?? "") &&
    read.sentences[found.index - 1]?.tokens.some((token) => token.fold === "you") === true;
  if (/^(?:at|in|into|up)$/.test(object)) {
    const named = ownSource(instruction);
    if (named !== "") return content.replace(/\b(?:it|that|this|those|these|them)\b/i, named);
  }
  if (!POINTER.test(object)) return content;
  const meant = object === "it" ? objectOfSame(window, read.index, head.verb) : "";
  if (meant !== "") return content.replace(/\bit\b/i, meant);
  if (instruction.condition !== null && head.verb !== "do" && !accused) {
    const named = ownSource(instruction);
    return named === "" ? content : content.replace(new RegExp(`\\b${object}\\b`, "i"), named);
  }
  const text = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  if (sentence.tokens[body.from + 1]?.kind === "number") return null;
  const before = read.sentences[found.index - 1];
  const own = ownSource(instruction);
  if (own !== "") return content.replace(new RegExp(`\\b${object}\\b`, "i"), own);
  const loose = /^(?:keep|do|continue|make)$/.test(head.verb) &&
    /^(?:it|this|that) (?:so|like|up|in|with|for)\b/.test(text);
  if ((before === undefined || before.lang !== "en") && loose) return null;
  if (before === undefined || before.lang !== "en") {
    if (POINTER_ONLY.test(text)) return null;
    const asked = object === "them" ? requestedThings(window, read.index) : "";
    return asked === "" ? content : content.replace(/\bthem\b/i, asked);
  }
  const earlier = instructionIn(before, 0, before.tokens.length) ??
    earlierInstruction(read, found.index - 2);
  const solid = earlier !== null && !isSilent(earlier.sentence, earlier) &&
    !POINTER.test(earlier.sentence.tokens[earlier.body.from]?.fold ?? "");
  if (earlier !== null && solid) {
    const first = contentOf(earlier);
    if (head.verb === "do" || head.verb === "keep") return first;
    return `${first}; ${content.charAt(0).toLowerCase()}${content.slice(1)}`;
  }
  if (
    /^(?:keep|do|continue|make)$/.test(head.verb) &&
    /^(?:it|this|that) (?:so|like|up|this|that|in|with|for)\b/.test(text)
  ) return null;
  const source = object === "there" ? placeOf(before) : "";
  if (source !== "") return content.replace(/\bthere\b/i, `in ${source}`);
  // `You always suggest cinemas. I'm into concerts, suggest those`: what was done is not what is wanted.
  if (before.folds[0] === "you" && /^(?:those|these|them)$/.test(object)) {
    const liked = LIKED.exec(sentence.folds.slice(0, head.at).join(" "))?.[1];
    return liked === undefined ? null : content.replace(/\b(?:those|these|them)\b/i, liked);
  }
  const noun = lastNoun(before);
  if (noun !== "" && object !== "both" && object !== "so" && object !== "there") {
    return content.replace(new RegExp(`\\b${object}\\b`, "i"), noun);
  }
  return POINTER_ONLY.test(text) ? null : content;
}

/** What the user likes, in front of an order. */
const LIKED = /\b(?:into|like|love|prefer|want|need) ([a-z-]+s)(?: ,| and| so| please)*$/;

/** What the last request was for, in the plural (`list the open tickets` → `open tickets`). */
function requestedThings(window: readonly ReadTurn[], before: number): string {
  const request = window.slice(0, before).findLast((read) => read.turn.speaker === "user")
    ?.sentences.at(-1);
  if (request === undefined || request.lang !== "en") return "";
  const asked = instructionIn(request, 0, request.tokens.length);
  if (asked === null || asked.head.negative) return "";
  const tokens = request.tokens.slice(asked.body.from, asked.body.to);
  const at = tokens.findIndex((token) => /[^s]s$/.test(token.fold) && token.fold.length > 3);
  const words = tokens.slice(0, at + 1).map((token) => token.fold);
  const named = words.filter((word) => !/^(?:me|us|the|all|my|our|every|a|an)$/.test(word));
  return at < 0 || at > 4 || named.some((word) => POINTER.test(word)) ? "" : named.join(" ");
}

/** `They're in hr_db, query that` → `Query hr_db`; null when the sentence names no place. */
export function placedContent(instruction: Instruction): string | null {
  const { sentence, head, body } = instruction;
  if (!/^(?:it|that|there)$/.test(sentence.tokens[body.from]?.fold ?? "")) return null;
  const before = sentence.tokens.slice(0, head.at).map((token) => token.fold).join(" ");
  const at =
    /\b(?:is|are|live|lives|sit|sits) (?:all |kept |stored )?(?:in|on|under) ((?:the |our |my )?[\w.-]+(?: [\w-]+)?) ?[,;:\u2013-]?(?: so| please)?$/
      .exec(before);
  return at === null ? null : contentOf(instruction).replace(/\b(?:it|that|there)\b/i, at[1] ?? "");
}

/** `the rota is in pager_api`: where something is, at the end of a sentence. */
function placeOf(sentence: Sentence): string {
  const at = sentence.tokens.findLastIndex((token) => /^(?:in|on|under)$/.test(token.fold));
  const before = sentence.tokens[at - 1]?.fold ?? "";
  if (
    at < 1 || !/^(?:is|are|kept|stored|lives|live)$/.test(before) || sentence.tokens.length - at > 4
  ) return "";
  return textOf(sentence, at + 1, sentence.tokens.length, { person: "rule" });
}

/** `That's in the booking system, not on the web`: where it is kept. */
function keptAt({ said }: Sentence): string {
  return (/(?:\b(?:is|are|live|lives|sit|sits|stand|stands)|'s) (?:all |always |only )?(?:kept |stored |listed |noted |written )?(?:in|on) ((?:the|our|my) (?:[\w'-]+ ){0,3}?[\w'-]+)(?= ?[,;:]| so\b| and\b|$)/
    .exec(said)?.[1] ?? "").replace(/^(?:our|my) /, "the user's ").replaceAll(" 's", "'s");
}

/** `only the register is binding`, `the controller log is the one to trust`: what is gone by. */
function trustedSource(sentence: Sentence): string {
  const match =
    /\b((?:the|our) (?:[\w-]+ ){1,4}?)(?:is|are) (?:the )?(?:only )?(?:ones? (?:to (?:trust|use|go by)|that counts?)|binding|what counts|authoritative|reliable|official|right (?:one|place|source)|up to date|the (?:truth|reference))\b/
      .exec(sentence.said);
  const only =
    /(?:^|[,:;] )((?:[\w-]+ ){1,4}?)(?:is|are) the only (?:thing|one|source|place)s? (?:that )?(?:you|i|we|one) can (?:trust|rely on|use|go by)\b/
      .exec(sentence.said);
  return (match?.[1] ?? only?.[1] ?? "").trim().replace(/^our /, "the user's ");
}

/** `Harbour office, very good`, `good that you looked at the tide table`: the source that was praised. */
function praisedSource(sentence: Sentence, answer: ReadTurn | undefined): string {
  const named = PRAISED_SOURCE.exec(sentence.said)?.slice(1).find((text) => text !== undefined);
  if (named === undefined || answer?.turn.speaker !== "assistant") return "";
  const bare = named.replace(/^(?:the|our|my) /, "");
  const isSaid = answer.text.toLowerCase().includes(bare.split(" ")[0] ?? bare);
  return isSaid && !/^(?:that|this|it|very|all|yes|no)\b/.test(bare)
    ? `the ${/^(?:our|my) /.test(named) ? "user's " : ""}${bare}`
    : "";
}

const PRAISED_SOURCE =
  /^(?:(?:ah|oh|yes|ok|so|and)(?: ?, ?| )?)*((?:the |our |my )?(?:[\w-]+ ){0,3}?[\w-]+) [,:\u2013\u2014-] (?:(?:that is|very|so|just|really|much|the|exactly|a|was|is) )*(?:good|great|perfect|right|better|nice|lovely|excellent|wise|spot on|clever|brilliant|call|choice|source|place|one|ticket)\b(?: (?:choice|call|idea|thinking|source|place|move|one|way))?|\b(?:that|for|glad|good|how) (?:you )?(?:have )?(?:looked? at|looking at|looked? in|looking in|used?|using|checked?|checking|asked?|asking|took it from|went to|going to|read|reading|consulted|consulting|queried|called) ((?:the|our|my) (?:[\w-]+ ){0,3}?[\w-]+)(?= ?,| and | instead| first| not | rather| for |$)/;

/** `we've got our own rain gauges, read those when …`: the source named in front of the order. */
function ownSource(instruction: Instruction): string {
  const { sentence, head } = instruction;
  if (
    !/^(?:read|use|ask|query|check|call|take|consult|search|look|go|pass|apply|include|attach|follow|load|add|hand|quote|cite|leave|drop|skip|cut|omit|remove|put|show|mention|attach|list|print|draw)$/
      .test(head.verb) ||
    !/^(?:(?:at|in|into|up) )?(?:it|that|this|these|those|them)\b/.test(
      sentence.tokens.slice(instruction.body.from, instruction.body.to).map((token) => token.fold)
        .join(" "),
    )
  ) return "";
  const folds = sentence.tokens.slice(0, head.at).map((token) => token.fold);
  const at = folds.findLastIndex((word, index) =>
    /^(?:have|got|keep|run|own)$/.test(word) && /^(?:i|we|have)$/.test(folds[index - 1] ?? "") &&
    folds[index + 1] !== "got"
  );
  if (at < 0) return subjectBefore(sentence, head.at);
  let end = at + 1;
  while (
    end < folds.length &&
    !/^(?:[,;:\u2013\u2014-]|for|in|on|so|and|that|which)$/.test(folds[end] ?? "")
  ) end++;
  const text = textOf(sentence, at + 1, end, { person: "rule" });
  return text.split(" ").length > 6 ||
      /^(?:two|three|four|several|some|many|a lot|no|it|them|\d)\b/i.test(text)
    ? ""
    : text.replace(/^an? /i, "the ");
}

/** `the vat board is live, look at that for …`: what the clause in front is about. */
function subjectBefore(sentence: Sentence, head: number): string {
  const folds = sentence.tokens.slice(0, head).map((token) => token.fold);
  const from = folds.findLastIndex((word, at) => word === "," && at < folds.length - 1) + 1;
  const match =
    /^((?:the|our) (?:[\w-]+ ){1,6}?)(?:is|are|has|have|knows?|shows?|lists?|holds?|does|gets) .{2,60},(?: please| so| just)*$/
      .exec(
        folds.slice(folds.lastIndexOf(",", folds.length - 2) < 0 ? 0 : from).join(" ").replaceAll(
          " ,",
          ",",
        ),
      );
  return match === null ? "" : (match[1] ?? "").trim().replace(/^our /, "the user's ");
}

/** The instruction of a sentence further up, when it has one. */
function earlierInstruction(read: ReadTurn, index: number): Instruction | null {
  const sentence = read.sentences[index];
  return sentence === undefined || sentence.lang !== "en"
    ? null
    : instructionIn(sentence, 0, sentence.tokens.length);
}

/** The output a sentence names, with the word before it (`worked example`). */
function outputNoun(sentence: Sentence): string {
  const at = sentence.tokens.findIndex((token) => OUTPUTS.has(token.fold));
  if (at < 0) return "";
  const noun = sentence.tokens[at]?.fold ?? "";
  const before = sentence.tokens[at - 1]?.fold ?? "";
  const open = before === "" || /^(?:the|a|an|that|this|my|your|of|with)$/.test(before);
  const text = open ? noun : `${before} ${noun}`;
  return noun.endsWith("s") ? text : `${/^[aeiou]/.test(text) ? "an" : "a"} ${text}`;
}

/** The last noun phrase of a sentence that is definite or plural; "" when there is none. */
function lastNoun(sentence: Sentence): string {
  const folds = sentence.folds;
  for (let at = folds.length - 1; at >= 0; at--) {
    const word = folds[at] ?? "";
    if (sentence.tokens[at]?.kind !== "word") continue;
    if (/^(?:the|a|an|my|our|your)$/.test(word)) {
      const phrase = nounsFrom(sentence, at + 1);
      if (phrase.length > 0) {
        return `the ${word === "our" || word === "my" ? "user's " : ""}${phrase.join(" ")}`;
      }
    }
    if (
      /[^s]s$/.test(word) && word.length > 3 && !NO_NOUNS.test(word) && !isInPhrase(folds, at) &&
      !isToldVerb(folds, at)
    ) return word;
  }
  return "";
}

/** `this repo uses pnpm`: a verb, which looks like a plural. */
function isToldVerb(folds: readonly string[], at: number): boolean {
  const base = baseForm(folds[at] ?? "");
  return base !== undefined && base !== folds[at] && at + 1 < folds.length &&
    /^(?:the|a|an|my|our|your|this|that|each|every|she|he|it)$/.test(
      folds[at - 2] ?? folds[at - 1] ?? "",
    );
}

/** Words from a determiner to the end of its noun phrase; empty when no noun follows. */
function nounsFrom(sentence: Sentence, from: number): string[] {
  const out: string[] = [];
  for (let at = from; at < sentence.tokens.length && out.length < 4; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind !== "word" || FUNCTION_WORDS.has(token.fold)) break;
    if (
      out.length > 0 &&
      /^(?:does|has|is|knows|says|shows|lies|works|holds|keeps|gets)$/.test(token.fold)
    ) break;
    out.push(token.fold);
  }
  const last = out.at(-1) ?? "";
  return out.length === 1 && baseForm(last) === last && !/(?:s|[^e]r)$/.test(last) &&
      !OUTPUTS.has(last)
    ? []
    : out;
}

/** Whether an article two or three words before opens the phrase. */
function isInPhrase(folds: readonly string[], at: number): boolean {
  return [1, 2, 3].some((step) =>
    /^(?:the|a|an|my|our|your)$/.test(folds[at - step] ?? "") &&
    folds.slice(at - step + 1, at).every((word) =>
      /^[\p{L}-]+$/u.test(word) && !FUNCTION_WORDS.has(word)
    )
  );
}

const NO_NOUNS =
  /^(?:always|does|goes|says|gets|makes|looks|this|thanks|needs|yes|was|has|is|keeps|perhaps|besides)$/;
