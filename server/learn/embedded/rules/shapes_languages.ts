/**
 * Value checkers for the languages beside English.
 *
 * @module
 */

import { JOBS_BY_LANGUAGE } from "../lexicon/jobs_by_language.ts";
import { THIRD_FORMS } from "../lexicon/verbs_abroad.ts";
import type { Lang, Token } from "../types.ts";
import type { Shape, ValueRange } from "./shapes.ts";
import { tokensIn, tokensOf } from "./value_words.ts";

const isCjk = (value: ValueRange) => value.sentence.lang === "zh" || value.sentence.lang === "ja";

const ARTICLES = /^(?:ein|eine|einer|un|una|une|um|uma|le|la|el|o|a|des|als)$/;
const PREPOSITIONS =
  /^(?:in|bei|an|auf|im|aus|für|mit|en|de|del|con|chez|à|au|dans|em|no|na|nos|nas|num|numa|do|da|com|para|pra|por)$/;

/** `im Allgäu`, `dans le Jura`, `no Porto`. */
const IN_PLACE = /^(?:in|im|am|en|à|em|au|aux|dans|no|na|nos|nas)$/;
const PLACE_ARTICLE = /^(?:der|den|dem|le|la|les|el|los|las)$/;

/** What somebody is in a place without working there: new, alone, a guest, from a country. */
const NO_TRADE_WORD =
  /^(?:nuev[oa]|nov[oa]|nouveau|nouvelle|seul|seule|só|sol[oa]|feliz|estrangeir[oa]|extranjer[oa]|étranger|étrangère|turista|touriste|client|cliente|vegan[oa]?|végan|natural|né|née)$|(?:an[oa]|ien|ienne)$/;

/** What stands behind `in` and is no place: a time, a share of the day, a manner of speaking. */
const NO_PLACE =
  /^(?:teilzeit|vollzeit|rente|elternzeit|ausbildung|schichten|nachtschicht|frühschicht|schicht|moment|grunde|prinzip|herzen|hauptberuf|nebenberuf|wechsel|zweiten|dritten|ersten|jahr|jahre|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|winter|sommer|herbst|frühjahr|wochenende|abend|morgen|homeoffice|team|zeitarbeit|verdad|realidad|general|turno|turnos|noche|casa|prácticas|paro|excedencia|jour|journée|nuit|soirée|fait|général|vie|formation|congé|intérim|ligne|verdade|geral|realidade|noite|turno|dia|momento|momentos|formação|licença|tempo|equipe|equipo|équipe)$/;
const WORKPLACE_ARTICLE =
  /^(?:einer?|einem|der|dem|den|unserer|unserem|un|una|une|uma|um|el|la|los|las|le|les|l'|o|a)$/;
const INTO_PLACE =
  /^(?:in|im|am|an|bei|beim|auf|en|para|à|au|aux|dans|chez|em|no|na|nos|nas|num|numa|pour)$/;
const OF_PLACE = /^(?:de|del|da|do|das|dos|des|du|d')$/;

/**
 * One past the place that stands at `end`: a town, or a workplace with its article and the town
 * behind it (`in einer Papierfabrik in Görlitz`, `num hospital de Coimbra`); `end` where none does.
 */
function withPlace(value: ValueRange, end: number): number {
  const tokens = value.sentence.tokens.slice(value.from);
  const town = townAt(tokens, end);
  if (town > end) return Math.max(town, townAt(tokens, town));
  const house = workplaceAt(tokens, end, value.sentence.lang === "de");
  return house > end ? Math.max(house, townAt(tokens, house)) : end;
}

/** One past `in Görlitz`, `en el Ferrol`; `end` where no town stands there. */
function townAt(tokens: readonly Token[], end: number): number {
  const lead = tokens[end]?.fold ?? "";
  if (!IN_PLACE.test(lead) && lead !== "bei" && lead !== "auf") return end;
  const town = PLACE_ARTICLE.test(tokens[end + 1]?.fold ?? "") ? end + 2 : end + 1;
  return tokens[town]?.capital === true && !NO_PLACE.test(tokens[town]?.fold ?? "")
    ? afterName(tokens, town)
    : end;
}

/** One past a name of up to four words: `Frankfurt am Main`, `Rio de Janeiro`. */
function afterName(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  while (
    to - at < 4 &&
    (tokens[to]?.capital === true && tokens[to]?.kind === "word" ||
      /^(?:de|del|da|do|am|an|la|las|los)$/.test(tokens[to]?.fold ?? "") &&
        tokens[to + 1]?.capital === true)
  ) to++;
  return to;
}

/** One past a workplace with its article, and the town it is `of`; `end` where none stands. */
function workplaceAt(tokens: readonly Token[], end: number, german: boolean): number {
  const lead = tokens[end]?.fold ?? "";
  if (!INTO_PLACE.test(lead)) return end;
  let at = end + 1;
  const contracted = /^(?:im|am|beim|au|aux|no|na|num|numa)$/.test(lead);
  if (WORKPLACE_ARTICLE.test(tokens[at]?.fold ?? "")) at++;
  else if (!contracted) return end;
  if (german) {
    while (at < end + 4 && tokens[at]?.kind === "word" && !tokens[at]?.capital) at++;
    return tokens[at]?.capital === true && !NO_PLACE.test(tokens[at]?.fold ?? "")
      ? afterName(tokens, at)
      : end;
  }
  const noun = tokens[at];
  if (noun?.kind !== "word" || noun.fold.length < 3 || NO_PLACE.test(noun.fold)) return end;
  at++;
  const isOf = (from: number) => OF_PLACE.test(tokens[from]?.fold ?? "");
  const adjective = tokens[at]?.kind === "word" && !isOf(at) &&
    (isOf(at + 1) || townAt(tokens, at + 1) > at + 1);
  if (adjective && !JOINS.test(tokens[at]?.fold ?? "")) at++;
  for (let links = 0; links < 2 && isOf(at) && tokens[at + 1]?.kind === "word"; links++) {
    const next = PLACE_ARTICLE.test(tokens[at + 1]?.fold ?? "") ? at + 2 : at + 1;
    at = tokens[next]?.capital === true ? afterName(tokens, next) : next + 1;
  }
  return at;
}

/** Adverbs before an occupation, and words that join another thought to it. */
const NOW =
  /^(?:jetzt|nun|inzwischen|mittlerweile|übrigens|nämlich|nebenbei|hauptberuflich|eigentlich|selber|selbst|además|ahora|actualmente|maintenant|désormais|agora|atualmente|ja|auch|también|aussi|também|ich|devenu|devenue|redevenu|redevenue)$/;
const JOINS = /^(?:y|e|et|und|o|ou|oder|pero|mais|mas|aber|que|qui|,)$/;

/** An occupation of the sentence's language. */
export const foreignJob: Shape = (value) => {
  const words = JOBS_BY_LANGUAGE[value.sentence.lang];
  if (words === undefined) return null;
  const tokens = tokensOf(value);
  if (isCjk(value)) {
    const text = tokens.map((token) => token.text).join("");
    const bare = value.sentence.lang === "zh"
      ? text.replace(/^(?:一名|一个|一位|个|名)/, "")
      : text;
    if (words.not.has(bare) || bare.length > 10) return null;
    return words.list.has(bare) || words.ending.test(bare)
      ? { ...value, from: value.from + text.length - bare.length }
      : null;
  }
  let start = tokens.findIndex((token) => !NOW.test(token.fold));
  if (start < 0) return null;
  if (ARTICLES.test(tokens[start]?.fold ?? "")) start++;
  let end = tokens.findIndex((token, index) =>
    index > start &&
    (PREPOSITIONS.test(token.fold) || JOINS.test(token.fold) || token.kind === "punct") &&
    !(/^(?:de|da|do)$/.test(token.fold))
  );
  if (end < 0) end = tokens.length;
  const noun = value.sentence.lang === "de" && !value.sentence.lowerCase;
  const head = tokens.slice(start, end).find((token) =>
    (!noun || token.capital) &&
    !words.not.has(token.fold) &&
    (words.list.has(token.fold) || token.fold.length >= 6 && words.ending.test(token.fold))
  );
  // `Sou luthier em Coimbra`: with a place behind it, one word is a trade that no list has.
  const isNamedByPlace = head === undefined && end - start === 1 && townAt(tokens, end) > end &&
    !noun && !NO_TRADE_WORD.test(tokens[start]?.fold ?? "");
  const isLong = end - start > (tokens[start + 1]?.fold.startsWith("d") === true ? 6 : 4);
  if (head === undefined && !isNamedByPlace || isLong) return null;
  return { ...value, from: value.from + start, to: value.from + withPlace(value, end) };
};

const NO_TRADES =
  /^(?:noche|día|mañana|tarde|casa|lunes|nuevo|verdad|acuerdo|lejos|turno|casa|nuit|jour|dia|manhã|noite|hilfe|erster|letzter|beispiel|ejemplo|exemple|exemplo)$/;

/** Any trade after `arbeite als`: one to four words. */
export const foreignTrade: Shape = (value) => {
  if (NO_TRADES.test(tokensOf(value)[0]?.fold ?? "")) return null;
  if (isCjk(value)) return foreignJob(value);
  const tokens = tokensOf(value);
  const start = ARTICLES.test(tokens[0]?.fold ?? "") ? 1 : 0;
  let end = tokens.findIndex((token, index) =>
    index > start && PREPOSITIONS.test(token.fold) && !/^(?:de|da|do|del)$/.test(token.fold)
  );
  if (end < 0) end = tokens.length;
  return end > start && end - start <= 4
    ? { ...value, from: value.from + start, to: value.from + withPlace(value, end) }
    : null;
};

const BAD_PLACES =
  /^(?:Scheidung|Angst|Frieden|Hoffnung|Armut|Trennung|Sorge|Kontakt|Ruhe|Casa|Paz|Pareja|Paix|Couple|Ordem|Rente|Elternzeit|Urlaub|Teilzeit|Vollzeit|Ordnung|Eile)$/;

const NO_TOWN_ZH = /^(?:这|那|哪|家|学校|公司|海外)/;
const NO_TOWN_JA =
  /^(?:ここ|そこ|どこ|家|実家|学校|会社|海外|新居|新しい)|(?:家|部屋|ところ|場所)$/;
/** When somebody came, or from where: `去年、大阪から`. */
const BEFORE_TOWN =
  /^(?:(?:私|僕|俺|うち|家族|夫婦)[はで]、?)?(?:(?:先月|先週|最近|去年|昨年|今年|今月|今週|先日|昨日)(?:末|初め|の?[春夏秋冬])?|[春夏秋冬](?=[、に]))?[、に]?(?:.{1,5}から)?/;

/** A place: capitalised words; up to eight characters in Chinese and Japanese. */
export const foreignPlace: Shape = (value) => {
  const tokens = tokensOf(value);
  if (isCjk(value)) {
    const end = tokens.findIndex((token) => /^[的了吗呢吧，,和跟已]$/.test(token.text));
    const to = end < 0 ? tokens.length : end;
    const said = tokens.slice(0, to).map((token) => token.text).join("");
    const text = value.sentence.lang === "ja" ? said.replace(BEFORE_TOWN, "") : said;
    const from = value.from + tokensIn(value, said.length - text.length);
    const away = value.sentence.lang === "ja" ? NO_TOWN_JA : NO_TOWN_ZH;
    return to >= 1 && to <= 10 && text !== "" && !away.test(text)
      ? { ...value, from, to: value.from + to }
      : null;
  }
  let at = 0;
  while (
    at < tokens.length &&
    (tokens[at]?.capital === true ||
      at > 0 &&
        /^(?:de|del|la|las|los|der|am|an|im|sur|le|les|do|da|dos|em|en)$/.test(
          tokens[at]?.fold ?? "",
        ) && tokens[at + 1]?.capital === true)
  ) at++;
  if (
    at === 0 && value.sentence.lowerCase && tokens[0] !== undefined && tokens[0].fold.length > 3
  ) at = 1;
  const first = tokens[0]?.text ?? "";
  if (at === 0 || BAD_PLACES.test(first)) return null;
  return { ...value, to: value.from + at + companions(value, value.from + at) };
};

/** Words by which more of those who live there are told. */
const COMPANY =
  /^(?:et|y|e|und|nos|notre|mes|mon|ma|mis|mi|nuestr[oa]s?|meus?|minhas?|noss[oa]s?|meine[nmr]?|unsere[nmr]?|unserem|deux|trois|quatre|dos|tres|cuatro|dois|duas|três|zwei|drei|vier|fils|filles?|enfants?|hij[oa]s?|filh[oa]s?|kindern?|sohn|söhnen|tochter|töchtern|chien|chat|perro|gato|cachorro|hund|katze|mari|femme|parents|padres|pais|marido|mujer|esposa|mann|frau|mère|père|madre|padre|mãe|pai)$/;

/** `avec mes trois enfants`: who lives there belongs to the sentence. */
function companions(value: ValueRange, at: number): number {
  const { tokens } = value.sentence;
  if (
    !/^(?:avec|con|com|mit)$/.test(tokens[at]?.fold ?? "") ||
    !/^(?:mes|ma|mon|mis|mi|meus|minhas|minha|meu|meinen|meiner|meinem|meine)$/.test(
      tokens[at + 1]?.fold ?? "",
    )
  ) return 0;
  let end = at + 2;
  while (end < tokens.length && tokens[end]?.kind !== "punct" && end - at < 9) {
    if (end - at >= 3 && !COMPANY.test(tokens[end]?.fold ?? "")) break;
    end++;
  }
  while (end > at && OPEN_WORD.test(tokens[end - 1]?.fold ?? "")) end--;
  return end - at;
}

/** `… et nos`, `… und unseren`: a list cut in the middle. */
const OPEN_WORD =
  /^(?:et|und|y|e|mes|ma|mon|nos|notre|mis|mi|nuestr[oa]s?|meus?|minhas?|noss[oa]s?|meine[nrm]?|unsere[nrm]?|avec|con|com|mit|deux|trois|zwei|drei|dos|tres|dois|três|de|der|des)$/;

/** A name: capitalised words, or up to six characters. */
export const foreignName: Shape = (value) => {
  const tokens = tokensOf(value);
  if (isCjk(value)) return tokens.length <= 6 ? value : null;
  let at = 0;
  while (at < tokens.length && at < 3 && tokens[at]?.capital === true) at++;
  if (at === 0 && value.sentence.lowerCase && tokens[0] !== undefined) at = 1;
  return at === 0 ? null : { ...value, to: value.from + at };
};

/** What lies at hand: `la segunda opción`, `cette phrase`, `den ersten Entwurf`, `bien`. */
const AT_HAND =
  /^(?:(?:die|der|das|den|dem|el|la|los|las|lo|le|les|l'|o|a|os|as|du|do|da) )?(?:erste|zweite|dritte|letzte|andere|neue)[nrsm]?\b|^(?:(?:el|la|los|las|le|les|l'|o|a|do|da) )?(?:primer[oa]?|segund[oa]|tercer[oa]?|últim[oa]|otr[oa]|premi(?:er|ère)|deuxième|second[e]?|troisième|derni(?:er|ère)|autre|primeir[oa]|terceir[oa]|outr[oa])(?!\p{L})|^(?:est[aeo]s?|es[aeo]s?|cette|cet|ces|diese[rnsm]?|dein|deine|tu|ton|ta|teu|tua)(?!\p{L})|^(?:der|die|das|den|la|el|le|o|a) (?:satz|entwurf|titel|text|frase|título|titre|phrase|texto|texte|idea|idée|ideia|résultat|resultado|ergebnis)(?!\p{L})|^(?:bien|beaucoup|mucho|muito|sehr|gut)$/u;

/** Something one likes, eats or is allergic to: no pointer, at most seven words. */
export const foreignThing: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  if (tokens.length === 0 || tokens.length > 14) return null;
  if (
    isCjk(value)
      ? /^第/.test(first)
      : AT_HAND.test(tokens.slice(0, 3).map((token) => token.fold).join(" "))
  ) {
    return null;
  }
  if (
    /^(?:das|dies|diese|dieser|es|ihn|sie|dich|esto|eso|este|lo|ça|cela|ceci|ce|isso|isto|tu|te|这|那|它|你|これ|それ|あれ|que|qu'|qui|dass|wenn|cuando|quand|quando)$/
      .test(first)
  ) return null;
  if (
    isCjk(value) &&
    /^(?:这|那|它|你|これ|それ|あれ)/.test(tokens.map((token) => token.text).join(""))
  ) return null;
  return value.sentence.lang === "ja" ? withoutGround(value) : withoutNext(value);
};

/** `coentro e não bebo leite`: what is said of another thing behind `e`. */
function withoutNext(value: ValueRange): ValueRange {
  const { lang } = value.sentence;
  if (lang !== "es" && lang !== "pt") return value;
  const tokens = tokensOf(value);
  const at = tokens.findIndex(({ fold }, index) =>
    index > 0 && /^(?:y|e|pero|mas)$/.test(fold) && isSaidOfSelf(tokens.slice(index + 1), lang)
  );
  return at > 0 ? { ...value, to: value.from + at } : value;
}

function isSaidOfSelf(tokens: readonly Token[], lang: Lang): boolean {
  const [first, second] = tokens;
  return /^(?:no|não|nunca|tampoco|também|también|me)$/.test(first?.fold ?? "") &&
      second?.kind === "word" ||
    THIRD_FORMS[lang]?.has(first?.fold ?? "") === true && second?.kind === "word";
}

/** `犬アレルギーなのに犬`: only what stands behind the ground. */
function withoutGround(value: ValueRange): ValueRange | null {
  const text = tokensOf(value).map((token) => token.text).join("");
  const ground = /^.*(?:のに|けれど|けど|ので)/.exec(text);
  if (ground === null) return value;
  const from = value.from + tokensIn(value, ground[0].length);
  return from < value.to ? { ...value, from } : null;
}

const DIETS =
  /^(?:vegan|veganer|veganerin|vegetarisch|vegetarier|vegetarierin|pescetarier|pescetarierin|halal|koscher|vegano|vegana|veganos|vegetariano|vegetariana|vegetarianos|celíaco|celíaca|végétarien|végétarienne|végétariens|végane|végétalien|végétalienne|végan|celíacos|casher|keto)$/;

/** A way of eating in the sentence's language; Chinese and Japanese name it in the cue. */
export const foreignDiet: Shape = (value) => {
  if (isCjk(value)) return value;
  return DIETS.test(tokensOf(value)[0]?.fold ?? "") ? { ...value, to: value.from + 1 } : null;
};
