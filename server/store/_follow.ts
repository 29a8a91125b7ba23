import type { ListedKind } from "./kinds.ts";
import type { AnyChange, Follower } from "./types.ts";

/** A registered follower and what it has. */
export class FollowerState {
  readonly #follower: Follower;
  readonly kinds: ReadonlySet<ListedKind>;
  readonly wantsVectors: boolean;
  readonly #ready: Set<ListedKind> = new Set();
  readonly #asked: Set<ListedKind> = new Set();

  constructor(follower: Follower, kinds: ReadonlySet<ListedKind>, wantsVectors: boolean) {
    this.#follower = follower;
    this.kinds = kinds;
    this.wantsVectors = wantsVectors;
  }

  /** Whether it has all rows of a kind. */
  isReady(kind: ListedKind): boolean {
    return this.#ready.has(kind);
  }

  /** Notes that it has all rows of a kind. */
  setReady(kind: ListedKind): void {
    this.#ready.add(kind);
  }

  /** Whether the kind concerns it and it has no rows of it yet. */
  needs(kind: ListedKind): boolean {
    return this.kinds.has(kind) && !this.#ready.has(kind);
  }

  /** Log position of a saved state it loaded, null when there is none; asked once a kind. */
  async restore(kind: ListedKind): Promise<string | null> {
    if (this.#follower.restore === undefined || this.#asked.has(kind)) return null;
    this.#asked.add(kind);
    return await this.#follower.restore(kind);
  }

  /** Starts a kind anew. */
  reset(kind: ListedKind): void {
    this.#ready.delete(kind);
    this.#follower.reset(kind);
  }

  /** Passes rows of a first reading. */
  async hydrate(kind: ListedKind, rows: readonly AnyChange[]): Promise<void> {
    await this.#follower.hydrate(kind, this.#withoutVectors(rows));
  }

  /** Passes changes of the kinds it has. One that throws starts its kinds anew next time. */
  async apply(changes: readonly AnyChange[]): Promise<void> {
    const concerned = changes.filter((change) => this.#ready.has(change.kind));
    if (concerned.length === 0) return;
    try {
      await this.#follower.apply(this.#withoutVectors(concerned));
    } catch (cause) {
      this.#ready.clear();
      throw cause;
    }
  }

  #withoutVectors(changes: readonly AnyChange[]): readonly AnyChange[] {
    if (this.wantsVectors) return changes;
    return changes.map((change) => change.vector === null ? change : { ...change, vector: null });
  }
}
