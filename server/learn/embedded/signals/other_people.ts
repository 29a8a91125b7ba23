/**
 * Whose fact it is, in the languages whose cues need no pronoun of the first person.
 *
 * @module
 */

import type { Lang, ReadTurn, Sentence } from "../types.ts";
import { wordSet } from "../lexicon/words.ts";
import type { PatternMatch } from "../rules/pattern.ts";

/** The words before a cue that make the fact somebody else's. */
const OTHERS: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?:^|\s)(?:ist|sind|hat|haben|war|er|sie)(?:\s|$)/i,
  es: /(?:^|\s)(?:es|está|son|él|ella|ellos|mi|su|nuestr[oa]|el|la|los|las)(?:\s|$)/i,
  fr: /(?:^|\s)(?:est|sont|il|elle|ils|elles|on|mon|ma|mes|son|sa|notre|le|la|les)(?:\s|$)/i,
  pt: /(?:^|\s)(?:é|está|são|ele|ela|eles|meu|minha|seu|sua|nosso|nossa|o|a|os|as)(?:\s|$)/i,
  zh:
    /(?:妹|弟|姐|哥|妈|爸|母亲|父亲|妻子|丈夫|太太|爱人|老公|老婆|儿子|女儿|孩子|朋友|同事|老板|邻居|奶奶|爷爷|老师|经理|客户|客人|家人|室友|学生|病人|他|她|你|谁|人们|大家)/,
  ja:
    /(?:人|さん|様|さま|君|ちゃん|妹|弟|姉|兄|母|父|妻|夫|息子|娘|友達|友人|友だち|親友|知人|同僚|先輩|後輩|大家|いとこ|おじ|おば|甥|姪|上司|社長|部長|客|彼|彼女|子供|子ども|先生|祖母|祖父|両親|生徒|患者|あなた)[^はが]{0,4}[はが]/,
};
/** The user as the subject, or the object of a liking. */
const OWN: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?:^|\s)(?:ich|wir|mir|mich|uns)(?:\s|$)/i,
  es:
    /(?:^|\s)(?:yo|me|nos|soy|vivo|trabajo|tengo|(?!qué|café|bebé|comité|josé|chalé)\p{L}{2,}é)(?:\s|$)/iu,
  fr: /(?:^|\s)(?:je|j'|moi|nous|me|m')/i,
  pt: /(?:^|\s)(?:eu|me|nos|sou|moro|trabalho|tenho|\p{L}{2,}ei)(?:\s|$)/iu,
};

/** `los jueves`, `le mardi soir`, `até sexta`: an article before a time is nobody. */
const TIME_FRONT =
  /(?<!\p{L})(?:(?:hasta|desde|a partir de|até|desde|jusqu'à|jusqu'au|dès|pendant|durante|todos|tous|toutes) )?(?:el|la|los|las|le|les|o|a|os|as|às|aos|ao|no|na|nos|nas) (?:próxim[oa]s? |prochaine?s? )?(?:fi[mn](?:al)? (?:do|da|de|del|du|de la) (?:mês|ano|semana|mes|año|mois|année|semaine)|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|fin(?:es)? de semana|mañanas?|tardes?|noches?|semana|mes|año|verano|invierno|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|week-ends?|matins?|soirs?|après-midi|nuit|semaine|mois|été|hiver|segundas?|terças?|quartas?|quintas?|sextas?|manhãs?|noites?|mês|ano|verão|inverno|fim de semana|fins de semana|\d{1,2})(?:-feiras?)?(?!\p{L})/giu;

/** A denial right before the cue: `ya no trabajo …`, `je ne parle …`. */
const DENIED: Readonly<Partial<Record<Lang, RegExp>>> = {
  es: /(?:^|\s)(?:no|nunca|tampoco|jamás)\s*$/i,
  fr: /(?:^|\s)(?:ne|n')\s*$/i,
  pt: /(?:^|\s)(?:não|nunca|nem|jamais)\s*$/i,
  zh: /[不没别]$/,
};

/** `O gato morreu e adotamos …`: verbs of the first person open a thought of their own. */
const AND_I: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /\s(?:und|aber|denn)\s*$/i,
  es: /\s(?:y|e|pero)\s*$/i,
  pt: /\s(?:e|mas)\s*$/i,
};

/** `In meinem Roman: …`, `No relatório está escrito: …`: what is told is made up, or of others. */
const MADE_UP: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /(?:geschichte|roman|novelle|erzählung|gedicht|drehbuch|märchen|theaterstück|sketch|dialog|figur|rolle|songtext|liedtext)[^.:]{0,30}:|^\s*(?:in|im) (?:\S+ )?(?:roman|drehbuch|buch|film|hörspiel|gedicht|geschichte)[^.,]{0,20},|(?:heißt es|steht|schreibt|schrieb|stand)[^.:]{0,20}:/iu,
  es:
    /(?<!\p{L})(?:cuento|historia|novela|poema|guion|guión|relato|personaje|papel|diálogo|canción|fábula)(?!\p{L})[^.:]{0,30}:|^\s*en (?:\S+ )?(?:novela|guion|guión|cuento|libro|película|obra|poema)[^.,]{0,20},|(?:pone|dice|escribió|escrito|decía|pone que)[^.:]{0,20}:/iu,
  fr:
    /(?<!\p{L})(?:histoire|nouvelle|roman|scénario|poème|conte|personnage|rôle|dialogue|chanson|fable)(?!\p{L})[^.:]{0,30}:|^\s*dans (?:\S+ )?(?:roman|scénario|livre|film|nouvelle|pièce|poème|histoire|conte)[^.,]{0,20},|(?:écrit|dit|marqué|lit)[^.:]{0,20}:/iu,
  pt:
    /(?<!\p{L})(?:história|conto|romance|roteiro|guião|poema|personagem|papel|diálogo|canção|fábula|novela)(?!\p{L})[^.:]{0,30}:|^\s*(?:no|na|em) (?:\S+ )?(?:romance|roteiro|guião|livro|filme|conto|peça|poema|história)[^.,]{0,20},|(?:escrito|diz|escreveu|dizia|lê-se)[^.:]{0,20}:/iu,
  zh:
    /(?:小说|故事|剧本|诗|角色|台词|童话|歌词|对白)[^。:：]{0,10}[:：]|(?:小说|剧本|故事|书|电影)里[,，]?/,
  ja:
    /(?:小説|物語|脚本|詩|台詞|童話|歌詞|登場人物|主人公)[^。:：]{0,12}[:：は]|(?:小説|物語|映画|脚本)の中で/,
};

function isMadeUp(lang: Lang, before: string): boolean {
  return before.length > 4 && MADE_UP[lang]?.test(before) === true;
}

/** A verb in front of a noun: no word of time or ground, and not what who speaks is (`…大学生です`). */
const THOSE =
  /^(?:い?る|した|た|んだ)(?![^、。がはをにで]{1,8}(?:です|なので|ですが|だ)[。、]?)(?!時|頃|今|間|際|為|関係|都合|事情|以上|上|後|前)(?:お(?:店|客|宅|寺|子)|[\p{Script=Han}\p{Script=Katakana}])/u;

/** `スキーをしている人が多い`: those who do it, and not the user. */
function isOfThose(text: string, sentence: Sentence, match: PatternMatch): boolean {
  const at = sentence.tokens[match.cue.at(-1) ?? 0]?.end ?? sentence.end;
  return THOSE.test(text.slice(at, sentence.end));
}

/** Who speaks is named in the cue itself. */
const I = /^(?:ich|wir|yo|je|j'|m'|eu|nós)$/;

/** Whether the clause before a cue names somebody else as the one it is about. */
export function isOfAnother(read: ReadTurn, sentence: Sentence, match: PatternMatch): boolean {
  if (sentence.lang === "en" && (isQuoted(read, sentence, match) || isCaseNote(read, sentence))) {
    return true;
  }
  const others = OTHERS[sentence.lang];
  if (others === undefined) return false;
  const blanks = sentence.lang !== "zh" && sentence.lang !== "ja";
  const cued = sentence.tokens[match.cue[0] ?? 0]?.start ?? sentence.start;
  if (isMadeUp(sentence.lang, read.text.slice(sentence.start, cued))) return true;
  if (sentence.lang === "ja" && isOfThose(read.text, sentence, match)) return true;
  const told = blanks ? [...match.values.values()].map((range) => range.from) : [];
  const at = Math.max(0, Math.min(...match.cue.slice(0, 1), ...told));
  const clause = sentence.clauses.find((entry) => entry.from <= at && at < entry.to);
  const from = sentence.tokens[clause?.from ?? 0]?.start ?? sentence.start;
  const to = sentence.tokens[at]?.start ?? from;
  const before = read.text.slice(from, to).replace(TIME_FRONT, " ").replace(
    sentence.lang === "pt" ? /^\s*(?:o|a|os|as)\s*$/i : /^$/,
    "",
  );
  if (DENIED[sentence.lang]?.test(before) === true) return true;
  if (sentence.lang === "ja" && RUNS_ON_JA.test(read.text.slice(sentence.start, to))) return true;
  if (sentence.lang === "zh" && isRunOn(read.text.slice(sentence.start, to))) return true;
  if (blanks && match.cue.some((index) => I.test(sentence.tokens[index]?.fold ?? ""))) return false;
  if (AND_I[sentence.lang]?.test(before) === true) return false;
  if (TITLED.test(read.text.slice(sentence.start, to))) return true;
  return others.test(before) && OWN[sentence.lang]?.test(before) !== true;
}

/** `Mme Bardot, 81 ans, vit seule`: somebody named with a title stands in front. */
const TITLED =
  /(?<![\p{L}.])(?:Mme|Mlle|M\.|Monsieur|Madame|Frau|Herrn?|Sra?\.|Señora?|Senhora?|Doña|Dona) \p{Lu}[\p{L}-]+(?:, \d+ \p{L}+)?(?:,[^,]{1,40})*,\s*$/u;

/** `娘のさくらは五歳で、卵が食べられません`: the subject of the clause before runs on. */
const RUNS_ON_JA =
  /^(?:うちの|私の|我が家の)?(?:娘|息子|夫|妻|主人|旦那|母|父|祖母|祖父|姉|妹|兄|弟|子ども|子供|長男|長女|次男|次女|友人|友達|同僚)(?:の[^はが、]{1,6})?[はが](?:(?!私|僕|俺)[^。])*?(?<!の)[でてり]、(?!一番|上の|下の|長[男女]|次[男女])(?:(?!私|僕|俺|うち)[^。])*$/u;

/** `我妈身体很好,每天六点起床`: the subject of the clause before runs on. */
function isRunOn(before: string): boolean {
  const at = Math.max(before.lastIndexOf(","), before.lastIndexOf("，"));
  return at > 0 && !/[我咱]/.test(before.slice(at)) && FAMILY_FIRST.test(before);
}

const FAMILY_FIRST =
  /^(?:我|我们)?(?:的|家)?[大小]?(?:妹|弟|姐|哥|妈|爸|母亲|父亲|妻子|丈夫|太太|爱人|老公|老婆|儿子|女儿|孩子|朋友|同事|老板|邻居|奶奶|爷爷|外公|外婆|室友|男朋友|女朋友|同学|闺蜜|领导|客户|老师|房东|他|她)[^和跟与,，]*[,，]/;

const SAID_BEFORE =
  /(?<!\b(?:i|we|have) )\b(?:said|says|wrote|writes|texted|replied|answered|mailed|emailed|posted|told (?:me|us|him|her))\s*:|\b(?:novel|story|script|poem|scene|chapter|screenplay|sketch)\s*:/i;
const SAID_AFTER =
  /,\s(?:said|says|wrote|writes|replied|shouted|whispered|cried|sighed)\s(?:the|my|a|an|his|her|\p{Lu})/u;

/** `Bed 9, Mr Falk: no sugar`, `Case 207: the caller …`: a note on somebody who is looked after. */
const CASE_NOTE =
  /^[\s\p{P}]*(?:(?:bed|room|table|case|ticket|booking|file|berth|cabin|ward|flat|plot|order|claim|docket|dossier|application|referral|intake|incident|record) (?:(?:no\.?|file|number|note|record|ref\.?|reference|form|report) )?#?[\w-]*\d[\w/-]*|(?:mr|mrs|ms|miss|dr)\.? \p{L}+|(?:claimant|insured|borrower|policyholder|defendant|plaintiff|witness|suspect|pt|applicant|patient|caller|tenant|candidate|resident|pupil)(?= (?:is|has|lives|holds|wants|needs|eats|prefers|would|never|always|speaks|works|can|cannot|can't|does|doesn't|smokes|drinks|takes|reports|denies|says|owns|rents)\b)|(?:candidate|applicant|guest|patient|client|customer|tenant|pupil|student|caller|resident|child|member|visitor|passenger) (?:\p{Lu}\b|no\.? ?\d+|\d+|(?:in|on|at|of) (?:the )?(?:bed|room|table|ward|flat|unit|seat|berth|cabin|bay|apartment|group|class|number) [\w-]+))[^:]{0,40}(?::|\s(?:is|has|lives|holds|wants|needs|eats|prefers|would|never|always|speaks|works|can|cannot|does)\b)/iu;

/** Words of which such a note has one in front; the pattern is asked only then. */
const CASE_HEADS = wordSet(`
claim docket dossier application referral intake incident record bed room table case ticket booking file berth cabin ward flat plot order mr mrs ms miss dr candidate applicant guest
patient client customer tenant pupil student caller resident child member visitor passenger claimant insured borrower policyholder defendant plaintiff witness suspect pt
`);

/** Whether a sentence is a note on somebody else, told by who looks after them. */
export function isCaseNote(read: ReadTurn, sentence: Sentence): boolean {
  const { tokens } = sentence;
  const opens = (at: number) => CASE_HEADS.has(tokens[at]?.fold ?? "");
  if (!opens(0) && !opens(1) && !opens(2)) return false;
  return CASE_NOTE.test(read.text.slice(sentence.start, sentence.end));
}

/** `He said: I live in Oslo`, `We are lost, said the king`: words of somebody else without quotes. */
function isQuoted(read: ReadTurn, sentence: Sentence, match: PatternMatch): boolean {
  const at = sentence.tokens[Math.max(0, match.cue[0] ?? 0)]?.start ?? sentence.start;
  return SAID_BEFORE.test(read.text.slice(sentence.start, at)) ||
    SAID_AFTER.test(read.text.slice(at, sentence.end));
}
