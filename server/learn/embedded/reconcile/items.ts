/**
 * What reconciling compares: stored and new items in one form.
 *
 * @module
 */

import type { Stem } from "../text/stem.ts";
import { contentStems, isNegative } from "../text/stem.ts";

/** Different names of one thing, as stems; the first one stands for all. */
const ALIASES: readonly (readonly string[])[] = [
  ["veterinarian", "vet", "veterinari"],
  ["doctor", "gp", "physician"],
  ["developer", "dev", "programmer", "coder"],
  ["physiotherapist", "physio"],
  ["email", "mail", "e-mail"],
  ["television", "tv"],
  ["bicycle", "bike"],
  ["coriander", "cilantro"],
  ["coeliac", "celiac"],
  ["short-sighted", "nearsighted", "near-sighted", "shortsighted", "myopic"],
  ["colour-blind", "color-blind", "colourblind", "colorblind"],
  ["mother", "mum", "mom"],
  ["father", "dad"],
  ["child", "children", "kid", "kids"],
  ["postgres", "postgresql"],
  ["kubernetes", "k8s"],
  ["neovim", "nvim"],
  ["javascript", "js"],
  ["typescript", "ts"],
  ["emoji", "emoticon", "smiley"],
  ["bullet", "bullets"],
  ["diabet", "diabetes", "diabetic"],
  ["apology", "apologis", "apologise", "apologiz", "apologize", "apologies", "sorry"],
  ["asthma", "asthmatic"],
  ["dyslex", "dyslexia", "dyslexic"],
  ["epilep", "epilepsy", "epileptic"],
];

const ALIAS_OF: ReadonlyMap<string, string> = new Map(
  ALIASES.flatMap(([first = "", ...rest]) => rest.map((word) => [word, first] as const)),
);

/** Stems of a text with aliases joined. */
export function comparableStems(text: string, stem: Stem): string[] {
  const aliased: Stem = (word) => {
    const stemmed = stem(word);
    return ALIAS_OF.get(word) ?? ALIAS_OF.get(stemmed) ?? stemmed;
  };
  return contentStems(text, { stem: aliased });
}

/** Folded value: what makes two values equal. */
export function foldedValue(value: string, stem: Stem): string {
  const stems = comparableStems(value, stem).toSorted();
  return `${isNegative(value) ? "¬ " : ""}${
    stems.length === 0 ? value.toLowerCase().trim() : stems.join(" ")
  }`;
}

/** Whether every stem of `inner` is one of `outer`. */
export function isContained(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.length > 0 && inner.every((stem) => outer.includes(stem));
}

/** Slots with one current value, or one per key. */
const REPLACING: ReadonlySet<string> = new Set([
  "name",
  "pronouns",
  "age",
  "birthday",
  "place.home",
  "place.dwelling",
  "place.origin",
  "place.now",
  "timezone",
  "job",
  "employer",
  "team",
  "field",
  "studies",
  "partner",
  "family.age",
  "family.household",
  "diet",
  "tool.editor",
  "tool.version",
  "project",
  "infra",
  "schedule",
  "absence",
  "deadline",
  "budget",
  "units",
  "comm.language",
  "comm.tone",
  "comm.length",
  "comm.format",
  "contact",
  "contact.when",
  "prefer",
  "prefer.if",
  "level",
  "commute.mode",
]);

/** Whether a newer value of the same key replaces the older one. */
export function isReplacing(slot: string): boolean {
  return REPLACING.has(slot);
}

/** Families of slots whose items may say the same. */
export function slotFamily(slot: string): string {
  if (/^(?:like|dislike|prefer|prefer\.if)$/.test(slot)) return "taste";
  if (/^(?:allergy|diet\.avoid|health|access)$/.test(slot)) return "body";
  if (/^(?:place\.home|place\.origin)$/.test(slot)) return "place";
  if (/^(?:tool\.|infra|device)/.test(slot)) return "tool";
  if (/^(?:job|employer|team|field)$/.test(slot)) return "work";
  return slot;
}
