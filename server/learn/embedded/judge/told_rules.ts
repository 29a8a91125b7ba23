/**
 * What the judge holds for a rule for the assistant.
 *
 * @module
 */

import { textOf } from "../rules/values.ts";
import { conditionTrigger } from "../signals/condition_trigger.ts";
import { FOR_NOW, NEXT_STEP } from "../signals/evidence/moment.ts";
import { type Context, spanOf } from "../signals/finding.ts";
import { capital } from "../signals/forms/form.ts";
import { contentOf, type Instruction, instructionIn } from "../signals/instruction.ts";
import { toPlaybook } from "../signals/playbook_finding.ts";
import { isSaidBefore, pushbacksIn } from "../signals/pushback.ts";
import { OUTPUTS } from "../lexicon/things.ts";
import { outputTrigger } from "../signals/output_trigger.ts";
import { POINTING } from "../signals/rule_trigger.ts";
import { EVERY_ANSWER, requestTrigger, topicTrigger } from "../signals/topic.ts";
import { THIRD_FORMS } from "../lexicon/verbs_abroad.ts";
import { INSTRUCTION_WORDS } from "../rules/languages/instructions.ts";
import { splitFront, topicAbroad } from "../rules/languages/fronts.ts";
import { stripped } from "../signals/language_rules.ts";
import type { Finding, Lang, PlaybookFinding, ReadTurn, Sentence } from "../types.ts";
import {
  CHANGE,
  doubtful,
  type Judged,
  LEAST,
  LEAST_BESIDE,
  pointsAway,
  saysEnough,
  sureOfRule,
} from "./judged.ts";
import { placedUnit, tellsWhy } from "./told_placed.ts";
import { coreOf } from "./told_text.ts";
import type { Unit } from "./units.ts";

/** A rule that was read, and what it becomes with what it points at. */
export interface FullerRule {
  readonly instead: Finding;
  readonly rule: PlaybookFinding;
}

/** `Keep that in mind`: it speaks of what was said beside it. */
const EMPTY_RULE =
  /^(?:please )?(?:(?:keep|bear) (?:that|it|this) in mind|(?:strike|scratch|delete|remove|scrub|cross|take|drop|erase|wipe) (?:that|it|this|them)(?: (?:out|off))?(?: (?:from|of|off) (?:your|the|my) (?:notes?|list|files?|records?|memory|profile))?|(?:remember|note|mind|consider) (?:that|it|this)(?: down)?|take (?:that|it|this) into account|(?:plan|work|act) (?:with|around) (?:that|it)(?: in mind)?|do (?:that|it|this|so)|that is (?:most |very |so |ever so |too |\S+ly )?(?:kind|nice|good|better|thoughtful|helpful|it|all)(?: of you)?|if (?:it|that) .{1,40}|if you (?:can|could|do not|would|like) ?.{0,20}|sorry.{0,30}|thank.{0,30}|(?:siempre|immer|toujours|sempre) (?:así|so|comme (?:ça|cela)|assim)|(?:así|assim|comme ça) (?:siempre|sempre|toujours)|(?:each|every) (?:single )?time|por favor|bitte|danke|gracias|obrigad[oa]|merci|s.il (?:te|vous) pla[iî]t)$/i;

/** `I'd rather you didn't use …`. */
const RATHER_NOT =
  /^the user would (?:much |really )?(?:rather|prefer|prefer it if|like it better if) you (?:did|do) not (?=\w)/i;

/** Texts that are no rule by themselves. */
const NO_RULE: readonly RegExp[] = [
  // `Same for every invoice`: it points at what was said before.
  /^(?:the )?same (?:for|goes|applies|with|in|on|story|thing)\b/i,
  // `Most of what I send you is about money` tells of the talk.
  /^(?:most|much|all|some|half|a lot|part|everything|nothing)(?: of)? (?:what|that|which|the things) (?:the user|we|i) /i,
  // `Mesmo sem nunca perder`: a wonder.
  /^(?:mesmo|aun|même|selbst|sogar) (?:sem|sin|sans|ohne)(?!\p{L})/iu,
  // `B could be split`: of an answer's parts.
  /^[a-h] (?:could|can|is|was|should|would|has)\b/i,
  // `Not doubled classes`: half of a correction.
  /^not (?!before|after|on|at|in|until|more|less|over|under|just|only|for|to|without)(?:\S+ ?){1,3}$/i,
  // `… like that` points away.
  /\blike (?:that|this)(?: is| was)?$/i,
  // `Wait no`, `that does not work`: the answer is turned down, and nothing said of the next.
  /^(?:(?:oh|no|nope|wait|hang on|hold on|sorry|whoops|oops|never mind|come on|please) ?)+$|^(?:that|this|it) (?:(?:does|do|will|would|can) not|won't|never) (?:work|do|fit|suit|help)\b/i,
  // `Another loop for sunday`, `you know that the user likes it`: one more, and a reminder.
  /^(?:and )?(?:another|one more|same again)\b|^you (?:already )?know\b/i,
  // `Do comparisons that way`: it points at what was said beside it.
  /\b(?:that|this) way$/i,
  // `Always, Oslo has no screen`: the end of one sentence and the ground of it.
  /^(?:always|never|every time|each time|please),/i,
  // `A number without its year tells the user nothing`: a complaint.
  /^(?:an?|one|any|just) [^,;]*\b(?:tells?|gives?|says?|means?|helps?) (?:to )?(?:the user|us|nobody|anyone) (?:nothing|little|not much|anything)$/i,
  // `Anything near the station would be best`, `get it right in the certificate`: of the thing at hand.
  /^(?:so )?(?:anything|something|somewhere|anywhere) .{3,60} would be (?:best|great|ideal|perfect|good|fine|nice|lovely)$|^get (?:it|this|that|them) right\b/i,
  // `Last time you suggested a bakery`: what was.
  /^(?:last (?:time|week|month)|the other (?:day|week)|yesterday),? you \w+(?:ed|d|t|ve|ote)\b/i,
  // `No more` of what?
  /^no (?:more|less|fewer|thanks)$/i,
  // `Way too many`: a complaint.
  /^(?:(?:that|this|it) is |still |again |just )*(?:way |far |much |a (?:bit|lot|little) )*too (?!bad\b)\S+(?: for (?:the user|us|that|this|one \S+))?$/i,
  // `Group sessions put the user right off`: a dislike.
  /\b(?:puts?|drives?|makes?|bores?|scares?|stresses|sends?) (?:the user|me) (?:right |really |completely |totally |quite )?(?:off|mad|crazy|nuts|sick|ill|cry|sleepy|nervous|anxious|angry|furious|dizzy|stiff|to (?:tears|death|sleep)|up the wall)$/i,
  // `Forty steps are not 'a stroll'`: an objection without its remedy.
  /^.{3,60} (?:is|are|was|were) not ['"\u201c]/i,
  // `Or post you the map`: the user offers something.
  /^(?:or )?(?:post|send|give|bring|show|load|email|mail|read) you\b/i,
  // `The user gets up too often` tells of them.
  /^the user (?!needs?\b|means?\b|wants?\b|would\b|expects?\b|likes?\b|prefers?\b|has to\b|must\b|ask|trusts?\b|relies\b|can only\b|can not\b|cannot\b|always\b|never\b|only\b|does not\b)/i,
  // `When I say no I mean no`.
  /^when the user says .{1,30} the user (?:does not |never )?means?\b/i,
  // `In general the user never uses them`: what, was said before.
  /^(?:in general,? |generally,? )?the user (?:never|always|only) \w+ (?:them|it|that|those|these)$/i,
  // `Unless the user gets the visa, the user stays in Quito`: a case of their own life.
  /^(?:unless|if|once|when|whenever|until|as soon as|should) the user .{3,80}, (?:then )?the user (?!needs?\b|wants?\b|would\b|expects?\b|likes?\b|prefers?\b|only\b|means?\b|has to\b)/i,
  // `Four hundred people think that their lift is broken`: what came of the mistake.
  /^(?:now )?(?:\S+ ){1,8}(?:thinks?|believes?|assumes?|wonders?) (?:that )?(?:their|the|we|the user|i|it|they|there)\b/i,
  // `That is what the journal wants`, `The user likes how you put it`: the ground, and praise.
  /^(?:that|this|it) is (?:exactly |just )?what .{1,40} (?:wants?|needs?|likes?|asks? for|asked for|expects?|prefers?)$|^the user (?:really |quite )?(?:likes?|loves?) (?:how|the way|what|that) you\b/i,
  // `Not be stuck with leftovers`: the end of a wish.
  /^not be\b/i,
  // `No number under the last one`: what is missed.
  /^(?:again )?no (?:\S+ ){1,4}(?:under|in|on|at|with|for) (?:the|this|that|your) (?:last|latest|previous)\b/i,
  // `Quote me a price`: what is wanted now.
  /^(?:quote|give|send|show|find|make|draft|get|write|read|sing|bring|order|buy|fetch|pick|recommend|suggest|name|tell) the user (?:an?|one|some|\d+|two|three|four|five|six|ten)(?: (?!only\b|first\b|at\b|per\b|with\b|max\b)[\w-]+){1,3}$/i,
  // `Miles or kilometres`: a choice, in front of its question.
  /^(?:\S+ ){1,2}or (?:\S+ ?){1,2}$/i,
  // `For odd words` is none yet.
  /^(?:for|with|in|on|at) (?:\S+ ?){1,3}$/i,
  // `Immer in Eile, so ist das Leben`: a sigh.
  /, (?:so ist (?:das|es)|así es (?:la vida|esto)|c'est la vie|é a vida|assim é)(?!\p{L})|^(?:immer|siempre|toujours|sempre) (?:in eile|con prisa|pressée?|com pressa|müde|cansad[oa])/iu,
  // `When I ask the kids to tidy up, I want them to do it`
  /^(?:when|whenever|if) the user (?:asks|tells) (?:the|his|her|their) .*, the user (?:wants|needs|expects) (?:him|her|them|it|everyone|everybody) to\b/i,
  // `Note for the future: …` opens what is told.
  /^note (?:for|to) \S+(?: \S+)?$/i,
  // `Never again will I fly with them`
  /^never (?:again |before |ever )?(?:will|would|did|do|have|had) (?:the user|i|we)\b/i,
  // `The plain ticket will do`: the one thing at hand.
  /^(?:the|that|this|my) (?:\S+ ){1,4}will do$/i,
  // `Only my gran calls me that, Bea will do`: a name.
  /(?:^|, )\p{Lu}\p{L}+ will do$/u,
  // A request of the moment in Chinese.
  /^(?:帮我|请帮我|给我|麻烦|请给我)(?!.*(?:以后|每次|总是|都|凡是))/,
];

/** What goes on with the half before it. */
const GOES_ON = /^(?:not|never|no|but|only|without|at most|max)\b/i;

/** What was done, and went wrong. */
const DONE =
  /^(?:(?:that|this|it|those|they) (?:went|was|were|came|got|has|did|looks|looked|reads)|you (?:just |only |have |again )?(?!need)\w+ed)\b/i;

/** Words that make an order more than a wish of the moment. */
const STANDING =
  /(?<!\p{L})(?:always|never|every|each|any|all|when(?:ever)?|if|from now on|in future|immer|nie|niemals|jede[rsnm]?|alle[rsnm]?|wenn|künftig|ab (?:jetzt|sofort)|siempre|nunca|cada|tod[ao]s?|cuando|si|a partir de|toujours|jamais|chaque|tou(?:te)?s|quand|désormais|sempre|quando|se)(?!\p{L})|いつも|毎回|必ず|今後|これから|常に|以后|每次|每个|每天|总是|永远|都|凡是/u;

/** What else makes one of a unit in another language: bans, duties, wants. */
const ORDERLY =
  /(?<!\p{L})(?:bitte|kein(?:e[nmrs]?)?|nicht|nur|muss|müssen|soll(?:en)?|gehör(?:t|en)|grundsätzlich|möchte|will|brauche|no|nada|sólo|solo|quiero|prefiero|necesito|debe[ns]?|hay que|ne|pas|rien|seulement|uniquement|veux|voudrais|préfère|faut|doit|doivent|não|só|apenas|quero|prefiro|preciso|deve[ms]?|precisa)(?!\p{L})|不要|别|不能|不许|必须|只|しない|やめて|禁止|なし|だけ|必要/u;

/** `Might I ask you to look up the number?`: a favour of the moment. */
const ASKED_KINDLY = /\b(?:might|may|could|can) i (?:ask|trouble|bother) you to\b/;

/** A question that is a wish. */
const POLITE = /\b(?:could|would|might|perhaps|maybe|may)\b/;

/** `Et si on retire d'abord les frais`: another case of the same question. */
const WHAT_IF = /^(?:et|y|e|und|and) (?:si|se|wenn|if)(?!\p{L})/u;

/** Whether a unit asks for more than this one thing. */
function isOrderly({ sentence, unit }: Judged): boolean {
  const blank = sentence.lang === "zh" || sentence.lang === "ja" ? "" : " ";
  const said = sentence.tokens.slice(unit.from, unit.to).map(({ fold }) => fold).join(blank);
  // `Failing log, can you spot the cause?`: what stands in front of a question asks for nothing.
  if (
    sentence.lang === "en" && (NEXT_STEP.test(said) || ASKED_KINDLY.test(said)) &&
    !STANDING.test(said)
  ) return false;
  if (sentence.lang === "en" && (sentence.terminator !== "?" || POLITE.test(said))) return true;
  // `我做过手术,不能跑步`: what the user cannot do.
  if (
    EVENT.test(said) || sentence.lang === "zh" && /^(?:所以|也)?(?:不能|不会|没法)/u.test(said) &&
      /^(?:因为)?我/u.test(sentence.said)
  ) return false;
  if (STANDING.test(said)) return !WHAT_IF.test(said);
  const whole = sentence.tokens.slice(0, unit.to).map(({ fold }) => fold).join(blank);
  return sentence.terminator !== "?" && ORDERLY.test(said) && !ONCE[sentence.lang]?.test(whole);
}

/** `Wenn du fertig bist, sag mir Bescheid`: it comes once. */
const EVENT =
  /^(?:wenn|sobald) du (?:\p{L}+ ){0,3}(?:fertig|so ?weit|durch|zurück|da|wach) (?:bist|damit)|^(?:wenn|sobald) du (?:mir |uns )?(?:den|das) \p{L}+ (?:hast|schickst|gefunden hast|fertig hast)|^(?:cuando|en cuanto) (?:lo |la )?(?:termines|acabes|tengas listo|llegues|puedas|estés list[oa])(?!\p{L})|^(?:quand|dès que) tu (?:as |auras |en as )?(?:fini|terminé|es prêt|peux|arrives|seras prêt)|^(?:quando|assim que) (?:você )?(?:terminar(?:es)?|acabar(?:es)?|chegar(?:es)?|puder(?:es)?|estiver(?:es)? pront[oa])(?!\p{L})/iu;
/** `Quand il pleut`: a condition without what holds then. */
const ONLY_WHEN = /^(?:wenn|falls|quand|lorsque|cuando|quando|si|se) [^,;:]*$/iu;

/** `Nunca comi`, `nunca usé`: what somebody did. */
const PAST_OF_SELF: Readonly<Partial<Record<Lang, RegExp>>> = {
  es: /^(?!así$|aquí$|ahí$|allí$|té$|café$)\p{L}+[éí]$/iu,
  pt: /^(?!ali$|aqui$)\p{L}+(?:e|[^aeou])i$/iu,
};

/** `Siempre voy en autobús`: what somebody does themself. */
function isOfSelf(text: string, lang: Lang): boolean {
  const verb = /^(?:(?:siempre|sempre|nunca|casi|quase|no|não|me|yo|eu) )*(\p{L}+)/iu.exec(text)
    ?.[1];
  return (lang === "es" || lang === "pt") && verb !== undefined &&
    (THIRD_FORMS[lang]?.has(verb.toLowerCase()) === true ||
      PAST_OF_SELF[lang]?.test(verb) === true);
}

/** `Schreib mir bitte eine Mail an …`, `Mets l'image un peu plus claire`: one thing, made once. */
const ONCE: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(?:bitte )?(?:schreib|schick|mach|erstell|such|buch|bestell|sag|ruf|stell|übersetz|druck|lies|fass|setz|änder|kürz|nimm|gib|zeig|trag)\p{L}{0,2} (?:(?:mir|uns|ihm|ihr|ihnen|bitte|mal|doch|schnell|kurz) )*(?:eine?[nm]? (?!\p{L}+ (?:dazu|darunter|davor))|den |das |die \p{L}+ (?:etwas|ein)|diese[ns]? |es |herrn? |frau )/u,
  es:
    /^(?:por favor )?(?:haz|pon|escribe|envía|manda|cambia|mueve|recorta|traduce|resume|busca|reserva|pide) (?:(?:me|le|la|lo) )?(?:el|la|este|esta|un|una) /u,
  fr:
    /^(?:mets|fais|écris|envoie|change|coupe|traduis|résume|cherche|réserve|rends|agrandis|réduis)(?:-\p{L}+)? (?:l[ea] |l' ?|cette |ce |cet |une? )/u,
  pt:
    /^(?:por favor )?(?:faz|faça|põe|ponha|coloque|coloca|escreve|escreva|envia|envie|manda|mande|muda|mude|corta|corte|traduz|traduza|resume|resuma|busca|busque|reserva|reserve|deixa|deixe) (?:o|a|este|esta|esse|essa|um|uma) /u,
  zh: /^(?:请|麻烦)?(?:把|将)(?:这|那|图|它|上面|刚才)/u,
  ja: /^(?:この|その|画像|写真|今の|さっき|上の)/u,
};

/** `「…」を丁寧な文にして`: what is to be done with a quoted text, once. */
function isTextTask({ sentence, unit }: Judged): boolean {
  const tokens = sentence.tokens.slice(unit.from, unit.to);
  return tokens.some(({ kind }) => kind === "mask") &&
    !STANDING.test(tokens.map(({ fold }) => fold).join(" "));
}

/** `Just this once, no bullet points`. */
const JUST_ONCE = /\b(?:just|only) (?:this|the) (?:once|one time)\b|\bthis (?:once|one time)\b/;

/** Letters of an answer, most. */
const ANSWER_LETTERS = 40;

/** `¿Vives en Madrid?` – `No, en Getafe`: an answer to a question, which holds for no other. */
function isAnswerAbroad(read: ReadTurn, rules: readonly Judged[], context: Context): boolean {
  const before = context.window[read.index - 1];
  return before?.turn.speaker === "assistant" && /[?？]\s*$/.test(before.text) &&
    read.text.length <= ANSWER_LETTERS && !STANDING.test(read.text) &&
    rules.every(({ sentence }) => sentence.lang !== "en");
}

/** `Bei Wegen keine Treppen` where the situation is already `Bei Wegen`. */
function withoutPlace(content: string, lang: Lang): string {
  const place = lang === "de" ? topicAbroad(content, lang) : "";
  return place !== "" && content.startsWith(`${place} `)
    ? capital(content.slice(place.length + 1))
    : content;
}

/** The rule of a turn: the units that are likely one, around a sure one. */
export function ruleOf(
  read: ReadTurn,
  judged: readonly Judged[],
  context: Context,
): PlaybookFinding[] {
  const likely = judged.filter((entry) => sureOfRule(entry) >= LEAST_BESIDE);
  const rules = likely.filter(({ isEcho }) => !isEcho);
  if (rules.every(pointsAway) || isAnswerAbroad(read, rules, context)) return [];
  const top = likely.filter((entry) => !isTextTask(entry) && isOrderly(entry))
    .toSorted((a, b) => sureOfRule(b) - sureOfRule(a))[0];
  // What is told beside it says that it is of the moment.
  if (
    top !== undefined &&
    (top.least > LEAST && FOR_NOW.test(top.sentence.said) || JUST_ONCE.test(top.sentence.said))
  ) return [];
  if (top === undefined || sureOfRule(top) < top.least) {
    context.declined.push(...rules.map((entry) => doubtful(read, entry, "playbook")));
    return [];
  }
  const units = rules.map((entry) => ({
    entry,
    text: entry === rules[0]
      ? ruleText(entry.sentence, entry.unit)
      : furtherText(entry.sentence, entry.unit),
  })).map(({ entry, text }) => ({
    entry,
    text: text.replace(/,? as the user (?:already )?(?:said|told you)(?: before)?$/i, "")
      .replace(RATHER_NOT, "Do not "),
  }))
    .filter(({ text }) =>
      text.length > 2 && !isOfSelf(text, top.sentence.lang) &&
      !(ONLY_WHEN.test(text) && splitFront(text, top.sentence.lang) === null) &&
      !EMPTY_RULE.test(text) && !NO_RULE.some((no) => no.test(text))
    );
  // `That went to all sixty drivers!`: what was done, beside what is to be done.
  const told = units.length > 1 ? units.filter(({ text }) => !DONE.test(text)) : units;
  const orders = told.filter(({ entry: { sentence, unit } }) => orderIn(sentence, unit) !== null);
  // `Customers read that. Notes belong in the other one`: the statement is the ground of the order.
  const grounds = orders.length === 0
    ? []
    : told.filter((one) => !orders.includes(one) && tellsWhy(one.entry.sentence, one.entry.unit));
  const kept = told.filter((one) => !grounds.includes(one));
  const first = kept[0]?.entry ?? top;
  // `Three exercises tops whenever you make me a routine`: the condition says where it holds.
  const where = orderIn(first.sentence, first.unit) === null
    ? placedUnit(first.sentence, first.unit)
    : null;
  const content = kept.map(({ text, entry }, at) =>
    at > 0 || where === null
      ? at > 0 && entry.sentence.tokens[entry.unit.from]?.fold === "then"
        // `date first, then place`: the order of steps stays with them.
        ? `, then ${text.charAt(0).toLowerCase()}${text.slice(1)}`
        : at > 0 && entry.sentence === kept[at - 1]?.entry.sentence && GOES_ON.test(text)
        // `Use pnpm, not npm`: the other half of the same order.
        ? `, ${text.charAt(0).toLowerCase()}${text.slice(1)}`
        : `${at === 0 ? "" : "; "}${text}`
      : capital(textOf(first.sentence, where.from, where.to, { person: "rule" }))
  ).join("");
  // `I love your jokes, but not in emails to clients`: of what, stands in another unit.
  if (!saysEnough(content, context) || /^not (?:in|on|at|for|with|to|from)\b/i.test(content)) {
    return [];
  }
  const placed = kept.length === 1 ? splitFront(content, top.sentence.lang) : null;
  const finding = toPlaybook({
    detector: "D9",
    read,
    sentence: top.sentence,
    trigger: capital(
      placed?.front || where?.trigger || topicAbroad(content, top.sentence.lang) ||
        triggerOf(read, first, context),
    ),
    content: placed === null ? withoutPlace(content, top.sentence.lang) : capital(placed.order),
    rationale: capital(
      grounds.map(({ text }) => text).join("; ").replace(/^otherwise /i, ""),
    ) || null,
    base: Math.round(100 * sureOfRule(top)),
    adjust: [],
    spans: rules.map(({ sentence, unit }) => spanOf(read, sentence, unit, "cue")),
    scope: "none",
    change: CHANGE.test(
      read.sentences.flatMap(({ tokens }) => tokens.map(({ fold }) => fold)).join(" "),
    ),
    repeated: pushbacksIn(context.window, read.index).some(({ repeated }) => repeated) ||
      read.sentences.some((entry) => isSaidBefore(entry)),
  }, context);
  return finding === null ? [] : [finding];
}

/** `Our prices are in the order book, look there`: the rule that was read gets what `there` means. */
export function fullerRule(
  found: readonly Finding[],
  judged: readonly Judged[],
): FullerRule | null {
  const rules = found.filter((entry) => entry.kind === "playbook");
  const [rule] = rules;
  if (rule === undefined || rules.length > 1 || !/\bthere\b/i.test(rule.content)) return null;
  const meant = judged.find((entry) =>
    sureOfRule(entry) >= LEAST && !entry.isEcho && !pointsAway(entry) &&
    rule.offset >= entry.sentence.start && rule.offset < entry.sentence.end
  );
  if (meant === undefined) return null;
  const { content } = rule;
  const text = `${ruleText(meant.sentence, meant.unit)}; ${content.charAt(0).toLowerCase()}${
    content.slice(1)
  }`;
  return { instead: rule, rule: { ...rule, content: text } };
}

function ruleText(sentence: Sentence, unit: Unit): string {
  const { from, to } = coreOf(sentence, unit);
  const instruction = orderIn(sentence, unit);
  if (
    instruction !== null &&
    (instruction.head.at <= from + 1 || /^(?:polite|suggestion)$/.test(instruction.head.form) ||
      (instruction.condition?.from ?? Infinity) <= from + 2)
  ) return contentOf(instruction);
  const said = textOf(sentence, from, to, { person: "rule" });
  const abroad = INSTRUCTION_WORDS[sentence.lang];
  return capital(abroad === undefined ? said : stripped(said, abroad));
}

/** `…, but if it's just a flaky test, rerun it`: the case of a later order stays with it. */
function furtherText(sentence: Sentence, unit: Unit): string {
  const condition = orderIn(sentence, unit)?.condition ?? null;
  const { from, to } = coreOf(sentence, unit);
  if (condition === null || !/^(?:if|when|unless)$/.test(condition.opener)) {
    return ruleText(sentence, unit);
  }
  return capital(textOf(sentence, from, to, { person: "rule" }));
}

/** The order that a unit gives, if it gives one. */
function orderIn(sentence: Sentence, unit: Unit): Instruction | null {
  return sentence.lang === "en" ? instructionIn(sentence, unit.from, unit.to) : null;
}

/** `Our minutes have to fit on one page`: the pieces that are spoken of. */
function pieceTrigger({ folds }: Sentence, { from }: Unit): string {
  const piece = folds[from + 1] ?? "";
  return /^(?:our|my|all)$/.test(folds[from] ?? "") && OUTPUTS.has(piece) &&
      /[^s]s$/.test(piece) && /^(?:have|need|must|should|are)$/.test(folds[from + 2] ?? "")
    ? outputTrigger(piece)
    : EVERY_ANSWER;
}

function triggerOf(read: ReadTurn, { sentence, unit }: Judged, context: Context): string {
  const abroad = INSTRUCTION_WORDS[sentence.lang];
  if (abroad !== undefined) return abroad.trigger;
  const instruction = orderIn(sentence, unit);
  const when = instruction !== null && instruction.condition !== null
    ? conditionTrigger(instruction)
    : "";
  // `Before it is submitted`: what, the request tells.
  if (when !== "" && !POINTING.test(when)) return when;
  const asked = requestTrigger(context.window, read.index);
  if (asked !== "" || when !== "") return asked || when;
  return instruction === null ? pieceTrigger(sentence, unit) : topicTrigger(instruction);
}
