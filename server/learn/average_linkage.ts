import { Breath } from "../breath.ts";

/** What {@link averageLinkage} groups. */
export interface LinkageInput {
  /** Number of items. */
  readonly count: number;
  /** How many each item stands for. @default 1 each */
  readonly sizes?: readonly number[];
  /** Distance of two items, 0 or more; the lower position comes first. */
  readonly distance: (a: number, b: number) => number;
  /** Positions above `a` that may be within the cut. @default all */
  readonly neighbours?: (a: number) => Iterable<number>;
  /** Largest mean distance at which two groups become one. */
  readonly cut: number;
}

/**
 * Groups items by average linkage: two groups become one while the mean distance between their
 * members is at most `cut`. Groups that no chain of pairs within the cut connects can never become
 * one, so each connected part is grouped by itself, by nearest-neighbour chains: n² steps and
 * distances in memory for a part of n. Others are let in between.
 *
 * @returns Positions of the members, rising, in the order of the first member.
 */
export async function averageLinkage(input: LinkageInput): Promise<number[][]> {
  const breath = new Breath();
  const groups: number[][] = [];
  for (const part of await connectedParts(input, breath)) {
    if (part.length === 1) groups.push(part);
    else groups.push(...await linkPart(part, input, breath));
  }
  return groups.toSorted((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
}

/** Items that pairs within the cut connect, rising. */
async function connectedParts(
  { count, distance, neighbours = (a) => above(a, count), cut }: LinkageInput,
  breath: Breath,
): Promise<Iterable<number[]>> {
  const parent = Array.from({ length: count }, (_, at) => at);
  for (let a = 0; a < count; a++) {
    if (breath.isDue()) await breath.take();
    for (const b of neighbours(a)) {
      const [one, other] = [rootOf(parent, a), rootOf(parent, b)];
      if (one !== other && distance(a, b) <= cut) parent[other] = one;
    }
  }
  return Map.groupBy(parent.keys(), (at) => rootOf(parent, at)).values();
}

function* above(a: number, count: number): Generator<number> {
  for (let b = a + 1; b < count; b++) yield b;
}

/** Average linkage of one part. */
async function linkPart(
  members: readonly number[],
  { sizes: given, distance, cut }: LinkageInput,
  breath: Breath,
): Promise<number[][]> {
  const count = members.length;
  const matrix = await distanceMatrix(members, distance, breath);
  const sizes = Float64Array.from(members, (at) => given?.[at] ?? 1);
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
  return [...groups.values()].map((group) => group.map((at) => members[at] ?? 0));
}

async function distanceMatrix(
  members: readonly number[],
  distance: (a: number, b: number) => number,
  breath: Breath,
): Promise<Float64Array> {
  const count = members.length;
  const matrix = new Float64Array(count * count);
  for (let row = 0; row < count; row++) {
    if (breath.isDue()) await breath.take();
    for (let column = row + 1; column < count; column++) {
      const value = distance(members[row] ?? 0, members[column] ?? 0);
      matrix[row * count + column] = value;
      matrix[column * count + row] = value;
    }
  }
  return matrix;
}

function first(active: ReadonlySet<number>): number {
  for (const at of active) return at;
  return 0;
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

/** Root of an item; paths are halved on the way. */
function rootOf(parent: number[], at: number): number {
  let root = at;
  for (let next = parent[root] ?? root; next !== root; next = parent[root] ?? root) {
    parent[root] = parent[next] ?? next;
    root = parent[root] ?? root;
  }
  return root;
}
