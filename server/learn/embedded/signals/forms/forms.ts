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
import { exchangedWay } from "./changes.ts";
import { confirmedWay } from "./confirmed_way.ts";
import { contrastFragment, notButNeed, pluralContrast, wantedInstead } from "./contrasts.ts";
import { type CuedReader, CuedReaders, reacting, saying } from "./cued.ts";
import type { Draft, Input } from "./form.ts";
import {
  changeOfPlan,
  forEvery,
  nextTime,
  specList,
  standingFragment,
  styleFragment,
} from "./fragments.ts";
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
import { allINeed, alwaysNeed, limitSaid, neverMore, plenty, unitSaid } from "./limits.ts";
import { alwaysNeeds, belongsOn, massShould, oursHave, outputGoes, placedOn } from "./outputs.ts";
import { exactlyHow, usefulThing } from "./praised.ts";
import {
  didYouEven,
  habitOfYours,
  neverThat,
  noNeed,
  shouldHave,
  supposedTo,
  tiredOf,
  whyKeep,
  youShould,
} from "./reproaches.ts";
import {
  couldYourAnswers,
  forKind,
  houseWords,
  inKindIWant,
  justHow,
  likeThis,
  pronounOf,
  whenISay,
} from "./shown_ways.ts";
import { comesFrom, haveOwn, keptThere, meansDoing, trustedSource, whereIs } from "./sources.ts";
import { tighterLimit } from "./tighter_limit.ts";
import {
  neededFor,
  neverIn,
  placedWish,
  sourceToGoBy,
  unwantedFor,
  wantsWhen,
} from "./wanted_for.ts";
import { couldCome, ifTheyCame, wishedFor, wouldBeNice } from "./wishes.ts";

import {
  areAlways,
  bareOnly,
  goesNot,
  neverOn,
  onlyIf,
  overLimit,
  seeBefore,
} from "./work_ways.ts";

/** Marks of a wish for all of a kind. */
const FOR_ALL =
  "now future time forward always every each here default all any these those your coming next whenever when";

/** All forms in the order in which they are tried, each with the words it needs. */
export const FORMS: readonly CuedReader[] = [
  saying(justHow, ":", "how way what"),
  saying(whenISay, "when whenever if", "mean means", "i we"),
  saying(
    pronounOf,
    "they them she he her him they/them she/her he/him",
    "use say write refer call",
  ),
  saying(houseWords, "we i", "say write call use put", "not never instead rather"),
  saying(forKind, ":", "for"),
  saying(likeThis, ":", "this that so follows way order"),
  saying(inKindIWant, "in", "i we", "want need expect like prefer"),
  saying(
    couldYourAnswers,
    "can could may might would will",
    "your the all",
    "answers replies responses messages explanations summaries texts emails",
  ),
  saying(
    placedWish,
    "end top start beginning bottom head foot front margin",
    "like want need expect love appreciate",
  ),
  saying(shouldHave, "should could ought must", "have"),
  saying(whyKeep, "keep keeping stop ask tell"),
  saying(complaint, "too", "your these the"),
  saying(
    wishForLess,
    "could can should were would might may",
    "less more shorter longer simpler plainer clearer briefer larger bigger smaller slower friendlier kinder",
  ),
  saying(
    tighterLimit,
    "# one two three four five six seven eight nine ten twelve fifteen twenty",
    "most more up max maximum under within tops less fewer plenty enough limit make allow go take aim keep cut limit let rather now future forward please cap ceiling it shorter tighter do best get bring trim shorten reduce drop lower slim boil",
  ),
  saying(allINeed, "all", "need want use"),
  saying(alwaysNeed, "always only", "need want use expect work think"),
  saying(notButNeed, "not", "need want wanted asked work think like prefer use go"),
  saying(contrastFragment, "not instead rather"),
  saying(neverMore, "than", "never ever"),
  saying(belongsOn, "every each all", "it they that those"),
  saying(alwaysNeeds, "need needs require requires has have must should"),
  saying(talkLike, "talk talking speak speaking write writing treat treating", "like as"),
  saying(plenty, "plenty enough need fine sufficient"),
  saying(mightMention, "could can might may would should", "your the all my"),
  saying(couldBe, "could can might may would should", "be"),
  saying(noNeed, "need have want", "not no"),
  saying(
    styleFragment,
    "in with without as short shorter brief briefer simple simpler plain concise longer detailed formal informal friendlier sober clear clearer smaller fewer less more much many",
  ),
  saying(specList, ":"),
  saying(weDo, "we"),
  saying(
    didYouEven,
    "did have why could",
    "check checked ask asked read look looked test tested verify verified try tried compare compared confirm",
  ),
  saying(tiredOf, "tired sick fed want need"),
  saying(
    habitOfYours,
    "hate loathe detest dislike stand like want love prefer appreciate need drives annoys bothers irritates bugs nerves",
    "you",
    "when how that if",
  ),
  saying(neverThat, "not never", "do"),
  saying(changeOfPlan, "rule plan change update correction policy", "as in by with on via"),
  saying(
    exchangedWay,
    "scrap drop forget change lose ditch replace swap bin about regarding as concerning",
    "it they use make we",
  ),
  saying(
    nextTime,
    "time now future",
    "next on in",
    "max maximum most than up with in without no not one two three just only",
  ),
  saying(standingFragment, "now always time future forward default"),
  saying(wantToSee, "see read check review approve confirm", "before first"),
  saying(
    unitSaid,
    "celsius fahrenheit metric imperial euro euros dollar dollars pound pounds franc francs kroner kronor yen kilometres kilometers miles metres meters feet inches centimetres kilos kilograms grams litres bar psi hour spelling km kg cm mm kph kmh mph utc gmt cet clock units",
  ),
  saying(wantToBeAsked, "asked told informed consulted warned notified", "be"),
  saying(limitSaid, "most max maximum tops less fewer"),
  saying(needsLeave, "approval ok okay permission consent go sign", "my our"),
  saying(justThese, "just only"),
  reacting(youDo, "you"),
  reacting(pluralContrast, "not never rather instead"),
  reacting(
    wantedInstead,
    "needed wanted expected asked ask preferred liked expecting after hoping",
  ),
  reacting(supposedTo, "supposed meant should ought must"),
  reacting(
    haveOwn,
    "have run keep got",
    "use read check query ask call take consult search look go try",
  ),
  reacting(thingsGo, "go belong come get stay run are start end"),
  reacting(whereIs, "there where"),
  reacting(youShould, "you", "should must have need ought supposed"),
  saying(
    usefulThing,
    "it them this that these those one some",
    "is are was were",
    "every each all any",
    "use add keep give include put show have leave write send mention make do attach draw",
  ),
  saying(exactlyHow, "how way what form format order style", "is are was", "i we"),
  saying(
    confirmedWay,
    "how way what format order as works helps counts clicks more make keep like so stick stay hold carry continue",
  ),
  reacting(keptThere, "in on under", "is are live lives sit sits"),
  reacting(
    offLimits,
    "limits taboo no option ok okay bounds question forbidden banned allowed approved",
    "is are",
  ),
  reacting(oursHave, "our my"),
  reacting(massShould, "should must has have need needs ought"),
  saying(
    couldCome,
    "could can might may should",
    "now future forward always here perhaps maybe possibly",
  ),
  saying(forEvery, ":"),
  saying(ifTheyCame, "wish if"),
  saying(wishedFor, "would might could is can may", FOR_ALL),
  saying(wouldBeNice, "would might", "be", FOR_ALL),
  reacting(
    gaveNeed,
    "gave sent told showed wrote quoted listed put used",
    "need want wanted needed asked work use",
  ),
  reacting(kindContrast, "not never no rather instead"),
  reacting(
    cannotUse,
    "not never nobody no none",
    "open read use paste print play load view import display work think deal do",
  ),
  saying(
    trustedSource,
    "the our my they it those that these",
    "is are",
    "one ones thing place source trust counts matters decides go reliable valid correct",
  ),
  reacting(meansDoing, "means"),
  saying(wantsToBe, "addressed called greeted spoken written answered"),
  reacting(outputGoes, "the", "goes comes is starts ends opens gets has must should needs ought"),
  reacting(placedOn, "our all every each", "goes belongs comes sits stands is"),
  reacting(kindOnly, "only always never", "for in on with to"),
  reacting(uselessWithout, "without"),
  reacting(
    kindHas,
    "an a every each any",
    "has must should needs lists names shows gives contains includes starts opens ends states comes",
  ),
  saying(
    perfectFor,
    "is are",
    "perfect ideal right best great spot plenty enough need exactly",
    "for when with",
  ),
  saying(mayOnly, "you", "may can allowed free welcome", "but as provided only except unless"),
  saying(oneWithAll, "all every each any", "like want need love"),
  saying(ourStandard, "standard convention format style norm default", "is"),
  saying(nothingWithout, "nothing", "without"),
  saying(willDo, "do fine enough ok", "again now future"),
  saying(
    whoGets,
    "gets receives signs approves handles answers checks takes",
    "now future forward",
  ),
  reacting(needsKind, "need want wanted needed asked"),
  reacting(formWithReason, "please", "by in as with"),
  reacting(formForEvery, "every each all", "for in on with"),
  reacting(comesFrom, "comes taken read kept", "from in"),
  reacting(neededFor, "need want expect", "for with in on"),
  saying(wantsWhen, "if when whenever time", "want expect need"),
  saying(neverIn, "never not", "want need like", "in on for with"),
  reacting(unwantedFor, "never not", "want need like use"),
  saying(seeBefore, "first beforehand before", "see check approve read sign", "i we"),
  reacting(overLimit, "above over under below beyond than"),
  reacting(areAlways, "always", "are is get cost count"),
  reacting(goesNot, "goes go belongs belong", "not never"),
  reacting(onlyIf, "only"),
  saying(bareOnly, "only"),
  reacting(neverOn, "never nothing not"),
  reacting(sourceToGoBy, "should must have are need ought", "you"),
];

const READERS = new CuedReaders(FORMS);

/** Rules from complaints of one turn. */
export function complaintsOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const pushbacks = pushbacksIn(context.window, read.index);
  const out: PlaybookFinding[] = [];
  for (const sentence of read.sentences) {
    if (
      sentence.lang !== "en" || !sentence.hasWords ||
      sentence.clauses.every((clause) =>
        clause.mood === "hypothetical" || clause.mood === "reported"
      )
    ) continue;
    const { folds, said: text } = sentence;
    const input = { read, sentence, folds, text, pushbacks, context };
    const draft = READERS.read(input) ?? tailDraft(input);
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

/** Readers of what is said without a verb. */
const FRAGMENTS = new CuedReaders(
  [standingFragment, styleFragment, contrastFragment, kindContrast, limitSaid, kindOnly].map((
    read,
  ) => saying(read)),
);

/** Marks behind which a sentence starts anew. */
const HALTS = new Set([":", ";", "\u2013", "\u2014", "-"]);

/** `Our publisher moved to Boston: American spelling from now on`: a rule without a verb behind its reason. */
function tailDraft(input: Input): Draft {
  const { sentence, folds } = input;
  const cut = folds.findLastIndex((word) => HALTS.has(word));
  if (cut > 1 && cut < folds.length - 1 && headAt(sentence, 0, cut) === null) {
    const draft = FRAGMENTS.read(tailOf(input, cut + 1));
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
