/**
 * Step 8: where a value ends, and how it is written.
 *
 * @module
 */

import type { Lang, Sentence, Token } from "../types.ts";
import { writtenOut } from "../lexicon/spelling.ts";
import { MONTHS, TIME_ADVERBS } from "../lexicon/things.ts";
import { baseForm, isTaskVerb, LIFE_VERBS, thirdPerson } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";

/** How far an open value may reach. */
export interface ExtentOptions {
  /** Most words. @default 12 */
  readonly maxWords?: number;
  /** Also ends before these words. */
  readonly stopBefore?: ReadonlySet<string>;
  /** Relative and conditional clauses belong to the value. @default false */
  readonly wholeClause?: boolean;
  /** Days and times belong to the value. @default false */
  readonly withTime?: boolean;
}

const BREAKS = new Set([
  ";",
  ":",
  "(",
  ")",
  "\u2013",
  "\u2014",
  "...",
  "\u2026",
  "-",
  "\u3002",
  "\uff0c",
  "\uff1b",
  "\u00bf",
  "\u00a1",
  "\ufffc",
  '"',
  "\u201c",
  "\u201d",
]);
const CLAUSE_STOPS = wordSet(`
but so because since when if which who while although though whenever whereas otherwise please pls can could would what where how
unless whether therefore hence yet pero porque weil aber denn mais parce car mas cuando quand wenn
`);
const TRAILING = wordSet(`
too though either btw lol haha please thanks thank pls also always anyway really right ok okay yeah tbh ngl honestly myself
and or but so with to of in on at for by around near between behind the a an as than just actually now then if when that which is are until till
`);
/** Articles and prepositions that a value of another language cannot end with. */
const TRAILING_ABROAD: Readonly<Partial<Record<Lang, ReadonlySet<string>>>> = {
  de: wordSet(
    "der das dem den ein eine einen einem einer meine meinen und oder bei für von vom zum zur im in seit mit auf",
  ),
  es: wordSet(
    "el la los las un una unos unas mi mis de del al a en con para por y e o que desde hace",
  ),
  fr: wordSet(
    "le la les l' un une des du de d' à au aux en avec pour par dans chez et ou mon ma mes qui que qu' depuis plutôt",
  ),
  pt: wordSet(
    "o os as um uma de do da dos das no na nos nas em com para pra por e ou meu minha que desde há",
  ),
};
const TIME_PHRASE = new Set(["this", "next", "for", "until", "till", "since", "last", "these"]);
const TIME_NOUNS = wordSet(`
week weeks month months year years day days today morning afternoon evening moment now while quarter summer winter
spring autumn fall term season monday tuesday wednesday thursday friday saturday sunday weekend decade decades ages
`);
const WHOLE_CLAUSE_STOPS = wordSet(
  "but so because since please can could otherwise although though",
);
const ADJECTIVES = wordSet(`
warm cold cool hot dark bright dim soft hard light heavy quiet loud calm dry wet sweet sour bitter salty spicy mild thick thin long short
big small large little tiny old new fresh rich plain simple clean clear cheap strong weak fast slow low high wide narrow deep smooth
rough sharp crisp crunchy creamy smoky fruity floral slim sturdy quirky gentle colourful colorful modern classic rustic
`);
const RELATIVES = wordSet("that which who");
const CONJUNCTIONS = wordSet("and or und oder y o et ou e plus nor");
const OBJECTS = wordSet("my our it them");
/** Words that open a clause of their own behind a conjunction. */
const CLAUSE_HEADS = wordSet(`
ich wir yo je j' eu mein meine mi mon ma meu minha bin habe soy tengo suis sou tenho arbeite trabajo travaille trabalho wohne lebe
vivo habite moro esse mag vertrage brauche suche necesito busco quiero cherche preciso procuro quero tampoco
uso utilizo nutze benutze verwende utilise fahre trinke spiele mache fais hago faço prefiero préfère prefiro odio odeio déteste
adoro adore gosto toco juego jogo entreno treino lerne apprends aprendo möchte voudrais gostaria
haben halten nutzen essen trinken tenemos vivimos criamos usamos comemos avons mangeons temos moramos comemos crio crío
estudo leio leo escrevo escribo corro nado danço bailo cozinho cocino facturo faturo
puedo posso consigo soporto aguanto bebo fumo como tomo peux supporte supporto kann darf
duermo durmo salgo saio voy vou doy dou cuido llevo levo dors vais sors élève schlafe stehe gehe pflege kümmere sitze laufe gehe stehe
am are is have has do does will was would need want never always not then just prefer love hate like
wear speak teach eat own live rent suffer ship sell translate deliver
`);
/** Words in front of the verb of such a clause. */
const DENIES_ABROAD = wordSet("não nunca tampoco ne n'");
const DENIED_ES =
  /^(?:puedo|tomo|bebo|como|tengo|soy|quiero|soporto|aguanto|uso|fumo|consigo|trabajo|vivo)$/;
/** Words of other languages that open the front of a new thought: `al polen y en mayo …`. */
const FRONTS_ABROAD = wordSet("en em au por desde seit depuis im mich cuando quando quand wenn");
const CLAUSE_SUBJECTS = wordSet(
  "i we you he she it they my our your his her their please let's there what how can could would",
);

/** Words more of a value that goes on with what the things are like. */
const RELATIVE_WORDS = 6;

/** One past the last token of an open value that starts at `from`. */
export function valueEnd(sentence: Sentence, from: number, options: ExtentOptions = {}): number {
  const { stopBefore, withTime = false } = options;
  let { wholeClause = false, maxWords = 12 } = options;
  const tokens = sentence.tokens;
  let words = 0;
  let at = from;
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (
      token.kind === "mask" ||
      (token.kind === "punct" && BREAKS.has(token.text) && !isHyphen(tokens, at))
    ) break;
    const isComma = token.kind === "punct" && (token.text === "," || token.text === "、");
    if (
      isComma &&
      (isCharacterBased(sentence) ||
        !continuesList(tokens, at) && !joinsAdjectives(tokens, from, at))
    ) break;
    if (stopBefore?.has(token.fold) === true && at > from) break;
    // `restaurants where it is quiet enough to talk`: what the things are like.
    if (
      token.fold === "where" && /[^s]s$/.test(tokens[at - 1]?.fold ?? "") && at === from + 1 &&
      /^(?:it|you|there|nobody|people|i|we)$/.test(tokens[at + 1]?.fold ?? "")
    ) {
      wholeClause = true;
      maxWords += RELATIVE_WORDS;
    } else if (!wholeClause && at > from && CLAUSE_STOPS.has(token.fold)) break;
    if (
      wholeClause && token.fold !== "where" && at > from && WHOLE_CLAUSE_STOPS.has(token.fold) &&
      !RELATIVES.has(tokens[at - 1]?.fold ?? "")
    ) break;
    if (at > from && (isMainSubject(sentence, at) || opensAnew(sentence, at))) break;
    if (isConjunction(token) && at > from && startsClause(tokens, at + 1)) break;
    if (!withTime && at > from && isTime(tokens, at)) break;
    if (token.kind !== "punct" && ++words > maxWords) break;
  }
  // `a north-facing plot and two (compost heaps)`: what the limit of words has cut in two.
  if (
    words > maxWords && tokens[at - 2]?.fold === "and" &&
    /^(?:two|three|four|five|six|some|half|every|such|no|\d+)$/.test(tokens[at - 1]?.fold ?? "")
  ) at -= 2;
  if (words > maxWords && sentence.lang !== "en") at = beforeCut(tokens, from, at);
  const trailing = TRAILING_ABROAD[sentence.lang];
  while (
    at > from &&
    (isTrailing(tokens[at - 1]) || trailing?.has(tokens[at - 1]?.fold ?? "") === true)
  ) at--;
  return at;
}

/** Words behind the joint of a value that its limit has cut, most. */
const CUT_WORDS = 2;

/** `mi madre, que tiene 84 años y usa (andador)`: without the part that the limit of words has cut. */
function beforeCut(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at > from && to - at <= CUT_WORDS + 1; at--) {
    const token = tokens[at];
    if (token !== undefined && (token.text === "," || isConjunction(token))) return at;
  }
  return to;
}

/** `Because I'm deaf in one ear I need …`: the main clause begins without a comma. */
function isMainSubject(sentence: Sentence, at: number): boolean {
  const fold = sentence.tokens[at]?.fold;
  return sentence.lang === "en" && (fold === "i" || fold === "we") &&
    /^(?:because|since|as|given|being|now|before|after|even|ever|though|although)$/.test(
      sentence.tokens[0]?.fold ?? "",
    ) &&
    !/^(?:where|that|which|what|how|way|when|than|as|before|after|until|while|because|if|and|or)$/
      .test(sentence.tokens[at - 1]?.fold ?? "");
}

/** `no gluten im coeliac`: the next sentence begins without a mark. */
function opensAnew({ lang, tokens }: Sentence, at: number): boolean {
  return lang === "en" && tokens[at]?.fold === "i" && tokens[at + 1]?.fold === "am" &&
    !/^(?:who|what|that|than|as|where|how|person|whoever|whatever|when|while|because|if|and|or|all|way)$/
      .test(tokens[at - 1]?.fold ?? "");
}

function isCharacterBased(sentence: Sentence): boolean {
  return sentence.lang === "zh" || sentence.lang === "ja";
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.text === "-" && tokens[at - 1]?.end === token.start &&
    tokens[at + 1]?.start === token.end;
}

function isConjunction(token: Token): boolean {
  return CONJUNCTIONS.has(token.fold);
}

/** `warm, dim light`: a comma between two adjectives of one noun. */
function joinsAdjectives(tokens: readonly Token[], from: number, at: number): boolean {
  const [next, noun] = [tokens[at + 1], tokens[at + 2]];
  return at === from + 1 && ADJECTIVES.has(tokens[from]?.fold ?? "") &&
    next !== undefined && ADJECTIVES.has(next.fold) && noun?.kind === "word" &&
    !CLAUSE_SUBJECTS.has(noun.fold) && !CLAUSE_STOPS.has(noun.fold);
}

/** `nuts, eggs and milk`: a comma inside a list goes on. */
function continuesList(tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index <= at + 5; index++) {
    const token = tokens[index];
    if (token === undefined || CLAUSE_SUBJECTS.has(token.fold) || CLAUSE_STOPS.has(token.fold)) {
      return false;
    }
    // `…, gimme one or nothing`: an order.
    if (index === at + 1 && /^(?:give|show|tell|send|find)$/.test(token.fold)) return false;
    if (isConjunction(token)) return index > at + 1 && !startsClause(tokens, index + 1);
    if (token.text === "," && index > at + 1) return continuesList(tokens, index);
    if (token.kind === "punct" || token.kind === "mask") return false;
    if (isTaskVerb(token.fold) && index === at + 1 && !LIFE_VERBS.has(token.fold)) return false;
  }
  return false;
}

/** `wakes`, `sends`: a known verb of somebody else. */
function isThirdPerson(token: Token | undefined): boolean {
  return token !== undefined && /[a-z]s$/.test(token.fold) && !/ss$/.test(token.fold) &&
    baseForm(token.fold) !== undefined && baseForm(token.fold) !== token.fold;
}

/** `and the agency wants proof`: what somebody else does. */
const SAYS_OR_WANTS =
  /^(?:wants|needs|says|has|is|does|was|makes|gets|keeps|takes|thinks|asks|knows)$/;
/** Words that open a clause of their own where a verb follows: `and half of them left`. */
const EVERYBODY =
  /^(?:every|each|all|half|such|most|none|nobody|everything|everyone|nothing|people|everybody|some|there|one|another)$/;
/** Words in which that verb is to be found. */
const VERB_WITHIN = 8;

function hasVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + VERB_WITHIN; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") return false;
    if (/^(?:that|which|who|whose|to|for)$/.test(token.fold)) return false;
    if (
      /^(?:is|are|was|were|has|have|had|does|do|did|can|will|would|could|must)$/.test(token.fold)
    ) {
      return true;
    }
    const base = baseForm(token.fold);
    const isForm = base !== token.fold && !token.fold.endsWith("ing") ||
      at > from && /^(?:them|us|people|[a-z]+s)$/.test(tokens[at - 1]?.fold ?? "");
    if (base !== undefined && isForm) return true;
  }
  return false;
}

/** Whether the words after a conjunction have a verb of their own. */
export function startsClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  const after = tokens[at + 1];
  if (next === undefined) return true;
  if (CLAUSE_SUBJECTS.has(next.fold) || next.fold === "also") return true;
  if (CLAUSE_HEADS.has(next.fold) || FRONTS_ABROAD.has(next.fold)) return true;
  // `e não posso com perfume`: what is said of another thing.
  if (
    DENIES_ABROAD.has(next.fold) && CLAUSE_HEADS.has(after?.fold ?? "") ||
    next.fold === "no" && DENIED_ES.test(after?.fold ?? "")
  ) return true;
  // `and the usual ones pinch`, `and Otto wakes me`: somebody or something else does it.
  if (
    next.fold === "the" &&
    /^(?:usual|other|normal|ordinary|standard|others)$/.test(after?.fold ?? "")
  ) return true;
  if (next.capital && next.kind === "word" && isThirdPerson(after)) return true;
  if (next.fold === "the" && SAYS_OR_WANTS.test(tokens[at + 2]?.fold ?? "")) return true;
  // `and all I have is …`, `and on Friday I fly`
  const ahead = /^(?:on|in|at|since|after)$/.test(next.fold) ? 4 : next.fold === "all" ? 2 : 0;
  if (tokens.slice(at, at + ahead).some(({ fold }) => fold === "i" || fold === "we")) return true;
  if (OBJECTS.has(after?.fold ?? "") && /^[a-z]{3,}ed$/.test(next.fold)) return true;
  // `and use NVDA`: what else the user does.
  if (
    OWN_DEEDS.has(next.fold) && after?.kind === "word" &&
    !/^(?:and|or|of|in|is|are)$/.test(after.fold)
  ) return true;
  if (EVERYBODY.test(next.fold) && hasVerb(tokens, at + 1)) return true;
  const subjectless = next.kind === "word" && baseForm(next.fold) === next.fold;
  return subjectless && after !== undefined && BEHIND_VERBS.has(after.fold);
}

const OWN_DEEDS = wordSet("use speak teach wear");
const BEHIND_VERBS = wordSet(
  "a an the my our your me it them as in at for no not to all any every on",
);

const MONTH_NAMES = new Set(MONTHS);

/** `I moved to Hamburg in January`, `… in 2021`: when, which is no part of where. */
function isMonthOrYear(word = ""): boolean {
  return MONTH_NAMES.has(word) || /^(?:19|20)\d\d$/.test(word);
}

function isTime(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (TIME_ADVERBS.has(token.fold)) return true;
  if (token.fold === "any" && tokens[at + 1]?.fold === "more") return true;
  if (
    token.fold === "at" &&
    (tokens[at + 1]?.fold === "the" && tokens[at + 2]?.fold === "moment" ||
      tokens[at + 1]?.fold === "all")
  ) return true;
  if (token.fold === "in" && isMonthOrYear(tokens[at + 1]?.fold)) return true;
  if (!TIME_PHRASE.has(token.fold)) return false;
  return [1, 2, 3].some((step) => TIME_NOUNS.has(tokens[at + step]?.fold ?? ""));
}

function isTrailing(token: Token | undefined): boolean {
  return token === undefined ||
    token.kind === "punct" && token.text !== ")" && !/^[%€$£+#]$/.test(token.text) ||
    TRAILING.has(token.fold);
}

const LEADING = wordSet(
  "really very just quite also always only still actually definitely totally absolutely currently both now and but",
);

/** First token of a value without empty leading words; in Japanese without its topic. */
export function valueStart(sentence: Sentence, from: number, to: number): number {
  let at = from;
  if (sentence.lang === "ja") {
    for (let index = from; index < to - 1; index++) {
      if (/^[は、が]$/.test(sentence.tokens[index]?.text ?? "")) at = index + 1;
    }
  }
  while (
    at < to &&
    (LEADING.has(sentence.tokens[at]?.fold ?? "") || sentence.tokens[at]?.kind === "punct")
  ) at++;
  return at;
}

const TURNED: Readonly<Record<string, string>> = {
  i: "they",
  me: "them",
  my: "their",
  mine: "theirs",
  myself: "themselves",
  we: "they",
  us: "them",
  our: "their",
  ours: "theirs",
  ourselves: "themselves",
  am: "are",
};
const TURNED_FOR_RULES: Readonly<Record<string, string>> = {
  i: "the user",
  me: "the user",
  my: "the user's",
  mine: "the user's",
  myself: "the user",
  we: "the user",
  us: "the user",
  our: "the user's",
  ours: "the user's",
};

/** Options of {@link textOf}. */
export interface TextOfOptions {
  /** How first-person words are written. @default "profile" */
  readonly person?: "profile" | "rule" | "keep";
}

/** The user's words between two tokens, with first-person words turned. */
export function textOf(
  sentence: Sentence,
  from: number,
  to: number,
  options: TextOfOptions = {},
): string {
  const { person = "profile" } = options;
  const turns = sentence.lang !== "en" || person === "keep"
    ? {}
    : person === "rule"
    ? TURNED_FOR_RULES
    : TURNED;
  let out = "";
  for (let at = from; at < to; at++) {
    const token = sentence.tokens[at];
    if (token === undefined) break;
    const before = sentence.tokens[at - 1];
    // `a flat w/ two friends`: the stroke belongs to the short form.
    if (token.text === "/" && before?.fold === "with" && before.end === token.start) continue;
    if (at > from && before !== undefined && before.end < token.start) out += " ";
    const turned = Object.hasOwn(turns, token.fold) && !isPit(token, before)
      ? turns[token.fold]
      : conjugatedAfter(before, token, person, sentence);
    const plain = person === "profile" && sentence.lang === "en" ? respelled(token, at) : undefined;
    out += spelled(token, sentence, turned ?? plain, before);
  }
  return out.replace(/ {2,}/g, " ").trim();
}

/** `the salt mine`, `am and pm`: a pit, an hour, and not what is the user's. */
function isPit(token: Token, before: Token | undefined): boolean {
  if (token.fold === "am") {
    return before !== undefined &&
      (before.kind === "number" || /^(?:over|between|in|the|of|and|or|with)$/.test(before.fold));
  }
  return token.fold === "mine" && before?.kind === "word" &&
    !/^(?:of|than|is|are|was|were|like|as|and|or|to|with|from|on|in|for|one|not|so|be)$/.test(
      before.fold,
    );
}

/** Words of requests, to which a typo is read that may be another word as well. */
const LOOSE =
  /^(?:cannot|can|please|prefer|answers?|always|whenever|instead|remember|usually|different|bullets?|tables|working|married|language|formal|informal|summar\w+|budget|address)$/;

/** `my bf`, `penuts`: what a fact is read as is how it is written; a name keeps its letters. */
function respelled(token: Token, at: number): string | undefined {
  if (token.kind !== "word" || token.fold === token.text || /^[A-Z]$/.test(token.text)) {
    return undefined;
  }
  const lower = token.text.toLowerCase();
  const isTypo = token.repaired && /^[a-z-]+$/.test(lower) && !LOOSE.test(token.fold);
  const word = writtenOut(lower) ??
    (isTypo && (at === 0 || !token.capital) ? token.fold : undefined);
  if (word === undefined || word.includes("'")) return undefined;
  return token.capital ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
}

const OFTEN = wordSet("never always only usually often rarely hardly ever");

/** `I ask` → `the user asks`. */
function conjugatedAfter(
  before: Token | undefined,
  token: Token,
  person: TextOfOptions["person"],
  sentence: Sentence,
): string | undefined {
  if (person !== "rule" || sentence.lang !== "en" || before === undefined) return undefined;
  if (token.kind !== "word") return undefined;
  const at = sentence.tokens.indexOf(token);
  const subject = OFTEN.has(before.fold) ? sentence.tokens[at - 2]?.fold : before.fold;
  if (subject !== "i" && subject !== "we") return undefined;
  if (token.fold === "am" || token.fold === "are") return "is";
  if (/^(?:did|was|were|had|been|got)$/.test(token.fold)) return undefined;
  return baseForm(token.fold) === token.fold ? thirdPerson(token.fold) : undefined;
}

/** Verbs that lose a letter or more to their `not`. */
const CUT_BY_NOT = wordSet(
  "do does did is are was were should would could have has had must will shall might need",
);

function spelled(
  token: Token,
  sentence: Sentence,
  turned: string | undefined,
  before: Token | undefined,
): string {
  if (turned !== undefined && token.text !== "US") {
    return before !== undefined && before.end === token.start && /\p{L}$/u.test(before.text)
      ? ` ${turned}`
      : turned;
  }
  if (
    token.kind === "word" && before?.end === token.start && token.text.startsWith("'") &&
    token.fold !== token.text.toLowerCase()
  ) {
    if (/^(?:every|any|some|no)(?:one|body)$/.test(before.fold)) return token.text;
    return ` ${token.fold}`;
  }
  if (
    token.kind === "word" && before?.end === token.start && token.fold === "not" &&
    token.text !== "not"
  ) {
    return before.text.endsWith("n") && before.fold === "can" ? "not" : " not";
  }
  // `wanna`, `gotta`: halves of one word.
  if (token.fold === "to" && /^t?a$/i.test(token.text)) {
    return before?.end === token.start ? " to" : "to";
  }
  if (token.fold === "want" && /^wann$/i.test(token.text)) return "want";
  if (
    token.kind === "word" && token.text !== token.fold && CUT_BY_NOT.has(token.fold) &&
    token.text.toLowerCase() !== token.fold
  ) {
    return token.fold;
  }
  return sentence.shouting ? token.text.toLowerCase() : token.text;
}
