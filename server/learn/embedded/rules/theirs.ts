/**
 * The user's `my` and `our` in what is told of them, in German, Spanish, French and Portuguese.
 *
 * @module
 */

import type { Lang } from "../types.ts";

/** What belongs to whom, and agreement that a template cannot know. */
const THEIRS: Readonly<Partial<Record<Lang, readonly (readonly [RegExp, string])[]>>> = {
  de: [
    [/(?<!\p{L})(?:mein|unser)(e[mnrs]?)?(?!\p{L})/gu, "ihr$1"],
    [/(?<!\p{L})(?:Mein|Unser)(e[mnrs]?)?(?!\p{L})/gu, "Ihr$1"],
  ],
  es: [
    [/(?<!\p{L})(?:mi|nuestr[oa])(?= \p{L})/gu, "su"],
    [/(?<!\p{L})(?:mis|nuestr[oa]s)(?= \p{L})/gu, "sus"],
    [/(?<!\p{L})(?:Mi|Nuestr[oa])(?= \p{L})/gu, "Su"],
    [/(?<!\p{L})(?:Mis|Nuestr[oa]s)(?= \p{L})/gu, "Sus"],
    [/^Es (?=(?:vegetarian|vegan|celíac|alérgic)[oa]s(?!\p{L}))/u, "Son "],
    [
      /^((?:No l|L)e (?:gusta|encanta))(?= (?:nada |mucho |más )?(?:l[oa]s|est[oa]s|es[oa]s|un[oa]s|mis|sus)(?!\p{L}))/u,
      "$1n",
    ],
  ],
  fr: [
    [/(?<!\p{L})mon(?= \p{L})/gu, "son"],
    [/(?<!\p{L})ma(?= \p{L})/gu, "sa"],
    [/(?<!\p{L})mes(?= \p{L})/gu, "ses"],
    [/(?<!\p{L})notre(?= \p{L})/gu, "leur"],
    [/(?<!\p{L})nos(?= \p{L})/gu, "leurs"],
    [/^Mon(?= \p{L})/u, "Son"],
    [/^Ma(?= \p{L})/u, "Sa"],
    [/^Mes(?= \p{L})/u, "Ses"],
    [/^Notre(?= \p{L})/u, "Leur"],
    [/^Nos(?= \p{L})/u, "Leurs"],
  ],
  pt: [
    [/^É (?=(?:vegetarian|vegan|celíac|alérgic)[oa]s(?!\p{L}))/u, "São "],
    [/(?<!\p{L})(?:meu|nosso)(s?)(?!\p{L})/gu, "seu$1"],
    [/(?<!\p{L})(?:minha|nossa)(s?)(?!\p{L})/gu, "sua$1"],
    [/(?<!\p{L})(?:Meu|Nosso)(s?)(?!\p{L})/gu, "Seu$1"],
    [/(?<!\p{L})(?:Minha|Nossa)(s?)(?!\p{L})/gu, "Sua$1"],
  ],
};

/** A statement with what is the user's told as theirs. */
export function theirs(text: string, lang: Lang): string {
  return (THEIRS[lang] ?? []).reduce((told, [own, other]) => told.replace(own, other), text);
}
