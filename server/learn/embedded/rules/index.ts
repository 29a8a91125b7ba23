/**
 * All rules, filed under the words that open them.
 *
 * @module
 */

import type { Lang, Token } from "../types.ts";
import { CLASSES } from "./classes.ts";
import { CASUAL_RULES } from "./en/casual.ts";
import { CONTACT_RULES } from "./en/contact.ts";
import { DATE_RULES } from "./en/dates.ts";
import { DIET_RULES } from "./en/diet.ts";
import { EMPLOYER_RULES } from "./en/employers.ts";
import { FAMILY_RULES } from "./en/family.ts";
import { FRONTED_RULES } from "./en/fronted.ts";
import { HABIT_RULES } from "./en/habits.ts";
import { HEALTH_RULES } from "./en/health.ts";
import { JOB_RULES } from "./en/jobs.ts";
import { JOURNEY_RULES } from "./en/journeys.ts";
import { LEARNING_RULES } from "./en/learning.ts";
import { LIKE_RULES } from "./en/likes.ts";
import { MONEY_RULES } from "./en/money.ts";
import { NAME_RULES } from "./en/names.ts";
import { PASTIME_RULES } from "./en/pastimes.ts";
import { PET_RULES } from "./en/pets.ts";
import { PLACE_RULES } from "./en/places.ts";
import { PREFERENCE_RULES } from "./en/preferences.ts";
import { THING_RULES } from "./en/things.ts";
import { TIME_RULES } from "./en/times.ts";
import { TOOL_RULES } from "./en/tools.ts";
import { TRADE_RULES } from "./en/trades.ts";
import { ASIDE_RULES } from "./en/asides.ts";
import { DAILY_ASIDE_RULES } from "./en/asides_daily.ts";
import { PLAIN_RULES } from "./en/plain.ts";
import { CIRCUMSTANCE_RULES } from "./en/circumstances.ts";
import { TURN_RULES } from "./en/turns.ts";
import { SWAP_RULES } from "./en/swaps.ts";
import { TURNED_TO_RULES } from "./en/turned_to.ts";
import { RETRACT_RULES } from "./en/retract.ts";
import { LANGUAGE_RETRACTIONS, LANGUAGE_RULES } from "./languages/mod.ts";
import { anchorWords, compile, type Pattern } from "./pattern.ts";
import type { RetractRule } from "./retract_rule.ts";
import { type FactRule, inOrder, type RuleRoom } from "./rule.ts";

/** The rooms of English, in order. */
const ROOMS: readonly RuleRoom[] = [
  NAME_RULES,
  PLACE_RULES,
  JOURNEY_RULES,
  DIET_RULES,
  HEALTH_RULES,
  EMPLOYER_RULES,
  JOB_RULES,
  LEARNING_RULES,
  FAMILY_RULES,
  PET_RULES,
  TOOL_RULES,
  THING_RULES,
  DATE_RULES,
  TIME_RULES,
  MONEY_RULES,
  TRADE_RULES,
  CONTACT_RULES,
  PREFERENCE_RULES,
  LIKE_RULES,
  HABIT_RULES,
  PASTIME_RULES,
  FRONTED_RULES,
  { last: CIRCUMSTANCE_RULES },
  ASIDE_RULES,
  DAILY_ASIDE_RULES,
  PLAIN_RULES,
  TURN_RULES,
  SWAP_RULES,
  TURNED_TO_RULES,
  CASUAL_RULES,
];

/** All fact rules; earlier ones win. */
export const FACT_RULES: readonly FactRule[] = [...inOrder(ROOMS), ...LANGUAGE_RULES];

/** All retraction rules. */
export const ALL_RETRACTIONS: readonly RetractRule[] = [...RETRACT_RULES, ...LANGUAGE_RETRACTIONS];

/** A compiled cue of a rule. */
export interface FiledCue<Rule> {
  readonly rule: Rule;
  readonly pattern: Pattern;
  /** Position of the rule in its table. */
  readonly order: number;
}

interface Entry<Rule> extends FiledCue<Rule> {
  /** Words by which the cue is found, or null when a word class finds it. */
  readonly anchors: ReadonlySet<string> | null;
  /** Class of the anchor, when it is one. */
  readonly test: (token: Token) => boolean;
}

/** The cues that a sentence has all the words for. */
export interface CueSelection<Rule> {
  /** Cues that may start at a token, in order. */
  at(token: Token): readonly FiledCue<Rule>[];
}

const NONE: readonly never[] = [];

/** Groups of words, each once and numbered, and which of them a sentence holds a word of. */
class WordGroups {
  readonly #numbers = new Map<string, number>();
  readonly #byWord = new Map<string, number[]>();
  readonly #heldAt: number[] = [];
  #sentence = 0;

  /** Number of a group. */
  add(words: readonly string[]): number {
    const name = words.join(" ");
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#heldAt.push(0) - 1;
    this.#numbers.set(name, number);
    for (const word of new Set(words)) push(this.#byWord, word, number);
    return number;
  }

  /** Takes note of the words of a sentence; the one before is forgotten. */
  read(words: ReadonlySet<string>): void {
    this.#sentence++;
    for (const word of words) {
      for (const number of this.#byWord.get(word) ?? NONE) this.#heldAt[number] = this.#sentence;
    }
  }

  /**
   * Adds, of cues in a {@link CueList}, those whose groups the sentence holds a word of each to
   * `found`, by their number; one that several words lead to may come more than once.
   */
  select(list: CueList, found: number[]): void {
    const heldAt = this.#heldAt;
    const sentence = this.#sentence;
    for (let at = 0; at < list.length;) {
      const cue = list[at] ?? 0;
      const end = at + 2 + (list[at + 1] ?? 0);
      at += 2;
      while (at < end && heldAt[list[at] ?? 0] === sentence) at++;
      if (at === end) found.push(cue);
      at = end;
    }
  }
}

/**
 * Cues in one stretch of memory, as they are looked through for each word of a sentence: the number
 * of a cue, how many further groups of words it has, the numbers of these, rarest first.
 */
type CueList = Int32Array;

/** Cues by language, filed under the rarest words they cannot do without. */
export class CueIndex<Rule extends { readonly lang: Lang; readonly cue: readonly string[] }> {
  /** All cues; those found by a word class are asked last. */
  readonly #entries: readonly Entry<Rule>[];
  readonly #byWord: ReadonlyMap<Lang, ReadonlyMap<string, CueList>>;
  readonly #always: ReadonlyMap<Lang, CueList>;
  readonly #groups = new WordGroups();

  /** @param rules Rules in order of priority. */
  constructor(rules: readonly Rule[]) {
    const filed = rules.flatMap((rule, order) =>
      rule.cue.flatMap((cue) => compile(cue)).map((pattern) => ({ rule, order, pattern }))
    );
    const common = new Map<string, number>();
    for (const word of filed.flatMap(({ pattern }) => groupsOf(pattern).flat())) {
      common.set(word, (common.get(word) ?? 0) + 1);
    }
    const weight = (group: readonly string[]) =>
      group.reduce((sum, word) => sum + (common.get(word) ?? 0), 0);
    const byWord = new Map<Lang, Map<string, number[]>>();
    const always = new Map<Lang, number[]>();
    for (const [number, { rule: { lang }, pattern }] of filed.entries()) {
      const [key, ...groups] = groupsOf(pattern).toSorted((a, b) => weight(a) - weight(b));
      const record = [number, groups.length, ...groups.map((group) => this.#groups.add(group))];
      if (key === undefined) {
        push(always, lang, ...record);
        continue;
      }
      const words = byWord.get(lang) ?? new Map<string, number[]>();
      byWord.set(lang, words);
      for (const word of new Set(key)) push(words, word, ...record);
    }
    this.#entries = filed.map((cue) => entryOf(cue));
    this.#always = listsOf(always);
    this.#byWord = new Map([...byWord].map(([lang, words]) => [lang, listsOf(words)]));
  }

  /** Cues that a sentence of these words may hold, by one look at them; null when there are none. */
  select(words: ReadonlySet<string>, lang: Lang): CueSelection<Rule> | null {
    const found = this.#found(words, lang);
    if (found.length === 0) return null;
    const named = new Map<string, Entry<Rule>[]>();
    const classed: Entry<Rule>[] = [];
    let last = -1;
    for (const number of found) {
      const entry = this.#entries[number];
      if (entry === undefined || number === last) continue;
      last = number;
      const { anchors } = entry;
      if (anchors === null) classed.push(entry);
      else {
        const [fewer, more] = anchors.size < words.size ? [anchors, words] : [words, anchors];
        for (const word of fewer) if (more.has(word)) push(named, word, entry);
      }
    }
    return {
      at: (token) => {
        const own = named.get(token.fold) ?? NONE;
        if (classed.length === 0) return own;
        const kin = classed.filter((entry) => entry.test(token));
        return kin.length === 0 ? own : [...own, ...kin];
      },
    };
  }

  /** Numbers of the cues of which the sentence has all words, rising, some twice. */
  #found(words: ReadonlySet<string>, lang: Lang): readonly number[] {
    const found: number[] = [];
    this.#groups.read(words);
    const always = this.#always.get(lang);
    if (always !== undefined) this.#groups.select(always, found);
    const filed = this.#byWord.get(lang);
    for (const word of filed === undefined ? NONE : words) {
      const list = filed?.get(word);
      if (list !== undefined) this.#groups.select(list, found);
    }
    return found.sort((a, b) => a - b);
  }
}

/** Lists of numbers, each in one stretch of memory. */
function listsOf<Key>(lists: ReadonlyMap<Key, readonly number[]>): Map<Key, CueList> {
  return new Map([...lists].map(([key, numbers]) => [key, Int32Array.from(numbers)]));
}

function entryOf<Rule>(filed: FiledCue<Rule>): Entry<Rule> {
  const anchor = filed.pattern.elements[filed.pattern.anchor];
  const test = anchor?.type === "class" ? CLASSES.get(anchor.name) : undefined;
  const words = anchorWords(filed.pattern);
  return { ...filed, anchors: words && new Set(words), test: test ?? (() => false) };
}

/** Lists of words of which a sentence must hold one each. */
function groupsOf(pattern: Pattern): readonly (readonly string[])[] {
  const anchors = anchorWords(pattern);
  return anchors === null ? pattern.required : [anchors, ...pattern.required];
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, ...values: readonly Value[]): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [...values]);
  else list.push(...values);
}

/** Index of the fact rules. */
export const FACT_INDEX: CueIndex<FactRule> = new CueIndex(FACT_RULES);
/** Index of the retraction rules. */
export const RETRACT_INDEX: CueIndex<RetractRule> = new CueIndex(ALL_RETRACTIONS);
