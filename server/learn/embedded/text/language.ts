/**
 * Decides the language of a sentence: script first, then function words.
 *
 * @module
 */

import type { Lang } from "../types.ts";
import { wordSet } from "../lexicon/words.ts";

type LatinLang = Exclude<Lang, "zh" | "ja">;

const FUNCTION_WORDS: Readonly<Record<LatinLang, ReadonlySet<string>>> = {
  en: wordSet(
    `the a an i i'm i've it's my is are was you your and or of to in on for with that this it not do don't don't
please we our have has be can will would from at by as if but when what which how never always no me so
these those then there their they his she should could would may might make write give only some than into about out up down
after before over any just now were been had did does us own its them here`,
  ),
  de: wordSet(
    `ich bin der die das ein eine einen und oder nicht ist mit für auf zu im von den dem des mir mich mein meine
bitte wir unser sie es auch noch aber wenn dass immer nie ab jetzt kein keine als habe haben wohne arbeite mag du dir
nur schon mehr wieder sich wird werde kann statt gegen in an am war sind hat bei uns unsere unseren meinen meiner nach aus seit kann will möchte jahre gerade sehr gerne heiße lieber am beim zum zur welche was wie wo man muss schreib`,
  ),
  es: wordSet(
    `yo soy el la los las un una y o no en de que es con para por mi mis me se te su al del lo estoy tengo vivo
trabajo como pero siempre nunca si cuando por favor más muy ya este esta estos estas qué cuál cómo dónde usa gusta gustan
prefiero somos estamos tenemos uso tomo doy bebo fumo comer beber odio puedo quiero hablo años nos hijo hija pero también son están sin desde hasta noche sobre entre donde son prefiero llamo mudé ahora uses pongas responde contesta partir usted hay tu tus
ha han he padre madre marido abuelo abuela hermano hermana nuestro nuestra hago voy solo dos tres cuatro cinco`,
  ),
  fr: wordSet(
    `je j' suis le la les un une des et ou ne pas en de que qui est avec pour par mon ma mes me se te tu vous nous au
aux du ce cette ces dans sur toujours jamais plus si quand mais très c'est habite travaille préfère aime j'habite
j'aime désormais réponses tes votre vos il elle à ans fils fille chez nos notre son sa ses sont nous ai j'ai n' m' vis parle joue donne bois mange peux veux ce n'est étudie`,
  ),
  pt: wordSet(
    `eu sou o a os as um uma e ou não em de que é com para por meu minha meus minhas me se te seu sua ao do da dos
das no na moro trabalho como mas sempre nunca já agora muito mais isso este esta prefiro gosto tenho use usar você quando partir
favor responda mudei em toda vez à chamo nome estou estamos temos somos uso tomo bebo fumo comer beber dou odeio adoro posso quero falo toco anos filho filha nos são está sem desde até noite numa num pelo pela acabei agora também às estudo ensino
faço vou tem pai mãe marido irmão irmã avô avó nosso nossa vivo dois duas três filhos filhas usa tu tua teu tuas teus dá pode podes poderia quer tá tô pra pro né vocês lá ninguém`,
  ),
};

const LATIN: readonly LatinLang[] = ["en", "de", "es", "fr", "pt"];
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;
const MARKS: readonly (readonly [LatinLang, RegExp])[] = [
  ["de", /[äöüß]/i],
  ["es", /[¿¡ñ]/i],
  ["pt", /[ãõ]|áudio/i],
  ["fr", /[àèùêœ]|\bj'|\bl'|\bd'|\bn'/i],
];

/** Positions in {@link LATIN} of the languages that a word belongs to. */
const LANGUAGES_OF: ReadonlyMap<string, readonly number[]> = (() => {
  const out = new Map<string, number[]>();
  LATIN.forEach((lang, index) => {
    for (const word of FUNCTION_WORDS[lang]) out.set(word, [...(out.get(word) ?? []), index]);
  });
  return out;
})();
/** `eu-west-1`: a name of a thing, in no language. */
const IDENTIFIER = /(?<!\S)(?:\p{L}+[-_.\/])+\d[\p{L}\d]*/gu;
/** Without it there is no {@link IDENTIFIER}. */
const JOINS_DIGIT = /[-_.\/]\d/;
const ASCII = /^[ -~\n]*$/;
const WORDS = /\p{L}+(?:'\p{L}*)?/gu;
const ASCII_WORDS = /[a-z]+(?:'[a-z]*)?/g;
const NOT_ASCII = /[^ -~]|'/;

/** Hits of function words per language, in the order of {@link LATIN}. */
function hitsOf(words: readonly string[]): number[] {
  const out = LATIN.map(() => 0);
  for (const word of words) {
    for (const index of LANGUAGES_OF.get(word) ?? NO_LANGUAGES) out[index] = (out[index] ?? 0) + 1;
  }
  return out;
}

/** Hits of function words and letters per language, in the order of {@link LATIN}. */
function scores(sentence: string): readonly number[] {
  const named = JOINS_DIGIT.test(sentence) ? sentence.replace(IDENTIFIER, " ") : sentence;
  const words = named.toLowerCase().match(ASCII.test(sentence) ? ASCII_WORDS : WORDS);
  const out = hitsOf(words ?? NO_WORDS);
  if (!NOT_ASCII.test(sentence)) return out;
  for (const [lang, mark] of MARKS) {
    const index = LATIN.indexOf(lang);
    if (mark.test(sentence)) out[index] = (out[index] ?? 0) + 1;
  }
  return out;
}

const NO_WORDS: readonly string[] = [];
const NO_LANGUAGES: readonly number[] = [];

/** First-person words that no other of the languages has: one is enough in a short sentence. */
const TELLING: Readonly<Record<LatinLang, RegExp>> = {
  en: /\bI(?:'m)?\b/,
  de: /\b(?:ich|heiße)\b/i,
  es:
    /\b(?:soy|vivo|trabajo|llamo|tengo|prefiero|estoy|somos|estamos|tenemos|bebo|fumo|uso|tomo|doy|odio|puedo|quiero|hablo|toco|estudio|programo|enseño|practico|entreno|juego|hago|voy|llevo|necesito|conduzco|cocino|suelo|me dedico|cuando)(?!\p{L})|\bme mudé(?!\p{L})/iu,
  fr: /\bje\b|\bj'|\p{L}-moi\b|\bc'est\b|\bnous sommes\b/iu,
  pt:
    /\b(?:sou|moro|trabalho|gosto|prefiro|chamo|mudei|tenho|estou|dou|odeio|adoro|posso|quero|falo|ensino|estudo|acabei|treino|pratico|faço|jogo|vou|preciso|dirijo|cozinho|costumo)(?!\p{L})/iu,
};

/**
 * Language of a sentence.
 *
 * @param sentence The sentence.
 * @param turn The whole turn: its kana decide between Chinese and Japanese.
 * @param fallback Gives the language of the turn, for sentences too short to tell.
 * @param words Its words where it is plain, so that they need not be looked for once more.
 */
export function languageOf(
  sentence: string,
  turn: string,
  fallback: () => Lang,
  words: readonly string[] | null = null,
): Lang {
  if (words === null && NOT_ASCII.test(sentence)) {
    if (KANA.test(sentence)) return "ja";
    if (HAN.test(sentence)) return KANA.test(turn) ? "ja" : "zh";
  }
  const hits = words === null ? scores(sentence) : hitsOf(words);
  const most = Math.max(...hits);
  if (most === 0) return fallback();
  // The first in the order of languages is the best of equals.
  const best = LATIN[hits.indexOf(most)] ?? "en";
  if (hits.every((count, index) => LATIN[index] === best || most - count >= 2)) return best;
  const told = LATIN.find((lang, index) =>
    hits[index] === most && lang !== "en" && TELLING[lang].test(sentence)
  );
  if (told !== undefined && !TELLING.en.test(sentence)) return told;
  const known = fallback();
  const knownHits = hits[LATIN.findIndex((lang) => lang === known)] ?? 0;
  return knownHits === most || most < 2 ? known : best;
}
