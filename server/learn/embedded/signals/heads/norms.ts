/**
 * Rules told as facts: `release notes must be sober`, `nothing goes out before …`,
 * `I want every recipe to list its allergens`.
 *
 * @module
 */

import { OUTPUTS, STYLE_WORDS } from "../../lexicon/things.ts";
import { baseForm, isTaskVerb, thirdPerson } from "../../lexicon/verbs.ts";
import { wordSet } from "../../lexicon/words.ts";
import { NUMBER_WORDS } from "../../rules/classes.ts";
import { textOf } from "../../rules/values.ts";
import type { Sentence, Token } from "../../types.ts";
import { fold, type Head, isUser } from "./head.ts";
import { skipLeads } from "./leads.ts";

function foldsFrom(sentence: Sentence, at: number): string {
  return sentence.tokens.slice(at).map((token) => token.fold).join(" ");
}

const NORM_VERBS = wordSet(
  "must should shall need needs has have ought go goes get gets are is belong belongs leave leaves require requires start starts end ends come comes stay stays",
);

/** What outputs do by themselves: `reports start with …`, `quotes list …`. */
const SHOWN_VERBS = wordSet(
  "list lists show shows name names give gives carry carries include includes mention mentions contain contains state states open opens close closes read reads use uses follow follows sit sits stand stands lead leads begin begins",
);

const QUANTIFIERS = wordSet("any every each all no nothing nobody anything everything");

/** Words before the verb that belong to another kind of sentence (`explain why reports must …`). */
const NO_SUBJECT = wordSet(
  "that which what why how who whose when whenever whether if where because so but then please not this these those is are was were do does did can could will would",
);

const GROUNDS = wordSet("since because although though whereas");
const OPEN_SUBJECTS = wordSet("whatever anything everything");

/** `release notes must be sober`, `any invoice above 5,000 goes to …`. */
export function normAt(sentence: Sentence, from: number, to: number): Head | null {
  if (sentence.terminator === "?") return null;
  const lead = skipLeads(sentence, from, to);
  const agreed = fold(sentence, lead) === "let's" &&
    /^let's agree that (?!you\b)/.test(foldsFrom(sentence, lead));
  const at = agreed ? lead + 3 : lead;
  const wanted = wantedNorm(sentence, at, to);
  if (wanted !== null) return wanted;
  // `everything we run is on OpenShift`: how things are.
  const first = fold(sentence, at);
  if (
    (first === "everything" || first === "all") &&
    /^\S+ (?:i|we) \w+ (?:is|are|sits|lives|runs) (?:on|in|with)\b/.test(foldsFrom(sentence, at))
  ) return null;
  // `…, since the birds are protected`: a ground is no norm.
  if (GROUNDS.has(first)) return null;
  const open = OPEN_SUBJECTS.has(first);
  const limit = Math.min(to, at + (open ? 22 : 11));
  for (let index = at + 1; index < limit; index++) {
    const word = fold(sentence, index);
    if (
      !NORM_VERBS.has(word) && !isShownBy(sentence, at, index) ||
      /^(?:has|have)$/.test(word) && fold(sentence, index + 1) !== "to" ||
      /^leaves?$/.test(word) && !/^(?:nothing|nobody|no)$/.test(fold(sentence, at))
    ) {
      continue;
    }
    if (
      /^needs?$/.test(word) && !isNeeded(sentence, index + 1) &&
      !HENCEFORTH.test(foldsFrom(sentence, 0))
    ) continue;
    const subject = open
      ? withoutAside(sentence.tokens.slice(at, index))
      : sentence.tokens.slice(at, index);
    if (open && subject.length < 3) continue;
    const strict = obligationAt(sentence, index) || isForbidden(sentence, index);
    if (!isNormSubject(sentence, subject, at, strict)) {
      if (open) continue;
      return null;
    }
    if (!isNormPredicate(sentence, subject, index, strict)) return null;
    return {
      form: "norm",
      negative: false,
      verb: word,
      at,
      body: index,
      always: strict || /^(?:nothing|nobody)$/.test(subject[0]?.fold ?? ""),
    };
  }
  return null;
}

/** `quotes to farmers list the price`: a plural output, and what it shows. */
function isShownBy(sentence: Sentence, at: number, index: number): boolean {
  if (!SHOWN_VERBS.has(fold(sentence, index)) || index - at > 5) return false;
  const subject = sentence.tokens.slice(at, index).map((token) => token.fold);
  if (/^(?:every|each)$/.test(subject[0] ?? "")) {
    return OUTPUTS.has(subject.at(-1) ?? "") && fold(sentence, index).endsWith("s");
  }
  const head = subject.findIndex((word) => OUTPUTS.has(word) && /[^s]s$/.test(word));
  return head >= 0 && head <= 2 &&
    !/^(?:my|our|the|his|her|their)$/.test(subject[0] ?? "") &&
    !subject.some((word) => NO_SUBJECT.has(word) || /^(?:i|you|we|they|it|he|she)$/.test(word)) &&
    (head === subject.length - 1 ||
      /^(?:to|for|from|about|of|with|in)$/.test(subject[head + 1] ?? ""));
}

/** `whatever we send to tenants, and this is true for all of them,`: the words between the commas are no part of it. */
function withoutAside(subject: readonly Token[]): readonly Token[] {
  const at = subject.findIndex((token) => token.text === ",");
  return at > 2 && subject.at(-1)?.text === "," ? subject.slice(0, at) : subject;
}

/** A norm whose verb says that it is one: `set lists must …` is no order to set something. */
export function strictNormAt(sentence: Sentence, from: number, to: number): Head | null {
  const norm = normAt(sentence, from, to);
  if (norm?.verb === "to") return norm;
  if (norm === null || !norm.always || norm.body - norm.at > 5) return null;
  const subject = sentence.tokens.slice(norm.at, norm.body);
  return subject.every((token) => token.kind === "word" && !NO_SUBJECT.has(token.fold)) &&
      OUTPUTS.has(subject.at(-1)?.fold ?? "")
    ? norm
    : null;
}

/** `must`, `have to`, `are to`, `is supposed to`. */
function obligationAt(sentence: Sentence, at: number): boolean {
  const word = fold(sentence, at);
  if (/^(?:is|are)$/.test(word)) {
    const next = fold(sentence, at + 1);
    return next === "to" ||
      /^(?:supposed|meant|expected|required)$/.test(next) && fold(sentence, at + 2) === "to";
  }
  return /^(?:must|should|shall|needs?|has|have|ought)$/.test(word);
}

/** `… are forbidden in leaflets`. */
function isForbidden(sentence: Sentence, at: number): boolean {
  return /^(?:is|are)$/.test(fold(sentence, at)) &&
    /^(?:(?:strictly|never|not|always) )*(?:forbidden|banned|allowed|mandatory|compulsory|obligatory|taboo|prohibited)\b/
      .test(foldsFrom(sentence, at + 1));
}

/** `need to …`, `need a …`, `need open questions`. */
function isNeeded(sentence: Sentence, at: number): boolean {
  const next = fold(sentence, at);
  return /^(?:to|a|an|at|the|my|two|three|one|both)$/.test(next) ||
    [next, fold(sentence, at + 1)].some((word) => OUTPUTS.has(word) && word.endsWith("s"));
}

function isNormSubject(
  sentence: Sentence,
  subject: readonly Token[],
  at: number,
  strict: boolean,
): boolean {
  const first = subject[0];
  const last = subject.at(-1);
  if (first === undefined || last === undefined) return false;
  // `two of us are in Lisbon`: people, and what is so.
  if (/^(?:us|them|you)$/.test(last.fold) && subject.at(-2)?.fold === "of") return false;
  const folds = subject.map((token) => token.fold);
  if (
    folds.includes(",") && /^(?:the|a|an|my|our)$/.test(folds[folds.lastIndexOf(",") + 1] ?? "")
  ) {
    return false;
  }
  // `small change for the reports: the weather goes at the end`: the subject stands behind the colon.
  if (folds.includes(":")) return false;
  // `buses stop at eight, and taxis go …`: two sentences, unless commas list the subjects.
  if (
    folds.filter((word) => word === ",").length === 1 && /, (?:and|but|so) /.test(folds.join(" "))
  ) {
    return false;
  }
  if (
    folds.some((word) => /^(?:please|i|do|how|why)$/.test(word)) && !folds.includes("you") &&
    folds[0] !== "whatever"
  ) {
    return false;
  }
  if (folds.some((word) => DECIDED.test(word))) return false;
  const quantified = folds.some((word) => QUANTIFIERS.has(word));
  if (HENCEFORTH.test(foldsFrom(sentence, 0)) && isOfHouse(folds, strict)) return true;
  // `the ticket number goes at the front from now on`
  if (
    first.fold === "the" && OUTPUTS.has(last.fold) && HENCEFORTH.test(foldsFrom(sentence, 0)) &&
    /^(?:goes?|belongs?|comes?|stands?) (?:at|in|on|before|after|behind|first|last|under|above)\b/
      .test(foldsFrom(sentence, at + subject.length))
  ) return true;
  if (
    /^(?:the|our)$/.test(first.fold) && folds.length <= 4 &&
    HENCEFORTH.test(foldsFrom(sentence, 0)) && PLACED.test(foldsFrom(sentence, at + subject.length))
  ) return true;
  if (
    strict && !folds.includes(",") &&
    /^(?:whatever|anything|everything) (?:that )?(?:we|you|i|the \w+) \w+/.test(folds.join(" "))
  ) return true;
  if (folds.some((word, index) => /^th(?:is|ese|ose)$/.test(word) && (quantified || index === 0))) {
    return false;
  }
  const article = /^(?:the|a|an)$/.test(first.fold);
  if (
    first.fold === "the" && /[^s]s$/.test(last.fold) &&
    /^(?:always |only )*(?:goe?s?|belongs?|comes?|stands?|stays?|are) (?:always |only )*(?:in|on|at|under|above|below|with|by) .*\b(?:on|in|with|for|at|of) (?:every|each|all)\b/
      .test(foldsFrom(sentence, at + subject.length))
  ) return true;
  const made = folds.includes("you") && /[^s]s$/.test(folds[folds.indexOf("you") - 1] ?? "");
  if (article && !(strict && (quantified || made || isGenericSingular(subject)))) return false;
  if (
    /^(?:i|we|you|he|she|it|they|that|there|my|your|what|who|which|his|her|our|here|one)$/
      .test(first.fold) &&
    !(strict && /^(?:my|our)$/.test(first.fold) && OUTPUTS.has(last.fold) &&
      /[^s]s$/.test(last.fold))
  ) return false;
  if (
    /^[A-Z]/.test(first.text) && at > 0 && first.capital && !QUANTIFIERS.has(first.fold) &&
    !sentence.shouting
  ) return false;
  if (
    /^(?:for|in|on|with|at|by|of|from|to|about|all|no)$/.test(first.fold) && !isQuantified(folds)
  ) return false;
  return quantified || made || isPlural(folds) || strict && isPluralHead(folds) ||
    strict && subject.some((token) => OUTPUTS.has(token.fold));
}

/** `eight hits are too many` complains. */
const TOO_MANY =
  /^(?:is|are) (?:still |way |far |just |simply )*(?:(?:\S+ )?too (?:many|much|long|few|short)|more than)\b/;

/** `the committee decided that all sheds have to be green`: what others have laid down for others. */
const DECIDED =
  /^(?:decided|announced|ruled|voted|insisted|demanded|decreed|declared|claimed|says|said|thinks|thought|told|wrote|complained|reckons|believes|believed|argued|warned|suggested|explained)$/;

/** A beginning without an end: what follows is how it will be done. */
const HENCEFORTH =
  /\b(?:from (?:now|here|today|this day) on|in future|in the future|going forwards?|henceforth|as (?:of|from) (?:today|now)|starting (?:today|now)|effective immediately|new rule|change of plan)\b/;

/** `the weather goes at the end`: a part, and where it is put. */
const PLACED =
  /^(?:goes?|belongs?|comes?|stands?) (?:(?:at|to) the (?:very )?(?:top|end|bottom|start|beginning)|first|last)\b/;

/** `the rehearsal plan`, `reports`, `all orders to the sawmill`: what a rule may be about; people and pointers are not. */
function isOfHouse(folds: readonly string[], strict: boolean): boolean {
  const first = folds[0] ?? "";
  if (
    /^(?:i|we|you|he|she|it|they|this|that|there|who|what|his|her|their|one|everyone|someone)$/
      .test(first)
  ) {
    return false;
  }
  return strict && folds.some((word) => OUTPUTS.has(word)) ||
    /^(?:all|every|each|any)$/.test(first) || /[^s]s$/.test(folds.at(-1) ?? "");
}

/** `a match report`: any output of its kind; `the report` is one of them. */
function isGenericSingular(subject: readonly Token[]): boolean {
  return /^an?$/.test(subject[0]?.fold ?? "") && OUTPUTS.has(subject.at(-1)?.fold ?? "");
}

function isPlural(folds: readonly string[]): boolean {
  return /[^s]s$/.test(folds.at(-1) ?? "") ||
    folds.some((word) => OUTPUTS.has(word) && word.endsWith("s")) ||
    /^(?:of|in|for|above|over|under|below|from|to|with|about)$/.test(folds.at(-2) ?? "");
}

/** `hotels over 160 a night`: the noun in front of the first preposition. */
function isPluralHead(folds: readonly string[]): boolean {
  const at = folds.findIndex((word) =>
    /^(?:of|in|for|above|over|under|below|from|to|with|without|about|that|which)$/.test(word)
  );
  return at > 0 && at <= 3 && /[^s]s$/.test(folds[at - 1] ?? "") &&
    (folds[at - 1] ?? "").length > 3;
}

/** `all` and `no` open a subject unless they belong to an idiom (`all the best`, `no you`). */
function isQuantified(folds: readonly string[]): boolean {
  return /^(?:all|no)$/.test(folds[0] ?? "") && folds.length >= 2 &&
    (!/^(?:i|we|you|is|the|of)$/.test(folds[1] ?? "") ||
      folds[1] === "the" && folds.includes("you"));
}

function isNormPredicate(
  sentence: Sentence,
  subject: readonly Token[],
  index: number,
  strict: boolean,
): boolean {
  const word = fold(sentence, index);
  const rest = foldsFrom(sentence, index);
  const first = subject[0]?.fold ?? "";
  if (TOO_MANY.test(rest)) return false;
  if (DESCRIBES.test(rest) || /^gets? \w+ (?:by|because|for|from) /.test(rest)) return false;
  if (
    /^(?:my|our)$/.test(first) &&
    !/^(?:should|must|need to|have to|ought to|are to) (?:always |never |not |only )*(?:be (?!here|there|ready|fine|in |on |at |able)|sound|look|read|start|begin|end|have|contain|carry|use|include|show|mention|stay)\b/
      .test(rest)
  ) return false;
  if (strict && (isGuess(sentence, index) || isDueOnce(rest, subject))) return false;
  const waits = /\b(?:until|unless|before|without) (?:i|we|my|our)\b/.test(rest);
  if (
    !strict && !waits && !GIVEN.test(foldsFrom(sentence, index - subject.length)) &&
    /^(?:is|are|get|gets|stay|stays|start|starts|end|ends)$/.test(word) &&
    !isRuleLike(sentence, index + 1)
  ) return false;
  // `half our guests are American`: how many there are of a kind.
  if (!strict && /^(?:half|most|many|some|several|few|both|none)$/.test(first)) return false;
  if (
    /^(?:nothing|nobody)$/.test(first) &&
    !/\b(?:until|without|before|unless|except|but)\b/.test(rest)
  ) return false;
  return !/^(?:come|comes)$/.test(word) || SOURCE.test(fold(sentence, index + 1));
}

/** `every new endpoint gets its entry`: what a piece of a kind is given. */
const GIVEN =
  /^(?:every|each) (?:[\w-]+ ){1,4}gets (?:its|a|an|one|both|two) |^(?:[\w-]+ ){0,2}[\w-]+s get (?:their|a|an|no|only|full|the) (?!\w+$)/;

/** How things are elsewhere (`at my dentist`), or how they are not kept. */
const DESCRIBES =
  /\b(?:at|in) (?:my|our|his|her|their|the) (?:[\w-]+ )?(?:firm|company|school|dentist|doctor|gym|office|club|shop|church|bank|country|town|city|industry|department|work|workplace|village|hospital|university|library|park|beach|pool|street|train|bus|zoo|forest|restaurant)\b|\bbut (?:they |it )?(?:never|rarely|seldom|hardly|often|nobody|do not|does not)\b/;

/** `prices must have gone up`, `tickets must be expensive`: a conclusion, no rule. */
function isGuess(sentence: Sentence, at: number): boolean {
  if (!/^(?:must|should|may)$/.test(fold(sentence, at))) return false;
  const next = fold(sentence, at + 1);
  const verb = fold(sentence, at + 2);
  if (next === "have") return /(?:ed|en)$/.test(verb) || (baseForm(verb) ?? verb) !== verb;
  return next === "be" &&
    /^(?:joking|kidding|wrong|mad|expensive|hard|nice|broken|tired|cheaper|lying|here|there|ready|done|fine|ok)$/
      .test(verb);
}

/** `applications have to be in by noon`: a date of the moment, unless it returns. */
function isDueOnce(rest: string, subject: readonly Token[]): boolean {
  return !subject.some((token) => /^(?:every|each|all|any)$/.test(token.fold)) &&
    !/\b(?:always|every|each)\b/.test(rest) &&
    /\b(?:by|before|until|on|due) (?:the end of |next )?(?:noon|midnight|tonight|today|tomorrow|\d+(?::\d+)?(?:am|pm|st|nd|rd|th)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|january|february|march|april|june|july|august|september|october|november|december)\b/
      .test(rest);
}

/** Where something comes from or goes to. */
const SOURCE = /^(?:from|to|in|on|into|with|before|after|first|through|via|by)$/;

/** After `is` or `get` only a participle, a number or a place makes a rule; an opinion does not. */
function isRuleLike(sentence: Sentence, at: number): boolean {
  const next = fold(sentence, at);
  if (next === "to") return true;
  if (
    STYLE_WORDS.has(next) && !next.endsWith("s") && /^(?::|,|and|$)$/.test(fold(sentence, at + 1))
  ) return true;
  const adverb = /^(?:always|never|only|not|now)$/.test(next);
  const word = adverb ? fold(sentence, at + 1) : next;
  if (adverb && next !== "not" && (STYLE_WORDS.has(word) || isTaskVerb(word))) return true;
  return /(?:ed|en|wn)$/.test(word) && word.length > 4 &&
      !/^(?:broken|outdated|useless|needed|confused|interested|missed|expired|closed|failed|delayed|cancelled|listed|expected|tired|finished)$/
        .test(word) ||
    /^(?:in|on|to|at|from|out|one|two|three|four|five|six|under|with|before|after|without|per|net|gross)$/
        .test(word) &&
      (fold(sentence, at + (adverb ? 2 : 1)) !== "the" ||
        word === "with" && /^(?:starts?|ends?)$/.test(fold(sentence, at - 1)));
}

/** `I want every recipe to list its allergens`, `I'd like all your adverts to mention the salary`. */
function wantedNorm(sentence: Sentence, at: number, to: number): Head | null {
  if (!isUser(fold(sentence, at))) return null;
  let start = at + 1;
  if (fold(sentence, start) === "would" && /^(?:like|prefer)$/.test(fold(sentence, start + 1))) {
    start += 2;
  } else if (/^(?:want|need|expect|prefer)$/.test(fold(sentence, start))) start += 1;
  else return null;
  if (!/^(?:every|each|all|any|your)$/.test(fold(sentence, start))) return null;
  for (let index = start + 1; index < Math.min(to, start + 10); index++) {
    if (fold(sentence, index) !== "to") continue;
    const folds = sentence.tokens.slice(start, index).map((token) => token.fold);
    const verb = baseForm(fold(sentence, index + 1));
    if (verb === undefined || verb !== fold(sentence, index + 1)) continue;
    if (/^(?:go|happen|work|arrive|come|feel|succeed|stop|win|pass)$/.test(verb)) return null;
    if (!folds.some((word) => OUTPUTS.has(word)) && !folds.includes("you")) return null;
    if (folds[0] === "your" && !isPlural(folds)) return null;
    if (NUMBER_WORDS.has(folds[1] ?? "") || sentence.tokens[start + 1]?.kind === "number") {
      return null;
    }
    if (isDueOnce(foldsFrom(sentence, index), [])) return null;
    return { form: "norm", negative: false, verb: "to", at: start, body: index, always: true };
  }
  return null;
}

const OBLIGATION =
  /^(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) (?:supposed |meant |expected |required )?to|to) /i;

/** A norm as an instruction: `Make sure every letter ends with the case number`. */
export function normText(sentence: Sentence, head: Head, body: string): string {
  const aside = sentence.tokens[head.body - 1]?.text === ","
    ? sentence.tokens.findIndex((token, at) => at > head.at && token.text === ",")
    : -1;
  const subject = textOf(sentence, head.at, aside > head.at + 2 ? aside : head.body, {
    person: "rule",
  });
  const lower = subject.charAt(0).toLowerCase() + subject.slice(1);
  const shown = /^[A-Z]{2}/.test(subject) ? subject : lower;
  body = body.replace(/^(are|is|go|goes|come|comes) now /i, "$1 ");
  const single = isSingular(sentence.tokens.slice(head.at, head.body).map((token) => token.fold));
  const ban =
    /^(?:is|are) (?:strictly )?(?:forbidden|banned|prohibited|taboo|(?:not|never) allowed)(.*)$/i
      .exec(body);
  if (ban !== null) return `Do not use ${shown}${ban[1] ?? ""}`;
  const bound = OBLIGATION.exec(body);
  if (bound === null) {
    return `Make sure ${shown} ${body.replace(/^needs? /i, single ? "has " : "have ")}`;
  }
  const parts = /^((?:(?:always|also|only|not|never) )*)(\S+)(.*)$/.exec(
    body.slice(bound[0].length),
  );
  const adverbs = (parts?.[1] ?? "").replace(/\balways |\balso /g, "");
  const verb = parts?.[2] ?? "";
  const rest = parts?.[3] ?? "";
  const negative = /\b(?:not|never) /.test(adverbs);
  const only = /\bonly /.test(adverbs) ? "only " : "";
  if (verb === "be") {
    return `Make sure ${shown} ${single ? "is" : "are"}${
      negative ? " not" : ""
    } ${only}${rest.trim()}`;
  }
  if (negative) return `Make sure ${shown} ${single ? "does" : "do"} not ${verb}${rest}`;
  return `Make sure ${shown} ${only}${single ? thirdPerson(verb) : verb}${rest}`;
}

function isSingular(folds: readonly string[]): boolean {
  const first = folds[0] ?? "";
  if (/^(?:every|each|any|an?|nothing|nobody|anything|everything)$/.test(first)) return true;
  const cut = folds.findIndex((word, at) =>
    at > 0 && /^(?:you|of|in|for|with|to|from|over|under|above|below)$/.test(word)
  );
  const head = folds[cut < 0 ? folds.length - 1 : cut - 1] ?? "";
  return first !== "all" && !/[^s]s$/.test(head);
}

/** `the answers go on a page of their own`: where the parts of a kind stand. */
export function placeNormAt(sentence: Sentence, at: number, to: number): Head | null {
  const said = sentence.tokens.slice(at, to).map((token) => token.fold).join(" ");
  const match =
    /^the (?:[\w-]+ ){0,2}?[\w-]+s (?=(?:go|belong|come|stand|sit|stay|remain) (?:on|at|in|to|under|behind|below|exactly|as|first|last|out) \S+)/
      .exec(said);
  const words = match?.[0].trim().split(" ").length ?? 0;
  return match === null
    ? null
    : { form: "norm", negative: false, verb: "go", at, body: at + words, always: false };
}
