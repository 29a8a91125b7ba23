import type { Driver } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import { KINDS, type NumberedKind } from "./kinds.ts";
import { TABLE } from "./keys.ts";
import { ID_BLOCK } from "./limits.ts";

/** Ids that this process may hand out: [next, end). */
interface Lease {
  next: number;
  end: number;
}

/** Ids handed out and not yet seen in a commit that are remembered, a kind. */
const MAX_FRESH = 10_000;

/** Integer ids of one org, leased in blocks so that handing one out costs nothing. */
export class IdLeases {
  readonly #driver: Driver;
  readonly #org: string;
  readonly #leases: Map<string, Lease> = new Map();
  readonly #fresh: Map<string, Set<number>> = new Map();
  readonly #leasing: Map<string, Promise<void>> = new Map();

  constructor(driver: Driver, org: string) {
    this.#driver = driver;
    this.#org = org;
  }

  /** `count` fresh ids, rising. */
  async take(kind: NumberedKind, count: number): Promise<number[]> {
    const { code } = KINDS[kind];
    const ids: number[] = [];
    while (ids.length < count) {
      const lease = this.#leases.get(code);
      if (lease === undefined || lease.next >= lease.end) {
        await this.#refill(code, count - ids.length);
        continue;
      }
      while (ids.length < count && lease.next < lease.end) ids.push(lease.next++);
    }
    this.#remember(code, ids);
    return ids;
  }

  #remember(code: string, ids: readonly number[]): void {
    let fresh = this.#fresh.get(code);
    if (fresh === undefined) this.#fresh.set(code, fresh = new Set());
    for (const id of ids) fresh.add(id);
    for (const oldest of fresh) {
      if (fresh.size <= MAX_FRESH) break;
      fresh.delete(oldest);
    }
  }

  /** Whether the id was handed out here and never committed, so that no row has it. */
  isFresh(code: string, id: string | number): boolean {
    return typeof id === "number" && (this.#fresh.get(code)?.has(id) ?? false);
  }

  /** Notes that an id was committed. */
  used(code: string, id: string | number): void {
    if (typeof id === "number") this.#fresh.get(code)?.delete(id);
  }

  /** One refill at a time for a kind. */
  #refill(code: string, count: number): Promise<void> {
    let running = this.#leasing.get(code);
    if (running === undefined) {
      running = this.#lease(code, count).finally(() => this.#leasing.delete(code));
      this.#leasing.set(code, running);
    }
    return running;
  }

  async #lease(code: string, count: number): Promise<void> {
    const size = Math.max(ID_BLOCK, count);
    const start = await this.#advance(code, (next) => next + size);
    const known = this.#leases.get(code);
    if (known === undefined || known.next >= known.end) {
      this.#leases.set(code, { next: start, end: start + size });
    }
  }

  /** Moves the stored counter; gives where it was. */
  async #advance(code: string, to: (next: number) => number): Promise<number> {
    const key = [TABLE.counter, this.#org, code];
    for (let attempt = 1;; attempt++) {
      const entry = await this.#driver.get(key);
      const next = typeof entry.value === "number" ? entry.value : 1;
      const value = to(next);
      if (value === next) return next;
      const check = { key, versionstamp: entry.versionstamp };
      if (await this.#driver.commit([{ key, value }], [check]) !== null) return next;
    }
  }

  /** Makes sure that no id up to `lastId` is handed out. */
  async reserve(kind: NumberedKind, lastId: number): Promise<void> {
    const { code } = KINDS[kind];
    const lease = this.#leases.get(code);
    if (lease !== undefined) lease.next = Math.min(Math.max(lease.next, lastId + 1), lease.end);
    await this.#advance(code, (next) => Math.max(next, lastId + 1));
  }

  /** Forgets all leases (the org was removed). */
  forget(): void {
    this.#leases.clear();
    this.#fresh.clear();
  }

  /** Gives unused ids back where nobody leased after us. */
  async giveBack(): Promise<void> {
    for (const [code, lease] of this.#leases) {
      if (lease.next >= lease.end) continue;
      const key = [TABLE.counter, this.#org, code];
      try {
        const entry = await this.#driver.get(key);
        if (entry.value !== lease.end) continue;
        const check = { key, versionstamp: entry.versionstamp };
        await this.#driver.commit([{ key, value: lease.next }], [check], 500);
      } catch (cause) {
        // Not given back: a gap in the ids, nothing worse.
        if (!(cause instanceof StoreError)) throw cause;
      }
    }
    this.forget();
  }
}
