/**
 * Where a standing order of another language holds: `dans les relances, …`, `bei Rechnungen …`.
 *
 * @module
 */

import type { Lang } from "../../types.ts";

/** Orders of German that may follow a place without a comma. */
const ORDER_DE =
  "(?:immer |nie |niemals |stets |bitte )*(?:antwort|schreib|nutz|verwend|benutz|gib|zeig|sag|frag|mach|lass|nenn|füg|setz|schick|send|halt|vermeid|erklär|fass|formulier|rund|rechne|sprich|duz|siez|nimm|prüf|stell|kürz|zitier|markier|sortier|ergänz|beginn|begrüß|kommentier|liste|trag|leg|fang|hör|leit|übersetz|verweis|erinner|empfiehl|informier|meld|warn|biet|ordn|speicher|kopier|verlink|lies|beschreib|begründ|plan|such|wähl|lösch|verschieb|kennzeichn|beend)(?:e|s|t|n)?\\b";

/** The place or time, and the order behind it. */
const FRONTS: Readonly<Partial<Record<Lang, readonly RegExp[]>>> = {
  de: [
    /^((?:wenn|sobald|bevor|falls|jedes mal,? wenn|immer wenn) [^,;:]{3,60}), ?(?:dann )?(.{4,})$/iu,
    new RegExp(
      `^((?:bei|in|für|mit|zu|auf|vor|nach) (?:\\p{L}+ ){0,5}?\\p{L}+) (${ORDER_DE} .{3,})$`,
      "iu",
    ),
  ],
  fr: [
    /^((?:quand|lorsque|dès que|chaque fois que) [^,;:]{3,50}?) ((?:ne |n')?(?:utilise|mets|donne|réponds|écris|ajoute|évite|fais|montre|explique|indique|arrondis|résume|traduis|vouvoie|tutoie)z?(?:-\p{L}+)? .{3,})$/iu,
    /^((?:dans|pour|avec|sur|en|à|chez|lors d[eu]s?|avant d[e']|après|si|s'ils?|quand|lorsque|dès que|chaque fois qu[e']) ?[^,;:]{2,60})[,:] ?(.{4,})$/iu,
  ],
  es: [
    /^((?:cuando|siempre que|cada vez que) [^,;:]{3,50}?) ((?:siempre |nunca |no )*(?:usa|use|pon|ponme|ponga|dame|responde|contesta|escribe|escríbeme|incluye|evita|añade|muestra|haz|hazlo|indica|redondea|resume|traduce|habla|háblame|explica) .{3,})$/iu,
    /^((?:en|para|con|cuando|siempre que|al|cada vez que|antes de|después de|si) [^,;:]{2,60})[,:] ?(.{4,})$/iu,
  ],
  pt: [
    /^((?:quando|sempre que|cada vez que|toda vez que) [^,;:]{3,50}?) ((?:sempre |nunca |não )*(?:use|usa|põe|ponha|coloque|coloca|responda|responde|escreva|escreve|inclua|evite|mostre|faça|faz|indique|arredonde|resuma|traduza|fale|explique) .{3,})$/iu,
    /^((?:em|no|na|nos|nas|para|com|quando|sempre que|ao|cada vez que|antes de|depois de|se) [^,;:]{2,60})[,:] ?(.{4,})$/iu,
  ],
  zh: [
    /^((?:每次|每当|当)?[^,，;；。]{2,30}?(?:的时候|之前|之后|以前))[,，]? ?(.{3,})$/u,
    /^((?:每次|每当|当)?[^,，;；。]{2,30}?[^\d一二三四五六七八九十几两有同及准按小]时)[,，] ?(.{3,})$/u,
    /^((?:如果|要是|一旦|凡是|只要|遇到|每次(?![^,，]*(?:都|先|要|把|请)))[^,，;；。]{2,30})[,，] ?(?:那?就)?(.{3,})$/u,
  ],
  ja: [
    /^([^、。]{2,40}?(?:とき|(?<![\d一二三四五六七八九十何])時|際|場合))(?:には|に|は)?、? ?(?<=[はに、])(.{4,})$/u,
    /^([^、。]{2,40}?(?:前に|後に|たびに|後で))は?、? ?(.{4,})$/u,
  ],
};

/** A place that is said of every one of its kind. */
const EVERY: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?<!\p{L})(?:jede[rmns]?|alle[nr]?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:chaque|tous les|toutes les)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:cada|todos los|todas las)(?!\p{L})/iu,
  zh: /每[次当个]|凡是|所有/u,
  ja:
    /たび|毎|すべて|全て|(?:書|作成す|答え|返信す|返事す|出|訳|翻訳す|まとめ|要約す|提案す|送|説明す|紹介す)(?:く|る|す)(?:とき|時|際|場合|前)|(?:聞い|尋ね|頼ん|お願いし|質問し|相談し|依頼し|問い合わせが?(?:あっ|来))(?:た|だ)(?:とき|時|際|場合)/u,
  pt: /(?<!\p{L})(?:cada|todos os|todas as)(?!\p{L})/iu,
};

/** The order of today or of one day. */
const ONE_DAY =
  /(?<!\p{L})(?:heute|morgen|diese[rsmn]?|gestern|demain|aujourd'hui|ce soir|cette|hoy|mañana|este|esta|hoje|amanhã)(?!\p{L})|今天|明天|昨天|这次|这周|下周|今日|明日|昨日|今週|来週|今回|今度|次の/iu;

/** `客户问退货的时候,一定要先道歉`: a task or somebody's question, and what must be done then. */
const TASK_HAN =
  /(?:[我你]|客户|顾客|用户|客人|有人|提到|说到|讲到|涉及|写|回复|发|寄|列|报价|翻译|总结|推荐|整理|提交|部署|删除|付款|下单).{0,12}(?:时候?|之前|之后|以前)$/u;

function isDutyHan(front: string, order: string): boolean {
  return TASK_HAN.test(front) &&
    /^也?(?:都)?(?:一定|必须|务必|总是|不要|别|只|先)|^都(?:要|用|写|按|给|先)/u.test(order);
}

/** The front of an order and the order itself, or null when it has none. */
export function splitFront(
  text: string,
  lang: Lang,
): { front: string; order: string; every: boolean } | null {
  for (const pattern of FRONTS[lang] ?? []) {
    const match = pattern.exec(text);
    const front = match?.[1]?.trim() ?? "";
    if (match === null || front === "" || ONE_DAY.test(front)) continue;
    const order = match[2] ?? "";
    return { front, order, every: EVERY[lang]?.test(front) === true || isDutyHan(front, order) };
  }
  return null;
}

/** What an order of every answer of a kind is about: `Protokolle immer nur als Stichpunkte`. */
const TOPICS: Readonly<Partial<Record<Lang, readonly RegExp[]>>> = {
  de: [
    /^(\p{Lu}\p{Ll}{2,}(?:e|en|er|ern|eln|s)) (?:(?:gehören|kommen|werden|sind|müssen|sollen) (?:bei uns |hier )?)?(?:immer|nie|niemals|stets|grundsätzlich|nur)(?!\p{L})/u,
    /^\p{L}{3,12} (?:mir |uns )?(Preise|Daten|Zahlen|Beträge|Uhrzeiten|Zeiten|Maße|Mengen|Temperaturen|Entfernungen|Titel|Rezepte|Gewichte) (?:in|mit|ohne|als|auf|nach) /u,
    /^\p{L}{3,12} (?:mir |uns )?(?:(?:immer|nie|stets) )?(?:(?:deine|meine|alle|die) )?(\p{Lu}\p{Ll}{2,}(?:e|en|er|ern|eln|s)) (?:immer|nie|niemals|stets|grundsätzlich|nur)(?!\p{L})/u,
  ],
  es: [
    /^(?:l[oa]s|tus) (\p{Ll}{3,}s(?: de \p{Ll}+)?)(?:,)? (?:siempre|nunca|solo)(?!\p{L})/iu,
    /^\p{L}+ (?:siempre |nunca )?(?:l[oa]s|tus) (\p{Ll}{3,}s) (?:siempre |nunca )?(?:con|en|sin|por|a|al|como)(?!\p{L})/iu,
  ],
  fr: [
    /^(?:les|tes) (\p{Ll}{3,}s(?: \p{Ll}+s)?),? (?:toujours|jamais|c'est|uniquement)(?!\p{L})/iu,
    /^\p{L}+ (?:toujours |jamais )?(?:les|tes|mes) (\p{Ll}{3,}s) (?:par|en|avec|sans|à|comme|au|sous)(?!\p{L})/iu,
  ],
  pt: [
    /^(?:(?:[oa]s|suas|seus) )?(\p{L}{3,}s),? (?:sempre|nunca|só)(?!\p{L})/iu,
    /^\p{L}+ (?:sempre |nunca )?(?:[oa]s|suas|seus) (\p{Ll}{3,}s) (?:sempre |nunca )?(?:com|em|no|na|sem|por|a|ao|como)(?!\p{L})/iu,
  ],
  zh: [
    /^((?:\p{Script=Han}{1,7}的)?(?:会议纪要|纪要|总结|摘要|邮件|报价|价格|日期|时间|代码|注释|菜谱|食谱|翻译|标题|表格|清单|列表|报告|计划|攻略|行程|文案|文章|图片|链接))(?: |都|一律|总是|最多|最少|只|必须|要|不要|用|控制)/u,
  ],
  ja: [
    /^((?:\p{Script=Han}{1,4}(?:へ|向け)?の)?(?!今後|これから|次|回答|返事|返信|答え|文章|今|私|僕|日本語|いつも|毎)[\p{Script=Han}\p{Script=Katakana}ーA-Za-z]{2,8})は、?(?:いつも|必ず|常に|すべて|全て|できるだけ|なるべく)/u,
  ],
};
/** `Bei Beträgen immer ein Komma`. */
const PLACED_DE =
  /^((?:Bei|In|Für|Zu|Auf) (?:\p{Ll}+ )?\p{Lu}\p{L}{3,}) (?:immer|nie|niemals|stets|grundsätzlich|nur|kein\p{L}*|die|das|den|alle) /u;
/** Nouns that are answers, or words that are none. */
const ANY_ANSWER =
  /^(?:antworten|antwort|zukunft|regel|respuestas|réponses|respostas|textos?|textes|mais|menos|veces|vezes|fois|depois|antes|demais|dans|sans|plus|moins|vous|nous)$/iu;

/** The situation of an order that names what it is about, or "". */
export function topicAbroad(order: string, lang: Lang): string {
  const placed = lang === "de" ? PLACED_DE.exec(order)?.[1] ?? "" : "";
  if (placed !== "" && !/(?:Zukunft|Regel|Prinzip|Antwort(?:en)?)$/.test(placed)) return placed;
  for (const pattern of TOPICS[lang] ?? []) {
    const noun = pattern.exec(order)?.[1] ?? "";
    if (noun === "" || ANY_ANSWER.test(noun)) continue;
    if (lang === "de") {
      return startsWithOrder.test(noun) ? "" : `Wenn es um ${noun} geht`;
    }
    const low = noun.charAt(0).toLowerCase() + noun.slice(1);
    if (lang === "es") return `Cuando se trate de ${low}`;
    if (lang === "fr") return `Quand il s'agit ${/^[aeiouéèêh]/i.test(low) ? "d'" : "de "}${low}`;
    if (lang === "pt") return `Quando se trata de ${low}`;
    return lang === "zh" ? `涉及${noun}时` : `${noun}のとき`;
  }
  return "";
}

const startsWithOrder = new RegExp(`^${ORDER_DE}$`, "iu");
