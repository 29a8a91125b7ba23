/** How often somebody does what, tools by their name, and what the body went through; see `told.ts`. @module */

import type { FactRule } from "../rule.ts";
import { toldRules } from "./told.ts";

/** Rules of habits, named tools and health events, by language. */
export const TOLD_OFTEN: readonly FactRule[] = [
  ...toldRules(
    "de",
    `
event had = Hatte: {v}
  seit (meinem|meiner) {v}
  nach (meinem|meiner) {v} (kann|darf|bin|habe|brauche) ich
tool_for named = Nutzt {v}
  (ich|wir) (nutze|nutzen|benutze|benutzen|verwende|verwenden|arbeite mit|arbeiten mit) {v}
  und (nutze|nutzen|benutze|verwende) {v}
often schwimme = Schwimmt {v}
  (ich)? schwimme {v}
often laufe = Läuft {v}
  (ich)? laufe {v}
often jogge = Joggt {v}
  (ich)? jogge {v}
often tanze = Tanzt {v}
  (ich)? tanze {v}
often klettere = Klettert {v}
  (ich)? klettere {v}
often wandere = Wandert {v}
  (ich)? wandere {v}
often reite = Reitet {v}
  (ich)? reite {v}
often male = Malt {v}
  (ich)? male {v}
often nahe = Näht {v}
  (ich)? nähe {v}
often stricke = Strickt {v}
  (ich)? stricke {v}
often angle = Angelt {v}
  (ich)? angle {v}
often boxe = Boxt {v}
  (ich)? boxe {v}
often rudere = Rudert {v}
  (ich)? rudere {v}
often meditiere = Meditiert {v}
  (ich)? meditiere {v}
often topfere = Töpfert {v}
  (ich)? töpfere {v}
`,
  ),
  ...toldRules(
    "es",
    `
event had = Tuvo: {v}
  desde (mi|el|la) {v}
  (tras|después de) mi {v}
  desde que tuve {v}
event operated [shape:foreign_organ] = Operado: {v}
  me (operaron|quitaron|han operado|extirparon) (de)? {v}
  (estoy|fui) (operado|operada) (de)? {v}
tool_for named = Usa {v}
  (uso|usamos|utilizo|utilizamos) (el|la)? {v}
often nado = Nada {v}
  (yo|ahora|y)? nado {v}
often corro = Corre {v}
  (yo|ahora|y)? corro {v}
often bailo = Baila {v}
  (yo|ahora|y)? bailo {v}
often pinto = Pinta {v}
  (yo|ahora|y)? pinto {v}
often escalo = Escala {v}
  (yo|ahora|y)? escalo {v}
often patino = Patina {v}
  (yo|ahora|y)? patino {v}
often remo = Rema {v}
  (yo|ahora|y)? remo {v}
often medito = Medita {v}
  (yo|ahora|y)? medito {v}
often pesco = Pesca {v}
  (yo|ahora|y)? pesco {v}
often monto = Monta {v}
  (yo|ahora|y)? monto {v}
`,
  ),
  ...toldRules(
    "fr",
    `
event had = A eu : {v}
  depuis (mon|ma) {v}
  (après|suite à) (mon|ma) {v}
tool_for named = Utilise {v}
  (j'|je|nous|on) (utilise|utilisons) (le|la|l')? {v}
often nage = Nage {v}
  je nage {v}
often cours = Court {v}
  je cours {v}
often danse = Danse {v}
  je danse {v}
often peins = Peint {v}
  je peins {v}
often dessine = Dessine {v}
  je dessine {v}
often tricote = Tricote {v}
  je tricote {v}
often grimpe = Grimpe {v}
  je grimpe {v}
often medite = Médite {v}
  je médite {v}
often rame = Rame {v}
  je rame {v}
often peche = Pêche {v}
  je pêche {v}
`,
  ),
  ...toldRules(
    "pt",
    `
event had = Teve: {v}
  desde (o meu|a minha|meu|minha) {v}
  (depois|após) (do|da|de)? (meu|minha) {v}
  desde que tive {v}
event operated [shape:foreign_organ] = Operado: {v}
  (tirei|retirei|operei) {v}
  fui (operado|operada) {v}
tool_for named = Usa {v}
  (uso|usamos|utilizo|utilizamos) (o|a)? {v}
often nado = Nada {v}
  (eu|agora|e)? nado {v}
often corro = Corre {v}
  (eu|agora|e)? corro {v}
often danco = Dança {v}
  (eu|agora|e)? danço {v}
often pinto = Pinta {v}
  (eu|agora|e)? pinto {v}
often pedalo = Pedala {v}
  (eu|agora|e)? pedalo {v}
often escalo = Escala {v}
  (eu|agora|e)? escalo {v}
often medito = Medita {v}
  (eu|agora|e)? medito {v}
often remo = Rema {v}
  (eu|agora|e)? remo {v}
often pesco = Pesca {v}
  (eu|agora|e)? pesco {v}
often surfo = Surfa {v}
  (eu|agora|e)? surfo {v}
`,
  ),
];
