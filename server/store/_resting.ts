import { REST_AFTER_MS } from "./limits.ts";
import type { OrgState } from "./_org.ts";

/** How often rows are counted at most, milliseconds. */
const COUNT_EVERY_MS = 1_000;

/**
 * Keeps the rows in memory of all orgs within a bound: the orgs unused for longest let go of theirs.
 * Orgs in use keep them, or two large ones could keep each other from ever being ready.
 */
export class RestingOrgs {
  readonly #maxRows: number;
  readonly #now: () => number;
  readonly #loaded: Set<OrgState> = new Set();
  #countedAtMs = -Infinity;

  /**
   * @param maxRows Rows of all orgs that may stay.
   * @param now Clock, Unix milliseconds.
   */
  constructor(maxRows: number, now: () => number) {
    this.#maxRows = maxRows;
    this.#now = now;
  }

  /** Takes note of an org that has more rows in memory than before. */
  noteLoaded(org: OrgState): void {
    this.#loaded.add(org);
    const nowMs = this.#now();
    // The clock may have gone back.
    if (Math.abs(nowMs - this.#countedAtMs) < COUNT_EVERY_MS) return;
    this.#countedAtMs = nowMs;
    this.#restOldest(nowMs);
  }

  #restOldest(nowMs: number): void {
    const orgs = [...this.#loaded].map((org) => ({ org, ...org.viewed }));
    let rows = orgs.reduce((sum, one) => sum + one.rows, 0);
    if (rows <= this.#maxRows) return;
    for (const one of orgs.sort((a, b) => a.usedAtMs - b.usedAtMs)) {
      if (rows <= this.#maxRows || nowMs - one.usedAtMs < REST_AFTER_MS) return;
      if (one.isFollowed) continue;
      rows -= one.rows;
      this.#loaded.delete(one.org);
      void one.org.rest().then(() => {
        if (one.org.viewed.rows > 0) this.#loaded.add(one.org);
      });
    }
  }
}
