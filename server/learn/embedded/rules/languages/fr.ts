/** French. @module */

import type { LanguageRow } from "./rows.ts";

/** What French can say about a user. */
export const FR: LanguageRow = {
  lang: "fr",
  home: {
    template: "Habite à {v}",
    cue: [
      "(j'|je|nous) (habite|vis|habitons|vivons) (maintenant)? (à|en|au|aux|près de|dans le|sur) {v}",
    ],
    block: ["n' habite", "ne vis"],
  },
  moved: {
    template: "Habite à {v}",
    cue: [
      "(j'|nous) (ai|avons) (récemment)? (déménagé|emménagé) (à|en|au) {v}",
      "je me suis installé (à|en) {v}",
      "(n' habite|ne vis|n' habitons) plus (à|en) * * @comma? mais (à|en|au) {v}",
      "je me suis installée (à|en) {v}",
    ],
  },
  now: {
    template: "Est à {v}",
    cue: [
      "(je suis|nous sommes|je serai) (en déplacement|en vacances|actuellement)? (à|en|au) {v}",
    ],
  },
  trade: {
    template: "Travaille comme {v}",
    cue: ["(je)? (travaille|bosse) (comme|en tant que) {v}", "mon métier est {v}"],
  },
  job: {
    template: "Travaille comme {v}",
    cue: ["je suis (un|une)? {v}", "en tant que {v} @comma? je"],
    block: ["ne suis"],
  },
  name: {
    template: "S'appelle {v}",
    cue: [
      "(je)? m' appelle {v}",
      "mon nom est {v}",
      "appelle-moi {v}",
      "appelez-moi {v}",
      "moi @comma? c' est {v}",
    ],
  },
  diet: {
    template: "Est {v}",
    cue: ["(je suis|nous sommes|je mange|nous mangeons) {v}"],
    block: ["ne suis"],
  },
  allergy: {
    template: "Est allergique {v}",
    cue: ["(suis|sommes) (très)? allergique|allergiques {v}"],
    block: ["ne suis"],
  },
  like: {
    template: "Aime {v}",
    cue: ["(j'|nous) (aime|adore|aimons|adorons) (beaucoup|bien)? {v}"],
    block: ["j' aime pas", "n' aime", "aime mieux"],
  },
  dislike: {
    template: "N'aime pas {v}",
    cue: [
      "(n' aime|n' aimons|aime) pas (du tout|trop|beaucoup)? {v}",
      "(je|nous) (déteste|détestons) {v}",
    ],
  },
  prefer: {
    template: "Préfère {v}",
    cue: ["(je|nous) (préfère|préférons) {v}", "j' aime mieux {v}"],
  },
  rather: null,
  avoid: {
    template: "Ne mange pas {v}",
    cue: ["(je ne|nous ne) (mange|mangeons) (pas|jamais) {v}"],
  },
  pet: { template: "A {v}", cue: ["(j'|nous) (ai|avons) {v}"] },
  ended: [
    "(ai|avons) (quitté|vendu|abandonné|lâché) (le|la|mon|ma|l')? {v}",
    "ne (suis|vis|travaille|mange|bois) plus (à|en|au|comme)? {v}",
    "n' (ai|habite) plus (à|en|de|d')? {v}",
    "(ai|avons) arrêté (le|la|les|l'|de)? {v}",
    "{v} est (mort|morte|décédé|décédée)",
  ],
  forget: ["oublie|oubliez (ce que j' ai dit)? (sur|de|à propos de)? {v}"],
};
