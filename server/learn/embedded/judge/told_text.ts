/**
 * How a unit is written down: a fact in the third person, a rule as it was said.
 *
 * @module
 */

import { LEADS } from "../analysis/mood_cues.ts";
import { baseForm, LIFE_VERBS, thirdPerson } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { startsClause, textOf } from "../rules/values.ts";
import { capital } from "../signals/forms/form.ts";
import { THIRD_FORMS } from "../lexicon/verbs_abroad.ts";
import { thirdPersonAbroad } from "./third_person_abroad.ts";
import type { Lang, Sentence } from "../types.ts";

/** A range of tokens. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const OPENERS = wordSet(`
and but so or also well because since as then plus yet though actually honestly frankly basically sorry thanks lol haha neither hm ah oh
btw fyi anyway listen look see ok okay no yes right hi hello hey hiya bruh yeah nah yo k tbh ngl fwiw
`);
const ADVERB =
  /^(?:never|always|usually|also|just|only|still|often|really|mostly|mainly|sometimes|rarely|hardly|seldom|already|now|both|all|normally|generally|actually|currently|simply|even|absolutely|regularly|finally|ever|much)$/;
const TAIL = wordSet(
  "please pls thanks thank lol haha tbh btw though too ok okay right you and but so or fr ngl fwiw",
);

/** Words that lead in only in front of a pause: `no, I …`, but `no Perl in here`. */
const WITH_PAUSE = /^(?:no|nope|right|well|like|look|see|just|never|not|neither)$/;

/** Whether the token at `at` only leads in what is said. */
export function isLead(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind === "punct") return token !== undefined;
  if (!OPENERS.has(token.fold) && !LEADS.has(token.fold)) return false;
  return sentence.tokens[at + 1]?.kind === "punct" ||
    !WITH_PAUSE.test(token.fold);
}

/** What is said to lead in a fact, in more words than one. */
const LEAD_PHRASE =
  /^(?:for the record|(?:given|considering) (?:that|as|how)|seeing|by the way|hang on|hold on|wait(?= ,)|for (?:your |some |a bit of )?(?:context|info|information|reference|background)|just so (?:you|we) know|in case (?:it|that) (?:helps|matters|is relevant|is useful)|to be (?:honest|clear|fair)|as a (?:side note|heads[- ]up)|heads[- ]up|side note|fun fact|full disclosure|(?:a )?(?:quick|small|little) (?:note|update|heads[- ]up|correction|detail)|one more thing|on a personal note)(?= |$)/;
const LONGEST_LEAD = 6;
/** The words that such a phrase begins with. */
const OPENS_LEAD = wordSet(
  "for by hang hold wait just in to as heads heads-up side fun full a quick small little one on given seeing considering",
);

/** Number of words that lead in at `at`. */
function leadLength(sentence: Sentence, at: number): number {
  if (!OPENS_LEAD.has(sentence.tokens[at]?.fold ?? "")) return 0;
  const said = sentence.tokens.slice(at, at + LONGEST_LEAD).map(({ fold }) => fold).join(" ");
  return LEAD_PHRASE.exec(said)?.[0].split(" ").length ?? 0;
}

/** The unit without the words that lead in and fade out. */
export function coreOf(sentence: Sentence, unit: Range): Range {
  let { from, to } = unit;
  const fold = (at: number) => sentence.tokens[at]?.fold ?? "";
  const isPause = (at: number) => sentence.tokens[at]?.kind === "punct";
  for (;;) {
    const step = leadLength(sentence, from) || Number(isLead(sentence, from));
    if (step === 0 || from + step >= to - 1) break;
    from += step;
  }
  while (
    to > from + 2 &&
    (isPause(to - 1) && !/^[)"'%€$£+]$/.test(fold(to - 1)) || TAIL.has(fold(to - 1)))
  ) to--;
  return { from, to };
}

/** A statement about oneself in the third person: `I keep bees` → `Keeps bees`. */
export function factText(sentence: Sentence, unit: Range): string {
  const core = coreOf(sentence, unit);
  const to = asideAt(sentence, core);
  const fold = (at: number) => sentence.tokens[at]?.fold ?? "";
  const from = core.from + mannersAt(sentence, core.from);
  if (!/^(?:i|we)$/.test(fold(from))) {
    const main = mainBehind(sentence, { from, to });
    if (main < 0) return ofNoSubject(sentence, { from, to });
    return `${factText(sentence, { from: main, to })} ${fold(from - 1)} ${
      textOf(sentence, from, main).replace(/[,\s]+$/, "")
    }`;
  }
  let at = from + 1;
  while (at < to - 1 && ADVERB.test(fold(at))) at++;
  const adverbs = textOf(sentence, from + 1, at);
  const verb = fold(at);
  // `I've got a spare room`: `got` adds nothing, but `I've got better at chess` needs it.
  const isGot = verb === "have" && fold(at + 1) === "got" && !BECAME.test(fold(at + 2));
  const rest = withVerbs(sentence, at + (isGot ? 2 : 1), to);
  // `We're first time buyers`: no single one is buyers.
  const head = fold(from) === "we" && verb === "are" && SEVERAL.test(rest)
    ? "they are"
    : thirdOf(verb, sentence.tokens[at]?.text ?? verb, rest);
  return capital([adverbs, head, rest].filter((part) => part !== "").join(" "));
}

/** Words between `since` and the subject of what follows, most. */
const LONGEST_GROUND = 10;

/** `Since my operation in May I can't run`: where the main clause begins, -1 where nothing stands in front of one. */
function mainBehind({ tokens }: Sentence, { from, to }: Range): number {
  if (
    !/^(?:since|as)$/.test(tokens[from - 1]?.fold ?? "") ||
    /^(?:far|soon|long|well|much|if|though|always|usual|for|to|of|you|it|he|she|they|there)$/.test(
      tokens[from]?.fold ?? "",
    )
  ) return -1;
  for (let at = from + 1; at < Math.min(to - 1, from + LONGEST_GROUND); at++) {
    if (
      /^(?:i|we)$/.test(tokens[at]?.fold ?? "") &&
      !/^(?:and|or|that|than|which|who|when|where|what|how|if|because|but|so|as)$/.test(
        tokens[at - 1]?.fold ?? "",
      )
    ) return at;
  }
  return -1;
}

/** Several people, named without an article. */
const SEVERAL =
  /^(?:both |all |just |only )?(?:(?!a\b|an\b|the\b|in\b|on\b|at\b|of\b|to\b|for\b|with\b|from\b|\w+ing\b)[a-z-]+ ){0,2}(?:students|buyers|beginners|renters|tenants|homeowners|owners|parents|vegans|vegetarians|pensioners|teachers|nurses|farmers|twins|siblings|newlyweds|runners|cyclists|hikers|climbers|gamers|musicians|freelancers|campers|expats|immigrants|grandparents|neighbours|housemates|flatmates|foodies|people|owls)\b/i;

/** What `have got` is followed by where it tells of a change. */
const BECAME =
  /^(?:better|worse|used|rid|married|divorced|engaged|into|on|over|through|up|back|away|along|older|stuck|lost|sick|ill|fed|as|so)$/;
/** Behind a comma, why or since when something is so: `…, the rent was daft`, `…, has done for years`. */
const ASIDE =
  /^(?:(?:the|that|it|its|they|nobody|no one|nothing|everything|everyone|my|our) (?:(?!that\b|which\b|who\b|,)\S+ ){0,6}?(?:was|were|had|gave|kept|made|took|cost|did|could|would|went|came|ran|broke|drove|put)|(?:always |still )?(?:has|have|had|did|does|do) (?:done|been|always|ever|so since|since)|always (?:have|has|did|will)$)\b/;

/** Words behind `so` that name nothing one could ask for. */
const NO_WISH =
  /^(?:far|much|many|often|long|well|good|bad|i|we|he|she|they|it|that|this|my|our|to|on|forth|badly|fast|slow|slowly|hard|\w+ly|\w+ed)$/;

/** Where what a fact says ends: at a reason that is told of what was. */
function asideAt(sentence: Sentence, { from, to }: Range): number {
  // `I'm in the UK so pounds please`: what is asked for because of it.
  for (const at of [to - 2, to - 3]) {
    if (at < from + 3 || sentence.tokens[at]?.fold !== "so") continue;
    const rest = sentence.tokens.slice(at + 1, to);
    if (rest.every(({ kind, fold }) => kind === "word" && !NO_WISH.test(fold))) return at;
  }
  for (let at = from + 4; at < to - 2; at++) {
    if (sentence.tokens[at]?.text !== ",") continue;
    const said = sentence.tokens.slice(at + 1, Math.min(to, at + 10)).map(({ fold }) => fold);
    if (ASIDE.test(said.join(" "))) return at;
  }
  return to;
}

/** Those who look after somebody: `physio says no weight on it`. */
const HEALERS =
  /^(?:physio|doctor|doc|gp|dentist|surgeon|midwife|optician|cardiologist|dermatologist|vet)$/;

/** A fact whose first word is not the user. */
function ofNoSubject(sentence: Sentence, { from, to }: Range): string {
  const tokens = sentence.tokens;
  const fold = (at: number) => tokens[at]?.fold ?? "";
  const said = textOf(sentence, from, to);
  if (HEALERS.test(fold(from)) && !/^(?:and|or|,)$/.test(fold(from + 1))) {
    return `Their ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  }
  // `Going with two friends in May`: who goes is the user.
  if (
    /^(?:going|travelling|traveling|flying|driving|sailing|cycling|moving)$/.test(fold(from)) &&
    /^(?:with|to|by|there|alone|on|for|from|in)$/.test(fold(from + 1)) &&
    !tokens.slice(from, to).some((token) =>
      /^(?:is|are|was|were|makes|takes|helps|works|seems|feels|costs|would|will|can)$/.test(
        token.fold,
      )
    )
  ) return `Is ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  // `My brother and I have a smokehouse`: the verb is of the user too.
  const beside = /^(?:my|our) (?:\S+ ){1,2}?and (?:i|me) /.exec(
    tokens.slice(from, from + 6).map((token) => `${token.fold} `).join(""),
  );
  const verb = beside === null ? -1 : from + beside[0].trim().split(" ").length;
  if (verb > 0 && verb < to - 1 && baseForm(fold(verb)) === fold(verb)) {
    const rest = withVerbs(sentence, verb + 1, to);
    return `Together with ${textOf(sentence, from, verb - 2)}, ${thirdPerson(fold(verb))} ${rest}`;
  }
  // `We keep bees and sell the honey at the market`: the second verb has the subject of the first.
  const isSecond = fold(from - 1) === "and" && baseForm(fold(from)) === fold(from) &&
    (startsClause(tokens, from) || LIFE_VERBS.has(fold(from))) &&
    tokens.slice(0, from).some((token) => /^(?:i|we)$/.test(token.fold));
  // `Having just had a baby, I …`
  if (fold(from) === "having" && HAD.test(fold(from + 1))) {
    return `Has ${textOf(sentence, from + 1, to)}`;
  }
  // `Been a lorry driver since '98`.
  if (fold(from) === "been") return `Has ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  return isSecond
    ? capital(`${thirdPerson(fold(from))} ${withVerbs(sentence, from + 1, to)}`)
    : capital(said);
}

/** What goes on behind `having` where it tells of what was. */
const HAD =
  /^(?:just|recently|never|always|only|been|had|lived|worked|grown|lost|done|given|taken|\w{2,}ed)$/;

/** Words of `I am afraid (that) I …` and `don't forget that I …`, 0 where there are none. */
function mannersAt(sentence: Sentence, from: number): number {
  const said = sentence.tokens.slice(from, from + 6).map(({ fold }) => fold).join(" ");
  const match = MANNERS.exec(said);
  return match === null ? 0 : match[0].trim().split(" ").length;
}

const MANNERS =
  /^(?:i|we) (?:am|are) (?:told|sure) (?:that )?(?=(?:i|we|my|our)\b)|^(?:(?:i|we) (?:am|are) )?afraid (?:that )?(?!(?:of|to|for|about|in|at|and|so|that|,)\b)(?=\S+ \S)|^(?:please )?(?:do not forget|remember|(?:keep|bear) in mind|mind) (?:that )?(?=(?:i|we|my|our)\b)|^(?:i|we)? ?(?:must|have to) (?:confess|admit|say) (?:that )?(?=(?:i|we|my|our|it|there)\b)/;

/** What makes `put` a verb of the past. */
const PAST = /\b(?:yesterday|last|ago|once|back then|in (?:19|20)\d\d)\b/;

/** The verb of the user in the third person. */
function thirdOf(verb: string, text: string, rest: string): string {
  if (verb === "am" || verb === "are" || verb === "r") return "is";
  if (verb === "were") return "was";
  if (
    /^(?:can|could|will|would|must|should|may|might|shall|was|did|had|got)$/.test(verb)
  ) return verb;
  if (/^(?:put|cut|set|let)$/.test(verb) && PAST.test(rest)) return verb;
  const base = baseForm(verb);
  if (base === verb || base === undefined && /[^sdg]$/.test(verb)) return thirdPerson(verb);
  return text;
}

/** The words behind the verb; a second verb of the user takes the third person too. */
function withVerbs(sentence: Sentence, from: number, to: number): string {
  let out = "";
  let start = from;
  for (let at = from; at < to; at++) {
    const token = sentence.tokens[at];
    const before = sentence.tokens[at - 1]?.fold ?? "";
    const isVerb = token !== undefined && /^(?:and|or|but)$/.test(before) &&
      LIFE_VERBS.has(token.fold) && baseForm(token.fold) === token.fold &&
      (startsClause(sentence.tokens, at) || sentence.tokens[at + 1]?.kind === "number");
    if (!isVerb || token === undefined) continue;
    out += ` ${textOf(sentence, start, at)} ${thirdPerson(token.fold)}`;
    start = at + 1;
  }
  return `${out} ${textOf(sentence, start, to)}`.trim();
}

/** Marks around what somebody says, by language. */
const SAYS: Readonly<Partial<Record<Lang, readonly [string, string]>>> = {
  de: ["Sagt: \u201e", "\u201c"],
  es: ["Dice: \u00ab", "\u00bb"],
  fr: ["Dit : \u00ab\u00a0", "\u00a0\u00bb"],
  pt: ["Diz: \u00ab", "\u00bb"],
  zh: ["\u7528\u6237\u8bf4\uff1a\u201c", "\u201d"],
  ja: ["\u30e6\u30fc\u30b6\u30fc\u306e\u8a71\uff1a\u300c", "\u300d"],
};

/**
 * What is said in another language, in the third person; in quotes where that would need more
 * grammar than is known of the sentence.
 */
export function toldAbroad(sentence: Sentence, unit: Range, before: string): string {
  const [open, close] = SAYS[sentence.lang] ?? ["Says: \u201c", "\u201d"];
  const { from, to } = coreOf(sentence, unit);
  const said = textOf(sentence, from, to, { person: "keep" });
  return thirdPersonAbroad(named(said, sentence.lang, before), sentence.lang) ??
    (isOfSelf(said, sentence.lang) ? `${open}${said}${close}` : "");
}

/** `Ni uno más`: where the verb tells who speaks, a quote needs one of the user, or `me`, `mi`. */
function isOfSelf(said: string, lang: Lang): boolean {
  const forms = lang === "es" || lang === "pt" ? THIRD_FORMS[lang] : undefined;
  return forms === undefined ||
    said.toLowerCase().split(/[^\p{L}]+/u).some((word) =>
      forms.has(word) ||
      /^(?:me|mi|mis|mí|yo|nos|nuestr[oa]s?|conmigo|eu|meus?|minhas?|mim|nós|noss[oa]s?|comigo|a gente)$/
        .test(word) ||
      /(?:é|í|ei|amos|emos|imos)$/.test(word)
    );
}

/** Somebody of the user's in the sentence before, and the word that stands for them. */
const KIN: Readonly<Partial<Record<Lang, readonly [RegExp, RegExp]>>> = {
  de: [
    /^(?:sie|er) (?=ist|hat|kann|mag|war|trägt|isst|wird|darf)/iu,
    /(?<!\p{L})(mein\p{L}{0,2} \p{Lu}\p{Ll}+)(?!\p{L})/iu,
  ],
  es: [/^(?:ella|él) /iu, /(?<!\p{L})(mi \p{Ll}+)(?!\p{L})/iu],
  fr: [
    /^(?:elle|il) (?=est|a|ne|n'|porte|mange|aime)/iu,
    /(?<!\p{L})((?:mon|ma) \p{Ll}+)(?!\p{L})/iu,
  ],
  pt: [/^(?:ela|ele) /iu, /(?<!\p{L})((?:meu|minha) \p{Ll}+)(?!\p{L})/iu],
};

/** `Busco un teatro para mi hija. Ella es sorda`: who she is. */
function named(said: string, lang: Lang, before: string): string {
  const [pronoun, kin] = KIN[lang] ?? [];
  if (pronoun === undefined || kin === undefined || !pronoun.test(said)) return said;
  const who = kin.exec(before)?.[1] ?? "";
  return who === "" ? said : said.replace(pronoun, `${who} `);
}
