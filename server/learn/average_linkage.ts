import { Breath } from "./breath.ts";

/**
 * Groups items by average linkage: two groups become one while the mean distance between their
 * members is at most `cut`. Nearest-neighbour chains keep it at n² steps. Others are let in between.
 *
 * @param count Number of items; memory grows with its square.
 * @param distance Distance of two items, 0 or more; asked once a pair.
 * @returns Positions of the members, rising, in the order of the first member.
 */
export async function averageLinkage(
  count: number,
  distance: (a: number, b: number) => number,
  cut: number,
): Promise<number[][]> {
  const breath = new Breath();
  const matrix = await distanceMatrix(count, distance, breath);
  const sizes = new Float64Array(count).fill(1);
  const parent = Array.from({ length: count }, (_, at) => at);
  const active = new Set(parent);
  const chain: number[] = [];
  while (active.size > 1) {
    if (breath.isDue()) await breath.take();
    if (chain.length === 0) chain.push(first(active));
    const tip = chain.at(-1) ?? 0;
    const before = chain.at(-2) ?? -1;
    const nearest = nearestTo(tip, before, { active, matrix, count });
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const height = matrix[tip * count + before] ?? 0;
    const [into, from] = tip < before ? [tip, before] : [before, tip];
    joinRows(matrix, { count, active, sizes, into, from });
    active.delete(from);
    // Heights never fall along a branch, so a join above the cut has only such joins above it.
    if (height <= cut) parent[rootOf(parent, from)] = rootOf(parent, into);
  }
  const groups = Map.groupBy(parent.keys(), (at) => rootOf(parent, at));
  return [...groups.values()];
}

function first(active: ReadonlySet<number>): number {
  for (const at of active) return at;
  return 0;
}

async function distanceMatrix(
  count: number,
  distance: (a: number, b: number) => number,
  breath: Breath,
): Promise<Float64Array> {
  const matrix = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    if (breath.isDue()) await breath.take();
    for (let b = a + 1; b < count; b++) {
      const value = distance(a, b);
      matrix[a * count + b] = value;
      matrix[b * count + a] = value;
    }
  }
  return matrix;
}

interface SearchSpace {
  readonly active: ReadonlySet<number>;
  readonly matrix: Float64Array;
  readonly count: number;
}

/** Nearest other group; the one before in the chain wins ties, else the lowest. */
function nearestTo(tip: number, before: number, { active, matrix, count }: SearchSpace): number {
  let best = before;
  let least = before < 0 ? Infinity : matrix[tip * count + before] ?? Infinity;
  for (const other of active) {
    const value = matrix[tip * count + other] ?? Infinity;
    if (other !== tip && (value < least || best < 0)) {
      best = other;
      least = value;
    }
  }
  return best;
}

interface Join {
  readonly count: number;
  readonly active: ReadonlySet<number>;
  readonly sizes: Float64Array;
  readonly into: number;
  readonly from: number;
}

/** Distances of the joined group: means weighted by size. */
function joinRows(matrix: Float64Array, { count, active, sizes, into, from }: Join): void {
  const sizeInto = sizes[into] ?? 1;
  const sizeFrom = sizes[from] ?? 1;
  const size = sizeInto + sizeFrom;
  for (const other of active) {
    const toInto = matrix[into * count + other] ?? 0;
    const toFrom = matrix[from * count + other] ?? 0;
    const mean = (toInto * sizeInto + toFrom * sizeFrom) / size;
    matrix[into * count + other] = mean;
    matrix[other * count + into] = mean;
  }
  sizes[into] = size;
}

function rootOf(parent: number[], at: number): number {
  let root = at;
  while (parent[root] !== root) root = parent[root] ?? root;
  return root;
}
