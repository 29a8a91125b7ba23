import type { Store } from "../store/mod.ts";
import { OrgIndex } from "./org_index.ts";

/** How much may be kept. */
export interface IndexPoolLimits {
  /** Orgs whose indexes are kept, at least 1. */
  readonly maxOrgs: number;
  /** Memory of all indexes above which the least recently used orgs are dropped, bytes. */
  readonly maxBytes: number;
}

/** Searches between two looks at the memory, which also is looked at when an org comes in. */
const SEARCHES_PER_LOOK = 64;

/** Search indexes of orgs, the least recently used ones dropped. */
export class IndexPool {
  readonly #store: Store;
  readonly #limits: IndexPoolLimits;
  readonly #indexes = new Map<string, OrgIndex>();
  #searchesToLook = SEARCHES_PER_LOOK;
  /** The org that was used last, the last one of the map. */
  #lastOrg: string | null = null;

  /** @param limits How much may be kept; the org last used always is. */
  constructor(store: Store, limits: IndexPoolLimits) {
    this.#store = store;
    this.#limits = limits;
  }

  /** The indexes of an org; begun anew when its vectors come from another model. */
  of(org: string, modelName: string | null): OrgIndex {
    let index = this.#indexes.get(org);
    if (index !== undefined && index.modelName !== modelName) {
      index.close();
      index = undefined;
    }
    const isNew = index === undefined;
    index ??= new OrgIndex(this.#store.org(org), modelName);
    if (isNew || org !== this.#lastOrg) {
      this.#indexes.delete(org);
      this.#indexes.set(org, index);
      this.#lastOrg = org;
    }
    if (isNew || --this.#searchesToLook <= 0) this.#dropOldest();
    return index;
  }

  /**
   * Drops the orgs unused for longest while there are too many or they take too much; none that
   * somebody waits for, or two large orgs in use could keep each other from ever being ready.
   */
  #dropOldest(): void {
    this.#searchesToLook = SEARCHES_PER_LOOK;
    const { maxOrgs, maxBytes } = this.#limits;
    let { memoryBytes } = this.stats();
    for (const [org, index] of this.#indexes) {
      const isOver = this.#indexes.size > Math.max(1, maxOrgs) || memoryBytes > maxBytes;
      if (!isOver || this.#indexes.size === 1) return;
      if (index.isBusy) continue;
      memoryBytes -= index.memoryBytes;
      this.drop(org);
    }
  }

  /** The indexes of an org that are in memory, null when there are none. */
  peek(org: string): OrgIndex | null {
    return this.#indexes.get(org) ?? null;
  }

  /** Forgets an org. */
  drop(org: string): void {
    this.#indexes.get(org)?.close();
    this.#indexes.delete(org);
  }

  /** Orgs in memory and the bytes of their indexes. */
  stats(): { readonly orgs: number; readonly memoryBytes: number } {
    let memoryBytes = 0;
    for (const index of this.#indexes.values()) memoryBytes += index.memoryBytes;
    return { orgs: this.#indexes.size, memoryBytes };
  }

  /** Saves what would take long to build anew. */
  async save(): Promise<void> {
    for (const index of this.#indexes.values()) await index.save();
  }

  /** Drops everything. */
  close(): void {
    for (const index of this.#indexes.values()) index.close();
    this.#indexes.clear();
  }
}
