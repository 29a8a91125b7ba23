/**
 * The form of a fact rule. Rules are data; this is all they may say.
 *
 * @module
 */

import type { ProfileTimeToLive } from "../../../../client/contract/mod.ts";
import type { Lang, Mood } from "../types.ts";
import type { ShapeName } from "./shape_names.ts";
import type { ExtentOptions } from "./values.ts";

/** How the items of a slot are told apart. `one`: only one current value. */
export type KeyKind = "one" | "value" | "domain" | "subject" | "kind";

/** A rule that turns one clause into a profile. */
export interface FactRule {
  /** Never reused. */
  readonly id: string;
  readonly lang: Lang;
  readonly slot: string;
  /** Cues in the language of `pattern.ts`; earlier rules win. */
  readonly cue: readonly string[];
  /** Sentence with `{v}`, `{a}`, `{b}` and `{time}`. */
  readonly template: string;
  /** Checker per value name; `v` when only one is given. */
  readonly shape: ShapeName;
  /** Checker of `{a}`. @default the one of tastes, else any content word */
  readonly aShape?: ShapeName;
  readonly ttl: ProfileTimeToLive;
  /** Confidence before adjustments, 0–100. */
  readonly base: number;
  readonly key: KeyKind;
  readonly extent?: ExtentOptions;
  /** Sequences at the cue that take it back (idioms). */
  readonly block?: readonly string[];
  /** Silent moods in which the rule still counts. */
  readonly moods?: readonly Mood[];
  /** Only with a limiting time cue. */
  readonly needsLimit?: boolean;
  /** Not with a limiting time cue. */
  readonly noLimit?: boolean;
  /** Named in passing: when the clause holds is not when the fact does. */
  readonly inPassing?: boolean;
  /** The clause says that a value changed. */
  readonly change?: boolean;
  /** The match removes values of the slot instead of adding one. */
  readonly retracts?: boolean;
  /** Shares its cue words with other rules (two facts in one clause). */
  readonly shares?: boolean;
  /** The value is a verb phrase: first word in third person. */
  readonly conjugate?: boolean;
}

/** What the rules of one slot have in common. */
export type RuleDefaults = Pick<FactRule, "lang" | "slot" | "shape" | "ttl" | "base" | "key">;

/** Fills the defaults of a slot into its rules; ids become `lang.slot.name`. */
export function slotRules(
  defaults: RuleDefaults,
  rules: readonly (Partial<Omit<FactRule, "id" | "lang">> & {
    readonly name: string;
    readonly cue: readonly string[];
    readonly template: string;
  })[],
): FactRule[] {
  return rules.map(({ name, ...rule }) => ({
    ...defaults,
    ...rule,
    id: `${defaults.lang}.${defaults.slot}.${name}`,
  }));
}

/** The rules of one room, by when they are tried. */
export interface RuleRoom {
  /** Before those of every room: they read more of the same words. */
  readonly first?: readonly FactRule[];
  readonly main?: readonly FactRule[];
  /** After those of every room: they take what the others leave. */
  readonly last?: readonly FactRule[];
}

/** All rules of some rooms in the order in which they are tried. */
export function inOrder(rooms: readonly RuleRoom[]): FactRule[] {
  return [
    ...rooms.flatMap((room) => room.first ?? []),
    ...rooms.flatMap((room) => room.main ?? []),
    ...rooms.flatMap((room) => room.last ?? []),
  ];
}
