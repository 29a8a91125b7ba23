/**
 * Who a sentence of another language is about, for what no rule took.
 *
 * @module
 */

import type { Lang } from "../types.ts";

/** Openings that name somebody who is neither the user nor of their household. */
const OTHERS: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(?:(?:und|aber|also|übrigens) )?(?:mein|meine|unser|unsere|der|die|ein|eine) (?:\p{L}+[ern] )?(?:\p{L}*(?:nachbar|nachbarin|nachbarn|kollege|kollegin|kollegen|chef|chefin|vorgesetzter|bekannter|bekannte|kumpel|schwager|schwägerin|cousin|cousine|onkel|tante|neffe|nichte|vermieter|vermieterin|kunde|kundin|mitschüler|mitschülerin|lehrer|lehrerin|trainer|trainerin|chor|ex|figur|romanfigur|hauptfigur|charakter|protagonist|protagonistin)|(?:bester |beste )?(?:freund|freundin) (?:von|aus)\b.*|freunde)(?!\p{L})/u,
  es:
    /^(?:(?:y|pero) )?(?:(?:el|la|los|las) \p{L}+ de )?(?:mi|mis|nuestro|nuestra|un|una|el|la) (?:mejor )?(?:vecin[oa]s?|compañer[oa] de (?:trabajo|clase)|colegas?|jef[ea]|amig[oa]s?|cuñad[oa]|prim[oa]|tí[oa]|sobrin[oa]|caser[oa]|clienta?|profesora?|entrenadora?|ex|conocid[oa]|personajes?|protagonistas?)(?!\p{L})/u,
  fr:
    /^(?:(?:et|mais) )?(?:(?:le |la |les |l')\p{L}+ de )?(?:mon|ma|mes|notre|un|une|le|la) (?:meilleure? )?(?:voisine?|voisins|collègues?|chef|cheffe|patronne?|amie?s?|pote|beau-frère|belle-sœur|cousine?|oncle|tante|neveu|nièce|propriétaire|cliente?|prof|professeure?|entraîneur|ex|personnages?|héros|héroïne)(?!\p{L})/u,
  pt:
    /^(?:(?:e|mas) )?(?:[oa]s? \p{L}+ d[oa]s? )?(?:[oa]s? )?(?:meus?|minhas?|nosso|nossa|um|uma) (?:melhor )?(?:vizinh[oa]s?|colegas?|chefe|patr(?:ão|oa)|amig[oa]s?|cunhad[oa]|prim[oa]|ti[oa]|sobrinh[oa]|senhori[oa]|cliente|professora?|treinadora?|ex|personage(?:m|ns)|protagonistas?)(?!\p{L})/u,
  zh:
    /^(?:我|我们)(?:的|家|有个|有一个)?(?:邻居|同事|老板|领导|上司|朋友|闺蜜|哥们|同学|表哥|表姐|表弟|表妹|堂哥|堂弟|叔叔|阿姨|舅舅|姑姑|姑妈|姨妈|侄子|侄女|姐夫|妹夫|嫂子|房东|客户|老师|角色|主角|人物)/,
  ja:
    /^(?:日本人|中国人|外国人|人々|みんな|皆|多くの人|普通の人)(?:は|が|も)|^(?:(?:うち|私|僕|俺|隣|職場)の)?(?:ご近所さん|隣人|同僚|上司|部長|課長|社長|先輩|後輩|友人|友達|友だち|親友|知人|知り合い|いとこ|従兄弟|叔父|叔母|おじ|おば|甥|姪|義兄|義弟|義姉|義妹|大家さん|お客さん|先生|隣の人|キャラ(?:クター)?|主人公)(?:は|が|も|の)/,
};

/** The user beside them: what is told is of both. */
const OWN: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?<!\p{L})(?:ich|wir|mir|mich|uns)(?!\p{L})/u,
  es:
    /(?<!\p{L})(?:yo|me|nos|nosotr[oa]s|conmigo|soy|somos|vivo|vivimos|tengo|tenemos|trabajo|compartimos|quedamos)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:je|j'|moi|nous|me|m')/u,
  pt:
    /(?<!\p{L})(?:eu|me|nós|nos|comigo|conosco|connosco|sou|somos|moro|moramos|tenho|temos|trabalho|dividimos)(?!\p{L})/u,
  zh: /^.+?我/,
  ja: /(?:私|僕|俺|うち|自分)(?!の(?:同僚|上司|友|知|先|後|隣))/,
};

/** Whether what was said up to a place of a sentence is about somebody outside the household. */
export function isOfOthersAbroad(lang: Lang, said: string): boolean {
  return OTHERS[lang]?.test(said) === true && OWN[lang]?.test(said) !== true;
}

/** `予定を立ててほしい`, `帮我…`, `ich meinte …`: an order or what was meant, which is no fact. */
const ORDERS: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(?:doch |dann )?lieber (?:in|mit|ohne|als) |^ich (?:möchte|will|hätte gerne?), dass (?:du|sie)(?!\p{L})|(?<!\p{L})lass (?:\p{L}+ ){0,3}weg(?!\p{L})|^(?:bitte |dann )?(?:such|gib|schreib|mach|nenn|zeig|empfiehl|schlag|plan|erstell|formulier|fass|hilf|erklär|sag|find|erzähl|rechne|übersetz|beschreib|bau|entwirf|stell|liste)e? (?:mir|uns|bitte|mal|doch|die|das|den|ein|eine|einen|kurz)(?!\p{L})|(?<!\p{L})ich (?:meinte|meine|wollte sagen)(?!\p{L})|^(?:wir )?(?:können|könnten|wollen) uns (?:\p{L}+ )?(?:duzen|siezen)(?!\p{L})/u,
  es:
    /^no (?:entiendo|entendí|comprendo) (?:nada|esto|eso)(?!\p{L})|^en (?:el|la|los|las|un|una) \p{L}+ (?:pone|dice|ponía|decía) que |^(?:(?:a mí )?(?!déj)\p{L}*[áéíóú]\p{L}*(?:me|mel[oa]s?|nos)(?!\p{L})|(?:prefiero|quiero|necesito|me gustaría) que (?:me |nos |no |l[oa]s? )*\p{L}+[ae]s(?!\p{L})|mejor (?:en|con|sin) |(?:ya )?no (?:me |nos |l[oa]s? |les? )*(?:\p{L}+[^eén]es|\p{L}{2,}as)(?!\p{L}))|(?:^|, )(?:hazme|dame|dime|recomiéndame|escríbeme|búscame|ponme|sugiéreme|explícame|ayúdame|propón(?:me)?|busca|escribe|haz|usa|pon|responde|resume|traduce|cuéntame|enséñame|muéstrame) |(?<!\p{L})(?:me refería|quise decir|quería decir|me refiero)(?!\p{L})/u,
  fr:
    /^plutôt (?:en|avec|sans) |^je (?:préfère|veux|voudrais|préférerais) que (?:tu|vous)(?!\p{L})|(?:^|, )(?:donne|fais|trouve|propose|conseille|écris|rédige|résume|explique|aide|cherche|suggère|montre|dis|raconte|mets|utilise|réponds|traduis)z?(?:-(?:moi|nous|le|la|les))? |(?<!\p{L})(?:je parlais de|je voulais dire|je parle de)(?!\p{L})/u,
  pt:
    /^não (?:entendi|percebi|compreendi)(?!\p{L})|^melhor (?:em|com|sem) |^(?:prefiro|quero) que (?:você|tu|me \p{L}+[ae]s)(?!\p{L})|(?:^|, )(?:me (?:dá|dê|indica|indique|sugere|sugira|recomenda|recomende|ajuda|ajude|faz|faça|explica|explique|escreve|escreva|mostra|mostre|conta|conte)|sugere|sugira|faz|faça|escreve|escreva|traduz|traduza|resume|resuma|use|usa|coloque|põe|responda) |(?<!\p{L})(?:eu quis dizer|quis dizer|queria dizer|me referia|me refiro|referia-me)(?!\p{L})/u,
  zh:
    /^(?:不对|不是|错了|没错|对|好的)[,，]?$|^(?:请|帮我|麻烦|给我|帮忙|替我)|我(?:说|指|问|要|意思)的?(?:是|就是)/,
  ja:
    /(?:[てで](?:ほしい|欲しい|ください|下さい|くれ|くれる|もらえる|もらえます|いただけます|頂けます)(?:です|か|な|の|ん|が|けど)*|お願いします|お願いできますか|を教えて|のことです|という意味です)$/,
};

/** `Busco un teatro para ir con mi hija`: what is looked for in this talk; work and a home last. */
const SEARCHES: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(?:ich |wir )?(?:suche?|suchen|brauche?) (?:gerade |noch |für \p{L}+ \p{L}+ )?(?:(?:ei)?ne?n? |einen |etwas |was )(?!\p{L}*(?:job|arbeit|stelle)(?!\p{L}))|(?<!\p{L})(?:ich|wir) könnten? (?:jetzt |ewig |stundenlang |den ganzen )/u,
  es:
    /^(?:yo )?(?:busco|buscamos|ando buscando|estoy buscando|estamos buscando) (?:un|una|unos|unas|algo|algún|alguna) (?!trabajo|empleo)/u,
  fr:
    /^(?:je|j'|nous|on) ?(?:cherche|cherchons|recherche) (?:un|une|des|quelque chose) (?!travail|emploi|boulot)/u,
  pt:
    /^(?:eu )?(?:procuro|procuramos|busco|estou (?:procurando|buscando|à procura de)|ando à procura de) (?:um|uma|uns|umas|algo|algum|alguma) (?!emprego|trabalho)/u,
  zh: /^(?:我们?|请问)?(?:想|在|要|正在)?(?:找|挑|买)(?:一[个家款台件双条]|个|点)/u,
  ja: /を探して(?:い(?:ます|る)|います)(?:が|けど|ので)?$/u,
};

/** Whether a unit of another language tells the assistant what to do, or what was meant. */
export function isOrderAbroad(lang: Lang, said: string): boolean {
  return ORDERS[lang]?.test(said) === true || SEARCHES[lang]?.test(said) === true;
}
