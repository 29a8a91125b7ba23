import { type AnyChange, type Follower, LISTED_KINDS, type ListedKind } from "../store/mod.ts";
import type { OrgStore, Store } from "../store/mod.ts";
import { ServiceError } from "./errors.ts";
import type { Handlers } from "./handlers.ts";
import { aroundStoring } from "./storing.ts";

/** How much each org may store, bytes; null: no limit. */
export interface StorageLimits {
  /** Orgs that are not named. */
  readonly otherwise: number | null;
  /** Orgs that are named. */
  readonly byOrg: ReadonlyMap<string, number | null>;
}

/** How much an org stores and may store. */
export interface StorageUse {
  /** Rows and their vectors, bytes. */
  readonly usedBytes: number;
  /** The limit, bytes. */
  readonly limitBytes: number;
}

const MIB = 1_048_576;

/** What a row takes beside its value: its key, its place in the change log and its tables. */
const ROW_BYTES = 200;

const encoder = new TextEncoder();

/** Size of a value as it is stored. */
function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value) ?? "").length + ROW_BYTES;
}

/** Megabytes for people. */
function megabytes(bytes: number): string {
  return (bytes / MIB).toFixed(1);
}

/**
 * Limits from text: megabytes for every org, `org:megabytes` for one, comma-separated; `off` lifts
 * the limit.
 *
 * @throws {RangeError} If a part is neither; the message names it.
 */
export function parseStorageLimits(text: string): StorageLimits {
  const byOrg = new Map<string, number | null>();
  let otherwise: number | null = null;
  for (const part of text.split(",").map((word) => word.trim()).filter((word) => word !== "")) {
    const colon = part.lastIndexOf(":");
    const amount = part.slice(colon + 1).trim().toLowerCase();
    const megabytes = amount === "off" ? null : Number(amount);
    if (megabytes !== null && !(megabytes > 0 && Number.isFinite(megabytes))) {
      throw new RangeError(
        `Cannot use REFLEXIO_ORG_STORAGE_MB "${part}": give megabytes above 0 or off, ` +
          "for one org as org:megabytes",
      );
    }
    const bytes = megabytes === null ? null : Math.floor(megabytes * MIB);
    if (colon < 0) otherwise = bytes;
    else byOrg.set(part.slice(0, colon), bytes);
  }
  return { otherwise, byOrg };
}

/** Adds up the rows of one org; it follows the store, so other processes count too. */
class OrgUsage implements Follower {
  readonly #org: OrgStore;
  readonly #sizes: Map<ListedKind, Map<string | number, number>> = new Map();
  readonly #unfollow: () => void;
  /** Bytes of all rows as of the last catch-up. */
  usedBytes = 0;
  /** Bytes of calls in work. */
  pendingBytes = 0;

  constructor(org: OrgStore) {
    this.#org = org;
    this.#unfollow = org.follow(LISTED_KINDS, this, { vectors: true });
  }

  /** Counts everything that was committed; all rows are read the first time. */
  async catchUp(): Promise<void> {
    await this.#org.catchUp(LISTED_KINDS);
  }

  reset(kind: ListedKind): void {
    for (const bytes of this.#sizes.get(kind)?.values() ?? []) this.usedBytes -= bytes;
    this.#sizes.delete(kind);
  }

  hydrate(_kind: ListedKind, rows: readonly AnyChange[]): void {
    this.apply(rows);
  }

  apply(changes: readonly AnyChange[]): void {
    for (const { kind, id, row, vector } of changes) {
      let sizes = this.#sizes.get(kind);
      if (sizes === undefined) this.#sizes.set(kind, sizes = new Map());
      const before = sizes.get(id) ?? 0;
      const bytes = row === null ? 0 : bytesOf(row) + (vector?.length ?? 0);
      this.usedBytes += bytes - before;
      if (row === null) sizes.delete(id);
      else sizes.set(id, bytes);
    }
  }

  close(): void {
    this.#unfollow();
  }
}

/** Options of {@link StorageGuard}. */
export interface StorageGuardOptions {
  /** How much each org may store. */
  readonly limits: StorageLimits;
  /** Orgs whose sums are kept in memory, at least 1. */
  readonly maxOrgs: number;
}

/** Keeps each org within its storage. */
export class StorageGuard {
  readonly #store: Store;
  readonly #options: StorageGuardOptions;
  readonly #usages: Map<string, OrgUsage> = new Map();

  /** Begins to count an org when it first writes. */
  constructor(store: Store, options: StorageGuardOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** Whether any org has a limit. */
  get isOn(): boolean {
    const { otherwise, byOrg } = this.#options.limits;
    return otherwise !== null || [...byOrg.values()].some((limit) => limit !== null);
  }

  #limitOf(org: string): number | null {
    const { otherwise, byOrg } = this.#options.limits;
    return byOrg.has(org) ? byOrg.get(org) ?? null : otherwise;
  }

  #usageOf(org: string): OrgUsage {
    const usage = this.#usages.get(org) ?? new OrgUsage(this.#store.org(org));
    this.#usages.delete(org);
    this.#usages.set(org, usage);
    for (const [name, other] of this.#usages) {
      if (this.#usages.size <= Math.max(1, this.#options.maxOrgs)) break;
      if (other.pendingBytes > 0 || other === usage) continue;
      other.close();
      this.#usages.delete(name);
    }
    return usage;
  }

  /** How much an org stores and may store, null when it has no limit. */
  async use(org: string): Promise<StorageUse | null> {
    const limitBytes = this.#limitOf(org);
    if (limitBytes === null) return null;
    const usage = this.#usageOf(org);
    await usage.catchUp();
    return { usedBytes: usage.usedBytes, limitBytes };
  }

  /**
   * Does work that adds to what an org stores.
   *
   * @param given What the caller sent.
   * @throws {ServiceError} `full` when the org has no room for it.
   */
  async within<T>(org: string, given: unknown, work: () => Promise<T>): Promise<T> {
    const limitBytes = this.#limitOf(org);
    if (limitBytes === null) return await work();
    const usage = this.#usageOf(org);
    const bytes = bytesOf(given);
    usage.pendingBytes += bytes;
    try {
      await usage.catchUp();
      if (usage.usedBytes + usage.pendingBytes > limitBytes) {
        throw new ServiceError(
          "full",
          `Storage of this org is full: ${megabytes(usage.usedBytes)} of ` +
            `${megabytes(limitBytes)} MB are used; delete something, or ask for more`,
        );
      }
      return await work();
    } finally {
      usage.pendingBytes -= bytes;
    }
  }

  /** Verbs that keep orgs within their storage. */
  guard(handlers: Handlers): Handlers {
    if (!this.isOn) return handlers;
    return aroundStoring(
      handlers,
      (call, verb) => this.within(call.org, call.body, () => verb(call)),
    );
  }

  /** Stops counting. */
  close(): void {
    for (const usage of this.#usages.values()) usage.close();
    this.#usages.clear();
  }
}
