/**
 * What makes an order of another language last without a word for `always`: how the user is to be
 * addressed, what was said before, and `and so each time`.
 *
 * @module
 */

import type { Lang } from "../../types.ts";

/** `Duz mich bitte`, `tutoie-moi`, `タメ口で話して`: a way of address is for good. */
const ADDRESS: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /(?<!\p{L})(?:(?:duz|siez)(?:e|t|en sie)? (?:mich|uns)|(?:sag|sagen sie) (?:ruhig |bitte |doch |einfach )*(?:du|sie) zu mir|(?:sprich|rede|red) (?:bitte )?mich (?:bitte )?(?:mit|per) (?:du|sie)|bleiben wir (?:bitte )?beim (?:du|sie))(?!\p{L})/iu,
  es:
    /(?<!\p{L})(?:tutéa(?:me|nos)|tutéeme|trát[ae]me (?:de|con) (?:tú|usted|vos)|no me (?:hables|trates) de (?:usted|tú)|háblame de (?:tú|usted|vos))(?!\p{L})/iu,
  fr:
    /(?<!\p{L})(?:tutoie|tutoyez|vouvoie|vouvoyez)-(?:moi|nous)(?!\p{L})|(?<!\p{L})ne me (?:tutoie|tutoyez|vouvoie|vouvoyez) (?:pas|plus)(?!\p{L})/iu,
  pt:
    /(?<!\p{L})(?:me trat[ae]|trat[ae]-me|não me trat[ae]s?) (?:por|de) (?:tu|você|senhora?)(?!\p{L})|(?<!\p{L})fal[ae] comigo (?:de (?:um jeito|uma forma|forma|maneira|modo) )?(?:mais )?(?:informal(?:mente)?|formal(?:mente)?|por tu|na informalidade)(?!\p{L})/iu,
  zh:
    /(?:别|不要|不用)(?:再)?(?:用|叫我?|称呼我?为?)[“"「]?您|(?:用|叫我?)[“"「]?你[”"」]?(?:称呼我|就行|就好|就可以)/u,
  ja:
    /(?:敬語|丁寧語|です・?ます調)(?:は|を|じゃなく|ではなく)?(?:.{0,6})?(?:やめて|使わないで|なしで)|(?:タメ口|ため口|敬語)で(?:話して|お願い|いい|大丈夫)/u,
};

/** What makes an order one of the moment. */
const ONCE =
  /(?<!\p{L})(?:diesmal|heute|nur jetzt|ausnahmsweise|hier|esta vez|hoy|cette fois|aujourd'hui|pour une fois|desta vez|hoje|dessa vez)(?!\p{L})|这次|今天|今回|今日|この(?:文|メール|手紙)/iu;

/** `Te he dicho que …`, `前にも言いました`: an order that was given before. */
const SAID_BEFORE: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /(?<!\p{L})(?:(?:das )?(?:habe?|hatte) ich (?:dir |ihnen )?(?:doch )?(?:schon|bereits|gerade|eben)(?: mal| (?:ein|zwei|drei|mehr)mal)? gesagt|ich (?:habe?|hatte) (?:dir |ihnen )?(?:doch )?(?:schon|bereits)(?: mal| (?:ein|zwei|drei|mehr)mal)? gesagt|wie (?:ich )?schon gesagt)(?:, dass ich|, dass|:|,)? ?/iu,
  es:
    /(?<!\p{L})(?:ya )?(?:te|se) (?:lo )?(?:he dicho|dije|había dicho|tengo dicho)(?: (?:ya|antes|mil veces|varias veces))?(?: que)?(?:,|:)? ?|(?<!\p{L})ya lo (?:he dicho|dije)(?: antes)? ?/iu,
  fr:
    /(?<!\p{L})je (?:te |vous )?l'ai déjà dit ?|(?<!\p{L})je (?:t'|vous )ai (?:déjà )?dit (?:que |de |d'|: ?)?|(?<!\p{L})j'ai (?:déjà |bien )?dit (?:que |de |d'|: ?)?/iu,
  pt:
    /(?<!\p{L})(?:eu )?já (?:te |lhe )?(?:disse|falei|pedi|avisei)(?: antes)?(?: que| pra| para)?(?:,|:)? ?|(?<!\p{L})(?:eu )?disse que ?/iu,
  zh:
    /(?:我)?(?:之前|刚才|上次|已经|早就|都)?(?:跟你)?说过(?:了|的|很多次了?|多少次了?)?[,，:：]?/u,
  ja:
    /[、。]?(?:前(?:にも|回も?|から)|さっき(?:も|から)?|何度も|もう)(?:言いました|言った(?:よね|でしょう?|はず)?|お伝えしました|伝えました|言っています)(?:よね|よ|が|けど)?[、。]?/u,
};

/** `Sin emojis`, `nada de listas`, `não quero emojis`: what was told before, with no verb of an order. */
const BARE_BAN: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /^(?:keine?n?|ohne|nicht) \p{L}/iu,
  es: /^(?:sin|nada de|ningún|ninguna|no quiero(?: ver| más)?|no (?:uses|pongas|hagas|me)) \p{L}/iu,
  fr: /^(?:sans|pas d['e]|plus d['e]|aucune?|je ne veux (?:pas|plus)) ?\p{L}/iu,
  pt: /^(?:sem|nada de|nenhuma?|não quero(?: ver| mais)?|não (?:use|usa|ponha|faça)) \p{L}/iu,
};

/** `…, y así cada vez que me des un horario`: the order and when it holds. */
const AND_SO: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(.{4,}?),? und (?:das|so|genauso)(?: bitte)? ((?:immer|jedes mal|jedesmal),? wenn .{4,}|bei (?:jede[rmn]|allen) .{3,})$/iu,
  es:
    /^(.{4,}?),? y (?:así|lo mismo|igual)(?: por favor)? ((?:siempre que|cada vez que|cuando) .{4,}|(?:en cada|en tod[oa]s) .{3,})$/iu,
  fr:
    /^(.{4,}?),? et (?:comme ça|ainsi|pareil|de même)(?: s'il te plaît)? ((?:à )?chaque fois que .{4,}|(?:quand|dès que) .{4,}|(?:dans|pour) (?:chaque|tou(?:te)?s les) .{3,})$/iu,
  pt:
    /^(.{4,}?),? e (?:assim|da mesma forma|o mesmo)(?: por favor)? ((?:sempre que|toda vez que|cada vez que|quando) .{4,}|em (?:cada|tod[oa]s [oa]s) .{3,})$/iu,
};

/** `Könntest du …?`, `¿podrías …?`, `…てもらえますか`: an order put as a question. */
const POLITE: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /^(?:(?:ach|und|hey|hallo|okay|ok|super|danke)[,!]? )?(?:kannst|könntest|würdest|magst) du (?!(?:immer )?noch(?!\p{L}))([^?]*(?<!\p{L})(?:(?:ant|be)worten|schreiben|(?:an)?geben|nennen|nutzen|verwenden|benutzen|sagen|machen|halten|(?:zusammen)?fassen|duzen|siezen|reden|sprechen|erklären|anzeigen|runden|sortieren|(?:weg)?lassen|\p{L}*fügen|dazuschreiben|übersetzen|korrigieren|formulieren|zitieren|fragen|erinnern|schicken|\p{L}*listen|prüfen|rechnen|ansprechen))$/iu,
  es:
    /^(?:(?:y|oye|hola|vale|gracias)[,!]? )?¿?(?:puedes|podrías|podría|puede|te importa|te importaría) ((?:siempre |nunca |no |a partir de ahora,? )*(?:responder|contestar|escribir|poner|dar|usar|decir|hablar|explicar|incluir|evitar|añadir|redondear|resumir|citar|tutear|preguntar|avisar|recordar|mandar|enviar|traducir|corregir|dejar|mostrar|indicar|hacer)(?:me|nos|l[oae]s?|mel[oa]s?)? [^?]+)$/iu,
  fr:
    /^(?:(?:et|dis|bonjour|salut|ok|merci)[,!]? )?(?:peux-tu|pourrais-tu|pouvez-vous|pourriez-vous|tu peux|tu pourrais|est-ce que tu (?:peux|pourrais)|vous pouvez|vous pourriez) ((?:toujours |désormais |dorénavant |à l'avenir,? |à chaque fois |systématiquement |ne (?:jamais|plus) )*(?:me |m'|nous |les? |la |y )*(?:répondre|écrire|mettre|donner|utiliser|parler|expliquer|ajouter|éviter|arrondir|résumer|citer|tutoyer|vouvoyer|demander|prévenir|rappeler|envoyer|traduire|corriger|indiquer|préciser|faire|montrer|dire)(?!\p{L})[^?]*)$/iu,
  pt:
    /^(?:(?:e|oi|olá|obrigad[oa]|ok)[,!]? )?(?:você )?(?:pode|poderia|podes|podias|consegue|dá para|dá pra) ((?:sempre |nunca |não |a partir de agora,? )*(?:me )?(?:responder|escrever|pôr|colocar|dar|usar|dizer|falar|explicar|incluir|evitar|arredondar|resumir|citar|perguntar|avisar|lembrar|mandar|enviar|traduzir|corrigir|tratar|mostrar|indicar|fazer)(?:-me|-nos)? [^?]+)$/iu,
  zh:
    /^(?:你)?((?:以后|今后|从现在起|每次)?)(?:你)?(?:能不能|可不可以|可以|能否|能)((?:以后|每次|一直|总是|都|一律)?.{3,40}?)(?:吗|么)?$/u,
  ja:
    /^(.{4,60}[てで])(?:もらえ(?:ます|ません|る|ない)|くれ(?:ます|ません|る|ない)|いただけ(?:ます|ません|る|ない)|頂け(?:ます|ません)|ほしいのです)(?:か|でしょうか|かな)?$/u,
};
/** A question within the question: `Kannst du mir immer sagen, wann …?`. */
const ASKS_WITHIN =
  /(?<!\p{L})(?:ob|wann|warum|wieso|was|wie (?:viel|lange|oft)|cuándo|por qué|qué|cómo|dónde|pourquoi|combien|comment|ce que|où|por que|quando é|onde|como é)(?!\p{L})|什么|怎么|为什么|哪|何|どう|いつ(?!も)|なぜ/iu;

/** The words by which an order of how to address the user lasts, "" where there are none. */
export function addressIn(raw: string, lang: Lang): string {
  return ONCE.test(raw) ? "" : ADDRESS[lang]?.exec(raw)?.[0].trim() ?? "";
}

/** An order told again, without the words that say so; null where none says so. */
export function toldAgain(raw: string, lang: Lang): { order: string; cue: string } | null {
  const match = SAID_BEFORE[lang]?.exec(raw);
  if (match === null || match === undefined) return null;
  const order = `${raw.slice(0, match.index)}${raw.slice(match.index + match[0].length)}`
    .replace(/^[\s,:、]+|[\s,:、]+$/gu, "");
  return order === "" ? null : { order, cue: match[0].trim() };
}

/** The order within a polite question, or null. */
export function askedPolitely(raw: string, lang: Lang): string | null {
  const match = POLITE[lang]?.exec(raw);
  if (match === null || match === undefined) return null;
  const order = match.slice(1).join("").trim();
  return ASKS_WITHIN.test(order) ? null : order;
}

/** Whether a ban stands without a verb. */
export function isBareBan(text: string, lang: Lang): boolean {
  return BARE_BAN[lang]?.test(text) === true;
}

/** What the assistant does then, or every thing of a kind. */
const OF_ASSISTANT: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?<!\p{L})(?:du|Sie)(?!\p{L})|^bei (?:jede|alle)/u,
  es:
    /(?<!\p{L})(?:me|nos) \p{L}+[ae]s(?!\p{L})|(?<!\p{L})\p{L}{2,}[ae]s (?:un|una|l[oa]s?|el|de|con)(?!\p{L})|^en (?:cada|tod)/iu,
  fr: /(?<!\p{L})(?:tu|vous)(?!\p{L})|^(?:dans|pour) (?:chaque|tou)/iu,
  pt:
    /(?<!\p{L})você(?!\p{L})|^(?:sempre|toda vez|cada vez|quando)(?: que)? (?:me |tu |lhe )?\p{L}{2,}(?:r|res)(?!\p{L})|^em (?:cada|tod)/iu,
};

/** An order and the times at which it holds from now on, or null. */
export function andSo(raw: string, lang: Lang): { order: string; when: string } | null {
  const [, order = "", when = ""] = AND_SO[lang]?.exec(raw) ?? [];
  return order !== "" && OF_ASSISTANT[lang]?.test(when) === true
    ? { order: order.trim(), when: when.trim() }
    : null;
}
