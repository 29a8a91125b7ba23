/**
 * Rules whose wording is no order: reproaches, wishes, fragments, ways of the house.
 *
 * @module
 */

import type { PlaybookFinding, ReadTurn } from "../../types.ts";
import { type Context, spanOf } from "../finding.ts";
import { headAt } from "../heads/imperative.ts";
import { toPlaybook } from "../playbook_finding.ts";
import { isSaidBefore, pushbacksIn } from "../pushback.ts";
import {
  cannotUse,
  formForEvery,
  formWithReason,
  gaveNeed,
  justThese,
  kindContrast,
  needsKind,
} from "./alternatives.ts";
import { complaint, couldBe, mightMention, talkLike, wantsToBe, wishForLess } from "./better.ts";
import { confirmedWay } from "./confirmed_way.ts";
import { contrastFragment, pluralContrast, wantedInstead } from "./contrasts.ts";
import type { Input, Reader } from "./form.ts";
import { forEvery, specList, standingFragment, styleFragment } from "./fragments.ts";
import { thingsGo, weDo, youDo } from "./house_ways.ts";
import {
  kindHas,
  kindOnly,
  oneWithAll,
  ourStandard,
  perfectFor,
  uselessWithout,
  whoGets,
  willDo,
} from "./kinds.ts";
import {
  mayOnly,
  needsLeave,
  nothingWithout,
  offLimits,
  wantToBeAsked,
  wantToSee,
} from "./leave.ts";
import { alwaysNeed, limitSaid, neverMore, plenty, unitSaid } from "./limits.ts";
import { alwaysNeeds, belongsOn, massShould, oursHave, outputGoes, placedOn } from "./outputs.ts";
import {
  didYouEven,
  neverThat,
  noNeed,
  shouldHave,
  supposedTo,
  tiredOf,
  whyKeep,
  youShould,
} from "./reproaches.ts";
import { comesFrom, haveOwn, keptThere, meansDoing, trustedSource, whereIs } from "./sources.ts";
import { tighterLimit } from "./tighter_limit.ts";
import { couldCome, ifTheyCame, wishedFor, wouldBeNice } from "./wishes.ts";

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
  needsKind,
  formWithReason,
  formForEvery,
  comesFrom,
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
