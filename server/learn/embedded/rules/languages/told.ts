/**
 * The kinds of facts that every language can tell, and how a line of a language becomes a rule.
 *
 * @module
 */

import type { Lang } from "../../types.ts";
import type { FactRule } from "../rule.ts";
import type { ShapeName } from "../shape_names.ts";
import { isShape } from "../shape_table.ts";
import { chars } from "./rows.ts";

/** What a kind of fact is filed under. */
interface ToldKind {
  readonly slot: string;
  readonly shape: ShapeName;
  readonly key: FactRule["key"];
  readonly ttl?: FactRule["ttl"];
  readonly base?: number;
  readonly needsLimit?: boolean;
  readonly noLimit?: boolean;
  readonly change?: boolean;
  readonly maxWords?: number;
}

/** Kinds by name. */
const KINDS = {
  work: { slot: "job", shape: "foreign_phrase", key: "one", maxWords: 9 },
  work_at: { slot: "job", shape: "foreign_workplace", key: "one", maxWords: 9 },
  job_new: { slot: "job", shape: "foreign_job", key: "one", change: true, maxWords: 8 },
  job_as: { slot: "job", shape: "foreign_job", key: "one", maxWords: 6 },
  trade: { slot: "trade", shape: "foreign_phrase", key: "value", maxWords: 8 },
  retired: { slot: "job", shape: "any", key: "one", base: 88 },
  business: { slot: "business.owned", shape: "foreign_premises", key: "value", maxWords: 9 },
  studies: { slot: "studies", shape: "foreign_phrase", key: "one", ttl: "one_year", maxWords: 7 },
  origin: { slot: "place.origin", shape: "foreign_place", key: "one", maxWords: 3 },
  home: { slot: "place.home", shape: "foreign_place", key: "one", change: true, maxWords: 4 },
  dwelling: { slot: "place.dwelling", shape: "foreign_phrase", key: "one", maxWords: 9 },
  stay: {
    slot: "place.now",
    shape: "foreign_place",
    key: "one",
    ttl: "one_week",
    needsLimit: true,
    maxWords: 4,
  },
  absent: {
    slot: "absence",
    shape: "any",
    key: "one",
    ttl: "one_week",
    needsLimit: true,
  },
  household: { slot: "family.household", shape: "foreign_phrase", key: "one", maxWords: 6 },
  lives_with: { slot: "family", shape: "foreign_relative", key: "value", maxWords: 8 },
  children: { slot: "family", shape: "foreign_children", key: "value", maxWords: 8 },
  child_age: {
    slot: "family.age",
    shape: "foreign_years",
    key: "subject",
    ttl: "one_year",
    maxWords: 3,
  },
  marital: { slot: "partner", shape: "any", key: "one" },
  kin_health: { slot: "family.health", shape: "foreign_kin_health", key: "value", maxWords: 7 },
  kin_diet: { slot: "family.diet", shape: "foreign_diet", key: "subject", maxWords: 3 },
  kin_avoids: { slot: "family.diet", shape: "foreign_phrase", key: "value", maxWords: 5 },
  expecting: { slot: "health", shape: "any", key: "value", base: 88, ttl: "one_year" },
  commute: {
    slot: "commute.mode",
    shape: "foreign_ride",
    key: "one",
    ttl: "one_year",
    maxWords: 7,
    noLimit: true,
  },
  event: { slot: "health", shape: "foreign_event", key: "value", base: 88, maxWords: 6 },
  tool_for: { slot: "tool.stack", shape: "foreign_named", key: "value", ttl: "one_year" },
  often: {
    slot: "habit",
    shape: "foreign_often",
    key: "value",
    ttl: "one_year",
    maxWords: 8,
    noLimit: true,
  },
  rhythm: {
    slot: "schedule",
    shape: "foreign_rhythm",
    key: "kind",
    ttl: "one_year",
    maxWords: 5,
    noLimit: true,
  },
  pet: { slot: "pet", shape: "foreign_pet", key: "value", maxWords: 7 },
  herd: { slot: "pet", shape: "foreign_herd", key: "value", maxWords: 9 },
  pet_named: { slot: "pet", shape: "foreign_name", key: "value", maxWords: 2 },
  age: { slot: "age", shape: "foreign_years", key: "one", ttl: "one_year", maxWords: 3 },
  allergy: { slot: "allergy", shape: "foreign_phrase", key: "value", base: 92, maxWords: 5 },
  avoid: { slot: "diet.avoid", shape: "foreign_phrase", key: "value", maxWords: 5 },
  eats_again: {
    slot: "diet",
    shape: "foreign_phrase",
    key: "one",
    change: true,
    maxWords: 4,
  },
  health: { slot: "health", shape: "foreign_health", key: "value", base: 88, maxWords: 6 },
  medicine: {
    slot: "health.medicine",
    shape: "foreign_medicine",
    key: "value",
    base: 88,
    maxWords: 4,
  },
  body: { slot: "health", shape: "any", key: "value", base: 88 },
  weak: { slot: "health", shape: "foreign_phrase", key: "value", base: 86, maxWords: 6 },
  like: { slot: "like", shape: "foreign_thing", key: "domain", maxWords: 8 },
  dislike: { slot: "dislike", shape: "foreign_thing", key: "domain", maxWords: 8 },
  prefer: { slot: "prefer", shape: "foreign_thing", key: "domain", maxWords: 9 },
  hobby: { slot: "habit", shape: "foreign_phrase", key: "value", ttl: "one_year", maxWords: 8 },
  schedule: { slot: "schedule", shape: "foreign_time", key: "kind", ttl: "one_year", maxWords: 7 },
  day_task: {
    slot: "schedule",
    shape: "foreign_phrase",
    key: "subject",
    ttl: "one_year",
    maxWords: 5,
  },
  nights: { slot: "schedule", shape: "any", key: "kind", ttl: "one_year" },
  budget: { slot: "budget", shape: "foreign_money", key: "one", ttl: "one_quarter", maxWords: 6 },
  tool: { slot: "tool.stack", shape: "foreign_tools", key: "value", ttl: "one_year", maxWords: 6 },
  tool_new: {
    slot: "tool.stack",
    shape: "foreign_tools",
    key: "value",
    ttl: "one_year",
    change: true,
    maxWords: 4,
  },
  device: { slot: "device", shape: "foreign_make", key: "kind", ttl: "one_year", maxWords: 6 },
  native: { slot: "language.native", shape: "foreign_phrase", key: "one", base: 92, maxWords: 3 },
  speaks: {
    slot: "language.speaks",
    shape: "foreign_language",
    key: "value",
    base: 90,
    maxWords: 8,
  },
  learns: {
    slot: "goal.language",
    shape: "foreign_language",
    key: "value",
    ttl: "one_year",
    maxWords: 4,
  },
  level: { slot: "level", shape: "foreign_phrase", key: "value", ttl: "one_year", maxWords: 5 },
  goal: { slot: "goal", shape: "foreign_phrase", key: "value", ttl: "one_quarter", maxWords: 7 },
  cond: { slot: "prefer.if", shape: "foreign_phrase", key: "subject", maxWords: 7 },
  aid: { slot: "access", shape: "foreign_aid", key: "value", base: 90, maxWords: 4 },
  mended: {
    slot: "circumstance",
    shape: "foreign_own",
    key: "value",
    ttl: "one_month",
    needsLimit: true,
    maxWords: 2,
  },
  drives: { slot: "job", shape: "foreign_driven", key: "one", change: true, maxWords: 4 },
  side: { slot: "access", shape: "any", key: "value", base: 90 },
} as const satisfies Readonly<Record<string, ToldKind>>;

/** Name of a kind. */
export type ToldKindName = keyof typeof KINDS;

/** What one entry says. */
interface Entry {
  readonly kind: ToldKindName;
  readonly name: string;
  readonly template: string;
  readonly cue: string[];
  readonly block: string[];
  readonly options: ReadonlyMap<string, string>;
}

const HEAD = /^(\w+) (\w+)(?: \[([^\]]+)\])? = (.+)$/;

/**
 * Rules of a language. An entry opens with `kind name [options] = template`; the indented lines
 * below it are its cues, and those with `!` the words that take a cue back. Options are
 * `shape:<name>` and `a:<name>` for the checkers of `{v}` and `{a}`, and `shares`. Chinese and
 * Japanese are written without blanks.
 *
 * @throws {SyntaxError} When an entry has another form.
 */
export function toldRules(lang: Lang, text: string): FactRule[] {
  return entriesOf(text).map((entry) => ruleOf(lang, entry));
}

function entriesOf(text: string): Entry[] {
  const out: Entry[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (line.startsWith("  ")) {
      const said = line.trim();
      if (said.startsWith("! ")) out.at(-1)?.block.push(said.slice(2));
      else out.at(-1)?.cue.push(said);
      continue;
    }
    const [, kind = "", name = "", options = "", template = ""] = HEAD.exec(line) ?? [];
    if (!isKind(kind)) {
      throw new SyntaxError(`Cannot read the entry "${line}": it is no \`kind name = template\``);
    }
    const pairs = options.split(" ").map((option): [string, string] => {
      const [key = "", value = ""] = option.split(":");
      return [key, value];
    });
    out.push({ kind, name, template, cue: [], block: [], options: new Map(pairs) });
  }
  return out;
}

function isKind(name: string): name is ToldKindName {
  return Object.hasOwn(KINDS, name);
}

function shapeNamed(name: string | undefined, other: ShapeName): ShapeName {
  if (name === undefined) return other;
  if (!isShape(name)) throw new SyntaxError(`Cannot read the entries: no checker is named ${name}`);
  return name;
}

function ruleOf(lang: Lang, entry: Entry): FactRule {
  const kind: ToldKind = KINDS[entry.kind];
  const blanks = lang !== "zh" && lang !== "ja";
  const a = entry.options.get("a");
  const block = blanks ? entry.block : entry.block.map((word) => [...word].join(" "));
  return {
    id: `${lang}.${kind.slot}.${entry.kind}_${entry.name}`,
    lang,
    slot: kind.slot,
    cue: blanks ? entry.cue : entry.cue.map(chars),
    template: entry.template,
    shape: shapeNamed(entry.options.get("shape"), kind.shape),
    ttl: kind.ttl ?? "infinity",
    base: kind.base ?? 86,
    key: kind.key,
    extent: { maxWords: blanks ? kind.maxWords ?? 6 : 14, withTime: true },
    ...(a === undefined ? {} : { aShape: shapeNamed(a, "any") }),
    ...(entry.options.has("shares") ? { shares: true } : {}),
    ...(block.length === 0 ? {} : { block }),
    ...(kind.needsLimit === true ? { needsLimit: true } : {}),
    ...(kind.noLimit === true ? { noLimit: true } : {}),
    ...(kind.change === true ? { change: true } : {}),
  };
}
