/** German. @module */

import type { LanguageRow } from "./rows.ts";

/** What German can say about a user. */
export const DE: LanguageRow = {
  lang: "de",
  home: {
    template: "Wohnt in {v}",
    cue: [
      "(ich|wir) (wohne|lebe|wohnen|leben) (seit|jetzt|hier|schon|auch)? (in|bei|nahe) {v}",
      "^ (wohne|lebe) in {v}",
      "und (wohne|lebe) (in|auf|bei|an der) {v}",
      "(ich|wir) (wohne|lebe|wohnen|leben) auf {v}",
      "(mein|unser) zuhause ist {v}",
    ],
    block: ["wohne ich nicht", "lebe ich nicht", "wohne nicht", "lebe nicht", "wohnen nicht"],
  },
  moved: {
    template: "Wohnt in {v}",
    cue: [
      "(ich|wir) (bin|sind) (jetzt|inzwischen|letzten|gerade|vor kurzem)? nach {v} (gezogen|umgezogen)",
      "inzwischen (wohne|lebe) ich in {v}",
      "nach {v} (gezogen|umgezogen)",
      "(wohne|wohnen|lebe|leben) (ich|wir)? nicht (mehr|länger)? in * * @comma sondern (jetzt|inzwischen)? in {v}",
    ],
  },
  now: {
    template: "Ist in {v}",
    cue: ["(ich|wir) (bin|sind) * in {v}", "(bin|sind) (ich|wir) * in {v}"],
  },
  trade: {
    template: "Arbeitet als {v}",
    cue: [
      "(ich)? arbeite (hier|derzeit|seit|zurzeit)? als {v}",
      "von beruf bin ich {v}",
      "ich bin {v} von beruf",
      "mein beruf ist {v}",
    ],
  },
  job: {
    template: "Arbeitet als {v}",
    cue: [
      "ich bin (ein|eine)? {v}",
      "^ als {v} (arbeite|bin|habe|muss|brauche) ich",
      "bin (ein|eine)? {v}",
    ],
    block: ["bin in", "bin nicht", "bin kein"],
  },
  name: {
    template: "Heißt {v}",
    cue: [
      "(ich)? (heiße|heisse) (jetzt|nun|übrigens)? {v}",
      "mein name ist {v}",
      "^ {v} mein name",
      "nenn mich {v}",
    ],
  },
  diet: {
    template: "Ist {v}",
    cue: [
      "bin {v}",
      "(ich|wir) (bin|sind|lebe|esse|ernähre mich) (seit|strikt|streng|überwiegend|ab jetzt|ab sofort|neuerdings|inzwischen|jetzt)? {v}",
    ],
    block: [],
  },
  allergy: {
    template: "Ist allergisch gegen {v}",
    cue: ["allergisch (gegen|auf) {v}", "(ich|wir) (habe|haben) eine allergie gegen {v}"],
  },
  like: {
    template: "Mag {v}",
    cue: [
      "(ich|wir) (mag|mögen|liebe|lieben) (sehr|gern|gerne|am liebsten)? {v}",
      "{v} mag ich (sehr|gern|gerne|am liebsten)",
    ],
    block: ["mag nicht", "mag kein", "mag keine", "mag ich nicht"],
  },
  dislike: {
    template: "Mag {v} nicht",
    cue: [
      "{v} (mag|mögen) (ich|wir) (gar|überhaupt)? nicht",
      "(ich|wir) (mag|mögen) {v} nicht",
      "(ich|wir) (mag|mögen) (kein|keine|keinen) {v}",
      "(ich|wir) hasse|hassen {v}",
    ],
  },
  prefer: {
    template: "Mag lieber {v}",
    cue: [
      "(ich|wir) (mag|mögen|habe|nehme|trinke|esse|nutze|fahre) lieber {v}",
      "(ich|wir) bevorzuge|bevorzugen {v}",
      "lieber {v} als",
    ],
  },
  rather: { template: "Mag lieber {v}", cue: ["ich _ lieber {v}"] },
  avoid: {
    template: "Isst kein {v}",
    cue: [
      "(ich|wir) (esse|essen) (kein|keine|keinen) {v}",
      "esse (kein|keine|keinen) {v}",
    ],
  },
  pet: null,
  ended: [
    "(habe|haben) (den|die|das|meinen|meine|mein|unseren|unsere)? {v} (verkauft|aufgegeben|gekündigt|abgeschafft|verlassen)",
    "(ich|wir) (bin|wohne|lebe|esse|habe|arbeite|mag|sind|wohnen) nicht mehr (in|als|bei)? {v}",
    "(ich|wir) (bin|habe) (kein|keine|keinen) {v} mehr",
    "mit (dem|der)? {v} (habe|hab|haben) (ich|wir) (aufgehört|schluss gemacht)",
    "(habe|hab|haben) mit (dem|der)? {v} aufgehört",
    "{v} (habe|hab|haben) (ich|wir) (aufgegeben|verkauft|gekündigt|abgegeben|verschenkt)",
    "{v} ist (leider|letzte woche|im)? * (gestorben|verstorben|eingeschläfert worden)",
  ],
  forget: ["vergiss (bitte)? (alles|das|was ich)? (über|von|mit)? {v}"],
};
