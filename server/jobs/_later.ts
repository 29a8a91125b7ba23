import { toRef } from "./_rows.ts";
import type { JobRef, JobRow } from "./types.ts";

/** Most jobs kept for later; the rest is found in the due index. */
const MAX_LATER = 1_000;

/** A job with its time. */
interface Timed {
  readonly job: JobRef;
  readonly dueAtMs: number;
}

/**
 * Jobs staged by this process that are due soon, so that their time alone brings them up, not a look
 * into the due index, which holds all that waits and all that is in work.
 */
export class LaterJobs {
  /** By due time, rising. */
  readonly #jobs: Timed[] = [];

  /** When the first of them is due, Unix milliseconds; infinity when none waits. */
  get nextMs(): number {
    return this.#jobs[0]?.dueAtMs ?? Infinity;
  }

  /** Keeps a job; tells whether there was room. */
  add(job: JobRow): boolean {
    if (this.#jobs.length >= MAX_LATER) return false;
    const dueAtMs = job.due_at_ms;
    const at = this.#jobs.findLastIndex((other) => other.dueAtMs <= dueAtMs) + 1;
    if (!this.#has(job, at)) this.#jobs.splice(at, 0, { job: toRef(job), dueAtMs });
    return true;
  }

  /** Whether the job is among those of its time, which end before a place. */
  #has(job: JobRow, end: number): boolean {
    for (let at = end - 1; this.#jobs[at]?.dueAtMs === job.due_at_ms; at--) {
      const other = this.#jobs[at]?.job;
      if (other !== undefined && isSame(other, job)) return true;
    }
    return false;
  }

  /** Takes those whose time has come. What became of them meanwhile is seen when they are claimed. */
  takeDue(nowMs: number): JobRef[] {
    const count = this.#jobs.findLastIndex(({ dueAtMs }) => dueAtMs <= nowMs) + 1;
    return this.#jobs.splice(0, count).map(({ job }) => job);
  }

  /** Forgets all. */
  clear(): void {
    this.#jobs.length = 0;
  }
}

function isSame(a: JobRef, b: JobRef): boolean {
  return a.id === b.id && a.scope === b.scope && a.kind === b.kind && a.org === b.org;
}
