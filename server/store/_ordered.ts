import type { IdOf, KindSpec, ListedKind, MetaOf } from "./kinds.ts";

/** One row in memory. */
export interface Entry<K extends ListedKind> {
  /** Its id. */
  readonly id: IdOf<K>;
  /** What is kept of it. */
  readonly meta: MetaOf<K>;
  /** Time it is sorted by, Unix seconds. */
  readonly timeSec: number;
  /** Stamp of its last commit. */
  readonly versionstamp: string;
}

/** Order of entries of a kind: time, then commit where the kind wants it, then id. */
export function entryOrder<K extends ListedKind>(
  spec: KindSpec<K>,
): (a: Entry<K>, b: Entry<K>) => number {
  const isByCommit = spec.tie === "commit";
  return (a, b) => {
    if (a.timeSec !== b.timeSec) return a.timeSec - b.timeSec;
    if (isByCommit && a.versionstamp !== b.versionstamp) {
      return a.versionstamp < b.versionstamp ? -1 : 1;
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
}

/** Entries in order; appending is the fast case. */
export class Ordered<K extends ListedKind> {
  readonly #compare: (a: Entry<K>, b: Entry<K>) => number;
  items: Entry<K>[] = [];

  constructor(compare: (a: Entry<K>, b: Entry<K>) => number) {
    this.#compare = compare;
  }

  /** Puts an entry in its place. */
  insert(entry: Entry<K>): void {
    const last = this.items.at(-1);
    if (last === undefined || this.#compare(last, entry) <= 0) this.items.push(entry);
    else this.items.splice(this.#place(entry), 0, entry);
  }

  /** Takes an entry out. */
  remove(entry: Entry<K>): void {
    const at = this.#place(entry);
    if (this.items[at]?.id === entry.id) this.items.splice(at, 1);
  }

  /** Takes everything, in any order. */
  load(entries: Entry<K>[]): void {
    this.items = entries.sort(this.#compare);
  }

  /** First place whose entry is not before the given one. */
  #place(entry: Entry<K>): number {
    return this.#firstNot((item) => this.#compare(item, entry) < 0);
  }

  /** Places [from, to) of entries within a time range, both ends inclusive. */
  range(fromSec: number | undefined, toSec: number | undefined): [number, number] {
    const from = fromSec === undefined ? 0 : this.#firstNot((item) => item.timeSec < fromSec);
    const to = toSec === undefined
      ? this.items.length
      : this.#firstNot((item) => item.timeSec <= toSec);
    return [from, Math.max(from, to)];
  }

  #firstNot(isBefore: (item: Entry<K>) => boolean): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.items[middle];
      if (item !== undefined && isBefore(item)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
