/**
 * Detector D9: praise for a way of doing things that the user wants again.
 *
 * @module
 */

import type { PlaybookFinding, ReadTurn, Sentence } from "../types.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm, gerund } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { textOf } from "../rules/values.ts";
import { type Context, spanOf } from "./finding.ts";
import { trimTrail } from "./heads/leads.ts";
import { toPlaybook } from "./playbook_finding.ts";
import { outputTrigger } from "./output_trigger.ts";
import { requestTrigger } from "./topic.ts";

const PRAISE =
  /\b(?:yes|exactly|precisely|love that|perfect|great|good|right|brilliant|excellent|love (?:it|this|that|the|how)|wonderful|spot on|ideal|nice|super|fantastic|lovely|awesome|that is (?:it|better|more like it|how i (?:want|like)|what i (?:want|need|like))|(?:just|exactly) (?:what|how|the way) (?:i|we) (?:want|need|like)|much better|just right|well done|works (?:great|well|perfectly)|helpful|helped|saved me|that is the way|what counts|useful|handy|clever|smart|good (?:idea|thinking|call)|great idea|nice touch|just the thing|just the ticket|thank you|thanks)\b/;
const REPEAT =
  /\b(?:keep (?:doing|it|that|this|planning|writing|using|\w+ing)|(?:do|use|keep|make|give|write|show|that|this|it) (?:it |that |this |them |so |like that |like this )*(?:every time|each time|always|from now on|in future|going forward)|always (?:do|use|keep|include|add|put|give|mention|list|show|state|note) (?:it|that|this|them|those|these)\b|more (?:[a-z-]+ ){0,2}like (?:this|that|these|those)|more (?:of this|of that|of those)|do (?:that|this|it|so) (?:before|after) (?:every|each|any)|that is (?:the way|how i (?:want|like) it|exactly how (?:i|we) (?:want|like|need|prefer|do))|this is (?:the way|how i (?:want|like) it)|the way to \w+|do it like (?:that|this)|do (?:that|this|it|so) (?:(?:with|for|in|on) (?:every|all|each|any)|again|whenever|when you|any time|every|always|from|in future|next time)|stick (?:with|to) (?:that|this|it)|keep it so|like (?:that|this) (?:again|please|every|in future|from now)|same (?:again|way|(?:for|in|with|on) (?:every|all|each|any|the next))|carry on like|continue (?:like|to|that)|\w+ like (?:that|this) (?:with|for|in|on) (?:every|all|each|any)|always \w+ (?:\w+ ){0,3}like (?:that|this)|keep \w+ing (?:\w+ ){0,3}(?:like (?:that|this)|that way)|(?:precisely|exactly|just) how i (?:like|want|need)|how it should be|(?:that|this) (?:layout|format|order|structure|style|form|split|arrangement|pattern) (?:for|in|with|on) (?:every|all|each|any|the (?:next|other|future))|\w+(?:ed|en|ne) (?:that|this) way|(?:please |and )always do(?: so)?(?= \.|$)|never (?:skip|drop|stop|change|lose) (?:that|this|it|doing (?:that|it|this))|(?:that|this) (?:one )?stays|please continue|how i (?:want|like|need) (?:it|this|that|them)|\w+ (?:it|them|this) like (?:that|this)|just like that next|next time too|again next time|(?:all|every|each) (?:my |our |the )?(?:[\w-]+ ){1,3}(?:should|must) (?:look|be|go|come|read) (?:like (?:this|that)|that way|this way))\b/;
const NOISE = wordSet(
  `yes exactly perfect great good right brilliant excellent wonderful ideal nice super fantastic lovely awesome better thanks thank you
please keep doing that this it like more every time always from now on how want love i is are was what counts the way so do in all and with for of to a an my way
same again just well me you planning continue stick please going forward future very much really works helpful spot see loved that's it's`,
);

/** Rules from praise with a repeat cue. */
export function confirmationsOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const before = context.window[read.index - 1];
  if (before === undefined || before.turn.speaker !== "assistant") return [];
  const sentences = read.sentences.filter((sentence) =>
    sentence.lang === "en" &&
    (sentence.terminator !== "?" || isAsked(sentence))
  );
  const text = sentences.map((sentence) => sentence.said)
    .join(" . ");
  const praise = PRAISE.exec(text);
  if (praise === null && !text.includes("more like")) return [];
  const repeat = REPEAT.exec(text);
  if (
    repeat === null || praise === null && !/^more like/.test(repeat[0]) ||
    /^(?:no|not|wrong|stop|never)\b|\b(?:too (?:long|much|many)|do not|don't)\b/.test(
      text.slice(0, repeat.index),
    )
  ) return [];
  // `keep it, but cut the middle` is about the text at hand.
  if (/\b(?:keep|like|love) (?:it|that|this) ?,? (?:but|only|except)\b/.test(text)) return [];
  const named = praisedDeed(sentences, before) ?? namedBehaviour(sentences) ??
    pointedDeed(sentences, before);
  if (named === null) return [];
  const doing = "verb" in named ? undefined : openingGerund(named.text);
  const verb = "verb" in named
    ? String(named.verb)
    : doing === undefined
    ? verbOfAnswer(before, named.text)
    : doing.verb;
  if (verb === "" && named.text.split(" ").length < 2) return [];
  const said = doing?.rest ?? named.text;
  const plain = withoutVerdict(said, verb);
  const lower = plain.charAt(0).toLowerCase() + plain.slice(1);
  const content = `${capital(verb === "" ? "keep" : verb)} ${
    /^[A-Z]{2}/.test(plain) ? plain : lower
  }`;
  const finding = toPlaybook({
    detector: "D9",
    read,
    sentence: named.sentence,
    trigger: triggerOf(sentences, context, read) || "In every answer",
    content,
    rationale: "The user confirmed it",
    base: 78,
    adjust: [],
    scope: repeat[0],
    spans: [spanOf(read, named.sentence, { from: 0, to: named.sentence.tokens.length }, "cue")],
    extraIds: [before.turn.interactionId],
  }, context);
  return finding === null ? [] : [finding];
}

/** `Split up like that is exactly right`: how, the answer tells; null when it does not. */
function pointedDeed(
  sentences: readonly Sentence[],
  answer: ReadTurn,
): { sentence: Sentence; text: string; verb: string } | null {
  for (const sentence of sentences) {
    const folds = sentence.folds;
    const like = folds.findIndex((word, at) =>
      word === "like" && /^(?:that|this)$/.test(folds[at + 1] ?? "")
    );
    const verb = folds.slice(Math.max(0, like - 3), Math.max(0, like)).map((word) => baseForm(word))
      .find((base) => base !== undefined && !/^(?:look|be|do|go|have|keep|make)$/.test(base));
    if (verb === undefined) continue;
    for (const said of answer.sentences) {
      const at = said.tokens.findIndex(({ fold }) => baseForm(fold) === verb);
      if (at < 0) continue;
      const text = textOf(said, at + 1, said.tokens.length, { person: "rule" })
        .replaceAll(/\s?[$€£]?\b\d[\d.,:]*\b\s?[€£%]?/g, "").trim();
      if (text !== "") return { sentence, text, verb };
    }
  }
  return null;
}

/** `Could I have that layout for all of them?` asks for it again. */
function isAsked(sentence: Sentence): boolean {
  return /^(?:(?:and|so|please|,) )*(?:could|can|may|might) (?:i|we|you) (?:please |always )?(?:have|get|keep|do|use)\b/
    .test(sentence.said);
}

/** `listing the tolls` names its verb itself. */
function openingGerund(text: string): { readonly verb: string; readonly rest: string } | undefined {
  const match = /^(\w+ing) (.{3,})$/i.exec(text);
  const verb = match === null ? undefined : baseForm((match[1] ?? "").toLowerCase());
  return verb === undefined ? undefined : { verb, rest: match?.[2] ?? "" };
}

/** `put` + `the hours are next to …`, `group` + `costs grouped by month`: the verb is said once. */
function withoutVerdict(said: string, verb: string): string {
  if (verb === "") return said;
  return said.replace(/^((?:[\w'-]+ ){1,5})(?<!\b(?:what|that|which|who) )(?:is|are) /, "$1").split(
    " ",
  ).filter((
    word,
    at,
  ) => (at === 0 ? !isNounOf(word.toLowerCase(), verb) : baseForm(word) !== verb || word === verb))
    .join(" ");
}

/** `comparison` beside `compare`. */
function isNounOf(word: string, verb: string): boolean {
  return verb.length > 4 && word.length > verb.length && word.startsWith(verb.slice(0, -1)) &&
    /(?:ion|ison|ment|al|ance|ence)$/.test(word);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Great that you phoned them too`: the deed is told in the assistant's own words. */
function praisedDeed(
  sentences: readonly Sentence[],
  answer: ReadTurn,
): { sentence: Sentence; text: string; verb: string } | null {
  for (const sentence of sentences) {
    const folds = sentence.folds;
    const at = folds.findIndex((word, index) =>
      word === "you" && index > 0 &&
      /^(?:that|how|when|glad|like|love|way)$/.test(folds[index - 1] ?? "")
    );
    const verb = at < 0
      ? undefined
      : folds.slice(at + 1, at + 4).map((word) => baseForm(word)).find((base) =>
        base !== undefined && base !== "do" && base !== "have" && base !== "be"
      );
    if (verb === undefined) continue;
    const own = ownWords(sentence, at, verb);
    if (own !== "") return { sentence, text: own, verb };
    for (const said of answer.sentences) {
      const index = said.tokens.findIndex((token) => baseForm(token.fold) === verb);
      if (index < 0) continue;
      let end = index + 1;
      while (
        end < said.tokens.length &&
        !/^(?:and|so|but|because|:|,|;|which|that)$/.test(said.tokens[end]?.fold ?? "")
      ) end++;
      const text = textOf(said, index + 1, end, { person: "rule" }).replaceAll(
        /\s?\b\d[\d.,:]*\b/g,
        "",
      ).trim();
      if (text !== "") return { sentence, text, verb };
    }
  }
  return null;
}

/** What the user says that the assistant did, unless it only points at it. */
function ownWords(sentence: Sentence, you: number, verb: string): string {
  const folds = sentence.folds;
  const start = folds.findIndex((word, at) => at > you && baseForm(word) === verb) + 1;
  let end = start;
  while (
    end < folds.length &&
    !/^(?:is|was|are|were|helps?|helped|works?|,|;|:|\u2013|\u2014)$/.test(folds[end] ?? "")
  ) end++;
  end = trimTrail(sentence, start, end);
  const words = folds.slice(start, end);
  if (start === 0 || words.length < 2 || words.some((word) => VAGUE.test(word))) return "";
  return textOf(sentence, start, end, { person: "rule" });
}

/** Words that point at something instead of naming it. */
const VAGUE = /^(?:it|them|this|that|these|those|there|so|such|too)$/;

/** `Deadline at the top, then what I need to do, then the rest`: the steps belong together. */
const SEQUENCE =
  /^(?!.*\b(?:keep|stick|please|exactly|like (?:that|this)|that is|this is)\b)[^,]{2,40}\b(?:first|at the top|on top)\b[^,]{0,20} , .{0,60}\bthen\b [^.]{2,40}$/;

function sequenceIn(sentence: Sentence): string {
  const end = trimTrail(sentence, 0, sentence.tokens.length);
  return SEQUENCE.test(sentence.folds.slice(0, end).join(" "))
    ? textOf(sentence, 0, end, { person: "rule" })
    : "";
}

/** The part of the praise that names what was done, at clause borders. */
function namedBehaviour(
  sentences: readonly Sentence[],
): { sentence: Sentence; text: string } | null {
  let best: { sentence: Sentence; text: string; weight: number } | null = null;
  for (const sentence of sentences) {
    const steps = sequenceIn(sentence);
    if (steps !== "") return { sentence, text: steps };
    let from = 0;
    for (let at = 0; at <= sentence.tokens.length; at++) {
      const token = sentence.tokens[at];
      const ends = at === sentence.tokens.length ||
        token?.kind === "punct" && /^[,;:\u2013\u2014-]$/.test(token.text) && !isPair(sentence, at);
      if (!ends) continue;
      const piece = behaviour(sentence, from, at);
      if (piece !== null && (best === null || piece.weight > best.weight)) {
        best = { sentence, ...piece };
      }
      from = at + 1;
    }
  }
  return best;
}

/** Where a part of an answer stands: `the prices are next to the dish`. */
const PLACED = /^(?:right|next|beside|above|below|under|beneath|on|at|in|before|after|first)$/;

/** `one recipe instead of a long list, numbered steps`: a second noun phrase goes on. */
function isPair(sentence: Sentence, at: number): boolean {
  const rest = sentence.tokens.slice(at + 1).map((token) => token.fold);
  const before = sentence.tokens.slice(0, at).map((token) => token.fold);
  if (before.filter((word) => !NOISE.has(word)).length === 0) return false;
  return rest.length >= 2 && rest.length <= 4 &&
    !rest.some((word) => /^(?:keep|do|please|always|more|that|this|it|every|i|you)$/.test(word));
}

function behaviour(
  sentence: Sentence,
  start: number,
  end: number,
): { text: string; weight: number } | null {
  let from = start;
  while (
    from < end &&
    /^(?:yes|exactly|perfect|great|right|good|thinking|call|idea|job|touch|and|so|nice|lovely|see|,|ok|brilliant|thank|for|i|love|like|really|how|you|that|this|it|keep|doing|is|thanks)$/
      .test(sentence.tokens[from]?.fold ?? "")
  ) from++;
  let to = end;
  const folds = sentence.folds;
  const verdict = folds.findIndex((word, at) =>
    at > from && at < end &&
    /^(?:is|are|was|were|works|work|helps|helped|worked|makes|made|saved)$/.test(word) &&
    folds[at - 1] !== "what" && !(/^(?:is|are)$/.test(word) && PLACED.test(folds[at + 1] ?? ""))
  );
  if (verdict > from) to = verdict;
  to = trimTrail(sentence, from, to);
  const words = folds.slice(from, to);
  if (folds.slice(start, end).some((word) => /^(?:keep|continue|stick)$/.test(word))) return null;
  if (
    words.some((word) => /^(?:keep|continue|do|stick)$/.test(word)) ||
    /\b(?:like (?:this|that)|that way|(?:how|what|the way) (?:i|we))\b/.test(words.join(" ")) ||
    /^(?:the )?(?:way|how|more|more like)\b/.test(words.join(" ")) ||
    // `she got it by herself`: what came of it.
    /^(?:she|he|they|we|i|it|everyone|everybody|went|worked|am|are|was|were|have|had|got)\b/.test(
      words.join(" "),
    )
  ) return null;
  const weight = words.filter((word) => !NOISE.has(word) && !FUNCTION_WORDS.has(word)).length;
  return weight === 0
    ? null
    : { text: textOf(sentence, from, to, { person: "rule" }).replace(/^The\b/, "the"), weight };
}

/** The assistant's own verb for what the user praised. */
function verbOfAnswer(answer: ReadTurn, named: string): string {
  const wanted = new Set(named.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  for (const sentence of answer.sentences) {
    const folds = sentence.folds;
    const overlap = folds.some((word) =>
      wanted.has(word) || wanted.has(`${word}s`) || wanted.has(word.replace(/s$/, ""))
    );
    if (!overlap) continue;
    for (let at = 0; at < folds.length - 1; at++) {
      if (folds[at] !== "i") continue;
      for (let index = at + 1; index <= at + 3; index++) {
        const verb = baseForm(folds[index] ?? "");
        if (verb !== undefined && !/^(?:have|will|be|do|can|would)$/.test(verb)) return verb;
      }
    }
    if (/^here (?:is|are)\b/.test(folds.join(" "))) return "give";
  }
  return "";
}

/** Where the user wants it again. */
function triggerOf(sentences: readonly Sentence[], context: Context, read: ReadTurn): string {
  for (const sentence of sentences) {
    const folds = sentence.folds;
    const way = folds.findIndex((word, at) => word === "way" && folds[at + 1] === "to");
    if (way >= 0) {
      const verb = baseForm(folds[way + 2] ?? "");
      if (verb !== undefined) {
        return `When ${gerund(verb)} ${
          textOf(sentence, way + 3, trimTrail(sentence, way + 3, folds.length), { person: "rule" })
        }`.trim();
      }
    }
    const keep = folds.findIndex((word, at) =>
      /^(?:keep|continue)$/.test(word) && (folds[at + 1] ?? "").endsWith("ing") &&
      folds[at + 1] !== "doing"
    );
    if (keep >= 0) {
      const end = folds.findIndex((word, at) => at > keep + 1 && /^(?:like|that|this)$/.test(word));
      return `When ${folds[keep + 1] ?? ""} ${
        textOf(sentence, keep + 2, end < 0 ? folds.length : end, { person: "rule" })
      }`.trim();
    }
    const whenever = folds.findIndex((word, at) =>
      /^(?:whenever|when)$/.test(word) && folds[at + 1] === "you" &&
      baseForm(folds[at + 2] ?? "") !== undefined &&
      /^(?:that|this|it|so)$/.test(folds[at - 1] ?? "")
    );
    if (whenever >= 0) {
      const end = trimTrail(sentence, whenever + 3, folds.length);
      return `When ${gerund(baseForm(folds[whenever + 2] ?? "") ?? "do")} ${
        textOf(sentence, whenever + 3, end, { person: "rule" })
      }`.trim();
    }
    const again = folds.findIndex((word, at) =>
      word === "like" && at > 2 && /^(?:this|that)$/.test(folds[at + 1] ?? "")
    );
    const always = folds.indexOf("always");
    const asked = baseForm(folds[always + 1] ?? "");
    if (always >= 0 && always + 2 < again && asked !== undefined) {
      return `When ${gerund(asked)} ${textOf(sentence, always + 2, again, { person: "rule" })}`;
    }
    const step = folds.findIndex((word, at) =>
      /^(?:before|after)$/.test(word) && /^(?:every|each|any)$/.test(folds[at + 1] ?? "") &&
      /^(?:that|this|it|so)$/.test(folds[at - 1] ?? "")
    );
    if (step >= 0) {
      const text = textOf(sentence, step, trimTrail(sentence, step + 1, folds.length), {
        person: "rule",
      });
      return capital(text);
    }
    const every = folds.findLastIndex((word, at) =>
      /^(?:with|in|for|on)$/.test(word) &&
      !/^(?:that|this|it|me|future|between)$/.test(folds[at + 1] ?? "that")
    );
    const repeat = folds.findIndex((word) =>
      /^(?:keep|do|always|again|same|like|stick|stay)$/.test(word)
    );
    if (every >= 0 && repeat >= 0 && every > repeat) {
      const noun = textOf(sentence, every + 1, trimTrail(sentence, every + 1, folds.length), {
        person: "rule",
      }).replace(/^(?:all|(?:the )?(?:next|other|future|coming)) /, "").replace(
        /^(?:every|each) (?=[aeiou])/,
        "an ",
      ).replace(
        /^(?:every|each) /,
        "a ",
      );
      if (noun !== "") return outputTrigger(noun);
    }
  }
  return requestTrigger(context.window, read.index);
}
