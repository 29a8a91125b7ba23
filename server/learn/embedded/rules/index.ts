/**
 * All rules, filed under the words that open them.
 *
 * @module
 */

import type { Lang, Token } from "../types.ts";
import { CLASSES } from "./classes.ts";
import { BODY_RULES } from "./en/body.ts";
import { CIRCUMSTANCE_RULES } from "./en/circumstances.ts";
import { FAMILY_RULES } from "./en/family.ts";
import { PERSON_RULES } from "./en/person.ts";
import { RETRACT_RULES } from "./en/retract.ts";
import { TASTE_RULES } from "./en/taste.ts";
import { THING_RULES } from "./en/things.ts";
import { TIME_RULES } from "./en/times.ts";
import { WORK_RULES } from "./en/work.ts";
import { LANGUAGE_RETRACTIONS, LANGUAGE_RULES } from "./languages/mod.ts";
import { anchorWords, compile, type Pattern } from "./pattern.ts";
import type { RetractRule } from "./retract_rule.ts";
import type { FactRule } from "./rule.ts";

/** All fact rules; earlier ones win. */
export const FACT_RULES: readonly FactRule[] = [
  ...PERSON_RULES,
  ...BODY_RULES,
  ...WORK_RULES,
  ...FAMILY_RULES,
  ...THING_RULES,
  ...TIME_RULES,
  ...TASTE_RULES,
  ...CIRCUMSTANCE_RULES,
  ...LANGUAGE_RULES,
];

/** All retraction rules. */
export const ALL_RETRACTIONS: readonly RetractRule[] = [...RETRACT_RULES, ...LANGUAGE_RETRACTIONS];

/** A compiled cue of a rule. */
export interface FiledCue<Rule> {
  readonly rule: Rule;
  readonly pattern: Pattern;
  /** Position of the rule in its table. */
  readonly order: number;
}

/** Cues of one language by the word they are found by. */
export class CueIndex<Rule extends { readonly lang: Lang; readonly cue: readonly string[] }> {
  readonly #byWord = new Map<string, FiledCue<Rule>[]>();
  readonly #byClass: {
    readonly test: (token: Token) => boolean;
    readonly lang: Lang;
    readonly cues: FiledCue<Rule>[];
  }[] = [];

  /** @param rules Rules in order of priority. */
  constructor(rules: readonly Rule[]) {
    const byClass = new Map<string, FiledCue<Rule>[]>();
    rules.forEach((rule, order) => {
      for (const pattern of rule.cue.flatMap((cue) => compile(cue))) {
        const filed = { rule, pattern, order };
        const anchor = anchorWords(pattern);
        if (anchor === null) push(byClass, `${rule.lang} ${classOf(pattern)}`, filed);
        else for (const word of anchor) push(this.#byWord, `${rule.lang} ${word}`, filed);
      }
    });
    for (const [key, cues] of byClass) {
      const [lang = "", name = ""] = key.split(" ");
      const test = CLASSES.get(name);
      if (test !== undefined) this.#byClass.push({ test, lang: lang as Lang, cues });
    }
  }

  /** Cues that may start at a token. */
  at(token: Token, lang: Lang): readonly FiledCue<Rule>[] {
    const named = this.#byWord.get(`${lang} ${token.fold}`) ?? [];
    const classed = this.#byClass.filter((entry) => entry.lang === lang && entry.test(token));
    return classed.length === 0 ? named : [...named, ...classed.flatMap((entry) => entry.cues)];
  }
}

function classOf(pattern: Pattern): string {
  const anchor = pattern.elements[pattern.anchor];
  return anchor?.type === "class" ? anchor.name : "";
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Index of the fact rules. */
export const FACT_INDEX: CueIndex<FactRule> = new CueIndex(FACT_RULES);
/** Index of the retraction rules. */
export const RETRACT_INDEX: CueIndex<RetractRule> = new CueIndex(ALL_RETRACTIONS);
