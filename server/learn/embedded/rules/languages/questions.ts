/**
 * Questions of the assistant in other languages that ask for exactly one fact, and how the short
 * answer is kept.
 *
 * @module
 */

import type { Lang } from "../../types.ts";

/** A question and what its short answer fills. */
export interface AskedAbroad {
  readonly slot: string;
  /** The question; its group is a value that a `yes` confirms. */
  readonly ask: RegExp;
  /** The answer with its value, less a `yes` or `no` in front. */
  readonly answer: RegExp;
  readonly template: string;
  /** Several values stand beside each other. */
  readonly many?: boolean;
  /** Whether the value must be an occupation of the language. */
  readonly job?: boolean;
}

/** A question that a plain `no` answers. */
export interface DeniedAbroad {
  readonly slot: string;
  readonly ask: RegExp;
  readonly template: string;
}

const TOWN =
  "(\\p{Lu}[\\p{L}'-]+(?: (?:am|an der|im|de|del|la|las|los|do|da|en|sur|\\p{Lu}[\\p{L}'-]+)){0,3})";
const TOWN_HAN = "([\\p{Script=Han}\\p{Script=Katakana}ー]{2,7}?)";
const PERSON = "(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+){0,2})";
const TRADE = "(\\p{L}{4,}(?: (?:de|del|da|do|d'|en|em|à|in|bei) ?\\p{L}+){0,2})";
const FOODS =
  "(?!(?:[Nn]ein|[Kk]eine?n?|[Nn]ichts?|[Ww]eiß|[Nn]o|[Nn]ada|[Nn]ingun[oa]?|[Ss]olo|[Nn]ão|[Nn]enhuma?|[Ss]ei|[Gg]laube?)(?!\\p{L}))(\\p{L}{3,}(?:(?:,| und| y| e| et) \\p{L}{3,}){0,3})";

const answer = (lead: string, value: string, tail = ""): RegExp =>
  new RegExp(`^${lead}${value}${tail}[.!。！]?$`, "u");

/** Questions for a value by language. */
export const ASKED_ABROAD: Readonly<Partial<Record<Lang, readonly AskedAbroad[]>>> = {
  de: [
    {
      slot: "place.home",
      ask:
        /(?<!\p{L})(?:wo (?:wohnst|wohnen|lebst|leben) (?:du|sie)|in welcher (?:stadt|gegend|region) (?:wohn|leb|bist|sind)|(?:wohnst|lebst) du in (\p{Lu}\p{L}+)|(?:wohnen|leben) sie in (\p{Lu}\p{L}+))/iu,
      answer: answer("(?:[Ii]n |[Aa]us |[Bb]ei )?", TOWN),
      template: "Wohnt in {v}",
    },
    {
      slot: "job",
      ask:
        /was (?:machst|machen|arbeitest|arbeiten) (?:du|sie) (?:beruflich|von beruf)|was ist (?:dein|ihr) beruf|als was arbeite/iu,
      answer: answer("(?:[Aa]ls )?", TRADE),
      template: "Arbeitet als {v}",
      job: true,
    },
    {
      slot: "name",
      ask:
        /wie (?:heißt|heißen) (?:du|sie)(?!\p{L})|wie (?:darf|soll|kann) ich (?:dich|sie) (?:nennen|ansprechen)|wie ist (?:dein|ihr) name/iu,
      answer: answer("", PERSON),
      template: "Heißt {v}",
    },
    {
      slot: "allergy",
      ask:
        /(?<!\p{L})(?:hast du|haben sie|gibt es) (?:irgendwelche |bekannte )?(?:allergien|unverträglichkeiten)|bist du (?:gegen etwas|auf etwas) allergisch/iu,
      answer: answer("(?:[Gg]egen |[Aa]uf )?", FOODS),
      template: "Ist allergisch gegen {v}",
      many: true,
    },
  ],
  es: [
    {
      slot: "place.home",
      ask:
        /(?:dónde vives|dónde vive usted|en qué (?:ciudad|zona|pueblo) (?:vives|estás)|(?:¿|^)vives en (\p{Lu}[\p{L} ]+)\?)/iu,
      answer: answer("(?:[Ee]n )?", TOWN),
      template: "Vive en {v}",
    },
    {
      slot: "job",
      ask:
        /a qué (?:te dedicas|se dedica)|en qué (?:trabajas|trabaja)|cuál es (?:tu|su) (?:profesión|trabajo|oficio)/iu,
      answer: answer("(?:(?:[Dd]e|[Cc]omo) )?", TRADE),
      template: "Trabaja como {v}",
      job: true,
    },
    {
      slot: "name",
      ask:
        /cómo te llamas|cómo se llama usted|cuál es (?:tu|su) nombre|cómo (?:quieres|prefieres) que te llame/iu,
      answer: answer("", PERSON),
      template: "Se llama {v}",
    },
    {
      slot: "allergy",
      ask:
        /(?:tienes|tiene) (?:alguna |algún tipo de )?(?:alergias?|intolerancias?)|eres alérgic[oa] a algo/iu,
      answer: answer("(?:[Aa](?:l| la| los| las)? )", FOODS),
      template: "Es alérgico a {v}",
      many: true,
    },
  ],
  fr: [
    {
      slot: "place.home",
      ask:
        /où (?:habites|vis|habitez|vivez)|où est-ce que (?:tu|vous) (?:habit|viv)|(?:tu habites|vous habitez|habites-tu|habitez-vous) où|dans quelle (?:ville|région) (?:habit|vi)|(?:tu habites|vous habitez|habites-tu) à (\p{Lu}[\p{L}-]+)/iu,
      answer: answer("(?:[ÀAà] |[Ee]n )?", TOWN),
      template: "Habite à {v}",
    },
    {
      slot: "job",
      ask:
        /(?:quel est (?:ton|votre) (?:métier|travail|emploi)|(?:tu fais|vous faites|que fais-tu|que faites-vous) (?:quoi )?(?:dans la vie|comme (?:métier|travail)))/iu,
      answer: answer("", TRADE),
      template: "Travaille comme {v}",
      job: true,
    },
    {
      slot: "name",
      ask:
        /comment (?:tu t'appelles|t'appelles-tu|vous appelez-vous|vous vous appelez|(?:je )?(?:dois|puis|peux)-je (?:t'|vous )appeler)|quel est (?:ton|votre) (?:nom|prénom)/iu,
      answer: answer("", PERSON),
      template: "S'appelle {v}",
    },
    {
      slot: "allergy",
      ask:
        /(?:tu as|vous avez|as-tu|avez-vous) (?:des|une) (?:allergies?|intolérances?)|(?:es-tu|tu es|êtes-vous) allergique/iu,
      answer: answer(
        "",
        "((?:[Aa]u|[Aa]ux|[Àà] la|[Àà] l')\\s?\\p{L}{3,}(?: et (?:au|aux|à la) \\p{L}{3,})?)",
      ),
      template: "Est allergique {v}",
      many: true,
    },
  ],
  pt: [
    {
      slot: "place.home",
      ask:
        /onde (?:você )?(?:mora|moras|vive|vives)|em que (?:cidade|bairro|região) (?:você )?(?:mora|vive|moras|vives|está)|(?:você mora|moras|vives) em (\p{Lu}[\p{L} ]+)\?/iu,
      answer: answer("(?:[Ee]m |[Nn][oa] )?", TOWN),
      template: "Mora em {v}",
    },
    {
      slot: "job",
      ask:
        /(?:qual é (?:a )?(?:sua|tua) (?:profissão|ocupação)|(?:com|em) (?:o )?que (?:você )?(?:trabalha|trabalhas)|o que (?:você )?(?:faz|fazes) da vida)/iu,
      answer: answer("(?:[Cc]omo )?", TRADE),
      template: "Trabalha como {v}",
      job: true,
    },
    {
      slot: "name",
      ask:
        /qual é (?:o )?(?:seu|teu) nome|como (?:você )?se chama|como te chamas|como (?:posso|devo) (?:te |lhe )?chamar/iu,
      answer: answer("", PERSON),
      template: "Chama-se {v}",
    },
    {
      slot: "allergy",
      ask:
        /(?:tem|tens) (?:alguma |algum tipo de )?(?:alergias?|intolerâncias?)|(?:é|és) alérgic[oa] a (?:algo|alguma)/iu,
      answer: answer("(?:[Aaàá]|[Aa]o|[Aa]os|[Àà]s) ", FOODS),
      template: "É alérgico a {v}",
      many: true,
    },
  ],
  zh: [
    {
      slot: "place.home",
      ask: /(?:你|您)(?:现在|目前|平时)?(?:住|在|家在)(?:在)?(?:哪|什么(?:城市|地方))/u,
      answer: answer("(?:我?住?在)?(?!家|公司|学校|外面|国外)", TOWN_HAN),
      template: "用户住在{v}",
    },
    {
      slot: "allergy",
      ask: /(?:有(?:没有|什么)?(?:食物)?过敏|对什么过敏)/u,
      answer: answer("(?:有[,，])?(?:对)?(?!没|不|无)", "(\\p{Script=Han}{2,5}?)", "(?:过敏)?"),
      template: "用户对{v}过敏",
      many: true,
    },
  ],
  ja: [
    {
      slot: "place.home",
      ask: /(?:お住まい(?:は|の)|どちらに(?:お)?住|どこに(?:お)?住)/u,
      answer: answer("(?:今は|いまは)?", TOWN_HAN, "(?:です|に住んでいます|だよ|)"),
      template: "ユーザーは{v}に住んでいる",
    },
    {
      slot: "allergy",
      ask: /アレルギー(?:は|が|などは)(?:何か)?(?:あります|ございます|お持ち|ある)/u,
      answer: answer(
        "(?!特に|ない|あり|無)",
        "([\\p{Script=Han}\\p{Script=Katakana}ーと、]{1,10}?)",
        "(?:です|があります|がだめです|だけです)",
      ),
      template: "ユーザーは{v}アレルギーがある",
      many: true,
    },
  ],
};

/** Questions that a plain `no` answers. */
export const DENIED_ABROAD: Readonly<Partial<Record<Lang, readonly DeniedAbroad[]>>> = {
  de: [{
    slot: "diet.avoid",
    ask: /(?:isst du|essen sie) (fleisch|fisch|eier|käse|nüsse|schweinefleisch)\s?\?/iu,
    template: "Isst kein {v}",
  }],
  es: [{
    slot: "diet.avoid",
    ask: /(?:comes|come usted) (carne|pescado|huevos|marisco|cerdo)\s?\?/iu,
    template: "No come {v}",
  }],
  fr: [{
    slot: "diet.avoid",
    ask:
      /(?:tu manges|vous mangez|manges-tu|mangez-vous) (?:de la |du |des )(viande|poisson|œufs|porc|fromage)\s?\?/iu,
    template: "Ne mange pas de {v}",
  }],
  pt: [{
    slot: "diet.avoid",
    ask: /(?:come|comes) (carne|peixe|ovos|marisco|porco)\s?\?/iu,
    template: "Não come {v}",
  }],
  zh: [{
    slot: "diet.avoid",
    ask: /(?:你|您)吃(肉|鱼|海鲜|鸡蛋|猪肉|牛肉|辣)吗/u,
    template: "用户不吃{v}",
  }],
  ja: [{
    slot: "diet.avoid",
    ask: /お?(肉|魚|卵|生もの)は(?:食べますか|召し上がりますか|大丈夫ですか)/u,
    template: "ユーザーは{v}を食べない",
  }],
};

/** `Tee` as an answer to `Trinkst du lieber Kaffee oder Tee?`. */
export const EITHER_ABROAD: Readonly<Partial<Record<Lang, readonly [RegExp, string]>>> = {
  de: [/(?<!\p{L})lieber (\p{L}+) oder (\p{L}+)\s?\?/iu, "Mag lieber {v}"],
  es: [
    /(?:prefieres|prefiere) (?:el |la |los |las )?(\p{L}+) o (?:el |la |los |las )?(\p{L}+)\s?\?/iu,
    "Prefiere {v}",
  ],
  fr: [
    /(?:préfères|préférez)(?:-tu|-vous)? (?:le |la |les |l')?(\p{L}+) ou (?:le |la |les |l')?(\p{L}+)\s?\?/iu,
    "Préfère {v}",
  ],
  pt: [
    /(?:prefere|preferes) (?:o |a |os |as )?(\p{L}+) ou (?:o |a |os |as )?(\p{L}+)\s?\?/iu,
    "Prefere {v}",
  ],
  zh: [
    /更?喜欢(?:喝|吃)?(\p{Script=Han}{1,4})还是(?:喝|吃)?(\p{Script=Han}{1,4}?)(?:呢|啊)?[?？]/u,
    "用户更喜欢{v}",
  ],
  ja: [
    /([\p{Script=Han}\p{Script=Katakana}ー]{1,8})と([\p{Script=Han}\p{Script=Katakana}ー]{1,8})(?:では|なら)?、?(?:どちら|どっち)が(?:お)?好き/u,
    "ユーザーは{v}のほうが好き",
  ],
};
