/**
 * Turns the row of a language into rules: all languages say the same few things.
 *
 * @module
 */

import type { Lang } from "../../types.ts";
import type { RetractRule } from "../retract_rule.ts";
import type { FactRule } from "../rule.ts";
import type { ShapeName } from "../shape_names.ts";

/** One kind of fact in a language. */
export interface Saying {
  readonly cue: readonly string[];
  readonly template: string;
  /** Phrases that take the cue back. */
  readonly block?: readonly string[];
}

/** What a language can say about a user. */
export interface LanguageRow {
  readonly lang: Lang;
  readonly home: Saying;
  readonly moved: Saying;
  readonly now: Saying;
  readonly trade: Saying;
  readonly job: Saying;
  readonly name: Saying;
  readonly diet: Saying;
  readonly allergy: Saying;
  readonly like: Saying;
  readonly dislike: Saying;
  readonly prefer: Saying;
  readonly rather: Saying | null;
  readonly avoid: Saying | null;
  readonly pet: Saying | null;
  /** Cues of what is over, with `{v}`. */
  readonly ended: readonly string[];
  /** Cues of what is to be forgotten, with `{v}`. */
  readonly forget: readonly string[];
}

interface Kind {
  readonly part: Exclude<keyof LanguageRow, "lang" | "ended" | "forget">;
  readonly slot: string;
  readonly shape: ShapeName;
  readonly base: number;
  readonly key: FactRule["key"];
  readonly ttl?: FactRule["ttl"];
  readonly change?: boolean;
  readonly needsLimit?: boolean;
}

const KINDS: readonly Kind[] = [
  { part: "name", slot: "name", shape: "foreign_name", base: 92, key: "one" },
  { part: "home", slot: "place.home", shape: "foreign_place", base: 92, key: "one" },
  { part: "moved", slot: "place.home", shape: "foreign_place", base: 92, key: "one", change: true },
  {
    part: "now",
    slot: "place.now",
    shape: "foreign_place",
    base: 92,
    key: "one",
    ttl: "one_week",
    needsLimit: true,
  },
  { part: "allergy", slot: "allergy", shape: "foreign_thing", base: 92, key: "value" },
  { part: "diet", slot: "diet", shape: "foreign_diet", base: 86, key: "one" },
  { part: "trade", slot: "job", shape: "foreign_trade", base: 92, key: "one" },
  { part: "job", slot: "job", shape: "foreign_job", base: 86, key: "one" },
  { part: "prefer", slot: "prefer", shape: "foreign_thing", base: 86, key: "domain" },
  { part: "rather", slot: "prefer", shape: "foreign_thing", base: 80, key: "domain" },
  { part: "dislike", slot: "dislike", shape: "foreign_thing", base: 86, key: "domain" },
  { part: "like", slot: "like", shape: "foreign_thing", base: 86, key: "domain" },
  { part: "avoid", slot: "diet.avoid", shape: "foreign_thing", base: 86, key: "value" },
  { part: "pet", slot: "pet", shape: "foreign_pet", base: 86, key: "value" },
];

/** Characters as separate tokens: the form of cues in Chinese and Japanese. */
export function chars(cue: string): string {
  return cue.replaceAll(
    /\{\w\}|[\^$()|?]|./gu,
    (part) => part.length > 1 || /[\^$()|?]/.test(part) ? ` ${part} ` : `${part} `,
  )
    .replaceAll(/\s+/g, " ").replaceAll(") ?", ")?").replaceAll(/ ?\| ?/g, "|").replaceAll(
      /\( /g,
      "(",
    ).replaceAll(
      / \)/g,
      ")",
    ).trim();
}

/** Fact rules of a language. */
export function factsOfRow(row: LanguageRow): FactRule[] {
  return KINDS.flatMap((kind) => {
    const saying = row[kind.part];
    if (saying === null || saying.cue.length === 0) return [];
    const rule: FactRule = {
      id: `${row.lang}.${kind.slot}.${kind.part}`,
      lang: row.lang,
      slot: kind.slot,
      cue: saying.cue,
      template: saying.template,
      shape: kind.shape,
      ttl: kind.ttl ?? "infinity",
      base: kind.base,
      key: kind.key,
      extent: { maxWords: row.lang === "zh" || row.lang === "ja" ? 12 : 8 },
      ...(saying.block === undefined ? {} : { block: saying.block }),
      ...(kind.change === true ? { change: true } : {}),
      ...(kind.needsLimit === true ? { needsLimit: true } : {}),
    };
    return [rule];
  });
}

/** Retraction rules of a language. */
export function retractionsOfRow(row: LanguageRow): RetractRule[] {
  return [
    {
      id: `${row.lang}.retract.ended`,
      lang: row.lang,
      cue: row.ended,
      scope: "profiles" as const,
      explicit: false,
    },
    {
      id: `${row.lang}.retract.forget`,
      lang: row.lang,
      cue: row.forget,
      scope: "both" as const,
      explicit: true,
    },
  ].filter((rule) => rule.cue.length > 0);
}
