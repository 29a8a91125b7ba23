/**
 * Where a standing order of another language holds: `dans les relances, …`, `bei Rechnungen …`.
 *
 * @module
 */

import type { Lang } from "../../types.ts";

/** Orders of German that may follow a place without a comma. */
const ORDER_DE =
  "(?:immer |nie |niemals |stets |bitte )*(?:antwort|schreib|nutz|verwend|benutz|gib|zeig|sag|frag|mach|lass|nenn|füg|setz|schick|send|halt|vermeid|erklär|fass|formulier|rund|rechne|sprich|duz|siez|nimm|prüf|stell|kürz|zitier|markier|sortier|ergänz|beginn|begrüß|kommentier|liste|trag|leg|fang|hör|leit|übersetz)(?:e|s|t|n)?\\b";

/** The place or time, and the order behind it. */
const FRONTS: Readonly<Partial<Record<Lang, readonly RegExp[]>>> = {
  de: [
    /^((?:wenn|sobald|bevor|jedes mal,? wenn|immer wenn) [^,;:]{3,60}), ?(?:dann )?(.{4,})$/iu,
    new RegExp(
      `^((?:bei|in|für|mit|zu|auf|vor|nach) (?:\\p{L}+ ){0,5}?\\p{L}+) (${ORDER_DE} .{3,})$`,
      "iu",
    ),
  ],
  fr: [
    /^((?:quand|lorsque|dès que|chaque fois que) [^,;:]{3,50}?) ((?:ne |n')?(?:utilise|mets|donne|réponds|écris|ajoute|évite|fais|montre|explique|indique|arrondis|résume|traduis|vouvoie|tutoie)z?(?:-\p{L}+)? .{3,})$/iu,
    /^((?:dans|pour|avec|sur|en|à|chez|lors d[eu]s?|quand|lorsque|dès que|chaque fois qu[e']) ?[^,;:]{2,60})[,:] ?(.{4,})$/iu,
  ],
  es: [
    /^((?:cuando|siempre que|cada vez que) [^,;:]{3,50}?) ((?:siempre |nunca |no )*(?:usa|use|pon|ponme|ponga|dame|responde|contesta|escribe|escríbeme|incluye|evita|añade|muestra|haz|hazlo|indica|redondea|resume|traduce|habla|háblame|explica) .{3,})$/iu,
    /^((?:en|para|con|cuando|siempre que|al|cada vez que) [^,;:]{2,60})[,:] ?(.{4,})$/iu,
  ],
  pt: [
    /^((?:quando|sempre que|cada vez que|toda vez que) [^,;:]{3,50}?) ((?:sempre |nunca |não )*(?:use|usa|põe|ponha|coloque|coloca|responda|responde|escreva|escreve|inclua|evite|mostre|faça|faz|indique|arredonde|resuma|traduza|fale|explique) .{3,})$/iu,
    /^((?:em|no|na|nos|nas|para|com|quando|sempre que|ao|cada vez que) [^,;:]{2,60})[,:] ?(.{4,})$/iu,
  ],
};

/** A place that is said of every one of its kind. */
const EVERY: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?<!\p{L})(?:jede[rmns]?|alle[nr]?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:chaque|tous les|toutes les)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:cada|todos los|todas las)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:cada|todos os|todas as)(?!\p{L})/iu,
};

/** The order of today or of one day. */
const ONE_DAY =
  /(?<!\p{L})(?:heute|morgen|diese[rsmn]?|gestern|demain|aujourd'hui|ce soir|cette|hoy|mañana|este|esta|hoje|amanhã)(?!\p{L})/iu;

/** The front of an order and the order itself, or null when it has none. */
export function splitFront(
  text: string,
  lang: Lang,
): { front: string; order: string; every: boolean } | null {
  for (const pattern of FRONTS[lang] ?? []) {
    const match = pattern.exec(text);
    const front = match?.[1]?.trim() ?? "";
    if (match === null || front === "" || ONE_DAY.test(front)) continue;
    return { front, order: match[2] ?? "", every: EVERY[lang]?.test(front) === true };
  }
  return null;
}
