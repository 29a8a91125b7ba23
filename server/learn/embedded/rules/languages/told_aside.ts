/**
 * Facts that German, French, Spanish and Portuguese tell without naming an occupation or a home:
 * where somebody works, what they drive or teach, who lives with them, what they use.
 *
 * @module
 */

import type { FactRule, RuleDefaults } from "../rule.ts";
import { slotRules } from "../rule.ts";

type Lang = FactRule["lang"];

/** The defaults of each kind, for one language. */
function kind(
  lang: Lang,
  slot: string,
  shape: FactRule["shape"],
  key: FactRule["key"],
): RuleDefaults {
  return { lang, slot, shape, ttl: "infinity", base: 88, key };
}

/** Rules told in passing, by language. */
export const TOLD_ASIDE_RULES: readonly FactRule[] = [
  ...slotRules(kind("de", "job", "foreign_workplace", "one"), [
    {
      name: "works_at",
      template: "Arbeitet {v}",
      cue: ["ich arbeite {v}", "^ arbeite {v}", "und arbeite {v}"],
      extent: { maxWords: 8 },
    },
    {
      name: "drives",
      template: "Fährt {v}",
      shape: "foreign_vehicle",
      cue: ["ich fahre {v}", "^ fahre {v}"],
      extent: { maxWords: 6 },
    },
    {
      name: "teaches",
      template: "Unterrichtet {v}",
      shape: "foreign_thing",
      cue: ["ich unterrichte {v}", "^ unterrichte {v}"],
      extent: { maxWords: 8 },
    },
    {
      name: "serves",
      template: "Ist {v}",
      shape: "foreign_service",
      cue: ["ich bin {v}", "^ bin {v}"],
      extent: { maxWords: 7 },
    },
    {
      name: "trains",
      template: "Macht eine Ausbildung {v}",
      shape: "foreign_training",
      cue: [
        "(mache|mach) (gerade|derzeit|jetzt|nun|inzwischen|seit kurzem)? (eine|meine|ne) (ausbildung|lehre|umschulung|weiterbildung) {v}",
      ],
      extent: { maxWords: 5 },
    },
    {
      name: "self_employed",
      template: "Ist selbstständig",
      cue: ["(ich)? (bin|arbeite) (selbstständig|selbständig|freiberuflich)"],
      shape: "any",
    },
    {
      name: "runs",
      template: "Betreibt {v}",
      shape: "foreign_business",
      cue: [
        "(ich|wir) (betreibe|betreiben|führe|führen|leite|leiten) {v}",
        "und (betreibe|führe|leite) {v}",
      ],
      extent: { maxWords: 7 },
    },
  ]),
  ...slotRules(kind("de", "family", "foreign_children", "value"), [
    {
      name: "has",
      template: "Hat {v}",
      cue: [
        "(ich|wir) (habe|haben) {v}",
        "(wohne|wohnen|lebe|leben) * mit (meinen|unseren)? {v}",
        "(vater|mutter) von {v}",
      ],
      extent: { maxWords: 6 },
    },
  ]),
  ...slotRules(kind("de", "family.age", "foreign_age", "subject"), [
    {
      name: "is",
      template: "Kind ({a}) ist {v}",
      aShape: "foreign_child",
      cue: ["(mein|meine|unser|unsere) {a} (ist|wird|sind|werden) (gerade|schon|jetzt|erst)? {v}"],
      extent: { maxWords: 3 },
    },
  ]),
  ...slotRules(kind("de", "pet", "foreign_animal", "value"), [
    {
      name: "has",
      template: "Hat {v}",
      cue: ["(ich|wir) (habe|haben|hab) {v}"],
      extent: { maxWords: 6 },
    },
  ]),
  ...slotRules(kind("de", "handedness", "foreign_handed", "one"), [
    {
      name: "is",
      template: "Ist {v}",
      cue: ["(ich)? bin (übrigens|nämlich|leider|halt|auch)? {v}"],
    },
  ]),
  ...slotRules(kind("fr", "handedness", "foreign_handed", "one"), [
    { name: "is", template: "Est {v}", cue: ["je suis {v}"] },
  ]),
  ...slotRules(kind("es", "handedness", "foreign_handed", "one"), [
    { name: "is", template: "Es {v}", cue: ["^ (yo)? soy {v}"] },
  ]),
  ...slotRules(kind("de", "place.origin", "foreign_place", "one"), [
    {
      name: "from",
      template: "Kommt aus {v}",
      cue: ["ich (komme|stamme|bin) (ursprünglich|eigentlich)? aus {v}"],
      extent: { maxWords: 3 },
    },
  ]),
  ...slotRules(kind("de", "allergy", "foreign_intolerance", "value"), [
    {
      name: "intolerance",
      template: "Hat {v}",
      cue: ["(ich|wir) (habe|haben) (eine|ne)? {v}"],
      extent: { maxWords: 3 },
    },
    {
      name: "can_not_have",
      template: "Verträgt {v} nicht",
      shape: "foreign_thing",
      cue: [
        "(ich|wir) (vertrage|vertragen) (kein|keine|keinen) {v}",
        "(ich|wir) (vertrage|vertragen) {v} nicht",
      ],
      extent: { maxWords: 4 },
    },
  ]),
  ...slotRules(kind("de", "health", "foreign_impaired", "value"), [
    {
      name: "impaired",
      template: "Ist {v}",
      cue: ["(ich)? bin {v}"],
      extent: { maxWords: 6 },
    },
    {
      name: "condition",
      template: "Hat {v}",
      shape: "foreign_condition",
      cue: ["ich (habe|hab) {v}", "ich leide (an|unter) {v}"],
      extent: { maxWords: 4 },
    },
  ]),
  ...slotRules(kind("de", "tool.stack", "foreign_tools", "value"), [
    {
      name: "uses",
      template: "Nutzt {v}",
      cue: [
        "(ich|wir) (nutze|nutzen|benutze|benutzen|verwende|verwenden|programmiere in|arbeite mit|arbeiten mit) {v}",
      ],
      extent: { maxWords: 6 },
    },
  ]),
  ...slotRules(kind("de", "place.home", "foreign_place", "one"), [
    {
      name: "with_us",
      template: "Ist in {v}",
      base: 84,
      moods: ["question", "request"],
      cue: ["bei (uns|mir) (hier|oben|unten)? in {v}", "hier (oben|unten)? in {v}"],
      extent: { maxWords: 4 },
    },
  ]),
  ...slotRules({ ...kind("de", "place.now", "foreign_place", "one"), ttl: "one_week" }, [
    {
      name: "until",
      template: "Ist in {v}",
      needsLimit: true,
      cue: ["(ich|wir)? (bin|sind|am|bleibe|bleiben) * * * in {v}"],
      extent: { maxWords: 4 },
    },
  ]),
  ...slotRules(kind("fr", "job", "foreign_workplace", "one"), [
    {
      name: "works_at",
      template: "Travaille {v}",
      cue: ["(je|j') travaille {v}"],
      extent: { maxWords: 8 },
    },
  ]),
  ...slotRules(kind("es", "job", "foreign_workplace", "one"), [
    {
      name: "works_at",
      template: "Trabaja {v}",
      cue: ["^ (yo)? trabajo {v}", "y trabajo {v}"],
      extent: { maxWords: 8 },
    },
  ]),
  ...slotRules(kind("pt", "job", "foreign_workplace", "one"), [
    {
      name: "works_at",
      template: "Trabalha {v}",
      cue: ["^ (eu)? trabalho {v}", "e trabalho {v}"],
      extent: { maxWords: 8 },
    },
  ]),
  ...slotRules(kind("fr", "family", "foreign_children", "value"), [
    { name: "has", template: "A {v}", cue: ["(j'|nous) (ai|avons) {v}"], extent: { maxWords: 7 } },
  ]),
  ...slotRules(kind("es", "family", "foreign_children", "value"), [
    {
      name: "has",
      template: "Tiene {v}",
      cue: ["^ (tengo|tenemos) {v}", "y (tengo|tenemos) {v}"],
      extent: { maxWords: 7 },
    },
  ]),
  ...slotRules(kind("pt", "family", "foreign_children", "value"), [
    {
      name: "has",
      template: "Tem {v}",
      cue: ["^ (tenho|temos) {v}", "e (tenho|temos) {v}"],
      extent: { maxWords: 7 },
    },
  ]),
];
