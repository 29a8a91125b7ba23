import type { JobRef } from "./types.ts";
import { scopeText } from "./_rows.ts";

/** A scope that may have due jobs. */
export type ReadyScope = Pick<JobRef, "org" | "kind" | "scope">;

/** Most scopes of one org kept ready; the rest stays in the due index until there is room. */
export const MAX_READY_PER_ORG = 1_000;

/** Scopes that wait for a free place. Orgs take turns, so that a flood of one delays no other. */
export class ReadyScopes {
  /** Scopes by org; the org at the front is next. */
  readonly #byOrg: Map<string, Map<string, ReadyScope>> = new Map();
  /** Orgs of which scopes were turned away. */
  readonly #cut: Set<string> = new Set();
  #size = 0;

  /** Scopes that wait. */
  get size(): number {
    return this.#size;
  }

  /** Whether a scope waits. */
  has(scope: ReadyScope): boolean {
    const { org, kind } = scope;
    return this.#byOrg.get(org)?.has(scopeText(org, kind, scope.scope)) ?? false;
  }

  /** Whether an org has as many as may be kept; notes that some were left out. */
  isFull(org: string): boolean {
    if ((this.#byOrg.get(org)?.size ?? 0) < MAX_READY_PER_ORG) return false;
    this.#cut.add(org);
    return true;
  }

  /** Lets a scope wait, unless its org has enough of them. */
  add(scope: ReadyScope): void {
    const { org, kind } = scope;
    if (this.has(scope) || this.isFull(org)) return;
    let scopes = this.#byOrg.get(org);
    if (scopes === undefined) this.#byOrg.set(org, scopes = new Map());
    scopes.set(scopeText(org, kind, scope.scope), scope);
    this.#size++;
  }

  /**
   * Takes the next scope of the org whose turn it is.
   *
   * @param may Whether an org may have another run, and whether a scope is not in work already.
   */
  take(may: {
    readonly org: (org: string) => boolean;
    readonly scope: (text: string) => boolean;
  }): ReadyScope | null {
    for (const [org, scopes] of this.#byOrg) {
      if (!may.org(org)) continue;
      for (const [text, scope] of scopes) {
        if (!may.scope(text)) continue;
        scopes.delete(text);
        this.#size--;
        this.#byOrg.delete(org);
        if (scopes.size > 0) this.#byOrg.set(org, scopes);
        return scope;
      }
    }
    return null;
  }

  /** Whether an org that was cut has room again; asking forgets it. */
  hasRoomAgain(org: string): boolean {
    const hasRoom = (this.#byOrg.get(org)?.size ?? 0) < MAX_READY_PER_ORG / 2;
    return hasRoom && this.#cut.delete(org);
  }

  /** Forgets all. */
  clear(): void {
    this.#byOrg.clear();
    this.#cut.clear();
    this.#size = 0;
  }
}
