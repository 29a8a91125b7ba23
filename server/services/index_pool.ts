import type { Store } from "../store/mod.ts";
import { OrgIndex } from "./org_index.ts";

/** Search indexes of orgs, the least recently used ones dropped. */
export class IndexPool {
  readonly #store: Store;
  readonly #maxOrgs: number;
  readonly #indexes = new Map<string, OrgIndex>();

  /** @param maxOrgs Orgs whose indexes are kept, at least 1. */
  constructor(store: Store, maxOrgs: number) {
    this.#store = store;
    this.#maxOrgs = Math.max(1, maxOrgs);
  }

  /** The indexes of an org; begun anew when its vectors come from another model. */
  of(org: string, modelName: string | null): OrgIndex {
    let index = this.#indexes.get(org);
    if (index !== undefined && index.modelName !== modelName) {
      index.close();
      index = undefined;
    }
    index ??= new OrgIndex(this.#store.org(org), modelName);
    this.#indexes.delete(org);
    this.#indexes.set(org, index);
    for (const [oldest, old] of this.#indexes) {
      if (this.#indexes.size <= this.#maxOrgs) break;
      this.#indexes.delete(oldest);
      old.close();
    }
    return index;
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
