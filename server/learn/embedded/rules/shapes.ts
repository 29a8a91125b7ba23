/**
 * Value checkers: what a value of a slot may look like.
 *
 * @module
 */

import type { Sentence, Token } from "../types.ts";
import {
  ACCESS_WORDS,
  ALLERGENS,
  ANIMALS,
  CHRONIC,
  CONDITION_HEADS,
  CONDITION_NOUNS,
  CONDITION_SUFFIXES,
  FOODS,
  JOB_SUFFIXES,
  JOBS,
  LANGUAGES,
  NO_JOBS,
} from "../lexicon/people.ts";
import {
  AMBIGUOUS_TOOLS,
  CURRENCIES,
  DAYS,
  DEICTICS,
  EMPTY_VALUES,
  FUNCTION_WORDS,
  TOOLS,
} from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { isCounted, isNumber } from "./classes.ts";

/** A value under test. */
export interface ValueRange {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/** Outcome of a check: the range to keep, or null when the value does not fit. */
export type Shape = (value: ValueRange) => ValueRange | null;

function tokensOf(value: ValueRange): readonly Token[] {
  return value.sentence.tokens.slice(value.from, value.to);
}

function cut(value: ValueRange, to: number): ValueRange | null {
  return to > value.from ? { ...value, to } : null;
}

const BAD_PLACES = wordSet(`
fear hope peace harmony sin poverty luxury style denial exile hell heaven limbo trouble pain love person general theory
practice touch charge mind fact bed town work home school hospital meetings meeting court class lockdown quarantine hurry mood mess
rush queue line particular advance case time private public english german french spanish january february march april
may june july august september october november december it here there
`);
const PLACE_WORDS = wordSet(`
city town village suburb countryside country district neighbourhood neighborhood region valley island coast mountains
county state province outskirts north south east west centre center near outside
`);
const PLACE_LINKS = wordSet(
  "de la le les el los of the upon am an der du del da do dos al sur sous y in near outside north south east west upper lower new old st san santa saint rural central downtown",
);

/** A place name by shape: capital letters, at most five words; lower case only in lower-case turns. */
export function place(value: ValueRange): ValueRange | null {
  const { sentence } = value;
  let at = value.from;
  let named = false;
  for (; at < value.to && at - value.from < 7; at++) {
    const token = sentence.tokens[at];
    if (token === undefined) break;
    if (token.text === "," && sentence.tokens[at + 1]?.capital === true && named) continue;
    if (token.kind === "punct" && token.text !== "-" || token.fold === "i") break;
    if (token.capital) named = true;
    else if (PLACE_WORDS.has(token.fold) && !named) {
      named = sentence.lowerCase || token.fold !== "near";
    } else if (
      !PLACE_LINKS.has(token.fold) && !(sentence.lowerCase && at === value.from) &&
      !(sentence.lowerCase && at === value.from + 1 && !FUNCTION_WORDS.has(token.fold) &&
        !baseForm(token.fold))
    ) break;
    else if (
      sentence.lowerCase && at === value.from && !FUNCTION_WORDS.has(token.fold) &&
      !BAD_PLACES.has(token.fold)
    ) named = true;
  }
  while (
    at > value.from &&
    (PLACE_LINKS.has(sentence.tokens[at - 1]?.fold ?? "") &&
        sentence.tokens[at - 1]?.capital !== true &&
        !PLACE_WORDS.has(sentence.tokens[at - 1]?.fold ?? "") ||
      sentence.tokens[at - 1]?.kind === "punct")
  ) at--;
  const head = sentence.tokens[value.from]?.fold ?? "";
  if (
    !named || at <= value.from || BAD_PLACES.has(head) || TOOLS.has(head) ||
    isNumber(sentence.tokens[value.from] as Token)
  ) return null;
  return cut(value, at);
}

/** Any home that is described rather than named (`a flat without a lift`). */
export function dwelling(value: ValueRange): ValueRange | null {
  const tokens = tokensOf(value);
  const homes =
    /^(?:flat|apartment|house|cottage|studio|farmhouse|bungalow|houseboat|boat|caravan|campervan|van|dorm|dormitory|maisonette|loft|basement|village|town|city|suburb|countryside|farm|floor|block|townhouse|terrace|shared|hut|cabin|mansion|commune|street|building)$/;
  return tokens.some((token) => homes.test(token.fold)) ? value : null;
}

/** One to three capitalised words; one lower-case word in lower-case turns. */
export function person(value: ValueRange): ValueRange | null {
  const { sentence } = value;
  let at = value.from;
  for (; at < value.to && at - value.from < 4; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind !== "word") break;
    const lower = (sentence.lowerCase || sentence.shouting) && at === value.from &&
      !FUNCTION_WORDS.has(token.fold) && baseForm(token.fold) === undefined &&
      token.fold.length > 1;
    const particle = /^(?:de|van|von|der|la|del|da|di|bin|al)$/.test(token.fold) && at > value.from;
    if (!token.capital && !lower && !particle) break;
    if (token.fold === "i") break;
  }
  const first = sentence.tokens[value.from];
  if (first === undefined || NOT_NAMES.has(first.fold)) return null;
  const next = sentence.tokens[at];
  const closed = next === undefined || next.kind === "punct" ||
    /^(?:and|but|please|here|from|speaking|now|instead|is|with)$/.test(next.fold);
  if (!first.capital && !closed) return null;
  return cut(value, at);
}

const NOT_NAMES = wordSet(`
same nothing nobody nowhere right over only still me us long-time first-time new
the a an my not no just please hello hi hey thanks thank good great ok okay sorry yes and but so dear everyone all here there
before after later anytime whenever again instead now then if when english german french spanish italian monday tuesday wednesday thursday friday saturday sunday today tomorrow
helpful useful brilliant perfect lovely nice cool super awesome amazing fantastic noted understood appreciated solved fixed works clear bye mate guys everybody team sir madam
work home back late happy sure afraid glad interested looking trying going still in on at from what who
`);

const JOB_STOPS = wordSet(
  "my i we our the this it they you your at in on for from with without to by near who which that and but so of since specialising specializing working based living here under doing with",
);
const LEVEL_WORDS = wordSet("beginner newbie novice noob amateur expert pro");

/** An occupation: head noun from the list or with an occupational suffix. */
export function job(value: ValueRange): ValueRange | null {
  const { sentence } = value;
  let head = value.from;
  while (head < value.to) {
    const token = sentence.tokens[head];
    if (token === undefined || token.kind === "punct" && token.text !== "-" && token.text !== "/") {
      break;
    }
    if (head > value.from && JOB_STOPS.has(token.fold)) break;
    if (baseForm(token.fold) !== undefined && ADVERBIAL.has(token.fold)) break;
    head++;
  }
  let at = Math.min(head, value.from + 6);
  while (at > value.from && !isJob(sentence.tokens[at - 1])) at--;
  if (at <= value.from || at < head - 1 || isCounted(sentence.tokens[value.from])) return null;
  const words = tokensOf({ ...value, to: at });
  if (words.slice(1).some((token) => /^(?:a|an|the)$/.test(token.fold))) return null;
  if (
    words.some((token) =>
      /^(?:bit|kind|sort|fan|lot|big|huge|bad|terrible|great|keen|avid|amateur|hobby|first-time|night-owl|heavy|light|slow|fast|early|late|quick|visual|regular|frequent)$/
        .test(token.fold)
    )
  ) return null;
  const lead = sentence.tokens[value.from - 1]?.fold ?? "";
  const first = sentence.tokens[value.from]?.fold ?? "";
  const bare = !/^(?:a|an|the|one|our|my|your)$/.test(first) && /^(?:am|as|being)$/.test(lead) &&
    !/s$/.test(sentence.tokens[at - 1]?.fold ?? "");
  // `I'm Taylor, a nurse`: a name.
  const isNamed = bare && lead === "am" && at - value.from === 1 && words[0]?.capital === true &&
    !/^[A-Z]{2,5}$/.test(words[0].text) && sentence.tokens[at]?.text === ",";
  if (
    isNamed || bare &&
      (lead !== "am" ||
        at - value.from > 1 && !/^(?:head|chief|team|lead|senior|junior|ceo|cto)$/.test(first)) &&
      !/^(?:ceo|cto|cfo|president|chair|mayor|head|lead)$/.test(first)
  ) return null;
  return { ...value, to: withOf(sentence, at) };
}

/** Kinds of house that somebody works in, by their last word; what else stands there is a mood or a task. */
const WORKPLACE =
  /(?:hospital|hospice|clinic|practice|surgery|pharmacy|school|college|university|academy|nursery|kindergarten|library|museum|gallery|archive|theatre|theater|opera|studio|brasserie|restaurant|kitchen|cafe|café|bistro|bakery|brewery|winery|hotel|hostel|shop|store|boutique|supermarket|bookshop|garage|workshop|factory|plant|mill|foundry|warehouse|depot|yard|shipyard|port|harbour|airport|station|farm|vineyard|orchard|zoo|park|lab|laboratory|institute|agency|firm|company|startup|start-up|bank|bureau|office|chain|charity|ngo|council|ministry|court|prison|church|parish|monastery|newspaper|magazine|publisher|broadcaster|cooperative|co-op|union|refinery|quarry|mine|salon|spa|gym|club|call centre|call center|care home|nursing home|home|ward|unit|team|consultancy|utility|railway|airline|ship|ferry|trawler|rig|observatory|planetarium|vet|dentist|orchestra|choir|circus)$/;

/** An occupation with the kind of house behind it (`a nurse at a hospice`). */
export function jobHouse(value: ValueRange): ValueRange | null {
  const found = job(value);
  if (found === null) return null;
  const { tokens } = value.sentence;
  const article = tokens[found.to + 1]?.fold ?? "";
  if (
    !/^(?:in|at|for|on|with)$/.test(tokens[found.to]?.fold ?? "") || !/^(?:a|an)$/.test(article)
  ) return found;
  for (let to = found.to + 5; to > found.to + 2; to--) {
    const house = tokens.slice(found.to + 2, to);
    const behind = tokens[to];
    if (
      house.every(({ kind }) => kind === "word") &&
      (behind === undefined || behind.kind === "punct" || FUNCTION_WORDS.has(behind.fold)) &&
      WORKPLACE.test(house.map(({ fold }) => fold).join(" "))
    ) return { ...found, to };
  }
  return found;
}

/** An occupation with the town behind it (`a veterinarian in Utrecht`). */
export function jobPlace(value: ValueRange): ValueRange | null {
  const found = job(value);
  if (found === null) return null;
  const { tokens } = value.sentence;
  const word = tokens[found.to]?.fold ?? "";
  if (!/^(?:in|near|at|for)$/.test(word)) return found;
  const town = place({
    sentence: value.sentence,
    from: found.to + 1,
    to: Math.min(tokens.length, found.to + 5),
  });
  return town === null ? found : { ...found, to: town.to };
}

const ADVERBIAL = wordSet("need want live have looking trying");

/** `head of marketing`, `teacher of German`. */
function withOf(sentence: Sentence, at: number): number {
  if (sentence.tokens[at]?.fold !== "of") return at;
  const next = sentence.tokens[at + 1];
  return next !== undefined && next.kind === "word" && !FUNCTION_WORDS.has(next.fold) ? at + 2 : at;
}

function isJob(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== "word") return false;
  const word = token.fold;
  const last = word.includes("-") ? word.slice(word.lastIndexOf("-") + 1) : word;
  const singular = last.endsWith("s") && !last.endsWith("ss") ? last.slice(0, -1) : last;
  if (NO_JOBS.has(word) || NO_JOBS.has(last) || LEVEL_WORDS.has(last)) return false;
  if (JOBS.has(word) || JOBS.has(last) || JOBS.has(singular)) return true;
  if (token.capital && /(?:ian|ese)$/.test(last)) return false;
  if (TOWNSFOLK.test(token.text)) return false;
  return last.length >= 6 &&
    JOB_SUFFIXES.some((suffix) => last.endsWith(suffix) && last.length > suffix.length + 2);
}

/** `Dubliner`: somebody by the town; `Teacher` at the start of a line is none. */
const TOWNSFOLK =
  /^(?:Dublin|London|Berlin|Hamburg|Vienn|Amsterdam|New York|Zurich|Frankfurt|Copenhagen|Melbourn|Brussel|Cologn|Geneva|Münch)\w*er$/;

/** A person's job noun, for other rules. */
export function isJobNoun(token: Token | undefined): boolean {
  return isJob(token);
}

/** A food, drink or other thing one can be allergic to or avoid. */
export function food(value: ValueRange): ValueRange | null {
  // `No perfume in it please`: of the thing at hand.
  if (/^(?:it|this|that|them|those)$/.test(tokensOf(value).at(-1)?.fold ?? "")) return null;
  return tokensOf(value).some((token) => isFood(token)) &&
      !/^(?:with|normal|regular|ordinary|more|extra|other|real)$/.test(
        tokensOf(value)[0]?.fold ?? "",
      )
    ? value
    : null;
}

/** Whether a token names a food or an allergen. */
export function isFood(token: Token): boolean {
  const word = token.fold;
  const singular = word.replace(/(?:es|s)$/, "");
  return FOODS.has(word) || FOODS.has(singular) || ALLERGENS.has(word);
}

/** A medical condition. */
export function condition(value: ValueRange): ValueRange | null {
  const tokens = tokensOf(value);
  let last = -1;
  tokens.forEach((token, index) => {
    if (isCondition(token)) last = index;
  });
  return last < 0 ? null : value;
}

const CONDITION_PHRASE =
  /\b(?:(?:high|low) (?:blood pressure|cholesterol|blood sugar|iron|calcium)|heart (?:condition|problems?|failure|trouble|attack)|kidney stones?|(?:over|under)active thyroid|(?:hay fever)|back (?:pain|trouble|problems?)|sleep apn(?:o?e)a|panic attacks?|long covid|hearing loss|poor circulation|acid reflux|food poisoning|carpal tunnel|frozen shoulder|tennis elbow|plantar \w+|irritable bowel|restless legs|sensitive (?:skin|stomach|teeth)|brittle bones|dry eyes|weak (?:heart|back|bladder|knees?))\b/;

/** Whether words name a condition by a fixed phrase. */
export function isConditionPhrase(text: string): boolean {
  return CONDITION_PHRASE.test(text);
}

/** Whether a token names or heads a condition. */
export function isCondition(token: Token): boolean {
  const word = token.fold;
  return CHRONIC.has(word) || CONDITION_NOUNS.has(word) ||
    CONDITION_SUFFIXES.some((suffix) => word.length > suffix.length + 2 && word.endsWith(suffix)) ||
    CONDITION_HEADS.has(word) &&
      !/^(?:condition|problem|problems|pressure|pump|loss|disc|disk)$/.test(word) ||
    /^(?:disc|disk|pump)$/.test(word);
}

/** A way of seeing, hearing or moving. */
export function access(value: ValueRange): ValueRange | null {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) => ACCESS_WORDS.has(token.fold));
  if (at < 0 || tokens.slice(0, at).some((token) => /^(?:of|to|for|with)$/.test(token.fold))) {
    return null;
  }
  // `left-handed and the blades …`: what follows is another matter.
  const last = tokens.findLastIndex((token) => ACCESS_WORDS.has(token.fold));
  if (!tokens.slice(last).some(({ fold }) => fold === "and")) return value;
  const end = tokens.findIndex(({ fold }, index) => index > last && /^(?:and|,)$/.test(fold));
  return cut(value, value.from + end);
}

/** One or more languages. */
export function language(value: ValueRange): ValueRange | null {
  const { sentence } = value;
  const tokens = tokensOf(value);
  const first = tokens.findIndex((token) => LANGUAGES.has(token.fold));
  const lead = tokens.slice(0, Math.max(0, first)).every((token) => LANGUAGE_LEADS.has(token.fold));
  if (first < 0 || !lead) return null;
  let last = value.from + first;
  for (let at = last + 1; at < value.to; at++) {
    const token = sentence.tokens[at];
    if (
      token === undefined ||
      !LANGUAGES.has(token.fold) && token.text !== "," && !LANGUAGE_LEADS.has(token.fold)
    ) break;
    if (LANGUAGES.has(token.fold)) last = at;
  }
  return cut(value, last + 1);
}

const LANGUAGE_LEADS = wordSet(
  "and or a bit of little some only fluent good basic broken both mostly native brazilian swiss canadian latin american british",
);

/** A pet: ends with the animal and its name. */
export function animal(value: ValueRange): ValueRange | null {
  const at = tokensOf(value).findIndex((token) => ANIMALS.has(token.fold));
  return at < 0 ? null : value;
}

/** A product: known software, or a name with a capital, digit or dot. */
export function product(value: ValueRange): ValueRange | null {
  const { sentence } = value;
  return tokensOf(value).some((token, index) => isProduct(token, sentence, value.from + index))
    ? value
    : null;
}

/** Whether a token names a product. */
export function isProduct(token: Token, sentence: Sentence, at: number): boolean {
  if (token.kind === "number") return false;
  if (token.kind === "mask" || DAYS.has(token.fold)) return false;
  if (TOOLS.has(token.fold) && token.fold.length === 1) return token.capital;
  if (TOOLS.has(token.fold)) {
    return !AMBIGUOUS_TOOLS.has(token.fold) || token.capital || sentence.lowerCase ||
      besideTool(sentence, at);
  }
  if (token.kind !== "word") return false;
  return token.capital && at > 0 && !LANGUAGES.has(token.fold) && token.fold !== "i";
}

/** A common word is a tool's name next to an unmistakable one. */
function besideTool(sentence: Sentence, at: number): boolean {
  return sentence.tokens.some((token, index) =>
    index !== at && TOOLS.has(token.fold) && !AMBIGUOUS_TOOLS.has(token.fold)
  );
}

/** Holds an amount of money. */
export function money(value: ValueRange): ValueRange | null {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    token.kind === "number" ||
    isNumber(token) && token.fold !== "one" && token.fold !== "few" && token.fold !== "several"
  );
  return at < 0 ? null : value;
}

/** Whether the range names a currency next to a number. */
export function hasMoney(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) =>
    /^[\p{Sc}]\d|\d[\p{Sc}]$/u.test(token.text) ||
    token.kind === "number" &&
      (CURRENCIES.has(tokens[index + 1]?.fold ?? "") ||
        CURRENCIES.has(tokens[index - 1]?.fold ?? "")) ||
    token.kind === "number" && /\d(?:k|eur|usd|gbp|chf)$/i.test(token.text) ||
    isNumber(token) && CURRENCIES.has(tokens[index + 1]?.fold ?? "") ||
    /^(?:fiver|tenner)$/.test(token.fold)
  );
}

/** A day, a part of the day or a clock time. */
export function time(value: ValueRange): ValueRange | null {
  return tokensOf(value).some((token) => isTimeWord(token)) ? value : null;
}

const TIME_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|noon|midday|lunchtimes?|midnight|mon|tue|tues|wed|thu|thurs|fri|sat|sun|o'clock|hours?|shifts?|part-time|full-time|flexitime|lunch|breakfast|dinner|bedtime)$/;

/** Whether a token says when. */
export function isTimeWord(token: Token): boolean {
  return TIME_WORD.test(token.fold) ||
    token.kind === "number" && /^\d{1,2}(?::\d{2})?(?:am|pm|h)?$/.test(token.fold) ||
    /^\d{1,2}[.:]\d{2}$/.test(token.text);
}

/** A liking or preference: content words, no pointers, not the thing just shown. */
export function taste(value: ValueRange): ValueRange | null {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined) return null;
  const open = /^(?:anything|everything|things|something)$/.test(first.fold) &&
    /^(?:with|by|from|made|that|in|about|spicy|sweet|handmade|by)$/.test(tokens[1]?.fold ?? "") &&
    tokens.length >= 3;
  if (DEICTICS.has(first.fold) && !open) return null;
  // `walks like that`: its pointer has been cut off.
  if (/^(?:like|such)$/.test(tokens.at(-1)?.fold ?? "")) return null;
  if (/^(?:in|at|of|by|over|up|down|out|off|is|are)$/.test(first.fold)) return null;
  if (
    tokens.some((token) => /^(?:it|this|that|these|those|you|your|one|ones)$/.test(token.fold)) &&
    tokens.length <= 4
  ) return null;
  if (tokens.some((token) => /^(?:you|your|yours)$/.test(token.fold))) return null;
  if (first.fold === "the" && !isGenericDefinite(tokens)) return null;
  if (
    tokens.every(({ fold }) =>
      /^(?:best|most|better|more|least|a|lot|much|so|very|too)$/.test(fold)
    )
  ) {
    return null;
  }
  if (
    first.fold === "to" &&
    /^(?:see|know|hear|be|have|get|say|ask|book|order|buy|go|see|talk|speak|make|change|cancel|thank|think|complain|moan|nag|bother|push|rush|brag|boast|interrupt|repeat|admit|insist|impose|pester|disappoint)$/
      .test(tokens[1]?.fold ?? "")
  ) return null;
  const text = tokens.map((token) => token.fold).join(" ");
  if (EMPTY_VALUES.has(text) || AT_HAND.test(text)) return null;
  if (
    tokens.every((token) =>
      FUNCTION_WORDS.has(token.fold) || token.kind === "punct" || token.kind === "number"
    )
  ) return null;
  return value;
}

/** The thing just shown, by its number: `the first draft`, `second suggestion`. */
const AT_HAND =
  /^(?:the )?(?:first|second|third|last|other|new|old|latest|previous|blue|red|green) (?:draft|version|option|suggestion|idea|title|design|layout|logo|picture|photo|paragraph|sentence|answer|reply|variant|proposal|headline|name|colour|color|layout|slogan)\b|\b(?:yours|mine|his|hers|theirs)$/;

const GENERIC_NOUNS = wordSet(`
sea mountains mountain outdoors countryside theatre opera cinema beach forest cold heat rain snow sun water train bus metric
radio city night dark garden piano guitar violin gym mornings evenings window aisle phone classics desert formal
simple short first latter kind idea quiet morning afternoon evening
`);

/** What senses give: `the sound of chewing` is a kind of thing, not one at hand. */
const SENSED =
  /^(?:taste|smell|sound|noise|texture|feel|look|sight|scent|hum|buzz|crunch|glare|heat|cold|idea|thought) of (?!(?:it|that|this|these|those|the|your|my|our|his|her|their)\b)/;

function isGenericDefinite(tokens: readonly Token[]): boolean {
  const noun = tokens[1];
  const said = tokens.slice(1).map(({ fold }) => fold).join(" ");
  if (SENSED.test(said) || /^(?:ground|top|first|upper|lower|second) floors?\b/.test(said)) {
    return true;
  }
  return noun !== undefined && tokens.length <= 4 && GENERIC_NOUNS.has(noun.fold) &&
    !/^(?:first|latter|kind|idea)$/.test(noun.fold);
}

/** Any value with a content word and without a leading pointer. */
export function free(value: ValueRange): ValueRange | null {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined || /^(?:it|this|that|these|those|him|them|you)$/.test(first.fold)) {
    return null;
  }
  return tokens.every((token) => FUNCTION_WORDS.has(token.fold) || token.kind === "punct")
    ? null
    : value;
}

/** A free value whose first word is a verb in its base form. */
export function action(value: ValueRange): ValueRange | null {
  const tokens = tokensOf(value);
  const first = tokens.find((token) => !/^(?:not|never|always|only)$/.test(token.fold));
  if (
    tokens.some((token) => /^(?:it|this|that|these|those)$/.test(token.fold)) && tokens.length <= 4
  ) return null;
  return first !== undefined && baseForm(first.fold) === first.fold ? free(value) : null;
}
