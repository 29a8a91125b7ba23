/**
 * English talk that only sounds as if it told something: the judge is not asked about it.
 *
 * @module
 */

import { type CuedPattern, CuedPatterns } from "../text/cued_patterns.ts";
import { gateWords } from "../text/word_gates.ts";
import type { Sentence } from "../types.ts";
import type { Unit } from "./units.ts";

/** What idle talk looks like, over the folded words of a unit. */
export const IDLE_TALK: readonly CuedPattern[] = [
  // `Most of what I send you is about money`: of the talk.
  [
    "of + you",
    /^(?:so )?(?:most|much|all|some|half|a lot|part) of (?:what|that which|the things|the stuff) (?:i|we) (?:send|ask|show|paste|give|write|tell|share|bring)(?: to| with)? you\b/,
  ],
  // `I'm sorry to be a nuisance`, `nothing special`.
  [
    "i we",
    /^(?:i|we) (?:am|are) (?:so |very |really |just |only |terribly )?(?:sorry|glad|grateful|pleased|delighted|surprised|confused|lost|stuck|done|ready|sure|aware|curious|wondering|asking)\b/,
  ],
  // `Thank you ever so much for the newsletter draft`
  [
    "thank thanks",
    /^(?:thank you|thanks|many thanks)(?: (?:ever|so|very|much|kindly|again|a lot))* for (?:the|your|that|this|these|those|all) (?:[\w'-]+ ?){1,6}$/,
  ],
  // `Every morning give me the weather`: an order of its own, and nothing told of the user.
  [
    "every each",
    /^(?:every|each) (?:\w+ ){1,2}(?:, )?(?:please )?(?:send|give|show|tell|read|text|email|mail|ping|remind|brief) (?:me|us)\b/,
  ],
  // `No visitor understands that`: what nobody does.
  [
    "no",
    /^no \S+(?: (?:of (?:mine|ours|theirs)|here|there|alive))? (?:(?:ever |really |would |will |can |could )*(?:understand|know|read|like|want|need|get|believe|care|buy|eat|see|think|ask|pay)|(?:ever |really )*(?:understands|knows|reads|likes|wants|needs|gets|says|believes|cares|buys|eats|sees|thinks|asks|pays))\b/,
  ],
  ["nothing nobody no", /^(?:nothing|nobody|no one) (?:really|much|special|in particular)\b/],
  // `Truly an inspiration to us all`, `a hero of our times`: an exclamation.
  ["all time times", /\b(?:(?:to|for|of) us all|of (?:our|all) times?)$/],
  // `Three answers from our feedback box`: what is shown below.
  [
    "answers comments reviews replies responses quotes messages entries notes posts lines reports examples",
    /^(?:here are |these are )?(?:the |some |a few |several |\d+ |two |three |four |five |six |ten )?(?:\S+ )?(?:answers|comments|reviews|replies|responses|quotes|messages|entries|notes|posts|lines|reports|examples) (?:from|out of|left (?:on|in|at)) (?:my|our|the)\b(?! .*\b(?:is|are|must|should|always|never)\b)/,
  ],
  // `Nobody gets through a digest a week`: of everybody, and of nobody.
  ["there", /^there is (?:nobody|no one|nothing) else\b/],
  [
    "nobody no",
    /^(?:nobody|no one) (?:gets|reads|needs|wants|cares|likes|uses|looks|has time|will)\b/,
  ],
  // `Picture a family of five`: a supposition.
  [
    "picture imagine suppose assume pretend say let",
    /^(?:picture|imagine|suppose|assume|pretend|say|let us say) (?:a|an|the|that|you|i|we|there|my)\b/,
  ],
  // `I still hesitate between the two`: a doubt of the moment.
  [
    "i we + still",
    /^(?:i|we) still (?:hesitate|wonder|struggle to see|do not (?:get|see|understand|know))\b/,
  ],
  // `Even ten is more than I can read`: it measures what a rule has set.
  ["even", /^even \S+ (?:is|are) (?:too|more)\b/],
  [
    "is are",
    /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (?:\S+ ){0,3}?(?:is|are) (?:still |way |far |just )*(?:too|more than)\b/,
  ],
  [
    "still",
    /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (?:\S+ ){0,3}?still (?:means?|takes?|costs?|leaves?|is|are)\b/,
  ],
  // `Just so nobody gets hurt: …`, `every single time, …`: an opening.
  ["so", /^(?:just )?so (?:that )?(?:nobody|no one|you|we) (?:gets?|knows?|is|are)\b/],
  ["every each", /^(?:every|each) (?:single )?time ?,/],
  // `I'm after a second-hand trailer`: what is looked for at the moment.
  [
    "i we + am are",
    /^(?:i|we) (?:am|are) (?:also |still |just )?(?:after|hunting for|searching for|in the market for|shopping for) (?:a|an|some|something|the|new|one|two)\b/,
  ],
  // `I mix these two up`: it only points.
  ["these those", /\b(?:these|those) (?:two|three)\b/],
  // `I have to take something back`, `I passed the exam`: an opening, an event.
  ["i we + take", /^(?:i|we) (?:have|need|want) to take (?:something|that|it|this) back\b/],
  [
    "i we + passed",
    /^(?:i|we) (?:just |finally |have )*passed (?:the|my|our) (?:\S+ )?(?:exams?|tests?|finals?|driving test)$/,
  ],
  // `Sundays are another matter`: how is told elsewhere.
  [
    "is are",
    /^(?:\S+ ){1,5}(?:is|are) (?:quite |altogether )?(?:another|a different|a whole other) (?:matter|story|thing|question)$/,
  ],
  // `Happens all the time`, `only looking around`: small talk.
  [
    "happens",
    /^(?:it |that )?happens (?:all the time|a lot|often|every time|to (?:me|everyone|everybody))/,
  ],
  [
    "just only",
    /^(?:(?:i|we) (?:am|are) )?(?:just|only) (?:looking|browsing|checking|having a look|saying (?:hi|hello|hey)|popping in|passing by|killing time|testing)\b/,
  ],
  // `wot do i do`: a question without its mark.
  ["wot wat whats wots hows wheres", /^(?:wot|wat|whats|wots|hows|wheres) /],
  // `Our export got a 429`: what went wrong once.
  [
    "my our the this",
    /^(?:my|our|the|this) (?:\S+ ){1,6}(?:got|gets|gives|gave|returned|returns|threw|throws|failed|fails|crashed|crashes|broke|froze|hangs|hung|errored|stalled|timed out|rejects|rejected|bounced) (?:a |an |the |with |on |at |again|twice)/,
  ],
  // `Our API returns 429 under load`, `the projector shows error E7`: what is to be cured.
  [
    "my our the this",
    /^(?:my|our|the|this) (?:\S+ ){1,6}(?:(?:returns?|throws?|shows?|gives?|reports?|spits out|answers with) (?:a |an |the |only |just |me )?(?:\d|errors?\b|code\b|blank|nothing|null|undefined|nan\b|e\d)|(?:has )?(?:stopped|quit) working\b|(?:will|does|do) not (?:start|boot|load|open|turn on|switch on|compile|build|print|charge|connect|respond)\b|keeps? (?:crashing|freezing|restarting|failing|jamming|beeping|dropping|disconnecting|rebooting|timing out)\b)/,
  ],
  // `I'm only on season two`: how far one is.
  [
    "i we + am are",
    /^(?:i|we) (?:am|are) (?:only |just |still |already |now )*(?:on|at|in) (?:season|chapter|page|episode|level|step|part|round|verse|lesson|unit|stage|volume|act)\b/,
  ],
  // `Otherwise I do it by hand`: what comes else.
  [
    "otherwise or else",
    /^(?:otherwise|or else|else) ,? ?(?:i|we) (?:do|will|go|take|call|ask|order|cancel|leave)\b/,
  ],
  // `I get such things all the time`: it only points.
  [
    "such these those that this",
    /\b(?:such|these|those|(?:that|this) (?:kind|sort) of) (?:things?|cases?|questions?|requests?|mails?|letters?|calls?)\b/,
  ],
  // `Number 7 and 8 are both in the kitchen`: of an answer's parts.
  [
    "number no item line row step point question option slide page column cell paragraph example chapter",
    /^(?:number|no|item|line|row|step|point|question|option|slide|page|column|cell|paragraph|example|chapter) \d/,
  ],
  // `no stock in the house`: what is missing at the moment.
  [
    "no",
    /^no \S+(?: \S+)? (?:in the (?:house|fridge|freezer|shop|store|cupboard|kitchen|pantry)|left|here|at home|in stock|to hand|around)\b/,
  ],
  // `I once owned a bakery`, `I split up last year`: what is over.
  [
    "i we",
    /^(?:i|we) (?:have )?(?:once (?!a\b|every\b|per\b|in\b)|(?:split|broke|broken) up\b|(?:separated|divorced)\b)/,
  ],
  // `Otherwise I'm up all night`, `I get lost otherwise`: what would be.
  ["otherwise", /^otherwise\b|\botherwise$/],
  // `allergic to Mondays`: a figure of speech.
  [
    "allergic at",
    /\ballergic to (?:mondays?|work|meetings?|nonsense|change|stress)\b|\bat heart\b/,
  ],
];
const IDLE = new CuedPatterns(IDLE_TALK);

/** `sin conejo, que no hay`, `sans beurre, il n'y en a plus`: what is left out of this one thing. */
const WITHOUT =
  /^(?:please |por favor |bitte )?(?:sin|sans|ohne|sem|without)\b|^(?:que )?(?:no (?:hay|quedan?)|il n' ?y (?:en )?a (?:plus|pas)|es gibt (?:hier |da |gerade )?keine?|não (?:tem|há) mais)\b/;
const LASTING =
  /(?<!\p{L})(?:always|never|every|immer|nie|jede[rsnm]?|siempre|nunca|cada|toujours|jamais|chaque|sempre)(?!\p{L})/u;

/** A stretch that ends so was cut in the middle. */
const CUT = /^(?:to|of|with|for|in|on|at|by|the|a|an|and|or|but|from|my|our|your)$/;

/** `ficou ótimo esse resumo`, `das ist super geworden`: praise of one answer. */
const PRAISE_ABROAD =
  /(?<!\p{L})(?:ficou|ficaram|tá|está|quedó|quedaron|ha quedado|está quedando|c'est|ist|sind|klingt|sieht|suena|parece)(?!\p{L}).{0,30}?(?<!\p{L})(?:ótim[oa]s?|lind[oa]s?|bonit[oa]s?|perfeit[oa]s?|legal|show|incrível|genial|perfect[oa]s?|estupend[oa]s?|fantástic[oa]s?|muy bien|super|toll|schön|prima|klasse|perfekt|gelungen|parfait|génial|très bien|nickel|superbe)(?!\p{L})/u;

/** `やっと金曜日だ`, `por fin es viernes`, `was für ein Tag`: small talk about the day. */
const SMALL_TALK_ABROAD =
  /^(?:endlich|por fin|al fin|enfin|finalmente|vivement|やっと|ついに|とうとう|もう|终于|总算) ?(?:ist |es |c' ?est |é )?(?:\S+ ?)?(?:wochenende|freitag|feierabend|urlaub|viernes|vacaciones|finde|week-end|vendredi|vacances|sexta|sexta-feira|férias|feriado|[月火水木金土日]\S*曜|週末|休み|连休|周[一二三四五六末]|星期|放假|下班)|^特に(?:ない|なし|ありません|無)|^je (?:suis|serai) (?:au|en|dans|à) .{2,16} là$|^(?:was für ein|qué|quelle|que|nossa,? que) (?:\p{L}+ )?(?:tag|woche|hitze|día|semana|calor|frío|journée|semaine|chaleur|dia|frio)$/u;

/** Whether the folded words of a unit in another language praise an answer, or pass the time of day. */
export function isIdleAbroad(folds: readonly string[]): boolean {
  const said = folds.join(" ");
  return folds.length <= 10 && PRAISE_ABROAD.test(said) ||
    SMALL_TALK_ABROAD.test(
      /[\p{Script=Han}\p{Script=Hiragana}]/u.test(said) ? folds.join("") : said,
    );
}

/** Whether the folded words of a unit, in any language, leave something out for once. */
export function isLeftOut(folds: readonly string[]): boolean {
  const said = folds.join(" ");
  return WITHOUT.test(said) && !LASTING.test(said);
}

/** Whether the folded words of a unit tell nothing. */
export function isIdle(folds: readonly string[]): boolean {
  const said = folds.join(" ");
  return CUT.test(folds.at(-1) ?? "") || IDLE.exec(said, gateWords(said)) !== null;
}

/** Numbers behind a colon that make what stands in front of it a heading. */
const LEAST_FIGURES = 3;

/**
 * `Answer with yes or no: is …?`, `Into Swedish: '…'`: an order about what stands behind the colon;
 * `Revenue per quarter: Q1 118,400, Q2 …`: a heading.
 */
export function introduces(sentence: Sentence, unit: Unit): boolean {
  const { tokens } = sentence;
  if (tokens[unit.to - 1]?.text !== ":") return false;
  const next = sentence.clauses.find(({ from }) => from >= unit.to);
  return next?.mood === "question" || tokens[unit.to]?.kind === "mask" ||
    tokens.slice(unit.to).filter(({ kind }) => kind === "number").length >= LEAST_FIGURES;
}
