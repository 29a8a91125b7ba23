/**
 * What somebody says of themself in another language, told of them: `Ich baue in Görlitz Orgeln`
 * becomes `Baut in Görlitz Orgeln`. Where the grammar of a sentence is not plain, null.
 *
 * @module
 */

import { COMMON_DE, THIRD_FORMS, thirdFrench, thirdGerman } from "../lexicon/verbs_abroad.ts";
import { theirs } from "../rules/theirs.ts";
import { capital } from "../signals/forms/form.ts";
import type { Lang } from "../types.ts";

/** Greetings and small words in front, by language. */
const LEADS: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(?:(?:guten (?:tag|morgen|abend)|grüß gott|hallo|hi|moin|servus|hey|ach|naja|na ja|also|übrigens|ja|nein|okay|ok)[,!.:]? |(?:und|aber|denn|nur|weil) )+/iu,
  es:
    /^(?:(?:hola|buenas(?: tardes| noches)?|buenos días|oye|bueno|pues|a ver|ah|uf|vale|sí|no)[,!.:]+ |(?:y|pero|pues|bueno|es que|porque|que) )+/iu,
  fr:
    /^(?:(?:bonjour|bonsoir|salut|coucou|bon|bah|alors|ah|oui|non|ok)[,!.:]? |(?:et|mais|car|donc|parce que|parce qu') ?)+/iu,
  pt:
    /^(?:(?:olá|oi|bom dia|boa (?:tarde|noite)|bem|ah|então|sim|não)[,!.:]+ |(?:e|mas|é que|porque|pois|então) )+/iu,
  zh: /^(?:请?记(?:住|一下|得|着)|你好|您好|哈喽|嗨|那个|其实|对了|因为|不过|但是|但)[,，!！。]?/u,
  ja:
    /^(?:こんにちは|こんばんは|おはようございます|はじめまして|実は|あの|えっと|でも|ちなみに)[、,。!！]?/u,
};

/** A conclusion behind the fact, which is about this talk: `así que nada de piscina`. */
const CONCLUSION: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /, (?:was|wie|wo|wann|welche[rsnm]?) [^,]*(?<!\p{L})(?:ich|wir)(?!\p{L})[^,]*$|(?:, (?:also|deshalb|daher|darum|deswegen)| und (?:suche|brauche|möchte|will|frage)) .*$/iu,
  es:
    /, \p{L}*[áéíóú]\p{L}*(?:me|mel[oa]s?|nos)(?!\p{L}).*$|, (?:así que|por eso|entonces|por lo que|busco|necesito) .*$/iu,
  fr: /, (?:donc|alors|du coup|c'est pourquoi) .*$/iu,
  pt: /, (?:então|por isso|portanto|daí|procuro) .*$/iu,
};

/** A statement of the user in the third person, or null where it cannot be told so. */
export function thirdPersonAbroad(said: string, lang: Lang): string | null {
  const lead = LEADS[lang];
  const own = lead === undefined ? said.trim() : said.trim().replace(lead, "");
  const conclusion = CONCLUSION[lang];
  const bare = conclusion === undefined ? own : own.replace(conclusion, "");
  switch (lang) {
    case "de":
      return german(bare);
    case "es":
    case "pt":
      return iberian(bare, lang);
    case "fr":
      return french(bare);
    case "zh":
      return chinese(bare);
    case "ja":
      return japanese(bare);
    default:
      return null;
  }
}

/** Words in front of the verb that lose the capital of their sentence. */
const LOWER_DE =
  /^(?:in|im|auf|an|am|bei|beim|mit|ohne|für|von|vom|zu|zum|zur|aus|nach|vor|seit|bis|ab|um|über|unter|neben|nachts|abends|morgens|mittags|\p{L}*tags|meist|meistens|oft|immer|nie|jeden|jede|jedes|heute|derzeit|zurzeit|gerade|hier|dort|dabei|dazu|einmal|zweimal|manchmal|selten|eigentlich|leider|privat|beruflich|hauptberuflich|nebenbei|unser|unsere|mein|meine|meinen|seit|als|wegen|trotz|gegen|zwischen|während|im|allein|zusammen|kein|keine|keinen|auch|sonst|nebenher|nächste[nrs]?|kommende[nrs]?|übermorgen|letztes|letzten|dieses|diesen|diese|den|die|das|der|dem)$/iu;

/** A number of people behind `sind`. */
const COUNTED_DE =
  /^ (?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|zu (?:zweit|dritt|viert|fünft))(?!\p{L})/iu;

function german(said: string): string | null {
  const start = /^(ich|wir) (?:(selbst|beide|zwei) )?(\p{L}+)(.*)$/iu.exec(said);
  const turned = /^([^,;:()–]{2,60}?) (\p{Ll}+) (ich|wir)(?!\p{L})(.*)$/u.exec(said);
  let text: string;
  let isSubject = true;
  if (start !== null) {
    const verb = thirdGerman((start[3] ?? "").toLowerCase(), /^wir$/i.test(start[1] ?? ""));
    if (verb === "") return null;
    // `Wir sind vier`: several.
    const counts = verb === "ist" && /^wir$/i.test(start[1] ?? "") &&
      COUNTED_DE.test(start[4] ?? "");
    text = (counts ? "sind" : verb) + (start[4] ?? "");
  } else if (turned !== null) {
    const [, front = "", own = "", who = "", rest = ""] = turned;
    const verb = thirdGerman(own, who === "wir");
    if (verb === "" || /(?<!\p{L})(?:wenn|weil|da|dass|ob|als ich|damit)(?!\p{L})/iu.test(front)) {
      return null;
    }
    const [first = ""] = front.split(" ");
    const placed = LOWER_DE.test(first) ? front.charAt(0).toLowerCase() + front.slice(1) : front;
    text = `${verb} ${placed}${rest}`;
  } else {
    text = said;
    isSubject = false;
  }
  if (
    /(?<!\p{L})(?:ich|wir|du|dir|dich)(?!\p{L})/iu.test(text) ||
    /(?<!\p{L})(?:Sie|Ihnen)(?!\p{L})/u.test(text)
  ) return null;
  const joined = isSubject ? behindAnd(withoutOther(text.replace(AND_WE, "$1hat"))) : text;
  if (joined === null) return null;
  const self = joined.replace(
    /(?<!\p{L})(mich|mir|uns)(?!\p{L})/giu,
    (word) => isSubject ? "sich" : word === "mich" ? "sie" : "ihnen",
  );
  return capital(theirs(self.replace(/^(?:mein|meine|unser|unsere) /iu, ""), "de"));
}

/** `Wir heizen mit Holz und haben keinen Gasanschluss`: what several of them have besides. */
const AND_WE = /( und )haben(?= (?:k?ein\p{L}*|den|die|das|zwei|drei|viele?|auch|nur|seit) )/gu;

/** `…, der Arzt hat ihn mir verboten`: what somebody else does to the user stands for itself. */
function withoutOther(text: string): string {
  return text.replace(
    /, (?:der|die|das|den|dem|mein\p{L}*|unser\p{L}*|es|sonst|was|weil) [^,]*?(?<!\p{L})(?:mich|mir|uns)(?!\p{L}).*$/u,
    "",
  );
}

/** `und verkaufe Pfeifen`: the verbs behind `und`; null where a word there may be one. */
function behindAnd(text: string): string | null {
  let doubtful = false;
  const out = text.replace(
    /([\p{L}\d]+)(,? (?:und|oder|aber)(?: (?:nie|immer|auch|dann|dabei|nur|oft))? |, )(\p{Ll}+e|bin|hab|komm|wohn|mach|leb|geh|lern|brauch|fahr|kann|muss|mag|will)(?!\p{L})/gu,
    (all, before: string, joint: string, word: string) => {
      if (!word.endsWith("e")) {
        const verb = THIRD_FORMS.de?.get(word) ?? thirdGerman(`${word}e`, false);
        return `${before}${joint}${verb}`;
      }
      if (COMMON_DE.has(word)) return `${before}${joint}${thirdGerman(word, false)}`;
      if (
        /^(?:die|welche|wie|sowie|eine|keine|meine|ihre|seine|diese|jede|alle|beide|viele|einige|ohne|gerne|heute|bitte)$/
          .test(word) || /^\p{Ll}+e[nrs]?$/u.test(before)
      ) return all;
      doubtful = true;
      return all;
    },
  );
  return doubtful ? null : out;
}

/** Words between the start of a clause and its verb. */
const BEFORE_VERB =
  "(?:(?:yo|nosotros|nosotras|eu|nós|a gente|no|não|nem|ni|ya|já|también|também|siempre|sempre|nunca|solo|sólo|só|casi|quase|aquí|aqui|ahora|agora|todavía|ainda|tampoco|luego|después|depois|antes|entre semana|en casa|em casa|me|nos|te|se|lo|la|le|les|los|las|o|a|os|as) )*";
/** A word at the start of a clause. */
const CLAUSE_START = new RegExp(
  `(^|[,;:] |(?<!\\p{L})(?:y|e|pero|mas|ni|nem|o|ou|porque|pues|pois|cuando|quando|aunque|mientras|enquanto|donde|onde) )(${BEFORE_VERB})(\\p{L}+)`,
  "giu",
);
/** What is a verb only at the start of a clause. */
const NOUNS =
  /^(?:como|uso|trabajo|trabalho|juego|jogo|paso|passo|gasto|canto|cuento|riego|envío|cobro|pago|corte|dibujo|visto|toco|tiro|caminho|caso|cuido|vivo|bordo|asado|saco|trato|filmo|passeio|regalo|reparto|subo|vino|partimos|limpio|descanso|mando|fumo|ensayo|ensaio|invito|busco|corro|sigo|consigo|vimos)$/i;

function iberian(said: string, lang: "es" | "pt"): string | null {
  const forms = THIRD_FORMS[lang];
  if (forms === undefined || /(?<!\p{L})(?:tú|ti|você|vocês|usted|tu|te)(?!\p{L})/iu.test(said)) {
    return null;
  }
  let isUnknown = false;
  const matched = said.replace(/^a gente (?=\p{L})/iu, "").replace(
    CLAUSE_START,
    (all, joint: string, between: string, word: string) => {
      const other = forms.get(word.toLowerCase());
      if (other === undefined) {
        if (
          /(?:[^aeiouãõ]o|[aei]mos|[ée]i)$/iu.test(word) &&
          (joint === "" || between !== "" ||
            /[^aeiou]ei$/iu.test(word) && !/^(?:rei|lei)$/iu.test(word))
        ) {
          isUnknown ||=
            !/^(?:como|cómo|esto|eso|isso|isto|cuando|quando|todo|tudo|mucho|muito|otro|outro|[uú]ltimo|cuanto|quanto|mismo|mesmo|medio|meio|hermano|hijo|filho|marido|abuelo|perro|gato|suelo|gerundio|mi|meu|lo|o|desde|hasta)$/iu
              .test(word);
        }
        return all;
      }
      const kept = between.replace(/(?<!\p{L})(?:yo|nosotros|nosotras|eu|nós|a gente) /giu, "")
        .replace(/(?<!\p{L})(?:me|nos)(?= $| (?:lo|la|los|las) $)/giu, "se");
      return joint + kept + other;
    },
  );
  if (isUnknown) return null;
  const verbs = matched.replace(
    /(?<!\p{L})\p{Ll}{2,}(?!\p{L})/gu,
    (word) => NOUNS.test(word) ? word : forms.get(word) ?? word,
  );
  if (
    /(?<!\p{L})(?:yo|nosotr[oa]s|conmigo|mí|eu|nós|comigo|conosco|mim)(?!\p{L})|[áéí]\p{L}*me(?!\p{L})/iu
      .test(verbs)
  ) return null;
  const objects = lang === "es"
    ? verbs.replace(/(?<!\p{L})(?:me|nos)(?= \p{L})/giu, "le")
    : verbs.replace(/(?<!\p{L})(?:me|nos)(?= \p{L})/giu, "lhe");
  return capital(theirs(objects, lang));
}

/** `j'`, `je ne`, `nous nous` and the verb. */
const FRENCH_SUBJECT =
  /(^|[,;] |(?<!\p{L})et |(?<!\p{L})mais )(je |j'|nous |on )((?:ne |n'|me |m'|nous |se |s'|y |en |le |la |les |l')*)(\p{L}+)/giu;

function french(said: string): string | null {
  if (
    /(?<!\p{L})(?:tu|te|toi|vous|ton|ta|tes|votre|vos)(?!\p{L})|-(?:moi|vous|toi)(?!\p{L})/iu.test(
      said,
    )
  ) {
    return null;
  }
  let isPlain = true;
  // `On est cinq`: several.
  const several = said.replace(
    /(?<!\p{L})on est (?=(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)(?!\p{L}))/iu,
    "sont ",
  );
  const text = several.replace(
    FRENCH_SUBJECT,
    (all, joint: string, who: string, between: string, verb: string) => {
      const other = /^on /i.test(who) ? verb : thirdFrench(verb.toLowerCase());
      if (other === "") {
        isPlain = false;
        return all;
      }
      const selfs = between.replace(/(?<!\p{L})(?:me|nous) /giu, "se ")
        .replace(/(?<!\p{L})m'/giu, "s'");
      return joint +
        (selfs + other).replace(/(?<!\p{L})se (?=[aeiouéèêhy])/iu, "s'");
    },
  );
  if (!isPlain || /(?<!\p{L})(?:je|j'|moi)/iu.test(text)) return null;
  const objects = text.replace(/(?<!\p{L})m'(?=(?:ont|a|avait|avaient)(?!\p{L}))/giu, "l'")
    .replace(/(?<!\p{L})me(?= \p{L})/giu, "lui").replace(/(?<!\p{L})nous(?= \p{L})/giu, "leur");
  return /(?<!\p{L})(?:m'|nous(?!\p{L}))/iu.test(objects) ? null : capital(theirs(objects, "fr"));
}

/** Kin behind `我`, which take `的`. */
const KIN_ZH =
  "爱人|老婆|老公|妻子|丈夫|先生|太太|媳妇|妈妈|妈|母亲|爸爸|爸|父亲|爸妈|父母|儿子|女儿|孩子|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|外公|外婆|姥姥|姥爷|男朋友|女朋友|对象|家";

function chinese(said: string): string | null {
  if (/[你您]/.test(said)) return null;
  const text = said
    .replace(new RegExp(`我们?(?=(?:${KIN_ZH}))`, "gu"), "用户的")
    .replace(/(?:我们|咱们|咱)两/gu, "他们两").replace(/(?:我们|咱们|咱|我)/gu, "用户")
    .replace(/用户的家/gu, "用户家");
  return text.includes("用户") ? text : `用户${text}`;
}

/** Kin and things of the house that open a statement. */
const KIN_JA =
  "(?:(?:犬|猫|愛犬|愛猫)の[\\p{Script=Katakana}ー]+|娘|息子|夫|妻|主人|旦那|家内|嫁|母|父|祖母|祖父|子供|子ども|兄|姉|弟|妹|両親|双子|彼氏|彼女|婚約者)";

function japanese(said: string): string | null {
  if (/(?:あなた|お前|ください|下さい)/.test(said)) return null;
  // What follows from it is a wish of this talk.
  const fact = said.replace(
    /(?:ので|から|けど|けれど|ため)、[^、]*(?:たい|ほしい|欲しい|教えて)(?:です|の)?$/u,
    "",
  ).replace(/(?:なので|ので|けど|けれども?|んですが|のですが)$/u, "");
  const text = fact.replace(/^(?:うち|我が家|家)(?=に?は)/u, "ユーザーの家").replace(
    /^(?:私|僕|俺|わたし|うち)(?:たち)?(?=[はがもの])/u,
    "ユーザー",
  )
    .replace(/(?<=[、。])(?:私|僕|俺|わたし|うち)(?=[はがもの])/gu, "ユーザー");
  if (text.startsWith("ユーザー")) return text;
  return new RegExp(`^${KIN_JA}(?:たち)?[はがもの]`, "u").test(text)
    ? `ユーザーの${text}`
    : `ユーザーは${text.replace(/^(?:今|現在)は/u, "現在、")}`;
}
