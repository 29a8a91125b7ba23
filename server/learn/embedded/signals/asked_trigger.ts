/**
 * What a question of the user asks, as a situation: `When asked about the ferry`, `When asked which flat
 * is cheaper`.
 *
 * @module
 */

import { FUNCTION_WORDS, OUTPUTS } from "../lexicon/things.ts";
import { baseForm, gerund, thirdPerson } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { NUMBER_WORDS } from "../rules/classes.ts";
import type { Sentence } from "../types.ts";
import { generalNoun } from "./plain_noun.ts";

const WH = /^(?:what|which|who|whose|how|where|when|why|whether|if)$/;
const BE = /^(?:is|are|was|were|'s)$/;
const AUX =
  /^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had|may|might|must|shall)$/;
const PERSON = /^(?:i|we|one)$/;
const DETERMINER = /^(?:the|a|an|my|our|your|this|that|these|those|any|some|all|every|each)$/;

/** Verbs of questions that orders hardly use. */
const ASKED_VERBS = wordSet(
  "cost last happen fit mean matter affect depart bloom flower ripen climb sink rhyme hit occur arise accept allow expire exist contain involve belong weigh differ compare apply fall die boil freeze melt ripen land sail open close pass become suit",
);

/** What is asked of a thing behind `is`: `the bridge open`, `rust on a disc dangerous`. */
const STATES = wordSet(
  `open closed running ready free available working done full empty late down ok okay safe dangerous good bad better cheaper cheap worth due
legal allowed ripe fresh fine normal warm cold hot dry wet high low big small enough delayed cancelled back online offline up finished
complete correct right wrong true broken covered insured valid healthy alive vegan vegetarian halal kosher still already ever too so as more less really
usually always booked included coming going getting doing due likely slow fast quiet busy ill sick dead near far like on out off there here`,
);

/** States that are prepositions in front of a noun. */
const PLACES = /^(?:on|off|in|out|up|down|near|like|there|here|back)$/;

/** Words that put a question politely in front of another one. */
const POLITE_FRONT =
  /^(?:(?:so|and|please|sorry|hi|hello|,) )*(?:(?:might|may|could|can) (?:i|we) (?:just |perhaps |please |quickly )*(?:ask|know|check|find out|inquire|enquire)(?: you)?|(?:do|would|could|might) you (?:happen to )?(?:know|remember|recall|say)|any (?:idea|clue|thoughts? on)|i (?:wonder|was wondering|would like to know|want to know|need to know)|no idea) (?=(?:what|which|who|whose|how|where|when|why|whether|if)\b)/;

/**
 * The situation in which something is asked, null when the question has none of the known forms.
 */
export function askedTrigger(
  sentence: Sentence,
  start: number,
  end: number,
): string | null {
  const folds = sentence.folds;
  const to = questionEnd(sentence, start, end);
  const front = POLITE_FRONT.exec(folds.slice(start, start + 12).join(" "))?.[0] ?? "";
  if (front !== "") {
    return indirectTrigger(sentence, start + front.trim().split(" ").length, to);
  }
  const first = folds[start] ?? "";
  const about = (from: number, till: number) => {
    const noun = generalNoun(sentence, from, till, 8);
    return noun === "" || /^(?:it|they|he|she|you|there|anything|something)\b/.test(noun)
      ? null
      : `When asked about ${withOwner(sentence, from, noun)}`;
  };
  // `Might you have a recipe with nuts`: whether there is one.
  if (AUX.test(first) && folds[start + 1] === "you" && folds[start + 2] === "have") {
    return about(start + 3, to);
  }
  if (AUX.test(first)) {
    return folds[start + 1] === "there"
      ? about(start + 2, to)
      : subjectTrigger(sentence, start, to, about);
  }
  if (!WH.test(first)) return null;
  const verb = phraseEnd(sentence, start, to);
  const word = folds[verb] ?? "";
  const next = folds[verb + 1] ?? "";
  const phrase = () => whPhrase(sentence, start, verb);
  if (
    AUX.test(word) && (PERSON.test(next) || next === "you" && first === "how" && word === "do")
  ) {
    return ofUser(sentence, { start, verb, to, phrase: phrase() });
  }
  if (AUX.test(word) && verb === start + 1 && !BE.test(word)) {
    // `who can sign`: the asked one does it.
    return /^(?:who|what)$/.test(first) && isVerb(next) && !/[^s]s$/.test(next)
      ? asked(first, word, generalNoun(sentence, verb + 1, to, 6))
      : subjectTrigger(sentence, verb, to, about);
  }
  if (BE.test(word)) {
    if (verb === start + 1) {
      if (first === "who" && /^(?:on|in|at|off)$/.test(next)) {
        return asked(first, `${word} ${next}`, generalNoun(sentence, verb + 2, to, 5));
      }
      if (first === "what" && /^(?:new|up|on|wrong|going)$/.test(next)) return about(verb + 2, to);
      return /^(?:who|what)$/.test(first) ? null : subjectTrigger(sentence, verb, to, about);
    }
    // `how many litres are in the tank`
    if (/^(?:in|on|at|under|with)$/.test(next)) {
      return asked(phrase(), `${word} ${next}`, generalNoun(sentence, verb + 2, to, 5));
    }
    // `how much is a ticket`, `which flat is cheaper`
    return first === "how" && verb === start + 2 || DETERMINER.test(next)
      ? subjectTrigger(sentence, verb, to, about)
      : asked(phrase(), word, generalNoun(sentence, verb + 1, to, 5));
  }
  // `which plants should not be put in the shade`
  if (AUX.test(word)) {
    return /^(?:not|be|never)$/.test(next)
      ? asked(phrase(), word, generalNoun(sentence, verb + 1, to, 8))
      : subjectTrigger(sentence, verb, to, about);
  }
  // `how many people bought boots`, `which holidays hit a delivery day`
  // `which train?`
  if (/^(?:which|what)$/.test(first) && verb >= to && to === start + 2) {
    const noun = generalNoun(sentence, start + 1, to, 2);
    return noun === "" || noun.endsWith("s")
      ? null
      : `When asked about ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
  }
  if (verb > start && verb < to) return asked(phrase(), generalNoun(sentence, verb, to, 7), "");
  return null;
}

/** `the tests`, `my invoices`: plurals keep what they are named with. */
function withOwner(sentence: Sentence, from: number, noun: string): string {
  const first = sentence.folds[from] ?? "";
  const isBare = !/^(?:the|a|an)\b/.test(noun);
  if (isBare && first === "the") return `the ${noun}`;
  return isBare && /^(?:my|our)$/.test(first) ? `the user's ${noun}` : noun;
}

function asked(phrase: string, verb: string, rest: string): string | null {
  return phrase === "" ? null : `When asked ${phrase} ${verb} ${rest}`.trim();
}

/** `how my savings did`, `whether the pool is open`: a question inside another sentence. */
export function indirectTrigger(
  sentence: Sentence,
  start: number,
  end: number,
): string | null {
  const folds = sentence.folds;
  const to = questionEnd(sentence, start, end);
  if (folds[start] === "about" && !WH.test(folds[start + 1] ?? "")) {
    const noun = generalNoun(sentence, start + 1, to, 8);
    return noun === "" || /^(?:it|that|this|them|you)\b/.test(noun)
      ? null
      : `When asked about ${noun}`;
  }
  const wh = folds[start] === "if" ? "whether" : folds[start] ?? "";
  if (!WH.test(wh)) return null;
  let from = start + 1;
  const words = [wh];
  while (from < to && /^(?:much|many|long|far|often|old|big|soon|to)$/.test(folds[from] ?? "")) {
    words.push(folds[from++] ?? "");
  }
  // `what's in the newsletter`
  if (wh !== "whether" && BE.test(folds[from] ?? "")) {
    words.push(folds[from] === "'s" ? "is" : folds[from] ?? "");
    from++;
    if (isPreposition(folds[from])) words.push(folds[from++] ?? "");
  }
  if (PERSON.test(folds[from] ?? "")) {
    words.push("the user");
    from++;
    const verb = folds[from] ?? "";
    if (verb === "am") words.push("is");
    else words.push(baseForm(verb) === verb ? thirdPerson(verb) : verb);
    from++;
  } else if (/^(?:my|our)$/.test(folds[from] ?? "")) {
    words.push("the user's");
    from++;
  }
  const rest = withOwner(sentence, from, generalNoun(sentence, from, to, 8));
  // `how my savings did this quarter`: the verb ends it.
  const at = folds.slice(0, to).findLastIndex((word, index) => index >= from && AUX.test(word));
  const verb = at < 0 ? "" : [folds[at], ...stateAt(folds, at + 1, to)].join(" ");
  const isTold = rest.split(" ").some((word) =>
    isVerb(word) && !isNounLike(word) || AUX.test(word)
  );
  const text = [...words, rest, isTold || words.includes("the user") ? "" : verb].join(" ").trim();
  return text.split(" ").length < 3 || /\b(?:it|that|this|they|them|you)\b/.test(text)
    ? null
    : `When asked ${text}`;
}

/** `is up`, `is running`: the state that is asked about, behind its verb. */
function stateAt(folds: readonly string[], from: number, to: number): readonly string[] {
  const word = folds[from] ?? "";
  return from < to &&
      (STATES.has(word) || /^(?:up|on|off|in|out|down|back|there|[a-z]+ing|[a-z]+ed)$/.test(word))
    ? [word]
    : [];
}

/** Where the question ends: at a mark, or where a reason or another sentence begins. */
function questionEnd(sentence: Sentence, start: number, end: number): number {
  for (let at = start + 2; at < end; at++) {
    const token = sentence.tokens[at];
    if (token === undefined) return at;
    const next = sentence.tokens[at + 1]?.fold ?? "";
    if (
      token.kind === "punct" &&
      (/^[.!?;:\u2013\u2014(]$/.test(token.text) ||
        token.text === "," && /^(?:i|we|it|and|but|so|please|the|because|or|not|just)$/.test(next))
    ) return at;
    if (/^(?:because|since|when|if|once|while)$/.test(token.fold) && at > start + 3) return at;
  }
  return end;
}

/** One past `which museum`, `how many of the people`: where the verb stands. */
function phraseEnd(sentence: Sentence, start: number, to: number): number {
  const folds = sentence.folds;
  const limit = Math.min(to, start + 7);
  for (let at = start + 1; at < limit; at++) {
    const word = folds[at] ?? "";
    if (AUX.test(word) || word === "'s") return at;
    if (/^(?:for|with|on|to|about|from|without|per)$/.test(word)) return to;
    const isFirst = at === start + 1 && /^(?:who|what)$/.test(folds[start] ?? "") &&
      /(?:ed|[^s]s)$|^(?:won|wrote|went|came|made|took|built|paid|sold|sent|left|ran|said|broke|rang)$/
        .test(word);
    if (isFirst && isVerb(word)) return at;
    if (at > start + 1 && isVerb(word) && !isVerb(folds[at + 1] ?? "") && !isNounLike(word)) {
      return at;
    }
  }
  return to;
}

function isVerb(word: string): boolean {
  return baseForm(word) !== undefined || ASKED_VERBS.has(word) ||
    ASKED_VERBS.has(word.replace(/e?[sd]$/, ""));
}

/** Plurals that could be verbs (`dishes`, `trails`), and outputs. */
function isNounLike(word: string): boolean {
  return OUTPUTS.has(word) || word.endsWith("ing");
}

/** `which museum`, `how many people`, without what only points. */
function whPhrase(sentence: Sentence, start: number, end: number): string {
  const first = sentence.folds[start] ?? "";
  if (end === start + 1) return first;
  const second = sentence.folds[start + 1] ?? "";
  const measured = first === "how" ? 2 : 1;
  const noun = generalNoun(sentence, start + measured, end, 4);
  if (noun === "" && end > start + measured) return "";
  if (second === "of") return `${first} of ${withOwner(sentence, start + 2, noun)}`;
  return `${first === "how" ? `${first} ${second}` : first} ${noun}`.trim();
}

/** `which museum should I see`, `what do I owe`: what the user asks about their own doing. */
function ofUser(
  sentence: Sentence,
  { start, verb, to, phrase }: {
    readonly start: number;
    readonly verb: number;
    readonly to: number;
    readonly phrase: string;
  },
): string | null {
  const folds = sentence.folds;
  const aux = folds[verb] ?? "";
  let at = verb + 2;
  const not = folds[at] === "not";
  if (not) at++;
  while (
    /^(?:best|really|still|have|just|also|ever|actually)$/.test(folds[at] ?? "") && at < to - 1
  ) {
    if (folds[at] === "have" && folds[at + 1] !== "to") break;
    at += folds[at] === "have" ? 2 : 1;
  }
  const deed = folds[at] ?? "";
  if (sentence.tokens[at]?.kind !== "word" || phrase === "" || folds[start] === "why") return null;
  // `how can I tell whether the dough is ready`
  if (WH.test(folds[at + 1] ?? "")) return indirectTrigger(sentence, at + 1, to);
  if (
    /^(?:know|tell|see)$/.test(deed) && DETERMINER.test(folds[at + 1] ?? "") &&
    folds.slice(at + 3, to).some((word) => BE.test(word) || AUX.test(word))
  ) {
    return `When asked whether ${
      withOwner(sentence, at + 1, generalNoun(sentence, at + 1, to, 8))
    }`;
  }
  // `how many days of leave do I have`
  const counted = /^how (?:many|much) (\S.*)$/.exec(phrase)?.[1];
  if (counted !== undefined && /^(?:have|get|own)$/.test(deed)) {
    return `When asked about ${counted}`;
  }
  const rest = generalNoun(sentence, at, to, 7).replace(/^(\S+)/, deed);
  const said = rest.startsWith(deed) ? rest : deed;
  if (/\b(?:it|that|this|them|these|those)\b/.test(said) && said.split(" ").length < 3) return null;
  if (/^(?:should|can|could|must|shall|may)$/.test(aux) || aux === "do" && folds[start] === "how") {
    return `When asked ${phrase} ${not ? "not " : ""}to ${said}`;
  }
  // `how much did we spend on timber`
  if (aux === "did" || aux === "have" || aux === "has") {
    const done = generalNoun(sentence, at + 1, to, 7);
    const base = baseForm(deed);
    const preposition = /^(?:on|for|in|with|to|from|at)$/.test(folds[at + 1] ?? "")
      ? `${folds[at + 1] ?? ""} `
      : "";
    return base === undefined || base === "be" || done === ""
      ? null
      : `When asked about ${gerund(base)} ${preposition}${done}`;
  }
  if (aux !== "do" || baseForm(deed) !== deed) return null;
  return `When asked ${phrase} the user ${thirdPerson(deed)}${said.slice(deed.length)}`;
}

/** `can the technician come`, `is the ridge path open`: what is spoken of stands behind the first verb. */
function subjectTrigger(
  sentence: Sentence,
  aux: number,
  to: number,
  about: (from: number, to: number) => string | null,
): string | null {
  const folds = sentence.folds;
  const from = aux + 1;
  const first = folds[from] ?? "";
  if (PERSON.test(first) || first === "you") {
    const doing = folds[from + 1] ?? "";
    if (first === "you" || baseForm(doing) !== doing || BE.test(folds[aux] ?? "")) return null;
    const told = about(from + 2, to);
    if (told === null || /^(?:need|want|have|know|get)$/.test(doing)) return told;
    const preposition = /^(?:to|with|for|on|about|at|in|from)$/.test(folds[from + 2] ?? "")
      ? `${folds[from + 2] ?? ""} `
      : "";
    return told.replace("about ", `about ${gerund(doing)} ${preposition}`);
  }
  const isBe = BE.test(folds[aux] ?? "");
  // `is it safe to eat raw dough`
  if (first === "it" && isBe && folds[from + 2] === "to") {
    return about(from + 1, to)?.replace("about ", `whether it ${folds[aux] ?? ""} `) ?? null;
  }
  // `how warm is it in the greenhouse`
  if (first === "it" && /^(?:in|on|at|for|to)$/.test(folds[from + 1] ?? "")) {
    return about(from + 2, to);
  }
  if (/^(?:it|that|this|they|he|she|these|those)$/.test(first) && !isVerbless(folds[from + 1])) {
    return null;
  }
  const noun = DETERMINER.test(first) ? from + 1 : from;
  for (let at = noun + 1; at < to; at++) {
    const word = folds[at] ?? "";
    const ends = isBe
      ? STATES.has(word) &&
          (!PLACES.test(word) || at + 1 >= to ||
            /^(?:yet|now|again|today)$/.test(folds[at + 1] ?? "")) ||
        /(?:able|ible|ous|ful|less)$/.test(word) ||
        at > noun && isDone(word) && (/ed$/.test(word) || endsQuestion(folds, at + 1, to))
      : word === "be" || word === "been" || isVerb(word) && !FUNCTION_WORDS.has(word) &&
          (!isVerb(folds[at + 1] ?? "") || at > noun && isDone(folds[at + 1] ?? "") ||
            /^(?:last|next)$/.test(folds[at + 1] ?? ""));
    if (!ends) continue;
    const told = about(from, at);
    // `what did people say at the meeting`
    if (
      /^(?:people|everyone|everybody|anyone|anybody|someone|somebody)$/.test(folds[at - 1] ?? "") &&
      at - from <= 2
    ) {
      return about(at + 1, to);
    }
    // `can dogs eat grapes`
    if (told === null || aux !== from - 1 || !/^(?:can|may|should|must)$/.test(folds[aux] ?? "")) {
      return told;
    }
    const rest = about(at + 1, to)?.slice("When asked about ".length) ?? "";
    return word === "be" || rest === "" || isPreposition(rest.split(" ")[0]) ||
        baseForm(word) !== word || isPreposition(folds[at + 1])
      ? told
      : `${told} ${gerund(word)} ${rest}`;
  }
  // `did the seedlings survive`: a verb that is not known ends a short question.
  const isShort = !isBe && to - noun >= 2 && to - noun <= 3 && noun > from;
  return isBe ? about(from, to) : isShort ? about(from, to - 1) : null;
}

/** `repaired`, `built`, `broken`: what was done to something. */
function isDone(word: string): boolean {
  const base = baseForm(word);
  return base !== undefined && base !== word && !/(?:s|ing)$/.test(word);
}

/** `built?`, `sold by the estate`: nothing stands behind it that it could describe. */
function endsQuestion(folds: readonly string[], at: number, to: number): boolean {
  return at >= to || isPreposition(folds[at]) ||
    /^(?:and|or|,|again|yet|last|here)$/.test(folds[at] ?? "");
}

function isPreposition(word: string | undefined): boolean {
  return word !== undefined &&
    /^(?:to|with|for|on|about|at|in|from|between|before|after|by)$/.test(word);
}

/** `this flat`: the pointer stands in front of a noun. */
function isVerbless(word: string | undefined): boolean {
  return word !== undefined && !isVerb(word) && !FUNCTION_WORDS.has(word) && !STATES.has(word);
}

/** Deeds that say nothing without their object. */
export const VAGUE_DEED =
  /^(?:do|be|make|give|get|have|put|take|show|tell|send|use|go|let|try|keep|look|see|check|find|say|explain|help|set|run|add|move|change|come|start|begin|stop|turn|wait|hold|leave|answer|reply|read|pass|work|open|close|continue|repeat|clear|bring|want|need|know|fix|note|act|mind|remember|ask|list|name|state|return|finish|suggest|choose|pick)$/;

/** Where the order itself ends: `log the outage so the team knows`, `a tour for us, two adults`. */
export function orderEnd(sentence: Sentence, from: number, to: number): number {
  for (let at = from + 1; at < to - 1; at++) {
    const word = sentence.tokens[at]?.fold ?? "";
    if (/^(?:so|because|since|if|while|unless|until)$/.test(word)) return at;
    const next = sentence.tokens[at + 1];
    if (
      word === "," && next !== undefined &&
      (next.kind === "number" || NUMBER_WORDS.has(next.fold) ||
        /^(?:i|we|it|no|but|please|with|not|the|they|he|she)$/.test(next.fold))
    ) return at;
  }
  return to;
}

/** `write to the landlord`: the preposition between the verb and what it is about. */
export function ledBy(sentence: Sentence, from: number, object: string): string {
  const first = object.replace(/^(?:the user's|the|an?) /, "").split(" ")[0] ?? "";
  let at = sentence.folds.indexOf(first, from) - 1;
  while (at > from && DETERMINER.test(sentence.folds[at] ?? "")) at--;
  const word = sentence.folds[at] ?? "";
  return at >= from && /^(?:to|about|for|with|on|from|in)$/.test(word) ? `${word} ` : "";
}
