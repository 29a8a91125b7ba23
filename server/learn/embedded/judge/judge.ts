/**
 * A linear judge of units: what a stretch of talk is, by weights learnt from labelled turns.
 *
 * The weights come from `tools/judge/train.ts`, a multinomial logistic regression with AdaGrad
 * (Duchi, Hazan and Singer, 2011) over the turns in `tests/bench/judge`.
 *
 * @module
 */

import { codeOf } from "./feature_sink.ts";
import TABLE from "./weights.json" with { type: "json" };

/** What a unit can be: a lasting fact, one that holds for a while, a rule, or nothing to keep. */
export const VERDICTS = ["fact", "passing", "rule", "nothing"] as const;

/** Probability of each verdict. */
export type Judgement = Readonly<Record<(typeof VERDICTS)[number], number>>;

/** The weights as they are kept, for the version of what is learnt by. */
export const WEIGHTS_TEXT: string = TABLE.weights;

/** Whole numbers of this part of one. */
const SCALE: number = TABLE.scale;

/** Numbers of a place in the table: the code of a feature, its weights two in one, and who asked last. */
const PLACE = 4;
const LAST_ASKED = 3;

/** Two numbers of 16 bits in one of 32. */
function packed(low = 0, high = 0): number {
  return low & 0xffff | high << 16;
}

/** Weights of all features, found by the number of the name: open addressing, half of the places free. */
class WeightTable {
  readonly #mask: number;
  /** A feature is one stretch of memory; a place whose last number is 0 is free. */
  readonly #places: Int32Array;
  /** Grows with each unit, so that a feature counts once in it. */
  #asked = 1;

  /**
   * @param names Names of the features.
   * @param weights Their weights, one a verdict, one feature after the other.
   */
  constructor(names: readonly string[], weights: Int16Array) {
    const size = 2 ** Math.ceil(Math.log2(2 * names.length + 1));
    this.#mask = size - 1;
    this.#places = new Int32Array(size * PLACE);
    for (const [at, name] of names.entries()) {
      const [fact, passing, rule, nothing] = weights.subarray(
        at * VERDICTS.length,
        (at + 1) * VERDICTS.length,
      );
      const code = codeOf(name);
      this.#places.set([code, packed(fact, passing), packed(rule, nothing), 1], this.#at(code));
    }
  }

  /** Sums the weights of features into `sums`; how many are known. */
  sum(codes: readonly number[], sums: Float64Array): number {
    const places = this.#places;
    const asked = ++this.#asked;
    let [known, fact, passing, rule, nothing] = [0, 0, 0, 0, 0];
    for (const code of codes) {
      const at = this.#at(code);
      const last = places[at + LAST_ASKED] ?? 0;
      if (last === 0 || last === asked) continue;
      places[at + LAST_ASKED] = asked;
      known++;
      const [low, high] = [places[at + 1] ?? 0, places[at + 2] ?? 0];
      fact += low << 16 >> 16;
      passing += low >> 16;
      rule += high << 16 >> 16;
      nothing += high >> 16;
    }
    sums.set([fact, passing, rule, nothing]);
    return known;
  }

  /** Where a feature stands, or would stand. */
  #at(code: number): number {
    const places = this.#places;
    let place = code & this.#mask;
    while (places[place * PLACE + LAST_ASKED] !== 0 && places[place * PLACE] !== code) {
      place = (place + 1) & this.#mask;
    }
    return place * PLACE;
  }
}

let table: WeightTable | undefined;

/** The table, unpacked when a unit is first judged. */
function loaded(): WeightTable {
  return table ??= new WeightTable(
    TABLE.names.split("\n"),
    new Int16Array(Uint8Array.fromBase64(TABLE.weights).buffer),
  );
}

const SUMS = new Float64Array(VERDICTS.length);

/** Judges a unit by the numbers of its features; one that comes twice counts once. */
export function judge(codes: readonly number[]): Judgement {
  const unit = SCALE * Math.sqrt(Math.max(1, loaded().sum(codes, SUMS)));
  const [a = 0, b = 0, c = 0, d = 0] = SUMS;
  const most = Math.max(a, b, c, d);
  const fact = Math.exp((a - most) / unit);
  const passing = Math.exp((b - most) / unit);
  const rule = Math.exp((c - most) / unit);
  const nothing = Math.exp((d - most) / unit);
  const total = fact + passing + rule + nothing;
  return {
    fact: fact / total,
    passing: passing / total,
    rule: rule / total,
    nothing: nothing / total,
  };
}
