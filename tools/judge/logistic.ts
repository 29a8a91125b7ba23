/**
 * Multinomial logistic regression over named features.
 *
 * Steps by AdaGrad (Duchi, Hazan and Singer, 2011), weights averaged over the later passes (Polyak and
 * Juditsky, 1992). The same examples in the same order give the same weights.
 *
 * @module
 */

import { seeded } from "../../tests/bench/measure.ts";
import { type Example, VERDICT_COUNT } from "./examples.ts";

/** Passes over the examples; from half of them on, weights are averaged. */
const PASSES = 16;
const STEP = 0.15;
/** Pull of a weight towards 0, by the weight. */
const DECAY = 5e-4;
/** Features that stand in fewer talks than this are left out. */
const LEAST_TALKS = 2;

/** Weights of each feature, one a verdict. */
export type Weights = ReadonlyMap<string, readonly number[]>;

/** Learns the weights of all features. */
export function train(examples: readonly Example[]): Weights {
  const names = namesIn(examples);
  const idOf = new Map(names.map((name, id) => [name, id]));
  const rows = examples.map(({ features }) => features.flatMap((name) => idOf.get(name) ?? []));
  const weights = new Float64Array(names.length * VERDICT_COUNT);
  const squares = new Float64Array(weights.length).fill(1e-3);
  const sums = new Float64Array(weights.length);
  const random = seeded(7);
  const order = examples.map((_, at) => at);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const at of order) learn(rows[at] ?? [], examples[at]?.verdict ?? 0, weights, squares);
    if (pass < PASSES / 2) continue;
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
  }
  const passes = PASSES - Math.ceil(PASSES / 2);
  return new Map(names.map((name, id) => [
    name,
    Array.from(
      sums.subarray(id * VERDICT_COUNT, (id + 1) * VERDICT_COUNT),
      (sum) => sum / passes,
    ),
  ]));
}

/** Probability of each verdict. */
export function probabilities(features: readonly string[], weights: Weights): number[] {
  const rows = features.flatMap((name) => [weights.get(name) ?? []]).filter((row) =>
    row.length > 0
  );
  const sums = Array.from(
    { length: VERDICT_COUNT },
    (_, verdict) => rows.reduce((sum, row) => sum + (row[verdict] ?? 0), 0) / root(rows.length),
  );
  return softmax(sums);
}

/** Names of features that stand in talks enough. */
function namesIn(examples: readonly Example[]): string[] {
  const talksOf = new Map<string, Set<number>>();
  for (const { features, talk } of examples) {
    for (const name of features) {
      const talks = talksOf.get(name) ?? new Set();
      talksOf.set(name, talks.add(talk));
    }
  }
  return [...talksOf].filter(([, talks]) => talks.size >= LEAST_TALKS).map(([name]) => name)
    .toSorted();
}

/** One step: each feature moves by what the prediction missed. */
function learn(
  row: readonly number[],
  verdict: number,
  weights: Float64Array,
  squares: Float64Array,
): void {
  const scale = 1 / root(row.length);
  const sums = new Array<number>(VERDICT_COUNT).fill(0);
  for (const id of row) {
    for (let k = 0; k < VERDICT_COUNT; k++) {
      sums[k] = (sums[k] ?? 0) + (weights[id * VERDICT_COUNT + k] ?? 0) * scale;
    }
  }
  const shares = softmax(sums);
  for (const id of row) {
    for (let k = 0; k < VERDICT_COUNT; k++) {
      const i = id * VERDICT_COUNT + k;
      const missed = (shares[k] ?? 0) - (k === verdict ? 1 : 0);
      const slope = (missed + DECAY * (weights[i] ?? 0)) * scale;
      squares[i] = (squares[i] ?? 0) + slope * slope;
      weights[i] = (weights[i] ?? 0) - STEP * slope / Math.sqrt(squares[i] ?? 1);
    }
  }
}

function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

function root(count: number): number {
  return Math.sqrt(Math.max(1, count));
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
