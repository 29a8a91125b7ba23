/**
 * Complaints and wishes whose wording is not an imperative: `you should have …`, `answers are too long`.
 *
 * @module
 */

import type { PlaybookFinding, ReadTurn } from "../types.ts";
import { OUTPUTS, STYLE_WORDS } from "../lexicon/things.ts";
import { baseForm, thirdPerson } from "../lexicon/verbs.ts";
import { textOf } from "../rules/values.ts";
import {
  belongsOn,
  contrastFragment,
  didYouEven,
  neverMore,
  noNeed,
  specList,
  styleFragment,
  weDo,
} from "./complaint_forms.ts";
import {
  alwaysNeeds,
  keptIn,
  neverThat,
  standingFragment,
  talkLike,
  tiredOf,
} from "./complaint_needs.ts";
import {
  justThese,
  limitSaid,
  needsLeave,
  unitSaid,
  wantToBeAsked,
  wantToSee,
} from "./complaint_leave.ts";
import { confirmedWay } from "./confirmed_way.ts";
import {
  cannotUse,
  gaveNeed,
  kindContrast,
  meansDoing,
  trustedSource,
  wantsToBe,
} from "./alternatives.ts";
import { capital, clauseEnd, type Input, objection, type Reader } from "./complaint_input.ts";
import {
  haveOwn,
  pluralContrast,
  supposedTo,
  thingsGo,
  wantedInstead,
  whereIs,
  youDo,
  youShould,
} from "./corrections.ts";
import {
  keptThere,
  massShould,
  offLimits,
  oursHave,
  outputGoes,
  placedOn,
} from "./corrections_norms.ts";
import { type Context, spanOf } from "./finding.ts";
import { headAt } from "./imperative.ts";
import { trimTrail } from "./leads.ts";
import { toPlaybook } from "./playbook_finding.ts";
import { couldCome, forEvery, ifTheyCame, wishedFor, wouldBeNice } from "./wishes.ts";
import { isSaidBefore, pushbacksIn } from "./pushback.ts";
import {
  kindHas,
  kindOnly,
  mayOnly,
  nothingWithout,
  oneWithAll,
  ourStandard,
  perfectFor,
  uselessWithout,
  whoGets,
  willDo,
} from "./kind_statements.ts";
import { tighterLimit } from "./tighter_limit.ts";
import { EVERY_ANSWER, requestTrigger } from "./topic.ts";

const READERS: readonly Reader[] = [
  shouldHave,
  whyKeep,
  complaint,
  wishForLess,
  tighterLimit,
  alwaysNeed,
  contrastFragment,
  neverMore,
  belongsOn,
  alwaysNeeds,
  talkLike,
  plenty,
  mightMention,
  couldBe,
  noNeed,
  styleFragment,
  specList,
  weDo,
  didYouEven,
  tiredOf,
  neverThat,
  standingFragment,
  wantToSee,
  unitSaid,
  wantToBeAsked,
  limitSaid,
  needsLeave,
  justThese,
  youDo,
  pluralContrast,
  wantedInstead,
  supposedTo,
  haveOwn,
  thingsGo,
  whereIs,
  youShould,
  confirmedWay,
  keptThere,
  offLimits,
  oursHave,
  massShould,
  couldCome,
  forEvery,
  ifTheyCame,
  wishedFor,
  wouldBeNice,
  gaveNeed,
  kindContrast,
  cannotUse,
  trustedSource,
  meansDoing,
  wantsToBe,
  outputGoes,
  placedOn,
  kindOnly,
  uselessWithout,
  kindHas,
  perfectFor,
  mayOnly,
  oneWithAll,
  ourStandard,
  nothingWithout,
  willDo,
  whoGets,
];

/** Rules from complaints of one turn. */
export function complaintsOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const pushbacks = pushbacksIn(context.window, read.index);
  const out: PlaybookFinding[] = [];
  for (const sentence of read.sentences) {
    if (
      sentence.lang !== "en" ||
      sentence.clauses.every((clause) =>
        clause.mood === "hypothetical" || clause.mood === "reported"
      )
    ) continue;
    const folds = sentence.tokens.map((token) => token.fold);
    const input = { read, sentence, folds, text: folds.join(" "), pushbacks, context };
    const draft = firstDraft(READERS, input) ?? tailDraft(input);
    if (draft === null) continue;
    const spans = [spanOf(read, sentence, { from: 0, to: sentence.tokens.length }, "cue")];
    const finding = toPlaybook({
      ...draft,
      read,
      sentence,
      spans,
      scope: "none",
      repeated: pushbacks.some((push) => push.repeated) ||
        read.sentences.some((entry) => isSaidBefore(entry)),
    }, context);
    if (finding !== null) out.push(finding);
  }
  return out;
}

function firstDraft(readers: readonly Reader[], input: Input): ReturnType<Reader> {
  for (const reader of readers) {
    const draft = reader(input);
    if (draft !== null) return draft;
  }
  return null;
}

/** Readers of what is said without a verb. */
const FRAGMENTS: readonly Reader[] = [
  standingFragment,
  styleFragment,
  contrastFragment,
  kindContrast,
  limitSaid,
  kindOnly,
];

/** `Our publisher moved to Boston: American spelling from now on`: a rule without a verb behind its reason. */
function tailDraft(input: Input): ReturnType<Reader> {
  const { sentence, folds } = input;
  const cut = folds.findLastIndex((word) => /^(?:[:;\u2013\u2014-])$/.test(word));
  if (cut > 1 && cut < folds.length - 1 && headAt(sentence, 0, cut) === null) {
    const draft = firstDraft(FRAGMENTS, tailOf(input, cut + 1));
    if (draft !== null) return draft;
  }
  const comma = folds.lastIndexOf(",");
  return comma > 1 && comma < folds.length - 1 ? standingFragment(tailOf(input, comma + 1)) : null;
}

function tailOf(input: Input, from: number): Input {
  const { sentence } = input;
  const clauses = sentence.clauses.filter((clause) => clause.to > from).map((clause) => ({
    ...clause,
    from: Math.max(0, clause.from - from),
    to: clause.to - from,
  }));
  const folds = input.folds.slice(from);
  return {
    ...input,
    sentence: { ...sentence, tokens: sentence.tokens.slice(from), clauses },
    folds,
    text: folds.join(" "),
  };
}

/** `You should have checked X first` → `Check X first`. */
function shouldHave(input: Input): ReturnType<Reader> {
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
function whyKeep(input: Input): ReturnType<Reader> {
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

/** `Could future lists perhaps be sorted by price?` → `Make sure lists are sorted by price`. */
function couldBe(input: Input): ReturnType<Reader> {
  const match =
    /\b(?:could|can|might|may|would|should) (?:your |the |all |my |future |all future )*((?:[\w-]+ )??(\w+s)) (?:please |always |perhaps |maybe |possibly |also |just )*be (\w+ed|\w+en|made|put|kept|sent|shown|given|done|set|written|read|cut)\b(.*)$/
      .exec(input.text);
  if (match === null || !OUTPUTS.has(match[2] ?? "")) return null;
  const rest = (match[4] ?? "").replace(/ [,;:?.].*$/, "").replace(
    / (?:please|in future|from now on|if .*)$/,
    "",
  );
  return {
    detector: "D3",
    trigger: `When giving ${match[1] ?? ""}`,
    content: capital(`Make sure ${match[1] ?? ""} are ${match[3] ?? ""}${rest}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

const LESS: Readonly<Record<string, string>> = {
  long: "shorter",
  wordy: "shorter",
  verbose: "shorter",
  short: "longer",
  brief: "longer",
  formal: "less formal",
  informal: "more formal",
  casual: "more formal",
  technical: "less technical",
  complicated: "simpler",
  complex: "simpler",
  vague: "more concrete",
  detailed: "less detailed",
  chatty: "less chatty",
  legal: "less legal",
  salesy: "less salesy",
  dense: "easier to read",
  academic: "less academic",
  generic: "more specific",
  flowery: "plainer",
  dry: "livelier",
  cheerful: "more sober",
  enthusiastic: "more sober",
  stiff: "less stiff",
};

/** `Your answers are far too long` → `Keep answers shorter`. */
function complaint(input: Input): ReturnType<Reader> {
  const match =
    /\b(?:your|all your|these|the) ((?:[\w-]+ )?(\w+s)) (?:are|were|get|always are|are always|are still|are often|have been) (?:just |always |usually |often |still )?(?:a bit |a little |way |far |much |rather )?too (\w+)/
      .exec(input.text);
  if (match === null) return null;
  const noun = match[2] ?? "";
  const better = LESS[match[3] ?? ""];
  if (!OUTPUTS.has(noun) || better === undefined) return null;
  return {
    detector: "D3",
    trigger: /^(?:answers|replies|responses)$/.test(noun)
      ? "When answering"
      : `When writing ${match[1] ?? noun}`,
    content: `Keep ${match[1] ?? noun} ${better}`,
    rationale: capital(`The user objected: ${match[0]}`),
    base: 80,
    adjust: [],
  };
}

/** `Could the letters be a little larger in the documents you make?` */
const COULD_BE_MORE =
  /\b(?:could|can|might|may) (?:the |your |all )?((?:[\w-]+ )?(\w+s)) (?:please |perhaps |maybe |possibly )?be ((?:a (?:little|bit|touch) )?(?:less|more|shorter|longer|simpler|plainer|clearer|briefer|larger|bigger|smaller|slower)(?: [\w-]+)*) (?:(?:in|on|for) (?:the|all|your|my|any|every) .*\b(?:you|documents|answers|replies)|in future|from now on)/;

/** `It might be wonderful if explanations could be a little less legal` → `Make explanations a little less legal`. */
function wishForLess(input: Input): ReturnType<Reader> {
  const match =
    /\b((?:the |your |all )?(?:[\w-]+ )?(\w+s)) (?:could|can|should|were|would|might) (?:please |always |perhaps |maybe |possibly )?(?:be )?((?:a (?:little|bit|touch) )?(?:less|more|shorter|longer|simpler|plainer|clearer|briefer|larger|bigger|smaller|slower|friendlier|kinder)(?: [\w-]+){0,4})/
      .exec(input.text);
  const asked = match ?? COULD_BE_MORE.exec(input.text);
  if (asked === null) return null;
  const noun = asked[2] ?? "";
  if (!OUTPUTS.has(noun)) return null;
  const subject = (asked[1] ?? noun).replace(/^(?:the|your|all|if) /, "").replace(/^if /, "");
  const how = (asked[3] ?? "").replace(/ (?:in|for|from|going|if|please|next)\b.*$/, "");
  return {
    detector: "D3",
    trigger: /^(?:answers|replies|responses)$/.test(noun)
      ? "When answering"
      : `When giving ${subject}`,
    content: capital(`Make ${subject} ${how}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `I always need metric`, `I only want dates`, `all I need is X`. */
function alwaysNeed(input: Input): ReturnType<Reader> {
  const match =
    /^(?:(?:no|but|well|please|sorry|just|and|kilometres|kilometers) ?[,.]? ?)*(?:i|we) (?:always|only ever|only) (?:need|want|use|expect|work (?:in|with)|think in) (.{2,80})$/
      .exec(input.text);
  if (match === null || input.pushbacks.length === 0 && !/\balways\b/.test(match[0])) return null;
  const start =
    input.text.slice(0, match.index + match[0].length - (match[1] ?? "").length).trim().split(" ")
      .length;
  const end = trimTrail(input.sentence, start, clauseEnd(input.folds, start));
  const styled = input.folds.slice(start, end).some((word) =>
    STYLE_WORDS.has(word) || OUTPUTS.has(word)
  );
  const body = textOf(input.sentence, start, end, { person: "rule" });
  if (!styled || body === "" || /^(?:to|you|it|that|this|the)\b/.test(body)) return null;
  return {
    detector: "D3",
    trigger: "When answering",
    content: capital(`Use ${body}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}

/** `Three names are plenty when I ask for a tradesman.` */
function plenty(input: Input): ReturnType<Reader> {
  const match =
    /\b((?:one|two|three|four|five|six|ten|a|\d+|the (?:next|first|best|top|last)) (?:[\w-]+ )?([\w-]+)) (?:is|are|would be) (?:plenty|enough|more than enough|all i need|fine|sufficient)\b(?:.*?\b(?:when|whenever|if) (?:i|you) (.+))?/
      .exec(input.text);
  if (match === null || input.pushbacks.length === 0 && match[3] === undefined) return null;
  const noun = match[2] ?? "";
  if (
    match[3] === undefined && !OUTPUTS.has(noun) && !noun.endsWith("s") &&
    !/^(?:two|three|four|five)$/.test(noun)
  ) {
    return null;
  }
  const asked = /\b(?:when|whenever|if) (i|you) /.exec(match[0])?.[1];
  const trigger = match[3] === undefined
    ? requestTrigger(input.context.window, input.read.index) || EVERY_ANSWER
    : `When ${asked === "i" ? `the user ${asks(match[3])}` : match[3]}`;
  return {
    detector: "D4",
    trigger,
    content: capital(`Give ${match[1] ?? ""}, not more`),
    rationale: objection(input.pushbacks, input.sentence),
    base: 82,
    adjust: [],
  };
}

function asks(rest: string): string {
  const [verb = "", ...others] = rest.split(" ");
  return [baseForm(verb) === verb ? thirdPerson(verb) : verb, ...others].join(" ");
}

/** `Might your summaries perhaps mention who said what?` */
function mightMention(input: Input): ReturnType<Reader> {
  const match =
    /\b(?:could|can|might|may|would|should) (?:your|the|all|all your|my) ((?:[\w-]+ )??(\w+s)) (?:please |always |perhaps |maybe |possibly |also |just )*(not )?(\w+) (.+)$/
      .exec(input.text);
  if (
    match === null || !OUTPUTS.has(match[2] ?? "") || /^(?:be|is|are|have)$/.test(match[4] ?? "")
  ) return null;
  const verb = baseForm(match[4] ?? "");
  if (verb === undefined || verb !== match[4]) return null;
  const rest = (match[5] ?? "").replace(/ [,;:?.].*$/, "").replace(
    / (?:please|in future|from now on|if .*)$/,
    "",
  );
  return {
    detector: "D3",
    trigger: `When writing ${match[1] ?? ""}`,
    content: capital(match[3] === undefined ? `${verb} ${rest}` : `Do not ${verb} ${rest}`),
    rationale: null,
    base: 82,
    adjust: [],
  };
}
