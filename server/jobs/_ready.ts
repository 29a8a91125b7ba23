import type { JobRef } from "./types.ts";
import { scopeText } from "./_rows.ts";

/** A scope with jobs that may be due. */
export interface ReadyScope extends Pick<JobRef, "org" | "kind" | "scope"> {
  /** Ids of the jobs. */
  readonly ids: ReadonlySet<string>;
}

/** Most scopes of one org kept ready; the rest stays in the due index until there is room. */
export const MAX_READY_PER_ORG = 1_000;

/** Most jobs of a scope kept ready, and so most jobs of one run. */
export const MAX_READY_PER_SCOPE = 300;

/** A scope that waits. */
interface Waiting extends ReadyScope {
  readonly ids: Set<string>;
}

/** Scopes that wait for a free place. Orgs take turns, so that a flood of one delays no other. */
export class ReadyScopes {
  /** Scopes by org; the org at the front is next. */
  readonly #byOrg: Map<string, Map<string, Waiting>> = new Map();
  /** Orgs of which scopes were turned away. */
  readonly #cut: Set<string> = new Set();
  /** Scopes that wait and of which jobs were turned away. */
  readonly #cutScopes: Set<string> = new Set();
  #size = 0;

  /** Scopes that wait. */
  get size(): number {
    return this.#size;
  }

  #find({ org, kind, scope }: JobRef): Waiting | undefined {
    return this.#byOrg.get(org)?.get(scopeText(org, kind, scope));
  }

  /** Whether a job waits. */
  has(job: JobRef): boolean {
    return this.#find(job)?.ids.has(job.id) ?? false;
  }

  /** Whether as many wait as may be kept; notes that some were left out. */
  isFull(job: JobRef): boolean {
    const scope = this.#find(job);
    if (scope === undefined) {
      if ((this.#byOrg.get(job.org)?.size ?? 0) < MAX_READY_PER_ORG) return false;
      this.#cut.add(job.org);
      return true;
    }
    if (scope.ids.size < MAX_READY_PER_SCOPE) return false;
    this.#cutScopes.add(scopeText(job.org, job.kind, job.scope));
    return true;
  }

  /** Lets a job wait, unless enough of them do. */
  add(job: JobRef): void {
    if (this.has(job) || this.isFull(job)) return;
    const known = this.#find(job);
    if (known !== undefined) {
      known.ids.add(job.id);
      return;
    }
    const { org, kind, scope } = job;
    let scopes = this.#byOrg.get(org);
    if (scopes === undefined) this.#byOrg.set(org, scopes = new Map());
    scopes.set(scopeText(org, kind, scope), { org, kind, scope, ids: new Set([job.id]) });
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

  /** Whether there is room again for what was turned away, now that a scope was taken; asking forgets it. */
  hasRoomAgain({ org, kind, scope }: ReadyScope): boolean {
    const wasCut = this.#cutScopes.delete(scopeText(org, kind, scope));
    const hasRoom = (this.#byOrg.get(org)?.size ?? 0) < MAX_READY_PER_ORG / 2;
    return hasRoom && this.#cut.delete(org) || wasCut;
  }

  /** Forgets all. */
  clear(): void {
    this.#byOrg.clear();
    this.#cut.clear();
    this.#cutScopes.clear();
    this.#size = 0;
  }
}
